//! The first steps (clause 1): understand, approach, ask for help, confirm, choose what to record.

use super::recipients::{NOT_WIDELY, blank, copy, left_out, not, to};
use super::statements::{first as s, lines, second};
use super::{MessageKind, Party, Plan, Recipient, Said, Standing, Step, StepKind, Way, Who};
use crate::domain::Clause::{
    C1_1, C1_2, C1_3, C1_4, C1_5, C1_5_1, C1_5_2, C1_5_3, C1_6, C1_7, C1_8, C4_1_1, C4_1_3, C4_1_4,
};
use crate::domain::situation::{Capacity, Raiser, Safety};

/// 1.1: what may lie behind it.
pub(super) fn understand() -> Step {
    let mut step = blank(StepKind::Understand, &[C1_1]);
    step.why
        .extend_from_slice(&[s::UNDERSTAND_MOTIVE, s::UNDERSTAND_REASONS, s::SAY_ALLEGED]);
    step.prepare.extend_from_slice(&[s::UNDERSTAND_NOTE]);
    step.leads
        .extend_from_slice(&[s::UNDERSTAND_TECHNICAL, s::UNDERSTAND_NO_MATCH]);
    step.fails.extend_from_slice(&[s::UNDERSTAND_FAILS]);
    step
}

/// Says that copyright and trademarks may have a channel of their own, where the answers about the Code speak of them.
pub fn about_copyright(plan: &mut Plan) {
    for step in &mut plan.steps {
        if step.kind == StepKind::Understand {
            step.leads.push(s::UNDERSTAND_COPYRIGHT);
        }
    }
}

/// What every direct approach has in common. It names no copies (1.2).
fn approach(kind: StepKind, clauses: &'static [crate::domain::Clause], who: Who) -> Step {
    let mut step = blank(kind, clauses);
    step.recipients = vec![to(Party::PersonConcerned, lines::TO_PERSON)];
    step.recipients.extend(NOT_WIDELY);
    step.why = vec![
        s::UNDERSTAND_MOTIVE,
        s::APPROACH,
        s::APPROACH_AGREE,
        s::APPROACH_HEARD,
    ];
    if !who.tpm_concerned() {
        step.why.push(s::APPROACH_NO_COPIES);
    }
    step.leads = vec![s::APPROACH_LEADS, s::APPROACH_LEADS_RECORD];
    step.fails = vec![s::APPROACH_FAILS_HELP, informal_follows(who)];
    step
}

/// What follows if the first steps do not resolve it.
const fn informal_follows(who: Who) -> Said {
    who.way()
        .order(s::APPROACH_FAILS_INFORMAL, s::APPROACH_FAILS_ORDER)
}

/// 1.2, in person.
pub(super) fn speak(who: Who) -> Step {
    let mut step = approach(StepKind::Speak, &[C1_2, C1_4, C1_6], who);
    step.prepare = vec![s::SPEAK_PREPARE, s::SPEAK_STOP, s::SPEAK_NOTE, s::SAY_ALLEGED];
    step.messages = vec![MessageKind::Talk, MessageKind::Email];
    step
}

/// 1.2, in writing.
pub(super) fn write(who: Who) -> Step {
    let mut step = approach(StepKind::Write, &[C1_2, C1_4, C1_6], who);
    step.prepare = vec![s::WRITE_KEEP, s::SPEAK_PREPARE, s::WRITE_REST, s::SAY_ALLEGED];
    step.messages = vec![MessageKind::Email];
    step
}

/// 1.3 in a break, which 4.2.2 speaks for.
pub(super) fn in_break(who: Who) -> Step {
    let mut step = approach(StepKind::Break, &[C1_3, C1_4, C1_6], who);
    step.recipients[0].why = lines::TO_PERSON_MEETING;
    step.why = vec![
        s::UNDERSTAND_MOTIVE,
        s::BREAK_WHY,
        s::BREAK_FIRST,
        s::BREAK_PAUSE,
        s::APPROACH_HEARD,
    ];
    step.prepare = vec![s::SPEAK_PREPARE, s::SPEAK_STOP, s::SPEAK_NOTE];
    step.messages = vec![MessageKind::Break, MessageKind::Talk];
    step
}

/// 1.3 in the meeting, in front of others.
pub(super) fn in_meeting(who: Who) -> Step {
    let mut step = approach(StepKind::InMeeting, &[C1_3, C1_4], who);
    step.recipients[0].why = lines::TO_PERSON_MEETING;
    step.why = vec![s::BREAK_WHY, s::BREAK_FIRST, s::APPROACH_HEARD];
    step.prepare = vec![s::MEETING_ONE_SENTENCE, s::SAY_ALLEGED];
    step.leads = vec![s::MEETING_LEADS, s::APPROACH_LEADS];
    step.messages = vec![MessageKind::Meeting];
    step
}

/// 1.5: others who support, or who approach the person instead. Nobody who is the person concerned is among them.
pub(super) fn help(who: Who) -> Step {
    let clauses: &'static [_] = if who.tpm_concerned() {
        &[C1_5, C1_5_1]
    } else if has_colleagues(who) {
        &[C1_5, C1_5_1, C1_5_2, C1_5_3]
    } else {
        &[C1_5, C1_5_1, C1_5_2]
    };
    let mut step = blank(StepKind::Help, clauses);
    step.one_is_enough = true;
    step.why
        .extend_from_slice(&[s::HELP_WHY, s::HELP_NOBODY_MUST, s::HELP_COUNTS]);
    step.recipients = helpers(who);
    step.recipients.extend(left_out(who));
    step.recipients.extend(NOT_WIDELY);
    step.prepare
        .extend_from_slice(&[s::HELP_PREPARE, s::HELP_TELL_LITTLE, s::SAY_ALLEGED]);
    step.leads.extend_from_slice(&[s::HELP_LEADS, s::APPROACH_LEADS]);
    step.fails
        .extend_from_slice(&[s::HELP_FAILS, informal_follows(who)]);
    step.messages.extend_from_slice(&[MessageKind::Help]);
    step
}

/// Whom nobody is sent to who is in danger or afraid of the person concerned: their colleagues (1.5.3), from whom it could reach them.
/// A step leaves them out, and so does the list of readers of a letter.
#[must_use]
pub const fn avoided(safety: Safety) -> Option<Party> {
    match safety {
        Safety::Danger | Safety::Fear => Some(Party::TheirColleagues),
        _ => None,
    }
}

/// Leaves out of a step whom one who said this is not sent to.
pub fn leave_out(step: &mut Step, safety: Safety) {
    if let Some(party) = avoided(safety) {
        step.recipients.retain(|line| line.party != party);
        step.knows.retain(|knows| knows.party != party);
        step.clauses = step.clauses.strip_suffix(&[C1_5_3]).unwrap_or(step.clauses);
    }
}

/// Whether an NSB or a liaison organization has colleagues of the person concerned (1.5.3).
const fn has_colleagues(who: Who) -> bool {
    !who.way().is_staff() && !matches!(who.way(), Way::Body | Way::Guest)
}

/// Those whom 1.5 names, as far as they have no part in it.
fn helpers(who: Who) -> Vec<Recipient> {
    let mut found = own_helpers(who);
    let leaders = if who.leader_concerned() {
        lines::TO_OTHERS_CONCERNED
    } else if who.way() == Way::Unclear {
        lines::TO_OTHERS_UNCLEAR
    } else if who.raiser == Raiser::Leader {
        lines::TO_OTHERS_RAISER
    } else {
        lines::TO_LEADERS_HELP
    };
    found.extend(who.leaders().iter().map(|&party| to(party, leaders)));
    if who.way() == Way::Unclear {
        found.push(to(Party::Tpm, lines::TO_TPM_UNCLEAR));
    } else if !who.tpm_concerned() {
        found.push(to(Party::Tpm, lines::TO_TPM_HELP));
    }
    if has_colleagues(who) {
        found.push(to(Party::TheirColleagues, lines::TO_COLLEAGUES));
    }
    found
}

/// Head of delegation and own NSB, or who stands in for them.
fn own_helpers(who: Who) -> Vec<Recipient> {
    match who.standing() {
        Standing::NoNsb | Standing::Outsider if who.raiser == Raiser::IsoCs => {
            return vec![to(Party::OwnOrganization, lines::TO_ORG_ISO_CS)];
        }
        Standing::NoNsb | Standing::Outsider => return vec![to(Party::OwnOrganization, lines::TO_ORG)],
        Standing::Nsb | Standing::Officer => {}
    }
    let head_concerned = who.own_officer_concerned() && who.capacity == Capacity::HeadOfDelegation;
    let mut found = Vec::new();
    if !head_concerned {
        found.push(to(Party::HeadOfDelegation, lines::TO_HEAD));
    }
    found.push(if who.own_officer_concerned() {
        to(Party::UninvolvedOfficer, lines::TO_OFFICER_CONCERNED)
    } else if who.same_nsb() {
        to(Party::UninvolvedOfficer, lines::TO_OFFICER_SAME)
    } else if who.standing() == Standing::Officer {
        to(Party::UninvolvedOfficer, lines::TO_OFFICER_COLLEAGUE)
    } else {
        to(Party::OwnNsb, lines::TO_NSB_HELP)
    });
    found
}

/// 1.8: optional, but once sent the relevant NSBs are copied.
pub(super) fn confirm(who: Who) -> Step {
    let mut step = blank(StepKind::Confirm, &[C1_8]);
    step.why.extend_from_slice(&[
        s::CONFIRM_WHY,
        s::CONFIRM_COPIES,
        s::CONFIRM_TELL,
        s::CONFIRM_WORTH,
    ]);
    step.messages.extend_from_slice(&[MessageKind::Confirm]);
    step.recipients = vec![to(Party::PersonConcerned, lines::TO_PERSON_CONFIRM)];
    step.recipients.push(match who.standing() {
        Standing::NoNsb | Standing::Outsider => copy(Party::OwnOrganization, lines::COPY_ORG_CONFIRM),
        _ if who.own_officer_concerned() => copy(Party::UninvolvedOfficer, lines::COPY_OFFICER_CONCERNED),
        _ if who.same_nsb() => copy(Party::UninvolvedOfficer, lines::COPY_OFFICER_CONFIRM),
        _ => copy(Party::OwnNsb, lines::COPY_NSB_CONFIRM),
    });
    match who.way() {
        Way::Committee | Way::Lead if !who.same_nsb() => {
            step.recipients
                .push(copy(Party::TheirNsb, lines::COPY_NSB_CONFIRM));
        }
        Way::Liaison | Way::LeadLiaison => {
            step.recipients
                .push(not(Party::LiaisonOrganization, lines::NOT_LIAISON_CONFIRM));
        }
        _ => {}
    }
    step.recipients.extend(NOT_WIDELY);
    step.prepare.extend_from_slice(&[s::CONFIRM_PREPARE]);
    step.leads.extend_from_slice(&[s::RECORDS_LEADS]);
    step.fails.extend_from_slice(&[s::CONFIRM_FAILS, s::AGAIN_OPEN]);
    step
}

/// 1.7, 4.1.1 and 4.1.4 side by side; the person chooses.
pub(super) fn records(who: Who) -> Step {
    let mut step = blank(StepKind::Records, &[C1_7, C4_1_1, C4_1_3, C4_1_4]);
    let tpm = if who.tpm_concerned() {
        s::RECORDS_TPM_CONCERNED
    } else {
        s::RECORDS_TPM
    };
    step.why
        .extend_from_slice(&[s::RECORDS_WAIVED, s::RECORDS_ALL, tpm, s::RECORDS_CHOOSE]);
    if !who.tpm_concerned() {
        step.why.push(second::SETTLED_KEEPER);
    }
    step.prepare.extend_from_slice(&[s::RECORDS_OWN]);
    step.leads.extend_from_slice(&[s::RECORDS_LEADS]);
    step.fails.extend_from_slice(&[s::AGAIN_OPEN]);
    step
}
