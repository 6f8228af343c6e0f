//! JSON as records hold it: texts, whole numbers, lists, objects.
//!
//! In place of `serde_json`, whose reader takes every shape for every type and can say what it met instead (measured in
//! ARCHITECTURE.md). What is written is the same to the byte. What is read is JSON in its strict form.

use std::fmt;

mod read;
mod write;

pub use read::read;
pub use write::write;

/// Why a text could not be read: it is no JSON, or not of this type. Nothing that anybody reads.
#[derive(Debug)]
pub struct Error;

impl fmt::Display for Error {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("not what was asked for")
    }
}

impl std::error::Error for Error {}

impl serde::de::Error for Error {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl serde::ser::Error for Error {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}
