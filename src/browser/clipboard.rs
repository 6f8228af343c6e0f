//! The clipboard. What is there, other programs can read; the page says so.

use wasm_bindgen_futures::JsFuture;
use web_sys::window;

use super::Refused;

/// Puts a text on the clipboard.
///
/// # Errors
/// [`Refused::Clipboard`] when the browser does not allow it.
pub async fn write(text: &str) -> Result<(), Refused> {
    let navigator = window().ok_or(Refused::Clipboard)?.navigator();
    // Absent on pages that were not loaded over https or from this device.
    if js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_undefined()) {
        return Err(Refused::Clipboard);
    }
    JsFuture::from(navigator.clipboard().write_text(text))
        .await
        .map(|_| ())
        .map_err(|_| Refused::Clipboard)
}
