//! The files that the app is made of, by name: those that stand in the page itself, as in the single file; otherwise fetched.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Response, window};

/// Whether everything stands inside this page: the guide as one file.
#[must_use]
pub fn is_single() -> bool {
    let program = window().and_then(|window| window.document()?.get_element_by_id("waymark.wasm"));
    program.is_some()
}

/// A file that is there; it stays with the browser until somebody reads it.
pub enum File {
    /// The single-file build put it into the page (`content/single.rs`).
    InPage(Element),
    /// It was fetched.
    Fetched(Uint8Array),
}

impl File {
    /// The text that it is; `None` where it is none.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        match self {
            Self::InPage(element) => element.text_content(),
            Self::Fetched(bytes) => String::from_utf8(bytes.to_vec()).ok(),
        }
    }

    /// Its bytes; in the page they stand in base64.
    #[must_use]
    pub fn bytes(self) -> Option<Uint8Array> {
        match self {
            Self::InPage(element) => {
                let letters = window()?.atob(&element.text_content()?).ok()?;
                let bytes: Vec<u8> = letters
                    .chars()
                    .filter_map(|letter| u8::try_from(letter).ok())
                    .collect();
                Some(Uint8Array::from(bytes.as_slice()))
            }
            Self::Fetched(bytes) => Some(bytes),
        }
    }
}

/// A file; `None` when it did not arrive. It is asked for at once, not when somebody waits for it.
pub fn file(name: &str) -> impl Future<Output = Option<File>> + use<> {
    let there = element(name);
    let asked = if there.is_some() { None } else { ask(name) };
    async {
        if let Some(element) = there {
            return Some(File::InPage(element));
        }
        let response: Response = asked?.await.ok()?.dyn_into().ok()?;
        if !response.ok() {
            return None;
        }
        let bytes = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
        Some(File::Fetched(Uint8Array::new(&bytes)))
    }
}

/// The text of a file, asked for at once as well.
pub fn text(name: &str) -> impl Future<Output = Option<String>> + use<> {
    let file = file(name);
    async { file.await?.text() }
}

/// The bytes of the module that seals files, which the page names; asked for at once as well.
pub fn strongbox() -> impl Future<Output = Option<Uint8Array>> {
    let name = element("app").and_then(|app| app.get_attribute("data-strongbox"));
    let file = file(&name.unwrap_or_default());
    async { file.await?.bytes() }
}

fn ask(name: &str) -> Option<JsFuture> {
    window().map(|window| JsFuture::from(window.fetch_with_str(name)))
}

fn element(id: &str) -> Option<Element> {
    window()?.document()?.get_element_by_id(id)
}
