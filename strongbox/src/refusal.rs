//! Why something is not sealed or not opened.

/// Why something is not sealed or not opened. The number is how it passes the door of the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Refusal {
    /// More than 8 MiB, or more than fits into such a file.
    TooLarge = 1,
    /// Not a file of the age format.
    NotAge = 2,
    /// A later version of the age format.
    NewerFormat = 3,
    /// Sealed for a key, or for several readers, instead of with one passphrase.
    OtherKey = 4,
    /// Opening it would take more memory than a page should use.
    TooHard = 5,
    /// So easy to guess that no careful program made it.
    TooWeak = 6,
    /// Cut off, changed, or not formed as the format demands.
    Damaged = 7,
    /// Another passphrase; or the few bytes that hold the key were changed, which cannot be told apart.
    WrongPassphrase = 8,
    /// The device has no room for the work.
    NoMemory = 9,
}

impl Refusal {
    /// Every one of them.
    pub const ALL: [Self; 9] = [
        Self::TooLarge,
        Self::NotAge,
        Self::NewerFormat,
        Self::OtherKey,
        Self::TooHard,
        Self::TooWeak,
        Self::Damaged,
        Self::WrongPassphrase,
        Self::NoMemory,
    ];

    /// The number by which it passes the door of the module.
    #[must_use]
    pub const fn code(self) -> u8 {
        self as u8
    }
}
