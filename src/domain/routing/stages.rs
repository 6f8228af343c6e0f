//! The ledger of the three stages, with honest locks, and how to stop.

use super::statements::beside as s;
use super::{Phase, Said, Stage, StageInfo, StageState, Standing, Way, Who};
use crate::domain::situation::{Facets, First, Group, Informal};

/// The projection of the facets on which the stages depend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StageKey {
    /// Raiser and capacity; the group is always unknown here.
    pub who: Who,
    /// First steps.
    pub first: First,
    /// Informal request.
    pub informal: Informal,
}

impl StageKey {
    /// The projection of a whole situation.
    #[must_use]
    pub const fn of(facets: &Facets) -> Self {
        let who = Who::of(facets);
        Self {
            who: Who {
                group: Group::Unknown,
                ..who
            },
            first: facets.first,
            informal: facets.informal,
        }
    }
}

/// Why the three stages do not lead anywhere here, if so.
pub(super) const fn outside(who: Who) -> Option<Said> {
    match (who.standing(), who.way()) {
        (Standing::Outsider, _) => Some(s::STAGE_NOT_OUTSIDER),
        (_, Way::Body) => Some(s::STAGE_NOT_BODY),
        (_, Way::Guest) => Some(s::STAGE_NOT_GUEST),
        _ => None,
    }
}

/// Where each stage stands. The formal one is open only to an officer of an NSB, with 1 and 2 recorded (invariant 3).
#[must_use]
pub fn stages(key: &StageKey) -> [StageInfo; 3] {
    use StageState::{Done, Locked, Now, Open};
    if let Some(note) = outside(key.who) {
        return [Stage::First, Stage::Informal, Stage::Formal].map(|stage| StageInfo {
            stage,
            state: Locked,
            note,
        });
    }
    let phase = Phase::of(key.first, key.informal);
    let recorded = Phase::first_recorded(key.first);
    let officer = key.who.standing() == Standing::Officer;
    let no_nsb = key.who.standing() == Standing::NoNsb;
    let way = key.who.way();
    let first = match phase {
        Phase::Start => (Now, s::STAGE_FIRST_NOW),
        _ if recorded => (Done, s::STAGE_FIRST_DONE),
        Phase::Unsettled if officer => (Now, s::STAGE_FIRST_MISSING),
        _ => (Open, s::STAGE_FIRST_MISSING),
    };
    let informal = match phase {
        Phase::Start => (
            Locked,
            way.order(s::STAGE_INFORMAL_AFTER, s::STAGE_INFORMAL_AFTER_ORDER),
        ),
        Phase::FirstSettled => (
            Locked,
            way.order(s::STAGE_INFORMAL_SETTLED, s::STAGE_INFORMAL_SETTLED_ORDER),
        ),
        Phase::Ready | Phase::FirstAgain => {
            (Now, way.order(s::STAGE_INFORMAL_NOW, s::STAGE_INFORMAL_NOW_ORDER))
        }
        Phase::Pending => (Now, s::STAGE_INFORMAL_PENDING),
        Phase::Settled => (Done, s::STAGE_INFORMAL_DONE),
        Phase::Refused if no_nsb => (Now, s::STAGE_INFORMAL_REFUSED_NO_NSB),
        Phase::Refused => (Now, s::STAGE_INFORMAL_REFUSED),
        Phase::Again => (Now, s::STAGE_INFORMAL_AGAIN),
        Phase::Unsettled if officer && recorded && key.who.way().is_staff() => (Now, s::STAGE_INFORMAL_AGAIN),
        Phase::Unsettled if officer && recorded => (Done, s::STAGE_INFORMAL_DONE),
        Phase::Unsettled if officer => (Open, s::STAGE_INFORMAL_OPEN),
        Phase::Unsettled if no_nsb => (Now, s::STAGE_INFORMAL_ASK_NO_NSB),
        Phase::Unsettled => (Now, s::STAGE_INFORMAL_ASK),
    };
    let formal = match phase {
        Phase::Unsettled | Phase::Again if officer && recorded && key.who.way().is_staff() => {
            (Open, s::STAGE_FORMAL_STAFF)
        }
        Phase::Unsettled if officer && recorded => (Now, s::STAGE_FORMAL_NOW),
        Phase::Again if officer && recorded => (Open, s::STAGE_FORMAL_OPEN),
        Phase::FirstSettled | Phase::Settled => (Locked, s::STAGE_FORMAL_SETTLED),
        _ if no_nsb => (Locked, s::STAGE_FORMAL_NO_NSB),
        Phase::Unsettled | Phase::Again | Phase::Refused if !officer => (Locked, s::STAGE_FORMAL_NSB),
        _ => (Locked, s::STAGE_FORMAL_ORDER),
    };
    [
        (Stage::First, first),
        (Stage::Informal, informal),
        (Stage::Formal, formal),
    ]
    .map(|(stage, (state, note))| StageInfo { stage, state, note })
}

/// How to stop or pause, and what remains (invariant 11).
#[must_use]
pub fn stop(key: &StageKey) -> Said {
    if outside(key.who).is_some() {
        return s::STOP_OUTSIDE;
    }
    match Phase::of(key.first, key.informal) {
        Phase::Start => s::STOP_START,
        Phase::FirstSettled | Phase::Settled => s::STOP_SETTLED,
        Phase::Ready | Phase::FirstAgain => s::STOP_AFTER_FIRST,
        Phase::Pending | Phase::Unsettled | Phase::Refused | Phase::Again => s::STOP_UNDER_WAY,
    }
}
