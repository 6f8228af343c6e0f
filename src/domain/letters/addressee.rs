//! Who may receive a letter, and what no letter can be: one of an individual to those whom only an organization writes to.

use super::keyed;
use crate::domain::lens::Lens;
use crate::domain::routing::MessageKind;

keyed! {
    /// Who receives a letter. The keys are those of [`Party`](crate::domain::routing::Party) where it has the same one.
    /// Words: `letter.to.<key>`.
    Addressee {
        /// Not chosen yet.
        Unchosen "unchosen",
        /// The person concerned (1.2).
        PersonConcerned "person-concerned",
        /// The one whom it may have touched, before anybody complained.
        PersonTouched "person-touched",
        /// The person who raised the concern.
        WhoRaised "who-raised",
        /// Whoever brought it to the reader: a helper (1.5), an officer, a leader.
        WhoBrought "who-brought",
        /// One's own NSB (1.5, 2.1.1, 2.2.2, 2.3).
        OwnNsb "own-nsb",
        /// An officer of one's own NSB who has no part in it.
        UninvolvedOfficer "uninvolved-officer",
        /// One's head of delegation (1.5).
        HeadOfDelegation "head-of-delegation",
        /// Committee leadership (1.5.1).
        CommitteeLeadership "committee-leadership",
        /// Working group leadership (1.5.1).
        GroupLeadership "group-leadership",
        /// Those leaders who are not the person concerned (1.5.1).
        OtherLeaders "other-leaders",
        /// The committee's Technical Program Manager (1.5.2).
        Tpm "tpm",
        /// Colleagues of the person concerned (1.5.3).
        TheirColleagues "their-colleagues",
        /// One's own organization, where there is no NSB.
        OwnOrganization "own-organization",
        /// Somebody who takes part in the work.
        SomeoneInWork "someone-in-work",
        /// Somebody whom the writer trusts.
        SomeoneTrusted "someone-trusted",
        /// The host of the meeting (4.5.1).
        Host "host",
        /// The NSB of the person concerned (2.1.1, 2.2.2).
        TheirNsb "their-nsb",
        /// The NSB of the person who raised the concern.
        RaiserNsb "raiser-nsb",
        /// The liaison organization of the person concerned (2.1.2).
        LiaisonOrganization "liaison-organization",
        /// The Office of the CEO (2.3).
        OfficeOfCeo "office-of-ceo",
        /// The Technical Management Board (3.1).
        Tmb "tmb",
        /// The legal counsel of ISO/CS (4.5.2).
        IsoCsCounsel "iso-cs-counsel",
        /// The legal counsel of one's employer (4.5.2).
        EmployerCounsel "employer-counsel",
        /// The legal counsel of one's NSB or liaison organization (4.5.2).
        NsbCounsel "nsb-counsel",
        /// Nobody: a sheet for the file (4.1.3).
        CaseFile "case-file",
    }
}

/// On which line somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Addressed.
    To,
    /// In copy.
    Copy,
}

impl Addressee {
    /// Whether a letter of this kind and lens can reach them at all, whatever the data says.
    ///
    /// An individual never writes to another NSB, a liaison organization, the Office of the CEO or the TMB (2.1.1, 2.1.2,
    /// 2.2.2, 2.3, 3.1); the one exception is the copy that 1.8 asks for. The person concerned receives only what is written
    /// to them. Counsel is named in 4.5.2 alone, and the TMB receives nothing but a formal request.
    #[must_use]
    pub fn within_reach(self, lens: Lens, kind: MessageKind, line: Line) -> bool {
        match self {
            Self::Tmb => lens == Lens::Handle && kind == MessageKind::Formal,
            Self::TheirNsb if kind == MessageKind::Confirm => line == Line::Copy,
            Self::TheirNsb | Self::RaiserNsb | Self::LiaisonOrganization | Self::OfficeOfCeo => {
                lens == Lens::Handle
            }
            Self::IsoCsCounsel | Self::EmployerCounsel | Self::NsbCounsel => {
                kind == MessageKind::UnlawfulWritten
            }
            Self::PersonConcerned => line == Line::To && lens != Lens::Respond,
            Self::Unchosen => false,
            _ => true,
        }
    }

    /// Whether whoever reads the letter calls them the same as the writer: "your NSB" is another one for each.
    #[must_use]
    pub const fn is_called_so_by_all(self) -> bool {
        matches!(
            self,
            Self::Tpm | Self::OfficeOfCeo | Self::Tmb | Self::IsoCsCounsel
        )
    }

    /// Whether it is a body, not one person.
    #[must_use]
    pub const fn is_body(self) -> bool {
        matches!(
            self,
            Self::TheirNsb | Self::RaiserNsb | Self::LiaisonOrganization | Self::OfficeOfCeo | Self::Tmb
        )
    }
}
