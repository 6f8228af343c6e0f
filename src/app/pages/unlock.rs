//! What stands in the place of a page that shows what is kept, while that is locked: one field, and the way out.

use leptos::prelude::*;

use super::sealing::{progress, secret, show, told};
use super::{HEADING, notes};
use crate::app::parts::doc::{text, title};
use crate::app::parts::el::{View, classed, el, live, nothing};
use crate::app::session::{Session, Wrong};
use crate::browser::page;
use crate::document::inline::parse;
use crate::domain::phrase::trimmed;
use crate::storage::Phase;

/// The id of the field.
const FIELD: &str = "unlock";

/// The page.
pub fn page(session: Session) -> View {
    let words = session.words;
    let phase = session.lock_there().map(|lock| lock.phase);
    let half = match phase {
        Some(Phase::TurningOn) => Some("unlock.half-on"),
        Some(Phase::TurningOff) => Some("unlock.half-off"),
        Some(Phase::On) | None => None,
    };
    let half = half.map(|id| classed("p", "notice").text(words.t(id)).view());
    let lost = classed("div", "flow")
        .child(el("p").text(words.t("unlock.lost")).view())
        .child(notes::forget(session));
    classed("div", "flow")
        .child(title(words.t("unlock.title")))
        .child(classed("p", "lead").text(words.t("unlock.lead")).view())
        .children(half)
        .child(form(session))
        .child(
            classed("details", "why")
                .child(el("summary").text(words.t("unlock.lost-title")).view())
                .child(lost.view())
                .view(),
        )
        .view()
}

fn form(session: Session) -> View {
    let words = session.words;
    let typed = RwSignal::new(String::new());
    let shown = RwSignal::new(false);
    let wrong = RwSignal::new(None::<Wrong>);
    let done = RwSignal::new(None::<u32>);
    let failed = move |id: Wrong| {
        wrong.set(Some(id));
        page::after_paint(|| page::focus_field(FIELD));
    };
    let open = move || {
        if done.get_untracked().is_some() {
            return;
        }
        let passphrase = trimmed(&typed.get_untracked()).to_owned();
        if passphrase.is_empty() {
            failed("error.lock-missing");
            return;
        }
        wrong.set(None);
        done.set(Some(0));
        page::run(async move {
            let opened = session.unlock(passphrase, told(done)).await;
            // What is open has taken this page's place.
            match opened {
                Ok(()) => page::after_paint(|| page::focus(HEADING)),
                Err(id) if done.try_set(None).is_none() => failed(id),
                Err(_) => {}
            }
        });
    };
    let complaint = live(move || {
        wrong.get().map_or_else(nothing, |id| {
            classed("p", "field__error")
                .attr("id", "unlock-wrong")
                .children(text(parse(words, &words.problem(id))))
                .view()
        })
    });
    let field = secret(FIELD, shown, typed)
        .live_attr("aria-invalid", move || wrong.get().map(|_| "true".to_owned()))
        .live_attr("aria-describedby", move || {
            let ids = if wrong.get().is_some() {
                "unlock-hint unlock-wrong"
            } else {
                "unlock-hint"
            };
            Some(ids.to_owned())
        });
    let field = classed("div", "field")
        .child(
            el("label")
                .attr("for", FIELD)
                .text(words.t("unlock.passphrase"))
                .view(),
        )
        .child(
            classed("span", "quiet")
                .attr("id", "unlock-hint")
                .text(words.t("unlock.hint"))
                .view(),
        )
        .child(complaint)
        .child(field.view());
    let button = classed("button", "button")
        .attr("type", "submit")
        .text(words.t("unlock.do"));
    classed("form", "flow")
        .on("submit", move |event| {
            event.prevent_default();
            open();
        })
        .child(field.view())
        .child(show(words, shown))
        .child(classed("div", "row").child(button.view()).view())
        .child(progress(words, done))
        .view()
}
