//! The two interviews: every question can be met, every option has its words, nobody is asked too much, nothing is lost.
#![cfg(feature = "pack")]
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of the tests, shared by both interviews"
)]

mod assess_words;

use std::collections::{BTreeMap, BTreeSet};

use assess_words::profiles::{ASSESSMENTS, LATER, SITUATIONS};
use assess_words::{Dice, answers, words};
use waymark::domain::interview::{
    Kind, Question, applicable, excludes, first_text, next_open, path, set_aside,
};
use waymark::domain::questions::{ASSESS, DETAILS, NO_ANONYMITY, SITUATION};
use waymark::domain::situation::{
    Affiliation, Capacity, Comfort, Facets, First, Group, Informal, Lawful, People, Raiser, Recurrence,
    Retaliation, Safety, Setting, Stake,
};
use waymark::domain::{Answer, Answers};

/// Walks an interview as a person does: answers what is asked, with the profile's answer or "unknown".
fn walk<'q>(questions: &'q [Question], profile: &Answers) -> Vec<&'q Question> {
    let mut given = Answers::default();
    let mut met = Vec::new();
    while let Some(question) = next_open(questions, &given) {
        met.push(question);
        let answer = profile
            .get(question.id)
            .cloned()
            .unwrap_or_else(|| match question.kind {
                Kind::Text => Answer::Text(String::new()),
                _ => Answer::Chosen(vec!["unknown".to_owned()]),
            });
        given.set(question.id, answer);
        assert!(met.len() <= questions.len(), "the interview never ends");
    }
    met
}

#[test]
fn a_typical_person_is_not_asked_too_much() {
    for (table, questions, limit) in [
        (SITUATIONS, SITUATION, 12),
        (LATER, SITUATION, 14),
        (ASSESSMENTS, ASSESS, 15),
    ] {
        for (name, profile) in table {
            let met = walk(questions, &answers(profile)).len();
            println!("{met:>3}  {name}");
            assert!(met <= limit, "{name}: {met} questions, more than {limit}");
        }
    }
}

#[test]
fn no_single_theme_takes_more_than_fifteen_questions() {
    let mut longest = 0;
    for theme in theme_keys() {
        let mut dice = Dice(7);
        for _ in 0..4000 {
            let mut profile = random(ASSESS, &mut dice);
            profile.choose("nearest", theme);
            longest = longest.max(walk(ASSESS, &profile).len());
        }
    }
    println!("the longest way through one theme: {longest} questions");
    assert!((8..=15).contains(&longest), "{longest}");
}

#[test]
fn the_longest_way_through_the_situation_is_bearable() {
    let mut dice = Dice(3);
    let longest = (0..20000)
        .map(|_| walk(SITUATION, &random(SITUATION, &mut dice)).len())
        .max();
    println!("the longest way through the situation: {longest:?} questions");
    assert!(longest <= Some(14));
}

#[test]
fn every_question_can_be_met_and_every_option_chosen() {
    for questions in [SITUATION, ASSESS] {
        let mut dice = Dice(11);
        let mut met: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for _ in 0..20000 {
            for (id, answer) in applicable(questions, &random(questions, &mut dice)).iter() {
                let question = questions.iter().find(|question| question.id == id).unwrap();
                let keys = met.entry(question.id).or_default();
                if let Answer::Chosen(chosen) = answer {
                    keys.extend(chosen.iter().cloned());
                }
            }
        }
        for question in questions {
            let keys = met
                .get(question.id)
                .unwrap_or_else(|| panic!("nobody meets `{}`", question.id));
            for option in question.options() {
                assert!(
                    keys.contains(*option),
                    "`{}`: nobody can choose `{option}`",
                    question.id
                );
            }
        }
    }
}

#[test]
fn unknown_is_always_an_answer_and_the_last_one() {
    for question in SITUATION.iter().chain(ASSESS) {
        if !matches!(question.kind, Kind::Text) {
            assert_eq!(question.options().last(), Some(&"unknown"), "{}", question.id);
        }
    }
}

#[test]
fn the_same_fact_has_the_same_question_in_both_interviews() {
    let shared: Vec<_> = ASSESS
        .iter()
        .filter_map(|ours| {
            SITUATION
                .iter()
                .find(|theirs| theirs.id == ours.id)
                .map(|theirs| (ours, theirs))
        })
        .collect();
    let ids: Vec<_> = shared.iter().map(|(ours, _)| ours.id).collect();
    assert_eq!(ids, ["stake", "setting", "safety", "lawful", "recurrence"]);
    for (ours, theirs) in shared {
        assert_eq!(ours.options(), theirs.options(), "{}", ours.id);
    }
}

#[test]
fn the_gates_are_asked_before_anything_else_about_what_happened() {
    let ids: Vec<_> = ASSESS.iter().take(5).map(|question| question.id).collect();
    assert_eq!(ids, ["stake", "setting", "safety", "lawful", "nearest"]);
}

#[test]
fn options_are_those_of_the_facets() {
    macro_rules! same {
        ($id:literal $facet:ident) => {
            let keys: Vec<_> = $facet::ALL.iter().map(|facet| facet.key()).collect();
            assert_eq!(options($id), keys, $id);
        };
    }
    same!("raiser" Raiser);
    same!("stake" Stake);
    same!("capacity" Capacity);
    same!("affiliation" Affiliation);
    same!("group" Group);
    same!("setting" Setting);
    same!("safety" Safety);
    same!("lawful" Lawful);
    same!("comfort" Comfort);
    same!("first" First);
    same!("informal" Informal);
    same!("people" People);
    same!("recurrence" Recurrence);
    same!("retaliation" Retaliation);
    assert!(
        options("belongs")
            .iter()
            .all(|key| options("affiliation").contains(key))
    );
}

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
fn nobody_in_danger_or_fear_is_asked_to_approach_anyone() {
    for safety in ["danger", "fear"] {
        let met = walk(SITUATION, &answers(&format!("safety={safety} first=not-yet")));
        assert!(met.iter().all(|question| question.id != "comfort"), "{safety}");
    }
}

#[test]
fn people_without_an_nsb_are_not_asked_about_theirs() {
    for raiser in ["liaison", "iso-cs", "observer", "outsider"] {
        for capacity in options("capacity") {
            let met = walk(
                SITUATION,
                &answers(&format!("raiser={raiser} capacity={capacity}")),
            );
            assert!(
                met.iter().all(|question| question.id != "affiliation"),
                "{raiser} {capacity}"
            );
        }
    }
}

#[test]
fn nobody_who_was_touched_or_threatened_is_asked_for_other_explanations() {
    for conduct in ["touch", "sexual", "threat"] {
        let met = walk(
            ASSESS,
            &answers(&format!("nearest=treatment conduct={conduct}+shouted")),
        );
        assert!(
            met.iter()
                .all(|question| !["context", "aimed"].contains(&question.id)),
            "{conduct}"
        );
    }
}

#[test]
fn a_changed_answer_sets_later_ones_aside_and_they_return() {
    let mut dice = Dice(5);
    for questions in [SITUATION, ASSESS] {
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
    for questions in [SITUATION, ASSESS] {
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

#[test]
fn the_notice_stands_before_the_first_free_text() {
    let given = answers("first=spoke-unsettled recurrence=ongoing");
    assert_eq!(
        first_text(SITUATION, &given).map(|question| question.id),
        Some("since")
    );
    assert!(
        first_text(ASSESS, &given).is_none(),
        "the assessment asks for no free text"
    );
    assert!(words().t(NO_ANONYMITY).contains("{4.3.1}"));
}

#[test]
fn every_question_and_option_has_its_words_and_no_word_is_left_over() {
    let words = words();
    let mut wanted = BTreeSet::from([NO_ANONYMITY.to_owned()]);
    let mut optional = BTreeSet::new();
    for question in SITUATION.iter().chain(ASSESS) {
        for part in ["ask", "help", "why", "short"] {
            wanted.insert(format!("question.{}.{part}", question.id));
        }
        for option in question.options() {
            wanted.insert(format!("question.{}.option.{option}.say", question.id));
            optional.insert(format!("question.{}.option.{option}.help", question.id));
        }
        let why = words.t(&format!("question.{}.why", question.id));
        assert!(
            why.contains('{'),
            "`{}` names no clause or principle in its reason",
            question.id
        );
        let short = words.t(&format!("question.{}.short", question.id));
        assert!((1..=5).contains(&short.split_whitespace().count()), "{short}");
    }
    for id in &wanted {
        assert!(
            words.get(id).is_some_and(|text| !text.is_empty()),
            "no text has the id `{id}`"
        );
    }
    for (id, _) in words.iter().filter(|(id, _)| id.starts_with("question.")) {
        assert!(
            wanted.contains(id) || optional.contains(id),
            "nothing uses `{id}`"
        );
    }
}

#[test]
fn the_theme_questions_are_questions() {
    for id in DETAILS {
        assert!(ASSESS.iter().any(|question| question.id == *id), "{id}");
    }
}

fn theme_keys() -> impl Iterator<Item = &'static str> {
    options("nearest").iter().copied().filter(|key| !excludes(key))
}

fn options(id: &str) -> &'static [&'static str] {
    SITUATION
        .iter()
        .chain(ASSESS)
        .find(|question| question.id == id)
        .unwrap()
        .options()
}

fn random(questions: &[Question], dice: &mut Dice) -> Answers {
    let mut given = Answers::default();
    for question in questions {
        if dice.roll(8) > 0 {
            given.set(question.id, dice.answer(question));
        }
    }
    given
}
