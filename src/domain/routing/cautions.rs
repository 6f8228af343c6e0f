//! Cautions that belong to a situation, whatever step comes next.

use super::statements::beside as s;
use super::{Gate, Phase, Said, Way, Who};
use crate::domain::situation::{
    Affiliation, Capacity, Facets, First, Group, Informal, People, Raiser, Recurrence, Setting, Stake,
};

/// The projection of the facets on which the cautions depend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CautionKey {
    /// Who and about whom.
    pub who: Who,
    /// How they know of it.
    pub stake: Stake,
    /// Where it happened.
    pub setting: Setting,
    /// Whether anything speaks against direct contact.
    pub guarded: bool,
    /// One person or several.
    pub people: People,
    /// Since when.
    pub recurrence: Recurrence,
    /// First steps.
    pub first: First,
    /// Informal request.
    pub informal: Informal,
}

impl CautionKey {
    /// The projection of a whole situation.
    #[must_use]
    pub fn of(facets: &Facets) -> Self {
        let gate = Gate::of(facets.safety, facets.lawful, facets.comfort, facets.retaliation);
        Self {
            who: Who::of(facets),
            stake: facets.stake,
            setting: facets.setting,
            guarded: matches!(gate, Gate::Guarded | Gate::Danger),
            people: facets.people,
            recurrence: facets.recurrence,
            first: facets.first,
            informal: facets.informal,
        }
    }
}

/// The cautions, the most particular first. Each of the three parts depends on its own facets alone.
#[must_use]
pub fn cautions(key: &CautionKey) -> Vec<Said> {
    let mut all = Vec::with_capacity(8);
    about_people(key.who, key.stake, key.people, &mut all);
    about_progress(key, &mut all);
    about_place(key.setting, key.who.group, &mut all);
    all.extend([
        s::CAUTION_NEED_TO_KNOW,
        s::CAUTION_PURPOSE,
        s::CAUTION_NO_DEADLINE,
    ]);
    all
}

fn about_people(who: Who, stake: Stake, people: People, all: &mut Vec<Said>) {
    if people == People::Several {
        all.push(s::CAUTION_SEVERAL);
    }
    match stake {
        Stake::Told => all.push(s::CAUTION_TOLD),
        Stake::Saw => all.push(s::CAUTION_SAW),
        Stake::Experienced | Stake::Unknown => {}
    }
    match who.capacity {
        Capacity::CommitteeManager | Capacity::IsoCs | Capacity::WgSecretary => {
            all.extend([s::CAUTION_SECRETARIAT, s::CAUTION_SHARED_MAIL]);
        }
        Capacity::ManyHats => all.push(s::CAUTION_MANY_HATS),
        _ => {}
    }
    if who.raiser == Raiser::Leader {
        all.push(s::CAUTION_NSB_LEADER);
    }
    let may_be_same = matches!(who.way(), Way::Committee | Way::Lead | Way::Unclear);
    if may_be_same && who.affiliation == Affiliation::Unknown {
        all.push(s::CAUTION_AFFILIATION);
    }
}

fn about_progress(key: &CautionKey, all: &mut Vec<Said>) {
    let phase = Phase::of(key.first, key.informal);
    let outside = matches!(key.who.way(), Way::Body | Way::Guest) || key.who.raiser == Raiser::Outsider;
    if matches!(phase, Phase::FirstAgain | Phase::Again) {
        all.extend([s::CAUTION_AGAIN, s::CAUTION_AGREEMENT]);
    }
    if phase > Phase::FirstAgain && phase != Phase::Settled && !Phase::first_recorded(key.first) && !outside {
        all.push(s::CAUTION_FIRST_MISSING);
    } else if phase == Phase::Start && key.guarded && !outside {
        all.push(s::CAUTION_GRAVE);
    }
    match key.recurrence {
        Recurrence::Ongoing => all.extend([s::CAUTION_ONGOING, s::CAUTION_REPEATED]),
        Recurrence::Repeated => all.push(s::CAUTION_REPEATED),
        Recurrence::Once | Recurrence::Unknown => {}
    }
}

fn about_place(setting: Setting, group: Group, all: &mut Vec<Said>) {
    if matches!(setting, Setting::Social | Setting::SocialMedia) {
        all.push(s::CAUTION_SOCIAL);
    }
    if matches!(setting, Setting::Email | Setting::Chat | Setting::SocialMedia) {
        all.push(s::CAUTION_WRITTEN);
    }
    if matches!(group, Group::Joint | Group::AdHoc) {
        all.push(s::CAUTION_JOINT);
    }
}
