//! What was agreed or decided, and clause 3 from the side of the person concerned: the right to respond, and an appeal.

use super::steps::{aside, dead_end, own_line, tpm_copied, with};
use super::{Behind, Concerned, Part};
use crate::domain::Clause::{self, C1_4, C1_8, C3_2, C3_3, C4_1_3};
use crate::domain::lens::Reached;
use crate::domain::routing::recipients::{not, onward, to};
use crate::domain::routing::statements::respond as s;
use crate::domain::routing::{MessageKind, Party, Said, Step, StepKind};

pub(super) fn keep_outcome(me: Concerned) -> Step {
    if me.reached == Reached::TmbDecision {
        return with(
            StepKind::KeepOutcome,
            &[C3_3],
            &[s::KEEP_DECISION, s::KEEP_ASK_NSB],
            &[s::KEEP_NOTE],
            &[s::KEEP_DECISION_LEADS],
            &[s::KEEP_DECISION_FAILS],
        );
    }
    let (clauses, why, leads): (&'static [Clause], &[Said], Said) = if me.part() == Part::Informal {
        (&[C4_1_3], &[s::KEEP_WHY], s::KEEP_LEADS_INFORMAL)
    } else {
        (&[C1_4, C1_8], &[s::KEEP_WHY, s::KEEP_CONFIRM], s::KEEP_LEADS)
    };
    with(
        StepKind::KeepOutcome,
        clauses,
        why,
        &[s::KEEP_NOTE, s::KEEP_LOOK],
        &[leads],
        &[s::KEEP_FAILS, s::KEEP_CLOSED],
    )
}

/// 3.2: the right to respond, through one's NSB.
pub(super) fn answer_tmb(me: Concerned) -> Step {
    let mut step = with(
        StepKind::AnswerTmb,
        &[C3_2],
        &[s::TMB_RIGHT, s::TMB_PAPERS, s::TMB_DISCRETION],
        &[s::TMB_POINTS, s::TMB_TIME, s::TMB_CONFIDENTIAL],
        &[s::TMB_LEADS],
        &[s::TMB_APPEAL, dead_end(me)],
    );
    if me.behind() == Behind::Staff {
        step.why.push(s::TMB_STAFF);
    } else if !me.behind().is_nsb() {
        step.why.push(s::TMB_NO_NSB);
    }
    step.recipients = vec![own_line(me, s::TO_OWN_NSB_TMB, s::TO_OWN_LIAISON_HELP)];
    step.recipients.extend(tpm_copied(me));
    step.recipients.push(not(Party::Tmb, s::NOT_TMB));
    step.recipients.extend(aside(me));
    if me.behind().is_nsb() {
        step.onward
            .push(onward(me.own_side(), vec![to(Party::Tmb, s::TO_TMB_THROUGH)]));
    }
    step.messages.push(MessageKind::ResponseTmb);
    step
}

/// 3.3: an appeal under clause 5 of Part 1 of the Directives.
pub(super) fn appeal(me: Concerned) -> Step {
    let mut step = with(
        StepKind::Appeal,
        &[C3_3],
        &[s::APPEAL_WHY, s::APPEAL_WHO],
        &[s::APPEAL_READ, s::APPEAL_POINTS],
        &[s::APPEAL_LEADS],
        &[s::APPEAL_FAILS, dead_end(me)],
    );
    step.recipients = vec![own_line(me, s::TO_OWN_NSB_APPEAL, s::TO_OWN_LIAISON_HELP)];
    step.recipients.extend(tpm_copied(me));
    step.recipients.extend(aside(me));
    step.messages.push(MessageKind::Appeal);
    step
}
