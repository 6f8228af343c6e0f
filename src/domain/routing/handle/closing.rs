//! Conflicts of interest, the part of the TPM, what is agreed, and how it is closed.

use super::Desk;
use super::steps::{sender, with};
use crate::domain::Clause::{C1_4, C1_8, C2_1_2, C4_1_3, C4_1_4, C4_1_5, C4_2_1, C4_2_2};
use crate::domain::lens::{Arrived, Handler};
use crate::domain::routing::recipients::{NOT_WIDELY, copy, not, to};
use crate::domain::routing::second::leader_concerned;
use crate::domain::routing::statements::{handle as s, lines};
use crate::domain::routing::{MessageKind, Party, Step, StepKind};

/// Principle 6, before any details are read.
pub(super) fn conflict_check() -> Step {
    with(
        StepKind::ConflictCheck,
        &[],
        &[s::CONFLICT_WHY, s::CONFLICT_SEEM],
        &[s::CONFLICT_ASK, s::CONFLICT_SAW],
        &[s::CONFLICT_LEADS],
        &[s::CONFLICT_FAILS],
    )
}

/// Connected to one side: somebody else takes it.
pub(super) fn hand_over(desk: Desk) -> Step {
    let mut step = with(
        StepKind::HandOver,
        &[C4_2_1],
        &[s::CONFLICT_WHY, s::HAND_OVER_FREE],
        &[s::HAND_OVER_SAY, s::HAND_OVER_LITTLE, s::HAND_OVER_NOTE],
        &[s::HAND_OVER_LEADS],
        &[s::HAND_OVER_FAILS],
    );
    step.one_is_enough = true;
    step.recipients = match desk.handler {
        Handler::NsbOfficer => vec![to(Party::UninvolvedOfficer, s::TO_COLLEAGUE)],
        Handler::Leader => {
            let mut lines = vec![to(Party::OtherLeaders, s::TO_OTHER_LEADER)];
            if !desk.who().tpm_concerned() {
                lines.push(to(Party::Tpm, s::TO_TPM_WHO));
            }
            lines
        }
        Handler::Tpm | Handler::CeoOffice | Handler::LiaisonOfficer => {
            vec![to(Party::UninvolvedColleague, s::TO_COLLEAGUE)]
        }
        Handler::Helper | Handler::Unknown => vec![to(Party::WhoBrought, s::TO_ASK_ANOTHER)],
    };
    step.recipients.push(not(Party::PersonConcerned, s::NOT_PERSON));
    step.recipients.extend(NOT_WIDELY);
    step
}

/// What was agreed, and when one looks at it again (1.4, 1.8, principle 10).
pub(super) fn agree_outcome(desk: Desk) -> Step {
    let mut step = with(
        StepKind::AgreeOutcome,
        &[C1_4],
        &[s::OUTCOME_WHY, s::OUTCOME_KEEP],
        &[s::OUTCOME_WRITE, s::OUTCOME_LOOK],
        &[s::OUTCOME_LEADS],
        &[s::OUTCOME_FAILS],
    );
    if desk.arrived == Arrived::Help {
        step.clauses = &[C1_4, C1_8];
        step.why.push(s::OUTCOME_CONFIRM);
    }
    step.recipients = vec![sender(desk)];
    let tpm = desk.handler == Handler::Tpm || desk.who().tpm_concerned() || desk.sender() == Party::Tpm;
    if !tpm && desk.arrived != Arrived::Help {
        step.recipients.push(copy(Party::Tpm, lines::COPY_TPM_STAGE));
    }
    step.recipients
        .push(not(Party::PersonConcerned, s::NOT_PERSON_OUTCOME));
    step.recipients.extend(NOT_WIDELY);
    step.messages.push(MessageKind::Outcome);
    step
}

/// 2.1.2: the TPM alone writes to a liaison organization (invariant 5).
pub(super) fn convey(desk: Desk) -> Step {
    let mut step = with(
        StepKind::Convey,
        &[C2_1_2],
        &[s::CONVEY_WHY, s::CONVEY_ADDS_NOTHING],
        &[s::CONVEY_WHO, s::CONVEY_ASK],
        &[s::CONVEY_LEADS],
        &[s::CONVEY_FAILS],
    );
    if desk.who().leader_concerned() {
        step.why.push(leader_concerned(desk.who().way()));
    }
    step.recipients = vec![
        to(Party::LiaisonOrganization, s::TO_LIAISON),
        not(Party::PersonConcerned, s::NOT_PERSON),
    ];
    step.recipients.extend(NOT_WIDELY);
    step.messages.push(MessageKind::TpmLiaison);
    step
}

/// 4.1.3, 4.1.4: the TPM keeps the papers and sees that it moves.
pub(super) fn retain() -> Step {
    let mut step = with(
        StepKind::Retain,
        &[C4_1_3, C4_1_4],
        &[s::RETAIN_WHY, s::RETAIN_OVERSEE],
        &[s::RETAIN_SHEET, s::RETAIN_PLACE, s::RETAIN_HOW_LONG],
        &[s::RETAIN_LEADS],
        &[s::RETAIN_FAILS],
    );
    step.messages.push(MessageKind::Retention);
    step
}

/// 4.1.5: further information, if necessary.
pub(super) fn corroborate() -> Step {
    let mut step = with(
        StepKind::Corroborate,
        &[C4_1_5, C4_2_1],
        &[s::CORROBORATE_WHY, s::CORROBORATE_LITTLE],
        &[s::CORROBORATE_ASK, s::CORROBORATE_BOTH],
        &[s::CORROBORATE_LEADS],
        &[s::CORROBORATE_FAILS],
    );
    step.messages.push(MessageKind::Corroboration);
    step
}

pub(super) fn close_raiser() -> Step {
    let mut step = with(
        StepKind::CloseRaiser,
        &[C4_2_1],
        &[s::CLOSE_SILENT, s::CLOSE_RAISER_WHY],
        &[s::CLOSE_SAY, s::CLOSE_RAISER_PROTECT],
        &[s::CLOSE_LEADS],
        &[s::CLOSE_RAISER_FAILS],
    );
    step.recipients = vec![
        to(Party::WhoRaised, s::TO_RAISER_CLOSE),
        not(Party::PersonConcerned, s::NOT_PERSON_CLOSE),
    ];
    step.recipients.extend(NOT_WIDELY);
    step.messages.push(MessageKind::CloseRaiser);
    step
}

pub(super) fn close_concerned() -> Step {
    let mut step = with(
        StepKind::CloseConcerned,
        &[C4_2_2],
        &[s::CLOSE_SILENT, s::CLOSE_CONCERNED_WHY],
        &[s::CLOSE_SAY, s::CLOSE_CONCERNED_PROTECT],
        &[s::CLOSE_LEADS],
        &[s::CLOSE_CONCERNED_FAILS],
    );
    step.recipients = vec![
        to(Party::PersonConcerned, s::TO_PERSON_CLOSE),
        not(Party::WhoRaised, s::NOT_RAISER_CLOSE),
    ];
    step.recipients.extend(NOT_WIDELY);
    step.messages.push(MessageKind::CloseConcerned);
    step
}
