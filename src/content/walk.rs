//! Walks over all pieces of running text of a page.

use crate::document::inline::{Inline, Text};
use crate::document::{Block, Doc, Route};

/// Calls `visit` for every piece of running text, links of doors and actions among them.
pub fn inlines(doc: &Doc, visit: &mut impl FnMut(&Inline)) {
    for block in &doc.blocks {
        in_block(block, visit);
    }
}

fn in_block(block: &Block, visit: &mut impl FnMut(&Inline)) {
    match block {
        Block::Lead(text) | Block::Para(text) | Block::Quiet(text) | Block::Outside(_, _, text) => {
            in_text(text, visit);
        }
        Block::List(texts) | Block::Steps(texts) | Block::Voice(_, texts) | Block::Care(_, texts) => {
            for text in texts {
                in_text(text, visit);
            }
        }
        Block::Terms(terms) => {
            for text in terms.iter().flat_map(|(_, _, texts)| texts) {
                in_text(text, visit);
            }
        }
        Block::Who(rows) => {
            for row in rows {
                in_text(&row.who, visit);
                in_text(&row.why, visit);
            }
        }
        Block::Trail(marks) => {
            for mark in marks {
                in_text(&mark.name, visit);
                in_text(&mark.note, visit);
            }
        }
        Block::Doors(doors) => {
            for door in doors {
                link(&door.route, &door.name, visit);
                in_text(&door.note, visit);
            }
        }
        Block::Actions(actions) => {
            for (route, name) in actions {
                link(route, name, visit);
            }
        }
        Block::Details(_, blocks) | Block::Card(_, blocks) => {
            for block in blocks {
                in_block(block, visit);
            }
        }
        Block::Table(_, rows) => {
            for text in rows.iter().flatten() {
                in_text(text, visit);
            }
        }
        Block::Heading(..) => {}
    }
}

fn in_text(text: &Text, visit: &mut impl FnMut(&Inline)) {
    for piece in text {
        visit(piece);
    }
}

fn link(route: &Route, name: &str, visit: &mut impl FnMut(&Inline)) {
    visit(&Inline::Link(route.clone(), name.to_owned()));
}
