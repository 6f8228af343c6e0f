//! The device's clock, its way of writing a time, and chance.

use std::cell::RefCell;

use js_sys::Intl::DateTimeFormat;
use js_sys::{Array, Date, Function, Object};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = crypto, js_name = getRandomValues)]
    fn chance(bytes: &mut [u8]) -> Result<JsValue, JsValue>;
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

/// Hours and minutes as people of this locale write them.
#[must_use]
pub fn time_of_day(locale: &str, at: u64) -> String {
    written(at)
        .to_locale_time_string(locale)
        .as_string()
        .map(short)
        .unwrap_or_default()
}

/// Day and time as people of this locale write them.
#[must_use]
pub fn day_and_time(locale: &str, at: u64) -> String {
    let date = written(at);
    let day = DAYS.with_borrow_mut(|days| {
        let (_, day) = match days.take() {
            Some(known) if known.0 == locale => days.insert(known),
            _ => days.insert((locale.to_owned(), days_of(locale))),
        };
        day.call1(&JsValue::NULL, &date)
    });
    let day = day.ok().and_then(|day| day.as_string()).unwrap_or_default();
    format!("{day} {}", time_of_day(locale, at))
}

thread_local! {
    /// How days are written in the locale that was asked for last: a list asks for many, and making this takes forty times as long as
    /// using it.
    static DAYS: RefCell<Option<(String, Function)>> = const { RefCell::new(None) };
}

fn days_of(locale: &str) -> Function {
    // The month in words: 3/4 means two days, depending on who reads it.
    let form = Object::new();
    for (part, how) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        let _ = js_sys::Reflect::set(&form, &part.into(), &how.into());
    }
    DateTimeFormat::new(&Array::of1(&locale.into()), &form).format()
}

/// A day as `2026-03-09`, by the device's own zone.
#[must_use]
pub fn day(at: f64) -> String {
    let date = Date::new(&JsValue::from_f64(at));
    format!(
        "{:04}-{:02}-{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date()
    )
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a date in milliseconds is far below 2^53"
)]
fn written(at: u64) -> Date {
    Date::new(&JsValue::from_f64(at as f64))
}

/// The time without its seconds.
fn short(time: String) -> String {
    let parts: Vec<&str> = time.splitn(3, ':').collect();
    match parts[..] {
        [hours, minutes, rest] => format!(
            "{hours}:{minutes}{}",
            rest.trim_start_matches(|c: char| c.is_ascii_digit())
        ),
        _ => time,
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
