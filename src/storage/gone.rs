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

#[cfg(test)]
mod tests {
    use super::{Gone, Record};
    use crate::storage::Kind;

    fn text(seq: u64, body: &str) -> String {
        let record = Record {
            kind: Kind::Draft,
            seq,
            updated: 1,
            title: String::new(),
            body: body.to_owned(),
        };
        record.write()
    }

    #[test]
    fn it_is_read_as_it_was_written_and_nothing_else_is() {
        let gone = Gone::of(&text(7, "a"), 1_763_784_000_000);
        let written = gone.write();
        assert_eq!(Gone::read(&written), Some(gone));
        assert_eq!(gone.when(), 1_763_784_000_000);
        let changed = [
            String::new(),
            written.replace("waymark", "waymarks"),
            written.replace(" 7 ", " 07 "),
            written.replace(" 7 ", " +7 "),
            written.replacen(' ', "", 1),
            format!("{written} 1"),
            written[..written.len() - 14].to_owned(),
            "waymark-gone 7 123456789abcdef 1".to_owned(),
            text(7, "a"),
        ];
        for text in changed {
            assert_eq!(Gone::read(&text), None, "{text}");
        }
    }

    /// What was deleted stays deleted, in that form and in older ones; what was written since does not.
    #[test]
    fn an_older_form_is_covered_and_a_newer_one_is_not() {
        let gone = Gone::of(&text(7, "a"), 1);
        for (other, covered) in [
            (text(7, "a"), true),
            (text(7, "b"), true),
            (text(6, "b"), true),
            (text(8, "a"), false),
            ("damaged".to_owned(), false),
        ] {
            assert_eq!(gone.covers(&other), covered, "{other}");
        }
        let damaged = Gone::of("damaged", 1);
        assert!(damaged.covers("damaged") && !damaged.covers("other") && !damaged.covers(&text(1, "a")));
    }

    #[test]
    fn a_deletion_is_undone_by_what_came_with_it_or_later() {
        let at = |when| Gone::of("", when);
        for (when, undone) in [(4, true), (5, true), (6, false)] {
            assert_eq!(at(when).is_undone_by(at(5)), undone, "{when}");
        }
    }

    #[test]
    fn it_is_remembered_for_a_week() {
        const WEEK: u64 = 604_800_000;
        let gone = Gone::of("", 1_000);
        for (now, old) in [
            (0, false),
            (1_000, false),
            (1_000 + WEEK, false),
            (1_001 + WEEK, true),
        ] {
            assert_eq!(gone.is_old(now), old, "{now}");
        }
    }
}
