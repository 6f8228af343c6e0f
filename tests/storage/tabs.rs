//! Several tabs over one storage: each text is current or kept beside, none is lost, none is kept twice.

use std::collections::BTreeMap;
use std::rc::Rc;

use waymark::storage::shelf::id_of;
use waymark::storage::{Deleted, Kind, Memory, Record, Saved, Shelf, StorageError};

use super::helpers::{
    Seeded, company_is_untouched, fresh, listed, no_copy, open, rename, texts, with_company,
};

/// One tab: its shelf, what is on screen, and what it can bring back.
struct Tab {
    shelf: Shelf,
    /// The record on screen, and the text that this tab last read or wrote there.
    open: Option<(String, String)>,
    undo: Option<(Deleted, String)>,
}

impl Tab {
    fn new(storage: &Rc<Memory>) -> Self {
        Self {
            shelf: open(storage),
            open: None,
            undo: None,
        }
    }
}

/// Every body, and how often it is kept.
fn bodies(storage: &Memory) -> BTreeMap<String, usize> {
    let mut bodies = BTreeMap::new();
    for text in texts(storage).values() {
        *bodies.entry(Record::read(text).unwrap().body).or_insert(0) += 1;
    }
    bodies
}

/// What may go: a text that this tab had on screen and replaced, or deleted by its own list.
fn check(
    step: &str,
    before: &BTreeMap<String, usize>,
    after: &BTreeMap<String, usize>,
    may_go: &str,
    comes: &str,
) {
    for text in before.keys().filter(|text| !after.contains_key(*text)) {
        assert_eq!(text, may_go, "{step}: {text} is lost");
    }
    for (text, times) in after {
        assert_eq!(*times, 1, "{step}: {text} is kept {times} times");
        assert!(
            before.contains_key(text) || text == comes,
            "{step}: {text} came from nowhere"
        );
    }
    assert!(
        comes.is_empty() || after.contains_key(comes),
        "{step}: {comes} is not kept"
    );
}

#[allow(clippy::too_many_lines, reason = "one loop, one arm for each thing people do")]
fn edits(tabs: usize, seed: u64, count: usize) -> [usize; 6] {
    let storage = with_company();
    let mut chance = Seeded(seed);
    let mut ids = 0..;
    let mut all: Vec<Tab> = (0..tabs).map(|_| Tab::new(&storage)).collect();
    for at in 0..5 {
        all[0]
            .shelf
            .create(&format!("begin{at}"), Kind::Draft, "A", &format!("begin {at}"), 1)
            .unwrap();
    }
    let (mut saves, mut copies, mut deleted, mut undone, mut renamed, mut opened) = (0, 0, 0, 0, 0, 0);
    while saves < count {
        let before = bodies(&storage);
        let tab = chance.below(tabs);
        let now = u64::try_from(chance.below(1_000_000)).unwrap();
        let known: Vec<String> = texts(&*storage)
            .into_keys()
            .filter_map(|key| id_of(&key).map(str::to_owned))
            .collect();
        let here = &mut all[tab];
        // A list that gets long is tidied.
        let what = if known.len() > 20 { 95 } else { chance.below(100) };
        match what {
            // Types.
            0..60 if here.open.is_some() => {
                let (id, last) = here.open.clone().unwrap();
                let text = format!("tab {tab} edit {saves}");
                let fresh = || format!("copy{:06}", ids.next().unwrap());
                let done = here.shelf.save(&id, "A", &text, now, fresh).unwrap();
                if let Saved::Copy(copy) = done {
                    check("copy", &before, &bodies(&storage), "", &text);
                    here.open = Some((copy, text));
                    copies += 1;
                } else {
                    check("save", &before, &bodies(&storage), &last, &text);
                    here.open = Some((id, text));
                }
                saves += 1;
            }
            // Puts a record on screen, now and then from a tab loaded anew.
            0..90 => {
                if chance.below(4) == 0 {
                    here.shelf = open(&storage);
                }
                here.open = None;
                if let Some(id) = known.get(chance.below(known.len().clamp(1, 2))) {
                    here.shelf.reread(id);
                    let text = here.shelf.record(id).unwrap().body;
                    here.open = Some((id.clone(), text));
                    opened += 1;
                } else {
                    let id = format!("new{:07}", ids.next().unwrap());
                    here.shelf.create(&id, Kind::Draft, "A", &id, now).unwrap();
                    here.open = Some((id.clone(), id));
                }
            }
            90..93 => {
                if let Some(id) = known.get(chance.below(known.len().max(1))) {
                    // The list stands where what was on screen stood.
                    here.open = None;
                    rename(&mut here.shelf, id, "B", now).unwrap();
                    check("rename", &before, &bodies(&storage), "", "");
                    renamed += 1;
                }
            }
            // Deletes, also what is on screen in other tabs.
            93..97 => {
                if let Some(id) = known.get(chance.below(known.len().max(1))) {
                    here.shelf.reread(id);
                    let text = here.shelf.record(id).unwrap().body;
                    let bin = here.shelf.delete(id).unwrap();
                    if here.open.as_ref().is_some_and(|(open, _)| open == id) {
                        here.open = None;
                    }
                    check("delete", &before, &bodies(&storage), &text, "");
                    here.undo = Some((bin, text));
                    deleted += 1;
                }
            }
            _ => {
                if let Some((bin, text)) = here.undo.take() {
                    here.shelf.undelete(&bin).unwrap();
                    check("undelete", &before, &bodies(&storage), "", &text);
                    undone += 1;
                }
            }
        }
    }
    company_is_untouched(&*storage);
    [saves, copies, opened, renamed, deleted, undone]
}

#[test]
fn of_4_000_edits_in_two_and_four_tabs_none_is_lost_and_none_is_doubled() {
    for (tabs, seeds) in [
        (2, &[0x5eed, 0x9e37_79b9_7f4a_7c15][..]),
        (4, &[0x0abc_def0_1234_5678]),
    ] {
        for &seed in seeds {
            let [saves, copies, opened, renamed, deleted, undone] = edits(tabs, seed, 4_000);
            println!(
                "{tabs} tabs, seed {seed:x}: {saves} edits, {copies} kept beside, {opened} opened, {renamed} renamed, \
                 {deleted} deleted, {undone} brought back"
            );
            assert!(
                copies > 250 && deleted > 100 && undone > 50,
                "the tabs do get into each other's way"
            );
        }
    }
}

#[test]
fn deleted_in_one_tab_while_edited_in_the_other() {
    let (storage, mut here) = fresh();
    here.create("a", Kind::Draft, "A", "first", 1).unwrap();
    let mut other = open(&storage);
    let deleted = other.delete("a").unwrap();
    assert_eq!(
        here.save("a", "A", "typed on", 2, no_copy),
        Ok(Saved::Here),
        "what is on screen is kept"
    );
    other.undelete(&deleted).unwrap();
    let kept: Vec<String> = bodies(&storage).into_keys().collect();
    assert_eq!(
        kept,
        ["first", "typed on"],
        "bringing it back writes over nothing"
    );
    assert_eq!(other.list().len(), 1);
    assert_eq!(open(&storage).list().len(), 2);
    // Deleting what is there no more is no error, but brings nothing back.
    here.delete("a").unwrap();
    let nothing = other.delete("a").unwrap();
    assert_eq!(other.undelete(&nothing), Err(StorageError::ReadOnly));
    assert!(open(&storage).entry("a").is_none());
}

#[test]
fn two_tabs_that_count_alike_are_told_apart() {
    let (storage, mut here) = fresh();
    here.create("a", Kind::Draft, "A", "first", 1).unwrap();
    let mut other = open(&storage);
    assert_eq!(here.save("a", "A", "ours", 2, no_copy), Ok(Saved::Here));
    // The other one begins anew under the same id and comes to the same number.
    other.delete("a").unwrap();
    other.create("a", Kind::Draft, "A", "theirs 1", 2).unwrap();
    assert_eq!(other.save("a", "A", "theirs 2", 2, no_copy), Ok(Saved::Here));
    let saved = here.save("a", "A", "ours again", 3, || "b".to_owned());
    assert_eq!(saved, Ok(Saved::Copy("b".to_owned())));
    let kept: Vec<String> = bodies(&storage).into_keys().collect();
    assert_eq!(kept, ["ours again", "theirs 2"]);
}

#[test]
fn the_list_follows_other_tabs() {
    let (storage, mut here) = fresh();
    here.create("a", Kind::Draft, "A", "ours", 1).unwrap();
    here.create("b", Kind::Draft, "B", "ours too", 1).unwrap();
    let mut other = open(&storage);
    other.save("a", "Renamed", "theirs", 2, no_copy).unwrap();
    other.delete("b").unwrap();
    other.create("c", Kind::Case, "C", "{}", 2).unwrap();
    // What is on screen and was not read anew goes beside what another tab wrote.
    let saved = here.save("a", "A", "ours again", 3, || "copy".to_owned());
    assert_eq!(saved, Ok(Saved::Copy("copy".to_owned())));
    for id in ["a", "b", "c", "never there"] {
        here.reread(id);
    }
    other.reread("copy");
    assert_eq!(listed(&here), listed(&other));
    assert_eq!(here.save("c", "C", "{\"new\":1}", 3, no_copy), Ok(Saved::Here));
    // Putting a record on screen anew ends the difference.
    other.reread("a");
    other.save("a", "A", "theirs again", 4, no_copy).unwrap();
    here.reread("a");
    assert_eq!(
        here.save("a", "A", "read, then changed", 5, no_copy),
        Ok(Saved::Here)
    );
    assert_eq!(listed(&here), listed(&open(&storage)));
}
