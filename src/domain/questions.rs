//! The questions of the two interviews: about the situation (for routing) and about what happened (for the assessment).
//!
//! In: nothing, these are tables. Out: ids, kinds and conditions; the words live in `content/` under `question.<id>`.
//! Both interviews share one map of answers, so the same fact has the same id in both and is asked once.

use super::answers::Answers;
use super::interview::Kind::{Many, One, Text};
use super::interview::When::{All, Always, AnyOf, Is, Not};
use super::interview::{Question, When, applicable};
use super::situation::{
    Affiliation, Capacity, Comfort, Facets, First, Group, Informal, Lawful, People, Raiser, Recurrence,
    Retaliation, Safety, Setting, Stake,
};

/// The notice that stands before the first free-text box: nobody is anonymous in this process (4.3.1).
pub const NO_ANONYMITY: &str = "question.notice.no-anonymity";

const STAKE: Question = one("stake", &["experienced", "saw", "told", "unknown"], Always);
const SETTING: Question = one(
    "setting",
    &[
        "meeting-open",
        "meeting-aside",
        "social",
        "virtual",
        "email",
        "chat",
        "social-media",
        "unknown",
    ],
    Always,
);
const SAFETY: Question = one(
    "safety",
    &["safe", "danger", "fear", "power-gap", "unknown"],
    Always,
);
const LAWFUL: Question = one("lawful", &["no-sign", "maybe-unlawful", "unknown"], Always);
const RECURRENCE: &[&str] = &["once", "repeated", "ongoing", "unknown"];

/// Raisers who have no NSB of their own: nothing about "your NSB" is asked of them (open point `no-nsb`).
const WITHOUT_NSB: When = AnyOf("raiser", &["liaison", "iso-cs", "observer", "outsider"]);
/// First steps were taken, whatever came of them (clause 1).
const TRIED: When = AnyOf(
    "first",
    &[
        "spoke-settled",
        "spoke-unsettled",
        "help-settled",
        "help-unsettled",
        "settled-again",
    ],
);

/// The facets of the situation, in the order in which they are asked. Keys are those of [`super::situation`].
pub static SITUATION: &[Question] = &[
    STAKE,
    SETTING,
    SAFETY,
    LAWFUL,
    one(
        "raiser",
        &[
            "expert",
            "leader",
            "liaison",
            "iso-cs",
            "nsb-officer",
            "observer",
            "outsider",
            "unknown",
        ],
        Always,
    ),
    one(
        "capacity",
        &[
            "delegate",
            "wg-expert",
            "chair",
            "committee-manager",
            "wg-secretary",
            "convenor",
            "project-leader",
            "liaison",
            "iso-cs",
            "tpm",
            "ceo-office",
            "head-of-delegation",
            "nsb-officer",
            "body",
            "guest",
            "many-hats",
            "unknown",
        ],
        Always,
    ),
    // For these capacities the affiliation follows, or has no part in the route (2.1.2, 2.3, section d of the Code).
    one(
        "affiliation",
        &["same-nsb", "other-nsb", "liaison", "unknown"],
        All(&[
            Not(&WITHOUT_NSB),
            Not(&AnyOf(
                "capacity",
                &["liaison", "iso-cs", "tpm", "ceo-office", "body", "guest"],
            )),
        ]),
    ),
    // The same facet for people without an NSB; it matters where 2.1.2 and 2.2.2 meet.
    one(
        "belongs",
        &["other-nsb", "liaison", "unknown"],
        All(&[
            WITHOUT_NSB,
            AnyOf(
                "capacity",
                &[
                    "wg-expert",
                    "wg-secretary",
                    "convenor",
                    "project-leader",
                    "many-hats",
                ],
            ),
        ]),
    ),
    one(
        "group",
        &["committee", "working-group", "joint", "ad-hoc", "unknown"],
        Not(&AnyOf("capacity", &["iso-cs", "tpm", "ceo-office", "body"])),
    ),
    one("people", &["one", "several", "unknown"], Always),
    one("recurrence", RECURRENCE, Always),
    one(
        "first",
        &[
            "not-yet",
            "spoke-settled",
            "spoke-unsettled",
            "help-settled",
            "help-unsettled",
            "settled-again",
            "unknown",
        ],
        Always,
    ),
    // Nobody who speaks of danger or fear is asked whether they would like to approach the person (1.5).
    one(
        "comfort",
        &["yes", "no", "unknown"],
        All(&[Not(&TRIED), Not(&AnyOf("safety", &["danger", "fear"]))]),
    ),
    one(
        "informal",
        &[
            "not-yet",
            "pending",
            "settled",
            "unsettled",
            "nsb-refused",
            "settled-again",
            "unknown",
        ],
        AnyOf("first", &["spoke-unsettled", "help-unsettled", "settled-again"]),
    ),
    one("retaliation", &["no", "yes", "unknown"], TRIED),
    Question {
        id: "since",
        kind: Text,
        when: All(&[TRIED, AnyOf("recurrence", &["repeated", "ongoing"])]),
    },
];

/// Conduct after which nobody is asked for other explanations: the question would be cold (principle 3).
const GRAVE: When = AnyOf("conduct", &["sexual", "touch", "threat"]);
/// A theme was chosen.
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
        "disagreement",
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

const fn one(id: &'static str, options: &'static [&'static str], when: When) -> Question {
    Question {
        id,
        kind: One(options),
        when,
    }
}

const fn many(id: &'static str, options: &'static [&'static str], when: When) -> Question {
    Question {
        id,
        kind: Many(options),
        when,
    }
}

impl Facets {
    /// The facets as far as the answers that apply tell them; whatever was skipped or set aside is `Unknown`.
    #[must_use]
    pub fn from_answers(answers: &Answers) -> Self {
        let kept = applicable(SITUATION, answers);
        let affiliation = if kept.has("belongs") {
            "belongs"
        } else {
            "affiliation"
        };
        Self {
            raiser: Raiser::parse(kept.one("raiser")),
            stake: Stake::parse(kept.one("stake")),
            capacity: Capacity::parse(kept.one("capacity")),
            affiliation: Affiliation::parse(kept.one(affiliation)),
            group: Group::parse(kept.one("group")),
            setting: Setting::parse(kept.one("setting")),
            safety: Safety::parse(kept.one("safety")),
            lawful: Lawful::parse(kept.one("lawful")),
            comfort: Comfort::parse(kept.one("comfort")),
            first: First::parse(kept.one("first")),
            informal: Informal::parse(kept.one("informal")),
            people: People::parse(kept.one("people")),
            recurrence: Recurrence::parse(kept.one("recurrence")),
            retaliation: Retaliation::parse(kept.one("retaliation")),
        }
    }
}
