//! A learning copy: what was ticked of a case, with stand-ins in the place of the names, to learn from with others.
//!
//! In: a hand-over [`Copy`], the names table of its case. Out: the same copy with every name of the table replaced, without
//! what asks for a name, an address, a date or a number of its own, and how often each row was found. What is left may still tell
//! who it was: no rule can know that.

use super::handover::Copy;
use super::letters::Draft;
use super::logs::{Kind, Log, Row, in_order};
use super::names::{self, Finder};
use super::questions;
use super::senders;
use super::{Answer, Answers};

/// Short texts of a letter that stay behind: names and addresses, and what leads to one matter alone.
const LEFT_OUT: &[&str] = &[
    "to-name",
    "to-address",
    "from-name",
    "from-role",
    "person-name",
    "person-role",
    "committee",
    "meeting",
    "reference",
    "opened",
    "closed",
    "follow-up",
];

/// A copy to learn from, and how often each row of the names table was found.
#[must_use]
pub fn learning(copy: &Copy, table: &[Row], no_address: &str) -> (Copy, Vec<usize>) {
    let mut finder = Finder::new(table);
    let mut clean = |text: &str| finder.without_names(&names::without_addresses(text, no_address));
    let mut made = copy.clone();
    names::set(&mut made.logs, Vec::new());
    made.answers = said(&copy.answers, &mut clean);
    let before = senders::rows(&copy.logs).iter().map(senders::answers);
    let before = before.map(|answers| senders::row(&said(&answers, &mut clean)));
    let before = before.collect();
    senders::set(&mut made.logs, before);
    for log in Log::ALL {
        let rows = copy.logs.rows(log);
        // In the order of their dates, since the dates stay behind.
        let rows = in_order(rows)
            .into_iter()
            .map(|at| entry(log, &rows[at], &mut clean));
        made.logs.set(log, rows.filter(|row| !row.is_empty()).collect());
    }
    for draft in &mut made.drafts {
        letter(draft, &mut clean);
    }
    (made, finder.times)
}

/// Answers: the own words in them.
fn said(answers: &Answers, clean: &mut impl FnMut(&str) -> String) -> Answers {
    let mut made = answers.clone();
    for question in questions::ALL.iter().copied().flatten() {
        if let Some(Answer::Text(text)) = answers.get(question.id) {
            made.set(question.id, Answer::Text(clean(text)));
        }
    }
    made
}

/// An entry of a log: without its date, and without what is known of a file.
fn entry(log: Log, row: &Row, clean: &mut impl FnMut(&str) -> String) -> Row {
    let mut made = Row::default();
    for column in log.columns() {
        let text = row.get(column.id);
        match column.kind {
            Kind::Date | Kind::File => {}
            Kind::One(_) | Kind::Many(_) => made.set(column.id, text),
            Kind::Line | Kind::Text => made.set(column.id, &clean(text)),
        }
    }
    made
}

/// A letter: without those to whom it goes.
fn letter(draft: &mut Draft, clean: &mut impl FnMut(&str) -> String) {
    draft.copy.clear();
    let texts = draft.texts();
    let texts: Vec<(String, String)> = texts.map(|(id, text)| (id.to_owned(), text.to_owned())).collect();
    for (id, text) in texts {
        let stays = LEFT_OUT.contains(&id.as_str()) || id.ends_with("-date");
        let text = if stays { String::new() } else { clean(&text) };
        draft.set(&id, text);
    }
}
