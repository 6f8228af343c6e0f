//! The small language of marks inside a text of `content/`, read into typed pieces.
//!
//! `{1.5}` a clause, `{P3}` a principle, `{term:nsb}`, `{open:same-nsb}`, `{page:plan|words}`; `{$name}` is filled
//! before this. Everything else is plain text. Nothing here knows HTML: pieces become text nodes and links.

use super::route::Route;
use crate::domain::pack::PARAGRAPH;
use crate::domain::{Clause, OpenPoint, Principle, Words};

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain text.
    Str(String),
    /// A link to a clause, printed as its number.
    Clause(Clause),
    /// A link to a principle, printed as its name in running text.
    Principle(Principle, String),
    /// A link to another screen.
    Link(Route, String),
    /// A mark that says nothing we know; the build refuses it.
    Unknown(String),
}

/// A paragraph's worth of pieces.
pub type Text = Vec<Inline>;

/// Reads one text; its paragraphs one by one.
#[must_use]
pub fn paragraphs(words: &Words, text: &str) -> Vec<Text> {
    text.split(PARAGRAPH)
        .map(|paragraph| parse(words, paragraph))
        .collect()
}

/// Reads one paragraph.
#[must_use]
pub fn parse(words: &Words, text: &str) -> Text {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        if !before.is_empty() {
            pieces.push(Inline::Str(before.to_owned()));
        }
        let Some((mark, tail)) = after.split_once('}') else {
            pieces.push(Inline::Unknown(after.to_owned()));
            return pieces;
        };
        pieces.push(mark_to_inline(words, mark));
        rest = tail;
    }
    if !rest.is_empty() {
        pieces.push(Inline::Str(rest.to_owned()));
    }
    pieces
}

/// What one mark means.
fn mark_to_inline(words: &Words, mark: &str) -> Inline {
    let unknown = || Inline::Unknown(mark.to_owned());
    if let Some(clause) = Clause::parse(mark) {
        return if clause == Clause::Intro {
            Inline::Link(Route::clause(clause), words.t("mark.intro").to_owned())
        } else {
            Inline::Clause(clause)
        };
    }
    if let Some(principle) = mark.strip_prefix('P').and_then(Principle::parse) {
        let number = principle.number().to_string();
        return Inline::Principle(principle, words.fill("mark.principle", &[("number", &number)]));
    }
    match mark.split_once(':') {
        Some(("term", key)) => words
            .get(&format!("term.{key}.name"))
            .map_or_else(unknown, |name| {
                Inline::Link(Route::Term(key.to_owned()), name.to_owned())
            }),
        Some(("open", key)) => OpenPoint::parse(key).map_or_else(unknown, |point| {
            let title = words.t(&format!("open.{key}.title"));
            Inline::Link(Route::open_point(point), title.to_owned())
        }),
        Some(("page", rest)) => {
            let (address, label) = rest.split_once('|').unwrap_or((rest, ""));
            let route = if address == "home" {
                Route::Home
            } else {
                Route::parse(address)
            };
            if label.is_empty() {
                unknown()
            } else {
                Inline::Link(route, label.to_owned())
            }
        }
        _ => unknown(),
    }
}
