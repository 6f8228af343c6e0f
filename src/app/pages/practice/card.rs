//! One practice card: what happens, the choices, and below them what the texts say about the one taken.

use leptos::prelude::*;

use crate::app::pages::waiting;
use crate::app::parts::doc::{alone, blocks, title};
use crate::app::parts::el::{View, classed, el, live, nothing};
use crate::app::session::Session;
use crate::browser::page;
use crate::document::inline::parse;
use crate::document::{Block, Route, practice as pages};
use crate::domain::practice::{Card, cards, next};

/// The page; an id that no card has leads to a page that helps.
#[inline(never)]
pub fn page(session: Session, id: &str) -> View {
    let words = session.words;
    let Some(card) = cards(words).into_iter().find(|card| card.id == id) else {
        return waiting(session);
    };
    let before = session.progress().answer(&card);
    let answered = RwSignal::new(before);
    let crumbs = classed("p", "quiet no-print")
        .child(alone(&Route::Practice, words.t("practice.page.back")))
        .text(" · ")
        .text(pages::side(words, card.side));
    let name = pages::title(words, card.id).unwrap_or_default();
    let (story, form) = (pages::story(words, &card), choices(session, &card, answered));
    let card = StoredValue::new(card);
    let answer = move || {
        answered.get().map_or_else(nothing, |option| {
            card.with_value(|card| taken(session, card, option))
        })
    };
    let after = move || {
        answered.get().map_or_else(nothing, |option| {
            card.with_value(|card| after(session, card, option))
        })
    };
    classed("div", "flow flow--wide")
        .child(crumbs.view())
        .child(title(name))
        .child(classed("div", "flow").children(blocks(words, story)).view())
        .child(form)
        .child(
            classed("div", "flow")
                .attr("role", "status")
                .child(live(answer))
                .view(),
        )
        .child(live(after))
        .view()
}

/// The choices, as in the interviews: nothing happens before the button.
fn choices(session: Session, card: &Card, answered: RwSignal<Option<&'static str>>) -> View {
    let words = session.words;
    let id = card.id;
    let chosen = RwSignal::new(answered.get_untracked());
    let problem = RwSignal::new(false);
    let rows = card.options.iter().map(|option| {
        let option = *option;
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "choice")
            .attr("value", option)
            .live_checked(move || chosen.get() == Some(option))
            .on("change", move |_| {
                chosen.set(Some(option));
                problem.set(false);
            });
        classed("label", "choice")
            .child(input.view())
            .child(el("span").text(pages::say(words, card, option)).view())
            .view()
    });
    let complaint = live(move || {
        if !problem.get() {
            return nothing();
        }
        classed("p", "field__error")
            .attr("id", "problem")
            .attr("tabindex", "-1")
            .text(words.t("practice.page.choose"))
            .view()
    });
    let question = classed("fieldset", "question flow")
        .live_attr("aria-describedby", move || {
            problem.get().then(|| "problem".to_owned())
        })
        .child(
            el("legend")
                .child(el("h2").text(pages::ask(words, card)).view())
                .view(),
        )
        .child(complaint)
        .child(classed("div", "choices").children(rows).view());
    let submit = classed("button", "button")
        .attr("type", "submit")
        .text(words.t("practice.page.show"));
    classed("form", "flow flow--wide")
        .attr("novalidate", "")
        .on("submit", move |event| {
            event.prevent_default();
            problem.set(chosen.get_untracked().is_none());
            let Some(option) = chosen.get_untracked() else {
                page::after_paint(|| page::focus("#problem"));
                return;
            };
            session.practised(id, option);
            answered.set(Some(option));
            page::after_paint(|| page::focus("#answer"));
        })
        .child(question.view())
        .child(classed("div", "row").child(submit.view()).view())
        .view()
}

/// The choice taken and what is said about it.
fn taken(session: Session, card: &Card, option: &str) -> View {
    let words = session.words;
    let choice = pages::say(words, card, option);
    classed("section", "card flow")
        .child(
            el("h2")
                .attr("id", "answer")
                .attr("tabindex", "-1")
                .text(words.fill("practice.page.chosen", &[("choice", choice)]))
                .view(),
        )
        .children(blocks(
            words,
            vec![Block::Para(pages::answer(words, card, option))],
        ))
        .view()
}

/// The other choices to open, what the card was written about, and the next one.
fn after(session: Session, card: &Card, option: &str) -> View {
    let words = session.words;
    let mut rest = vec![Block::Heading(2, words.t("practice.page.others").to_owned())];
    rest.extend(
        card.options
            .iter()
            .filter(|other| **other != option)
            .map(|other| {
                let name = pages::say(words, card, other).to_owned();
                Block::Details(name, vec![Block::Para(pages::answer(words, card, other))])
            }),
    );
    rest.push(pages::about(words, card));
    let filter = session.filter.get_untracked();
    let all = cards(words);
    let next = next(&all, filter, &session.progress(), Some(card.id));
    if next.is_none() {
        rest.push(Block::Para(parse(words, words.t("practice.page.done"))));
    }
    let next = next.map(|next| {
        let name = words.t("practice.page.next").to_owned();
        (Route::Card(next.id.to_owned()), name)
    });
    let back = (Route::Practice, words.t("practice.page.back").to_owned());
    rest.push(Block::Actions(next.into_iter().chain([back]).collect()));
    classed("div", "flow").children(blocks(words, rest)).view()
}
