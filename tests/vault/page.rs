//! A page with a lock: what a person does in it, with a seal that anybody can see through but that holds text and tag together.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use waymark::domain::sorted::Sorted;
use waymark::storage::faulty::Faulty;
use waymark::storage::{
    Journalled, Keeper, Kind, LOCK, LockRecord, Page as Record, Phase, Pump, Safety, Step, Storage,
    StorageError, Vault, Work,
};

use super::world::{Book, device, stores, texts};

const KEY: &str = "data-key";
const BEGIN: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const END: &str = "-----END AGE ENCRYPTED FILE-----";

/// What a passphrase makes of the data key.
pub fn file(passphrase: &str) -> String {
    format!("{BEGIN}\n{}\n{END}\n", hidden(&format!("{passphrase} {KEY}")))
}

fn hidden(text: &str) -> String {
    let hex: Vec<String> = text.bytes().map(|byte| format!("{:02x}", byte ^ 0x5a)).collect();
    hex.concat()
}

fn seal(tag: &str, text: &str) -> String {
    hidden(&format!("{KEY}|{tag}|{text}"))
}

fn opened(tags: &[String], body: &str) -> Option<String> {
    tags.iter().find_map(|tag| {
        let begin = hidden(&format!("{KEY}|{tag}|"));
        let rest = body.strip_prefix(&begin)?;
        let bytes =
            (0..rest.len() / 2).map(|at| u8::from_str_radix(&rest[at * 2..at * 2 + 2], 16).unwrap() ^ 0x5a);
        String::from_utf8(bytes.collect()).ok()
    })
}

pub enum State {
    Off(Keeper),
    Locked,
    Open(Rc<Vault>, Keeper),
}

pub struct Page {
    pub first: Rc<Faulty>,
    pub book: Rc<Book>,
    pub pump: Rc<RefCell<Pump>>,
    pub stores: Rc<Journalled>,
    pub state: State,
    pub left: Sorted<String>,
}

impl Page {
    /// Opens the page over these stores; nothing of the journal was read yet.
    pub fn over(first: Rc<Faulty>, book: Rc<Book>) -> Option<Self> {
        let (pump, stores) = stores(&first);
        let mut page = Self {
            first,
            book,
            pump,
            stores,
            state: State::Locked,
            left: Sorted::new(),
        };
        page.follow()?;
        Some(page)
    }

    pub fn new() -> Self {
        Self::over(Rc::default(), Rc::default()).unwrap()
    }

    /// The browser is killed, the first store is as it was at some time, and the page is opened again without trouble.
    pub fn again(first: &BTreeMap<String, String>, rows: &BTreeMap<String, String>) -> Self {
        let book = Book {
            rows: RefCell::new(rows.clone()),
            ..Book::default()
        };
        let mut page = Self::over(device(first), Rc::new(book)).unwrap();
        page.settle();
        page
    }

    /// Plain where there is no lock, else locked.
    fn follow(&mut self) -> Option<()> {
        let there = self.stores.read(LOCK).ok()?.is_some();
        match (&self.state, there) {
            (State::Off(_), true) => self.state = State::Locked,
            (State::Locked, false) => {
                self.state = State::Off(Keeper::open(Rc::clone(&self.stores) as Rc<dyn Storage>).ok()?);
            }
            _ => {}
        }
        Some(())
    }

    /// Everything that can be done is done.
    pub fn settle(&mut self) {
        while self.step() {}
    }

    /// One step of the vault, one of the journal; says whether there was one.
    pub fn step(&mut self) -> bool {
        let worked = match &self.state {
            State::Open(vault, _) => work(vault),
            _ => false,
        };
        let step = self.pump.borrow_mut().step();
        let is_read = matches!(step, Step::Read(_));
        let went = step != Step::Rest && self.book.answer(&self.first.inner, &self.stores, step).is_some();
        if went && is_read {
            let _ = self.follow();
            if let State::Off(keeper) = &mut self.state {
                let _ = keeper.turn_to(Rc::clone(&self.stores) as Rc<dyn Storage>);
            }
        }
        let finished = self.finish();
        worked || went || finished
    }

    /// The last step of turning on or off.
    fn finish(&mut self) -> bool {
        let State::Open(vault, _) = &self.state else {
            return false;
        };
        if vault.lock().phase == Phase::On || !vault.is_done() || !self.journal_has_it() {
            return false;
        }
        match vault.finish() {
            Ok(true) => {
                self.state = State::Locked;
                self.follow().is_some()
            }
            other => other.is_ok(),
        }
    }

    fn journal_has_it(&self) -> bool {
        self.pump.borrow().safety() == Safety::Saved
    }

    /// What the status line says.
    pub fn is_saved(&self) -> bool {
        let done = match &self.state {
            State::Open(vault, _) => vault.is_done(),
            _ => true,
        };
        done && self.journal_has_it()
    }

    /// Whether the lock is said to be on.
    pub fn is_on(&self) -> bool {
        match &self.state {
            State::Open(vault, _) => self.is_saved() && vault.lock().phase == Phase::On,
            _ => false,
        }
    }

    pub fn turn_on(&mut self, passphrase: &str) -> Result<(), StorageError> {
        let State::Off(_) = &self.state else {
            return Err(StorageError::ReadOnly);
        };
        let lock = LockRecord {
            seq: 1,
            phase: Phase::TurningOn,
            minutes: 5,
            file: file(passphrase),
        };
        let vault = Vault::turn_on(Rc::clone(&self.stores) as Rc<dyn Storage>, lock)?;
        self.enter(vault);
        Ok(())
    }

    /// The records are shown once all were looked at.
    fn enter(&mut self, vault: Vault) {
        let vault = Rc::new(vault);
        while work(&vault) && !vault.is_read() {}
        if !vault.is_read() {
            return;
        }
        let storage = Rc::clone(&vault) as Rc<dyn Storage>;
        let keeper = match std::mem::replace(&mut self.state, State::Locked) {
            State::Off(mut keeper) => {
                keeper.turn_to(storage).unwrap();
                keeper
            }
            _ => Keeper::open(storage).unwrap(),
        };
        self.state = State::Open(vault, keeper);
    }

    pub fn unlock(&mut self, passphrase: &str) -> Result<(), StorageError> {
        let State::Locked = &self.state else {
            return Err(StorageError::ReadOnly);
        };
        let text = self.stores.read(LOCK)?.ok_or(StorageError::ReadOnly)?;
        let lock = LockRecord::read(&text).ok_or(StorageError::ReadOnly)?;
        if lock.file != file(passphrase) {
            return Err(StorageError::ReadOnly);
        }
        let stores = Rc::clone(&self.stores) as Rc<dyn Storage>;
        let vault = Vault::open(stores, lock, self.left.clone())?;
        self.enter(vault);
        match &self.state {
            State::Open(..) => {
                self.left = Sorted::new();
                Ok(())
            }
            _ => Err(StorageError::Blocked),
        }
    }

    pub fn lock(&mut self) -> Result<(), StorageError> {
        let State::Open(vault, keeper) = &self.state else {
            return Err(StorageError::ReadOnly);
        };
        for (id, text) in keeper.unkept() {
            vault.write(&super::world::key(&id), &text).unwrap();
        }
        vault.close();
        while work(vault) {}
        self.left = vault.left();
        self.state = State::Locked;
        Ok(())
    }

    pub fn change(&mut self, passphrase: &str) -> Result<(), StorageError> {
        let State::Open(vault, _) = &self.state else {
            return Err(StorageError::ReadOnly);
        };
        let lock = vault.lock();
        vault.set_lock(LockRecord {
            seq: lock.seq + 1,
            file: file(passphrase),
            ..lock
        })
    }

    pub fn turn_off(&mut self) -> Result<(), StorageError> {
        match &self.state {
            State::Open(vault, _) => vault.turn_off(),
            _ => Err(StorageError::ReadOnly),
        }
    }

    pub fn keeper(&mut self) -> Option<&mut Keeper> {
        match &mut self.state {
            State::Off(keeper) | State::Open(_, keeper) => Some(keeper),
            State::Locked => None,
        }
    }

    pub fn keep(&mut self, id: &str, body: &str) -> Result<(), StorageError> {
        let page = Record {
            id,
            kind: Kind::Draft,
            title: "A secret title",
            body,
            now: 1,
        };
        let keeper = self.keeper().ok_or(StorageError::Blocked)?;
        keeper.keep(page, || format!("{id}copy")).map(|_| ())
    }

    pub fn delete(&mut self, id: &str) -> Result<(), StorageError> {
        let keeper = self.keeper().ok_or(StorageError::Blocked)?;
        keeper.delete(id).map(|_| ())
    }

    /// Every record that can be read, by its body.
    pub fn bodies(&mut self) -> BTreeMap<String, String> {
        let Some(keeper) = self.keeper() else {
            return BTreeMap::new();
        };
        let list = keeper.list().into_iter();
        list.filter_map(|entry| Some((entry.id.clone(), keeper.record(&entry.id)?.body)))
            .collect()
    }

    pub fn here(&self) -> BTreeMap<String, String> {
        texts(&self.first.inner)
    }

    pub fn rows(&self) -> BTreeMap<String, String> {
        self.book.rows.borrow().clone()
    }

    /// Whether this can be read in either store.
    pub fn shows(&self, word: &str) -> bool {
        let (here, rows) = (self.here(), self.rows());
        here.values().chain(rows.values()).any(|text| text.contains(word))
    }
}

/// One step of the vault; says whether there was one.
fn work(vault: &Vault) -> bool {
    match vault.step() {
        Work::Rest => false,
        Work::Seal(number, tag, text) => {
            vault.was_sealed(number, Some(seal(&tag, &text)));
            true
        }
        Work::Open(number, tags, body) => {
            vault.was_opened(number, opened(&tags, &body));
            true
        }
    }
}
