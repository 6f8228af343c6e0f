//! The learning copy on the page of the hand-over copy: what was ticked, without names; which names were replaced, and the text.

use leptos::prelude::*;

use super::tools::{quiet_button, status};
use crate::app::parts::doc::para;
use crate::app::parts::el::{View, classed, el, live};
use crate::app::session::Session;
use crate::browser::download;
use crate::domain::Words;
use crate::domain::handover::Copy;
use crate::domain::learning::learning;
use crate::domain::logs::Row;
use crate::domain::names::{NAME, STAND_IN};
use crate::export::handover as file;

/// The section; `made` gives what is ticked, and is followed; `said` is what was said about it last.
pub fn section(session: Session, said: RwSignal<String>, made: impl Fn() -> Copy + Clone + 'static) -> View {
    let words = session.words;
    let table = session.names();
    let without = move || learning(&made(), &table, words.t("learning.no-address"));
    let (counted, shown, taken) = (without.clone(), without.clone(), without);
    let table = session.names();
    let preview = live(move || {
        let inside = file::inside(words, &shown().0);
        let inside = if inside.is_empty() {
            words.t("handover.nothing-ticked").to_owned()
        } else {
            inside
        };
        classed("div", "letter__body")
            .attr("dir", "auto")
            .attr("id", "learning-text")
            .text(inside)
            .view()
    });
    let take = quiet_button(words, "learning.download", move || {
        let copy = untrack(&taken).0;
        said.set(if copy.is_empty() {
            words.t("handover.nothing-ticked").to_owned()
        } else {
            let text = file::learning(words, &copy);
            let mime = "text/plain;charset=utf-8";
            match download::save(file::LEARNING_NAME, mime, text.as_bytes()) {
                Ok(()) => words.t("handover.done").to_owned(),
                Err(error) => words.problem(error.id()),
            }
        });
    });
    classed("div", "flow")
        .attr("id", "learning")
        .child(el("h2").text(words.t("learning.title")).view())
        .child(para(words, "", "learning.lead"))
        .child(para(words, "", "learning.left-out"))
        .child(el("h3").text(words.t("learning.found")).view())
        .child(live(move || found(words, &table, &counted().1)))
        .child(
            classed("details", "why")
                .child(el("summary").text(words.t("learning.preview")).view())
                .child(classed("div", "letter").child(preview).view())
                .view(),
        )
        .child(para(words, "", "learning.care"))
        .child(classed("div", "row").child(take).view())
        .child(status(words, said))
        .view()
}

/// Which rows of the table were found, and how often.
fn found(words: &'static Words, table: &[Row], times: &[usize]) -> View {
    let met = table.iter().zip(times).filter(|(_, times)| **times > 0);
    let lines = met.map(|(row, times)| {
        let values = [
            ("who", row.get(STAND_IN)),
            ("times", &times.to_string()),
            ("name", row.get(NAME)),
        ];
        let line = words.fill_typed("learning.row", &values);
        classed("li", "own").attr("dir", "auto").text(line).view()
    });
    let lines: Vec<View> = lines.collect();
    if lines.is_empty() {
        return el("p").text(words.t("learning.none")).view();
    }
    el("ul").children(lines).view()
}
