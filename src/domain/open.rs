//! The open points: where the two texts are silent, or where clauses pull against each other.
//!
//! Each has a page of its own; its words live in `content/` under `open.<key>`.

/// Makes the enum, the list of all and both directions of the spelling from one table.
macro_rules! open_points {
    ($($variant:ident $key:literal),+ $(,)?) => {
        /// A point that the process leaves open.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum OpenPoint { $(#[doc = concat!("`open.", $key, "`")] $variant),+ }

        impl OpenPoint {
            /// All of them, in the order of the list page.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its key in `content/` and in addresses.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }
        }
    };
}

open_points! {
    LeaderConcerned "leader-concerned",
    SameNsb "same-nsb",
    NsbOfficerConcerned "nsb-officer-concerned",
    NoNsb "no-nsb",
    WgExpert "wg-expert",
    WgSecretary "wg-secretary",
    CommitteeManager "committee-manager",
    LiaisonConvenor "liaison-convenor",
    TpmConcerned "tpm-concerned",
    IsoCsCopy "iso-cs-copy",
    Secretariat "secretariat",
    NsbItself "nsb-itself",
    Guest "guest",
    LeaderRaises "leader-raises",
    IsoCsRaises "iso-cs-raises",
    OutsiderRaises "outsider-raises",
    SeveralPeople "several-people",
    SocialSettings "social-settings",
    Unsafe "unsafe",
    Unlawful "unlawful",
    Retaliation "retaliation",
    NoDeadline "no-deadline",
    SettledAgain "settled-again",
    GraveCases "grave-cases",
    Records "records",
    MeetingOrBreak "meeting-or-break",
    Colleagues "colleagues",
    OwnNsbRefuses "own-nsb-refuses",
    OptionsNotRemedies "options-not-remedies",
    Corroboration "corroboration",
    TmbActions "tmb-actions",
    Appeal "appeal",
    JointGroups "joint-groups",
    NotExhaustive "not-exhaustive",
    ConfidentialEvidence "confidential-evidence",
    CopyrightChannel "copyright-channel",
    Bypass "bypass",
    ConcernedHelp "concerned-help",
    ConcernedNoNsb "concerned-no-nsb",
    Hearing "hearing",
    Closing "closing",
    HandlerConflict "handler-conflict",
}

impl OpenPoint {
    /// Reads a key such as `"same-nsb"`; `None` for an unknown one.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|point| point.key() == key)
    }
}
