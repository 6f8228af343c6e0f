//! The files that the app is made of, by name: those that stand in the page itself, as in the single file; otherwise fetched.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, window};

/// The text of a file; `None` when it did not arrive. It is asked for at once, not when somebody waits for it.
pub fn text(name: &str) -> impl Future<Output = Option<String>> + use<> {
    let there = embedded(name);
    let asked = if there.is_some() { None } else { window() };
    let asked = asked.map(|window| JsFuture::from(window.fetch_with_str(name)));
    async {
        if there.is_some() {
            return there;
        }
        let response: Response = asked?.await.ok()?.dyn_into().ok()?;
        if !response.ok() {
            return None;
        }
        JsFuture::from(response.text().ok()?).await.ok()?.as_string()
    }
}

/// What the single-file build put into the page under this name (`content/single.rs`).
fn embedded(name: &str) -> Option<String> {
    window()?.document()?.get_element_by_id(name)?.text_content()
}
