//! What stands in the case beside the answers: its lens, its logs, the drafts that belong to it; and cases from elsewhere.

use leptos::prelude::*;

use super::{Session, written};
use crate::domain::case::Case;
use crate::domain::handover::Copy;
use crate::domain::json;
use crate::domain::lens::Lens;
use crate::domain::letters::Draft;
use crate::domain::logs::{Log, Row};
use crate::domain::names;
use crate::storage::{Entry, Kind};

impl Session {
    /// The case that is open, without following it.
    pub fn case_now(self) -> Case {
        self.case.get_untracked()
    }

    /// Looks at the case from another side.
    pub fn set_lens(self, lens: Lens) {
        self.case.update(|case| case.lens = lens);
        self.keep_case();
    }

    /// The rows of a log of the case that is open, without following them.
    pub fn rows(self, log: Log) -> Vec<Row> {
        self.case.with_untracked(|case| case.logs.rows(log).to_vec())
    }

    /// The case to which a draft belongs; an empty one where it belongs to none.
    pub fn case_of(self, draft: &Draft) -> Case {
        if self.case_id().is_some_and(|open| open == draft.case) {
            return self.case_now();
        }
        let record = self
            .record(&draft.case)
            .filter(|record| record.kind == Kind::Case);
        let case = record.and_then(|record| json::read::<Case>(&record.body).ok());
        case.unwrap_or_default()
    }

    /// Keeps the rows of a log; the first one begins a case. Rows that are as they were are not written again.
    pub fn set_rows(self, log: Log, rows: Vec<Row>) {
        if self.case.with_untracked(|case| case.logs.rows(log) == rows) {
            return;
        }
        self.case.update(|case| case.logs.set(log, rows));
        self.keep_case();
    }

    /// The names table of the case that is open, without following it.
    pub fn names(self) -> Vec<Row> {
        self.case.with_untracked(|case| names::table(&case.logs).to_vec())
    }

    /// Keeps the names table; the first row begins a case.
    pub fn set_names(self, rows: Vec<Row>) {
        if self.case.with_untracked(|case| names::table(&case.logs) == rows) {
            return;
        }
        self.case.update(|case| names::set(&mut case.logs, rows));
        self.keep_case();
    }

    /// The drafts that can go with the case that is open, with their ids: its own, then those of no case that is kept, such as
    /// a message written before there was one.
    pub fn drafts_to_go(self) -> [Vec<(String, Draft)>; 2] {
        let own = self.case_id();
        let is_draft = |entry: &Entry| entry.kind == Some(Kind::Draft);
        let (drafts, _) = self.newest(usize::MAX, &is_draft);
        let elsewhere = |case: &str| self.ask(|keeper| keeper.entry(case).map(is_draft)) == Some(false);
        let read = drafts.into_iter().filter_map(|entry| {
            let draft: Draft = json::read(&self.record(&entry.id)?.body).ok()?;
            let is_own = own.as_ref() == Some(&draft.case);
            (is_own || !elsewhere(&draft.case)).then_some((entry.id, draft))
        });
        let (own, strays) = read.partition(|(_, draft)| own.as_ref() == Some(&draft.case));
        [own, strays]
    }

    /// Keeps what somebody handed over as a case of its own, seen from this side, with its drafts; then it is open.
    pub fn adopt(self, copy: &Copy, lens: Lens) {
        self.new_case();
        let case = copy.case(lens);
        let title = self.fresh_title("handover.receive.case-title", Kind::Case);
        let id = crate::browser::clock::fresh_id();
        let copied = self.keep(&id, Kind::Case, &title, &written(&case));
        let id = copied.unwrap_or(id);
        self.case.set(case);
        for draft in &copy.drafts {
            let mut draft = draft.clone();
            draft.case.clone_from(&id);
            self.create_draft(&draft);
        }
        self.case_id.set(Some(id));
    }
}
