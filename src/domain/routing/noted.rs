//! What the stage ledger says about the steps of a plan: which were taken, and of which an answer is still to come.
//!
//! In: a plan by the answers, the rows of the ledger. Out: the same plan; steps that were taken stand last, what is open comes into
//! view. A row is joined to steps by what it is ([`ledger::Step::does`]). No day is counted: no step has a deadline.

use super::statements::beside as s;
use super::{Plan, Said, StepKind};
use crate::domain::Lens;
use crate::domain::ledger::{self, Formal, Weight};
use crate::domain::logs::{Row, about, in_order};
use crate::domain::sorted::sorted;

/// How something that was noted goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Course {
    /// An answer is waited for.
    Waiting,
    /// No answer came, and it is still to come.
    NoAnswer,
    /// It was done; how it ended is not said.
    Unsaid,
    /// It was done, and asks for no answer.
    Done,
}

impl Course {
    /// How a row goes on; `None` where it says that something came of it, and where it is nothing that is under way.
    fn of(row: &Row, step: &ledger::Step) -> Option<Self> {
        Some(match (row.get("ended"), step.weight) {
            (_, Weight::Refused | Weight::Formal(Formal::Decided | Formal::Settled)) => return None,
            ("waiting", _) => Self::Waiting,
            ("no-answer", Weight::Request | Weight::Asks) => Self::NoAnswer,
            (_, Weight::Beside | Weight::Follows) => Self::Done,
            ("", _) => Self::Unsaid,
            _ => return None,
        })
    }
}

/// A row of the ledger, as far as it says something about steps of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Noted {
    /// The key of the step in the ledger.
    pub what: &'static str,
    /// The day, as it was typed.
    pub when: String,
    /// About whom, as it was typed.
    pub about: String,
    /// How it goes on.
    pub course: Course,
    /// The steps of the plan that were taken with it. Empty where the plan is a step further on by itself.
    pub steps: Vec<StepKind>,
    /// What holds while it is so.
    pub says: Vec<Said>,
    /// What if no answer comes: what those steps say themselves, with their clauses.
    pub fails: Vec<Said>,
}

impl Noted {
    /// Every statement of it.
    pub fn said(&self) -> impl Iterator<Item = Said> {
        self.says.iter().chain(&self.fails).copied()
    }
}

/// Puts into the plan what the rows say about its steps. With several people concerned, a step is taken when it was taken with each.
pub fn noted_in_ledger(plan: &mut Plan, rows: &[Row]) {
    let mut people = about::labels(rows);
    if people.is_empty() {
        people.push("");
    }
    let mut all: Vec<Noted> = Vec::new();
    let mut taken: Vec<StepKind> = plan.steps.iter().map(|step| step.kind).collect();
    for label in people {
        let of_one = of_one(plan, rows, label);
        taken.retain(|kind| of_one.iter().any(|noted| noted.steps.contains(kind)));
        for noted in of_one {
            if !all.contains(&noted) {
                all.push(noted);
            }
        }
    }
    for noted in &mut all {
        noted.steps.retain(|kind| taken.contains(kind));
    }
    plan.noted = all;
    if plan.noted.iter().any(|noted| !noted.steps.is_empty()) {
        open_first(plan);
    }
}

/// The rows about one person that say something about steps of this plan, in the order of time.
fn of_one(plan: &Plan, rows: &[Row], label: &str) -> Vec<Noted> {
    let mut of_one: Vec<(&Row, &'static ledger::Step)> = Vec::new();
    let mut reached = None;
    for row in in_order(rows).into_iter().map(|at| &rows[at]) {
        match ledger::step(row) {
            // What was withdrawn waits for nothing.
            Some(step) if step.key == "withdrawn" && about::fits(row, label) => {
                of_one.clear();
                reached = None;
            }
            Some(step) if about::fits(row, label) => {
                if step.weight != Weight::Beside {
                    reached = reached.max(step.stage);
                }
                of_one.push((row, step));
            }
            _ => {}
        }
    }
    let mut all: Vec<Noted> = Vec::new();
    let mut later: Vec<&ledger::Step> = Vec::new();
    let mut over = false;
    while let Some((row, step)) = of_one.pop() {
        // An earlier stage is over, and so is what went before something of this one that has ended.
        if step.stage.is_some() && (over || step.stage < reached) {
            continue;
        }
        let Some(course) = Course::of(row, step) else {
            over |= step.stage.is_some();
            continue;
        };
        // One more attempt stands in the place of those before it.
        if !later.iter().any(|later| is_again(later, step)) {
            later.push(step);
            if let Some(noted) = noted(plan, row, step, course) {
                all.insert(0, noted);
            }
        }
    }
    all
}

/// Whether the later of two steps is the earlier one once more.
fn is_again(later: &ledger::Step, step: &ledger::Step) -> bool {
    let by_itself = matches!(step.weight, Weight::Beside | Weight::Follows);
    later.key == step.key || later.weight == step.weight && !by_itself
}

fn noted(plan: &Plan, row: &Row, step: &'static ledger::Step, course: Course) -> Option<Noted> {
    let mut made = Noted {
        what: step.key,
        when: row.get("when").trim().to_owned(),
        about: about::label(row).to_owned(),
        course,
        steps: Vec::new(),
        says: Vec::new(),
        fails: Vec::new(),
    };
    let mut further = false;
    for of_plan in &plan.steps {
        let follows = matches!(of_plan.kind, StepKind::Remind | StepKind::AtTmb);
        further |= follows && matches!(step.weight, Weight::Request | Weight::Formal(_));
        if step.does().contains(&of_plan.kind) {
            made.steps.push(of_plan.kind);
            for said in &of_plan.fails {
                if matches!(course, Course::Waiting | Course::NoAnswer) && !made.fails.contains(said) {
                    made.fails.push(said);
                }
            }
        }
    }
    if course != Course::Done {
        made.says.extend_from_slice(&[s::NOTED_TIME, s::NOTED_END]);
    }
    (further || !made.steps.is_empty()).then_some(made)
}

/// Puts the steps that are open before those that were taken; first of all what comes after something whose answer is awaited. While
/// one waits, nobody is approached in the meantime, and nothing is weighed before the answer is there. Nor does a step to the person
/// concerned come first because those before it were taken, where the plan would not have it so (invariant 7).
fn open_first(plan: &mut Plan) {
    let awaited = |kind: StepKind| {
        let mut rows = plan.noted.iter();
        rows.any(|noted| noted.course != Course::Done && noted.steps.contains(&kind))
    };
    let last = plan.steps.iter().rposition(|step| awaited(step.kind));
    let led = plan.lens != Lens::Raise || plan.steps.first().is_some_and(|step| step.kind.is_direct());
    let safe = led && !plan.notices.iter().any(|notice| notice.kind.is_grave());
    let waits = |kind: StepKind| match last {
        Some(_) => kind.is_direct() || matches!(kind, StepKind::Weigh | StepKind::AgreeOutcome),
        None => kind.is_direct() && !safe,
    };
    // What is open; what waits as well; what was taken. Where nothing else is open, what was taken stands first.
    let rank = |kind: StepKind| match kind {
        _ if plan.taken(kind) => 2,
        _ => u8::from(waits(kind)),
    };
    let nothing_open = plan.steps.iter().all(|step| rank(step.kind) > 0);
    let place = |kind: StepKind| if nothing_open { 2 - rank(kind) } else { rank(kind) };
    let from = last.map_or(0, |last| last + 1);
    let steps = plan.steps[from..].iter().chain(&plan.steps[..from]).cloned();
    plan.steps = sorted(steps, |a, b| place(a.kind) > place(b.kind));
}
