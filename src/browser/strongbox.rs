//! The module that seals and opens files with a passphrase (`strongbox/`): its bytes come with the app and are kept; each use makes
//! an instance of its own and drops it, so that the 128 MiB that a key takes are free again and nothing of it stays behind.

use std::cell::RefCell;

use js_sys::WebAssembly::Memory;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::clock::chance;
use super::page;
use crate::domain::sealing::SealError;

#[wasm_bindgen]
extern "C" {
    /// What instantiating gives.
    type Made;
    #[wasm_bindgen(js_namespace = WebAssembly)]
    fn instantiate(module: &Uint8Array) -> Promise;
    #[wasm_bindgen(method, getter)]
    fn instance(this: &Made) -> Instance;

    type Instance;
    #[wasm_bindgen(method, getter)]
    fn exports(this: &Instance) -> Door;

    /// What `strongbox/src/door.rs` exports.
    type Door;
    #[wasm_bindgen(method, getter)]
    fn memory(this: &Door) -> Memory;
    #[wasm_bindgen(method, catch, js_name = strongbox_room)]
    fn room(this: &Door, size: u32) -> Result<u32, JsValue>;
    #[wasm_bindgen(method, catch, js_name = strongbox_seal)]
    fn seal(this: &Door, content: u32) -> Result<u32, JsValue>;
    #[wasm_bindgen(method, catch, js_name = strongbox_open)]
    fn open(this: &Door, file: u32) -> Result<u32, JsValue>;
    #[wasm_bindgen(method, catch, js_name = strongbox_step)]
    fn step(this: &Door, parts: u32) -> Result<u32, JsValue>;
    #[wasm_bindgen(method, catch, js_name = strongbox_finish)]
    fn finish(this: &Door) -> Result<u32, JsValue>;
    #[wasm_bindgen(method, js_name = strongbox_result)]
    fn result(this: &Door) -> u32;
    #[wasm_bindgen(method, js_name = strongbox_size)]
    fn size(this: &Door) -> u32;

    /// Two ways of typing an accented letter give one passphrase.
    #[wasm_bindgen(extends = js_sys::JsString)]
    type Text;
    #[wasm_bindgen(method)]
    fn normalize(this: &Text) -> String;
}

thread_local! {
    static MODULE: RefCell<Option<Uint8Array>> = const { RefCell::new(None) };
}

/// Of how many pieces the work on a passphrase is made: after each the page can draw and hear.
const PIECES: u32 = 64;
/// Bytes of chance for one sealing.
const CHANCE: usize = 48;

/// Keeps the bytes of the module for when somebody asks for it.
pub fn keep(module: Option<Uint8Array>) {
    MODULE.set(module);
}

/// A number by chance that nobody can guess; `None` where the browser has no such chance.
#[must_use]
pub fn number_by_chance() -> Option<u32> {
    let mut bytes = [0; 4];
    chance(&mut bytes).ok()?;
    Some(u32::from_le_bytes(bytes))
}

/// Seals a content: a file in armor. `told` hears how many thousandths are done, and says whether it is still wanted.
///
/// # Errors
/// [`SealError`].
pub async fn seal(
    passphrase: &str,
    content: &[u8],
    told: impl Fn(u32) -> bool,
) -> Result<Vec<u8>, SealError> {
    let mut head = vec![0; CHANCE];
    chance(&mut head).map_err(|_| SealError::Absent)?;
    head.extend_from_slice(normal(passphrase).as_bytes());
    work(&head, content, Door::seal, told).await
}

/// Opens a file: its content. `told` hears how many thousandths are done, and says whether it is still wanted.
///
/// # Errors
/// [`SealError`].
pub async fn open(passphrase: &str, file: &[u8], told: impl Fn(u32) -> bool) -> Result<Vec<u8>, SealError> {
    work(normal(passphrase).as_bytes(), file, Door::open, told).await
}

fn normal(passphrase: &str) -> String {
    JsValue::from_str(passphrase).unchecked_into::<Text>().normalize()
}

/// How a work begins: with where its second part stands in the room.
type Begin = fn(&Door, u32) -> Result<u32, JsValue>;

async fn work(
    head: &[u8],
    rest: &[u8],
    begin: Begin,
    told: impl Fn(u32) -> bool,
) -> Result<Vec<u8>, SealError> {
    let door = instance().await.ok_or(SealError::Absent)?;
    let broken = |_| SealError::NoMemory;
    let length = |bytes: &[u8]| u32::try_from(bytes.len()).map_err(|_| SealError::TooLarge);
    let (from, size) = (length(head)?, length(rest)?);
    let room = door.room(from + size).map_err(broken)?;
    if room == 0 {
        return Err(SealError::NoMemory);
    }
    bytes(&door, room, from).copy_from(head);
    bytes(&door, room + from, size).copy_from(rest);
    said(begin(&door, from).map_err(broken)?)?;
    loop {
        let done = door.step(PIECES).map_err(broken)?;
        if !told(done) {
            return Err(SealError::Absent);
        }
        if done >= 1000 {
            break;
        }
        if !page::is_hidden() {
            page::breathe().await;
        }
    }
    said(door.finish().map_err(broken)?)?;
    Ok(bytes(&door, door.result(), door.size()).to_vec())
}

fn said(code: u32) -> Result<(), SealError> {
    if code == 0 {
        Ok(())
    } else {
        Err(SealError::of(code))
    }
}

async fn instance() -> Option<Door> {
    let made = MODULE.with_borrow(|module| module.as_ref().map(instantiate))?;
    let made: Made = JsFuture::from(made).await.ok()?.unchecked_into();
    Some(made.instance().exports())
}

/// A part of the module's memory. It is another one whenever that has grown.
fn bytes(door: &Door, from: u32, size: u32) -> Uint8Array {
    Uint8Array::new_with_byte_offset_and_length(&door.memory().buffer(), from, size)
}
