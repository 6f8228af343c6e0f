//! The names table -> plain text: who is who, a row a line.

use crate::domain::Words;
use crate::domain::apart::set_apart;
use crate::domain::logs::Row;
use crate::domain::names::{NAME, STAND_IN};

/// The text; no row is no text.
#[must_use]
pub fn write(words: &Words, rows: &[Row]) -> String {
    let mut out = String::new();
    for row in rows {
        out.push('\n');
        let (who, name) = (row.get(STAND_IN).trim(), row.get(NAME).trim());
        out.push_str(&words.line(who, &set_apart(who, name)));
    }
    if !out.is_empty() {
        out.insert(0, '\n');
        out.insert_str(0, words.t("names.title"));
        out.push('\n');
    }
    out
}
