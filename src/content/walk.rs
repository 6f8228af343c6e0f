//! Walks over everything that stands on a page, from its title to its end.

use crate::document::inline::{Inline, Text};
use crate::document::{Block, Doc, Route};

/// Something that stands on a page.
#[derive(Clone, Copy, Debug)]
pub enum Piece<'d> {
    /// A title, a heading or a label: words without marks.
    Label(&'d str),
    /// A name with marks in it: who, a place, a cell of a table.
    Name(&'d Text),
    /// Running text.
    Running(&'d Text),
    /// A link that is a line of its own.
    Link(&'d Route, &'d str),
}

/// Calls `visit` for everything on a page.
pub fn pieces<'d>(doc: &'d Doc, visit: &mut impl FnMut(Piece<'d>)) {
    visit(Piece::Label(&doc.title));
    in_blocks(&doc.blocks, visit);
}

/// Calls `visit` for every piece of text with marks, links of doors and actions among them.
pub fn inlines(doc: &Doc, visit: &mut impl FnMut(&Inline)) {
    pieces(doc, &mut |piece| match piece {
        Piece::Label(_) => {}
        Piece::Name(text) | Piece::Running(text) => text.iter().for_each(&mut *visit),
        Piece::Link(route, name) => visit(&Inline::Link(route.clone(), name.to_owned())),
    });
}

fn in_blocks<'d>(blocks: &'d [Block], visit: &mut impl FnMut(Piece<'d>)) {
    for block in blocks {
        in_block(block, visit);
    }
}

fn in_block<'d>(block: &'d Block, visit: &mut impl FnMut(Piece<'d>)) {
    use Piece::{Label, Link, Name, Running};
    match block {
        Block::Heading(_, name) => visit(Label(name)),
        Block::Lead(text) | Block::Para(text) | Block::Quiet(text) => visit(Running(text)),
        Block::List(texts) | Block::Steps(texts) | Block::Voice(_, texts) => running(texts, visit),
        Block::Care(name, texts) => {
            visit(Label(name));
            running(texts, visit);
        }
        Block::Terms(terms) => {
            for (_, name, texts) in terms {
                visit(Label(name));
                running(texts, visit);
            }
        }
        Block::Who(rows) => {
            for row in rows {
                visit(Label(&row.line));
                visit(Name(&row.who));
                visit(Running(&row.why));
            }
        }
        Block::Trail(marks) => {
            for mark in marks {
                visit(Name(&mark.name));
                visit(Running(&mark.note));
            }
        }
        Block::Doors(doors) => {
            for door in doors {
                visit(Link(&door.route, &door.name));
                visit(Running(&door.note));
            }
        }
        Block::Actions(actions) => {
            for (route, name) in actions {
                visit(Link(route, name));
            }
        }
        Block::Outside(_, name, note) => {
            visit(Label(name));
            visit(Running(note));
        }
        Block::Details(name, blocks) | Block::Card(name, blocks) => {
            visit(Label(name));
            in_blocks(blocks, visit);
        }
        Block::Table(head, rows) => {
            for name in head {
                visit(Label(name));
            }
            for cell in rows.iter().flatten() {
                visit(Name(cell));
            }
        }
    }
}

fn running<'d>(texts: &'d [Text], visit: &mut impl FnMut(Piece<'d>)) {
    for text in texts {
        visit(Piece::Running(text));
    }
}
