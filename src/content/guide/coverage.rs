//! The clause-coverage matrix: which clause and principle stands on which page.

use super::code::numbered;
use super::process::clause_line;
use super::{heading, lead};
use crate::document::inline::{Inline, Text};
use crate::document::{Block, Doc, Route, name, page};
use crate::domain::{Clause, Principle, Words};

/// The clause-coverage matrix.
#[must_use]
pub fn coverage(words: &Words) -> Doc {
    let mut blocks = lead(words, "coverage.lead");
    let head = vec![
        words.t("coverage.what").to_owned(),
        words.t("coverage.screens").to_owned(),
    ];
    let row = |name: Text, id: String, own: &Route| {
        let mut cell = Text::new();
        for screen in screens_of(words, &id, own) {
            if !cell.is_empty() {
                cell.push(Inline::Str(" · ".to_owned()));
            }
            cell.extend(screen);
        }
        vec![name, cell]
    };
    let principles = Principle::ALL.into_iter().map(|principle| {
        let number = principle.number();
        let route = Route::principle(principle);
        let name = vec![Inline::Link(route.clone(), numbered(words, principle))];
        row(name, format!("coverage.principle.{number}"), &route)
    });
    blocks.push(heading(words, "coverage.principles"));
    blocks.push(Block::Table(head.clone(), principles.collect()));
    let clauses = Clause::ALL.iter().map(|clause| {
        let id = format!("coverage.clause.{}", clause.key());
        row(clause_line(words, *clause), id, &Route::clause(*clause))
    });
    blocks.push(heading(words, "coverage.clauses"));
    blocks.push(Block::Table(head, clauses.collect()));
    Doc {
        title: words.t("coverage.title").to_owned(),
        blocks,
    }
}

/// The screens that cite something, from the pack, as links; its own page left out.
pub(super) fn screens_of(words: &Words, id: &str, own: &Route) -> Vec<Text> {
    // While the pack is being built the matrix does not exist yet, and nothing is missing.
    let addresses = words.get(id).unwrap_or_default();
    let routes = addresses
        .split_ascii_whitespace()
        .map(|href| Route::parse(href.trim_start_matches('#')));
    routes
        .filter(|route| route != own)
        .map(|route| {
            let name = short_name(words, &route);
            vec![Inline::Link(route, name)]
        })
        .collect()
}

/// A short name for a screen, for lists of links.
pub(super) fn short_name(words: &Words, route: &Route) -> String {
    let Route::Page(address) = route else {
        return name::screen(words, route);
    };
    let (folder, last) = address.split_once('/').unwrap_or((address, ""));
    match (folder, Clause::parse(last)) {
        ("code", _) if !last.is_empty() => words.fill("mark.principle", &[("number", last)]),
        ("process", Some(Clause::Intro)) => words.t("mark.intro").to_owned(),
        ("process", Some(clause)) => clause.number().to_owned(),
        ("open", _) if !last.is_empty() => words.t(&format!("open.{last}.title")).to_owned(),
        _ if page::title(words, address).is_some() => {
            page::title(words, address).unwrap_or_default().to_owned()
        }
        _ => words.t(&format!("{folder}.title")).to_owned(),
    }
}
