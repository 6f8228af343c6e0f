//! Memory alone: "this is a shared computer". Gone when the tab closes.

use std::cell::RefCell;

use super::{Storage, StorageError};
use crate::domain::sorted::Sorted;

/// Keeps texts for as long as it lives itself.
#[derive(Debug, Default)]
pub struct Memory(RefCell<Sorted<String>>);

impl Storage for Memory {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let kept = self.0.borrow();
        let keys = kept.iter().map(|(key, _)| key);
        Ok(keys
            .filter(|key| key.starts_with(super::PREFIX))
            .map(str::to_owned)
            .collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.0.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }
}
