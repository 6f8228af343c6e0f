//! Leaving at once: the screen goes blank, then this page makes room for an everyday one.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{KeyboardEvent, window};

use crate::domain::leave::Taps;

/// An everyday page that nobody wonders about; opened only when the person leaves.
const ELSEWHERE: &str = "https://www.wikipedia.org/";

/// Blanks the screen and goes elsewhere; the Back button does not lead back to this screen.
pub fn now() {
    let Some(window) = window() else { return };
    if let Some(document) = window.document() {
        document.set_title("");
        if let Some(body) = document.body() {
            body.set_text_content(None);
        }
    }
    if window.location().replace(ELSEWHERE).is_err() {
        let _ = window.location().set_href("about:blank");
    }
}

/// Leaves when Shift is pressed three times by itself within five seconds.
pub fn on_shift() {
    let taps = std::cell::RefCell::new(Taps::default());
    let listener = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        let alone = event.key() == "Shift" && !event.ctrl_key() && !event.alt_key() && !event.meta_key();
        let up = event.type_() == "keyup";
        if !event.repeat() && taps.borrow_mut().key(alone, up, event.time_stamp()) {
            now();
        }
    });
    if let Some(window) = window() {
        for name in ["keydown", "keyup"] {
            let _ = window.add_event_listener_with_callback_and_bool(
                name,
                listener.as_ref().unchecked_ref(),
                true,
            );
        }
    }
    listener.forget();
}
