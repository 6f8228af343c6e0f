//! A storage whose k-th call fails: for tests of what happens then.

use std::cell::Cell;

use super::{Memory, Storage, StorageError};

/// Fails once at the k-th call, or from there on; before that it keeps texts in memory.
#[derive(Debug, Default)]
pub struct Faulty {
    /// What really keeps the texts.
    pub inner: Memory,
    /// Calls so far.
    pub calls: Cell<usize>,
    /// The call that fails, from 0; `None`: none does.
    pub at: Cell<Option<usize>>,
    /// Whether the calls after it fail too.
    pub forever: Cell<bool>,
    /// How it fails.
    pub error: Cell<Option<StorageError>>,
}

impl Faulty {
    fn step(&self) -> Result<(), StorageError> {
        let call = self.calls.get();
        self.calls.set(call + 1);
        let fails = self
            .at
            .get()
            .is_some_and(|at| call == at || (self.forever.get() && call > at));
        if fails {
            Err(self.error.get().unwrap_or(StorageError::Blocked))
        } else {
            Ok(())
        }
    }
}

impl Storage for Faulty {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.step().and_then(|()| self.inner.keys())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.step().and_then(|()| self.inner.read(key))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.step().and_then(|()| self.inner.write(key, text))
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.step().and_then(|()| self.inner.remove(key))
    }
}
