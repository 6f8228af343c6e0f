//! The ten principles of the ISO Code of Ethics and Conduct, section c).

/// One of the ten principles. Its words live in `content/` under `principle.<number>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Principle(u8);

impl Principle {
    /// All ten, in the order of the Code.
    pub const ALL: [Self; 10] = [
        Self(1),
        Self(2),
        Self(3),
        Self(4),
        Self(5),
        Self(6),
        Self(7),
        Self(8),
        Self(9),
        Self(10),
    ];

    /// The principle with this number (1 to 10), or `None`.
    #[must_use]
    pub const fn new(number: u8) -> Option<Self> {
        if number >= 1 && number <= 10 {
            Some(Self(number))
        } else {
            None
        }
    }

    /// Its number in the Code, 1 to 10.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Reads `"3"`; `None` for anything that is not a principle's number.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().and_then(Self::new)
    }
}

/// Law and statutes.
pub const P1: Principle = Principle(1);
/// Good faith, impartiality, consensus, truthful information.
pub const P2: Principle = Principle(2);
/// Ethical behaviour: respect; no harassment, no coercion.
pub const P3: Principle = Principle(3);
/// All voices heard.
pub const P4: Principle = Principle(4);
/// Constructive engagement, care and diligence.
pub const P5: Principle = Principle(5);
/// Conflicts of interest.
pub const P6: Principle = Principle(6);
/// Confidential information.
pub const P7: Principle = Principle(7);
/// ISO's assets, copyright and trademarks.
pub const P8: Principle = Principle(8);
/// Bribery and corruption.
pub const P9: Principle = Principle(9);
/// Disputes: raise them in time, uphold what was agreed.
pub const P10: Principle = Principle(10);
