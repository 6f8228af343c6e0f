//! Asking before the browser ends this page, while something stands in it alone.
//!
//! Only while that is so: a page that always asks is never put away whole, so going back to it takes as long as the first time.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{BeforeUnloadEvent, window};

use super::page;

/// So long a mail program may take to be called, in milliseconds.
const CALLED: i32 = 1000;

thread_local! {
    static ASKS: Closure<dyn Fn(BeforeUnloadEvent)> = Closure::new(|event: BeforeUnloadEvent| ask(&event));
    static CALLING: Cell<bool> = const { Cell::new(false) };
}

/// Whether the browser asks from here on.
pub fn hold(on: bool) {
    let Some(window) = window() else { return };
    ASKS.with(|asks| {
        let asks = asks.as_ref().unchecked_ref();
        // One that listens already is not added twice.
        let _ = if on {
            window.add_event_listener_with_callback("beforeunload", asks)
        } else {
            window.remove_event_listener_with_callback("beforeunload", asks)
        };
    });
}

/// A link to a mail program does not end the page, though some browsers would ask.
pub fn calls_mail() {
    CALLING.set(true);
    page::after(CALLED, || CALLING.set(false));
}

fn ask(event: &BeforeUnloadEvent) {
    let body = window().and_then(|window| window.document()?.body());
    // Whoever leaves at once is not asked: the page is blank by then (`leave::now`), or shows nothing.
    let blank = super::leave::goes_on() || body.is_none_or(|body| body.first_child().is_none());
    if !blank && !CALLING.get() {
        event.prevent_default();
        // What older ones look for. The sentence is the browser's own.
        event.set_return_value("1");
    }
}
