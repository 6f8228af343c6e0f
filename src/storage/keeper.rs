//! The keeper: a shelf, and beside it in memory whatever the shelf could not take.
//!
//! In: records to keep. Out: whether the shelf has them. A record that the browser refused stays readable, in the list and
//! in every download; it goes onto the shelf as soon as that has room again.

use std::rc::Rc;

use super::{Deleted, Entry, Kind, Memory, Record, Room, Saved, Shelf, Storage, StorageError, room, shelf};
use crate::domain::sorted::sorted;

/// A shelf and what it could not take.
pub struct Keeper {
    shelf: Shelf,
    /// Newer than the shelf, record by record.
    unkept: Shelf,
}

/// What is to be kept.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// Under which id.
    pub id: &'a str,
    /// What it holds.
    pub kind: Kind,
    /// Its name.
    pub title: &'a str,
    /// What it holds, as JSON.
    pub body: &'a str,
    /// When, by the device's clock.
    pub now: u64,
}

/// A record that was deleted, for as long as it can be brought back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    kept: Option<Deleted>,
    unkept: Option<Deleted>,
}

impl Keeper {
    /// Opens a storage.
    ///
    /// # Errors
    /// [`StorageError::Blocked`] when nothing can be read at all.
    pub fn open(storage: Rc<dyn Storage>) -> Result<Self, StorageError> {
        Ok(Self {
            shelf: Shelf::open(storage)?,
            unkept: Shelf::open(Rc::new(Memory::default()))?,
        })
    }

    /// Opens a storage with this record alone, where it is there and holds what it should; the rest comes with [`Keeper::read_on`], and
    /// until then no list is whole. Where it is not so, all is read. However much is kept, opening takes as long.
    ///
    /// # Errors
    /// [`StorageError::Blocked`] when nothing can be read at all.
    pub fn open_at(storage: Rc<dyn Storage>, id: &str, kind: Kind) -> Result<Self, StorageError> {
        let mut keeper = Self {
            shelf: Shelf::begin(storage),
            unkept: Shelf::open(Rc::new(Memory::default()))?,
        };
        keeper.shelf.reread(id);
        if keeper.shelf.entry(id).and_then(|entry| entry.kind) != Some(kind) {
            keeper.shelf.read_on(usize::MAX)?;
        }
        Ok(keeper)
    }

    /// Reads at most so many records of those that were not read yet.
    ///
    /// # Errors
    /// [`StorageError`]; the next call goes on where this one stopped.
    pub fn read_on(&mut self, most: usize) -> Result<(), StorageError> {
        self.shelf.read_on(most)
    }

    /// Begins anew: nothing is read yet. What could not be kept stays beside it.
    pub fn read_anew(&mut self) {
        self.shelf.read_anew();
    }

    /// Whether everything there is was read.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.shelf.is_whole()
    }

    /// Every record, the last written first.
    #[must_use]
    pub fn list(&self) -> Vec<Entry> {
        let kept = self.shelf.list().into_iter();
        let kept = kept.filter(|entry| self.unkept.entry(&entry.id).is_none());
        let list = sorted(kept.chain(self.unkept.list()), |a, b| {
            (b.updated, a.id.as_str()) > (a.updated, b.id.as_str())
        });
        list.into_iter().cloned().collect()
    }

    /// Every record, in no order that means anything: nothing is copied or put in order for a question that needs neither.
    pub fn all(&self) -> impl Iterator<Item = &Entry> {
        let kept = self.shelf.entries();
        let kept = kept.filter(|entry| self.unkept.entry(&entry.id).is_none());
        kept.chain(self.unkept.entries())
    }

    /// The records that pass: the first ones of [`Keeper::list`], at most so many, and how many there are. A time after `now` is from
    /// a clock that was wrong: it sorts last. However many records there are, no more than those are copied.
    #[must_use]
    pub fn newest(&self, most: usize, now: u64, passes: &dyn Fn(&Entry) -> bool) -> (Vec<Entry>, usize) {
        let follows = |a: &Entry, b: &Entry| {
            let wrong = |entry: &Entry| entry.updated > now;
            (wrong(a), b.updated, a.id.as_str()) > (wrong(b), a.updated, b.id.as_str())
        };
        let mut first: Vec<&Entry> = Vec::new();
        let mut count = 0;
        for entry in self.all().filter(|entry| passes(entry)) {
            count += 1;
            let at = first.partition_point(|one| !follows(one, entry));
            if at < most {
                first.truncate(most - 1);
                first.insert(at, entry);
            }
        }
        (first.into_iter().cloned().collect(), count)
    }

    /// One line of the list.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.unkept.entry(id).or_else(|| self.shelf.entry(id))
    }

    /// A record that can be read, in its newest form.
    #[must_use]
    pub fn record(&self, id: &str) -> Option<Record> {
        self.unkept.record(id).or_else(|| self.shelf.record(id))
    }

    /// The stored text as it is, whatever its state.
    #[must_use]
    pub fn raw(&self, id: &str) -> Option<String> {
        self.unkept.raw(id).or_else(|| self.shelf.raw(id))
    }

    /// Whether the newest form of this record is in memory only because the shelf could not take it.
    #[must_use]
    pub fn is_unkept(&self, id: &str) -> bool {
        self.unkept.entry(id).is_some()
    }

    /// Whether there is any such record.
    #[must_use]
    pub fn has_unkept(&self) -> bool {
        self.unkept.entries().next().is_some()
    }

    /// How much room is left, by our own count.
    #[must_use]
    pub fn room(&self) -> Room {
        room(self.shelf.taken())
    }

    /// Keeps a record, new or changed. Where that fails it stays in memory, and the old state is intact.
    ///
    /// # Errors
    /// [`StorageError`]: why the shelf did not take it.
    pub fn keep(&mut self, page: Page<'_>, fresh: impl Fn() -> String) -> Result<Saved, StorageError> {
        let saved = self.shelve(page, fresh);
        match saved {
            Ok(_) => drop(self.unkept.delete(page.id)),
            // Memory takes everything: what is on screen is readable from here on.
            Err(_) => drop(put(&mut self.unkept, page)),
        }
        saved
    }

    fn shelve(&mut self, page: Page<'_>, fresh: impl Fn() -> String) -> Result<Saved, StorageError> {
        let Page {
            id,
            kind,
            title,
            body,
            now,
        } = page;
        if self.shelf.entry(id).is_some() {
            return self.shelf.save(id, title, body, now, fresh);
        }
        if self.room() == Room::Out {
            return Err(StorageError::NearlyFull);
        }
        match self.shelf.create(id, kind, title, body, now) {
            // Another tab keeps a record under this id.
            Err(StorageError::ReadOnly) => {
                let copy = fresh();
                self.shelf.create(&copy, kind, title, body, now)?;
                self.shelf.reread(id);
                Ok(Saved::Copy(copy))
            }
            other => other.map(|()| Saved::Here),
        }
    }

    /// Tries again to keep what the shelf could not take. What got another id, because another tab had written it, is
    /// given back: old id and new one.
    ///
    /// # Errors
    /// [`StorageError`]: why something is still in memory only.
    pub fn catch_up(&mut self, fresh: impl Fn() -> String) -> Result<Vec<(String, String)>, StorageError> {
        let ids: Vec<String> = self.unkept.list().iter().map(|entry| entry.id.clone()).collect();
        let (mut moved, mut failed) = (Vec::new(), None);
        for id in ids {
            let Some(record) = self.unkept.record(&id) else {
                continue;
            };
            let page = Page {
                id: &id,
                kind: record.kind,
                title: &record.title,
                body: &record.body,
                now: record.updated,
            };
            match self.keep(page, &fresh) {
                Ok(Saved::Here) => {}
                Ok(Saved::Copy(copy)) => moved.push((id, copy)),
                Err(error) => failed = Some(error),
            }
        }
        failed.map_or(Ok(moved), Err)
    }

    /// Removes a record, also one set aside; what is returned brings it back as it was.
    ///
    /// # Errors
    /// [`StorageError`]; then it is still there.
    pub fn delete(&mut self, id: &str) -> Result<Removed, StorageError> {
        let there = self.shelf.entry(id).is_some() && self.shelf.raw(id).is_some();
        let kept = there.then(|| self.shelf.delete(id)).transpose()?;
        if kept.is_none() {
            self.shelf.reread(id);
        }
        let unkept = self.unkept.entry(id).is_some();
        let unkept = unkept.then(|| self.unkept.delete(id)).transpose()?;
        Ok(Removed { kept, unkept })
    }

    /// Whether a record is there again that was deleted.
    #[must_use]
    pub fn is_back(&self, removed: &Removed) -> bool {
        let mut both = [&removed.kept, &removed.unkept].into_iter().flatten();
        both.any(|one| self.entry(one.id()).is_some())
    }

    /// Brings back what was deleted.
    ///
    /// # Errors
    /// [`StorageError`]; then it can be tried again.
    pub fn undelete(&mut self, removed: &Removed) -> Result<(), StorageError> {
        if let Some(deleted) = &removed.kept {
            self.shelf.undelete(deleted)?;
        }
        removed
            .unkept
            .as_ref()
            .map_or(Ok(()), |deleted| self.unkept.undelete(deleted))
    }

    /// Puts stored texts on the shelf as they are, in this order, over whatever is there: all of them or none.
    ///
    /// # Errors
    /// [`StorageError`]; then everything is as it was. What the browser does not take back either stays in memory.
    pub fn lay_all(&mut self, texts: &[(String, String)]) -> Result<(), StorageError> {
        let mut before = Vec::with_capacity(texts.len());
        for (id, text) in texts {
            let laid = self.shelf.text(id).and_then(|old| {
                before.push((id, old));
                self.shelf.lay(id, Some(text))
            });
            if let Err(error) = laid {
                self.take_back(before);
                return Err(error);
            }
        }
        for (id, _) in texts {
            let _ = self.unkept.delete(id);
        }
        Ok(())
    }

    fn take_back(&mut self, before: Vec<(&String, Option<String>)>) {
        for (id, old) in before.into_iter().rev() {
            if self.shelf.lay(id, old.as_deref()).is_err()
                && self.unkept.entry(id).is_none()
                && let Some(old) = old
            {
                let _ = self.unkept.lay(id, Some(&old));
            }
        }
    }

    /// Reads one record anew: before it is opened, or after another tab wrote it.
    pub fn reread(&mut self, id: &str) {
        self.shelf.reread(id);
    }

    /// Looks for records that another tab made, without touching those that are known.
    pub fn look_for_new(&mut self, storage: &dyn Storage) {
        for key in storage.keys().unwrap_or_default() {
            if let Some(id) = shelf::id_of(&key)
                && self.shelf.entry(id).is_none()
            {
                self.shelf.reread(id);
            }
        }
    }

    /// Every key and its text, as they are stored; of what could not be kept, the newest form, as it would be.
    ///
    /// # Errors
    /// [`StorageError`] of the first that cannot be read.
    pub fn everything(&self) -> Result<Vec<(String, String)>, StorageError> {
        let storage = self.shelf.storage();
        let read = |key: String| {
            let text = storage.read(&key)?.unwrap_or_default();
            Ok((key, text))
        };
        let stored: Result<Vec<_>, StorageError> = storage.keys()?.into_iter().map(read).collect();
        let mut all = stored?;
        for (id, text) in self.unkept() {
            let key = shelf::key(&id);
            all.retain(|(one, _)| *one != key);
            all.push((key, text));
        }
        Ok(all)
    }

    /// Moves everything to another storage. Where that holds another record under the same id, both are kept; what got
    /// another id is given back.
    ///
    /// # Errors
    /// [`StorageError`]; then everything is where it was.
    pub fn move_to(
        &mut self,
        storage: Rc<dyn Storage>,
        fresh: impl Fn() -> String,
    ) -> Result<Vec<(String, String)>, StorageError> {
        let there = Shelf::open(Rc::clone(&storage))?;
        let clashing: Vec<Entry> = there
            .list()
            .into_iter()
            .filter(|entry| {
                self.raw(&entry.id)
                    .is_some_and(|raw| there.raw(&entry.id) != Some(raw))
            })
            .cloned()
            .collect();
        let mut moved = Vec::new();
        for Entry { id, .. } in clashing {
            let copy = fresh();
            let title = self
                .entry(&id)
                .map(|entry| entry.title.clone())
                .unwrap_or_default();
            let now = self.entry(&id).map_or(0, |entry| entry.updated);
            self.shelf.duplicate(&id, &copy, &title, now)?;
            self.delete(&id)?;
            moved.push((id, copy));
        }
        self.shelf.move_to(Rc::clone(&storage))?;
        self.shelf = Shelf::open(storage)?;
        // What does not fit yet stays beside the shelf, as before.
        moved.extend(self.catch_up(fresh).unwrap_or_default());
        Ok(moved)
    }

    /// The same records lie in another storage now; what could not be kept stays beside it.
    ///
    /// # Errors
    /// [`StorageError`]; then everything is as it was.
    pub fn turn_to(&mut self, storage: Rc<dyn Storage>) -> Result<(), StorageError> {
        self.shelf = Shelf::open(storage)?;
        Ok(())
    }

    /// The stored texts of what could not be kept, with their ids.
    #[must_use]
    pub fn unkept(&self) -> Vec<(String, String)> {
        let list = self.unkept.list().into_iter();
        list.filter_map(|entry| Some((entry.id.clone(), self.unkept.raw(&entry.id)?)))
            .collect()
    }

    /// Forgets everything here.
    ///
    /// # Errors
    /// [`StorageError`]; some keys may be left, and calling it again goes on.
    pub fn forget(&mut self) -> Result<(), StorageError> {
        self.unkept.forget()?;
        self.shelf.forget()
    }
}

fn put(shelf: &mut Shelf, page: Page<'_>) -> Result<(), StorageError> {
    let Page {
        id,
        kind,
        title,
        body,
        now,
    } = page;
    if shelf.entry(id).is_some() {
        // Nobody else writes to this memory: there is never a copy.
        shelf.save(id, title, body, now, String::new).map(|_| ())
    } else {
        shelf.create(id, kind, title, body, now)
    }
}
