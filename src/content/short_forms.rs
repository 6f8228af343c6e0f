//! Abbreviations: found in what stands on a page, and explained there if nothing on it does so yet.
//!
//! In: a page and the glossary of its language. Out: the abbreviations that nothing on the page explains, and the line that does.
//! An abbreviation is a run of two or more capitals. It is explained where it links to the glossary, where its long form stands on the
//! page, or where it stands beside its long form in brackets: "NSB (national standards body)", "Technical Management Board (TMB)".

use std::collections::{BTreeMap, BTreeSet};

use super::walk::{self, Piece};
use crate::document::inline::{Inline, Text, parse};
use crate::document::{Block, Doc, Route};
use crate::domain::Words;
use crate::domain::pack::PARAGRAPH;
use crate::domain::questions::RECORD;

/// Names that are made of capitals and are known as such: ISO is what all of this is about, AI an everyday word, the others are names
/// of formats, of a method, of levels and of a file, whose letters would explain nothing.
const KNOWN: &[&str] = &[
    "ISO", "ИСО", "PDF", "HTML", "SHA", "JSON", "USB", "AI", "IA", "ИИ", "AA", "AAA", "SECURITY",
];

/// The terms of the glossary by the abbreviation in their name.
#[must_use]
pub fn glossary(words: &Words) -> BTreeMap<String, &str> {
    let terms = words.iter().filter_map(|(id, name)| {
        let key = id.strip_prefix("term.")?.strip_suffix(".name")?;
        let short = runs(name)
            .into_iter()
            .find(|run| !KNOWN.contains(&run.as_str()))?;
        Some((short, key))
    });
    terms.collect()
}

/// The abbreviations in a text.
fn runs(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut run = String::new();
    let mut inside = false;
    for c in text.chars().chain([' ']) {
        if c.is_uppercase() && !inside {
            run.push(c);
            continue;
        }
        // A plural: NSBs.
        if run.chars().count() >= 2 && (c == 's' || !c.is_alphabetic() || is_of_another_script(&run, c)) {
            found.insert(std::mem::take(&mut run));
        }
        run.clear();
        inside = c.is_lowercase() || inside && c.is_uppercase();
    }
    found
}

/// Chinese and Arabic are written without a space before and after what is written in Latin letters.
fn is_of_another_script(run: &str, c: char) -> bool {
    run.is_ascii() && !c.is_ascii() && !c.is_lowercase()
}

/// What stands on a page, each text on a line of its own, and where its links lead.
#[derive(Default)]
struct Seen {
    text: String,
    routes: Vec<Route>,
}

impl Seen {
    fn of(doc: &Doc) -> Self {
        let mut seen = Self::default();
        walk::pieces(doc, &mut |piece| {
            match piece {
                Piece::Label(text) | Piece::Link(_, text) => seen.text.push_str(text),
                Piece::Name(text) | Piece::Running(text) => seen.marked(text),
            }
            seen.text.push('\n');
        });
        seen
    }

    fn marked(&mut self, text: &Text) {
        for piece in text {
            match piece {
                Inline::Str(part) | Inline::Unknown(part) | Inline::Principle(_, part) => {
                    self.text.push_str(part);
                }
                Inline::Link(route, part) => {
                    self.text.push_str(part);
                    self.routes.push(route.clone());
                }
                Inline::Clause(clause) => self.text.push_str(clause.number()),
            }
        }
    }
}

/// The abbreviations on a page that nothing there explains: each with its term, where the glossary has one.
#[must_use]
pub fn unexplained<'w>(
    words: &Words,
    doc: &Doc,
    glossary: &BTreeMap<String, &'w str>,
) -> Vec<(String, Option<&'w str>)> {
    let Seen { text, routes } = Seen::of(doc);
    let small = text.to_lowercase();
    let mut found = Vec::new();
    for short in runs(&text) {
        if KNOWN.contains(&short.as_str()) || !stands_alone(&text, &short) {
            continue;
        }
        let key = glossary.get(&short).copied();
        let linked = key.is_some_and(|key| routes.contains(&Route::Term(key.to_owned())));
        let long = key
            .and_then(|key| words.get(&format!("term.{key}.long")))
            .unwrap_or_default();
        let long = long
            .split([',', '('])
            .next()
            .unwrap_or_default()
            .trim()
            .to_lowercase();
        let spelt = !long.is_empty() && small.contains(&long);
        if !(linked || spelt || in_brackets(&text, &short)) {
            found.push((short, key));
        }
    }
    found
}

/// Whether it stands anywhere but in the name of the Directives, "ISO/IEC".
fn stands_alone(text: &str, short: &str) -> bool {
    let of_directives = ["IEC", "МЭК"].contains(&short);
    !of_directives
        || text
            .match_indices(short)
            .any(|(at, _)| !text[..at].ends_with("ISO/") && !text[..at].ends_with("ИСО/"))
}

/// "(NSB)" after its long form, or "NSB (" before it.
fn in_brackets(text: &str, short: &str) -> bool {
    let after = |rest: &str| {
        let rest = rest.strip_prefix('s').unwrap_or(rest).trim_start();
        let inner = rest.strip_prefix('(').or_else(|| rest.strip_prefix('（'));
        inner.is_some_and(|inner| inner.starts_with(char::is_alphabetic))
    };
    text.match_indices(short).any(|(at, _)| {
        let (before, rest) = (&text[..at], &text[at + short.len()..]);
        let before = before.strip_suffix("ISO/").unwrap_or(before);
        let plain = rest.strip_prefix('s').unwrap_or(rest);
        let closed = before.ends_with(['(', '（']) && plain.starts_with([')', '）', ',', '،', '，']);
        closed || after(rest)
    })
}

/// The words that explain on a page what nothing else there does; none where nothing is missing.
#[must_use]
pub fn line(words: &Words, doc: &Doc, glossary: &BTreeMap<String, &str>) -> Option<String> {
    let found = unexplained(words, doc, glossary);
    said(words, found.into_iter().filter_map(|(_, key)| key))
}

/// The words that explain these terms.
fn said<'w>(words: &Words, terms: impl Iterator<Item = &'w str>) -> Option<String> {
    let mut said: Vec<String> = terms
        .map(|key| {
            let long = words.get(&format!("term.{key}.long")).unwrap_or_default();
            // What stands in brackets is for the glossary.
            let long = long.split('(').next().unwrap_or_default().trim_end();
            if long.is_empty() {
                format!("{{term:{key}}}")
            } else {
                format!("{{term:{key}}} – {long}")
            }
        })
        .collect();
    said.dedup();
    if said.is_empty() {
        return None;
    }
    Some(format!("{} {}", words.t("glossary.here"), said.join(" · ")))
}

/// Texts that the app shows with others on a page of its own, and the terms that stand on that page unexplained.
const BY_HAND: [(&str, &[&str]); 3] = [
    ("map.side", &["nsb", "tpm", "tmb", "office-of-the-ceo"]),
    ("log.steps.lead", &["tpm"]),
    ("log.papers.lead", &["nsb"]),
];

/// What is to be added to texts of the app's own pages: of each question to its reason, and [`BY_HAND`].
#[must_use]
pub fn for_the_app(words: &Words, glossary: &BTreeMap<String, &str>) -> Vec<(String, String)> {
    let asked = words
        .iter()
        .filter_map(|(id, _)| id.strip_prefix("question.")?.strip_suffix(".why"))
        // The choice of a record stands below the ledger, which explains them above.
        .filter(|key| RECORD.iter().all(|asked| asked.id != *key));
    let questions = asked.filter_map(|key| {
        let start = format!("question.{key}.");
        let texts = words
            .iter()
            .filter(|(id, _)| id.starts_with(&start) && id.rsplit('.').next() != Some("short"));
        let doc = Doc {
            title: String::new(),
            blocks: texts.map(|(_, text)| Block::Para(parse(words, text))).collect(),
        };
        let line = line(words, &doc, glossary)?;
        Some((format!("{start}why"), format!("{PARAGRAPH}{line}")))
    });
    let by_hand = BY_HAND.iter().filter_map(|(id, terms)| {
        let line = said(words, terms.iter().copied())?;
        // A line of its own where the text may have several.
        let before = if id.rsplit('.').next() == Some("lead") {
            PARAGRAPH
        } else {
            ' '
        };
        Some(((*id).to_owned(), format!("{before}{line}")))
    });
    questions.chain(by_hand).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_capitals_are_found_in_every_script() {
        let found = |text: &str| runs(text).into_iter().collect::<Vec<_>>().join(" ");
        assert_eq!(found("Two NSBs and the TMB; ISO/CS"), "CS ISO NSB TMB");
        assert_eq!(found("WebAssembly, A and I, Ask"), "");
        assert_eq!(found("您的NSB联系TPM。"), "NSB TPM");
        assert_eq!(found("Ваш НОС, и TPM"), "TPM НОС");
    }

    #[test]
    fn what_stands_in_brackets_is_explained() {
        assert!(in_brackets("your NSB (national standards body)", "NSB"));
        assert!(in_brackets("the Technical Management Board (TMB)", "TMB"));
        assert!(!in_brackets("your NSB (2.1)", "NSB"));
    }
}
