//! A device of its own: a first store, a journal that can fail, and what a person does and is told.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use waymark::storage::faulty::Faulty;
use waymark::storage::{
    Deleted, Gone, Journalled, Kind, Memory, Pump, Record, Row, Rows, Safety, Shelf, Step, Storage,
};

/// How a step of the journal fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It refuses, and nothing was done.
    Refuses,
    /// It did as asked, and says that it failed.
    DoesAndDenies,
    /// It never answers.
    Silent,
}

pub const TROUBLES: [Trouble; 3] = [Trouble::Refuses, Trouble::DoesAndDenies, Trouble::Silent];

/// The journal.
#[derive(Debug, Default)]
pub struct Book {
    pub rows: RefCell<BTreeMap<String, String>>,
    pub calls: Cell<usize>,
    /// The call that fails, from 0.
    pub at: Cell<Option<usize>>,
    pub forever: Cell<bool>,
    pub trouble: Cell<Option<Trouble>>,
}

impl Book {
    fn trouble(&self) -> Option<Trouble> {
        let call = self.calls.get();
        self.calls.set(call + 1);
        let fails = self
            .at
            .get()
            .is_some_and(|at| call == at || (self.forever.get() && call > at));
        self.trouble.get().filter(|_| fails)
    }

    fn write(&self, rows: Rows) {
        let mut book = self.rows.borrow_mut();
        for (key, text) in rows {
            match text {
                Some(text) => book.insert(key, text),
                None => book.remove(&key),
            };
        }
    }

    /// What it says to a step; `None`: nothing, ever.
    pub fn answer(&self, first: &Memory, stores: &Journalled, step: Step) -> Option<()> {
        let trouble = self.trouble();
        match step {
            Step::Rest => {}
            Step::Read(_) if trouble == Some(Trouble::Silent) => return None,
            Step::Read(number) => {
                let rows = trouble
                    .is_none()
                    .then(|| held_against(first, &self.rows.borrow()));
                stores.was_read(number, rows);
            }
            Step::Write(number, rows) => {
                if trouble != Some(Trouble::Refuses) {
                    self.write(rows);
                }
                if trouble == Some(Trouble::Silent) {
                    return None;
                }
                stores.was_written(number, trouble.is_none());
            }
        }
        Some(())
    }
}

/// The rows as the browser gives them: where the first store has the same text, nothing but that.
pub fn held_against(first: &Memory, rows: &BTreeMap<String, String>) -> Vec<(String, Row)> {
    let row = |(key, text): (&String, &String)| {
        let same = first.read(key).unwrap().as_ref() == Some(text);
        let row = if same { Row::Same } else { Row::Text(text.clone()) };
        (key.clone(), row)
    };
    rows.iter().map(row).collect()
}

/// Later at every look.
fn clock() -> u64 {
    thread_local! {
        static NOW: Cell<u64> = const { Cell::new(1) };
    }
    NOW.set(NOW.get() + 1);
    NOW.get()
}

/// The two stores of a page, and the pump between them; nothing of the journal was read yet.
pub fn stores(first: &Rc<Faulty>) -> (Rc<RefCell<Pump>>, Rc<Journalled>) {
    let pump = Rc::new(RefCell::new(Pump::default()));
    let first = Rc::clone(first) as Rc<dyn Storage>;
    let stores = Journalled::new(first, Rc::clone(&pump), clock);
    (pump, Rc::new(stores))
}

/// A page that is open.
pub struct Open {
    pub first: Rc<Faulty>,
    pub book: Rc<Book>,
    pub pump: Rc<RefCell<Pump>>,
    pub stores: Rc<Journalled>,
    pub shelf: Shelf,
    pub deleted: Option<Deleted>,
}

impl Open {
    /// Opens the page over these stores; nothing of the journal was read yet.
    pub fn over(first: Rc<Faulty>, book: Rc<Book>) -> Option<Self> {
        let (pump, stores) = stores(&first);
        let shelf = Shelf::open(Rc::clone(&stores) as Rc<dyn Storage>).ok()?;
        Some(Self {
            first,
            book,
            pump,
            stores,
            shelf,
            deleted: None,
        })
    }

    /// On an empty device.
    pub fn new() -> Self {
        Self::over(Rc::default(), Rc::default()).unwrap()
    }

    /// One step of the journal; says whether there was one.
    pub fn step(&mut self) -> bool {
        let step = self.pump.borrow_mut().step();
        let is_read = matches!(step, Step::Read(_));
        if step == Step::Rest || self.book.answer(&self.first.inner, &self.stores, step).is_none() {
            return false;
        }
        if is_read && let Ok(shelf) = Shelf::open(Rc::clone(&self.stores) as Rc<dyn Storage>) {
            self.shelf = shelf;
        }
        true
    }

    /// All steps that there are.
    pub fn settle(&mut self) {
        while self.step() {}
    }

    /// What the status line says.
    pub fn is_saved(&self) -> bool {
        self.pump.borrow().safety() == Safety::Saved
    }

    /// The browser is killed, what the first store holds is as it was before these last changes, and it is opened again.
    pub fn killed(first: &BTreeMap<String, String>, book: &Book) -> Self {
        let open = Self::over(
            device(first),
            Rc::new(Book {
                rows: RefCell::new(book.rows.borrow().clone()),
                ..Book::default()
            }),
        );
        let mut open = open.unwrap();
        open.settle();
        open
    }

    /// Every record that can be read, by its body.
    pub fn bodies(&self) -> BTreeMap<String, String> {
        let list = self.shelf.list().into_iter();
        list.filter_map(|entry| Some((entry.id.clone(), self.shelf.record(&entry.id)?.body)))
            .collect()
    }

    /// Everything that lies there, good or not, once.
    pub fn texts(&self) -> Vec<String> {
        let list = self.shelf.list().into_iter();
        list.filter_map(|entry| self.shelf.raw(&entry.id)).collect()
    }

    /// Both stores hold the same.
    pub fn agree(&self) {
        let book = self.book.rows.borrow();
        let first = texts(&self.first.inner);
        let book: BTreeMap<String, String> = book
            .iter()
            .filter(|(_, text)| Gone::read(text).is_none())
            .map(|(key, text)| (key.clone(), text.clone()))
            .collect();
        assert_eq!(first, book);
    }
}

pub fn key(id: &str) -> String {
    format!("waymark.record.{id}")
}

pub fn device(texts: &BTreeMap<String, String>) -> Rc<Faulty> {
    let first = Faulty::default();
    for (key, text) in texts {
        first.inner.write(key, text).unwrap();
    }
    Rc::new(first)
}

pub fn texts(storage: &Memory) -> BTreeMap<String, String> {
    let keys = storage.keys().unwrap().into_iter();
    keys.map(|key| {
        let text = storage.read(&key).unwrap().unwrap();
        (key, text)
    })
    .collect()
}

/// A record as it is stored.
pub fn record(seq: u64, body: &str) -> String {
    let record = Record {
        kind: Kind::Draft,
        seq,
        updated: seq,
        title: "A title".to_owned(),
        body: body.to_owned(),
    };
    record.write()
}
