//! The case that is open: its answers, and which case it is.

use leptos::prelude::*;

use super::{Lock, Session, written};
use crate::browser::{clock, local};
use crate::document::Route;
use crate::domain::case::Case;
use crate::domain::json;
use crate::domain::lens::Lens;
use crate::domain::situation::Facets;
use crate::domain::{Answer, Answers};
use crate::storage::{Kind, LATEST, Storage};

impl Session {
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

    pub(super) fn keep_case(self) {
        if !self.writes() {
            return;
        }
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
        self.chosen.set_value(true);
        let copy = self.keep(&id, Kind::Case, &title, &body);
        self.case_id.set(Some(copy.unwrap_or(id)));
    }

    /// Opens a kept case that somebody chose. Its answers are those that every page then works with.
    pub fn open_case(self, id: &str) {
        self.chosen.set_value(true);
        self.show_case(id);
    }

    /// The same, chosen by nobody.
    pub(super) fn show_case(self, id: &str) {
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

    /// Opens the case that was written last, if there is one and nobody chose what is open. Says whether it is another one.
    pub(super) fn open_latest(self) -> bool {
        if self.chosen.get_value() {
            return false;
        }
        let latest = self.latest_case();
        let other = latest.is_some() && latest != self.case_id.get_untracked();
        if let Some(id) = latest {
            self.show_case(&id);
            self.remember_latest(&id);
        }
        other
    }

    /// The case that was written last.
    pub(super) fn latest_case(self) -> Option<String> {
        let (mut latest, _) = self.newest(1, &|entry| entry.kind == Some(Kind::Case));
        latest.pop().map(|entry| entry.id)
    }

    /// This case is there no more.
    pub(super) fn forget_latest(self, id: &str) {
        if self.keeps_on_device() && remembers(id) {
            let _ = local::Local.remove(LATEST);
        }
    }

    /// Remembers it anew, where something else than keeping a case may have changed which it is.
    pub(super) fn remember_newest(self) {
        if let Some(id) = self.latest_case() {
            self.remember_latest(&id);
        }
    }

    /// Remembers which case was written last, so that the next start finds it without looking at every record.
    pub(super) fn remember_latest(self, id: &str) {
        let plain = self.writes() && self.keeps_on_device() && self.lock.get_untracked() == Lock::Off;
        if plain && !remembers(id) {
            // Refused, it says nothing or another one: then the next start looks at every record.
            let _ = local::Local.write(LATEST, id);
        }
    }

    /// Begins another case; the one so far stays kept.
    pub fn new_case(self) {
        self.close_case();
        self.chosen.set_value(true);
    }

    /// From here on no case is open, and nobody chose that.
    pub(super) fn close_case(self) {
        self.chosen.set_value(false);
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
}

/// Whether the device remembers this case as the one written last.
fn remembers(id: &str) -> bool {
    let there = local::Local.read(LATEST);
    there.is_ok_and(|there| there.is_some_and(|there| there == id))
}
