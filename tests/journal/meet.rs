//! The stores meet: of each record the newest valid text stays in both, and what is nobody's older form is kept beside it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use waymark::storage::{Gone, Journalled, LATEST, LOCK, Memory, Row, State, Storage};

use super::world::{Book, Open, device, held_against, key, record, stores, texts};

const NEWER: &str = "waymark-record 9 draft 5 1 0123456789abcdef\nFrom tomorrow\n{}";
const TORN: &str = "waymark-record 2 draft 5 5 0123456789abcdef\nTorn\n{}";

/// A pair for every kind of difference.
pub fn differing() -> (BTreeMap<String, String>, Book) {
    let (mut first, mut book) = (BTreeMap::new(), BTreeMap::new());
    for (id, here, there, _) in table() {
        if let Some(text) = here {
            first.insert(key(&format!("{id}.")), text);
        }
        if let Some(text) = there {
            book.insert(key(&format!("{id}.")), text);
        }
    }
    let book = Book {
        rows: RefCell::new(book),
        ..Book::default()
    };
    (first, book)
}

type Case = (&'static str, Option<String>, Option<String>, Vec<String>);

/// Name, the first store's text, the journal's, and every text that is there afterwards, the one in its place first.
fn table() -> Vec<Case> {
    let good = |seq, body| record(seq, body);
    let one = |text: &str| Some(text.to_owned());
    let gone = |text: &str| Some(Gone::of(text, 1).write());
    vec![
        ("only-here", Some(good(3, "x")), None, vec![good(3, "x")]),
        ("only-there", None, Some(good(3, "x")), vec![good(3, "x")]),
        (
            "here-newer",
            Some(good(4, "y")),
            Some(good(3, "x")),
            vec![good(4, "y")],
        ),
        (
            "there-newer",
            Some(good(3, "x")),
            Some(good(4, "y")),
            vec![good(4, "y")],
        ),
        ("same", Some(good(3, "x")), Some(good(3, "x")), vec![good(3, "x")]),
        (
            "parted",
            Some(good(3, "x")),
            Some(good(3, "y")),
            vec![good(3, "x"), good(3, "y")],
        ),
        (
            "torn-here",
            one(TORN),
            Some(good(3, "x")),
            vec![good(3, "x"), TORN.to_owned()],
        ),
        (
            "torn-there",
            Some(good(3, "x")),
            one(TORN),
            vec![good(3, "x"), TORN.to_owned()],
        ),
        (
            "torn-twice",
            one("torn"),
            one(TORN),
            vec!["torn".to_owned(), TORN.to_owned()],
        ),
        ("torn-there-alone", None, one(TORN), vec![TORN.to_owned()]),
        (
            "newer-here",
            one(NEWER),
            Some(good(3, "x")),
            vec![NEWER.to_owned(), good(3, "x")],
        ),
        (
            "newer-there",
            Some(good(3, "x")),
            one(NEWER),
            vec![NEWER.to_owned(), good(3, "x")],
        ),
        ("gone", Some(good(3, "x")), gone(&good(3, "x")), vec![]),
        ("gone-and-older", Some(good(2, "w")), gone(&good(3, "x")), vec![]),
        (
            "gone-and-newer",
            Some(good(4, "y")),
            gone(&good(3, "x")),
            vec![good(4, "y")],
        ),
        ("gone-torn", one(TORN), gone(TORN), vec![]),
        (
            "gone-other-torn",
            one("torn"),
            gone(TORN),
            vec!["torn".to_owned()],
        ),
        ("gone-from-both", None, gone(&good(3, "x")), vec![]),
    ]
}

#[test]
fn the_newest_valid_text_stays_and_nothing_else_is_lost() {
    for (name, here, there, expected) in table() {
        let row = |text: Option<String>| text.map(|text| (key("a"), text)).into_iter().collect();
        let book = Book {
            rows: RefCell::new(row(there)),
            ..Book::default()
        };
        let open = Open::killed(&row(here), &book);
        let found: Vec<String> = ["a", "a2"].iter().filter_map(|id| open.shelf.raw(id)).collect();
        assert_eq!(found, expected, "{name}");
        assert!(open.is_saved(), "{name}");
        open.agree();
        // A second time nothing changes.
        let again = Open::killed(&texts(&open.first.inner), &open.book);
        assert_eq!(again.texts(), open.texts(), "{name}, again");
        again.agree();
    }
}

#[test]
fn what_is_set_aside_is_shown() {
    let (first, book) = differing();
    let open = Open::killed(&first, &book);
    let state = |id: &str| open.shelf.entry(id).map(|entry| entry.state);
    assert_eq!(state("torn-here.2"), Some(State::Damaged));
    assert_eq!(state("newer-here."), Some(State::Newer));
    assert_eq!(state("parted.2"), Some(State::Good));
}

#[test]
fn a_place_that_only_the_journal_has_is_not_written_over() {
    let first = BTreeMap::from([(key("a"), record(3, "x"))]);
    let book = Book {
        rows: RefCell::new(BTreeMap::from([
            (key("a"), record(3, "y")),
            (key("a2"), record(9, "theirs")),
        ])),
        ..Book::default()
    };
    let open = Open::killed(&first, &book);
    let bodies: Vec<String> = open.bodies().into_values().collect();
    assert_eq!(bodies, ["x", "theirs", "y"]);
    open.agree();
}

/// The person was faster than the journal: what is on screen stays, and what it had is kept beside.
#[test]
fn what_was_typed_before_the_journal_was_read_stays_in_its_place() {
    for (there, expected) in [
        (record(3, "x"), vec!["typed"]),
        (record(2, "w"), vec!["typed"]),
        (record(9, "newer"), vec!["typed", "newer"]),
        (record(3, "parted"), vec!["typed", "parted"]),
    ] {
        let first = device(&BTreeMap::from([(key("a"), record(3, "x"))]));
        let book = Rc::new(Book {
            rows: RefCell::new(BTreeMap::from([(key("a"), there.clone())])),
            ..Book::default()
        });
        let mut open = Open::over(first, book).unwrap();
        for number in 0..12 {
            let body = if number == 11 { "typed" } else { "ty" };
            open.shelf.save("a", "A title", body, 1, String::new).unwrap();
        }
        open.settle();
        let bodies: Vec<String> = open.bodies().into_values().collect();
        assert_eq!(bodies, expected, "{there}");
        assert!(open.is_saved());
        open.agree();
    }
}

/// What came of a meeting: the ids that are others now, what the first store holds, what the journal still has to take.
type Outcome = (Vec<String>, BTreeMap<String, String>, String);

fn outcome(first: &BTreeMap<String, String>, typed: Option<&str>, rows: Meeting) -> Outcome {
    let first = device(first);
    let (pump, stores) = stores(&first);
    if let Some(text) = typed {
        stores.write(&key("a"), text).unwrap();
    }
    let step = pump.borrow_mut().step();
    assert_eq!(step, waymark::storage::Step::Read(0));
    let changed = stores.was_read(0, Some(rows(&first.inner)));
    let step = pump.borrow_mut().step();
    (changed, texts(&first.inner), format!("{step:?}"))
}

type Meeting<'a> = &'a dyn Fn(&Memory) -> Vec<(String, Row)>;

/// The browser says of a row that it is the same instead of handing over its text; that changes nothing of what comes of it.
#[test]
fn what_is_the_same_in_both_stores_need_not_be_read() {
    let all = [
        record(3, "x"),
        record(4, "y"),
        record(3, "parted"),
        TORN.to_owned(),
        NEWER.to_owned(),
    ];
    let undone = [Gone::of(&record(3, "x"), 7).write(), "no such thing".to_owned()];
    for (a, b) in all.iter().flat_map(|a| all.iter().map(move |b| (a, b))) {
        for typed in [None, Some(&record(5, "typed")), Some(a)] {
            for undone in &undone {
                let common = [
                    (key("a"), a.clone()),
                    (key("same"), b.clone()),
                    ("waymark.lock".to_owned(), b.clone()),
                    ("waymark.gone.b".to_owned(), undone.clone()),
                ];
                let mut first = BTreeMap::from(common.clone());
                first.insert(key("here"), b.clone());
                let mut book = BTreeMap::from(common);
                book.insert(key("b"), b.clone());
                let whole = |_: &Memory| {
                    let rows = book.clone().into_iter();
                    rows.map(|(key, text)| (key, Row::Text(text))).collect()
                };
                let short = |first: &Memory| held_against(first, &book);
                let typed = typed.map(String::as_str);
                assert_eq!(
                    outcome(&first, typed, &short),
                    outcome(&first, typed, &whole),
                    "{a} {b} {typed:?} {undone}"
                );
            }
        }
    }
}

#[test]
fn what_the_first_store_has_no_room_for_is_read_all_the_same() {
    let first = device(&BTreeMap::from([(key("a"), record(3, "x"))]));
    first.at.set(Some(0));
    let book = Rc::new(Book {
        rows: RefCell::new(BTreeMap::from([
            (key("a"), record(4, "y")),
            (key("b"), record(1, "z")),
        ])),
        ..Book::default()
    });
    first.at.set(None);
    let full = Rc::new(Full(first.inner.read(&key("a")).unwrap().unwrap()));
    let pump = Rc::default();
    let stores = Journalled::new(full, Rc::clone(&pump), || 1);
    let step = pump.borrow_mut().step();
    assert_eq!(step, waymark::storage::Step::Read(0));
    stores.was_read(0, Some(held_against(&Memory::default(), &book.rows.borrow())));
    assert_eq!(stores.read(&key("a")).unwrap(), Some(record(4, "y")));
    assert_eq!(stores.read(&key("b")).unwrap(), Some(record(1, "z")));
    assert_eq!(stores.keys().unwrap(), [key("a"), key("b")]);
}

/// A store that is full.
struct Full(String);

impl Storage for Full {
    fn keys(&self) -> Result<Vec<String>, waymark::storage::StorageError> {
        Ok(vec![key("a")])
    }

    fn read(&self, of: &str) -> Result<Option<String>, waymark::storage::StorageError> {
        Ok((of == key("a")).then(|| self.0.clone()))
    }

    fn write(&self, _: &str, _: &str) -> Result<(), waymark::storage::StorageError> {
        Err(waymark::storage::StorageError::Full)
    }

    fn remove(&self, _: &str) -> Result<(), waymark::storage::StorageError> {
        Ok(())
    }
}

#[test]
fn a_deletion_is_remembered_for_a_week_and_read_only_whole() {
    let gone = Gone::of(&record(3, "x"), 1_000);
    assert_eq!(Gone::read(&gone.write()), Some(gone));
    assert!(!gone.is_old(1_000) && !gone.is_old(0) && gone.is_old(700_000_000));
    for text in [
        "",
        "waymark-gone",
        "waymark-gone 1",
        "waymark-gone 1 0 1",
        "waymark-gone 1 0123456789abcdef 1 2",
        "waymark-gone 1 0123456789abcdeg 1",
        "waymark-goner 1 0123456789abcdef 1",
    ] {
        assert_eq!(Gone::read(text), None, "{text}");
    }
}

/// What is no record stays where this page looks: which case was written last, how it looks, what others keep.
#[test]
fn only_records_and_the_lock_go_into_the_journal() {
    let others = [LATEST, "waymark.setting.theme", "waymark.record", "theme"];
    let mut open = Open::new();
    open.first.inner.write("waymark.other", "before").unwrap();
    for other in others {
        open.stores.write(other, "x").unwrap();
    }
    open.stores.write(LOCK, "a lock").unwrap();
    open.stores.write(&key("a"), &record(1, "x")).unwrap();
    open.settle();
    let rows: Vec<String> = open.book.rows.borrow().keys().cloned().collect();
    assert_eq!(rows, [LOCK.to_owned(), key("a")]);
    // Taken away, they leave nothing behind, in neither store.
    for other in others {
        open.stores.remove(other).unwrap();
    }
    open.settle();
    assert_eq!(open.book.rows.borrow().len(), 2);
    let left: Vec<String> = texts(&open.first.inner).into_keys().collect();
    assert_eq!(left, [LOCK.to_owned(), "waymark.other".to_owned(), key("a")]);
}
