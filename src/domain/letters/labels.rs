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

/// A text of the letter's own, or else of the group to which it belongs: `<before>.<kind or group>.<after>`.
fn own(words: &Words, form: Form, before: &str, after: &str) -> Option<&'static str> {
    let of = |of: &str| words.get(&format!("{before}.{of}.{after}"));
    of(form.kind.key()).or_else(|| of(form.group()))
}

/// What the composer says about something that is asked: the letter's or group's own words, or else the general ones.
fn asked(words: &Words, form: Form, stem: &str, what: &str) -> &'static str {
    let stem = format!("compose.{stem}");
    own(words, form, &stem, what)
        .or_else(|| words.get(&format!("{stem}.{what}")))
        .unwrap_or_default()
}

/// The words for a part: `compose.<part>.<kind>` where the letter has its own, `compose.<part>.<group>`, else `compose.<part>`.
#[must_use]
pub fn part_words(words: &Words, form: Form, part: &str) -> PartWords {
    let text = |what: &str| asked(words, form, part, what);
    let probe = |at: u32| Some(text(&format!("probe.{at}"))).filter(|probe| !probe.is_empty());
    let keys = form.asking("ready", part).keys();
    PartWords {
        label: text("label"),
        hint: text("hint"),
        example: text("example"),
        probes: (0..).map_while(probe).collect(),
        choices: keys
            .filter_map(|key| ready(words, form, part, key).map(|text| (key, text)))
            .collect(),
    }
}

/// The words for a short text, a choice or ticks: `compose.<space>.<id>`, with those of the letter first.
#[must_use]
pub fn input_words(words: &Words, form: Form, space: &str, id: &str) -> FieldWords {
    let stem = format!("{space}.{id}");
    FieldWords {
        label: asked(words, form, &stem, "label"),
        hint: asked(words, form, &stem, "hint"),
    }
}

/// The name of one key of a choice: `compose.choice.<id>.option.<key>`, with that of the letter first.
#[must_use]
pub fn option(words: &Words, form: Form, id: &str, key: &str) -> &'static str {
    asked(words, form, &format!("choice.{id}"), &format!("option.{key}"))
}

/// The sentence with this key among those one can choose for a part; `None` for a key that is not in the list.
#[must_use]
pub fn ready(words: &Words, form: Form, part: &str, key: &str) -> Option<&'static str> {
    let known = form.asking("ready", part).keys().any(|one| one == key);
    known.then(|| words.t(&format!("compose.{part}.choice.{key}")))
}

/// A sentence of ours: that of the letter or its group, or else the general one.
#[must_use]
pub fn of_letter(words: &Words, form: Form, id: &str) -> &'static str {
    own(words, form, "letter", id).unwrap_or_else(|| words.t(&format!("letter.frame.{id}")))
}

/// A label inside the letter. Where it differs between one thing and several it is under `.one` and `.other`.
#[must_use]
pub fn letter_label(words: &Words, form: Form, id: &str, count: usize) -> &'static str {
    let number = if count == 1 { "one" } else { "other" };
    own(words, form, "letter", &format!("label.{id}"))
        .or_else(|| own(words, form, "letter", &format!("label.{id}.{number}")))
        .unwrap_or_else(|| words.t(&format!("letter.label.{id}")))
}

/// What one tick says, in the letter and beside its box.
#[must_use]
pub fn tick(words: &Words, form: Form, id: &str, key: &str) -> &'static str {
    of_letter(words, form, &format!("tick.{id}.{key}"))
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
