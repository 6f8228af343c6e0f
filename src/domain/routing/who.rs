//! Who and about whom: the four facets on which steps and recipients depend, and what follows from them.
//!
//! In: raiser, capacity, affiliation, group. Out: the route of clause 2 ([`Way`]), and who is left out because of a conflict.

use super::{Party, Said};
use crate::domain::situation::{Affiliation, Capacity, Facets, Group, Raiser};

/// The part of the facets that decides about recipients. Setting, safety and what was tried play no part in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Who {
    /// Who raises the concern.
    pub raiser: Raiser,
    /// In which capacity the person concerned acted.
    pub capacity: Capacity,
    /// Whom the person concerned belongs to.
    pub affiliation: Affiliation,
    /// The group.
    pub group: Group,
}

/// Through whom the person who raises the concern works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Through their own NSB; also where the role is unknown.
    Nsb,
    /// Acts for an NSB.
    Officer,
    /// No NSB stands behind them (open point `no-nsb`).
    NoNsb,
    /// No role in the work (open point `outsider-raises`).
    Outsider,
}

/// The route of clause 2. It follows from whom the concern is about, never from who raises it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// 2.1.1: own NSB to their NSB.
    Committee,
    /// 2.1.2: own NSB to the TPM to the liaison organization.
    Liaison,
    /// 2.2.2: own NSB to committee leaders, TPM and their NSB.
    Lead,
    /// 2.2.2 and 2.1.2 together: a convenor or project leader from a liaison organization.
    LeadLiaison,
    /// 2.3: own NSB to the Office of the CEO.
    Staff,
    /// 2.3, about the TPM.
    Tpm,
    /// 2.3, about the Office of the CEO itself.
    CeoOffice,
    /// Not a person: the process gives no path.
    Body,
    /// Not among those who act in the work.
    Guest,
    /// The capacity is unknown, or there are several.
    Unclear,
}

impl Way {
    /// Whether the person concerned belongs to ISO/CS (2.3).
    #[must_use]
    pub const fn is_staff(self) -> bool {
        matches!(self, Self::Staff | Self::Tpm | Self::CeoOffice)
    }
}

impl Way {
    /// Of two rows that say the same: 2.1 makes first steps a condition at committee level and about liaison representatives. Under
    /// 2.2.2 and 2.3, or where the way is not clear, it follows from the order in the introduction alone.
    #[must_use]
    pub const fn order(self, committee: Said, introduction: Said) -> Said {
        match self {
            Self::Committee | Self::Liaison => committee,
            _ => introduction,
        }
    }
}

impl Who {
    /// The projection of a whole situation.
    #[must_use]
    pub const fn of(facets: &Facets) -> Self {
        Self {
            raiser: facets.raiser,
            capacity: facets.capacity,
            affiliation: facets.affiliation,
            group: facets.group,
        }
    }

    /// Through whom this person works (2.1.1, 2.1.2, 2.2.2, 2.3 all say "own NSB").
    #[must_use]
    pub const fn standing(self) -> Standing {
        match self.raiser {
            Raiser::Expert | Raiser::Leader | Raiser::Unknown => Standing::Nsb,
            Raiser::NsbOfficer => Standing::Officer,
            Raiser::Liaison | Raiser::IsoCs | Raiser::Observer => Standing::NoNsb,
            Raiser::Outsider => Standing::Outsider,
        }
    }

    /// The route of clause 2.
    ///
    /// A committee manager and an officer of an NSB act for an NSB by their role, whatever was answered about affiliation.
    #[must_use]
    pub const fn way(self) -> Way {
        let liaison = matches!(self.affiliation, Affiliation::Liaison);
        match self.capacity {
            Capacity::Liaison => Way::Liaison,
            Capacity::Delegate
            | Capacity::WgExpert
            | Capacity::Chair
            | Capacity::WgSecretary
            | Capacity::HeadOfDelegation
                if liaison =>
            {
                Way::Liaison
            }
            Capacity::Delegate
            | Capacity::WgExpert
            | Capacity::Chair
            | Capacity::CommitteeManager
            | Capacity::WgSecretary
            | Capacity::HeadOfDelegation
            | Capacity::NsbOfficer => Way::Committee,
            Capacity::Convenor | Capacity::ProjectLeader if liaison => Way::LeadLiaison,
            Capacity::Convenor | Capacity::ProjectLeader => Way::Lead,
            Capacity::IsoCs => Way::Staff,
            Capacity::Tpm => Way::Tpm,
            Capacity::CeoOffice => Way::CeoOffice,
            Capacity::Body => Way::Body,
            Capacity::Guest => Way::Guest,
            Capacity::ManyHats | Capacity::Unknown => Way::Unclear,
        }
    }

    /// Both sides belong to one NSB (open point `same-nsb`). ISO/CS staff and liaison representatives belong to none.
    #[must_use]
    pub const fn same_nsb(self) -> bool {
        matches!(self.affiliation, Affiliation::SameNsb)
            && matches!(self.way(), Way::Committee | Way::Lead | Way::Unclear)
    }

    /// A leader in the sense of the introduction is the person concerned (open point `leader-concerned`).
    #[must_use]
    pub const fn leader_concerned(self) -> bool {
        matches!(
            self.capacity,
            Capacity::Chair
                | Capacity::CommitteeManager
                | Capacity::WgSecretary
                | Capacity::Convenor
                | Capacity::ProjectLeader
        )
    }

    /// The TPM is the person concerned: never copied, never asked.
    #[must_use]
    pub const fn tpm_concerned(self) -> bool {
        matches!(self.capacity, Capacity::Tpm)
    }

    /// A head of delegation or an officer is the person concerned, and may be one's own (open point `nsb-officer-concerned`).
    #[must_use]
    pub const fn own_officer_concerned(self) -> bool {
        matches!(self.standing(), Standing::Nsb | Standing::Officer)
            && matches!(self.capacity, Capacity::HeadOfDelegation | Capacity::NsbOfficer)
            && matches!(self.affiliation, Affiliation::SameNsb | Affiliation::Unknown)
    }

    /// To whom one's own request goes: own NSB, an officer of it with no part in the matter, or one's own organization.
    #[must_use]
    pub const fn own_side(self) -> Party {
        match self.standing() {
            Standing::NoNsb | Standing::Outsider => Party::OwnOrganization,
            Standing::Nsb | Standing::Officer
                if self.same_nsb() || self.own_officer_concerned() || matches!(self.way(), Way::Body) =>
            {
                Party::UninvolvedOfficer
            }
            Standing::Nsb | Standing::Officer => Party::OwnNsb,
        }
    }

    /// Which leaders may be asked or copied; never the person concerned, never the one who asks.
    #[must_use]
    pub const fn leaders(self) -> &'static [Party] {
        if self.leader_concerned()
            || matches!(self.raiser, Raiser::Leader)
            || matches!(self.way(), Way::Unclear)
        {
            &[Party::OtherLeaders]
        } else if matches!(self.capacity, Capacity::WgExpert) || matches!(self.group, Group::WorkingGroup) {
            &[Party::GroupLeadership, Party::CommitteeLeadership]
        } else {
            &[Party::CommitteeLeadership]
        }
    }

    /// The four facets in every combination.
    pub fn all() -> impl Iterator<Item = Self> {
        Raiser::ALL.iter().flat_map(|&raiser| {
            Capacity::ALL.iter().flat_map(move |&capacity| {
                Affiliation::ALL.iter().flat_map(move |&affiliation| {
                    Group::ALL.iter().map(move |&group| Self {
                        raiser,
                        capacity,
                        affiliation,
                        group,
                    })
                })
            })
        })
    }
}
