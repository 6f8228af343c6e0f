//! Leaving at once: the screen goes blank, then this page makes room for an everyday one.
//!
//! The browser keeps earlier screens of this tab in its history. Whoever goes back to them comes to the first page, until
//! somebody clicks: see [`guard`].

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Event, KeyboardEvent, PageTransitionEvent, window};

use super::page;
use super::tab::Mark;
use crate::domain::leave::Taps;

/// An everyday page that nobody wonders about; opened only when the person leaves.
const ELSEWHERE: &str = "https://www.wikipedia.org/";

thread_local! {
    static LEFT: Cell<bool> = const { Cell::new(false) };
}

/// Blanks the screen and goes elsewhere; the Back button does not lead back to this screen.
pub fn now() {
    blank();
    LEFT.set(true);
    Mark::Left.set(true);
    let Some(window) = window() else { return };
    if window.location().replace(ELSEWHERE).is_err() {
        let _ = window.location().set_href("about:blank");
    }
}

fn blank() {
    let Some(document) = window().and_then(|window| window.document()) else {
        return;
    };
    document.set_title("");
    if let Some(body) = document.body() {
        body.set_text_content(None);
    }
}

/// Watches for the ways back: a page that the browser kept whole is loaded anew, and so is one that it never left, because there is no
/// network; the first click lets the person in again.
pub fn guard() {
    let anew = || {
        if LEFT.get() {
            blank();
            if let Some(window) = window() {
                let _ = window.location().reload();
            }
        }
    };
    listen("pageshow", move |event| {
        let kept = event.dyn_ref::<PageTransitionEvent>();
        if kept.is_some_and(PageTransitionEvent::persisted) {
            anew();
        }
    });
    listen("hashchange", move |_| anew());
    listen("click", |_| {
        if !LEFT.get() {
            Mark::Left.set(false);
        }
    });
}

/// Whether this tab was left and nobody has clicked since. Then the address is that of the first page, whatever it was.
#[must_use]
pub fn is_gone() -> bool {
    let gone = Mark::Left.is_set();
    if gone {
        page::rename_address("#/");
    }
    gone
}

/// Leaves when Shift is pressed three times by itself within five seconds.
pub fn on_shift() {
    let taps = std::cell::RefCell::new(Taps::default());
    let key = std::rc::Rc::new(move |event: Event| {
        let Ok(event) = event.dyn_into::<KeyboardEvent>() else {
            return;
        };
        let alone = event.key() == "Shift" && !event.ctrl_key() && !event.alt_key() && !event.meta_key();
        let up = event.type_() == "keyup";
        if !event.repeat() && taps.borrow_mut().key(alone, up, event.time_stamp()) {
            now();
        }
    });
    for name in ["keydown", "keyup"] {
        let key = std::rc::Rc::clone(&key);
        listen(name, move |event| key(event));
    }
}

/// Listens before anything on the page does.
fn listen(name: &str, run: impl Fn(Event) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(run);
    if let Some(window) = window() {
        let _ =
            window.add_event_listener_with_callback_and_bool(name, listener.as_ref().unchecked_ref(), true);
    }
    listener.forget();
}
