//! The keys of a plan's parts: steps, notices, parties and small lists, each with its spelling in words, golden table and cases.

/// Makes an enum of keys: the list of all, the spelling, and its reading.
macro_rules! keyed {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident $key:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its key in words, golden table and cases.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }
        }
    };
}

keyed! {
    /// A stage of the process. Clauses 1 and 2 come before 3, with no exception for grave cases (notes to the introduction).
    /// Words: `stage.<key>.name`.
    Stage {
        /// Clause 1.
        First "first",
        /// Clause 2.
        Informal "informal",
        /// Clause 3.
        Formal "formal",
    }
}

keyed! {
    /// How a stage stands.
    StageState {
        /// Done, whatever its result.
        Done "done",
        /// Where the person is.
        Now "now",
        /// Could begin, but another one is suggested first.
        Open "open",
        /// Cannot begin yet, or not by this person; the stage's note says what would unlock it.
        Locked "locked",
    }
}

keyed! {
    /// Someone who may receive, learn or help. Words: `party.<key>.name`.
    Party {
        /// The person concerned.
        PersonConcerned "person-concerned",
        /// One's own NSB.
        OwnNsb "own-nsb",
        /// An officer of one's own NSB who has no part in it.
        UninvolvedOfficer "uninvolved-officer",
        /// One's head of delegation.
        HeadOfDelegation "head-of-delegation",
        /// The NSB of the person concerned.
        TheirNsb "their-nsb",
        /// Chair and committee manager (and convenor, project leader) of the committee.
        CommitteeLeadership "committee-leadership",
        /// Convenor (and secretary) of the working group.
        GroupLeadership "group-leadership",
        /// Those leaders who are not the person concerned.
        OtherLeaders "other-leaders",
        /// The committee's Technical Program Manager.
        Tpm "tpm",
        /// The liaison organization of the person concerned.
        LiaisonOrganization "liaison-organization",
        /// One's own organization (liaison organization, ISO/CS, other).
        OwnOrganization "own-organization",
        /// Colleagues of the person concerned, from the same NSB or liaison organization (1.5.3).
        TheirColleagues "their-colleagues",
        /// Somebody who takes part in the work and saw the same (introduction).
        SomeoneInWork "someone-in-work",
        /// The Office of the CEO.
        OfficeOfCeo "office-of-ceo",
        /// The Technical Management Board.
        Tmb "tmb",
        /// The host of the meeting.
        Host "host",
        /// Everybody in the meeting room; only as those who hear (1.3).
        Room "room",
        /// Local law enforcement.
        LawEnforcement "law-enforcement",
        /// The legal counsel of ISO/CS.
        IsoCsCounsel "iso-cs-counsel",
        /// The legal counsel of one's employer.
        EmployerCounsel "employer-counsel",
        /// The legal counsel of one's NSB or liaison organization.
        NsbCounsel "nsb-counsel",
        /// Local emergency services.
        EmergencyServices "emergency-services",
        /// Someone the person trusts.
        SomeoneTrusted "someone-trusted",
        /// A lawyer of one's own.
        OwnCounsel "own-counsel",
        /// The person who raised the concern.
        WhoRaised "who-raised",
        /// The person whom it may have touched, where nobody has raised anything.
        PersonTouched "person-touched",
        /// The one who came in another person's place (1.5).
        Helper "helper",
        /// Whoever brought or sent it.
        WhoBrought "who-brought",
        /// The NSB of the person who raised the concern.
        RaiserNsb "raiser-nsb",
        /// Colleagues or employer of the person who raised the concern.
        RaiserColleagues "raiser-colleagues",
        /// Somebody in the same role who has no part in it.
        UninvolvedColleague "uninvolved-colleague",
        /// The group's mailing list, reflector, document store.
        GroupList "group-list",
        /// Employer, press, social media.
        Public "public",
    }
}

keyed! {
    /// The line on which a recipient stands. Words: `line.<key>`.
    Line {
        /// Addressed.
        To "to",
        /// In copy.
        Copy "copy",
        /// Better left out, or not to be written to by this person.
        DoNotCopy "do-not-copy",
    }
}

keyed! {
    /// What someone will know after a step. Words: `knowledge.<key>`.
    Knowledge {
        /// The name of the person who raises the concern.
        Name "name",
        /// To whoever handles it: who raised it.
        RaiserName "raiser-name",
        /// The details of what happened.
        Details "details",
        /// May pass it on or ask others (4.1.3, 4.1.5, 3.2).
        MayPassOn "may-pass-on",
    }
}

keyed! {
    /// What the composer can help to write. Words: `plan.write.<key>`.
    MessageKind {
        /// A talking card for a conversation (1.2, in person).
        Talk "talk",
        /// An e-mail to the person concerned (1.2, in writing).
        Email "email",
        /// Words to say in the meeting (1.3).
        Meeting "meeting",
        /// Words to say in a break (1.3).
        Break "break",
        /// A request for help to someone else (1.5).
        Help "help",
        /// An informal request to one's own NSB (2.1, 2.2, 2.3).
        NsbRequest "nsb-request",
        /// The confirming e-mail after a talk (1.8).
        Confirm "confirm",
        /// Asks one's own NSB where the request stands (2).
        Remind "remind",
        /// One's own NSB does not act: asks for the reasons and for another officer (2).
        NsbRefused "nsb-refused",
        /// A draft that one's own NSB may use towards the other side (2.1.1, 2.1.2, 2.2.2, 2.3).
        NsbDraft "nsb-draft",
        /// A note of retaliation (4.3.4).
        Retaliation "retaliation",
        /// Something unlawful at a meeting (4.5.1).
        UnlawfulMeeting "unlawful-meeting",
        /// Something unlawful in correspondence (4.5.2).
        UnlawfulWritten "unlawful-written",
        /// Takes a request back.
        Withdraw "withdraw",
        /// Thanks, and says that it is settled (1.4, 1.7).
        Thanks "thanks",
        /// Acknowledges a concern that was raised about oneself (1.2).
        Acknowledge "acknowledge",
        /// Gives one's own view and asks (1.1, 1.4).
        Clarify "clarify",
        /// Offers to put it right (1.4).
        PutRight "put-right",
        /// Asks for a helper for oneself.
        AskHelper "ask-helper",
        /// A response to the TMB, through one's own NSB (3.2).
        ResponseTmb "response-tmb",
        /// Asks one's own NSB about an appeal (3.3).
        Appeal "appeal",
        /// Repair before anybody complains (1.4).
        Repair "repair",
        /// Acknowledges a request that has arrived (2).
        Ack "ack",
        /// A helper approaches the person concerned (1.5).
        HelpApproach "help-approach",
        /// An NSB writes to the NSB of the person concerned (2.1.1).
        NsbNsb "nsb-nsb",
        /// An NSB asks the TPM to pass a concern on (2.1.2).
        NsbTpm "nsb-tpm",
        /// An NSB writes to committee leaders, the TPM and the other NSB (2.2.2).
        NsbLeaders "nsb-leaders",
        /// An NSB writes to the Office of the CEO (2.3).
        NsbCeo "nsb-ceo",
        /// The TPM passes a concern on to a liaison organization (2.1.2).
        TpmLiaison "tpm-liaison",
        /// Asks the person concerned for their view (notes to the introduction).
        RightOfReply "right-of-reply",
        /// The outcome agreed and its follow-up (2.1.4, 2.2.3).
        Outcome "outcome",
        /// An NSB's formal request to the TMB (3).
        Formal "formal",
        /// The TPM's sheet of what is kept (4.1.3).
        Retention "retention",
        /// The TPM's notes on further information (4.1.5).
        Corroboration "corroboration",
        /// Closes a case towards the one who raised it (4.2).
        CloseRaiser "close-raiser",
        /// Closes a case towards the person concerned (4.2).
        CloseConcerned "close-concerned",
    }
}

keyed! {
    /// What must be read before any step. Words: `notice.<key>.title`.
    NoticeKind {
        /// Danger or a threat.
        Danger "danger",
        /// Pressure, coercion, harassment, fear.
        Fear "fear",
        /// A big gap in power.
        PowerGap "power-gap",
        /// It may be unlawful (4.5).
        Unlawful "unlawful",
        /// Something was done because a concern was raised (4.3.4).
        Retaliation "retaliation",
        /// No anonymity (4.3.1).
        NoAnonymity "no-anonymity",
        /// To the person concerned: which step it is, and that it is no finding (introduction, 3.2).
        NoFinding "no-finding",
        /// To whoever handles it: connected to one side (principle 6).
        Conflict "conflict",
        /// To whoever handles it: both sides are to be heard (introduction).
        BothSides "both-sides",
    }
}

impl NoticeKind {
    /// Whether it also stands before the choice of a message, in one line: safety, the law, and a tie to one side
    /// (invariant 7, principle 6). The others explain the step.
    #[must_use]
    pub const fn is_grave(self) -> bool {
        !matches!(self, Self::NoAnonymity | Self::NoFinding | Self::BothSides)
    }
}

keyed! {
    /// A possible step. Words: `step.<key>.title`, `step.<key>.lead`.
    StepKind {
        /// Ask what lies behind it (1.1).
        Understand "understand",
        /// Talk to the person (1.2).
        Speak "speak",
        /// Write to the person (1.2).
        Write "write",
        /// A word in a break (1.3).
        Break "break",
        /// A word in the meeting (1.3).
        InMeeting "in-meeting",
        /// Ask somebody for help (1.5).
        Help "help",
        /// Confirm by e-mail (1.8).
        Confirm "confirm",
        /// Choose what to record (1.7, 4.1.1, 4.1.4).
        Records "records",
        /// Ask one's own NSB (2.1, 2.2, 2.3).
        AskNsb "ask-nsb",
        /// The same, to an officer with no part in it.
        AskOfficer "ask-officer",
        /// Ask one's own organization: no NSB.
        AskOrganization "ask-organization",
        /// An officer writes for an NSB (2.1, 2.2, 2.3).
        NsbWrites "nsb-writes",
        /// An officer takes it up inside the NSB: both sides belong to it.
        InsideNsb "inside-nsb",
        /// An officer looks for a recipient: the Office of the CEO is concerned.
        FindRecipient "find-recipient",
        /// Find out in which role the person acted.
        WhichRole "which-role",
        /// Ask where the request stands.
        Remind "remind",
        /// One's own NSB does not act.
        NsbRefused "nsb-refused",
        /// Record what the informal step settled (4.1.1, 4.1.3).
        KeepRecord "keep-record",
        /// Ask one's own NSB about a formal request.
        AskFormal "ask-formal",
        /// An NSB's formal request to the TMB (3).
        Formal "formal",
        /// A formal request was made: what both sides may expect (3.2).
        AtTmb "at-tmb",
        /// The TMB has decided: what that means, and whether an appeal is open (3.3).
        AfterDecision "after-decision",
        /// Retaliation (4.3.4).
        Retaliation "retaliation",
        /// A body is concerned: section d of the Code.
        SectionD "section-d",
        /// A guest, host or interpreter is concerned.
        TellLeaders "tell-leaders",
        /// An outsider asks the TPM.
        AskTpm "ask-tpm",
        /// An outsider tells somebody in the work.
        LetKnow "let-know",

        /// Concerned: look at it again, from the other side.
        Reflect "reflect",
        /// Concerned: put it right before anybody raises it.
        Repair "repair",
        /// Concerned: listen, and take time.
        Listen "listen",
        /// Concerned: ask which step it is.
        WhichStage "which-stage",
        /// Concerned: say that it arrived.
        Acknowledge "acknowledge",
        /// Concerned: say how one sees it, ask what is unclear.
        Clarify "clarify",
        /// Concerned: put right what one can.
        PutRight "put-right",
        /// Concerned: ask somebody to stand by.
        AskBeside "ask-beside",
        /// Concerned: keep to what was agreed or decided (principle 10).
        KeepOutcome "keep-outcome",
        /// Concerned: respond to the TMB through one's NSB (3.2).
        AnswerTmb "answer-tmb",
        /// Concerned: think about an appeal (3.3).
        Appeal "appeal",

        /// Handler: is one too close to either side (principle 6)?
        ConflictCheck "conflict-check",
        /// Handler: hand it over.
        HandOver "hand-over",
        /// Handler: say that it arrived.
        Receipt "receipt",
        /// Handler: what is there, what is missing.
        CheckComplete "check-complete",
        /// Handler: first steps before an informal request.
        FirstStepsFirst "first-steps-first",
        /// Handler: approach the person concerned for somebody (1.5).
        HelpApproach "help-approach",
        /// Handler: hear the person concerned (introduction).
        RightOfReply "right-of-reply",
        /// Handler: weigh the options, with those who decide (2.1.4 or 2.2.3).
        Weigh "weigh",
        /// Handler: put down what is agreed, and look at it again (1.4, 1.8, principle 10).
        AgreeOutcome "agree-outcome",
        /// TPM: convey it to the liaison organization (2.1.2).
        Convey "convey",
        /// TPM: keep the papers, see that it moves (4.1.3, 4.1.4).
        Retain "retain",
        /// TPM: ask for further information, if necessary (4.1.5).
        Corroborate "corroborate",
        /// Handler: one is in copy, no more (2.1.3).
        InCopy "in-copy",
        /// Handler: the request belongs to the person's own NSB (2.1.1).
        PointToNsb "point-to-nsb",
        /// Handler: who was told what, when, why (4.2.1).
        NeedToKnow "need-to-know",
        /// Handler: tell the one who raised it how it ended.
        CloseRaiser "close-raiser",
        /// Handler: tell the person concerned how it ended.
        CloseConcerned "close-concerned",
    }
}

impl StepKind {
    /// Whether one faces or addresses the other side itself; never the lead where that may be unsafe (invariant 7).
    #[must_use]
    pub const fn is_direct(self) -> bool {
        matches!(
            self,
            Self::Speak
                | Self::Write
                | Self::Break
                | Self::InMeeting
                | Self::Confirm
                | Self::Repair
                | Self::HelpApproach
                | Self::RightOfReply
                | Self::CloseConcerned
        )
    }
}
