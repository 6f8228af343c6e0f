//! One script, in which every call of either store fails in every way, and after which the browser is killed at every point,
//! having lost any number of the first store's last changes.

use std::collections::BTreeMap;
use std::rc::Rc;

use waymark::storage::{Kind, StorageError};

use super::world::{Book, Open, TROUBLES, texts};

/// What a person does. `true`: it was done.
type Act = (&'static str, Option<&'static str>, fn(&mut Open) -> bool);

fn save(open: &mut Open, id: &str, body: &str) -> bool {
    open.shelf
        .save(id, id, body, 1, || format!("{id}-copy-{body}"))
        .is_ok()
}

fn create(open: &mut Open, id: &str, body: &str) -> bool {
    open.shelf.create(id, Kind::Draft, id, body, 1).is_ok()
}

/// Which record, what it then holds, and how.
const SCRIPT: &[Act] = &[
    ("a", Some("a1"), |open| create(open, "a", "a1")),
    ("a", Some("a2"), |open| save(open, "a", "a2")),
    ("b", Some("b1"), |open| create(open, "b", "b1")),
    ("a", Some("a3"), |open| save(open, "a", "a3")),
    ("b", None, |open| match open.shelf.delete("b") {
        Ok(deleted) => {
            open.deleted = Some(deleted);
            true
        }
        Err(_) => false,
    }),
    ("c", Some("c1"), |open| create(open, "c", "c1")),
    ("b", Some("b1"), |open| match open.deleted.clone() {
        Some(deleted) => open.shelf.undelete(&deleted).is_ok(),
        None => false,
    }),
    ("b", Some("b2"), |open| save(open, "b", "b2")),
    ("c", None, |open| open.shelf.delete("c").is_ok()),
    ("a", Some("a4"), |open| save(open, "a", "a4")),
];

/// What is known while the script runs.
#[derive(Default)]
struct Told {
    /// Each record, and everything that it was or, where that failed, may be.
    history: BTreeMap<&'static str, Vec<Option<&'static str>>>,
    /// Which of it was done last.
    last: BTreeMap<&'static str, usize>,
    /// How far that was when "saved" was last said.
    saved: BTreeMap<&'static str, usize>,
}

impl Told {
    fn tried(&mut self, id: &'static str, body: Option<&'static str>, done: bool) {
        let history = self.history.entry(id).or_default();
        history.push(body);
        if done {
            self.last.insert(id, history.len() - 1);
        }
    }

    fn saved(&mut self) {
        self.saved.clone_from(&self.last);
    }

    /// Everything said to be saved is there, in that form or a later one.
    fn holds(&self, open: &Open, at: &str) {
        let there = open.bodies();
        for (id, from) in &self.saved {
            let now = there.get(*id).map(String::as_str);
            assert!(
                self.history[id][*from..].contains(&now),
                "{at}: {id} was saved as {:?} and is {now:?}",
                self.history[id][*from]
            );
        }
        for (id, body) in &there {
            let known = SCRIPT.iter().any(|(_, one, _)| *one == Some(body));
            assert!(known, "{at}: {id} is {body:?}, which nobody wrote");
        }
    }
}

/// Runs the script, with `between` after each act.
fn run(open: &mut Open, mut between: impl FnMut(&mut Open, &Told, usize)) -> Told {
    let mut told = Told::default();
    for (number, (id, body, act)) in SCRIPT.iter().enumerate() {
        let done = act(open);
        told.tried(id, *body, done);
        open.settle();
        if open.is_saved() {
            told.saved();
        }
        between(open, &told, number);
    }
    told
}

#[test]
fn the_browser_is_killed_at_every_point_and_nothing_saved_is_lost() {
    let mut count = 0;
    let mut states = vec![BTreeMap::new()];
    let mut open = Open::new();
    run(&mut open, |open, told, number| {
        states.push(texts(&open.first.inner));
        assert!(open.is_saved());
        open.agree();
        for (lost, first) in states.iter().rev().enumerate() {
            let at = format!("killed after act {number}, the first store lost {lost} changes");
            let again = Open::killed(first, &open.book);
            told.holds(&again, &at);
            assert_eq!(again.bodies(), open.bodies(), "{at}");
            again.agree();
            count += 1;
        }
    });
    println!(
        "{count} kills, the first store having lost any number of its last changes: nothing saved is lost"
    );
}

#[test]
fn the_browser_is_killed_before_the_journal_has_taken_it() {
    let mut open = Open::new();
    let mut told = Told::default();
    let mut states = vec![BTreeMap::new()];
    for (number, (id, body, act)) in SCRIPT.iter().enumerate() {
        open.settle();
        told.saved();
        assert!(act(&mut open), "act {number}");
        told.tried(id, *body, true);
        states.push(texts(&open.first.inner));
        assert!(!open.is_saved(), "not saved before the journal has it");
        for (lost, first) in states.iter().rev().enumerate() {
            let at = format!("killed in act {number}, {lost} changes lost");
            told.holds(&Open::killed(first, &open.book), &at);
        }
    }
}

#[test]
fn whatever_the_journal_does_nothing_saved_is_lost() {
    let mut count = 0;
    for trouble in TROUBLES {
        for forever in [false, true] {
            for at in 0.. {
                let mut open = Open::new();
                open.book.at.set(Some(at));
                open.book.forever.set(forever);
                open.book.trouble.set(Some(trouble));
                let mut states = vec![BTreeMap::new()];
                let name = format!("{trouble:?} at {at}, forever {forever}");
                let told = run(&mut open, |open, told, number| {
                    states.push(texts(&open.first.inner));
                    for (lost, first) in states.iter().rev().enumerate() {
                        let at = format!("{name}, killed after act {number}, {lost} changes lost");
                        told.holds(&Open::killed(first, &open.book), &at);
                    }
                });
                let hit = open.book.calls.get() > at;
                // The first store had no trouble: without a kill everything is there, and both stores agree again.
                let again = Open::killed(&texts(&open.first.inner), &open.book);
                for (id, all) in &told.history {
                    let now = again.bodies().get(*id).cloned();
                    assert_eq!(now.as_deref(), *all.last().unwrap(), "{name}: {id}");
                }
                again.agree();
                count += 1;
                if !hit {
                    break;
                }
            }
        }
    }
    println!(
        "{count} runs in which a call of the journal fails, killed after every act: nothing saved is lost"
    );
}

/// The script with a first store whose call fails; what was saved is there after a kill, even if the first store lost everything.
/// Says whether there was such a call.
fn first_fails(open: &mut Open, error: StorageError, at: usize, forever: bool, too: &str) -> bool {
    open.first.calls.set(0);
    open.first.error.set(Some(error));
    open.first.at.set(Some(at));
    open.first.forever.set(forever);
    let name = format!("{too}{error:?} at {at}, forever {forever}");
    let told = run(open, |_, _, _| ());
    let hit = open.first.calls.get() > at;
    open.first.at.set(None);
    told.holds(&Open::killed(&texts(&open.first.inner), &open.book), &name);
    told.holds(&Open::killed(&BTreeMap::new(), &open.book), &name);
    hit
}

#[test]
fn whatever_the_first_store_does_nothing_saved_is_lost() {
    let mut count = 0;
    for error in [StorageError::Blocked, StorageError::Full] {
        for forever in [false, true] {
            for at in 0.. {
                let mut open = Open::new();
                open.settle();
                count += 1;
                if !first_fails(&mut open, error, at, forever, "") {
                    break;
                }
            }
        }
    }
    println!("{count} runs in which a call of the first store fails: nothing saved is lost");
}

/// A call of the journal fails, and a call of the first store as well.
#[test]
fn whatever_both_stores_do_nothing_saved_is_lost() {
    let mut count = 0;
    for trouble in TROUBLES {
        for journal in 0..12 {
            for (error, forever) in [
                (StorageError::Blocked, false),
                (StorageError::Blocked, true),
                (StorageError::Full, false),
                (StorageError::Full, true),
            ] {
                for at in 0.. {
                    let mut open = Open::new();
                    open.settle();
                    open.book.calls.set(0);
                    open.book.at.set(Some(journal));
                    open.book.trouble.set(Some(trouble));
                    let too = format!("{trouble:?} at {journal}, ");
                    count += 1;
                    if !first_fails(&mut open, error, at, forever, &too) {
                        break;
                    }
                }
            }
        }
    }
    println!("{count} runs in which a call of each store fails: nothing saved is lost");
}

/// The stores differ, and every call of the first one fails while they are brought together.
#[test]
fn whatever_fails_while_the_stores_meet_nothing_is_lost() {
    let texts_of = |open: &Open| {
        let mut all: Vec<String> = open.texts();
        all.sort();
        all.dedup();
        all
    };
    let (first, book) = super::meet::differing();
    let whole = texts_of(&Open::killed(&first, &book));
    for error in [StorageError::Blocked, StorageError::Full] {
        for forever in [false, true] {
            for at in 0.. {
                let faulty = super::world::device(&first);
                let book = Rc::new(Book {
                    rows: book.rows.clone(),
                    ..Book::default()
                });
                let Some(mut open) = Open::over(Rc::clone(&faulty), Rc::clone(&book)) else {
                    continue;
                };
                faulty.calls.set(0);
                faulty.error.set(Some(error));
                faulty.at.set(Some(at));
                faulty.forever.set(forever);
                open.settle();
                let hit = faulty.calls.get() > at;
                faulty.at.set(None);
                let again = Open::killed(&texts(&faulty.inner), &book);
                let there = texts_of(&again);
                for text in &whole {
                    assert!(
                        there.contains(text),
                        "{error:?} at {at}, {forever}: {text} is lost"
                    );
                }
                if !hit {
                    break;
                }
            }
        }
    }
}
