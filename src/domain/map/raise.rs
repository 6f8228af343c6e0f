//! The map of the one who raises a concern.

use super::{Part, Place, PlaceState, States, on_path, route};
use crate::domain::routing::{
    OrderKey, Phase, StageKey, StageState, Standing, StepKind, Way, Who, order, stages,
};
use crate::domain::situation::{Facets, First, Retaliation};

/// The state of every place.
pub(super) fn states(facets: &Facets) -> States {
    let who = Who::of(facets);
    let phase = Phase::of(facets.first, facets.informal);
    let [_, _, formal] = stages(&StageKey::of(facets));
    let steps = order(&OrderKey::of(facets));
    let outside = who.standing() == Standing::Outsider || matches!(who.way(), Way::Body | Way::Guest);
    let mut states = States::of(|place| {
        let done = !outside && is_done(place, facets, who, phase);
        match place.part() {
            Part::Beside => PlaceState::Open,
            _ if outside || !on_path(place, who) => PlaceState::NotYours,
            _ if done => PlaceState::Done,
            Part::Formal if place != Place::Tmb => PlaceState::Locked,
            Part::Formal if who.standing() != Standing::Officer => PlaceState::NotYours,
            Part::Formal if formal.state == StageState::Locked => PlaceState::Locked,
            Part::Formal => PlaceState::Open,
            Part::First | Part::Informal => PlaceState::Locked,
        }
    });
    let place_of = |kind| match kind {
        // A record of what helpers settled belongs to the first steps.
        StepKind::KeepRecord if phase == Phase::FirstSettled => Some(Place::SettledFirst),
        _ => place_of(kind, who),
    };
    for &kind in steps.iter().skip(1).rev() {
        if let Some(place) = place_of(kind) {
            states.mark(place, PlaceState::Open);
        }
    }
    if let Some(place) = steps.first().and_then(|&lead| place_of(lead)) {
        states.mark(place, PlaceState::Now);
    }
    if facets.retaliation == Retaliation::Yes {
        states.mark(Place::Retaliation, PlaceState::Now);
    }
    states.unlawful(facets.lawful, facets.setting);
    states
}

/// Whether the answers say that this place was passed.
fn is_done(place: Place, facets: &Facets, who: Who, phase: Phase) -> bool {
    let asked = phase >= Phase::Pending;
    match place {
        Place::Understand => Phase::first_recorded(facets.first),
        Place::Approach => {
            matches!(
                facets.first,
                First::SpokeSettled | First::SpokeUnsettled | First::SettledAgain
            )
        }
        Place::Help => matches!(facets.first, First::HelpSettled | First::HelpUnsettled),
        Place::SettledFirst => facets.first == First::SettledAgain,
        Place::OwnSide => asked || (who.standing() == Standing::Officer && phase >= Phase::Ready),
        Place::RouteNsb | Place::RouteLiaison | Place::RouteLead | Place::RouteStaff => {
            who.way() != Way::Unclear && matches!(phase, Phase::Settled | Phase::Unsettled | Phase::Again)
        }
        Place::SettledInformal => phase == Phase::Again,
        _ => false,
    }
}

/// Where a step takes place.
const fn place_of(kind: StepKind, who: Who) -> Option<Place> {
    let route = route(who);
    Some(match kind {
        StepKind::Understand => Place::Understand,
        StepKind::Speak | StepKind::Write => Place::Approach,
        StepKind::Break | StepKind::InMeeting => Place::Meeting,
        StepKind::Help if matches!(who.way(), Way::Guest) => return None,
        StepKind::Help => Place::Help,
        StepKind::Confirm | StepKind::Records => Place::SettledFirst,
        StepKind::AskNsb
        | StepKind::AskOfficer
        | StepKind::AskOrganization
        | StepKind::NsbRefused
        | StepKind::AskFormal => Place::OwnSide,
        StepKind::Remind | StepKind::NsbWrites | StepKind::InsideNsb | StepKind::FindRecipient => route,
        StepKind::WhichRole if matches!(who.way(), Way::Unclear) => Place::OwnSide,
        StepKind::KeepRecord => Place::SettledInformal,
        StepKind::Formal => Place::Tmb,
        StepKind::Retaliation => Place::Retaliation,
        // Outside the three parts, or a step of another lens.
        _ => return None,
    })
}
