//! The device's clock, and chance.

use js_sys::Date;
use wasm_bindgen::prelude::*;

use crate::domain::moment::Moment;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = crypto, js_name = getRandomValues)]
    /// Fills the bytes with chance that nobody can guess.
    pub(super) fn chance(bytes: &mut [u8]) -> Result<JsValue, JsValue>;
}

/// Milliseconds since 1970 by the device's clock, which may be wrong.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a date in milliseconds fits; one before 1970 becomes 0"
)]
pub fn now() -> u64 {
    Date::now().max(0.0) as u64
}

/// The parts of a moment, in milliseconds since 1970, by the device's own zone.
#[must_use]
#[expect(
    clippy::cast_precision_loss,
    reason = "a date in milliseconds is far below 2^53"
)]
pub fn moment(at: u64) -> Moment {
    /// The last millisecond of which JavaScript makes a date.
    const LAST: u64 = 8_640_000_000_000_000;
    moment_of(at.min(LAST) as f64)
}

/// The same for a time as the browser gives it, which may lie before 1970.
#[must_use]
pub fn moment_of(at: f64) -> Moment {
    let date = Date::new(&JsValue::from_f64(at));
    Moment {
        year: date.get_full_year(),
        month: date.get_month() + 1,
        day: date.get_date(),
        hour: date.get_hours(),
        minute: date.get_minutes(),
    }
}

/// A fresh id for a record: ten letters and digits, nothing personal in it.
#[must_use]
pub fn fresh_id() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut bytes = [0; 10];
    // Where the browser gives no chance, ids of two moments still differ: the time, in as many letters.
    if chance(&mut bytes).is_err() {
        let mut left = now();
        for byte in &mut bytes {
            *byte = u8::try_from(left % 32).unwrap_or_default();
            left /= 32;
        }
    }
    bytes
        .map(|byte| char::from(LETTERS[usize::from(byte % 32)]))
        .iter()
        .collect()
}
