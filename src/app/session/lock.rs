//! The lock as the first module knows it: whether what is kept is sealed, and whether it is open. What it takes to lock and to
//! open comes later, and is asked through the table.

use std::rc::Rc;

use leptos::prelude::*;

use super::{Rest, Session};
use crate::browser::page;
use crate::document::Route;
use crate::storage::{Keeper, LOCK, Storage};

/// How what is kept lies on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    /// As it is.
    Off,
    /// Sealed, and nothing of it is in memory.
    Locked,
    /// Sealed, and open in this tab.
    Open,
}

/// What is asked of the part that comes later.
pub enum Ask {
    /// Seal what waits, and go on with what was begun.
    Seal,
    /// Lock now.
    Lock,
    /// The two stores have met, and these records are others now.
    Met(Vec<String>),
    /// All is forgotten, or in memory: the key, and what waits.
    Drop,
}

impl Session {
    /// Whether what is kept cannot be read now. Followed.
    pub fn is_locked(self) -> bool {
        self.locked.get()
    }

    /// Whether it is sealed on this device and open here. Followed.
    pub fn is_unlocked(self) -> bool {
        self.lock.get() == Lock::Open
    }

    /// Locks at once.
    pub fn lock_now(self) {
        self.if_open(Ask::Lock);
    }

    /// Asks the part that comes later, where the lock is open: then that part is there.
    pub(super) fn if_open(self, ask: Ask) {
        if self.lock.get_untracked() == Lock::Open
            && let Rest::There(later) = self.rest.get_untracked()
        {
            (later.lock)(self, ask);
        }
    }

    /// Goes by what the stores say: another tab may have turned the lock on or off, or the journal may know of it alone.
    pub(super) fn follow_lock(self) {
        let Some(stores) = self.stores.get_value() else {
            return;
        };
        let Ok(text) = stores.read(LOCK) else { return };
        match (self.lock.get_untracked(), text) {
            // What could not be kept is here alone: it stays on screen.
            (Lock::Off, Some(_)) => {
                self.keep_now();
                if !self.has_unkept() {
                    self.hide();
                }
            }
            (Lock::Locked, None) => {
                self.keeper
                    .set_value(Keeper::open(stores as Rc<dyn Storage>).ok());
                self.lock.set(Lock::Off);
                self.open_latest();
                self.count_room();
                self.listed.update(|count| *count += 1);
            }
            _ => {}
        }
    }

    /// From here on nothing that is kept is in memory or on screen.
    pub(super) fn hide(self) {
        self.lock.set(Lock::Locked);
        Self::drop_waiting();
        self.keeper.set_value(None);
        self.close_case();
        self.deleted.set(None);
        self.shown.set_value(None);
        self.begun.set_value(None);
        self.unsaid.set_value(false);
        self.warned.set(false);
        self.sharing.set(None);
        self.listed.update(|count| *count += 1);
        if self.route.with_untracked(Route::is_private) {
            page::after_paint(|| page::focus("main h1"));
        }
    }

    /// There is no lock any more, because nothing is kept on this device.
    pub(super) fn unlock_for_good(self) {
        if self.lock.get_untracked() != Lock::Off {
            if let Rest::There(later) = self.rest.get_untracked() {
                (later.lock)(self, Ask::Drop);
            }
            self.sealing.set_value(false);
            self.warned.set(false);
            self.lock.set(Lock::Off);
        }
    }
}
