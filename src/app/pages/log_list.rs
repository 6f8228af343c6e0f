//! The entries of a log in their order; the form stands in the place of the one that is open.

use super::log::Open;
use super::log_form;
use crate::app::parts::doc::text;
use crate::app::parts::el::{View, classed, el, row};
use crate::document::inline::parse;
use crate::document::{Route, logs};
use crate::domain::Words;
use crate::domain::ledger::{Weight, step};
use crate::domain::logs::{Log, Row, about, in_order};
use crate::domain::routing::Stage;
use crate::export;
use leptos::prelude::*;

/// The list, and the way to one more entry.
pub fn list(open: Open) -> View {
    open.drawn.track();
    let (words, log) = (open.words(), open.log);
    let rows = open.session.rows(log);
    let editing = open.editing.get_value();
    let mut order = in_order(&rows);
    let person = open.person();
    order.retain(|&at| editing == Some(at) || !rows[at].is_empty() && about::fits(&rows[at], &person));
    let class = if log == Log::Steps {
        "trail log"
    } else {
        "notes log"
    };
    let mut items: Vec<View> = order.iter().map(|&at| entry(open, at, &rows[at])).collect();
    if editing == Some(rows.len()) {
        items.push(
            classed("li", "note")
                .child(log_form::form(open, rows.len(), true))
                .view(),
        );
    }
    let list = if items.is_empty() {
        el("p").text(logs::name(words, log, "none")).view()
    } else {
        classed("ol", class).children(items).view()
    };
    if editing.is_some() {
        return list;
    }
    let next = rows.len();
    let add = classed("button", "button")
        .attr("type", "button")
        .attr("id", "log-add")
        .text(logs::name(words, log, "add"))
        .on_click(move || open.begin(next));
    row([list, classed("div", "row").child(add.view()).view()])
}

/// One entry, or the form in its place.
fn entry(open: Open, at: usize, row: &Row) -> View {
    let (words, log) = (open.words(), open.log);
    if open.editing.get_value() == Some(at) {
        let new = open.before.with_value(Vec::len) == at;
        return classed("li", "note").child(log_form::form(open, at, new)).view();
    }
    let made = logs::entry(words, log, row);
    let class = if log == Log::Steps {
        format!("trail__mark trail__mark--{} entry", made.mark.key())
    } else {
        "note entry".to_owned()
    };
    let mut head = el("h3").attr("dir", "auto").text(&made.head);
    for clause in made.clauses {
        head = head.text(" ").child(
            classed("a", "clause")
                .attr("href", Route::clause(*clause).href())
                .text(clause.number())
                .view(),
        );
    }
    let when = if made.when.is_empty() {
        classed("p", "quiet entry__when").text(words.t("log.no-date"))
    } else {
        classed("p", "entry__when").attr("dir", "auto").text(&made.when)
    };
    let lines = made.lines.iter().flat_map(|(label, text)| {
        [
            el("dt").text(label).view(),
            classed("dd", "own").attr("dir", "auto").text(text).view(),
        ]
    });
    let called = export::logs::headline(words, &made.when, &made.head);
    let name = called.clone();
    classed("li", &class)
        .attr("id", format!("entry-{at}"))
        .child(when.view())
        .child(head.view())
        .child(classed("dl", "entry__lines").children(lines).view())
        .children(remark(words, log, row))
        .child(
            classed("div", "row")
                .child(tool(words, "log.change", &called, move || open.begin(at)))
                .child(tool(words, "log.remove", &called, move || open.remove(at, &name)))
                .view(),
        )
        .view()
}

/// What the ledger has to say about one of its entries.
fn remark(words: &'static Words, log: Log, row: &Row) -> Option<View> {
    // That a formal request stands there says enough.
    let decides = step(row).is_some_and(|step| {
        step.weight != Weight::Beside && step.stage.is_some_and(|stage| stage != Stage::Formal)
    });
    let id = match row.get("ended") {
        _ if log != Log::Steps || !decides => return None,
        "again" => "ledger.again",
        "" if row.get("what") != "nsb-refused" => "ledger.not-said",
        _ => return None,
    };
    Some(
        classed("p", "quiet no-print")
            .children(text(parse(words, words.t(id))))
            .view(),
    )
}

/// A button of one entry: its name says which, for people who hear one button at a time.
fn tool(words: &'static Words, does: &'static str, name: &str, run: impl FnMut() + 'static) -> View {
    let does = words.t(does);
    classed("button", "plain")
        .attr("type", "button")
        .attr(
            "aria-label",
            words.fill("log.do-to", &[("do", does), ("name", name)]),
        )
        .text(does)
        .on_click(run)
        .view()
}
