//! Keep a record, or not: the clauses that pull apart side by side (1.7, 4.1.1, 4.1.4), and the choice, which is an answer.

use super::aside::radios;
use crate::app::parts::doc::{alone, blocks, text};
use crate::app::parts::el::{View, classed, el};
use crate::app::session::Session;
use crate::document::inline::parse;
use crate::document::{Route, ledger, question};
use crate::domain::interview::Question;
use crate::domain::letters::kind_words;
use crate::domain::questions::RECORD;
use crate::domain::routing::MessageKind;
use crate::domain::{Answer, Lens, Words};

/// The section below the stage ledger.
pub fn section(session: Session) -> View {
    let words = session.words;
    let facets = session.facets_now();
    let side = blocks(words, ledger::record_clauses(words, &facets));
    let quiet = |id| {
        classed("p", "quiet")
            .children(text(parse(words, words.t(id))))
            .view()
    };
    let why = RECORD.iter().flat_map(|one| question::why(words, one));
    let mut made = classed("section", "flow flow--wide no-print")
        .attr("aria-labelledby", "record")
        .child(
            el("h2")
                .attr("id", "record")
                .text(words.t("ledger.record.title"))
                .view(),
        )
        .children(why.map(|t| el("p").children(text(t)).view()))
        .child(classed("div", "side").children(side).view())
        .children(blocks(words, ledger::record_rest(words, &facets)))
        .children(RECORD.iter().map(|one| choice(session, one)));
    // It is for the two who agreed (1.8), not for whoever handles it.
    if session.lens_now() != Lens::Handle {
        made = made
            .child(el("h3").text(words.t("ledger.record.confirm")).view())
            .children(blocks(words, ledger::record_confirm(words)))
            .child(el("p").child(letter(words)).view());
    }
    made.child(quiet("ledger.record.forget")).view()
}

/// The way to that e-mail.
fn letter(words: &'static Words) -> View {
    let kind = MessageKind::Confirm;
    alone(&Route::Begin(kind.key().to_owned()), kind_words(words, kind).name)
}

/// The choice; what was chosen is an answer of the case.
fn choice(session: Session, one: &'static Question) -> View {
    let words = session.words;
    let options = one
        .options()
        .iter()
        .map(|key| (*key, question::say(words, one, key)))
        .collect();
    let now = session.answers_now().one(one.id).to_owned();
    let choices = radios(question::ask(words, one), one.id, options, &now, move |key| {
        session.answer(one.id, Answer::Chosen(vec![key.to_owned()]));
    });
    classed("div", "flow")
        .child(choices)
        .child(
            classed("p", "quiet")
                .children(text(question::help(words, one)))
                .view(),
        )
        .view()
}
