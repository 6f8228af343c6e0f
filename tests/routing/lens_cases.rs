//! The named cases of `tests/cases-respond` and `tests/cases-handle`: answers -> what the plan says.

use std::collections::BTreeSet;
use std::path::Path;

use toml::{Table, Value};
use waymark::domain::interview::{Kind, applicable};
use waymark::domain::routing::{MessageKind, Plan, Step, StepKind, plan};
use waymark::domain::{Answer, Answers, Lens};

use super::cases::{differs, found, keys};

struct Case {
    name: String,
    answers: Answers,
    expect: Table,
}

fn cases(lens: Lens) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/cases-{}", lens.key()));
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("a folder of cases")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let mut all = Vec::new();
    for path in &files {
        let file = path.file_name().expect("a file").to_string_lossy().into_owned();
        let table: Table = std::fs::read_to_string(path)
            .expect("readable")
            .parse()
            .expect("TOML");
        for case in table["case"].as_array().into_iter().flatten() {
            let text = |key: &str| case[key].as_str().expect("a text").to_owned();
            assert!(!text("story").is_empty());
            let name = format!("{file}: {}", text("name"));
            let given = case["answers"].as_table().expect("a table");
            all.push(Case {
                answers: answers(lens, &name, given),
                expect: case["expect"].as_table().expect("a table").clone(),
                name,
            });
        }
    }
    all
}

/// Reads the answers of a case; an answer that the interview would not ask for, or does not offer, fails.
fn answers(lens: Lens, name: &str, table: &Table) -> Answers {
    let mut answers = Answers::default();
    for (id, value) in table {
        let keys: Vec<String> = match value {
            Value::Array(keys) => keys
                .iter()
                .map(|key| key.as_str().expect("a key").to_owned())
                .collect(),
            one => vec![one.as_str().expect("a key").to_owned()],
        };
        let question = lens
            .questions()
            .iter()
            .find(|question| question.id == id)
            .unwrap_or_else(|| panic!("{name}: no question {id}"));
        let many = matches!(question.kind, Kind::Many(_));
        assert!(many || keys.len() == 1, "{name}: {id} has one answer");
        for key in &keys {
            assert!(
                question.options().contains(&key.as_str()),
                "{name}: {id} has no {key}"
            );
        }
        answers.set(id, Answer::Chosen(keys));
    }
    let kept = applicable(lens.questions(), &answers);
    for (id, _) in answers.iter() {
        assert!(kept.has(id), "{name}: {id} is not asked here");
    }
    answers
}

/// What differs from one expectation: beside what the cases of the raising lens may expect, the letters of the lead step, those of
/// all steps, and what is missing.
fn problem(plan: &Plan, name: &str, value: &Value) -> Option<String> {
    let letters = |steps: &[Step]| -> BTreeSet<String> {
        let all = steps.iter().flat_map(|step| &step.messages);
        all.map(|message| message.key().to_owned()).collect()
    };
    let (there, exactly) = match name {
        "writes" => (letters(&plan.steps[..1]), false),
        "may_write" => (letters(&plan.steps), false),
        "missing" => {
            let check = plan
                .steps
                .iter()
                .find(|step| step.kind == StepKind::CheckComplete);
            let all = check.into_iter().flat_map(|step| &step.prepare);
            let ids = all.filter_map(|said| said.text.strip_prefix("handle.missing-"));
            (ids.map(str::to_owned).collect(), true)
        }
        _ => return differs(plan, name, value),
    };
    let expected = keys(value);
    let holds = if exactly {
        expected == there
    } else {
        expected.is_subset(&there)
    };
    (!holds).then(|| format!("{name}: expected {expected:?}, found {there:?}"))
}

fn hold(lens: Lens) -> (usize, BTreeSet<StepKind>) {
    let cases = cases(lens);
    let mut failed = Vec::new();
    let mut offered = BTreeSet::new();
    let mut names = BTreeSet::new();
    for case in &cases {
        assert!(names.insert(&case.name), "{} is used twice", case.name);
        let plan = plan(lens, &case.answers);
        offered.extend(plan.steps.iter().map(|step| step.kind));
        let problems: Vec<String> = case
            .expect
            .iter()
            .filter_map(|(name, value)| problem(&plan, name, value))
            .collect();
        if !problems.is_empty() {
            failed.push(format!("{}\n    {}", case.name, problems.join("\n    ")));
        }
        assert_eq!(found(&plan, "lead").len(), 1);
    }
    println!("{} named cases: {}", lens.key(), cases.len());
    assert!(
        failed.is_empty(),
        "{} of {} cases:\n{}",
        failed.len(),
        cases.len(),
        failed.join("\n")
    );
    (cases.len(), offered)
}

#[test]
fn every_named_case_of_the_person_concerned_holds() {
    let (count, offered) = hold(Lens::Respond);
    assert!(count >= 20, "{count} cases");
    for kind in StepKind::ALL
        .iter()
        .filter(|kind| (StepKind::Reflect..=StepKind::Appeal).contains(kind))
    {
        assert!(offered.contains(kind), "{kind:?} in no case");
    }
}

#[test]
fn every_named_case_of_a_handler_holds() {
    let (count, offered) = hold(Lens::Handle);
    assert!(count >= 20, "{count} cases");
    for kind in StepKind::ALL.iter().filter(|kind| **kind > StepKind::Appeal) {
        assert!(offered.contains(kind), "{kind:?} in no case");
    }
}

/// Every letter of the two lenses is offered by some step, so that none is written in vain.
#[test]
fn every_letter_of_the_two_lenses_is_offered_somewhere() {
    let mut offered = BTreeSet::new();
    for (_, _, step) in super::respond::reachable() {
        offered.extend(step.messages.iter().copied());
    }
    for (_, _, step) in super::handle_keys::reachable() {
        offered.extend(step.messages.iter().copied());
    }
    for &kind in MessageKind::ALL
        .iter()
        .filter(|kind| **kind >= MessageKind::Acknowledge)
    {
        assert!(offered.contains(&kind), "{}", kind.key());
    }
}
