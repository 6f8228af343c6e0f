//! The plan of somebody who must handle a concern: an NSB, a committee leader, the TPM, the Office of the CEO, a liaison
//! organization, or somebody who was asked for help.
//!
//! In: [`HandleFacets`]. Out: a [`Plan`]. Its parts depend on small projections: [`HandleKey`] for the order of steps,
//! [`Desk`] for what a step says and who receives it, [`HandleStages`] and [`HandleCautions`] for what stands beside.

mod beside;
mod closing;
mod copies;
mod order;
mod steps;

pub use beside::{HandleCautions, HandleNotices, HandleStages, cautions, notices, stages, stop};
pub use order::order;
pub use steps::step;

use super::{Gate, Party, Plan, StepKind, Way, Who};
use crate::domain::Lens;
use crate::domain::lens::{
    Arrived, Conflict, FirstTried, HandleFacets, Handler, Heard, InformalTried, Items, Outcome,
};
use crate::domain::situation::{Affiliation, Capacity, Comfort, Group, Raiser, Retaliation};

/// Who handles what, and about whom: on this alone it depends what a step says and who receives it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Desk {
    /// The role of the one who handles it.
    pub handler: Handler,
    /// What arrived.
    pub arrived: Arrived,
    /// In which capacity the person concerned acted.
    pub capacity: Capacity,
    /// Whom the person concerned belongs to, seen from the one who raised it.
    pub affiliation: Affiliation,
    /// The group.
    pub group: Group,
}

/// What the order of steps and the stages read of a desk: the route takes the place of capacity, affiliation and group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Matter {
    /// The role of the one who handles it.
    pub handler: Handler,
    /// What arrived.
    pub arrived: Arrived,
    /// The route of clause 2.
    pub way: Way,
    /// Both sides belong to one NSB, at committee level.
    pub one_nsb: bool,
}

impl Matter {
    /// Whether the person concerned is one of this body's own people, so that hearing and options are theirs (2.1.4, 2.2.3, 2.3).
    #[must_use]
    pub const fn answers_for_the_person(self) -> bool {
        let lead = matches!(self.way, Way::Lead | Way::LeadLiaison);
        match self.handler {
            Handler::NsbOfficer if matches!(self.arrived, Arrived::OtherNsb) => true,
            Handler::NsbOfficer => {
                self.one_nsb && !matches!(self.arrived, Arrived::Help | Arrived::Copy | Arrived::Unknown)
            }
            Handler::LiaisonOfficer => matches!(self.arrived, Arrived::Convey | Arrived::OtherNsb),
            Handler::CeoOffice => {
                matches!(self.arrived, Arrived::Staff | Arrived::OtherNsb) && self.way.is_staff()
            }
            Handler::Leader => lead && matches!(self.arrived, Arrived::OtherNsb | Arrived::Copy),
            Handler::Tpm | Handler::Helper | Handler::Unknown => false,
        }
    }
}

/// The projection of the facets on which the order of steps depends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HandleKey {
    /// Who handles what.
    pub matter: Matter,
    /// What connects them to either side.
    pub conflict: Conflict,
    /// First steps.
    pub first: FirstTried,
    /// Informal request.
    pub informal: InformalTried,
    /// Whether everything is there.
    pub complete: bool,
    /// Whether the person concerned was heard.
    pub heard: Heard,
    /// How it ended.
    pub outcome: Outcome,
    /// Whether direct contact may be suggested.
    pub gate: Gate,
}

impl Desk {
    /// The projection of a whole situation.
    #[must_use]
    pub const fn of(facets: &HandleFacets) -> Self {
        Self {
            handler: facets.handler,
            arrived: facets.arrived,
            capacity: facets.capacity,
            affiliation: facets.affiliation,
            group: facets.group,
        }
    }

    /// The same facets as the routing of clause 2 reads them, with the handler in the place of the one who raises it.
    #[must_use]
    pub const fn who(self) -> Who {
        Who {
            raiser: match self.handler {
                Handler::NsbOfficer => Raiser::NsbOfficer,
                Handler::Leader => Raiser::Leader,
                _ => Raiser::Expert,
            },
            capacity: self.capacity,
            affiliation: self.affiliation,
            group: self.group,
        }
    }

    /// What the order of steps and the stages read of it.
    #[must_use]
    pub const fn matter(self) -> Matter {
        Matter {
            handler: self.handler,
            arrived: self.arrived,
            way: self.who().way(),
            one_nsb: self.within_one_nsb(),
        }
    }

    /// Both sides belong to this NSB, and no convenor or project leader is concerned (2.2.2 would have leaders and TPM in it).
    #[must_use]
    pub const fn within_one_nsb(self) -> bool {
        matches!(self.who().way(), Way::Committee) && self.who().same_nsb()
    }

    /// Whoever sent it, and so who hears back. Within one NSB no other NSB is named (invariant 16).
    #[must_use]
    pub const fn sender(self) -> Party {
        match (self.arrived, self.handler) {
            (Arrived::Help | Arrived::Member | Arrived::Liaison, _) => Party::WhoRaised,
            (Arrived::Convey, Handler::LiaisonOfficer) if !matches!(self.capacity, Capacity::Tpm) => {
                Party::Tpm
            }
            (
                Arrived::OtherNsb,
                Handler::NsbOfficer | Handler::Leader | Handler::Tpm | Handler::CeoOffice,
            )
            | (Arrived::Convey, Handler::Tpm)
            | (Arrived::Staff, Handler::CeoOffice)
                if !self.who().same_nsb() =>
            {
                Party::RaiserNsb
            }
            _ => Party::WhoBrought,
        }
    }

    /// The concern is about the very office that should handle it (open point `tpm-concerned`).
    const fn own_office(self) -> bool {
        matches!(
            (self.handler, self.capacity),
            (Handler::Tpm, Capacity::Tpm) | (Handler::CeoOffice, Capacity::CeoOffice)
        )
    }
}

impl HandleKey {
    /// The projection of a whole situation.
    #[must_use]
    pub fn of(facets: &HandleFacets) -> Self {
        Self {
            matter: Desk::of(facets).matter(),
            conflict: conflict(facets),
            first: facets.first,
            informal: facets.informal,
            complete: facets.items == Items::FULL,
            heard: facets.heard,
            outcome: facets.outcome,
            gate: Gate::of(facets.safety, facets.lawful, Comfort::Yes, Retaliation::Unknown),
        }
    }
}

/// A concern about one's own office is a conflict, whatever was ticked.
const fn conflict(facets: &HandleFacets) -> Conflict {
    if Desk::of(facets).own_office() {
        Conflict::Conflicted
    } else {
        facets.conflict
    }
}

/// Whether a formal request may be written: an officer of the NSB behind the one who raises it, with 1 and 2 recorded (3.1, 4.1.2,
/// invariant 3). Whether they are recorded the ledger says, or the answers.
const fn formal_ready(matter: Matter, first: FirstTried, informal: InformalTried) -> bool {
    matches!(matter.handler, Handler::NsbOfficer)
        && behind_who_raises(matter.arrived)
        && tried(first, informal)
        && !matches!(matter.way, Way::Body | Way::Guest)
}

/// Whether what arrived comes from the side that raises it. From another NSB, or as a copy, it does not; unsaid, nobody can tell.
const fn behind_who_raises(arrived: Arrived) -> bool {
    !matches!(arrived, Arrived::OtherNsb | Arrived::Copy | Arrived::Unknown)
}

/// Whether 1 and 2 are on record.
const fn tried(first: FirstTried, informal: InformalTried) -> bool {
    matches!(first, FirstTried::Spoke | FirstTried::Helped) && matches!(informal, InformalTried::Recorded)
}

/// The plan of somebody who handles a concern. Total: every combination of the facets, all unknown included, has an answer.
#[must_use]
pub fn plan(facets: &HandleFacets) -> Plan {
    let key = HandleKey::of(facets);
    let desk = Desk::of(facets);
    Plan {
        lens: Lens::Handle,
        notices: notices(&HandleNotices::of(facets)),
        stages: stages(&HandleStages::of(facets)),
        steps: order(&key)
            .into_iter()
            .map(|kind| step(kind, desk, facets.items))
            .collect(),
        noted: Vec::new(),
        cautions: cautions(&HandleCautions::of(facets)),
        stop: stop(key.conflict, key.outcome),
    }
}

/// What an officer writes under clause 2, by the route.
const fn next_letter(matter: Matter) -> StepKind {
    match matter.way {
        Way::Committee if matter.one_nsb => StepKind::InsideNsb,
        Way::CeoOffice => StepKind::FindRecipient,
        Way::Unclear => StepKind::WhichRole,
        Way::Body => StepKind::SectionD,
        Way::Guest => StepKind::TellLeaders,
        _ => StepKind::NsbWrites,
    }
}
