//! One file a screen.

pub mod answers;
pub mod compose;
pub mod depart;
pub mod hints;
pub mod interview;
pub mod map;
pub mod notes;
pub mod people;
pub mod plan;
pub mod practice;
pub mod result;
pub mod search;
pub mod sheet;
pub mod write;

use leptos::prelude::*;

use super::parts::doc;
use super::parts::el::View;
use super::session::{Rest, Session};
use crate::document::inline::parse;
use crate::document::name::UNKNOWN;
use crate::document::{Block, Doc, Route, home, page};
use interview::Flow;

/// The page of a route.
pub fn page(session: Session, route: &Route) -> View {
    let words = session.words;
    match route {
        Route::Assess => interview::start(session, Flow::Assess),
        Route::AssessQuestion(id) => interview::question(session, Flow::Assess, id),
        Route::Situation => interview::start(session, Flow::Situation),
        Route::SituationQuestion(id) => interview::question(session, Flow::Situation, id),
        Route::Answers => answers::page(session),
        Route::Result => result::page(session),
        Route::Plan => plan::page(session),
        Route::Map => map::page(session),
        Route::Write => write::page(session),
        Route::Begin(kind) => write::begin(session, kind),
        Route::Draft(id) => compose::page(session, id),
        Route::Depart(id) => depart::page(session, id),
        Route::Notes => notes::page(session),
        Route::Practice | Route::Card(_) | Route::PracticePrint if !words.whole() => absent(session),
        Route::Practice => practice::page(session),
        Route::Card(id) => practice::card::page(session, id),
        Route::PracticePrint => practice::print::page(session),
        Route::Search => search::page(session),
        Route::Home => doc::doc(words, home::home(words)),
        Route::Page(address) => read(session, address),
        Route::Term(_) => read(session, "glossary"),
    }
}

/// A page of words; where it is not there yet, a line that says so, and then the page.
fn read(session: Session, address: &str) -> View {
    let words = session.words;
    page::page(words, address).map_or_else(|| absent(session), |found| doc::doc(words, found))
}

/// What stands where something is not: it may be on its way, or there may be no such page.
fn absent(session: Session) -> View {
    let words = session.words;
    match session.rest.get() {
        Rest::Coming => doc::title(words.t("app.coming")),
        Rest::There => doc::doc(words, page::page(words, UNKNOWN).unwrap_or_default()),
        Rest::Lost => doc::doc(
            words,
            Doc {
                title: words.t("error.words-lost").to_owned(),
                blocks: vec![Block::Para(parse(words, words.t("error.words-lost.next")))],
            },
        ),
    }
}
