//! Stands in for `wasm-streams`, which leptos brings along (by way of `server_fn`) and of which this app calls nothing.
//!
//! The crate exports classes to JavaScript, and what is exported no linker may drop: its streams, futures and promises cost
//! every visitor 6 kB. Here is only as much of its interface as `server_fn` needs to compile. There is no server, so
//! no function of it is ever reached; a stream that comes by here is empty.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::ReadableStream as Raw;

/// In place of a stream of the browser.
pub struct ReadableStream(Raw);

impl ReadableStream {
    /// A stream of the browser.
    #[must_use]
    pub fn from_raw(raw: Raw) -> Self {
        Self(raw)
    }

    /// A stream of Rust; what it holds is dropped.
    pub fn from_stream(_stream: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(JsValue::UNDEFINED.unchecked_into())
    }

    /// The stream of the browser.
    #[must_use]
    pub fn into_raw(self) -> Raw {
        self.0
    }

    /// As a stream of Rust.
    #[must_use]
    pub fn into_stream(self) -> Empty {
        Empty
    }
}

/// A stream of nothing.
pub struct Empty;

impl Stream for Empty {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
