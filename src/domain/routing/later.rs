//! After an informal request was made: asking where it stands, an NSB that does not act, what stays on record.

use super::recipients::{NOT_WIDELY, blank, left_out, not_by_oneself, to, tpm_copied};
use super::second::{from_nsb, own_line};
use super::statements::{first, lines, second as s};
use super::{MessageKind, Party, Standing, Step, StepKind, Who};
use crate::domain::Clause::{C2_1_1, C2_2_2, C2_3, C4_1_1, C4_1_2, C4_1_3};

/// A request is under way: ask where it stands. No step has a deadline.
pub(super) fn remind(who: Who) -> Step {
    let mut step = blank(StepKind::Remind, &[C4_1_2]);
    step.why.extend_from_slice(&[s::REMIND_WHY]);
    if who.standing() == Standing::Officer {
        // An officer asks those whom the NSB's letter addressed.
        let addressed = from_nsb(who);
        step.recipients = if addressed.is_empty() {
            vec![own_line(who, lines::TO_NSB_KEEP)]
        } else {
            addressed
        };
    } else {
        step.recipients = vec![own_line(who, lines::TO_NSB_KEEP)];
        step.recipients.extend(tpm_copied(who));
        step.recipients.extend(not_by_oneself(who));
        step.messages.extend_from_slice(&[MessageKind::Remind]);
    }
    step.recipients.extend(left_out(who));
    step.recipients.extend(NOT_WIDELY);
    step.prepare.extend_from_slice(&[s::REMIND_ASK]);
    step.leads.extend_from_slice(&[s::REMIND_LEADS]);
    step.fails = match who.standing() {
        Standing::Officer => vec![s::FAILS_OTHER_SIDE],
        // An answer that has not come touches this point already.
        Standing::Nsb => vec![s::REMIND_NO_WAY_PAST],
        Standing::NoNsb | Standing::Outsider => vec![s::FAILS_FORMAL, s::REFUSED_REST],
    };
    step
}

/// One's own NSB does not act: no individual way onward, said plainly.
pub(super) fn nsb_refused(who: Who) -> Step {
    let mut step = blank(StepKind::NsbRefused, &[C2_1_1, C2_2_2, C2_3]);
    step.why.extend_from_slice(&[s::REFUSED_WHY, s::REFUSED_ASK]);
    let own = match who.standing() {
        Standing::Nsb | Standing::Officer => to(Party::UninvolvedOfficer, lines::TO_OFFICER_REFUSED),
        Standing::NoNsb | Standing::Outsider => own_line(who, lines::TO_ORG),
    };
    step.recipients = vec![own];
    if !who.tpm_concerned() {
        step.recipients.push(to(Party::Tpm, lines::TO_TPM_REFUSED));
    }
    step.one_is_enough = true;
    step.recipients.extend(left_out(who));
    step.recipients.extend(not_by_oneself(who));
    step.recipients.extend(NOT_WIDELY);
    step.prepare.extend_from_slice(&[s::PREPARE_DRAFT]);
    step.leads.extend_from_slice(&[s::REFUSED_LEADS]);
    step.fails
        .extend_from_slice(&[s::REFUSED_ANOTHER, s::REFUSED_BYPASS, s::REFUSED_REST]);
    step.messages.extend_from_slice(&[MessageKind::NsbRefused]);
    step
}

/// The informal step settled it: what stays on record (4.1.1, 4.1.3).
pub(super) fn keep_record(who: Who) -> Step {
    let mut step = blank(StepKind::KeepRecord, &[C4_1_1, C4_1_3]);
    step.why.extend_from_slice(&[first::RECORDS_ALL]);
    step.why.push(if who.tpm_concerned() {
        first::RECORDS_TPM_CONCERNED
    } else {
        s::SETTLED_KEEPER
    });
    step.prepare
        .extend_from_slice(&[s::SETTLED_NOTE, first::RECORDS_OWN]);
    step.leads.extend_from_slice(&[s::SETTLED_LEADS]);
    step.fails.extend_from_slice(&[first::AGAIN_OPEN]);
    step
}
