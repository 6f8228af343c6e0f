//! "This is a shared computer", as it is chosen: at once where nothing leaves this device by it, else after a question
//! (`pages/bar.rs`); and the browser's own question before what is in memory only ends.

use std::cell::Cell;

use leptos::prelude::*;

use super::{Rest, Session};
use crate::browser::{clock, page};
use crate::document::Route;

/// So long after it was chosen a second click of the same hand does not undo it, in milliseconds.
const HAND: u64 = 500;

thread_local! {
    static CHOSEN: Cell<u64> = const { Cell::new(0) };
}

impl Session {
    /// Into memory only, or back on this device. Where there is a question first, what `from` names has the focus after it.
    pub fn turn_shared(self, from: &'static str) {
        if self.shared.get_untracked() {
            // A clock may be set back meanwhile.
            if clock::now().abs_diff(CHOSEN.get()) > HAND {
                self.share_computer(false);
            }
        } else if self.in_memory() || !(self.is_unlocked() || self.has_records()) {
            CHOSEN.set(clock::now());
            self.share_computer(true);
        } else if matches!(self.rest.get_untracked(), Rest::Lost) {
            // The question did not arrive either; the page says so.
            page::go(&Route::Notes.href());
        } else {
            self.sharing.set(Some(from));
        }
    }

    /// Whether the question stands there, and what has the focus after it. Followed. Where things have changed under it, it does not.
    pub fn asks_sharing(self) -> Option<&'static str> {
        let lost = matches!(self.rest.get(), Rest::Lost);
        let asked = self.sharing.get();
        asked.filter(|_| !lost && !self.is_locked() && !self.shared.get())
    }

    /// Whether something that was written ends with this page.
    pub fn ends_with_page(self) -> bool {
        self.has_unkept() || (self.in_memory() && self.has_records())
    }
}
