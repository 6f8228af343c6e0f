//! The pump: which changes the journal still has to take, and what is said of them.
//!
//! In: every change of a record, and what came of each step. Out: the next step. It does nothing itself: whoever runs it
//! reads or writes the journal as it says and tells it what came of that. Of each record only the newest text waits; a step
//! that failed goes back to waiting and is lost only if something newer waits already.

use crate::domain::sorted::Sorted;

/// Rows of the journal: key and text; `None`: the row goes away.
pub type Rows = Vec<(String, Option<String>)>;

/// What is to be done next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing: all is done, something is under way, or it failed and waits for the next change.
    Rest,
    /// Read all rows, then [`Pump::was_read`] with the number.
    Read(u32),
    /// Write these rows, all or none, then [`Pump::was_written`] with the number.
    Write(u32, Rows),
}

/// How safe everything is that was written so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    /// The journal has it all.
    Saved,
    /// The journal is taking it.
    Saving,
    /// The journal was not read yet or does not answer: the first store has it alone.
    Once,
}

/// The steps of one journal.
#[derive(Debug, Default)]
pub struct Pump {
    /// Whether the journal was read, so that what is newer there cannot be overwritten unseen.
    read: bool,
    /// What is under way.
    under_way: Option<Sorted<Option<String>>>,
    waiting: Sorted<Option<String>>,
    /// What stood under each key that was changed before the journal was read.
    before: Sorted<Option<String>>,
    /// Counts the beginnings, so that an answer to a step from before one is not taken for a later one's.
    turn: u32,
    /// Failures in a row.
    failed: u32,
    /// Changes to wait for before it is tried again.
    rest: u32,
    /// Changes since the step that is under way was begun.
    unanswered: u32,
}

/// After so many changes a step that is still under way counts as one that the journal does not answer.
const SILENCE: u32 = 100;

impl Pump {
    /// Begins anew: what is in the first store counts, and the journal has to be read first.
    pub fn begin(&mut self) {
        *self = Self {
            turn: self.turn.wrapping_add(1),
            ..Self::default()
        };
    }

    /// Begins anew with a journal that is known to be empty, because all of it was forgotten.
    pub fn begin_empty(&mut self) {
        self.begin();
        self.read = true;
    }

    /// A record is about to change, and this stands there now.
    pub fn before(&mut self, key: &str, text: impl FnOnce() -> Option<String>) {
        if !self.read && self.before.get(key).is_none() {
            self.before.insert(key.to_owned(), text());
        }
    }

    /// What stood under a key when it was first changed before the journal was read; `None`: it was not.
    #[must_use]
    pub fn first(&self, key: &str) -> Option<&Option<String>> {
        self.before.get(key)
    }

    /// A row is to be like this.
    pub fn note(&mut self, key: &str, text: Option<String>) {
        self.waiting.insert(key.to_owned(), text);
        self.rest = self.rest.saturating_sub(1);
        self.unanswered = self.unanswered.saturating_add(1);
    }

    /// What to do next; it is under way from here on.
    pub fn step(&mut self) -> Step {
        if self.under_way.is_some() || self.rest > 0 {
            return Step::Rest;
        }
        self.unanswered = 0;
        if !self.read {
            self.under_way = Some(Sorted::new());
            return Step::Read(self.turn);
        }
        if self.waiting.is_empty() {
            return Step::Rest;
        }
        let batch = std::mem::take(&mut self.waiting);
        let rows = batch.iter().map(|(key, text)| (key.to_owned(), text.clone()));
        let rows = rows.collect();
        self.under_way = Some(batch);
        Step::Write(self.turn, rows)
    }

    /// What came of the reading with this number. What was read for an earlier beginning is of no use: then it says `false`.
    pub fn was_read(&mut self, turn: u32, well: bool) -> bool {
        if turn != self.turn || self.read {
            return false;
        }
        self.under_way = None;
        self.read = well;
        if well {
            self.failed = 0;
        } else {
            self.fail();
        }
        true
    }

    /// Which beginning this is.
    #[must_use]
    pub const fn number(&self) -> u32 {
        self.turn
    }

    /// Whether the journal was read, or could not be at the second try either.
    #[must_use]
    pub const fn has_tried(&self) -> bool {
        self.read || self.failed > 1
    }

    /// The first store and the journal agree from here on.
    pub fn has_met(&mut self) {
        self.before = Sorted::new();
    }

    /// What came of the writing with this number.
    pub fn was_written(&mut self, turn: u32, well: bool) {
        if turn != self.turn {
            return;
        }
        let Some(batch) = self.under_way.take() else {
            return;
        };
        if well {
            self.failed = 0;
            return;
        }
        for (key, text) in batch.iter() {
            if self.waiting.get(key).is_none() {
                self.waiting.insert(key.to_owned(), text.clone());
            }
        }
        self.fail();
    }

    /// Once more at once, then after more and more changes: a browser without a journal is not asked at every key.
    fn fail(&mut self) {
        self.failed = self.failed.saturating_add(1);
        self.rest = if self.failed == 1 {
            0
        } else {
            1 << self.failed.min(6)
        };
    }

    /// How safe everything is.
    #[must_use]
    pub fn safety(&self) -> Safety {
        let silent = self.under_way.is_some() && self.unanswered > SILENCE;
        if !self.read || self.failed > 0 || silent {
            Safety::Once
        } else if self.waiting.is_empty() && self.under_way.is_none() {
            Safety::Saved
        } else {
            Safety::Saving
        }
    }
}
