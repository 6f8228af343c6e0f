//! What the shelf knows of a record without holding it: a line of the list, and what this tab last saw of it.

use super::room::size;
use super::{Kind, Record, RecordError};

/// How a record lies on the shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It can be read and written.
    Good,
    /// It cannot be read; its text can be taken out.
    Damaged,
    /// A newer version wrote it; its text can be taken out.
    Newer,
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id, which stands in addresses: random, nothing personal.
    pub id: String,
    /// What it holds; unknown for records set aside.
    pub kind: Option<Kind>,
    /// Its name; empty when it has none.
    pub title: String,
    /// When it was last written, by the device's clock.
    pub updated: u64,
    /// How it lies.
    pub state: State,
    /// What it takes of the room, in UTF-16 units.
    pub size: usize,
}

/// What this tab last read or wrote of a good record: whoever finds another first line there knows that another tab
/// has written since. The number alone would not do: after deleting and beginning anew, two tabs can count alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    pub kind: Kind,
    pub seq: u64,
    head: String,
}

impl Seen {
    /// Whether this stored text is the one that was seen: its first line is the same, and the rest still agrees with it.
    pub fn is(&self, text: &str) -> bool {
        self.head == head(text) && Record::read(text).is_ok()
    }
}

/// The first line, with the checksum over all the others.
fn head(text: &str) -> &str {
    text.split('\n').next().unwrap_or_default()
}

/// What a stored text is to the list, and to saving if it is a good one.
pub(super) fn look(id: &str, text: &str) -> (Entry, Option<Seen>) {
    // A record that is sealed here has lost the lock that it belongs to.
    let read = Record::read(text).and_then(Record::plain);
    match read {
        Ok(record) => {
            let (entry, seen) = look_at(id, &record, text);
            (entry, Some(seen))
        }
        Err(error) => {
            let entry = Entry {
                id: id.to_owned(),
                kind: None,
                title: String::new(),
                updated: 0,
                state: match error {
                    RecordError::Newer => State::Newer,
                    RecordError::Damaged => State::Damaged,
                },
                size: size(id, text),
            };
            (entry, None)
        }
    }
}

/// The same for a record whose stored text is known to be good.
pub(super) fn look_at(id: &str, record: &Record, text: &str) -> (Entry, Seen) {
    let entry = Entry {
        id: id.to_owned(),
        kind: Some(record.kind),
        title: record.title.clone(),
        updated: record.updated,
        state: State::Good,
        size: size(id, text),
    };
    let seen = Seen {
        kind: record.kind,
        seq: record.seq,
        head: head(text).to_owned(),
    };
    (entry, seen)
}
