//! Seals bytes with a passphrase into a file of the age format (version 1), and opens such a file.
//!
//! In: a passphrase, bytes, and chance for each sealing (there is no source of chance in here). Out: a file that any age program
//! opens, or a [`Refusal`]. Only the part of the format that Waymark uses: one passphrase (scrypt), ASCII armor written, armor and
//! the bare form read. Everything that the format forbids is refused, and what would cost too much is refused before any work.
//!
//! A passphrase becomes a key in steps ([`Derivation`]), so that a page stays alive meanwhile and shows how far it is.
//! The page loads this as a WebAssembly module of its own (`door.rs`); native tests use it as a library.

mod armor;
mod base64;
#[cfg(target_arch = "wasm32")]
mod door;
mod header;
mod job;
mod refusal;
mod scrypt;
mod stream;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

pub use job::{Entropy, Job, open, seal};
pub use refusal::Refusal;
pub use scrypt::Derivation;

/// The parsers one by one, for those who try to break them.
#[cfg(feature = "parsers")]
pub mod parsers {
    pub use crate::armor::{read as read_armor, write as write_armor};
    pub use crate::header::{FileKey, Header, write as write_header};
    pub use crate::stream::{read as read_stream, write as write_stream};
}

/// The largest file that is opened, in bytes.
pub const MOST_FILE: usize = 8 * 1024 * 1024;
/// The most that is sealed, in bytes: with what the format adds, the file stays below [`MOST_FILE`].
pub const MOST_CONTENT: usize = 6_000_000;
/// How hard a new file is to guess: 2 to the power of this many rounds. It takes 128 MiB and about half a second.
pub const LOG_N: u8 = 17;
/// How hard a file may be to open: below, guessing is too cheap; above, a page could not do it.
pub const LOG_N_READ: core::ops::RangeInclusive<u8> = 10..=18;
