//! The rules as a table: what each looks for, how much hangs on it, and in which parts. Their words are in `content/words/<locale>/review.toml`.

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

/// How much hangs on a hint, the gravest first: of many hints the first few are shown, in this order. It rates no person
/// and no letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grave {
    /// A threat, getting even; a meeting that may not be safe.
    Harm,
    /// What others would have to decide: breach, guilt, law.
    Verdict,
    /// A word for a person, or for all of a kind.
    Label,
    /// A measure or an answer that is demanded.
    Demand,
    /// What somebody meant, thought or knew.
    Motive,
    /// Always, never, everyone; hearsay.
    Absolute,
    /// Whom else it names or reaches.
    Others,
    /// How it sounds and how long it is.
    Sound,
}
use Grave::{
    Absolute as ABSOLUTE, Demand as DEMAND, Harm as HARM, Label as LABEL, Motive as MOTIVE, Others as OTHERS,
    Sound as SOUND, Verdict as VERDICT,
};

/// One rule. Words: `review.<key>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its key.
    pub key: &'static str,
    /// How much hangs on it.
    pub grave: Grave,
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

const fn rule(key: &'static str, grave: Grave, how: How, parts: Where) -> Rule {
    Rule {
        key,
        grave,
        how,
        parts,
    }
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
    rule("label-insult", LABEL, How::Phrases, ANY),
    rule("label-trait", LABEL, How::Phrases, ANY),
    rule("label-noun", LABEL, How::Phrases, ANY),
    rule("label-behaviour", LABEL, How::Phrases, ANY),
    rule("label-kind", LABEL, How::Phrases, ANY),
    rule("label-role", LABEL, How::Phrases, ANY),
    rule("verdict-breach", VERDICT, How::Phrases, ANY),
    rule("verdict-guilt", VERDICT, How::Phrases, ANY),
    rule("legal-crime", VERDICT, How::Phrases, ANY),
    rule("legal-name", VERDICT, How::Phrases, ANY),
    rule("legal-proof", VERDICT, How::Phrases, ANY),
    rule("legal-liability", VERDICT, How::Phrases, ANY),
    rule("threat-legal", HARM, How::Phrases, ANY),
    rule("ultimatum", HARM, How::Phrases, ANY),
    rule("threat-warning", HARM, How::Phrases, ANY),
    rule("threat-career", HARM, How::Phrases, ANY),
    rule("threat-expose", HARM, How::Phrases, ANY),
    rule("deadline", DEMAND, How::Phrases, ANY),
    rule("demand-apology", DEMAND, How::Phrases, ANY),
    rule("motive-purpose", MOTIVE, How::Phrases, NOT_UNKNOWN),
    rule("motive-aim", MOTIVE, How::Phrases, NOT_UNKNOWN),
    rule("motive-feeling", MOTIVE, How::Phrases, NOT_UNKNOWN),
    rule("mind-think", MOTIVE, How::Phrases, NOT_UNKNOWN),
    rule("mind-enjoy", MOTIVE, How::Phrases, NOT_UNKNOWN),
    rule("plot", MOTIVE, How::Phrases, ANY),
    rule("you-made-me", MOTIVE, How::Phrases, ANY),
    rule("accusing-question", MOTIVE, How::Phrases, NOT_UNKNOWN),
    rule("always", ABSOLUTE, How::Phrases, ANY),
    rule("never", ABSOLUTE, How::Phrases, ANY),
    rule("everyone", ABSOLUTE, How::Phrases, ANY),
    rule("extreme", ABSOLUTE, How::Phrases, ANY),
    rule("as-usual", ABSOLUTE, How::Phrases, NOT_UNKNOWN),
    rule("speaking-for-others", ABSOLUTE, How::Phrases, ANY),
    rule("third-name", OTHERS, How::Names, ANY),
    rule("third-address", OTHERS, How::Addresses, ANY),
    rule("group-address", OTHERS, How::Addresses, ANY),
    rule("group-copy", OTHERS, How::Phrases, ANY),
    rule("anonymous", OTHERS, How::Phrases, ANY),
    rule("secrecy", OTHERS, How::Phrases, ANY),
    rule("press", OTHERS, How::Phrases, ANY),
    rule("social-media", OTHERS, How::Phrases, ANY),
    rule("employer", OTHERS, How::Phrases, ANY),
    rule("confidential-document", OTHERS, How::Phrases, ANY),
    rule("recording", OTHERS, How::Phrases, ANY),
    rule("sanction-remove", DEMAND, How::Phrases, ANY),
    rule("sanction-resign", DEMAND, How::Phrases, ANY),
    rule("sanction-training", DEMAND, How::Phrases, ANY),
    rule("sanction-punish", DEMAND, How::Phrases, ANY),
    rule("diagnosis", LABEL, How::Phrases, ANY),
    rule("general-nation", LABEL, How::Phrases, ANY),
    rule("general-gender", LABEL, How::Phrases, ANY),
    rule("general-age", LABEL, How::Phrases, ANY),
    rule("sarcasm", SOUND, How::Phrases, ANY),
    rule("all-caps", SOUND, How::Marks, ANY),
    rule("exclamation", SOUND, How::Marks, ANY),
    rule("swearing", LABEL, How::Phrases, ANY),
    rule("rumour", ABSOLUTE, How::Phrases, ANY),
    rule("revenge", HARM, How::Phrases, ANY),
    rule("advantage", DEMAND, How::Phrases, ANY),
    rule("meet-alone", HARM, How::Phrases, TO_COME),
    rule("private-details", OTHERS, How::Phrases, ANY),
    rule("sorry-raising", SOUND, How::Phrases, ANY),
    rule("empty-ask", SOUND, How::Whole, ASK),
    rule("long", SOUND, How::Whole, ANY),
];
