//! The small language of marks inside a text of `content/`, read into typed pieces.
//!
//! `{1.5}` a clause, `{P3}` a principle, `{term:nsb}`, `{open:same-nsb}`, `{page:plan|words}`; `{$name}` is filled
//! before this. Words after a bar stand in place of the usual name (`{P3|...}`, `{term:convenor|...}`, `{intro|...}`): languages decline. Everything else is plain text. Nothing here knows HTML: pieces become text nodes and links.

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

/// Whether the links in it stand by themselves, with no words around them: then they are as high as a button, not as a line.
#[must_use]
pub fn is_links_alone(text: &[Inline]) -> bool {
    // What joins links of a list is shorter than any word beside a link: " · ", ", ".
    let joins = |text: &str| text.len() <= 4;
    text.iter().all(|piece| match piece {
        Inline::Str(text) | Inline::Unknown(text) => joins(text),
        Inline::Clause(_) | Inline::Principle(..) | Inline::Link(..) => true,
    })
}

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
    let (target, label) = mark.split_once('|').unwrap_or((mark, ""));
    let named = |usual: &str| if label.is_empty() { usual } else { label }.to_owned();
    if let Some(clause) = Clause::parse(target) {
        return match (clause, label) {
            (Clause::Intro, _) => Inline::Link(Route::clause(clause), named(words.t("mark.intro"))),
            (_, "") => Inline::Clause(clause),
            // A clause is cited by its number in every language.
            _ => unknown(),
        };
    }
    if let Some(principle) = target.strip_prefix('P').and_then(Principle::parse) {
        let number = principle.number().to_string();
        let usual = words.fill("mark.principle", &[("number", &number)]);
        return Inline::Principle(principle, named(&usual));
    }
    match target.split_once(':') {
        Some(("term", key)) => words
            .get(&format!("term.{key}.name"))
            .map_or_else(unknown, |name| {
                Inline::Link(Route::Term(key.to_owned()), named(name))
            }),
        Some(("open", key)) => OpenPoint::parse(key).map_or_else(unknown, |point| {
            let title = words.t(&format!("open.{key}.title"));
            Inline::Link(Route::open_point(point), named(title))
        }),
        Some(("page", _)) if label.is_empty() => unknown(),
        Some(("page", "home")) => Inline::Link(Route::Home, label.to_owned()),
        Some(("page", address)) => Inline::Link(Route::parse(address), label.to_owned()),
        _ => unknown(),
    }
}
