//! The pictures of the interviews (`docs/flow/`) say what people meet, and are up to date.
//!
//! `WAYMARK_BLESS=1 cargo test --no-default-features --features pack --test flow` writes them anew.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of the tests, shared with those of the interviews"
)]

mod assess_words;

use std::path::Path;

use assess_words::{Dice, random};
use waymark::content::{self, flow};
use waymark::domain::interview::{applicable, path};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_question_is_asked_exactly_where_all_its_lines_allow_it() {
    for (name, questions) in flow::INTERVIEWS {
        let edges = flow::edges(questions);
        let mut dice = Dice(5);
        for _ in 0..20_000 {
            let answers = random(questions, &mut dice);
            let kept = applicable(questions, &answers);
            let drawn: Vec<&str> = questions
                .iter()
                .zip(&edges)
                .filter(|(_, lines)| lines.iter().all(|line| line.allows(questions, &kept)))
                .map(|(question, _)| question.id)
                .collect();
            let met: Vec<&str> = path(questions, &answers)
                .iter()
                .map(|question| question.id)
                .collect();
            assert_eq!(drawn, met, "{name}, after {kept:?}");
        }
    }
}

#[test]
fn the_pictures_are_those_of_the_interviews_as_they_are() {
    let words = content::load(root(), "en").unwrap();
    for (name, picture) in flow::pictures(words) {
        let path = root().join("docs/flow").join(name);
        if std::env::var_os("WAYMARK_BLESS").is_some() {
            std::fs::write(&path, &picture).unwrap();
        }
        let there = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            there == picture,
            "{} is not what the interviews and their words say: scripts/flow draws it anew",
            path.display()
        );
    }
}
