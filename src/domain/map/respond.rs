//! The map of the person concerned: where the concern has reached them. What others do before it and after it is theirs.

use super::{Part, Place, PlaceState, States};
use crate::domain::lens::{Reached, RespondFacets, Settled, Side};

/// The state of every place.
pub(super) fn states(facets: &RespondFacets) -> States {
    let mut states = States::of(|place| match place {
        _ if place.part() == Part::Beside => PlaceState::Open,
        Place::SettledFirst | Place::SettledInformal | Place::Answer | Place::Appeal => PlaceState::Locked,
        _ => PlaceState::NotYours,
    });
    states.unlawful(facets.lawful, facets.setting);
    let settled = match facets.reached {
        Reached::Noticed | Reached::Spoken | Reached::Helper | Reached::Message | Reached::Unknown => {
            Place::SettledFirst
        }
        Reached::OwnNsb | Reached::Liaison | Reached::Leaders | Reached::CeoOffice => Place::SettledInformal,
        Reached::Tmb | Reached::TmbDecision => {
            for passed in [Place::SettledFirst, Place::SettledInformal] {
                states.mark(passed, PlaceState::NotYours);
            }
            states.mark(Place::Tmb, PlaceState::Done);
            if facets.reached == Reached::TmbDecision {
                states.mark(Place::Answer, PlaceState::NotYours);
                states.mark(Place::Appeal, PlaceState::Now);
            } else {
                states.mark(Place::Answer, PlaceState::Now);
            }
            return states;
        }
    };
    if settled == Place::SettledInformal {
        states.mark(Place::SettledFirst, PlaceState::NotYours);
    }
    let quiet = facets.settled == Settled::Yes && facets.reached != Reached::Noticed;
    if let Some(place) = reached(facets) {
        states.mark(place, if quiet { PlaceState::Done } else { PlaceState::Now });
    }
    if quiet {
        states.mark(settled, PlaceState::Now);
    }
    states
}

/// Where it reached them; within one NSB no NSB writes to another (invariant 16).
fn reached(facets: &RespondFacets) -> Option<Place> {
    Some(match facets.reached {
        Reached::Spoken | Reached::Message => Place::Approach,
        Reached::Helper => Place::Help,
        Reached::OwnNsb if facets.side == Side::SameNsb => Place::OwnSide,
        Reached::OwnNsb => Place::RouteNsb,
        Reached::Liaison => Place::RouteLiaison,
        Reached::Leaders => Place::RouteLead,
        Reached::CeoOffice => Place::RouteStaff,
        Reached::Noticed | Reached::Tmb | Reached::TmbDecision | Reached::Unknown => return None,
    })
}
