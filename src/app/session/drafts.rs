//! Drafts: keeping them as they are typed, and the second look.

use std::cell::Cell;

use leptos::prelude::*;

use super::{Session, written};
use crate::app::languages;
use crate::browser::{clock, page};
use crate::domain::Words;
use crate::domain::json;
use crate::domain::letters::{Draft, Form};
use crate::domain::review::{Hint, Rules, rules};
use crate::storage::Kind;

/// What keeps the draft on screen.
type Keep = Box<dyn FnOnce()>;

thread_local! {
    /// The same, while it waits for the page to be drawn.
    static WAITING: Cell<Option<Keep>> = const { Cell::new(None) };
}

impl Session {
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
            self.saving_once_seen();
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
        let words = self.letter_words(draft);
        let ready = |made: &Option<(&str, Rules)>| made.as_ref().is_some_and(|(of, _)| *of == words.locale());
        if !self.rules.with_value(ready) {
            self.rules.set_value(Some((words.locale(), rules(words))));
        }
        self.rules.with_value(|rules| {
            rules
                .as_ref()
                .map(|(_, rules)| rules.draft(form, draft))
                .unwrap_or_default()
        })
    }

    /// The words of a letter, in its own language; those of the page, where they did not arrive.
    pub fn letter_words(self, draft: &Draft) -> &'static Words {
        languages::letters(self.words, draft.language()).unwrap_or(self.words)
    }

    /// The name of a draft that was given none.
    pub fn draft_title(self, draft: &Draft) -> String {
        let name = crate::domain::letters::kind_words(self.words, draft.kind).name;
        let day = clock::moment(clock::now()).written(self.words);
        self.words
            .fill("notes.draft-title", &[("kind", name), ("day", &day)])
    }

    /// Whether a draft waits to be kept.
    pub(super) fn draft_waits() -> bool {
        let keep = WAITING.take();
        let waits = keep.is_some();
        WAITING.set(keep);
        waits
    }

    /// Forgets what waits to be kept.
    pub(super) fn drop_waiting() {
        drop(WAITING.take());
    }
}
