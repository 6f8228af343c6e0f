//! The plan of the person concerned, and of somebody who thinks that they may have got something wrong.
//!
//! In: [`RespondFacets`]. Out: a [`Plan`]. Its parts depend on small projections: [`RespondKey`] for the order of steps, the
//! stages and how to stop, [`Concerned`] for what a step says and who receives it.

mod beside;
mod later;
mod order;
mod steps;

pub use beside::{ConcernedNotices, cautions, notices, stages, stop};
pub use order::order;
pub use steps::step;

use super::{Gate, Party, Plan};
use crate::domain::Lens;
use crate::domain::lens::{Company, Contact, Reached, RespondFacets, Settled, Side, View};
use crate::domain::situation::{Capacity, Comfort, Retaliation};

/// What a step says to the person concerned, and who receives it, depends on this alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Concerned {
    /// How it reached them.
    pub reached: Reached,
    /// In which capacity they acted.
    pub capacity: Capacity,
    /// Who stands behind them.
    pub side: Side,
    /// They are not to address the other person themselves: danger, fear, the law, or they were asked not to.
    pub apart: bool,
}

/// The projection of the facets on which the order of steps depends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RespondKey {
    /// Who they are and how it reached them.
    pub concerned: Concerned,
    /// How they see it.
    pub view: View,
    /// Whether it is settled.
    pub settled: Settled,
    /// Whether they want somebody beside them.
    pub company: bool,
    /// Whether direct contact may be suggested.
    pub gate: Gate,
}

/// Who stands behind the person concerned, and so through whom an answer goes (2.1.1, 2.1.2, 3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Behind {
    /// An NSB; also where it is not known.
    Nsb,
    /// The NSB that the other side belongs to as well (open point `same-nsb`).
    SameNsb,
    /// They are the head of delegation or an officer of that NSB themselves.
    Officer,
    /// A liaison organization.
    Liaison,
    /// ISO/CS.
    Staff,
    /// Nobody (open point `concerned-no-nsb`).
    NoBody,
}

impl Behind {
    /// An NSB of one kind or another.
    #[must_use]
    pub const fn is_nsb(self) -> bool {
        matches!(self, Self::Nsb | Self::SameNsb | Self::Officer)
    }
}

/// Which part of the process it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Nobody has raised anything.
    Before,
    /// Clause 1.
    First,
    /// Clause 2.
    Informal,
    /// Clause 3.
    Formal,
    /// Not known.
    Unknown,
}

impl Concerned {
    /// The projection of a whole situation.
    #[must_use]
    pub const fn of(facets: &RespondFacets) -> Self {
        Self {
            reached: facets.reached,
            capacity: facets.capacity,
            side: facets.side,
            apart: !matches!(gate(facets), Gate::Clear) || matches!(facets.contact, Contact::AskedNot),
        }
    }

    /// Who stands behind them.
    #[must_use]
    pub const fn behind(self) -> Behind {
        match (self.capacity, self.side) {
            (Capacity::IsoCs | Capacity::Tpm | Capacity::CeoOffice, _) => Behind::Staff,
            (Capacity::Liaison, _) | (_, Side::Liaison) => Behind::Liaison,
            (Capacity::Guest, _) | (_, Side::NoBody) => Behind::NoBody,
            (_, Side::SameNsb) => Behind::SameNsb,
            (Capacity::HeadOfDelegation | Capacity::NsbOfficer, _) => Behind::Officer,
            _ => Behind::Nsb,
        }
    }

    /// Through whom an answer goes.
    #[must_use]
    pub const fn own_side(self) -> Party {
        match self.behind() {
            Behind::Nsb => Party::OwnNsb,
            Behind::SameNsb | Behind::Officer => Party::UninvolvedOfficer,
            Behind::Liaison | Behind::Staff | Behind::NoBody => Party::OwnOrganization,
        }
    }

    /// The part of the process.
    #[must_use]
    pub const fn part(self) -> Part {
        match self.reached {
            Reached::Noticed => Part::Before,
            Reached::Spoken | Reached::Helper | Reached::Message => Part::First,
            Reached::OwnNsb | Reached::Liaison | Reached::Leaders | Reached::CeoOffice => Part::Informal,
            Reached::Tmb | Reached::TmbDecision => Part::Formal,
            Reached::Unknown => Part::Unknown,
        }
    }

    /// The person concerned is the TPM, who then keeps no papers and is no adviser.
    #[must_use]
    pub const fn is_tpm(self) -> bool {
        matches!(self.capacity, Capacity::Tpm)
    }
}

impl RespondKey {
    /// The projection of a whole situation.
    #[must_use]
    pub fn of(facets: &RespondFacets) -> Self {
        Self {
            concerned: Concerned::of(facets),
            view: facets.view,
            settled: facets.settled,
            company: facets.company == Company::Yes,
            gate: gate(facets),
        }
    }
}

/// The safety gate, without the questions that only the other side is asked.
const fn gate(facets: &RespondFacets) -> Gate {
    Gate::of(facets.safety, facets.lawful, Comfort::Yes, Retaliation::Unknown)
}

/// The plan of the person concerned. Total: every combination of the facets, all unknown included, has an answer.
#[must_use]
pub fn plan(facets: &RespondFacets) -> Plan {
    let key = RespondKey::of(facets);
    Plan {
        lens: Lens::Respond,
        notices: notices(&ConcernedNotices::of(facets)),
        stages: stages(key.concerned, key.settled),
        steps: order(key)
            .into_iter()
            .map(|kind| step(kind, key.concerned))
            .collect(),
        noted: Vec::new(),
        cautions: cautions(key.concerned, key.settled),
        stop: stop(key.concerned, key.settled),
    }
}
