//! The informal request of an officer who acts for an NSB: the letter, the matter inside one NSB, no recipient at all.

use super::recipients::{NOT_WIDELY, blank, left_out, not, tpm_copied};
use super::second::{clauses, conflicts, from_nsb, from_tpm, leaders_left_out, options, own_line, tried};
use super::statements::{first, lines, second as s};
use super::{MessageKind, Party, Step, StepKind, Way, Who};
use crate::domain::Clause::{C2_1, C2_3, C4_1_4};
use crate::domain::situation::{Affiliation, Capacity};

/// An officer's letter for an NSB: the only raiser who may address another NSB, the TPM to convey, the Office of the CEO.
pub(super) fn nsb_writes(who: Who) -> Step {
    let mut step = blank(StepKind::NsbWrites, clauses(who.way()));
    step.why = match who.way() {
        Way::Lead if who.same_nsb() => vec![s::OFFICER_LEAD_SAME],
        Way::Lead => vec![s::OFFICER_LEAD],
        Way::LeadLiaison => vec![s::OFFICER_LEAD_LIAISON],
        Way::Liaison => vec![s::OFFICER_LIAISON],
        Way::Staff | Way::CeoOffice => vec![s::OFFICER_STAFF],
        Way::Tpm => vec![s::OFFICER_STAFF, s::OFFICER_TPM],
        Way::Committee | Way::Body | Way::Guest | Way::Unclear => match who.capacity {
            Capacity::WgExpert => vec![s::OFFICER_COMMITTEE, s::NSB_WG_EXPERT],
            Capacity::WgSecretary => vec![s::OFFICER_COMMITTEE, s::NSB_WG_SECRETARY],
            Capacity::CommitteeManager => vec![s::OFFICER_COMMITTEE, s::NSB_MANAGER],
            _ => vec![s::OFFICER_COMMITTEE],
        },
    };
    step.why.extend(conflicts(who));
    step.why.extend([
        s::OFFICER_CONFLICT,
        s::OFFICER_PAPERS,
        s::OFFICER_ADDS_NOTHING,
        first::APPROACH_HEARD,
    ]);
    step.recipients = from_nsb(who);
    step.recipients.extend(left_out(who));
    match who.way() {
        Way::Liaison => step
            .recipients
            .push(not(Party::LiaisonOrganization, lines::NOT_LIAISON)),
        Way::LeadLiaison => step
            .recipients
            .push(not(Party::LiaisonOrganization, lines::NOT_LIAISON_LEAD)),
        _ => {}
    }
    step.recipients.extend(NOT_WIDELY);
    step.onward = from_tpm(who).into_iter().collect();
    step.prepare
        .extend_from_slice(&[tried(who), s::PREPARE_CONFIDENTIAL]);
    if !who.tpm_concerned() {
        step.prepare.push(s::PREPARE_ENQUIRIES);
    }
    step.leads = options(who);
    step.fails.extend_from_slice(&[s::FAILS_OTHER_SIDE]);
    step.messages = match who.way() {
        Way::Liaison => vec![MessageKind::NsbTpm],
        Way::Unclear if who.affiliation == Affiliation::Liaison => vec![MessageKind::NsbTpm],
        Way::Lead | Way::LeadLiaison => vec![MessageKind::NsbLeaders],
        Way::Staff | Way::Tpm => vec![MessageKind::NsbCeo],
        Way::Committee | Way::Unclear if !who.same_nsb() => vec![MessageKind::NsbNsb],
        _ => Vec::new(),
    };
    step
}

/// An officer whose NSB has both sides: an officer with no part in it hears both (open point `same-nsb`).
pub(super) fn inside_nsb(who: Who) -> Step {
    let mut step = blank(StepKind::InsideNsb, &[C2_1, C4_1_4]);
    step.why.extend_from_slice(&[s::OFFICER_INSIDE]);
    step.why.extend(conflicts(who));
    step.why.extend([s::OFFICER_CONFLICT, first::APPROACH_HEARD]);
    step.recipients = vec![own_line(who, lines::TO_OFFICER_COLLEAGUE)];
    step.recipients.extend(tpm_copied(who));
    step.recipients.extend(left_out(who));
    step.recipients.extend(leaders_left_out(who));
    step.recipients.extend(NOT_WIDELY);
    step.prepare
        .extend_from_slice(&[tried(who), s::PREPARE_CONFIDENTIAL]);
    if !who.tpm_concerned() {
        step.prepare.push(s::PREPARE_ENQUIRIES);
    }
    step.leads = options(who);
    step.fails.extend_from_slice(&[s::FAILS_FORMAL]);
    step
}

/// The Office of the CEO is concerned, and no clause names another recipient.
pub(super) fn find_recipient() -> Step {
    let mut step = blank(StepKind::FindRecipient, &[C2_3]);
    step.why
        .extend_from_slice(&[s::OFFICER_CEO_OFFICE, s::OFFICER_CONFLICT]);
    step.recipients = vec![
        not(Party::PersonConcerned, lines::NOT_PERSON),
        not(Party::OfficeOfCeo, lines::NOT_CEO_OFFICE_CONCERNED),
    ];
    step.recipients.extend(NOT_WIDELY);
    step.prepare
        .extend_from_slice(&[s::PREPARE_TRIED_ORDER, s::PREPARE_CONFIDENTIAL]);
    step.leads.extend_from_slice(&[s::OPTIONS_NONE]);
    step.fails.extend_from_slice(&[s::FAILS_OTHER_SIDE]);
    step
}
