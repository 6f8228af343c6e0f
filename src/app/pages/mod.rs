//! One file a screen.

pub mod answers;
pub mod aside;
pub mod asked;
pub mod compose;
pub mod depart;
pub mod fingerprint;
pub mod hand_over;
pub mod hints;
pub mod interview;
pub mod log;
pub mod log_form;
pub mod log_list;
pub mod map;
pub mod notes;
pub mod people;
pub mod plan;
pub mod practice;
pub mod receive;
pub mod record;
pub mod result;
pub mod search;
pub mod shared;
pub mod sheet;
pub mod write;

use leptos::prelude::*;

use super::parts::doc;
use super::parts::el::{View, classed};
use super::session::{Rest, Session};
use crate::document::inline::parse;
use crate::document::name::UNKNOWN;
use crate::document::{Block, Doc, Route, home, page};
use crate::domain::Lens;
use interview::Flow;

/// The page of a route.
pub fn page(session: Session, route: &Route) -> View {
    let words = session.words;
    match route {
        Route::Assess => interview::start(session, Flow::Assess),
        Route::AssessQuestion(id) => interview::question(session, Flow::Assess, id),
        Route::Situation => interview::start(session, Flow::Situation),
        Route::SituationQuestion(id) => interview::question(session, Flow::Situation, id),
        // The words of the other lenses come with the second pack.
        Route::Lens(_)
        | Route::LensQuestion(..)
        | Route::LensPlan(_)
        | Route::Practice
        | Route::Card(_)
        | Route::PracticePrint
            if !words.whole() =>
        {
            waiting(session)
        }
        Route::Lens(lens) => interview::start(session, Flow::Lens(*lens)),
        Route::LensQuestion(lens, id) => interview::question(session, Flow::Lens(*lens), id),
        Route::LensPlan(lens) => plan::page(session, *lens),
        Route::Answers => answers::page(session),
        Route::Result => result::page(session),
        Route::Plan => plan::page(session, Lens::Raise),
        Route::Map => map::page(session),
        Route::Write => write::page(session, None),
        Route::WriteAs(side) => write::page(session, Some(*side)),
        Route::Begin(kind) => write::begin(session, kind),
        Route::Draft(id) => compose::page(session, id),
        Route::Depart(id) => depart::page(session, id),
        Route::Log(of) => log::page(session, *of),
        Route::HandOver => hand_over::page(session),
        Route::Receive => receive::page(session),
        Route::Notes => notes::page(session),
        Route::Practice => practice::page(session),
        Route::Card(id) => practice::card::page(session, id),
        Route::PracticePrint => practice::print::page(session),
        Route::Search => search::page(session),
        Route::Home => classed("div", "flow")
            .child(doc::doc(words, home::home(words)))
            .child(shared::at_home(session))
            .view(),
        Route::Page(address) => read(session, address),
        Route::Term(_) => read(session, "glossary"),
    }
}

/// A page of words; where it is not there yet, a line that says so, and then the page.
fn read(session: Session, address: &str) -> View {
    let words = session.words;
    if let Some(found) = page::page(words, address) {
        return doc::doc(words, found);
    }
    waiting(session)
}

/// What stands in the place of words that are not there: they are coming, there is no such page, or they are lost.
fn waiting(session: Session) -> View {
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
