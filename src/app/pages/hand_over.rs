//! Makes a hand-over copy: tick what goes in, see exactly what the file holds, take it. At first nothing is ticked.

use std::rc::Rc;

use leptos::prelude::*;

use super::learning;
use super::sealing::Chosen;
use super::tools::{quiet_button, status};
use crate::app::parts::doc::{para, text, title};
use crate::app::parts::el::{View, classed, el, live};
use crate::app::session::Session;
use crate::browser::download;
use crate::document::answers::{answers, of_senders};
use crate::document::inline::paragraphs;
use crate::document::logs;
use crate::domain::apart::set_apart;
use crate::domain::handover::{self, Copy, Part};
use crate::domain::letters::Draft;
use crate::domain::logs::{Log, in_order};
use crate::domain::names;
use crate::export::everything::INTERVIEWS;
use crate::export::handover as file;
use crate::export::logs::headline;

/// Something that can be ticked: its key, its name, and more of it.
struct Item {
    key: String,
    name: String,
    more: String,
}

/// What is ticked, and what was said about it: another choice takes that back.
#[derive(Clone, Copy)]
struct Ticks {
    keys: RwSignal<Vec<String>>,
    said: RwSignal<String>,
    /// About the files that anybody can read.
    said_plain: RwSignal<String>,
    /// About the learning copy.
    said_learning: RwSignal<String>,
}

impl Ticks {
    fn new() -> Self {
        Self {
            keys: RwSignal::new(Vec::new()),
            said: RwSignal::new(String::new()),
            said_plain: RwSignal::new(String::new()),
            said_learning: RwSignal::new(String::new()),
        }
    }

    fn change(self, change: impl FnOnce(&mut Vec<String>)) {
        self.keys.update(change);
        self.said.set(String::new());
        self.said_plain.set(String::new());
        self.said_learning.set(String::new());
    }
}

/// The page.
#[inline(never)]
pub fn page(session: Session) -> View {
    let words = session.words;
    let head = classed("div", "flow flow--wide")
        .child(title(words.t("handover.title")))
        .child(para(words, "lead", "handover.lead"))
        .child(para(words, "quiet", "handover.names"));
    let [own, strays] = session.drafts_to_go();
    let groups = groups(session, &own, &strays);
    if groups.is_empty() {
        return head.child(para(words, "notice", "handover.nothing-here")).view();
    }
    let ticks = Ticks::new();
    let kept = Rc::new((session.case_now(), [own, strays].concat()));
    let made = move || {
        let ticks = ticks.keys.get();
        handover::copy(&kept.0, &kept.1, |part| ticks.contains(&key(part)))
    };
    let groups = groups
        .into_iter()
        .map(|(name, items)| group(session, ticks, name, items));
    let (shown, taken, learnt) = (made.clone(), made.clone(), made);
    let preview = live(move || {
        let inside = file::inside(words, &shown());
        let inside = if inside.is_empty() {
            words.t("handover.nothing-ticked").to_owned()
        } else {
            inside
        };
        classed("div", "letter__body")
            .attr("dir", "auto")
            .text(inside)
            .view()
    });
    head.child(el("h2").text(words.t("handover.tick")).view())
        .children(groups)
        .child(el("h2").text(words.t("handover.preview")).view())
        .child(classed("div", "letter").child(preview).view())
        .child(ways(session, ticks, taken))
        .child(learning::section(session, ticks.said_learning, learnt))
        .view()
}

fn key(part: Part<'_>) -> String {
    match part {
        Part::Answer(id) => ["answer ", id].concat(),
        Part::Row(log, at) => format!("{} {at}", log.key()),
        Part::Draft(id) => ["draft ", id].concat(),
        Part::Names => "names".to_owned(),
        Part::Sender(at) => format!("sender {at}"),
    }
}

/// Everything that can be ticked, in groups; groups without anything are left out.
fn groups(
    session: Session,
    own: &[(String, Draft)],
    strays: &[(String, Draft)],
) -> Vec<(&'static str, Vec<Item>)> {
    let words = session.words;
    let case = session.case_now();
    let rows = answers(words, INTERVIEWS, &case.answers);
    let rows = rows.used.into_iter().chain(rows.aside);
    let answered = rows.map(|row| Item {
        key: key(Part::Answer(row.question)),
        name: row.name.to_owned(),
        more: words.joined(&row.answer),
    });
    let before = of_senders(words, INTERVIEWS, &case.logs).into_iter();
    let before = before.map(|told| {
        let said = told.rows.iter().map(|row| row.answer.join("\n"));
        Item {
            key: key(Part::Sender(told.at)),
            name: told.title.to_owned(),
            more: words.joined(&said.collect::<Vec<_>>()),
        }
    });
    let mut groups = vec![
        (words.t("handover.answers"), answered.collect::<Vec<_>>()),
        (words.t("handover.senders"), before.collect()),
    ];
    for log in Log::ALL {
        let rows = case.logs.rows(log);
        let noted = in_order(rows)
            .into_iter()
            .filter(|&at| !rows[at].is_empty())
            .map(|at| {
                let entry = logs::entry(words, log, &rows[at]);
                let lines = entry
                    .lines
                    .iter()
                    .map(|(label, text)| words.line(label, &set_apart(label, text)));
                Item {
                    key: key(Part::Row(log, at)),
                    name: headline(words, &entry.when, &entry.head),
                    more: words.joined(&lines.collect::<Vec<_>>()),
                }
            });
        groups.push((logs::name(words, log, "title"), noted.collect()));
    }
    for (name, drafts) in [("handover.drafts", own), ("handover.strays", strays)] {
        let drafts = drafts.iter().map(|(id, _)| Item {
            key: key(Part::Draft(id)),
            name: session.title(id),
            more: String::new(),
        });
        groups.push((words.t(name), drafts.collect()));
    }
    let table = (!names::table(&case.logs).is_empty()).then(|| Item {
        key: key(Part::Names),
        name: words.t("handover.names-table").to_owned(),
        more: words.t("handover.names-table-note").to_owned(),
    });
    groups.push((words.t("names.title"), table.into_iter().collect()));
    groups.retain(|(_, items)| !items.is_empty());
    groups
}

fn group(session: Session, ticks: Ticks, name: &'static str, items: Vec<Item>) -> View {
    let all: Vec<String> = items.iter().map(|item| item.key.clone()).collect();
    let boxes = items.into_iter().map(|Item { key, name, more }| {
        let (own, toggled) = (key.clone(), key);
        let input = el("input")
            .attr("type", "checkbox")
            .live_checked(move || ticks.keys.read().contains(&own))
            .on("change", move |event| {
                let on = event_target_checked(&event);
                ticks.change(|ticks| {
                    ticks.retain(|one| *one != toggled);
                    if on {
                        ticks.push(toggled.clone());
                    }
                });
            });
        let mut label = el("span").attr("dir", "auto").text(name);
        if !more.is_empty() {
            label = label.child(classed("span", "choice__help own").text(more).view());
        }
        classed("label", "choice")
            .child(input.view())
            .child(label.view())
            .view()
    });
    let whole = quiet_button(session.words, "handover.all", move || {
        ticks.change(|ticks| {
            let full = all.iter().all(|key| ticks.contains(key));
            ticks.retain(|one| !all.contains(one));
            if !full {
                ticks.extend(all.iter().cloned());
            }
        });
    });
    classed("fieldset", "copies flow")
        .child(classed("legend", "field__label").text(name).view())
        .child(classed("div", "choices").children(boxes).view())
        .child(classed("div", "row").child(whole).view())
        .view()
}

/// The locked file; and behind a warning, those that anybody can read.
fn ways(session: Session, ticks: Ticks, made: impl Fn() -> Copy + Clone + 'static) -> View {
    let words = session.words;
    let said = ticks.said;
    let chosen = Chosen::new(words);
    let plain = plain(session, ticks.said_plain, made.clone());
    let locked = classed("button", "button")
        .attr("type", "button")
        .text(words.t("handover.as-sealed"))
        .on_click(move || {
            let copy = made();
            if copy.is_empty() {
                said.set(words.t("handover.nothing-ticked").to_owned());
                return;
            }
            let content = match handover::made(&copy, words.t("handover.note-sealed")) {
                Ok(content) => content,
                Err(error) => {
                    said.set(words.problem(error.id()));
                    return;
                }
            };
            said.set(String::new());
            chosen.save(
                file::SEALED_NAME.to_owned(),
                move || content,
                move |saved| {
                    said.set(match saved {
                        Ok(_) => words.t("handover.done").to_owned(),
                        Err(wrong) => wrong,
                    });
                },
            );
        });
    let tell = paragraphs(words, words.t("handover.tell"));
    classed("div", "flow")
        .child(el("h2").text(words.t("handover.take")).view())
        .children(tell.into_iter().map(|t| el("p").children(text(t)).view()))
        .child(chosen.view())
        .child(classed("div", "row").child(locked.view()).view())
        .child(status(words, said))
        .child(plain)
        .view()
}

/// The files that anybody can read, and who that is.
fn plain(session: Session, said: RwSignal<String>, made: impl Fn() -> Copy + Clone + 'static) -> View {
    let words = session.words;
    let save = move |name: &str, mime: &str, copy: &Copy, text: &str| {
        said.set(if copy.is_empty() {
            words.t("handover.nothing-ticked").to_owned()
        } else {
            match download::save(name, mime, text.as_bytes()) {
                Ok(()) => words.t("handover.done").to_owned(),
                Err(error) => words.problem(error.id()),
            }
        });
    };
    let readable = made.clone();
    let buttons = classed("div", "row")
        .child(quiet_button(words, "handover.as-file", move || {
            let copy = made();
            match handover::made(&copy, words.t("handover.note")) {
                Ok(text) => save(file::FILE_NAME, "application/json", &copy, &text),
                Err(error) => said.set(words.problem(error.id())),
            }
        }))
        .child(quiet_button(words, "handover.as-text", move || {
            let copy = readable();
            save(
                file::TEXT_NAME,
                "text/plain;charset=utf-8",
                &copy,
                &file::text(words, &copy),
            );
        }));
    let care = paragraphs(words, words.t("handover.care"));
    let care = classed("div", "care flow")
        .child(el("h3").text(words.t("handover.care-title")).view())
        .children(care.into_iter().map(|t| el("p").children(text(t)).view()));
    let inner = classed("div", "flow")
        .child(care.view())
        .child(buttons.view())
        .child(status(words, said));
    classed("details", "why")
        .child(el("summary").text(words.t("handover.plain")).view())
        .child(inner.view())
        .view()
}
