//! The questions to the person concerned, and to somebody who thinks that they may have got something wrong.
//!
//! Their own capacity and safety are the facets of [`crate::domain::situation`], asked in other words and so under ids of
//! their own: `my-capacity`, `my-safety`. What may be unlawful, and where it happened, is asked as of everybody.

use super::super::interview::Question;
use super::super::interview::When::{Always, AnyOf, Is, Not};
use super::super::lens::{Company, Contact, Reached, RespondFacets, Settled, Side, View};
use super::super::situation::{Capacity, Lawful, Safety, Setting};
use super::{Answers, LAWFUL, SETTING, applicable, one};

/// The interview of the person concerned, in the order in which it is asked.
pub static RESPOND: &[Question] = &[
    one(
        "reached",
        &[
            "noticed",
            "spoken",
            "helper",
            "message",
            "own-nsb",
            "liaison",
            "leaders",
            "ceo-office",
            "tmb",
            "tmb-decision",
            "unknown",
        ],
        Always,
    ),
    one("my-safety", &["safe", "danger", "fear", "unknown"], Always),
    LAWFUL,
    // Only 4.5.1 and 4.5.2 depend on it.
    Question {
        when: Is("lawful", "maybe-unlawful"),
        ..SETTING
    },
    one(
        "my-capacity",
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
            "guest",
            "many-hats",
            "unknown",
        ],
        Always,
    ),
    // For these capacities it is known who stands behind them, or nobody does.
    one(
        "my-side",
        &["same-nsb", "other-nsb", "liaison", "none", "unknown"],
        Not(&AnyOf(
            "my-capacity",
            &["liaison", "iso-cs", "tpm", "ceo-office", "guest"],
        )),
    ),
    one("my-view", &["agree", "partly", "differently", "unknown"], Always),
    one(
        "my-settled",
        &["not-yet", "yes", "again", "unknown"],
        Not(&AnyOf("reached", &["noticed", "tmb", "tmb-decision"])),
    ),
    // Later steps go through one's own side in any case.
    one(
        "my-contact",
        &["free", "asked-not", "unknown"],
        AnyOf("reached", &["noticed", "spoken", "message"]),
    ),
    one("my-company", &["yes", "no", "unknown"], Always),
];

impl RespondFacets {
    /// The facets as far as the answers that apply tell them; whatever was skipped or set aside is `Unknown`.
    #[must_use]
    pub fn from_answers(answers: &Answers) -> Self {
        let kept = applicable(RESPOND, answers);
        Self {
            reached: Reached::parse(kept.one("reached")),
            capacity: Capacity::parse(kept.one("my-capacity")),
            side: Side::parse(kept.one("my-side")),
            view: View::parse(kept.one("my-view")),
            settled: Settled::parse(kept.one("my-settled")),
            contact: Contact::parse(kept.one("my-contact")),
            company: Company::parse(kept.one("my-company")),
            safety: Safety::parse(kept.one("my-safety")),
            lawful: Lawful::parse(kept.one("lawful")),
            setting: Setting::parse(kept.one("setting")),
        }
    }
}
