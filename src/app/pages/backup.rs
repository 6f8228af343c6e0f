//! Makes a backup: one locked file with everything that is kept. Beside it, with a warning, the same without a lock.

use leptos::prelude::*;

use super::sealing::Chosen;
use super::tools::{button, quiet_button, status};
use crate::app::parts::doc::{alone, para, title};
use crate::app::parts::el::{View, classed, el, live, nothing};
use crate::app::session::Session;
use crate::browser::{Refused, clock, download, page as browser};
use crate::document::Route;
use crate::domain::{backup, fingerprint};
use crate::storage::restore::Due;

/// The page.
#[inline(never)]
pub fn page(session: Session) -> View {
    let words = session.words;
    let why = if browser::is_soon_forgotten() && !session.in_memory() {
        "backup.why-forgets"
    } else {
        "backup.why"
    };
    let head = classed("div", "flow flow--wide")
        .child(title(words.t("backup.title")))
        .child(para(words, "lead", "backup.lead"))
        .child(para(words, "", why))
        .child(live(move || {
            session.listed.track();
            last(session)
        }))
        .child(el("h2").text(words.t("backup.make")).view());
    let made = if session.has_records() {
        making(session)
    } else {
        para(words, "notice", "backup.nothing")
    };
    head.child(made)
        .child(el("h2").text(words.t("backup.open-name")).view())
        .child(para(words, "", "backup.open-note"))
        .child(
            el("p")
                .child(alone(&Route::Restore, words.t("backup.open-name")))
                .view(),
        )
        .view()
}

/// When the last one was made.
pub fn last(session: Session) -> View {
    let words = session.words;
    let made = session.last_backup().made;
    let says = if made == 0 {
        words.t("backup.never").to_owned()
    } else {
        let day = clock::moment(made).written(words);
        words.fill("backup.last", &[("day", &day)])
    };
    classed("p", "quiet").text(says).view()
}

/// The name of a file: a date and nothing about anybody.
fn named(end: &str) -> String {
    ["waymark-", &clock::moment(clock::now()).date(), end].concat()
}

fn making(session: Session) -> View {
    let words = session.words;
    let said = RwSignal::new(String::new());
    let chosen = Chosen::new(words);
    let make = classed("button", "button")
        .attr("type", "button")
        .text(words.t("backup.make-now"))
        .on_click(move || {
            said.set(String::new());
            let document = || backup::write(&session.backup(), words.t("backup.note"));
            chosen.save(named(".age"), document, move |saved| {
                said.set(match saved {
                    Ok(file) => {
                        session.backed_up();
                        words.fill("backup.done", &[("file", &file)])
                    }
                    Err(wrong) => wrong,
                });
            });
        });
    classed("div", "flow")
        .child(chosen.view())
        .child(classed("div", "row").child(make.view()).view())
        .child(status(words, said))
        .child(classed("p", "quiet").text(words.t("backup.how")).view())
        .child(plain(session))
        .view()
}

/// The same without a lock.
fn plain(session: Session) -> View {
    let words = session.words;
    let said = RwSignal::new(String::new());
    let tell = move |done: Result<(), Refused>| {
        said.set(match done {
            Ok(()) => words.t("backup.plain-done").to_owned(),
            Err(error) => words.problem(error.id()),
        });
    };
    let json = move || {
        let document = backup::write(&session.backup(), words.t("backup.note"));
        let document = fingerprint::signed_object(document);
        tell(download::save(
            &named(".json"),
            "application/json",
            document.as_bytes(),
        ));
    };
    let readable = move || tell(session.download_readable());
    let inner = classed("div", "flow")
        .child(el("p").text(words.t("backup.plain-care")).view())
        .child(
            classed("div", "row")
                .child(quiet_button(words, "backup.as-json", json))
                .child(quiet_button(words, "backup.as-text", readable))
                .view(),
        )
        .child(status(words, said));
    classed("details", "why")
        .child(el("summary").text(words.t("backup.plain-title")).view())
        .child(inner.view())
        .view()
}

/// A reminder, where it is time for a backup: calm, and put off with a click.
pub fn reminder(session: Session) -> View {
    let words = session.words;
    live(move || {
        session.listed.track();
        let Some(Due { changed, days }) = session.backup_due() else {
            return nothing();
        };
        let records = words.count("backup.due.records", changed);
        let days = words.count("backup.due.days", usize::try_from(days).unwrap_or(usize::MAX));
        let id = if session.last_backup().made == 0 {
            "backup.due.never"
        } else {
            "backup.due.since"
        };
        let says = words.fill(id, &[("records", &records), ("days", &days)]);
        let make = classed("a", "button button--quiet")
            .attr("href", Route::Backup.href())
            .text(words.t("backup.due.make"));
        classed("div", "notice flow")
            .child(el("h2").text(words.t("backup.due.title")).view())
            .child(el("p").text(says).view())
            .child(
                classed("div", "row")
                    .child(make.view())
                    .child(button(words, "backup.due.later", move || {
                        session.put_off_backup();
                        browser::after_paint(|| browser::focus("main h1"));
                    }))
                    .view(),
            )
            .view()
    })
}
