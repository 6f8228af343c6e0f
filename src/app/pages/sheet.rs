//! The sheet of paper: a message as it will be read. In: a letter that follows the draft. Out: its head and its body.
//!
//! What somebody is in the matter stands there for a name that was not given, as the writer calls them ("your NSB"): on the screen alone. On
//! paper stands who was named, and in copy those whom everybody calls the same; a line without anybody is left out.

use leptos::prelude::*;

use crate::app::languages;
use crate::app::parts::el::{View, classed, el, live_rows, live_text};
use crate::domain::Words;
use crate::domain::letters::{Draft, Form, Letter, Manner, addressee_name, clean_line};
use crate::export;

/// Those in copy: by name, else by address, else as what they are.
#[derive(Clone, Default, PartialEq)]
pub struct Copies {
    /// All of them.
    pub shown: String,
    /// Without those whom only the writer calls so.
    pub printed: String,
}

/// Those in copy of this draft.
pub fn copies(words: &'static Words, form: Form, draft: &Draft) -> Copies {
    let (mut shown, mut printed) = (Vec::new(), Vec::new());
    for copy in draft.copies(form) {
        let given = [clean_line(&copy.name), clean_line(&copy.address)];
        let known = given.into_iter().find(|text| !text.is_empty());
        let prints = known.is_some() || copy.party.is_called_so_by_all();
        let called = known.unwrap_or_else(|| addressee_name(words, copy.party).to_owned());
        if prints {
            printed.push(called.clone());
        }
        shown.push(called);
    }
    Copies {
        shown: shown.join(", "),
        printed: printed.join(", "),
    }
}

/// The sheet, in the words of the letter, which need not be those of the page. A paragraph is an element, so a keystroke changes and lays out one.
pub fn sheet(
    page: &'static Words,
    words: &'static Words,
    form: Form,
    made: Memo<Letter>,
    copies: Memo<Copies>,
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

fn head(words: &'static Words, made: Memo<Letter>, copies: Memo<Copies>) -> View {
    let in_copy = move || {
        copies.with(|Copies { shown, .. }| {
            let nobody = shown.is_empty();
            if nobody {
                words.t("compose.line.nobody")
            } else {
                shown
            }
            .to_owned()
        })
    };
    let subject = move || made.with(|letter| letter.subject.clone());
    el("dl")
        .children(line(
            words.t("compose.line.from"),
            move || made.with(|letter| letter.from_label.clone()),
            move || made.with(|letter| letter.from.clone()),
        ))
        .children(line(
            words.t("compose.line.to"),
            move || made.with(|letter| letter.to_label.clone()),
            move || made.with(|letter| letter.to.clone()),
        ))
        .children(line(words.t("compose.line.copy"), in_copy, move || {
            copies.with(|copies| copies.printed.clone())
        }))
        .children(line(words.t("compose.line.subject"), subject, subject))
        .view()
}

/// One line of the head: as it is `shown` on screen; on paper only what was `given`.
fn line(
    name: &'static str,
    shown: impl Fn() -> String + Send + Copy + 'static,
    given: impl Fn() -> String + Send + Copy + 'static,
) -> [View; 3] {
    let value = |text: View, class: Box<dyn Fn() -> String>| {
        el("dd")
            .live_attr("class", move || Some(class()))
            .attr("dir", "auto")
            .child(text)
            .view()
    };
    let same = move || shown() == given();
    let known = move || !given().is_empty();
    [
        el("dt")
            .live_attr("class", move || (!known()).then(|| paper("", false)))
            .text(name)
            .view(),
        value(live_text(shown), Box::new(move || paper("", same()))),
        value(
            live_text(given),
            Box::new(move || paper("paper-only", known() && !same())),
        ),
    ]
}
