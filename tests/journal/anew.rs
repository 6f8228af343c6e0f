//! Beginning anew: the browser has removed the journal while the page is open, or another tab has written meanwhile.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use waymark::storage::{Journalled, Kind, Memory, Pump, Row, Safety, Step, Storage, StorageError};

use super::world::{Open, key, record, texts};

#[test]
fn a_journal_that_the_browser_removed_is_filled_again_with_everything() {
    let mut open = Open::new();
    for id in ["a", "b", "c"] {
        open.shelf.create(id, Kind::Draft, id, "whole", 1).unwrap();
    }
    open.settle();
    assert!(open.is_saved());
    open.book.rows.borrow_mut().clear();
    open.stores.begin();
    assert!(!open.is_saved(), "what it holds is not known");
    open.shelf.save("a", "a", "changed", 2, String::new).unwrap();
    open.settle();
    assert!(open.is_saved());
    open.agree();
    let again = Open::killed(&BTreeMap::new(), &open.book);
    assert_eq!(again.bodies().len(), 3, "the journal alone has all of it");
}

#[test]
fn an_answer_from_before_the_journal_was_removed_is_no_proof() {
    let mut open = Open::new();
    open.shelf.create("a", Kind::Draft, "a", "whole", 1).unwrap();
    open.settle();
    open.shelf.save("a", "a", "changed", 2, String::new).unwrap();
    let Step::Write(number, _) = open.pump.borrow_mut().step() else {
        panic!("a step to write")
    };
    open.book.rows.borrow_mut().clear();
    open.stores.begin();
    open.stores.was_written(number, true);
    assert_eq!(open.pump.borrow().safety(), Safety::Once);
    open.settle();
    open.agree();
}

/// A store that has no room for a while.
#[derive(Default)]
struct Narrow {
    inner: Memory,
    full: Cell<bool>,
}

impl Storage for Narrow {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.inner.keys()
    }

    fn read(&self, of: &str) -> Result<Option<String>, StorageError> {
        self.inner.read(of)
    }

    fn write(&self, of: &str, text: &str) -> Result<(), StorageError> {
        if self.full.get() {
            return Err(StorageError::Full);
        }
        self.inner.write(of, text)
    }

    fn remove(&self, of: &str) -> Result<(), StorageError> {
        self.inner.remove(of)
    }
}

fn read(stores: &Journalled, pump: &RefCell<Pump>, rows: &[(String, String)]) {
    let step = pump.borrow_mut().step();
    let Step::Read(number) = step else {
        panic!("a step to read, not {step:?}")
    };
    let rows = rows
        .iter()
        .map(|(key, text)| (key.clone(), Row::Text(text.clone())));
    stores.was_read(number, Some(rows.collect()));
}

/// The first store, full and behind the journal.
fn behind() -> (Rc<Narrow>, Rc<RefCell<Pump>>, Journalled) {
    let first = Rc::new(Narrow::default());
    first.inner.write(&key("a"), &record(3, "old")).unwrap();
    first.full.set(true);
    let pump: Rc<RefCell<Pump>> = Rc::default();
    let stores = Journalled::new(Rc::clone(&first) as Rc<dyn Storage>, Rc::clone(&pump), || 1);
    let rows = [
        (key("a"), record(4, "newer")),
        (key("b"), record(1, "only there")),
    ];
    read(&stores, &pump, &rows);
    assert_eq!(stores.read(&key("a")).unwrap(), Some(record(4, "newer")));
    (first, pump, stores)
}

#[test]
fn what_had_no_room_does_not_hide_what_another_tab_wrote_since() {
    let (first, pump, stores) = behind();
    // The other tab made room, wrote, and gave the turn back.
    first.full.set(false);
    first.inner.write(&key("a"), &record(5, "newest")).unwrap();
    first.inner.write(&key("b"), &record(2, "changed")).unwrap();
    let rows = [(key("a"), record(5, "newest")), (key("b"), record(2, "changed"))];
    stores.begin();
    for (of, text) in &rows {
        assert_eq!(
            stores.read(of).unwrap().as_ref(),
            Some(text),
            "{of}, before the journal is read"
        );
    }
    read(&stores, &pump, &rows);
    for (of, text) in &rows {
        assert_eq!(stores.read(of).unwrap().as_ref(), Some(text), "{of}");
    }
}

/// The other tab writes it while the journal is being read; both stores have the same by then.
#[test]
fn what_had_no_room_and_stands_in_both_stores_by_now_is_read_from_them() {
    let (first, pump, stores) = behind();
    stores.begin();
    let Step::Read(number) = pump.borrow_mut().step() else {
        panic!("a step to read")
    };
    first.inner.write(&key("b"), &record(2, "changed")).unwrap();
    let rows = vec![(key("a"), Row::Text(record(4, "newer"))), (key("b"), Row::Same)];
    stores.was_read(number, Some(rows));
    assert_eq!(stores.read(&key("b")).unwrap(), Some(record(2, "changed")));
    assert_eq!(stores.read(&key("a")).unwrap(), Some(record(4, "newer")));
}

#[test]
fn what_another_tab_wrote_beside_us_is_seen_and_taken_into_the_journal() {
    let (first, pump, stores) = behind();
    first.inner.write(&key("a"), &record(5, "newest")).unwrap();
    stores.heard(&key("a"));
    assert_eq!(stores.read(&key("a")).unwrap(), Some(record(5, "newest")));
    let expected = vec![(key("a"), Some(record(5, "newest")))];
    assert!(matches!(pump.borrow_mut().step(), Step::Write(_, rows) if rows == expected));
    // Who removes a record leaves a word about it in the journal; that is not wiped away.
    first.inner.remove(&key("a")).unwrap();
    stores.heard(&key("a"));
    pump.borrow_mut().was_written(0, true);
    assert_eq!(pump.borrow_mut().step(), Step::Rest);
}

#[test]
fn what_had_no_room_and_was_deleted_by_another_tab_is_gone() {
    let (_, pump, stores) = behind();
    stores.begin();
    let gone = waymark::storage::Gone::of(&record(1, "only there"), 1).write();
    read(
        &stores,
        &pump,
        &[(key("a"), record(4, "newer")), (key("b"), gone)],
    );
    assert_eq!(stores.read(&key("b")).unwrap(), None);
    assert_eq!(stores.read(&key("a")).unwrap(), Some(record(4, "newer")));
}

#[test]
fn what_was_set_aside_without_room_and_is_nowhere_else_stays() {
    let torn = "waymark-record 2 draft 5 5 0123456789abcdef\nTorn\n{}";
    let first = Rc::new(Narrow::default());
    first.inner.write(&key("a"), torn).unwrap();
    first.full.set(true);
    let pump: Rc<RefCell<Pump>> = Rc::default();
    let stores = Journalled::new(Rc::clone(&first) as Rc<dyn Storage>, Rc::clone(&pump), || 1);
    let rows = [(key("a"), record(4, "good"))];
    read(&stores, &pump, &rows);
    let aside = |stores: &Journalled| {
        let keys = stores.keys().unwrap();
        let read = |of: &String| stores.read(of).unwrap().unwrap();
        keys.iter().map(read).any(|text| text == torn)
    };
    assert!(aside(&stores));
    // The turn goes and comes before the journal has taken it.
    stores.begin();
    first.inner.write(&key("a"), &record(4, "good")).unwrap();
    read(&stores, &pump, &rows);
    assert!(aside(&stores));
    let step = pump.borrow_mut().step();
    assert!(
        matches!(step, Step::Write(_, rows) if rows.iter().any(|(_, text)| text.as_deref() == Some(torn)))
    );
}

/// Deleted, brought back, the clock set back, and deleted again: the journal hears of the last one only by what the first store
/// remembers.
#[test]
fn a_clock_that_runs_back_brings_nothing_deleted_back() {
    thread_local! {
        static NOW: Cell<u64> = const { Cell::new(1_000_000) };
    }
    let first: Rc<Memory> = Rc::default();
    let open = |first: &Rc<Memory>| {
        let pump: Rc<RefCell<Pump>> = Rc::default();
        let stores = Journalled::new(Rc::clone(first) as Rc<dyn Storage>, Rc::clone(&pump), || {
            NOW.get()
        });
        (pump, stores)
    };
    let (pump, stores) = open(&first);
    read(&stores, &pump, &[]);
    let text = record(3, "x");
    stores.write(&key("a"), &text).unwrap();
    stores.remove(&key("a")).unwrap();
    stores.write(&key("a"), &text).unwrap();
    let Step::Write(number, rows) = pump.borrow_mut().step() else {
        panic!("a step to write")
    };
    stores.was_written(number, true);
    let journal: Vec<(String, String)> = rows
        .into_iter()
        .filter_map(|(of, text)| Some((of, text?)))
        .collect();
    NOW.set(5);
    stores.remove(&key("a")).unwrap();
    // Killed before the journal has heard of that.
    let (pump, stores) = open(&first);
    read(&stores, &pump, &journal);
    assert_eq!(stores.read(&key("a")).unwrap(), None);
    assert_eq!(texts(&first).len(), 1, "only the memory of the deletion");
}
