//! The pages made of answers: the result, and "your answers"; and that no sentence passes a verdict.
#![cfg(feature = "pack")]
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of the tests, shared by both interviews"
)]

mod assess_words;

use assess_words::cases::cases;
use assess_words::{answers, words};
use waymark::document::answers::{Interview, answers as rows};
use waymark::document::inline::Inline;
use waymark::document::result::result;
use waymark::document::{Block, Doc, Route};
use waymark::domain::assessment::assess;
use waymark::domain::questions::{ASSESS, SITUATION};

#[test]
fn gates_stand_first_on_the_page_and_the_line_that_it_is_no_finding_always_stands() {
    let words = words();
    for case in cases() {
        let shown = assess(&case.given());
        let page = result(words, &shown);
        let care = page
            .blocks
            .iter()
            .take_while(|block| matches!(block, Block::Care(..)))
            .count();
        let all = page
            .blocks
            .iter()
            .filter(|block| matches!(block, Block::Care(..)))
            .count();
        assert_eq!(
            (care, all),
            (shown.gates.len(), shown.gates.len()),
            "{}",
            case.name
        );
        assert!(matches!(page.blocks[care], Block::Lead(_)), "{}", case.name);
        let text = plain(&page);
        assert!(text.contains(words.t("assess.result.finding")), "{}", case.name);
        let heading = format!("Principle {}", case.touched.first().unwrap_or(&0));
        assert!(
            case.touched.is_empty() || text.contains(&heading),
            "{}",
            case.name
        );
        assert!(page.blocks.iter().any(|block| matches!(block, Block::Doors(doors)
            if doors.len() >= 3 && doors.iter().any(|door| door.route == Route::Answers))));
        assert!(!text.contains('{'), "{}: {text}", case.name);
    }
}

#[test]
fn each_principle_on_the_page_shows_both_sides() {
    let words = words();
    let page = result(
        words,
        &assess(&answers(
            "nearest=treatment conduct=shouted aimed=work pointed-out=reason",
        )),
    );
    let heads: Vec<_> = page
        .blocks
        .iter()
        .filter_map(|block| {
            if let Block::Heading(3, text) = block {
                Some(text.as_str())
            } else {
                None
            }
        })
        .collect();
    let ids = [
        "assess.result.toward",
        "assess.result.elsewhere",
        "assess.result.change",
    ];
    assert_eq!(heads, ids.map(|id| words.t(id)));
    assert!(plain(&page).contains(words.t("assess.said.aimed.work")));

    let page = result(words, &assess(&answers("nearest=treatment conduct=shouted")));
    assert!(plain(&page).contains(words.t("assess.result.elsewhere-none")));
}

#[test]
fn the_page_of_answers_shows_what_is_used_and_what_is_set_aside() {
    let words = words();
    let interviews: &[Interview<'_>] = &[
        (ASSESS, Route::AssessQuestion),
        (SITUATION, Route::SituationQuestion),
    ];
    let mut given = answers(
        "stake=saw setting= nearest=voice conduct=shouted+belittled recurrence=once raiser=iso-cs affiliation=same-nsb",
    );
    let page = rows(words, interviews, &given);
    let used: Vec<_> = page.used.iter().map(|row| row.question).collect();
    assert_eq!(
        used,
        ["stake", "setting", "nearest", "recurrence", "raiser"],
        "once each, in order"
    );
    assert_eq!(page.used[1].answer, [words.t("assess.answers.skipped")]);
    assert_eq!(page.used[0].change, Route::AssessQuestion("stake".to_owned()));
    let aside: Vec<_> = page
        .aside
        .iter()
        .map(|row| (row.question, row.answer.len()))
        .collect();
    assert_eq!(aside, [("conduct", 2), ("affiliation", 1)]);
    // "Answers so far" beside a question counts the same.
    assert_eq!(page.used.len() + page.aside.len(), given.iter().count());
    assert!(
        page.used
            .iter()
            .chain(&page.aside)
            .all(|row| !row.name.is_empty() && !row.answer[0].is_empty())
    );

    // A question of both interviews is set aside only if neither asks it.
    given.choose("nearest", "rules");
    assert!(
        rows(words, interviews, &given)
            .used
            .iter()
            .any(|row| row.question == "recurrence")
    );
}

/// Words of a verdict, a forecast or a promise.
const NEVER: &[&str] = &[
    "guilt",
    "violat",
    "offender",
    "perpetrator",
    "victim",
    "you were right",
    "you are right",
    "per cent",
    "%",
    "score",
    "probab",
    "likely that",
    "breached the code",
    "has breached",
    "was unethical",
    "misbehav",
    "anonymously",
    "deadline is",
    "will be punished",
    "sanction",
];

/// The one sentence in which the words stand to deny them.
const DENIED: &str = "It does not mean that the Code was breached";

#[test]
fn no_sentence_passes_a_verdict() {
    let words = words();
    for (id, text) in words
        .iter()
        .filter(|(id, _)| id.starts_with("assess.") || id.starts_with("question."))
    {
        let text = text.replace(DENIED, "").to_lowercase();
        for never in NEVER {
            assert!(!text.contains(never), "`{id}` says `{never}`");
        }
    }
}

/// The text of a page, as it prints.
fn plain(page: &Doc) -> String {
    let mut text = page.title.clone();
    let mut add = |pieces: &[Inline]| {
        text.push('\n');
        for piece in pieces {
            match piece {
                Inline::Str(said) | Inline::Principle(_, said) | Inline::Link(_, said) => text.push_str(said),
                Inline::Clause(clause) => text.push_str(clause.number()),
                Inline::Unknown(mark) => panic!("unknown mark {mark}"),
            }
        }
    };
    for block in &page.blocks {
        match block {
            Block::Lead(said) | Block::Para(said) | Block::Quiet(said) => add(said),
            Block::Heading(_, said) => add(&[Inline::Str(said.clone())]),
            Block::List(texts) | Block::Care(_, texts) => texts.iter().for_each(|said| add(said)),
            Block::Doors(doors) => doors.iter().for_each(|door| add(&door.note)),
            _ => panic!("a block that the result does not have"),
        }
    }
    text
}
