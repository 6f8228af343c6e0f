//! The language of a letter: chosen apart from that of the page; where they differ the letter stands in both.

use leptos::prelude::*;

use super::compose::Open;
use super::{people, sheet};
use crate::app::languages::{letters, name, tags};
use crate::app::parts::el::{View, classed, live, nothing};
use crate::app::session::Session;
use crate::domain::letters::{Draft, composed};

/// The id of its list.
const FIELD: &str = "language";

/// A list of the languages a letter can be in; none where there is one language only, or no other one arrived.
pub fn choice(open: Open) -> View {
    let words = open.words();
    let there: Vec<&'static str> = tags(words).filter(|tag| letters(words, tag).is_some()).collect();
    if there.len() < 2 {
        return nothing();
    }
    let now = open
        .draft
        .with_untracked(|draft| open.session().letter_words(draft).locale());
    // Remembered, so that nothing is drawn anew with each key.
    let missing = Memo::new(move |_| {
        open.draft
            .with(|draft| open.session().letter_words(draft).locale() != draft.language())
    });
    let options = there.into_iter().map(|tag| (tag, name(words, tag))).collect();
    let choose: people::Change = Box::new(|draft, tag| draft.in_language(&tag));
    let field = people::field(
        words,
        FIELD,
        words.t("compose.language.label"),
        words.t("compose.language.hint"),
    )
    .child(people::select(open, FIELD, options, now, choose))
    .child(live(move || {
        if missing.get() {
            open.draft
                .with_untracked(|draft| lost(open.session(), draft))
                .unwrap_or_else(nothing)
        } else {
            nothing()
        }
    }))
    .view();
    // On paper stands the letter alone.
    classed("div", "no-print").child(field).view()
}

/// Where the words of the language chosen are not here: that the letter stands in another one.
pub fn lost(session: Session, draft: &Draft) -> Option<View> {
    let words = session.words;
    if session.letter_words(draft).locale() == draft.language() {
        return None;
    }
    let tag = draft.language();
    let language = words.get(&format!("language.of.{tag}.name")).unwrap_or(tag);
    let says = words.fill("compose.language.lost", &[("language", language)]);
    Some(
        classed("p", "notice status--failed no-print")
            .attr("role", "alert")
            .text(says)
            .view(),
    )
}

/// The letter as it will be read; below it, to read along, the same in the language of the page where that is another one.
pub fn sheets(open: Open) -> View {
    let (page, form) = (open.words(), open.form);
    let tag = Memo::new(move |_| {
        open.draft
            .with(|draft| open.session().letter_words(draft).locale())
    });
    live(move || {
        let words = letters(page, tag.get()).unwrap_or(page);
        let sheet_in = move |words| {
            let made = Memo::new(move |_| open.draft.with(|draft| composed(words, form, draft)));
            let copies = Memo::new(move |_| open.draft.with(|draft| sheet::copies(words, form, draft)));
            sheet::sheet(page, words, form, made, copies)
        };
        let leaves = sheet_in(words);
        if words.locale() == page.locale() {
            return leaves;
        }
        classed("div", "flow")
            .child(leaves)
            .child(
                classed("section", "flow no-print")
                    .child(
                        classed("p", "quiet")
                            .text(page.t("compose.language.along"))
                            .view(),
                    )
                    .child(sheet_in(page))
                    .view(),
            )
            .view()
    })
}
