//! The interviews: where each begins, one question per page, and where it ends.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::app::parts::doc::{self, text, title};
use crate::app::parts::el::{El, View, classed, el, live, nothing};
use crate::app::session::Session;
use crate::browser::page;
use crate::document::inline::{paragraphs, parse};
use crate::document::{Flow, Route, question as asked};
use crate::domain::interview::{self, Kind, Question, excludes};
use crate::domain::questions::{NO_ANONYMITY, SITUATION};
use crate::domain::{Answer, Words};

/// The first page of an interview: what it is, what it is not, and the way in.
pub fn start(session: Session, flow: Flow) -> View {
    let words = session.words;
    let [name, lead, notes, end] = flow.ids();
    let answers = session.answers_now();
    let begun = flow.questions().iter().any(|question| answers.has(question.id));
    let onward = flow.onward(&answers);
    let done = onward == flow.end();
    let go = match (begun, done) {
        (_, true) => end,
        (true, false) => "interview.go-on",
        (false, false) => "interview.begin",
    };
    let mut buttons = vec![
        classed("a", "button")
            .attr("href", onward.href())
            .text(words.t(go))
            .view(),
    ];
    if begun {
        buttons.push(
            classed("a", "button button--quiet")
                .attr("href", Route::Answers.href())
                .text(words.t("answers.title"))
                .view(),
        );
    }
    let notes = words
        .list(notes)
        .into_iter()
        .map(|note| el("li").children(text(parse(words, note))).view());
    classed("div", "flow flow--wide")
        .child(title(words.t(name)))
        .children(
            paragraphs(words, words.t(lead))
                .into_iter()
                .map(|t| classed("p", "lead").children(text(t)).view()),
        )
        .child(el("ul").children(notes).view())
        .child(if another_side(session, flow) {
            same_matter(session, flow)
        } else {
            classed("div", "row").children(buttons).view()
        })
        .child(
            classed("p", "quiet")
                .children(text(parse(words, words.t("home.danger"))))
                .view(),
        )
        .view()
}

/// Whether the case that is open was begun from another side, and nothing in it is from this one alone.
fn another_side(session: Session, flow: Flow) -> bool {
    let before = session.lens_now();
    if flow == Flow::Assess || flow == Flow::of(before) {
        return false;
    }
    let (answers, others) = (session.answers_now(), before.questions());
    let given = |question: &Question| answers.has(question.id);
    let shared = |id: &str| others.iter().any(|other| other.id == id);
    others.iter().any(given) && !flow.questions().iter().any(|one| given(one) && !shared(one.id))
}

/// Asks whether it is the same matter. Nothing is kept before the first answer.
fn same_matter(session: Session, flow: Flow) -> View {
    let words = session.words;
    let same = classed("a", "button")
        .attr("href", flow.onward(&session.answers_now()).href())
        .text(words.t("interview.same-yes"));
    let another = classed("button", "button button--quiet")
        .attr("type", "button")
        .text(words.t("interview.same-no"))
        .on_click(move || {
            session.new_case();
            page::go(&flow.onward(&session.answers_now()).href());
        });
    classed("div", "notice flow")
        .child(el("h2").text(words.t("interview.same")).view())
        .child(el("p").text(words.t("interview.same-text")).view())
        .child(
            classed("div", "row")
                .child(same.view())
                .child(another.view())
                .view(),
        )
        .view()
}

/// One question. An id that the interview does not have, or that does not apply, leads to a page that helps.
pub fn question(session: Session, flow: Flow, id: &str) -> View {
    let words = session.words;
    let answers = session.answers_now();
    let path = interview::path(flow.questions(), &answers);
    let Some(at) = path.iter().position(|question| question.id == id) else {
        return not_asked(session, flow);
    };
    let question = path[at];
    let back = if at == 0 {
        flow.start()
    } else {
        flow.route(path[at - 1].id)
    };
    // Of all interviews, as many as the page that it leads to shows.
    let given = answers.iter().count();
    let problem = RwSignal::new(false);
    let next = move || page::go(&next_after(session, flow, question.id).href());

    // No signs between them: on a phone they stand below each other.
    let crumbs = classed("p", "row quiet")
        .child(doc::alone(&back, words.t("interview.back")))
        .child(el("span").text(words.t(flow.ids()[0])).view())
        .child(doc::alone(
            &Route::Answers,
            words.fill("interview.so-far", &[("count", &given.to_string())]),
        ));
    let field = match question.kind {
        Kind::Text => free_text(session, question),
        Kind::One(options) => choices(session, question, options, "radio", problem),
        Kind::Many(options) => choices(session, question, options, "checkbox", problem),
    };
    let why = classed("details", "why")
        .child(el("summary").text(words.t("interview.why")).view())
        .children(
            asked::why(words, question)
                .into_iter()
                .map(|t| el("p").children(text(t)).view()),
        );
    let skip = classed("button", "button button--quiet")
        .attr("type", "button")
        .text(words.t("interview.skip"))
        .on_click(move || {
            let kept = session.answers_now();
            if !kept.has(question.id) {
                session.answer(question.id, Answer::Chosen(Vec::new()));
            }
            next();
        });
    let submit = classed("button", "button")
        .attr("type", "submit")
        .text(words.t("interview.continue"));
    let form = classed("form", "flow flow--wide")
        .attr("novalidate", "")
        .on("submit", move |event| {
            event.prevent_default();
            let empty = match session.answers_now().get(question.id) {
                None => true,
                Some(Answer::Chosen(keys)) => keys.is_empty(),
                Some(Answer::Text(_)) => false,
            };
            if empty && question.kind != Kind::Text {
                problem.set(true);
                page::after_paint(|| page::focus("#problem"));
                return;
            }
            if empty {
                session.answer(question.id, Answer::Text(String::new()));
            }
            next();
        })
        .child(field)
        .child(why.view())
        .child(
            classed("div", "row")
                .child(submit.view())
                .child(skip.view())
                .view(),
        );
    classed("div", "flow flow--wide")
        .child(crumbs.view())
        .child(form.view())
        .view()
}

/// The next question without an answer after this one, else the first open one, else the end.
fn next_after(session: Session, flow: Flow, id: &str) -> Route {
    let answers = session.answers_now();
    let path = interview::path(flow.questions(), &answers);
    let after = path.iter().skip_while(|question| question.id != id).skip(1);
    let mut open = after.filter(|question| !answers.has(question.id));
    open.next()
        .map_or_else(|| flow.onward(&answers), |question| flow.route(question.id))
}

fn choices(
    session: Session,
    question: &'static Question,
    options: &'static [&'static str],
    kind: &'static str,
    problem: RwSignal<bool>,
) -> View {
    let words = session.words;
    let chosen = RwSignal::new(match session.answers_now().get(question.id) {
        Some(Answer::Chosen(keys)) => keys.clone(),
        _ => Vec::new(),
    });
    let rows = options.iter().map(|option| {
        let input = el("input")
            .attr("type", kind)
            .attr("name", question.id)
            .attr("value", *option)
            .live_checked(move || chosen.read().iter().any(|key| key == option))
            .on("change", move |event| {
                chosen.update(|keys| toggle(keys, option, kind == "radio", event_target_checked(&event)));
                problem.set(false);
                session.answer(question.id, Answer::Chosen(chosen.get_untracked()));
            });
        let mut label = el("span").text(asked::say(words, question, option));
        if let Some(more) = asked::more(words, question, option) {
            label = label.child(classed("span", "choice__help").text(more).view());
        }
        classed("label", "choice")
            .child(input.view())
            .child(label.view())
            .view()
    });
    let complaint = live(move || {
        if problem.get() {
            classed("p", "field__error")
                .attr("id", "problem")
                .attr("tabindex", "-1")
                .text(words.t("interview.choose"))
                .view()
        } else {
            nothing()
        }
    });
    head(words, question, el("fieldset"))
        .live_attr("aria-describedby", move || {
            problem.get().then(|| "problem".to_owned())
        })
        .child(complaint)
        .child(
            classed("div", "choices")
                .on("click", |event| once(&event))
                .children(rows)
                .view(),
        )
        .view()
}

/// The second click of a double click chooses nothing: it may have been meant for "Continue" of the page before.
fn once(event: &ev::Event) {
    if event.unchecked_ref::<ev::MouseEvent>().detail() > 1 {
        event.prevent_default();
    }
}

/// What is chosen after one box was ticked or cleared: radio buttons hold one; "none" and "unknown" stand alone.
fn toggle(keys: &mut Vec<String>, option: &str, single: bool, checked: bool) {
    if single || excludes(option) {
        keys.clear();
    } else {
        keys.retain(|key| key != option && !excludes(key));
    }
    if checked {
        keys.push(option.to_owned());
    }
}

fn free_text(session: Session, question: &'static Question) -> View {
    let words = session.words;
    let first =
        interview::first_text(SITUATION, &session.answers_now()).is_some_and(|first| first.id == question.id);
    let notice = if first {
        paragraphs(words, words.t(NO_ANONYMITY))
            .into_iter()
            .map(|t| el("p").children(text(t)).view())
            .collect()
    } else {
        Vec::new()
    };
    let area = el("textarea")
        .attr("id", "own-words")
        .attr("rows", "6")
        .attr("aria-label", asked::ask(words, question))
        .value(session.answers_now().text(question.id))
        .on("input", move |event| {
            session.answer(question.id, Answer::Text(event_target_value(&event)));
        });
    head(words, question, el("fieldset"))
        .child(classed("div", "notice flow").children(notice).view())
        .child(classed("div", "field").child(area.view()).view())
        .view()
}

/// `fieldset > legend > h1`, and the line below it.
fn head(words: &'static Words, question: &Question, fieldset: El) -> El {
    fieldset
        .attr("class", "question flow")
        .child(el("legend").child(title(asked::ask(words, question))).view())
        .child(
            classed("p", "lead")
                .children(text(asked::help(words, question)))
                .view(),
        )
}

fn not_asked(session: Session, flow: Flow) -> View {
    let words = session.words;
    let onward = flow.onward(&session.answers_now());
    classed("div", "flow")
        .child(title(words.t("interview.not-asked")))
        .child(
            classed("p", "lead")
                .text(words.t("interview.not-asked-text"))
                .view(),
        )
        .child(
            classed("div", "row")
                .child(
                    classed("a", "button")
                        .attr("href", onward.href())
                        .text(words.t("interview.go-on"))
                        .view(),
                )
                .child(
                    classed("a", "button button--quiet")
                        .attr("href", Route::Answers.href())
                        .text(words.t("answers.title"))
                        .view(),
                )
                .view(),
        )
        .view()
}
