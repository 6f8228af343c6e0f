//! Answers, keyed by question id; the position in an interview is always derived from them, never stored.

use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::sorted::Sorted;

/// What a person answered to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// The keys of the options chosen; several only where the question allows it. Empty: skipped on purpose.
    Chosen(Vec<String>),
    /// Free text.
    Text(String),
}

/// All answers of one case, also those that no longer apply: nothing is lost when an earlier answer changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(Sorted<Answer>);

impl Answers {
    /// The answer to this question, if there is one.
    #[must_use]
    pub fn get(&self, question: &str) -> Option<&Answer> {
        self.0.get(question)
    }

    /// Whether this question was answered or skipped on purpose.
    #[must_use]
    pub fn has(&self, question: &str) -> bool {
        self.get(question).is_some()
    }

    /// The first option chosen, or `""`.
    #[must_use]
    pub fn one(&self, question: &str) -> &str {
        match self.0.get(question) {
            Some(Answer::Chosen(keys)) => keys.first().map_or("", String::as_str),
            _ => "",
        }
    }

    /// Whether this option is among those chosen.
    #[must_use]
    pub fn chose(&self, question: &str, option: &str) -> bool {
        matches!(self.0.get(question), Some(Answer::Chosen(keys)) if keys.iter().any(|key| key == option))
    }

    /// The free text given, or `""`.
    #[must_use]
    pub fn text(&self, question: &str) -> &str {
        match self.0.get(question) {
            Some(Answer::Text(text)) => text,
            _ => "",
        }
    }

    /// Keeps an answer, replacing an earlier one.
    pub fn set(&mut self, question: &str, answer: Answer) {
        self.0.insert(question.to_owned(), answer);
    }

    /// Keeps the choice of one option.
    pub fn choose(&mut self, question: &str, option: &str) {
        self.set(question, Answer::Chosen(vec![option.to_owned()]));
    }

    /// Ids and answers, sorted by id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.0.iter()
    }

    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }
}

/// As it is written: `{"chosen":["keys"]}` or `{"text":"words"}`.
impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct OneOfTwo;
        impl<'de> Visitor<'de> for OneOfTwo {
            type Value = Answer;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("an answer")
            }

            // A second field is refused by the reader itself: what it reads has to be read to its end.
            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Answer, M::Error> {
                match map.next_key::<String>()?.as_deref() {
                    Some("chosen") => map.next_value().map(Answer::Chosen),
                    Some("text") => map.next_value().map(Answer::Text),
                    _ => Err(M::Error::custom("not an answer")),
                }
            }
        }
        from.deserialize_map(OneOfTwo)
    }
}
