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
    /// Any number of the options; `"none"` and `"unknown"` stand alone ([`excludes`]).
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

/// Whether this option of a [`Kind::Many`] question stands alone: choosing it clears the others, and the other way round.
#[must_use]
pub fn excludes(option: &str) -> bool {
    matches!(option, "none" | "unknown")
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
            && let Some(answer) = answers
                .get(question.id)
                .and_then(|answer| fitting(question, answer))
        {
            kept.set(question.id, answer);
        }
    }
    kept
}

/// The answer as far as it fits the question; `None` when nothing of it does (a damaged or older record), so that the
/// question is asked again. An empty choice is a question skipped on purpose and stays.
#[must_use]
pub fn fitting(question: &Question, answer: &Answer) -> Option<Answer> {
    let (Answer::Chosen(keys), Kind::One(options) | Kind::Many(options)) = (answer, question.kind) else {
        let text = matches!((answer, question.kind), (Answer::Text(_), Kind::Text));
        return text.then(|| answer.clone());
    };
    // In the order of the options: the order in which boxes were ticked means nothing.
    let known = || {
        options
            .iter()
            .filter(|option| keys.iter().any(|key| key == *option))
    };
    let fit: Vec<String> = match question.kind {
        Kind::Many(_) if known().any(|option| !excludes(option)) => known()
            .filter(|option| !excludes(option))
            .map(|&option| option.to_owned())
            .collect(),
        _ => known().take(1).map(|&option| option.to_owned()).collect(),
    };
    (!fit.is_empty() || keys.is_empty()).then_some(Answer::Chosen(fit))
}

/// The questions that apply, in order: answered ones and those still to come as things stand.
#[must_use]
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
    let kept = applicable(questions, answers);
    questions
        .iter()
        .find(|question| question.when.holds(&kept) && !kept.has(question.id))
}

/// The first free-text question on the path: the notice that nobody is anonymous (4.3.1) stands before it.
#[must_use]
pub fn first_text<'q>(questions: &'q [Question], answers: &Answers) -> Option<&'q Question> {
    path(questions, answers)
        .into_iter()
        .find(|question| matches!(question.kind, Kind::Text))
}

/// The answered questions that no longer apply: kept aside and marked, never used.
#[must_use]
pub fn set_aside<'q>(questions: &'q [Question], answers: &Answers) -> Vec<&'q Question> {
    let kept = applicable(questions, answers);
    questions
        .iter()
        .filter(|question| answers.has(question.id) && !question.when.holds(&kept))
        .collect()
}
