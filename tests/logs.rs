//! The logs in words: every key is said, entries read as they were typed, the ledger is heard on the pages of the plan.

use waymark::document::{Block, Doc, ledger, logs, plan};
use waymark::domain::case::Case;
use waymark::domain::fingerprint::{self, Inside};
use waymark::domain::handover;
use waymark::domain::lens::Lens;
use waymark::domain::letters::Draft;
use waymark::domain::logs::{Kind, Log, PRINT, Row};
use waymark::domain::pack::missing;
use waymark::domain::questions::NO_ANONYMITY;
use waymark::domain::routing::{MessageKind, route};
use waymark::domain::{Answer, Words};
use waymark::export;
use waymark::export::everything::{self, Held};

#[allow(
    clippy::unwrap_used,
    reason = "a test that cannot read the content has nothing to say"
)]
mod support;

#[path = "support/rows.rs"]
mod rows;

use rows::row;
use support::words;

fn steps() -> Vec<Row> {
    vec![
        row(&[
            ("what", "nsb"),
            ("when", "2026-03-20"),
            ("with", "An officer of my NSB"),
            ("ended", "waiting"),
        ]),
        row(&[
            ("what", "talk"),
            ("when", "2026-03-09"),
            ("with", "the convenor"),
            ("ended", "settled"),
            ("note", "He listened.\nWe agreed to take turns."),
        ]),
        row(&[
            ("what", "message"),
            ("ended", "no-answer"),
            ("written", "E-mail of that day"),
        ]),
        row(&[("note", "Not yet said what it was")]),
        Row::default(),
    ]
}

fn case() -> Case {
    let mut case = Case::default();
    case.answers.choose("raiser", "expert");
    case.answers.choose("capacity", "delegate");
    case.answers.choose("first", "not-yet");
    case.answers.choose("record", "own");
    case.answers
        .set("since", Answer::Text("{1.5} <b>since</b> Tuesday".to_owned()));
    case.logs.set(Log::Steps, steps());
    case.logs.set(
        Log::Told,
        vec![row(&[
            ("who", "The TPM"),
            ("what", "details pass-on"),
            ("why", "4.1.4"),
        ])],
    );
    case
}

/// Everything that a page says, as one text.
fn said(words: &'static Words, doc: &Doc) -> String {
    export::html::doc(words, doc)
}

#[test]
fn every_column_and_every_key_has_its_words() {
    let words = words();
    let _ = missing::take();
    let mut texts = Vec::new();
    for log in Log::ALL {
        for column in log.columns() {
            texts.push(logs::label(words, log, column));
            // What a file says of itself is shown together, under the hint of its fingerprint.
            if column.kind != Kind::File || column.id == PRINT {
                texts.push(logs::hint(words, log, column));
            }
            if let Kind::One(keys) | Kind::Many(keys) = column.kind {
                texts.extend(keys.iter().map(|key| logs::option(words, log, column, key)));
            }
        }
        texts.push(logs::missing(words, log));
        texts.extend(["title", "list", "none", "add"].map(|which| logs::name(words, log, which)));
    }
    assert!(texts.iter().all(|text| !text.is_empty()), "{:?}", missing::take());
}

#[test]
fn a_log_reads_in_its_order_with_the_words_that_were_typed() {
    assert_eq!(
        export::logs::write(words(), Log::Steps, &steps()),
        "What was done, and when\n\n\
         2026-03-09: Spoke in person (1.2)\n\
         With whom: the convenor\n\
         How it ended: Settled\n\
         Note: He listened.\nWe agreed to take turns.\n\n\
         Wrote a message (1.2)\n\
         How it ended: No answer came\n\
         What is written down of it: E-mail of that day\n\n\
         Not said yet\n\
         Note: Not yet said what it was\n\n\
         2026-03-20: Informal request: one NSB to another (2.1.1)\n\
         With whom: An officer of my NSB\n\
         How it ended: Waiting for an answer\n"
    );
    for log in Log::ALL {
        assert_eq!(export::logs::write(words(), log, &[]), "");
        assert_eq!(export::logs::write(words(), log, &[Row::default()]), "");
    }
    // No date, no name and no step is made up: an entry holds what was typed and words of its columns alone.
    let entry = logs::entry(words(), Log::Steps, &row(&[("what", "talk")]));
    assert_eq!((entry.when.as_str(), entry.lines.len()), ("", 0));
}

#[test]
fn the_plan_says_that_the_ledger_counts_and_which_record_was_chosen() {
    let words = words();
    let plan_of = |case: &Case| {
        let made = route(&case.facets());
        let plain = plan::plan(words, &made);
        let mut doc = plain.clone();
        ledger::amend(words, &mut doc, case, Lens::Raise);
        (plain, doc)
    };
    // An empty ledger and no choice change nothing.
    let mut quiet = case();
    quiet.logs.set(Log::Steps, Vec::new());
    quiet.answers = waymark::domain::Answers::default();
    let (plain, amended) = plan_of(&quiet);
    assert_eq!(plain, amended);
    assert_eq!(ledger::speaks(words, &quiet, Lens::Raise), None);

    let (_, amended) = plan_of(&case());
    let text = said(words, &amended);
    assert!(text.contains("stage ledger"), "{text}");
    assert!(text.contains("informal request: made, and waiting"), "{text}");
    // What must be read first still stands first (invariant 7): the sentence goes before the first step.
    let mut grave = case();
    grave.answers.choose("safety", "danger");
    let (_, amended) = plan_of(&grave);
    assert!(
        matches!(amended.blocks[0], Block::Care(..)),
        "{:?}",
        amended.blocks[0]
    );

    // Settled by the first steps: the step about records shows the choice, opened or folded.
    for ended in ["settled", "again"] {
        let mut settled = case();
        settled
            .logs
            .set(Log::Steps, vec![row(&[("what", "talk"), ("ended", ended)])]);
        let text = said(words, &plan_of(&settled).1);
        let shown = text.matches("I keep a dated note of my own.").count();
        assert_eq!(shown, usize::from(ended == "settled") * 2, "{ended}: {text}");
    }
}

#[test]
fn what_was_typed_is_in_the_text_of_everything_and_in_the_preview_of_a_copy() {
    let words = words();
    let all = everything::write(words, &[("Situation 1".to_owned(), Held::Case(case()))]);
    let mut draft = Draft::new(MessageKind::Email);
    draft.set("observed", "What I saw".to_owned());
    draft.set("to-name", "Zoë".to_owned());
    let copy = handover::copy(&case(), &[("d".to_owned(), draft)], |_| true);
    let inside = export::handover::inside(words, &copy);
    for typed in [
        "{1.5} <b>since</b> Tuesday",
        "the convenor",
        "We agreed to take turns.",
        "The TPM",
        "They may pass it on, or ask others",
        "I keep a dated note of my own.",
    ] {
        assert!(all.contains(typed), "{typed} in {all}");
        assert!(inside.contains(typed), "{typed} in {inside}");
    }
    for typed in ["What I saw", "Zoë"] {
        assert!(inside.contains(typed), "{typed} in {inside}");
    }
    let file = export::handover::text(words, &copy);
    assert!(file.contains(&inside) && file.contains("no finding"));
    // Each of them carries its fingerprint, and one letter more is noticed.
    for made in [&all, &file, &handover::write(&copy, "a note")] {
        assert_eq!(fingerprint::inside(made.as_bytes()), Inside::Same, "{made}");
        let changed = made.replacen('a', "aa", 1);
        assert_eq!(
            fingerprint::inside(changed.as_bytes()),
            Inside::Changed,
            "{changed}"
        );
    }
    assert_eq!(export::handover::inside(words, &handover::Copy::default()), "");
}

/// One page, whoever looks at it: nobody reads that they raise a concern, have an NSB, or talked to somebody.
#[test]
fn the_logs_speak_to_every_side() {
    let mut seen = 0;
    for (id, text) in words().iter() {
        let of_logs = id.starts_with("log.") || id.starts_with("question.record.");
        if !of_logs && id != NO_ANONYMITY {
            continue;
        }
        seen += 1;
        for slip in [
            "you took",
            "our NSB",
            "my NSB",
            "my head",
            "My name",
            "between us",
            "your privacy",
        ] {
            assert!(!text.contains(slip), "{id}: {slip}");
        }
    }
    assert!(seen > 80, "{seen}");
}

/// Above the list, and not once more above the choice of a record below it.
#[test]
fn the_page_of_the_ledger_explains_each_short_form_once() {
    for (locale, words) in support::languages() {
        let here = words.t("glossary.here");
        let of = |id: &str| words.t(id).matches(here).count();
        assert_eq!(
            (of("log.steps.lead"), of("question.record.why")),
            (1, 0),
            "{}",
            locale.tag
        );
    }
}
