//! Who is copied on a letter, and who is not: what the composer asks, so that a letter and the plan say the same.

use super::{Line, MessageKind, Plan, Recipient, Standing, StepKind, Way, Who, step};

/// The lines `Copy` and `Do not copy` of a letter, each with its reason: by the step of the plan that offers it, or, for a request to
/// one's own NSB that no step offers now, by whom the concern is about.
///
/// Leaders are copied at committee level and about liaison representatives (2.1.3). Under 2.2.2 one's own NSB addresses them, 2.3 names
/// none, and within one NSB the officer who takes it up judges who needs to know: there they stand under `Do not copy`.
#[must_use]
pub fn copies(kind: MessageKind, who: Who, plan: &Plan) -> Vec<Recipient> {
    let offered = plan.steps.iter().find(|step| step.messages.contains(&kind));
    let mut lines = match offered {
        Some(step) => step.recipients.clone(),
        None if kind == MessageKind::NsbRequest => step(requested(who), who).recipients,
        None => Vec::new(),
    };
    lines.retain(|recipient| recipient.line != Line::To);
    lines
}

/// The step to which a request to one's own side belongs.
const fn requested(who: Who) -> StepKind {
    match who.way() {
        Way::Body => StepKind::SectionD,
        _ if matches!(who.standing(), Standing::Nsb | Standing::Officer) => StepKind::AskNsb,
        _ => StepKind::AskFormal,
    }
}
