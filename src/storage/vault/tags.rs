//! What binds a sealed text to its place, and what can be told from a stored text without opening it.

use crate::storage::keys::id_of;
use crate::storage::record::checksum;
use crate::storage::{Kind, Record};

/// What binds a sealed text to its place: the key, the form and how often it was written.
pub fn tag(at: &str, schema: &str, seq: u64) -> String {
    format!("{at} {schema} {seq}")
}

/// The tags that a text under this key may have: where two stores did not agree, the older text lies under the id of the record
/// and a number.
pub fn tags(at: &str, text: &str) -> Vec<String> {
    let (schema, seq) = (text.split(' ').nth(1).unwrap_or_default(), seq_of(text));
    let mut homes = vec![at];
    for _ in 0..2 {
        let last = homes.last().copied().unwrap_or_default();
        match last.strip_suffix(|letter: char| letter.is_ascii_digit()) {
            Some(home) if id_of(home).is_some_and(|id| !id.is_empty()) => homes.push(home),
            _ => break,
        }
    }
    homes.into_iter().map(|home| tag(home, schema, seq)).collect()
}

pub fn is_sealed(text: &str) -> bool {
    Record::read(text).is_ok_and(|record| record.kind == Kind::Sealed)
}

pub fn seq_of(text: &str) -> u64 {
    Record::read(text).map_or(0, |record| record.seq)
}

/// The text of a record, counted on. One that cannot be read stays as it is.
pub fn counted_on(text: &str, seq: u64) -> String {
    Record::read(text).map_or_else(|_| text.to_owned(), |record| Record { seq, ..record }.write())
}

pub fn sum(text: Option<&str>) -> u64 {
    text.map_or(0, |text| checksum(&[text]))
}
