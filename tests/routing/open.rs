//! Open points stand in a plan where a step, a level or a role of that case is touched by them, and nowhere else.

use waymark::document::inline::Inline;
use waymark::document::{self, Block, Doc, Route, Voice};
use waymark::domain::OpenPoint;
use waymark::domain::lens::{Arrived, Lens, Outcome, Reached, Settled};
use waymark::domain::routing::{
    Gate, Phase, Plan, Standing, Step, StepKind, Way, Who, handle, respond as responding, route,
};
use waymark::domain::situation::{Affiliation, Capacity, Group};

use super::a_case::case;
use super::helpers::{offers, spread, words};
use super::{handle_keys, respond};

/// Situations, and the open points of their plans: all of them, in their order.
type Told = (
    Lens,
    &'static [(&'static str, &'static str)],
    &'static [&'static str],
);

const TOLD: &[Told] = &[
    (
        Lens::Raise,
        &[
            ("raiser", "expert"),
            ("capacity", "delegate"),
            ("affiliation", "other-nsb"),
            ("safety", "safe"),
            ("comfort", "yes"),
            ("first", "not-yet"),
        ],
        &["records", "not-exhaustive", "colleagues", "no-deadline"],
    ),
    (
        Lens::Raise,
        &[
            ("raiser", "expert"),
            ("capacity", "delegate"),
            ("affiliation", "other-nsb"),
            ("safety", "fear"),
            ("first", "not-yet"),
        ],
        &[
            "unsafe",
            "not-exhaustive",
            "records",
            "grave-cases",
            "no-deadline",
        ],
    ),
    (
        Lens::Raise,
        &[
            ("raiser", "expert"),
            ("capacity", "delegate"),
            ("affiliation", "other-nsb"),
            ("first", "spoke-unsettled"),
            ("informal", "not-yet"),
        ],
        &[
            "confidential-evidence",
            "corroboration",
            "options-not-remedies",
            "colleagues",
            "no-deadline",
        ],
    ),
    (
        Lens::Raise,
        &[
            ("raiser", "expert"),
            ("capacity", "delegate"),
            ("affiliation", "other-nsb"),
            ("first", "spoke-settled"),
        ],
        &["records", "no-deadline"],
    ),
    (
        Lens::Raise,
        &[
            ("raiser", "expert"),
            ("capacity", "delegate"),
            ("affiliation", "other-nsb"),
            ("first", "help-unsettled"),
            ("informal", "nsb-refused"),
        ],
        &["own-nsb-refuses", "bypass", "colleagues", "no-deadline"],
    ),
    (
        Lens::Respond,
        &[
            ("reached", "spoken"),
            ("my-capacity", "delegate"),
            ("my-side", "other-nsb"),
            ("my-settled", "not-yet"),
        ],
        &["no-deadline", "hearing", "concerned-help"],
    ),
    (
        Lens::Respond,
        &[
            ("reached", "own-nsb"),
            ("my-capacity", "delegate"),
            ("my-side", "other-nsb"),
            ("my-settled", "yes"),
        ],
        &["closing", "concerned-help"],
    ),
    (
        Lens::Handle,
        &[
            ("handler", "leader"),
            ("arrived", "help"),
            ("capacity", "delegate"),
            ("ties", "none"),
            ("tried-first", "spoke"),
        ],
        &["records", "no-deadline"],
    ),
    (
        Lens::Handle,
        &[
            ("handler", "leader"),
            ("arrived", "liaison"),
            ("capacity", "delegate"),
            ("ties", "none"),
            ("tried-first", "spoke"),
        ],
        &["no-nsb", "no-deadline"],
    ),
];

#[test]
fn a_plan_names_the_open_points_of_its_case() {
    for (lens, answers, open) in TOLD {
        let plan = case(answers, Vec::new()).plan(*lens);
        let met: Vec<&str> = plan.open().iter().map(|point| point.key()).collect();
        assert_eq!(met, *open, "{lens:?} {answers:?}");
    }
}

/// The condition of each point that follows from answers, over situations of every kind.
#[test]
fn no_plan_names_a_point_of_another_level_or_role() {
    for facets in spread(8_000) {
        let who = Who::of(&facets);
        let phase = Phase::of(facets.first, facets.informal);
        let gate = Gate::of(facets.safety, facets.lawful, facets.comfort, facets.retaliation);
        let again = matches!(phase, Phase::FirstAgain | Phase::Again);
        let no_nsb = who.standing() == Standing::NoNsb;
        let plan = route(&facets);
        let staff = who.way().is_staff();
        only(
            &plan,
            OpenPoint::GraveCases,
            gate >= Gate::Guarded || !Phase::first_recorded(facets.first),
        );
        only(
            &plan,
            OpenPoint::SettledAgain,
            again || phase == Phase::Unsettled && staff,
        );
        let unanswered = matches!(phase, Phase::Pending | Phase::Refused);
        only(&plan, OpenPoint::OwnNsbRefuses, unanswered);
        only(&plan, OpenPoint::NoNsb, no_nsb);
        only(&plan, OpenPoint::Appeal, false);
        only(
            &plan,
            OpenPoint::TmbActions,
            offers(&plan, StepKind::AskFormal) || offers(&plan, StepKind::Formal),
        );
        let mixed =
            facets.capacity == Capacity::ManyHats || matches!(facets.group, Group::Joint | Group::AdHoc);
        only(&plan, OpenPoint::JointGroups, mixed);
        let unknown = facets.affiliation == Affiliation::Unknown;
        only(&plan, OpenPoint::SameNsb, who.same_nsb());
        let officer = matches!(facets.capacity, Capacity::HeadOfDelegation | Capacity::NsbOfficer);
        let own = facets.affiliation == Affiliation::SameNsb || unknown;
        only(&plan, OpenPoint::NsbOfficerConcerned, officer && own);
        only(&plan, OpenPoint::WgExpert, facets.capacity == Capacity::WgExpert);
        only(&plan, OpenPoint::Guest, who.way() == Way::Guest);
    }
    for facets in handle_keys::spread(4_000) {
        let plan = handle::plan(&facets);
        only(&plan, OpenPoint::NoNsb, facets.arrived == Arrived::Liaison);
        only(&plan, OpenPoint::OwnNsbRefuses, false);
        only(&plan, OpenPoint::SettledAgain, facets.outcome == Outcome::Broken);
        only(&plan, OpenPoint::Appeal, false);
        let mixed =
            facets.capacity == Capacity::ManyHats || matches!(facets.group, Group::Joint | Group::AdHoc);
        only(&plan, OpenPoint::JointGroups, mixed);
    }
    respond::each_plan(|facets| {
        let plan = responding::plan(facets);
        only(&plan, OpenPoint::OwnNsbRefuses, false);
        only(&plan, OpenPoint::SettledAgain, facets.settled == Settled::Again);
        only(&plan, OpenPoint::Closing, facets.settled == Settled::Yes);
        only(&plan, OpenPoint::Appeal, facets.reached == Reached::TmbDecision);
    });
}

/// The point stands in the plan only if this holds.
fn only(plan: &Plan, point: OpenPoint, holds: bool) {
    let kinds: Vec<&str> = plan.steps.iter().map(Step::key).collect();
    assert!(
        holds || !plan.open().contains(&point),
        "{} in {kinds:?}",
        point.key()
    );
}

/// What is not counted is still one click away: every statement that the text is silent leads to its point.
#[test]
fn every_silence_on_the_page_leads_to_its_open_point() {
    for facets in spread(200) {
        let plan = route(&facets);
        let doc = document::plan::plan(words(), &plan);
        let mut led = Vec::new();
        each(&doc.blocks, &mut |block| {
            if let Block::Voice(Voice::Silent, texts) = block {
                for text in texts {
                    assert!(leads(text), "{text:?}");
                    led.push(text.clone());
                }
            }
        });
        assert!(!led.is_empty());
    }
}

fn leads(text: &[Inline]) -> bool {
    text.iter()
        .any(|piece| matches!(piece, Inline::Link(route, _) if route.href().starts_with("#/open/")))
}

fn each(blocks: &[Block], visit: &mut impl FnMut(&Block)) {
    for block in blocks {
        visit(block);
        if let Block::Details(_, inner) = block {
            each(inner, visit);
        }
    }
}

/// Whoever a concern was raised about is led to what not to do now, before the first step with its buttons.
#[test]
fn what_not_to_do_now_stands_before_the_first_answer() {
    let page = Route::page("respond/not-now");
    let mut count = 0;
    respond::each_plan(|facets| {
        let plan = responding::plan(facets);
        let doc: Doc = document::plan::plan(words(), &plan);
        let mut before = true;
        let mut led = false;
        for block in &doc.blocks {
            before &= !matches!(block, Block::Lead(_));
            if let (true, Block::Voice(_, texts)) = (before, block) {
                let here = |piece: &Inline| matches!(piece, Inline::Link(route, _) if *route == page);
                led |= texts.iter().flatten().any(here);
            }
        }
        assert_eq!(led, facets.reached != Reached::Noticed, "{facets:?}");
        count += usize::from(led);
    });
    assert!(count > 0);
}
