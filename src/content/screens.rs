//! Every screen that can be made without a person at it: for the coverage matrix, the build's checks and the tests.

use std::collections::BTreeSet;

use super::addresses;
use crate::document::{
    Block, Doc, Route, home, inline, ledger, map, page, plan, practice as pages, question, result,
};
use crate::domain::assessment::assess;
use crate::domain::interview::{self, Kind, Question};
use crate::domain::logs::Log;
use crate::domain::map::map as map_of;
use crate::domain::practice::{self, Card};
use crate::domain::questions::{ASSESS, HANDLE, RESPOND, SITUATION};
use crate::domain::routing::{self, route};
use crate::domain::situation::Facets;
use crate::domain::{Answer, Answers, Lens, Words};

/// The lenses that have pages beside those of the one who raises a concern.
const OTHERS: [Lens; 2] = [Lens::Respond, Lens::Handle];

/// Every screen with its address: the pages of words, the questions, and what the rules make of many situations.
#[must_use]
pub fn all(words: &Words) -> Vec<(Route, Doc)> {
    let mut screens: Vec<(Route, Doc)> = addresses(words)
        .into_iter()
        .filter_map(|address| page::page(words, address).map(|doc| (Route::page(address), doc)))
        .collect();
    screens.extend(cards(words));
    screens.extend(worked_out(words));
    screens.extend(of_lenses(words));
    screens
}

/// The practice cards, each with all its answers.
#[must_use]
pub fn cards(words: &Words) -> Vec<(Route, Doc)> {
    let route = |card: &Card| Route::Card(card.id.to_owned());
    let cards = practice::cards(words).into_iter();
    cards
        .map(|card| (route(&card), pages::card(words, &card)))
        .collect()
}

/// Those among them that are there at once.
#[must_use]
pub fn at_once(words: &Words) -> Vec<(Route, Doc)> {
    let mut screens = vec![(Route::Home, home::home(words))];
    for question in SITUATION {
        screens.push((
            Route::SituationQuestion(question.id.to_owned()),
            asked(words, question),
        ));
    }
    for question in ASSESS {
        screens.push((
            Route::AssessQuestion(question.id.to_owned()),
            asked(words, question),
        ));
    }
    screens
}

/// Those that the rules make, and the questions.
#[must_use]
pub fn worked_out(words: &Words) -> Vec<(Route, Doc)> {
    let mut screens = at_once(words);
    for log in Log::ALL {
        screens.push((Route::Log(log), ledger::page(words, log)));
    }
    for answers in some_answers() {
        let facets = Facets::from_answers(&answers);
        screens.push((Route::Plan, plan::plan(words, &route(&facets))));
        screens.push((Route::Map, map::map(words, &map_of(&facets))));
        screens.push((Route::Result, result::result(words, &assess(&answers))));
    }
    screens
}

/// Those of the other lenses: interviews and plans.
#[must_use]
pub fn of_lenses(words: &Words) -> Vec<(Route, Doc)> {
    let mut screens = Vec::new();
    for lens in OTHERS {
        for question in lens.questions() {
            let route = Route::LensQuestion(lens, question.id.to_owned());
            screens.push((route, asked(words, question)));
        }
        let id = lens.key();
        screens.push((
            Route::Lens(lens),
            Doc {
                title: words.t(&format!("lens.{id}.title")).to_owned(),
                blocks: vec![
                    Block::Lead(inline::parse(words, words.t(&format!("lens.{id}.lead")))),
                    Block::List(
                        words
                            .list(&format!("lens.{id}.notes"))
                            .into_iter()
                            .map(|note| inline::parse(words, note))
                            .collect(),
                    ),
                ],
            },
        ));
    }
    for answers in some_answers() {
        for lens in OTHERS {
            let doc = plan::plan(words, &routing::plan(lens, &answers));
            screens.push((Route::LensPlan(lens), doc));
        }
    }
    screens
}

/// A question as a page: what stands in its texts.
fn asked(words: &Words, of: &Question) -> Doc {
    let mut blocks = vec![Block::Lead(question::help(words, of))];
    blocks.extend(question::why(words, of).into_iter().map(Block::Para));
    for option in of.options() {
        let _ = question::say(words, of, option);
    }
    let _ = question::short(words, of);
    Doc {
        title: question::ask(words, of).to_owned(),
        blocks,
    }
}

/// Every question of every interview.
fn everything() -> impl Iterator<Item = &'static Question> {
    SITUATION.iter().chain(ASSESS).chain(RESPOND).chain(HANDLE)
}

/// How many sets of answers are tried: enough that every question, every step and every principle is met many times.
const TRIES: u32 = 1500;

/// Sets of answers to both interviews, the same at each build.
fn some_answers() -> impl Iterator<Item = Answers> {
    let mut state = 7_u32;
    let mut chance = move |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) as usize % below.max(1)
    };
    (0..TRIES).map(move |_| {
        let mut answers = Answers::default();
        for question in everything() {
            match question.kind {
                Kind::One(options) => answers.choose(question.id, options[chance(options.len())]),
                Kind::Many(options) => {
                    let first = options[chance(options.len())].to_owned();
                    let second = options[chance(options.len())].to_owned();
                    answers.set(question.id, Answer::Chosen(vec![first, second]));
                }
                Kind::Text => {}
            }
        }
        answers
    })
}

/// Questions that no answers lead to, as sentences for the build.
#[must_use]
pub fn unreachable_questions() -> Vec<String> {
    let mut met: BTreeSet<&str> = BTreeSet::new();
    for answers in some_answers().chain([Answers::default()]) {
        for questions in [SITUATION, ASSESS, RESPOND, HANDLE] {
            met.extend(
                interview::path(questions, &answers)
                    .iter()
                    .map(|question| question.id),
            );
        }
    }
    let all = everything().filter(|question| !met.contains(question.id));
    all.map(|question| format!("no answers lead to the question `{}`", question.id))
        .collect()
}
