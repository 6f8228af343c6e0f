//! The logs in words: how each entry reads, on screen, on paper and as text.
//!
//! In: words, rows. Out: [`Entry`]s; what the person typed stays as it is.

use super::inline::{paragraphs, parse};
use super::{Block, MarkState};
use crate::domain::ledger;
use crate::domain::logs::{Column, Kind, Log, Row};
use crate::domain::{Clause, Words, senders};

/// One entry of a log, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The date as it was typed, or empty.
    pub when: String,
    /// What it is about.
    pub head: String,
    /// The clauses that the step carries out.
    pub clauses: &'static [Clause],
    /// How its mark on the trail looks.
    pub mark: MarkState,
    /// Everything else that was given: label and text.
    pub lines: Vec<(&'static str, String)>,
}

/// An entry as it reads.
#[must_use]
pub fn entry(words: &Words, log: Log, row: &Row) -> Entry {
    let mut made = Entry {
        when: row.get("when").trim().to_owned(),
        head: String::new(),
        clauses: &[],
        mark: match row.get("ended") {
            "settled" => MarkState::Done,
            "waiting" => MarkState::Now,
            _ => MarkState::Open,
        },
        lines: Vec::new(),
    };
    for column in log.columns() {
        let text = text(words, log, column, row);
        if column.id == log.head() {
            made.head = text;
        } else if column.kind != Kind::Date && !text.is_empty() {
            made.lines.push((label(words, log, column), text));
        }
    }
    if senders::wrote(row) {
        let who = words.t("log.by-sender").to_owned();
        made.lines.push((words.t("log.by"), who));
    }
    if made.head.is_empty() {
        words.t("log.not-said").clone_into(&mut made.head);
    }
    if log == Log::Steps {
        made.clauses = ledger::step(row).map_or(&[], |step| step.clauses);
    }
    made
}

/// What stands in a column, in words.
fn text(words: &Words, log: Log, column: &Column, row: &Row) -> String {
    let given = row.get(column.id);
    match column.kind {
        Kind::Line | Kind::Text | Kind::Date | Kind::File => given.trim().to_owned(),
        Kind::One(keys) | Kind::Many(keys) => {
            let chosen = keys.iter().filter(|key| given.split(' ').any(|one| one == **key));
            let said: Vec<&str> = chosen.map(|key| option(words, log, column, key)).collect();
            words.joined(&said)
        }
    }
}

/// The label of a column.
#[must_use]
pub fn label(words: &Words, log: Log, column: &Column) -> &'static str {
    words.t(&format!("log.{}.column.{}.label", log.key(), column.id))
}

/// The line below a label.
#[must_use]
pub fn hint(words: &Words, log: Log, column: &Column) -> &'static str {
    words.t(&format!("log.{}.column.{}.hint", log.key(), column.id))
}

/// What a key says.
#[must_use]
pub fn option(words: &Words, log: Log, column: &Column, key: &str) -> &'static str {
    words.t(&format!("log.{}.column.{}.option.{key}", log.key(), column.id))
}

/// What is missing when the first column is empty.
#[must_use]
pub fn missing(words: &Words, log: Log) -> &'static str {
    words.t(&format!("log.{}.column.{}.error", log.key(), log.head()))
}

/// One of the texts of a log: `title`, `list`, `none`, `add`.
#[must_use]
pub fn name(words: &Words, log: Log, which: &str) -> &'static str {
    words.t(&format!("log.{}.{which}", log.key()))
}

/// How the page of a log begins.
#[must_use]
pub fn opening(words: &Words, log: Log) -> Vec<Block> {
    let key = log.key();
    let lead = paragraphs(words, words.t(&format!("log.{key}.lead")));
    let mut blocks: Vec<Block> = lead.into_iter().map(Block::Lead).collect();
    let note = words.t(&format!("log.{key}.note"));
    blocks.push(Block::Quiet(parse(words, note)));
    blocks
}
