//! Everything that somebody typed, as one readable text: the way out when the browser keeps nothing.
//!
//! In: words and what is held. Out: one text with every answer and every field of every draft, in the person's own words.

use crate::document::Route;
use crate::document::answers::{Row, answers};
use crate::domain::letters::{Draft, Field, Part, field_words, kind_words, part_words};
use crate::domain::questions::{ASSESS, SITUATION};
use crate::domain::{Answers, Words};

/// Name of the file; it says nothing about anybody.
pub const FILE_NAME: &str = "waymark-notes.txt";

/// One record of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// The answers about one situation.
    Answers(Answers),
    /// A message in the making.
    Draft(Box<Draft>),
    /// What was chosen on practice cards: their titles and the sentences.
    Practice(Vec<(&'static str, &'static str)>),
}

/// The text. Each record stands under its name.
#[must_use]
pub fn write(words: &Words, records: &[(String, Held)]) -> String {
    let mut out = String::new();
    for (title, held) in records {
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        lines(&mut out, &["== ", title, " =="]);
        match held {
            Held::Answers(given) => case(&mut out, words, given),
            Held::Draft(made) => draft(&mut out, words, made),
            Held::Practice(chosen) => {
                for (title, sentence) in chosen {
                    entry(&mut out, title, sentence);
                }
            }
        }
    }
    out
}

fn case(out: &mut String, words: &Words, given: &Answers) {
    let rows = answers(
        words,
        &[
            (SITUATION, Route::SituationQuestion),
            (ASSESS, Route::AssessQuestion),
        ],
        given,
    );
    for Row { name, answer, .. } in rows.used.iter().chain(&rows.aside) {
        entry(out, name, &answer.join("\n"));
    }
}

fn draft(out: &mut String, words: &Words, draft: &Draft) {
    use Field::{Account, FromName, FromRole, PersonName, PersonRole, ToAddress, ToName};
    use Part::{Ask, Effect, Observed, Opening, Stop, Subject, Tried, Unknown};
    lines(out, &[kind_words(words, draft.kind).name]);
    let field = |out: &mut String, field: Field| {
        entry(out, field_words(words, field).label, draft.field(field));
    };
    field(out, Account);
    for part in [Opening, Observed, Effect, Unknown, Tried, Ask, Stop, Subject] {
        let given = part_words(words, draft.kind, part);
        let key = match part {
            Opening => &draft.opening.key,
            Stop => &draft.stop.key,
            _ => "",
        };
        let chosen = given.choices.iter().find(|(own, _)| *own == key);
        entry(out, given.label, chosen.map_or("", |(_, sentence)| sentence));
        entry(out, given.label, draft.part(part));
    }
    for one in [ToName, ToAddress, FromName, FromRole, PersonName, PersonRole] {
        field(out, one);
    }
    for copy in &draft.copy {
        let label = words.t("compose.line.copy");
        entry(out, label, &copy.name);
        entry(out, label, &copy.address);
    }
}

fn entry(out: &mut String, label: &str, text: &str) {
    if !text.trim().is_empty() {
        lines(out, &["\n", label, ":\n", text]);
    }
}

fn lines(out: &mut String, pieces: &[&str]) {
    for piece in pieces {
        out.push_str(piece);
    }
    out.push('\n');
}
