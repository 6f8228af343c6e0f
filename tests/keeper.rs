//! Keeping when the browser refuses: what the shelf could not take is neither lost nor called kept.

use std::cell::Cell;
use std::rc::Rc;

use waymark::storage::faulty::Faulty;
use waymark::storage::{Keeper, Kind, Memory, Page, Saved, Storage, StorageError};

fn page<'a>(id: &'a str, body: &'a str, now: u64) -> Page<'a> {
    Page {
        id,
        kind: Kind::Draft,
        title: id,
        body,
        now,
    }
}

fn fresh() -> impl Fn() -> String {
    let next = Cell::new(0);
    move || {
        next.set(next.get() + 1);
        format!("fresh{}", next.get())
    }
}

fn body(keeper: &Keeper, id: &str) -> Option<String> {
    keeper.record(id).map(|record| record.body)
}

#[test]
fn whatever_call_fails_every_text_can_still_be_read() {
    for error in [StorageError::Full, StorageError::Blocked] {
        for forever in [false, true] {
            for at in 0..24 {
                let storage = Rc::new(Faulty::default());
                storage.error.set(Some(error));
                let Ok(mut keeper) = Keeper::open(storage.clone()) else {
                    continue;
                };
                storage.calls.set(0);
                storage.at.set(Some(at));
                storage.forever.set(forever);
                for (now, text) in ["one", "two", "three", "four"].into_iter().enumerate() {
                    let kept = keeper.keep(page("a", text, now as u64), fresh());
                    let _ = keeper.keep(page("b", text, now as u64), fresh());
                    assert!(
                        kept.is_ok() || keeper.is_unkept("a"),
                        "{at} {error:?}: not kept and not said"
                    );
                    storage
                        .at
                        .set(storage.at.get().filter(|_| forever || storage.calls.get() <= at));
                }
                storage.at.set(None);
                let there: Vec<String> = keeper
                    .list()
                    .into_iter()
                    .filter_map(|entry| body(&keeper, &entry.id))
                    .collect();
                let last = there.iter().filter(|text| *text == "four").count();
                assert!(last >= 2, "{at} {error:?} {forever}: {there:?}");
                assert!(keeper.catch_up(fresh()).is_ok());
                assert!(!keeper.has_unkept());
                let reopened = Keeper::open(storage).expect("memory opens");
                let kept = reopened
                    .list()
                    .iter()
                    .filter(|entry| body(&reopened, &entry.id).as_deref() == Some("four"))
                    .count();
                assert!(kept >= 2, "{at} {error:?} {forever}: kept {kept}");
            }
        }
    }
}

#[test]
fn catching_up_keeps_both_when_another_tab_has_written() {
    let storage = Rc::new(Faulty::default());
    let mut mine = Keeper::open(storage.clone()).expect("opens");
    mine.keep(page("a", "common", 1), fresh()).expect("kept");
    let mut theirs = Keeper::open(storage.clone()).expect("opens");
    storage.error.set(Some(StorageError::Full));
    storage.at.set(Some(storage.calls.get()));
    storage.forever.set(true);
    assert!(mine.keep(page("a", "mine", 2), fresh()).is_err());
    storage.at.set(None);
    theirs.keep(page("a", "theirs", 3), fresh()).expect("kept");
    let moved = mine.catch_up(fresh()).expect("kept");
    assert_eq!(moved, [("a".to_owned(), "fresh1".to_owned())]);
    assert_eq!(body(&mine, "a").as_deref(), Some("theirs"));
    assert_eq!(body(&mine, "fresh1").as_deref(), Some("mine"));
}

#[test]
fn an_id_that_another_tab_took_meanwhile_is_not_overwritten() {
    let storage = Rc::new(Memory::default());
    let mut mine = Keeper::open(storage.clone()).expect("opens");
    let mut theirs = Keeper::open(storage).expect("opens");
    theirs.keep(page("a", "theirs", 1), fresh()).expect("kept");
    let saved = mine.keep(page("a", "mine", 2), fresh());
    assert_eq!(saved, Ok(Saved::Copy("fresh1".to_owned())));
    assert_eq!(body(&mine, "a").as_deref(), Some("theirs"));
}

#[test]
fn moving_to_where_another_record_has_the_id_keeps_both() {
    let device = Rc::new(Memory::default());
    let mut there = Keeper::open(device.clone()).expect("opens");
    there.keep(page("a", "on the device", 1), fresh()).expect("kept");
    there.keep(page("b", "the same", 1), fresh()).expect("kept");
    let mut here = Keeper::open(Rc::new(Memory::default())).expect("opens");
    here.keep(page("a", "in the tab", 2), fresh()).expect("kept");
    here.keep(page("b", "the same", 1), fresh()).expect("kept");
    let moved = here.move_to(device, fresh()).expect("moved");
    assert_eq!(moved, [("a".to_owned(), "fresh1".to_owned())]);
    assert_eq!(body(&here, "a").as_deref(), Some("on the device"));
    assert_eq!(body(&here, "fresh1").as_deref(), Some("in the tab"));
    assert_eq!(here.list().len(), 3);
}

#[test]
fn deleting_what_is_gone_already_leaves_nothing_behind() {
    let storage = Rc::new(Memory::default());
    let mut mine = Keeper::open(storage.clone()).expect("opens");
    mine.keep(page("a", "text", 1), fresh()).expect("kept");
    Keeper::open(storage.clone())
        .and_then(|mut theirs| theirs.delete("a"))
        .expect("deleted");
    let removed = mine.delete("a").expect("deleted");
    mine.undelete(&removed).expect("nothing to bring back");
    assert!(mine.list().is_empty());
    assert_eq!(storage.keys(), Ok(Vec::new()));
}

#[test]
fn the_newest_are_the_first_of_the_list_and_a_wrong_clock_comes_last() {
    let mut keeper = Keeper::open(Rc::new(Memory::default())).unwrap();
    let times = [5, 900, 3, 5, 1, 901, 4, 0, 5, 2];
    for (number, now) in times.into_iter().enumerate() {
        keeper
            .keep(page(&format!("r{number}"), "", now), fresh())
            .unwrap();
    }
    assert_eq!(keeper.all().count(), times.len());
    let (wrong, mut all): (Vec<_>, Vec<_>) = keeper.list().into_iter().partition(|entry| entry.updated > 100);
    all.extend(wrong);
    for most in 0..=times.len() + 1 {
        let (first, count) = keeper.newest(most, 100, &|_| true);
        assert_eq!(count, times.len());
        assert_eq!(first, all[..most.min(all.len())]);
    }
    let (first, count) = keeper.newest(2, 100, &|entry| entry.updated == 5);
    assert_eq!((count, first.len()), (3, 2));
}
