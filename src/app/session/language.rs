//! Going to another language: nothing of what is kept changes; what is in memory only is handed to a new tab.

use std::rc::Rc;

use leptos::prelude::*;

use super::{Session, written};
use crate::app::languages;
use crate::browser::{handing, local, page};
use crate::domain::json;
use crate::storage::{Memory, Storage, StorageError};

impl Session {
    /// Where the screen shown before stands in another language.
    pub fn in_language(self, tag: &str) -> String {
        let screen = self.before.with_value(crate::document::route::Route::href);
        format!("{}{screen}", languages::file(self.words, tag))
    }

    /// Goes there. `done` hears whether a new tab has what was in memory only; where everything is kept on the device none is needed.
    pub fn go_to_language(self, tag: &'static str, done: impl Fn(bool) + 'static) {
        self.keep_now();
        let href = self.in_language(tag);
        if !self.in_memory() {
            local::remember_language(tag);
            page::load(&href);
            return;
        }
        // A key, then its text, and so on.
        let records = move || {
            let all: Vec<String> = self
                .in_hand()
                .unwrap_or_default()
                .into_iter()
                .flat_map(|(key, text)| [key, text])
                .collect();
            written(&all)
        };
        handing::to_new_tab(&href, records, move |well| {
            if well {
                self.empty_memory();
            }
            done(well);
        });
    }

    /// What is in memory: keys and texts.
    fn in_hand(self) -> Result<Vec<(String, String)>, StorageError> {
        self.with_keeper(|keeper| keeper.everything())
    }

    /// Nothing of it stays in this tab.
    fn empty_memory(self) {
        let _ = self.with_keeper(crate::storage::keeper::Keeper::forget);
        self.new_case();
        self.listed.update(|count| *count += 1);
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
