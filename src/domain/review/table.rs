//! The rules as a table: what each looks for and in which parts. Their words are in `content/words/<locale>/review.toml`.

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
    /// In which parts.
    parts: Where,
}

/// In which parts a rule looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Where {
    /// In every part, the subject too.
    Any,
    /// In every part but the one that is there for guesses (1.1).
    NotUnknown,
    /// Only in what is asked.
    Ask,
    /// In what is to come, not in what was: a hotel room in an account is the account.
    ToCome,
}
use Where::{Any as ANY, Ask as ASK, NotUnknown as NOT_UNKNOWN, ToCome as TO_COME};

const fn rule(key: &'static str, how: How, parts: Where) -> Rule {
    Rule { key, how, parts }
}

impl Rule {
    /// Whether it looks at this part.
    #[must_use]
    pub fn looks_at(self, part: &str) -> bool {
        match self.parts {
            Where::Any => true,
            Where::NotUnknown => part != "unknown",
            Where::Ask => part == "ask",
            Where::ToCome => matches!(part, "ask" | "opening" | "stop" | "subject" | "offer" | "next"),
        }
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
