//! A backup: everything that is kept, as one JSON document; sealed with a passphrase it becomes a file (`strongbox/`).
//!
//! In: the stored texts of all records as they are. Out: a document, which says in plain words what it is; and the records of
//! a document again. A document may come from anywhere: what is no backup of ours is refused before it touches anything, and each
//! record still carries its own checksum.

use serde::Serialize;

use super::json;
use super::kept::kept;
use super::sorted::Sorted;

/// Name of the format, the first thing in a document.
const FORMAT: &str = "waymark-backup";
/// Version of the format. The records have one of their own.
const SCHEMA: u64 = 1;
/// The most records in a document: far more than anybody keeps.
const MOST: usize = 20_000;

/// One record: its id and its stored text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// Its stored text, first line and all.
    pub text: String,
}

/// What a document holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// When it was made, in milliseconds since 1970 by the device's clock.
    pub made: u64,
    /// The records.
    pub records: Vec<Item>,
}

/// Why a document is not taken. Sentences: `error.backup-<key>` and `error.backup-<key>.next`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// Something else.
    NotOurs,
    /// A hand-over copy.
    HandOver,
    /// A backup once, but something in it was lost or changed.
    Damaged,
    /// A newer version of this guide made it.
    Newer,
}

impl BackupError {
    /// The id of its sentence; the next step is under `<id>.next`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotOurs => "error.backup-not-ours",
            Self::HandOver => "error.backup-handover",
            Self::Damaged => "error.backup-damaged",
            Self::Newer => "error.backup-newer",
        }
    }
}

/// The document: format and version first, a note in plain words for whoever opens it in an editor, then the records.
#[derive(Serialize)]
struct File<'f> {
    format: &'static str,
    schema: u64,
    note: &'f str,
    made: u64,
    records: &'f [Item],
}

/// A backup as a document.
#[must_use]
pub fn write(backup: &Backup, note: &str) -> String {
    let file = File {
        format: FORMAT,
        schema: SCHEMA,
        note,
        made: backup.made,
        records: &backup.records,
    };
    // Texts under fixed keys: writing them cannot fail.
    json::write(&file).unwrap_or_default()
}

#[derive(Default)]
struct Head {
    format: String,
    schema: u64,
}

kept!(Head { format, schema });
kept!(Item { id, text });
kept!(Backup { made, records });

/// Reads a document.
///
/// # Errors
/// [`BackupError`]: what it is instead.
pub fn read(bytes: &[u8]) -> Result<Backup, BackupError> {
    use BackupError::{Damaged, HandOver, Newer, NotOurs};
    let text = std::str::from_utf8(bytes).map_err(|_| NotOurs)?;
    let text = text.trim_start_matches('\u{feff}');
    let begun = begins_as_ours(text);
    let head: Head = json::read(text).map_err(|_| if begun { Damaged } else { NotOurs })?;
    match (head.format.as_str(), head.schema) {
        (FORMAT, SCHEMA) => {}
        (FORMAT, 0) => return Err(Damaged),
        (FORMAT, _) => return Err(Newer),
        ("waymark-handover", _) => return Err(HandOver),
        _ => return Err(NotOurs),
    }
    let backup: Backup = json::read(text).map_err(|_| Damaged)?;
    let mut met = Sorted::new();
    let mut new = |id: &str| {
        let new = met.get(id).is_none();
        met.insert(id.to_owned(), ());
        new
    };
    let fine = |item: &Item| is_id(&item.id) && new(&item.id);
    if backup.records.len() <= MOST && backup.records.iter().all(fine) {
        Ok(backup)
    } else {
        Err(Damaged)
    }
}

fn begins_as_ours(text: &str) -> bool {
    let start: String = text.chars().take(80).filter(|c| !c.is_whitespace()).collect();
    start.starts_with("{\"format\":\"waymark-backup\"")
}

/// Whether this can be the id of a record: it becomes part of a key and of addresses.
fn is_id(id: &str) -> bool {
    (1..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
