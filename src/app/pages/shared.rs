//! "This is a shared computer": the choice to keep everything in memory only, on the first page and among the notes.

use crate::app::parts::doc::text;
use crate::app::parts::el::{View, classed, el, live, nothing};
use crate::app::session::Session;
use crate::browser::page;
use crate::document::inline::parse;
use crate::domain::Words;
use leptos::prelude::*;

/// The choice as the first page offers it.
pub fn at_home(session: Session) -> View {
    offered(session, "keep.shared-home")
}

/// What stands over the choice among the notes.
pub fn title(words: &Words) -> &'static str {
    words.t(if page::is_from_disk() {
        "keep.from-disk-title"
    } else {
        "keep.shared-title"
    })
}

/// The choice as it stands among the notes: everything in memory only, or back on this device.
pub fn choice(session: Session) -> View {
    offered(session, "keep.shared-text")
}

fn offered(session: Session, offer: &'static str) -> View {
    let words = session.words;
    if page::is_from_disk() {
        return el("p")
            .children(text(parse(words, words.t("keep.from-disk"))))
            .view();
    }
    live(move || {
        if session.is_locked() || session.asks_sharing().is_some() {
            return nothing();
        }
        let on = session.shared.get();
        let (lead, name) = if on {
            ("keep.shared-on", "keep.shared-end")
        } else {
            (offer, "keep.shared-begin")
        };
        classed("div", "flow")
            .child(el("p").children(text(parse(words, words.t(lead)))).view())
            .child(
                classed("button", "button button--quiet")
                    .attr("type", "button")
                    .attr("id", "share-here")
                    .text(words.t(name))
                    .on_click(move || session.turn_shared("#share-here"))
                    .view(),
            )
            .view()
    })
}
