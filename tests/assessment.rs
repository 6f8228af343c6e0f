//! The assessment: what the answers touch, for and against; every named case, and what holds for any answers.
#![cfg(feature = "pack")]
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of the tests, shared by both interviews"
)]

mod assess_words;

use std::collections::{BTreeMap, BTreeSet};

use assess_words::cases::cases;
use assess_words::{Dice, answers, words};
use waymark::document::result::result;
use waymark::domain::assessment::{
    Assessment, CHANGE, CHANGE_GRAVE, GATES, Gate, LACKS, Outcome, Place, RULES, assess,
};
use waymark::domain::interview::applicable;
use waymark::domain::questions::ASSESS;
use waymark::domain::{Answer, Answers, Principle};

fn numbers(shown: &Assessment) -> Vec<u8> {
    shown
        .touched
        .iter()
        .map(|touch| touch.principle.number())
        .collect()
}

#[test]
fn every_named_case_comes_out_as_written() {
    let cases = cases();
    assert!(cases.len() >= 40, "{} cases", cases.len());
    let mut names = BTreeSet::new();
    for case in &cases {
        assert!(names.insert(&case.name), "two cases are called `{}`", case.name);
        assert!(case.story.len() > 20, "{}: no story", case.name);
        let given = case.given();
        let kept = applicable(ASSESS, &given);
        for (id, _) in given.iter() {
            assert!(kept.has(id), "{}: `{id}` is not asked here", case.name);
        }
        let shown = assess(&given);
        let gates: Vec<_> = shown
            .gates
            .iter()
            .map(|gate| match gate {
                Gate::Safety => "safety",
                Gate::Unlawful(_) => "unlawful",
            })
            .collect();
        assert_eq!(shown.outcome.key(), case.outcome, "{}", case.name);
        assert_eq!(numbers(&shown), case.touched, "{}", case.name);
        assert_eq!(gates, case.gates, "{}", case.name);
        for touch in &shown.touched {
            if case.elsewhere.contains(&touch.principle.number()) {
                assert!(
                    !touch.elsewhere.is_empty(),
                    "{}: nothing points the other way",
                    case.name
                );
            }
        }
    }
    println!("{} cases", cases.len());
}

#[test]
fn the_cases_reach_every_principle_and_every_outcome() {
    let cases = cases();
    let touched: BTreeSet<_> = cases
        .iter()
        .flat_map(|case| case.touched.iter().copied())
        .collect();
    assert_eq!(touched, (1..=10).collect());
    let outcomes: BTreeSet<_> = cases.iter().map(|case| case.outcome.as_str()).collect();
    assert_eq!(
        outcomes,
        BTreeSet::from(["touches", "procedural", "no-match", "not-enough"])
    );
}

/// Answers as a person gives them: one or two themes, then random answers to what is asked.
fn random(dice: &mut Dice) -> Answers {
    let mut given = Answers::default();
    for question in ASSESS {
        if dice.roll(10) > 0 {
            given.set(question.id, dice.answer(question));
        }
    }
    given
}

#[test]
fn any_answers_give_an_assessment_that_keeps_its_promises() {
    let words = words();
    let mut dice = Dice(17);
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..30000 {
        let given = random(&mut dice);
        let kept = applicable(ASSESS, &given);
        let shown = assess(&given);
        *seen.entry(shown.outcome.key()).or_default() += 1;
        assert_eq!(shown.outcome == Outcome::Touches, !shown.touched.is_empty());
        assert!(
            shown.touched.is_sorted_by_key(|touch| touch.principle),
            "in the order of the Code"
        );
        for touch in &shown.touched {
            let opens = touch.toward.iter().any(|fact| {
                RULES
                    .iter()
                    .any(|rule| rule.said == fact.said && rule.toward.contains(&touch.principle))
            });
            assert!(
                opens,
                "principle {} touched by nothing of itself",
                touch.principle.number()
            );
            assert!(touch.change.len() >= 2 && !touch.read.is_empty());
        }
        let facts = shown
            .touched
            .iter()
            .flat_map(|touch| touch.toward.iter().chain(&touch.elsewhere));
        for fact in facts.chain(&shown.noted) {
            assert!(
                kept.chose(fact.question, fact.option),
                "`{}` was not answered, or is set aside",
                fact.said
            );
        }
    }
    println!("{seen:?}");
    assert_eq!(seen.len(), 4, "every outcome can be reached");
    let _ = result(words, &assess(&random(&mut dice)));
}

#[test]
fn nonsense_in_the_record_never_breaks_it() {
    for short in [
        "nearest=x+y conduct=treatment",
        "nearest= conduct=shouted",
        "zebra=1",
        "nearest=unknown+none",
    ] {
        let _ = assess(&answers(short));
    }
    let mut given = Answers::default();
    given.set("nearest", Answer::Text("<b>treatment</b>".to_owned()));
    assert_eq!(assess(&given).outcome, Outcome::NotEnough);
}

#[test]
fn the_order_in_which_answers_were_given_means_nothing() {
    let one = answers("nearest=treatment+voice conduct=shouted+belittled voice=cut-off+barrier");
    let other = answers("voice=barrier+cut-off conduct=belittled+shouted nearest=voice+treatment");
    assert_eq!(assess(&one), assess(&other));
}

#[test]
fn unknown_everywhere_is_not_enough_to_say() {
    let mut given = Answers::default();
    for question in ASSESS {
        given.choose(question.id, "unknown");
    }
    assert_eq!(assess(&given).outcome, Outcome::NotEnough);
    assert_eq!(assess(&Answers::default()).outcome, Outcome::NotEnough);
    for theme in ASSESS
        .iter()
        .find(|question| question.id == "nearest")
        .unwrap()
        .options()
    {
        given.choose("nearest", theme);
        let shown = assess(&given);
        if *theme != "none" {
            assert_eq!(shown.outcome, Outcome::NotEnough, "{theme}");
            assert!(!shown.lacks.is_empty(), "{theme}: says what would help to know");
        }
    }
}

#[test]
fn what_points_elsewhere_or_only_adds_never_touches_a_principle() {
    let mut dice = Dice(29);
    for _ in 0..20000 {
        let mut given = random(&mut dice);
        for rule in RULES.iter().filter(|rule| !rule.toward.is_empty()) {
            if let Some(Answer::Chosen(keys)) = given.get(rule.question) {
                let keys = keys.iter().filter(|key| *key != rule.option).cloned().collect();
                given.set(rule.question, Answer::Chosen(keys));
            }
        }
        assert_ne!(assess(&given).outcome, Outcome::Touches, "{given:?}");
    }
}

#[test]
fn every_principle_can_be_touched_and_every_rule_can_apply() {
    let mut dice = Dice(41);
    let (mut touched, mut applied) = (BTreeSet::new(), BTreeSet::new());
    for _ in 0..30000 {
        let given = random(&mut dice);
        touched.extend(numbers(&assess(&given)));
        let kept = applicable(ASSESS, &given);
        applied.extend(
            RULES
                .iter()
                .filter(|rule| kept.chose(rule.question, rule.option))
                .map(|rule| rule.said),
        );
    }
    assert_eq!(
        touched,
        Principle::ALL.map(Principle::number).into_iter().collect()
    );
    for rule in RULES {
        assert!(applied.contains(rule.said), "`{}` never applies", rule.said);
    }
}

#[test]
fn the_tables_name_questions_and_options_that_exist() {
    let known = |question: &str, option: &str| {
        ASSESS
            .iter()
            .any(|one| one.id == question && one.options().contains(&option))
    };
    let mut seen = BTreeSet::new();
    for rule in RULES {
        assert!(
            known(rule.question, rule.option),
            "{} {}",
            rule.question,
            rule.option
        );
        assert!(
            seen.insert((rule.question, rule.option)),
            "{} {} twice",
            rule.question,
            rule.option
        );
        let points = rule.toward.len() + rule.adds.len() + rule.elsewhere.len();
        assert!(points > 0, "{} points nowhere", rule.said);
    }
    assert!(GATES.iter().all(|(question, option, _)| known(question, option)));
    assert!(
        LACKS
            .iter()
            .all(|(id, _)| ASSESS.iter().any(|question| question.id == *id))
    );
    // Every option of the theme questions says something, for or against; only "none" and "unknown" do not.
    for id in waymark::domain::questions::DETAILS {
        let question = ASSESS.iter().find(|question| question.id == *id).unwrap();
        for option in question
            .options()
            .iter()
            .filter(|key| !["none", "unknown"].contains(key))
        {
            assert!(
                seen.contains(&(question.id, *option)),
                "`{id}`: no rule for `{option}`"
            );
        }
    }
}

#[test]
fn every_principle_has_facts_for_and_against() {
    for principle in Principle::ALL {
        let own = |list: &[Principle]| list.contains(&principle);
        let toward = RULES.iter().filter(|rule| own(rule.toward)).count();
        let elsewhere = RULES.iter().filter(|rule| own(rule.elsewhere)).count();
        assert!(
            toward > 0 && elsewhere >= 3,
            "principle {}: {toward}, {elsewhere}",
            principle.number()
        );
    }
}

#[test]
fn an_answer_set_aside_is_not_used_and_comes_back() {
    let mut given = answers("nearest=treatment conduct=shouted aimed=person");
    let before = assess(&given);
    assert_eq!(numbers(&before), [3]);
    given.choose("nearest", "voice");
    assert_eq!(assess(&given).outcome, Outcome::NotEnough);
    given.choose("nearest", "treatment");
    assert_eq!(assess(&given), before);
}

#[test]
fn nobody_afraid_or_threatened_is_sent_to_ask_for_reasons() {
    for short in ["conduct=threat", "conduct=touch", "conduct=shouted safety=fear"] {
        let shown = assess(&answers(&format!("nearest=treatment {short}")));
        assert!(
            shown.touched[0]
                .change
                .contains(&"assess.change.their-side-later"),
            "{short}"
        );
    }
    let shown = assess(&answers("nearest=treatment conduct=shouted safety=safe"));
    assert!(shown.touched[0].change.contains(&"assess.change.their-side"));
    let shown = assess(&answers("nearest=treatment conduct=touch+shouted"));
    assert!(
        shown.touched[0].change.starts_with(&CHANGE_GRAVE),
        "no talk of words meant otherwise"
    );
}

#[test]
fn unlawful_activity_is_read_by_where_it_happened() {
    let at = |setting: &str| {
        let gates = assess(&answers(&format!("setting={setting} lawful=maybe-unlawful"))).gates;
        assert_eq!(gates.len(), 1);
        gates[0]
    };
    assert_eq!(at("meeting-open"), Gate::Unlawful(Place::Meeting));
    assert_eq!(at("email"), Gate::Unlawful(Place::Correspondence));
    for setting in ["social", "virtual", "social-media", "unknown"] {
        assert_eq!(at(setting), Gate::Unlawful(Place::Between), "{setting}");
    }
}

#[test]
fn every_sentence_of_the_assessment_is_there_and_used() {
    let words = words();
    let mut used: BTreeSet<String> = RULES.iter().map(|rule| rule.said.to_owned()).collect();
    used.extend(
        CHANGE
            .iter()
            .flat_map(|row| row.iter())
            .map(|id| (*id).to_owned()),
    );
    used.extend(LACKS.iter().map(|(_, id)| (*id).to_owned()));
    used.extend(CHANGE_GRAVE.map(str::to_owned));
    used.extend(["told", "their-side", "their-side-later"].map(|key| format!("assess.change.{key}")));
    for id in &used {
        assert!(words.get(id).is_some(), "no text has the id `{id}`");
    }
    for (id, _) in words.iter() {
        let table = ["assess.said.", "assess.change.", "assess.lacks."]
            .iter()
            .any(|space| id.starts_with(space));
        assert!(!table || used.contains(id), "nothing uses `{id}`");
    }
}
