//! The k-th call fails, for every k, every kind of failure, once and from then on: the old state or the new one, never
//! something between, and the list says what is there.

use std::rc::Rc;

use waymark::storage::faulty::Faulty;
use waymark::storage::{Deleted, Kind, Memory, Record, Saved, Shelf, Storage, StorageError};

use super::helpers::{
    FOREIGN, body, case, company_is_untouched, contents, draft, fresh, key, listed, no_copy, open, rename,
    texts, with_company,
};

const ERRORS: [StorageError; 4] = [
    StorageError::Blocked,
    StorageError::Full,
    StorageError::Unfaithful,
    StorageError::ReadOnly,
];
const NEWER: &str = "waymark-record 9 draft 1 1 0123456789abcdef\nFrom tomorrow\n{}";
const DAMAGED: &str = "{\"somebody\":\"else\"}";

/// A case, a draft, a damaged and a newer record, and the keys of others, in a storage that can fail.
struct World {
    faulty: Rc<Faulty>,
    other: Rc<Faulty>,
    shelf: Shelf,
    deleted: Option<Deleted>,
}

impl World {
    fn new() -> Self {
        let faulty = Rc::new(Faulty::default());
        let other = Rc::new(Faulty::default());
        for (key, text) in FOREIGN {
            faulty.inner.write(key, text).unwrap();
            other.inner.write(key, text).unwrap();
        }
        faulty.inner.write(&key("newer"), NEWER).unwrap();
        faulty.inner.write(&key("damaged"), DAMAGED).unwrap();
        faulty.inner.write("waymark.setting", "a setting").unwrap();
        let mut shelf = Shelf::open(Rc::clone(&faulty) as Rc<dyn Storage>).unwrap();
        shelf
            .create("case", Kind::Case, "Situation 1", &body(&case()), 1)
            .unwrap();
        shelf
            .create("draft", Kind::Draft, "Tuesday", &body(&draft()), 2)
            .unwrap();
        shelf.create("gone", Kind::Draft, "Gone", "{}", 3).unwrap();
        let deleted = shelf.delete("gone").ok();
        Self {
            faulty,
            other,
            shelf,
            deleted,
        }
    }
}

type Act = fn(&mut World) -> Result<(), StorageError>;
type Prepare = fn(&World);

fn written_elsewhere(world: &World) {
    let mut record = Record::read(&world.faulty.inner.read(&key("draft")).unwrap().unwrap()).unwrap();
    record.seq += 1;
    "From another tab".clone_into(&mut record.body);
    world.faulty.inner.write(&key("draft"), &record.write()).unwrap();
}

fn save(world: &mut World) -> Result<(), StorageError> {
    let taken = world.faulty.inner.read(&key("copy")).unwrap().is_some();
    let fresh = || if taken { "copy2" } else { "copy" }.to_owned();
    world
        .shelf
        .save("draft", "Tuesday", "What is on screen", 4, fresh)
        .map(|_| ())
}

/// Name, what happens before, what is tried.
const ACTS: &[(&str, Prepare, Act)] = &[
    (
        "create",
        |_| (),
        |world| world.shelf.create("new", Kind::Draft, "New", "A body", 4),
    ),
    ("save", |_| (), save),
    ("save after another tab", written_elsewhere, save),
    (
        "save after another tab deleted it",
        |world| world.faulty.inner.remove(&key("draft")).unwrap(),
        save,
    ),
    (
        "rename",
        |_| (),
        |world| {
            let body = body(&draft());
            let done = world
                .shelf
                .save("draft", "Wednesday", &body, 4, || "copy".to_owned());
            done.map(|_| ())
        },
    ),
    (
        "duplicate",
        |_| (),
        |world| world.shelf.duplicate("draft", "second", "Tuesday again", 4),
    ),
    ("delete", |_| (), |world| world.shelf.delete("draft").map(|_| ())),
    (
        "delete a damaged one",
        |_| (),
        |world| world.shelf.delete("damaged").map(|_| ()),
    ),
    (
        "undelete",
        |_| (),
        |world| {
            let deleted = world.deleted.clone().unwrap();
            world.shelf.undelete(&deleted)
        },
    ),
    (
        "undelete where another tab wrote",
        |world| {
            let record = world.shelf.record("case").unwrap();
            world.faulty.inner.write(&key("gone"), &record.write()).unwrap();
        },
        |world| {
            let deleted = world.deleted.clone().unwrap();
            world.shelf.undelete(&deleted)
        },
    ),
];

/// Sets the k-th call from here on to fail.
fn break_at(faulty: &Faulty, k: usize, forever: bool, error: StorageError) {
    faulty.calls.set(0);
    faulty.at.set(Some(k));
    faulty.forever.set(forever);
    faulty.error.set(Some(error));
}

/// Every way in which the k-th call can fail, until no call is left to fail. `run` says whether one did.
fn everywhere(mut run: impl FnMut(usize, bool, StorageError) -> bool) -> usize {
    let mut count = 0;
    for forever in [false, true] {
        for error in ERRORS {
            let mut k = 0;
            while run(k, forever, error) {
                k += 1;
                count += 1;
                assert!(k < 200, "no end of calls");
            }
        }
    }
    count
}

#[test]
fn whatever_call_fails_the_old_state_or_the_new_one_is_there() {
    let mut total = 0;
    for (name, prepare, act) in ACTS {
        let mut clean = World::new();
        prepare(&clean);
        let before = contents(&clean.faulty.inner);
        act(&mut clean).unwrap();
        let after = contents(&clean.faulty.inner);
        assert_ne!(before, after, "{name} does something");
        let count = everywhere(|k, forever, error| {
            let told = format!("{name}, call {k}, {error:?}, forever: {forever}");
            let mut world = World::new();
            prepare(&world);
            break_at(&world.faulty, k, forever, error);
            let done = act(&mut world);
            let hit = world.faulty.calls.get() > k;
            world.faulty.at.set(None);
            let now = contents(&world.faulty.inner);
            match done {
                Ok(()) => assert_eq!(now, after, "{told}: said to be done"),
                Err(_) => assert!(now == before || now == after, "{told}: neither old nor new"),
            }
            assert!(
                done.is_err() || !hit || *name == "save after another tab",
                "{told}: said to be done"
            );
            company_is_untouched(&world.faulty.inner);
            // What the list says is what is there, where no other tab was at it.
            let unlisted = *name == "undelete" && forever;
            if !name.contains("another tab") && !unlisted {
                let opened = Shelf::open(Rc::clone(&world.faulty) as Rc<dyn Storage>).unwrap();
                assert_eq!(listed(&world.shelf), listed(&opened), "{told}: the list is wrong");
            }
            // Trying again ends in the new state, with nothing kept twice.
            let again = now != after || name.starts_with("save") || name.starts_with("undelete");
            if done.is_err() && again {
                act(&mut world).unwrap_or_else(|error| panic!("{told}: again: {error:?}"));
            }
            if !(name.contains("another tab") && now == after) {
                assert_eq!(contents(&world.faulty.inner), after, "{told}: again");
            }
            if !name.contains("another tab") {
                let opened = Shelf::open(Rc::clone(&world.faulty) as Rc<dyn Storage>).unwrap();
                assert_eq!(
                    listed(&world.shelf),
                    listed(&opened),
                    "{told}: the list is wrong, again"
                );
            }
            hit
        });
        println!("{name}: {count} failures");
        total += count;
    }
    println!("{total} failures in {} acts", ACTS.len());
    assert!(total > 250);
}

#[test]
fn opening_reads_all_or_says_that_it_cannot() {
    let clean = listed(&World::new().shelf);
    let count = everywhere(|k, forever, error| {
        let world = World::new();
        let before = texts(&world.faulty.inner);
        break_at(&world.faulty, k, forever, error);
        let opened = Shelf::open(Rc::clone(&world.faulty) as Rc<dyn Storage>);
        let hit = world.faulty.calls.get() > k;
        world.faulty.at.set(None);
        match opened {
            Ok(shelf) => assert_eq!(listed(&shelf), clean),
            Err(_) => assert!(hit),
        }
        assert_eq!(texts(&world.faulty.inner), before);
        hit
    });
    println!("open: {count} failures");
}

#[test]
fn forgetting_removes_what_it_can_and_goes_on_when_called_again() {
    let all = contents(&World::new().faulty.inner);
    let count = everywhere(|k, forever, error| {
        let mut world = World::new();
        break_at(&world.faulty, k, forever, error);
        let done = world.shelf.forget();
        let hit = world.faulty.calls.get() > k;
        world.faulty.at.set(None);
        let left = contents(&world.faulty.inner);
        assert!(
            left.iter().all(|(key, text)| all.get(key) == Some(text)),
            "what is left is whole"
        );
        assert_eq!(done.is_ok(), left.is_empty());
        if !forever && k > 0 {
            assert!(left.len() <= 1, "one key that stays does not keep the others");
        }
        if !forever {
            let opened = Shelf::open(Rc::clone(&world.faulty) as Rc<dyn Storage>).unwrap();
            assert_eq!(
                listed(&world.shelf),
                listed(&opened),
                "the list shows what is left"
            );
        }
        world.shelf.forget().unwrap();
        assert!(texts(&world.faulty.inner).is_empty() && world.shelf.list().is_empty());
        company_is_untouched(&world.faulty.inner);
        hit
    });
    println!("forget: {count} failures");
}

#[test]
fn moving_fails_whole() {
    let all = contents(&World::new().faulty.inner);
    let records: Vec<String> = all
        .keys()
        .filter(|key| key.contains(".record."))
        .cloned()
        .collect();
    for from in [true, false] {
        let count = everywhere(|k, forever, error| {
            let mut world = World::new();
            let broken = Rc::clone(if from { &world.faulty } else { &world.other });
            let list = listed(&world.shelf);
            break_at(&broken, k, forever, error);
            let done = world.shelf.move_to(Rc::clone(&world.other) as Rc<dyn Storage>);
            let hit = broken.calls.get() > k;
            broken.at.set(None);
            assert_eq!(done.is_err(), hit);
            assert_eq!(
                contents(&world.faulty.inner),
                all,
                "the old storage keeps what it has"
            );
            assert_eq!(listed(&world.shelf), list);
            let there = contents(&world.other.inner);
            assert!(there.iter().all(|(key, text)| all.get(key) == Some(text)));
            if done.is_err() && !forever {
                assert!(there.is_empty(), "what was copied is taken back");
            }
            // Still over the storage it says it is over.
            rename(&mut world.shelf, "draft", "Wednesday", 9).unwrap();
            let inner = if done.is_ok() {
                &world.other.inner
            } else {
                &world.faulty.inner
            };
            assert!(contents(inner)[&key("draft")].contains("|Wednesday|"));
            rename(&mut world.shelf, "draft", "Tuesday", 9).unwrap();
            if done.is_err() && !forever {
                world
                    .shelf
                    .move_to(Rc::clone(&world.other) as Rc<dyn Storage>)
                    .unwrap();
                let moved: Vec<String> = texts(&world.other.inner).into_keys().collect();
                assert_eq!(moved, records, "nothing twice, nothing missing");
            }
            company_is_untouched(&world.faulty.inner);
            company_is_untouched(&world.other.inner);
            hit
        });
        println!(
            "move, {} fails: {count} failures",
            if from { "the old storage" } else { "the new one" }
        );
    }
}

/// A storage that takes a text, says nothing, and keeps something else.
struct Lying {
    inner: Rc<Memory>,
    lies: std::cell::Cell<bool>,
    keeps: Option<&'static str>,
}

impl Storage for Lying {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.inner.keys()
    }
    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.inner.read(key)
    }
    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        match (self.lies.replace(false), self.keeps) {
            (false, _) => self.inner.write(key, text),
            (true, Some(other)) => self.inner.write(key, other),
            (true, None) => Ok(()),
        }
    }
    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.inner.remove(key)
    }
}

#[test]
fn a_browser_that_keeps_something_else_is_found_out_and_the_old_text_put_back() {
    for keeps in [None, Some("waymark-record 1 dra"), Some("")] {
        let inner = with_company();
        let lying = Rc::new(Lying {
            inner: Rc::clone(&inner),
            lies: std::cell::Cell::new(false),
            keeps,
        });
        let mut shelf = Shelf::open(Rc::clone(&lying) as Rc<dyn Storage>).unwrap();
        shelf.create("a", Kind::Draft, "A", "old", 1).unwrap();
        let old = texts(&*inner);
        lying.lies.set(true);
        assert_eq!(
            shelf.create("b", Kind::Draft, "B", "new", 2),
            Err(StorageError::Unfaithful)
        );
        assert_eq!(texts(&*inner), old);
        lying.lies.set(true);
        assert_eq!(
            shelf.save("a", "A", "new", 2, no_copy),
            Err(StorageError::Unfaithful)
        );
        assert_eq!(texts(&*inner), old);
        lying.lies.set(true);
        let deleted = shelf.delete("a").unwrap();
        assert_eq!(shelf.undelete(&deleted), Err(StorageError::Unfaithful));
        shelf.undelete(&deleted).unwrap();
        assert_eq!(texts(&*inner), old);
        assert_eq!(shelf.save("a", "A", "new", 3, no_copy), Ok(Saved::Here));
    }
}

#[test]
fn another_tab_that_comes_between_writing_and_reading_back_loses_nothing() {
    let (storage, mut other) = fresh();
    other.create("a", Kind::Draft, "A", "old", 1).unwrap();
    let theirs = {
        let mut record = other.record("a").unwrap();
        record.seq += 1;
        "theirs".clone_into(&mut record.body);
        record.write()
    };
    let lying = Rc::new(Lying {
        inner: Rc::clone(&storage),
        lies: std::cell::Cell::new(false),
        keeps: Some(Box::leak(theirs.into_boxed_str())),
    });
    let mut shelf = Shelf::open(Rc::clone(&lying) as Rc<dyn Storage>).unwrap();
    lying.lies.set(true);
    assert_eq!(
        shelf.save("a", "A", "ours", 2, no_copy),
        Err(StorageError::Unfaithful)
    );
    let saved = shelf.save("a", "A", "ours", 3, || "b".to_owned());
    assert_eq!(saved, Ok(Saved::Copy("b".to_owned())));
    let opened = open(&storage);
    assert_eq!(opened.record("a").unwrap().body, "theirs");
    assert_eq!(opened.record("b").unwrap().body, "ours");
}
