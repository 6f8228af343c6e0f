//! Room: it is said before it hurts, and what is there can always be changed.

use std::rc::Rc;

use waymark::domain::backup::{Backup, Item};
use waymark::storage::restore::{Choice, restore};
use waymark::storage::{Keeper, Kind, Memory, Page, Record, Room, StorageError, room};

fn page<'a>(id: &'a str, body: &'a str) -> Page<'a> {
    Page {
        id,
        kind: Kind::Draft,
        title: "",
        body,
        now: 1,
    }
}

fn no_copy() -> String {
    panic!("no copy is needed")
}

#[test]
fn seventy_per_cent_is_said_and_ninety_keeps_nothing_new() {
    assert_eq!(
        [0, 1_820_000, 1_820_001, 2_340_000, 2_340_001].map(room),
        [Room::Plenty, Room::Plenty, Room::Low, Room::Low, Room::Out]
    );
    let mut keeper = Keeper::open(Rc::new(Memory::default())).unwrap();
    // What looks like a word to us can be two units to the browser.
    let body = "会議🙂x".repeat(20_000);
    let mut count = 0;
    while keeper.room() != Room::Out {
        count += 1;
        assert!(count < 100);
        keeper.keep(page(&format!("a{count}"), &body), no_copy).unwrap();
    }
    assert_eq!(count, 24, "100,000 units each");
    assert_eq!(
        keeper.keep(page("new", "x"), no_copy),
        Err(StorageError::NearlyFull)
    );
    // It can be read and taken out, and goes onto the shelf once there is room.
    assert_eq!(keeper.record("new").unwrap().body, "x");
    assert!(keeper.is_unkept("new"));
    keeper
        .keep(page("a1", &format!("{body} and more")), no_copy)
        .unwrap();
    assert!(keeper.catch_up(no_copy).is_err());
    keeper.delete("a2").unwrap();
    assert_eq!(keeper.room(), Room::Low);
    assert_eq!(keeper.catch_up(no_copy), Ok(Vec::new()));
    assert!(!keeper.is_unkept("new"));
    for number in 1..=count {
        let _ = keeper.delete(&format!("a{number}"));
    }
    keeper.delete("new").unwrap();
    assert_eq!(keeper.room(), Room::Plenty);
    keeper.forget().unwrap();
}

#[test]
fn a_backup_does_not_bring_new_records_where_ninety_per_cent_are_taken() {
    let mut keeper = Keeper::open(Rc::new(Memory::default())).unwrap();
    let body = "x".repeat(100_000);
    let mut count = 0;
    while keeper.room() != Room::Out {
        count += 1;
        keeper.keep(page(&format!("a{count}"), &body), no_copy).unwrap();
    }
    let brought = |id: &str| Backup {
        made: 1,
        records: vec![Item {
            id: id.to_owned(),
            text: Record {
                kind: Kind::Draft,
                seq: 1,
                updated: 1,
                title: String::new(),
                body: "y".to_owned(),
            }
            .write(),
        }],
    };
    let bring = |keeper: &mut Keeper, id: &str| {
        restore(keeper, &brought(id), |_| Choice::Replace, str::to_owned, no_copy)
    };
    assert_eq!(bring(&mut keeper, "new"), Err(StorageError::NearlyFull));
    assert!(keeper.entry("new").is_none());
    assert_eq!(
        bring(&mut keeper, "a1").unwrap().replaced,
        1,
        "one in the place of another takes no more room"
    );
    assert_eq!(keeper.record("a1").unwrap().body, "y");
}
