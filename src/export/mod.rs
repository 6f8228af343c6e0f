//! BYTES OUT: one format a file. Pure: text in, text or bytes out; who downloads it is the browser's business.

#[cfg(feature = "pack")]
pub mod early;
pub mod eml;
pub mod everything;
pub mod handover;
#[cfg(feature = "pack")]
pub mod html;
pub mod logs;
pub mod mailto;
pub mod names;
pub mod text;

use crate::domain::Words;
use crate::domain::letters::{AddressError, Copied, Draft, Form, clean_line, parse_address};

/// Why a message cannot go out by a way. Errors are data: `error.<key>` says what, `error.<key>.next` what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// The link would be longer than mail programs keep.
    TooLong {
        /// Its length in characters.
        length: usize,
        /// What they keep.
        limit: usize,
    },
    /// An address field does not hold one address.
    Address(AddressError),
}

impl ExportError {
    /// Its key in the words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::TooLong { .. } => "mailto-too-long",
            Self::Address(error) => error.key(),
        }
    }

    /// What is wrong, in a sentence.
    #[must_use]
    pub fn says(self, words: &Words) -> String {
        let key = self.key();
        let id = format!("error.{key}");
        match self {
            Self::TooLong { length, limit } => words.fill(
                &id,
                &[("length", &length.to_string()), ("limit", &limit.to_string())],
            ),
            Self::Address(_) => words.t(&id).to_owned(),
        }
    }

    /// What to do next, in a sentence.
    #[must_use]
    pub fn next(self, words: &Words) -> &'static str {
        let key = self.key();
        words.t(&format!("error.{key}.next"))
    }
}

/// The addresses of a message, checked: a name and an address each.
struct Addressed {
    to: Vec<(String, String)>,
    copy: Vec<(String, String)>,
}

/// Checks the address fields of a draft; those left empty are left out.
fn addressed(words: &Words, draft: &Draft) -> Result<Addressed, ExportError> {
    let form = Form::of(words, draft.kind);
    let mut to = Vec::new();
    mailbox(draft.text("to-name"), draft.text("to-address"), &mut to)?;
    let mut copy = Vec::new();
    for Copied { name, address, .. } in draft.also(form) {
        mailbox(name, address, &mut to)?;
    }
    for Copied { name, address, .. } in draft.copies(form) {
        mailbox(name, address, &mut copy)?;
    }
    Ok(Addressed { to, copy })
}

fn mailbox(name: &str, typed: &str, all: &mut Vec<(String, String)>) -> Result<(), ExportError> {
    if let Some(address) = parse_address(typed).map_err(ExportError::Address)? {
        all.push((clean_line(name), address.as_str().to_owned()));
    }
    Ok(())
}
