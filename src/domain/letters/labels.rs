//! The composer's words for a kind, a part, a field: those of the kind where it has its own, else the general ones.

use super::{Addressee, Field, Part, kind_key};
use crate::domain::Words;
use crate::domain::routing::MessageKind;

/// Keys of the sentences one can choose to open a conversation.
const OPENINGS: &[&str] = &["minute", "same-side", "your-view", "on-my-mind"];
/// Keys of the sentences one can choose to end it.
const STOPS: &[&str] = &["pause", "another-time", "with-someone", "enough"];

/// The words around one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartWords {
    /// Its label.
    pub label: &'static str,
    /// What belongs there.
    pub hint: &'static str,
    /// An example, shown as an example.
    pub example: &'static str,
    /// Questions that help, the first first; never required.
    pub probes: Vec<&'static str>,
    /// Sentences to choose from, with their keys; for the opening and the stop sentence.
    pub choices: Vec<(&'static str, &'static str)>,
}

/// The words around one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindWords {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub lead: &'static str,
    /// When it fits, with the clause.
    pub when: &'static str,
}

/// The words around one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldWords {
    /// Its label.
    pub label: &'static str,
    /// What it is for, and where it goes.
    pub hint: &'static str,
}

/// The words for a kind: `message.<kind>`.
#[must_use]
pub fn kind_words(words: &Words, kind: MessageKind) -> KindWords {
    let key = kind_key(kind);
    KindWords {
        name: words.t(&format!("message.{key}.name")),
        lead: words.t(&format!("message.{key}.lead")),
        when: words.t(&format!("message.{key}.when")),
    }
}

/// The words for a part: `compose.<part>.<kind>` where the kind has its own, else `compose.<part>`.
#[must_use]
pub fn part_words(words: &Words, kind: MessageKind, part: Part) -> PartWords {
    let (part_key, key) = (part.key(), kind_key(kind));
    let own = |what: &str| {
        words
            .get(&format!("compose.{part_key}.{key}.{what}"))
            .unwrap_or_else(|| words.t(&format!("compose.{part_key}.{what}")))
    };
    let own_probes = format!("compose.{part_key}.{key}.probe");
    let probes = if words.get(&format!("{own_probes}.0")).is_some() {
        words.list(&own_probes)
    } else {
        words.list(&format!("compose.{part_key}.probe"))
    };
    let choices = keys(part)
        .iter()
        .filter_map(|key| choice(words, part, key).map(|text| (*key, text)))
        .collect();
    PartWords {
        label: own("label"),
        hint: own("hint"),
        example: own("example"),
        probes,
        choices,
    }
}

/// The words for a field: `compose.field.<field>`.
#[must_use]
pub fn field_words(words: &Words, field: Field) -> FieldWords {
    let key = field.key();
    FieldWords {
        label: words.t(&format!("compose.field.{key}.label")),
        hint: words.t(&format!("compose.field.{key}.hint")),
    }
}

const fn keys(part: Part) -> &'static [&'static str] {
    match part {
        Part::Opening => OPENINGS,
        Part::Stop => STOPS,
        _ => &[],
    }
}

/// The sentence with this key among those one can choose for a part; `None` for a key that is not in the list.
#[must_use]
pub fn choice(words: &Words, part: Part, key: &str) -> Option<&'static str> {
    let part_key = part.key();
    keys(part)
        .iter()
        .find(|known| **known == key)
        .and_then(|key| words.get(&format!("compose.{part_key}.choice.{key}")))
}

/// The stand-in for a recipient's name in the preview: `letter.to.<addressee>`.
#[must_use]
pub fn addressee(words: &Words, to: Addressee) -> &'static str {
    let key = to.key();
    words.t(&format!("letter.to.{key}"))
}

/// Questions that help with the free account.
#[must_use]
pub fn account_probes(words: &Words) -> Vec<&'static str> {
    words.list("compose.account.probe")
}
