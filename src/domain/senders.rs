//! What the senders of hand-over copies answered: theirs, beside the answers of whoever opened the copy.
//!
//! In: the answers of a copy, the lens of its receiver. Out: what of them tells about the matter and is asked in that lens, so that
//! it need not be asked again; and all of them, as answers of the sender. What somebody says of themselves (their part, their ties,
//! what they did, how they see it) is never taken for an answer of somebody else.
//!
//! They are kept among the logs of the case under a key of their own, as the names table is: a row a sender, the latest last; a
//! column a question, with its keys or the sender's own words. So they go with a copy that is handed on, if they are ticked.

use super::interview::{Kind, fitting};
use super::lens::Lens;
use super::logs::{Log, Logs, Row};
use super::questions::{self, ASSESS, DETAILS};
use super::{Answer, Answers};

/// The key of the table among the logs.
const TABLE: &str = "senders";
/// What stands in the column of a question that was skipped on purpose.
const SKIPPED: &str = "-";

/// Questions about the matter itself, whoever answers them, beside those about one theme each ([`DETAILS`]). Whether anybody is in danger
/// is among them: that comes first in every lens that asks it (invariant 7).
pub const MATTER: &[&str] = &[
    "setting",
    "safety",
    "lawful",
    "capacity",
    "sides",
    "group",
    "people",
    "recurrence",
    "tried-first",
    "tried-informal",
    "heard-concerned",
    "outcome",
    "nearest",
    "aimed",
    "agreement",
    "heard",
    "pointed-out",
    "context",
];

/// Whether a question is about the matter itself. All others are about the one who answers, and asked anew.
#[must_use]
pub fn is_matter(id: &str) -> bool {
    MATTER.contains(&id) || DETAILS.contains(&id)
}

/// What these answers say about the matter, as far as it is asked in this lens.
#[must_use]
pub fn matter(answers: &Answers, lens: Lens) -> Answers {
    // What happened is asked beside the situation of whoever raises it.
    let happened = if lens == Lens::Raise { ASSESS } else { &[] };
    let asked = lens.questions().iter().chain(happened);
    let mut made = Answers::default();
    for id in asked.map(|question| question.id).filter(|id| is_matter(id)) {
        if let Some(answer) = answers.get(id) {
            made.set(id, answer.clone());
        }
    }
    made
}

/// Puts one more sender behind those that are there, also one who answered nothing, and notes in each entry of the logs that it came
/// from them.
pub fn received(logs: &mut Logs, answers: &Answers) {
    for log in Log::ALL {
        let mut rows = logs.rows(log).to_vec();
        for row in &mut rows {
            row.set(BY, "sender");
        }
        logs.set(log, rows);
    }
    let mut all = rows(logs).to_vec();
    all.push(row(answers));
    logs.put(TABLE, all);
}

/// The column of a log that says that an entry came with a copy. It is no column of [`Log::columns`]: nobody fills it in, and no
/// copy carries it.
const BY: &str = "by";

/// Whether this entry came with a copy, and is as its sender wrote it.
#[must_use]
pub fn wrote(row: &Row) -> bool {
    !row.get(BY).is_empty()
}

/// Somebody changed this entry: it is theirs now.
pub fn changed(row: &mut Row) {
    row.set(BY, "");
}

/// The rows of the table. The last one is whoever made the copy that was opened.
#[must_use]
pub fn rows(logs: &Logs) -> &[Row] {
    logs.under(TABLE)
}

/// Puts rows in the place of those that the table had; what holds nothing is no row.
pub fn set(logs: &mut Logs, mut rows: Vec<Row>) {
    rows.retain(|row| !row.is_empty());
    logs.put(TABLE, rows);
}

/// Answers as a row.
#[must_use]
pub fn row(answers: &Answers) -> Row {
    let mut made = Row::default();
    for (id, answer) in answers.iter() {
        match answer {
            Answer::Chosen(keys) if keys.is_empty() => made.set(id, SKIPPED),
            Answer::Chosen(keys) => made.set(id, &keys.join(" ")),
            Answer::Text(text) => made.set(id, text),
        }
    }
    made
}

/// A row as answers: those that this guide knows.
#[must_use]
pub fn answers(row: &Row) -> Answers {
    let mut made = Answers::default();
    for question in questions::ALL.iter().copied().flatten() {
        let text = row.get(question.id).to_owned();
        let answer = if question.kind == Kind::Text {
            Answer::Text(text)
        } else {
            let keys = text.split_whitespace().filter(|key| *key != SKIPPED);
            Answer::Chosen(keys.map(str::to_owned).collect())
        };
        if !row.get(question.id).is_empty()
            && let Some(answer) = fitting(question, &answer)
        {
            made.set(question.id, answer);
        }
    }
    made
}
