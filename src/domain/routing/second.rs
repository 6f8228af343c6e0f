//! The informal request (clause 2): the routes, one's own NSB and where it then turns, one's own organization.

use super::recipients::{
    NOT_WIDELY, blank, leaders_copied, left_out, not, not_by_oneself, onward, to, tpm_copied,
};
use super::statements::{lines, second as s};
use super::{MessageKind, Onward, Party, Recipient, Said, Step, StepKind, Way, Who};
use crate::domain::Clause::{
    self, C2, C2_1, C2_1_1, C2_1_2, C2_1_3, C2_2, C2_2_1, C2_2_2, C2_3, C4_1_2, C4_1_4, Intro,
};
use crate::domain::situation::{Affiliation, Capacity, Raiser};

/// The clauses of each route.
pub(super) const fn clauses(way: Way) -> &'static [Clause] {
    match way {
        Way::Committee => &[C2_1, C2_1_1, C2_1_3, C4_1_4],
        Way::Liaison => &[C2_1, C2_1_2, C2_1_3, C4_1_4],
        Way::Lead => &[C2_2, C2_2_1, C2_2_2, C4_1_4],
        Way::LeadLiaison => &[C2_2, C2_2_1, C2_2_2, C2_1_2, C4_1_4],
        Way::Staff | Way::Tpm | Way::CeoOffice => &[C2_3],
        Way::Body | Way::Guest | Way::Unclear => &[C2],
    }
}

/// Why the route is what it is, for an individual.
fn route(who: Who) -> Vec<Said> {
    let mut why = Vec::new();
    if who.same_nsb() {
        why.push(s::NSB_SAME);
    }
    match who.way() {
        Way::Committee => match who.capacity {
            Capacity::WgExpert => why.push(s::NSB_WG_EXPERT),
            Capacity::WgSecretary => why.push(s::NSB_WG_SECRETARY),
            Capacity::CommitteeManager => why.push(s::NSB_MANAGER),
            _ if who.same_nsb() => {}
            _ => why.push(s::NSB_COMMITTEE),
        },
        Way::Lead if who.same_nsb() => why.push(s::NSB_LEAD_SAME),
        Way::Lead => why.push(s::NSB_LEAD),
        Way::Liaison => why.push(s::NSB_LIAISON),
        Way::LeadLiaison => why.push(s::NSB_LEAD_LIAISON),
        Way::Staff => why.push(s::NSB_STAFF),
        Way::Tpm => why.extend([s::NSB_STAFF, s::NSB_TPM]),
        Way::CeoOffice => why.push(s::NSB_CEO_OFFICE),
        Way::Body | Way::Guest | Way::Unclear => why.push(s::NSB_UNCLEAR),
    }
    why.extend(conflicts(who));
    why
}

/// Who is left out, and why.
pub(super) fn conflicts(who: Who) -> Vec<Said> {
    let mut why = Vec::new();
    if who.capacity == Capacity::Chair || matches!(who.way(), Way::Lead | Way::LeadLiaison) {
        why.push(leader_concerned(who.way()));
    }
    if matches!(who.capacity, Capacity::HeadOfDelegation | Capacity::NsbOfficer) {
        match who.affiliation {
            Affiliation::SameNsb => why.push(s::NSB_OFFICER_CONCERNED),
            Affiliation::Unknown => why.push(s::NSB_OFFICER_MAYBE),
            Affiliation::OtherNsb if who.way() == Way::Committee => why.push(s::NSB_THEIR_OFFICER),
            _ => {}
        }
    }
    why
}

/// A leader is the person concerned: 2.1.3 puts leaders in copy, 2.2.2 has an NSB address them.
pub(super) const fn leader_concerned(way: Way) -> Said {
    match way {
        Way::Lead | Way::LeadLiaison => s::NSB_LEADER_LEAD,
        _ => s::NSB_LEADER,
    }
}

/// What others may weigh: 2.1.4 at committee level, 2.2.3 for convenors and project leaders, nothing listed for staff.
pub(super) fn options(who: Who) -> Vec<Said> {
    match who.way() {
        Way::Lead | Way::LeadLiaison => vec![
            s::OPTIONS_LEAD,
            s::OPTION_LEAD_TRAINING,
            s::OPTION_LEAD_PAUSE,
            s::OPTION_LEAD_REPLACED,
            s::OPTION_LEAD_TERM,
            s::OPTIONS_NOT_REMEDIES,
        ],
        Way::Staff | Way::Tpm | Way::CeoOffice => vec![s::OPTIONS_NONE],
        Way::Unclear | Way::Body | Way::Guest => vec![s::OPTIONS_BY_ROLE],
        Way::Committee if who.same_nsb() => vec![s::OPTIONS_SAME],
        Way::Committee | Way::Liaison => {
            let mut all = vec![s::OPTIONS_COMMITTEE, s::OPTION_TRAINING, s::OPTION_PAUSE];
            // The last two name delegates, experts, chairs and committee managers or secretaries; an officer is none of these.
            if who.capacity != Capacity::NsbOfficer {
                all.extend([s::OPTION_REPLACED, s::OPTION_SUPPORT]);
            }
            all.push(s::OPTIONS_NOT_REMEDIES);
            all
        }
    }
}

/// Why one's own NSB, by the route.
const fn own_nsb(way: Way) -> Said {
    match way {
        Way::Committee => lines::TO_NSB_COMMITTEE,
        Way::Liaison => lines::TO_NSB_LIAISON,
        Way::Lead => lines::TO_NSB_LEAD,
        Way::LeadLiaison => lines::TO_NSB_LEAD_LIAISON,
        Way::Staff | Way::Tpm | Way::CeoOffice => lines::TO_NSB_STAFF,
        Way::Body | Way::Guest | Way::Unclear => lines::TO_NSB_ANY,
    }
}

/// The line for one's own side, with the reason when an uninvolved officer takes the place of "the NSB".
pub(super) fn own_line(who: Who, usual: Said) -> Recipient {
    let why = match who.own_side() {
        Party::UninvolvedOfficer if who.way() == Way::Body => lines::TO_OFFICER_BODY,
        Party::UninvolvedOfficer if who.own_officer_concerned() => lines::TO_OFFICER_CONCERNED,
        Party::UninvolvedOfficer => lines::TO_OFFICER_SAME,
        Party::OwnOrganization if who.raiser == Raiser::IsoCs => lines::TO_ORG_ISO_CS,
        Party::OwnOrganization => lines::TO_ORG,
        _ => usual,
    };
    to(who.own_side(), why)
}

/// The TPM addressed by somebody without an NSB; never when the TPM is concerned.
fn tpm_without_nsb(who: Who) -> Option<Recipient> {
    let why = if who.raiser == Raiser::IsoCs {
        lines::TO_TPM_ISO_CS
    } else {
        lines::TO_TPM_NO_NSB
    };
    (!who.tpm_concerned()).then(|| to(Party::Tpm, why))
}

/// Copies that 2.1.3 and 4.1.4 ask of the person who raises the concern. Under 2.2.2 and 2.3 leaders are not copied.
fn copies(who: Who) -> Vec<Recipient> {
    let mut lines = Vec::new();
    let by_leaders = matches!(who.way(), Way::Committee | Way::Liaison | Way::Unclear) && !who.same_nsb();
    if by_leaders {
        lines.extend(leaders_copied(who));
    }
    lines.extend(tpm_copied(who));
    lines
}

/// Leaders who are not copied on an individual's request, and why.
pub(super) fn leaders_left_out(who: Who) -> Vec<Recipient> {
    let why = match who.way() {
        Way::Lead | Way::LeadLiaison => lines::NOT_LEADERS_LEAD,
        Way::Staff | Way::Tpm | Way::CeoOffice => lines::NOT_LEADERS_STAFF,
        _ if who.same_nsb() => lines::NOT_LEADERS_SAME,
        _ => return Vec::new(),
    };
    who.leaders().iter().map(|&party| not(party, why)).collect()
}

/// An individual's request to their own NSB, by every route of clause 2.
pub(super) fn ask_nsb(kind: StepKind, who: Who) -> Step {
    let mut step = blank(kind, clauses(who.way()));
    step.why = route(who);
    match who.raiser {
        Raiser::Leader => step.why.push(s::LEADER_RAISES),
        Raiser::Unknown => step.why.push(s::UNKNOWN_RAISER),
        _ => {}
    }
    step.recipients = vec![own_line(who, own_nsb(who.way()))];
    step.recipients.extend(copies(who));
    step.recipients.extend(left_out(who));
    step.recipients.extend(leaders_left_out(who));
    step.recipients.extend(not_by_oneself(who));
    step.recipients.extend(NOT_WIDELY);
    step.onward = onward_from(who);
    step.prepare = prepare(who);
    step.leads = options(who);
    step.fails
        .extend_from_slice(&[s::FAILS_NO_WAY_PAST, s::FAILS_FORMAL]);
    step.messages
        .extend_from_slice(&[MessageKind::NsbRequest, MessageKind::NsbDraft]);
    step
}

/// What to have at hand for a request.
fn prepare(who: Who) -> Vec<Said> {
    let mut lines = vec![
        s::PREPARE_PAPERS,
        s::PREPARE_DRAFT,
        s::PREPARE_TRIED,
        s::PREPARE_CONFIDENTIAL,
    ];
    if !who.tpm_concerned() {
        lines.push(s::PREPARE_ENQUIRIES);
    }
    lines
}

/// Why the NSB of the person concerned is addressed.
fn their_nsb(who: Who) -> Said {
    match who.capacity {
        Capacity::CommitteeManager => lines::TO_SECRETARIAT_NSB,
        Capacity::WgExpert => lines::TO_THEIR_NSB_BY_ANALOGY,
        Capacity::WgSecretary => lines::TO_THEIR_NSB_SECRETARY,
        Capacity::HeadOfDelegation | Capacity::NsbOfficer => lines::TO_THEIR_NSB_OFFICER,
        _ => lines::TO_THEIR_NSB,
    }
}

/// Whom an NSB addresses and copies, by the route. Empty where both sides belong to it, or where nobody is named.
pub(super) fn from_nsb(who: Who) -> Vec<Recipient> {
    let leaders = || {
        who.leaders()
            .iter()
            .map(|&party| to(party, lines::TO_LEADERS_LEAD))
    };
    match who.way() {
        Way::Committee if !who.same_nsb() => {
            let mut list = vec![to(Party::TheirNsb, their_nsb(who))];
            list.extend(leaders_copied(who));
            list.extend(tpm_copied(who));
            list
        }
        Way::Liaison => {
            let mut list = vec![to(Party::Tpm, lines::TO_TPM_CONVEY)];
            list.extend(leaders_copied(who));
            list
        }
        Way::Lead => {
            let mut list: Vec<_> = leaders().collect();
            list.push(to(Party::Tpm, lines::TO_TPM_LEAD));
            if !who.same_nsb() {
                list.push(to(Party::TheirNsb, lines::TO_THEIR_NSB_LEAD));
            }
            list
        }
        Way::LeadLiaison => {
            let mut list: Vec<_> = leaders().collect();
            list.push(to(Party::Tpm, lines::TO_TPM_CONVEY_LEAD));
            list
        }
        Way::Staff | Way::Tpm => {
            let mut list = vec![to(Party::OfficeOfCeo, lines::TO_CEO_OFFICE)];
            list.extend(tpm_copied(who));
            list
        }
        Way::Unclear if who.affiliation == Affiliation::Liaison => {
            vec![to(Party::Tpm, lines::TO_TPM_CONVEY)]
        }
        Way::Committee | Way::CeoOffice | Way::Body | Way::Guest | Way::Unclear => Vec::new(),
    }
}

/// From the TPM to the liaison organization (2.1.2, invariant 5).
pub(super) fn from_tpm(who: Who) -> Option<Onward> {
    let why = match who.way() {
        Way::Liaison => lines::TO_LIAISON,
        Way::LeadLiaison => lines::TO_LIAISON_LEAD,
        Way::Unclear if who.affiliation == Affiliation::Liaison => lines::TO_LIAISON,
        _ => return None,
    };
    Some(onward(Party::Tpm, vec![to(Party::LiaisonOrganization, why)]))
}

/// The rest of the way after one's own NSB.
fn onward_from(who: Who) -> Vec<Onward> {
    let list = from_nsb(who);
    let mut all = Vec::new();
    if !list.is_empty() {
        all.push(onward(who.own_side(), list));
    }
    all.extend(from_tpm(who));
    all
}

/// Somebody without an NSB: own organization and the TPM (open points `no-nsb`, `iso-cs-raises`).
pub(super) fn ask_organization(who: Who) -> Step {
    let mut step = blank(StepKind::AskOrganization, &[Intro, C4_1_2]);
    step.why = if who.raiser == Raiser::IsoCs {
        vec![s::ORG_ISO_CS]
    } else {
        vec![s::ORG_NO_NSB]
    };
    step.why.push(s::ORG_UNINVOLVED);
    if who.leader_concerned() {
        step.why.push(leader_concerned(who.way()));
    }
    step.recipients = vec![own_line(who, lines::TO_ORG)];
    step.recipients.extend(tpm_without_nsb(who));
    step.recipients.extend(left_out(who));
    step.recipients.extend(not_by_oneself(who));
    step.recipients.extend(NOT_WIDELY);
    step.prepare.extend_from_slice(&[
        s::ORG_PAPERS,
        s::PREPARE_DRAFT,
        s::PREPARE_TRIED,
        s::PREPARE_CONFIDENTIAL,
    ]);
    if !who.tpm_concerned() {
        step.prepare.push(s::PREPARE_ENQUIRIES);
    }
    step.leads = options(who);
    step.fails.extend_from_slice(&[s::FAILS_FORMAL, s::REFUSED_REST]);
    step.messages.extend_from_slice(&[MessageKind::Help]);
    step
}
