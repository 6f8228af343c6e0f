//! "Your answers": every answer with a Change link, and those that are kept but not used.

use super::aside;
use crate::app::parts::doc::{blocks, title};
use crate::app::parts::el::{View, classed, el};
use crate::app::session::Session;
use crate::document::Route;
use crate::document::answers::{Interview, Row, answers};
use crate::document::ledger;
use crate::domain::Lens;
use crate::domain::interview::Question;
use crate::domain::logs::Log;
use crate::domain::questions::{ASSESS, HANDLE, RECORD, RESPOND, SITUATION};

/// The page.
#[inline(never)]
pub fn page(session: Session) -> View {
    let words = session.words;
    let given = session.answers_now();
    let mut interviews: Vec<Interview<'_>> = vec![
        (SITUATION, Route::SituationQuestion),
        (ASSESS, Route::AssessQuestion),
        (RECORD, |_| Route::Log(Log::Steps)),
    ];
    // A question that two interviews share is changed where the person answered it: the lens that was begun comes first.
    let others: [Interview<'_>; 2] = [
        (RESPOND, |id| Route::LensQuestion(Lens::Respond, id)),
        (HANDLE, |id| Route::LensQuestion(Lens::Handle, id)),
    ];
    let begun = |questions: &[Question]| questions.first().is_some_and(|first| given.has(first.id));
    interviews.splice(0..0, others.into_iter().filter(|(questions, _)| begun(questions)));
    let rows = answers(words, &interviews, &given);
    let mut page = classed("div", "flow flow--wide")
        .child(title(words.t("answers.title")))
        .child(
            classed("p", "lead no-print")
                .text(words.t(if rows.used.is_empty() {
                    "answers.none"
                } else {
                    "answers.lead"
                }))
                .view(),
        );
    let case = session.case_now();
    let speaks = ledger::speaks(words, &case, case.lens);
    page = page
        .child(aside::lens(session))
        .children(blocks(words, speaks.into_iter().collect()));
    if !rows.used.is_empty() {
        page = page.child(table(session, rows.used));
    }
    if !rows.aside.is_empty() {
        page = page
            .child(el("h2").text(words.t("assess.answers.aside")).view())
            .child(table(session, rows.aside));
    }
    let mut ways = vec![
        (Route::Result, "answers.to-result"),
        (Route::Plan, "answers.to-plan"),
    ];
    if begun(RESPOND) {
        ways.insert(0, (Route::LensPlan(Lens::Respond), "lens.respond.end"));
    }
    if begun(HANDLE) {
        ways.insert(0, (Route::LensPlan(Lens::Handle), "lens.handle.end"));
    }
    let ways = ways.into_iter().map(|(route, id)| {
        classed("a", "button button--quiet")
            .attr("href", route.href())
            .text(words.t(id))
            .view()
    });
    page.child(classed("div", "row").children(ways).view())
        .child(
            classed("div", "flow no-print")
                .child(el("h2").text(words.t("ledger.aside")).view())
                .child(aside::links(session))
                .view(),
        )
        .view()
}

fn table(session: Session, rows: Vec<Row>) -> View {
    let words = session.words;
    let case = session.case_now();
    let rows = rows.into_iter().map(|row| {
        let counts = ledger::says(words, &case, row.question).map(|how| {
            classed("div", "quiet")
                .text(words.fill("ledger.counts", &[("how", how)]))
                .view()
        });
        let said = row
            .answer
            .into_iter()
            .map(|line| classed("div", "own").text(line).view())
            .chain(counts);
        let name = words.fill("answers.change-this", &[("name", row.name)]);
        let change = classed("a", "alone")
            .attr("href", row.change.href())
            .attr("aria-label", name)
            .text(words.t("answers.change"));
        el("tr")
            .child(el("th").attr("scope", "row").text(row.name).view())
            .child(el("td").children(said).view())
            .child(el("td").child(change.view()).view())
            .view()
    });
    classed("table", "who")
        .child(el("tbody").children(rows).view())
        .view()
}
