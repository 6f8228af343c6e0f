//! A page as HTML text, for pre-rendering and for the plain pages: the same blocks that the app draws as DOM, the same classes.
//!
//! Every text is escaped. The result is our own, made at build time. Where a link leads is the caller's: in the app it is an
//! address behind `#`, on a plain page a file.

use std::fmt::Write;

use crate::document::inline::{Inline, Text, is_links_alone};
use crate::document::{Block, Doc, Route};
use crate::domain::Words;

/// Where a link to a screen leads.
pub type Leads<'a> = &'a dyn Fn(&Route) -> String;

/// A whole page as it stands in the app: its h1 and its blocks.
#[must_use]
pub fn doc(words: &Words, doc: &Doc) -> String {
    page(words, doc, &Route::href)
}

/// A whole page whose links lead elsewhere.
#[must_use]
pub fn page(words: &Words, doc: &Doc, leads: Leads<'_>) -> String {
    let mut html = format!(
        "<div class=\"flow\"><h1 tabindex=\"-1\">{}</h1>",
        escape(&doc.title)
    );
    for block in &doc.blocks {
        one(words, block, leads, &mut html);
    }
    html.push_str("</div>");
    html
}

/// Text made safe to stand in an element or an attribute.
#[must_use]
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[expect(
    clippy::too_many_lines,
    reason = "one arm a block: splitting it would only hide the list"
)]
fn one(words: &Words, block: &Block, leads: Leads<'_>, out: &mut String) {
    let text = |pieces: &Text| text(pieces, leads);
    let each = |name: &str, texts: &[Text]| each(name, texts, leads);
    match block {
        Block::Lead(t) => element("p", "lead", &text(t), out),
        Block::Heading(level, name) => element(if *level == 3 { "h3" } else { "h2" }, "", &escape(name), out),
        Block::Para(t) => element("p", "", &text(t), out),
        Block::Quiet(t) => element("p", "quiet", &text(t), out),
        Block::List(items) => element("ul", "", &each("li", items), out),
        Block::Steps(items) => element("ol", "", &each("li", items), out),
        Block::Voice(voice, texts) => {
            let label = format!("<span class=\"label\">{}</span>", escape(words.t(voice.label())));
            let inner = format!("{label}<div class=\"flow\">{}</div>", each("p", texts));
            element("div", voice.class(), &inner, out);
        }
        Block::Care(name, texts) => {
            element(
                "div",
                "care flow",
                &format!("<h2>{}</h2>{}", escape(name), each("p", texts)),
                out,
            );
        }
        Block::Terms(terms) => {
            let terms = terms.iter().fold(String::new(), |mut html, (id, name, texts)| {
                let _ = write!(
                    html,
                    "<dt id=\"term-{}\" tabindex=\"-1\">{}</dt>",
                    escape(id),
                    escape(name)
                );
                element("dd", "flow", &each("p", texts), &mut html);
                html
            });
            element("dl", "terms", &terms, out);
        }
        Block::Who(rows) => {
            let rows = rows.iter().fold(String::new(), |html, row| {
                html + &format!(
                    "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
                    escape(&row.line),
                    text(&row.who),
                    text(&row.why)
                )
            });
            let head = ["who.line", "who.who", "who.why"]
                .map(|id| format!("<th scope=\"col\">{}</th>", escape(words.t(id))))
                .concat();
            element(
                "table",
                "who",
                &format!("<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"),
                out,
            );
        }
        Block::Trail(marks) => {
            let marks = marks.iter().fold(String::new(), |mut html, mark| {
                let state = escape(words.t(&format!("mark-state.{}", mark.state.key())));
                let inner = format!(
                    "{}<span class=\"quiet\"> – {state}</span><div class=\"quiet\">{}</div>",
                    text(&mark.name),
                    text(&mark.note)
                );
                element(
                    "li",
                    &format!("trail__mark trail__mark--{}", mark.state.key()),
                    &inner,
                    &mut html,
                );
                html
            });
            element("ol", "trail", &marks, out);
        }
        Block::Doors(doors) => {
            let rows = doors.iter().fold(String::new(), |mut html, door| {
                let aside = if door.aside.is_empty() {
                    String::new()
                } else {
                    format!("<span class=\"quiet\">{}</span>", escape(&door.aside))
                };
                let inner = format!(
                    "{}<p>{}</p>{aside}",
                    link(&leads(&door.route), &door.name),
                    text(&door.note)
                );
                element("li", "door", &inner, &mut html);
                html
            });
            element("ul", "doors", &rows, out);
        }
        Block::Actions(actions) => {
            let buttons = actions
                .iter()
                .enumerate()
                .fold(String::new(), |html, (at, (route, name))| {
                    let class = if at == 0 { "button" } else { "button button--quiet" };
                    html + &format!(
                        "<a class=\"{class}\" href=\"{}\">{}</a>",
                        escape(&leads(route)),
                        escape(name)
                    )
                });
            element("div", "row", &buttons, out);
        }
        Block::Outside(address, name, note) => {
            let name = format!(
                "<a href=\"{}\" rel=\"noreferrer noopener\" target=\"_blank\">{}</a> <span class=\"quiet\">{}</span>",
                escape(address),
                escape(name),
                escape(words.t("app.leaves"))
            );
            element("div", "flow", &format!("<p>{name}</p><p>{}</p>", text(note)), out);
        }
        Block::Details(name, blocks) => {
            let mut inner = format!("<summary>{}</summary><div class=\"flow\">", escape(name));
            for block in blocks {
                one(words, block, leads, &mut inner);
            }
            inner.push_str("</div>");
            element("details", "why", &inner, out);
        }
        Block::Card(name, blocks) => {
            let mut inner = format!("<h2>{}</h2>", escape(name));
            for block in blocks {
                one(words, block, leads, &mut inner);
            }
            element("section", "card flow", &inner, out);
        }
        Block::Table(head, rows) => {
            let frame = escape(&head.join(", "));
            let head = head.iter().fold(String::new(), |html, name| {
                html + &format!("<th scope=\"col\">{}</th>", escape(name))
            });
            let rows = rows.iter().fold(String::new(), |html, cells| {
                let cells = cells
                    .iter()
                    .enumerate()
                    .fold(String::new(), |html, (at, cell)| match at {
                        0 => html + &format!("<th scope=\"row\">{}</th>", text(cell)),
                        _ => html + &format!("<td>{}</td>", text(cell)),
                    });
                html + &format!("<tr>{cells}</tr>")
            });
            let table = format!(
                "<table class=\"matrix\"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
            );
            // Keyboard users scroll the frame, so it takes the focus, and has a name to be read there.
            let _ = write!(
                out,
                "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"{frame}\">{table}</div>"
            );
        }
    }
}

fn element(name: &str, class: &str, inner: &str, out: &mut String) {
    let class = if class.is_empty() {
        String::new()
    } else {
        format!(" class=\"{class}\"")
    };
    let _ = write!(out, "<{name}{class}>{inner}</{name}>");
}

fn each(name: &str, texts: &[Text], leads: Leads<'_>) -> String {
    texts.iter().fold(String::new(), |mut html, item| {
        element(name, "", &text(item, leads), &mut html);
        html
    })
}

fn link(href: &str, name: &str) -> String {
    link_as("", href, name)
}

fn link_as(class: &str, href: &str, name: &str) -> String {
    let class = if class.is_empty() {
        String::new()
    } else {
        format!(" class=\"{class}\"")
    };
    format!("<a{class} href=\"{}\">{}</a>", escape(href), escape(name))
}

/// Running text.
#[must_use]
pub fn text(pieces: &Text, leads: Leads<'_>) -> String {
    let (plain, clause) = if is_links_alone(pieces) {
        ("alone", "clause alone")
    } else {
        ("", "clause")
    };
    let made = pieces.iter().map(|piece| match piece {
        Inline::Str(text) | Inline::Unknown(text) => escape(text),
        Inline::Clause(number) => link_as(clause, &leads(&Route::clause(*number)), number.number()),
        Inline::Principle(principle, name) => link_as(plain, &leads(&Route::principle(*principle)), name),
        Inline::Link(route, name) => link_as(plain, &leads(route), name),
    });
    made.collect()
}
