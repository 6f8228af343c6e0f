//! The map: one picture for all, states from the same steps and stages as the plan.

use std::collections::BTreeSet;

use waymark::domain::map::{Part, Place, PlaceState, WAYS, map};
use waymark::domain::routing::{Standing, Way, Who, route};
use waymark::domain::situation::{Affiliation, Facets, Lawful, Raiser};

use super::helpers::spread;

#[test]
fn the_places_have_positions_that_never_meet() {
    let drawn = map(&Facets::default());
    let mut taken = BTreeSet::new();
    for spot in &drawn.spots {
        assert!(
            taken.insert((spot.place.part() == Part::Beside, spot.row, spot.column)),
            "{spot:?}"
        );
        assert!(spot.column < spot.of && spot.of <= 4, "fits a phone: {spot:?}");
    }
    for (from, to) in WAYS {
        let row = |place: Place| drawn.spots[place as usize].row;
        assert!(row(*from) < row(*to), "a way leads down: {from:?} to {to:?}");
    }
}

#[test]
fn you_are_here_wherever_the_process_leads() {
    for facets in spread(100_000) {
        let who = Who::of(&facets);
        let outside = who.standing() == Standing::Outsider || matches!(who.way(), Way::Body | Way::Guest);
        let drawn = map(&facets);
        let here = drawn
            .spots
            .iter()
            .filter(|spot| spot.state == PlaceState::Now)
            .count();
        if !outside {
            assert!(here >= 1, "{facets:?} {:?}", route(&facets).steps[0].kind);
        }
        let state = |place: Place| drawn.spots[place as usize].state;
        if facets.raiser != Raiser::NsbOfficer {
            assert_eq!(state(Place::Tmb), PlaceState::NotYours, "{facets:?}");
        }
        if facets.affiliation == Affiliation::SameNsb {
            assert!(
                !matches!(state(Place::RouteNsb), PlaceState::Now | PlaceState::Open),
                "{facets:?}"
            );
        }
        let beside = state(Place::UnlawfulMeeting) == PlaceState::Now
            || state(Place::UnlawfulWritten) == PlaceState::Now;
        assert_eq!(beside, facets.lawful == Lawful::MaybeUnlawful, "{facets:?}");
    }
}
