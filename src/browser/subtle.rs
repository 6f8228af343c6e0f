//! Sealing and opening texts with a key that the browser keeps to itself: AES-256-GCM by its own `SubtleCrypto`.
//!
//! In: 32 bytes, once; then texts, each with a tag that it is bound to. Out: base64 of 96 bits of chance and the sealed text. The
//! key cannot be taken out again. A page that did not come over a safe connection has no `SubtleCrypto`.

use js_sys::{ArrayBuffer, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::clock::chance;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = crypto, js_name = subtle)]
    static SUBTLE: JsValue;

    /// What the browser calls a key.
    #[derive(Clone)]
    pub type CryptoKey;

    type Subtle;
    #[wasm_bindgen(method, catch, js_name = importKey)]
    fn import(
        this: &Subtle,
        form: &str,
        bytes: &Uint8Array,
        name: &str,
        can_be_taken_out: bool,
        uses: &JsValue,
    ) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn encrypt(this: &Subtle, how: &Object, key: &CryptoKey, bytes: &Uint8Array) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn decrypt(this: &Subtle, how: &Object, key: &CryptoKey, bytes: &Uint8Array) -> Result<Promise, JsValue>;

    fn btoa(bytes: &str) -> String;
    #[wasm_bindgen(catch)]
    fn atob(text: &str) -> Result<String, JsValue>;
}

/// Bytes of chance before each sealed text.
const NONCE: usize = 12;
/// Bytes of a key.
const KEY: usize = 32;

fn subtle() -> Option<Subtle> {
    let subtle = SUBTLE.with(Clone::clone);
    subtle.is_object().then(|| subtle.unchecked_into())
}

/// Whether this browser can do it, on this page.
#[must_use]
pub fn is_there() -> bool {
    subtle().is_some()
}

/// The bytes of a fresh key; `None` where the browser has no chance that nobody can guess.
#[must_use]
pub fn fresh() -> Option<Vec<u8>> {
    let mut bytes = vec![0; KEY];
    chance(&mut bytes).ok()?;
    Some(bytes)
}

/// Hands the bytes of a key to the browser, and forgets them.
pub async fn key(mut bytes: Vec<u8>) -> Option<CryptoKey> {
    if bytes.len() != KEY {
        return None;
    }
    let uses = js_sys::Array::of2(&"encrypt".into(), &"decrypt".into());
    let handed = Uint8Array::from(&bytes[..]);
    bytes.fill(0);
    let made = subtle()?.import("raw", &handed, "AES-GCM", false, &uses).ok()?;
    let key = JsFuture::from(made).await.ok()?;
    handed.fill(0, 0, handed.length());
    Some(key.unchecked_into())
}

fn how(nonce: &[u8], tag: &str) -> Option<Object> {
    let how = Object::new();
    let parts: [(&str, JsValue); 3] = [
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(nonce).into()),
        ("additionalData", Uint8Array::from(tag.as_bytes()).into()),
    ];
    for (name, value) in parts {
        Reflect::set(&how, &name.into(), &value).ok()?;
    }
    Some(how)
}

async fn bytes(made: Result<Promise, JsValue>) -> Option<Vec<u8>> {
    let made: ArrayBuffer = JsFuture::from(made.ok()?).await.ok()?.unchecked_into();
    Some(Uint8Array::new(&made).to_vec())
}

/// Seals a text; `None` if the browser refuses.
pub async fn seal(key: &CryptoKey, tag: &str, text: &str) -> Option<String> {
    let mut nonce = vec![0; NONCE];
    chance(&mut nonce).ok()?;
    let how = how(&nonce, tag)?;
    let sealed = bytes(subtle()?.encrypt(&how, key, &Uint8Array::from(text.as_bytes()))).await?;
    nonce.extend(sealed);
    let letters: String = nonce.into_iter().map(char::from).collect();
    Some(btoa(&letters))
}

/// Opens a text that was sealed with one of these tags; `None` if it was not, or with another key, or was changed since.
pub async fn open(key: &CryptoKey, tags: &[String], sealed: &str) -> Option<String> {
    let letters = atob(sealed).ok()?;
    let sealed: Option<Vec<u8>> = letters.chars().map(|letter| u8::try_from(letter).ok()).collect();
    let sealed = sealed?;
    let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
    let sealed = Uint8Array::from(sealed);
    for tag in tags {
        let how = how(nonce, tag)?;
        if let Some(opened) = bytes(subtle()?.decrypt(&how, key, &sealed)).await {
            return String::from_utf8(opened).ok();
        }
    }
    None
}
