//! A log -> plain text, in the order in which the page shows it.

use crate::document::logs::{entry, name};
use crate::domain::Words;
use crate::domain::apart::set_apart;
use crate::domain::logs::{Log, Row, in_order};

/// The text: the name of the log, then an entry after the other. Empty rows are left out; no row is no text.
#[must_use]
pub fn write(words: &Words, log: Log, rows: &[Row]) -> String {
    let mut out = String::new();
    for at in in_order(rows) {
        if !rows[at].is_empty() {
            out.push('\n');
            out.push_str(&one(words, log, &rows[at]));
        }
    }
    if !out.is_empty() {
        out.insert(0, '\n');
        out.insert_str(0, name(words, log, "title"));
    }
    out
}

/// One entry: date and what it is about, its clause, then everything else that was given, a line each.
#[must_use]
pub fn one(words: &Words, log: Log, row: &Row) -> String {
    let entry = entry(words, log, row);
    let mut out = headline(words, &entry.when, &entry.head);
    let clauses: Vec<&str> = entry.clauses.iter().map(|clause| clause.number()).collect();
    if !clauses.is_empty() {
        for piece in [" (", &clauses.join(", "), ")"] {
            out.push_str(piece);
        }
    }
    for (label, text) in &entry.lines {
        out.push('\n');
        out.push_str(&words.line(label, &set_apart(label, text)));
    }
    out.push('\n');
    out
}

/// Date and what it is about in one line.
#[must_use]
pub fn headline(words: &Words, when: &str, head: &str) -> String {
    if when.is_empty() {
        head.to_owned()
    } else {
        words.line(&set_apart(head, when), head)
    }
}
