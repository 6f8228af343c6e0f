//! The words of the routing: complete, all used, and free of what they must never say (invariants 9 and 14).

use std::collections::BTreeSet;

use waymark::document;
use waymark::domain::ledger::{Formal, Stands};
use waymark::domain::pack::missing;
use waymark::domain::routing::{
    Plan, Step, Who, about_copyright, cautions, formal_in_ledger, noted_in_ledger, notices, route, stages,
    statements, stop,
};
use waymark::domain::situation::{Facets, First, Raiser};

use super::helpers::{each_caution, each_notice, each_stage, reachable, spread, words};
use super::rows::row;

/// The parts of the content that belong to the routing.
const OURS: [&str; 12] = [
    "route.",
    "step.",
    "notice.",
    "party.",
    "line.",
    "knowledge.",
    "stage.",
    "plan.",
    "map.",
    "respond.",
    "handle.",
    "lens.",
];

fn ours() -> impl Iterator<Item = (&'static str, &'static str)> {
    words()
        .iter()
        .filter(|(id, _)| OURS.iter().any(|start| id.starts_with(start)))
}

#[test]
fn every_statement_has_its_words_and_every_word_its_statement() {
    let named: BTreeSet<&str> = statements::all().map(|said| said.text).collect();
    for text in &named {
        assert!(
            words().get(text).is_some_and(|words| !words.is_empty()),
            "no words for {text}"
        );
    }
    let orphans: Vec<&str> = ours()
        .map(|(id, _)| id)
        .filter(|id| {
            ["route.", "respond.", "handle."]
                .iter()
                .any(|start| id.starts_with(start))
                && !named.contains(id)
        })
        .collect();
    assert!(orphans.is_empty(), "{orphans:?}");
}

fn plan_of_an_officer() -> (Plan, Who) {
    let facets = Facets {
        raiser: Raiser::NsbOfficer,
        ..Facets::default()
    };
    (route(&facets), Who::of(&facets))
}

#[test]
fn every_statement_is_said_in_some_situation() {
    let mut said = BTreeSet::new();
    for (_, _, step) in reachable() {
        said.extend(step.said().map(|said| said.text));
    }
    each_notice(|key| {
        for notice in notices(key) {
            said.extend(notice.says.iter().map(|said| said.text));
            said.extend(notice.parties.iter().map(|recipient| recipient.why.text));
        }
    });
    each_caution(|key| said.extend(cautions(key).iter().map(|said| said.text)));
    each_stage(|key| {
        said.extend(stages(key).iter().map(|stage| stage.note.text));
        said.insert(stop(key).text);
    });
    let mut copyright = route(&Facets::default());
    about_copyright(&mut copyright);
    said.extend(copyright.said().map(|said| said.text));
    let mut noted = route(&Facets::default());
    noted_in_ledger(&mut noted, &[row(&[("what", "message"), ("ended", "waiting")])]);
    said.extend(noted.said().map(|said| said.text));
    for formal in Formal::ALL {
        let mut plan = route(&Facets::default());
        let stands = Stands {
            formal: Some(formal),
            first: (formal == Formal::Decided).then_some(First::HelpUnsettled),
            informal: None,
        };
        formal_in_ledger(&mut plan, stands, Who::default());
        said.extend(plan.stages.iter().map(|stage| stage.note.text));
        said.extend(plan.steps.iter().flat_map(Step::said).map(|said| said.text));
        let mut officer = plan_of_an_officer();
        formal_in_ledger(&mut officer.0, stands, officer.1);
        said.extend(officer.0.steps.iter().flat_map(Step::said).map(|said| said.text));
    }
    let silent: Vec<&str> = statements::all()
        .map(|said| said.text)
        .filter(|text| text.starts_with("route.") && !said.contains(text))
        .collect();
    assert!(silent.is_empty(), "nobody is ever told: {silent:?}");
}

#[test]
fn every_plan_and_every_map_can_be_shown() {
    let _ = missing::take();
    for facets in spread(20_000) {
        let plan = document::plan::plan(words(), &route(&facets));
        assert!(plan.blocks.len() > 10 && !plan.title.is_empty());
        let map = document::map::map(words(), &waymark::domain::map::map(&facets));
        assert!(!map.blocks.is_empty());
    }
    let lost = missing::take();
    assert!(lost.is_empty(), "{lost:?}");
}

/// Invariant 9, and the language of the guide: no verdict, no score, no deadline, no promised sanction, nobody labelled.
#[test]
fn invariant_09_no_verdict_no_score_no_deadline_no_promised_sanction() {
    let never = [
        "breach",
        "guilty",
        "offender",
        "perpetrator",
        "victim",
        "violation",
        "violated",
        "punish",
        "sanction",
        "will be removed",
        "must be removed",
        "will be replaced",
        "within days",
        "working days",
        "weeks",
        "deadline",
        "score",
        "points out of",
        "per cent",
        "anonymously send",
        "stay anonymous",
    ];
    for (id, text) in ours() {
        let lower = text.to_lowercase();
        for word in never {
            assert!(!lower.contains(word), "{id} says \"{word}\": {text}");
        }
    }
}

/// Invariant 14: a statement has no place into which a fact about a person could be filled.
#[test]
fn invariant_14_no_statement_holds_a_fact_that_nobody_entered() {
    let said = [
        "respond.",
        "handle.",
        "lens.",
        "route.",
        "step.",
        "notice.",
        "party.",
        "line.",
        "knowledge.",
        "stage.",
    ];
    for (id, text) in words()
        .iter()
        .filter(|(id, _)| said.iter().any(|start| id.starts_with(start)))
    {
        assert!(!text.contains("{$"), "{id}: {text}");
    }
}
