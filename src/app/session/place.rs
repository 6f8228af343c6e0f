//! Where everything is kept: on this device or in memory; and forgetting it all.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;

use super::{Lock, Session, Status, Turn, stores};
use crate::browser::local::{self, News};
use crate::browser::tab::Mark;
use crate::browser::{clock, journal, offline, page, turn};
use crate::document::Route;
use crate::storage::shelf::forget;
use crate::storage::{Keeper, LOCK, Memory, Pump, Safety, Storage, StorageError};

impl Session {
    /// Everything into memory, nothing left on this device; or back again. Other tabs go into memory as well.
    pub fn share_computer(self, shared: bool) {
        self.keep_now();
        if shared {
            self.share();
        } else {
            self.keep_on_device();
        }
        self.listed.update(|count| *count += 1);
    }

    fn share(self) {
        let done = self.with_keeper(|keeper| {
            keeper.look_for_new(&local::Local);
            keeper.move_to(Rc::new(Memory::default()), clock::fresh_id)
        });
        let done = done.and_then(|moved| {
            self.renamed(&moved);
            self.into_memory();
            match telling(News::Shared, || forget(&local::Local)) {
                // Where nothing can be written nothing is left either.
                Err(StorageError::Blocked) => Ok(()),
                other => other,
            }
        });
        self.tell(done);
        if done.is_ok() && allows_any() {
            delete_journal(move |journal| match journal {
                Err(error) => self.status.set(Status::Failed(error)),
                Ok(()) if self.status.get_untracked() != Status::Failed(StorageError::Left) => {}
                Ok(()) => self.status.set(Status::Memory),
            });
        }
    }

    /// From here on nothing of this tab is on the device, and it needs no lock.
    pub(super) fn into_memory(self) {
        self.unlock_for_good();
        self.stores.set_value(None);
        self.with_pump(Pump::begin);
        self.blocked.set_value(false);
        self.shared.set(true);
        self.sharing.set(None);
        Mark::Shared.set(true);
        self.turn.set(Turn::Ours);
        turn::let_go();
        // Not even that the guide was here stays.
        offline::forget(|| ());
    }

    /// Whether the page may begin anew in the newer version that waits: everything is saved, and nothing is being entered.
    pub fn may_renew(self) -> bool {
        let safe = matches!(
            self.status.get(),
            Status::OnDevice | Status::Saved(_) | Status::BackedUp(_) | Status::Once(_) | Status::Forgotten
        );
        safe && self.newer.get() && !self.route.with(Route::writes) && !self.in_memory()
    }

    /// Begins anew in the newer version, unless something is not saved.
    pub fn renew(self) {
        self.keep_now();
        if self.may_renew() && self.safety() != Safety::Saving {
            offline::renew();
        }
    }

    fn keep_on_device(self) {
        let pump = self.pump.get_value();
        let stores = Rc::new(stores(&pump));
        let there = Rc::clone(&stores);
        // Beside a lock nothing is kept as it is.
        let unlocked = stores.read(LOCK).and_then(|lock| match lock {
            None => Ok(()),
            Some(_) => Err(StorageError::Locked),
        });
        let done = unlocked.and_then(|()| self.with_keeper(|keeper| keeper.move_to(there, clock::fresh_id)));
        let done = done.map(|moved| {
            self.renamed(&moved);
            self.shared.set(false);
            self.blocked.set_value(false);
            Mark::Shared.set(false);
            self.stores.set_value(Some(stores));
            self.remember_newest();
            self.ask_for_turn();
        });
        self.tell(done);
    }

    /// Whether everything is in memory only, by choice or because the browser allows nothing else.
    pub fn in_memory(self) -> bool {
        self.shared.get() || self.blocked.get_value()
    }

    /// Forgets everything: here, in memory, in every other tab, every key of ours in this browser, and the journal. `then`
    /// hears whether all of it is gone; if not, calling it again goes on. Where another tab holds the journal it hears that
    /// first, and the rest once that tab lets go.
    pub fn forget_everything(self, then: impl Fn(bool) + Copy + 'static) {
        let done = telling(News::Forgotten, || self.forget_here());
        let say = move |done: Result<(), StorageError>| {
            self.status.set(match done {
                Err(error) => Status::Failed(error),
                Ok(()) => self.at_rest(),
            });
            then(done.is_ok());
        };
        offline::forget(move || {
            delete_journal(move |journal| {
                say(done.and(if allows_any() { journal } else { Ok(()) }));
            });
        });
    }

    pub(super) fn forget_here(self) -> Result<(), StorageError> {
        // What waits to be kept is forgotten with the rest.
        Self::drop_waiting();
        let locked = self.lock.get_untracked() != Lock::Off;
        self.unlock_for_good();
        let own = if locked {
            Ok(())
        } else {
            self.with_keeper(Keeper::forget)
        };
        let local = forget(&local::Local);
        if locked && let Some(stores) = self.stores.get_value() {
            self.keeper
                .set_value(Keeper::open(stores as Rc<dyn Storage>).ok());
        }
        self.with_pump(Pump::begin_empty);
        self.unsaid.set_value(false);
        self.close_case();
        self.deleted.set(None);
        self.shown.set_value(None);
        self.begun.set_value(None);
        self.listed.update(|count| *count += 1);
        if self.shared.get_untracked() || self.blocked.get_value() {
            own
        } else {
            own.and(local)
        }
    }

    /// The status when nothing was changed yet.
    fn at_rest(self) -> Status {
        if self.shared.get_untracked() {
            Status::Memory
        } else if self.blocked.get_value() {
            Status::Failed(StorageError::Blocked)
        } else {
            Status::OnDevice
        }
    }
}

/// Whether this browser allows any storage: one that does not has no journal to remove, and calls that a failure.
fn allows_any() -> bool {
    local::Local.keys().is_ok()
}

/// Removes the journal. `say` hears that it is gone; that it is not, also if that may still change: another tab holds it, or the
/// browser does not answer.
fn delete_journal(say: impl Fn(Result<(), StorageError>) + Copy + 'static) {
    let answered = Rc::new(Cell::new(false));
    let waits = Rc::clone(&answered);
    page::after_patience(move || {
        if !waits.get() {
            say(Err(StorageError::Left));
        }
    });
    page::run(async move {
        let gone = journal::delete(move || say(Err(StorageError::Left))).await;
        answered.set(true);
        say(gone.map_err(|_| StorageError::Left));
    });
}

/// Tells the other tabs, then does it; where there was no room to tell them, the other way round.
fn telling<T>(news: News, run: impl FnOnce() -> T) -> T {
    let told = local::tell_other_tabs(news);
    let done = run();
    if !told {
        let _ = local::tell_other_tabs(news);
    }
    done
}
