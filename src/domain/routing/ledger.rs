//! What a formal request in the stage ledger means for a plan, through each lens (3.1 to 3.3).
//!
//! In: a plan by the answers, and what the ledger says. Out: the same plan, whose stages tell what was done. A row opens no way:
//! who may write a formal request follows from clauses 1 and 2 alone (invariant 3).

use super::stages::outside;
use super::statements::beside as s;
use super::{Phase, Plan, Stage, StageState, Standing, StepKind, Who, step};
use crate::domain::Lens;
use crate::domain::ledger::{Formal, Stands};
use crate::domain::situation::Informal;

/// Puts into the plan what the ledger says about a formal request, and about what came before it.
pub fn formal_in_ledger(plan: &mut Plan, stands: Stands, who: Who) {
    let Some(formal) = stands.formal else {
        return;
    };
    let (state, note) = match formal {
        Formal::Requested => (StageState::Now, s::STAGE_LEDGER_REQUESTED),
        Formal::Decided => (StageState::Done, s::STAGE_LEDGER_DECIDED),
        Formal::Appealed => (StageState::Now, s::STAGE_LEDGER_APPEALED),
        Formal::Settled => (StageState::Done, s::STAGE_LEDGER_SETTLED),
    };
    // The person concerned is told what it means for them; their plan knows a request and a decision by itself.
    let told = plan.lens == Lens::Respond && matches!(formal, Formal::Requested | Formal::Decided);
    for stage in &mut plan.stages {
        let tried = match stage.stage {
            Stage::First => stands.first.is_some_and(Phase::first_recorded),
            Stage::Informal => stands.informal.is_some_and(|how| how != Informal::Pending),
            Stage::Formal => false,
        };
        (stage.state, stage.note) = match stage.stage {
            Stage::Formal if !told => (state, note),
            Stage::First | Stage::Informal if stage.state != StageState::Done => {
                if tried {
                    (StageState::Done, s::STAGE_LEDGER_TRIED)
                } else {
                    (StageState::Open, s::STAGE_LEDGER_BEFORE)
                }
            }
            _ => continue,
        };
    }
    follow(plan, formal, who);
}

/// Puts the step that comes after a formal request in the place of those that come before it (3.1 to 3.3). The person concerned has
/// steps of their own for that.
fn follow(plan: &mut Plan, formal: Formal, who: Who) {
    let kind = match formal {
        Formal::Settled => return,
        Formal::Decided => StepKind::AfterDecision,
        Formal::Requested | Formal::Appealed if who.standing() == Standing::Officer => StepKind::AtTmb,
        Formal::Requested | Formal::Appealed => StepKind::Remind,
    };
    match plan.lens {
        Lens::Raise if outside(who).is_none() => {
            plan.steps.retain(|step| !comes_before(step.kind));
            plan.steps.insert(0, step(kind, who));
        }
        Lens::Handle => {
            for made in plan.steps.iter_mut().filter(|step| step.kind == StepKind::Formal) {
                *made = step(kind, who);
            }
        }
        Lens::Raise | Lens::Respond => {}
    }
}

/// Whether a step belongs to what comes before a formal request is made, or makes it.
const fn comes_before(kind: StepKind) -> bool {
    kind.is_direct()
        || matches!(
            kind,
            StepKind::Understand
                | StepKind::AskNsb
                | StepKind::AskOfficer
                | StepKind::AskOrganization
                | StepKind::NsbWrites
                | StepKind::InsideNsb
                | StepKind::FindRecipient
                | StepKind::WhichRole
                | StepKind::Remind
                | StepKind::NsbRefused
                | StepKind::AskFormal
                | StepKind::Formal
        )
}
