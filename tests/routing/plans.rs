//! What a whole plan says: each statement under the source it has, nothing that contradicts another line, nothing for another side.

use std::collections::BTreeSet;

use waymark::document::{self, Block};
use waymark::domain::lens::Lens;
use waymark::domain::open::OpenPoint;
use waymark::domain::questions::{HANDLE, SITUATION};
use waymark::domain::routing::statements::{beside, first, lines, second};
use waymark::domain::routing::{
    Basis, Line, NoticeKind, Party, Plan, Said, Standing, StepKind, Way, Who, notices, route, stages,
};
use waymark::domain::situation::Facets;
use waymark::domain::{Clause, lens::Handler};

use super::a_case::case;
use super::helpers::{
    OF_OTHERS, OF_THE_ASSESSMENT, each_notice, each_stage, offers, on, reachable, spread, words,
};
use super::{handle_keys, respond};

/// What a statement cites.
fn cites(said: Said, clause: Clause) -> bool {
    matches!(said.basis, Basis::Says(clauses) if clauses.contains(&clause))
}

/// 2.1 makes first steps a condition at committee level; under 2.2.2 and 2.3 only the introduction has the order.
#[test]
fn the_condition_of_2_1_is_cited_where_it_stands() {
    let at_committee = |who: Who| matches!(who.way(), Way::Committee | Way::Liaison);
    let texts = [
        second::PREPARE_TRIED.text,
        first::APPROACH_FAILS_INFORMAL.text,
        beside::STAGE_INFORMAL_AFTER.text,
        beside::STAGE_INFORMAL_SETTLED.text,
        beside::STAGE_INFORMAL_NOW.text,
    ];
    let mut met = BTreeSet::new();
    let mut look = |who: Who, said: Said| {
        if texts.contains(&said.text) {
            met.insert(said.text);
            assert_eq!(
                cites(said, Clause::C2_1),
                at_committee(who),
                "{who:?} {}",
                said.text
            );
            assert_eq!(
                cites(said, Clause::Intro),
                !at_committee(who),
                "{who:?} {}",
                said.text
            );
        }
    };
    for (who, _, step) in reachable() {
        step.said().for_each(|said| look(*who, said));
    }
    each_stage(|key| {
        for stage in stages(key) {
            look(key.who, stage.note);
        }
    });
    assert_eq!(met.len(), texts.len(), "{met:?}");
}

/// Where 4.5.2 names the employer’s lawyers, the plan says how that goes with leaving the employer out (4.2.1).
#[test]
fn naming_the_employers_lawyers_is_squared_with_leaving_the_employer_out() {
    each_notice(|key| {
        for notice in notices(key) {
            let named = notice
                .parties
                .iter()
                .any(|line| line.party == Party::EmployerCounsel);
            let told = notice.says.contains(&beside::UNLAWFUL_EMPLOYER);
            assert_eq!(named, told, "{key:?}");
        }
    });
}

/// 4.1.4: what a desk writes has the TPM in copy, or the reason why not.
#[test]
fn the_tpm_is_copied_on_what_a_desk_writes() {
    let writes = [
        StepKind::Receipt,
        StepKind::CheckComplete,
        StepKind::FirstStepsFirst,
        StepKind::PointToNsb,
        StepKind::RightOfReply,
        StepKind::AgreeOutcome,
        StepKind::CloseRaiser,
        StepKind::CloseConcerned,
    ];
    let mut met = BTreeSet::new();
    for (desk, kind, step) in handle_keys::reachable() {
        if !writes.contains(kind) {
            continue;
        }
        let copied = on(step, Line::Copy, Party::Tpm);
        let addressed = on(step, Line::To, Party::Tpm);
        let help = desk.arrived == waymark::domain::lens::Arrived::Help;
        let none = desk.handler == Handler::Tpm || desk.who().tpm_concerned() || help;
        assert_eq!(copied, !none && !addressed, "{desk:?} {kind:?}");
        if copied {
            met.insert(*kind);
        }
        let why = step
            .recipients
            .iter()
            .find(|r| r.party == Party::Tpm && r.line == Line::Copy);
        if desk.who().way().is_staff() {
            assert!(
                why.is_none_or(|line| line.why == lines::COPY_TPM_STAFF),
                "{desk:?} {kind:?}"
            );
        }
        if help && !none && *kind == StepKind::Receipt {
            assert!(step.why.contains(&first::APPROACH_NO_COPIES), "{desk:?}");
        }
    }
    assert_eq!(met.len(), writes.len(), "{met:?}");
}

/// The page as it reads: its text, block by block.
fn read(plan: &Plan) -> Vec<String> {
    let doc = document::plan::plan(words(), plan);
    doc.blocks.iter().map(|block| format!("{block:?}")).collect()
}

/// The short forms that a page explains are those that stand on it.
#[test]
fn the_short_forms_of_a_plan_are_those_that_it_uses() {
    let lead = words().t("plan.words").split(':').next().unwrap_or_default();
    let mut without = 0;
    for facets in spread(2_000) {
        let blocks = read(&route(&facets));
        let explained = blocks
            .iter()
            .find(|block| block.contains(lead))
            .expect("short forms");
        for (form, id) in [
            ("TPM", "plan.short.tpm"),
            ("TMB", "plan.short.tmb"),
            ("ISO/CS", "plan.short.iso-cs"),
        ] {
            let meaning = words().t(id).rsplit(", ").next().unwrap_or_default();
            let listed = explained.contains(meaning);
            let used = blocks
                .iter()
                .filter(|block| *block != explained)
                .any(|block| block.contains(form));
            assert_eq!(listed, used, "{form}: {facets:?}");
            without += usize::from(!listed);
        }
    }
    assert!(without > 0, "some plan has no need of them all");
}

/// A fact about this guide stands in none of the three voices.
#[test]
fn what_the_guide_does_is_no_suggestion() {
    let here = words().t("plan.here");
    let doc = document::plan::plan(words(), &route(&Facets::default()));
    let holds = |block: &&Block| format!("{block:?}").contains(here);
    let found: Vec<&Block> = doc.blocks.iter().filter(holds).collect();
    assert!(matches!(found[..], [Block::Para(_)]), "{found:?}");
    assert_eq!(route(&Facets::default()).notices[0].kind, NoticeKind::NoAnonymity);
}

/// The channel for copyright is named where the answers speak of copyright, and nowhere else.
#[test]
fn copyright_is_named_where_it_is_the_matter() {
    for (answers, named) in [
        (&[][..], false),
        (&[("assets", "copies")], true),
        (&[("assets", "name")], true),
        (&[("assets", "costs")], false),
    ] {
        let plan = case(answers, Vec::new()).plan(Lens::Raise);
        let met = plan.open().contains(&OpenPoint::CopyrightChannel);
        assert_eq!(met, named, "{answers:?}");
        let says = plan.said().any(|said| said == first::UNDERSTAND_COPYRIGHT);
        assert_eq!(says, named, "{answers:?}");
    }
}

/// An open point is described so that every side may read it where its plan leads there.
#[test]
fn open_points_on_the_plans_of_others_are_not_told_to_the_one_who_raises_it() {
    let mut met = BTreeSet::new();
    respond::each_plan(|facets| met.extend(waymark::domain::routing::respond::plan(facets).open()));
    for facets in handle_keys::spread(10_000) {
        met.extend(waymark::domain::routing::handle::plan(&facets).open());
    }
    assert!(met.contains(&OpenPoint::Hearing));
    for point in met {
        let case = words().t(&format!("open.{}.case", point.key()));
        assert!(
            !case.contains("You asked") && !case.contains("your own"),
            "{case}"
        );
    }
}

/// A question that two sides are asked in the same words asks neither what only the other can know.
#[test]
fn a_question_to_both_sides_speaks_of_neither() {
    let shared = SITUATION
        .iter()
        .filter(|one| HANDLE.iter().any(|other| other.id == one.id));
    for question in shared {
        let ask = words().t(&format!("question.{}.ask", question.id));
        assert!(
            !ask.contains(" you ") && !ask.contains(" your "),
            "{}: {ask}",
            question.id
        );
    }
}

/// Whoever has no NSB is not sent to "theirs".
#[test]
fn no_stage_speaks_of_an_nsb_to_somebody_who_has_none() {
    let words = words();
    each_stage(|key| {
        if key.who.standing() != Standing::NoNsb {
            return;
        }
        for stage in stages(key) {
            let text = words.t(stage.note.text);
            assert!(
                !text.contains("your NSB") && !text.contains("yours"),
                "{key:?}: {text}"
            );
        }
    });
}

#[test]
fn every_open_point_is_met_somewhere() {
    let mut met = BTreeSet::new();
    for facets in spread(100_000) {
        met.extend(route(&facets).open());
    }
    let missing: Vec<&str> = OpenPoint::ALL
        .iter()
        .filter(|point| {
            !met.contains(point) && !OF_OTHERS.contains(point) && !OF_THE_ASSESSMENT.contains(point)
        })
        .map(|point| point.key())
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn nothing_known_gives_a_calm_plan() {
    let plan = route(&Facets::default());
    assert_eq!(plan.steps[0].kind, StepKind::Understand);
    assert!(offers(&plan, StepKind::Speak) && offers(&plan, StepKind::Help));
    assert_eq!(plan.notices.len(), 1);
    assert!(plan.open().len() <= 12, "{:?}", plan.open());
}
