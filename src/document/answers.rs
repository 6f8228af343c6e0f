//! The page "your answers": what was answered, each with the way to change it, and what no longer applies.
//!
//! In: words, the interviews that share the answers, the answers. Out: [`Row`]s.

use super::question;
use super::route::Route;
use crate::domain::interview::{Question, applicable, set_aside};
use crate::domain::logs::Logs;
use crate::domain::{Answer, Answers, Words, senders};

/// One answered question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The id of the question.
    pub question: &'static str,
    /// Its short name.
    pub name: &'static str,
    /// The answer: the options chosen, the person's own words, or one line that says it was skipped.
    pub answer: Vec<String>,
    /// Where to change it.
    pub change: Route,
}

/// An interview with the route of its questions.
pub type Interview<'q> = (&'q [Question], fn(String) -> Route);

/// All answered questions, once each: those in use, and those kept but not used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswerRows {
    /// In use, in the order of the interviews.
    pub used: Vec<Row>,
    /// Set aside, because an earlier answer changed. Shown under `assess.answers.aside`.
    pub aside: Vec<Row>,
}

/// The rows for these interviews. A question that stands in two of them is set aside only if neither asks it.
#[must_use]
pub fn answers(words: &Words, interviews: &[Interview<'_>], given: &Answers) -> AnswerRows {
    let mut rows = AnswerRows::default();
    for (questions, route) in interviews {
        let kept = applicable(questions, given);
        for question in *questions {
            if let Some(answer) = kept.get(question.id) {
                add(&mut rows.used, words, question, answer, *route);
            }
        }
    }
    for (questions, route) in interviews {
        for question in set_aside(questions, given) {
            if let Some(answer) = given.get(question.id)
                && rows.used.iter().all(|row| row.question != question.id)
            {
                add(&mut rows.aside, words, question, answer, *route);
            }
        }
    }
    rows
}

/// What one sender of a hand-over copy answered.
pub struct Told {
    /// Their number in the table ([`senders::rows`]).
    pub at: usize,
    /// The heading.
    pub title: &'static str,
    /// All their answers.
    pub rows: Vec<Row>,
}

/// What senders of hand-over copies answered, the latest first. Whoever answered nothing is left out.
#[must_use]
pub fn of_senders(words: &Words, interviews: &[Interview<'_>], logs: &Logs) -> Vec<Told> {
    let mut all = Vec::new();
    let mut title = words.t("handover.sender");
    for (at, row) in senders::rows(logs).iter().enumerate().rev() {
        let mut rows = answers(words, interviews, &senders::answers(row));
        rows.used.append(&mut rows.aside);
        if !rows.used.is_empty() {
            let rows = rows.used;
            all.push(Told { at, title, rows });
        }
        title = words.t("handover.sender-before");
    }
    all
}

fn add(rows: &mut Vec<Row>, words: &Words, question: &Question, answer: &Answer, route: fn(String) -> Route) {
    if rows.iter().any(|row| row.question == question.id) {
        return;
    }
    rows.push(Row {
        question: question.id,
        name: question::short(words, question),
        answer: said(words, question, answer),
        change: route(question.id.to_owned()),
    });
}

/// The answer in words. A key that the question does not have is left out.
fn said(words: &Words, question: &Question, answer: &Answer) -> Vec<String> {
    let lines: Vec<String> = match answer {
        Answer::Chosen(keys) => question
            .options()
            .iter()
            .filter(|option| keys.iter().any(|key| key == *option))
            .map(|option| question::say(words, question, option).to_owned())
            .collect(),
        Answer::Text(text) if text.trim().is_empty() => Vec::new(),
        Answer::Text(text) => vec![text.clone()],
    };
    if lines.is_empty() {
        vec![words.t("assess.answers.skipped").to_owned()]
    } else {
        lines
    }
}
