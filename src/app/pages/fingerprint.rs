//! Fingerprints of files: noted with a paper, and held against a file that is chosen again. A file is read piece by piece on
//! this device; nothing of it is kept but name, length, date and fingerprint, and those only in an entry.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;

use super::log::Open;
use super::tools::{quiet_button, status};
use crate::app::parts::doc::text;
use crate::app::parts::el::{View, classed, el, live, nothing};
use crate::browser::file::{self, Pieces};
use crate::browser::{Refused, clock, page};
use crate::document::inline::parse;
use crate::document::logs;
use crate::domain::fingerprint::{Inside, Print, inside};
use crate::domain::handover::MOST_BYTES;
use crate::domain::logs::{Column, Kind, PRINT, Row};
use crate::export::logs::headline;

/// So many bytes are read in one go: the page stays alive between two of them.
const PIECE: u64 = 1 << 20;

/// What a file says of itself, as columns of an entry; and what the fingerprint inside it says.
struct Read {
    row: Row,
    inside: Inside,
}

/// Reads a file to its end; `None` when `told`, who hears how much of a hundred is read, no longer wants it.
async fn read(file: &Pieces, told: impl Fn(u32) -> bool) -> Result<Option<Read>, Refused> {
    let size = file.size();
    let mut print = Print::default();
    // Exports of ours are small: they are looked at as a whole as well.
    let small = size <= MOST_BYTES as u64;
    let mut whole = Vec::new();
    let mut from = 0;
    while from < size {
        let to = size.min(from + PIECE);
        let piece = file.read(from, to).await?;
        from = to;
        if !told(u32::try_from(from * 100 / size).unwrap_or(100)) {
            return Ok(None);
        }
        print.add(&piece);
        if small {
            whole.extend(piece);
        }
    }
    let mut row = Row::default();
    row.set("file", &file.name());
    row.set("size", &size.to_string());
    row.set("changed", &clock::moment_of(file.changed()).date());
    row.set(PRINT, &print.digits());
    Ok(Some(Read {
        row,
        inside: inside(&whole),
    }))
}

/// What is done with a file that was read.
type Done = Rc<dyn Fn(Read)>;

/// A field for a file, how far it is read, and the way to stop.
fn field(open: Open, id: &'static str, hint: View, done: Done) -> View {
    let words = open.words();
    // Of a hundred; 0 when nothing is being read.
    let share = RwSignal::new(0_u32);
    let said = RwSignal::new(String::new());
    // Rises with each file that is chosen, when reading is stopped, and with the end of the page: whoever reads for an earlier
    // number stops.
    let turn = Rc::new(Cell::new(0_u32));
    let (stop, end) = (Rc::clone(&turn), Rc::clone(&turn));
    // Only the page itself ends it, and there is one thread.
    let end = StoredValue::new_local(end);
    on_cleanup(move || {
        let _ = end.try_with_value(|end| end.set(end.get() + 1));
    });
    let input = el("input")
        .attr("type", "file")
        .attr("id", id)
        .attr("aria-describedby", [id, "-hint"].concat())
        .on("change", move |event| {
            let Some(file) = file::pieces(&event) else { return };
            let mine = turn.get() + 1;
            turn.set(mine);
            said.set(String::new());
            let (turn, done) = (Rc::clone(&turn), Rc::clone(&done));
            page::run(async move {
                let told = |percent| {
                    let wanted = turn.get() == mine;
                    if wanted {
                        share.set(percent);
                    }
                    wanted
                };
                let read = read(&file, told).await;
                if turn.get() != mine {
                    return;
                }
                share.set(0);
                match read {
                    Ok(Some(read)) => done(read),
                    Ok(None) => {}
                    Err(error) => said.set(words.problem(error.id())),
                }
            });
        });
    let progress = move || {
        let percent = share.get();
        if percent == 0 {
            return nothing();
        }
        let stop = Rc::clone(&stop);
        let stop = quiet_button(words, "fingerprint.cancel", move || {
            stop.set(stop.get() + 1);
            share.set(0);
            said.set(words.t("fingerprint.stopped").to_owned());
            page::focus_field(id);
        });
        classed("div", "row")
            .child(
                el("progress")
                    .attr("aria-label", words.t("fingerprint.reading"))
                    .attr("max", "100")
                    .attr("value", percent.to_string())
                    .view(),
            )
            .child(stop)
            .view()
    };
    classed("div", "flow")
        .child(
            classed("p", "quiet")
                .attr("id", [id, "-hint"].concat())
                .child(hint)
                .view(),
        )
        .child(input.view())
        .child(live(progress))
        .child(status(words, said))
        .view()
}

/// What a file says of itself, one line each.
fn facts(open: Open, row: &Row) -> View {
    let columns = open.log.columns().iter();
    let lines = columns
        .filter(|column| column.kind == Kind::File && !row.get(column.id).is_empty())
        .flat_map(|column| {
            [
                el("dt").text(logs::label(open.words(), open.log, column)).view(),
                classed("dd", "own")
                    .attr("dir", "auto")
                    .text(row.get(column.id))
                    .view(),
            ]
        });
    classed("dl", "entry__lines").children(lines).view()
}

/// In the form of a paper: its file, chosen again or for the first time, or taken away.
pub fn of_entry(open: Open, at: usize, column: &'static Column) -> View {
    let words = open.words();
    let changed = RwSignal::new(0_u32);
    let put = move |given: &Row| {
        open.change(at, |row| {
            for column in open
                .log
                .columns()
                .iter()
                .filter(|column| column.kind == Kind::File)
            {
                row.set(column.id, given.get(column.id));
            }
        });
        changed.update(|count| *count += 1);
    };
    let now = move || {
        changed.track();
        let rows = open.session.rows(open.log);
        let Some(row) = rows.get(at).filter(|row| !row.get(PRINT).is_empty()) else {
            return nothing();
        };
        classed("div", "flow")
            .child(facts(open, row))
            .child(quiet_button(words, "fingerprint.forget", move || {
                put(&Row::default());
                page::focus_field("log-print");
            }))
            .view()
    };
    let hint = text(parse(words, logs::hint(words, open.log, column)));
    classed("div", "field")
        .child(
            el("label")
                .attr("for", "log-print")
                .text(logs::label(words, open.log, column))
                .view(),
        )
        .child(field(
            open,
            "log-print",
            classed("span", "").children(hint).view(),
            Rc::new(move |read: Read| put(&read.row)),
        ))
        .child(
            classed("div", "flow")
                .attr("role", "status")
                .child(live(now))
                .view(),
        )
        .view()
}

/// What was found last, until it is noted or another file is chosen.
type Found = Rc<RefCell<Option<Read>>>;

/// On the page of the papers: is a file one of those that are noted, and is it still the same?
pub fn section(open: Open) -> View {
    let words = open.words();
    let found = Found::default();
    let drawn = RwSignal::new(0_u32);
    let hint = el("span").text(words.t("fingerprint.hint")).view();
    let items = words.list("fingerprint.shows").into_iter();
    let shows = classed("details", "why")
        .child(el("summary").text(words.t("fingerprint.shows-title")).view())
        .child(
            el("ul")
                .children(items.map(|item| el("li").children(text(parse(words, item))).view()))
                .view(),
        );
    let last = Rc::clone(&found);
    let result = live(move || {
        drawn.track();
        // An entry that changed may fit now, or no longer.
        open.drawn.track();
        let read = last.borrow();
        read.as_ref()
            .map_or_else(nothing, |read| result(open, &last, read))
    });
    classed("div", "flow no-print")
        .child(el("h2").text(words.t("fingerprint.title")).view())
        .child(el("p").text(words.t("fingerprint.lead")).view())
        .child(
            classed("div", "field")
                .child(
                    el("label")
                        .attr("for", "file-check")
                        .text(words.t("fingerprint.choose"))
                        .view(),
                )
                .child(field(
                    open,
                    "file-check",
                    hint,
                    Rc::new(move |read| {
                        found.replace(Some(read));
                        drawn.update(|count| *count += 1);
                        page::after_paint(|| page::focus("#file-found"));
                    }),
                ))
                .view(),
        )
        .child(result)
        .child(shows.view())
        .view()
}

/// What was found about a file, and the way to note it.
fn result(open: Open, found: &Found, read: &Read) -> View {
    let words = open.words();
    let rows = open.session.rows(open.log);
    let mut says: Vec<String> = Vec::new();
    let mut say = |id, fits: &dyn Fn(&Row) -> bool| {
        for row in rows.iter().filter(|row| !row.get(PRINT).is_empty() && fits(row)) {
            let entry = logs::entry(words, open.log, row);
            says.push(words.fill_typed(id, &[("name", &headline(words, &entry.when, &entry.head))]));
        }
        !says.is_empty()
    };
    let column = |id: &'static str| move |row: &Row| row.get(id) == read.row.get(id);
    let known = say("fingerprint.same", &column(PRINT));
    if !known && !say("fingerprint.other", &column("file")) {
        says.push(words.t("fingerprint.none").to_owned());
    }
    let own = match read.inside {
        Inside::None => None,
        Inside::Same => Some("fingerprint.own-same"),
        Inside::Changed => Some("fingerprint.own-changed"),
    };
    says.extend(own.map(|id| words.t(id).to_owned()));
    let (row, found) = (read.row.clone(), Rc::clone(found));
    // An entry that is being written is finished first.
    let note = (!known && open.editing.get_value().is_none()).then(|| {
        quiet_button(words, "fingerprint.note", move || {
            let at = open.session.rows(open.log).len();
            found.take();
            open.begin(at);
            open.change(at, |entry| *entry = row.clone());
        })
    });
    let says = says
        .iter()
        .map(|line| el("p").attr("dir", "auto").text(line).view());
    classed("div", "notice flow")
        .child(
            el("h3")
                .attr("id", "file-found")
                .attr("tabindex", "-1")
                .text(words.t("fingerprint.result"))
                .view(),
        )
        .children(says)
        .child(facts(open, &read.row))
        .children(note)
        .view()
}
