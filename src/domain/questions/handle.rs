//! The questions to somebody who must handle a concern. The check for conflicts of interest comes before all details (principle 6):
//! whoever is connected is asked nothing more about the case.

use super::super::interview::When::{All, Always, AnyOf, Is, Not};
use super::super::interview::{Question, When};
use super::super::lens::{
    Arrived, CONNECTED, Conflict, FirstTried, HandleFacets, Handler, Heard, InformalTried, Items, Outcome,
};
use super::super::situation::{Affiliation, Capacity, Group, Lawful, People, Safety, Setting};
use super::{Answers, CAPACITY, GROUP, GROUPED, LAWFUL, PEOPLE, SAFETY, SETTING, applicable, many, one};

/// Connected to neither side, as far as they said.
const FREE: When = Not(&AnyOf("ties", CONNECTED));

/// The interview of somebody who handles a concern, in the order in which it is asked.
pub static HANDLE: &[Question] = &[
    one(
        "handler",
        &[
            "nsb-officer",
            "leader",
            "tpm",
            "ceo-office",
            "liaison-officer",
            "helper",
            "unknown",
        ],
        Always,
    ),
    many(
        "ties",
        &["involved", "close", "depends", "gains", "saw", "none", "unknown"],
        Always,
    ),
    SAFETY,
    LAWFUL,
    Question {
        when: Is("lawful", "maybe-unlawful"),
        ..SETTING
    },
    one(
        "arrived",
        &[
            "help",
            "member",
            "other-nsb",
            "liaison",
            "staff",
            "convey",
            "copy",
            "formal",
            "unknown",
        ],
        FREE,
    ),
    Question {
        when: FREE,
        ..CAPACITY
    },
    one(
        "sides",
        &["same-nsb", "other-nsb", "liaison", "unknown"],
        All(&[
            FREE,
            Not(&AnyOf(
                "capacity",
                &["liaison", "iso-cs", "tpm", "ceo-office", "body", "guest"],
            )),
        ]),
    ),
    Question {
        when: All(&[FREE, GROUPED]),
        ..GROUP
    },
    Question { when: FREE, ..PEOPLE },
    // A request for help is itself a first step, so nothing need have come before it.
    one(
        "tried-first",
        &["not-yet", "spoke", "helped", "unknown"],
        All(&[FREE, Not(&Is("arrived", "help"))]),
    ),
    one(
        "tried-informal",
        &["not-yet", "recorded", "unknown"],
        All(&[
            FREE,
            Is("arrived", "formal"),
            AnyOf("tried-first", &["spoke", "helped"]),
        ]),
    ),
    many(
        "at-hand",
        &[
            "who",
            "what",
            "when",
            "where",
            "effect",
            "tried",
            "purpose",
            "papers",
            "name-agreed",
            "none",
            "unknown",
        ],
        FREE,
    ),
    one("heard-concerned", &["not-yet", "yes", "unknown"], FREE),
    one(
        "outcome",
        &["not-yet", "agreed", "ended", "broken", "unknown"],
        FREE,
    ),
];

impl HandleFacets {
    /// The facets as far as the answers that apply tell them; whatever was skipped or set aside is `Unknown`.
    #[must_use]
    pub fn from_answers(answers: &Answers) -> Self {
        let kept = applicable(HANDLE, answers);
        Self {
            handler: Handler::parse(kept.one("handler")),
            conflict: Conflict::of(&kept),
            arrived: Arrived::parse(kept.one("arrived")),
            capacity: Capacity::parse(kept.one("capacity")),
            affiliation: Affiliation::parse(kept.one("sides")),
            group: Group::parse(kept.one("group")),
            people: People::parse(kept.one("people")),
            first: FirstTried::parse(kept.one("tried-first")),
            informal: InformalTried::parse(kept.one("tried-informal")),
            items: Items::of(&kept),
            heard: Heard::parse(kept.one("heard-concerned")),
            outcome: Outcome::parse(kept.one("outcome")),
            safety: Safety::parse(kept.one("safety")),
            lawful: Lawful::parse(kept.one("lawful")),
            setting: Setting::parse(kept.one("setting")),
        }
    }
}
