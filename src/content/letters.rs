//! `content/logic/letters.toml` -> one line of rows for each letter, `logic.letter.<kind>`; the reasons why a line cannot stand.
//!
//! What a row may be is said at the head of that file. `letters/check.rs` holds the lines against the words and against each other.

mod check;

use std::path::Path;

use super::Problem;
use super::read::{Text, Texts};
use crate::domain::letters::kind_from;
use crate::domain::routing::MessageKind;

/// Where the letters are described.
pub const FILE: &str = "content/logic/letters.toml";

/// Keys that hold one word, and the verb of their row.
const WORDS: &[(&str, &str)] = &[
    ("lens", "lens"),
    ("group", "group"),
    ("for", "for"),
    ("manner", "manner"),
];
/// Keys that are there or not.
const FLAGS: &[&str] = &["about", "sure"];
/// Keys that hold a list whose lines begin a row of that verb.
const LISTS: &[&str] = &["to", "also", "copy", "needs", "takes"];
/// Keys that hold rows.
const ROWS: &[&str] = &["ask", "blocks"];

/// The lines of all letters, by their ids in the pack.
///
/// # Errors
/// What cannot be read: the file, a letter that there is not, a key that means nothing.
pub fn read(root: &Path) -> Result<Texts, Vec<Problem>> {
    let problem = |reason: String| Problem {
        file: FILE.to_owned(),
        reason,
    };
    let text = std::fs::read_to_string(root.join(FILE)).map_err(|error| vec![problem(error.to_string())])?;
    let table: toml::Table = text
        .parse()
        .map_err(|error: toml::de::Error| vec![problem(error.to_string())])?;
    let (mut texts, mut problems) = (Texts::new(), Vec::new());
    for (key, letter) in &table {
        if kind_from(key).is_none() {
            problems.push(problem(format!("there is no letter `{key}`")));
        }
        match line(letter) {
            Ok(text) => {
                let file = FILE.to_owned();
                texts.insert(format!("logic.letter.{key}"), Text { file, text });
            }
            Err(reason) => problems.push(problem(format!("[{key}] {reason}"))),
        }
    }
    for kind in MessageKind::ALL
        .iter()
        .filter(|kind| !table.contains_key(kind.key()))
    {
        problems.push(problem(format!("the letter `{}` is missing", kind.key())));
    }
    if problems.is_empty() {
        Ok(texts)
    } else {
        Err(problems)
    }
}

/// One letter as a line.
fn line(letter: &toml::Value) -> Result<String, String> {
    let table = letter.as_table().ok_or("is not a table")?;
    let mut rows: Vec<String> = Vec::new();
    for (key, verb) in WORDS {
        if let Some(value) = table.get(*key) {
            rows.push(format!("{verb} {}", word(key, value)?));
        }
    }
    for key in FLAGS {
        match table.get(*key) {
            None => {}
            Some(toml::Value::Boolean(true)) => rows.push((*key).to_owned()),
            Some(_) => return Err(format!("`{key}` is true or left out")),
        }
    }
    if let Some(long) = table.get("long") {
        let long = long.as_integer().ok_or("`long` is not a number")?;
        rows.push(format!("long {long}"));
    }
    for key in LISTS {
        for one in list(table, key)? {
            rows.push(format!("{key} {}", word(key, one)?));
        }
    }
    let counts: Result<Vec<&str>, String> = list(table, "counts")?
        .iter()
        .map(|one| word("counts", one))
        .collect();
    let counts = counts?;
    if !counts.is_empty() {
        rows.push(format!("counts {}", counts.join(" ")));
    }
    for key in ROWS {
        for one in list(table, key)? {
            rows.push(word(key, one)?.to_owned());
        }
    }
    let known = |key: &str| {
        WORDS.iter().any(|(word, _)| *word == key)
            || FLAGS.contains(&key)
            || LISTS.contains(&key)
            || ROWS.contains(&key)
            || ["long", "counts"].contains(&key)
    };
    match table.keys().find(|key| !known(key)) {
        Some(key) => Err(format!("nothing reads `{key}`")),
        None => Ok(rows.join(";")),
    }
}

fn list<'a>(table: &'a toml::Table, key: &str) -> Result<&'a [toml::Value], String> {
    match table.get(key) {
        None => Ok(&[]),
        Some(value) => value
            .as_array()
            .map(Vec::as_slice)
            .ok_or(format!("`{key}` is not a list")),
    }
}

/// A text that can stand in a row.
fn word<'a>(key: &str, value: &'a toml::Value) -> Result<&'a str, String> {
    let text = value
        .as_str()
        .ok_or(format!("`{key}` holds something else than text"))?;
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || " -:=!|".contains(c);
    let single = !text.contains("  ") && text.trim() == text && !text.is_empty();
    if single && text.chars().all(plain) {
        Ok(text)
    } else {
        Err(format!(
            "`{text}`: a row is small letters, digits and - : = ! |, with single spaces"
        ))
    }
}

/// What is wrong with the letters as they stand among the words.
#[must_use]
pub fn problems(texts: &Texts) -> Vec<Problem> {
    check::all(texts)
}
