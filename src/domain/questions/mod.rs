//! The questions of the interviews: about what happened (for the assessment), and one a lens for the routing: about the
//! situation of the one who raises a concern, of the one it is about, of the one who handles it.
//!
//! In: nothing, these are tables. Out: ids, kinds and conditions; the words live in `content/` under `question.<id>`.
//! All share one map of answers, so the same fact has the same id in each and is asked once.

mod assess;
mod handle;
mod respond;
mod situation;

pub use assess::{ASSESS, DETAILS, GRAVE};
pub use handle::HANDLE;
pub use respond::RESPOND;
pub use situation::SITUATION;

use super::answers::Answers;
use super::interview::Kind::{Many, One};
use super::interview::When::{Always, AnyOf, Not};
use super::interview::{Question, When, applicable};
use super::situation::{
    Affiliation, Capacity, Comfort, Facets, First, Group, Informal, Lawful, People, Raiser, Recurrence,
    Retaliation, Safety, Setting, Stake,
};

/// The choice whether to keep a record (1.2, 1.7, 4.1.1, 4.1.4). No interview asks it; it stands below the stage ledger.
pub static RECORD: &[Question] = &[one("record", &["own", "tpm", "none", "unknown"], Always)];

/// Every list of questions whose answers a case can hold.
pub static ALL: [&[Question]; 5] = [SITUATION, ASSESS, RECORD, RESPOND, HANDLE];

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
const CAPACITY: Question = one(
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
);
/// Staff and bodies belong to no group.
const GROUPED: When = Not(&AnyOf("capacity", &["iso-cs", "tpm", "ceo-office", "body"]));
const GROUP: Question = one(
    "group",
    &["committee", "working-group", "joint", "ad-hoc", "unknown"],
    GROUPED,
);
const PEOPLE: Question = one("people", &["one", "several", "unknown"], Always);
const RECURRENCE: &[&str] = &["once", "repeated", "ongoing", "unknown"];

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
