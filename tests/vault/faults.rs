//! One script, from turning the lock on to turning it off, in which every call of either store fails in every way, and after
//! which the browser is killed at every point, having lost any number of the first store's last changes.

use std::collections::BTreeMap;
use std::rc::Rc;

use waymark::storage::StorageError;
use waymark::storage::faulty::Faulty;

use super::page::{Page, State};
use super::world::{Book, TROUBLES, device};

/// What a person does.
enum Act {
    Keep(&'static str, &'static str),
    Delete(&'static str),
    On(&'static str),
    Change(&'static str),
    LockAndUnlock,
    Off,
}

const SCRIPT: &[Act] = &[
    Act::Keep("a", "a1 secret"),
    Act::Keep("b", "b1 secret"),
    Act::On("p1"),
    Act::Keep("a", "a2 secret"),
    Act::Keep("c", "c1 secret"),
    Act::Delete("b"),
    Act::Change("p2"),
    Act::Keep("c", "c2 secret"),
    Act::LockAndUnlock,
    Act::Keep("a", "a3 secret"),
    Act::Off,
    Act::Keep("a", "a4 secret"),
];

/// What is known while the script runs.
#[derive(Default)]
struct Told {
    /// Each record, and everything that it was.
    history: BTreeMap<&'static str, Vec<Option<&'static str>>>,
    /// How far that was when "saved" was last said.
    saved: BTreeMap<&'static str, usize>,
    /// The passphrases that may open it: the last one that was said to be set, and those tried since.
    passphrases: Vec<&'static str>,
}

impl Told {
    fn tried(&mut self, id: &'static str, body: Option<&'static str>, done: bool) {
        let history = self.history.entry(id).or_insert_with(|| vec![None]);
        if done || body.is_some() {
            history.push(body);
        }
    }

    fn saved(&mut self, passphrase: Option<&'static str>) {
        if let Some(set) = passphrase {
            self.passphrases = vec![set];
        }
        for (id, history) in &self.history {
            self.saved.insert(id, history.len() - 1);
        }
    }

    /// Everything said to be saved is there, in that form or a later one, behind a passphrase that was set.
    fn holds(&self, mut page: Page, at: &str) {
        if matches!(page.state, State::Locked) {
            let opens = self.passphrases.iter().any(|one| page.unlock(one).is_ok());
            assert!(opens, "{at}: none of {:?} opens it", self.passphrases);
            page.settle();
        }
        let there = page.bodies();
        for (id, from) in &self.saved {
            let now = there.get(*id).map(String::as_str);
            assert!(
                self.history[id][*from..].contains(&now),
                "{at}: {id} was saved as {:?} and is {now:?}; there is {there:?}",
                self.history[id][*from]
            );
        }
        for (id, body) in &there {
            let known = SCRIPT
                .iter()
                .any(|act| matches!(act, Act::Keep(_, one) if one == body));
            assert!(known, "{at}: {id} is {body:?}, which nobody wrote");
        }
    }
}

/// Runs the script, with `between` after each act and each step.
fn run(page: &mut Page, mut between: impl FnMut(&mut Page, &Told, usize)) -> Told {
    let mut told = Told::default();
    let mut set = None;
    for (number, act) in SCRIPT.iter().enumerate() {
        match act {
            Act::Keep(id, body) => {
                let done = page.keep(id, body).is_ok();
                told.tried(id, Some(body), done);
            }
            Act::Delete(id) => {
                let done = page.delete(id).is_ok();
                told.tried(id, None, done);
            }
            Act::On(new) => {
                told.passphrases.push(new);
                set = page.turn_on(new).is_ok().then_some(*new);
            }
            Act::Change(new) => {
                told.passphrases.push(new);
                // Where it failed, either may be the one.
                set = page.change(new).is_ok().then_some(*new);
            }
            Act::LockAndUnlock => {
                let _ = page.lock();
                let _ = told.passphrases.iter().any(|one| page.unlock(one).is_ok());
            }
            Act::Off => {
                let _ = page.turn_off();
            }
        }
        // What the person sees before anything else is done.
        between(page, &told, number);
        while page.step() {
            between(page, &told, number);
        }
        if page.is_saved()
            && !matches!(page.state, State::Locked)
            && page.keeper().is_some_and(|it| !it.has_unkept())
        {
            told.saved(set);
        }
        if page.is_on() {
            assert!(
                !page.shows("secret"),
                "after act {number}: said to be on, and there is plain text"
            );
        }
        between(page, &told, number);
    }
    told
}

#[test]
fn the_browser_is_killed_at_every_point_and_nothing_saved_is_lost() {
    let mut count = 0;
    let mut states = vec![BTreeMap::new()];
    let mut page = Page::new();
    run(&mut page, |page, told, number| {
        states.push(page.here());
        for (lost, first) in states.iter().rev().enumerate() {
            let again = Page::again(first, &page.rows());
            told.holds(
                again,
                &format!("killed in act {number}, the first store lost {lost} changes"),
            );
            count += 1;
        }
    });
    assert!(matches!(page.state, State::Off(_)) && page.is_saved());
    println!("{count} kills");
}

#[test]
fn every_call_of_the_first_store_fails_once_and_for_good() {
    let calm = Page::new();
    let mut calm = calm;
    run(&mut calm, |_, _, _| {});
    let calls = calm.first.calls.get();
    let mut count = 0;
    for error in [StorageError::Blocked, StorageError::Full] {
        for forever in [false, true] {
            for call in 0..calls {
                let first = Rc::new(Faulty::default());
                first.at.set(Some(call));
                first.forever.set(forever);
                first.error.set(Some(error));
                let Some(mut page) = Page::over(Rc::clone(&first), Rc::default()) else {
                    continue;
                };
                let at = format!("{error:?} at call {call}, forever {forever}");
                run(&mut page, |page, told, number| {
                    told.holds(
                        Page::again(&page.here(), &page.rows()),
                        &format!("{at}, act {number}"),
                    );
                });
                count += 1;
            }
        }
    }
    println!("{count} faults");
}

#[test]
fn every_call_of_the_journal_fails_in_every_way() {
    let mut calm = Page::new();
    run(&mut calm, |_, _, _| {});
    let calls = calm.book.calls.get();
    for trouble in TROUBLES {
        for forever in [false, true] {
            for call in 0..calls {
                let book = Rc::new(Book::default());
                book.at.set(Some(call));
                book.forever.set(forever);
                book.trouble.set(Some(trouble));
                let mut page = Page::over(device(&BTreeMap::new()), book).unwrap();
                let at = format!("{trouble:?} at call {call}, forever {forever}");
                run(&mut page, |page, told, number| {
                    told.holds(
                        Page::again(&page.here(), &page.rows()),
                        &format!("{at}, act {number}"),
                    );
                });
            }
        }
    }
}
