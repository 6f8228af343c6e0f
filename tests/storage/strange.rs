//! Strange texts, strange sizes, strange clocks: kept as they are, and harmless.

use std::cmp::Reverse;
use std::rc::Rc;

use waymark::domain::Answer;
use waymark::domain::case::Case;
use waymark::domain::json;
use waymark::domain::letters::Draft;
use waymark::storage::shelf::{forget, id_of};
use waymark::storage::{Kind, Memory, Saved, Shelf, Storage, StorageError};

use super::helpers::{body, case, company_is_untouched, draft, fresh, listed, no_copy, open, rename, texts};

const HOSTILE: &[&str] = &[
    "",
    " ",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "</textarea></title><svg/onload=alert(1)>",
    "&lt;b&gt; &amp; &#0; &nbsp;",
    "{\"kind\":\"draft\"}\",\\\"}",
    "waymark-record 1 draft 1 1 0000000000000000\nA title\n{}",
    "line\nbreaks\r\nof\rall\u{2028}kinds\u{2029}and\u{85}more\u{b}\u{c}",
    "👩‍👩‍👧‍👦 🏳️‍🌈 🇦🇶 e\u{301}\u{302}\u{303}",
    "\u{202e}txt.exe\u{202c} שלום مرحبا \u{2067}abc\u{2069}",
    "zero\u{200b}width\u{200c}\u{200d}\u{2060}\u{feff}join",
    "\u{0}\u{1}\u{7}\u{8}\u{1b}[31m\u{7f}",
    "\\ud800 \\udfff \\u0000 \\uD83D\\uDE00",
    "\u{fffd}\u{ffff}\u{10ffff}\u{e000}",
    "'; DROP TABLE records; --",
    "{$name} {1.5} {P3} {term:nsb} {{}} ${x} %s %n ../../etc/passwd",
    "𝕳𝖊𝖑𝖑𝖔 ﷽ ğ̶͉̜̤̭̈́̃͌",
    "NaN null undefined true -0 1e999",
];

#[test]
fn hostile_texts_come_back_as_they_went_in() {
    let (storage, mut shelf) = fresh();
    for (at, text) in HOSTILE.iter().enumerate() {
        let mut case = case();
        case.answers.set("since", Answer::Text((*text).to_owned()));
        case.answers.set(text, Answer::Chosen(vec![(*text).to_owned()]));
        let mut draft = draft();
        draft.set("observed", (*text).to_owned());
        draft.set("to-name", (*text).to_owned());
        (*text).clone_into(&mut draft.title);
        draft.dismissed.insert((*text).to_owned());
        shelf
            .create(&format!("case{at}"), Kind::Case, text, &body(&case), 1)
            .unwrap();
        shelf
            .create(&format!("draft{at}"), Kind::Draft, "A", &body(&draft), 1)
            .unwrap();
        rename(&mut shelf, &format!("draft{at}"), text, 2).unwrap();
        // A body need not be JSON to be kept.
        shelf
            .create(&format!("raw{at}"), Kind::Draft, text, text, 1)
            .unwrap();

        let opened = open(&storage);
        let title = text.replace(['\n', '\r'], " ");
        for id in ["case", "draft", "raw"] {
            let id = format!("{id}{at}");
            assert_eq!(opened.entry(&id).unwrap().title, title, "{text:?}");
            assert_eq!(
                shelf.entry(&id).unwrap().title,
                title,
                "the list says what is kept: {text:?}"
            );
        }
        assert_eq!(opened.record(&format!("raw{at}")).unwrap().body, *text);
        let back = opened.record(&format!("case{at}")).unwrap().body;
        assert_eq!(json::read::<Case>(&back).unwrap(), case);
        let back = opened.record(&format!("draft{at}")).unwrap().body;
        assert_eq!(json::read::<Draft>(&back).unwrap(), draft);
    }
    company_is_untouched(&*storage);
    println!(
        "{} hostile texts, each in a title, a body, answers and a draft",
        HOSTILE.len()
    );
}

#[test]
fn half_a_pair_in_the_json_of_a_body_is_an_error_not_a_crash() {
    let (storage, mut shelf) = fresh();
    let foreign = "{\"answers\":{\"since\":{\"text\":\"\\ud800\"}}}";
    shelf.create("a", Kind::Case, "A", foreign, 1).unwrap();
    let opened = open(&storage);
    let kept = opened.record("a").unwrap().body;
    assert!(json::read::<Case>(&kept).is_err());
    assert_eq!(kept, foreign, "it can be taken out");
}

#[test]
fn a_body_of_1_mb_is_kept_whole() {
    for piece in ["a", "word ", "<p>é 会議 🙂</p>\n", "\u{0}\\\"", "\n"] {
        let (storage, mut shelf) = fresh();
        let paste = piece.repeat(1024 * 1024 / piece.len());
        let mut draft = draft();
        draft.set("observed", paste.clone());
        shelf.create("a", Kind::Draft, &paste, &body(&draft), 1).unwrap();
        assert_eq!(shelf.save("a", "A", &body(&draft), 2, no_copy), Ok(Saved::Here));
        let back = open(&storage).record("a").unwrap();
        assert_eq!(json::read::<Draft>(&back.body).unwrap(), draft);
        println!(
            "{} bytes stored",
            texts(&*storage).values().map(String::len).sum::<usize>()
        );
    }
}

#[test]
fn a_wrong_clock_breaks_nothing() {
    let year = 31_557_600_000;
    let clocks = [
        0,
        1,
        u64::MAX,
        55 * year,
        10 * year,
        10_000 * year,
        u64::MAX - 1,
        8_640_000_000_000_001,
        0,
    ];
    let (storage, mut shelf) = fresh();
    for (at, &now) in clocks.iter().enumerate() {
        shelf
            .create(&format!("r{at}"), Kind::Draft, "A", "old", now)
            .unwrap();
    }
    for (&now, &before) in clocks.iter().zip(clocks.iter().rev()) {
        for at in 0..clocks.len() {
            let id = format!("r{at}");
            let text = format!("{id} at {now}");
            assert_eq!(shelf.save(&id, "A", &text, now, no_copy), Ok(Saved::Here));
            rename(&mut shelf, &id, "B", before).unwrap();
            let opened = open(&storage);
            assert_eq!(opened.record(&id).unwrap().body, text);
            assert_eq!(opened.entry(&id).unwrap().updated, before);
            // Those of one time stay in the order of their ids, so that no line jumps from one look to the next.
            let list: Vec<_> = shelf
                .list()
                .into_iter()
                .map(|entry| (Reverse(entry.updated), &entry.id))
                .collect();
            assert!(list.is_sorted() && list.len() == clocks.len());
        }
        assert_eq!(listed(&shelf), listed(&open(&storage)));
        // What all take was counted along.
        assert_eq!(shelf.taken(), open(&storage).taken());
    }
    println!("{} clocks", clocks.len());
}

#[test]
fn counts_at_their_end_break_nothing() {
    let (storage, _) = fresh();
    let record = waymark::storage::Record {
        kind: Kind::Draft,
        seq: u64::MAX,
        updated: u64::MAX,
        title: "A".to_owned(),
        body: "old".to_owned(),
    };
    storage.write("waymark.record.a", &record.write()).unwrap();
    let mut shelf = open(&storage);
    let mut other = open(&storage);
    assert_eq!(shelf.save("a", "A", "new", 1, no_copy), Ok(Saved::Here));
    rename(&mut shelf, "a", "B", 2).unwrap();
    let saved = other.save("a", "A", "theirs", 3, || "b".to_owned());
    assert_eq!(saved, Ok(Saved::Copy("b".to_owned())));
}

/// A storage that keeps what it holds sealed.
struct Sealing(Memory);

impl Storage for Sealing {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.0.keys()
    }
    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.0.read(key)
    }
    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.0.write(key, text)
    }
    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.remove(key)
    }
    fn seals(&self) -> bool {
        true
    }
}

/// What is sealed takes half as much again, so that "nearly full" is said in time there, too.
#[test]
fn what_is_taken_is_counted_as_it_lies_there() {
    let (_, mut plain) = fresh();
    let mut sealed = Shelf::open(Rc::new(Sealing(Memory::default()))).unwrap();
    for shelf in [&mut plain, &mut sealed] {
        shelf
            .create("a", Kind::Draft, "A", &"会議🙂x".repeat(1_000), 1)
            .unwrap();
    }
    let there = plain.raw("a").unwrap().encode_utf16().count() + "a".len();
    assert_eq!(plain.taken(), there);
    assert_eq!(sealed.taken(), there / 2 * 3);
}

#[test]
fn forgetting_leaves_no_key_of_ours_and_every_other() {
    let (storage, mut shelf) = fresh();
    shelf.create("a", Kind::Case, "A", &body(&case()), 1).unwrap();
    for (key, text) in [
        ("waymark.record.odd", "damaged"),
        ("waymark.record.", ""),
        ("waymark.", "ours"),
        ("waymark.setting.theme", "dark"),
        ("waymark.record.newer", "waymark-record 9 x\n"),
    ] {
        storage.write(key, text).unwrap();
    }
    // Written by another tab, not in this list.
    open(&storage)
        .create("b", Kind::Draft, "B", &body(&draft()), 2)
        .unwrap();
    shelf.forget().unwrap();
    assert!(texts(&*storage).is_empty());
    assert!(shelf.list().is_empty());
    assert_eq!(shelf.taken(), 0);
    company_is_untouched(&*storage);
    // The shelf goes on working, and forgetting nothing is no error.
    shelf.forget().unwrap();
    shelf.create("c", Kind::Case, "C", "{}", 3).unwrap();
    forget(&*storage).unwrap();
    assert!(texts(&*storage).is_empty());
    assert!(forget(&Memory::default()).is_ok());
}

#[test]
fn only_keys_of_records_name_records() {
    assert_eq!(id_of("waymark.record.k3m9x2p7qa"), Some("k3m9x2p7qa"));
    for key in [
        "waymark.recor",
        "waymark.settings",
        "Waymark.record.a",
        "record.a",
        "",
    ] {
        assert_eq!(id_of(key), None, "{key}");
    }
}
