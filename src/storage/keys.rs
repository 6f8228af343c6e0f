//! Which key is whose, and the steps that are taken on keys alone.

use super::{PREFIX, Storage, StorageError};

/// The key of the lock.
pub const LOCK: &str = "waymark.lock";

/// The key under which it stands which case was written last: its id, which is no word of anybody. Only a shortcut: where it says
/// nothing or something wrong, all records are looked at.
pub const LATEST: &str = "waymark.latest";

/// Keys of records.
const RECORD: &str = "waymark.record.";

/// The key of the record with this id.
#[must_use]
pub fn key(id: &str) -> String {
    format!("{RECORD}{id}")
}

/// Keys of what was deleted and is still in the journal.
const GONE: &str = "waymark.gone.";

/// The key that remembers the deletion of the record under this key, until the journal knows of it.
pub(super) fn gone_key(key: &str) -> String {
    format!("{GONE}{}", id_of(key).unwrap_or_default())
}

/// The key whose deletion this key remembers. What is no record is the lock.
pub(super) fn key_gone(gone: &str) -> Option<String> {
    match gone.strip_prefix(GONE)? {
        "" => Some(LOCK.to_owned()),
        id => Some(key(id)),
    }
}

/// Whether the journal takes what is under this key: the records, and the lock.
pub(super) fn is_journalled(key: &str) -> bool {
    id_of(key).is_some() || key == LOCK
}

/// The id in a key of a record; `None` for other keys.
#[must_use]
pub fn id_of(key: &str) -> Option<&str> {
    key.strip_prefix(RECORD)
}

/// Removes every key of ours from a storage and nothing else. A key that cannot be removed does not keep the others.
///
/// # Errors
/// The first [`StorageError`]; some keys may be left.
pub fn forget(storage: &dyn Storage) -> Result<(), StorageError> {
    let mut done = Ok(());
    for key in storage.keys()? {
        if key.starts_with(PREFIX) {
            done = done.and(storage.remove(&key));
        }
    }
    done
}

/// Puts a text where nothing is overwritten: under this id if it is free, else under the next one that is. Gives the
/// id, and whether the text was not there already.
///
/// # Errors
/// [`StorageError`]; what was written is taken back.
pub(super) fn place(storage: &dyn Storage, id: &str, text: &str) -> Result<(String, bool), StorageError> {
    let mut place = id.to_owned();
    let mut number = 2;
    while let Some(there) = storage.read(&key(&place))? {
        if there == text {
            return Ok((place, false));
        }
        place = format!("{id}{number}");
        number += 1;
    }
    storage.write(&key(&place), text)?;
    let kept = match storage.read(&key(&place)) {
        Ok(Some(there)) if there == text => return Ok((place, true)),
        Ok(_) => StorageError::Unfaithful,
        Err(error) => error,
    };
    // If this fails too, trying again finds the text there and goes on.
    let _ = storage.remove(&key(&place));
    Err(kept)
}

#[cfg(test)]
mod tests {
    use super::{LOCK, gone_key, key, key_gone, place};
    use crate::storage::{Memory, Storage};

    #[test]
    fn each_text_gets_the_next_place_that_is_free_and_the_same_text_none() {
        let storage = Memory::default();
        for (text, wanted) in [
            ("one", ("a", true)),
            ("two", ("a2", true)),
            ("three", ("a3", true)),
            ("one", ("a", false)),
            ("three", ("a3", false)),
            ("four", ("a4", true)),
        ] {
            let placed = place(&storage, "a", text);
            assert_eq!(placed, Ok((wanted.0.to_owned(), wanted.1)), "{text}");
            assert_eq!(storage.read(&key(wanted.0)), Ok(Some(text.to_owned())));
        }
    }

    #[test]
    fn a_deletion_is_remembered_for_records_and_for_the_lock() {
        for key in [&key("k3m9"), LOCK] {
            assert_eq!(key_gone(&gone_key(key)).as_deref(), Some(key));
        }
        assert_eq!(key_gone(&key("k3m9")), None);
    }
}
