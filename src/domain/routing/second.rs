//! The informal request (clause 2): one's own NSB and where it then turns, an officer's letter, reminders, dead ends.

use super::recipients::{
    NOT_WIDELY, blank, leaders_copied, left_out, not, not_by_oneself, onward, to, tpm_copied,
};
use super::statements::{first, lines, second as s};
use super::{MessageKind, Onward, Party, Recipient, Said, Standing, Step, StepKind, Way, Who};
use crate::domain::Clause::{
    self, C2, C2_1, C2_1_1, C2_1_2, C2_1_3, C2_2, C2_2_1, C2_2_2, C2_3, C4_1_1, C4_1_2, C4_1_3, C4_1_4, Intro,
};
use crate::domain::situation::{Affiliation, Capacity, Raiser};

/// The clauses of each route.
const fn clauses(way: Way) -> &'static [Clause] {
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
fn conflicts(who: Who) -> Vec<Said> {
    let mut why = Vec::new();
    if who.capacity == Capacity::Chair || matches!(who.way(), Way::Lead | Way::LeadLiaison) {
        why.push(s::NSB_LEADER);
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
fn leaders_left_out(who: Who) -> Vec<Recipient> {
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
    step.fails = vec![s::FAILS_NO_WAY_PAST, s::FAILS_FORMAL];
    step.messages = vec![MessageKind::NsbRequest];
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
fn from_nsb(who: Who) -> Vec<Recipient> {
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
fn from_tpm(who: Who) -> Option<Onward> {
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
        step.why.push(s::NSB_LEADER);
    }
    step.recipients = vec![own_line(who, lines::TO_ORG)];
    step.recipients.extend(tpm_without_nsb(who));
    step.recipients.extend(left_out(who));
    step.recipients.extend(not_by_oneself(who));
    step.recipients.extend(NOT_WIDELY);
    step.prepare = vec![
        s::ORG_PAPERS,
        s::PREPARE_DRAFT,
        s::PREPARE_TRIED,
        s::PREPARE_CONFIDENTIAL,
    ];
    if !who.tpm_concerned() {
        step.prepare.push(s::PREPARE_ENQUIRIES);
    }
    step.leads = options(who);
    step.fails = vec![s::FAILS_FORMAL, s::REFUSED_REST];
    step.messages = vec![MessageKind::Help];
    step
}

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
    step.prepare = vec![s::PREPARE_TRIED, s::PREPARE_CONFIDENTIAL];
    if !who.tpm_concerned() {
        step.prepare.push(s::PREPARE_ENQUIRIES);
    }
    step.leads = options(who);
    step.fails = vec![s::FAILS_OTHER_SIDE];
    step
}

/// An officer whose NSB has both sides: an officer with no part in it hears both (open point `same-nsb`).
pub(super) fn inside_nsb(who: Who) -> Step {
    let mut step = blank(StepKind::InsideNsb, &[C2_1, C4_1_4]);
    step.why = vec![s::OFFICER_INSIDE];
    step.why.extend(conflicts(who));
    step.why.extend([s::OFFICER_CONFLICT, first::APPROACH_HEARD]);
    step.recipients = vec![own_line(who, lines::TO_OFFICER_COLLEAGUE)];
    step.recipients.extend(tpm_copied(who));
    step.recipients.extend(left_out(who));
    step.recipients.extend(leaders_left_out(who));
    step.recipients.extend(NOT_WIDELY);
    step.prepare = vec![s::PREPARE_TRIED, s::PREPARE_CONFIDENTIAL];
    if !who.tpm_concerned() {
        step.prepare.push(s::PREPARE_ENQUIRIES);
    }
    step.leads = options(who);
    step.fails = vec![s::FAILS_FORMAL];
    step
}

/// The Office of the CEO is concerned, and no clause names another recipient.
pub(super) fn find_recipient() -> Step {
    let mut step = blank(StepKind::FindRecipient, &[C2_3]);
    step.why = vec![s::OFFICER_CEO_OFFICE, s::OFFICER_CONFLICT];
    step.recipients = vec![
        not(Party::PersonConcerned, lines::NOT_PERSON),
        not(Party::OfficeOfCeo, lines::NOT_CEO_OFFICE_CONCERNED),
    ];
    step.recipients.extend(NOT_WIDELY);
    step.prepare = vec![s::PREPARE_TRIED, s::PREPARE_CONFIDENTIAL];
    step.leads = vec![s::OPTIONS_NONE];
    step.fails = vec![s::FAILS_OTHER_SIDE];
    step
}

/// A request is under way: ask where it stands. No step has a deadline.
pub(super) fn remind(who: Who) -> Step {
    let mut step = blank(StepKind::Remind, &[C4_1_2]);
    step.why = vec![s::REMIND_WHY];
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
        step.messages = vec![MessageKind::NsbRequest];
    }
    step.recipients.extend(left_out(who));
    step.recipients.extend(NOT_WIDELY);
    step.prepare = vec![s::REMIND_ASK];
    step.leads = vec![s::REMIND_LEADS];
    step.fails = match who.standing() {
        Standing::Officer => vec![s::FAILS_OTHER_SIDE],
        Standing::Nsb => vec![s::FAILS_NO_WAY_PAST],
        Standing::NoNsb | Standing::Outsider => vec![s::FAILS_FORMAL, s::REFUSED_REST],
    };
    step
}

/// One's own NSB does not act: no individual way onward, said plainly.
pub(super) fn nsb_refused(who: Who) -> Step {
    let mut step = blank(StepKind::NsbRefused, &[C2_1_1, C2_2_2, C2_3]);
    step.why = vec![s::REFUSED_WHY, s::REFUSED_ASK];
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
    step.prepare = vec![s::PREPARE_DRAFT];
    step.leads = vec![s::REFUSED_LEADS];
    step.fails = vec![s::REFUSED_ANOTHER, s::REFUSED_BYPASS, s::REFUSED_REST];
    step.messages = vec![MessageKind::NsbRequest];
    step
}

/// The informal step settled it: what stays on record (4.1.1, 4.1.3).
pub(super) fn keep_record(who: Who) -> Step {
    let mut step = blank(StepKind::KeepRecord, &[C4_1_1, C4_1_3]);
    step.why = vec![first::RECORDS_ALL];
    step.why.push(if who.tpm_concerned() {
        first::RECORDS_TPM_CONCERNED
    } else {
        s::SETTLED_KEEPER
    });
    step.prepare = vec![s::SETTLED_NOTE, first::RECORDS_OWN];
    step.leads = vec![s::SETTLED_LEADS];
    step.fails = vec![first::AGAIN_OPEN];
    step
}
