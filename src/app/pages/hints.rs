//! The second pair of eyes, beside the part it is about: suggestions with their reason, each of which can be put aside.

use std::time::Duration;

use leptos::prelude::*;

use super::compose::Open;
use crate::app::parts::doc::text;
use crate::app::parts::el::{classed, el, live};
use crate::document::inline::parse;
use crate::domain::letters::Part;
use crate::domain::review::{Hint, review};

/// How long after the last key the letter is read again. Reading never happens while somebody types.
const PAUSE: Duration = Duration::from_millis(400);

/// The hints of the draft that is open.
#[derive(Clone, Copy)]
struct Hints(RwSignal<Vec<Hint>>);

/// Reads the draft now and after each pause in typing.
pub fn watch(open: Open) {
    let hints = hints();
    let waiting = StoredValue::new(None::<leptos::leptos_dom::helpers::TimeoutHandle>);
    let read = move || hints.0.set(open.draft.with_untracked(|draft| review(open.rules(), draft)));
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

fn hints() -> Hints {
    use_context::<Hints>().unwrap_or_else(|| {
        let made = Hints(RwSignal::new(Vec::new()));
        provide_context(made);
        made
    })
}

/// The hints about one part.
pub fn for_part(open: Open, part: Part) -> AnyView {
    let found = hints().0;
    classed("div", "flow")
        .attr("aria-live", "polite")
        .child(live(move || {
            let shown: Vec<AnyView> = found.with(|all| {
                all.iter().filter(|hint| hint.part == part).take(3).map(|hint| one(open, hint)).collect()
            });
            shown.into_any()
        }))
        .view()
}

fn one(open: Open, hint: &Hint) -> AnyView {
    let words = open.words();
    let id = format!("review.{}", hint.rule);
    let key = hint.key();
    let found = hints().0;
    let leave = classed("button", "plain").attr("type", "button").text(words.t("write.leave-it")).on_click(move || {
        let key = key.clone();
        found.update(|all| all.retain(|hint| hint.key() != key));
        open.edit(move |draft| {
            draft.dismissed.insert(key);
        });
    });
    classed("div", "suggests flow hint")
        .child(classed("span", "label").text(words.t("write.second-pair")).view())
        .child(
            el("p")
                .child(el("strong").text(words.t(&format!("{id}.title"))).view())
                .text(" – ")
                .child(el("bdi").text(format!("“{}”", hint.found)).view())
                .view(),
        )
        .child(el("p").children(text(parse(words, words.t(&format!("{id}.why"))))).view())
        .child(el("p").children(text(parse(words, words.t(&format!("{id}.try"))))).view())
        .child(leave.view())
        .view()
}
