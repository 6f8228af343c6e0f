//! What the lock does when nothing fails, and in the company of damaged, foreign and newer records and other tabs.

use std::collections::BTreeMap;

use waymark::storage::{Gone, Kind, LOCK, LockRecord, Phase, Record, State as Lies, Storage};

use super::page::{Page, State};
use super::world::{key, record};

fn bodies(list: &[(&str, &str)]) -> BTreeMap<String, String> {
    list.iter()
        .map(|(id, body)| ((*id).to_owned(), (*body).to_owned()))
        .collect()
}

/// A page with two records, and the lock on.
fn locked_page() -> Page {
    let mut page = Page::new();
    page.keep("a", "a secret").unwrap();
    page.keep("b", "b secret").unwrap();
    page.settle();
    page.turn_on("p1").unwrap();
    page.settle();
    page
}

#[test]
fn turned_on_nothing_can_be_read_in_either_store_and_everything_on_screen() {
    let mut page = locked_page();
    assert!(page.is_on());
    assert!(!page.shows("secret"), "{:?} {:?}", page.here(), page.rows());
    assert_eq!(page.bodies(), bodies(&[("a", "a secret"), ("b", "b secret")]));
    page.keep("a", "a secret, longer").unwrap();
    assert!(!page.is_saved());
    page.settle();
    assert!(page.is_saved() && !page.shows("secret"));
    let mut again = Page::again(&page.here(), &page.rows());
    assert!(matches!(again.state, State::Locked) && again.bodies().is_empty());
    assert!(again.unlock("p2").is_err());
    again.unlock("p1").unwrap();
    assert_eq!(
        again.bodies(),
        bodies(&[("a", "a secret, longer"), ("b", "b secret")])
    );
}

#[test]
fn turned_off_everything_is_plain_again_and_the_lock_is_gone_from_both() {
    let mut page = locked_page();
    page.keep("a", "a secret, longer").unwrap();
    page.turn_off().unwrap();
    page.settle();
    assert!(matches!(page.state, State::Off(_)));
    let rows = page.rows();
    assert!(!page.here().contains_key(LOCK) && Gone::read(&rows[LOCK]).is_some());
    for id in ["a", "b"] {
        let text = &page.here()[&key(id)];
        assert_eq!(rows[&key(id)], *text);
        assert_eq!(Record::read(text).unwrap().kind, Kind::Draft);
    }
    let mut again = Page::again(&page.here(), &rows);
    assert_eq!(
        again.bodies(),
        bodies(&[("a", "a secret, longer"), ("b", "b secret")])
    );
    again.keep("a", "more").unwrap();
    again.turn_on("p3").unwrap();
    again.settle();
    assert!(again.is_on() && !again.shows("secret") && !again.shows("more"));
}

#[test]
fn changing_the_passphrase_writes_one_record_and_the_old_one_opens_no_more() {
    let mut page = locked_page();
    let before = page.here();
    page.change("p2").unwrap();
    page.settle();
    let after = page.here();
    let written: Vec<&String> = after
        .keys()
        .filter(|key| before.get(*key) != after.get(*key))
        .collect();
    assert_eq!(written, [LOCK]);
    let mut again = Page::again(&after, &page.rows());
    assert!(again.unlock("p1").is_err());
    again.unlock("p2").unwrap();
    assert_eq!(again.bodies().len(), 2);
    // A browser that lost the change in one store has it from the other.
    let mut again = Page::again(&before, &page.rows());
    assert!(again.unlock("p1").is_err() && again.unlock("p2").is_ok());
}

#[test]
fn damaged_and_newer_records_are_sealed_as_they_are_and_come_back_so() {
    let mut page = Page::new();
    page.keep("a", "a secret").unwrap();
    page.first.inner.write(&key("torn"), "half a secret rec").unwrap();
    let newer = "waymark-record 99 draft 1 1 0123456789abcdef\nsecret title\n{}";
    page.first.inner.write(&key("newer"), newer).unwrap();
    let mut page = Page::again(&page.here(), &BTreeMap::new());
    page.turn_on("p1").unwrap();
    page.settle();
    assert!(page.is_on() && !page.shows("secret"));
    let mut again = Page::again(&page.here(), &page.rows());
    again.unlock("p1").unwrap();
    let keeper = again.keeper().unwrap();
    assert_eq!(keeper.entry("torn").unwrap().state, Lies::Damaged);
    assert_eq!(keeper.raw("torn").as_deref(), Some("half a secret rec"));
    assert_eq!(keeper.entry("newer").unwrap().state, Lies::Newer);
    again.turn_off().unwrap();
    again.settle();
    assert_eq!(again.here()[&key("torn")], "half a secret rec");
    assert_eq!(again.here()[&key("newer")], newer);
}

#[test]
fn a_sealed_record_opens_in_its_own_place_and_form_alone() {
    let page = locked_page();
    let (mut here, rows) = (page.here(), page.rows());
    // Somebody lays one in the place of the other.
    let a = here[&key("a")].clone();
    here.insert(key("b"), a.clone());
    let mut again = Page::again(&here, &BTreeMap::new());
    again.unlock("p1").unwrap();
    assert_eq!(again.bodies(), bodies(&[("a", "a secret")]));
    assert_eq!(again.keeper().unwrap().entry("b").unwrap().state, Lies::Damaged);
    // And it stays as it lies.
    again.keep("a", "a secret, longer").unwrap();
    again.settle();
    assert_eq!(again.here()[&key("b")], a);
    // One that says it was written more often than it was.
    let forged = Record::read(&rows[&key("a")]).map(|record| {
        Record {
            seq: record.seq + 1,
            ..record
        }
        .write()
    });
    here.insert(key("a"), forged.unwrap());
    let mut again = Page::again(&here, &BTreeMap::new());
    again.unlock("p1").unwrap();
    assert!(again.bodies().is_empty());
}

#[test]
fn what_two_stores_hold_differently_is_set_aside_and_opens_there_too() {
    let page = locked_page();
    let mut plain = page.here();
    // The first store lost everything of the lock, and somebody went on typing before the journal was read.
    plain.remove(LOCK);
    plain.insert(key("a"), record(1, "a secret"));
    let mut again = Page::over(
        super::world::device(&plain),
        std::rc::Rc::new(super::world::Book {
            rows: page.rows().into(),
            ..super::world::Book::default()
        }),
    )
    .unwrap();
    again.keep("a", "typed before").unwrap();
    again.settle();
    assert!(matches!(again.state, State::Locked));
    again.unlock("p1").unwrap();
    again.settle();
    let there = again.bodies();
    assert_eq!(there["a"], "typed before");
    assert!(there.values().any(|body| body == "a secret"), "{there:?}");
    assert!(!again.shows("typed before") && !again.shows("secret"));
}

#[test]
fn another_tab_that_wrote_meanwhile_is_not_overwritten() {
    let mut page = locked_page();
    let mut other = Page::again(&page.here(), &page.rows());
    other.unlock("p1").unwrap();
    other.keep("a", "of the other tab").unwrap();
    other.settle();
    page.first
        .inner
        .write(&key("a"), &other.here()[&key("a")])
        .unwrap();
    page.keep("a", "of this tab").unwrap();
    page.settle();
    let there: Vec<String> = Page::again(&page.here(), &page.rows())
        .opened("p1")
        .into_values()
        .collect();
    for body in ["of the other tab", "of this tab", "b secret"] {
        assert!(there.iter().any(|one| one == body), "{there:?}");
    }
}

#[test]
fn what_the_stores_do_not_take_waits_sealed_until_it_is_unlocked() {
    let mut page = locked_page();
    page.first.at.set(Some(0));
    page.first.forever.set(true);
    page.first.calls.set(0);
    page.keep("a", "a secret, longer").unwrap();
    page.keep("new", "a new secret").unwrap();
    page.settle();
    assert!(!page.is_saved());
    page.lock().unwrap();
    let left: Vec<&String> = page.left.iter().map(|(_, text)| text).collect();
    assert!(
        left.len() == 2 && left.iter().all(|text| !text.contains("secret")),
        "{left:?}"
    );
    page.first.at.set(None);
    page.first.forever.set(false);
    page.unlock("p1").unwrap();
    page.settle();
    assert!(page.is_saved() && page.left.is_empty());
    let there = Page::again(&page.here(), &page.rows()).opened("p1");
    assert_eq!(
        there,
        bodies(&[
            ("a", "a secret, longer"),
            ("b", "b secret"),
            ("new", "a new secret")
        ])
    );
}

#[test]
fn a_lock_that_another_tab_left_half_way_is_finished() {
    for phase in [Phase::TurningOn, Phase::TurningOff] {
        let page = locked_page();
        let mut here = page.here();
        let lock = LockRecord::read(&here[LOCK]).unwrap();
        here.insert(
            LOCK.to_owned(),
            LockRecord {
                phase,
                seq: 99,
                ..lock
            }
            .write(),
        );
        here.insert(key("b"), record(9, "b secret"));
        let mut again = Page::again(&here, &page.rows());
        again.unlock("p1").unwrap();
        again.settle();
        assert_eq!(again.bodies(), bodies(&[("a", "a secret"), ("b", "b secret")]));
        assert_eq!(again.is_on(), phase == Phase::TurningOn);
        assert_eq!(again.shows("secret"), phase == Phase::TurningOff);
    }
}

impl Page {
    /// Everything in it after unlocking.
    pub fn opened(mut self, passphrase: &str) -> BTreeMap<String, String> {
        if matches!(self.state, State::Locked) {
            self.unlock(passphrase).unwrap();
        }
        self.settle();
        self.bodies()
    }
}

/// The two stores may meet while the lock is being turned on: what waits to be sealed was made from what was seen before.
#[test]
fn a_newer_text_that_comes_while_the_lock_is_turned_on_is_not_sealed_over() {
    for edited in [false, true] {
        let mut page = Page::new();
        page.keep("a", "a secret").unwrap();
        page.keep("b", "b secret").unwrap();
        page.settle();
        page.turn_on("p1").unwrap();
        // All is read, and the first of both is sealed.
        assert!(page.step());
        if edited {
            page.keep("b", "b on screen").unwrap();
        }
        let State::Open(vault, _) = &page.state else {
            panic!("turned on")
        };
        page.first.inner.write(&key("b"), &record(9, "newer")).unwrap();
        vault.look_again();
        page.settle();
        assert!(page.is_on() && !page.shows("secret") && !page.shows("newer"));
        let mut again = Page::again(&page.here(), &page.rows());
        again.unlock("p1").unwrap();
        let bodies: Vec<String> = again.bodies().into_values().collect();
        let mut expected = vec!["a secret", "newer"];
        // What somebody wrote meanwhile stays beside it.
        expected.extend(edited.then_some("b on screen"));
        assert_eq!(bodies.len(), expected.len(), "{bodies:?}");
        assert!(
            expected.iter().all(|body| bodies.iter().any(|one| one == body)),
            "{bodies:?}"
        );
    }
}
