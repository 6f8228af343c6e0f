//! The rules as a table: what each looks for and in which parts. Their words are in `content/words/<locale>/review.toml`.

use crate::domain::letters::{Part, parts};
use crate::domain::routing::MessageKind;

/// How a rule finds what it looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// By the phrases of the locale.
    Phrases,
    /// By capital letters, with care.
    Names,
    /// By e-mail addresses.
    Addresses,
    /// By capitals and marks.
    Marks,
    /// By the part as a whole.
    Whole,
}

/// One rule. Words: `review.<key>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its key.
    pub key: &'static str,
    /// How it looks.
    pub how: How,
    /// In which parts, a bit each.
    parts: u8,
}

/// Every part, the subject too.
const ANY: u8 = 0xff;
/// Every part but the one that is there for guesses (1.1).
const NOT_UNKNOWN: u8 = ANY & !bit(Part::Unknown);
/// Only what is asked.
const ASK: u8 = bit(Part::Ask);
/// What is to come, not what was: a hotel room in an account is the account.
const TO_COME: u8 = bit(Part::Ask) | bit(Part::Opening) | bit(Part::Stop) | bit(Part::Subject);

const fn bit(part: Part) -> u8 {
    1 << part as u8
}

const fn rule(key: &'static str, how: How, parts: u8) -> Rule {
    Rule { key, how, parts }
}

impl Rule {
    /// Whether it looks at this part of this kind of message.
    #[must_use]
    pub fn looks_at(self, kind: MessageKind, part: Part) -> bool {
        self.parts & bit(part) != 0 && (part == Part::Subject || parts(kind).contains(&part))
    }
}

/// How many words of one part a reader or listener keeps in mind; our own estimate, by kind.
pub const fn long(kind: MessageKind) -> usize {
    match kind {
        MessageKind::Meeting | MessageKind::Break => 40,
        MessageKind::Talk => 80,
        MessageKind::Email => 180,
        MessageKind::Help => 250,
        _ => 500,
    }
}

/// Every rule.
pub const RULES: &[Rule] = &[
    rule("label-insult", How::Phrases, ANY),
    rule("label-trait", How::Phrases, ANY),
    rule("label-noun", How::Phrases, ANY),
    rule("label-behaviour", How::Phrases, ANY),
    rule("label-kind", How::Phrases, ANY),
    rule("label-role", How::Phrases, ANY),
    rule("verdict-breach", How::Phrases, ANY),
    rule("verdict-guilt", How::Phrases, ANY),
    rule("legal-crime", How::Phrases, ANY),
    rule("legal-name", How::Phrases, ANY),
    rule("legal-proof", How::Phrases, ANY),
    rule("legal-liability", How::Phrases, ANY),
    rule("threat-legal", How::Phrases, ANY),
    rule("ultimatum", How::Phrases, ANY),
    rule("threat-warning", How::Phrases, ANY),
    rule("threat-career", How::Phrases, ANY),
    rule("threat-expose", How::Phrases, ANY),
    rule("deadline", How::Phrases, ANY),
    rule("demand-apology", How::Phrases, ANY),
    rule("motive-purpose", How::Phrases, NOT_UNKNOWN),
    rule("motive-aim", How::Phrases, NOT_UNKNOWN),
    rule("motive-feeling", How::Phrases, NOT_UNKNOWN),
    rule("mind-think", How::Phrases, NOT_UNKNOWN),
    rule("mind-enjoy", How::Phrases, NOT_UNKNOWN),
    rule("plot", How::Phrases, ANY),
    rule("you-made-me", How::Phrases, ANY),
    rule("accusing-question", How::Phrases, NOT_UNKNOWN),
    rule("always", How::Phrases, ANY),
    rule("never", How::Phrases, ANY),
    rule("everyone", How::Phrases, ANY),
    rule("extreme", How::Phrases, ANY),
    rule("as-usual", How::Phrases, NOT_UNKNOWN),
    rule("speaking-for-others", How::Phrases, ANY),
    rule("third-name", How::Names, ANY),
    rule("third-address", How::Addresses, ANY),
    rule("group-address", How::Addresses, ANY),
    rule("group-copy", How::Phrases, ANY),
    rule("anonymous", How::Phrases, ANY),
    rule("secrecy", How::Phrases, ANY),
    rule("press", How::Phrases, ANY),
    rule("social-media", How::Phrases, ANY),
    rule("employer", How::Phrases, ANY),
    rule("confidential-document", How::Phrases, ANY),
    rule("recording", How::Phrases, ANY),
    rule("sanction-remove", How::Phrases, ANY),
    rule("sanction-resign", How::Phrases, ANY),
    rule("sanction-training", How::Phrases, ANY),
    rule("sanction-punish", How::Phrases, ANY),
    rule("diagnosis", How::Phrases, ANY),
    rule("general-nation", How::Phrases, ANY),
    rule("general-gender", How::Phrases, ANY),
    rule("general-age", How::Phrases, ANY),
    rule("sarcasm", How::Phrases, ANY),
    rule("all-caps", How::Marks, ANY),
    rule("exclamation", How::Marks, ANY),
    rule("swearing", How::Phrases, ANY),
    rule("rumour", How::Phrases, ANY),
    rule("revenge", How::Phrases, ANY),
    rule("advantage", How::Phrases, ANY),
    rule("meet-alone", How::Phrases, TO_COME),
    rule("private-details", How::Phrases, ANY),
    rule("sorry-raising", How::Phrases, ANY),
    rule("empty-ask", How::Whole, ASK),
    rule("long", How::Whole, ANY),
];
