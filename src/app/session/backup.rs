//! Backups: what goes into one, how one stands to what is here, bringing it back, and when the last one was made.

use std::cell::Cell;

use leptos::prelude::*;

use super::{Session, Status};
use crate::browser::{clock, local, page};
use crate::domain::backup::{Backup, Item};
use crate::storage::restore::{Choice, Due, Last, Line, Restored, due, lines, restore};
use crate::storage::{Storage, StorageError};

/// Where it is kept when the last backup was made: two numbers, no word of anybody.
const KEY: &str = "waymark.backup";

thread_local! {
    /// The same, where everything is in memory only.
    static LAST: Cell<Last> = const { Cell::new(Last { made: 0, put_off: 0 }) };
}

impl Session {
    /// Everything that is kept, as it is, damaged records too.
    pub fn backup(self) -> Backup {
        self.keep_now();
        let item = |id: String| {
            let text = self.ask(|keeper| keeper.raw(&id))?;
            Some(Item { id, text })
        };
        let ids = self.list().into_iter().map(|entry| entry.id);
        Backup {
            made: clock::now(),
            records: ids.filter_map(item).collect(),
        }
    }

    /// The records of a backup, and how each stands to what is here.
    pub fn held_against(self, backup: &Backup) -> Vec<Line> {
        self.keep_now();
        self.ask(|keeper| Some(lines(backup, keeper))).unwrap_or_default()
    }

    /// Brings a backup back, all of it or nothing; what is open then is what is kept.
    ///
    /// # Errors
    /// [`StorageError`]: why not; then everything is as it was.
    pub fn bring_back(
        self,
        backup: &Backup,
        choose: impl Fn(&str) -> Choice,
        named: impl Fn(&str) -> String,
    ) -> Result<Restored, StorageError> {
        self.keep_now();
        let done = self.change(|keeper| restore(keeper, backup, choose, named, clock::fresh_id))?;
        let came = |id: &str| backup.records.iter().any(|item| item.id == id);
        // What was deleted and is there again need not be brought back.
        let undo = self.deleted.get_untracked();
        if undo.is_some_and(|undo| self.ask(|keeper| Some(keeper.is_back(&undo.record))) == Some(true)) {
            self.deleted.set(None);
        }
        // What was on screen before may be another one now: it is read anew.
        self.shown.update_value(|shown| {
            if shown.as_ref().is_some_and(|(id, _)| came(id)) {
                *shown = None;
            }
        });
        match self.case_id() {
            Some(id) if came(&id) => self.show_case(&id),
            Some(_) => {}
            None => {
                self.open_latest();
            }
        }
        self.remember_newest();
        self.listed.update(|count| *count += 1);
        self.tell(Ok(()));
        Ok(done)
    }

    /// When the last backup was made.
    pub fn last_backup(self) -> Last {
        if self.in_memory() {
            return LAST.get();
        }
        let kept = local::Local.read(KEY).ok().flatten();
        kept.map(|text| Last::read(&text)).unwrap_or_default()
    }

    /// Notes that a backup was made just now. The status line says so, unless something is not saved.
    pub fn backed_up(self) {
        let made = clock::now();
        self.note_backup(Last { made, put_off: 0 });
        if !matches!(self.status.get_untracked(), Status::Failed(_)) {
            self.status.set(Status::BackedUp(made));
        }
    }

    /// "Not now."
    pub fn put_off_backup(self) {
        let put_off = clock::now();
        let made = self.last_backup().made;
        self.note_backup(Last { made, put_off });
    }

    fn note_backup(self, last: Last) {
        if self.in_memory() {
            LAST.set(last);
        } else {
            // Where there is no room for two numbers it is asked again next time.
            let _ = local::Local.write(KEY, &last.write());
        }
        self.listed.update(|count| *count += 1);
    }

    /// Whether it is time for a backup.
    pub fn backup_due(self) -> Option<Due> {
        let updated = self.ask(|keeper| Some(keeper.all().map(|entry| entry.updated).collect::<Vec<_>>()));
        due(
            clock::now(),
            self.last_backup(),
            &updated.unwrap_or_default(),
            page::is_soon_forgotten(),
        )
    }
}
