//! Backups: what is written comes back, what is something else is refused, and bringing one back changes all or nothing.

#![allow(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

use std::cell::Cell;
use std::rc::Rc;

use waymark::domain::backup::{Backup, BackupError, Item, read, write};
use waymark::domain::sealing::{MOST_FILE, SealError, is_sealed};
use waymark::storage::faulty::Faulty;
use waymark::storage::restore::{Choice, Due, Here, Last, Restored, due, lines, restore};
use waymark::storage::{Keeper, Kind, Memory, Page, Record, State, Storage, StorageError};

fn stored(title: &str, body: &str, seq: u64) -> String {
    let record = Record {
        kind: Kind::Draft,
        seq,
        updated: 1000 + seq,
        title: title.to_owned(),
        body: body.to_owned(),
    };
    record.write()
}

fn item(id: &str, text: String) -> Item {
    let id = id.to_owned();
    Item { id, text }
}

/// Three records: one that is not here, one that is the same here, one that is another here; and one that is damaged.
fn backup() -> Backup {
    Backup {
        made: 7,
        records: vec![
            item("new", stored("New", "{\"a\":1}", 1)),
            item("same", stored("Same", "{}", 2)),
            item("other", stored("Other", "{\"old\":\"Ä 🌊\"}", 3)),
            item("broken", "waymark-record 2 draft 1".to_owned()),
        ],
    }
}

fn keeper(storage: Rc<dyn Storage>) -> Keeper {
    let mut keeper = Keeper::open(storage).unwrap();
    for (id, title, body) in [
        ("same", "Same", "{}"),
        ("other", "Other", "{\"new\":1}"),
        ("own", "Own", "{}"),
    ] {
        let page = Page {
            id,
            kind: Kind::Draft,
            title,
            body,
            now: 5000,
        };
        keeper.keep(page, String::new).unwrap();
    }
    keeper
}

fn fresh() -> impl Fn() -> String {
    let next = Cell::new(0);
    move || {
        next.set(next.get() + 1);
        format!("fresh{}", next.get())
    }
}

fn named(title: &str) -> String {
    format!("{title} (from the backup)")
}

/// Everything that is kept: ids and texts.
fn all(storage: &dyn Storage) -> Vec<(String, Option<String>)> {
    let mut keys = storage.keys().unwrap();
    keys.sort();
    keys.into_iter()
        .map(|key| (key.clone(), storage.read(&key).unwrap()))
        .collect()
}

#[test]
fn what_is_written_is_read_again() {
    let text = write(&backup(), "A note.");
    assert!(text.starts_with("{\"format\":\"waymark-backup\",\"schema\":1,\"note\":\"A note.\""));
    assert_eq!(read(text.as_bytes()), Ok(backup()));
    assert_eq!(read(["\u{feff}", &text].concat().as_bytes()), Ok(backup()));
    let none = Backup::default();
    assert_eq!(read(write(&none, "").as_bytes()), Ok(none));
}

#[test]
fn what_is_something_else_is_refused_by_its_name() {
    use BackupError::{Damaged, HandOver, Newer, NotOurs};
    let ours = write(&backup(), "");
    let twice = "{\"format\":\"waymark-backup\",\"schema\":1,\"records\":[{\"id\":\"a\",\"text\":\"\"},{\"id\":\"a\",\"text\":\"\"}]}";
    for (text, error) in [
        ("", NotOurs),
        ("Dear all", NotOurs),
        ("{}", NotOurs),
        ("[]", NotOurs),
        ("{\"format\":\"other\",\"schema\":1}", NotOurs),
        ("{\"format\":\"waymark-handover\",\"version\":1}", HandOver),
        ("{\"format\":\"waymark-backup\",\"schema\":2}", Newer),
        ("{\"format\":\"waymark-backup\",\"schema\":0}", Damaged),
        ("{\"format\":\"waymark-backup\"}", Damaged),
        (
            "{\"format\":\"waymark-backup\",\"schema\":1,\"records\":7}",
            Damaged,
        ),
        (
            "{\"format\":\"waymark-backup\",\"schema\":1,\"records\":[{\"id\":\"\",\"text\":\"\"}]}",
            Damaged,
        ),
        (
            "{\"format\":\"waymark-backup\",\"schema\":1,\"records\":[{\"id\":\"../a\",\"text\":\"\"}]}",
            Damaged,
        ),
        (twice, Damaged),
        (&ours[..ours.len() - 1], Damaged),
    ] {
        assert_eq!(read(text.as_bytes()), Err(error), "{text}");
    }
    assert_eq!(read(&[0xff, 0xfe]), Err(NotOurs));
    // Cut anywhere, it is never taken for a whole one.
    for end in 0..ours.len() {
        if let Some(cut) = ours.get(..end) {
            assert!(read(cut.as_bytes()).is_err(), "cut at {end}");
        }
    }
}

#[test]
fn it_is_shown_how_each_record_stands_to_what_is_here() {
    let keeper = keeper(Rc::new(Memory::default()));
    let shown: Vec<_> = lines(&backup(), &keeper)
        .into_iter()
        .map(|line| (line.id, line.title, line.state, line.here))
        .collect();
    let row = |id: &str, title: &str, state, here| (id.to_owned(), title.to_owned(), state, here);
    assert_eq!(
        shown,
        [
            row("new", "New", State::Good, Here::Absent),
            row("same", "Same", State::Good, Here::Same),
            row("other", "Other", State::Good, Here::Other(5000)),
            row("broken", "", State::Damaged, Here::Absent),
        ]
    );
}

#[test]
fn each_choice_does_what_it_says_and_touches_nothing_else() {
    for (choice, restored, titles) in [
        (
            Choice::Both,
            (3, 0),
            vec!["New", "Other", "Other (from the backup)", "Own", "Same"],
        ),
        (Choice::Replace, (2, 1), vec!["New", "Other", "Own", "Same"]),
        (Choice::Leave, (2, 0), vec!["New", "Other", "Own", "Same"]),
    ] {
        let storage = Rc::new(Memory::default());
        let mut keeper = keeper(storage.clone());
        let own = keeper.raw("own");
        let (added, replaced) = restored;
        let done = restore(&mut keeper, &backup(), |_| choice, named, fresh());
        assert_eq!(done, Ok(Restored { added, replaced }));
        let mut found: Vec<String> = keeper
            .list()
            .into_iter()
            .filter(|entry| entry.state == State::Good)
            .map(|entry| entry.title)
            .collect();
        found.sort();
        assert_eq!(found, titles, "{choice:?}");
        assert_eq!(keeper.raw("own"), own);
        assert_eq!(keeper.raw("broken").as_deref(), Some("waymark-record 2 draft 1"));
        let other = keeper.record("other").unwrap();
        let replaced = choice == Choice::Replace;
        assert_eq!(other.body.contains("old"), replaced);
        // It counts on, so that whoever compares numbers takes it for the newest.
        assert_eq!(other.seq > 3, replaced);
        // Once more changes nothing but what is kept beside once more.
        let again = restore(&mut keeper, &backup(), |_| Choice::Leave, named, fresh());
        assert_eq!(again, Ok(Restored::default()));
        drop(storage);
    }
}

#[test]
fn whatever_call_fails_it_is_the_old_state_or_the_new_one() {
    for choice in [Choice::Both, Choice::Replace] {
        for error in [StorageError::Full, StorageError::Blocked] {
            for at in 0..40 {
                let storage = Rc::new(Faulty::default());
                let mut keeper = keeper(storage.clone());
                let before = all(&storage.inner);
                storage.calls.set(0);
                storage.at.set(Some(at));
                storage.error.set(Some(error));
                let done = restore(&mut keeper, &backup(), |_| choice, named, fresh());
                storage.at.set(None);
                let after = all(&storage.inner);
                if done.is_err() {
                    assert_eq!(after, before, "{choice:?} {error:?} at {at}");
                    assert!(!keeper.has_unkept());
                } else {
                    assert!(after.len() > before.len(), "{choice:?} {error:?} at {at}");
                }
            }
        }
    }
}

#[test]
fn where_the_browser_fails_for_good_nothing_that_was_here_is_lost() {
    for at in 0..40 {
        let storage = Rc::new(Faulty::default());
        let mut keeper = keeper(storage.clone());
        storage.calls.set(0);
        storage.at.set(Some(at));
        storage.forever.set(true);
        let done = restore(&mut keeper, &backup(), |_| Choice::Replace, named, fresh());
        storage.at.set(None);
        let body = keeper.record("other").unwrap().body;
        assert_eq!(body.contains("new"), done.is_err(), "at {at}");
        assert_eq!(keeper.record("own").unwrap().body, "{}");
    }
}

#[test]
#[allow(clippy::too_many_lines, reason = "a table")]
fn a_reminder_comes_by_what_changed_and_by_time_and_can_be_put_off() {
    const DAY: u64 = 86_400_000;
    let now = 100 * DAY;
    let days_ago = |days: u64| now - days * DAY;
    let last = |made: u64, put_off: u64| Last { made, put_off };
    let never = Last::default();
    let some = |changed, days| Some(Due { changed, days });
    for (what, last, updated, forgets, expected) in [
        ("nothing kept", never, vec![], false, None),
        ("one record of today", never, vec![now], false, None),
        (
            "one record of two weeks",
            never,
            vec![days_ago(14)],
            false,
            some(1, 14),
        ),
        (
            "the same in a browser that forgets",
            never,
            vec![days_ago(3)],
            true,
            some(1, 3),
        ),
        ("many records of today", never, vec![now; 10], false, some(10, 0)),
        (
            "nothing since",
            last(days_ago(50), 0),
            vec![days_ago(60); 20],
            false,
            None,
        ),
        (
            "something since",
            last(days_ago(50), 0),
            vec![days_ago(1)],
            false,
            some(1, 50),
        ),
        (
            "put off yesterday",
            last(days_ago(50), days_ago(1)),
            vec![now],
            false,
            None,
        ),
        ("nine records of today", never, vec![now; 9], false, None),
        (
            "one record of not quite two weeks",
            never,
            vec![days_ago(14) + 1],
            false,
            None,
        ),
        (
            "four records in a browser that forgets",
            never,
            vec![now; 4],
            true,
            None,
        ),
        ("five of them", never, vec![now; 5], true, some(5, 0)),
        (
            "not quite three days there",
            never,
            vec![days_ago(3) + 1],
            true,
            None,
        ),
        (
            "what was changed at the moment of the last one is in it",
            last(days_ago(50), 0),
            vec![days_ago(50)],
            false,
            None,
        ),
        (
            "what was changed right after it is not",
            last(days_ago(50), 0),
            vec![days_ago(50) + 1],
            false,
            some(1, 50),
        ),
        (
            "put off not quite seven days ago",
            last(days_ago(50), days_ago(7) + 1),
            vec![now; 20],
            false,
            None,
        ),
        (
            "put off seven days ago",
            last(days_ago(50), days_ago(7)),
            vec![now],
            false,
            some(1, 50),
        ),
        (
            "put off yesterday in a browser that forgets",
            last(days_ago(50), days_ago(1)),
            vec![now],
            true,
            some(1, 50),
        ),
        (
            "put off long ago",
            last(days_ago(50), days_ago(8)),
            vec![now],
            false,
            some(1, 50),
        ),
        (
            "a clock that was wrong",
            last(now * 2, now * 2),
            vec![now],
            false,
            None,
        ),
    ] {
        assert_eq!(due(now, last, &updated, forgets), expected, "{what}");
    }
    for last in [never, last(1, 2)] {
        assert_eq!(Last::read(&last.write()), last);
    }
    assert_eq!(Last::read("nonsense"), never);
}

#[test]
fn every_refusal_of_the_module_has_its_own_sentence() {
    let mut ids: Vec<&str> = strongbox::Refusal::ALL
        .iter()
        .map(|refusal| {
            let error = SealError::of(refusal.code().into());
            assert_eq!(format!("{error:?}"), format!("{refusal:?}"));
            error.id()
        })
        .collect();
    ids.push(SealError::of(0).id());
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), strongbox::Refusal::ALL.len() + 1);
    assert_eq!(MOST_FILE, strongbox::MOST_FILE);
}

#[test]
fn a_sealed_file_is_known_by_its_beginning_and_holds_what_went_in() {
    let text = write(&backup(), "A note.");
    let entropy = strongbox::Entropy::new([1; 48]);
    let file = strongbox::seal(b"a passphrase", text.into_bytes(), 10, entropy).unwrap();
    assert!(is_sealed(&file) && is_sealed(&[b"\n ", &file[..]].concat()));
    assert!(!is_sealed(b"{\"format\":\"waymark-backup\"}"));
    let opened = strongbox::open(b"a passphrase", file).unwrap();
    assert_eq!(read(&opened), Ok(backup()));
}
