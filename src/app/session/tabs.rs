//! What other tabs do: the list follows, what is on screen stays, and what was forgotten or taken into memory is so everywhere.

use std::rc::Rc;

use leptos::prelude::*;

use super::{Rest, Session, Status};
use crate::browser::local::{self, Elsewhere, News};
use crate::browser::{clock, journal, page};
use crate::document::Route;
use crate::storage::shelf::{forget, id_of};
use crate::storage::{Keeper, LOCK, Memory};

impl Session {
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
        self.follow_case(&id);
    }

    /// The case that is open is shown as it is kept now.
    pub(super) fn follow_case(self, id: &str) {
        if self.is_unkept(id) {
            return;
        }
        self.reread(id);
        if self.record(id).is_some() {
            self.show_case(id);
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
            Elsewhere::Key(key) if key == LOCK => {
                self.follow_lock();
                self.journal_too(&key);
            }
            Elsewhere::Key(key) => {
                if let Some(id) = id_of(&key) {
                    self.written_elsewhere(id);
                    self.journal_too(&key);
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

    /// What a tab wrote that does not write the journal itself.
    fn journal_too(self, key: &str) {
        if self.has_turn() {
            self.stores.with_value(|stores| {
                if let Some(stores) = stores {
                    stores.heard(key);
                }
            });
            self.pump();
        }
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
    pub(super) fn on_screen(self) -> Option<String> {
        let drafting = matches!(self.route.get_untracked(), Route::Draft(_) | Route::Depart(_));
        let shown = self
            .shown
            .with_value(|shown| shown.as_ref().map(|(id, _)| id.clone()));
        shown.filter(|_| drafting)
    }

    /// "Forget everything" means every tab: the screen is drawn anew, without what was forgotten.
    fn forgotten_elsewhere(self) {
        let writer = self.writes();
        let _ = self.forget_here();
        if writer {
            // A step that was under way when the other tab removed the journal must not bring it back.
            page::run(async { drop(journal::delete(|| ()).await) });
        }
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
        let writer = self.writes();
        self.into_memory();
        let _ = forget(&local::Local);
        if writer {
            page::run(async { drop(journal::delete(|| ()).await) });
        }
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
