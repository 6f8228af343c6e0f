//! A hand-over copy: what was ticked of a case, as a document for somebody else; and a document as a new case.
//!
//! In: a case, the drafts that belong to it, what was ticked. Out: a [`Copy`], which [`write()`] puts into a file and [`read`] takes
//! out of one again. A file comes from somebody else: nothing in it is believed, and questions, columns and keys that this guide
//! does not know are left out of it. What its sender answered stays theirs ([`senders`]). The copy holds neither the lens nor any name
//! that records have in the list; a draft's free account stays behind, as it does whenever a draft leaves. The names table has a tick of
//! its own.

use serde::Serialize;

use super::Answers;
use super::case::Case;
use super::fingerprint;
use super::interview::fitting;
use super::json;
use super::kept::kept;
use super::lens::Lens;
use super::letters::{ACCOUNT, Draft, Keys};
use super::logs::{Kind, Log, Logs, Row};
use super::names;
use super::questions;
use super::senders;

/// Name of the format, the first thing in a file.
const FORMAT: &str = "waymark-handover";
/// Version of the format.
const VERSION: u64 = 1;
/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;
/// The longest text in a column or an answer, in bytes: far more than anybody types.
const MOST_TEXT: usize = 200_000;
/// The most rows of a log, and the most drafts.
const MOST_ROWS: usize = 1000;

/// What a hand-over copy holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copy {
    /// Answers.
    pub answers: Answers,
    /// Rows of the logs, and of the names table.
    pub logs: Logs,
    /// Messages in the making.
    pub drafts: Vec<Draft>,
}

/// Why a file is not taken, or not made. Sentences: `error.handover-<key>` and `error.handover-<key>.next`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandoverError {
    /// Larger than any copy.
    TooBig,
    /// Not a hand-over copy at all.
    NotOurs,
    /// A backup.
    Backup,
    /// A hand-over copy once, but something in it was lost or changed.
    Damaged,
    /// A newer version of this guide made it.
    Newer,
    /// So much that nobody could open the file.
    TooMuch,
}

impl HandoverError {
    /// The id of its sentence; the next step is under `<id>.next`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::TooBig => "error.handover-too-big",
            Self::NotOurs => "error.handover-not-ours",
            Self::Backup => "error.handover-backup",
            Self::Damaged => "error.handover-damaged",
            Self::Newer => "error.handover-newer",
            Self::TooMuch => "error.handover-too-much",
        }
    }
}

/// Something that can be ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'p> {
    /// The answer to this question.
    Answer(&'p str),
    /// This row of this log.
    Row(Log, usize),
    /// The draft with this id.
    Draft(&'p str),
    /// The names table: who is who.
    Names,
    /// What this sender of a copy answered, from 0: it was handed over, and is handed on.
    Sender(usize),
}

/// What was ticked and nothing else.
#[must_use]
pub fn copy(case: &Case, drafts: &[(String, Draft)], ticked: impl Fn(Part<'_>) -> bool) -> Copy {
    let mut copy = Copy::default();
    for (id, answer) in case.answers.iter().filter(|(id, _)| ticked(Part::Answer(id))) {
        copy.answers.set(id, answer.clone());
    }
    for log in Log::ALL {
        let rows = case.logs.rows(log).iter().enumerate();
        let rows = rows.filter(|(at, _)| ticked(Part::Row(log, *at)));
        copy.logs.set(log, rows.map(|(_, row)| row.clone()).collect());
    }
    if ticked(Part::Names) {
        names::set(&mut copy.logs, names::table(&case.logs).to_vec());
    }
    let before = senders::rows(&case.logs).iter().enumerate();
    let before = before.filter(|(at, _)| ticked(Part::Sender(*at)));
    senders::set(&mut copy.logs, before.map(|(_, row)| row.clone()).collect());
    let drafts = drafts.iter().filter(|(id, _)| ticked(Part::Draft(id)));
    copy.drafts = drafts.map(|(_, draft)| leaving(draft)).collect();
    copy.shown()
}

/// A draft as it may leave: without the account, its own name, the case and the hints that were put aside.
fn leaving(draft: &Draft) -> Draft {
    let mut draft = draft.clone();
    draft.set(ACCOUNT, String::new());
    draft.title.clear();
    draft.case.clear();
    draft.dismissed = Keys::default();
    draft
}

impl Copy {
    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.logs.is_empty() && self.drafts.is_empty()
    }

    /// A new case with it, seen from this side: what its sender says of the matter, and all that they answered as theirs. Its drafts
    /// are kept beside it.
    #[must_use]
    pub fn case(&self, lens: Lens) -> Case {
        let mut logs = self.logs.clone();
        senders::received(&mut logs, &self.answers);
        Case {
            lens,
            answers: senders::matter(&self.answers, lens),
            logs,
        }
    }

    /// Only what this guide shows: known questions, known columns, known keys. What one sees is what is handed over and kept.
    fn shown(self) -> Self {
        let mut copy = Self {
            drafts: self.drafts.iter().map(leaving).collect(),
            ..Self::default()
        };
        for question in questions::ALL.iter().copied().flatten() {
            let answer = self.answers.get(question.id);
            if let Some(answer) = answer.and_then(|answer| fitting(question, answer)) {
                copy.answers.set(question.id, answer);
            }
        }
        for log in Log::ALL {
            let rows = self.logs.rows(log).iter().map(|row| known(log, row));
            copy.logs.set(log, rows.filter(|row| !row.is_empty()).collect());
        }
        let rows = names::table(&self.logs).iter().map(names::known);
        names::set(&mut copy.logs, rows.collect());
        let rows = senders::rows(&self.logs).iter().map(senders::answers);
        let rows = rows.map(|answers| senders::row(&answers));
        senders::set(&mut copy.logs, rows.collect());
        copy
    }

    /// Whether it stays within what anybody types: more than that is not read.
    fn fits(&self) -> bool {
        let text = |text: &str| text.len() <= MOST_TEXT;
        let answers = questions::ALL.iter().copied().flatten();
        let logs = Log::ALL.into_iter().map(|log| self.logs.rows(log));
        let mut tables = logs.chain([names::table(&self.logs), senders::rows(&self.logs)]);
        self.drafts.len() <= MOST_ROWS
            && tables.all(|rows| {
                rows.len() <= MOST_ROWS && rows.iter().flat_map(Row::iter).all(|(_, one)| text(one))
            })
            && answers.into_iter().all(|one| text(self.answers.text(one.id)))
    }
}

/// A row as it is shown.
fn known(log: Log, row: &Row) -> Row {
    let mut made = Row::default();
    for column in log.columns() {
        let text = row.get(column.id);
        match column.kind {
            Kind::One(keys) if !keys.contains(&text) => {}
            Kind::Many(keys) => {
                let keys = keys.iter().filter(|key| text.split(' ').any(|one| one == **key));
                made.set(column.id, &keys.copied().collect::<Vec<_>>().join(" "));
            }
            _ => made.set(column.id, text),
        }
    }
    made
}

/// The file: format and version first, a note in plain words for whoever opens it in an editor, then what it holds.
#[derive(Serialize)]
struct File<'f> {
    format: &'static str,
    version: u64,
    note: &'f str,
    answers: &'f Answers,
    logs: &'f Logs,
    drafts: &'f [Draft],
}

/// A copy as the text of a file.
#[must_use]
pub fn write(copy: &Copy, note: &str) -> String {
    let file = File {
        format: FORMAT,
        version: VERSION,
        note,
        answers: &copy.answers,
        logs: &copy.logs,
        drafts: &copy.drafts,
    };
    // Texts by text keys: writing them cannot fail.
    fingerprint::signed_object(json::write(&file).unwrap_or_default())
}

/// The same, if whoever gets the file can open it.
///
/// # Errors
/// [`HandoverError::TooMuch`].
pub fn made(copy: &Copy, note: &str) -> Result<String, HandoverError> {
    let text = write(copy, note);
    if copy.fits() && text.len() <= MOST_BYTES {
        Ok(text)
    } else {
        Err(HandoverError::TooMuch)
    }
}

#[derive(Default)]
struct Head {
    format: String,
    version: u64,
}

kept!(Head { format, version });
kept!(Copy {
    answers,
    logs,
    drafts
});

/// Reads the bytes of a file that somebody chose.
///
/// # Errors
/// [`HandoverError`]: what it is instead.
pub fn read(bytes: &[u8]) -> Result<Copy, HandoverError> {
    use HandoverError::{Backup, Damaged, Newer, NotOurs, TooBig};
    if bytes.len() > MOST_BYTES {
        return Err(TooBig);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| NotOurs)?;
    let text = text.trim_start_matches('\u{feff}');
    let head: Head = json::read(text).map_err(|_| broken(text))?;
    if head.format == "waymark-backup" {
        return Err(Backup);
    }
    if head.format != FORMAT {
        return Err(NotOurs);
    }
    if head.version > VERSION {
        return Err(Newer);
    }
    let copy: Copy = json::read(text).map_err(|_| Damaged)?;
    if head.version != VERSION {
        return Err(Damaged);
    }
    if copy.fits() {
        Ok(copy.shown())
    } else {
        Err(TooBig)
    }
}

/// A text that is no JSON: cut off or changed, if it begins as ours do.
fn broken(text: &str) -> HandoverError {
    let start: String = text.chars().take(80).filter(|c| !c.is_whitespace()).collect();
    if start.starts_with("{\"format\":\"waymark-handover\"") {
        HandoverError::Damaged
    } else {
        HandoverError::NotOurs
    }
}
