//! What the plan of somebody who handles a concern reads: their role, what connects them, what arrived, what is there.

use crate::domain::answers::Answers;
use crate::domain::situation::{Affiliation, Capacity, Group, Lawful, People, Safety, Setting, facet};

facet! {
    /// In which role somebody handles a concern.
    Handler {
        /// Acts for an NSB (2.1.1).
        NsbOfficer "nsb-officer",
        /// Chair, committee manager, convenor, WG secretary, project leader (1.5.1, 2.1.3, 2.2.2).
        Leader "leader",
        /// The Technical Program Manager (1.5.2, 2.1.2, 4.1).
        Tpm "tpm",
        /// Acts for the Office of the CEO (2.3).
        CeoOffice "ceo-office",
        /// Acts for a liaison organization (2.1.2).
        LiaisonOfficer "liaison-officer",
        /// None of these: somebody was asked for help (1.5).
        Helper "helper",
    }
}

facet! {
    /// What arrived.
    Arrived {
        /// A request for help (1.5).
        Help "help",
        /// An informal request from somebody of one's own NSB or organization (2.1.1).
        Member "member",
        /// A request from another NSB (2.1.1, 2.2.2).
        OtherNsb "other-nsb",
        /// A concern of somebody from a liaison organization, without an NSB.
        Liaison "liaison",
        /// A concern about ISO/CS staff (2.3).
        Staff "staff",
        /// A request to convey it to a liaison organization, or the concern so conveyed (2.1.2).
        Convey "convey",
        /// A copy, or papers to keep (2.1.3, 4.1.3, 4.1.4).
        Copy "copy",
        /// A formal request in preparation (3.1).
        Formal "formal",
    }
}

facet! {
    /// What was tried under clause 1, as far as the papers say.
    FirstTried {
        /// Nothing.
        NotYet "not-yet",
        /// They spoke or wrote (1.2).
        Spoke "spoke",
        /// They asked somebody for help (1.5).
        Helped "helped",
    }
}

facet! {
    /// Whether clause 2 is on record.
    InformalTried {
        /// No.
        NotYet "not-yet",
        /// Yes, and it did not resolve it.
        Recorded "recorded",
    }
}

facet! {
    /// Whether the person concerned was heard (notes to the introduction).
    Heard {
        /// Not yet.
        NotYet "not-yet",
        /// Yes.
        Yes "yes",
    }
}

facet! {
    /// How it ended.
    Outcome {
        /// Not yet.
        NotYet "not-yet",
        /// Something was agreed.
        Agreed "agreed",
        /// It ended without an agreement.
        Ended "ended",
        /// Something was agreed, and it did not hold.
        Broken "broken",
    }
}

/// What the check for conflicts of interest shows (principle 6).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Conflict {
    /// Nothing connects them to either side.
    Clear,
    /// They saw it happen: to be said, and perhaps to be handed over.
    Witness,
    /// Connected: to be handed over.
    Conflicted,
    /// Not looked at yet.
    #[default]
    Unknown,
}

impl Conflict {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Clear, Self::Witness, Self::Conflicted, Self::Unknown];

    /// From the ticks of the question `ties`.
    #[must_use]
    pub fn of(answers: &Answers) -> Self {
        let ticked = |key| answers.chose("ties", key);
        if CONNECTED.iter().any(|key| ticked(key)) {
            Self::Conflicted
        } else if ticked("saw") {
            Self::Witness
        } else if ticked("none") {
            Self::Clear
        } else {
            Self::Unknown
        }
    }
}

/// The ticks that mean: hand it over.
pub const CONNECTED: &[&str] = &["involved", "close", "depends", "gains"];

/// What should be in the papers. Keys of the question `at-hand`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// Who raises it, and about whom (4.3.1).
    Who,
    /// What was seen or heard.
    What,
    /// When.
    When,
    /// Where.
    Where,
    /// What it did.
    Effect,
    /// What was tried (2.1).
    Tried,
    /// For which purpose (4.3.3).
    Purpose,
    /// The papers behind it (4.1.2).
    Papers,
    /// That the name may be used (4.3.1).
    NameAgreed,
}

impl Item {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 9] = [
        Self::Who,
        Self::What,
        Self::When,
        Self::Where,
        Self::Effect,
        Self::Tried,
        Self::Purpose,
        Self::Papers,
        Self::NameAgreed,
    ];

    /// Its key in stored answers and in words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::What => "what",
            Self::When => "when",
            Self::Where => "where",
            Self::Effect => "effect",
            Self::Tried => "tried",
            Self::Purpose => "purpose",
            Self::Papers => "papers",
            Self::NameAgreed => "name-agreed",
        }
    }
}

/// Which items are there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Items(u16);

impl Items {
    /// Everything is there.
    pub const FULL: Self = Self(0b1_1111_1111);

    /// From the ticks of the question `at-hand`.
    #[must_use]
    pub fn of(answers: &Answers) -> Self {
        let ticked = Item::ALL
            .into_iter()
            .filter(|item| answers.chose("at-hand", item.key()));
        ticked.fold(Self::default(), Self::with)
    }

    /// With this one as well.
    #[must_use]
    pub const fn with(self, item: Item) -> Self {
        Self(self.0 | 1 << item as u16)
    }

    /// Whether it is there.
    #[must_use]
    pub const fn has(self, item: Item) -> bool {
        self.0 & 1 << item as u16 != 0
    }
}

/// Everything that the plan of somebody who handles a concern reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct HandleFacets {
    /// Their role.
    pub handler: Handler,
    /// What connects them to either side.
    pub conflict: Conflict,
    /// What arrived.
    pub arrived: Arrived,
    /// In which capacity the person concerned acted.
    pub capacity: Capacity,
    /// Whom the person concerned belongs to, seen from the one who raised it.
    pub affiliation: Affiliation,
    /// The group.
    pub group: Group,
    /// One person or several.
    pub people: People,
    /// First steps.
    pub first: FirstTried,
    /// Informal request.
    pub informal: InformalTried,
    /// Which items are there.
    pub items: Items,
    /// Whether the person concerned was heard.
    pub heard: Heard,
    /// How it ended.
    pub outcome: Outcome,
    /// Whether anybody is in danger or afraid.
    pub safety: Safety,
    /// Whether it may be unlawful.
    pub lawful: Lawful,
    /// Where it happened; asked only where it may be unlawful.
    pub setting: Setting,
}
