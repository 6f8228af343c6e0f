//! Draws a page that is data ([`Doc`]) as DOM: one small function per block, nothing reactive but what a copy button says.

use leptos::prelude::*;

use super::el::{El, View, classed, el, live_text, text as plain};
use crate::browser::{clipboard, page};
use crate::document::inline::{Inline, Text, is_links_alone, parse};
use crate::document::{Block, Doc, Door, Mark, Route, Voice, WhoRow};
use crate::domain::Words;

/// A whole page: its h1 and its blocks.
pub fn doc(words: &'static Words, doc: Doc) -> View {
    let is_card = |block: &&Block| matches!(block, Block::Card(..));
    let mut left = doc.blocks.iter().filter(is_card).count();
    let mut made = classed("div", "flow").child(title(doc.title));
    for block in doc.blocks {
        let Block::Card(name, inner) = block else {
            made = made.child(one(words, block));
            continue;
        };
        let copied = copy(words, &name, copied(&inner));
        made = made.child(one(words, Block::Card(name, inner))).child(copied);
        left -= 1;
        if left == 0 {
            made = made.child(button(words, "tool.print", page::print).view());
        }
    }
    made.view()
}

/// What is pasted of a card: its paragraphs and the lines of its lists, without the name that it has here.
fn copied(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        let lines = match block {
            Block::Para(line) => std::slice::from_ref(line),
            Block::List(lines) | Block::Steps(lines) => lines,
            _ => &[],
        };
        for line in lines {
            for piece in line {
                match piece {
                    Inline::Str(part) | Inline::Principle(_, part) | Inline::Link(_, part) => {
                        text.push_str(part);
                    }
                    Inline::Clause(clause) => text.push_str(clause.number()),
                    Inline::Unknown(_) => {}
                }
            }
            text.push('\n');
        }
    }
    text
}

/// A button that copies these words, and what came of it.
fn copy(words: &'static Words, name: &str, copied: String) -> View {
    let said = RwSignal::new(String::new());
    let run = move || {
        let copied = copied.clone();
        page::run(async move {
            let id = match clipboard::write(&copied).await {
                Ok(()) => "tool.copied",
                Err(refused) => refused.id(),
            };
            said.set(words.problem(id));
        });
    };
    let said = live_text(move || said.get());
    classed("div", "flow no-print")
        .child(
            button(words, "tool.copy", run)
                .attr("aria-label", words.fill("tool.copy-of", &[("name", name)]))
                .view(),
        )
        .child(classed("p", "quiet").attr("role", "status").child(said).view())
        .view()
}

fn button(words: &'static Words, id: &'static str, run: impl FnMut() + 'static) -> El {
    classed("button", "button button--quiet no-print")
        .attr("type", "button")
        .text(words.t(id))
        .on_click(run)
}

/// The one h1 of a page; takes the focus when the page opens.
pub fn title(text: impl AsRef<str>) -> View {
    el("h1").attr("tabindex", "-1").text(text).view()
}

/// A paragraph of the words under this id, with a class or `""`.
pub fn para(words: &'static Words, class: &'static str, id: &str) -> View {
    let made = if class.is_empty() {
        el("p")
    } else {
        classed("p", class)
    };
    made.children(text(parse(words, words.t(id)))).view()
}

/// Blocks one after another.
pub fn blocks(words: &'static Words, blocks: Vec<Block>) -> Vec<View> {
    blocks.into_iter().map(|block| one(words, block)).collect()
}

fn one(words: &'static Words, block: Block) -> View {
    let made = match block {
        Block::Lead(t) => classed("p", "lead").children(text(t)),
        Block::Heading(level, name) => el(if level == 3 { "h3" } else { "h2" }).text(name),
        Block::Para(t) => el("p").children(text(t)),
        Block::Quiet(t) => classed("p", "quiet").children(text(t)),
        Block::List(items) => el("ul").children(each("li", items)),
        Block::Steps(items) => el("ol").children(each("li", items)),
        Block::Voice(kind, texts) => return voice(words, kind, texts),
        Block::Care(name, texts) => classed("div", "care flow")
            .child(el("h2").text(name).view())
            .children(each("p", texts)),
        Block::Terms(terms) => classed("dl", "terms").children(terms.into_iter().flat_map(term)),
        Block::Who(rows) => who(words, rows),
        Block::Trail(marks) => return trail(words, marks),
        Block::Doors(doors) => classed("ul", "doors").children(doors.into_iter().map(door)),
        Block::Actions(actions) => {
            classed("div", "row").children(actions.into_iter().enumerate().map(|(at, (route, name))| {
                let class = if at == 0 { "button" } else { "button button--quiet" };
                classed("a", class).attr("href", route.href()).text(name).view()
            }))
        }
        Block::Outside(address, name, note) => {
            let link = el("a")
                .attr("href", address)
                .attr("rel", "noreferrer noopener")
                .attr("target", "_blank")
                .text(name)
                .view();
            let leaves = classed("span", "quiet").text(words.t("app.leaves")).view();
            let name = el("p").child(link).text(" ").child(leaves).view();
            classed("div", "flow")
                .child(name)
                .child(el("p").children(text(note)).view())
        }
        Block::Details(name, inner) => classed("details", "why")
            .child(el("summary").text(name).view())
            .child(classed("div", "flow").children(blocks(words, inner)).view()),
        Block::Card(name, inner) => classed("section", "card flow")
            .child(el("h2").text(name).view())
            .children(blocks(words, inner)),
        Block::Table(head, rows) => table(head, rows),
    };
    made.view()
}

/// Running text: text nodes and links.
pub fn text(pieces: Text) -> Vec<View> {
    let (link, clause): (fn(&Route, String) -> View, _) = if is_links_alone(&pieces) {
        (alone, "clause alone")
    } else {
        (link, "clause")
    };
    pieces
        .into_iter()
        .map(|piece| match piece {
            Inline::Str(text) | Inline::Unknown(text) => plain(text),
            Inline::Clause(number) => classed("a", clause)
                .attr("href", Route::clause(number).href())
                .text(number.number())
                .view(),
            Inline::Principle(principle, name) => link(&Route::principle(principle), name),
            Inline::Link(route, name) => link(&route, name),
        })
        .collect()
}

/// A link to another screen.
pub fn link(route: &Route, name: impl AsRef<str>) -> View {
    el("a").attr("href", route.href()).text(name).view()
}

/// A link to another screen that stands by itself, not among words: as high as a button.
pub fn alone(route: &Route, name: impl AsRef<str>) -> View {
    classed("a", "alone").attr("href", route.href()).text(name).view()
}

fn each(tag: &'static str, texts: Vec<Text>) -> impl Iterator<Item = View> {
    texts
        .into_iter()
        .map(move |item| el(tag).children(text(item)).view())
}

/// A labelled statement.
pub fn voice(words: &'static Words, kind: Voice, texts: Vec<Text>) -> View {
    let label = classed("span", "label").text(words.t(kind.label())).view();
    classed("div", kind.class())
        .child(label)
        .child(classed("div", "flow").children(each("p", texts)).view())
        .view()
}

fn term((id, name, texts): (String, String, Vec<Text>)) -> [View; 2] {
    let term = el("dt")
        .attr("id", format!("term-{id}"))
        .attr("tabindex", "-1")
        .text(name)
        .view();
    [term, classed("dd", "flow").children(each("p", texts)).view()]
}

fn who(words: &'static Words, rows: Vec<WhoRow>) -> El {
    let head =
        ["who.line", "who.who", "who.why"].map(|id| el("th").attr("scope", "col").text(words.t(id)).view());
    let rows = rows.into_iter().map(|row| {
        el("tr")
            .child(el("th").attr("scope", "row").text(row.line).view())
            .child(el("td").children(text(row.who)).view())
            .child(el("td").children(text(row.why)).view())
            .view()
    });
    classed("table", "who")
        .child(el("thead").child(el("tr").children(head).view()).view())
        .child(el("tbody").children(rows).view())
}

/// A trail of marks; the state is also said in words.
pub fn trail(words: &'static Words, marks: Vec<Mark>) -> View {
    let marks = marks.into_iter().map(|mark| {
        let key = mark.state.key();
        let state = format!(" – {}", words.t(&format!("mark-state.{key}")));
        let item = classed("li", &format!("trail__mark trail__mark--{key}"))
            .children(text(mark.name))
            .child(classed("span", "quiet").text(state).view())
            .child(classed("div", "quiet").children(text(mark.note)).view());
        if key == "now" {
            item.attr("aria-current", "step")
        } else {
            item
        }
        .view()
    });
    classed("ol", "trail").children(marks).view()
}

fn door(door: Door) -> View {
    let row = classed("li", "door")
        .child(link(&door.route, door.name))
        .child(el("p").children(text(door.note)).view());
    if door.aside.is_empty() {
        return row.view();
    }
    row.child(classed("span", "quiet").text(door.aside).view()).view()
}

fn table(head: Vec<String>, rows: Vec<Vec<Text>>) -> El {
    let name = head.join(", ");
    let head = head
        .into_iter()
        .map(|name| el("th").attr("scope", "col").text(name).view());
    let rows = rows.into_iter().map(|cells| {
        let cells = cells.into_iter().enumerate().map(|(at, cell)| match at {
            0 => el("th").attr("scope", "row").children(text(cell)).view(),
            _ => el("td").children(text(cell)).view(),
        });
        el("tr").children(cells).view()
    });
    let table = classed("table", "matrix")
        .child(el("thead").child(el("tr").children(head).view()).view())
        .child(el("tbody").children(rows).view());
    // Keyboard users scroll the frame, so it takes the focus, and has a name to be read there.
    classed("div", "wide")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", name)
        .child(table.view())
}
