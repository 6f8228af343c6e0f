//! What a letter takes over from the logs of a case: the steps tried and how they ended, the index of papers, dates.
//!
//! In: the form (its rows `takes PART SOURCE`), the logs. Out: the same draft with lines added below what was typed, and empty
//! fields filled. Nothing typed is ever changed, no date is made up, and what stands there already is not added again.

use super::{Draft, Form, clean, given};
use crate::domain::Words;
use crate::domain::ledger::{self, Step, Weight};
use crate::domain::lens::Lens;
use crate::domain::logs::{Log, Logs, Row, about, in_order};
use crate::domain::routing::Stage;

/// From where a part or a field can be filled: `first`, `informal`, `tried` (both), `papers` (those that go with it, or may), `kept`
/// (all papers), `told`; and the date of the latest talk, request or decision.
pub const SOURCES: &[&str] = &[
    "first",
    "informal",
    "tried",
    "papers",
    "kept",
    "told",
    "talk-date",
    "request-date",
    "decision-date",
];

/// Takes over what the logs say about this person (`""`: about everybody), and says whether anything was added.
pub fn take_over(words: &Words, draft: &mut Draft, logs: &Logs, person: &str) -> bool {
    let form = Form::of(words, draft.kind);
    let taking = Taking {
        words,
        notes: form.lens() == Lens::Handle,
        logs,
        person,
    };
    let mut added = false;
    for row in form.rows().filter(|row| row.verb == "takes") {
        let (id, source) = (row.id(), row.keys().next().unwrap_or_default());
        let before = draft.text(id);
        let after = match source {
            "talk-date" | "request-date" | "decision-date" if given(before) => None,
            "talk-date" => taking.date(|weight| matches!(weight, Weight::Spoke)),
            "request-date" => taking.date(|weight| matches!(weight, Weight::Request)),
            "decision-date" => {
                taking.date(|weight| matches!(weight, Weight::Formal(ledger::Formal::Decided)))
            }
            _ => below(before, &taking.lines(source)),
        };
        if let Some(text) = after {
            draft.set(id, text);
            added = true;
        }
    }
    added
}

/// The text with those lines below it that do not stand in it yet; `None` where all of them do.
fn below(text: &str, lines: &[String]) -> Option<String> {
    let fresh: Vec<&str> = lines
        .iter()
        .map(String::as_str)
        .filter(|line| !text.lines().any(|known| known.trim_end() == *line))
        .collect();
    let mut made = text.trim_end().to_owned();
    if fresh.is_empty() {
        return None;
    }
    if !made.is_empty() {
        let listed = made.lines().next_back().is_some_and(|line| line.starts_with('–'));
        made.push_str(if listed { "\n" } else { "\n\n" });
    }
    made.push_str(&fresh.join("\n"));
    Some(made)
}

struct Taking<'a> {
    words: &'a Words,
    /// Notes are for one's own eyes; an officer's ledger is that of the case.
    notes: bool,
    logs: &'a Logs,
    person: &'a str,
}

impl Taking<'_> {
    /// The rows of a log in their order, as far as they are about the person.
    fn rows(&self, log: Log) -> impl Iterator<Item = &Row> {
        let rows = self.logs.rows(log);
        let fits = |row: &&Row| about::fits(row, self.person);
        in_order(rows).into_iter().map(|at| &rows[at]).filter(fits)
    }

    /// The date of the latest step of this weight that has one.
    fn date(&self, fits: impl Fn(Weight) -> bool) -> Option<String> {
        let weighs = |row: &&Row| ledger::step(row).is_some_and(|step| fits(step.weight));
        let when = |row: &Row| clean::line(row.get("when"));
        let dates = self.rows(Log::Steps).filter(weighs).map(when);
        dates.filter(|date| !date.is_empty()).last()
    }

    fn lines(&self, source: &str) -> Vec<String> {
        match source {
            "papers" => {
                let goes = self.rows(Log::Papers).filter(|row| row.get("goes") != "no");
                goes.filter_map(|row| self.paper(row)).collect()
            }
            "kept" => self.rows(Log::Papers).filter_map(|row| self.paper(row)).collect(),
            "told" => self.rows(Log::Told).filter_map(|row| self.told(row)).collect(),
            _ => {
                let taken = |stage| match source {
                    "first" => stage == Stage::First,
                    "informal" => stage == Stage::Informal,
                    _ => stage != Stage::Formal,
                };
                let steps = self.rows(Log::Steps).filter_map(|row| {
                    let step = ledger::step(row)?;
                    step.stage.is_some_and(taken).then(|| self.step(row, step))
                });
                steps.collect()
            }
        }
    }

    fn step(&self, row: &Row, step: &Step) -> String {
        let mut head = self.option("steps", "what", step.key).to_owned();
        aside(&mut head, &clean::line(row.get("with")));
        let mut after = vec![self.chosen("steps", "ended", row.get("ended"), ledger::ENDS)];
        after.push(self.filled("take-over.written", row.get("written")));
        self.line(row, &head, after)
    }

    fn paper(&self, row: &Row) -> Option<String> {
        let mut head = clean::line(row.get("what"));
        if row.get("confidential") != "no" {
            let said = self.chosen(
                "papers",
                "confidential",
                row.get("confidential"),
                &["yes", "unsure"],
            );
            aside(&mut head, &said);
        }
        given(&head).then(|| self.line(row, &head, Vec::new()))
    }

    fn told(&self, row: &Row) -> Option<String> {
        let mut head = clean::line(row.get("who"));
        let keys = ["name", "details", "pass-on"].into_iter();
        let what: Vec<&str> = keys
            .filter(|key| row.get("what").split(' ').any(|one| one == *key))
            .map(|key| self.option("told", "what", key))
            .collect();
        aside(&mut head, &self.words.joined(&what));
        given(&head).then(|| self.line(row, &head, vec![clean::line(row.get("why"))]))
    }

    /// The person's own date, what it is, and whatever else was given, on one line.
    fn line(&self, row: &Row, head: &str, mut after: Vec<String>) -> String {
        if self.notes {
            after.push(clean::line(row.get("note")));
        }
        let when = clean::line(row.get("when"));
        let mut line = "– ".to_owned();
        if when.is_empty() {
            line.push_str(head);
        } else {
            line.push_str(&self.words.line(&when, head));
        }
        for said in after.iter().filter(|said| !said.is_empty()) {
            line.push_str(if line.ends_with(['.', '!', '?']) {
                " "
            } else {
                ". "
            });
            line.push_str(said);
        }
        line
    }

    fn option(&self, log: &str, column: &str, key: &str) -> &'static str {
        self.words.t(&format!("log.{log}.column.{column}.option.{key}"))
    }

    /// What a key says, if it is one of these.
    fn chosen(&self, log: &str, column: &str, key: &str, keys: &[&str]) -> String {
        let known = keys.contains(&key);
        if known { self.option(log, column, key) } else { "" }.to_owned()
    }

    /// A sentence of ours around something that was given.
    fn filled(&self, id: &str, given: &str) -> String {
        let given = clean::line(given);
        if given.is_empty() {
            given
        } else {
            self.words.fill(id, &[("what", &given)])
        }
    }
}

/// Puts something that was given into brackets behind a text.
fn aside(head: &mut String, said: &str) {
    if !said.is_empty() && !head.is_empty() {
        for piece in [" (", said, ")"] {
            head.push_str(piece);
        }
    }
}
