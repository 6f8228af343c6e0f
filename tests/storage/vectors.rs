//! What a release once stored loads for ever: one file for each form and kind, exactly as it was stored.

use waymark::domain::Answer;
use waymark::domain::case::Case;
use waymark::domain::json;
use waymark::domain::letters::{Addressee, Draft};
use waymark::domain::routing::MessageKind;
use waymark::storage::{Kind, Record, RecordError};

use super::helpers::{body, case, case_with_logs, draft};

fn vector(name: &str) -> String {
    let path = format!("{}/tests/vectors/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The form that is written today.
fn schema() -> u32 {
    let record = Record {
        kind: Kind::Case,
        seq: 1,
        updated: 1,
        title: String::new(),
        body: String::new(),
    };
    let text = record.write();
    text.split(' ').nth(1).unwrap().parse().unwrap()
}

#[test]
fn every_released_form_has_its_vectors() {
    for schema in 1..=schema() {
        for kind in ["case", "draft"] {
            let text = vector(&format!("schema-{schema}-{kind}"));
            assert!(text.starts_with(&format!("waymark-record {schema} {kind} ")));
        }
    }
}

/// Taken out of a browser's local storage after the release before the journal had written them.
#[test]
fn what_the_release_before_the_journal_wrote_opens_as_it_was() {
    let read = |kind: &str, seq: u64, title: &str| {
        let text = vector(&format!("released-2-{kind}"));
        let record = Record::read(&text).unwrap();
        assert_eq!(
            (record.kind.key(), record.seq, record.title.as_str()),
            (kind, seq, title)
        );
        assert_eq!(record.write(), text, "written again as it was");
        record.body
    };
    let text = read("case", 3, "Situation 1");
    let kept: Case = json::read(&text).unwrap();
    assert_eq!(kept.answers.one("stake"), "told");
    assert_eq!(body(&kept), text, "kept again as it was");
    let title = "An e-mail to the person concerned, November 24, 2026 8:36 PM";
    let kept: Draft = json::read(&read("draft", 5, title)).unwrap();
    assert_eq!(
        (kept.kind, kept.text("observed")),
        (MessageKind::Email, "He spoke over me.")
    );
    assert_eq!(
        kept.text("account"),
        "In the corridor, after “item 3”.\n\tSecond line \\ with \u{5e9}\u{5dc}\u{5d5}\u{5dd} 👩‍💻"
    );
    assert_eq!(read("progress", 1, "Practice cards"), "practice 1 cut-off=break");
}

#[test]
fn a_case_of_schema_1_loads() {
    let record = Record::read(&vector("schema-1-case")).unwrap();
    assert_eq!(
        (record.kind, record.seq, record.updated),
        (Kind::Case, 12, 1_763_784_000_000)
    );
    assert_eq!(record.title, "Situation 1: the meeting in März 🙂");
    let kept: Case = json::read(&record.body).unwrap();
    assert_eq!(kept, case());
    assert_eq!(kept.answers.one("stake"), "experienced");
    assert!(kept.answers.chose("setting", "chat"));
    assert_eq!(kept.answers.get("recurrence"), Some(&Answer::Chosen(Vec::new())));
    assert!(kept.answers.text("since").ends_with("会議 🙂\nI said nothing."));
}

#[test]
fn a_draft_of_any_schema_loads() {
    for schema in 1..=schema() {
        a_draft_loads(&format!("schema-{schema}-draft"));
    }
}

fn a_draft_loads(name: &str) {
    let record = Record::read(&vector(name)).unwrap();
    assert_eq!(
        (record.kind, record.seq, record.updated),
        (Kind::Draft, 240, 1_763_790_000_000)
    );
    assert_eq!(record.title, "Tuesday’s meeting");
    let kept: Draft = json::read(&record.body).unwrap();
    assert_eq!(kept, draft());
    assert_eq!(kept.kind, MessageKind::NsbRequest);
    assert_eq!(
        (kept.to_party, kept.copy[0].party),
        (Addressee::OwnNsb, Addressee::Tpm)
    );
    assert_eq!(
        kept.text("ask"),
        "Could we talk about it before the next meeting?"
    );
    assert!(kept.text("unknown").ends_with("👩‍💻"));
}

#[test]
fn the_form_is_written_as_the_vectors_have_it() {
    for kind in ["case", "draft"] {
        let text = vector(&format!("schema-{}-{kind}", schema()));
        assert_eq!(
            Record::read(&text).unwrap().write(),
            text,
            "a change of the form needs a new version"
        );
    }
}

#[test]
fn what_an_older_version_wrote_goes_on_as_it_was() {
    for kind in ["case", "draft"] {
        let old = Record::read(&vector(&format!("schema-1-{kind}"))).unwrap();
        let text = old.write();
        assert!(
            text.starts_with("waymark-record 2 "),
            "an older version leaves it alone from here on"
        );
        assert_eq!(Record::read(&text), Ok(old));
        assert_eq!(
            Record::read(&text.replacen(" 2 ", " 0 ", 1)),
            Err(RecordError::Damaged)
        );
        assert_eq!(
            Record::read(&text.replacen(" 2 ", " 3 ", 1)),
            Err(RecordError::Newer)
        );
    }
}

#[test]
fn a_case_of_schema_2_loads_and_keeps_what_it_does_not_know() {
    let record = Record::read(&vector("schema-2-case")).unwrap();
    let kept: Case = serde_json::from_str(&record.body).unwrap();
    assert_eq!(kept, case_with_logs());
    assert_eq!(body(&kept), record.body, "kept again as it was");
    // A log and a column from tomorrow are still there when the case is kept again.
    let mut more: serde_json::Value = serde_json::from_str(&record.body).unwrap();
    more["logs"]["visits"] = serde_json::json!([{"who": "A", "rating": "none"}]);
    more["logs"]["steps"][0]["mood"] = serde_json::json!("calm");
    let kept: Case = serde_json::from_str(&more.to_string()).unwrap();
    assert_eq!(serde_json::to_value(&kept).unwrap(), more);
}

#[test]
fn bodies_with_less_and_with_more_load() {
    let mut more: serde_json::Value = serde_json::to_value(case()).unwrap();
    more["from_tomorrow"] = serde_json::json!({"deep": [1, {"deeper": null}]});
    assert_eq!(json::read::<Case>(&more.to_string()).unwrap(), case());
    let mut more: serde_json::Value = serde_json::to_value(draft()).unwrap();
    more["from_tomorrow"] = serde_json::json!("more");
    more["copy"][0]["phone"] = serde_json::json!("+00");
    more["opening"] = serde_json::json!({"key": "", "own": "", "tone": 3});
    assert_eq!(json::read::<Draft>(&more.to_string()).unwrap(), draft());
    // Each field of a draft may be missing.
    let whole = serde_json::to_value(draft()).unwrap();
    let fields = whole.as_object().unwrap();
    for field in fields.keys() {
        let mut less = whole.clone();
        less.as_object_mut().unwrap().remove(field);
        let kept: Draft = json::read(&less.to_string()).unwrap();
        let again = serde_json::to_value(&kept).unwrap();
        for (other, value) in fields.iter().filter(|(other, _)| *other != field) {
            assert_eq!(&again[other], value, "without {field}");
        }
    }
    println!("{} fields of a draft left out, one by one", fields.len());
    assert_eq!(json::read::<Case>("{}").unwrap(), Case::default());
    assert_eq!(json::read::<Draft>("{}").unwrap(), Draft::default());
}

/// Every body that a version of this guide once wrote, and what it is read as: a file each, `draft-<what>.json`.
#[test]
fn drafts_of_every_older_form_are_read_where_they_belong_today() {
    let read = |name: &str| -> Draft {
        let path = format!("{}/tests/vectors/{name}.json", env!("CARGO_MANIFEST_DIR"));
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    let card = read("draft-1-talk");
    assert_eq!(
        (
            card.kind,
            card.choice("opening"),
            card.text("opening"),
            card.choice("stop"),
            card.text("stop")
        ),
        (MessageKind::Talk, "minute", "", "pause", "Enough for today.")
    );
    let help = read("draft-1-help");
    assert_eq!(
        (
            help.to_party,
            help.choice("approach"),
            help.choice("via"),
            help.text("person-name")
        ),
        (Addressee::HeadOfDelegation, "ask-first", "", "A. Name")
    );
    for (name, via) in [
        ("nsb", "nsb"),
        ("liaison", "liaison"),
        ("leader", "leader"),
        ("staff", "staff"),
    ] {
        let request = read(&format!("draft-1-request-{name}"));
        assert_eq!(
            (request.choice("via"), request.text("tried"), request.copy.len()),
            (via, "We talked.", 1)
        );
    }
    // Nothing of the old form is lost: every text is there, the account too, and it is written in today's form.
    let email = read("draft-1-email");
    let texts: Vec<(&str, &str)> = email.texts().collect();
    let ids = [
        "account",
        "ask",
        "effect",
        "from-name",
        "from-role",
        "observed",
        "subject",
        "to-address",
        "to-name",
        "unknown",
    ];
    assert_eq!(texts.iter().map(|(id, _)| *id).collect::<Vec<_>>(), ids);
    assert!(
        texts
            .iter()
            .all(|(id, text)| text.ends_with(&id.replace('-', "_"))),
        "{texts:?}"
    );
    let again: Draft = serde_json::from_str(&serde_json::to_string(&email).unwrap()).unwrap();
    assert_eq!(again, email);
}

/// A choice or tick from a later version stays in the record; a field that stands twice is refused.
#[test]
fn what_a_draft_does_not_know_it_keeps_or_refuses() {
    let later = r#"{"kind":"outcome","texts":{"observed":"x","mood":"calm"},"choices":{"level":"moon"},"ticks":["group=later"]}"#;
    let kept: Draft = serde_json::from_str(later).unwrap();
    assert_eq!((kept.text("mood"), kept.choice("level")), ("calm", "moon"));
    let again = serde_json::to_value(&kept).unwrap();
    assert_eq!(again["ticks"][0], "group=later");
    assert!(json::read::<Draft>(r#"{"kind":"talk","title":"a","title":"b"}"#).is_err());
}

#[test]
fn a_record_of_a_kind_from_tomorrow_is_newer_not_damaged() {
    // As a later version would write it, its checksum right: the bytes below were made by that rule, not by this code.
    let text = vector("schema-1-kind-from-tomorrow");
    assert!(text.starts_with("waymark-record 1 ledger "));
    assert_eq!(Record::read(&text), Err(RecordError::Newer));
    assert_eq!(
        Record::read(&text.replacen("ledger", "ladder", 1)),
        Err(RecordError::Damaged)
    );
}

#[test]
fn every_older_form_has_its_step() {
    use waymark::storage::migrate;
    let older: Vec<u32> = (1..schema()).collect();
    assert_eq!(migrate::begins(), older);
    assert_eq!(migrate::SCHEMA, schema());
}
