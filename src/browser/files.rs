//! The files that the app is made of, by name: those that stand in the page itself, as in the single file; otherwise fetched.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, window};

/// The text of a file; `None` when it did not arrive.
pub async fn text(name: &str) -> Option<String> {
    if let Some(text) = embedded(name) {
        return Some(text);
    }
    JsFuture::from(fetched(name).await?.text().ok()?)
        .await
        .ok()?
        .as_string()
}

/// The bytes of a file, for the browser; `None` when they did not arrive.
pub async fn bytes(name: &str) -> Option<js_sys::Uint8Array> {
    if let Some(text) = embedded(name) {
        let decoded = window()?.atob(&text).ok()?;
        // One character a byte.
        #[expect(clippy::cast_possible_truncation, reason = "atob gives characters below 256")]
        let bytes: Vec<u8> = decoded.chars().map(|byte| byte as u32 as u8).collect();
        return Some(js_sys::Uint8Array::from(bytes.as_slice()));
    }
    let buffer = JsFuture::from(fetched(name).await?.array_buffer().ok()?)
        .await
        .ok()?;
    Some(js_sys::Uint8Array::new(&buffer))
}

/// What the single-file build put into the page under this name (`content/single.rs`).
fn embedded(name: &str) -> Option<String> {
    window()?.document()?.get_element_by_id(name)?.text_content()
}

async fn fetched(url: &str) -> Option<Response> {
    let response = JsFuture::from(window()?.fetch_with_str(url)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    response.ok().then_some(response)
}
