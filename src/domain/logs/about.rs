//! Several people concerned, one ledger: which rows are about whom, by the person's own labels ("Person A").

use super::Row;

/// The label of a row, or `""`: it names nobody, and counts for everybody.
#[must_use]
pub fn label(row: &Row) -> &str {
    row.get("about").trim()
}

/// The labels that stand in the rows, each once, as they were met.
#[must_use]
pub fn labels<'r>(rows: impl IntoIterator<Item = &'r Row>) -> Vec<&'r str> {
    let mut met = Vec::new();
    for label in rows.into_iter().map(label) {
        if !label.is_empty() && !met.contains(&label) {
            met.push(label);
        }
    }
    met
}

/// Whether a row belongs to what is told about this person; `""`: about everybody.
#[must_use]
pub fn fits(row: &Row, person: &str) -> bool {
    person.is_empty() || label(row).is_empty() || label(row) == person
}

/// The rows about this person, and those that name nobody.
#[must_use]
pub fn only(rows: &[Row], person: &str) -> Vec<Row> {
    rows.iter().filter(|row| fits(row, person)).cloned().collect()
}
