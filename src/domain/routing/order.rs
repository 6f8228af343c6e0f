//! Which steps are offered, and in which order: the first is the lead.
//!
//! In: an [`OrderKey`], a projection of the facets. Out: kinds of steps; what each says is `step`'s matter.

use super::{Standing, StepKind, Way, Who};
use crate::domain::situation::{
    Comfort, Facets, First, Group, Informal, Lawful, Retaliation, Safety, Setting, Stake,
};

/// Whether direct contact may be suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gate {
    /// Nothing speaks against it, and the person is comfortable with it.
    Clear,
    /// Not known whether the person is comfortable with it.
    Unsure,
    /// Not comfortable, fear, a gap in power, perhaps unlawful, retaliation: never the lead.
    Guarded,
    /// Danger: not offered at all.
    Danger,
}

impl Gate {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Clear, Self::Unsure, Self::Guarded, Self::Danger];

    /// The safety gate. Depends on four facets only.
    #[must_use]
    pub const fn of(safety: Safety, lawful: Lawful, comfort: Comfort, retaliation: Retaliation) -> Self {
        match (safety, lawful, comfort, retaliation) {
            (Safety::Danger, ..) => Self::Danger,
            (Safety::Fear | Safety::PowerGap, ..)
            | (_, Lawful::MaybeUnlawful, ..)
            | (_, _, Comfort::No, _)
            | (_, _, _, Retaliation::Yes) => Self::Guarded,
            (_, _, Comfort::Yes, _) => Self::Clear,
            (_, _, Comfort::Unknown, _) => Self::Unsure,
        }
    }
}

/// How a direct approach could look (1.2, 1.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scene {
    /// Openly in a meeting: 1.3.
    Open,
    /// In a virtual meeting: 1.3 may apply.
    Virtual,
    /// In writing.
    Written,
    /// Elsewhere.
    Aside,
}

impl Scene {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Open, Self::Virtual, Self::Written, Self::Aside];

    /// Depends on the setting only.
    #[must_use]
    pub const fn of(setting: Setting) -> Self {
        match setting {
            Setting::MeetingOpen => Self::Open,
            Setting::Virtual => Self::Virtual,
            Setting::Email | Setting::Chat | Setting::SocialMedia => Self::Written,
            Setting::MeetingAside | Setting::Social | Setting::Unknown => Self::Aside,
        }
    }

    const fn approaches(self) -> &'static [StepKind] {
        match self {
            Self::Open => &[
                StepKind::Break,
                StepKind::Speak,
                StepKind::Write,
                StepKind::InMeeting,
            ],
            Self::Virtual => &[
                StepKind::Speak,
                StepKind::Break,
                StepKind::Write,
                StepKind::InMeeting,
            ],
            Self::Written | Self::Aside => &[StepKind::Speak, StepKind::Write],
        }
    }
}

/// How far things have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Nothing tried yet, or not known.
    Start,
    /// Settled by the first steps.
    FirstSettled,
    /// First steps did not settle it: the informal request can begin.
    Ready,
    /// The first steps settled it, then it happened again.
    FirstAgain,
    /// A request is under way.
    Pending,
    /// The informal step settled it.
    Settled,
    /// The informal step did not settle it.
    Unsettled,
    /// One's own NSB does not act.
    Refused,
    /// The informal step settled it, then it happened again.
    Again,
}

impl Phase {
    /// What was tried under clause 2 decides; else what was tried under clause 1.
    #[must_use]
    pub const fn of(first: First, informal: Informal) -> Self {
        match (informal, first) {
            (Informal::Pending, _) => Self::Pending,
            (Informal::Settled, _) => Self::Settled,
            (Informal::Unsettled, _) => Self::Unsettled,
            (Informal::NsbRefused, _) => Self::Refused,
            (Informal::SettledAgain, _) => Self::Again,
            (_, First::SpokeSettled | First::HelpSettled) => Self::FirstSettled,
            (_, First::SpokeUnsettled | First::HelpUnsettled) => Self::Ready,
            (_, First::SettledAgain) => Self::FirstAgain,
            (_, First::NotYet | First::Unknown) => Self::Start,
        }
    }

    /// Whether clause 1 is on record.
    #[must_use]
    pub const fn first_recorded(first: First) -> bool {
        !matches!(first, First::NotYet | First::Unknown)
    }
}

/// The projection of the facets on which the order of steps depends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OrderKey {
    /// Raiser, capacity and affiliation; the group plays no part and is always unknown here.
    pub who: Who,
    /// Whether direct contact may be suggested.
    pub gate: Gate,
    /// Whether there is retaliation.
    pub retaliation: bool,
    /// How a direct approach could look.
    pub scene: Scene,
    /// Whether somebody else told them.
    pub told: bool,
    /// First steps.
    pub first: First,
    /// Informal request.
    pub informal: Informal,
}

impl OrderKey {
    /// The projection of a whole situation.
    #[must_use]
    pub fn of(facets: &Facets) -> Self {
        Self {
            who: Who {
                group: Group::Unknown,
                ..Who::of(facets)
            },
            gate: Gate::of(facets.safety, facets.lawful, facets.comfort, facets.retaliation),
            retaliation: facets.retaliation == Retaliation::Yes,
            scene: Scene::of(facets.setting),
            told: facets.stake == Stake::Told,
            first: facets.first,
            informal: facets.informal,
        }
    }
}

/// The steps that are offered, the lead first. Never empty.
#[must_use]
pub fn order(key: &OrderKey) -> Vec<StepKind> {
    let mut steps = Vec::with_capacity(7);
    if key.who.standing() == Standing::Outsider {
        if !key.who.tpm_concerned() {
            steps.push(StepKind::AskTpm);
        }
        steps.push(StepKind::LetKnow);
        return steps;
    }
    let phase = Phase::of(key.first, key.informal);
    match key.who.way() {
        Way::Body => steps.extend([StepKind::SectionD, StepKind::WhichRole]),
        Way::Guest => steps.extend([StepKind::TellLeaders, StepKind::Help, StepKind::WhichRole]),
        _ => by_phase(key, phase, &mut steps),
    }
    if key.retaliation {
        let settled = matches!(phase, Phase::FirstSettled | Phase::Settled);
        steps.insert(usize::from(!settled), StepKind::Retaliation);
    }
    steps
}

/// The steps of the three stages.
fn by_phase(key: &OrderKey, phase: Phase, steps: &mut Vec<StepKind>) {
    let officer = key.who.standing() == Standing::Officer;
    let recorded = Phase::first_recorded(key.first);
    match phase {
        Phase::Start => first_steps(key, steps),
        // 1.8 follows a direct discussion; whoever asked others for help may not have had one.
        Phase::FirstSettled if key.first == First::HelpSettled => {
            steps.extend([StepKind::KeepRecord, StepKind::Records]);
        }
        Phase::FirstSettled => match key.gate {
            Gate::Clear | Gate::Unsure => steps.extend([StepKind::Confirm, StepKind::Records]),
            Gate::Guarded => steps.extend([StepKind::Records, StepKind::Confirm]),
            Gate::Danger => steps.push(StepKind::Records),
        },
        Phase::Ready | Phase::FirstAgain => {
            informal(key.who, steps);
            if key.first != First::HelpUnsettled {
                steps.push(StepKind::Help);
            }
            if phase == Phase::FirstAgain && key.gate == Gate::Clear {
                steps.push(StepKind::Speak);
            }
        }
        Phase::Pending => {
            steps.push(StepKind::Remind);
            steps.push(StepKind::Help);
        }
        Phase::Settled => steps.push(StepKind::KeepRecord),
        Phase::Unsettled if officer && recorded && !key.who.way().is_staff() => {
            if key.who.way() == Way::Unclear {
                steps.push(StepKind::WhichRole);
            }
            steps.push(StepKind::Formal);
        }
        Phase::Unsettled if officer && recorded => {
            informal(key.who, steps);
            steps.push(StepKind::Formal);
        }
        Phase::Unsettled if officer => {
            steps.push(StepKind::Help);
            informal(key.who, steps);
        }
        Phase::Unsettled => {
            steps.push(StepKind::AskFormal);
            if !recorded {
                steps.push(StepKind::Help);
            }
        }
        Phase::Refused => {
            steps.push(StepKind::NsbRefused);
            steps.push(StepKind::Help);
        }
        Phase::Again => {
            informal(key.who, steps);
            if officer && recorded {
                steps.push(StepKind::Formal);
            } else if !officer {
                steps.push(StepKind::AskFormal);
            }
            if !recorded {
                steps.push(StepKind::Help);
            }
        }
    }
}

/// Clause 1, with the safety gate (invariant 7).
fn first_steps(key: &OrderKey, steps: &mut Vec<StepKind>) {
    let approaches = key.scene.approaches();
    match key.gate {
        Gate::Clear if !key.told => {
            steps.push(approaches[0]);
            steps.push(StepKind::Understand);
            steps.extend(&approaches[1..]);
            steps.push(StepKind::Help);
        }
        Gate::Clear | Gate::Unsure => {
            steps.push(StepKind::Understand);
            steps.extend(approaches);
            steps.push(StepKind::Help);
        }
        Gate::Guarded => {
            steps.extend([StepKind::Help, StepKind::Understand]);
            steps.extend(approaches);
        }
        Gate::Danger => steps.push(StepKind::Help),
    }
}

/// Clause 2: who takes it up.
fn informal(who: Who, steps: &mut Vec<StepKind>) {
    let unclear = who.way() == Way::Unclear;
    match who.standing() {
        Standing::NoNsb | Standing::Outsider => steps.push(StepKind::AskOrganization),
        Standing::Nsb if who.own_side() == super::Party::OwnNsb => steps.push(StepKind::AskNsb),
        Standing::Nsb => steps.push(StepKind::AskOfficer),
        Standing::Officer if unclear => {}
        Standing::Officer if who.way() == Way::CeoOffice => steps.push(StepKind::FindRecipient),
        Standing::Officer if who.way() == Way::Committee && who.same_nsb() => {
            steps.push(StepKind::InsideNsb);
        }
        Standing::Officer => steps.push(StepKind::NsbWrites),
    }
    if unclear {
        steps.push(StepKind::WhichRole);
    }
}
