//! THE ONE SPLIT POINT: what the program needs only after somebody can answer is a second module of WebAssembly.
//!
//! Whatever is reached through [`Later`] and from nowhere else lands there (`scripts/slim/wasm-bindgen` splits it off). So the
//! code that is there from the start never names those pages and methods: it calls them through the table, once the table is there
//! ([`super::session::Rest`]). Built without the feature `split`, everything is one module and the table is there at once.

use super::pages;
use super::parts::el::View;
use super::session::{Ask, Session};
use crate::browser::Refused;
use crate::document::Route;

/// Everything that comes later.
pub struct Later {
    /// The page of a route, if it is one of those that come later.
    pub page: fn(Session, &Route) -> View,
    /// What stands over the status line at times.
    pub bar: fn(Session) -> View,
    /// [`Session::download_readable`].
    pub download: fn(Session) -> Result<(), Refused>,
    /// [`Session::keep_shown`].
    pub keep_shown: fn(Session, &str),
    /// [`Session::lock_does`].
    pub lock: fn(Session, Ask),
}

static LATER: Later = Later {
    page: pages::later::page,
    bar: pages::bar::bar,
    download: Session::download_readable,
    keep_shown: Session::keep_shown,
    lock: Session::lock_does,
};

/// Fetches the second module; `None` when it did not arrive.
pub fn load() -> impl Future<Output = Option<&'static Later>> {
    #[cfg(feature = "split")]
    return async { table().await.ok() };
    #[cfg(not(feature = "split"))]
    std::future::ready(Some(&LATER))
}

#[cfg(feature = "split")]
#[allow(
    clippy::unnecessary_wraps,
    reason = "the macro wants a place for its own error"
)]
#[wasm_split_helpers::wasm_split(later, fallible)]
fn table() -> Result<&'static Later, wasm_split_helpers::SplitLoaderError> {
    Ok(&LATER)
}
