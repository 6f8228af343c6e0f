//! One record as text: a first line that can be checked, the title, the body.
//!
//! ```text
//! waymark-record 2 draft 7 1763784000000 0123456789abcdef
//! Tuesday's meeting
//! {"kind":"email", ...}
//! ```
//!
//! Version of the form, kind, how often it was written, when (milliseconds by the device's clock, which may be wrong and
//! decides nothing), and a checksum over all of it. So even a line of a list is the whole text read: only then is it known whether it is damaged.

use super::migrate::{SCHEMA, migrated};

const MAGIC: &str = "waymark-record";

/// What a record holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A case: the answers about one situation.
    Case,
    /// A message in the making.
    Draft,
    /// What was chosen on the practice cards.
    Progress,
    /// Another record, sealed with the data key: see [`super::Vault`].
    Sealed,
    /// The data key, sealed with the passphrase: see [`super::LockRecord`].
    Lock,
}

impl Kind {
    /// Its word in the stored form.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Draft => "draft",
            Self::Progress => "progress",
            Self::Sealed => "sealed",
            Self::Lock => "lock",
        }
    }

    /// Whether what it holds can be shown as it is.
    #[must_use]
    pub const fn is_plain(self) -> bool {
        !matches!(self, Self::Sealed | Self::Lock)
    }

    fn parse(word: &str) -> Option<Self> {
        [Self::Case, Self::Draft, Self::Progress, Self::Sealed, Self::Lock]
            .into_iter()
            .find(|kind| kind.key() == word)
    }
}

/// A record that was read whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What it holds.
    pub kind: Kind,
    /// How often it was written; decides whether another tab has written since.
    pub seq: u64,
    /// When it was last written, in milliseconds since 1970 by the device's clock.
    pub updated: u64,
    /// Its name in the list.
    pub title: String,
    /// What it holds, as JSON.
    pub body: String,
}

/// Why a stored text is not a record of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordError {
    /// Its checksum or form is wrong.
    Damaged,
    /// A newer version of this guide wrote it.
    Newer,
}

impl Record {
    /// The stored form.
    #[must_use]
    pub fn write(&self) -> String {
        let title = one_line(&self.title);
        let head = head(self.kind.key(), self.seq, self.updated);
        let sum = checksum(&[&head, &title, &self.body]);
        format!("{MAGIC} {SCHEMA} {head} {sum:016x}\n{title}\n{}", self.body)
    }

    /// Reads the stored form.
    ///
    /// # Errors
    /// [`RecordError`]: damaged, or from a newer version.
    pub fn read(text: &str) -> Result<Self, RecordError> {
        use RecordError::{Damaged, Newer};
        let (first, rest) = text.split_once('\n').ok_or(Damaged)?;
        let mut words = first.split(' ');
        if words.next() != Some(MAGIC) {
            return Err(Damaged);
        }
        let schema: u32 = words.next().and_then(|word| word.parse().ok()).ok_or(Damaged)?;
        if schema > SCHEMA {
            return Err(Newer);
        }
        let kind = words.next().ok_or(Damaged)?;
        let seq = words.next().and_then(number).ok_or(Damaged)?;
        let updated = words.next().and_then(number).ok_or(Damaged)?;
        let sum = words.next().filter(|sum| sum.len() == 16).ok_or(Damaged)?;
        let (title, body) = rest.split_once('\n').ok_or(Damaged)?;
        // What the checksum is over stands between the number of the form and the checksum itself.
        let head = first
            .splitn(3, ' ')
            .nth(2)
            .and_then(|rest| rest.strip_suffix(sum)?.strip_suffix(' '))
            .ok_or(Damaged)?;
        let is_whole = u64::from_str_radix(sum, 16).ok() == Some(checksum(&[head, title, body]))
            && sum.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        // Nothing of ours has a line end in a title: see `one_line`.
        if !is_whole || words.next().is_some() || schema == 0 || title.contains('\r') {
            return Err(Damaged);
        }
        let kind = Kind::parse(kind).ok_or(Newer)?;
        let body = migrated(schema, kind, body.to_owned());
        Ok(Self {
            kind,
            seq,
            updated,
            title: title.to_owned(),
            body,
        })
    }
}

impl Record {
    /// The record, if what it holds can be shown as it is.
    ///
    /// # Errors
    /// [`RecordError::Damaged`]: it belongs to a lock.
    pub(super) fn plain(self) -> Result<Self, RecordError> {
        if self.kind.is_plain() {
            Ok(self)
        } else {
            Err(RecordError::Damaged)
        }
    }
}

/// A title as it is kept: without line breaks, which would end it.
pub(super) fn one_line(title: &str) -> String {
    title.replace(['\n', '\r'], " ")
}

fn head(kind: &str, seq: u64, updated: u64) -> String {
    format!("{kind} {seq} {updated}")
}

/// A number as we write it: no sign, no leading zero, so that every stored byte counts.
pub(super) fn number(word: &str) -> Option<u64> {
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    let is_ours = digits && (word == "0" || !word.starts_with('0'));
    if is_ours { word.parse().ok() } else { None }
}

/// FNV-1a, 64 bits, over the parts with their lengths: finds damage, not malice.
pub(super) fn checksum(parts: &[&str]) -> u64 {
    let step = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    parts.iter().fold(0xcbf2_9ce4_8422_2325, |sum, part| {
        let sum = (part.len() as u64).to_le_bytes().into_iter().fold(sum, step);
        part.bytes().fold(sum, step)
    })
}
