//! The questions about the situation: one for each facet that the routing reads.
//!
//! In: nothing. Out: [`SITUATION`], a table; [`super`] reads facets from its answers.

use super::super::interview::Kind::Text;
use super::super::interview::When::{All, Always, AnyOf, Not};
use super::super::interview::{Question, When};
use super::{CAPACITY, GROUP, LAWFUL, PEOPLE, RECURRENCE, SAFETY, SETTING, STAKE, one};

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
    CAPACITY,
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
    GROUP,
    PEOPLE,
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
