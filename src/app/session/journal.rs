//! The second store: the journal is read once this tab writes, and takes every change from then on.

use leptos::prelude::*;

use super::{Ask, Lock, Session, Turn};
use crate::browser::{journal, page};
use crate::document::Route;
use crate::storage::{Pump, Row, Safety, Step};

impl Session {
    pub(super) fn with_pump<T>(self, run: impl FnOnce(&mut Pump) -> T) -> T {
        self.pump.with_value(|pump| run(&mut pump.borrow_mut()))
    }

    pub(super) fn safety(self) -> Safety {
        if self.sealing.get_value() {
            return Safety::Saving;
        }
        self.with_pump(|pump| pump.safety())
    }

    /// Whether it is for this tab to read and write the journal.
    pub(super) fn has_turn(self) -> bool {
        matches!(self.turn.get_untracked(), Turn::Ours | Turn::Coming)
    }

    /// Begins anew with the journal: it is read again before anything is written.
    pub(super) fn begin_journal(self) {
        match self.stores.get_value() {
            Some(stores) => stores.begin(),
            None => self.with_pump(Pump::begin),
        }
    }

    /// Does the next step, if it is for this tab to do one. Nothing waits for it.
    pub(super) fn pump(self) {
        self.if_open(Ask::Seal);
        if !(self.has_turn() && self.stores.with_value(Option::is_some)) {
            return;
        }
        match self.with_pump(Pump::step) {
            Step::Rest => {}
            Step::Read(number) => page::run(async move {
                let rows = journal::read().await.ok();
                self.was_read(number, rows);
            }),
            Step::Write(number, rows) => page::run(async move {
                let well = journal::write(&rows).await.is_ok();
                if let Some(stores) = self.stores.get_value() {
                    stores.was_written(number, well);
                }
                self.went_on();
            }),
        }
    }

    fn was_read(self, number: u32, rows: Option<Vec<(String, Row)>>) {
        // Whose turn ended meanwhile brings nothing together; it begins anew when it is its turn again.
        if let Some(stores) = self.stores.get_value().filter(|_| self.has_turn()) {
            let changed = stores.was_read(number, rows);
            self.follow_lock();
            match self.lock.get_untracked() {
                Lock::Off => self.have_met(&changed),
                Lock::Locked => {}
                Lock::Open => self.if_open(Ask::Met(changed)),
            }
            if self.with_pump(|pump| pump.has_tried()) {
                self.arrive();
            }
        }
        self.went_on();
    }

    /// After each step: the next one, what the line says, and the tab that waits for it.
    pub(super) fn went_on(self) {
        self.pump();
        self.say_how_safe();
        self.make_way();
    }

    /// These records are others now than those that were shown.
    pub(super) fn have_met(self, changed: &[String]) {
        if changed.is_empty() {
            return;
        }
        self.keep_now();
        for id in changed {
            self.reread(id);
        }
        let case = self.case_id.get_untracked();
        let follows = case.is_some_and(|id| {
            let follows = changed.contains(&id);
            if follows {
                self.follow_case(&id);
            }
            follows
        });
        // A browser that was killed may have lost the case written last in the first store.
        let shows = self.open_latest() || follows;
        self.count_room();
        self.listed.update(|count| *count += 1);
        let draft = self.route.with_untracked(|route| match route {
            Route::Draft(id) | Route::Depart(id) => changed.contains(id),
            _ => false,
        });
        if shows || draft {
            self.route.update(|_| ());
        }
    }
}
