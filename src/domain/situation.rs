//! The facets of a situation: who, about whom, in which capacity, where, how safe, what was tried.
//!
//! Every facet has `Unknown`, which is its default and always an answer. One [`Facets`] speaks of one person
//! concerned; with several people there is one path per person.

/// Makes a facet: an enum of answers, each with the key that stands in stored answers and in `content/`.
macro_rules! facet {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident $key:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
            /// Not known, or the person would rather not say.
            #[default]
            Unknown,
        }

        impl $name {
            /// Every answer, `Unknown` last.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+ Self::Unknown];

            /// The key in stored answers and in `content/`.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ Self::Unknown => "unknown" }
            }

            /// Reads a key; anything else is `Unknown`, never an error.
            #[must_use]
            pub fn parse(key: &str) -> Self {
                Self::ALL.iter().copied().find(|answer| answer.key() == key).unwrap_or_default()
            }
        }
    };
}

pub(super) use facet;

facet! {
    /// In which role the person raises the concern (introduction; 2.1.1, 2.1.2).
    Raiser {
        /// Delegate or expert of an NSB.
        Expert "expert",
        /// Chair, committee manager, convenor, WG secretary or project leader.
        Leader "leader",
        /// Representative of a liaison organization.
        Liaison "liaison",
        /// Staff of the Central Secretariat.
        IsoCs "iso-cs",
        /// Acts for an NSB.
        NsbOfficer "nsb-officer",
        /// Takes part as an observer, without an NSB or liaison organization.
        Observer "observer",
        /// Has no role in ISO's work.
        Outsider "outsider",
    }
}

facet! {
    /// How the person knows of it. An actor need not be the target (introduction).
    Stake {
        /// It was done to them.
        Experienced "experienced",
        /// They saw or heard it.
        Saw "saw",
        /// Someone told them.
        Told "told",
    }
}

facet! {
    /// In which capacity the person concerned acted. The route of clause 2 follows from this.
    Capacity {
        /// Delegate to a committee.
        Delegate "delegate",
        /// Expert of a working group who neither convenes nor leads a project.
        WgExpert "wg-expert",
        /// Chair of a committee.
        Chair "chair",
        /// Committee manager (the secretariat).
        CommitteeManager "committee-manager",
        /// Secretary of a working group.
        WgSecretary "wg-secretary",
        /// Convenor of a working group.
        Convenor "convenor",
        /// Project leader.
        ProjectLeader "project-leader",
        /// Representative of a liaison organization.
        Liaison "liaison",
        /// ISO/CS staff who is not the committee's TPM.
        IsoCs "iso-cs",
        /// The Technical Program Manager of the committee.
        Tpm "tpm",
        /// The Office of the CEO.
        CeoOffice "ceo-office",
        /// Head of a delegation.
        HeadOfDelegation "head-of-delegation",
        /// Officer of an NSB.
        NsbOfficer "nsb-officer",
        /// Not a person: an NSB itself, or a governance group.
        Body "body",
        /// Guest, host or interpreter.
        Guest "guest",
        /// More than one role, or one that they have left.
        ManyHats "many-hats",
    }
}

facet! {
    /// Whom the person concerned belongs to, seen from the person who raises the concern.
    Affiliation {
        /// The same NSB.
        SameNsb "same-nsb",
        /// Another NSB.
        OtherNsb "other-nsb",
        /// A liaison organization.
        Liaison "liaison",
    }
}

facet! {
    /// The group in which both work, or in which it happened.
    Group {
        /// A committee (TC, SC, PC).
        Committee "committee",
        /// A working group.
        WorkingGroup "working-group",
        /// A group run jointly with IEC or another body.
        Joint "joint",
        /// An ad hoc group, a task group, a workshop.
        AdHoc "ad-hoc",
    }
}

facet! {
    /// Where it happened (introduction; 1.3, 4.5).
    Setting {
        /// In a meeting, in front of others.
        MeetingOpen "meeting-open",
        /// In a meeting, but aside.
        MeetingAside "meeting-aside",
        /// In a break or at a social event.
        Social "social",
        /// In a virtual meeting.
        Virtual "virtual",
        /// By e-mail or in comments on a draft.
        Email "email",
        /// In a chat.
        Chat "chat",
        /// On social media.
        SocialMedia "social-media",
    }
}

facet! {
    /// How safe direct contact would be.
    Safety {
        /// No reason for worry.
        Safe "safe",
        /// Danger or a threat.
        Danger "danger",
        /// Pressure, coercion, harassment, fear.
        Fear "fear",
        /// A big gap in power between the two.
        PowerGap "power-gap",
    }
}

facet! {
    /// Whether something about it may be unlawful (4.5). Never a legal opinion.
    Lawful {
        /// Nothing points that way.
        NoSign "no-sign",
        /// It may be unlawful.
        MaybeUnlawful "maybe-unlawful",
    }
}

facet! {
    /// Whether the person is comfortable approaching the person concerned (1.5).
    Comfort {
        /// Yes.
        Yes "yes",
        /// No.
        No "no",
    }
}

facet! {
    /// What was tried under clause 1, and how it ended.
    First {
        /// Nothing yet.
        NotYet "not-yet",
        /// They spoke or wrote, and it was settled.
        SpokeSettled "spoke-settled",
        /// They spoke or wrote, and it was not settled.
        SpokeUnsettled "spoke-unsettled",
        /// Someone helped under 1.5, and it was settled.
        HelpSettled "help-settled",
        /// Help under 1.5 was asked for, and it was not settled.
        HelpUnsettled "help-unsettled",
        /// It was settled, then it happened again.
        SettledAgain "settled-again",
    }
}

facet! {
    /// What was tried under clause 2, and how it ended.
    Informal {
        /// Nothing yet.
        NotYet "not-yet",
        /// The request is with the NSB; no result yet.
        Pending "pending",
        /// Settled.
        Settled "settled",
        /// Not settled.
        Unsettled "unsettled",
        /// One's own NSB does not want to act.
        NsbRefused "nsb-refused",
        /// Settled, then it happened again.
        SettledAgain "settled-again",
    }
}

facet! {
    /// How many people are concerned.
    People {
        /// One.
        One "one",
        /// Several: one path and one message for each.
        Several "several",
    }
}

facet! {
    /// Since when it recurs.
    Recurrence {
        /// It happened once.
        Once "once",
        /// It has happened before.
        Repeated "repeated",
        /// It goes on now.
        Ongoing "ongoing",
    }
}

facet! {
    /// Whether something was done to them because a concern was raised (4.3.4).
    Retaliation {
        /// No.
        No "no",
        /// It seems so.
        Yes "yes",
    }
}

/// Everything the routing reads of one situation and one person concerned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Facets {
    /// The role of the person who raises the concern.
    pub raiser: Raiser,
    /// How they know of it.
    pub stake: Stake,
    /// The capacity in which the person concerned acted.
    pub capacity: Capacity,
    /// Whom the person concerned belongs to.
    pub affiliation: Affiliation,
    /// The group.
    pub group: Group,
    /// Where it happened.
    pub setting: Setting,
    /// How safe direct contact is.
    pub safety: Safety,
    /// Whether it may be unlawful.
    pub lawful: Lawful,
    /// Comfortable approaching the person?
    pub comfort: Comfort,
    /// First steps so far.
    pub first: First,
    /// Informal request so far.
    pub informal: Informal,
    /// One person or several.
    pub people: People,
    /// Since when.
    pub recurrence: Recurrence,
    /// Retaliation.
    pub retaliation: Retaliation,
}
