//! Whatever somebody types, pastes or receives is text: it is shown, kept, handed on and sent as it is, and becomes nothing else.
//!
//! The strings of `tests/hostile/own.json`, or those in the file that `HOSTILE` names (`scripts/soak hostile`: 5,000 of them).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may fail loudly"
)]

#[allow(dead_code, reason = "the promises of the fuzzer, without the fuzzer")]
#[path = "fuzz/src/parsers.rs"]
mod parsers;
mod support;

use std::rc::Rc;
use std::sync::OnceLock;

use support::words;
use waymark::domain::backup::{self, Backup, Item};
use waymark::domain::case::Case;
use waymark::domain::fingerprint::{Inside, inside};
use waymark::domain::handover::{self, Part};
use waymark::domain::letters::{Copied, Draft, Form, Letter, NAMES, clean_line, clean_paragraphs, letter};
use waymark::domain::logs::{Kind as ColumnKind, Log, Row};
use waymark::domain::names::{self, Finder};
use waymark::domain::routing::MessageKind;
use waymark::domain::{Answer, json, questions, search};
use waymark::export::{eml, everything, handover as handed, html, mailto, text as letter_text};
use waymark::storage::restore::{self, Choice};
use waymark::storage::{Keeper, Kind, Memory, Record};

fn strings() -> &'static [String] {
    static ONCE: OnceLock<Vec<String>> = OnceLock::new();
    ONCE.get_or_init(|| {
        let own = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hostile/own.json");
        let path = std::env::var("HOSTILE").unwrap_or_else(|_| own.to_owned());
        let all: Vec<String> = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        println!("{} strings", all.len());
        assert!(all.len() > 100);
        all
    })
}

/// What one can see of a text: without white space, controls, and what turns directions.
fn seen(text: &str) -> String {
    let unseen = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().filter(|c| !unseen(*c)).collect()
}

/// A draft of this kind in which this text stands wherever one can type.
fn full(kind: MessageKind, text: &str) -> Draft {
    let form = Form::of(words(), kind);
    let mut draft = Draft::new(kind);
    text.clone_into(&mut draft.title);
    for row in form.rows().filter(|row| row.asks()) {
        draft.set(row.id(), text.to_owned());
    }
    for id in NAMES.iter().copied().chain(["subject", "account"]) {
        draft.set(id, text.to_owned());
    }
    draft.copy = form
        .copied(&draft)
        .into_iter()
        .map(|party| Copied {
            party,
            name: text.to_owned(),
            address: text.to_owned(),
        })
        .collect();
    draft
}

#[test]
fn every_letter_holds_it_as_text_and_nothing_of_it_becomes_a_header() {
    for (at, text) in strings().iter().enumerate() {
        let kind = MessageKind::ALL[at % MessageKind::ALL.len()];
        parsers::sent(&full(kind, text));
        let mut draft = full(MessageKind::Email, text);
        draft.copy.clear();
        draft.set("to-address", "a.name@example.org".to_owned());
        parsers::sent(&draft);
        let made = letter(words(), &draft);
        let body = letter_text::body(&made);
        for paragraph in clean_paragraphs(text) {
            assert!(body.contains(&paragraph), "{text:?}");
        }
        assert!(
            seen(&letter_text::write(words(), &made)).contains(&seen(text)),
            "{text:?}"
        );
        leaves_whole(text, &draft, &made, &body);
    }
}

/// What mail programs make of the file and of the link is the letter again.
fn leaves_whole(text: &str, draft: &Draft, made: &Letter, body: &str) {
    let file = eml::write(words(), words(), draft).unwrap();
    let (head, rest) = file.split_once("\r\n\r\n").unwrap();
    assert_eq!(unquoted(rest), body.replace('\n', "\r\n"), "{text:?}");
    let unfolded = head.replace("\r\n ", " ");
    let subject = unfolded
        .lines()
        .find_map(|line| line.strip_prefix("Subject: "))
        .unwrap();
    assert_eq!(decoded(subject), made.subject, "{text:?}");
    let expected = clean_line(text);
    assert!(expected.is_empty() || made.subject == expected, "{text:?}");
    if let Ok(link) = mailto::write(words(), words(), draft) {
        let (before, sent) = link.split_once("&body=").unwrap();
        assert_eq!(unescaped(sent), body.replace('\n', "\r\n"), "{text:?}");
        assert_eq!(
            unescaped(before.split_once("subject=").unwrap().1),
            made.subject,
            "{text:?}"
        );
    }
}

/// Quoted-printable, read (RFC 2045, 6.7).
fn unquoted(text: &str) -> String {
    let text = text.replace("=\r\n", "");
    unhex(&text, b'=')
}

/// Percent-encoding, read (RFC 3986).
fn unescaped(text: &str) -> String {
    unhex(text, b'%')
}

fn unhex(text: &str, mark: u8) -> String {
    let bytes = text.as_bytes();
    let (mut out, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        if bytes[at] == mark {
            out.push(u8::from_str_radix(&text[at + 1..at + 3], 16).unwrap());
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8(out).unwrap()
}

/// Encoded words, read (RFC 2047); those that follow one another are one text.
fn decoded(line: &str) -> String {
    let words = line.split(' ').map(|word| {
        let inside = word
            .strip_prefix("=?UTF-8?Q?")
            .and_then(|word| word.strip_suffix("?="));
        inside.map(|inside| unhex(&inside.replace('_', " "), b'='))
    });
    words
        .collect::<Option<String>>()
        .unwrap_or_else(|| line.to_owned())
}

/// A case in which these texts stand in every column that takes one, in an answer, and in the names table.
fn case(texts: &[String]) -> Case {
    let mut case = Case::default();
    for log in Log::ALL {
        let rows = texts.iter().map(|text| {
            let mut row = Row::default();
            for column in log.columns() {
                if !matches!(column.kind, ColumnKind::One(_) | ColumnKind::Many(_)) {
                    row.set(column.id, text);
                }
            }
            row
        });
        case.logs.set(log, rows.filter(|row| !row.is_empty()).collect());
    }
    let rows = texts.iter().map(|text| {
        let mut row = Row::default();
        row.set(names::STAND_IN, text);
        row.set(names::NAME, text);
        row
    });
    names::set(&mut case.logs, rows.collect());
    case.answers.set("since", Answer::Text(texts.concat()));
    case
}

#[test]
fn a_case_is_kept_handed_over_and_taken_out_whole() {
    assert!(
        questions::ALL
            .iter()
            .copied()
            .flatten()
            .any(|question| question.id == "since")
    );
    for texts in strings().chunks(250) {
        let case = case(texts);
        let body = json::write(&case).unwrap();
        assert_eq!(json::read::<Case>(&body).unwrap(), case);
        assert_eq!(serde_json::to_string(&case).unwrap(), body);
        let draft = full(MessageKind::Email, &texts[0]);
        let copy = handover::copy(&case, &[("a".to_owned(), draft)], |_: Part<'_>| true);
        let file = handover::write(&copy, &texts[0]);
        assert_eq!(inside(file.as_bytes()), Inside::Same);
        assert_eq!(handover::read(file.as_bytes()), Ok(copy.clone()));
        let readable = seen(&handed::text(words(), &copy));
        let held = everything::Held::Case(case);
        let all = seen(&everything::write(words(), &[(texts[0].clone(), held)]));
        for text in texts {
            let text = seen(text);
            assert!(readable.contains(&text) && all.contains(&text), "{text:?}");
        }
    }
}

#[test]
fn a_backup_brings_back_every_record_under_its_name() {
    let records = strings().iter().enumerate().map(|(at, text)| {
        let record = Record {
            kind: Kind::Draft,
            seq: 1,
            updated: 0,
            title: text.clone(),
            body: json::write(&full(MessageKind::Email, text)).unwrap(),
        };
        let read = Record::read(&record.write()).unwrap();
        assert_eq!(read.body, record.body);
        assert_eq!(read.title, text.replace(['\n', '\r'], " "));
        Item {
            id: format!("r{at}"),
            text: record.write(),
        }
    });
    let made = Backup {
        made: 1,
        records: records.collect(),
    };
    let read = backup::read(backup::write(&made, &strings()[0]).as_bytes()).unwrap();
    assert_eq!(read, made);
    let mut keeper = Keeper::open(Rc::new(Memory::default())).unwrap();
    let choose = |_: &str| Choice::Leave;
    restore::restore(&mut keeper, &read, choose, str::to_owned, String::new).unwrap();
    for (item, text) in made.records.iter().zip(strings()) {
        let record = keeper.record(&item.id).unwrap();
        let draft: Draft = json::read(&record.body).unwrap();
        assert_eq!(draft, full(MessageKind::Email, text));
    }
}

#[test]
fn a_page_made_beforehand_shows_it_as_text() {
    for text in strings() {
        let made = html::escape(text);
        assert!(!made.contains(['<', '>', '"']), "{text:?}");
        let back = made
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&");
        assert_eq!(&back, text);
    }
}

#[test]
fn a_name_is_a_name_whatever_it_is() {
    for text in strings() {
        let mut row = Row::default();
        row.set(names::STAND_IN, "Person A");
        row.set(names::NAME, text);
        let rows = [row];
        let mut finder = Finder::new(&rows);
        let around = format!("Before {text} after.");
        let out = finder.without_names(&around);
        assert!(finder.times[0] > 0 || out == around, "{text:?}");
        let _ = names::wrong(&rows, 0);
        let _ = names::without_addresses(text, "(an address)");
    }
}

#[test]
fn a_sentence_of_ours_around_it_leaves_it_as_it_is() {
    for text in strings() {
        let said = words().fill("names.is", &[("who", text), ("name", "somebody")]);
        assert!(said.contains(text.as_str()), "{text:?} became {said:?}");
        let said = words().fill(
            "learning.row",
            &[("who", text), ("times", "2"), ("name", "somebody")],
        );
        assert!(said.contains(text.as_str()), "{text:?} became {said:?}");
    }
}

#[test]
fn a_search_for_it_finds_places_of_ours_or_none() {
    let index = search::index(words());
    for text in strings() {
        let found = index.find(text);
        assert!(found.iter().all(|one| !one.place.address.is_empty()), "{text:?}");
    }
}

#[test]
fn a_line_of_a_megabyte_is_a_line() {
    let line = "a <b>long</b> שלום {$name} ".repeat(1 << 15);
    let draft = full(MessageKind::Email, &line);
    parsers::sent(&draft);
    let body = letter_text::body(&letter(words(), &draft));
    assert!(body.contains(line.trim_end()));
    let record = Record {
        kind: Kind::Draft,
        seq: 1,
        updated: 0,
        title: line.clone(),
        body: json::write(&draft).unwrap(),
    };
    assert_eq!(Record::read(&record.write()), Ok(record));
}
