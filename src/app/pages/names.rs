//! The names table: who is who. Rows are added, changed and removed, and each change can be undone.

use leptos::prelude::*;

use super::aside;
use super::log_form::Entry;
use crate::app::parts::doc::{para, title};
use crate::app::parts::el::{View, classed, el, live, nothing, row};
use crate::app::session::Session;
use crate::browser::page;
use crate::domain::Words;
use crate::domain::logs::Row;
use crate::domain::names::{self, COLUMNS, NAME, NamesError, STAND_IN};

/// The table as it is open on screen.
#[derive(Clone, Copy)]
struct Open {
    session: Session,
    /// Rises when the list is to be drawn anew.
    drawn: RwSignal<u32>,
    /// The row that stands in the form.
    editing: StoredValue<Option<usize>>,
    /// What stands in the fields of the form.
    typed: StoredValue<Row>,
    /// The rows before the last change.
    before: StoredValue<Vec<Row>>,
    /// What is wrong with the row in the form.
    wrong: RwSignal<Option<NamesError>>,
    /// What was done last and can be undone.
    done: RwSignal<String>,
}

impl Open {
    fn words(self) -> &'static Words {
        self.session.words
    }

    /// Opens the form for this row; the one after the last is a new one.
    fn begin(self, at: usize) {
        let rows = self.session.names();
        let new = || {
            let mut row = Row::default();
            row.set(STAND_IN, &names::next(self.words(), &rows));
            row
        };
        self.typed.set_value(rows.get(at).cloned().unwrap_or_else(new));
        self.before.set_value(rows);
        self.editing.set_value(Some(at));
        self.done.set(String::new());
        self.wrong.set(None);
        // The stand-in of a new row is there already.
        self.redraw(["#names-", NAME].concat());
    }

    /// Keeps what is typed, at once.
    fn edit(self, at: usize, column: &'static str, given: &str) {
        self.typed.update_value(|row| row.set(column, given));
        if self.wrong.get_untracked().is_some() {
            self.wrong.set(None);
        }
        self.session.set_names(self.with(at));
    }

    /// The table with what stands in the form.
    fn with(self, at: usize) -> Vec<Row> {
        let mut rows = self.before.get_value();
        let typed = self.typed.get_value();
        match rows.get_mut(at) {
            Some(row) => *row = typed,
            None => rows.push(typed),
        }
        rows
    }

    /// Closes the form, if the row does.
    fn finish(self, at: usize) {
        let rows = self.with(at);
        if let Some(wrong) = names::wrong(&rows, at) {
            self.wrong.set(Some(wrong));
            page::after_paint(move || page::focus(&["#names-", wrong.column()].concat()));
            return;
        }
        self.session.set_names(rows);
        let new = self.before.with_value(Vec::len) == at;
        let id = if new { "log.added" } else { "log.changed" };
        self.close(self.words().t(id).to_owned(), format!("#name-{at} button"));
    }

    /// Closes the form; everything is as it was before it opened.
    fn give_up(self) {
        self.session.set_names(self.before.get_value());
        self.close(String::new(), "#names-add".to_owned());
    }

    fn remove(self, at: usize, called: &str) {
        let mut rows = self.session.names();
        self.before.set_value(rows.clone());
        rows.remove(at);
        self.session.set_names(rows);
        let said = self.words().fill_typed("log.removed", &[("name", called)]);
        self.close(said, ".undo button".to_owned());
    }

    fn close(self, said: String, focus: String) {
        self.done.set(said);
        self.wrong.set(None);
        self.editing.set_value(None);
        self.redraw(focus);
    }

    fn redraw(self, focus: String) {
        self.drawn.update(|count| *count += 1);
        page::after_paint(move || page::focus(&focus));
    }
}

/// The page.
#[inline(never)]
pub fn page(session: Session) -> View {
    let words = session.words;
    let open = Open {
        session,
        drawn: RwSignal::new(0),
        editing: StoredValue::new(None),
        typed: StoredValue::new(Row::default()),
        before: StoredValue::new(Vec::new()),
        wrong: RwSignal::new(None),
        done: RwSignal::new(String::new()),
    };
    let cannot = words.list("names.cannot").into_iter();
    classed("div", "flow flow--wide")
        .child(title(words.t("names.title")))
        .child(para(words, "lead", "names.lead"))
        .child(para(words, "", "names.stays"))
        .child(el("h2").text(words.t("names.list")).view())
        .child(live(move || done(open)))
        .child(live(move || list(open)))
        .child(el("h2").text(words.t("names.cannot-title")).view())
        .child(
            el("ul")
                .children(cannot.map(|one| el("li").text(one).view()))
                .view(),
        )
        .child(
            classed("div", "flow no-print")
                .child(para(words, "", "names.learning"))
                .child(el("h2").text(words.t("log.others-title")).view())
                .child(aside::links(session))
                .view(),
        )
        .view()
}

/// What was done last, and the way back.
fn done(open: Open) -> View {
    let said = open.done.get();
    if said.is_empty() {
        return nothing();
    }
    classed("div", "notice row undo")
        .attr("role", "status")
        .child(el("span").attr("dir", "auto").text(said).view())
        .child(button(open.words().t("log.undo"), "", move || open.give_up()))
        .view()
}

fn button(does: &str, label: &str, run: impl FnMut() + 'static) -> View {
    let mut made = classed("button", "plain").attr("type", "button").text(does);
    if !label.is_empty() {
        made = made.attr("aria-label", label);
    }
    made.on_click(run).view()
}

/// The rows, and the way to one more; the form stands in the place of the one that is open.
fn list(open: Open) -> View {
    open.drawn.track();
    let words = open.words();
    let rows = open.session.names();
    let editing = open.editing.get_value();
    let mut items: Vec<View> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        items.push(if editing == Some(at) {
            classed("li", "note").child(form(open, at, false)).view()
        } else {
            shown(open, at, row)
        });
    }
    if editing == Some(rows.len()) {
        items.push(classed("li", "note").child(form(open, rows.len(), true)).view());
    }
    let list = if items.is_empty() {
        el("p").text(words.t("names.none")).view()
    } else {
        classed("ul", "notes").children(items).view()
    };
    if editing.is_some() {
        return list;
    }
    let add = classed("button", "button")
        .attr("type", "button")
        .attr("id", "names-add")
        .text(words.t("names.add"))
        .on_click(move || open.begin(rows.len()));
    row([list, classed("div", "row").child(add.view()).view()])
}

/// One row, in words.
fn shown(open: Open, at: usize, row: &Row) -> View {
    let words = open.words();
    let called = row.get(STAND_IN).to_owned();
    let tool = |id: &'static str| {
        let does = words.t(id);
        (does, words.fill("log.do-to", &[("do", does), ("name", &called)]))
    };
    let ((change, change_it), (remove, remove_it)) = (tool("log.change"), tool("log.remove"));
    let says = words.fill_typed("names.is", &[("who", &called), ("name", row.get(NAME))]);
    classed("li", "note")
        .attr("id", format!("name-{at}"))
        .child(classed("p", "own").text(says).view())
        .child(
            classed("div", "row")
                .child(button(change, &change_it, move || open.begin(at)))
                .child(button(remove, &remove_it, move || open.remove(at, &called)))
                .view(),
        )
        .view()
}

/// The form for one row.
fn form(open: Open, at: usize, new: bool) -> View {
    let entry = Entry {
        id: "names-form",
        keep: "names.keep",
        kept: "names.saved-as-typed",
        at,
        new,
    };
    let fields = row(COLUMNS.map(|column| field(open, at, column)));
    let leave = move || open.give_up();
    entry.form(open.words(), fields, move || open.finish(at), leave)
}

/// One column: label, hint, what is wrong, and the field.
fn field(open: Open, at: usize, column: &'static str) -> View {
    let words = open.words();
    let (label, hint) = match column {
        STAND_IN => ("names.column.stand-in.label", "names.column.stand-in.hint"),
        _ => ("names.column.name.label", "names.column.name.hint"),
    };
    let id = ["names-", column].concat();
    let wrong = move || open.wrong.get().filter(|wrong| wrong.column() == column);
    let (hint_id, error_id) = ([&id, "-hint"].concat(), [&id, "-error"].concat());
    let described = [&hint_id, " ", &error_id].concat();
    let hint = classed("span", "quiet")
        .attr("id", &hint_id)
        .text(words.t(hint))
        .view();
    let complaint = live(move || {
        wrong().map_or_else(nothing, |wrong| {
            classed("p", "field__error")
                .attr("id", &error_id)
                .text(words.problem(wrong.id()))
                .view()
        })
    });
    let area = el("input")
        .attr("type", "text")
        .attr("id", &id)
        .attr("dir", "auto")
        .value(open.typed.with_value(|row| row.get(column).to_owned()))
        .on("input", move |event| {
            open.edit(at, column, &event_target_value(&event));
        })
        .live_attr("aria-invalid", move || wrong().map(|_| "true".to_owned()))
        .live_attr("aria-describedby", move || {
            Some(if wrong().is_some() {
                described.clone()
            } else {
                hint_id.clone()
            })
        });
    classed("div", "field")
        .child(el("label").attr("for", &id).text(words.t(label)).view())
        .child(hint)
        .child(complaint)
        .child(area.view())
        .view()
}
