//! A stored text that was changed behind our back is never taken for good, and never written over.

use std::rc::Rc;

use waymark::storage::{Kind, Memory, Record, RecordError, Saved, State, Storage, StorageError};

use super::helpers::{body, case, draft, fresh, key, no_copy, open, rename};

fn records() -> [(&'static str, String); 2] {
    let record = |kind, title: &str, body| {
        Record {
            kind,
            seq: 37,
            updated: 1_763_784_000_000,
            title: title.to_owned(),
            body,
        }
        .write()
    };
    [
        ("case", record(Kind::Case, "Situation 1", body(&case()))),
        ("draft", record(Kind::Draft, "Tuesday’s meeting", body(&draft()))),
    ]
}

/// This text, found under a key of ours: set aside, shown, exportable, and neither saving nor renaming writes over it.
fn is_set_aside(before: &str, changed: &str, what: &str) {
    let error = Record::read(changed).expect_err(what);
    let state = match error {
        RecordError::Damaged => State::Damaged,
        RecordError::Newer => State::Newer,
    };
    let storage = Rc::new(Memory::default());
    storage.write(&key("a"), changed).unwrap();
    let mut shelf = open(&storage);
    assert_eq!(shelf.entry("a").unwrap().state, state);
    assert_eq!(shelf.raw("a").as_deref(), Some(changed));
    assert_eq!(shelf.record("a"), None);
    assert_eq!(
        shelf.save("a", "A", "new", 1, no_copy),
        Err(StorageError::ReadOnly)
    );
    assert_eq!(rename(&mut shelf, "a", "B", 1), Err(StorageError::ReadOnly));
    assert_eq!(shelf.duplicate("a", "b", "B", 1), Err(StorageError::ReadOnly));
    assert_eq!(
        shelf.create("a", Kind::Draft, "A", "new", 1),
        Err(StorageError::ReadOnly)
    );
    assert_eq!(
        shelf.raw("a").as_deref(),
        Some(changed),
        "{what} was written over"
    );
    // The same while it is open here: what is on screen goes under another key.
    storage.write(&key("a"), before).unwrap();
    let mut shelf = open(&storage);
    storage.write(&key("a"), changed).unwrap();
    let saved = shelf.save("a", "A", "new", 1, || "b".to_owned());
    assert_eq!(saved, Ok(Saved::Copy("b".to_owned())));
    assert_eq!(
        shelf.raw("a").as_deref(),
        Some(changed),
        "{what} was written over"
    );
    assert_eq!(shelf.record("b").unwrap().body, "new");
}

/// A text from 16-bit units, as browsers keep and give it: half a pair becomes U+FFFD.
fn from_units(units: &[u16]) -> String {
    String::from_utf16_lossy(units)
}

#[test]
fn no_flipped_bit_goes_unnoticed() {
    for (name, text) in records() {
        let (mut count, mut newer) = (0, 0);
        let mut check = |changed: &str, at: usize, bit: usize| {
            is_set_aside(&text, changed, &format!("{name}, unit {at}, bit {bit}"));
            newer += usize::from(Record::read(changed) == Err(RecordError::Newer));
            count += 1;
        };
        for at in 0..text.len() {
            for bit in 0..8 {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                check(&String::from_utf8_lossy(&bytes), at, bit);
            }
        }
        let units: Vec<u16> = text.encode_utf16().collect();
        for at in 0..units.len() {
            for bit in 0..16 {
                let mut units = units.clone();
                units[at] ^= 1 << bit;
                check(&from_units(&units), at, bit);
            }
        }
        println!(
            "{name}: {} bytes, {count} flips, all noticed, {newer} taken for a newer version",
            text.len()
        );
        assert!(newer < 20, "only a flip in the version says newer");
    }
}

#[test]
fn no_cut_no_gap_and_no_repetition_goes_unnoticed() {
    for (name, text) in records() {
        let units: Vec<u16> = text.encode_utf16().collect();
        let mut count = 0;
        for at in 0..units.len() {
            let mut gap = units.clone();
            gap.remove(at);
            let mut twice = units.clone();
            twice.insert(at, units[at]);
            for (what, changed) in [
                ("cut", from_units(&units[..at])),
                ("begins late", from_units(&units[at + 1..])),
                ("gap", from_units(&gap)),
                ("repetition", from_units(&twice)),
            ] {
                is_set_aside(&text, &changed, &format!("{name}, {what} at {at}"));
                count += 1;
            }
        }
        for end in ["\n", " ", "\0", "\u{feff}"] {
            is_set_aside(&text, &format!("{text}{end}"), "something added");
            is_set_aside(&text, &format!("{end}{text}"), "something before");
        }
        println!("{name}: {count} cuts, gaps and repetitions");
    }
}

#[test]
fn what_others_put_under_our_keys_is_set_aside() {
    let foreign = [
        "",
        "\n",
        "\n\n",
        "null",
        "true",
        "42",
        "[]",
        "{}",
        "\"text\"",
        "{\"schema\":1,\"seq\":3,\"body\":{}}",
        "<html><body>hello</body></html>",
        "waymark-record",
        "waymark-record 1",
        "waymark-record 1\n\n",
        "waymark-record 1 draft 1 1\n\n{}",
        "waymark-record 1 draft 1 1 \n\n{}",
        "waymark-record 1 draft 1 1 0000000000000000\n\n{}",
        "waymark-record 0 draft 1 1 0000000000000000\n\n{}",
        "waymark-record -1 draft 1 1 0000000000000000\n\n{}",
        "waymark-record 1 draft 99999999999999999999 1 0000000000000000\n\n{}",
        "\u{0}\u{0}",
        "🙂\n🙂\n🙂",
        "{\"a\":\"\\ud800\"}",
    ];
    let good = records()[1].1.clone();
    for text in foreign {
        is_set_aside(&good, text, text);
        assert_eq!(Record::read(text), Err(RecordError::Damaged), "{text}");
    }
    // The rest of the shelf works beside them.
    let (storage, mut shelf) = fresh();
    for (at, text) in foreign.iter().enumerate() {
        storage.write(&key(&format!("odd{at}")), text).unwrap();
    }
    storage.write("waymark.record.", "no id").unwrap();
    shelf
        .create("mine", Kind::Case, "Mine", &body(&case()), 1)
        .unwrap();
    let mut shelf = open(&storage);
    assert_eq!(shelf.list().len(), foreign.len() + 2);
    assert_eq!(shelf.save("mine", "Mine", "new", 2, no_copy), Ok(Saved::Here));
    let deleted = shelf.delete("odd0").unwrap();
    shelf.undelete(&deleted).unwrap();
    assert_eq!(
        shelf.raw("odd0").as_deref(),
        Some(""),
        "even an empty text comes back as it was"
    );
    println!("{} foreign texts", foreign.len());
}

#[test]
fn a_newer_version_is_read_only_and_can_be_taken_out() {
    for text in [
        "waymark-record 3 draft 1 1 0123456789abcdef\nFrom tomorrow\n{\"new\":[1,2,3]}",
        "waymark-record 3\n",
        "waymark-record 4294967295 anything at all\nwhatever",
    ] {
        assert_eq!(Record::read(text), Err(RecordError::Newer), "{text}");
        is_set_aside(&records()[0].1, text, text);
    }
}
