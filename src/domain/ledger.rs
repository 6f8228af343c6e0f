//! The stage ledger: which steps there are, by clause, and what the rows say about clauses 1, 2 and 3.
//!
//! In: rows of [`Log::Steps`](super::logs::Log). Out: [`Stands`], what the routing reads. Nothing here is stored, and a row of
//! clauses 1 and 2 that does not say how it ended decides nothing. One ledger may hold rows about several people: what they
//! say counts only where it is the same for each of them.

use super::logs::{Row, about, in_order};
use super::process::Clause;
use super::routing::{Stage, StepKind};
use super::situation::{First, Informal};

/// What a step means for the stage it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// An approach to the person concerned (1.2, 1.3).
    Spoke,
    /// Help under 1.5.
    Help,
    /// An informal request (2).
    Request,
    /// One's own NSB will not act.
    Refused,
    /// Follows another step and decides only when it says that things are settled, or are not.
    Follows,
    /// A formal request (3.1), the decision on it, an appeal (3.3): that it stands there says enough.
    Formal(Formal),
    /// Somebody was asked for their view (introduction): decides nothing for a stage, and waits for an answer.
    Asks,
    /// Decides nothing: it stands in the timeline alone.
    Beside,
}

/// How far a formal request has come (3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Formal {
    /// It is before the TMB (3.1).
    Requested,
    /// The TMB has decided.
    Decided,
    /// An appeal was lodged (3.3).
    Appealed,
    /// It was settled.
    Settled,
}

impl Formal {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Requested, Self::Decided, Self::Appealed, Self::Settled];

    /// Its key in `content/`: `ledger.formal-is.<key>`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Decided => "decided",
            Self::Appealed => "appealed",
            Self::Settled => "settled",
        }
    }
}

/// A step that can stand in the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its key in rows and in `content/`.
    pub key: &'static str,
    /// The stage it belongs to, if any.
    pub stage: Option<Stage>,
    /// The clauses it carries out; none where the text is silent.
    pub clauses: &'static [Clause],
    /// What it means for its stage.
    pub weight: Weight,
}

impl Step {
    /// The steps of a plan that one has taken with it: one approach is as good as another (1.2, 1.3).
    #[must_use]
    pub fn does(&self) -> &'static [StepKind] {
        match (self.weight, self.key) {
            (Weight::Spoke, _) => APPROACHES,
            (Weight::Help, _) => &[StepKind::Help],
            (Weight::Request, "remind") => REMINDER,
            (Weight::Request, _) => REQUESTS,
            (Weight::Formal(Formal::Requested), _) => &[StepKind::Formal],
            (Weight::Asks, _) => &[StepKind::RightOfReply],
            (_, "understand") => &[StepKind::Understand],
            (_, "confirm") => &[StepKind::Confirm],
            (_, "receipt") => &[StepKind::Receipt, StepKind::CheckComplete, StepKind::Acknowledge],
            _ => &[],
        }
    }
}

const fn first(key: &'static str, weight: Weight, clauses: &'static [Clause]) -> Step {
    Step {
        key,
        stage: Some(Stage::First),
        clauses,
        weight,
    }
}

const fn informal(key: &'static str, weight: Weight, clauses: &'static [Clause]) -> Step {
    Step {
        key,
        stage: Some(Stage::Informal),
        clauses,
        weight,
    }
}

const fn formal(key: &'static str, weight: Weight, clauses: &'static [Clause]) -> Step {
    Step {
        key,
        stage: Some(Stage::Formal),
        clauses,
        weight,
    }
}

const fn beside(key: &'static str, clauses: &'static [Clause]) -> Step {
    Step {
        key,
        stage: None,
        clauses,
        weight: Weight::Beside,
    }
}

/// An approach to the person concerned, by oneself or for somebody (1.2, 1.3, 1.5).
const APPROACHES: &[StepKind] = &[
    StepKind::Speak,
    StepKind::Write,
    StepKind::Break,
    StepKind::InMeeting,
    StepKind::HelpApproach,
];

/// A reminder; whoever sends one has asked before.
const REMINDER: &[StepKind] = &[
    StepKind::Remind,
    StepKind::AskNsb,
    StepKind::AskOfficer,
    StepKind::AskOrganization,
    StepKind::NsbWrites,
    StepKind::InsideNsb,
];

/// An informal request, by an individual or for an NSB (2.1, 2.2, 2.3).
const REQUESTS: &[StepKind] = REMINDER.split_at(1).1;

/// Every step, in the order of the clauses; what stands beside the three stages comes last.
pub const STEPS: [Step; 27] = [
    first("understand", Weight::Beside, &[Clause::C1_1]),
    first("talk", Weight::Spoke, &[Clause::C1_2]),
    first("message", Weight::Spoke, &[Clause::C1_2]),
    first("in-meeting", Weight::Spoke, &[Clause::C1_3]),
    first("break", Weight::Spoke, &[Clause::C1_3]),
    first("help", Weight::Help, &[Clause::C1_5]),
    first("help-leaders", Weight::Help, &[Clause::C1_5_1]),
    first("help-tpm", Weight::Help, &[Clause::C1_5_2]),
    first("help-colleague", Weight::Help, &[Clause::C1_5_3]),
    first("confirm", Weight::Follows, &[Clause::C1_8]),
    informal("nsb", Weight::Request, &[Clause::C2_1_1]),
    informal("nsb-liaison", Weight::Request, &[Clause::C2_1_2]),
    informal("nsb-lead", Weight::Request, &[Clause::C2_2_2]),
    informal("nsb-staff", Weight::Request, &[Clause::C2_3]),
    informal("organization", Weight::Request, &[]),
    informal("remind", Weight::Request, &[]),
    informal("nsb-refused", Weight::Refused, &[]),
    formal("formal", Weight::Formal(Formal::Requested), &[Clause::C3_1]),
    formal("decision", Weight::Formal(Formal::Decided), &[Clause::C3_1]),
    formal("response", Weight::Follows, &[Clause::C3_2]),
    formal("appeal", Weight::Formal(Formal::Appealed), &[Clause::C3_3]),
    beside("receipt", &[Clause::Intro]),
    Step {
        weight: Weight::Asks,
        ..beside("hearing", &[Clause::Intro])
    },
    beside("retaliation", &[Clause::C4_3_4]),
    beside("unlawful", &[Clause::C4_5]),
    beside("withdrawn", &[]),
    beside("other", &[]),
];

/// The keys of all steps.
pub const KEYS: [&str; STEPS.len()] = {
    let mut keys = [""; STEPS.len()];
    let mut at = 0;
    while at < keys.len() {
        keys[at] = STEPS[at].key;
        at += 1;
    }
    keys
};

/// How a step can have ended.
pub const ENDS: &[&str] = &["waiting", "settled", "unsettled", "again", "no-answer"];

/// The step of a row, if it names one.
#[must_use]
pub fn step(row: &Row) -> Option<&'static Step> {
    STEPS.iter().find(|step| step.key == row.get("what"))
}

/// How a stage stands by its rows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Course {
    Waiting,
    Settled,
    Unsettled,
    Again,
    Refused,
}

/// What the ledger says about the three stages; `None` where it says nothing, and the answers count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stands {
    /// First steps. [`First::NotYet`]: they are under way, nothing has come of them so far.
    pub first: Option<First>,
    /// Informal request.
    pub informal: Option<Informal>,
    /// Formal request.
    pub formal: Option<Formal>,
}

impl Stands {
    /// Reads the rows in their order of time: the latest of a stage that says how it ended decides. With several people
    /// concerned, each has rows of their own beside those that name nobody; where they do not agree, the answers count.
    #[must_use]
    pub fn of(rows: &[Row]) -> Self {
        let mut people = about::labels(rows).into_iter();
        let Some(first) = people.next() else {
            return Self::of_one(rows);
        };
        let of = |label: &str| Self::of_one(&about::only(rows, label));
        people.fold(of(first), |so_far, label| so_far.shared(of(label)))
    }

    /// The rows about one person.
    fn of_one(rows: &[Row]) -> Self {
        Self {
            first: first_steps(rows),
            informal: request(rows),
            formal: formal_request(rows),
        }
    }

    /// What both say.
    fn shared(self, other: Self) -> Self {
        Self {
            first: self.first.filter(|_| self.first == other.first),
            informal: self.informal.filter(|_| self.informal == other.informal),
            formal: self.formal.filter(|_| self.formal == other.formal),
        }
    }

    /// Whether it says anything.
    #[must_use]
    pub fn speaks(self) -> bool {
        self != Self::default()
    }
}

/// The rows of a stage in their order of time, with their steps.
fn of_stage(rows: &[Row], stage: Stage) -> impl Iterator<Item = (&Row, &'static Step)> {
    in_order(rows).into_iter().filter_map(move |at| {
        let row = &rows[at];
        step(row)
            .filter(|step| step.stage == Some(stage) && step.weight != Weight::Beside)
            .map(|step| (row, step))
    })
}

/// Something not settled after something settled was settled and broken again (principle 10).
fn broken(settled: bool) -> Course {
    if settled { Course::Again } else { Course::Unsettled }
}

fn first_steps(rows: &[Row]) -> Option<First> {
    let (mut course, mut settled, mut help) = (None, false, false);
    for (row, step) in of_stage(rows, Stage::First) {
        let follows = step.weight == Weight::Follows;
        let now = match row.get("ended") {
            "settled" => Course::Settled,
            "again" => Course::Again,
            "unsettled" => broken(settled),
            // An e-mail that nobody answers takes back nothing of what was said before it (1.8).
            "no-answer" if !follows => broken(settled),
            // One more attempt does not close again what an earlier one has opened (2.1).
            "waiting" if !follows && !matches!(course, Some(Course::Unsettled | Course::Again)) => {
                Course::Waiting
            }
            _ => continue,
        };
        settled |= now == Course::Settled;
        course = Some(now);
        if !follows {
            help = step.weight == Weight::Help;
        }
    }
    Some(match (course?, help) {
        (Course::Waiting, _) => First::NotYet,
        (Course::Settled, false) => First::SpokeSettled,
        (Course::Settled, true) => First::HelpSettled,
        (Course::Unsettled, false) => First::SpokeUnsettled,
        (Course::Unsettled, true) => First::HelpUnsettled,
        (Course::Again | Course::Refused, _) => First::SettledAgain,
    })
}

fn request(rows: &[Row]) -> Option<Informal> {
    let (mut course, mut settled) = (None, false);
    for (row, step) in of_stage(rows, Stage::Informal) {
        let refused = step.weight == Weight::Refused;
        let now = match row.get("ended") {
            "settled" => Course::Settled,
            "again" => Course::Again,
            _ if refused => Course::Refused,
            "unsettled" => broken(settled),
            // No step has a deadline: an answer that has not come is still to come.
            "waiting" | "no-answer" => Course::Waiting,
            _ => continue,
        };
        settled |= now == Course::Settled;
        course = Some(now);
    }
    Some(match course? {
        Course::Waiting => Informal::Pending,
        Course::Settled => Informal::Settled,
        Course::Unsettled => Informal::Unsettled,
        Course::Again => Informal::SettledAgain,
        Course::Refused => Informal::NsbRefused,
    })
}

/// A request, a decision, an appeal: the latest one decides. A response shows that a request was made.
fn formal_request(rows: &[Row]) -> Option<Formal> {
    of_stage(rows, Stage::Formal).fold(None, |so_far, (row, step)| {
        Some(match step.weight {
            _ if row.get("ended") == "settled" => Formal::Settled,
            Weight::Formal(formal) => formal,
            _ => so_far.unwrap_or(Formal::Requested),
        })
    })
}
