//! What a release once stored loads for ever: one file for each form and kind, exactly as it was stored.

use waymark::domain::Answer;
use waymark::domain::case::Case;
use waymark::domain::json;
use waymark::domain::letters::{Addressee, Draft, Part};
use waymark::domain::routing::MessageKind;
use waymark::storage::{Kind, Record, RecordError};

use super::helpers::{case, draft};

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
fn a_draft_of_schema_1_loads() {
    let record = Record::read(&vector("schema-1-draft")).unwrap();
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
        kept.part(Part::Ask),
        "Could we talk about it before the next meeting?"
    );
    assert!(kept.part(Part::Unknown).ends_with("👩‍💻"));
}

#[test]
fn the_form_is_written_as_the_vectors_have_it() {
    for name in ["schema-1-case", "schema-1-draft"] {
        let text = vector(name);
        assert_eq!(
            Record::read(&text).unwrap().write(),
            text,
            "a change of the form needs a new version"
        );
    }
}

#[test]
fn bodies_with_less_and_with_more_load() {
    let mut more: serde_json::Value = serde_json::to_value(case()).unwrap();
    more["from_tomorrow"] = serde_json::json!({"deep": [1, {"deeper": null}]});
    assert_eq!(json::read::<Case>(&more.to_string()).unwrap(), case());
    let mut more: serde_json::Value = serde_json::to_value(draft()).unwrap();
    more["from_tomorrow"] = serde_json::json!("more");
    more["copy"][0]["phone"] = serde_json::json!("+00");
    more["opening"]["tone"] = serde_json::json!(3);
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
