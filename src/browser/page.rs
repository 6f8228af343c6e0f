//! The page itself: its address, title and focus; how it may be shown, and what it may contact.

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlElement, KeyboardEvent, PageTransitionEvent, window};

/// The document, if there is one.
fn document() -> Option<Document> {
    window().and_then(|window| window.document())
}

/// The address without its `#`: `/code/3`.
#[must_use]
pub fn address() -> String {
    let hash = window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The language in which the page is written, as its first element says.
#[must_use]
pub fn language() -> String {
    let root = document().and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute("lang"))
        .unwrap_or_default()
}

/// Whether the page was opened as a file. Any other file that is opened could then read what it keeps in the browser.
#[must_use]
pub fn is_from_disk() -> bool {
    let scheme = window().and_then(|window| window.location().protocol().ok());
    scheme.is_some_and(|scheme| scheme == "file:")
}

/// Whether another page shows this one inside itself, where it could lay anything over it or watch what is chosen.
#[must_use]
pub fn is_framed() -> bool {
    let Some(window) = window() else { return false };
    !window.top().is_ok_and(|top| top.as_ref() == Some(&window))
}

/// Whether this browser removes what a page keeps after seven days without a visit: `WebKit` does, and on an iPhone every browser is one.
#[must_use]
pub fn is_soon_forgotten() -> bool {
    let name = window().and_then(|window| window.navigator().user_agent().ok());
    name.is_some_and(|name| name.contains("AppleWebKit") && !name.contains("Chrome/"))
}

/// Goes to an address, as a link would.
pub fn go(href: &str) {
    if let Some(window) = window() {
        // Refused only for an address that cannot be parsed; ours all can.
        let _ = window.location().set_hash(href);
    }
}

/// Goes to an address, or to another page of ours, without leaving the present one in the history.
pub fn go_instead(href: &str) {
    if let Some(window) = window() {
        let _ = window.location().replace(href);
    }
}

/// Gives the present screen another address, without loading or showing anything.
pub fn rename_address(href: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(href));
    }
}

/// Calls `changed` whenever the address changes, for as long as the page lives.
pub fn on_address(changed: impl Fn(String) + 'static) {
    let listener = Closure::<dyn Fn()>::new(move || changed(address()));
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

/// Calls `run` when somebody presses `/` outside a field, or Ctrl+K anywhere, which is how people know it from elsewhere.
pub fn on_search_key(run: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        // What fills fields in says that a key was pressed, and not which.
        let Ok(event) = event.dyn_into::<KeyboardEvent>() else {
            return;
        };
        let key = event.key();
        let alone = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        let slash = key == "/" && alone && !in_field(&event);
        let letter =
            key.eq_ignore_ascii_case("k") && (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        if slash || letter {
            event.prevent_default();
            run();
        }
    });
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

/// Whether a key goes into a field.
fn in_field(event: &KeyboardEvent) -> bool {
    let element = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves the focus to the first element that fits, so that a screen reader starts there.
pub fn focus(selector: &str) {
    if let Some(element) = found(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Whether the focus is on what fits.
#[must_use]
pub fn has_focus(selector: &str) -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|element| element.matches(selector).unwrap_or_default())
}

/// Moves the focus to the field with this id.
pub fn focus_field(id: &str) {
    focus(&format!("#{id}"));
}

/// Moves the focus to the element with this id and shows it; says whether there is one.
#[must_use]
pub fn focus_id(id: &str) -> bool {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else {
        return false;
    };
    element.scroll_into_view();
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let _ = element.focus();
    }
    true
}

/// Scrolls to the top.
pub fn to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The first element that fits.
fn found(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}

/// Scrolls a frame sideways until what it holds stands in its middle, as far as it can.
pub fn to_middle(inner: &str, frame: &str) {
    let (Some(inner), Some(frame)) = (found(inner), found(frame)) else {
        return;
    };
    let middle = |element: &Element| {
        let shown = element.get_bounding_client_rect();
        shown.left() + shown.width() / 2.0
    };
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
    let by = (middle(&inner) - middle(&frame)) as i32;
    frame.set_scroll_left(frame.scroll_left() + by);
}

/// Runs something once the page has been drawn anew.
pub fn after_paint(run: impl FnOnce() + 'static) {
    next_frame(Box::new(run));
}

fn next_frame(run: Box<dyn FnOnce()>) {
    let run = Closure::once_into_js(run);
    if let Some(window) = window() {
        let _ = window.request_animation_frame(run.unchecked_ref());
    }
}

/// Runs something after the page has been drawn anew and the person sees it: what is heavy and can wait until then.
pub fn once_seen(run: impl FnOnce() + 'static) {
    let run: Box<dyn FnOnce()> = Box::new(run);
    // A frame begins with this call and is drawn after it.
    next_frame(Box::new(move || {
        let run = Closure::once_into_js(run);
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback(run.unchecked_ref());
        }
    }));
}

/// Calls `run` whenever this page may be about to end: it goes out of sight, or (`true`) another one takes its place.
pub fn on_leaving(run: impl Fn(bool) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| run(event.type_() == "pagehide"));
    let name = |name: &str| {
        if let Some(window) = window() {
            let run = listener.as_ref().unchecked_ref();
            // Heard by the window as well, since it bubbles.
            let _ = window.add_event_listener_with_callback(name, run);
        }
    };
    name("pagehide");
    name("visibilitychange");
    listener.forget();
}

/// Calls `run` when the browser had put this page away whole and brings it back.
pub fn on_return(run: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn(PageTransitionEvent)>::new(move |event: PageTransitionEvent| {
        if event.persisted() {
            run();
        }
    });
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback("pageshow", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

/// Runs something after so long that the browser has answered by then, unless it never does.
pub fn after_patience(run: impl FnOnce() + 'static) {
    const PATIENCE: i32 = 2000;
    after(PATIENCE, run);
}

/// Runs something after so many milliseconds.
pub fn after(wait: i32, run: impl FnOnce() + 'static) {
    let run = Closure::once_into_js(run);
    if let Some(window) = window() {
        let run = run.unchecked_ref();
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(run, wait);
    }
}

/// Lets the page draw and hear. Browsers hold up one that nobody sees for a second each time: work that somebody waits for asks
/// [`is_hidden`] first.
pub async fn breathe() {
    let waits = js_sys::Promise::new(&mut |go_on, _| {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback(&go_on);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(waits).await;
}

/// Whether nobody sees the page.
#[must_use]
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.visibility_state() == web_sys::VisibilityState::Hidden)
}

/// A notice at the beginning of the page shown, below its heading, gone with it: a sentence, and texts as they are.
pub fn note_on_page(sentence: &str, texts: &[String]) {
    let Some(document) = document() else { return };
    let made = || -> Result<(), JsValue> {
        let page = document.query_selector("main > *")?.ok_or(JsValue::NULL)?;
        let notice = document.create_element("div")?;
        notice.set_attribute("class", "notice flow")?;
        notice.set_attribute("role", "status")?;
        for text in [sentence].into_iter().chain(texts.iter().map(String::as_str)) {
            let line = document.create_element("p")?;
            line.set_attribute("dir", "auto")?;
            line.set_text_content(Some(text));
            notice.append_child(&line)?;
        }
        let heading = page.query_selector(":scope > h1")?;
        let next = heading.map_or_else(|| page.first_child(), |heading| heading.next_sibling());
        page.insert_before(&notice, next.as_ref())?;
        Ok(())
    };
    // A page without any element does not exist.
    let _ = made();
}

/// Prints the page.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Shows one of the messages that stand ready in `index.html` for what must not fail in silence, above everything else. Nothing takes
/// over what is done on the first pages of the interviews then: they go.
pub fn show_fallback(id: &str) {
    let Some(document) = document() else { return };
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("class", if id == "framed" { id } else { "scripted" });
    }
    if let (Some(element), Some(body)) = (document.get_element_by_id(id), document.body()) {
        let _ = element.remove_attribute("hidden");
        let _ = body.insert_before(&element, body.first_child().as_ref());
    }
}

/// Runs something that waits, beside everything else.
pub fn run(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}

/// Writes to the browser's console, for whoever maintains this; never what a person typed.
pub fn log(text: &str) {
    web_sys::console::error_1(&text.into());
}

/// The element with this id, emptied: where the app is mounted.
#[must_use]
pub fn emptied(id: &str) -> Option<HtmlElement> {
    let element = document()?
        .get_element_by_id(id)?
        .dyn_into::<HtmlElement>()
        .ok()?;
    element.set_text_content(None);
    let _ = element.set_attribute("data-up", "");
    Some(element)
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = waymarkEarly)]
    fn early() -> Result<Function, JsValue>;
}

/// What somebody did on the first page of an interview before the app is up (`content/early.js`); run it once the app stands there.
pub fn done_early() -> impl FnOnce() {
    let done = early();
    move || {
        if let Ok(done) = done {
            drop(done.call0(&JsValue::NULL));
        }
    }
}

/// From here on the browser itself forbids this page to contact any server. Only a service worker may still be named, until [`sealed`].
pub fn seal() {
    forbid("connect-src 'none'; img-src data:; frame-src 'none'; form-action 'none'");
}

/// Nothing at all is asked for from here on.
pub fn sealed() {
    let whole = forbid("worker-src 'none'; manifest-src 'none'");
    let app = document().and_then(|document| document.get_element_by_id("app"));
    if let (true, Some(app)) = (whole, app) {
        drop(app.set_attribute("data-sealed", ""));
    }
}

/// Adds a policy to those of the page. Whether it stands.
fn forbid(policy: &str) -> bool {
    let made = document().and_then(|document| {
        let meta = document.create_element("meta").ok()?;
        meta.set_attribute("http-equiv", "Content-Security-Policy").ok()?;
        meta.set_attribute("content", policy).ok()?;
        document.head()?.append_child(&meta).ok()
    });
    if made.is_none() {
        log("the page could not be sealed");
    }
    made.is_some()
}
