//! Where everything is kept: on this device or in memory; forgetting it all; and what other tabs do.

use std::rc::Rc;

use leptos::prelude::*;

use super::{Rest, Session, Status};
use crate::browser::clock;
use crate::browser::local::{self, Elsewhere, News};
use crate::browser::tab::Mark;
use crate::document::Route;
use crate::storage::shelf::{forget, id_of};
use crate::storage::{Keeper, Memory, StorageError};

impl Session {
    /// Everything into memory, nothing left on this device; or back again. Other tabs go into memory as well.
    pub fn share_computer(self, shared: bool) {
        self.keep_now();
        let done = self.with_keeper(|keeper| {
            if shared {
                keeper.look_for_new(&local::Local);
                keeper.move_to(Rc::new(Memory::default()), clock::fresh_id)
            } else {
                keeper.move_to(Rc::new(local::Local), clock::fresh_id)
            }
        });
        let done = done.and_then(|moved| {
            self.renamed(&moved);
            self.shared.set(shared);
            self.blocked.set_value(false);
            Mark::Shared.set(shared);
            if !shared {
                return Ok(());
            }
            match telling(News::Shared, || forget(&local::Local)) {
                // Where nothing can be written nothing is left either.
                Err(StorageError::Blocked) => Ok(()),
                other => other,
            }
        });
        self.listed.update(|count| *count += 1);
        self.tell(done);
    }

    /// Whether everything is in memory only, by choice or because the browser allows nothing else.
    pub fn in_memory(self) -> bool {
        self.shared.get() || self.blocked.get_value()
    }

    /// Forgets everything: here, in memory, in every other tab, and every key of ours in this browser.
    ///
    /// # Errors
    /// [`StorageError`]; some keys may be left, and calling it again goes on.
    pub fn forget_everything(self) -> Result<(), StorageError> {
        let done = telling(News::Forgotten, || self.forget_here());
        self.status.set(match done {
            Err(error) => Status::Failed(error),
            Ok(()) => self.at_rest(),
        });
        done
    }

    fn forget_here(self) -> Result<(), StorageError> {
        // What waits to be kept is forgotten with the rest.
        drop(super::WAITING.take());
        let own = self.with_keeper(Keeper::forget);
        let local = forget(&local::Local);
        self.new_case();
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

    // ---- other tabs ------------------------------------------------------------------------------------------------

    /// Before another screen is shown: it shows what other tabs have made of the case that is open.
    pub fn follow_other_tabs(self) {
        self.keep_now();
        if let Status::CopyKept(at) = self.status.get_untracked() {
            self.status.set(Status::Saved(at));
        }
        if !self.case_behind.get_value() {
            return;
        }
        let Some(id) = self.case_id.get_untracked() else {
            return;
        };
        if self.is_unkept(&id) {
            return;
        }
        self.reread(&id);
        if self.record(&id).is_some() {
            self.open_case(&id);
        } else {
            self.new_case();
        }
    }

    pub(super) fn changed_elsewhere(self, what: Elsewhere) {
        if what != Elsewhere::News(News::Forgotten) {
            self.keep_now();
        }
        match what {
            Elsewhere::News(News::Forgotten) => self.forgotten_elsewhere(),
            _ if self.shared.get_untracked() => {}
            Elsewhere::News(News::Shared) => self.shared_elsewhere(),
            Elsewhere::Key(key) => {
                if let Some(id) = id_of(&key) {
                    self.written_elsewhere(id);
                }
            }
            Elsewhere::Cleared => {
                for entry in self.list() {
                    self.written_elsewhere(&entry.id);
                }
            }
        }
        self.listed.update(|count| *count += 1);
    }

    /// The list follows. What is on screen keeps the number it was read with, so that saving it notices the other tab.
    fn written_elsewhere(self, id: &str) {
        let route = self.route.get_untracked();
        if self.case_id.get_untracked().as_deref() == Some(id) {
            self.case_behind.set_value(true);
            if !matches!(
                route,
                Route::AssessQuestion(_) | Route::SituationQuestion(_) | Route::Log(_)
            ) {
                self.follow_other_tabs();
            }
            return;
        }
        if self.on_screen().as_deref() != Some(id) {
            self.reread(id);
        }
    }

    /// The id of the draft that is on screen.
    fn on_screen(self) -> Option<String> {
        let drafting = matches!(self.route.get_untracked(), Route::Draft(_) | Route::Depart(_));
        let shown = self
            .shown
            .with_value(|shown| shown.as_ref().map(|(id, _)| id.clone()));
        shown.filter(|_| drafting)
    }

    /// "Forget everything" means every tab: the screen is drawn anew, without what was forgotten.
    fn forgotten_elsewhere(self) {
        let _ = self.forget_here();
        self.status.set(Status::Forgotten);
        self.route.update(|_| ());
    }

    /// Another tab says that this computer is shared: what is open here goes on, in memory.
    fn shared_elsewhere(self) {
        let Ok(memory) = Keeper::open(Rc::new(Memory::default())) else {
            return;
        };
        // The other tab has taken all that was kept; what was not kept is here alone.
        let unkept = self.with_keeper(|keeper| keeper.move_to(Rc::new(Memory::default()), clock::fresh_id));
        if unkept.is_err() {
            self.keeper.set_value(Some(memory));
        }
        self.shared.set(true);
        Mark::Shared.set(true);
        let _ = forget(&local::Local);
        if self.case_id.get_untracked().is_some() {
            self.keep_case();
        }
        if let Some(id) = self.on_screen()
            && let Rest::There(later) = self.rest.get_untracked()
        {
            (later.keep_shown)(self, &id);
        }
        self.tell(Ok(()));
    }
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
