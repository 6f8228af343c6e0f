//! The guide without a network: a service worker keeps its files. The page's side of it stands in the page itself
//! (`content/offline/page.js`), where it weighs less; in a frame, from disk and in the single file there is none.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::page;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = waymarkOffline)]
    fn ask(what: &str) -> Result<Promise, JsValue>;
}

/// Lets the worker fetch what it has not kept yet, before the page is sealed. Whether a newer version of the guide waits.
pub async fn keep() -> bool {
    match ask("keep") {
        Ok(kept) => JsFuture::from(kept).await.is_ok_and(|newer| newer.is_truthy()),
        Err(_) => false,
    }
}

/// This page begins anew in the newer version.
pub fn renew() {
    // Without a worker nothing newer was offered.
    let _ = ask("renew");
}

/// No worker and no file of the guide stay in this browser. `then` runs when they are gone.
pub fn forget(then: impl FnOnce() + 'static) {
    let gone = ask("forget");
    page::run(async move {
        if let Ok(gone) = gone {
            let _ = JsFuture::from(gone).await;
        }
        then();
    });
}
