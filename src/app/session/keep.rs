//! How everything is kept: the keeper, names, and what the status line then says.

use std::time::Duration;

use leptos::prelude::*;

use super::{Session, Status};
use crate::browser::{clock, page};
use crate::storage::{Entry, Keeper, Kind, Page, Record, Room, Safety, Saved, StorageError};

/// How long after the last change the line goes from "saving" to "saved".
const CALM: Duration = Duration::from_millis(400);

impl Session {
    pub(super) fn with_keeper<T>(
        self,
        run: impl FnOnce(&mut Keeper) -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        self.with_part(|keeper| {
            keeper.read_on(usize::MAX)?;
            run(keeper)
        })
    }

    /// The same for what concerns single records: not all of them may have been read.
    pub(super) fn with_part<T>(
        self,
        run: impl FnOnce(&mut Keeper) -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        self.keeper
            .try_update_value(|keeper| keeper.as_mut().map_or(Err(StorageError::Blocked), run))
            .unwrap_or(Err(StorageError::Blocked))
    }

    /// Changes what is kept; the journal then takes it too.
    pub(super) fn change<T>(
        self,
        run: impl FnOnce(&mut Keeper) -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        let done = self.with_keeper(run);
        self.pump();
        done
    }

    /// Reads without changing; nothing where there is no keeper.
    pub(super) fn ask<T>(self, read: impl FnOnce(&Keeper) -> Option<T>) -> Option<T> {
        if !self.is_whole()
            && let Err(error) = self.with_keeper(|_| Ok(()))
        {
            self.status.set(Status::Failed(error));
        }
        self.ask_part(read)
    }

    /// The same for what concerns single records.
    pub(super) fn ask_part<T>(self, read: impl FnOnce(&Keeper) -> Option<T>) -> Option<T> {
        self.keeper.with_value(|keeper| keeper.as_ref().and_then(read))
    }

    /// Whether something could not be kept.
    pub(super) fn has_unkept(self) -> bool {
        self.ask_part(|keeper| Some(keeper.has_unkept()))
            .unwrap_or_default()
    }

    /// Whether all that is kept was read; there may be nothing to read.
    fn is_whole(self) -> bool {
        self.ask_part(|keeper| Some(keeper.is_whole())).unwrap_or(true)
    }

    /// From here on nothing counts as read.
    pub(super) fn read_anew(self) {
        let _ = self.with_part(|keeper| {
            keeper.read_anew();
            Ok(())
        });
    }

    /// Reads what was not needed for the first screen, a little at a time.
    pub(super) fn read_on(self) {
        const SLICE: usize = 100;
        if self.is_whole() {
            return;
        }
        page::run(async move {
            // Which records there are, by itself.
            let mut slice = 0;
            while !self.is_whole() {
                page::breathe().await;
                if self.with_part(|keeper| keeper.read_on(slice)).is_err() {
                    // Whoever asks for the list is told.
                    return;
                }
                slice = SLICE;
            }
            self.count_room();
            self.listed.update(|count| *count += 1);
            // Somebody else wrote since then, or what was remembered is wrong.
            if self.open_latest() {
                self.keep_now();
                self.route.update(|_| ());
            }
        });
    }

    pub(super) fn record(self, id: &str) -> Option<Record> {
        self.ask_part(|keeper| keeper.record(id))
    }

    /// Before something is opened: the number by which another tab's writing is noticed is that of what is shown.
    pub(super) fn reread(self, id: &str) {
        let _ = self.with_part(|keeper| {
            keeper.reread(id);
            Ok(())
        });
    }

    /// The name of a record in the list.
    pub fn title(self, id: &str) -> String {
        self.ask(|keeper| keeper.entry(id).map(|entry| entry.title.clone()))
            .unwrap_or_default()
    }

    /// A name such as "Situation 2", counting those there are.
    pub(super) fn fresh_title(self, id: &str, kind: Kind) -> String {
        let count = |passes: &dyn Fn(&Entry) -> bool| {
            let same = |entry: &&Entry| entry.kind == Some(kind) && passes(entry);
            self.ask(|keeper| Some(keeper.all().filter(same).count()))
                .unwrap_or_default()
        };
        let mut number = count(&|_| true) + 1;
        loop {
            let title = self.words.fill(id, &[("number", &number.to_string())]);
            if count(&|entry| entry.title == title) == 0 {
                return title;
            }
            number += 1;
        }
    }

    /// Keeps a record, new or changed, and tells the status line. Gives the id of the copy when another tab had written.
    pub(super) fn keep(self, id: &str, kind: Kind, title: &str, body: &str) -> Option<String> {
        if !self.writes() {
            return None;
        }
        let known = self.title(id) == title;
        let saved = self.keep_under(id, kind, title, body);
        if let (Kind::Case, Ok(saved)) = (kind, &saved) {
            self.remember_latest(match saved {
                Saved::Here => id,
                Saved::Copy(copy) => copy,
            });
        }
        let Ok(Saved::Copy(copy)) = saved else {
            if !known {
                self.listed.update(|count| *count += 1);
            }
            self.tell(saved.map(|_| ()));
            return None;
        };
        // Two records of one name could not be told apart.
        let title = self.copy_title(title);
        let _ = self.keep_under(&copy, kind, &title, body);
        self.unsaid.set_value(false);
        self.listed.update(|count| *count += 1);
        self.status.set(Status::CopyKept(clock::now()));
        Some(copy)
    }

    pub(super) fn keep_under(
        self,
        id: &str,
        kind: Kind,
        title: &str,
        body: &str,
    ) -> Result<Saved, StorageError> {
        let now = clock::now();
        let page = Page {
            id,
            kind,
            title,
            body,
            now,
        };
        let done = self.with_part(|keeper| {
            // Where not all can be read, this is kept all the same, or stays in memory.
            let _ = keeper.read_on(usize::MAX);
            keeper.keep(page, clock::fresh_id)
        });
        self.pump();
        done
    }

    pub(super) fn copy_title(self, title: &str) -> String {
        self.words.fill("notes.copy-title", &[("title", title)])
    }

    /// Tells the status line what came of a change. What could not be kept before is tried again first.
    pub(super) fn tell(self, done: Result<(), StorageError>) {
        let done = done.and_then(|()| {
            let moved = self.change(|keeper| {
                if keeper.has_unkept() {
                    keeper.catch_up(clock::fresh_id)
                } else {
                    Ok(Vec::new())
                }
            })?;
            self.renamed(&moved);
            Ok(())
        });
        self.count_room();
        self.unsaid.set_value(false);
        self.status.set(match done {
            Err(error) => Status::Failed(error),
            Ok(()) if self.shared.get_untracked() => Status::Memory,
            Ok(()) if self.blocked.get_value() => Status::Failed(StorageError::Blocked),
            // It is said for as long as the page is open, not for one keystroke.
            Ok(()) if matches!(self.status.get_untracked(), Status::CopyKept(_)) => {
                Status::CopyKept(clock::now())
            }
            Ok(()) => {
                self.unsaid.set_value(true);
                self.told.update_value(|told| *told = told.wrapping_add(1));
                self.say_how_safe();
                return;
            }
        });
    }

    /// How much room is left, for the line.
    pub(super) fn count_room(self) {
        let room = self.ask(|keeper| Some(keeper.room())).unwrap_or(Room::Plenty);
        if room != self.room.get_untracked() {
            self.room.set(room);
        }
    }

    /// Says that what was kept last is saved, as soon as that is true. A change that the journal has taken before the page is
    /// drawn shows no line in between.
    pub(super) fn say_how_safe(self) {
        if !self.unsaid.get_value() {
            return;
        }
        match self.safety() {
            Safety::Saved if self.status.get_untracked() == Status::Saving => self.saved_once_calm(),
            Safety::Saved => self.saved(),
            Safety::Once => self.status.set(Status::Once(clock::now())),
            Safety::Saving => self.saving_once_seen(),
        }
    }

    fn saved(self) {
        self.unsaid.set_value(false);
        self.status.set(Status::Saved(clock::now()));
    }

    /// A line that said "saving" says "saved" once nobody types any more: it does not change, nor is it read out, with every key.
    fn saved_once_calm(self) {
        let told = self.told.get_value();
        set_timeout(
            move || {
                let calm = told == self.told.get_value() && !Self::draft_waits();
                if calm && self.status.get_untracked() == Status::Saving && self.safety() == Safety::Saved {
                    self.saved();
                }
            },
            CALM,
        );
    }

    /// When the page is next drawn, it says that something is being saved, if that is still so.
    pub(super) fn saving_once_seen(self) {
        let calm = move || {
            matches!(
                self.status.get_untracked(),
                Status::OnDevice | Status::Saved(_) | Status::Once(_)
            )
        };
        // Where it says so already, no frame is drawn for it.
        if !calm() {
            return;
        }
        page::after_paint(move || {
            let unsaved = Self::draft_waits() || (self.unsaid.get_value() && self.safety() == Safety::Saving);
            if unsaved && calm() {
                self.status.set(Status::Saving);
            }
        });
    }

    /// Records that are kept under another id now: what is open goes on there.
    pub(super) fn renamed(self, moved: &[(String, String)]) {
        for (old, new) in moved {
            if self.case_id.get_untracked().as_ref() == Some(old) {
                self.case_id.set(Some(new.clone()));
            }
        }
        if !moved.is_empty() {
            self.listed.update(|count| *count += 1);
        }
    }
}
