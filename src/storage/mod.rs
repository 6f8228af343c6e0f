//! KEEPING: records, the trait that keeps them, and its implementations that need no browser.
//!
//! In: records as text. Out: the same text, or a [`StorageError`] as data. Who keeps them is behind [`Storage`]: the
//! browser's local storage with a journal beside it ([`Journalled`], [`Pump`]), before them where there is a lock what seals
//! ([`Vault`]), memory alone, or a faulty one in the tests.

mod entry;
pub mod faulty;
mod gone;
pub mod journalled;
pub mod keeper;
mod keys;
mod lock;
pub mod memory;
pub mod migrate;
pub mod pump;
pub mod record;
pub mod restore;
pub mod room;
pub mod shelf;
mod vault;
mod verdict;

pub use entry::{Entry, State};
pub use gone::Gone;
pub use journalled::{Journalled, Row};
pub use keeper::{Keeper, Page, Removed};
pub use keys::{LATEST, LOCK};
pub use lock::{LockRecord, Phase};
pub use memory::Memory;
pub use pump::{Pump, Rows, Safety, Step};
pub use record::{Kind, Record, RecordError};
pub use room::{Room, room};
pub use shelf::{Deleted, Saved, Shelf};
pub use vault::{Vault, Work};

/// Every key of ours begins with this, so that "forget everything" finds them all and touches nothing else.
pub const PREFIX: &str = "waymark.";

/// Why the browser did not keep or give something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser allows this page no storage.
    Blocked,
    /// There is no room left. What was kept before is intact.
    Full,
    /// Little room is left, and that is for the records there are: no new one is begun.
    NearlyFull,
    /// It took the text, but gives back another one.
    Unfaithful,
    /// The record is from a newer version, damaged, or not there: it is not overwritten.
    ReadOnly,
    /// Something that was to be removed is still there.
    Left,
    /// What is on the device is under a lock: nothing is put beside it as it is.
    Locked,
}

impl StorageError {
    /// The id of its sentence in `content/`; the next step is under `<id>.next`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Blocked => "error.storage-blocked",
            Self::Full => "error.storage-full",
            Self::NearlyFull => "error.storage-nearly-full",
            Self::Unfaithful => "error.storage-unfaithful",
            Self::ReadOnly => "error.storage-read-only",
            Self::Left => "error.storage-left",
            Self::Locked => "error.storage-locked",
        }
    }
}

/// Somewhere texts are kept under keys.
pub trait Storage {
    /// All keys that begin with [`PREFIX`].
    ///
    /// # Errors
    /// [`StorageError::Blocked`].
    fn keys(&self) -> Result<Vec<String>, StorageError>;

    /// The text under a key, if there is one.
    ///
    /// # Errors
    /// [`StorageError::Blocked`].
    fn read(&self, key: &str) -> Result<Option<String>, StorageError>;

    /// Keeps a text. When this fails the old text is intact.
    ///
    /// # Errors
    /// [`StorageError::Blocked`] or [`StorageError::Full`].
    fn write(&self, key: &str, text: &str) -> Result<(), StorageError>;

    /// Whether what is written here lies sealed in the end, which takes more room.
    fn seals(&self) -> bool {
        false
    }

    /// Removes a key; one that is not there is no error.
    ///
    /// # Errors
    /// [`StorageError::Blocked`].
    fn remove(&self, key: &str) -> Result<(), StorageError>;
}
