//! The form for one entry of a log, by the columns of the log. What is typed is kept at once.

use leptos::prelude::*;

use super::fingerprint;
use super::log::Open;
use crate::app::parts::doc::text;
use crate::app::parts::el::{El, View, classed, el, live, nothing, row};
use crate::document::inline::{paragraphs, parse};
use crate::document::logs;
use crate::domain::Words;
use crate::domain::ledger;
use crate::domain::logs::{Column, Kind, PRINT};
use crate::domain::questions::NO_ANONYMITY;

/// The form; `new`: for an entry that did not stand there before.
pub fn form(open: Open, at: usize, new: bool) -> View {
    let columns = open.log.columns().iter();
    let fields = columns.filter_map(|column| match (column.kind, column.id) {
        (Kind::File, PRINT) => Some(fingerprint::of_entry(open, at, column)),
        (Kind::File, _) => None,
        _ => Some(field(open, at, column)),
    });
    let entry = Entry {
        id: "log-form",
        keep: "log.keep",
        kept: "log.saved-as-typed",
        at,
        new,
    };
    let leave = move || open.give_up();
    entry.form(open.words(), row(fields), move || open.finish(at), leave)
}

/// A form for one entry of a list: its id, and the ids of its words.
pub struct Entry {
    /// The id of the form.
    pub id: &'static str,
    /// What its button says.
    pub keep: &'static str,
    /// What is said of what was typed.
    pub kept: &'static str,
    /// Which entry of the list it is, from 0.
    pub at: usize,
    /// Whether it did not stand there before.
    pub new: bool,
}

impl Entry {
    /// The form around its fields.
    pub fn form(
        &self,
        words: &'static Words,
        fields: View,
        finish: impl Fn() + 'static,
        leave: impl Fn() + 'static,
    ) -> View {
        let keep = classed("button", "button")
            .attr("type", "submit")
            .text(words.t(self.keep));
        let leave = classed("button", "button button--quiet")
            .attr("type", "button")
            .text(words.t(if self.new { "log.drop" } else { "log.as-it-was" }))
            .on_click(leave);
        // Before the first free text: nobody is anonymous (4.3.1).
        let notice = (self.at == 0).then(|| paragraphs(words, words.t(NO_ANONYMITY)));
        let notice = notice.into_iter().flatten();
        classed("form", "flow flow--wide")
            .attr("id", self.id)
            .attr("novalidate", "")
            .on("submit", move |event| {
                event.prevent_default();
                finish();
            })
            .children(notice.map(|t| classed("p", "notice").children(text(t)).view()))
            .child(fields)
            .child(classed("p", "quiet").text(words.t(self.kept)).view())
            .child(
                classed("div", "row")
                    .child(keep.view())
                    .child(leave.view())
                    .view(),
            )
            .view()
    }
}

/// One column: label, hint, what is missing, and the field.
fn field(open: Open, at: usize, column: &'static Column) -> View {
    let (words, log) = (open.words(), open.log);
    let name = logs::label(words, log, column);
    let hint = classed("span", "quiet")
        .attr("id", format!("log-{}-hint", column.id))
        .children(text(parse(words, logs::hint(words, log, column))))
        .view();
    if let Kind::Many(keys) = column.kind {
        return classed("fieldset", "copies flow")
            .child(classed("legend", "field__label").text(name).view())
            .child(hint)
            .child(ticks(open, at, column, keys))
            .view();
    }
    let must = column.id == log.head();
    let complaint = live(move || {
        if must && open.missing.get() {
            classed("p", "field__error")
                .attr("id", "log-missing")
                .text(logs::missing(words, log))
                .view()
        } else {
            nothing()
        }
    });
    let now = open.value(at, column.id);
    let area = match column.kind {
        Kind::Text => typed(open, at, column, el("textarea").attr("rows", "4"), &now),
        Kind::One(keys) => choice(open, at, column, keys, &now),
        _ => typed(open, at, column, el("input").attr("type", "text"), &now),
    };
    let area = area
        .attr("id", format!("log-{}", column.id))
        .live_attr("aria-invalid", move || {
            (must && open.missing.get()).then(|| "true".to_owned())
        })
        .live_attr("aria-describedby", move || {
            let wrong = if must && open.missing.get() {
                " log-missing"
            } else {
                ""
            };
            Some(format!("log-{}-hint{wrong}", column.id))
        });
    classed("div", "field")
        .child(
            el("label")
                .attr("for", format!("log-{}", column.id))
                .text(name)
                .view(),
        )
        .child(hint)
        .child(complaint)
        .child(area.view())
        .view()
}

fn typed(open: Open, at: usize, column: &'static Column, area: El, now: &str) -> El {
    area.attr("dir", "auto")
        .value(now)
        .on("input", move |event| {
            open.edit(at, column.id, &event_target_value(&event));
        })
        // The order of the entries, and with it the stages, may follow from a date.
        .on("change", move |_| open.changed.update(|count| *count += 1))
}

fn choice(open: Open, at: usize, column: &'static Column, keys: &'static [&'static str], now: &str) -> El {
    let (words, log) = (open.words(), open.log);
    let option = |key: &str, name: &str| {
        el("option")
            .attr("value", key)
            .flag("selected", key == now)
            .text(name)
            .view()
    };
    let options = keys.iter().map(|key| {
        let step = ledger::STEPS
            .iter()
            .find(|step| column.id == "what" && step.key == *key);
        let clause = step.and_then(|step| step.clauses.first());
        let clause = clause
            .map(|clause| [" (", clause.number(), ")"].concat())
            .unwrap_or_default();
        option(key, &[logs::option(words, log, column, key), &clause].concat())
    });
    el("select")
        .on("change", move |event| {
            open.edit(at, column.id, &event_target_value(&event));
            open.changed.update(|count| *count += 1);
        })
        .child(option("", words.t("log.choose")))
        .children(options)
}

fn ticks(open: Open, at: usize, column: &'static Column, keys: &'static [&'static str]) -> View {
    let (words, log) = (open.words(), open.log);
    let boxes = keys.iter().map(|key| {
        let has = move |now: &str| now.split(' ').any(|one| one == *key);
        let input = el("input")
            .attr("type", "checkbox")
            .flag("checked", has(&open.value(at, column.id)))
            .on("change", move |event| {
                let now = open.value(at, column.id);
                let mut chosen: Vec<&str> = now.split(' ').filter(|one| one != key).collect();
                if event_target_checked(&event) {
                    chosen.push(key);
                }
                open.edit(at, column.id, &chosen.join(" "));
            });
        classed("label", "choice")
            .child(input.view())
            .child(el("span").text(logs::option(words, log, column, key)).view())
            .view()
    });
    classed("div", "choices").children(boxes).view()
}
