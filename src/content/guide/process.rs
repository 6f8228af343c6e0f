//! The process and its clauses.

use super::coverage::screens_of;
use super::{heading, items, lead, official, paras};
use crate::document::inline::{Inline, Text, paragraphs, parse};
use crate::document::{Block, Doc, Route, Voice};
use crate::domain::{Clause, Words};

/// The process: what it is and all its clauses.
#[must_use]
pub fn process(words: &Words) -> Doc {
    let mut blocks = lead(words, "process.lead");
    blocks.extend(paras(words, "process.order"));
    blocks.push(Block::Steps(items(words, "process.parts")));
    blocks.push(Block::Actions(vec![
        (Route::Map, words.t("guide.see-map").to_owned()),
        (Route::page("open"), words.t("open.title").to_owned()),
    ]));
    for top in [Clause::Intro, Clause::C1, Clause::C2, Clause::C3, Clause::C4] {
        let name = words.t(&format!("clause.{}.title", top.key()));
        let title = if top == Clause::Intro {
            name.to_owned()
        } else {
            format!("{} {name}", top.number())
        };
        blocks.push(Block::Heading(2, title));
        let under = Clause::ALL
            .iter()
            .copied()
            .filter(|clause| *clause == top || within(*clause, top));
        blocks.push(Block::List(
            under.map(|clause| clause_line(words, clause)).collect(),
        ));
    }
    blocks.extend(paras(words, "process.how-to-read"));
    blocks.push(Block::Quiet(parse(words, words.t("process.official"))));
    Doc {
        title: words.t("process.title").to_owned(),
        blocks,
    }
}

pub(super) fn within(clause: Clause, top: Clause) -> bool {
    clause
        .parent()
        .is_some_and(|parent| parent == top || within(parent, top))
}

/// "2.1.1 Your NSB asks theirs", the number and the title as one link.
pub(super) fn clause_line(words: &Words, clause: Clause) -> Text {
    let title = words.t(&format!("clause.{}.title", clause.key()));
    let name = if clause == Clause::Intro {
        title.to_owned()
    } else {
        format!("{} {title}", clause.number())
    };
    vec![Inline::Link(Route::clause(clause), name)]
}

/// One clause.
#[must_use]
pub fn clause(words: &Words, clause: Clause) -> Doc {
    let key = clause.key();
    let name = words.t(&format!("clause.{key}.title"));
    let title = if clause == Clause::Intro {
        name.to_owned()
    } else {
        format!("{} {name}", clause.number())
    };
    let mut blocks = Vec::new();
    if let Some(parent) = clause.parent() {
        let mut line = parse(words, &format!("{} ", words.t("guide.part-of")));
        line.extend(clause_line(words, parent));
        blocks.push(Block::Quiet(line));
    }
    blocks.push(Block::Voice(
        Voice::Says,
        paragraphs(words, words.t(&format!("clause.{key}.plain"))),
    ));
    for (head, id) in [
        ("guide.who", format!("clause.{key}.who")),
        ("guide.asks-of", format!("clause.{key}.asks")),
        ("guide.leads", format!("clause.{key}.leads")),
    ] {
        blocks.push(heading(words, head));
        blocks.extend(paras(words, &id));
    }
    blocks.push(Block::Voice(
        Voice::Silent,
        paragraphs(words, words.t(&format!("clause.{key}.silent"))),
    ));
    let children: Vec<Text> = clause.children().map(|child| clause_line(words, child)).collect();
    if !children.is_empty() {
        blocks.push(heading(words, "guide.under"));
        blocks.push(Block::List(children));
    }
    let screens = screens_of(words, &format!("coverage.clause.{key}"), &Route::clause(clause));
    if !screens.is_empty() {
        blocks.push(Block::Details(
            words.t("guide.cited-on").to_owned(),
            vec![Block::List(screens)],
        ));
    }
    let at = Clause::ALL.iter().position(|other| *other == clause).unwrap_or(0);
    let mut onward = Vec::new();
    if let Some(next) = Clause::ALL.get(at + 1) {
        let title = words.t(&format!("clause.{}.title", next.key()));
        onward.push((
            Route::clause(*next),
            format!("{} {} {title}", words.t("guide.next"), next.number()),
        ));
    }
    onward.push((Route::page("process"), words.t("guide.all-clauses").to_owned()));
    blocks.push(Block::Actions(onward));
    blocks.push(official(words));
    Doc { title, blocks }
}
