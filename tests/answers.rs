//! Answers: facets come from those that apply, nothing is lost when one changes, damaged ones are asked again.
#![cfg(feature = "pack")]
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of the tests, shared by both interviews"
)]

mod assess_words;

use assess_words::{Dice, answers, random, walk};
use waymark::domain::Answer;
use waymark::domain::interview::{applicable, next_open, path, set_aside};
use waymark::domain::questions::{ASSESS, HANDLE, RESPOND, SITUATION};
use waymark::domain::situation::{Affiliation, Facets, Group, Informal, Retaliation, Setting, Stake};

#[test]
fn facets_come_from_answers_that_apply() {
    let mut given = answers(
        "raiser=expert capacity=delegate affiliation=same-nsb group=joint stake=saw setting=chat safety=safe \
         lawful=no-sign people=one recurrence=ongoing first=spoke-unsettled informal=pending retaliation=yes",
    );
    let facets = Facets::from_answers(&given);
    assert_eq!(facets.affiliation, Affiliation::SameNsb);
    assert_eq!(
        (facets.informal, facets.retaliation),
        (Informal::Pending, Retaliation::Yes)
    );
    assert_eq!(
        (facets.group, facets.setting, facets.stake),
        (Group::Joint, Setting::Chat, Stake::Saw)
    );

    // Staff of ISO/CS have no NSB to share with anyone; a first step not taken has no result.
    given.choose("raiser", "iso-cs");
    given.choose("first", "not-yet");
    let facets = Facets::from_answers(&given);
    assert_eq!(
        (facets.affiliation, facets.informal),
        (Affiliation::Unknown, Informal::Unknown)
    );
    assert_eq!(facets.retaliation, Retaliation::Unknown);

    given.choose("raiser", "expert");
    given.choose("first", "spoke-unsettled");
    assert_eq!(
        Facets::from_answers(&given).informal,
        Informal::Pending,
        "nothing is lost"
    );

    let liaison = answers("raiser=liaison capacity=convenor belongs=liaison affiliation=same-nsb");
    assert_eq!(Facets::from_answers(&liaison).affiliation, Affiliation::Liaison);
}

#[test]
fn a_changed_answer_sets_later_ones_aside_and_they_return() {
    let mut dice = Dice(5);
    for questions in [SITUATION, ASSESS, RESPOND, HANDLE] {
        for _ in 0..5000 {
            let before = random(questions, &mut dice);
            let used = applicable(questions, &before);
            let mut given = before.clone();
            let turned = &questions[dice.roll(questions.len())];
            let Some(first) = before.get(turned.id).cloned() else {
                continue;
            };
            given.set(turned.id, dice.answer(turned));
            let now = applicable(questions, &given);
            for question in set_aside(questions, &given) {
                assert!(given.has(question.id), "kept");
                assert!(
                    !now.has(question.id),
                    "`{}` is set aside and must not be used",
                    question.id
                );
            }
            given.set(turned.id, first);
            assert_eq!(
                applicable(questions, &given),
                used,
                "changed back, everything is as before"
            );
        }
    }
}

#[test]
fn every_way_ends_and_the_rest_of_the_path_is_known() {
    let mut dice = Dice(23);
    for questions in [SITUATION, ASSESS, RESPOND, HANDLE] {
        for _ in 0..3000 {
            let profile = random(questions, &mut dice);
            let met: Vec<_> = walk(questions, &profile)
                .iter()
                .map(|question| question.id)
                .collect();
            let mut order: Vec<_> = questions.iter().map(|question| question.id).collect();
            order.retain(|id| met.contains(id));
            assert_eq!(met, order, "questions come in the order of the table");
        }
    }
}

#[test]
fn damaged_answers_are_asked_again_and_skipped_ones_are_not() {
    let mut given = answers("stake=experienced setting= safety=purple lawful=no-sign+maybe-unlawful");
    given.set("raiser", Answer::Text("expert".to_owned()));
    assert_eq!(
        next_open(SITUATION, &given).map(|question| question.id),
        Some("safety")
    );
    given.choose("safety", "safe");
    assert_eq!(
        next_open(SITUATION, &given).map(|question| question.id),
        Some("raiser")
    );
    let kept = applicable(SITUATION, &given);
    assert!(
        kept.has("setting") && kept.one("setting").is_empty(),
        "skipped on purpose"
    );
    assert_eq!(
        kept.get("lawful"),
        Some(&Answer::Chosen(vec!["no-sign".to_owned()])),
        "one answer only"
    );

    let kept = applicable(ASSESS, &answers("nearest=none+voice+treatment"));
    let both = vec!["treatment".to_owned(), "voice".to_owned()];
    assert_eq!(
        kept.get("nearest"),
        Some(&Answer::Chosen(both)),
        "a fact wins over `none of these`"
    );
    assert!(
        path(ASSESS, &answers("nearest=unknown+voice"))
            .iter()
            .any(|question| question.id == "voice")
    );
}
