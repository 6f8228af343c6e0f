//! Two marks that this tab alone remembers until it is closed, so that a reload does not undo a choice. They hold no word of
//! anybody: only that the choice was made.

use web_sys::{Storage, window};

/// A mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// "This is a shared computer."
    Shared,
    /// "Leave now."
    Left,
}

impl Mark {
    const fn key(self) -> &'static str {
        match self {
            Self::Shared => "waymark.shared",
            Self::Left => "waymark.left",
        }
    }

    /// Whether it is set. Where the browser allows no storage it never is.
    #[must_use]
    pub fn is_set(self) -> bool {
        storage().is_some_and(|storage| storage.get_item(self.key()).is_ok_and(|value| value.is_some()))
    }

    /// Sets it or takes it away.
    pub fn set(self, on: bool) {
        let Some(storage) = storage() else { return };
        // Refused only where nothing is kept at all: then there is nothing to come back to.
        let _ = if on {
            storage.set_item(self.key(), "1")
        } else {
            storage.remove_item(self.key())
        };
    }
}

fn storage() -> Option<Storage> {
    window()?.session_storage().ok()?
}
