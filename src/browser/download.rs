//! A file for the person to keep: made in memory, handed to the browser, forgotten a little later.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url, window};

use super::{Refused, page};

/// How long the browser has to read the file after it was handed over, in milliseconds: some begin only when the person has said where to
/// put it, and get nothing when it is gone.
const READ_BY: i32 = 40_000;

/// Hands over a file. Its name says nothing about anybody.
///
/// # Errors
/// [`Refused::Download`] when the browser does not take it.
pub fn save(name: &str, mime: &str, bytes: &[u8]) -> Result<(), Refused> {
    hand_over(name, mime, bytes).map_err(|_| Refused::Download)
}

fn hand_over(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into().map_err(JsValue::from)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    page::after(READ_BY, move || drop(Url::revoke_object_url(&url)));
    Ok(())
}
