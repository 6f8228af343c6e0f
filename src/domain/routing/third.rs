//! The formal request (clause 3) and retaliation (4.3.4).

use super::recipients::{NOT_WIDELY, blank, left_out, not_by_oneself, to, tpm_copied, tpm_copied_to_tmb};
use super::second::own_line;
use super::statements::{lines, second, third as s};
use super::{MessageKind, Party, Recipient, Said, Standing, Step, StepKind, Way, Who};
use crate::domain::Clause::{C3, C3_1, C3_2, C3_3, C4_1_2, C4_3_2, C4_3_4};
use crate::domain::situation::Capacity;

/// What the TMB may do, as far as it fits the capacity (3.1.1 to 3.1.5).
fn actions(who: Who) -> Vec<Said> {
    if who.way().is_staff() {
        return vec![s::TMB_NOT_STAFF];
    }
    let mut all = vec![s::FORMAL_DISCRETION, s::TMB_REMOVE];
    if matches!(who.capacity, Capacity::Chair) || who.way() == Way::Unclear {
        all.push(s::TMB_CHAIR);
    }
    if matches!(who.capacity, Capacity::CommitteeManager) || who.way() == Way::Unclear {
        all.push(s::TMB_MANAGER);
    }
    if matches!(who.way(), Way::Liaison | Way::LeadLiaison | Way::Unclear) {
        all.push(s::TMB_LIAISON);
    }
    if matches!(who.way(), Way::Committee | Way::Lead | Way::Unclear) {
        all.extend([s::TMB_OBSERVER, s::TMB_OBSERVER_REACH]);
    }
    all.push(s::TMB_POSSIBLE);
    all
}

/// An individual asks their own side about a formal request. Nothing goes to the TMB (invariant 3).
pub(super) fn ask_formal(who: Who) -> Step {
    let mut step = blank(StepKind::AskFormal, &[C4_1_2]);
    step.why.extend_from_slice(&[s::ASK_FORMAL_WHY]);
    step.why.push(if who.standing() == Standing::Nsb {
        s::ASK_FORMAL_YOU
    } else {
        s::ASK_FORMAL_NO_NSB
    });
    step.recipients = vec![own_line(who, lines::TO_NSB_FORMAL)];
    step.recipients.extend(tpm_copied(who));
    step.recipients.extend(left_out(who));
    step.recipients.extend(not_by_oneself(who));
    step.recipients.extend(NOT_WIDELY);
    step.prepare.extend_from_slice(&[
        s::ASK_FORMAL_TRIED,
        s::FORMAL_DETAIL,
        second::PREPARE_CONFIDENTIAL,
    ]);
    step.leads
        .extend_from_slice(&[s::ASK_FORMAL_DECIDES, s::FORMAL_ANSWER]);
    step.leads.extend(actions(who));
    step.leads.extend([s::FORMAL_APPEAL, s::FORMAL_APPEAL_TIME]);
    if who.standing() == Standing::Nsb {
        step.fails.push(second::FAILS_NO_WAY_PAST);
    }
    step.fails.extend([second::REFUSED_ANOTHER, second::REFUSED_REST]);
    step.messages.extend_from_slice(&[MessageKind::NsbRequest]);
    step
}

/// An NSB's formal request to the TMB: a last resort, with clauses 1 and 2 recorded.
pub(super) fn formal(who: Who) -> Step {
    let mut step = blank(StepKind::Formal, &[C3, C3_1, C3_2, C3_3]);
    step.why
        .extend_from_slice(&[s::FORMAL_WHY, s::FORMAL_ORDER, second::OFFICER_CONFLICT]);
    step.recipients = vec![to(Party::Tmb, lines::TO_TMB)];
    step.recipients.extend(tpm_copied_to_tmb(who));
    step.recipients.extend(left_out(who));
    step.recipients.extend(NOT_WIDELY);
    step.prepare.extend_from_slice(&[
        s::FORMAL_DETAIL,
        s::FORMAL_CORROBORATION,
        second::PREPARE_CONFIDENTIAL,
    ]);
    step.leads.extend_from_slice(&[s::FORMAL_ANSWER]);
    step.leads.extend(actions(who));
    step.fails
        .extend_from_slice(&[s::FORMAL_APPEAL, s::FORMAL_APPEAL_TIME, s::FORMAL_FAILS]);
    step.messages.extend_from_slice(&[MessageKind::Formal]);
    step
}

/// The request was made: an officer of the NSB that made it has nothing to send, and knows what may follow (3.2, 3.3).
pub(super) fn at_tmb(who: Who) -> Step {
    let mut step = blank(StepKind::AtTmb, &[C3_2]);
    step.why
        .extend_from_slice(&[s::FORMAL_ANSWER, second::REMIND_WHY]);
    if !who.tpm_concerned() {
        step.why.push(second::SETTLED_KEEPER);
    }
    step.prepare.extend_from_slice(&[s::AT_TMB_TELL]);
    step.leads = actions(who);
    step.fails
        .extend_from_slice(&[s::FORMAL_APPEAL, s::FORMAL_APPEAL_TIME]);
    step
}

/// The TMB has decided (3.3). Whoever raised it asks their own side; an officer of the NSB that made the request has nothing to send.
pub(super) fn after_decision(who: Who) -> Step {
    let mut step = blank(StepKind::AfterDecision, &[C3_3]);
    step.why
        .extend_from_slice(&[s::DECIDED_TOLD, s::FORMAL_APPEAL, s::DECIDED_APPEAL_TIME]);
    if who.standing() != Standing::Officer {
        step.recipients = vec![own_line(who, lines::TO_NSB_DECIDED)];
        step.recipients.extend(tpm_copied(who));
        step.recipients.extend(left_out(who));
        step.recipients.extend(not_by_oneself(who));
        step.recipients.extend(NOT_WIDELY);
    }
    step.prepare.extend_from_slice(&[s::DECIDED_NOTE]);
    step.leads.extend_from_slice(&[s::DECIDED_LEADS]);
    step.fails
        .extend_from_slice(&[s::FORMAL_FAILS, s::RETALIATION_SAYS]);
    step
}

/// Something was done because a concern was raised: in the same case, or as a new one.
pub(super) fn retaliation(who: Who) -> Step {
    let mut step = blank(StepKind::Retaliation, &[C4_3_2, C4_3_4]);
    step.why
        .extend_from_slice(&[s::RETALIATION_SAYS, s::RETALIATION_WHERE]);
    step.recipients = vec![own_line(who, lines::TO_NSB_RETALIATION)];
    step.recipients
        .extend(tpm_copied(who).into_iter().collect::<Vec<Recipient>>());
    step.recipients.extend(left_out(who));
    if who.standing() != Standing::Officer {
        step.recipients.extend(not_by_oneself(who));
    }
    step.recipients.extend(NOT_WIDELY);
    step.prepare.extend_from_slice(&[s::RETALIATION_NOTE]);
    step.leads.extend_from_slice(&[s::RETALIATION_LEADS]);
    step.fails.extend_from_slice(&[s::RETALIATION_FAILS]);
    step.messages.extend_from_slice(&[MessageKind::Retaliation]);
    step
}
