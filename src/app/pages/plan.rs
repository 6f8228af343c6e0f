//! The next step and who: the plan as a page, what the composer can help to write, and where one is.

use super::aside;
use super::result::tools;
use crate::app::parts::doc::{blocks, title};
use crate::app::parts::el::{View, classed, el};
use crate::app::session::Session;
use crate::document::{Block, Route, ledger, plan as pages};
use crate::domain::routing::route;

/// The page.
pub fn page(session: Session) -> View {
    let words = session.words;
    let plan = route(&session.facets_now());
    let mut doc = pages::plan(words, &plan);
    ledger::amend(words, &mut doc, &session.case_now());
    // The stages stand beside the page where there is room.
    let (trails, rest): (Vec<Block>, Vec<Block>) = doc
        .blocks
        .into_iter()
        .filter(|block| !matches!(block, Block::Heading(_, name) if name == words.t("plan.stages")))
        .partition(|block| matches!(block, Block::Trail(_)));
    let mut left = classed("div", "flow flow--wide").child(title(doc.title));
    if session.answers_now().is_empty() {
        left = left.child(unanswered(session));
    }
    let left = left.children(blocks(words, rest)).child(tools(session));
    let right = classed("div", "flow two__aside")
        .child(el("h2").text(words.t("plan.stages")).view())
        .children(blocks(words, trails))
        .child(
            el("p")
                .child(
                    el("a")
                        .attr("href", Route::Map.href())
                        .text(words.t("guide.see-map"))
                        .view(),
                )
                .view(),
        )
        .child(
            classed("div", "flow no-print")
                .child(el("h2").text(words.t("ledger.aside")).view())
                .child(aside::links(session))
                .view(),
        );
    classed("div", "two two--narrow")
        .child(left.view())
        .child(right.view())
        .view()
}

fn unanswered(session: Session) -> View {
    let words = session.words;
    classed("p", "notice")
        .text(words.t("plan.unanswered"))
        .text(" ")
        .child(
            el("a")
                .attr("href", Route::Situation.href())
                .text(words.t("situation.title"))
                .view(),
        )
        .view()
}
