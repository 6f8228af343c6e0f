//! What stands in the place of a page that writes while another tab does: how to go on here.

use leptos::prelude::*;

use crate::app::parts::doc::title;
use crate::app::parts::el::{View, classed, el, live};
use crate::app::session::{Session, Turn};

/// The page.
pub fn page(session: Session) -> View {
    let words = session.words;
    let asked = Memo::new(move |_| matches!(session.turn.get(), Turn::Asked | Turn::Coming));
    let button = |id: &'static str| {
        classed("button", "button")
            .attr("type", "button")
            .text(words.t(id))
    };
    let below = live(move || {
        if !asked.get() {
            return button("turn.continue")
                .on_click(move || session.continue_here())
                .view();
        }
        classed("div", "notice flow")
            .child(el("p").text(words.t("turn.asked")).view())
            .child(el("p").text(words.t("turn.stuck")).view())
            .child(
                button("turn.regardless")
                    .on_click(move || session.continue_regardless())
                    .view(),
            )
            .view()
    });
    classed("div", "flow")
        .child(title(words.t("turn.title")))
        .child(classed("p", "lead").text(words.t("turn.text")).view())
        .child(classed("div", "flow").attr("role", "status").child(below).view())
        .view()
}
