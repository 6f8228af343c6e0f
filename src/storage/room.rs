//! How much room is left, by our own count: browsers say nothing before they refuse.

/// The least that a browser of today keeps for a page, in UTF-16 units: the engine of Safari counts two bytes for each.
const LIMIT: usize = 2_600_000;

/// How much of it is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Enough.
    Plenty,
    /// More than 70 % are taken: time to think of what can go.
    Low,
    /// More than 90 % are taken: no new records, so that those there are can still be changed.
    Out,
}

/// What is left when so many units are taken.
#[must_use]
pub const fn room(taken: usize) -> Room {
    if taken > LIMIT / 10 * 9 {
        Room::Out
    } else if taken > LIMIT / 10 * 7 {
        Room::Low
    } else {
        Room::Plenty
    }
}

/// What a text takes under its key.
pub(super) fn size(key: &str, text: &str) -> usize {
    key.len() + text.encode_utf16().count()
}
