//! The second pair of eyes, beside the part it is about: suggestions with their reason, each of which can be put aside.

use std::time::Duration;

use leptos::prelude::*;

use super::compose::Open;
use crate::app::parts::doc::text;
use crate::app::parts::el::{View, classed, el, live, nothing, row};
use crate::browser::page;
use crate::document::inline::parse;
use crate::domain::review::{Hint, rule_words};

/// How long after the last key the letter is read again. Reading never happens while somebody types.
const PAUSE: Duration = Duration::from_millis(400);

/// Reads the draft now and after each pause in typing.
pub fn watch(open: Open) {
    let hints = open.hints;
    let waiting = StoredValue::new(None::<leptos::leptos_dom::helpers::TimeoutHandle>);
    let read = move || {
        hints.set(
            open.draft
                .with_untracked(|draft| open.session().review(open.form, draft)),
        );
    };
    read();
    Effect::new(move |first: Option<()>| {
        open.draft.track();
        if first.is_none() {
            return;
        }
        if let Some(handle) = waiting.get_value() {
            handle.clear();
        }
        waiting.set_value(set_timeout_with_handle(read, PAUSE).ok());
    });
    on_cleanup(move || {
        if let Some(handle) = waiting.get_value() {
            handle.clear();
        }
    });
}

/// The hints about one part.
pub fn for_part(open: Open, part: &'static str) -> View {
    let found = open.hints;
    // Remembered, so that a hint that stays is neither drawn nor read out again.
    let ours = Memo::new(move |_| {
        found.with(|all| {
            all.iter()
                .filter(|hint| hint.part == part)
                .take(3)
                .cloned()
                .collect::<Vec<Hint>>()
        })
    });
    classed("div", "flow")
        .attr("aria-live", "polite")
        .child(live(move || {
            ours.with(|ours| row(ours.iter().map(|hint| one(open, hint))))
        }))
        .view()
}

/// What the second pair of eyes is, and whether it sees anything.
pub fn about(open: Open) -> View {
    let words = open.words();
    let found = open.hints;
    let nothing_seen =
        Memo::new(move |_| found.read().is_empty() && open.draft.with(|draft| !draft.is_empty(open.form)));
    let clear = live(move || {
        if nothing_seen.get() {
            classed("p", "quiet").text(words.t("review.clear")).view()
        } else {
            nothing()
        }
    });
    classed("details", "why")
        .child(el("summary").text(words.t("write.second-pair")).view())
        .child(el("p").text(words.t("review.lead")).view())
        .child(el("p").text(words.t("review.how")).view())
        .child(clear)
        .view()
}

fn one(open: Open, hint: &Hint) -> View {
    let words = open.words();
    let said = rule_words(words, hint.rule);
    let (key, part) = (hint.key(), hint.part);
    // The browser knows the quotation marks of each language.
    let quoted = (!hint.found.is_empty()).then(|| el("q").attr("dir", "auto").text(&hint.found).view());
    let found = open.hints;
    let leave = classed("button", "plain")
        .attr("type", "button")
        .attr(
            "aria-label",
            format!("{}: {}", words.t("review.dismiss"), said.title),
        )
        .text(words.t("review.dismiss"))
        .on_click(move || {
            let key = key.clone();
            // This button goes away; whoever works by keyboard goes on in the part.
            page::focus(&format!("#{part}"));
            found.update(|all| all.retain(|hint| hint.key() != key));
            open.edit(move |draft| {
                draft.dismissed.insert(key);
            });
        });
    classed("div", "suggests flow hint")
        .child(classed("span", "label").text(words.t("write.second-pair")).view())
        .child(
            el("p")
                .child(el("strong").text(said.title).view())
                .text(" ")
                .children(quoted)
                .view(),
        )
        .child(el("p").children(text(parse(words, said.why))).view())
        .child(el("p").children(text(parse(words, said.try_this))).view())
        .child(leave.view())
        .view()
}
