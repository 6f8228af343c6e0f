//! The lock, worked: turned on, opened, closed, changed and turned off. Comes with the second module.
//!
//! The key is here while the lock is open, and nowhere else; the passphrase is nowhere once its work is done. What the vault
//! says is to be done, is done here with the browser's own seal.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use super::{Ask, Lock, Session, Status};
use crate::browser::subtle::{self, CryptoKey};
use crate::browser::{clock, page, strongbox};
use crate::domain::sealing::SealError;
use crate::domain::sorted::Sorted;
use crate::storage::shelf::key;
use crate::storage::{
    Journalled, Keeper, LOCK, LockRecord, Phase, Safety, Storage, StorageError, Vault, Work,
};

/// A lock that is open.
struct Opened {
    key: CryptoKey,
    vault: Rc<Vault>,
    /// Whether somebody works on it already.
    busy: Cell<bool>,
}

thread_local! {
    static OPENED: RefCell<Option<Rc<Opened>>> = const { RefCell::new(None) };
    /// Whether one that was closed is still being worked on.
    static CLOSING: Cell<bool> = const { Cell::new(false) };
    /// What the stores did not take when it was closed, sealed.
    static LEFT: RefCell<Sorted<String>> = const { RefCell::new(Sorted::new()) };
    /// What stood on the screens that were closed, sealed.
    static SCREENS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// What a sealed screen is bound to.
const SCREEN: &str = "waymark.screen";

/// Why the lock does not do what was asked: the id of a sentence, whose next step is under `<id>.next`.
pub type Wrong = &'static str;

impl Session {
    /// What the first module asks.
    pub fn lock_does(self, ask: Ask) {
        match ask {
            Ask::Seal => self.seal_on(),
            Ask::Lock => self.shut(),
            Ask::Met(ids) => {
                if let Some(opened) = opened() {
                    opened.vault.look_at(ids.iter().map(|id| key(id)));
                    self.seal_on();
                }
            }
            Ask::Drop => {
                if let Some(opened) = OPENED.take() {
                    opened.vault.discard();
                }
                forget_screens();
            }
        }
    }

    /// The lock that is open.
    pub fn lock_record(self) -> Option<LockRecord> {
        opened().map(|opened| opened.vault.lock())
    }

    /// The lock as it lies in the stores, where it can be read.
    pub fn lock_there(self) -> Option<LockRecord> {
        let text = self.stores.get_value()?.read(LOCK).ok()??;
        LockRecord::read(&text)
    }

    /// Turns the lock on. `told` hears how far the work on the passphrase is, and says whether it is still wanted.
    ///
    /// # Errors
    /// [`Wrong`]; then nothing has changed.
    pub async fn turn_lock_on(self, passphrase: String, told: impl Fn(u32) -> bool) -> Result<(), Wrong> {
        let bytes = subtle::fresh().ok_or(SealError::Absent.id())?;
        let file = sealed_key(&passphrase, &bytes, told).await?;
        drop(passphrase);
        let key = subtle::key(bytes).await.ok_or("error.lock-no-key")?;
        let stores = self.still(Lock::Off)?;
        self.keep_now();
        let lock = LockRecord {
            seq: clock::now(),
            phase: Phase::TurningOn,
            minutes: LockRecord::MINUTES,
            file,
        };
        let vault = Vault::turn_on(stores as Rc<dyn Storage>, lock).map_err(StorageError::id)?;
        let opened = Opened::new(key, vault);
        opened.read().await?;
        self.enter_if_still(Lock::Off, opened)
    }

    /// Opens the lock; what was on screen comes back.
    ///
    /// # Errors
    /// [`Wrong`]; then it is locked as before.
    pub async fn unlock(self, passphrase: String, told: impl Fn(u32) -> bool) -> Result<(), Wrong> {
        let lock = self.lock_there().ok_or("error.lock-damaged")?;
        let bytes = opened_key(&passphrase, &lock, told).await?;
        drop(passphrase);
        let key = subtle::key(bytes).await.ok_or("error.lock-damaged")?;
        // What was closed last is in the stores, or left, before it is looked for there.
        while CLOSING.get() {
            page::breathe().await;
        }
        let stores = self.still(Lock::Locked)?;
        // It may have been changed meanwhile by what the journal knew; the key is the same.
        let lock = self.lock_there().unwrap_or(lock);
        let left = LEFT.with_borrow(Clone::clone);
        let vault = Vault::open(stores as Rc<dyn Storage>, lock, left).map_err(StorageError::id)?;
        let opened = Opened::new(key, vault);
        opened.read().await?;
        let mut screens = Vec::new();
        for sealed in SCREENS.with_borrow(Clone::clone) {
            screens.extend(subtle::open(&opened.key, &[SCREEN.to_owned()], &sealed).await);
        }
        self.enter_if_still(Lock::Locked, opened)?;
        forget_screens();
        self.bring_back_screens(&screens);
        Ok(())
    }

    /// The stores, while this tab writes and the lock stands like this.
    fn still(self, lock: Lock) -> Result<Rc<Journalled>, Wrong> {
        let stores = self.stores.get_value().filter(|_| self.writes());
        let stores = stores.filter(|_| self.lock.get_untracked() == lock);
        stores.ok_or(StorageError::Blocked.id())
    }

    /// Shows what is in the vault; while that was read, another tab may have gone on, or forgotten all of it.
    fn enter_if_still(self, lock: Lock, opened: Opened) -> Result<(), Wrong> {
        let still = self.still(lock).and_then(|stores| match stores.read(LOCK) {
            Ok(Some(_)) => Ok(()),
            _ => Err(StorageError::Blocked.id()),
        });
        match still {
            Ok(()) => self.enter(opened),
            Err(_) => opened.vault.discard(),
        }
        still
    }

    /// Shows what is in the vault.
    fn enter(self, opened: Opened) {
        let opened = Rc::new(opened);
        let vault = Rc::clone(&opened.vault) as Rc<dyn Storage>;
        let was_off = self.lock.get_untracked() == Lock::Off;
        if was_off {
            let _ = self.with_keeper(|keeper| keeper.turn_to(vault));
        } else {
            self.keeper.set_value(Keeper::open(vault).ok());
        }
        let _ = opened.vault.changed();
        // The two stores may have met while it was being read.
        opened.vault.look_again();
        OPENED.set(Some(opened));
        self.lock.set(Lock::Open);
        if !was_off {
            self.open_latest();
        }
        self.count_room();
        self.listed.update(|count| *count += 1);
        self.watch();
        self.seal_on();
        self.pump();
    }

    /// Another passphrase for the same key. The present one is asked for: whoever finds the page open cannot change it.
    ///
    /// # Errors
    /// [`Wrong`].
    pub async fn change_passphrase(
        self,
        old: String,
        new: String,
        told: impl Fn(u32) -> bool,
    ) -> Result<(), Wrong> {
        let lock = self.lock_record().ok_or(StorageError::Blocked.id())?;
        let mut bytes = opened_key(&old, &lock, |done| told(done / 2)).await?;
        let file = sealed_key(&new, &bytes, |done| told(500 + done / 2)).await;
        bytes.fill(0);
        let file = file?;
        self.set_lock(move |lock| lock.file = file)?;
        // It is said to be changed once both stores have it.
        while self.safety() == Safety::Saving {
            page::breathe().await;
        }
        Ok(())
    }

    /// After how many minutes it locks by itself; 0: never.
    ///
    /// # Errors
    /// [`Wrong`].
    pub fn set_minutes(self, minutes: u32) -> Result<(), Wrong> {
        self.set_lock(|lock| lock.minutes = minutes.min(LockRecord::MOST_MINUTES))
    }

    fn set_lock(self, change: impl FnOnce(&mut LockRecord)) -> Result<(), Wrong> {
        let opened = opened().filter(|_| self.writes());
        let opened = opened.ok_or(StorageError::Blocked.id())?;
        let mut lock = opened.vault.lock();
        change(&mut lock);
        lock.seq = lock.seq.saturating_add(1).max(clock::now());
        opened.vault.set_lock(lock).map_err(StorageError::id)?;
        self.tell(Ok(()));
        Ok(())
    }

    /// Turns the lock off: everything is plain again on this device.
    ///
    /// # Errors
    /// [`Wrong`]; then it is on.
    pub fn turn_lock_off(self) -> Result<(), Wrong> {
        let opened = opened().filter(|_| self.writes());
        let opened = opened.ok_or(StorageError::Blocked.id())?;
        self.keep_now();
        opened.vault.turn_off().map_err(StorageError::id)?;
        self.tell(Ok(()));
        Ok(())
    }

    /// Works on what waits, until nothing does; then takes the last step of turning on or off, if there is one.
    fn seal_on(self) {
        let Some(opened) = opened() else { return };
        let waits = !opened.vault.is_done();
        self.sealing.set_value(waits);
        if waits && opened.vault.failed().is_none() {
            self.work(opened);
        } else if !waits {
            self.finish(&opened);
        }
    }

    fn work(self, opened: Rc<Opened>) {
        if opened.busy.replace(true) {
            return;
        }
        page::run(async move {
            while opened.step().await {}
            opened.busy.set(false);
            self.has_worked(&opened);
        });
    }

    fn has_worked(self, opened: &Rc<Opened>) {
        if !is_current(opened) {
            self.has_shut(opened);
            return;
        }
        self.sealing.set_value(!opened.vault.is_done());
        let changed = opened.vault.changed();
        if let Some(error) = opened.vault.failed() {
            self.status.set(Status::Failed(error));
        }
        if !changed.is_empty() {
            let vault = Rc::clone(&opened.vault);
            let _ = self.with_keeper(|keeper| {
                keeper.look_for_new(&*vault);
                Ok(())
            });
            self.have_met(&changed);
        }
        self.went_on();
    }

    /// The last step of turning on or off.
    fn finish(self, opened: &Rc<Opened>) {
        if opened.vault.lock().phase == Phase::On || self.with_pump(|pump| pump.safety()) != Safety::Saved {
            return;
        }
        match opened.vault.finish() {
            Ok(true) => {
                OPENED.set(None);
                if let Some(stores) = self.stores.get_value() {
                    let _ = self.with_keeper(|keeper| keeper.turn_to(stores as Rc<dyn Storage>));
                }
                self.lock.set(Lock::Off);
                self.warned.set(false);
                self.remember_newest();
            }
            Ok(false) => {}
            Err(error) => self.status.set(Status::Failed(error)),
        }
        self.listed.update(|count| *count += 1);
        self.pump();
    }

    /// Locks: what waits is sealed, what is on screen too, and nothing else of it stays in memory.
    fn shut(self) {
        let Some(opened) = opened() else { return };
        self.keep_now();
        let screens = self.screens_taken_down();
        for (id, text) in self.ask(|keeper| Some(keeper.unkept())).unwrap_or_default() {
            let _ = opened.vault.write(&key(&id), &text);
        }
        opened.vault.close();
        OPENED.set(None);
        CLOSING.set(true);
        self.sealing.set_value(true);
        self.hide();
        page::run(async move {
            for screen in screens {
                if let Some(sealed) = subtle::seal(&opened.key, SCREEN, &screen).await {
                    SCREENS.with_borrow_mut(|all| all.push(sealed));
                }
            }
            // Whoever works on it already goes on until all is done, and says so.
            self.work(opened);
        });
    }

    fn has_shut(self, opened: &Opened) {
        let left = opened.vault.left();
        self.sealing.set_value(!left.is_empty());
        if !left.is_empty() {
            self.status.set(Status::Failed(StorageError::Full));
        }
        LEFT.set(left);
        CLOSING.set(false);
        self.went_on();
    }
}

impl Opened {
    fn new(key: CryptoKey, vault: Vault) -> Self {
        Self {
            key,
            vault: Rc::new(vault),
            busy: Cell::new(false),
        }
    }

    /// One step; says whether there was one.
    async fn step(&self) -> bool {
        match self.vault.step() {
            Work::Rest => return false,
            Work::Seal(number, tag, text) => {
                let sealed = subtle::seal(&self.key, &tag, &text).await;
                self.vault.was_sealed(number, sealed);
            }
            Work::Open(number, tags, body) => {
                let opened = subtle::open(&self.key, &tags, &body).await;
                self.vault.was_opened(number, opened);
            }
        }
        true
    }

    /// Looks at everything that is kept.
    async fn read(&self) -> Result<(), Wrong> {
        while !self.vault.is_read() {
            if !self.step().await {
                break;
            }
        }
        match self.vault.failed().filter(|_| !self.vault.is_read()) {
            Some(error) => Err(error.id()),
            None => Ok(()),
        }
    }
}

fn opened() -> Option<Rc<Opened>> {
    OPENED.with_borrow(Clone::clone)
}

fn is_current(one: &Rc<Opened>) -> bool {
    opened().is_some_and(|opened| Rc::ptr_eq(&opened, one))
}

fn forget_screens() {
    LEFT.set(Sorted::new());
    SCREENS.set(Vec::new());
}

async fn sealed_key(passphrase: &str, bytes: &[u8], told: impl Fn(u32) -> bool) -> Result<String, Wrong> {
    let file = strongbox::seal(passphrase, bytes, told)
        .await
        .map_err(SealError::id)?;
    String::from_utf8(file).map_err(|_| SealError::Absent.id())
}

async fn opened_key(
    passphrase: &str,
    lock: &LockRecord,
    told: impl Fn(u32) -> bool,
) -> Result<Vec<u8>, Wrong> {
    let opened = strongbox::open(passphrase, lock.file.as_bytes(), told).await;
    opened.map_err(|error| match error {
        SealError::WrongPassphrase => "error.lock-wrong",
        SealError::Absent | SealError::NoMemory => error.id(),
        _ => "error.lock-damaged",
    })
}
