//! The lock: one record, in both stores, with the data key sealed by the passphrase, and how far turning it on or off has come.
//!
//! It is written before the first record is sealed and removed after the last one is plain again. So whoever finds it knows that
//! sealed records may be there, and whoever opens it can finish what was interrupted.

use super::{Kind, Record};

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Some records may still be plain.
    TurningOn,
    /// All are sealed.
    On,
    /// Some may be plain again.
    TurningOff,
}

impl Phase {
    const ALL: [Self; 3] = [Self::TurningOn, Self::On, Self::TurningOff];

    const fn key(self) -> &'static str {
        match self {
            Self::TurningOn => "turning-on",
            Self::On => "on",
            Self::TurningOff => "turning-off",
        }
    }
}

/// What the lock record holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockRecord {
    /// Rises with each change; the newest counts.
    pub seq: u64,
    /// How far turning it on or off is.
    pub phase: Phase,
    /// After how many minutes without a key or a touch it locks by itself; 0: never.
    pub minutes: u32,
    /// The data key as a file of the age format, in armor.
    pub file: String,
}

/// How such a file begins and ends.
const BEGIN: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const END: &str = "-----END AGE ENCRYPTED FILE-----";

impl LockRecord {
    /// The minutes that are chosen at first.
    pub const MINUTES: u32 = 5;
    /// The most that can be chosen.
    pub const MOST_MINUTES: u32 = 120;

    /// The stored form.
    #[must_use]
    pub fn write(&self) -> String {
        let record = Record {
            kind: Kind::Lock,
            seq: self.seq,
            updated: 0,
            title: [self.phase.key(), " ", &self.minutes.to_string()].concat(),
            body: self.file.clone(),
        };
        record.write()
    }

    /// Reads the stored form. One that is damaged outside the sealed key still opens: what is sealed checks itself.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let record = Record::read(text).ok().filter(|record| record.kind == Kind::Lock);
        if let Some(record) = record
            && let Some((phase, minutes)) = record.title.split_once(' ')
            && let Some(phase) = Phase::ALL.into_iter().find(|one| one.key() == phase)
            && let Some(minutes) = minutes.parse().ok().filter(|it| *it <= Self::MOST_MINUTES)
        {
            return Some(Self {
                seq: record.seq,
                phase,
                minutes,
                file: record.body,
            });
        }
        let from = text.find(BEGIN)?;
        let to = text.find(END).filter(|to| *to > from)?;
        Some(Self {
            seq: 0,
            // Opening it then looks at every record, whichever way it was on.
            phase: Phase::TurningOn,
            minutes: Self::MINUTES,
            file: [&text[from..to], END, "\n"].concat(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{LockRecord, Phase};

    fn lock() -> LockRecord {
        LockRecord {
            seq: 7,
            phase: Phase::On,
            minutes: 20,
            file: "-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n".to_owned(),
        }
    }

    #[test]
    fn it_is_read_as_it_was_written() {
        for phase in Phase::ALL {
            let lock = LockRecord { phase, ..lock() };
            assert_eq!(LockRecord::read(&lock.write()), Some(lock));
        }
        assert_eq!(LockRecord::read("half a rec"), None);
    }

    #[test]
    fn damage_around_the_sealed_key_does_not_keep_it_from_opening() {
        let text = lock().write();
        let from = text.find("-----BEGIN").unwrap_or_default();
        for at in 0..from {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            let read = String::from_utf8(bytes)
                .ok()
                .and_then(|text| LockRecord::read(&text));
            assert_eq!(read.map(|lock| lock.file), Some(lock().file), "byte {at}");
        }
    }
}
