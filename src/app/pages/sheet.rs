//! The sheet of paper: a message as it will be read. In: a letter that follows the draft. Out: its head and its body.
//!
//! What somebody is in the matter stands there for a name that was not given: on the screen alone; on paper their lines are left out.

use leptos::prelude::*;

use crate::app::languages;
use crate::app::parts::el::{View, classed, el, live_rows, live_text};
use crate::domain::Words;
use crate::domain::letters::{Draft, Form, Letter, Manner, addressee_name, clean_line};
use crate::export;

/// Those in copy: by name, else by address, else as what they are.
pub fn copies(words: &'static Words, form: Form, draft: &Draft) -> String {
    let shown: Vec<String> = draft
        .copies(form)
        .into_iter()
        .map(|copy| {
            let given = [clean_line(&copy.name), clean_line(&copy.address)];
            let known = given.into_iter().find(|text| !text.is_empty());
            known.unwrap_or_else(|| addressee_name(words, copy.party).to_owned())
        })
        .collect();
    shown.join(", ")
}

/// The sheet, in the words of the letter, which need not be those of the page. A paragraph is an element, so a keystroke changes and lays out one.
pub fn sheet(
    page: &'static Words,
    words: &'static Words,
    form: Form,
    made: Memo<Letter>,
    copies: Memo<String>,
) -> View {
    let tag = words.locale();
    let mut sheet = classed("div", "letter")
        .attr("lang", tag)
        .attr("dir", languages::direction(page, tag));
    if form.manner() == Manner::Mail {
        sheet = sheet.child(head(words, made, copies));
    }
    let class = move || {
        let empty = made.with(Letter::is_empty);
        Some(paper("letter__body", !empty))
    };
    let body = el("div").live_attr("class", class);
    let body = live_rows(body, "letter__para", move || {
        made.with(|letter| {
            if letter.is_empty() {
                vec![page.t("compose.preview-empty").to_owned()]
            } else {
                export::text::blocks(letter)
            }
        })
    });
    sheet.child(body.view()).view()
}

/// A class, with another one that keeps it off paper.
fn paper(class: &str, on: bool) -> String {
    if on {
        class.to_owned()
    } else {
        format!("{class} no-print")
    }
}

fn head(words: &'static Words, made: Memo<Letter>, copies: Memo<String>) -> View {
    el("dl")
        .children(line(
            words.t("compose.line.from"),
            move || made.with(|letter| letter.from_label.clone()),
            move || made.with(|letter| !letter.from.is_empty()),
        ))
        .children(line(
            words.t("compose.line.to"),
            move || made.with(|letter| letter.to_label.clone()),
            move || made.with(|letter| !letter.to.is_empty()),
        ))
        .children(line(
            words.t("compose.line.copy"),
            move || {
                copies.with(|copies| {
                    let nobody = copies.is_empty();
                    if nobody {
                        words.t("compose.line.nobody")
                    } else {
                        copies
                    }
                    .to_owned()
                })
            },
            move || copies.with(|copies| !copies.is_empty()),
        ))
        .children(line(
            words.t("compose.line.subject"),
            move || made.with(|letter| letter.subject.clone()),
            || true,
        ))
        .view()
}

/// One line of the head; on paper only when it was `given`.
fn line(
    name: &'static str,
    value: impl Fn() -> String + Send + 'static,
    given: impl Fn() -> bool + Send + Copy + 'static,
) -> [View; 2] {
    let class = move || (!given()).then(|| "no-print".to_owned());
    [
        el("dt").live_attr("class", class).text(name).view(),
        el("dd")
            .live_attr("class", class)
            .attr("dir", "auto")
            .child(live_text(value))
            .view(),
    ]
}
