//! Bringing back what a backup holds: first what it holds and how that stands to what is here; then, when the person has
//! chosen, all of it or nothing.

use super::{Keeper, Kind, Record, RecordError, Room, State, StorageError};
use crate::domain::backup::{Backup, Item};

/// How a record of the backup stands to what is here under its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Here {
    /// Nothing is here.
    Absent,
    /// The same is here.
    Same,
    /// Another one is here, last written then.
    Other(u64),
}

/// One record of the backup, as it is shown before anything changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// Its name; empty where it cannot be read.
    pub title: String,
    /// What it holds, where it can be read.
    pub kind: Option<Kind>,
    /// When it was last written.
    pub updated: u64,
    /// Whether it can be read.
    pub state: State,
    /// How it stands to what is here.
    pub here: Here,
}

/// What is done with a record of which another one is here. What is not here comes anyway; what is the same stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// Both are kept: the one of the backup under another id and name.
    #[default]
    Both,
    /// The one of the backup takes the place of the one here.
    Replace,
    /// The one here stays, the other one stays in the backup.
    Leave,
}

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// So many came back beside what was here.
    pub added: usize,
    /// So many took the place of one that was here.
    pub replaced: usize,
}

/// The records of a backup, and how each stands to what is here.
#[must_use]
pub fn lines(backup: &Backup, keeper: &Keeper) -> Vec<Line> {
    backup.records.iter().map(|item| line(item, keeper)).collect()
}

fn line(item: &Item, keeper: &Keeper) -> Line {
    let (title, kind, updated, state) = match Record::read(&item.text).and_then(Record::plain) {
        Ok(record) => (record.title, Some(record.kind), record.updated, State::Good),
        Err(RecordError::Damaged) => (String::new(), None, 0, State::Damaged),
        Err(RecordError::Newer) => (String::new(), None, 0, State::Newer),
    };
    Line {
        id: item.id.clone(),
        title,
        kind,
        updated,
        state,
        here: here(item, keeper),
    }
}

fn here(item: &Item, keeper: &Keeper) -> Here {
    match keeper.raw(&item.id) {
        None => Here::Absent,
        Some(text) if same(&text, &item.text) => Here::Same,
        Some(_) => Here::Other(keeper.entry(&item.id).map_or(0, |entry| entry.updated)),
    }
}

/// Whether two stored texts hold the same, however often and when each was written.
fn same(one: &str, other: &str) -> bool {
    let held = |text| Record::read(text).map(|record| (record.kind, record.title, record.body));
    one == other || matches!((held(one), held(other)), (Ok(one), Ok(other)) if one == other)
}

/// Brings a backup back, all of it or nothing. `named` makes the name of a record that is kept beside another one.
///
/// # Errors
/// [`StorageError`]: why not; then everything is as it was.
pub fn restore(
    keeper: &mut Keeper,
    backup: &Backup,
    choose: impl Fn(&str) -> Choice,
    named: impl Fn(&str) -> String,
    fresh: impl Fn() -> String,
) -> Result<Restored, StorageError> {
    let (mut new, mut over) = (Vec::new(), Vec::new());
    for item in &backup.records {
        match here(item, keeper) {
            Here::Same => {}
            Here::Absent => new.push((item.id.clone(), item.text.clone())),
            Here::Other(_) => match choose(&item.id) {
                Choice::Leave => {}
                Choice::Replace => over.push((item.id.clone(), newest(item, keeper))),
                Choice::Both => new.push((fresh(), renamed(&item.text, &named))),
            },
        }
    }
    let restored = Restored {
        added: new.len(),
        replaced: over.len(),
    };
    if !new.is_empty() && keeper.room() == Room::Out {
        return Err(StorageError::NearlyFull);
    }
    // What takes room comes first: where there is none, nothing that was here was touched yet.
    new.extend(over);
    keeper.lay_all(&new)?;
    Ok(restored)
}

/// The stored text, counted on from the one that it replaces: whoever compares the two by their numbers takes it for the newest.
fn newest(item: &Item, keeper: &Keeper) -> String {
    match (Record::read(&item.text), keeper.record(&item.id)) {
        (Ok(mut record), Some(here)) => {
            record.seq = record.seq.max(here.seq) + 1;
            record.write()
        }
        _ => item.text.clone(),
    }
}

/// The stored text under another name; one that cannot be read as it is.
fn renamed(text: &str, named: &impl Fn(&str) -> String) -> String {
    Record::read(text).map_or_else(
        |_| text.to_owned(),
        |mut record| {
            record.title = named(&record.title);
            record.write()
        },
    )
}

/// Whether to remind of a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// So many records were changed since the last one.
    pub changed: usize,
    /// Since so many days; since the oldest change where there was none yet.
    pub days: u64,
}

/// When the last backup was made, and when somebody last said "not now"; 0 for never.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Last {
    /// The last backup.
    pub made: u64,
    /// The last "not now".
    pub put_off: u64,
}

impl Last {
    /// As it is kept: two numbers.
    #[must_use]
    pub fn write(self) -> String {
        format!("{} {}", self.made, self.put_off)
    }

    /// Reads that; what is something else counts as never.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut numbers = text.split(' ').map(|number| number.parse().unwrap_or(0));
        Self {
            made: numbers.next().unwrap_or(0),
            put_off: numbers.next().unwrap_or(0),
        }
    }
}

const DAY: u64 = 86_400_000;

/// Whether it is time for a backup: ten records changed since the last one, or something changed and two weeks passed. `forgets`
/// says that this browser removes what it keeps after seven days without a visit: then five records or three days.
#[must_use]
pub fn due(now: u64, last: Last, updated: &[u64], forgets: bool) -> Option<Due> {
    let (records, days, rest) = if forgets { (5, 3, 1) } else { (10, 14, 7) };
    // A time that has not come yet is from a clock that was wrong.
    let made = last.made.min(now);
    let changed: Vec<u64> = updated.iter().copied().filter(|at| *at > made).collect();
    let oldest = changed.iter().copied().min()?;
    let since = if made == 0 { oldest } else { made };
    let passed = now.saturating_sub(since) / DAY;
    let put_off = last.put_off.min(now);
    let asked_lately = put_off > 0 && (now - put_off) / DAY < rest;
    let it_is = !asked_lately && (changed.len() >= records || passed >= days);
    it_is.then_some(Due {
        changed: changed.len(),
        days: passed,
    })
}
