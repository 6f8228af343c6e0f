//! The questions about what happened, over all ten principles: what could be seen or heard, for and against.
//!
//! In: nothing. Out: [`ASSESS`], a table, and which of its questions are about one theme.

use super::super::interview::When::{All, Always, AnyOf, Is, Not};
use super::super::interview::{Question, When};
use super::{LAWFUL, RECURRENCE, SAFETY, SETTING, STAKE, many, one};

/// Conduct after which nobody is asked for other explanations: the question would be cold (principle 3).
pub const GRAVE: When = AnyOf("conduct", &["sexual", "touch", "threat"]);
/// A theme was chosen in which somebody’s conduct is meant: nobody is the person concerned of a lost ballot.
const THEME: When = AnyOf(
    "nearest",
    &[
        "treatment",
        "voice",
        "decision",
        "role",
        "interests",
        "material",
        "rules",
        "dispute",
    ],
);

/// What happened, over all ten principles. Each theme opens its own questions about what could be seen or heard.
pub static ASSESS: &[Question] = &[
    STAKE,
    SETTING,
    SAFETY,
    LAWFUL,
    many(
        "nearest",
        &[
            "treatment",
            "voice",
            "decision",
            "role",
            "interests",
            "material",
            "rules",
            "dispute",
            "disagreement",
            "none",
            "unknown",
        ],
        Always,
    ),
    many(
        "conduct",
        &[
            "shouted",
            "belittled",
            "personal",
            "sexual",
            "touch",
            "threat",
            "pressure",
            "criticised",
            "called-to-order",
            "none",
            "unknown",
        ],
        Is("nearest", "treatment"),
    ),
    one(
        "aimed",
        &["work", "person", "both", "unknown"],
        All(&[
            AnyOf("conduct", &["shouted", "belittled", "criticised"]),
            Not(&GRAVE),
        ]),
    ),
    many(
        "voice",
        &[
            "cut-off",
            "unanswered",
            "left-out",
            "barrier",
            "group-dismissed",
            "answered",
            "same-limits",
            "too-late",
            "none",
            "unknown",
        ],
        Is("nearest", "voice"),
    ),
    many(
        "decision",
        &[
            "record",
            "votes",
            "untrue",
            "kept-back",
            "spoke-for",
            "own-side",
            "undone",
            "result",
            "reading",
            "corrected",
            "none",
            "unknown",
        ],
        Is("nearest", "decision"),
    ),
    many(
        "role",
        &[
            "stalled",
            "disturbed",
            "alone",
            "unread",
            "undone",
            "objected",
            "said-why",
            "learning",
            "none",
            "unknown",
        ],
        Is("nearest", "role"),
    ),
    many(
        "interest",
        &["employer", "patent", "tie", "paid", "concern", "none", "unknown"],
        Is("nearest", "interests"),
    ),
    one(
        "declared",
        &["before", "later", "no", "unknown"],
        AnyOf("interest", &["employer", "patent", "tie", "paid", "concern"]),
    ),
    many(
        "favour",
        &[
            "offered",
            "accepted",
            "condition",
            "hospitality",
            "open-to-all",
            "small",
            "none",
            "unknown",
        ],
        Is("nearest", "interests"),
    ),
    many(
        "information",
        &[
            "posted",
            "passed-on",
            "recorded",
            "addresses",
            "told-of-concern",
            "entitled",
            "none",
            "unknown",
        ],
        Is("nearest", "material"),
    ),
    many(
        "assets",
        &[
            "copies",
            "name",
            "costs",
            "authority",
            "password",
            "permitted",
            "none",
            "unknown",
        ],
        Is("nearest", "material"),
    ),
    many(
        "rules",
        &[
            "prices",
            "shut-out",
            "set-aside",
            "papers",
            "secret-recording",
            "open-agreement",
            "two-readings",
            "none",
            "unknown",
        ],
        Is("nearest", "rules"),
    ),
    many(
        "dispute",
        &[
            "no-answer",
            "silenced",
            "made-to-pay",
            "broken",
            "public",
            "worked-against",
            "untrue",
            "appealed",
            "sought-help",
            "none",
            "unknown",
        ],
        Is("nearest", "dispute"),
    ),
    one(
        "agreement",
        &["clear", "unclear", "unknown"],
        Is("dispute", "broken"),
    ),
    many(
        "disagreement",
        &["technical", "lost", "reading", "comment", "none", "unknown"],
        Is("nearest", "disagreement"),
    ),
    one(
        "heard",
        &["yes", "partly", "no", "unknown"],
        AnyOf("nearest", &["decision", "disagreement"]),
    ),
    one(
        "basis",
        &["written", "heard", "concluded", "unknown"],
        AnyOf(
            "nearest",
            &["decision", "role", "interests", "material", "rules", "dispute"],
        ),
    ),
    one(
        "recurrence",
        RECURRENCE,
        AnyOf("nearest", &["treatment", "voice", "role"]),
    ),
    one(
        "pointed-out",
        &["put-right", "reason", "went-on", "not-yet", "unknown"],
        THEME,
    ),
    many(
        "context",
        &[
            "language",
            "custom",
            "haste",
            "technical",
            "duty",
            "rule",
            "none",
            "unknown",
        ],
        All(&[THEME, Not(&GRAVE)]),
    ),
];

/// The questions about one theme each: what they say decides whether there is enough to go by.
pub static DETAILS: &[&str] = &[
    "conduct",
    "voice",
    "decision",
    "role",
    "interest",
    "declared",
    "favour",
    "information",
    "assets",
    "rules",
    "dispute",
    "disagreement",
];
