//! Where the three stages do not lead: an unclear role, a body, a guest, somebody who is no part of the work.

use super::recipients::{NOT_WIDELY, blank, left_out, not, to};
use super::second::own_line;
use super::statements::{lines, second, third as s};
use super::{MessageKind, Party, Standing, Step, StepKind, Who};
use crate::domain::Clause::{C2_1_1, C2_1_2, C2_2_2, C2_3, Intro};

/// "Acting as what, then?": a question without names.
pub(super) fn which_role(who: Who) -> Step {
    let mut step = blank(StepKind::WhichRole, &[C2_1_1, C2_1_2, C2_2_2, C2_3]);
    step.one_is_enough = true;
    step.why.extend_from_slice(&[second::ROLE_WHY]);
    step.recipients = vec![own_line(who, lines::TO_NSB_ROLE)];
    if !who.tpm_concerned() {
        step.recipients.push(to(Party::Tpm, lines::TO_TPM_ROLE));
    }
    step.recipients.extend(left_out(who));
    step.recipients.extend(NOT_WIDELY);
    step.prepare.extend_from_slice(&[second::ROLE_ASK]);
    step.leads.extend_from_slice(&[second::ROLE_LEADS]);
    step.fails.extend_from_slice(&[second::ROLE_FAILS]);
    step
}

/// An NSB itself, a governance group, the CEO: section d of the Code (open point `nsb-itself`).
pub(super) fn section_d(who: Who) -> Step {
    let mut step = blank(StepKind::SectionD, &[]);
    step.why.extend_from_slice(&[s::SECTION_D_WHY, s::SECTION_D_WHO]);
    step.recipients = vec![own_line(who, lines::TO_OFFICER_BODY)];
    if who.standing() != Standing::Officer {
        step.recipients.push(not(Party::Tmb, lines::NOT_TMB));
    }
    step.recipients.extend(NOT_WIDELY);
    step.prepare.extend_from_slice(&[s::SECTION_D_ASK]);
    step.leads.extend_from_slice(&[s::SECTION_D_LEADS]);
    step.fails.extend_from_slice(&[s::SECTION_D_FAILS]);
    step.messages = match who.standing() {
        Standing::Nsb | Standing::Officer => vec![MessageKind::NsbRequest],
        Standing::NoNsb | Standing::Outsider => vec![MessageKind::Help],
    };
    step
}

/// A guest, host or interpreter: leaders and the host (open point `guest`).
pub(super) fn tell_leaders(who: Who) -> Step {
    let mut step = blank(StepKind::TellLeaders, &[]);
    step.one_is_enough = true;
    step.why.extend_from_slice(&[s::GUEST_WHY, s::GUEST_ASK]);
    step.recipients = who
        .leaders()
        .iter()
        .map(|&party| to(party, lines::TO_LEADERS_GUEST))
        .collect();
    step.recipients.push(to(Party::Host, lines::TO_HOST_GUEST));
    step.recipients.extend(left_out(who));
    step.recipients.extend(NOT_WIDELY);
    step.prepare
        .extend_from_slice(&[super::statements::first::HELP_PREPARE]);
    step.leads.extend_from_slice(&[s::GUEST_LEADS]);
    step.fails.extend_from_slice(&[s::GUEST_FAILS]);
    step.messages.extend_from_slice(&[MessageKind::Help]);
    step
}

/// Somebody outside the work asks whether it can be taken up (open point `outsider-raises`).
pub(super) fn ask_tpm(who: Who) -> Step {
    let mut step = blank(StepKind::AskTpm, &[Intro]);
    step.why.extend_from_slice(&[s::OUTSIDER_WHY, s::OUTSIDER_ASK]);
    step.recipients = if who.tpm_concerned() {
        vec![to(Party::SomeoneInWork, lines::TO_SOMEONE_IN_WORK)]
    } else {
        vec![to(Party::Tpm, lines::TO_TPM_OUTSIDER)]
    };
    step.recipients.extend(left_out(who));
    step.recipients.push(not(Party::Tmb, lines::NOT_TMB));
    step.recipients.extend(NOT_WIDELY);
    step.prepare.extend_from_slice(&[second::PREPARE_DRAFT]);
    step.leads.extend_from_slice(&[s::OUTSIDER_LEADS]);
    step.fails.extend_from_slice(&[s::OUTSIDER_FAILS]);
    step.messages.extend_from_slice(&[MessageKind::Help]);
    step
}

/// Somebody in the work who saw the same may raise it (introduction).
pub(super) fn let_know(who: Who) -> Step {
    let mut step = blank(StepKind::LetKnow, &[Intro]);
    step.why.extend_from_slice(&[s::LET_KNOW_WHY, s::LET_KNOW_ASK]);
    step.recipients = vec![to(Party::SomeoneInWork, lines::TO_SOMEONE_IN_WORK)];
    step.recipients.extend(left_out(who));
    step.recipients.extend(NOT_WIDELY);
    step.prepare
        .extend_from_slice(&[super::statements::first::HELP_TELL_LITTLE]);
    step.leads.extend_from_slice(&[s::LET_KNOW_LEADS]);
    step.fails.extend_from_slice(&[s::LET_KNOW_FAILS]);
    step
}
