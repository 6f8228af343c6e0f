//! SHA-256, piece by piece: for files that are larger than memory.

use sha2::{Digest, Sha256};

/// A hash in the making.
#[derive(Clone, Default)]
pub struct Hash(Sha256);

impl Hash {
    /// Takes the next piece.
    pub fn update(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// The hash of all pieces.
    #[must_use]
    pub fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}
