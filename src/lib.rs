//! Waymark: a private guide to the ISO Code of Ethics and Conduct and to ISO's process for addressing misconduct.
//!
//! The floor plan, and who may import whom:
//!
//! - [`domain`]: pure rules; imports nothing of ours.
//! - [`document`]: screens as data; imports `domain`.
//! - [`storage`]: keeping; imports `domain`.
//! - [`export`]: bytes out; imports `domain` and `document`.
//! - `content`: build time only, reads `content/`; imports `domain` and `document`.
//! - `browser`: the only room with web-sys and js-sys; imports the traits of `storage`.
//! - `app`: Leptos; imports all of these.

#[cfg(feature = "pack")]
pub mod content;
pub mod document;
pub mod domain;
pub mod export;
pub mod storage;

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "app")]
pub mod browser;
