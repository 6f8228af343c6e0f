//! The session: what is open now, and the only writer of everything kept.
//!
//! Pages read through it and change through it; every change is kept before the call returns, and the status line says
//! what came of it. `session/backup.rs`: backups; `session/begun.rs`: drafts that are not kept yet; `session/logs.rs`: what stands in a case beside the answers; `session/notes.rs`: the list of what is kept; `session/place.rs`: where it is kept, forgetting it all,
//! and other tabs.

mod backup;
mod begun;
mod logs;
mod notes;
mod place;
mod practice;

use std::cell::Cell;
use std::ops::Deref;
use std::rc::Rc;

use leptos::prelude::*;

use super::later::Later;
use crate::browser::tab::Mark;
use crate::browser::{clock, local, page};
use crate::document::Route;
use crate::domain::case::Case;
use crate::domain::json;
use crate::domain::lens::Lens;
use crate::domain::letters::{Draft, Form};
use crate::domain::practice::Filter;
use crate::domain::review::{Hint, Rules, rules};
use crate::domain::situation::Facets;
use crate::domain::{Answer, Answers, Words};
use crate::storage::{Keeper, Kind, Memory, Page, Record, Removed, Saved, StorageError};

/// What the status line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing was changed yet; what is kept stays on this device.
    OnDevice,
    /// Written to this browser's database at this time.
    Saved(u64),
    /// A backup of everything was made at this time, and nothing was changed since.
    BackedUp(u64),
    /// Kept in memory only, by choice.
    Memory,
    /// Another tab had changed it; both are kept.
    CopyKept(u64),
    /// Everything was forgotten in another tab.
    Forgotten,
    /// Not kept; on screen only.
    Failed(StorageError),
}

/// How what comes after the first screen stands: the second pack of words and the second module of code.
#[derive(Clone, Copy)]
pub enum Rest {
    /// On its way.
    Coming,
    /// There.
    There(&'static Later),
    /// It did not arrive; what came before works.
    Lost,
}

/// Handed to every page. A reference, since every button and field of a page carries one.
#[derive(Clone, Copy)]
pub struct Session(&'static State);

/// What a session holds; it lasts as long as the program.
pub struct State {
    /// The words of the language chosen.
    pub words: &'static Words,
    /// Whether the words to read are there.
    pub rest: RwSignal<Rest>,
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
    /// Which practice cards are shown.
    pub filter: RwSignal<Filter>,
    keeper: StoredValue<Option<Keeper>, LocalStorage>,
    /// Whether the browser allows no storage, so that everything is in memory against the person's will.
    blocked: StoredValue<bool>,
    case_id: RwSignal<Option<String>>,
    case: RwSignal<Case>,
    /// The draft shown last: its id, and it as it is on screen.
    shown: StoredValue<Option<(String, Draft)>>,
    /// The draft begun last, while nothing was entered in it.
    begun: StoredValue<Option<(String, Draft)>>,
    /// Whether another tab has changed the case since it was read.
    case_behind: StoredValue<bool>,
    rules: StoredValue<Option<Rules>>,
}

/// What keeps the draft on screen.
type Keep = Box<dyn FnOnce()>;

thread_local! {
    /// The same, while it waits for the page to be drawn.
    static WAITING: Cell<Option<Keep>> = const { Cell::new(None) };
}

/// A record that was deleted, and its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo {
    /// Its name, for the sentence that offers to bring it back.
    pub title: String,
    record: Removed,
}

impl Deref for Session {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

impl Session {
    /// Opens what is kept in this browser; where that is blocked, memory, and the status says so.
    pub fn open(words: &'static Words, rest: RwSignal<Rest>, route: Route) -> Self {
        // Other files on this computer could read what a page from disk keeps.
        let shared = page::is_from_disk() || Mark::Shared.is_set();
        let memory = || Keeper::open(Rc::new(Memory::default())).ok();
        let (keeper, status) = if shared {
            (memory(), Status::Memory)
        } else {
            match Keeper::open(Rc::new(local::Local)) {
                Ok(keeper) => (Some(keeper), Status::OnDevice),
                Err(error) => (memory(), Status::Failed(error)),
            }
        };
        let session = Self(Box::leak(Box::new(State {
            words,
            rest,
            route: RwSignal::new(route),
            status: RwSignal::new(status),
            shared: RwSignal::new(shared),
            listed: RwSignal::new(0),
            deleted: RwSignal::new(None),
            filter: RwSignal::new(Filter::default()),
            keeper: StoredValue::new_local(keeper),
            blocked: StoredValue::new(matches!(status, Status::Failed(_))),
            case_id: RwSignal::new(None),
            case: RwSignal::new(Case::default()),
            shown: StoredValue::new(None),
            begun: StoredValue::new(None),
            case_behind: StoredValue::new(false),
            rules: StoredValue::new(None),
        })));
        let latest = session
            .list()
            .into_iter()
            .find(|entry| entry.kind == Some(Kind::Case));
        if let Some(entry) = latest {
            session.open_case(&entry.id);
        }
        // A page from disk would hear any other file.
        if !page::is_from_disk() {
            local::on_other_tab(move |what| session.changed_elsewhere(what));
        }
        page::on_leaving(move || session.keep_now());
        session
    }

    // ---- answers -------------------------------------------------------------------------------------------------

    /// All answers of the case that is open, without following them.
    pub fn answers_now(self) -> Answers {
        self.case.with_untracked(|case| case.answers.clone())
    }

    /// The facets of the case that is open, by its answers and its ledger, without following them.
    pub fn facets_now(self) -> Facets {
        self.case.with_untracked(Case::facets)
    }

    /// From which side the person looks at the case that is open.
    pub fn lens_now(self) -> Lens {
        self.case.with_untracked(|case| case.lens)
    }

    /// Keeps an answer; the first one begins a case. Who answers from one side looks at the case from there.
    pub fn answer(self, question: &str, answer: Answer) {
        let side = self.route.with_untracked(Route::side);
        self.case.update(|case| {
            case.lens = side.unwrap_or(case.lens);
            case.answers.set(question, answer);
        });
        self.keep_case();
    }

    fn keep_case(self) {
        let body = self.case.with_untracked(written);
        let (id, title) = match self.case_id.get_untracked() {
            Some(id) => {
                let title = self.title(&id);
                (id, title)
            }
            None => (clock::fresh_id(), String::new()),
        };
        let title = if title.is_empty() {
            self.fresh_title("notes.case-title", Kind::Case)
        } else {
            title
        };
        let copy = self.keep(&id, Kind::Case, &title, &body);
        self.case_id.set(Some(copy.unwrap_or(id)));
    }

    /// Opens a kept case. Its answers are those that every page then works with.
    pub fn open_case(self, id: &str) {
        self.reread(id);
        let case = self
            .record(id)
            .filter(|record| record.kind == Kind::Case)
            .and_then(|record| json::read(&record.body).ok());
        if let Some(case) = case {
            self.case.set(case);
            self.case_id.set(Some(id.to_owned()));
            self.case_behind.set_value(false);
        }
    }

    /// Begins another case; the one so far stays kept.
    pub fn new_case(self) {
        self.case.set(Case::default());
        self.case_id.set(None);
        self.case_behind.set_value(false);
    }

    /// The screen shown, without following it.
    pub fn route_now(self) -> Route {
        self.route.get_untracked()
    }

    /// The id of the case that is open, if it is kept.
    pub fn case_id(self) -> Option<String> {
        self.case_id.get_untracked()
    }

    // ---- drafts --------------------------------------------------------------------------------------------------

    /// Keeps a new draft and gives its id. Where it cannot be kept it stays in memory, and the status says so.
    pub fn create_draft(self, draft: &Draft) -> String {
        let id = clock::fresh_id();
        let copy = self.keep(&id, Kind::Draft, &self.draft_title(draft), &written(draft));
        copy.unwrap_or(id)
    }

    /// A draft as it was last on screen, kept or not.
    pub fn draft(self, id: &str) -> Option<Draft> {
        if let Some(begun) = self.begun(id) {
            return Some(begun);
        }
        self.reread(id);
        let record = self.record(id).filter(|record| record.kind == Kind::Draft)?;
        let draft: Draft = json::read(&record.body).ok()?;
        self.shown.set_value(Some((id.to_owned(), draft.clone())));
        Some(draft)
    }

    /// Keeps the draft on screen once the page has been drawn: a key in a long letter is seen before its 50 kB are written. It
    /// never waits for more than that, nor beyond this screen: see [`Session::keep_now`].
    pub fn keep_once_seen(self, keep: Keep) {
        let waits = WAITING.replace(Some(keep)).is_some();
        if !waits {
            page::once_seen(move || self.keep_now());
        }
    }

    /// Keeps what waits to be kept. Called before the page ends, before another screen comes, and before anything else that
    /// reads or moves what is kept.
    pub fn keep_now(self) {
        if let Some(keep) = WAITING.take() {
            keep();
        }
    }

    /// Keeps a changed draft. When another tab changed it too, both are kept and this one goes on under the id given back.
    pub fn keep_draft(self, id: &str, draft: &Draft) -> Option<String> {
        self.begun_no_more(id);
        let own = draft.title.trim();
        let title = if own.is_empty() {
            self.title(id)
        } else {
            own.to_owned()
        };
        let title = if title.is_empty() {
            self.draft_title(draft)
        } else {
            title
        };
        let copy = self.keep(id, Kind::Draft, &title, &written(draft));
        let id = copy.clone().unwrap_or_else(|| id.to_owned());
        self.shown.set_value(Some((id, draft.clone())));
        copy
    }

    /// Keeps the draft on screen as it is there, where it was not kept yet.
    pub fn keep_shown(self, id: &str) {
        if let Some((_, draft)) = self.shown.get_value() {
            self.keep_draft(id, &draft);
        }
    }

    /// What is worth a second look in a draft. The rules are made ready the first time somebody writes.
    pub fn review(self, form: Form, draft: &Draft) -> Vec<Hint> {
        if self.rules.with_value(Option::is_none) {
            self.rules.set_value(Some(rules(self.words)));
        }
        self.rules.with_value(|rules| {
            rules
                .as_ref()
                .map(|rules| rules.draft(form, draft))
                .unwrap_or_default()
        })
    }

    /// The name of a draft that was given none.
    pub fn draft_title(self, draft: &Draft) -> String {
        let name = crate::domain::letters::kind_words(self.words, draft.kind).name;
        let day = clock::day_and_time(self.words.locale(), clock::now());
        self.words
            .fill("notes.draft-title", &[("kind", name), ("day", &day)])
    }

    // ---- inside ----------------------------------------------------------------------------------------------------

    fn with_keeper<T>(
        self,
        run: impl FnOnce(&mut Keeper) -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        self.keeper
            .try_update_value(|keeper| keeper.as_mut().map_or(Err(StorageError::Blocked), run))
            .unwrap_or(Err(StorageError::Blocked))
    }

    /// Reads without changing; nothing where there is no keeper.
    fn ask<T>(self, read: impl FnOnce(&Keeper) -> Option<T>) -> Option<T> {
        self.keeper.with_value(|keeper| keeper.as_ref().and_then(read))
    }

    fn record(self, id: &str) -> Option<Record> {
        self.ask(|keeper| keeper.record(id))
    }

    /// Before something is opened: the number by which another tab's writing is noticed is that of what is shown.
    fn reread(self, id: &str) {
        let _ = self.with_keeper(|keeper| {
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
    fn fresh_title(self, id: &str, kind: Kind) -> String {
        let taken: Vec<String> = self
            .list()
            .into_iter()
            .filter(|entry| entry.kind == Some(kind))
            .map(|entry| entry.title)
            .collect();
        let mut number = taken.len() + 1;
        loop {
            let title = self.words.fill(id, &[("number", &number.to_string())]);
            if !taken.contains(&title) {
                return title;
            }
            number += 1;
        }
    }

    /// Keeps a record, new or changed, and tells the status line. Gives the id of the copy when another tab had written.
    fn keep(self, id: &str, kind: Kind, title: &str, body: &str) -> Option<String> {
        let known = self.title(id) == title;
        let saved = self.keep_under(id, kind, title, body);
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
        self.listed.update(|count| *count += 1);
        self.status.set(Status::CopyKept(clock::now()));
        Some(copy)
    }

    fn keep_under(self, id: &str, kind: Kind, title: &str, body: &str) -> Result<Saved, StorageError> {
        let now = clock::now();
        let page = Page {
            id,
            kind,
            title,
            body,
            now,
        };
        self.with_keeper(|keeper| keeper.keep(page, clock::fresh_id))
    }

    fn copy_title(self, title: &str) -> String {
        self.words.fill("notes.copy-title", &[("title", title)])
    }

    /// Tells the status line what came of a change. What could not be kept before is tried again first.
    fn tell(self, done: Result<(), StorageError>) {
        let done = done.and_then(|()| {
            let moved = self.with_keeper(|keeper| {
                if keeper.has_unkept() {
                    keeper.catch_up(clock::fresh_id)
                } else {
                    Ok(Vec::new())
                }
            })?;
            self.renamed(&moved);
            Ok(())
        });
        self.status.set(match done {
            Err(error) => Status::Failed(error),
            Ok(()) if self.shared.get_untracked() => Status::Memory,
            Ok(()) if self.blocked.get_value() => Status::Failed(StorageError::Blocked),
            // It is said for as long as the page is open, not for one keystroke.
            Ok(()) if matches!(self.status.get_untracked(), Status::CopyKept(_)) => {
                Status::CopyKept(clock::now())
            }
            Ok(()) => Status::Saved(clock::now()),
        });
    }

    /// Records that are kept under another id now: what is open goes on there.
    fn renamed(self, moved: &[(String, String)]) {
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

fn written(value: &impl serde::Serialize) -> String {
    json::write(value).unwrap_or_default()
}
