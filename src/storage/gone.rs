//! What the journal keeps in the place of a record that was deleted, so that an older copy of it does not come back.
//!
//! ```text
//! waymark-gone 7 0123456789abcdef 1763784000000
//! ```
//!
//! How often the record had been written, a checksum over its text, and when it was deleted.

use super::Record;
use super::record::{checksum, number};

const MAGIC: &str = "waymark-gone";
/// By then every browser has long written to the disk what it removed: a week, in milliseconds.
const LONG_AGO: u64 = 7 * 24 * 3_600_000;

/// A record that was deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gone {
    seq: u64,
    sum: u64,
    when: u64,
}

impl Gone {
    /// Of the record with this text.
    #[must_use]
    pub fn of(text: &str, when: u64) -> Self {
        Self {
            seq: Record::read(text).map_or(0, |record| record.seq),
            sum: checksum(&[text]),
            when,
        }
    }

    /// When it was deleted.
    #[must_use]
    pub const fn when(self) -> u64 {
        self.when
    }

    /// Its stored form.
    #[must_use]
    pub fn write(self) -> String {
        format!("{MAGIC} {} {:016x} {}", self.seq, self.sum, self.when)
    }

    /// Reads it; `None` for everything else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut words = text.strip_prefix(MAGIC)?.strip_prefix(' ')?.split(' ');
        let seq = number(words.next()?)?;
        let sum = u64::from_str_radix(words.next().filter(|sum| sum.len() == 16)?, 16).ok()?;
        let when = number(words.next()?)?;
        words.next().is_none().then_some(Self { seq, sum, when })
    }

    /// Whether this text is what was deleted, or an older one.
    #[must_use]
    pub fn covers(self, text: &str) -> bool {
        checksum(&[text]) == self.sum || Record::read(text).is_ok_and(|record| record.seq <= self.seq)
    }

    /// Whether this deletion was undone together with that one, or before it.
    #[must_use]
    pub const fn is_undone_by(self, that: Self) -> bool {
        self.when <= that.when
    }

    /// Whether it need not be remembered any more.
    #[must_use]
    pub const fn is_old(self, now: u64) -> bool {
        now.saturating_sub(self.when) > LONG_AGO
    }
}
