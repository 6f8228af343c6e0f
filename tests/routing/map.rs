//! The map: one picture for all, states from the same steps and stages as the plan.

use std::collections::BTreeSet;

use waymark::domain::Lens;
use waymark::domain::case::Case;
use waymark::domain::map::{self, Part, Place, PlaceState, WAYS, map};
use waymark::domain::routing::{StageState, Standing, Way, Who, route};
use waymark::domain::situation::{Affiliation, Facets, First, Lawful, Raiser};

use super::helpers::spread;
use crate::a_case;
use crate::rows::row;

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

/// The places where one is, on the three parts.
fn here(case: &Case) -> Vec<Place> {
    let now = map::of(case).spots.into_iter();
    now.filter(|spot| spot.state == PlaceState::Now && spot.place.part() != Part::Beside)
        .map(|spot| spot.place)
        .collect()
}

fn case(lens: Lens, answers: &[(&str, &str)], ledger: &[&str]) -> Case {
    let rows = ledger.iter().map(|what| row(&[("what", what)]));
    Case {
        lens,
        ..a_case::case(answers, rows.collect())
    }
}

#[test]
fn the_map_follows_the_side_from_which_the_case_is_seen() {
    let raise = &[
        ("raiser", "expert"),
        ("capacity", "delegate"),
        ("first", "spoke-unsettled"),
    ][..];
    let officer = ("handler", "nsb-officer");
    let free = ("ties", "none");
    for (lens, answers, ledger, wanted) in [
        (Lens::Raise, raise, &[][..], &[Place::OwnSide][..]),
        (Lens::Raise, raise, &["formal"], &[Place::Tmb]),
        (Lens::Raise, raise, &["formal", "appeal"], &[Place::Appeal]),
        (Lens::Respond, &[], &[], &[]),
        (Lens::Respond, raise, &[], &[]),
        (Lens::Respond, &[("reached", "noticed")], &[], &[]),
        (Lens::Respond, &[("reached", "message")], &[], &[Place::Approach]),
        (Lens::Respond, &[("reached", "helper")], &[], &[Place::Help]),
        (
            Lens::Respond,
            &[("reached", "own-nsb"), ("my-side", "other-nsb")],
            &[],
            &[Place::RouteNsb],
        ),
        (Lens::Respond, &[("reached", "leaders")], &[], &[Place::RouteLead]),
        (Lens::Respond, &[("reached", "tmb")], &[], &[Place::Answer]),
        (
            Lens::Respond,
            &[("reached", "message")],
            &["formal"],
            &[Place::Answer],
        ),
        (
            Lens::Respond,
            &[("reached", "tmb-decision")],
            &[],
            &[Place::Appeal],
        ),
        (Lens::Handle, &[], &[], &[]),
        (
            Lens::Handle,
            &[("handler", "helper"), free, ("arrived", "help")],
            &[],
            &[Place::Help],
        ),
        (
            Lens::Handle,
            &[officer, free, ("arrived", "member"), ("capacity", "delegate")],
            &[],
            &[Place::OwnSide],
        ),
        (
            Lens::Handle,
            &[officer, free, ("arrived", "other-nsb"), ("capacity", "convenor")],
            &[],
            &[Place::RouteLead],
        ),
        (
            Lens::Handle,
            &[
                ("handler", "tpm"),
                free,
                ("arrived", "convey"),
                ("capacity", "liaison"),
            ],
            &[],
            &[Place::RouteLiaison],
        ),
        // Connected to one side: it is handed over.
        (
            Lens::Handle,
            &[officer, ("ties", "close"), ("arrived", "member")],
            &[],
            &[],
        ),
        (
            Lens::Handle,
            &[officer, free, ("arrived", "member")],
            &["formal"],
            &[Place::Tmb],
        ),
    ] {
        assert_eq!(
            here(&case(lens, answers, ledger)),
            wanted,
            "{lens:?} {answers:?} {ledger:?}"
        );
    }
}

#[test]
fn from_every_side_the_map_is_where_the_plan_is() {
    let mut seed = 11_u32;
    let mut chance = move |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) as usize % below.max(1)
    };
    for _ in 0..20_000 {
        for lens in [Lens::Respond, Lens::Handle] {
            let mut made = case(lens, &[], &[]);
            for question in lens.questions() {
                if let Some(option) = question.options().get(chance(question.options().len())) {
                    made.answers.choose(question.id, option);
                }
            }
            let plan = made.plan(lens);
            let places = here(&made);
            assert!(places.len() <= 1, "{:?}", made.answers);
            let drawn = map::of(&made);
            let state = |place: Place| drawn.spots[place as usize].state;
            // No formal request is at hand for anybody but an NSB with 1 and 2 on record (invariant 3).
            if lens == Lens::Handle && matches!(state(Place::Tmb), PlaceState::Now | PlaceState::Open) {
                assert_ne!(plan.stages[2].state, StageState::Locked, "{:?}", made.answers);
            }
            // Where one is, stands in the stage that the plan calls "now", or settled.
            if let (Lens::Respond, [place]) = (lens, &places[..]) {
                let at = place.part() as usize;
                assert!(
                    matches!(plan.stages[at].state, StageState::Now | StageState::Done),
                    "{place:?} {:?}",
                    made.answers
                );
            }
            // Options are weighed by one side of two lists, never mixed (invariant 6).
            let open = |place| state(place) == PlaceState::Open;
            assert!(!(open(Place::OptionsCommittee) && open(Place::OptionsLead)));
        }
    }
}

#[test]
fn what_helpers_settled_is_settled_by_the_first_steps() {
    let facets = Facets {
        first: First::HelpSettled,
        ..Facets::default()
    };
    let state = |place: Place| map(&facets).spots[place as usize].state;
    assert_eq!(state(Place::SettledFirst), PlaceState::Now);
    assert_ne!(state(Place::SettledInformal), PlaceState::Now);
}

/// The last resort stands on the map of an officer as it does among the stages, however the concern arrived.
#[test]
fn the_map_of_an_officer_opens_the_last_resort_with_the_stage() {
    for (arrived, wanted) in [
        ("member", PlaceState::Now),
        ("staff", PlaceState::Now),
        ("formal", PlaceState::Now),
        ("help", PlaceState::Open),
        ("other-nsb", PlaceState::Locked),
        ("unknown", PlaceState::Locked),
    ] {
        let answers = [
            ("handler", "nsb-officer"),
            ("ties", "none"),
            ("arrived", arrived),
            ("capacity", "convenor"),
            ("sides", "other-nsb"),
        ];
        let rows = ["help-leaders", "nsb-lead"].map(|what| row(&[("what", what), ("ended", "unsettled")]));
        let mut made = a_case::case(&answers, rows.to_vec());
        made.lens = Lens::Handle;
        let drawn = map::of(&made);
        assert_eq!(drawn.spots[Place::Tmb as usize].state, wanted, "{arrived}");
    }
}
