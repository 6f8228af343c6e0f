//! One page for all logs of a case, by their columns: the entries in order, the form, undo, paper and text.

use leptos::prelude::*;

use super::tools::{listed, quiet_button, status};
use super::{aside, fingerprint, log_list, record};
use crate::app::parts::doc::{self, blocks, text, title, trail};
use crate::app::parts::el::{View, classed, el, live, nothing};
use crate::app::session::Session;
use crate::browser::{clipboard, page};
use crate::document::inline::parse;
use crate::document::{Route, ledger, logs, plan};
use crate::domain::logs::{Log, Row, about};
use crate::domain::{Words, senders};
use crate::export;

/// A log that is open on screen.
#[derive(Clone, Copy)]
pub struct Open {
    /// The session.
    pub session: Session,
    /// Which log.
    pub log: Log,
    /// Whether the first column was left empty.
    pub missing: RwSignal<bool>,
    /// Rises when something changed on which the stages depend.
    pub changed: RwSignal<u32>,
    /// Rises when the list is to be drawn anew.
    pub drawn: RwSignal<u32>,
    /// The entry that stands in the form.
    pub editing: StoredValue<Option<usize>>,
    /// The rows before the last change.
    pub before: StoredValue<Vec<Row>>,
    /// Whose entries are shown, as chosen; empty: everybody's.
    person: RwSignal<String>,
    /// What was done last and can be undone.
    done: RwSignal<String>,
}

impl Open {
    /// The words.
    pub fn words(self) -> &'static Words {
        self.session.words
    }

    /// What stands in a column of an entry.
    pub fn value(self, at: usize, column: &str) -> String {
        let rows = self.session.rows(self.log);
        rows.get(at)
            .map(|row| row.get(column).to_owned())
            .unwrap_or_default()
    }

    /// Whose entries are shown; everybody's where nobody has that label any more. Followed.
    pub fn person(self) -> String {
        let rows = self.session.rows(self.log);
        let labels = about::labels(&rows);
        let chosen = self.person.get();
        if labels.len() > 1 && labels.contains(&chosen.as_str()) {
            chosen
        } else {
            String::new()
        }
    }

    /// Keeps what was typed or chosen, at once.
    pub fn edit(self, at: usize, column: &'static str, given: &str) {
        self.change(at, |row| row.set(column, given));
        if column == self.log.head() {
            self.missing.set(false);
        }
    }

    /// Changes an entry and keeps it.
    pub fn change(self, at: usize, change: impl FnOnce(&mut Row)) {
        let mut rows = self.session.rows(self.log);
        if at >= rows.len() {
            rows.push(Row::default());
        }
        if let Some(row) = rows.get_mut(at) {
            change(row);
            senders::changed(row);
        }
        self.session.set_rows(self.log, rows);
    }

    /// Opens the form for this entry.
    pub fn begin(self, at: usize) {
        self.before.set_value(self.session.rows(self.log));
        self.editing.set_value(Some(at));
        self.done.set(String::new());
        self.missing.set(false);
        self.redraw("#log-form input, #log-form select".to_owned());
    }

    /// Closes the form, if what must be given was given.
    pub fn finish(self, at: usize) {
        if self.value(at, self.log.head()).is_empty() {
            self.missing.set(true);
            page::after_paint(|| page::focus("#log-form [aria-invalid]"));
            return;
        }
        let new = self.before.with_value(Vec::len) == at;
        let id = if new { "log.added" } else { "log.changed" };
        self.done.set(self.words().t(id).to_owned());
        self.close(format!("#entry-{at} button"));
    }

    /// Closes the form; everything is as it was before it opened.
    pub fn give_up(self) {
        self.session.set_rows(self.log, self.before.get_value());
        self.close("#log-add".to_owned());
    }

    fn close(self, focus: String) {
        self.editing.set_value(None);
        self.redraw(focus);
    }

    /// Takes an entry away.
    pub fn remove(self, at: usize, called: &str) {
        let mut rows = self.session.rows(self.log);
        self.before.set_value(rows.clone());
        rows.remove(at);
        self.session.set_rows(self.log, rows);
        self.done
            .set(self.words().fill_typed("log.removed", &[("name", called)]));
        self.close(".undo button".to_owned());
    }

    fn undo(self) {
        self.session.set_rows(self.log, self.before.get_value());
        self.done.set(String::new());
        self.close("#log-add".to_owned());
    }

    fn redraw(self, focus: String) {
        self.drawn.update(|count| *count += 1);
        self.changed.update(|count| *count += 1);
        page::after_paint(move || page::focus(&focus));
    }
}

/// The page.
#[inline(never)]
pub fn page(session: Session, log: Log) -> View {
    let words = session.words;
    let open = Open {
        session,
        log,
        missing: RwSignal::new(false),
        changed: RwSignal::new(0),
        drawn: RwSignal::new(0),
        editing: StoredValue::new(None),
        before: StoredValue::new(Vec::new()),
        person: RwSignal::new(String::new()),
        done: RwSignal::new(String::new()),
    };
    let mut made = classed("div", "flow flow--wide")
        .child(title(logs::name(words, log, "title")))
        .child(
            classed("div", "flow no-print")
                .children(blocks(words, logs::opening(words, log)))
                .view(),
        );
    made = made.child(live(move || people(open)));
    if log == Log::Steps {
        made = made
            .child(el("h2").text(words.t("ledger.stages")).view())
            .child(live(move || stages(open)));
    }
    made = made
        .child(el("h2").text(logs::name(words, log, "list")).view())
        .child(live(move || done(open)))
        .child(live(move || log_list::list(open)))
        .child(ways(open));
    match log {
        Log::Steps => made = made.child(record::section(session)),
        Log::Papers => made = made.child(fingerprint::section(open)),
        Log::Told => {}
    }
    made.child(
        classed("div", "flow no-print")
            .child(el("h2").text(words.t("log.others-title")).view())
            .child(aside::links(session))
            .view(),
    )
    .view()
}

/// Several people concerned: whose entries are shown, and how the stages go then.
fn people(open: Open) -> View {
    open.changed.track();
    let words = open.words();
    let rows = open.session.rows(open.log);
    let labels = about::labels(&rows);
    if labels.len() < 2 {
        return nothing();
    }
    let everybody = [("", words.t("ledger.everybody"))].into_iter();
    let all = everybody.chain(labels.into_iter().map(|one| (one, one)));
    let mut made = listed(
        "log-person",
        words.t("ledger.about"),
        all.collect(),
        &open.person(),
        Box::new(move |one| open.person.set(one)),
    );
    if open.log == Log::Steps {
        let several = text(parse(words, words.t("ledger.several")));
        made = made.child(classed("p", "quiet no-print").children(several).view());
    }
    made.view()
}

/// Where the stages stand, by the engine.
fn stages(open: Open) -> View {
    open.changed.track();
    let words = open.words();
    let case = open.session.case_now().about(&open.person());
    let plan = case.plan(case.lens);
    let says = ledger::speaks(words, &case, case.lens);
    let says = says.map_or_else(
        || text(parse(words, words.t("ledger.stages-by-answers"))),
        |block| blocks(words, vec![block]),
    );
    let marks = plan.stages.iter().map(|info| plan::mark(words, info)).collect();
    classed("div", "flow stages")
        .child(classed("div", "quiet").children(says).view())
        .child(trail(words, marks))
        .child(
            classed("p", "no-print")
                .child(doc::alone(&Route::plan(case.lens), words.t("ledger.to-plan")))
                .view(),
        )
        .view()
}

/// What was done last, and the way back.
fn done(open: Open) -> View {
    let said = open.done.get();
    let mut made = classed("div", "notice row undo").attr("role", "status");
    if said.is_empty() {
        return nothing();
    }
    made = made.child(el("span").attr("dir", "auto").text(said).view());
    made.child(
        classed("button", "plain")
            .attr("type", "button")
            .text(open.words().t("log.undo"))
            .on_click(move || open.undo())
            .view(),
    )
    .view()
}

/// On paper and as text.
fn ways(open: Open) -> View {
    let words = open.words();
    let said = RwSignal::new(String::new());
    let copy = move || {
        let rows = about::only(&open.session.rows(open.log), &untrack(move || open.person()));
        let text = export::logs::write(words, open.log, &rows);
        page::run(async move {
            said.set(match clipboard::write(&text).await {
                Ok(()) => words.t("log.copied").to_owned(),
                Err(error) => words.problem(error.id()),
            });
        });
    };
    let buttons = move || {
        open.drawn.track();
        if open.session.rows(open.log).is_empty() {
            return nothing();
        }
        classed("div", "row")
            .child(quiet_button(words, "log.print", page::print))
            .child(quiet_button(words, "log.copy", copy))
            .view()
    };
    classed("div", "flow no-print")
        .child(live(buttons))
        .child(status(words, said))
        .view()
}
