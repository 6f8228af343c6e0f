//! Lines of the recipients table that several steps share.

use super::statements::lines as s;
use super::{Line, Onward, Party, Recipient, Said, Standing, Step, StepKind, Way, Who};
use crate::domain::Clause;
use crate::domain::situation::{Capacity, Raiser};

/// A step with nothing in it yet.
pub(super) const fn blank(kind: StepKind, clauses: &'static [Clause]) -> Step {
    Step {
        kind,
        clauses,
        why: Vec::new(),
        recipients: Vec::new(),
        one_is_enough: false,
        onward: Vec::new(),
        knows: Vec::new(),
        prepare: Vec::new(),
        leads: Vec::new(),
        fails: Vec::new(),
        messages: Vec::new(),
    }
}

pub(super) const fn to(party: Party, why: Said) -> Recipient {
    Recipient {
        line: Line::To,
        party,
        why,
    }
}

pub(super) const fn copy(party: Party, why: Said) -> Recipient {
    Recipient {
        line: Line::Copy,
        party,
        why,
    }
}

pub(super) const fn not(party: Party, why: Said) -> Recipient {
    Recipient {
        line: Line::DoNotCopy,
        party,
        why,
    }
}

/// Who carries it on, and to whom.
pub(super) const fn onward(by: Party, recipients: Vec<Recipient>) -> Onward {
    Onward { by, recipients }
}

/// Group addresses and the public stay out of every message (4.2.1, invariant 12).
pub(super) const NOT_WIDELY: [Recipient; 2] = [
    not(Party::GroupList, s::NOT_LIST),
    not(Party::Public, s::NOT_PUBLIC),
];

/// Everybody whom a message about the person concerned leaves out.
pub(super) fn left_out(who: Who) -> Vec<Recipient> {
    let person = if who.leader_concerned() {
        s::NOT_PERSON_LEADER
    } else {
        s::NOT_PERSON
    };
    let mut lines = vec![not(Party::PersonConcerned, person)];
    if who.own_officer_concerned() && who.capacity == Capacity::HeadOfDelegation {
        lines.push(not(Party::HeadOfDelegation, s::NOT_HEAD));
    }
    if who.tpm_concerned() {
        lines.push(not(Party::Tpm, s::NOT_TPM));
    }
    if who.way() == Way::CeoOffice {
        lines.push(not(Party::OfficeOfCeo, s::NOT_CEO_OFFICE_CONCERNED));
    }
    lines
}

/// Whom an individual does not write to themselves (2.1.1, 2.1.2, 2.2.2, 2.3; invariant 2).
pub(super) fn not_by_oneself(who: Who) -> Vec<Recipient> {
    let mut lines = Vec::new();
    let has_nsb = matches!(who.standing(), Standing::Nsb | Standing::Officer);
    match who.way() {
        _ if who.same_nsb() => {}
        Way::Committee | Way::Unclear if has_nsb => {
            lines.push(not(Party::TheirNsb, s::NOT_THEIR_NSB));
        }
        Way::Lead if has_nsb => {
            lines.push(not(Party::TheirNsb, s::NOT_THEIR_NSB_LEAD));
        }
        Way::Committee | Way::Lead | Way::Unclear => {
            lines.push(not(Party::TheirNsb, s::NOT_THEIR_NSB_NO_NSB));
        }
        Way::Liaison => lines.push(not(Party::LiaisonOrganization, s::NOT_LIAISON)),
        Way::LeadLiaison => lines.push(not(Party::LiaisonOrganization, s::NOT_LIAISON_LEAD)),
        Way::Staff | Way::Tpm => lines.push(not(Party::OfficeOfCeo, s::NOT_CEO_OFFICE)),
        Way::CeoOffice | Way::Body | Way::Guest => {}
    }
    lines.push(not(Party::Tmb, s::NOT_TMB));
    lines
}

/// Committee leadership in copy (2.1.3), without the person concerned and without the one who raises the concern.
pub(super) fn leaders_copied(who: Who) -> Vec<Recipient> {
    let why = match who.capacity {
        Capacity::CommitteeManager => s::COPY_OTHERS_MANAGER,
        Capacity::WgSecretary => s::COPY_OTHERS_SECRETARY,
        _ if who.leader_concerned() => s::COPY_OTHERS_CONCERNED,
        _ if who.way() == Way::Unclear => s::COPY_OTHERS_UNCLEAR,
        _ if who.raiser == Raiser::Leader => s::COPY_OTHERS_RAISER,
        Capacity::WgExpert => s::COPY_LEADERS_WG,
        _ => s::COPY_LEADERS,
    };
    who.leaders().iter().map(|&party| copy(party, why)).collect()
}

/// The TPM in copy (2.1.3, 4.1.4); never when the TPM is the person concerned (invariant 4).
pub(super) fn tpm_copied(who: Who) -> Option<Recipient> {
    let why = match who.way() {
        Way::Tpm => return None,
        Way::Staff | Way::CeoOffice => s::COPY_TPM_STAFF,
        Way::Unclear => s::COPY_TPM_UNCLEAR,
        Way::Committee | Way::Liaison => s::COPY_TPM,
        Way::Lead | Way::LeadLiaison | Way::Body | Way::Guest => s::COPY_TPM_STAGE,
    };
    Some(copy(Party::Tpm, why))
}

/// The TPM in copy of what goes to the TMB: 2.1.3 speaks of messages to NSBs, so 4.1.4 alone asks for it.
pub(super) fn tpm_copied_to_tmb(who: Who) -> Option<Recipient> {
    let why = match who.way() {
        Way::Committee | Way::Liaison => s::COPY_TPM_STAGE,
        _ => return tpm_copied(who),
    };
    Some(copy(Party::Tpm, why))
}
