//! What letters take over from the logs of their case: the person's own dates, added below what was typed, never in its place.

use waymark::domain::case::Case;
use waymark::domain::letters::{Draft, departure, letter, take_over};
use waymark::domain::logs::{Log, Logs};
use waymark::domain::routing::MessageKind;
use waymark::export::text;

use super::helpers::{forms, words};
use super::rows::row;

fn logs() -> Logs {
    let mut logs = Logs::default();
    logs.set(
        Log::Steps,
        vec![
            row(&[
                ("what", "nsb"),
                ("when", "2026-03-20"),
                ("ended", "unsettled"),
                ("note", "They said no."),
            ]),
            row(&[
                ("what", "talk"),
                ("when", "2026-03-09"),
                ("with", "the convenor"),
                ("ended", "unsettled"),
                ("written", "Minutes, item 7"),
                ("note", "He listened.\nNothing changed."),
            ]),
            row(&[("what", "help-tpm")]),
            row(&[("what", "decision"), ("when", "in May")]),
            row(&[("note", "of no step")]),
            row(&[("what", "withdrawn")]),
        ],
    );
    logs.set(
        Log::Papers,
        vec![
            row(&[
                ("what", "E-mail to the group"),
                ("when", "2026-03-02"),
                ("confidential", "yes"),
                ("goes", "yes"),
            ]),
            row(&[("what", "My diary"), ("goes", "no")]),
            row(&[
                ("what", "Minutes"),
                ("confidential", "no"),
                ("where", "in the safe"),
            ]),
        ],
    );
    logs.set(
        Log::Told,
        vec![row(&[
            ("who", "The TPM"),
            ("what", "details pass-on"),
            ("why", "copied (4.1.4)"),
        ])],
    );
    logs
}

const FIRST: &str = "– 2026-03-09: Spoke in person (the convenor). Not settled. In writing: Minutes, item 7. He listened. Nothing changed.
– Asked the Technical Program Manager (TPM) for help";

#[test]
fn the_formal_request_takes_over_what_was_tried_and_which_papers_there_are() {
    let words = words();
    let mut draft = Draft::new(MessageKind::Formal);
    assert!(take_over(words, &mut draft, &logs(), ""));
    assert_eq!(draft.text("first-steps"), FIRST);
    assert_eq!(
        draft.text("informal"),
        "– 2026-03-20: Informal request: one NSB to another. Not settled. They said no."
    );
    // In their order; what was left out of the request stays out, and so does where a paper lies.
    assert_eq!(
        draft.text("papers"),
        "– 2026-03-02: E-mail to the group (Confidential)\n– Minutes"
    );
    let made = text::write(words, &letter(words, &draft));
    for line in FIRST.lines() {
        assert!(made.contains(line), "{made}");
    }
    // What the departure check asks for is there by it.
    let missing = |draft: &Draft| {
        let check = departure(words, words, draft, &Case::default());
        let ids = check.cautions.iter().map(|caution| format!("{caution:?}"));
        ids.filter(|id| id.contains("missing-")).count()
    };
    assert_eq!(missing(&Draft::new(MessageKind::Formal)) - missing(&draft), 3);
}

#[test]
fn what_was_typed_stays_and_nothing_is_added_twice() {
    let words = words();
    let typed = "We talked in March.\n\nIt did not help.  ";
    let mut draft = Draft::new(MessageKind::Formal).with("first-steps", typed);
    assert!(take_over(words, &mut draft, &logs(), ""));
    assert_eq!(
        draft.text("first-steps"),
        format!("We talked in March.\n\nIt did not help.\n\n{FIRST}")
    );
    let once = draft.clone();
    assert!(!take_over(words, &mut draft, &logs(), ""));
    assert_eq!(draft, once);
    // One more step later: it comes below, the others stay as the person has changed them.
    draft.set(
        "first-steps",
        once.text("first-steps").replace("– Asked", "– I asked"),
    );
    let mut more = logs();
    let mut rows = more.rows(Log::Steps).to_vec();
    rows[2].set("what", "confirm");
    more.set(Log::Steps, rows);
    assert!(take_over(words, &mut draft, &more, ""));
    assert!(
        draft
            .text("first-steps")
            .ends_with("– I asked the Technical Program Manager (TPM) for help\n– Sent an e-mail that confirms what was agreed"),
        "{}",
        draft.text("first-steps")
    );
}

#[test]
fn dates_fill_empty_fields_only_and_are_those_of_the_person() {
    let words = words();
    for (kind, field, date) in [
        (MessageKind::Confirm, "talk-date", "2026-03-09"),
        (MessageKind::Remind, "request-date", "2026-03-20"),
        (MessageKind::Retaliation, "request-date", "2026-03-20"),
        (MessageKind::Appeal, "decision-date", "in May"),
    ] {
        let mut draft = Draft::new(kind);
        assert!(take_over(words, &mut draft, &logs(), ""));
        assert_eq!(draft.text(field), date, "{kind:?}");
        let mut typed = Draft::new(kind).with(field, "yesterday");
        assert!(!take_over(words, &mut typed, &logs(), ""));
        assert_eq!(typed.text(field), "yesterday");
        // No date in the ledger is no date in the letter.
        let mut undated = Logs::default();
        undated.set(
            Log::Steps,
            vec![
                row(&[("what", "talk")]),
                row(&[("what", "nsb")]),
                row(&[("what", "decision")]),
            ],
        );
        let mut empty = Draft::new(kind);
        assert!(!take_over(words, &mut empty, &undated, ""), "{kind:?}");
    }
}

#[test]
fn notes_of_ones_own_go_into_no_letter_of_the_one_who_raises_it_or_is_concerned() {
    let words = words();
    for form in forms() {
        let mut draft = Draft::new(form.kind);
        let added = take_over(words, &mut draft, &logs(), "");
        assert_eq!(added, form.takes(), "{:?}", form.kind);
        let said: String = draft.texts().map(|(_, text)| text).collect();
        let own = ["He listened", "They said no", "in the safe"];
        let officer = form.lens() == waymark::domain::Lens::Handle;
        for note in own {
            assert!(officer || !said.contains(note), "{:?}: {said}", form.kind);
        }
        assert!(!said.contains("in the safe") && !said.contains("of no step"));
        // Nothing is taken into what never leaves, or into names.
        let form_ids: Vec<&str> = form
            .rows()
            .filter(|row| row.asks())
            .map(waymark::domain::letters::Row::id)
            .collect();
        assert!(draft.texts().all(|(id, _)| form_ids.contains(&id)));
    }
}

#[test]
fn of_several_people_only_the_one_meant_stands_in_it() {
    let words = words();
    let mut logs = Logs::default();
    logs.set(
        Log::Steps,
        vec![
            row(&[("what", "talk"), ("with", "Anna"), ("about", "Person A")]),
            row(&[("what", "message"), ("with", "Boris"), ("about", "Person B")]),
            row(&[("what", "help"), ("with", "my head of delegation")]),
        ],
    );
    assert_eq!(logs.people(), ["Person A", "Person B"]);
    let mut draft = Draft::new(MessageKind::NsbRequest);
    assert!(take_over(words, &mut draft, &logs, "Person B"));
    let tried = draft.text("tried");
    assert!(
        tried.contains("Boris") && tried.contains("head of delegation"),
        "{tried}"
    );
    assert!(!tried.contains("Anna") && !tried.contains("Person"), "{tried}");
}
