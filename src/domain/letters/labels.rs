//! The composer's words for a letter, a part, a field, a choice: those of the letter where it has its own, else the general ones.

use super::Addressee;
use super::form::Form;
use crate::domain::Words;
use crate::domain::routing::MessageKind;

/// The words around one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartWords {
    /// Its label.
    pub label: &'static str,
    /// What belongs there.
    pub hint: &'static str,
    /// An example, shown as an example; may be empty.
    pub example: &'static str,
    /// Questions that help, the first first; never required.
    pub probes: Vec<&'static str>,
    /// Sentences to choose from, with their keys.
    pub choices: Vec<(&'static str, &'static str)>,
}

/// The words around one letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindWords {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub lead: &'static str,
    /// When it fits, with the clause.
    pub when: &'static str,
    /// What has to be read before one writes it; often empty.
    pub care: &'static str,
}

/// The words around one field, a choice, or ticks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldWords {
    /// Its label.
    pub label: &'static str,
    /// What it is for, and where it goes; may be empty.
    pub hint: &'static str,
}

/// The words for a letter: `message.<kind>`.
#[must_use]
pub fn kind_words(words: &Words, kind: MessageKind) -> KindWords {
    let key = kind.key();
    KindWords {
        name: words.t(&format!("message.{key}.name")),
        lead: words.t(&format!("message.{key}.lead")),
        when: words.t(&format!("message.{key}.when")),
        care: words.get(&format!("message.{key}.care")).unwrap_or_default(),
    }
}

/// A text under `compose.<stem>.<kind>.<what>`, or else under `compose.<stem>.<what>`.
fn own(words: &Words, stem: &str, kind: MessageKind, what: &str) -> Option<&'static str> {
    let key = kind.key();
    words
        .get(&format!("compose.{stem}.{key}.{what}"))
        .or_else(|| words.get(&format!("compose.{stem}.{what}")))
}

/// The words for a part: `compose.<part>.<kind>` where the letter has its own, else `compose.<part>`.
#[must_use]
pub fn part_words(words: &Words, form: Form, part: &str) -> PartWords {
    let key = form.kind.key();
    let text = |what: &str| own(words, part, form.kind, what).unwrap_or_default();
    let list = |stem: &str| -> Vec<&'static str> {
        let item = |at: u32| words.get(&format!("{stem}.probe.{at}"));
        (0..).map_while(item).collect()
    };
    let mut probes = list(&format!("compose.{part}.{key}"));
    if probes.is_empty() {
        probes = list(&format!("compose.{part}"));
    }
    let keys = form.asking("ready", part).keys();
    PartWords {
        label: text("label"),
        hint: text("hint"),
        example: text("example"),
        probes,
        choices: keys
            .filter_map(|key| ready(words, form, part, key).map(|text| (key, text)))
            .collect(),
    }
}

/// The words for a short text, a choice or ticks: `compose.<space>.<id>`, with those of the letter first.
#[must_use]
pub fn input_words(words: &Words, kind: MessageKind, space: &str, id: &str) -> FieldWords {
    let stem = format!("{space}.{id}");
    let text = |what: &str| own(words, &stem, kind, what).unwrap_or_default();
    FieldWords {
        label: text("label"),
        hint: text("hint"),
    }
}

/// The name of one key of a choice: `compose.choice.<id>.option.<key>`, with that of the letter first.
#[must_use]
pub fn option(words: &Words, kind: MessageKind, id: &str, key: &str) -> &'static str {
    let (stem, what) = (format!("choice.{id}"), format!("option.{key}"));
    own(words, &stem, kind, &what).unwrap_or_default()
}

/// The sentence with this key among those one can choose for a part; `None` for a key that is not in the list.
#[must_use]
pub fn ready(words: &Words, form: Form, part: &str, key: &str) -> Option<&'static str> {
    let known = form.asking("ready", part).keys().any(|one| one == key);
    known.then(|| words.t(&format!("compose.{part}.choice.{key}")))
}

/// A sentence of ours: that of the letter, or else the general one.
#[must_use]
pub fn of_letter(words: &Words, kind: MessageKind, id: &str) -> &'static str {
    let key = kind.key();
    words
        .get(&format!("letter.{key}.{id}"))
        .unwrap_or_else(|| words.t(&format!("letter.frame.{id}")))
}

/// A label inside the letter. Where it differs between one thing and several it is under `.one` and `.other`.
#[must_use]
pub fn letter_label(words: &Words, kind: MessageKind, id: &str, count: usize) -> &'static str {
    let key = kind.key();
    let number = if count == 1 { "one" } else { "other" };
    words
        .get(&format!("letter.{key}.label.{id}"))
        .or_else(|| words.get(&format!("letter.{key}.label.{id}.{number}")))
        .or_else(|| words.get(&format!("letter.label.{id}.{number}")))
        .unwrap_or_else(|| words.t(&format!("letter.label.{id}")))
}

/// What one tick says, in the letter and beside its box.
#[must_use]
pub fn tick(words: &Words, kind: MessageKind, id: &str, key: &str) -> &'static str {
    of_letter(words, kind, &format!("tick.{id}.{key}"))
}

/// The subject that stands there until somebody writes another one.
#[must_use]
pub fn subject(words: &Words, kind: MessageKind) -> &'static str {
    of_letter(words, kind, "subject")
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
