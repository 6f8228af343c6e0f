//! "Your answers": every answer with a Change link, those that are kept but not used, and what senders of a hand-over copy answered.

use super::aside;
use crate::app::parts::doc::{blocks, title};
use crate::app::parts::el::{El, View, classed, el};
use crate::app::session::Session;
use crate::document::answers::{Row, answers, of_senders};
use crate::document::{Route, ledger};
use crate::domain::case::Case;
use crate::domain::interview::Question;
use crate::domain::{Lens, Words, senders};
use crate::export::everything::INTERVIEWS;

/// The page.
#[inline(never)]
pub fn page(session: Session) -> View {
    let words = session.words;
    let case = session.case_now();
    // A question that several interviews share is changed where it is asked of the side of this case.
    let mut asked = INTERVIEWS.to_vec();
    let first = |questions: &[Question]| questions.first().map(|first| first.id);
    let own = first(case.lens.questions());
    if let Some(at) = asked.iter().position(|(questions, _)| first(questions) == own) {
        let own = asked.remove(at);
        asked.insert(0, own);
    }
    let mut ways = on(words, case.lens, classed("div", "row"));
    for side in Lens::ALL {
        if side != case.lens && begun(&case, side) {
            ways = on(words, side, ways);
        }
    }
    let rows = answers(words, &asked, &case.answers);
    let mut page = classed("div", "flow flow--wide").child(title(words.t("answers.title")));
    if !senders::rows(&case.logs).is_empty() && !begun(&case, case.lens) {
        page = page.child(aside::begin(words, case.lens, "handover.anew"));
    }
    let lead = if rows.used.is_empty() {
        "answers.none"
    } else {
        "answers.lead"
    };
    let speaks = ledger::speaks(words, &case, case.lens);
    page = page
        .child(classed("p", "lead no-print").text(words.t(lead)).view())
        .child(aside::lens(session))
        .children(blocks(words, speaks.into_iter().collect()));
    if !rows.used.is_empty() {
        page = page.child(table(words, &case, rows.used, true));
    }
    if !rows.aside.is_empty() {
        page = page
            .child(el("h2").text(words.t("assess.answers.aside")).view())
            .child(table(words, &case, rows.aside, true));
    }
    page = page.child(ways.view());
    for told in of_senders(words, INTERVIEWS, &case.logs) {
        page = page
            .child(el("h2").text(told.title).view())
            .child(classed("p", "quiet").text(words.t("handover.sender-note")).view())
            .child(table(words, &case, told.rows, false));
    }
    page.child(
        classed("div", "flow no-print")
            .child(el("h2").text(words.t("ledger.aside")).view())
            .child(aside::links(session))
            .view(),
    )
    .view()
}

/// Whether the first question of this side was answered.
fn begun(case: &Case, side: Lens) -> bool {
    let first = side.questions().first();
    first.is_some_and(|first| case.answers.has(first.id))
}

/// Where the answers of this side lead.
fn on(words: &'static Words, side: Lens, mut row: El) -> El {
    let plan = match side {
        Lens::Raise => "answers.to-plan",
        Lens::Respond => "lens.respond.end",
        Lens::Handle => "lens.handle.end",
    };
    if side == Lens::Raise {
        row = row.child(way(words, &Route::Result, "answers.to-result"));
    }
    row.child(way(words, &Route::plan(side), plan))
}

fn way(words: &'static Words, route: &Route, id: &str) -> View {
    classed("a", "button button--quiet")
        .attr("href", route.href())
        .text(words.t(id))
        .view()
}

/// Answers. Those of somebody else are there to be read, `own` ones can be changed, and say where they count less than the ledger, or are
/// what a hand-over copy says.
fn table(words: &'static Words, case: &Case, rows: Vec<Row>, own: bool) -> View {
    let given = senders::row(&case.answers);
    let from = senders::rows(&case.logs).last();
    let rows = rows.into_iter().map(|row| {
        let id = row.question;
        let lines = row.answer.into_iter();
        let mut said = el("td").children(lines.map(|line| classed("div", "own").text(line).view()));
        let quiet = |text: &str| classed("div", "quiet").text(text).view();
        if !own {
            return el("tr").child(name(row.name)).child(said.view()).view();
        }
        if from.is_some_and(|from| senders::is_matter(id) && from.get(id) == given.get(id)) {
            said = said.child(quiet(words.t("handover.taken")));
        }
        if let Some(how) = ledger::says(words, case, id) {
            said = said.child(quiet(&words.fill("ledger.counts", &[("how", how)])));
        }
        let change = classed("a", "alone")
            .attr("href", row.change.href())
            .attr(
                "aria-label",
                words.fill("answers.change-this", &[("name", row.name)]),
            )
            .text(words.t("answers.change"));
        el("tr")
            .child(name(row.name))
            .child(said.view())
            .child(el("td").child(change.view()).view())
            .view()
    });
    classed("table", "who")
        .child(el("tbody").children(rows).view())
        .view()
}

fn name(name: &'static str) -> View {
    el("th").attr("scope", "row").text(name).view()
}
