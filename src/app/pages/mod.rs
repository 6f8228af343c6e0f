//! One file a screen.

pub mod answers;
pub mod aside;
pub mod asked;
pub mod backup;
pub mod bar;
pub mod beside;
pub mod compose;
pub mod depart;
pub mod fingerprint;
pub mod hand_over;
pub mod held;
pub mod hints;
pub mod interview;
pub mod language;
pub mod later;
pub mod learning;
pub mod lock;
pub mod log;
pub mod log_form;
pub mod log_list;
pub mod map;
pub mod names;
pub mod needs;
pub mod note;
pub mod notes;
pub mod opening;
pub mod people;
pub mod plan;
pub mod practice;
pub mod receive;
pub mod record;
pub mod restore;
pub mod result;
pub mod sealing;
pub mod search;
pub mod second_look;
pub mod shared;
pub mod sheet;
pub mod taken;
pub mod tongue;
pub mod tools;
pub mod unlock;
pub mod write;

use leptos::prelude::*;

use super::parts::doc;
use super::parts::el::{View, classed, live};
use super::session::{Rest, Session};
use crate::browser::page as browser;
use crate::document::inline::{Inline, parse};
use crate::document::name::UNKNOWN;
use crate::document::{Block, Doc, Flow, Route, home, page};

/// Where reading a page begins.
const HEADING: &str = "main h1";

/// The page of a route.
pub fn page(session: Session, route: &Route) -> View {
    if route.writes() && !session.is_writer() {
        return held::page(session);
    }
    if route.is_private() && session.is_locked() {
        if !session.is_writer() {
            return held::page(session);
        }
        return match session.rest.get() {
            Rest::There(later) => (later.page)(session, &Route::Lock),
            _ => waiting(session),
        };
    }
    match route {
        Route::Assess => interview::start(session, Flow::Assess),
        Route::AssessQuestion(id) => interview::question(session, Flow::Assess, id),
        Route::Situation => interview::start(session, Flow::Situation),
        Route::SituationQuestion(id) => interview::question(session, Flow::Situation, id),
        Route::Home => first(session),
        Route::Page(address) => read(session, address),
        Route::Term(_) => read(session, "glossary"),
        _ => match session.rest.get() {
            Rest::There(later) => (later.page)(session, route),
            _ => waiting(session),
        },
    }
}

/// The first page; for whoever comes back, with the ways to go on.
fn first(session: Session) -> View {
    let words = session.words;
    // Where the ways stay the same, the page stays as it is. As a text: the program remembers others already.
    let seen = Memo::new(move |_| {
        let ways = session.ways_back();
        let parts = ways.iter().flat_map(|(route, name)| [route.href(), name.clone()]);
        parts.collect::<Vec<_>>().join("\n")
    });
    let page = live(move || {
        seen.track();
        let mut page = home::home(words);
        let ways = untrack(|| session.ways_back());
        if !ways.is_empty() {
            let rows = ways
                .into_iter()
                .map(|(route, name)| vec![Inline::Link(route, name)]);
            page.blocks.insert(1, Block::List(rows.collect()));
            page.blocks
                .insert(1, Block::Heading(2, words.t("home.go-on").to_owned()));
        }
        doc::doc(words, page)
    });
    classed("div", "flow")
        .child(page)
        .child(shared::at_home(session))
        .view()
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
    let what_now = if session.in_memory() {
        "error.words-lost.memory"
    } else {
        "error.words-lost.next"
    };
    match session.rest.get() {
        Rest::Coming => {
            // Whoever was led here goes on at the beginning of the page itself.
            on_cleanup(|| {
                if browser::has_focus(HEADING) {
                    browser::after_paint(|| browser::focus(HEADING));
                }
            });
            doc::title(words.t("app.coming"))
        }
        Rest::There(_) => doc::doc(words, page::page(words, UNKNOWN).unwrap_or_default()),
        Rest::Lost => doc::doc(
            words,
            Doc {
                title: words.t("error.words-lost").to_owned(),
                blocks: vec![Block::Para(parse(words, words.t(what_now)))],
            },
        ),
    }
}
