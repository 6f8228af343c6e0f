//! The steps of the vault: what lies in the stores is looked at, what waits is handed to them, and what another tab wrote there
//! meanwhile stays.

use super::tags::{counted_on, is_sealed, seq_of, sum, tag, tags};
use super::{Inner, Opening, Seen, Under, Vault, Work};
use crate::storage::keys::{id_of, key};
use crate::storage::lock::Phase;
use crate::storage::migrate::SCHEMA;
use crate::storage::{Kind, Record, Storage, StorageError};

impl Vault {
    /// What to do next; it is under way from here on. What needs no sealing is done at once.
    pub fn step(&self) -> Work {
        let mut inner = self.inner.borrow_mut();
        let inner = &mut *inner;
        if inner.under_way.is_some() || inner.failed.is_some() {
            return Work::Rest;
        }
        while let Some(key) = inner.unread.pop() {
            match self.look(inner, &key) {
                Ok(Some(work)) => return work,
                Ok(None) => {}
                Err(error) => {
                    inner.unread.push(key);
                    inner.failed = Some(error);
                    return Work::Rest;
                }
            }
        }
        loop {
            let next = inner.waiting.iter().next();
            let Some((key, text)) = next.map(|(key, text)| (key.to_owned(), text.clone())) else {
                return Work::Rest;
            };
            inner.waiting.remove(&key);
            if let Some(work) = self.hand_over(inner, key, text) {
                return work;
            }
            if inner.failed.is_some() {
                return Work::Rest;
            }
        }
    }

    /// Looks at what lies under a key. What is plain is taken in at once.
    fn look(&self, inner: &mut Inner, at: &str) -> Result<Option<Work>, StorageError> {
        let stored = self.stores.read(at)?;
        let seq = stored.as_deref().map_or(0, seq_of);
        let sum = sum(stored.as_deref());
        let known = inner.seen.get(at).copied();
        let waiting = inner.waiting.get(at).and_then(Option::as_deref);
        if waiting.is_some_and(|text| known.is_some_and(|known| known.sum == super::tags::sum(Some(text)))) {
            // It only lay there before: nobody changed it here.
            inner.waiting.remove(at);
        }
        let waits = inner.waiting.get(at).is_some_and(|own| *own != stored);
        let seen = Seen {
            seq: seq.max(known.map_or(0, |seen| seen.seq)),
            ..match known {
                // What waits was made from what was seen before: it goes beside this, not over it.
                Some(known) if waits && stored.is_some() => known,
                _ => Seen { seq, sum, tried: sum },
            }
        };
        inner.seen.insert(at.to_owned(), seen);
        if let Some(left) = inner.left.get(at).cloned() {
            inner.left.remove(at);
            let home = if seq_of(&left) > seq {
                at.to_owned()
            } else {
                // Another tab has gone on from here meanwhile: both are kept.
                inner.unread.push(at.to_owned());
                self.free(at)?
            };
            let work = open(inner, at, home, &left, Opening::Left(left.clone()));
            return Ok(Some(work));
        }
        match stored {
            Some(text) if is_sealed(&text) => {
                Ok(Some(open(inner, at, at.to_owned(), &text, Opening::Stores)))
            }
            Some(text) => {
                if self.lock.borrow().phase != Phase::TurningOff && inner.waiting.get(at).is_none() {
                    inner.waiting.insert(at.to_owned(), Some(text.clone()));
                }
                self.take_in(inner, at, &text);
                Ok(None)
            }
            None => {
                if inner.waiting.get(at).is_none() {
                    let _ = self.plain.remove(at);
                    inner.changed.push(at.to_owned());
                }
                Ok(None)
            }
        }
    }

    /// A text of the stores, unless something newer waits.
    fn take_in(&self, inner: &mut Inner, at: &str, text: &str) {
        let newer = inner
            .waiting
            .get(at)
            .is_some_and(|own| own.as_deref() != Some(text));
        if !newer {
            // Memory takes everything.
            let _ = self.plain.write(at, text);
            inner.changed.push(at.to_owned());
        }
    }

    /// A key beside this one under which nothing lies.
    fn free(&self, at: &str) -> Result<String, StorageError> {
        let id = id_of(at).unwrap_or_default();
        let mut number = 2;
        loop {
            let place = key(&format!("{id}{number}"));
            if self.stores.read(&place)?.is_none() && self.plain.read(&place)?.is_none() {
                return Ok(place);
            }
            number += 1;
        }
    }

    /// Hands one change to the stores; gives the work where it has to be sealed first.
    fn hand_over(&self, inner: &mut Inner, at: String, text: Option<String>) -> Option<Work> {
        let plainly = self.lock.borrow().phase == Phase::TurningOff && !inner.closing;
        let done = match &text {
            None => self.stores.remove(&at).map(|()| {
                let seen = inner.seen.get(&at).copied().unwrap_or_default();
                inner.seen.insert(
                    at.clone(),
                    Seen {
                        sum: 0,
                        tried: 0,
                        ..seen
                    },
                );
            }),
            Some(text) => match self.is_as_seen(inner, &at) {
                Ok(false) => self.set_aside(inner, &at, text),
                Ok(true) if plainly => self.put(inner, &at, &counted_on(text, next_seq(inner, &at, text))),
                Err(error) if !inner.closing => Err(error),
                _ => {
                    let seq = next_seq(inner, &at, text);
                    let work = (tag(&at, &SCHEMA.to_string(), seq), text.clone());
                    let number = begin(inner, Under::Seal(at, seq, text.clone()));
                    return Some(Work::Seal(number, work.0, work.1));
                }
            },
        };
        if let Err(error) = done {
            // A deletion that the stores refuse when all is closed is one that was not made.
            if !(inner.closing && text.is_none()) {
                back(inner, at, text);
                inner.failed = Some(error);
            }
        }
        None
    }

    /// Whether nobody else has written there.
    pub(super) fn is_as_seen(&self, inner: &Inner, at: &str) -> Result<bool, StorageError> {
        let there = sum(self.stores.read(at)?.as_deref());
        let seen = inner.seen.get(at).copied().unwrap_or_default();
        Ok(there == seen.sum || there == seen.tried)
    }

    /// Another tab has written there: both are kept, and ours goes beside it.
    fn set_aside(&self, inner: &mut Inner, at: &str, text: &str) -> Result<(), StorageError> {
        let place = self.free(at)?;
        self.plain.write(&place, text)?;
        inner.waiting.insert(place.clone(), Some(text.to_owned()));
        inner.changed.push(place);
        if !inner.closing {
            inner.unread.push(at.to_owned());
        }
        Ok(())
    }

    /// Writes a text, and says so only if it can be read back.
    fn put(&self, inner: &mut Inner, at: &str, text: &str) -> Result<(), StorageError> {
        let mut seen = inner.seen.get(at).copied().unwrap_or_default();
        seen.tried = sum(Some(text));
        inner.seen.insert(at.to_owned(), seen);
        self.stores.write(at, text)?;
        if self.stores.read(at)?.as_deref() != Some(text) {
            return Err(StorageError::Unfaithful);
        }
        let seen = Seen {
            seq: seq_of(text).max(seen.seq),
            sum: seen.tried,
            tried: seen.tried,
        };
        inner.seen.insert(at.to_owned(), seen);
        Ok(())
    }

    /// What came of the sealing with this number.
    pub fn was_sealed(&self, number: u32, sealed: Option<String>) {
        let mut inner = self.inner.borrow_mut();
        let inner = &mut *inner;
        let Some(Under::Seal(at, seq, text)) = settled(inner, number) else {
            return;
        };
        let Some(body) = sealed else {
            back(inner, at, Some(text));
            inner.failed = Some(StorageError::Blocked);
            return;
        };
        let record = Record {
            kind: Kind::Sealed,
            seq,
            updated: 0,
            title: String::new(),
            body,
        };
        let sealed = record.write();
        let done = match self.is_as_seen(inner, &at) {
            Ok(true) => self.put(inner, &at, &sealed),
            Ok(false) => {
                back(inner, at, Some(text));
                return;
            }
            Err(error) => Err(error),
        };
        match done {
            Ok(()) => {}
            Err(_) if inner.closing => {
                if inner.waiting.get(&at).is_none() {
                    inner.left.insert(at, sealed);
                }
            }
            Err(error) => {
                back(inner, at, Some(text));
                inner.failed = Some(error);
            }
        }
    }

    /// What came of the opening with this number. What does not open with this key stays as it lies, and is shown as such.
    pub fn was_opened(&self, number: u32, opened: Option<String>) {
        let mut inner = self.inner.borrow_mut();
        let inner = &mut *inner;
        let Some(Under::Open(from, home, opening)) = settled(inner, number) else {
            return;
        };
        match (opening, opened) {
            (Opening::Left(left), None) => inner.left.insert(from, left),
            (Opening::Left(_), Some(text)) => {
                let _ = self.plain.write(&home, &text);
                inner.changed.push(home.clone());
                inner.waiting.insert(home, Some(text));
            }
            (Opening::Stores, Some(text)) => {
                if self.lock.borrow().phase == Phase::TurningOff && inner.waiting.get(&home).is_none() {
                    inner.waiting.insert(home.clone(), Some(text.clone()));
                }
                self.take_in(inner, &home, &text);
            }
            (Opening::Stores, None) => {
                if let Ok(Some(text)) = self.stores.read(&from) {
                    self.take_in(inner, &home, &text);
                }
            }
        }
    }
}

/// Begins a step.
fn begin(inner: &mut Inner, under: Under) -> u32 {
    inner.number = inner.number.wrapping_add(1);
    inner.under_way = Some(under);
    inner.number
}

/// What was under way under this number.
fn settled(inner: &mut Inner, number: u32) -> Option<Under> {
    if inner.number == number {
        inner.under_way.take()
    } else {
        None
    }
}

/// A change that was not taken waits again, unless something newer does.
fn back(inner: &mut Inner, at: String, text: Option<String>) {
    if inner.waiting.get(&at).is_none() {
        inner.waiting.insert(at, text);
    }
}

fn open(inner: &mut Inner, at: &str, home: String, text: &str, opening: Opening) -> Work {
    let body = text.splitn(3, '\n').nth(2).unwrap_or_default().to_owned();
    let tags = tags(at, text);
    let number = begin(inner, Under::Open(at.to_owned(), home, opening));
    Work::Open(number, tags, body)
}

/// How often a record will have been written with this text: more often than any form of it before.
fn next_seq(inner: &Inner, at: &str, text: &str) -> u64 {
    let seen = inner.seen.get(at).map_or(0, |seen| seen.seq);
    seen.saturating_add(1).max(seq_of(text))
}
