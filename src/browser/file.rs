//! A file that the person chose: its bytes, read on this device, whole or piece by piece.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, HtmlInputElement};

use super::Refused;

/// The bytes of the file chosen in this field; `None` when nothing is chosen or it is larger than `most`.
///
/// # Errors
/// [`Refused::File`] when the browser cannot read it.
pub async fn chosen(event: &Event, most: usize) -> Result<Option<Vec<u8>>, Refused> {
    let Some(file) = first(event) else {
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

fn first(event: &Event) -> Option<File> {
    let field = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    field.files()?.get(0)
}

/// A file that is read piece by piece, so that one of any size fits.
pub struct Pieces(File);

/// The file chosen in this field, which is then free for the next choice, of the same file as well.
#[must_use]
pub fn pieces(event: &Event) -> Option<Pieces> {
    let file = first(event)?;
    if let Some(field) = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
    {
        field.set_value("");
    }
    Some(Pieces(file))
}

impl Pieces {
    /// Its name, without a folder.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its length in bytes.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the length of a file is a whole number below 2^53"
    )]
    pub fn size(&self) -> u64 {
        self.0.size() as u64
    }

    /// When it was changed last, in milliseconds since 1970.
    #[must_use]
    pub fn changed(&self) -> f64 {
        self.0.last_modified()
    }

    /// The bytes from one place to another, or to its end.
    ///
    /// # Errors
    /// [`Refused::File`] when the browser cannot read it.
    pub async fn read(&self, from: u64, to: u64) -> Result<Vec<u8>, Refused> {
        #[expect(clippy::cast_precision_loss, reason = "the length of a file is below 2^53")]
        let piece = self
            .0
            .slice_with_f64_and_f64(from as f64, to as f64)
            .map_err(|_| Refused::File)?;
        let read = JsFuture::from(piece.array_buffer())
            .await
            .map_err(|_| Refused::File)?;
        Ok(Uint8Array::new(&read).to_vec())
    }
}
