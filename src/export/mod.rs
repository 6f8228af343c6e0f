//! BYTES OUT: one format a file. Pure: text in, text or bytes out; who downloads it is the browser's business.

#[cfg(feature = "pack")]
pub mod html;
pub mod text;
