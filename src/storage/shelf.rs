//! The shelf: every record that is kept, one key each, and the only place that knows which key is whose.
//!
//! A record that is damaged or newer is set aside where it lies: listed, exportable, never overwritten. When another tab
//! has written a record since it was read, both are kept: ours under a key of its own. Two things are known of each
//! record: its line in the list, which follows other tabs, and what this tab last saw of it, which decides that.

use std::rc::Rc;

use super::entry::{Entry, Seen, look, look_at};
use super::keys::place;
pub use super::keys::{forget, id_of, key};
use super::record::one_line;
use super::{Kind, Record, Storage, StorageError};
use crate::domain::sorted::{Sorted, sorted};

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
    /// `None`: another tab had deleted it already.
    text: Option<String>,
}

impl Deleted {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }
}

/// Everything that is kept.
pub struct Shelf {
    storage: Rc<dyn Storage>,
    entries: Sorted<Entry>,
    /// What all of them take together.
    taken: usize,
    seen: Sorted<Seen>,
    /// The keys that are not read yet, the last one first; `None`: it is not known yet which there are.
    unread: Option<Vec<String>>,
}

impl Shelf {
    /// Where everything stands.
    pub(super) fn storage(&self) -> &dyn Storage {
        &*self.storage
    }

    /// Opens what is there. Keys that are not ours are left alone.
    ///
    /// # Errors
    /// [`StorageError::Blocked`] when nothing can be read at all.
    pub fn open(storage: Rc<dyn Storage>) -> Result<Self, StorageError> {
        let mut shelf = Self::begin(storage);
        shelf.read_on(usize::MAX)?;
        Ok(shelf)
    }

    /// A shelf of which nothing is read yet. It lists only what is read.
    pub(super) fn begin(storage: Rc<dyn Storage>) -> Self {
        Self {
            storage,
            entries: Sorted::new(),
            taken: 0,
            seen: Sorted::new(),
            unread: None,
        }
    }

    /// Begins anew: nothing of it is read yet.
    pub(super) fn read_anew(&mut self) {
        *self = Self::begin(Rc::clone(&self.storage));
    }

    /// Whether all of it is read.
    pub(super) fn is_whole(&self) -> bool {
        self.unread.as_ref().is_some_and(Vec::is_empty)
    }

    /// Reads on, at most so many records, first of all which there are. What was read, written or deleted by itself meanwhile stays as it
    /// is known.
    ///
    /// # Errors
    /// [`StorageError`]; the next call goes on where this one stopped.
    pub(super) fn read_on(&mut self, most: usize) -> Result<(), StorageError> {
        let mut unread = match self.unread.take() {
            Some(unread) => unread,
            // In order, so that each line goes to the end of the list: thousands of them are then put in place at once.
            None => sorted(self.storage.keys()?, |a, b| a < b),
        };
        let mut done = Ok(());
        for _ in 0..most {
            let Some(key) = unread.pop() else { break };
            let Some(id) = id_of(&key).filter(|id| self.entries.get(id).is_none()) else {
                continue;
            };
            match self.storage.read(&key) {
                Ok(Some(text)) => self.note(id, &text),
                Ok(None) => {}
                Err(error) => {
                    done = Err(error);
                    unread.push(key);
                    break;
                }
            }
        }
        self.unread = Some(unread);
        done
    }

    /// Every record, the last written first; one with a wrong clock sorts oddly and loses nothing.
    #[must_use]
    pub fn list(&self) -> Vec<&Entry> {
        // Entries come by their ids, and stay so among those of one time.
        sorted(self.entries(), |a, b| a.updated < b.updated)
    }

    /// Every record, in the order of the ids.
    pub(super) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().map(|(_, entry)| entry)
    }

    /// One line of the list.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.get(id)
    }

    /// What all records take of the room, in UTF-16 units.
    #[must_use]
    pub fn taken(&self) -> usize {
        // Sealed, three letters become four, and some more.
        if self.storage.seals() {
            self.taken / 2 * 3
        } else {
            self.taken
        }
    }

    /// A record that can be read.
    #[must_use]
    pub fn record(&self, id: &str) -> Option<Record> {
        let text = self.storage.read(&key(id)).ok()??;
        Record::read(&text).and_then(Record::plain).ok()
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
        if self.entries.get(id).is_some() || self.storage.read(&key(id))?.is_some() {
            return Err(StorageError::ReadOnly);
        }
        self.put(id, None, kind, 1, title, body, now)
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
        let Some(seen) = self.seen.get(id).cloned() else {
            return Err(StorageError::ReadOnly);
        };
        let there = self.storage.read(&key(id))?;
        // Deleted in another tab: what is on screen is kept all the same.
        if there.as_ref().is_none_or(|text| seen.is(text)) {
            let next = seen.seq.saturating_add(1);
            self.put(id, there.as_deref(), seen.kind, next, title, body, now)?;
            return Ok(Saved::Here);
        }
        let copy = fresh();
        self.create(&copy, seen.kind, title, body, now)?;
        self.reread(id);
        Ok(Saved::Copy(copy))
    }

    /// Keeps a second record like this one.
    ///
    /// # Errors
    /// [`StorageError`]; then nothing was added.
    pub fn duplicate(&mut self, id: &str, copy: &str, title: &str, now: u64) -> Result<(), StorageError> {
        let record = self.stored(id)?;
        self.create(copy, record.kind, title, &record.body, now)
    }

    /// Removes a record, also one set aside; what is returned brings it back as it was.
    ///
    /// # Errors
    /// [`StorageError`]; then it is still there.
    pub fn delete(&mut self, id: &str) -> Result<Deleted, StorageError> {
        let text = self.storage.read(&key(id))?;
        self.storage.remove(&key(id))?;
        self.drop(id);
        Ok(Deleted {
            id: id.to_owned(),
            text,
        })
    }

    /// Brings back what was deleted; where another tab has written under its id since, under another one.
    ///
    /// # Errors
    /// [`StorageError`]; then it can be tried again. [`StorageError::ReadOnly`] when there was nothing left to delete.
    pub fn undelete(&mut self, deleted: &Deleted) -> Result<(), StorageError> {
        let text = deleted.text.as_ref().ok_or(StorageError::ReadOnly)?;
        let (id, _) = place(&*self.storage, &deleted.id, text)?;
        self.note(&id, text);
        Ok(())
    }

    /// The stored text, where the browser gives it.
    ///
    /// # Errors
    /// [`StorageError`].
    pub(super) fn text(&self, id: &str) -> Result<Option<String>, StorageError> {
        self.storage.read(&key(id))
    }

    /// Puts a stored text under this id as it is, over whatever is there; `None` takes that away.
    ///
    /// # Errors
    /// [`StorageError`]; then it is not known what is there.
    pub(super) fn lay(&mut self, id: &str, text: Option<&str>) -> Result<(), StorageError> {
        let Some(text) = text else {
            self.storage.remove(&key(id))?;
            self.drop(id);
            return Ok(());
        };
        self.storage.write(&key(id), text)?;
        if self.storage.read(&key(id))?.as_deref() != Some(text) {
            return Err(StorageError::Unfaithful);
        }
        self.note(id, text);
        Ok(())
    }

    /// Reads one record anew, to put it on screen: from here on this tab has seen it.
    pub fn reread(&mut self, id: &str) {
        match self.storage.read(&key(id)) {
            Ok(Some(text)) => self.note(id, &text),
            Ok(None) => self.drop(id),
            Err(_) => {}
        }
    }

    /// Copies everything, damaged records too, to another storage; then this shelf is over there. The old storage keeps
    /// what it has: [`forget`] it once this has succeeded. What is over there already stays: where both have something
    /// under one id, ours goes under another.
    ///
    /// # Errors
    /// [`StorageError`]; then this shelf stays where it is, and what was copied so far is taken back.
    pub fn move_to(&mut self, storage: Rc<dyn Storage>) -> Result<(), StorageError> {
        let mut copied = Vec::new();
        let moved = self
            .copy_to(&*storage, &mut copied)
            .and_then(|()| Self::open(Rc::clone(&storage)));
        if moved.is_err() {
            for id in copied {
                let _ = storage.remove(&key(&id));
            }
        }
        // Its last use here, so that callers can hand over what they just made.
        drop(storage);
        let mut there = moved?;
        for (id, seen) in self.seen.iter() {
            there.seen.insert(id.to_owned(), seen.clone());
        }
        *self = there;
        Ok(())
    }

    /// Copies what is stored, not what is listed: another tab may have added to it.
    fn copy_to(&self, storage: &dyn Storage, copied: &mut Vec<String>) -> Result<(), StorageError> {
        for from in self.storage.keys()? {
            if let Some(id) = id_of(&from)
                && let Some(text) = self.storage.read(&from)?
                && let (id, true) = place(storage, id, &text)?
            {
                copied.push(id);
            }
        }
        Ok(())
    }

    /// Forgets everything here; the list is empty afterwards.
    ///
    /// # Errors
    /// [`StorageError`]; some keys may be left, and calling it again goes on.
    pub fn forget(&mut self) -> Result<(), StorageError> {
        let done = forget(&*self.storage);
        let ids: Vec<String> = self.entries.iter().map(|(id, _)| id.to_owned()).collect();
        for id in ids {
            if done.is_ok() {
                self.drop(&id);
            } else {
                self.reread(&id);
            }
        }
        done
    }

    /// A stored record, where it can be read.
    fn stored(&self, id: &str) -> Result<Record, StorageError> {
        let text = self.storage.read(&key(id))?.ok_or(StorageError::ReadOnly)?;
        Record::read(&text)
            .and_then(Record::plain)
            .map_err(|_| StorageError::ReadOnly)
    }

    /// Writes a record over what was there `before`, and says so only if it can be read back.
    #[expect(clippy::too_many_arguments, reason = "the fields of one record")]
    fn put(
        &mut self,
        id: &str,
        before: Option<&str>,
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
            title: one_line(title),
            body: body.to_owned(),
        };
        let text = record.write();
        self.storage.write(&key(id), &text)?;
        let there = self.storage.read(&key(id));
        match there {
            Ok(Some(there)) if there == text => {}
            // A good record that is not ours: another tab came between. It stays; saving again makes a copy.
            Ok(Some(there)) if Record::read(&there).is_ok() => return Err(StorageError::Unfaithful),
            Ok(_) => {
                let _ = match before {
                    Some(before) => self.storage.write(&key(id), before),
                    None => self.storage.remove(&key(id)),
                };
                return Err(StorageError::Unfaithful);
            }
            Err(error) => {
                // It was taken but cannot be checked. A new record is taken back; else this is what is there now, and
                // knowing that lets the next try write over it instead of keeping it twice.
                if before.is_some() || self.storage.remove(&key(id)).is_err() {
                    self.note_good(id, &record, &text);
                }
                return Err(error);
            }
        }
        self.note_good(id, &record, &text);
        Ok(())
    }

    fn note(&mut self, id: &str, text: &str) {
        let (entry, seen) = look(id, text);
        self.list_it(id, Some(entry));
        match seen {
            Some(seen) => self.seen.insert(id.to_owned(), seen),
            None => self.seen.remove(id),
        }
    }

    fn note_good(&mut self, id: &str, record: &Record, text: &str) {
        let (entry, seen) = look_at(id, record, text);
        self.list_it(id, Some(entry));
        self.seen.insert(id.to_owned(), seen);
    }

    /// Puts a line of the list in its place, or takes it away. What all take is counted along, not anew.
    fn list_it(&mut self, id: &str, entry: Option<Entry>) {
        let before = self.entries.get(id).map_or(0, |entry| entry.size);
        self.taken -= before;
        match entry {
            Some(entry) => {
                self.taken += entry.size;
                self.entries.insert(id.to_owned(), entry);
            }
            None => self.entries.remove(id),
        }
    }

    fn drop(&mut self, id: &str) {
        self.list_it(id, None);
        self.seen.remove(id);
    }
}
