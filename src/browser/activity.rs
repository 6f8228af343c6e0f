//! Whether somebody is there: keys, touches, scrolling; and a look at the clock every second, which a sleeping device skips.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::window;

/// What shows that somebody is there.
const SIGNS: [&str; 6] = ["keydown", "pointerdown", "touchstart", "wheel", "scroll", "input"];

/// Calls `sign` for each of them, before anything on the page hears of it.
pub fn on_sign(sign: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(sign);
    for name in SIGNS {
        if let Some(window) = window() {
            let run = listener.as_ref().unchecked_ref();
            let _ = window.add_event_listener_with_callback_and_bool(name, run, true);
        }
    }
    listener.forget();
}

/// Calls `look` every second, and whenever the page comes into sight.
pub fn on_look(look: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(look);
    if let Some(window) = window() {
        let run: &js_sys::Function = listener.as_ref().unchecked_ref();
        let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(run, 1000);
        for name in ["visibilitychange", "focus"] {
            let _ = window.add_event_listener_with_callback(name, run);
        }
    }
    listener.forget();
}
