//! A file that the person chose: its bytes, read on this device.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlInputElement};

use super::Refused;

/// The bytes of the file chosen in this field; `None` when nothing is chosen or it is larger than `most`.
///
/// # Errors
/// [`Refused::File`] when the browser cannot read it.
pub async fn chosen(event: &Event, most: usize) -> Result<Option<Vec<u8>>, Refused> {
    let field = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(file) = field.and_then(|field| field.files()?.get(0)) else {
        return Ok(None);
    };
    #[expect(clippy::cast_precision_loss, reason = "a few megabytes are far below 2^53")]
    if file.size() > most as f64 {
        return Ok(None);
    }
    let read = JsFuture::from(file.array_buffer())
        .await
        .map_err(|_| Refused::File)?;
    Ok(Some(Uint8Array::new(&read).to_vec()))
}
