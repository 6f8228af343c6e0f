//! The pages that the build makes from words: the Code and its principles, the process and its clauses, open points, glossary,
//! coverage. They go into the pack as lines (`content::write`), so the wasm carries neither them nor this.

mod code;
mod coverage;
mod open;
mod process;

use code::{code, principle};
use coverage::coverage;
use open::{open_point, open_points};
use process::{clause, process};

use crate::document::inline::{Text, paragraphs, parse};
use crate::document::name::UNKNOWN;
use crate::document::{Block, Doc, Door, Route};
use crate::domain::sorted::sorted;
use crate::domain::{Clause, OpenPoint, Principle, Words};

/// A paragraph for each paragraph of the text with this id.
fn paras(words: &Words, id: &str) -> impl Iterator<Item = Block> {
    paragraphs(words, words.t(id)).into_iter().map(Block::Para)
}

/// The items of the list with this id as running texts.
fn items(words: &Words, id: &str) -> Vec<Text> {
    words
        .list(id)
        .into_iter()
        .map(|item| parse(words, item))
        .collect()
}

fn door(route: Route, name: String, note: Text) -> Door {
    Door {
        route,
        name,
        note,
        aside: String::new(),
    }
}

fn heading(words: &Words, id: &str) -> Block {
    Block::Heading(2, words.t(id).to_owned())
}

/// The opening of a page: its first paragraph large, the others as they are.
fn lead(words: &Words, id: &str) -> Vec<Block> {
    let mut texts = paragraphs(words, words.t(id)).into_iter();
    let first = texts.next().map(Block::Lead);
    first.into_iter().chain(texts.map(Block::Para)).collect()
}

/// The line at the foot of every page of the guide: the official text prevails.
fn official(words: &Words) -> Block {
    Block::Quiet(parse(words, words.t("label.official")))
}

/// Every abbreviation and role.
#[must_use]
pub fn glossary(words: &Words) -> Doc {
    let mut blocks = lead(words, "glossary.lead");
    let terms: Vec<_> = words
        .iter()
        .filter_map(|(id, name)| {
            id.strip_prefix("term.")?
                .strip_suffix(".name")
                .map(|key| (key, name))
        })
        .map(|(key, name)| {
            let long = words.get(&format!("term.{key}.long")).unwrap_or_default();
            let title = if long.is_empty() {
                name.to_owned()
            } else {
                format!("{name} – {long}")
            };
            (
                key.to_owned(),
                title,
                paragraphs(words, words.t(&format!("term.{key}.means"))),
            )
        })
        .collect();
    let terms = sorted(terms, |(_, a, _), (_, b, _)| a.to_lowercase() > b.to_lowercase());
    blocks.push(Block::Terms(terms));
    blocks.push(official(words));
    Doc {
        title: words.t("glossary.title").to_owned(),
        blocks,
    }
}

/// The official documents: links that leave the guide, on a click only.
#[must_use]
pub fn official_documents(words: &Words) -> Doc {
    let mut blocks = lead(words, "official.lead");
    for key in ["code", "process", "directives", "members"] {
        let note = parse(words, words.t(&format!("official.{key}.note")));
        let address = words.t(&format!("official.{key}.address")).to_owned();
        blocks.push(Block::Outside(
            address,
            words.t(&format!("official.{key}.name")).to_owned(),
            note,
        ));
    }
    blocks.push(official(words));
    Doc {
        title: words.t("official.title").to_owned(),
        blocks,
    }
}

/// What this page can and cannot promise.
#[must_use]
pub fn promise(words: &Words) -> Doc {
    let mut blocks = lead(words, "promise.lead");
    for (head, list) in [
        ("promise.can-title", "promise.can"),
        ("promise.cannot-title", "promise.cannot"),
        ("promise.check-title", "promise.check"),
        ("promise.is-not-title", "promise.is-not"),
    ] {
        blocks.push(heading(words, head));
        blocks.push(Block::List(items(words, list)));
    }
    Doc {
        title: words.t("promise.title").to_owned(),
        blocks,
    }
}

/// An address that leads nowhere: what there is instead.
#[must_use]
pub fn unknown(words: &Words) -> Doc {
    let mut blocks = lead(words, "unknown.lead");
    blocks.push(Block::Actions(vec![
        (Route::Home, words.t("unknown.home").to_owned()),
        (Route::Notes, words.t("notes.title").to_owned()),
        (Route::page("process"), words.t("process.title").to_owned()),
    ]));
    Doc {
        title: words.t("unknown.title").to_owned(),
        blocks,
    }
}

/// All of them, with their addresses.
#[must_use]
pub fn pages(words: &Words) -> Vec<(String, Doc)> {
    let mut pages: Vec<(Route, Doc)> = vec![
        (Route::page("code"), code(words)),
        (Route::page("process"), process(words)),
        (Route::page("open"), open_points(words)),
        (Route::page("glossary"), glossary(words)),
        (Route::page("coverage"), coverage(words)),
        (Route::page("official"), official_documents(words)),
        (Route::page("promise"), promise(words)),
        (Route::page(UNKNOWN), unknown(words)),
    ];
    pages.extend(Principle::ALL.map(|at| (Route::principle(at), principle(words, at))));
    pages.extend(
        Clause::ALL
            .iter()
            .map(|at| (Route::clause(*at), clause(words, *at))),
    );
    pages.extend(
        OpenPoint::ALL
            .iter()
            .map(|at| (Route::open_point(*at), open_point(words, *at))),
    );
    let address = |route: Route| match route {
        Route::Page(address) => address,
        other => other.href(),
    };
    pages
        .into_iter()
        .map(|(route, doc)| (address(route), doc))
        .collect()
}
