//! A draft: what a person writes for one letter, as it is kept. Texts, choices and ticks by id; what the ids mean is the
//! letter's form.

use std::fmt;

use serde::de::{Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Addressee;
use crate::domain::alphabet::{is_capital, is_ideograph, is_letter_or_digit, is_small, lowercase};
use crate::domain::kept::kept;
use crate::domain::logs::Row;
use crate::domain::names::{self, Finder};
use crate::domain::routing::MessageKind;
use crate::domain::sorted::Sorted;

/// The short texts that every letter can have, beside its own parts and fields. Words: `compose.field.<key>`.
pub const NAMES: &[&str] = &[
    "to-name",
    "to-address",
    "from-name",
    "from-role",
    "person-name",
    "person-role",
];

/// The subject line: a text of every letter that is sent.
pub const SUBJECT: &str = "subject";

/// The free account: a text of every letter that never leaves.
pub const ACCOUNT: &str = "account";

/// The choice that says in which language the letter is; the key is a language tag.
pub const LANGUAGE: &str = "language";

/// The language of a letter that names none: those begun before there was a choice.
const FIRST_LANGUAGE: &str = "en";

/// Someone in copy, or addressed beside the first one. Empty until the person adds one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Copied {
    /// As what they receive it.
    pub party: Addressee,
    /// Their name, if given.
    pub name: String,
    /// Their address, if given.
    pub address: String,
}

kept!(Copied { party, name, address });

/// Keys, each once, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Keys(Vec<String>);

impl Keys {
    /// Adds one.
    pub fn insert(&mut self, key: String) {
        if let Err(at) = self.0.binary_search(&key) {
            self.0.insert(at, key);
        }
    }

    /// Takes one away.
    pub fn remove(&mut self, key: &str) {
        self.0.retain(|one| one != key);
    }

    /// Whether it is among them.
    #[must_use]
    pub fn contains(&self, key: &str) -> bool {
        self.0.iter().any(|one| one == key)
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

/// One letter in the making, as it is kept. Every field has a default and unknown ones are ignored, so that records of
/// other versions load.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Draft {
    /// Its own name in the list of notes; never leaves.
    pub title: String,
    /// Which letter.
    #[serde(serialize_with = "write_key")]
    pub kind: MessageKind,
    /// The case it belongs to, or empty.
    pub case: String,
    /// As what the recipient receives it.
    pub to_party: Addressee,
    /// In copy, or addressed beside the first one; ignored where the letter does not allow it.
    pub copy: Vec<Copied>,
    texts: Sorted<String>,
    choices: Sorted<String>,
    ticks: Keys,
    /// Hints that were put aside ([`Hint::key`](crate::domain::review::Hint::key)).
    pub dismissed: Keys,
}

impl Default for Draft {
    fn default() -> Self {
        Self::new(MessageKind::Email)
    }
}

impl Draft {
    /// An empty draft of this kind.
    #[must_use]
    pub fn new(kind: MessageKind) -> Self {
        Self {
            kind,
            title: String::new(),
            case: String::new(),
            to_party: Addressee::default(),
            copy: Vec::new(),
            texts: Sorted::new(),
            choices: Sorted::new(),
            ticks: Keys::default(),
            dismissed: Keys::default(),
        }
    }

    /// The language of the letter, as a tag. That of the page can be another one.
    #[must_use]
    pub fn language(&self) -> &str {
        match self.choice(LANGUAGE) {
            "" => FIRST_LANGUAGE,
            tag => tag,
        }
    }

    /// The letter is in this language from here on; what the person wrote stays as it is.
    pub fn in_language(&mut self, tag: &str) {
        self.choose(LANGUAGE, if tag == FIRST_LANGUAGE { "" } else { tag });
    }

    /// What stands in a part or field.
    #[must_use]
    pub fn text(&self, id: &str) -> &str {
        self.texts.get(id).map_or("", String::as_str)
    }

    /// Puts a text into a part or field; an empty one leaves nothing behind.
    pub fn set(&mut self, id: &str, text: String) {
        if text.is_empty() {
            self.texts.remove(id);
        } else {
            self.texts.insert(id.to_owned(), text);
        }
    }

    /// The same, on the way.
    #[must_use]
    pub fn with(mut self, id: &str, text: &str) -> Self {
        self.set(id, text.to_owned());
        self
    }

    /// Every part and field with its text, in the order of their ids.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(id, text)| (id, text.as_str()))
    }

    /// The key chosen, or empty.
    #[must_use]
    pub fn choice(&self, id: &str) -> &str {
        self.choices.get(id).map_or("", String::as_str)
    }

    /// Chooses a key; an empty one takes the choice back.
    pub fn choose(&mut self, id: &str, key: &str) {
        if key.is_empty() {
            self.choices.remove(id);
        } else {
            self.choices.insert(id.to_owned(), key.to_owned());
        }
    }

    /// Whether this key is ticked; with an empty key, whether anything is.
    #[must_use]
    pub fn ticked(&self, id: &str, key: &str) -> bool {
        let is = |tick: &str| {
            let (of, one) = tick.split_once('=').unwrap_or((tick, ""));
            of == id && (key.is_empty() || key == one)
        };
        self.ticks.iter().any(is)
    }

    /// Ticks a key, or clears it.
    pub fn tick(&mut self, id: &str, key: &str, on: bool) {
        let tick = format!("{id}={key}");
        if on {
            self.ticks.insert(tick);
        } else {
            self.ticks.remove(&tick);
        }
    }

    /// The same letter for another person concerned: everything that does not name the first one (invariant 15).
    ///
    /// Their name, role and address stay behind, and every text that names them, and what was addressed to them.
    #[must_use]
    pub fn for_another(&self, to: Addressee) -> Self {
        let to_them = matches!(to, Addressee::PersonConcerned | Addressee::PersonTouched);
        let theirs = ["person-name", "to-name", "to-address"];
        let texts = theirs.map(|id| self.text(id));
        let theirs_now = if to_them { 3 } else { 1 };
        let mut named = Named::new(texts.into_iter().take(theirs_now));
        let mut other = Self::new(self.kind);
        self.case.clone_into(&mut other.case);
        other.to_party = self.to_party;
        other.choices = self.choices.clone();
        other.ticks = self.ticks.clone();
        for (id, text) in self.texts() {
            let stays = ["person-name", "person-role"].contains(&id) || to_them && theirs.contains(&id);
            if !stays && !named.stand_in(text) {
                other.set(id, text.to_owned());
            }
        }
        other
    }

    /// What another version called this text, or a choice with its own words: it is read where it belongs today.
    fn read_old<'de, M: MapAccess<'de>>(&mut self, field: &str, map: &mut M) -> Result<(), M::Error> {
        match field {
            "opening" | "stop" => {
                let old: Ready = map.next_value()?;
                self.choose(field, &old.key);
                self.set(field, old.own);
            }
            "approach" | "via" => {
                let key: String = map.next_value()?;
                let now = match key.as_str() {
                    "please" | "ask-first" => key.as_str(),
                    "2.1.1" => "nsb",
                    "2.1.2" => "liaison",
                    "2.2.2" => "leader",
                    "2.3" => "staff",
                    _ => "",
                };
                self.choose(field, now);
            }
            "to_name" | "to_address" | "from_name" | "from_role" | "person_name" | "person_role"
            | "subject" | "account" | "observed" | "effect" | "unknown" | "tried" | "ask" => {
                let text: String = map.next_value()?;
                self.set(&field.replace('_', "-"), text);
            }
            _ => {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// How somebody may be named.
struct Named {
    /// Their whole name, and each of its words that is short: only as whole words, since two letters stand in many others.
    words: Finder,
    /// The other words, in small letters: anywhere, since they may have an ending or a beginning.
    parts: Vec<String>,
}

impl Named {
    /// By these names and addresses.
    fn new<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let (mut words, mut parts) = (Vec::new(), Vec::new());
        for name in names {
            words.push(name);
            // What stands behind it in an address is not theirs alone.
            let name = name.split_once('@').map_or(name, |(own, _)| own);
            for word in name.split(|c: char| !is_letter_or_digit(c)) {
                let chars: Vec<char> = word.chars().collect();
                // Chinese names have no spaces: a part of one is any two of its signs.
                let pairs = chars
                    .windows(2)
                    .filter(|pair| pair.iter().all(|c| is_ideograph(*c)));
                parts.extend(pairs.map(|pair| pair.iter().collect()));
                match chars.as_slice() {
                    // Small words of names such as "de" and "al" name nobody.
                    [first, _] if !is_small(*first) || !name.chars().any(is_capital) => words.push(word),
                    [_, _, _, ..] => parts.push(lowercase(word)),
                    _ => {}
                }
            }
        }
        let mut row = Row::default();
        row.set(names::NAME, &words.join(";"));
        Self {
            words: Finder::new(&[row]),
            parts,
        }
    }

    /// Whether a text names them.
    fn stand_in(&mut self, text: &str) -> bool {
        let small = lowercase(text);
        self.parts.iter().any(|part| small.contains(part.as_str())) || self.words.without_names(text) != text
    }
}

/// As version 1 kept a sentence that one could choose, or write.
#[derive(Default)]
struct Ready {
    key: String,
    own: String,
}

kept!(Ready { key, own });

impl<'de> Deserialize<'de> for Draft {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Draft;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Draft, M::Error> {
                let mut made = Draft::default();
                let mut met: Vec<String> = Vec::new();
                while let Some(field) = map.next_key::<String>()? {
                    if met.contains(&field) {
                        return Err(M::Error::custom("a field twice"));
                    }
                    match field.as_str() {
                        "title" => made.title = map.next_value()?,
                        "kind" => made.kind = map.next_value()?,
                        "case" => made.case = map.next_value()?,
                        "to_party" => made.to_party = map.next_value()?,
                        "copy" => made.copy = map.next_value()?,
                        "texts" => made.texts = map.next_value()?,
                        "choices" => made.choices = map.next_value()?,
                        "ticks" => made.ticks = map.next_value()?,
                        "dismissed" => made.dismissed = map.next_value()?,
                        old => made.read_old(old, &mut map)?,
                    }
                    met.push(field);
                }
                Ok(made)
            }
        }
        from.deserialize_map(Fields)
    }
}

/// Writes the key of a kind.
#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde asks for"
)]
fn write_key<S: Serializer>(kind: &MessageKind, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(kind.key())
}

/// The kind with this key.
#[must_use]
pub fn kind_from(key: &str) -> Option<MessageKind> {
    MessageKind::ALL.iter().copied().find(|kind| kind.key() == key)
}

/// Reads the key of a kind. One from a newer version is an error, so that the record is set aside whole instead of turning
/// into another message.
impl<'de> Deserialize<'de> for MessageKind {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let key = String::deserialize(from)?;
        kind_from(&key).ok_or_else(|| D::Error::custom("unknown kind of message"))
    }
}
