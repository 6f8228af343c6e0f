//! The words of a question, for the page that asks it and for the page "your answers".
//!
//! In: words and a [`Question`]. Out: texts; those with clause marks as pieces.

use super::inline::{self, Text};
use crate::domain::Words;
use crate::domain::interview::Question;

/// The question itself: the h1 of its page.
#[must_use]
pub fn ask(words: &Words, question: &Question) -> &'static str {
    words.t(&format!("question.{}.ask", question.id))
}

/// The line below it.
#[must_use]
pub fn help(words: &Words, question: &Question) -> Text {
    inline::parse(words, words.t(&format!("question.{}.help", question.id)))
}

/// Why it is asked, with the clauses.
#[must_use]
pub fn why(words: &Words, question: &Question) -> Vec<Text> {
    inline::paragraphs(words, words.t(&format!("question.{}.why", question.id)))
}

/// Its name in three to five words.
#[must_use]
pub fn short(words: &Words, question: &Question) -> &'static str {
    words.t(&format!("question.{}.short", question.id))
}

/// What an option says.
#[must_use]
pub fn say(words: &Words, question: &Question, option: &str) -> &'static str {
    words.t(&format!("question.{}.option.{option}.say", question.id))
}

/// The second line of an option, where it has one.
#[must_use]
pub fn more(words: &Words, question: &Question, option: &str) -> Option<&'static str> {
    words.get(&format!("question.{}.option.{option}.help", question.id))
}
