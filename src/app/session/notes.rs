//! The list of what is kept, and what one can do with each record.

use leptos::prelude::*;

use super::{Rest, Session, Undo, written};
use crate::browser::tab::Mark;
use crate::browser::{Refused, clock, download};
use crate::document::Route;
use crate::domain::json;
use crate::domain::letters::Draft;
use crate::export::everything::{self, Held};
use crate::storage::{Entry, Keeper, Kind, State, StorageError};

/// How far a clock may run back before a time counts as wrong, in milliseconds.
const HOUR: u64 = 3_600_000;

impl Session {
    /// Every record, the last written first. A time that has not come yet is from a clock that was wrong: it sorts last.
    pub fn list(self) -> Vec<Entry> {
        self.newest(usize::MAX, &|_| true).0
    }

    /// The first ones of [`Session::list`] that pass, at most so many, and how many pass.
    pub fn newest(self, most: usize, passes: &dyn Fn(&Entry) -> bool) -> (Vec<Entry>, usize) {
        let now = clock::now().saturating_add(HOUR);
        self.ask(|keeper| Some(keeper.newest(most, now, passes)))
            .unwrap_or_default()
    }

    /// The draft that was written last.
    pub fn newest_draft(self) -> Option<Entry> {
        let draft = |entry: &Entry| entry.kind == Some(Kind::Draft) && entry.state == State::Good;
        self.newest(1, &draft).0.pop()
    }

    /// Where somebody goes on who comes back: the draft written last, the next steps of the case that is open, and all of it. Nothing
    /// where nothing is kept on this device, where it cannot be read now, and after "Leave now" until somebody clicks.
    pub fn ways_back(self) -> Vec<(Route, String)> {
        // So many are read at once; where there are more, the draft comes once all are.
        const FEW: usize = 20;
        self.listed.track();
        if self.in_memory() || self.is_locked() || Mark::Left.is_set() {
            return Vec::new();
        }
        let mut ways = Vec::new();
        let whole = self.with_part(|keeper| {
            // Which records there are, by itself.
            keeper.read_on(0)?;
            keeper.read_on(FEW)?;
            Ok(keeper.is_whole())
        });
        if whole == Ok(true)
            && let Some(draft) = self.newest_draft()
        {
            ways.push((Route::Draft(draft.id), draft.title));
        }
        if self.case_id().is_some() {
            let name = self.words.t("home.go-on-plan").to_owned();
            ways.push((Route::plan(self.lens_now()), name));
        }
        if !ways.is_empty() {
            ways.push((Route::Notes, self.words.t("home.go-on-notes").to_owned()));
        }
        ways
    }

    /// Whether anything is kept.
    pub fn has_records(self) -> bool {
        let any = |keeper: &Keeper| keeper.all().next().map(drop);
        self.ask_part(any).is_some() || self.ask(any).is_some()
    }

    /// Whether what this record holds on screen could not be kept.
    pub fn is_unkept(self, id: &str) -> bool {
        self.blocked.get_value()
            || self
                .ask_part(|keeper| Some(keeper.is_unkept(id)))
                .unwrap_or_default()
    }

    /// Whether this record was set aside where it lies.
    pub fn is_aside(self, id: &str) -> bool {
        let state = self.ask(|keeper| keeper.entry(id).map(|entry| entry.state));
        state.is_some_and(|state| state != State::Good)
    }

    /// Gives a record another name.
    pub fn rename(self, id: &str, title: &str) {
        self.reread(id);
        let Some(record) = self.record(id) else {
            self.tell(Err(StorageError::ReadOnly));
            return;
        };
        let draft = (record.kind == Kind::Draft)
            .then(|| json::read::<Draft>(&record.body).ok())
            .flatten();
        let body = match draft {
            // A draft carries its name inside as well.
            Some(mut draft) => {
                title.clone_into(&mut draft.title);
                written(&draft)
            }
            None => record.body,
        };
        self.keep(id, record.kind, title, &body);
    }

    /// Keeps a second record like this one.
    pub fn duplicate(self, id: &str) {
        let Some(record) = self.record(id) else {
            self.tell(Err(StorageError::ReadOnly));
            return;
        };
        let title = self.copy_title(&self.title(id));
        let body = match json::read::<Draft>(&record.body) {
            Ok(mut draft) if record.kind == Kind::Draft && !draft.title.is_empty() => {
                title.clone_into(&mut draft.title);
                written(&draft)
            }
            _ => record.body,
        };
        self.keep(&clock::fresh_id(), record.kind, &title, &body);
    }

    /// Deletes the record that is shown under this name; [`Session::undo`] brings it back.
    pub fn delete(self, id: &str, called: &str) {
        let title = called.to_owned();
        if !self.writes() {
            return;
        }
        let done = self.change(|keeper| keeper.delete(id)).map(|record| {
            if self.case_id.get_untracked().as_deref() == Some(id) {
                self.new_case();
            }
            self.forget_latest(id);
            self.deleted.set(Some(Undo { title, record }));
        });
        self.listed.update(|count| *count += 1);
        self.tell(done);
    }

    /// Brings back what was deleted last.
    pub fn undo(self) {
        let Some(undo) = self.deleted.get_untracked().filter(|_| self.writes()) else {
            return;
        };
        let done = self.change(|keeper| keeper.undelete(&undo.record));
        if done.is_ok() {
            self.deleted.set(None);
        }
        self.listed.update(|count| *count += 1);
        self.tell(done);
    }

    /// Hands over the stored text of a record, whatever its state.
    ///
    /// # Errors
    /// The id of the sentence that says why not.
    pub fn take_out(self, id: &str) -> Result<(), &'static str> {
        let text = self
            .ask(|keeper| keeper.raw(id))
            .ok_or(StorageError::Blocked.id())?;
        download::save("waymark-record.txt", "text/plain;charset=utf-8", text.as_bytes()).map_err(Refused::id)
    }

    /// Hands over everything that was typed, kept or not, as one file.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn download_everything(self) -> Result<(), Refused> {
        if let Rest::There(later) = self.rest.get_untracked() {
            return (later.download)(self);
        }
        // Without the code and the words that make it readable: as it is kept.
        let mut text = String::new();
        for record in self.list().iter().filter_map(|entry| self.record(&entry.id)) {
            text += &record.body;
            text.push('\n');
        }
        hand_over(&text)
    }

    /// The same, readable.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn download_readable(self) -> Result<(), Refused> {
        self.keep_now();
        let read = |entry: Entry| {
            let record = self.record(&entry.id)?;
            let held = match record.kind {
                Kind::Case => Held::Case(json::read(&record.body).ok()?),
                Kind::Draft => Held::Draft(json::read(&record.body).ok()?),
                Kind::Progress => Held::Practice(self.practice_in_words()),
                Kind::Sealed | Kind::Lock => return None,
            };
            Some((entry.title, held))
        };
        let good = self.list().into_iter().filter(|entry| entry.state == State::Good);
        let records: Vec<(String, Held)> = good.filter_map(read).collect();
        hand_over(&everything::write(self.words, &records))
    }
}

fn hand_over(text: &str) -> Result<(), Refused> {
    download::save(everything::FILE_NAME, "text/plain;charset=utf-8", text.as_bytes())
}
