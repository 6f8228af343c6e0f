//! Opens a hand-over copy: choose a file, see what it holds, keep it as a situation of its own, or not.

use std::rc::Rc;

use leptos::prelude::*;

use super::aside::{lenses, radios};
use super::notes;
use super::opening::{self, Field};
use super::tools::{SAID, quiet_button};
use crate::app::parts::doc::{text, title};
use crate::app::parts::el::{View, classed, el, live, nothing};
use crate::app::session::Session;
use crate::browser::page;
use crate::document::Route;
use crate::document::inline::parse;
use crate::domain::handover::{self, Copy};
use crate::domain::lens::Lens;
use crate::export::handover as shown;

/// The page.
#[inline(never)]
pub fn page(session: Session) -> View {
    let words = session.words;
    let found = StoredValue::new_local(None::<Rc<Copy>>);
    let drawn = RwSignal::new(0_u32);
    let said = RwSignal::new(String::new());
    let put = move |copy: Option<Copy>| {
        found.set_value(copy.map(Rc::new));
        drawn.update(|count| *count += 1);
    };
    let opened = move |content: Option<(&[u8], bool)>| {
        put(None);
        let Some((content, _)) = content else {
            return String::new();
        };
        match handover::read(content) {
            Err(error) => words.problem(error.id()),
            Ok(copy) if copy.is_empty() => words.t("handover.receive.empty").to_owned(),
            Ok(copy) => {
                put(Some(copy));
                page::after_paint(|| page::focus("#copy-preview"));
                String::new()
            }
        }
    };
    let field = Field {
        id: "copy-file",
        name: "handover.receive.file",
        hint: "handover.receive.hint",
    };
    classed("div", "flow flow--wide")
        .child(title(words.t("handover.receive.title")))
        .child(classed("p", "lead").text(words.t("handover.receive.lead")).view())
        .child(el("p").text(words.t("handover.receive.care")).view())
        .child(opening::form(words, field, said, opened))
        .child(live(move || {
            drawn.track();
            found.get_value().map_or_else(nothing, |copy| {
                preview(session, copy, move || {
                    put(None);
                    said.set(words.t("handover.receive.dropped").to_owned());
                    page::after_paint(|| page::focus(SAID));
                })
            })
        }))
        .view()
}

/// What it holds, and the two ways on.
fn preview(session: Session, copy: Rc<Copy>, drop: impl Fn() + 'static) -> View {
    let words = session.words;
    let side = StoredValue::new(None::<Lens>);
    let missing = RwSignal::new(false);
    let inside = shown::inside(words, &copy);
    let sides = radios(
        words.t("handover.receive.side"),
        "side",
        lenses(words),
        "",
        move |key| {
            side.set_value(Lens::parse(key));
            missing.set(false);
        },
    );
    let complaint = live(move || {
        if missing.get() {
            classed("p", "field__error")
                .attr("id", "side-error")
                .attr("tabindex", "-1")
                .text(words.t("handover.receive.side-error"))
                .view()
        } else {
            nothing()
        }
    });
    let keep = classed("button", "button")
        .attr("type", "button")
        .text(words.t("handover.receive.keep"))
        .on_click(move || {
            let Some(lens) = side.get_value() else {
                missing.set(true);
                page::after_paint(|| page::focus("#side-error"));
                return;
            };
            session.adopt(&copy, lens);
            page::go(&Route::Answers.href());
        });
    classed("div", "flow flow--wide")
        .child(
            el("h2")
                .attr("id", "copy-preview")
                .attr("tabindex", "-1")
                .text(words.t("handover.receive.preview"))
                .view(),
        )
        .child(
            classed("div", "letter")
                .child(
                    classed("div", "letter__body")
                        .attr("dir", "auto")
                        .text(inside)
                        .view(),
                )
                .view(),
        )
        .child(sides)
        .child(complaint)
        .child(
            classed("div", "row")
                .child(keep.view())
                .child(quiet_button(words, "handover.receive.drop", drop))
                .view(),
        )
        .child(
            classed("p", "quiet")
                .children(text(parse(words, words.t(notes::lead(session)))))
                .view(),
        )
        .view()
}
