//! Two stores, one truth: a storage that answers at once, and a journal that outlives a killed browser.
//!
//! In: reads and writes, as for any [`Storage`]; once, the rows of the journal. Out: each change is in the first store
//! before the call returns, and noted in the [`Pump`] for the journal. Where the two differ when they meet, the newest valid
//! text of each record stays, the other store is put right, and what is no older form of it is set aside and shown.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::gone::Gone;
use super::keys::{LOCK, gone_key, id_of, is_journalled, key, key_gone};
use super::pump::{Pump, Safety};
use super::verdict::{Verdict, after_change, verdict};
use super::{Storage, StorageError};
use crate::domain::sorted::Sorted;

/// What the journal holds under a key, held against the first store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// The text that the first store has there, too: mostly so, and then nobody has to read it.
    Same,
    /// Another one.
    Text(String),
}

/// What the journal holds: the keys of what is the same in the first store, and the texts of the rest.
#[derive(Default)]
struct There {
    same: Sorted<()>,
    texts: Sorted<String>,
}

impl There {
    fn has(&self, key: &str) -> bool {
        self.same.get(key).is_some() || self.texts.get(key).is_some()
    }
}

/// A storage and the pump of its journal.
pub struct Journalled {
    first: Rc<dyn Storage>,
    pump: Rc<RefCell<Pump>>,
    /// What the journal has and the first store had no room for.
    beside: RefCell<Sorted<String>>,
    /// What was deleted since the page is open, or before that and the journal may not know.
    gone: RefCell<Sorted<Gone>>,
    /// The keys of those that the first store remembers, until the journal knows.
    remembered: RefCell<Vec<String>>,
    /// The latest time of a deletion that is known of.
    latest: Cell<u64>,
    now: fn() -> u64,
}

impl Journalled {
    /// Over this storage; the pump learns of every change. `now` is the device's clock.
    #[must_use]
    pub fn new(first: Rc<dyn Storage>, pump: Rc<RefCell<Pump>>, now: fn() -> u64) -> Self {
        Self {
            first,
            pump,
            beside: RefCell::default(),
            gone: RefCell::default(),
            remembered: RefCell::default(),
            latest: Cell::new(0),
            now,
        }
    }

    /// Begins anew, because another tab or the browser itself may have changed either store: the first one counts, and the
    /// journal has to be read.
    pub fn begin(&self) {
        self.pump.borrow_mut().begin();
        for (key, text) in self.beside.take().iter() {
            // What the first store has by now may be newer than what it had no room for.
            if !matches!(self.first.read(key), Ok(Some(_))) {
                self.beside.borrow_mut().insert(key.to_owned(), text.clone());
            }
        }
    }

    /// What came of the reading with this number: both stores are brought together. Gives the ids whose text is another one
    /// now. Where the first store cannot be read nothing is done, and the pump reads again later. The rows were held against the first
    /// store since this tab writes: what it has changed there since then, the pump knows of and has before it.
    pub fn was_read(&self, number: u32, rows: Option<Vec<(String, Row)>>) -> Vec<String> {
        let (mut journal, mut gone) = (There::default(), Vec::new());
        let well = rows.is_some();
        for (key, row) in rows.unwrap_or_default() {
            match row {
                _ if key_gone(&key).is_some() => gone.push((key, row)),
                Row::Text(text) if is_journalled(&key) => journal.texts.insert(key, text),
                Row::Same => journal.same.insert(key, ()),
                Row::Text(_) => {}
            }
        }
        let here = if well { self.here(&journal.same).ok() } else { None };
        if !self.pump.borrow_mut().was_read(number, here.is_some()) {
            return Vec::new();
        }
        let Some(here) = here else {
            return Vec::new();
        };
        for (key, row) in gone {
            self.is_undone(&key, row);
        }
        self.look_beside(|key| here.get(key).is_some() || journal.has(key));
        let mut changed = Vec::new();
        for (key, text) in here.iter().filter(|(key, _)| !journal.has(key)) {
            self.meet_one(key, Some(text.clone()), &journal, &mut changed);
        }
        for (key, _) in journal.texts.iter() {
            self.meet_one(key, here.get(key).cloned(), &journal, &mut changed);
        }
        self.pump.borrow_mut().has_met();
        self.journal_knows();
        changed
    }

    /// What is known nowhere else stays, and goes into the journal; the rest is judged anew.
    fn look_beside(&self, known: impl Fn(&str) -> bool) {
        for (key, text) in self.beside.take().iter().filter(|(key, _)| !known(key)) {
            self.note(key, Some(text.clone()));
            self.beside.borrow_mut().insert(key.to_owned(), text.clone());
        }
    }

    /// Everything in the first store, or nothing of it; without what the journal has too.
    fn here(&self, same: &Sorted<()>) -> Result<Sorted<String>, StorageError> {
        let mut all = Sorted::new();
        for key in self.first.keys()? {
            let gone = key_gone(&key);
            if (gone.is_some() || (is_journalled(&key) && same.get(&key).is_none()))
                && let Some(text) = self.first.read(&key)?
            {
                match (gone, Gone::read(&text)) {
                    (None, _) => all.insert(key, text),
                    (Some(record), Some(gone)) => {
                        self.latest.set(self.latest.get().max(gone.when()));
                        self.remembered.borrow_mut().push(key);
                        self.gone.borrow_mut().insert(record, gone);
                    }
                    (Some(_), None) => {}
                }
            }
        }
        Ok(all)
    }

    /// What came of the writing with this number.
    pub fn was_written(&self, number: u32, well: bool) {
        self.pump.borrow_mut().was_written(number, well);
        self.journal_knows();
    }

    /// What was deleted need not be remembered here once the journal has taken it all.
    fn journal_knows(&self) {
        if self.pump.borrow().safety() != Safety::Saved {
            return;
        }
        for key in self.remembered.take() {
            // One that stays is read again the next time, and says nothing new.
            let _ = self.first.remove(&key);
        }
    }

    fn meet_one(&self, key: &str, here: Option<String>, journal: &There, changed: &mut Vec<String>) {
        let there = journal.texts.get(key).map(String::as_str);
        let verdict = match self.pump.borrow().first(key) {
            Some(before) => after_change(here.is_some(), before.as_deref(), there),
            None => verdict(here.as_deref(), there),
        };
        let is_new = match (verdict, here, there) {
            (Verdict::First, Some(here), _) => {
                self.note(key, Some(here));
                return;
            }
            (Verdict::FirstAndAside, Some(here), Some(there)) => {
                changed.extend(self.set_aside(key, there, journal));
                self.note(key, Some(here));
                return;
            }
            (Verdict::Journal, None, Some(there)) if self.was_deleted(key, there) => return,
            (Verdict::Journal, _, Some(there)) => {
                self.put_right(key, there);
                true
            }
            (Verdict::JournalAndAside, Some(here), Some(there)) => {
                changed.extend(self.set_aside(key, &here, journal));
                self.put_right(key, there);
                true
            }
            (Verdict::Gone, Some(_), _) => self.first.remove(key).is_ok(),
            (Verdict::Same, None, Some(there)) => {
                // Long gone from both: there is nothing left that could come back.
                if Gone::read(there).is_some_and(|gone| gone.is_old((self.now)()))
                    && self.pump.borrow().first(key).is_none()
                {
                    self.note(key, None);
                }
                return;
            }
            _ => return,
        };
        if is_new && let Some(id) = id_of(key) {
            changed.push(id.to_owned());
        }
    }

    /// The journal knows that this deletion was undone: an older state of the first store may still remember it.
    fn is_undone(&self, place: &str, row: Row) {
        let text = match row {
            Row::Text(text) => Some(text),
            Row::Same => self.first.read(place).ok().flatten(),
        };
        let (Some(key), Some(undone)) = (key_gone(place), text.and_then(|text| Gone::read(&text))) else {
            return;
        };
        self.latest.set(self.latest.get().max(undone.when()));
        let gone = self.gone.borrow().get(&key).copied();
        if gone.is_some_and(|gone| gone.is_undone_by(undone)) {
            self.gone.borrow_mut().remove(&key);
        }
        if undone.is_old((self.now)()) {
            self.pump.borrow_mut().note(place, None);
        }
    }

    /// Whether this was deleted before the journal could hear of it; it hears now.
    fn was_deleted(&self, key: &str, text: &str) -> bool {
        let gone = self.gone.borrow().get(key).copied();
        let deleted = gone.filter(|gone| gone.covers(text));
        if let Some(gone) = deleted {
            self.note(key, Some(gone.write()));
        }
        deleted.is_some()
    }

    /// Another tab has written or removed this key in the first store. Who removes a record tells the journal so itself.
    pub fn heard(&self, key: &str) {
        self.beside.borrow_mut().remove(key);
        if let Ok(Some(text)) = self.first.read(key) {
            self.note(key, Some(text));
        }
    }

    /// The time of a deletion: after every other one, whatever the clock says.
    fn time_of_deletion(&self) -> u64 {
        let time = (self.now)().max(self.latest.get().saturating_add(1));
        self.latest.set(time);
        time
    }

    fn note(&self, key: &str, text: Option<String>) {
        if is_journalled(key) {
            self.pump.borrow_mut().note(key, text);
        }
    }

    /// The journal's text goes into the first store; where there is no room for it, it is read from here.
    fn put_right(&self, key: &str, text: &str) {
        let taken = self.first.write(key, text).is_ok()
            && self
                .first
                .read(key)
                .is_ok_and(|there| there.as_deref() == Some(text));
        if !taken {
            self.beside.borrow_mut().insert(key.to_owned(), text.to_owned());
        }
    }

    /// Keeps a text under an id of its own, in both stores. Gives that id. There is one lock, and an older form of it is of no use.
    fn set_aside(&self, from: &str, text: &str, journal: &There) -> Option<String> {
        if from == LOCK {
            return None;
        }
        let id = id_of(from).unwrap_or_default();
        let mut number = 2;
        loop {
            let place = format!("{id}{number}");
            let free = |there: Option<&str>| there.is_none_or(|there| there == text);
            let is_free = free(journal.texts.get(&key(&place)).map(String::as_str));
            match self.read(&key(&place)) {
                Ok(here) if is_free && free(here.as_deref()) => self.put_right(&key(&place), text),
                // It cannot be seen whether the place is free: nothing is written there.
                Err(_) if is_free && !journal.has(&key(&place)) => {
                    self.beside.borrow_mut().insert(key(&place), text.to_owned());
                }
                _ => {
                    number += 1;
                    continue;
                }
            }
            self.note(&key(&place), Some(text.to_owned()));
            return Some(place);
        }
    }
}

impl Storage for Journalled {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let mut keys = self.first.keys()?;
        for (key, _) in self.beside.borrow().iter() {
            if !keys.iter().any(|one| one == key) {
                keys.push(key.to_owned());
            }
        }
        Ok(keys)
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        let beside = self.beside.borrow().get(key).cloned();
        beside.map_or_else(|| self.first.read(key), |text| Ok(Some(text)))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.pump
            .borrow_mut()
            .before(key, || self.first.read(key).ok().flatten());
        self.first.write(key, text)?;
        self.beside.borrow_mut().remove(key);
        let undone = self.gone.borrow().get(key).copied();
        if let Some(gone) = undone {
            self.gone.borrow_mut().remove(key);
            self.pump.borrow_mut().note(&gone_key(key), Some(gone.write()));
            let _ = self.first.remove(&gone_key(key));
        }
        self.note(key, Some(text.to_owned()));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        let text = self.read(key)?;
        self.pump.borrow_mut().before(key, || text.clone());
        self.first.remove(key)?;
        self.beside.borrow_mut().remove(key);
        if let Some(text) = text.filter(|_| is_journalled(key)) {
            let gone = Gone::of(&text, self.time_of_deletion());
            // Room was just made; where it is refused all the same, only a journal that is broken too would bring it back.
            let _ = self.first.write(&gone_key(key), &gone.write());
            self.remembered.borrow_mut().push(gone_key(key));
            self.gone.borrow_mut().insert(key.to_owned(), gone);
            self.note(key, Some(gone.write()));
        }
        Ok(())
    }
}
