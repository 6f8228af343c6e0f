//! The cards as a set for a training session (2.1.4.1, 2.2.3.1): scenes first, answers behind a page break.

use super::{filters, shown};
use crate::app::parts::doc::{alone, blocks, text, title};
use crate::app::parts::el::{View, classed, el, live};
use crate::app::session::Session;
use crate::browser::page;
use crate::document::inline::{paragraphs, parse};
use crate::document::{Block, Route, practice as pages};
use crate::domain::Words;
use crate::domain::practice::Card;

/// The page; it follows the filter.
#[inline(never)]
pub fn page(session: Session) -> View {
    let words = session.words;
    let lead = paragraphs(words, words.t("practice.page.print-lead"));
    let print = classed("button", "button")
        .attr("type", "button")
        .text(words.t("tool.print"))
        .on_click(page::print);
    let set = live(move || {
        let (shown, _) = shown(session);
        classed("div", "flow")
            .child(part(words, "practice.page.scenes", &shown, pages::scene, "flow"))
            .child(part(
                words,
                "practice.page.answers",
                &shown,
                pages::answers,
                "flow new-sheet",
            ))
            .view()
    });
    classed("div", "flow flow--wide")
        .child(
            classed("p", "quiet no-print")
                .child(alone(&Route::Practice, words.t("practice.page.back")))
                .view(),
        )
        .child(title(words.t("practice.page.print-title")))
        .children(blocks(words, lead.into_iter().map(Block::Para).collect()))
        .child(classed("div", "row").child(print.view()).view())
        .child(filters(session))
        .child(set)
        .child(
            classed("p", "quiet")
                .children(text(parse(words, words.t("label.official"))))
                .view(),
        )
        .view()
}

/// One half of the set; a card has the same number in both.
fn part(
    words: &'static Words,
    name: &'static str,
    shown: &[Card],
    made: fn(&Words, &Card) -> Vec<Block>,
    class: &str,
) -> View {
    let cards = shown.iter().enumerate().map(|(at, card)| {
        let name = pages::title(words, card.id).unwrap_or_default();
        classed("section", "scene flow")
            .child(el("h3").text(format!("{}. {name}", at + 1)).view())
            .children(blocks(words, made(words, card)))
            .view()
    });
    classed("div", class)
        .child(el("h2").text(words.t(name)).view())
        .children(cards)
        .view()
}
