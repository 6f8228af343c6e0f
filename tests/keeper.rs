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
fn what_is_handed_on_is_the_newest_whether_it_was_kept_or_not() {
    let storage = Rc::new(Faulty::default());
    let mut keeper = Keeper::open(storage.clone()).expect("opens");
    keeper.keep(page("a", "first", 1), fresh()).expect("kept");
    keeper.keep(page("b", "kept", 1), fresh()).expect("kept");
    storage.inner.write("waymark.setting", "ours").expect("kept");
    storage.error.set(Some(StorageError::Full));
    storage.at.set(Some(storage.calls.get()));
    storage.forever.set(true);
    assert!(keeper.keep(page("a", "second", 2), fresh()).is_err());
    assert!(keeper.keep(page("c", "new", 3), fresh()).is_err());
    storage.at.set(None);
    let there = Memory::default();
    for (key, text) in keeper.everything().expect("read") {
        assert_eq!(there.read(&key), Ok(None), "{key} is handed on once");
        there.write(&key, &text).expect("kept");
    }
    assert_eq!(there.read("waymark.setting"), Ok(Some("ours".to_owned())));
    let there = Keeper::open(Rc::new(there)).expect("opens");
    let bodies = ["a", "b", "c"].map(|id| body(&there, id).expect("handed on"));
    assert_eq!(bodies, ["second", "kept", "new"]);
    assert_eq!(there.list().len(), 3);
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

/// A storage with a case, drafts and a damaged record in it, which counts its calls from here on.
fn filled() -> Rc<Faulty> {
    let storage = Rc::new(Faulty::default());
    if let Ok(mut keeper) = Keeper::open(storage.clone()) {
        for now in 0..40 {
            let id = format!("d{now}");
            assert!(keeper.keep(page(&id, "text", now), fresh()).is_ok());
        }
        let case = Page {
            kind: Kind::Case,
            ..page("case", "answers", 99)
        };
        assert!(keeper.keep(case, fresh()).is_ok());
    }
    assert!(storage.write("waymark.record.e", "damaged").is_ok());
    storage.calls.set(0);
    storage
}

#[test]
fn what_is_read_a_little_at_a_time_is_what_is_read_at_once() {
    for slice in [1, 7, 41, 1000] {
        let storage = filled();
        let mut keeper = Keeper::open_at(storage.clone(), "case", Kind::Case).expect("memory opens");
        assert!(storage.calls.get() < 3, "opening looks at one record");
        assert!(!keeper.is_whole());
        assert_eq!(body(&keeper, "case").as_deref(), Some("answers"));
        let mut rounds = 0;
        while !keeper.is_whole() {
            let before = storage.calls.get();
            assert!(keeper.read_on(slice).is_ok());
            assert!(storage.calls.get() - before <= slice + 1);
            rounds += 1;
        }
        assert_eq!(rounds, 42_usize.div_ceil(slice));
        assert_eq!(keeper.list(), Keeper::open(storage).expect("memory opens").list());
    }
}

/// Whatever one does in between, at every point of the reading.
#[test]
fn what_is_done_while_it_is_read_is_as_if_all_had_been_read() {
    for done in 0..43 {
        let storage = filled();
        let mut keeper = Keeper::open_at(storage.clone(), "case", Kind::Case).expect("memory opens");
        assert!(keeper.read_on(done).is_ok());
        let case = Page {
            kind: Kind::Case,
            ..page("case", "other answers", 100)
        };
        assert_eq!(keeper.keep(case, fresh()), Ok(Saved::Here));
        keeper.reread("d7");
        assert!(keeper.delete("d7").is_ok());
        // Another tab.
        let mut other = Keeper::open(storage.clone()).expect("memory opens");
        assert_eq!(
            other.keep(page("d9", "their text", 101), fresh()),
            Ok(Saved::Here)
        );
        assert!(other.delete("d11").is_ok());
        keeper.reread("d9");
        keeper.reread("d11");
        assert!(keeper.read_on(usize::MAX).is_ok());
        let expected = Keeper::open(storage).expect("memory opens").list();
        assert_eq!(keeper.list(), expected, "after {done}");
        assert_eq!(keeper.list().len(), 40);
        assert_eq!(body(&keeper, "case").as_deref(), Some("other answers"));
    }
}

#[test]
fn a_shortcut_that_leads_nowhere_reads_everything() {
    for (id, kind) in [
        ("", Kind::Case),
        ("gone", Kind::Case),
        ("d1", Kind::Case),
        ("e", Kind::Case),
        ("case", Kind::Draft),
    ] {
        let storage = filled();
        let keeper = Keeper::open_at(storage, id, kind).expect("memory opens");
        assert!(keeper.is_whole(), "{id}");
        assert_eq!(keeper.list().len(), 42, "{id}");
    }
}

#[test]
fn where_reading_stops_it_goes_on() {
    for at in 1..46 {
        for forever in [false, true] {
            let storage = filled();
            storage.at.set(Some(at));
            storage.forever.set(forever);
            let Ok(mut keeper) = Keeper::open_at(storage.clone(), "case", Kind::Case) else {
                continue;
            };
            let failed = keeper.read_on(usize::MAX);
            assert_eq!(failed.is_ok(), keeper.is_whole());
            storage.at.set(None);
            assert!(keeper.read_on(usize::MAX).is_ok());
            assert_eq!(
                keeper.list(),
                Keeper::open(storage).expect("memory opens").list(),
                "{at}"
            );
        }
    }
}

/// Another tab has written, made and deleted something; what is read anew is what is there, and nothing that this tab could not keep
/// is lost.
#[test]
fn what_is_read_anew_is_what_is_there_now() {
    for at_once in [false, true] {
        let storage = filled();
        let mut keeper = Keeper::open(storage.clone()).expect("memory opens");
        storage.at.set(Some(storage.calls.get() + 1));
        storage.forever.set(true);
        assert!(keeper.keep(page("d3", "on screen alone", 99), fresh()).is_err());
        storage.at.set(None);
        let mut other = Keeper::open(storage.clone()).expect("memory opens");
        for page in [page("d9", "their text", 101), page("theirs", "new", 102)] {
            assert_eq!(other.keep(page, fresh()), Ok(Saved::Here));
        }
        assert!(other.delete("d11").is_ok());
        keeper.read_anew();
        assert!(!keeper.is_whole());
        assert!(keeper.read_on(if at_once { usize::MAX } else { 0 }).is_ok());
        // Which of both comes first must not matter.
        keeper.reread("d9");
        assert!(keeper.read_on(usize::MAX).is_ok());
        assert_eq!(body(&keeper, "d3").as_deref(), Some("on screen alone"));
        assert_eq!(
            keeper.keep(page("d9", "ours over theirs", 103), fresh()),
            Ok(Saved::Here),
            "what was read anew is no longer another tab's"
        );
        let known = |keeper: &Keeper| {
            let mut ids: Vec<String> = keeper.all().map(|entry| entry.id.clone()).collect();
            ids.sort();
            ids
        };
        assert_eq!(
            known(&keeper),
            known(&Keeper::open(storage).expect("memory opens"))
        );
    }
}
