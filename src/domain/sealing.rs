//! Why a file is not sealed or not opened: what the module for that (`strongbox/`) says, as data with a sentence each.

/// Why a file is not sealed or not opened. Sentences: `error.seal-<key>` and `error.seal-<key>.next`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealError {
    /// The module did not arrive, or the browser does not run it.
    Absent,
    /// Too large.
    TooLarge,
    /// Not a file of this kind.
    NotAge,
    /// A later version of the format.
    NewerFormat,
    /// Locked with a key instead of a passphrase.
    OtherKey,
    /// Opening it would take too much memory.
    TooHard,
    /// Too easy to guess.
    TooWeak,
    /// Cut off or changed.
    Damaged,
    /// Another passphrase.
    WrongPassphrase,
    /// The device has no room for the work.
    NoMemory,
}

impl SealError {
    /// By the number that the module says; its names and numbers are those of `strongbox::Refusal`.
    #[must_use]
    pub const fn of(code: u32) -> Self {
        match code {
            1 => Self::TooLarge,
            2 => Self::NotAge,
            3 => Self::NewerFormat,
            4 => Self::OtherKey,
            5 => Self::TooHard,
            6 => Self::TooWeak,
            7 => Self::Damaged,
            8 => Self::WrongPassphrase,
            9 => Self::NoMemory,
            _ => Self::Absent,
        }
    }

    /// The id of its sentence; the next step is under `<id>.next`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Absent => "error.seal-absent",
            Self::TooLarge => "error.seal-too-large",
            Self::NotAge => "error.seal-not-age",
            Self::NewerFormat => "error.seal-newer-format",
            Self::OtherKey => "error.seal-other-key",
            Self::TooHard => "error.seal-too-hard",
            Self::TooWeak => "error.seal-too-weak",
            Self::Damaged => "error.seal-damaged",
            Self::WrongPassphrase => "error.seal-wrong-passphrase",
            Self::NoMemory => "error.seal-no-memory",
        }
    }
}

/// The largest file that is opened, in bytes.
pub const MOST_FILE: usize = 8 * 1024 * 1024;

/// Whether a file is sealed, by how it begins: in armor, between blanks as it may be after copying, or bare.
#[must_use]
pub fn is_sealed(file: &[u8]) -> bool {
    let armored = file.trim_ascii_start().starts_with(b"-----BEGIN AGE");
    armored || file.starts_with(b"age-encryption.org/")
}
