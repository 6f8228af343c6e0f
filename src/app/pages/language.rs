//! The languages of the guide: a link to each, in its own words.

use leptos::ev::Event;
use leptos::prelude::*;

use super::tools::status;
use crate::app::languages::{direction, name, tags};
use crate::app::parts::doc::{text, title};
use crate::app::parts::el::{El, View, classed, el, live, nothing};
use crate::app::session::Session;
use crate::app::session::language::Going;
use crate::browser::{files, page};
use crate::document::inline::parse;

/// Where one goes on reading once a new tab has everything.
const MOVED: &str = "moved";

/// Where it is said why one did not go.
const WENT: &str = "went";

/// The page.
#[inline(never)]
pub fn page(session: Session) -> View {
    let words = session.words;
    let para = |id: &str| el("p").children(text(parse(words, words.t(id)))).view();
    let moved = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let choose = live(move || {
        if moved.get() {
            return classed("div", "notice flow")
                .child(
                    el("h2")
                        .attr("id", MOVED)
                        .attr("tabindex", "-1")
                        .text(words.t("language.moved"))
                        .view(),
                )
                .child(el("p").text(words.t("language.moved-text")).view())
                .view();
        }
        let rows = tags(words).map(|tag| el("li").child(one(session, tag, moved, said)).view());
        classed("ul", "doors").children(rows).view()
    });
    let memory = live(move || {
        if session.in_memory() && !files::is_single() && !moved.get() {
            classed("p", "notice").text(words.t("language.memory")).view()
        } else {
            nothing()
        }
    });
    let again = session
        .is_unlocked()
        .then(|| classed("p", "notice").text(words.t("language.again")).view());
    classed("div", "flow")
        .child(title(words.t("language.title")))
        .child(classed("p", "lead").text(words.t("language.lead")).view())
        .child(memory)
        .children(again)
        .child(choose)
        .child(
            el("div")
                .attr("id", WENT)
                .attr("tabindex", "-1")
                .child(status(words, said))
                .view(),
        )
        .child(para("language.letters"))
        .child(para("language.ours"))
        .view()
}

fn one(session: Session, tag: &'static str, moved: RwSignal<bool>, said: RwSignal<String>) -> View {
    let words = session.words;
    let row = classed("div", "door");
    let own = |made: El| {
        made.attr("lang", tag)
            .attr("dir", direction(words, tag))
            .text(name(words, tag))
            .view()
    };
    if tag == words.locale() {
        return row
            .child(own(el("strong")))
            .child(classed("span", "quiet").text(words.t("language.here")).view())
            .view();
    }
    if files::is_single() {
        let file = format!("waymark-{tag}.html");
        return row
            .child(own(el("strong")))
            .child(
                classed("span", "quiet")
                    .text(words.fill("language.file", &[("file", &file)]))
                    .view(),
            )
            .view();
    }
    let go = move |event: Event| {
        event.prevent_default();
        said.set(String::new());
        session.go_to_language(tag, move |went| {
            let problem = match went {
                Going::Moved => {
                    let _ = moved.try_set(true);
                    // The link that had the focus is gone.
                    page::after_paint(|| page::focus_field(MOVED));
                    return;
                }
                Going::NoTab => "error.language-tab",
                Going::Unsaved => "error.language-unsaved",
            };
            let _ = said.try_set(words.problem(problem));
            // Below a list that is longer than a phone.
            page::after_paint(|| {
                let _ = page::focus_id(WENT);
            });
        });
    };
    row.child(own(el("a")
        .attr("href", session.in_language(tag))
        .attr("hreflang", tag)
        .on("click", go)))
        .view()
}
