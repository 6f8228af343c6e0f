//! Leaving at once: the screen goes blank, then this page makes room for an everyday one.
//!
//! The browser keeps earlier screens of this tab in its history. What whoever goes back to them sees is decided in the page itself, before
//! anything is drawn: `content/early.js`.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Event, KeyboardEvent, window};

use super::page;
use super::tab::Mark;
use crate::domain::leave::Taps;

/// An everyday page that nobody wonders about; opened only when the person leaves.
const ELSEWHERE: &str = "https://www.wikipedia.org/";

/// Blanks the screen and goes elsewhere; the Back button does not lead back to this screen. Nothing holds it up
/// (`unload`): a blank page does not ask.
pub fn now() {
    blank();
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

/// Whether Back led here in a tab that was left: the page shows nothing, and goes on (`content/early.js`).
#[must_use]
pub fn goes_on() -> bool {
    let root = window().and_then(|window| window.document()?.document_element());
    root.is_some_and(|root| root.has_attribute("hidden"))
}

/// Whether this tab was left, could not go, and nobody has clicked since. Then the address is that of the first page, whatever it was.
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
