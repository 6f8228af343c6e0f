//! The browser's local storage, through gloo-storage, guarded: blocked storage is an answer, never a blank page.

use gloo_storage::Storage as _;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{DomException, StorageEvent, window};

use crate::storage::{PREFIX, Storage, StorageError};

/// The local storage of this page's origin.
#[derive(Clone, Copy, Debug)]
pub struct Local;

impl Local {
    /// The storage, if the browser allows it. gloo-storage throws where it does not, so it is asked only after this.
    fn raw() -> Result<web_sys::Storage, StorageError> {
        match window().map(|window| window.local_storage()) {
            Some(Ok(Some(_))) => Ok(gloo_storage::LocalStorage::raw()),
            _ => Err(StorageError::Blocked),
        }
    }
}

impl Storage for Local {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let storage = Self::raw()?;
        let count = storage.length().map_err(|_| StorageError::Blocked)?;
        let keys = (0..count).filter_map(|at| storage.key(at).ok().flatten());
        Ok(keys.filter(|key| key.starts_with(PREFIX)).collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        Self::raw()?.get_item(key).map_err(|_| StorageError::Blocked)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        Self::raw()?.set_item(key, text).map_err(|error| refused(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        Self::raw()?.remove_item(key).map_err(|_| StorageError::Blocked)
    }
}

#[wasm_bindgen]
extern "C" {
    type Texts;
    #[wasm_bindgen(method, catch, js_name = getItem)]
    fn text(this: &Texts, key: &JsValue) -> Result<JsValue, JsValue>;
}

/// Tells whether a text lies under a key, without taking either out of the browser. Where there is no storage, none does.
pub(super) fn holding() -> impl Fn(&JsValue, &JsValue) -> bool {
    let texts = Local::raw().ok().map(JsCast::unchecked_into::<Texts>);
    move |key, text| {
        texts
            .as_ref()
            .is_some_and(|texts| texts.text(key).as_ref() == Ok(text))
    }
}

fn refused(error: &JsValue) -> StorageError {
    let name = error
        .dyn_ref::<DomException>()
        .map(DomException::name)
        .unwrap_or_default();
    if name == "QuotaExceededError" || name == "NS_ERROR_DOM_QUOTA_REACHED" {
        StorageError::Full
    } else {
        StorageError::Blocked
    }
}

/// The key of the language chosen for this browser; `src/content/language.js` reads it.
const LANGUAGE: &str = "waymark.language";

/// Remembers the language chosen. Where nothing can be kept, the address of the page says it.
pub fn remember_language(tag: &str) {
    let _ = Local.write(LANGUAGE, tag);
}

/// Something that concerns every tab of this browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// Everything was forgotten.
    Forgotten,
    /// This is a shared computer: nothing stays on it.
    Shared,
}

impl News {
    const fn key(self) -> &'static str {
        match self {
            Self::Forgotten => "waymark.forgotten",
            Self::Shared => "waymark.shared",
        }
    }
}

/// Tells the other tabs: they hear of it before anything that is done afterwards. The key is there for an instant only.
/// Says whether there was room for it.
#[must_use]
pub fn tell_other_tabs(news: News) -> bool {
    let told = Local.write(news.key(), "1").is_ok();
    told && Local.remove(news.key()).is_ok()
}

/// What another tab did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// It wrote or removed this key of ours.
    Key(String),
    /// It removed everything, ours or not.
    Cleared,
    /// It told everybody.
    News(News),
}

/// Calls `changed` for everything of ours that another tab does.
pub fn on_other_tab(changed: impl Fn(Elsewhere) + 'static) {
    let listener = Closure::<dyn Fn(StorageEvent)>::new(move |event: StorageEvent| {
        let Some(key) = event.key() else {
            changed(Elsewhere::Cleared);
            return;
        };
        let news = [News::Forgotten, News::Shared]
            .into_iter()
            .find(|news| news.key() == key);
        match news {
            Some(news) if event.new_value().is_some() => changed(Elsewhere::News(news)),
            None if key.starts_with(PREFIX) => changed(Elsewhere::Key(key)),
            Some(_) | None => {}
        }
    });
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback("storage", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
