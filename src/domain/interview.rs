//! Interviews: questions in order, each with the condition under which it is asked.
//!
//! The questions are data (`&'static [Question]`); their words live in `content/` under `question.<id>`
//! (`ask`, `help`, `why`) and `question.<id>.option.<key>` (`say`, optionally `help`).

use super::answers::{Answer, Answers};

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of the options.
    One(&'static [&'static str]),
    /// Any number of the options; the last one (`"none"` or `"unknown"`) excludes the others.
    Many(&'static [&'static str]),
    /// A few words or a paragraph of the person's own, always optional.
    Text,
}

/// When a question is asked: a small closed vocabulary; anything harder is a named function.
#[derive(Clone, Copy)]
pub enum When {
    /// In every case.
    Always,
    /// When this option of this question was chosen.
    Is(&'static str, &'static str),
    /// When any of these options of this question was chosen.
    AnyOf(&'static str, &'static [&'static str]),
    /// When the condition does not hold.
    Not(&'static When),
    /// When all of them hold.
    All(&'static [When]),
    /// When any of them holds.
    Any(&'static [When]),
    /// When the named rule holds.
    Rule(fn(&Answers) -> bool),
}

impl When {
    /// Whether the condition holds for these answers.
    #[must_use]
    pub fn holds(&self, answers: &Answers) -> bool {
        match self {
            Self::Always => true,
            Self::Is(question, option) => answers.chose(question, option),
            Self::AnyOf(question, options) => options.iter().any(|option| answers.chose(question, option)),
            Self::Not(condition) => !condition.holds(answers),
            Self::All(conditions) => conditions.iter().all(|condition| condition.holds(answers)),
            Self::Any(conditions) => conditions.iter().any(|condition| condition.holds(answers)),
            Self::Rule(rule) => rule(answers),
        }
    }
}

/// One question.
pub struct Question {
    /// Its id, in stored answers, in addresses and in `content/`.
    pub id: &'static str,
    /// How it is answered.
    pub kind: Kind,
    /// When it is asked.
    pub when: When,
}

impl Question {
    /// The keys of its options; none for free text.
    #[must_use]
    pub const fn options(&self) -> &'static [&'static str] {
        match self.kind {
            Kind::One(options) | Kind::Many(options) => options,
            Kind::Text => &[],
        }
    }
}

/// Only the answers to the questions that apply, as the rules may use them.
///
/// An answer that no longer applies because an earlier one changed stays in `answers`, but not in this.
/// A condition sees only answers that themselves apply, so nothing set aside is used by a back door.
#[must_use]
pub fn applicable(questions: &[Question], answers: &Answers) -> Answers {
    let mut kept = Answers::default();
    for question in questions {
        if question.when.holds(&kept)
            && let Some(answer) = answers.get(question.id)
        {
            kept.set(question.id, fitting(question, answer));
        }
    }
    kept
}

/// The answer without options that the question does not have (from a damaged or older record).
fn fitting(question: &Question, answer: &Answer) -> Answer {
    match answer {
        Answer::Chosen(keys) => {
            let known = keys
                .iter()
                .filter(|key| question.options().contains(&key.as_str()));
            Answer::Chosen(known.cloned().collect())
        }
        Answer::Text(text) => Answer::Text(text.clone()),
    }
}

/// The questions that apply, in order: answered ones and those still to come as things stand.
pub fn path<'q>(questions: &'q [Question], answers: &Answers) -> Vec<&'q Question> {
    let kept = applicable(questions, answers);
    questions
        .iter()
        .filter(|question| question.when.holds(&kept))
        .collect()
}

/// The first applicable question without an answer; `None` when the interview is complete.
#[must_use]
pub fn next_open<'q>(questions: &'q [Question], answers: &Answers) -> Option<&'q Question> {
    path(questions, answers)
        .into_iter()
        .find(|question| !answers.has(question.id))
}

/// The answered questions that no longer apply: kept aside and marked, never used.
pub fn set_aside<'q>(questions: &'q [Question], answers: &Answers) -> Vec<&'q Question> {
    let kept = applicable(questions, answers);
    questions
        .iter()
        .filter(|question| answers.has(question.id) && !question.when.holds(&kept))
        .collect()
}
