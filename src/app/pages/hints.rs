//! The second pair of eyes, beside the part it is about: suggestions with their reason, each of which can be put aside.

use std::time::Duration;

use leptos::prelude::*;

use super::compose::Open;
use super::tools::focus_on;
use crate::app::parts::doc::text;
use crate::app::parts::el::{View, classed, el, live, nothing, row};
use crate::browser::page;
use crate::document::inline::parse;
use crate::domain::review::{AT_ONCE, Hint, gravest_first, rule_words};

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

/// The hints about one part: the gravest few, and a button that shows the others as well.
pub fn for_part(open: Open, part: &'static str) -> View {
    let found = open.hints;
    // Remembered, so that a hint that stays is neither drawn nor read out again.
    let ours = Memo::new(move |_| {
        let ours = found.with(|all| all.iter().filter(|hint| hint.part == part).cloned().collect());
        gravest_first(ours)
    });
    let whole = RwSignal::new(false);
    let shown = Memo::new(move |_| {
        let most = if whole.get() { usize::MAX } else { AT_ONCE };
        ours.with(|ours| ours.iter().take(most).cloned().collect::<Vec<_>>())
    });
    let more = Memo::new(move |_| ours.with(Vec::len) - shown.with(Vec::len));
    let list = ["hints-", part].concat();
    // One goes on at the first of those that came.
    let first = format!("#{list} > :nth-child({}) button", AT_ONCE + 1);
    let shown = live(move || shown.with(|shown| row(shown.iter().map(|hint| one(open, hint)))));
    let more = live(move || match more.get() {
        0 => nothing(),
        more => {
            let first = first.clone();
            classed("button", "button button--quiet")
                .attr("type", "button")
                .text(open.words().count("review.more", more))
                .on_click(move || {
                    whole.set(true);
                    focus_on(first.clone());
                })
                .view()
        }
    });
    classed("div", "flow")
        .child(
            classed("div", "flow")
                .attr("id", list)
                .attr("aria-live", "polite")
                .child(shown)
                .view(),
        )
        .child(more)
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
