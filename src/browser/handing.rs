//! Handing what is in memory to a new tab of ours, from page to page: nothing of it is put on the device.
//!
//! The new tab is opened under a name made by chance, which is also the name of a channel that only these two tabs know. The new
//! one asks there; the old one answers once. Used for going to another language while everything is in memory only.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent, window};

use super::{clock, page};

/// How such names begin.
const NAME: &str = "waymark-hands-";
/// What the new tab asks, and what it says when it has everything.
const ASK: &str = "?";
const GOT: &str = "!";

thread_local! {
    static OPEN: RefCell<Option<BroadcastChannel>> = const { RefCell::new(None) };
}

/// Whether something is on its way to a new tab.
#[must_use]
pub fn is_under_way() -> bool {
    OPEN.with_borrow(Option::is_some)
}

/// How long the old tab waits for the new one, in milliseconds: a slow line takes its time to bring the page.
const LONGEST: i32 = 90_000;
/// How long the new tab waits for the old one's answer.
const ANSWER: i32 = 10_000;

/// Opens a page of ours in a new tab and hands it what `records` gives when it asks; `done` hears once whether it has it.
pub fn to_new_tab(href: &str, records: impl Fn() -> Option<String> + 'static, done: impl Fn(bool) + 'static) {
    let name = format!("{NAME}{}{}", clock::fresh_id(), clock::fresh_id());
    let Ok(channel) = BroadcastChannel::new(&name) else {
        done(false);
        return;
    };
    let told = Rc::new(Cell::new(false));
    let tell = Rc::new(move |well: bool| {
        if !told.replace(true) {
            if let Some(channel) = OPEN.take() {
                channel.close();
            }
            done(well);
        }
    });
    let (tell_late, answers) = (Rc::clone(&tell), channel.clone());
    hear(&channel, move |said| match said.as_str() {
        ASK => {
            if let Some(records) = records() {
                let _ = answers.post_message(&records.into());
            }
        }
        GOT => tell(true),
        _ => {}
    });
    OPEN.set(Some(channel));
    let opened = window().and_then(|window| window.open_with_url_and_target(href, &name).ok().flatten());
    if opened.is_none() {
        tell_late(false);
        return;
    }
    page::after(LONGEST, move || tell_late(false));
}

/// Whether this tab was opened to be handed something.
#[must_use]
pub fn is_awaited() -> bool {
    let name = window().and_then(|window| window.name().ok());
    name.is_some_and(|name| name.starts_with(NAME))
}

/// What `taken` makes of what another tab of ours hands to this one; `None` where this one was not opened for that, got no answer, or could
/// make nothing of it. It leaves the other tab once this one says that it has it whole: [`confirm`].
pub async fn from_old_tab<T>(taken: impl Fn(&str) -> Option<T>) -> Option<T> {
    let window = window()?;
    let name = window.name().ok()?;
    if !name.starts_with(NAME) {
        return None;
    }
    // A second load of this tab is an ordinary one.
    let _ = window.set_name("");
    let channel = BroadcastChannel::new(&name).ok()?;
    let answer = Promise::new(&mut |arrived, _| {
        let late = arrived.clone();
        hear(&channel, move |said| {
            if said != ASK && said != GOT {
                let _ = arrived.call1(&JsValue::NULL, &said.into());
            }
        });
        page::after(ANSWER, move || drop(late.call0(&JsValue::NULL)));
    });
    channel.post_message(&ASK.into()).ok()?;
    let got = JsFuture::from(answer).await.ok()?.as_string()?;
    let made = taken(&got)?;
    OPEN.set(Some(channel));
    Some(made)
}

/// This tab has what was handed to it, and everything that it takes to go on with it.
pub fn confirm() {
    if let Some(channel) = OPEN.take() {
        let _ = channel.post_message(&GOT.into());
        channel.close();
    }
}

fn hear(channel: &BroadcastChannel, run: impl Fn(String) + 'static) {
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(said) = event.data().as_string() {
            run(said);
        }
    });
    channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
}
