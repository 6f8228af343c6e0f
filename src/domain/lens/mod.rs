//! The lenses: from which side somebody looks at a case.
//!
//! One case file opens for the person who raises a concern, the one it is about, and the one who must handle it. Answers are
//! kept by question id; a fact that two lenses share has one id, and where it has to be asked in other words it has another.

mod handle;
mod respond;

pub use handle::{
    Arrived, CONNECTED, Conflict, FirstTried, HandleFacets, Handler, Heard, InformalTried, Item, Items,
    Outcome,
};
pub use respond::{Company, Contact, Reached, RespondFacets, Settled, Side, View};

use super::interview::Question;
use super::questions::{HANDLE, RESPOND, SITUATION};

/// From which side somebody looks at a case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lens {
    /// They raise a concern (clause 1: "when you observe or experience").
    #[default]
    Raise,
    /// A concern was raised about them, or they may have got something wrong (notes to the introduction, 3.2).
    Respond,
    /// They must handle a concern: an NSB, a committee leader, the TPM, a helper (1.5, 2, 4.1).
    Handle,
}

impl Lens {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Raise, Self::Respond, Self::Handle];

    /// Its key in records, addresses and words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Raise => "raise",
            Self::Respond => "respond",
            Self::Handle => "handle",
        }
    }

    /// Its interview: what its plan reads.
    #[must_use]
    pub fn questions(self) -> &'static [Question] {
        match self {
            Self::Raise => SITUATION,
            Self::Respond => RESPOND,
            Self::Handle => HANDLE,
        }
    }

    /// Reads a key; `None` for an unknown one.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lens| lens.key() == key)
    }
}
