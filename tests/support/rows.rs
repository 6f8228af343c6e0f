//! Rows of logs for tests.

use waymark::domain::logs::Row;

/// A row with these texts by column; an empty one is left out.
pub fn row(columns: &[(&str, &str)]) -> Row {
    let mut row = Row::default();
    for (column, text) in columns {
        row.set(column, text);
    }
    row
}
