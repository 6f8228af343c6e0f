//! Sealing and opening: one piece of work that goes on in steps and ends with bytes or a refusal.

use zeroize::Zeroizing;

use crate::header::{self, FileKey, Header};
use crate::scrypt::Derivation;
use crate::{MOST_CONTENT, MOST_FILE, Refusal, armor, stream};

/// Chance for one sealing: never use it for two.
#[derive(Clone)]
pub struct Entropy(Zeroizing<[u8; 48]>);

impl Entropy {
    /// From so many bytes that nobody can guess.
    #[must_use]
    pub fn new(bytes: [u8; 48]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    fn part(&self, number: usize) -> [u8; 16] {
        self.0.as_chunks::<16>().0[number]
    }
}

/// A sealing or an opening under way.
pub struct Job {
    derivation: Derivation,
    task: Task,
}

enum Task {
    Seal {
        content: Zeroizing<Vec<u8>>,
        log_n: u8,
        entropy: Entropy,
    },
    Open {
        file: Vec<u8>,
        header: Header,
    },
}

impl Job {
    /// Begins to seal; `log_n` from 10 to 18 says how hard it is to guess.
    ///
    /// # Errors
    /// [`Refusal`]: nothing was worked out yet.
    pub fn seal(passphrase: &[u8], content: Vec<u8>, log_n: u8, entropy: Entropy) -> Result<Self, Refusal> {
        let content = Zeroizing::new(content);
        if content.len() > MOST_CONTENT {
            return Err(Refusal::TooLarge);
        }
        let derivation = Derivation::start(passphrase, &header::labelled(&entropy.part(0)), log_n)?;
        let task = Task::Seal {
            content,
            log_n,
            entropy,
        };
        Ok(Self { derivation, task })
    }

    /// Begins to open a file, in armor or bare.
    ///
    /// # Errors
    /// [`Refusal`]: nothing was worked out yet.
    pub fn open(passphrase: &[u8], file: Vec<u8>) -> Result<Self, Refusal> {
        if file.len() > MOST_FILE {
            return Err(Refusal::TooLarge);
        }
        let file = if armor::is_armor(&file) {
            armor::read(&file)?
        } else {
            file
        };
        let header = Header::read(&file)?;
        let derivation = Derivation::start(passphrase, &header.salt(), header.log_n())?;
        let task = Task::Open { file, header };
        Ok(Self { derivation, task })
    }

    /// The slow part: how the passphrase becomes a key.
    pub fn derivation(&mut self) -> &mut Derivation {
        &mut self.derivation
    }

    /// The file in armor, or the content of the file; after the steps that are left.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn finish(self) -> Result<Vec<u8>, Refusal> {
        let key = self.derivation.key();
        match self.task {
            Task::Seal {
                content,
                log_n,
                entropy,
            } => {
                let file_key = FileKey::new(entropy.part(1));
                let mut file = header::write(&entropy.part(0), log_n, &key, &file_key)?;
                stream::write(&file_key, &entropy.part(2), &content, &mut file)?;
                Ok(armor::write(&file))
            }
            Task::Open { file, header } => content(&file, &header, &key),
        }
    }
}

/// What a file holds.
pub fn content(file: &[u8], header: &Header, key: &[u8; 32]) -> Result<Vec<u8>, Refusal> {
    let file_key = header.unwrap(file, key)?;
    stream::read(&file_key, &file[header.end..])
}

/// Seals in one go.
///
/// # Errors
/// As [`Job::seal`].
pub fn seal(passphrase: &[u8], content: Vec<u8>, log_n: u8, entropy: Entropy) -> Result<Vec<u8>, Refusal> {
    Job::seal(passphrase, content, log_n, entropy)?.finish()
}

/// Opens in one go.
///
/// # Errors
/// As [`Job::open`] and [`Job::finish`].
pub fn open(passphrase: &[u8], file: Vec<u8>) -> Result<Vec<u8>, Refusal> {
    Job::open(passphrase, file)?.finish()
}
