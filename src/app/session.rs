//! The session: what is open now, and the only writer of everything kept.
//!
//! Pages read through it and change through it; every change is kept before the call returns, and the status line says
//! what came of it.

use std::rc::Rc;

use leptos::prelude::*;

use crate::browser::{clock, download, local};
use crate::document::Route;
use crate::domain::case::Case;
use crate::domain::letters::Draft;
use crate::domain::review::{Hint, Rules, rules};
use crate::domain::situation::Facets;
use crate::domain::{Answer, Answers, Words};
use crate::storage::shelf::{forget, id_of};
use crate::storage::{Deleted, Entry, Kind, Memory, PREFIX, Record, Saved, Shelf, StorageError};

/// What the status line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing was changed yet; what is kept stays on this device.
    OnDevice,
    /// Written to this browser's database at this time.
    Saved(u64),
    /// Kept in memory only, by choice.
    Memory,
    /// Another tab had changed it; both are kept.
    CopyKept(u64),
    /// Not kept; on screen only.
    Failed(StorageError),
}

/// Handed to every page.
#[derive(Clone, Copy)]
pub struct Session {
    /// The words of the language chosen.
    pub words: &'static Words,
    /// The screen shown.
    pub route: RwSignal<Route>,
    /// What the status line says.
    pub status: RwSignal<Status>,
    /// Whether everything is in memory only ("this is a shared computer").
    pub shared: RwSignal<bool>,
    /// Rises with each change of the list of what is kept.
    pub listed: RwSignal<u32>,
    /// What can be brought back.
    pub deleted: RwSignal<Option<Undo>>,
    shelf: StoredValue<Option<Shelf>, LocalStorage>,
    case_id: RwSignal<Option<String>>,
    case: RwSignal<Case>,
    /// What is open on screen but could not be kept: id and body, so that nothing typed is lost.
    unkept: StoredValue<Option<(String, Draft)>>,
    rules: StoredValue<Option<Rules>>,
}

/// A record that was deleted, and its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo {
    /// Its name, for the sentence that offers to bring it back.
    pub title: String,
    record: Deleted,
}

impl Session {
    /// Opens what is kept in this browser; where that is blocked, memory, and the status says so.
    pub fn open(words: &'static Words, route: Route) -> Self {
        let (shelf, status) = match Shelf::open(Rc::new(local::Local)) {
            Ok(shelf) => (Some(shelf), Status::OnDevice),
            Err(error) => (
                Shelf::open(Rc::new(Memory::default())).ok(),
                Status::Failed(error),
            ),
        };
        let session = Self {
            words,
            route: RwSignal::new(route),
            status: RwSignal::new(status),
            shared: RwSignal::new(false),
            listed: RwSignal::new(0),
            deleted: RwSignal::new(None),
            shelf: StoredValue::new_local(shelf),
            case_id: RwSignal::new(None),
            case: RwSignal::new(Case::default()),
            unkept: StoredValue::new(None),
            rules: StoredValue::new(None),
        };
        let latest = session
            .list()
            .into_iter()
            .find(|entry| entry.kind == Some(Kind::Case));
        if let Some(entry) = latest {
            session.open_case(&entry.id);
        }
        local::on_other_tab(move |key| session.changed_elsewhere(key.as_deref()));
        session
    }

    // ---- answers -------------------------------------------------------------------------------------------------

    /// All answers of the case that is open, without following them.
    pub fn answers_now(self) -> Answers {
        self.case.with_untracked(|case| case.answers.clone())
    }

    /// The facets of the case that is open, without following them.
    pub fn facets_now(self) -> Facets {
        self.case
            .with_untracked(|case| Facets::from_answers(&case.answers))
    }

    /// Keeps an answer; the first one begins a case.
    pub fn answer(self, question: &str, answer: Answer) {
        self.case.update(|case| case.answers.set(question, answer));
        self.keep_case();
    }

    fn keep_case(self) {
        let body = self
            .case
            .with_untracked(|case| serde_json::to_string(case).unwrap_or_default());
        let Some(id) = self.case_id.get_untracked() else {
            let id = clock::fresh_id();
            let title = self.fresh_title("notes.case-title", Kind::Case);
            let made = self.with_shelf(|shelf| shelf.create(&id, Kind::Case, &title, &body, clock::now()));
            if self.told(made) {
                self.case_id.set(Some(id));
            }
            return;
        };
        let title = self.title(&id);
        let saved = self.with_shelf(|shelf| shelf.save(&id, &title, &body, clock::now(), clock::fresh_id));
        if let Some(copy) = self.saved(saved) {
            self.case_id.set(Some(copy));
        }
    }

    /// Opens a kept case. Its answers are those that every page then works with.
    pub fn open_case(self, id: &str) {
        let case = self
            .record(id)
            .filter(|record| record.kind == Kind::Case)
            .and_then(|record| serde_json::from_str(&record.body).ok());
        if let Some(case) = case {
            self.case.set(case);
            self.case_id.set(Some(id.to_owned()));
        }
    }

    /// Begins another case; the one so far stays kept.
    pub fn new_case(self) {
        self.case.set(Case::default());
        self.case_id.set(None);
    }

    /// The id of the case that is open, if it is kept.
    pub fn case_id(self) -> Option<String> {
        self.case_id.get_untracked()
    }

    // ---- drafts --------------------------------------------------------------------------------------------------

    /// Keeps a new draft and gives its id. Where it cannot be kept it stays open on screen, and the status says so.
    pub fn create_draft(self, draft: Draft) -> String {
        let id = clock::fresh_id();
        let title = self.draft_title(&draft);
        let body = serde_json::to_string(&draft).unwrap_or_default();
        let made = self.with_shelf(|shelf| shelf.create(&id, Kind::Draft, &title, &body, clock::now()));
        if !self.told(made) {
            self.unkept.set_value(Some((id.clone(), draft)));
        }
        id
    }

    /// A kept draft, or the one on screen that could not be kept.
    pub fn draft(self, id: &str) -> Option<Draft> {
        let unkept = self.unkept.with_value(|unkept| {
            unkept
                .as_ref()
                .filter(|(own, _)| own == id)
                .map(|(_, draft)| draft.clone())
        });
        unkept.or_else(|| {
            let record = self.record(id).filter(|record| record.kind == Kind::Draft)?;
            serde_json::from_str(&record.body).ok()
        })
    }

    /// Keeps a changed draft. When another tab changed it too, both are kept and this one goes on under the id given back.
    pub fn keep_draft(self, id: &str, draft: &Draft) -> Option<String> {
        let body = serde_json::to_string(draft).unwrap_or_default();
        let title = if draft.title.trim().is_empty() {
            self.title(id)
        } else {
            draft.title.trim().to_owned()
        };
        let saved = self.with_shelf(|shelf| {
            if shelf.entry(id).is_none() {
                let title = if title.is_empty() {
                    self.draft_title(draft)
                } else {
                    title.clone()
                };
                return shelf
                    .create(id, Kind::Draft, &title, &body, clock::now())
                    .map(|()| Saved::Here);
            }
            shelf.save(id, &title, &body, clock::now(), clock::fresh_id)
        });
        let kept = saved.is_ok();
        self.unkept
            .set_value((!kept).then(|| (id.to_owned(), draft.clone())));
        self.saved(saved)
    }

    /// What is worth a second look in a draft. The rules are made ready the first time somebody writes.
    pub fn review(self, draft: &Draft) -> Vec<Hint> {
        if self.rules.with_value(Option::is_none) {
            self.rules.set_value(Some(rules(self.words)));
        }
        self.rules
            .with_value(|rules| rules.as_ref().map(|rules| rules.draft(draft)).unwrap_or_default())
    }

    fn draft_title(self, draft: &Draft) -> String {
        let name = crate::domain::letters::kind_words(self.words, draft.kind).name;
        let day = clock::day_and_time(self.words.locale(), clock::now());
        self.words
            .fill("notes.draft-title", &[("kind", name), ("day", &day)])
    }

    // ---- the list of what is kept ----------------------------------------------------------------------------------

    /// Every record, the last written first.
    pub fn list(self) -> Vec<Entry> {
        self.shelf.with_value(|shelf| {
            shelf
                .as_ref()
                .map(|shelf| shelf.list().into_iter().cloned().collect())
                .unwrap_or_default()
        })
    }

    /// Gives a record another name.
    pub fn rename(self, id: &str, title: &str) {
        let done = self.with_shelf(|shelf| {
            shelf.rename(id, title, clock::now())?;
            // A draft carries its name inside as well.
            let Some(Ok(mut draft)) = shelf
                .record(id)
                .filter(|record| record.kind == Kind::Draft)
                .map(|record| serde_json::from_str::<Draft>(&record.body))
            else {
                return Ok(());
            };
            title.clone_into(&mut draft.title);
            let body = serde_json::to_string(&draft).unwrap_or_default();
            shelf
                .save(id, title, &body, clock::now(), clock::fresh_id)
                .map(|_| ())
        });
        self.told(done);
    }

    /// Keeps a second record like this one.
    pub fn duplicate(self, id: &str) {
        let title = self.words.fill("notes.copy-title", &[("title", &self.title(id))]);
        let done = self.with_shelf(|shelf| shelf.duplicate(id, &clock::fresh_id(), &title, clock::now()));
        self.told(done);
    }

    /// Deletes a record; [`Session::undo`] brings it back.
    pub fn delete(self, id: &str) {
        let title = self.title(id);
        match self.with_shelf(|shelf| shelf.delete(id)) {
            Ok(record) => {
                if self.case_id.get_untracked().as_deref() == Some(id) {
                    self.new_case();
                }
                self.deleted.set(Some(Undo { title, record }));
                self.listed.update(|count| *count += 1);
            }
            Err(error) => self.status.set(Status::Failed(error)),
        }
    }

    /// Brings back what was deleted last.
    pub fn undo(self) {
        let Some(undo) = self.deleted.get_untracked() else {
            return;
        };
        let done = self.with_shelf(|shelf| shelf.undelete(&undo.record));
        if self.told(done) {
            self.deleted.set(None);
        }
    }

    /// Hands over the stored text of a record, whatever its state.
    ///
    /// # Errors
    /// The id of a sentence that says why it could not be handed over.
    pub fn take_out(self, id: &str) -> Result<(), &'static str> {
        let raw = self
            .shelf
            .with_value(|shelf| shelf.as_ref().and_then(|shelf| shelf.raw(id)));
        let text = raw.ok_or(StorageError::Blocked.id())?;
        download::save("waymark-record.txt", "text/plain;charset=utf-8", text.as_bytes())
            .map_err(super::super::browser::Refused::id)
    }

    /// Hands over what is on screen and could not be kept: the answers and the draft, readable, as one file.
    pub fn download_screen(self) {
        let mut lines = vec![
            self.case
                .with_untracked(|case| serde_json::to_string_pretty(case).unwrap_or_default()),
        ];
        self.unkept.with_value(|unkept| {
            if let Some((_, draft)) = unkept {
                lines.push(serde_json::to_string_pretty(draft).unwrap_or_default());
            }
        });
        let text = lines.join("\n\n");
        // The status line goes on saying that nothing was kept; the browser shows the file it took.
        let _ = download::save("waymark-notes.txt", "text/plain;charset=utf-8", text.as_bytes());
    }

    /// Everything into memory, nothing left on this device; or back again.
    pub fn share_computer(self, shared: bool) {
        let done = self.with_shelf(|shelf| {
            if shared {
                shelf.move_to(Rc::new(Memory::default()))?;
                forget(&local::Local)
            } else {
                shelf.move_to(Rc::new(local::Local))
            }
        });
        match done {
            Err(error) if !(shared && error == StorageError::Blocked) => {
                self.status.set(Status::Failed(error));
            }
            _ => {
                self.shared.set(shared);
                self.status.set(if shared {
                    Status::Memory
                } else {
                    Status::Saved(clock::now())
                });
            }
        }
        self.listed.update(|count| *count += 1);
    }

    /// Forgets everything: here, in memory, and every key of ours in this browser.
    ///
    /// # Errors
    /// [`StorageError`] when the browser did not let go of everything.
    pub fn forget_everything(self) -> Result<(), StorageError> {
        let done = self.with_shelf(Shelf::forget);
        let local = forget(&local::Local);
        self.new_case();
        self.deleted.set(None);
        self.unkept.set_value(None);
        self.listed.update(|count| *count += 1);
        let done = if self.shared.get_untracked() {
            done
        } else {
            done.and(local)
        };
        match done {
            Ok(()) => self.status.set(if self.shared.get_untracked() {
                Status::Memory
            } else {
                Status::OnDevice
            }),
            Err(error) => self.status.set(Status::Failed(error)),
        }
        done
    }

    // ---- inside ----------------------------------------------------------------------------------------------------

    fn with_shelf<T>(
        self,
        run: impl FnOnce(&mut Shelf) -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        self.shelf
            .try_update_value(|shelf| shelf.as_mut().map_or(Err(StorageError::Blocked), run))
            .unwrap_or(Err(StorageError::Blocked))
    }

    fn record(self, id: &str) -> Option<Record> {
        self.shelf
            .with_value(|shelf| shelf.as_ref().and_then(|shelf| shelf.record(id)))
    }

    /// The name of a record in the list.
    pub fn title(self, id: &str) -> String {
        self.shelf.with_value(|shelf| {
            shelf
                .as_ref()
                .and_then(|shelf| shelf.entry(id))
                .map(|entry| entry.title.clone())
                .unwrap_or_default()
        })
    }

    /// A name such as "Situation 2", counting those there are.
    fn fresh_title(self, id: &str, kind: Kind) -> String {
        let number = self
            .list()
            .iter()
            .filter(|entry| entry.kind == Some(kind))
            .count()
            + 1;
        self.words.fill(id, &[("number", &number.to_string())])
    }

    /// Tells the status line what came of a change; `true` when it was kept.
    fn told(self, done: Result<(), StorageError>) -> bool {
        self.listed.update(|count| *count += 1);
        self.saved(done.map(|()| Saved::Here));
        done.is_ok()
    }

    /// Tells the status line what came of saving; the id of the copy where another tab had written.
    fn saved(self, saved: Result<Saved, StorageError>) -> Option<String> {
        let now = clock::now();
        match saved {
            Ok(Saved::Here) => {
                self.status.set(if self.shared.get_untracked() {
                    Status::Memory
                } else {
                    Status::Saved(now)
                });
                None
            }
            Ok(Saved::Copy(id)) => {
                self.listed.update(|count| *count += 1);
                self.status.set(Status::CopyKept(now));
                Some(id)
            }
            Err(error) => {
                self.status.set(Status::Failed(error));
                None
            }
        }
    }

    /// Another tab wrote: the list follows; what is open here is settled when it is next saved.
    fn changed_elsewhere(self, key: Option<&str>) {
        if self.shared.get_untracked() {
            return;
        }
        let known = match key {
            Some(key) => id_of(key).map(str::to_owned),
            None => Some(PREFIX.to_owned()),
        };
        let Some(id) = known else { return };
        let open = self.case_id.get_untracked().as_deref() == Some(id.as_str());
        let unopened = self
            .shelf
            .with_value(|shelf| shelf.as_ref().is_some_and(|shelf| shelf.entry(&id).is_none()));
        if unopened && !open {
            // A record that is open here keeps the number it was read with, so that saving notices the other tab.
            let _ = self.with_shelf(|shelf| {
                shelf.reread(&id);
                Ok(())
            });
        }
        self.listed.update(|count| *count += 1);
    }
}
