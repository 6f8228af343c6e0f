//! What a formal request in the stage ledger means for a plan, through each lens (3.1 to 3.3).
//!
//! In: a plan by the answers, and what the ledger says. Out: the same plan, whose stages tell what was done. A row opens no way:
//! who may write a formal request follows from clauses 1 and 2 alone (invariant 3).

use super::statements::beside as s;
use super::{Phase, Plan, Stage, StageState, Standing, StepKind, Who, finish, step};
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
    // It was made: one's own NSB is no longer asked to make it, but where it stands.
    if formal == Formal::Requested && who.standing() != Standing::Officer {
        for made in &mut plan.steps {
            if made.kind == StepKind::AskFormal {
                *made = step(StepKind::Remind, who);
            }
        }
    }
    *plan = finish(plan.clone());
}
