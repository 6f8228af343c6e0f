//! Going to another language: nothing of what is kept changes; what is in memory only is handed to a new tab.

use std::rc::Rc;

use leptos::prelude::*;

use super::{Session, Turn, written};
use crate::app::languages;
use crate::browser::{handing, local, page};
use crate::document::Route;
use crate::domain::json;
use crate::storage::{Keeper, Memory, Storage, StorageError};

/// What came of going to another language, where this page is still there to say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Going {
    /// A new tab has what was in memory only, and goes on with it.
    Moved,
    /// No new tab was opened, or it did not take it: it is still here.
    NoTab,
    /// Something could not be saved: another page would not find it.
    Unsaved,
}

impl Session {
    /// Where the screen shown before stands in another language. A letter that was begun, and in which nothing stands yet, is begun there.
    pub fn in_language(self, tag: &str) -> String {
        let begun = |route: &Route| match route {
            Route::Draft(id) => self
                .begun(id)
                .map(|draft| Route::Begin(draft.kind.key().to_owned())),
            _ => None,
        };
        let screen = self
            .before
            .with_value(|route| begun(route).as_ref().unwrap_or(route).href());
        format!("{}{screen}", languages::file(self.words, tag))
    }

    /// Goes there. `done` hears what came of it, where this page is not left at once.
    pub fn go_to_language(self, tag: &'static str, done: impl Fn(Going) + 'static) {
        self.keep_now();
        let href = self.in_language(tag);
        if self.in_memory() {
            self.hand_over(&href, done);
        } else if self.has_unkept() {
            done(Going::Unsaved);
        } else {
            local::remember_language(tag);
            page::go_instead(&href);
        }
    }

    /// What is in memory goes to a new tab. While that is on its way nothing is written here, so that there is one newest text.
    fn hand_over(self, href: &str, done: impl Fn(Going) + 'static) {
        if handing::is_under_way() {
            return;
        }
        let records = move || {
            let all = self.with_keeper(|keeper| keeper.everything()).ok()?;
            self.turn.set(Turn::Theirs);
            // A key, then its text, and so on.
            let flat: Vec<String> = all.into_iter().flat_map(|(key, text)| [key, text]).collect();
            Some(written(&flat))
        };
        handing::to_new_tab(href, records, move |well| {
            self.turn.set(Turn::Ours);
            if well && self.empty_memory().is_ok() {
                done(Going::Moved);
            } else {
                done(Going::NoTab);
            }
        });
    }

    /// Nothing of it stays in this tab.
    fn empty_memory(self) -> Result<(), StorageError> {
        let done = self.with_keeper(Keeper::forget);
        self.new_case();
        self.listed.update(|count| *count += 1);
        done
    }
}

/// The memory of a tab to which another one handed its own; `None` for what is no such thing.
pub fn handed(text: &str) -> Option<Rc<Memory>> {
    let records: Vec<String> = json::read(text).ok()?;
    let memory = Memory::default();
    for pair in records.chunks(2) {
        let [key, text] = pair else { return None };
        memory.write(key, text).ok()?;
    }
    Some(Rc::new(memory))
}
