//! Which steps are offered to somebody who handles a concern, and in which order: the first is the lead.

use super::{HandleKey, formal_ready, next_letter};
use crate::domain::lens::{Arrived, Conflict, FirstTried, Handler, Heard, Outcome};
use crate::domain::routing::{Gate, StepKind, Way};

/// The steps that are offered, the lead first. Never empty.
#[must_use]
pub fn order(key: &HandleKey) -> Vec<StepKind> {
    let mut steps = Vec::with_capacity(8);
    if key.conflict == Conflict::Conflicted {
        steps.extend([StepKind::HandOver, StepKind::NeedToKnow]);
        return steps;
    }
    match key.outcome {
        _ if only_in_copy(key) => steps.push(StepKind::InCopy),
        Outcome::Agreed => {
            steps.push(StepKind::AgreeOutcome);
            steps.extend(closing(key));
        }
        Outcome::Ended => {
            steps.extend(closing(key));
            // Ended without an agreement: the last resort stays open (3.1).
            if formal_ready(key.matter, key.first, key.informal) {
                steps.push(StepKind::Formal);
            }
        }
        Outcome::NotYet | Outcome::Broken | Outcome::Unknown => under_way(key, &mut steps),
    }
    if key.matter.handler == Handler::Tpm && !steps.contains(&StepKind::Retain) {
        steps.push(StepKind::Retain);
    }
    steps.push(StepKind::NeedToKnow);
    safe_lead(key.gate, &mut steps);
    if matches!(key.conflict, Conflict::Unknown | Conflict::Witness) {
        steps.insert(0, StepKind::ConflictCheck);
    }
    steps
}

/// Where somebody may be unsafe, nothing that goes to the person concerned is the lead (invariant 7).
fn safe_lead(gate: Gate, steps: &mut Vec<StepKind>) {
    if gate == Gate::Danger {
        steps.retain(|kind| *kind != StepKind::HelpApproach);
    }
    if gate >= Gate::Guarded
        && let Some(at) = steps.iter().position(|kind| !kind.is_direct())
    {
        let lead = steps.remove(at);
        steps.insert(0, lead);
    }
}

/// What arrived and has not ended.
fn under_way(key: &HandleKey, steps: &mut Vec<StepKind>) {
    let matter = key.matter;
    // Whoever asks for help is helped first; the last resort is no answer to that.
    if formal_ready(matter, key.first, key.informal) && matter.arrived != Arrived::Help {
        if matter.way.is_staff() {
            steps.push(next_letter(matter));
        }
        steps.push(StepKind::Formal);
        if !key.complete {
            steps.push(StepKind::CheckComplete);
        }
        return;
    }
    // A request for help is itself a first step.
    let missing = key.first == FirstTried::NotYet && !matches!(matter.arrived, Arrived::Help | Arrived::Copy);
    if missing {
        steps.push(StepKind::FirstStepsFirst);
    }
    if matter.answers_for_the_person() {
        answering(key, missing, steps);
    } else {
        match matter.handler {
            Handler::NsbOfficer => officer(key, missing, steps),
            Handler::Tpm => tpm(key, steps),
            Handler::Leader
            | Handler::CeoOffice
            | Handler::LiaisonOfficer
            | Handler::Helper
            | Handler::Unknown => {
                asked(key, steps);
            }
        }
    }
}

/// Receipt and completeness: in front where something is missing, else behind the rest.
fn with_receipt(key: &HandleKey, steps: &mut Vec<StepKind>, rest: &[StepKind]) {
    if key.complete {
        steps.extend(rest);
        steps.push(StepKind::Receipt);
    } else {
        steps.extend([StepKind::Receipt, StepKind::CheckComplete]);
        steps.extend(rest);
    }
}

/// Those who answer for the person concerned: hear, weigh, agree. Nothing is weighed before the first steps.
fn answering(key: &HandleKey, missing: bool, steps: &mut Vec<StepKind>) {
    use StepKind::{AgreeOutcome, RightOfReply, Weigh};
    let rest: &[StepKind] = match (key.heard, missing) {
        (Heard::Yes, true) => &[AgreeOutcome],
        (Heard::Yes, false) => &[Weigh, AgreeOutcome],
        (_, true) => &[RightOfReply, AgreeOutcome],
        (_, false) => &[RightOfReply, Weigh, AgreeOutcome],
    };
    with_receipt(key, steps, rest);
    if key.matter.handler == Handler::NsbOfficer && key.matter.arrived != Arrived::OtherNsb {
        // Both sides belong to this NSB: one officer with no part in it hears both.
        steps.push(StepKind::InsideNsb);
    }
}

/// A copy for somebody who keeps nothing and decides nothing (2.1.3).
fn only_in_copy(key: &HandleKey) -> bool {
    key.matter.handler != Handler::Tpm
        && !key.matter.answers_for_the_person()
        && (key.matter.arrived == Arrived::Copy
            || key.matter.handler == Handler::Leader && key.matter.arrived == Arrived::OtherNsb)
}

/// An officer whose member raises it.
fn officer(key: &HandleKey, missing: bool, steps: &mut Vec<StepKind>) {
    match key.matter.arrived {
        Arrived::Help => {
            with_receipt(key, steps, &[StepKind::HelpApproach]);
            if formal_ready(key.matter, key.first, key.informal) {
                steps.push(StepKind::Formal);
            }
        }
        _ if missing => with_receipt(key, steps, &[]),
        Arrived::Unknown => with_receipt(key, steps, &[StepKind::FirstStepsFirst]),
        _ => {
            if key.first == FirstTried::Unknown {
                with_receipt(key, steps, &[StepKind::FirstStepsFirst, next_letter(key.matter)]);
            } else {
                with_receipt(key, steps, &[next_letter(key.matter)]);
            }
        }
    }
}

/// The TPM: conveys, keeps, asks further if necessary; decides nothing.
fn tpm(key: &HandleKey, steps: &mut Vec<StepKind>) {
    use StepKind::{Convey, Corroborate, HelpApproach, PointToNsb, Retain};
    let liaison = matches!(key.matter.way, Way::Liaison | Way::LeadLiaison);
    match key.matter.arrived {
        Arrived::Help => with_receipt(key, steps, &[HelpApproach, Retain]),
        Arrived::Convey | Arrived::OtherNsb if liaison => {
            with_receipt(key, steps, &[Convey, Retain, Corroborate]);
        }
        Arrived::Convey => with_receipt(key, steps, &[PointToNsb, Retain]),
        Arrived::OtherNsb | Arrived::Copy | Arrived::Formal => steps.extend([Retain, Corroborate]),
        Arrived::Member | Arrived::Liaison | Arrived::Staff => {
            with_receipt(key, steps, &[PointToNsb, HelpApproach, Retain]);
        }
        Arrived::Unknown => with_receipt(key, steps, &[Retain]),
    }
}

/// Everybody else who was asked: help if they are asked to, and point to the NSB that can take it further.
fn asked(key: &HandleKey, steps: &mut Vec<StepKind>) {
    use StepKind::{HelpApproach, PointToNsb};
    match key.matter.arrived {
        Arrived::Help => with_receipt(key, steps, &[HelpApproach, PointToNsb]),
        Arrived::Member | Arrived::Liaison => with_receipt(key, steps, &[PointToNsb, HelpApproach]),
        Arrived::OtherNsb
        | Arrived::Staff
        | Arrived::Convey
        | Arrived::Copy
        | Arrived::Formal
        | Arrived::Unknown => {
            with_receipt(key, steps, &[PointToNsb]);
        }
    }
}

/// Who hears from this desk how it ended: one's own people, and both sides where one helped between them.
fn closing(key: &HandleKey) -> &'static [StepKind] {
    use StepKind::{CloseConcerned, CloseRaiser};
    let matter = key.matter;
    if matter.answers_for_the_person() {
        return match matter.handler {
            Handler::NsbOfficer if matter.one_nsb => &[CloseRaiser, CloseConcerned],
            Handler::Leader => &[],
            _ => &[CloseConcerned],
        };
    }
    match (matter.handler, matter.arrived) {
        (_, Arrived::Help) => &[CloseRaiser, CloseConcerned],
        (Handler::NsbOfficer, _)
        | (
            Handler::LiaisonOfficer | Handler::Leader | Handler::Tpm | Handler::Helper,
            Arrived::Member | Arrived::Liaison,
        ) => &[CloseRaiser],
        _ => &[],
    }
}
