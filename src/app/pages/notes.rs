//! "My notes": everything that is kept, and what one can do with it; shared computer; forget everything.

use leptos::prelude::*;

use super::tools::{WINDOW, button, focus_on, more};
use super::{aside, backup, note, shared};
use crate::app::parts::doc::{text, title};
use crate::app::parts::el::{View, classed, el, live, live_list, nothing};
use crate::app::session::{Session, Undo};
use crate::browser::page;
use crate::document::Route;
use crate::document::inline::parse;
use crate::domain::alphabet::lowercase;
use crate::storage::Entry;

/// The page.
#[inline(never)]
pub fn page(session: Session) -> View {
    let words = session.words;
    let told = RwSignal::new(String::new());
    let seen = Seen {
        most: RwSignal::new(WINDOW),
        typed: RwSignal::new(String::new()),
    };
    let found = found(session, seen);
    classed("div", "flow flow--wide")
        .child(title(words.t("notes.title")))
        .child(live(move || {
            session.listed.track();
            classed("p", "lead")
                .children(text(parse(words, words.t(lead(session)))))
                .view()
        }))
        .child(undo(session))
        .child(backup::reminder(session))
        .child(
            classed("div", "flow")
                .attr("role", "status")
                .child(live(move || said(&told.get())))
                .view(),
        )
        .child(find(session, seen, found))
        .children(list(session, told, seen, found))
        .child(new_ones(session))
        .child(el("h2").text(words.t("backup.title")).view())
        .child(live(move || {
            session.listed.track();
            backup::last(session)
        }))
        .child(
            classed("div", "row")
                .child(way(&Route::Backup, words.t("backup.make")))
                .child(way(&Route::Restore, words.t("backup.open-name")))
                .view(),
        )
        .child(el("h2").text(words.t("lock.title")).view())
        .child(lock(session))
        .child(el("h2").text(words.t("ledger.aside")).view())
        .child(aside::links(session))
        .child(el("h2").text(shared::title(words)).view())
        .child(shared::choice(session))
        .child(
            el("p")
                .children(text(parse(words, words.t("lock.shared"))))
                .view(),
        )
        .child(el("h2").text(words.t("keep.forget-title")).view())
        .child(forget(session))
        .view()
}

/// Whether it is locked, and the way there.
fn lock(session: Session) -> View {
    let words = session.words;
    live(move || {
        let id = if session.in_memory() {
            "lock.none-memory"
        } else if session.is_unlocked() {
            "lock.notes-on"
        } else {
            "lock.notes"
        };
        el("p").children(text(parse(words, words.t(id)))).view()
    })
}

fn said(sentence: &str) -> View {
    if sentence.is_empty() {
        nothing()
    } else {
        classed("p", "notice").text(sentence).view()
    }
}

/// The sentence that says where everything is kept, and who can open it.
pub(super) fn lead(session: Session) -> &'static str {
    if session.in_memory() {
        "notes.lead-memory"
    } else if session.is_unlocked() {
        "notes.lead-locked"
    } else {
        "notes.lead"
    }
}

/// Offers to bring back what was deleted last.
fn undo(session: Session) -> View {
    let words = session.words;
    live(move || match session.deleted.get() {
        None => nothing(),
        Some(Undo { title, .. }) => classed("div", "notice row undo")
            .attr("role", "status")
            .child(
                el("span")
                    .attr("dir", "auto")
                    .text(words.fill_typed("notes.deleted", &[("title", &title)]))
                    .view(),
            )
            .child(button(words, "notes.undo", move || {
                session.undo();
                page::after_paint(|| page::focus("main h1"));
            }))
            .view(),
    })
}

/// What is seen of the list.
#[derive(Clone, Copy)]
struct Seen {
    /// At most so many records.
    most: RwSignal<usize>,
    /// Only those whose names hold this.
    typed: RwSignal<String>,
}

/// What is there of it.
#[derive(Clone, PartialEq)]
struct Found {
    /// The records that are shown.
    lines: Vec<note::Line>,
    /// How many there are, with those that are not.
    count: usize,
}

fn found(session: Session, seen: Seen) -> Memo<Found> {
    Memo::new(move |_| {
        session.listed.track();
        let typed = seen.typed.read();
        let named = |entry: &Entry| typed.is_empty() || lowercase(&entry.title).contains(&*typed);
        let (entries, count) = session.newest(seen.most.get(), &named);
        let line = |entry| note::Line::of(session, entry);
        let lines = entries.into_iter().map(line).collect();
        Found { lines, count }
    })
}

/// Finds records by their names, where there are more than are shown at once.
fn find(session: Session, seen: Seen, found: Memo<Found>) -> View {
    let words = session.words;
    let long = Memo::new(move |_| !seen.typed.read().is_empty() || found.with(|found| found.count > WINDOW));
    live(move || {
        if !long.get() {
            return nothing();
        }
        let field = el("input")
            .attr("id", "find-note")
            .attr("type", "search")
            .on("input", move |event| {
                seen.most.set(WINDOW);
                seen.typed.set(lowercase(event_target_value(&event).trim()));
            });
        classed("div", "field no-print")
            .child(
                el("label")
                    .attr("for", "find-note")
                    .text(words.t("notes.find"))
                    .view(),
            )
            .child(field.view())
            .view()
    })
}

fn list(session: Session, told: RwSignal<String>, seen: Seen, found: Memo<Found>) -> [View; 2] {
    let words = session.words;
    let count = Memo::new(move |_| found.with(|found| found.count));
    let frame = classed("ul", "notes").live_attr("hidden", move || (count.get() == 0).then(String::new));
    let lines = move || found.with(|found| found.lines.clone());
    let list = live_list(frame, lines, move |line| note::row(session, line, told)).view();
    let end = live(move || {
        let count = count.get();
        if count == 0 {
            let id = if seen.typed.read().is_empty() {
                "notes.none"
            } else {
                "notes.none-named"
            };
            return el("p").attr("role", "status").text(words.t(id)).view();
        }
        // One goes on at the first of those that came.
        more(words, seen.most, count, |first| {
            format!(".notes li:nth-child({first}) :is(a, button)")
        })
    });
    [list, end]
}

/// The form in which a record is given another name.
pub fn rename(
    session: Session,
    id: StoredValue<String>,
    name: StoredValue<String>,
    renaming: RwSignal<bool>,
) -> View {
    let words = session.words;
    let typed = StoredValue::new(name.get_value());
    let done = move || {
        renaming.set(false);
        id.with_value(|id| focus_on(format!("#note-{id} .row button")));
    };
    let field = el("input")
        .attr("type", "text")
        .attr("aria-label", words.t("notes.new-name"))
        .value(name.get_value())
        .on("input", move |event| typed.set_value(event_target_value(&event)));
    let keep = classed("button", "button")
        .attr("type", "submit")
        .text(words.t("notes.keep-name"));
    classed("form", "field")
        .on("submit", move |event| {
            event.prevent_default();
            done();
            let title = typed.get_value().trim().to_owned();
            if !title.is_empty() && title != name.get_value() {
                id.with_value(|id| session.rename(id, &title));
            }
        })
        .child(field.view())
        .child(
            classed("div", "row")
                .child(keep.view())
                .child(button(words, "notes.keep-old", done))
                .view(),
        )
        .view()
}

/// Ways to begin something new.
fn new_ones(session: Session) -> View {
    let words = session.words;
    classed("div", "row")
        .child(
            classed("button", "button button--quiet")
                .attr("type", "button")
                .text(words.t("notes.new-case"))
                .on_click(move || {
                    session.new_case();
                    page::go(&Route::Situation.href());
                })
                .view(),
        )
        .child(way(&Route::Write, words.t("notes.new-draft")))
        .child(way(&Route::Receive, words.t("handover.open")))
        .view()
}

/// A way to another page, as a button that is not the main one.
fn way(to: &Route, name: &str) -> View {
    classed("a", "button button--quiet")
        .attr("href", to.href())
        .text(name)
        .view()
}

/// Forget everything: asks once, says what it cannot reach.
pub(super) fn forget(session: Session) -> View {
    let words = session.words;
    let asked = RwSignal::new(false);
    let done = RwSignal::new(None::<bool>);
    let ask = move || {
        let sure = classed("button", "button button--care")
            .attr("type", "button")
            .text(words.t("keep.forget-yes"))
            .on_click(move || {
                session.forget_everything(move |well| {
                    done.set(Some(well));
                    asked.set(false);
                    focus_on("#forget".to_owned());
                });
            });
        classed("div", "care flow")
            .child(
                el("h3")
                    .attr("tabindex", "-1")
                    .attr("id", "forget-ask")
                    .text(words.t("keep.forget-ask"))
                    .view(),
            )
            .child(el("p").text(words.t("keep.forget-cannot")).view())
            .child(
                classed("div", "row")
                    .child(sure.view())
                    .child(button(words, "keep.forget-no", move || {
                        asked.set(false);
                        focus_on("#forget".to_owned());
                    }))
                    .view(),
            )
            .view()
    };
    let begin = move || {
        classed("button", "button button--care")
            .attr("type", "button")
            .attr("id", "forget")
            .text(words.t("keep.forget"))
            .on_click(move || {
                asked.set(true);
                page::after_paint(|| page::focus("#forget-ask"));
            })
            .view()
    };
    classed("div", "flow")
        .child(
            el("p")
                .children(text(parse(words, words.t("keep.forget-text"))))
                .view(),
        )
        .child(live(move || if asked.get() { ask() } else { begin() }))
        .child(
            classed("div", "flow")
                .attr("role", "status")
                .child(live(move || match done.get() {
                    None => nothing(),
                    Some(well) => said(words.t(if well {
                        "keep.forgotten"
                    } else {
                        "keep.forget-failed"
                    })),
                }))
                .view(),
        )
        .view()
}
