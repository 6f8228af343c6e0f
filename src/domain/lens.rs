//! The lenses: from which side somebody looks at a case.

/// From which side somebody looks at a case. One case file opens for all three.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lens {
    /// They raise a concern (clause 1).
    #[default]
    Raise,
    /// A concern was raised about them (notes to the introduction, 3.2).
    Respond,
    /// They must handle a concern (1.5, 2, 4.1).
    Handle,
}

impl Lens {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Raise, Self::Respond, Self::Handle];

    /// Its key in records, addresses and words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Raise => "raise",
            Self::Respond => "respond",
            Self::Handle => "handle",
        }
    }

    /// Reads a key; `None` for an unknown one.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lens| lens.key() == key)
    }
}
