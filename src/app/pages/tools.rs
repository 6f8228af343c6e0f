//! What several of the later pages are made of: buttons, what was done or went wrong, long lists a part at a time.

use leptos::prelude::*;

use super::HEADING;
use crate::app::parts::doc::text;
use crate::app::parts::el::{El, View, classed, el, live, nothing};
use crate::browser::page;
use crate::document::inline::parse;
use crate::domain::Words;

/// A button that is not the main one.
pub fn quiet_button(words: &'static Words, id: &'static str, run: impl FnMut() + 'static) -> View {
    classed("button", "button button--quiet")
        .attr("type", "button")
        .text(words.t(id))
        .on_click(run)
        .view()
}

/// A button that reads like a link.
pub fn button(words: &'static Words, id: &'static str, run: impl FnMut() + 'static) -> View {
    classed("button", "plain")
        .attr("type", "button")
        .text(words.t(id))
        .on_click(run)
        .view()
}

/// A row that changes is drawn anew: the focus goes where the person goes on; where that is gone, to the heading.
pub fn focus_on(selector: String) {
    page::after_paint(move || {
        page::focus(&selector);
        if page::has_focus("body") {
            page::focus(HEADING);
        }
    });
}

/// Where [`status`] says it: what was pressed may be gone, and one goes on from there.
pub const SAID: &str = "main [role=status] > .notice";

/// A sentence about what was done, said once to screen readers too.
pub fn status(words: &'static Words, said: RwSignal<String>) -> View {
    let sentence = move || {
        let sentence = said.get();
        if sentence.is_empty() {
            nothing()
        } else {
            classed("p", "notice")
                .attr("tabindex", "-1")
                .children(text(parse(words, &sentence)))
                .view()
        }
    };
    classed("div", "flow")
        .attr("role", "status")
        .child(live(sentence))
        .view()
}

/// A list to choose one from, keys with their names; the one that is there `now` stands in it, the key of the one chosen goes to `chosen`.
pub fn list(id: &str, options: Vec<(&str, &str)>, now: &str, chosen: Box<dyn Fn(String)>) -> El {
    let options = options.into_iter().map(|(key, name)| {
        el("option")
            .attr("value", key)
            .flag("selected", key == now)
            .text(name)
            .view()
    });
    el("select")
        .attr("id", id)
        .on("change", move |event| chosen(event_target_value(&event)))
        .children(options)
}

/// The same with its label.
pub fn listed(
    id: &str,
    label: &str,
    options: Vec<(&str, &str)>,
    now: &str,
    chosen: Box<dyn Fn(String)>,
) -> El {
    classed("div", "field")
        .child(el("label").attr("for", id).text(label).view())
        .child(list(id, options, now, chosen).view())
}

/// So many lines of a list are drawn at first, and twice as many each time more are asked for: what a list of thousands takes does not
/// depend on how long it is.
pub const WINDOW: usize = 30;

/// Below a list of which at most so many are drawn: a button for more, where there are more. Then the focus goes to the first one that
/// came; `place` says where the one with this number is, from 1.
pub fn more(
    words: &'static Words,
    most: RwSignal<usize>,
    count: usize,
    place: impl Fn(usize) -> String + Copy + 'static,
) -> View {
    live(move || {
        let shown = most.get();
        if count <= shown {
            return nothing();
        }
        classed("button", "button button--quiet")
            .attr("type", "button")
            .text(words.fill("notes.more", &[("count", &(count - shown).to_string())]))
            .on_click(move || {
                most.set(shown * 2);
                focus_on(place(shown + 1));
            })
            .view()
    })
}
