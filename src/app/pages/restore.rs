//! Opens a backup: what it holds and how that stands to what is here, which is also the test that it can be opened; and, when the
//! person has chosen, brings it back. Until then nothing changes.

use std::rc::Rc;

use leptos::prelude::*;

use super::opening::{self, Field};
use super::tools::{SAID, WINDOW, more, quiet_button};
use crate::app::parts::doc::{para, title};
use crate::app::parts::el::{El, View, classed, el, live, live_list, nothing};
use crate::app::session::Session;
use crate::browser::{clock, page as browser};
use crate::domain::Words;
use crate::domain::backup::{self, Backup};
use crate::domain::sorted::Sorted;
use crate::storage::restore::{Choice, Here, Line};
use crate::storage::{Kind, State};

/// What is done with each record of which another version is here.
#[derive(Clone, Copy)]
struct Choices {
    /// With those that are not drawn.
    others: StoredValue<Choice>,
    /// With each that is drawn, by its id: a signal each, so that a choice touches one of them.
    drawn: StoredValue<Sorted<RwSignal<Choice>>>,
}

impl Choices {
    fn new() -> Self {
        Self {
            others: StoredValue::new(Choice::default()),
            drawn: StoredValue::new(Sorted::new()),
        }
    }

    /// The signal of one that is being drawn.
    fn draw(self, id: &str) -> RwSignal<Choice> {
        let choice = RwSignal::new(self.others.get_value());
        self.drawn
            .update_value(|drawn| drawn.insert(id.to_owned(), choice));
        choice
    }

    fn of(self, id: &str) -> Choice {
        let own = self.drawn.with_value(|drawn| drawn.get(id).copied());
        own.map_or_else(|| self.others.get_value(), |choice| choice.get_untracked())
    }

    /// The same for all of them.
    fn set(self, choice: Choice) {
        self.others.set_value(choice);
        self.drawn
            .with_value(|drawn| drawn.iter().for_each(|(_, one)| one.set(choice)));
    }
}

/// The page.
#[inline(never)]
pub fn page(session: Session) -> View {
    let words = session.words;
    let found = StoredValue::new_local(None::<(Rc<Backup>, bool)>);
    let drawn = RwSignal::new(0_u32);
    let said = RwSignal::new(String::new());
    let put = move |backup: Option<(Rc<Backup>, bool)>| {
        found.set_value(backup);
        drawn.update(|count| *count += 1);
    };
    let opened = move |content: Option<(&[u8], bool)>| {
        put(None);
        let Some((content, sealed)) = content else {
            return String::new();
        };
        match backup::read(content) {
            Err(error) => words.problem(error.id()),
            Ok(backup) if backup.records.is_empty() => words.t("backup.open.empty").to_owned(),
            Ok(backup) => {
                put(Some((Rc::new(backup), sealed)));
                browser::after_paint(|| browser::focus("#backup-holds"));
                String::new()
            }
        }
    };
    let field = Field {
        id: "backup-file",
        name: "backup.open.file",
        hint: "backup.open.hint",
    };
    let close = move |sentence: String| {
        put(None);
        said.set(sentence);
        browser::after_paint(|| browser::focus(SAID));
    };
    classed("div", "flow flow--wide")
        .child(title(words.t("backup.open.title")))
        .child(classed("p", "lead").text(words.t("backup.open.lead")).view())
        .child(opening::form(words, field, said, opened))
        .child(live(move || {
            drawn.track();
            found.get_value().map_or_else(nothing, |(backup, sealed)| {
                holds(session, backup, sealed, said, close)
            })
        }))
        .view()
}

/// What it holds, and the two ways on.
fn holds(
    session: Session,
    backup: Rc<Backup>,
    sealed: bool,
    said: RwSignal<String>,
    close: impl Fn(String) + Copy + 'static,
) -> View {
    let words = session.words;
    let lines: Rc<[Line]> = session.held_against(&backup).into();
    let day = clock::moment(backup.made).written(words);
    let opens = if sealed {
        "backup.open.opens"
    } else {
        "backup.open.opens-plain"
    };
    let head = classed("div", "flow flow--wide")
        .child(
            el("h2")
                .attr("id", "backup-holds")
                .attr("tabindex", "-1")
                .text(words.fill(opens, &[("day", &day)]))
                .view(),
        )
        .children(listed(
            words,
            classed("ul", "notes").attr("id", "backup-lines"),
            Rc::clone(&lines),
            move |line| shown(session, line),
            |at| format!("#backup-lines li:nth-child({at})"),
        ))
        .child(el("h2").text(words.t("backup.open.bring")).view());
    let away = quiet_button(words, "backup.open.close", move || {
        close(words.t("backup.open.closed").to_owned());
    });
    if lines.iter().all(|line| line.here == Here::Same) {
        return head
            .child(el("p").text(words.t("backup.open.nothing-to-bring")).view())
            .child(classed("div", "row").child(away).view())
            .view();
    }
    let choices = Choices::new();
    let restore = classed("button", "button")
        .attr("type", "button")
        .text(words.t("backup.open.restore"))
        .on_click(move || {
            let done = session.bring_back(
                &backup,
                |id| choices.of(id),
                |title| words.fill("backup.record-title", &[("title", title)]),
            );
            match done {
                Ok(done) => {
                    let (added, replaced) = (done.added.to_string(), done.replaced.to_string());
                    let values = [("added", added.as_str()), ("replaced", &replaced)];
                    let done = words.fill("backup.open.restored", &values);
                    close(if has_no_lock(session) {
                        [&done, words.t("backup.open.no-lock")].join(" ")
                    } else {
                        done
                    });
                }
                Err(error) => {
                    let id = error.id();
                    let next = words.t("backup.open.unchanged");
                    said.set([words.t(id), next].join(" "));
                }
            }
        });
    let no_lock = has_no_lock(session).then(|| para(words, "", "backup.open.no-lock"));
    head.child(el("p").text(words.t("backup.open.bring-lead")).view())
        .children(no_lock)
        .child(conflicts(session, &lines, choices))
        .child(classed("div", "row").child(restore.view()).child(away).view())
        .view()
}

/// Whether what comes back is kept on this device for everybody to read: a backup does not know whether it was locked where it was made.
fn has_no_lock(session: Session) -> bool {
    untrack(move || !session.in_memory() && !session.is_unlocked())
}

/// A list of which some lines are drawn at first, and below it a button for more; `place` says where the one with a number is.
fn listed(
    words: &'static Words,
    frame: El,
    lines: Rc<[Line]>,
    make: impl Fn(&Line) -> El + 'static,
    place: impl Fn(usize) -> String + Copy + 'static,
) -> [View; 2] {
    let most = RwSignal::new(WINDOW);
    let count = lines.len();
    let shown = move || (0..most.get().min(count)).collect::<Vec<usize>>();
    let list = live_list(frame, shown, move |at| make(&lines[*at]));
    [list.view(), more(words, most, count, place)]
}

/// One record: its name, what it is, and how it stands to what is here.
fn shown(session: Session, line: &Line) -> El {
    let words = session.words;
    let day = |at| clock::moment(at).written(words);
    let what = match (line.state, line.kind) {
        (State::Damaged, _) => words.t("backup.open.is-damaged").to_owned(),
        (State::Newer, _) | (_, None | Some(Kind::Sealed | Kind::Lock)) => {
            words.t("backup.open.is-newer").to_owned()
        }
        (_, Some(kind)) => {
            let id = match kind {
                Kind::Case => "backup.open.is-case",
                Kind::Draft => "backup.open.is-draft",
                _ => "backup.open.is-progress",
            };
            words.fill(id, &[("day", &day(line.updated))])
        }
    };
    let here = match line.here {
        Here::Absent => words.t("backup.open.absent").to_owned(),
        Here::Same => words.t("backup.open.same").to_owned(),
        Here::Other(at) => words.fill("backup.open.other", &[("day", &day(at))]),
    };
    classed("li", "note")
        // The focus comes here when more are shown.
        .attr("tabindex", "-1")
        .child(
            el("div")
                .child(el("strong").attr("dir", "auto").text(&line.title).view())
                .view(),
        )
        .child(classed("p", "quiet").text(what).view())
        .child(el("p").text(here).view())
}

/// Where another version is here: what is done, one by one or for all of them.
fn conflicts(session: Session, lines: &[Line], choices: Choices) -> View {
    let words = session.words;
    let other = |line: &&Line| matches!(line.here, Here::Other(_));
    let asked: Rc<[Line]> = lines.iter().filter(other).cloned().collect();
    if asked.is_empty() {
        return nothing();
    }
    let all = move |choice: Choice| move || choices.set(choice);
    let questions = listed(
        words,
        classed("div", "flow flow--wide").attr("id", "backup-choices"),
        asked,
        move |line| question(session, line, choices),
        |at| format!("#backup-choices fieldset:nth-child({at}) input"),
    );
    classed("div", "flow flow--wide")
        .children(questions)
        .child(
            classed("div", "row")
                .child(quiet_button(words, "backup.open.all-both", all(Choice::Both)))
                .child(quiet_button(
                    words,
                    "backup.open.all-replace",
                    all(Choice::Replace),
                ))
                .view(),
        )
        .view()
}

fn question(session: Session, line: &Line, choices: Choices) -> El {
    let words = session.words;
    let choice = choices.draw(&line.id);
    let rows = [
        (Choice::Both, "backup.open.both"),
        (Choice::Replace, "backup.open.replace"),
        (Choice::Leave, "backup.open.leave"),
    ]
    .map(|(does, says)| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", ["choice-", &line.id].concat())
            .live_checked(move || choice.get() == does)
            .on("change", move |_| choice.set(does));
        classed("label", "choice")
            .child(input.view())
            .child(el("span").text(words.t(says)).view())
            .view()
    });
    let ask = words.fill("backup.open.choose", &[("title", &line.title)]);
    classed("fieldset", "copies flow")
        .child(
            classed("legend", "field__label")
                .attr("dir", "auto")
                .text(ask)
                .view(),
        )
        .child(classed("div", "choices").children(rows).view())
}
