//! The vault: what stands before the two stores while the lock is on and open. Its texts are plain and in memory; what it hands
//! to the stores is sealed.
//!
//! In: reads and writes, as for any [`Storage`], answered at once; and what came of each step. Out: the next step. Like the pump
//! it does nothing itself: whoever runs it seals or opens a text as it says. Of each record only the newest text waits. A
//! sealed record is an ordinary record whose body is another one, sealed; what binds it to its place is its tag: key, form, and
//! how often it was written, which counts on when a record goes from plain to sealed and back, so that the newest copy wins.

mod steps;
mod tags;

use std::cell::RefCell;
use std::mem::take;
use std::rc::Rc;

use super::keys::{LOCK, id_of};
use super::lock::{LockRecord, Phase};
use super::{Memory, Storage, StorageError};
use crate::domain::sorted::Sorted;
use tags::is_sealed;

/// What is to be done next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Work {
    /// Nothing: all is done, something is under way, or it failed and waits for the next change.
    Rest,
    /// Seal this text with this tag, then [`Vault::was_sealed`] with the number.
    Seal(u32, String, String),
    /// Open this text, which has one of these tags, then [`Vault::was_opened`] with the number.
    Open(u32, Vec<String>, String),
}

/// What is under way.
enum Under {
    /// This text is being sealed for this key, to be written for the so-many-th time.
    Seal(String, u64, String),
    /// The text that lies under the first key is being opened for the second.
    Open(String, String, Opening),
}

/// Where a text that is being opened comes from.
enum Opening {
    Stores,
    /// It was sealed when the vault was closed, and the stores did not take it.
    Left(String),
}

/// What lies in the stores as far as the vault knows.
#[derive(Clone, Copy, Default)]
struct Seen {
    seq: u64,
    sum: u64,
    /// What was to be written last, and perhaps was.
    tried: u64,
}

#[derive(Default)]
struct Inner {
    /// Keys whose text in the stores was not looked at yet.
    unread: Vec<String>,
    waiting: Sorted<Option<String>>,
    under_way: Option<Under>,
    /// Counts the steps.
    number: u32,
    seen: Sorted<Seen>,
    left: Sorted<String>,
    /// Keys whose text is another one without anybody here having written it.
    changed: Vec<String>,
    failed: Option<StorageError>,
    closing: bool,
}

/// See above.
pub struct Vault {
    stores: Rc<dyn Storage>,
    plain: Memory,
    lock: RefCell<LockRecord>,
    inner: RefCell<Inner>,
}

impl Vault {
    /// Opens what is kept under this lock, finishing what was interrupted. `left`: what an earlier one gave back from
    /// [`Vault::left`].
    ///
    /// # Errors
    /// [`StorageError::Blocked`]: the stores cannot be read.
    pub fn open(
        stores: Rc<dyn Storage>,
        lock: LockRecord,
        left: Sorted<String>,
    ) -> Result<Self, StorageError> {
        let mut unread = stores.keys()?;
        unread.retain(|key| id_of(key).is_some());
        for (key, _) in left.iter() {
            if !unread.iter().any(|one| one == key) {
                unread.push(key.to_owned());
            }
        }
        let inner = Inner {
            unread,
            left,
            ..Inner::default()
        };
        Ok(Self {
            stores,
            plain: Memory::default(),
            lock: RefCell::new(lock),
            inner: RefCell::new(inner),
        })
    }

    /// Turns the lock on: what is kept will be sealed, step by step.
    ///
    /// # Errors
    /// [`StorageError`]; then nothing has changed.
    pub fn turn_on(stores: Rc<dyn Storage>, lock: LockRecord) -> Result<Self, StorageError> {
        let phase = Phase::TurningOn;
        let lock = LockRecord { phase, ..lock };
        let vault = Self::open(stores, lock.clone(), Sorted::new())?;
        vault.set_lock(lock)?;
        Ok(vault)
    }

    /// The lock as it is.
    #[must_use]
    pub fn lock(&self) -> LockRecord {
        self.lock.borrow().clone()
    }

    /// Another passphrase, or other minutes: one record is written.
    ///
    /// # Errors
    /// [`StorageError`]; then the old one is there, unless the browser takes nothing any more: then it may be either.
    pub fn set_lock(&self, lock: LockRecord) -> Result<(), StorageError> {
        let text = lock.write();
        let before = self.stores.read(LOCK)?;
        self.stores.write(LOCK, &text)?;
        let error = match self.stores.read(LOCK) {
            Ok(Some(there)) if there == text => {
                self.lock.replace(lock);
                return Ok(());
            }
            Ok(_) => StorageError::Unfaithful,
            Err(error) => error,
        };
        let _ = match before {
            Some(before) => self.stores.write(LOCK, &before),
            None => self.stores.remove(LOCK),
        };
        Err(error)
    }

    /// Turns the lock off: what is kept will be plain again, step by step.
    ///
    /// # Errors
    /// [`StorageError`]; then it is on.
    pub fn turn_off(&self) -> Result<(), StorageError> {
        let lock = self.lock();
        self.set_lock(LockRecord {
            seq: lock.seq + 1,
            phase: Phase::TurningOff,
            ..lock
        })?;
        let mut inner = self.inner.borrow_mut();
        inner.failed = None;
        for key in self.plain.keys()? {
            // What could not be opened here stays as it lies.
            let text = self.plain.read(&key)?;
            let opened = text.as_ref().is_some_and(|text| !is_sealed(text));
            if opened && inner.waiting.get(&key).is_none() {
                inner.waiting.insert(key, text);
            }
        }
        Ok(())
    }

    /// Takes the last step of turning the lock on or off, once nothing waits any more and the journal has it all. Says whether
    /// the lock is off now.
    ///
    /// # Errors
    /// [`StorageError`]; then it can be tried again.
    pub fn finish(&self) -> Result<bool, StorageError> {
        let lock = self.lock();
        match lock.phase {
            Phase::On => Ok(false),
            Phase::TurningOn => {
                self.set_lock(LockRecord {
                    seq: lock.seq + 1,
                    phase: Phase::On,
                    ..lock
                })?;
                Ok(false)
            }
            Phase::TurningOff => self.stores.remove(LOCK).map(|()| true),
        }
    }

    /// What lies under these keys in the stores is another text now.
    pub fn look_at(&self, keys: impl IntoIterator<Item = String>) {
        self.inner.borrow_mut().unread.extend(keys);
    }

    /// Looks once more at what is another text in the stores than it was when it was looked at.
    pub fn look_again(&self) {
        let mut inner = self.inner.borrow_mut();
        for at in self.stores.keys().unwrap_or_default() {
            if id_of(&at).is_some() && self.is_as_seen(&inner, &at) == Ok(false) {
                inner.unread.push(at);
            }
        }
    }

    /// From here on nothing more comes: what the stores do not take is to be left, sealed.
    pub fn close(&self) {
        let mut inner = self.inner.borrow_mut();
        inner.closing = true;
        inner.failed = None;
        inner.unread = Vec::new();
    }

    /// Nothing of it is wanted any more.
    pub fn discard(&self) {
        let number = self.inner.borrow().number.wrapping_add(1);
        self.inner.replace(Inner {
            number,
            ..Inner::default()
        });
    }

    /// What the stores did not take, sealed, by key.
    #[must_use]
    pub fn left(&self) -> Sorted<String> {
        self.inner.borrow().left.clone()
    }

    /// Whether everything that is kept was looked at.
    #[must_use]
    pub fn is_read(&self) -> bool {
        let inner = self.inner.borrow();
        inner.unread.is_empty() && !matches!(inner.under_way, Some(Under::Open(..)))
    }

    /// Whether everything is in the stores.
    #[must_use]
    pub fn is_done(&self) -> bool {
        let inner = self.inner.borrow();
        inner.unread.is_empty()
            && inner.waiting.is_empty()
            && inner.under_way.is_none()
            && inner.left.is_empty()
    }

    /// Why the last step failed, if it did.
    #[must_use]
    pub fn failed(&self) -> Option<StorageError> {
        self.inner.borrow().failed
    }

    /// The ids whose text is another one without anybody here having written it; once.
    #[must_use]
    pub fn changed(&self) -> Vec<String> {
        let keys = take(&mut self.inner.borrow_mut().changed);
        let ids = keys.iter().filter_map(|key| id_of(key));
        ids.map(str::to_owned).collect()
    }
}

impl Storage for Vault {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.plain.keys()
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.plain.read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.plain.write(key, text)?;
        self.note(key, Some(text.to_owned()));
        Ok(())
    }

    fn seals(&self) -> bool {
        true
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.plain.remove(key)?;
        self.note(key, None);
        Ok(())
    }
}

impl Vault {
    fn note(&self, key: &str, text: Option<String>) {
        let mut inner = self.inner.borrow_mut();
        inner.waiting.insert(key.to_owned(), text);
        // What failed is tried again with the next change.
        inner.failed = None;
    }
}
