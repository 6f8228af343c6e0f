//! What the plan of the person concerned reads: how it reached them, as what they acted, how they see it.

use crate::domain::situation::{Capacity, Lawful, Safety, Setting, facet};

facet! {
    /// How the concern reached the person concerned, and so which step of the process it is.
    Reached {
        /// Nobody raised anything: they noticed it themselves.
        Noticed "noticed",
        /// Somebody spoke to them (1.2, 1.3).
        Spoken "spoken",
        /// Somebody came in another person's place (1.5).
        Helper "helper",
        /// Somebody wrote to them (1.2).
        Message "message",
        /// Through their own NSB (2.1.1).
        OwnNsb "own-nsb",
        /// Through their liaison organization, which heard it from the TPM (2.1.2).
        Liaison "liaison",
        /// Through committee leaders, the TPM and their NSB (2.2.2).
        Leaders "leaders",
        /// Through the Office of the CEO (2.3).
        CeoOffice "ceo-office",
        /// A formal request is before the TMB (3.1, 3.2).
        Tmb "tmb",
        /// The TMB has decided (3.3).
        TmbDecision "tmb-decision",
    }
}

facet! {
    /// Which body stands behind the person concerned, seen beside the one who raised it.
    Side {
        /// The same NSB as the one who raised it.
        SameNsb "same-nsb",
        /// An NSB: another one, or theirs is not known.
        OtherNsb "other-nsb",
        /// A liaison organization.
        Liaison "liaison",
        /// None.
        NoBody "none",
    }
}

facet! {
    /// How the person concerned sees it.
    View {
        /// As it was told.
        Agree "agree",
        /// Partly so.
        Partly "partly",
        /// Differently.
        Differently "differently",
    }
}

facet! {
    /// Whether it is settled (1.4, principle 10).
    Settled {
        /// Not yet.
        NotYet "not-yet",
        /// Settled.
        Yes "yes",
        /// Settled, and said to have happened again.
        Again "again",
    }
}

facet! {
    /// Whether they were asked to leave the other person alone.
    Contact {
        /// Nobody asked that.
        Free "free",
        /// They were asked.
        AskedNot "asked-not",
    }
}

facet! {
    /// Whether they want somebody beside them.
    Company {
        /// Yes.
        Yes "yes",
        /// No.
        No "no",
    }
}

/// Everything that the plan of the person concerned reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct RespondFacets {
    /// How it reached them.
    pub reached: Reached,
    /// In which capacity they acted.
    pub capacity: Capacity,
    /// Who stands behind them.
    pub side: Side,
    /// How they see it.
    pub view: View,
    /// Whether it is settled.
    pub settled: Settled,
    /// Whether they were asked to keep away.
    pub contact: Contact,
    /// Whether they want company.
    pub company: Company,
    /// Whether they are safe.
    pub safety: Safety,
    /// Whether it may be unlawful.
    pub lawful: Lawful,
    /// Where it happened; asked only where it may be unlawful (4.5.1, 4.5.2).
    pub setting: Setting,
}
