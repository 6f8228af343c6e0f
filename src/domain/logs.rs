//! The logs of a case: the stage ledger, the need-to-know log, the documents index.
//!
//! A log is rows; a row holds texts by column. The columns are data, so one page, one text and one hand-over serve all logs.
//! Nothing in a row is ever filled in for the person: no date, no name. Words: `log.<log>.` in `content/`.

pub mod about;

use serde::{Deserialize, Serialize};

use super::ledger;
use super::sorted::Sorted;

/// One of the logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Log {
    /// The stage ledger: what was done, when, with whom, how it ended (clauses 1, 2, 3).
    Steps,
    /// The need-to-know log: who was told what, when and why (4.2.1).
    Told,
    /// The documents index: which papers there are, not the papers themselves (4.1.2, principle 7).
    Papers,
}

/// How a column is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A few words.
    Line,
    /// A paragraph or more.
    Text,
    /// A date in the person's own words, or as `yyyy-mm-dd`.
    Date,
    /// One of these keys.
    One(&'static [&'static str]),
    /// Any of these keys, with spaces between them.
    Many(&'static [&'static str]),
    /// Not typed: read from a file that the person chose.
    File,
}

/// A column of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its id in rows and in `content/`.
    pub id: &'static str,
    /// How it is filled in.
    pub kind: Kind,
}

const fn column(id: &'static str, kind: Kind) -> Column {
    Column { id, kind }
}

/// The first column says what the row is about and is the only one that must be given.
const STEPS: &[Column] = &[
    column("what", Kind::One(&ledger::KEYS)),
    column("when", Kind::Date),
    column("with", Kind::Line),
    column("about", Kind::Line),
    column("ended", Kind::One(ledger::ENDS)),
    column("written", Kind::Line),
    column("note", Kind::Text),
];
const TOLD: &[Column] = &[
    column("who", Kind::Line),
    column("what", Kind::Many(&["name", "details", "pass-on"])),
    column("about", Kind::Line),
    column("when", Kind::Date),
    column("why", Kind::Text),
];
const PAPERS: &[Column] = &[
    column("what", Kind::Line),
    column("when", Kind::Date),
    column("about", Kind::Line),
    column("where", Kind::Line),
    column("confidential", Kind::One(&["yes", "no", "unsure"])),
    column("goes", Kind::One(&["yes", "no", "undecided"])),
    column("note", Kind::Text),
    column("file", Kind::File),
    column("size", Kind::File),
    column("changed", Kind::File),
    column(PRINT, Kind::File),
];

/// The column with the fingerprint of a file.
pub const PRINT: &str = "print";

impl Log {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Steps, Self::Told, Self::Papers];

    /// Its key in records and in `content/`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Steps => "steps",
            Self::Told => "told",
            Self::Papers => "papers",
        }
    }

    /// Its columns; the first is the one that must be given.
    #[must_use]
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Steps => STEPS,
            Self::Told => TOLD,
            Self::Papers => PAPERS,
        }
    }

    /// The id of the column that must be given.
    #[must_use]
    pub const fn head(self) -> &'static str {
        self.columns()[0].id
    }
}

/// One entry of a log: texts by the id of their column. A column that this version does not know stays in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Row(Sorted<String>);

impl Row {
    /// What stands in a column, or `""`.
    #[must_use]
    pub fn get(&self, column: &str) -> &str {
        self.0.get(column).map_or("", String::as_str)
    }

    /// Fills in a column; nothing but white space clears it.
    pub fn set(&mut self, column: &str, text: &str) {
        if text.trim().is_empty() {
            self.0.remove(column);
        } else {
            self.0.insert(column.to_owned(), text.to_owned());
        }
    }

    /// Whether nothing stands in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().next().is_none()
    }

    /// Columns and texts, sorted by the id of the column.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(column, text)| (column, text.as_str()))
    }
}

/// All logs of a case. A log that this version does not know stays in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Logs(Sorted<Vec<Row>>);

impl Logs {
    /// The rows of a log, as they were entered.
    #[must_use]
    pub fn rows(&self, log: Log) -> &[Row] {
        self.under(log.key())
    }

    /// Puts rows in the place of those that a log had.
    pub fn set(&mut self, log: Log, rows: Vec<Row>) {
        self.put(log.key(), rows);
    }

    /// The rows under a key that is no log of [`Log::ALL`].
    pub(super) fn under(&self, key: &str) -> &[Row] {
        self.0.get(key).map_or(&[], Vec::as_slice)
    }

    /// Puts rows under it.
    pub(super) fn put(&mut self, key: &str, rows: Vec<Row>) {
        if rows.is_empty() {
            self.0.remove(key);
        } else {
            self.0.insert(key.to_owned(), rows);
        }
    }

    /// The labels of all people that stand in the logs, each once.
    #[must_use]
    pub fn people(&self) -> Vec<&str> {
        about::labels(Log::ALL.into_iter().flat_map(|log| self.rows(log)))
    }

    /// Whether no log has a row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().next().is_none()
    }
}

/// Where each row stands in the order of time: by date where dates are given, else as it was entered.
///
/// A row whose date cannot be compared (none, or one in the person's own words) stays behind the one entered before it.
#[must_use]
pub fn in_order(rows: &[Row]) -> Vec<usize> {
    let mut last = "";
    let dated = rows.iter().enumerate().map(|(at, row)| {
        last = comparable(row.get("when")).unwrap_or(last);
        (last, at)
    });
    let order = super::sorted::sorted(dated, |one, other| one.0 > other.0);
    order.into_iter().map(|(_, at)| at).collect()
}

/// A date that can be compared with others: `2026`, `2026-03` or `2026-03-09`.
fn comparable(text: &str) -> Option<&str> {
    let date = text.trim();
    let numbers = |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = date.split('-');
    let fits = numbers(parts.next()?, 4)
        && parts.next().is_none_or(|month| numbers(month, 2))
        && parts.next().is_none_or(|day| numbers(day, 2))
        && parts.next().is_none();
    fits.then_some(date)
}
