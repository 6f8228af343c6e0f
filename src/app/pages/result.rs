//! What the answers touch: readable without having met the questions, printable, worked out anew each time.

use crate::app::parts::doc::doc;
use crate::app::parts::el::{View, classed, el};
use crate::app::session::Session;
use crate::browser::page;
use crate::document::{Route, result};
use crate::domain::assessment::assess;

/// The page.
#[inline(never)]
pub fn page(session: Session) -> View {
    let words = session.words;
    let page = doc(words, result::result(words, &assess(&session.answers_now())));
    classed("div", "flow flow--wide")
        .child(page)
        .child(tools(session))
        .view()
}

/// Print; shared with the plan, which has its own way to the answers.
pub fn print(session: Session) -> View {
    classed("button", "button button--quiet")
        .attr("type", "button")
        .text(session.words.t("tool.print"))
        .on_click(page::print)
        .view()
}

/// Print, and the answers behind it.
fn tools(session: Session) -> View {
    let words = session.words;
    let answers = el("a")
        .attr("class", "button button--quiet")
        .attr("href", Route::Answers.href());
    classed("div", "row")
        .child(print(session))
        .child(answers.text(words.t("answers.title")).view())
        .view()
}
