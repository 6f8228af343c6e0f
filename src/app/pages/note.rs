//! One record in "My notes": what it is, when it was written, and what one can do with it.

use leptos::prelude::*;

use super::notes::rename;
use super::tools::focus_on;
use crate::app::parts::el::{El, View, classed, el, live, nothing};
use crate::app::session::Session;
use crate::browser::{clock, page};
use crate::document::Route;
use crate::storage::{Entry, Kind, State};

/// All that is seen of a record in the list.
#[derive(Clone, PartialEq)]
pub struct Line {
    entry: Entry,
    /// It is the situation in use.
    here: bool,
    /// What it holds on screen could not be kept.
    unkept: bool,
    /// This tab may change it.
    writes: bool,
}

impl Line {
    /// The line of a record as things stand.
    pub fn of(session: Session, entry: Entry) -> Self {
        Self {
            here: session.case_id().as_deref() == Some(entry.id.as_str()),
            unkept: session.is_unkept(&entry.id),
            writes: session.is_writer(),
            entry,
        }
    }
}

/// A record of the list.
pub fn row(session: Session, line: &Line, told: RwSignal<String>) -> El {
    let Line {
        here, unkept, writes, ..
    } = *line;
    let entry = line.entry.clone();
    let words = session.words;
    let day = clock::moment(entry.updated).written(words);
    let id = StoredValue::new(entry.id.clone());
    let aside = match entry.state {
        State::Good => None,
        State::Newer => Some("notes.newer"),
        State::Damaged => Some("notes.damaged"),
    };
    let called = aside.map_or_else(|| entry.title.clone(), |what| words.t(what).to_owned());
    let take_out = tool("notes.take-out", &called, session, move || {
        if let Err(error) = id.with_value(|id| session.take_out(id)) {
            told.set(words.problem(error));
        }
    });
    let name = called.clone();
    let delete = tool("notes.delete", &called, session, move || {
        id.with_value(|id| session.delete(id, &name));
        focus_on(".undo button".to_owned());
    });
    if let Some(what) = aside {
        return classed("li", "note")
            .attr("aria-label", called)
            .child(el("div").child(el("strong").text(words.t(what)).view()).view())
            .child(
                classed("p", "quiet")
                    .text(words.t(&format!("{what}.text")))
                    .view(),
            )
            .child(
                classed("div", "row")
                    .child(take_out)
                    .children(writes.then_some(delete))
                    .view(),
            );
    }
    let renaming = RwSignal::new(false);
    let name = StoredValue::new(entry.title.clone());
    let open = opens(session, &entry);
    let what = match entry.kind {
        Some(Kind::Draft) => "notes.is-draft",
        Some(Kind::Progress) => "notes.is-progress",
        _ => "notes.is-case",
    };
    let mut line = words.fill(what, &[("day", &day)]);
    if here {
        line.push(' ');
        line.push_str(words.t("notes.is-open"));
    }
    if unkept {
        line.push(' ');
        line.push_str(words.t("notes.not-kept"));
    }
    let edit = live(move || {
        if renaming.get() {
            rename(session, id, name, renaming)
        } else {
            nothing()
        }
    });
    let mut tools = classed("div", "row");
    // There is one of it, and its name says what it is.
    if writes && entry.kind != Some(Kind::Progress) {
        tools = tools
            .child(tool("notes.rename", &called, session, move || {
                renaming.set(true);
                id.with_value(|id| focus_on(format!("#note-{id} input")));
            }))
            .child(tool("notes.duplicate", &called, session, move || {
                id.with_value(|id| {
                    session.duplicate(id);
                    focus_on(format!("#note-{id} .row button:nth-of-type(2)"));
                });
            }));
    }
    let tools = tools.child(take_out).children(writes.then_some(delete));
    classed("li", "note")
        .attr("id", format!("note-{}", entry.id))
        .attr("aria-label", entry.title)
        .child(open)
        .child(classed("p", "quiet").text(line).view())
        .child(edit)
        .child(tools.view())
}

/// The name of a record, which opens it.
fn opens(session: Session, entry: &Entry) -> View {
    let route = match entry.kind {
        Some(Kind::Draft) => Route::Draft(entry.id.clone()),
        Some(Kind::Progress) => Route::Practice,
        _ => {
            let id = entry.id.clone();
            return classed("button", "plain note__name")
                .attr("type", "button")
                .attr("dir", "auto")
                .text(entry.title.clone())
                .on_click(move || {
                    session.open_case(&id);
                    page::go(&Route::Answers.href());
                })
                .view();
        }
    };
    el("a")
        .attr("href", route.href())
        .attr("dir", "auto")
        .text(entry.title.clone())
        .view()
}

/// A button of one record: its name says which, for people who hear one button at a time.
fn tool(does: &'static str, name: &str, session: Session, run: impl FnMut() + 'static) -> View {
    let words = session.words;
    let does = words.t(does);
    classed("button", "plain")
        .attr("type", "button")
        .attr(
            "aria-label",
            words.fill("notes.do-to", &[("do", does), ("name", name)]),
        )
        .text(does)
        .on_click(run)
        .view()
}
