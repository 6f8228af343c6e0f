//! Search, over the guide as it stands: what people type leads where they want to go, slips included.

use waymark::domain::Answers;
use waymark::domain::interview::path;
use waymark::domain::questions::{ASSESS, HANDLE, RESPOND, SITUATION};
use waymark::domain::routing::MessageKind;
use waymark::domain::search::{Index, index};

#[allow(
    clippy::unwrap_used,
    reason = "words of a test that cannot be read say nothing"
)]
#[path = "search/small.rs"]
mod small;
#[allow(
    clippy::unwrap_used,
    reason = "a test that cannot read the content has nothing to say"
)]
mod support;

use support::words;

fn made() -> Index {
    index(words())
}

fn addresses(index: &Index, typed: &str) -> Vec<String> {
    index
        .find(typed)
        .iter()
        .map(|found| found.place.address.clone())
        .collect()
}

/// What is typed leads to this place, among the first few.
fn leads(index: &Index, cases: &[(&str, &str)]) {
    for (typed, wanted) in cases {
        let found = addresses(index, typed);
        assert!(
            found.iter().take(6).any(|address| address == wanted),
            "{typed}: {found:?}"
        );
    }
}

#[test]
fn what_people_type_leads_where_they_want_to_go() {
    let index = made();
    leads(
        &index,
        &[
            ("2.1.3", "process/2.1.3"),
            ("clause 4.3.4", "process/4.3.4"),
            ("retaliation", "process/4.3.4"),
            ("retaliaton", "process/4.3.4"),
            ("anonymous", "process/4.3.1"),
            ("anonimous", "process/4.3.1"),
            ("appeal", "process/3.3"),
            ("appael", "process/3.3"),
            ("conflict of interest", "code/6"),
            ("conflcit of intrest", "code/6"),
            ("bribery", "code/9"),
            ("copyright", "code/8"),
            ("agenda item", "process/4.4"),
            ("same nsb", "open/same-nsb"),
            ("deadline", "open/no-deadline"),
            ("e-mail to the person", "begin/email"),
            ("request for help", "begin/help"),
            ("glossary", "glossary"),
            ("my notes", "notes"),
            ("RETALIATION!", "process/4.3.4"),
            ("rétaliation", "process/4.3.4"),
            ("retal", "process/4.3.4"),
            ("mobbing", "code/3"),
        ],
    );
    // What a frightened person types leads to the right place first.
    for (typed, wanted) in [
        ("2.1.3", "process/2.1.3"),
        ("shared computer", "notes"),
        ("delete everything", "notes"),
        ("mobbing", "code/3"),
        ("bullying", "code/3"),
    ] {
        let found = addresses(&index, typed);
        assert_eq!(
            found.first().map(String::as_str),
            Some(wanted),
            "{typed}: {found:?}"
        );
    }
}

/// One slip in a short word and two in a long one, not more: else much is found that nobody meant. The slips stand where a shorter
/// beginning of the word has them, too.
#[test]
fn more_slips_than_a_word_of_its_length_may_have_find_nothing() {
    let index = made();
    for (one, two, place) in [
        ("apeal", "apeel", "process/3.3"),
        ("bribry", "brxbry", "code/9"),
        ("glosary", "gxosary", "glossary"),
        ("retaliaton", "retolixtn", "process/4.3.4"),
    ] {
        let is_found = |typed| addresses(&index, typed).iter().any(|address| address == place);
        assert!(is_found(one), "{one}");
        assert!(!is_found(two), "{two}");
    }
}

#[test]
fn every_screen_and_every_letter_is_found_by_its_name() {
    let index = made();
    leads(
        &index,
        &[
            ("a concern was raised about me", "respond"),
            ("raised about me next step", "respond/plan"),
            ("must handle a concern", "handle"),
            ("must handle next step", "handle/plan"),
            ("ledger stages", "ledger"),
            ("what was done and when", "ledger"),
            ("timeline", "ledger"),
            ("who was told what", "told"),
            ("index of papers", "papers"),
            ("which papers", "papers"),
            ("hand-over copy", "hand-over"),
            ("who is who", "names"),
            ("stand-ins", "names"),
            ("open a hand-over copy", "hand-over/open"),
            ("hand over", "hand-over"),
            ("your answers", "answers"),
            ("practise", "practice"),
            ("invented cases", "practice"),
            ("map", "map"),
            ("letters person concerned", "write/respond"),
        ],
    );
    let words = words();
    for kind in MessageKind::ALL {
        let name = words.t(&format!("message.{}.name", kind.key()));
        let found = addresses(&index, name);
        let wanted = format!("begin/{}", kind.key());
        assert!(
            found.iter().take(4).any(|one| *one == wanted),
            "{name}: {found:?}"
        );
    }
}

/// The endings that people bring along; an answer of an interview leads to its question; the tools are found by what one wants of them.
#[test]
fn other_endings_answers_and_tools_are_found() {
    let index = made();
    leads(
        &index,
        &[
            ("harassed", "code/3"),
            ("harassing", "code/3"),
            ("insulted", "assess"),
            ("shouted", "assess"),
            ("retaliated", "process/4.3.4"),
            ("backup", "backup"),
            ("restore", "backup/open"),
            ("passphrase", "lock"),
            ("passphrase", "backup"),
            ("password", "lock"),
            ("lock", "lock"),
            ("hand over", "hand-over"),
            ("my notes", "notes"),
            ("names", "names"),
            ("ledger", "ledger"),
            ("language", "language"),
        ],
    );
}

/// Pages that say something of a matter come first; the question is there as well.
#[test]
fn an_answer_leads_to_its_question() {
    let found = addresses(&made(), "somebody told me");
    assert!(found.contains(&"assess/stake".to_owned()), "{found:?}");
}

/// A question that only other answers lead to would say so: its answers lead to the beginning of the interview, once.
#[test]
fn every_answer_leads_to_a_question_that_is_asked() {
    let index = made();
    let words = words();
    for (questions, at) in [
        (ASSESS, "assess"),
        (SITUATION, "situation"),
        (RESPOND, "respond"),
        (HANDLE, "handle"),
    ] {
        let asked = path(questions, &Answers::default());
        for typed in questions
            .iter()
            .map(|question| words.t(&format!("question.{}.ask", question.id)))
        {
            let found = addresses(&index, typed);
            let mut once = found.clone();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), found.len(), "{typed}: {found:?}");
            for id in found
                .iter()
                .filter_map(|address| address.strip_prefix(&format!("{at}/")))
            {
                let question = questions.iter().any(|question| question.id == id);
                assert!(
                    !question || asked.iter().any(|one| one.id == id),
                    "{typed}: {found:?}"
                );
            }
        }
    }
}

/// Whole words come first; what is shortened never finds less than a beginning of it.
#[test]
fn only_a_word_that_stands_nowhere_is_shortened() {
    let index = made();
    assert_eq!(index.find("harassment "), index.find("harassment"));
    for typed in ["zzqqxxyy", "zzzz", "9999.9"] {
        assert!(addresses(&index, typed).is_empty(), "{typed}");
    }
    let both = index.find("harassed retaliation");
    assert!(!both.is_empty());
}

#[test]
fn nothing_and_nonsense_find_nothing_and_break_nothing() {
    let index = made();
    for typed in [
        "", "   ", "zzqqxxyy", "<script>", "\u{202e}", "....", "🙂", "’", "a\u{0}b",
    ] {
        let found = addresses(&index, typed);
        assert!(found.len() <= 12, "{typed}");
    }
    assert!(addresses(&index, "zzqqxxyy").is_empty());
    assert!(addresses(&index, &"retaliation ".repeat(10_000)).contains(&"process/4.3.4".to_owned()));
    assert!(addresses(&index, &"x".repeat(1_000_000)).is_empty());
}

#[test]
fn every_place_is_found_by_its_own_name() {
    let index = made();
    let words = words();
    for (id, text) in words
        .iter()
        .filter(|(id, _)| id.starts_with("page.") && *id != "page.coverage" && *id != "page.unknown")
    {
        let title = text
            .split('\u{2029}')
            .next()
            .unwrap_or_default()
            .trim_start_matches("# ");
        let address = id.trim_start_matches("page.");
        let found = addresses(&index, title);
        assert!(found.iter().any(|one| one == address), "{title}: {found:?}");
    }
}

#[test]
fn a_place_shows_a_line_that_holds_what_was_typed() {
    let index = made();
    let found = index.find("corroborating");
    assert!(!found.is_empty());
    for one in found.iter().take(3) {
        assert!(
            one.line.to_lowercase().contains("corrobor"),
            "{}: {}",
            one.place.address,
            one.line
        );
    }
}

#[test]
fn made_a_little_at_a_time_the_index_finds_the_same() {
    for most in [1, 5_000, 50_000] {
        let mut slices = Index::default();
        let mut count = 1;
        while !slices.go_on(words(), most) {
            count += 1;
        }
        assert!(count > 1, "in one piece of {most} bytes");
        assert!(slices.go_on(words(), most), "whole stays whole");
        for typed in ["harassment", "2.1.3", "leave", "minutes"] {
            assert_eq!(slices.find(typed), index(words()).find(typed), "{typed}");
        }
    }
}
