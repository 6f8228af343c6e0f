//! What stands on screen and in no record yet: taken down when the page is locked, put back when it is open again. Comes with the
//! second module.

use std::cell::RefCell;

use leptos::prelude::*;

use super::{Session, written};
use crate::browser::fields::{put_back, taken_down};
use crate::browser::page;
use crate::document::Route;
use crate::domain::json;
use crate::domain::screen::{Held, Screen};

thread_local! {
    /// The screens to which nobody has come back yet.
    static SCREENS: RefCell<Vec<Screen>> = const { RefCell::new(Vec::new()) };
}

impl Session {
    /// What stands on the screen, and on those to which nobody has come back, as texts.
    pub(super) fn screens_taken_down(self) -> Vec<String> {
        let fields = taken_down().into_iter();
        let (begun, draft) = self.begun.get_value().unzip();
        let now = Screen {
            address: self.route.with_untracked(Route::href),
            case: self.case_id.get_untracked().unwrap_or_default(),
            begun: begun.unwrap_or_default(),
            draft: draft.as_ref().map(written).unwrap_or_default(),
            fields: fields.map(|(field, text)| Held { field, text }).collect(),
        };
        let mut all = SCREENS.take();
        all.retain(|screen| screen.address != now.address);
        all.push(now);
        all.iter().map(Screen::write).collect()
    }

    /// Brings back what was taken down; the fields as soon as their screen is shown.
    pub(super) fn bring_back_screens(self, texts: &[String]) {
        let screens: Vec<Screen> = texts.iter().filter_map(|text| Screen::read(text)).collect();
        if let Some(last) = screens.last() {
            if last.case.is_empty() {
                self.new_case();
            } else {
                self.open_case(&last.case);
            }
            if let Ok(draft) = json::read(&last.draft) {
                self.begun.set_value(Some((last.begun.clone(), draft)));
            }
        }
        SCREENS.set(screens);
        self.route.update(|_| ());
    }

    /// Puts back what stood on the screen that is shown now.
    pub(super) fn put_back_fields(self) {
        let here = self.route.with_untracked(Route::href);
        let found = SCREENS.with_borrow_mut(|screens| {
            let at = screens.iter().position(|screen| screen.address == here)?;
            Some(screens.remove(at))
        });
        let Some(screen) = found else { return };
        page::after_paint(move || {
            let held = screen.fields.into_iter().map(|held| (held.field, held.text));
            let homeless = put_back(&held.collect::<Vec<_>>());
            let lost: Vec<String> = homeless.into_iter().filter(|text| !self.keeps(text)).collect();
            if !lost.is_empty() {
                page::note_on_page(self.words.t("lock.homeless"), &lost);
            }
        });
    }

    /// Whether this text stands in a record.
    fn keeps(self, text: &str) -> bool {
        let inside = json::write(&text).unwrap_or_default();
        let inside = inside.trim_matches('"');
        self.list().iter().any(|entry| {
            entry.title == text
                || self
                    .record(&entry.id)
                    .is_some_and(|record| record.body.contains(inside))
        })
    }
}
