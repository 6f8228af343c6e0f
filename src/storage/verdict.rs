//! What is done about one record when the two stores meet.

use super::gone::Gone;
use super::{Record, RecordError};

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nothing.
    Same,
    /// The first store has the newest; the journal is put right.
    First,
    /// The journal has the newest; the first store is put right.
    Journal,
    /// The first store's stays, and the journal's is set aside.
    FirstAndAside,
    /// The journal's stays, and the first store's is set aside.
    JournalAndAside,
    /// It was deleted.
    Gone,
}

/// Of a record that nobody has changed since the page came up.
pub(super) fn verdict(here: Option<&str>, there: Option<&str>) -> Verdict {
    let (here, there) = match (here, there) {
        (Some(here), Some(there)) if here == there => return Verdict::Same,
        (Some(here), Some(there)) => (here, there),
        (Some(_), None) => return Verdict::First,
        (None, Some(there)) if Gone::read(there).is_some() => return Verdict::Same,
        (None, Some(_)) => return Verdict::Journal,
        (None, None) => return Verdict::Same,
    };
    if let Some(gone) = Gone::read(there) {
        return if gone.covers(here) {
            Verdict::Gone
        } else {
            Verdict::First
        };
    }
    match (Record::read(here), Record::read(there)) {
        (Ok(here), Ok(there)) if here.seq > there.seq => Verdict::First,
        (Ok(here), Ok(there)) if here.seq < there.seq => Verdict::Journal,
        (Ok(here), Ok(there)) if here.body == there.body && here.updated < there.updated => Verdict::Journal,
        (Ok(here), Ok(there)) if here.body == there.body => Verdict::First,
        // What cannot be read, or only by a newer version, is nobody's older form.
        (_, Err(RecordError::Newer)) | (Err(RecordError::Damaged), Ok(_)) => Verdict::JournalAndAside,
        _ => Verdict::FirstAndAside,
    }
}

/// Of a record that was changed before the journal was read: what is on screen stays in its place, and what the journal
/// had that the person could not see is kept beside it.
pub(super) fn after_change(is_here: bool, before: Option<&str>, there: Option<&str>) -> Verdict {
    match verdict(before, there) {
        Verdict::Journal | Verdict::JournalAndAside | Verdict::FirstAndAside if is_here => {
            Verdict::FirstAndAside
        }
        // It waits for the journal already.
        _ => Verdict::Same,
    }
}
