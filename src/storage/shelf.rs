//! The shelf: every record that is kept, one key each, and the only place that knows which key is whose.
//!
//! A record that is damaged or newer is set aside where it lies: listed, exportable, never overwritten. When another tab
//! has written a record since it was read, both are kept: ours under a key of its own.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Kind, PREFIX, Record, RecordError, Storage, StorageError};

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
    seq: u64,
}

/// What came of saving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Under its own id.
    Here,
    /// Another tab had written it: both are kept, ours under this id.
    Copy(String),
}

/// A record that was deleted, for as long as it can be brought back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deleted {
    id: String,
    text: String,
}

/// Everything that is kept.
pub struct Shelf {
    storage: Rc<dyn Storage>,
    entries: BTreeMap<String, Entry>,
}

impl Shelf {
    /// Opens what is there. Keys that are not ours are left alone.
    ///
    /// # Errors
    /// [`StorageError::Blocked`] when nothing can be read at all.
    pub fn open(storage: Rc<dyn Storage>) -> Result<Self, StorageError> {
        let mut entries = BTreeMap::new();
        for key in storage.keys()? {
            if let Some(id) = key.strip_prefix(RECORD)
                && let Some(text) = storage.read(&key)?
            {
                entries.insert(id.to_owned(), entry(id, &text));
            }
        }
        Ok(Self { storage, entries })
    }

    /// Every record, the last written first; one with a wrong clock sorts oddly and loses nothing.
    #[must_use]
    pub fn list(&self) -> Vec<&Entry> {
        let mut list: Vec<&Entry> = self.entries.values().collect();
        list.sort_by(|a, b| b.updated.cmp(&a.updated).then_with(|| a.id.cmp(&b.id)));
        list
    }

    /// One line of the list.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.get(id)
    }

    /// A record that can be read.
    #[must_use]
    pub fn record(&self, id: &str) -> Option<Record> {
        let text = self.storage.read(&key(id)).ok()??;
        Record::read(&text).ok()
    }

    /// The stored text as it is, whatever its state: what an export takes.
    #[must_use]
    pub fn raw(&self, id: &str) -> Option<String> {
        self.storage.read(&key(id)).ok()?
    }

    /// Keeps a new record under this id, which must be fresh.
    ///
    /// # Errors
    /// [`StorageError`]; then nothing was kept.
    pub fn create(
        &mut self,
        id: &str,
        kind: Kind,
        title: &str,
        body: &str,
        now: u64,
    ) -> Result<(), StorageError> {
        if self.entries.contains_key(id) || self.storage.read(&key(id))?.is_some() {
            return Err(StorageError::ReadOnly);
        }
        self.put(id, kind, 1, title, body, now)
    }

    /// Keeps a changed record. `fresh` makes the id for a copy, should another tab have written this one.
    ///
    /// # Errors
    /// [`StorageError`]; then the old state is intact.
    pub fn save(
        &mut self,
        id: &str,
        title: &str,
        body: &str,
        now: u64,
        fresh: impl FnOnce() -> String,
    ) -> Result<Saved, StorageError> {
        let (kind, seq) = match self.entries.get(id) {
            Some(Entry {
                kind: Some(kind),
                seq,
                state: State::Good,
                ..
            }) => (*kind, *seq),
            _ => return Err(StorageError::ReadOnly),
        };
        let there = self.storage.read(&key(id))?.map(|text| Record::read(&text));
        match there {
            // Deleted in another tab: what is on screen is kept all the same.
            None => self
                .put(id, kind, seq + 1, title, body, now)
                .map(|()| Saved::Here),
            Some(Ok(record)) if record.seq == seq => self
                .put(id, kind, seq + 1, title, body, now)
                .map(|()| Saved::Here),
            Some(_) => {
                let copy = fresh();
                self.create(&copy, kind, title, body, now)?;
                self.reread(id);
                Ok(Saved::Copy(copy))
            }
        }
    }

    /// Gives a record another name.
    ///
    /// # Errors
    /// [`StorageError`]; then the old name stands.
    pub fn rename(&mut self, id: &str, title: &str, now: u64) -> Result<(), StorageError> {
        let record = self.record(id).ok_or(StorageError::ReadOnly)?;
        self.put(id, record.kind, record.seq + 1, title, &record.body, now)
    }

    /// Keeps a second record like this one.
    ///
    /// # Errors
    /// [`StorageError`]; then nothing was added.
    pub fn duplicate(&mut self, id: &str, copy: &str, title: &str, now: u64) -> Result<(), StorageError> {
        let record = self.record(id).ok_or(StorageError::ReadOnly)?;
        self.create(copy, record.kind, title, &record.body, now)
    }

    /// Removes a record, also one set aside; what is returned brings it back as it was.
    ///
    /// # Errors
    /// [`StorageError`]; then it is still there.
    pub fn delete(&mut self, id: &str) -> Result<Deleted, StorageError> {
        let text = self.storage.read(&key(id))?.unwrap_or_default();
        self.storage.remove(&key(id))?;
        self.entries.remove(id);
        Ok(Deleted {
            id: id.to_owned(),
            text,
        })
    }

    /// Brings back what was deleted.
    ///
    /// # Errors
    /// [`StorageError`]; then it can be tried again.
    pub fn undelete(&mut self, deleted: &Deleted) -> Result<(), StorageError> {
        self.storage.write(&key(&deleted.id), &deleted.text)?;
        self.entries
            .insert(deleted.id.clone(), entry(&deleted.id, &deleted.text));
        Ok(())
    }

    /// Reads one record anew, after another tab wrote it.
    pub fn reread(&mut self, id: &str) {
        match self.storage.read(&key(id)) {
            Ok(Some(text)) => {
                self.entries.insert(id.to_owned(), entry(id, &text));
            }
            Ok(None) => {
                self.entries.remove(id);
            }
            Err(_) => {}
        }
    }

    /// Copies everything, damaged records too, to another storage; then this shelf is over there. The old storage keeps
    /// what it has: [`forget`] it once this has succeeded.
    ///
    /// # Errors
    /// [`StorageError`]; then this shelf stays where it is, and what was copied so far is taken back.
    pub fn move_to(&mut self, storage: Rc<dyn Storage>) -> Result<(), StorageError> {
        let mut copied = Vec::new();
        for id in self.entries.keys() {
            let moved = match self.storage.read(&key(id)) {
                Ok(Some(text)) => storage.write(&key(id), &text),
                Ok(None) => Ok(()),
                Err(error) => Err(error),
            };
            if let Err(error) = moved {
                for id in copied {
                    let _ = storage.remove(&key(id));
                }
                return Err(error);
            }
            copied.push(id);
        }
        self.storage = storage;
        Ok(())
    }

    /// Forgets everything here; the list is empty afterwards.
    ///
    /// # Errors
    /// [`StorageError`]; some keys may be left, and calling it again goes on.
    pub fn forget(&mut self) -> Result<(), StorageError> {
        forget(&*self.storage)?;
        self.entries.clear();
        Ok(())
    }

    fn put(
        &mut self,
        id: &str,
        kind: Kind,
        seq: u64,
        title: &str,
        body: &str,
        now: u64,
    ) -> Result<(), StorageError> {
        let record = Record {
            kind,
            seq,
            updated: now,
            title: title.to_owned(),
            body: body.to_owned(),
        };
        let text = record.write();
        self.storage.write(&key(id), &text)?;
        // "Saved" is said only of what can be read back.
        if self.storage.read(&key(id))?.as_deref() != Some(text.as_str()) {
            return Err(StorageError::Unfaithful);
        }
        self.entries.insert(id.to_owned(), entry_of(id, &record));
        Ok(())
    }
}

/// Removes every key of ours from a storage and nothing else.
///
/// # Errors
/// [`StorageError`]; some keys may be left.
pub fn forget(storage: &dyn Storage) -> Result<(), StorageError> {
    for key in storage.keys()? {
        if key.starts_with(PREFIX) {
            storage.remove(&key)?;
        }
    }
    Ok(())
}

/// Keys of records.
const RECORD: &str = "waymark.record.";

fn key(id: &str) -> String {
    format!("{RECORD}{id}")
}

/// The id in a key of a record; `None` for other keys.
#[must_use]
pub fn id_of(key: &str) -> Option<&str> {
    key.strip_prefix(RECORD)
}

fn entry(id: &str, text: &str) -> Entry {
    match Record::read(text) {
        Ok(record) => entry_of(id, &record),
        Err(error) => Entry {
            id: id.to_owned(),
            kind: None,
            title: String::new(),
            updated: 0,
            state: if error == RecordError::Newer {
                State::Newer
            } else {
                State::Damaged
            },
            seq: 0,
        },
    }
}

fn entry_of(id: &str, record: &Record) -> Entry {
    Entry {
        id: id.to_owned(),
        kind: Some(record.kind),
        title: record.title.clone(),
        updated: record.updated,
        state: State::Good,
        seq: record.seq,
    }
}
