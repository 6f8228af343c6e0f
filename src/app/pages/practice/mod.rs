//! The practice cards: what they are, which are shown, what was answered, and the way on.

pub mod card;
pub mod print;

use leptos::prelude::*;

use super::tools::{button, focus_on, listed};
use crate::app::parts::doc::{blocks, link, text, title};
use crate::app::parts::el::{View, classed, el, live, live_text, nothing};
use crate::app::session::Session;
use crate::browser::page;
use crate::document::inline::parse;
use crate::document::{Block, Route, practice as pages};
use crate::domain::Principle;
use crate::domain::practice::{Card, Progress, SIDES, cards, next};

/// The page with all cards.
#[inline(never)]
pub fn page(session: Session) -> View {
    let words = session.words;
    let anew = RwSignal::new(false);
    let lead = Block::Lead(parse(words, words.t("practice.page.lead")));
    let (go_on, rows) = (move || go_on(session), move || list(session, anew));
    classed("div", "flow flow--wide")
        .child(title(words.t("practice.page.title")))
        .children(blocks(words, vec![lead]))
        .child(el("p").text(words.t("practice.page.nothing")).view())
        .child(undo(session, anew))
        .child(live(go_on))
        .child(filters(session))
        .child(live(rows))
        .child(
            classed("p", "quiet")
                .children(text(parse(words, words.t("label.official"))))
                .view(),
        )
        .view()
}

/// The cards that are shown now, and what was answered; follows both.
fn shown(session: Session) -> (Vec<Card>, Progress) {
    session.listed.track();
    let filter = session.filter.get();
    let all = cards(session.words).into_iter();
    (
        all.filter(|card| filter.shows(card)).collect(),
        session.progress(),
    )
}

/// The next card, and the printed set.
fn go_on(session: Session) -> View {
    let words = session.words;
    let (shown, progress) = shown(session);
    let next = next(&shown, session.filter.get(), &progress, None);
    let begun = shown.iter().any(|card| progress.answer(card).is_some());
    let way = next.map(|card| {
        let name = if begun {
            "practice.page.go-on"
        } else {
            "practice.page.begin"
        };
        (Route::Card(card.id.to_owned()), words.t(name).to_owned())
    });
    let print = (Route::PracticePrint, words.t("practice.page.print").to_owned());
    let actions = Block::Actions(way.into_iter().chain([print]).collect());
    classed("div", "flow")
        .children(blocks(words, vec![actions]))
        .view()
}

/// Which cards are shown: by side, by principle; and how many that are.
fn filters(session: Session) -> View {
    let words = session.words;
    let filter = session.filter.get_untracked();
    let sides = SIDES.map(|side| (side, pages::side(words, side)));
    let sides = [("", words.t("practice.page.all-sides"))]
        .into_iter()
        .chain(sides);
    let names = NUMBERS.map(|number| (number, words.t(&format!("principle.{number}.short"))));
    let names = [("", words.t("practice.page.all-principles"))]
        .into_iter()
        .chain(names);
    let side = listed(
        "side",
        words.t("practice.page.sides"),
        sides.collect(),
        filter.side.unwrap_or_default(),
        Box::new(move |key| {
            let side = SIDES.into_iter().find(|side| *side == key);
            session.filter.update(|filter| filter.side = side);
        }),
    );
    let number = filter.principle.map(|at| at.number().to_string());
    let principle = listed(
        "principle",
        words.t("practice.page.principle"),
        names.collect(),
        number.as_deref().unwrap_or_default(),
        Box::new(move |key| {
            let principle = Principle::parse(&key);
            session.filter.update(|filter| filter.principle = principle);
        }),
    );
    let count = live_text(move || {
        let (shown, progress) = shown(session);
        let answered = shown.iter().filter(|card| progress.answer(card).is_some());
        let [answered, count] = [answered.count(), shown.len()].map(|count| count.to_string());
        words.fill(
            "practice.page.count",
            &[("answered", &answered), ("count", &count)],
        )
    });
    classed("div", "flow no-print")
        .child(
            classed("div", "filters")
                .child(side.view())
                .child(principle.view())
                .view(),
        )
        .child(classed("p", "quiet").attr("role", "status").child(count).view())
        .view()
}

/// The numbers of the principles, as the list to choose from holds them.
const NUMBERS: [&str; 10] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

/// The cards by name, each with what was chosen, and the way to begin anew.
fn list(session: Session, anew: RwSignal<bool>) -> View {
    let words = session.words;
    let (shown, progress) = shown(session);
    if shown.is_empty() {
        return el("p").text(words.t("practice.page.none")).view();
    }
    let rows = shown.into_iter().map(|card| {
        let name = pages::title(words, card.id).unwrap_or_default();
        let mut row = el("li")
            .child(link(&Route::Card(card.id.to_owned()), name))
            .child(classed("p", "quiet").text(pages::side(words, card.side)).view());
        if let Some(option) = progress.answer(&card) {
            let choice = pages::say(words, &card, option);
            row = row.child(
                el("p")
                    .text(words.fill("practice.page.chosen", &[("choice", choice)]))
                    .view(),
            );
        }
        row.view()
    });
    let made = classed("div", "flow").child(classed("ul", "found").children(rows).view());
    if progress.is_empty() || !session.is_writer() {
        return made.view();
    }
    made.child(button(words, "practice.page.anew", move || {
        session.practise_anew();
        anew.set(true);
        focus_on(".undo button".to_owned());
    }))
    .view()
}

/// Offers to bring back what was answered before.
fn undo(session: Session, anew: RwSignal<bool>) -> View {
    let words = session.words;
    live(move || {
        if !anew.get() || session.deleted.get().is_none() {
            return nothing();
        }
        classed("div", "notice row undo")
            .attr("role", "status")
            .child(el("span").text(words.t("practice.page.is-anew")).view())
            .child(button(words, "notes.undo", move || {
                session.undo();
                page::after_paint(|| page::focus("main h1"));
            }))
            .view()
    })
}
