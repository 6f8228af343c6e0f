//! The named cases of `tests/cases/*.toml`: situation -> expected steps, recipients, cautions. One loop runs them all.

use std::collections::BTreeSet;
use std::path::Path;

use toml::{Table, Value};
use waymark::domain::open::OpenPoint;
use waymark::domain::routing::{Basis, Line, Plan, StageState, StepKind, route};
use waymark::domain::situation::{
    Affiliation, Capacity, Comfort, Facets, First, Group, Informal, Lawful, People, Raiser, Recurrence,
    Retaliation, Safety, Setting, Stake,
};

use super::helpers::{OF_OTHERS, OF_THE_ASSESSMENT, OF_THE_LEDGER, receives};

struct Case {
    file: String,
    name: String,
    facets: Facets,
    expect: Table,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("tests/cases")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let mut all = Vec::new();
    for path in files
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
    {
        let file = path.file_name().expect("a file").to_string_lossy().into_owned();
        let table: Table = std::fs::read_to_string(path)
            .expect("readable")
            .parse()
            .expect("TOML");
        for case in table["case"].as_array().into_iter().flatten() {
            let text = |key: &str| case[key].as_str().expect("a text").to_owned();
            assert!(
                !text("story").is_empty(),
                "{file}: {} tells no story",
                text("name")
            );
            all.push(Case {
                file: file.clone(),
                name: text("name"),
                facets: facets(&file, case["facets"].as_table().expect("a table")),
                expect: case["expect"].as_table().expect("a table").clone(),
            });
        }
    }
    all
}

/// Reads the facets of a case; a key that does not exist fails, unlike in the app.
fn facets(file: &str, table: &Table) -> Facets {
    let mut facets = Facets::default();
    for (name, value) in table {
        let key = value.as_str().expect("a key");
        macro_rules! read {
            ($($field:ident $facet:ident),+) => {
                match name.as_str() {
                    $(stringify!($field) => {
                        facets.$field = $facet::parse(key);
                        assert_eq!(facets.$field.key(), key, "{file}: no such answer");
                    })+
                    _ => panic!("{file}: no facet {name}"),
                }
            };
        }
        read!(
            raiser Raiser, stake Stake, capacity Capacity, affiliation Affiliation, group Group, setting Setting,
            safety Safety, lawful Lawful, comfort Comfort, first First, informal Informal, people People,
            recurrence Recurrence, retaliation Retaliation
        );
    }
    facets
}

pub fn keys(value: &Value) -> BTreeSet<String> {
    let list = value.as_array().expect("a list").iter();
    list.map(|item| item.as_str().expect("a key").to_owned())
        .collect()
}

/// What a plan says under each name that a case may expect.
pub fn found(plan: &Plan, name: &str) -> BTreeSet<String> {
    let lead = &plan.steps[0];
    let line = |line: Line| lead.on(line).map(|party| party.key().to_owned()).collect();
    let texts = |said: &[waymark::domain::routing::Said]| -> BTreeSet<String> {
        said.iter()
            .map(|said| match said.text.split_once('.') {
                Some(("route", id)) => id.to_owned(),
                _ => said.text.to_owned(),
            })
            .collect()
    };
    let stages = |locked: bool| {
        let stages = plan
            .stages
            .iter()
            .filter(|stage| (stage.state == StageState::Locked) == locked);
        stages.map(|stage| stage.stage.key().to_owned()).collect()
    };
    match name {
        "lead" => BTreeSet::from([lead.key().to_owned()]),
        "also" => plan.steps[1..].iter().map(|step| step.key().to_owned()).collect(),
        "without" => plan.steps.iter().map(|step| step.key().to_owned()).collect(),
        "to" => line(Line::To),
        "copy" => line(Line::Copy),
        "leave_out" => line(Line::DoNotCopy),
        "then" => {
            let ways = lead.onward.iter().flat_map(|onward| {
                onward
                    .recipients
                    .iter()
                    .filter(|r| r.line == Line::To)
                    .map(move |r| (onward.by, r.party))
            });
            ways.map(|(by, to)| format!("{}>{}", by.key(), to.key()))
                .collect()
        }
        "nowhere" => plan
            .steps
            .iter()
            .flat_map(receives)
            .map(|r| r.party.key().to_owned())
            .collect(),
        "clauses" => lead
            .clauses
            .iter()
            .map(|clause| clause.number().to_owned())
            .collect(),
        "leads" | "no_leads" => {
            let mut all = BTreeSet::new();
            for said in &lead.leads {
                if let Basis::Says(clauses) = said.basis {
                    all.extend(clauses.iter().map(|clause| clause.number().to_owned()));
                }
            }
            all
        }
        "says" | "silent" => texts(&plan.said().collect::<Vec<_>>()),
        "cautions" => texts(&plan.cautions),
        "notices" => plan
            .notices
            .iter()
            .map(|notice| notice.kind.key().to_owned())
            .collect(),
        "first_notice" => BTreeSet::from([plan.notices[0].kind.key().to_owned()]),
        "beside" | "not_beside" => {
            let parties = plan.notices.iter().flat_map(|notice| &notice.parties);
            parties
                .map(|recipient| recipient.party.key().to_owned())
                .collect()
        }
        "open" => plan.open().iter().map(|point| point.key().to_owned()).collect(),
        "locked" => stages(true),
        "unlocked" => stages(false),
        _ => panic!("a case cannot expect `{name}`"),
    }
}

/// What differs from one expectation, as a sentence; `None` when it holds.
pub fn differs(plan: &Plan, name: &str, value: &Value) -> Option<String> {
    let found = found(plan, name);
    let list = |set: &BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>().join(", ");
    let expected = value
        .as_str()
        .map_or_else(|| keys(value), |one| BTreeSet::from([one.to_owned()]));
    match name {
        "lead" | "to" | "copy" | "then" | "first_notice" => (found != expected
            && !(name == "then" && found.is_superset(&expected) && !expected.is_empty()))
        .then(|| format!("{name}: expected [{}], found [{}]", list(&expected), list(&found))),
        "without" | "nowhere" | "no_leads" | "silent" | "not_beside" => {
            let met: BTreeSet<String> = expected.intersection(&found).cloned().collect();
            (!met.is_empty()).then(|| format!("{name}: must not be there, but is: [{}]", list(&met)))
        }
        _ => {
            let absent: BTreeSet<String> = expected.difference(&found).cloned().collect();
            (!absent.is_empty()).then(|| format!("{name}: [{}] missing in [{}]", list(&absent), list(&found)))
        }
    }
}

#[test]
fn every_named_case_holds() {
    let cases = cases();
    let mut failed = Vec::new();
    for case in &cases {
        let plan = route(&case.facets);
        let problems: Vec<String> = case
            .expect
            .iter()
            .filter_map(|(name, value)| differs(&plan, name, value))
            .collect();
        if !problems.is_empty() {
            failed.push(format!(
                "{}: {}\n    {}",
                case.file,
                case.name,
                problems.join("\n    ")
            ));
        }
    }
    println!("{} named cases", cases.len());
    assert!(
        failed.is_empty(),
        "{} of {} cases:\n{}",
        failed.len(),
        cases.len(),
        failed.join("\n")
    );
}

#[test]
fn the_named_cases_cover_every_raiser_capacity_step_and_open_point() {
    let cases = cases();
    assert!(cases.len() >= 60, "{} cases", cases.len());
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(names.len(), cases.len(), "each name is used once");
    let open: BTreeSet<String> = cases
        .iter()
        .filter_map(|case| case.expect.get("open"))
        .flat_map(keys)
        .collect();
    let missing: Vec<&str> = OpenPoint::ALL
        .iter()
        .filter(|point| !OF_OTHERS.contains(point) && !OF_THE_ASSESSMENT.contains(point))
        .map(|point| point.key())
        .filter(|key| !open.contains(*key))
        .collect();
    assert!(missing.is_empty(), "open points in no case: {missing:?}");
    for key in &open {
        assert!(OpenPoint::parse(key).is_some(), "{key}");
    }
    for &raiser in Raiser::ALL {
        assert!(
            cases.iter().any(|case| case.facets.raiser == raiser),
            "{raiser:?}"
        );
    }
    for &capacity in Capacity::ALL {
        assert!(
            cases.iter().any(|case| case.facets.capacity == capacity),
            "{capacity:?}"
        );
    }
    let offered: BTreeSet<StepKind> = cases
        .iter()
        .flat_map(|case| route(&case.facets).steps)
        .map(|step| step.kind)
        .collect();
    let never: Vec<&str> = StepKind::ALL
        .iter()
        .filter(|kind| {
            **kind <= StepKind::LetKnow && !offered.contains(kind) && !OF_THE_LEDGER.contains(kind)
        })
        .map(|kind| kind.key())
        .collect();
    assert!(never.is_empty(), "steps in no case: {never:?}");
}
