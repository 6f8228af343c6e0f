//! The interviews: every question can be met, every option has its words, nobody is asked too much, nothing is lost.
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
use assess_words::{Dice, answers, random, walk, words};
use waymark::domain::Answer;
use waymark::domain::interview::{Kind, applicable, excludes, first_text};
use waymark::domain::lens::{
    Arrived, CONNECTED, Company, Contact, FirstTried, Handler, Heard, InformalTried, Item, Outcome, Reached,
    Settled, Side, View,
};
use waymark::domain::questions::{ALL, ASSESS, DETAILS, HANDLE, NO_ANONYMITY, RESPOND, SITUATION};
use waymark::domain::situation::{
    Affiliation, Capacity, Comfort, First, Group, Informal, Lawful, People, Raiser, Recurrence, Retaliation,
    Safety, Setting, Stake,
};

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
fn options_of_the_other_lenses_are_those_of_their_facets() {
    macro_rules! among {
        ($id:literal $facet:ident) => {
            let keys: Vec<_> = $facet::ALL.iter().map(|facet| facet.key()).collect();
            assert_eq!(options($id), keys, $id);
        };
    }
    among!("reached" Reached);
    among!("my-side" Side);
    among!("my-view" View);
    among!("my-settled" Settled);
    among!("my-contact" Contact);
    among!("my-company" Company);
    among!("handler" Handler);
    among!("arrived" Arrived);
    among!("tried-first" FirstTried);
    among!("tried-informal" InformalTried);
    among!("heard-concerned" Heard);
    among!("outcome" Outcome);
    among!("sides" Affiliation);
    let of = |id: &str, keys: Vec<&str>| assert!(options(id).iter().all(|key| keys.contains(key)), "{id}");
    of("my-capacity", Capacity::ALL.iter().map(|one| one.key()).collect());
    of("my-safety", Safety::ALL.iter().map(|one| one.key()).collect());
    let items: Vec<_> = Item::ALL.iter().map(|item| item.key()).collect();
    assert_eq!(options("at-hand")[..items.len()], items);
    assert!(CONNECTED.iter().all(|key| options("ties").contains(key)));
}

#[test]
fn the_person_concerned_is_asked_five_to_ten_questions_and_may_answer_unknown_to_each() {
    let mut dice = Dice(11);
    for _ in 0..20000 {
        let met = walk(RESPOND, &random(RESPOND, &mut dice)).len();
        assert!((5..=10).contains(&met), "{met}");
    }
    for profile in [
        "reached=message",
        "reached=own-nsb",
        "reached=tmb",
        "reached=spoken my-capacity=liaison",
    ] {
        let met = walk(RESPOND, &answers(profile)).len();
        println!("{met:>3}  {profile}");
        assert!((5..=9).contains(&met), "{profile}: {met}");
    }
    for question in RESPOND.iter().chain(HANDLE) {
        assert!(question.options().contains(&"unknown"), "{}", question.id);
    }
}

#[test]
fn whoever_is_tied_to_one_side_is_asked_nothing_about_the_case() {
    for tie in CONNECTED {
        let met = walk(HANDLE, &answers(&format!("ties={tie}+saw lawful=maybe-unlawful")));
        let ids: Vec<_> = met.iter().map(|question| question.id).collect();
        assert_eq!(ids, ["handler", "ties", "safety", "lawful", "setting"], "{tie}");
    }
    let ids: Vec<_> = HANDLE.iter().take(2).map(|question| question.id).collect();
    assert_eq!(ids, ["handler", "ties"], "before any detail (principle 6)");
    let longest = (0..20000)
        .scan(Dice(13), |dice, _| {
            Some(walk(HANDLE, &random(HANDLE, dice)).len())
        })
        .max();
    println!("the longest way through the questions to a handler: {longest:?}");
    assert!(longest <= Some(15), "{longest:?}");
}

#[test]
fn only_a_formal_request_asks_for_the_informal_one_and_help_for_neither() {
    let asked = |profile: &str, id: &str| {
        walk(HANDLE, &answers(profile))
            .iter()
            .any(|question| question.id == id)
    };
    assert!(asked(
        "ties=none arrived=formal tried-first=spoke",
        "tried-informal"
    ));
    assert!(!asked(
        "ties=none arrived=member tried-first=spoke",
        "tried-informal"
    ));
    assert!(!asked(
        "ties=none arrived=formal tried-first=not-yet",
        "tried-informal"
    ));
    assert!(!asked("ties=none arrived=help", "tried-first"));
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
    for question in ALL.iter().copied().flatten() {
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
        .chain(RESPOND)
        .chain(HANDLE)
        .find(|question| question.id == id)
        .unwrap()
        .options()
}
