//! Which steps are offered to the person concerned, and in which order: the first is the lead.

use super::{Part, RespondKey};
use crate::domain::lens::{Reached, Settled, View};
use crate::domain::routing::{Gate, StepKind};

/// The steps that are offered, the lead first. Never empty.
#[must_use]
pub fn order(key: RespondKey) -> Vec<StepKind> {
    let mut steps = match (key.concerned.part(), key.settled) {
        (Part::Before, _) => before(key),
        (Part::Formal, _) => formal(key),
        (Part::Unknown, Settled::Yes) => vec![StepKind::KeepOutcome, StepKind::WhichStage],
        (Part::Unknown, _) => vec![StepKind::WhichStage, StepKind::Listen, StepKind::Acknowledge],
        (_, Settled::Yes) => vec![StepKind::KeepOutcome],
        (Part::First | Part::Informal, _) => open(key),
    };
    beside(key, &mut steps);
    steps
}

/// Nobody has raised anything: look again, put it right.
fn before(key: RespondKey) -> Vec<StepKind> {
    match (key.concerned.apart, key.view) {
        (true, _) => vec![StepKind::Reflect],
        (false, View::Agree | View::Partly) => vec![StepKind::Repair, StepKind::Reflect],
        (false, View::Differently | View::Unknown) => vec![StepKind::Reflect, StepKind::Repair],
    }
}

/// A first step or an informal request that is not settled.
fn open(key: RespondKey) -> Vec<StepKind> {
    use StepKind::{Acknowledge, Clarify, Listen, PutRight};
    let mut steps = match key.view {
        View::Agree => vec![PutRight, Acknowledge, Listen],
        View::Partly => vec![Clarify, PutRight, Acknowledge, Listen],
        View::Differently => vec![Listen, Acknowledge, Clarify],
        View::Unknown => vec![Listen, Acknowledge, Clarify, PutRight],
    };
    if key.settled == Settled::Again {
        // Whether both understood the agreement alike comes before everything else.
        steps.retain(|kind| *kind != Listen);
        steps.insert(0, Listen);
    }
    steps
}

/// Clause 3: the right to respond (3.2), and an appeal (3.3).
fn formal(key: RespondKey) -> Vec<StepKind> {
    use StepKind::{AnswerTmb, Appeal, KeepOutcome, Listen, PutRight};
    match (key.concerned.reached, key.view) {
        (Reached::TmbDecision, View::Agree) => vec![KeepOutcome, Appeal],
        (Reached::TmbDecision, _) => vec![Appeal, KeepOutcome],
        (_, View::Agree | View::Partly) => vec![AnswerTmb, PutRight, Listen],
        _ => vec![AnswerTmb, Listen],
    }
}

/// Somebody to stand by: always offered; the lead where it may be unsafe or unlawful, early where it is wished for.
fn beside(key: RespondKey, steps: &mut Vec<StepKind>) {
    let at = match (key.gate, key.company) {
        (Gate::Guarded | Gate::Danger, _) => 0,
        (_, true) => 1,
        (_, false) => steps.len(),
    };
    steps.insert(at, StepKind::AskBeside);
    // Asked to keep away, or not safe: where the answer would go to the other person, it goes through somebody else.
    if key.concerned.apart && matches!(key.concerned.reached, Reached::Spoken | Reached::Message) && at > 1 {
        steps.retain(|kind| *kind != StepKind::AskBeside);
        steps.insert(1, StepKind::AskBeside);
    }
}
