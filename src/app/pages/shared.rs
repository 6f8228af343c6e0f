//! "This is a shared computer": the choice to keep everything in memory only, on the first page and among the notes.

use crate::app::parts::doc::text;
use crate::app::parts::el::{View, classed, el, live};
use crate::app::session::Session;
use crate::browser::page;
use crate::document::inline::parse;
use leptos::prelude::*;

/// The choice under its heading, for the first page.
pub fn section(session: Session) -> View {
    classed("div", "flow section")
        .child(el("h2").text(session.words.t("keep.shared-title")).view())
        .child(choice(session))
        .view()
}

/// "This is a shared computer": everything in memory only, or back on this device.
pub fn choice(session: Session) -> View {
    let words = session.words;
    if page::is_from_disk() {
        return el("p")
            .children(text(parse(words, words.t("keep.from-disk"))))
            .view();
    }
    live(move || {
        let on = session.shared.get();
        let (lead, name) = if on {
            ("keep.shared-on", "keep.shared-end")
        } else {
            ("keep.shared-text", "keep.shared-begin")
        };
        classed("div", "flow")
            .child(el("p").children(text(parse(words, words.t(lead)))).view())
            .child(
                classed("button", "button button--quiet")
                    .attr("type", "button")
                    .text(words.t(name))
                    .on_click(move || session.share_computer(!on))
                    .view(),
            )
            .view()
    })
}
