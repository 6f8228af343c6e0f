//! The next step and who: the plan as a page, what the composer can help to write, and where one is.

use super::aside;
use super::result::print;
use crate::app::parts::doc::{alone, blocks, title};
use crate::app::parts::el::{View, classed, el};
use crate::app::session::Session;
use crate::document::{Block, Route, ledger, plan as pages};
use crate::domain::Lens;

/// The page.
#[inline(never)]
pub fn page(session: Session, lens: Lens) -> View {
    let words = session.words;
    let answers = session.answers_now();
    let case = session.case_now();
    let mut doc = pages::plan(words, &case.plan(lens));
    ledger::amend(words, &mut doc, &case, lens);
    // The stages stand beside the page where there is room.
    let (trails, rest): (Vec<Block>, Vec<Block>) = doc
        .blocks
        .into_iter()
        .filter(|block| !matches!(block, Block::Heading(_, name) if name == words.t("plan.stages")))
        .partition(|block| matches!(block, Block::Trail(_)));
    let mut left = classed("div", "flow flow--wide").child(title(doc.title));
    if lens.questions().iter().all(|question| !answers.has(question.id)) {
        left = left.child(aside::begin(words, lens, "plan.unanswered"));
    }
    let left = left
        .children(blocks(words, rest))
        .child(classed("div", "row").child(print(session)).view());
    let mut right = classed("div", "flow two__aside")
        .child(el("h2").text(words.t("plan.stages")).view())
        .children(blocks(words, trails))
        .child(el("p").child(alone(&Route::Map, words.t("guide.see-map"))).view());
    right = right.child(
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
