//! The map of whoever handles a concern: where it is on its way when it reaches them.

use super::{Part, Place, PlaceState, States, on_path, route};
use crate::domain::lens::{Arrived, Conflict, FirstTried, HandleFacets, Handler, InformalTried, Outcome};
use crate::domain::routing::handle::{Desk, HandleKey, HandleStages, order, stages};
use crate::domain::routing::{StageState, StepKind, Way};

/// The state of every place.
pub(super) fn states(facets: &HandleFacets) -> States {
    let desk = Desk::of(facets);
    let who = desk.who();
    let [_, _, formal] = stages(&HandleStages::of(facets));
    let ready = formal.state != StageState::Locked;
    let key = HandleKey::of(facets);
    let steps = order(&key);
    let outside = matches!(who.way(), Way::Body | Way::Guest);
    let options = match who.way() {
        Way::Lead | Way::LeadLiaison => Place::OptionsLead,
        _ => Place::OptionsCommittee,
    };
    let mut states = States::of(|place| match place {
        _ if place.part() == Part::Beside => PlaceState::Open,
        _ if outside => PlaceState::NotYours,
        // Weighing the options is for those on the side of the person concerned (2.1.4, 2.2.3).
        _ if place == options && steps.contains(&StepKind::Weigh) => PlaceState::Open,
        // First steps are for the one who raises it, or the one who helps.
        Place::Approach if facets.first == FirstTried::Spoke => PlaceState::Done,
        Place::Help if facets.first == FirstTried::Helped => PlaceState::Done,
        Place::Understand | Place::Approach | Place::Meeting | Place::Help => PlaceState::NotYours,
        _ if !on_path(place, who) => PlaceState::NotYours,
        Place::Tmb if facets.handler != Handler::NsbOfficer => PlaceState::NotYours,
        _ => PlaceState::Locked,
    });
    states.unlawful(facets.lawful, facets.setting);
    if outside || key.conflict == Conflict::Conflicted {
        return states;
    }
    let route = route(who);
    if facets.informal == InformalTried::Recorded {
        states.mark(Place::OwnSide, PlaceState::Done);
        states.mark(route, PlaceState::Done);
    }
    let here = match facets.arrived {
        Arrived::Unknown => return states,
        Arrived::Help => {
            if ready {
                states.mark(Place::Tmb, PlaceState::Open);
            }
            Place::Help
        }
        // The last resort is where one is, however it arrived; whoever asks for help is helped first.
        _ if ready => Place::Tmb,
        Arrived::Member | Arrived::Liaison => {
            if steps.contains(&StepKind::NsbWrites) {
                states.mark(route, PlaceState::Open);
            }
            Place::OwnSide
        }
        Arrived::Formal => Place::OwnSide,
        Arrived::OtherNsb | Arrived::Staff | Arrived::Convey | Arrived::Copy => {
            states.mark(Place::OwnSide, PlaceState::Done);
            route
        }
    };
    let agreed = facets.outcome == Outcome::Agreed;
    states.mark(here, if agreed { PlaceState::Done } else { PlaceState::Now });
    if agreed {
        let settled = if facets.arrived == Arrived::Help {
            Place::SettledFirst
        } else {
            Place::SettledInformal
        };
        states.mark(settled, PlaceState::Now);
    }
    states
}
