//! A page as the lines that [`page::read`](crate::document::page::read) reads: for the pages that the build makes from words.
//!
//! In: a [`Doc`]. Out: its text. What a line cannot say (a trail, a recipients table) is an error.

use crate::document::inline::{Inline, Text};
use crate::document::page::{INDENT, OFFICIAL, PART};
use crate::document::{Block, Doc, Route, Voice};
use crate::domain::pack::PARAGRAPH;
use crate::domain::{Clause, Words};

/// The lines of a page, joined as the pack joins them.
///
/// # Errors
/// A sentence naming what cannot stand in such a page.
pub fn page(words: &Words, doc: &Doc) -> Result<String, String> {
    let mut lines = vec![format!("# {}", doc.title)];
    blocks(words, &doc.blocks, &mut lines)?;
    Ok(lines.join(&PARAGRAPH.to_string()))
}

fn blocks(words: &Words, blocks: &[Block], lines: &mut Vec<String>) -> Result<(), String> {
    for (at, block) in blocks.iter().enumerate() {
        if at > 0 && std::mem::discriminant(&blocks[at - 1]) == std::mem::discriminant(block) {
            let list = matches!(
                block,
                Block::List(_) | Block::Steps(_) | Block::Voice(..) | Block::Terms(_) | Block::Doors(_)
            );
            if list || matches!(block, Block::Actions(_)) {
                lines.push(String::new());
            }
        }
        one(words, block, lines)?;
    }
    Ok(())
}

fn one(words: &Words, block: &Block, lines: &mut Vec<String>) -> Result<(), String> {
    let each = |tag: &str, texts: &[Text], lines: &mut Vec<String>| {
        lines.extend(texts.iter().map(|text| format!("{tag} {}", written(words, text))));
    };
    let inside = |inner: Vec<String>, lines: &mut Vec<String>| {
        lines.extend(inner.into_iter().map(|line| format!("{INDENT}{line}")));
    };
    let official = official(words);
    match block {
        Block::Lead(text) => lines.push(format!("> {}", written(words, text))),
        Block::Heading(level, name) => {
            lines.push(format!("{} {name}", if *level == 3 { "###" } else { "##" }));
        }
        Block::Para(text) => lines.push(written(words, text)),
        Block::Quiet(text) if *text == official => lines.push(format!("~ {OFFICIAL}")),
        Block::Quiet(text) => lines.push(format!("~ {}", written(words, text))),
        Block::List(items) => each("-", items, lines),
        Block::Steps(items) => each("1.", items, lines),
        Block::Voice(voice, texts) => {
            let tag = match voice {
                Voice::Says => "says:",
                Voice::Silent => "silent:",
                Voice::Suggests => "suggests:",
            };
            each(tag, texts, lines);
        }
        Block::Care(name, texts) => {
            lines.push(format!("care: {name}"));
            inside(texts.iter().map(|text| written(words, text)).collect(), lines);
        }
        Block::Details(name, inner) | Block::Card(name, inner) => {
            let tag = if matches!(block, Block::Card(..)) {
                "card:"
            } else {
                "details:"
            };
            lines.push(format!("{tag} {name}"));
            let mut inner_lines = Vec::new();
            blocks(words, inner, &mut inner_lines)?;
            inside(inner_lines, lines);
        }
        Block::Terms(terms) => {
            for (id, name, texts) in terms {
                lines.push(format!("term: {id}{PART}{name}"));
                inside(texts.iter().map(|text| written(words, text)).collect(), lines);
            }
        }
        Block::Doors(doors) => {
            for door in doors {
                let note = written(words, &door.note);
                lines.push(format!(
                    "=> {}{PART}{}{PART}{note}{PART}{}",
                    address(&door.route),
                    door.name,
                    door.aside
                ));
            }
        }
        Block::Actions(actions) => {
            for (route, name) in actions {
                lines.push(format!("-> {}{PART}{name}", address(route)));
            }
        }
        Block::Outside(to, name, note) => {
            lines.push(format!("<> {to}{PART}{name}{PART}{}", written(words, note)));
        }
        Block::Table(head, rows) => {
            lines.push(format!("| {}", head.join(PART)));
            let row = |cells: &Vec<Text>| {
                cells
                    .iter()
                    .map(|cell| written(words, cell))
                    .collect::<Vec<_>>()
                    .join(PART)
            };
            inside(rows.iter().map(row).collect(), lines);
        }
        Block::Who(_) | Block::Trail(_) => {
            return Err("a page of words holds no recipients and no trail".to_owned());
        }
    }
    Ok(())
}

/// What [`OFFICIAL`] stands for.
fn official(words: &Words) -> Text {
    crate::document::inline::parse(words, words.t("label.official"))
}

fn address(route: &Route) -> String {
    match route {
        Route::Home => "home".to_owned(),
        other => other.href().trim_start_matches("#/").to_owned(),
    }
}

/// Running text with its marks.
fn written(words: &Words, text: &Text) -> String {
    text.iter().map(|piece| mark(words, piece)).collect()
}

fn mark(words: &Words, piece: &Inline) -> String {
    match piece {
        Inline::Str(text) => text.clone(),
        Inline::Unknown(mark) => format!("{{{mark}}}"),
        Inline::Clause(clause) => format!("{{{}}}", clause.number()),
        Inline::Principle(principle, name) => {
            let number = principle.number().to_string();
            let usual = words.fill("mark.principle", &[("number", &number)]);
            named(&format!("P{number}"), name, &usual)
        }
        Inline::Link(Route::Term(term), name) => named(
            &format!("term:{term}"),
            name,
            words.t(&format!("term.{term}.name")),
        ),
        Inline::Link(route, name) if *route == Route::clause(Clause::Intro) => {
            named("intro", name, words.t("mark.intro"))
        }
        Inline::Link(route, name) => {
            let address = address(route);
            let key = address
                .strip_prefix("open/")
                .filter(|key| words.get(&format!("open.{key}.title")) == Some(name.as_str()));
            key.map_or_else(
                || format!("{{page:{address}|{name}}}"),
                |key| format!("{{open:{key}}}"),
            )
        }
    }
}

/// A mark, with its words where they are not the usual ones.
fn named(target: &str, name: &str, usual: &str) -> String {
    if name == usual {
        format!("{{{target}}}")
    } else {
        format!("{{{target}|{name}}}")
    }
}
