//! The files that the app is made of, by name: those that stand in the page itself, as in the single file; otherwise fetched.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, window};

/// Whether everything stands inside this page: the guide as one file.
#[must_use]
pub fn is_single() -> bool {
    let program = window().and_then(|window| window.document()?.get_element_by_id("waymark.wasm"));
    program.is_some()
}

/// The text of a file; `None` when it did not arrive. It is asked for at once, not when somebody waits for it.
pub fn text(name: &str) -> impl Future<Output = Option<String>> + use<> {
    let there = embedded(name);
    let asked = if there.is_some() { None } else { ask(name) };
    async {
        if there.is_some() {
            return there;
        }
        let response = arrived(asked?).await?;
        JsFuture::from(response.text().ok()?).await.ok()?.as_string()
    }
}

/// The bytes of the module that seals files, which the page names; `None` when they did not arrive. Asked for at once as well.
pub fn strongbox() -> impl Future<Output = Option<Uint8Array>> {
    let name = window()
        .and_then(|window| window.document()?.get_element_by_id("app"))
        .and_then(|app| app.get_attribute("data-strongbox"))
        .unwrap_or_default();
    let there = embedded(&name);
    let asked = if there.is_some() { None } else { ask(&name) };
    async {
        if let Some(text) = there {
            let letters = window()?.atob(&text).ok()?;
            let bytes: Vec<u8> = letters
                .chars()
                .filter_map(|letter| u8::try_from(letter).ok())
                .collect();
            return Some(Uint8Array::from(bytes.as_slice()));
        }
        let response = arrived(asked?).await?;
        let bytes = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
        Some(Uint8Array::new(&bytes))
    }
}

fn ask(name: &str) -> Option<JsFuture> {
    window().map(|window| JsFuture::from(window.fetch_with_str(name)))
}

async fn arrived(asked: JsFuture) -> Option<Response> {
    let response: Response = asked.await.ok()?.dyn_into().ok()?;
    response.ok().then_some(response)
}

/// What the single-file build put into the page under this name (`content/single.rs`).
fn embedded(name: &str) -> Option<String> {
    window()?.document()?.get_element_by_id(name)?.text_content()
}
