//! What holds for all lenses together: one entry, every clause, every open point, every statement said somewhere.

use std::collections::BTreeSet;

use waymark::document;
use waymark::domain::lens::{Arrived, Conflict, HandleFacets, Handler, Items, Outcome, RespondFacets};
use waymark::domain::pack::missing;
use waymark::domain::routing::{Basis, Said, StepKind, plan, statements};
use waymark::domain::routing::{handle as handling, respond as responding, step};
use waymark::domain::{Answers, Clause, Lens, OpenPoint};

use super::helpers::{OF_OTHERS, words};
use super::{handle_keys as handle, respond};

/// Everything that the two lenses say in some situation.
fn said() -> Vec<Said> {
    let mut all: Vec<Said> = Vec::new();
    for (_, _, step) in respond::reachable() {
        all.extend(step.said());
    }
    respond::each_notice(|key| {
        for notice in responding::notices(key) {
            all.extend(
                notice
                    .says
                    .iter()
                    .copied()
                    .chain(notice.parties.iter().map(|r| r.why)),
            );
        }
    });
    respond::each_stage(|me, settled| {
        all.extend(responding::stages(me, settled).iter().map(|stage| stage.note));
        all.extend(responding::cautions(me, settled));
        all.push(responding::stop(me, settled));
    });
    for (_, _, step) in handle::reachable() {
        all.extend(step.said());
    }
    all.extend(handling::step(StepKind::CheckComplete, handling::Desk::default(), Items::FULL).said());
    handle::each_notice(|key| {
        for notice in handling::notices(key) {
            all.extend(
                notice
                    .says
                    .iter()
                    .copied()
                    .chain(notice.parties.iter().map(|r| r.why)),
            );
        }
    });
    handle::each_stage(|key| all.extend(handling::stages(key).iter().map(|stage| stage.note)));
    handle::each_caution(|key| all.extend(handling::cautions(key)));
    for conflict in Conflict::ALL {
        all.extend(
            Outcome::ALL
                .iter()
                .map(|&outcome| handling::stop(conflict, outcome)),
        );
    }
    all
}

#[test]
fn every_statement_of_the_two_lenses_is_said_and_every_open_point_of_theirs_is_met() {
    let said = said();
    let texts: BTreeSet<&str> = said.iter().map(|said| said.text).collect();
    let silent: Vec<&str> = statements::all()
        .map(|said| said.text)
        .filter(|text| !text.starts_with("route.") && !texts.contains(text))
        .collect();
    assert!(silent.is_empty(), "nobody is ever told: {silent:?}");
    for point in OF_OTHERS {
        assert!(
            said.iter().any(|said| said.basis == Basis::Silent(point)),
            "{}",
            point.key()
        );
    }
}

/// Invariant 13: each lens cites what is its own.
#[test]
fn invariant_13_the_clauses_of_each_lens_are_cited_by_its_plan() {
    let all = said();
    let cited = |space: &str| -> BTreeSet<Clause> {
        let of = all.iter().filter(|said| said.text.starts_with(space));
        of.flat_map(|said| match said.basis {
            Basis::Says(clauses) => clauses.to_vec(),
            _ => Vec::new(),
        })
        .collect()
    };
    let respond = cited("respond.");
    for number in [
        "1.2", "1.4", "1.5", "1.6", "1.7", "1.8", "2.1.1", "2.1.2", "2.2.2", "2.3", "3.1", "3.2", "3.3",
        "4.1.3", "4.1.4", "4.1.5", "4.2.1", "4.2.2", "4.3.2", "4.3.3", "4.3.4",
    ] {
        let clause = Clause::parse(number).expect("a clause");
        assert!(
            respond.contains(&clause),
            "the person concerned never reads {number}"
        );
    }
    let handle = cited("handle.");
    for number in [
        "1.4", "1.5", "1.6", "1.8", "2.1", "2.1.1", "2.1.2", "2.1.3", "2.1.4", "2.2.2", "2.2.3", "2.3",
        "3.1", "4.1.1", "4.1.2", "4.1.3", "4.1.4", "4.1.5", "4.2.1", "4.2.2", "4.3.1", "4.3.2", "4.3.3",
        "4.3.4",
    ] {
        let clause = Clause::parse(number).expect("a clause");
        assert!(
            handle.contains(&clause),
            "whoever handles it never reads {number}"
        );
    }
}

#[test]
fn one_entry_makes_the_plan_of_each_lens() {
    for lens in Lens::ALL {
        assert_eq!(Lens::parse(lens.key()), Some(lens));
        let plan = plan(lens, &Answers::default());
        assert_eq!(plan.lens, lens);
        assert!(!plan.steps.is_empty() && plan.steps.iter().all(|step| !step.why.is_empty()));
    }
    let mut answers = Answers::default();
    answers.choose("reached", "tmb");
    answers.choose("my-capacity", "chair");
    assert_eq!(plan(Lens::Respond, &answers).steps[0].kind, StepKind::AnswerTmb);
    answers.choose("handler", "leader");
    answers.choose("ties", "none");
    answers.choose("arrived", "copy");
    assert_eq!(plan(Lens::Handle, &answers).steps[0].kind, StepKind::InCopy);
    assert_eq!(
        plan(Lens::Respond, &answers).steps[0].kind,
        StepKind::AnswerTmb,
        "answers of one lens do not disturb another"
    );
}

/// The steps of one lens are none of another: nobody reads a page that is written for somebody else.
#[test]
fn the_lenses_share_only_the_letters_of_an_officer() {
    for (_, kind, _) in respond::reachable() {
        assert!((StepKind::Reflect..=StepKind::Appeal).contains(kind), "{kind:?}");
    }
    let letters = [
        StepKind::NsbWrites,
        StepKind::InsideNsb,
        StepKind::FindRecipient,
        StepKind::WhichRole,
        StepKind::SectionD,
        StepKind::TellLeaders,
        StepKind::Formal,
    ];
    for (desk, kind, _) in handle::reachable() {
        assert!(*kind > StepKind::Appeal || letters.contains(kind), "{kind:?}");
        assert!(
            !letters.contains(kind) || desk.handler == Handler::NsbOfficer,
            "{desk:?} {kind:?}"
        );
    }
    for &kind in StepKind::ALL.iter().filter(|kind| **kind > StepKind::LetKnow) {
        let made = step(kind, waymark::domain::routing::Who::default());
        assert!(
            made.why.is_empty(),
            "the routing of those who raise a concern has no {kind:?}"
        );
    }
}

#[test]
fn every_plan_of_the_two_lenses_can_be_shown() {
    let _ = missing::take();
    let show = |plan: &waymark::domain::routing::Plan| {
        let doc = document::plan::plan(words(), plan);
        assert!(doc.blocks.len() > 8 && !doc.title.is_empty());
    };
    let mut shown = 0;
    respond::each_plan(|facets: &RespondFacets| {
        shown += 1;
        if shown % 7 == 0 {
            show(&responding::plan(facets));
        }
    });
    for facets in handle::spread(10_000) {
        show(&handling::plan(&facets));
    }
    let lost = missing::take();
    assert!(lost.is_empty(), "{lost:?}");
}

/// A person who is the one it is about, and a desk that is the very one: neither is left without a next step.
#[test]
fn every_handler_and_everything_that_arrives_has_a_first_step() {
    for &handler in Handler::ALL {
        for &arrived in Arrived::ALL {
            let plan = handling::plan(&HandleFacets {
                handler,
                arrived,
                conflict: Conflict::Clear,
                ..HandleFacets::default()
            });
            assert!(plan.steps.len() >= 2, "{handler:?} {arrived:?}");
        }
    }
    assert!(OpenPoint::ALL.len() > OF_OTHERS.len());
}
