//! Pages that are words alone: one line a block, as they stand in `content/pages/` and in the pack.
//!
//! In: the lines of a page. Out: a [`Doc`]. `content/README.md` shows the lines to those who write them. Lines that begin with
//! two spaces stand inside the block above them; an empty line ends a list.

use super::inline::{Text, parse};
use super::{Block, Doc, Door, Route, Voice};
use crate::domain::Words;
use crate::domain::pack::PARAGRAPH;

/// Stands before a line that belongs inside the block above it.
pub const INDENT: &str = "  ";

/// Separates the parts of a line that has several: a door, a button, a row of a table.
pub const PART: &str = " | ";

/// The mark of the line that says which text prevails.
pub const OFFICIAL: &str = "{official}";

/// The page at this address, if the pack has it.
#[must_use]
pub fn page(words: &Words, address: &str) -> Option<Doc> {
    words.get(&id(address)).map(|text| read(words, text))
}

/// Its title alone.
#[must_use]
pub fn title(words: &Words, address: &str) -> Option<&'static str> {
    let text = words.get(&id(address))?;
    let first = text.split(PARAGRAPH).next()?;
    Some(first.strip_prefix("# ").unwrap_or(first))
}

/// The id of a page's text.
#[must_use]
pub fn id(address: &str) -> String {
    format!("page.{address}")
}

/// Reads a page. Its first line is the title; a line of no known form is a paragraph.
#[must_use]
pub fn read(words: &Words, text: &str) -> Doc {
    let lines: Vec<&str> = text.split(PARAGRAPH).collect();
    let (first, rest) = lines.split_first().unwrap_or((&"", &[]));
    Doc {
        title: first.strip_prefix("# ").unwrap_or(first).to_owned(),
        blocks: blocks(words, rest),
    }
}

fn blocks(words: &Words, lines: &[&str]) -> Vec<Block> {
    let mut made = Vec::new();
    let mut rest = lines;
    let mut apart = true;
    while let Some((line, after)) = rest.split_first() {
        let count = after.iter().take_while(|line| line.starts_with(INDENT)).count();
        let (inside, next) = after.split_at(count);
        let inside: Vec<&str> = inside.iter().map(|line| &line[INDENT.len()..]).collect();
        rest = next;
        let block = block(words, line, &inside);
        match (made.last_mut(), block) {
            (_, None) => {
                apart = true;
                continue;
            }
            (Some(last), Some(block)) if !apart => {
                if let Some(other) = joined(last, block) {
                    made.push(other);
                }
            }
            (_, Some(block)) => made.push(block),
        }
        apart = false;
    }
    made
}

/// One line and what stands inside it; an empty line is no block.
fn block(words: &Words, line: &str, inside: &[&str]) -> Option<Block> {
    if line.is_empty() {
        return None;
    }
    let (tag, text) = line.split_once(' ').unwrap_or((line, ""));
    let mut parts = text.split(PART);
    let mut part = || parts.next().unwrap_or_default();
    let texts = || inside.iter().map(|line| parse(words, line)).collect();
    Some(match tag {
        ">" => Block::Lead(parse(words, text)),
        "##" => Block::Heading(2, text.to_owned()),
        "###" => Block::Heading(3, text.to_owned()),
        "~" if text == OFFICIAL => Block::Quiet(parse(words, words.t("label.official"))),
        "~" => Block::Quiet(parse(words, text)),
        "-" => Block::List(vec![parse(words, text)]),
        "1." => Block::Steps(vec![parse(words, text)]),
        "says:" => Block::Voice(Voice::Says, vec![parse(words, text)]),
        "silent:" => Block::Voice(Voice::Silent, vec![parse(words, text)]),
        "suggests:" => Block::Voice(Voice::Suggests, vec![parse(words, text)]),
        "care:" => Block::Care(text.to_owned(), texts()),
        "details:" => Block::Details(text.to_owned(), blocks(words, inside)),
        "card:" => Block::Card(text.to_owned(), blocks(words, inside)),
        "term:" => Block::Terms(vec![(part().to_owned(), part().to_owned(), texts())]),
        "=>" => Block::Doors(vec![Door {
            route: route(part()),
            name: part().to_owned(),
            note: parse(words, part()),
            aside: part().to_owned(),
        }]),
        "->" => Block::Actions(vec![(route(part()), part().to_owned())]),
        "<>" => Block::Outside(part().to_owned(), part().to_owned(), parse(words, part())),
        "|" => Block::Table(text.split(PART).map(str::to_owned).collect(), rows(words, inside)),
        _ => Block::Para(parse(words, line)),
    })
}

fn rows(words: &Words, inside: &[&str]) -> Vec<Vec<Text>> {
    let cells = |row: &&str| row.split(PART).map(|cell| parse(words, cell)).collect();
    inside.iter().map(cells).collect()
}

/// An address as it is written in a page; `home` is the first page.
fn route(address: &str) -> Route {
    if address == "home" {
        Route::Home
    } else {
        Route::parse(address)
    }
}

/// Adds a block to the one above when both are parts of one list; gives it back when they are not.
fn joined(last: &mut Block, block: Block) -> Option<Block> {
    match (last, block) {
        (Block::List(all), Block::List(more)) | (Block::Steps(all), Block::Steps(more)) => all.extend(more),
        (Block::Voice(one, all), Block::Voice(other, more)) if *one == other => all.extend(more),
        (Block::Terms(all), Block::Terms(more)) => all.extend(more),
        (Block::Doors(all), Block::Doors(more)) => all.extend(more),
        (Block::Actions(all), Block::Actions(more)) => all.extend(more),
        (_, block) => return Some(block),
    }
    None
}
