//! A formal request that cannot begin yet: why, what stands and what is missing, and where each is put right.

use crate::app::parts::doc::{link, text, title};
use crate::app::parts::el::{View, classed, el, nothing};
use crate::app::session::Session;
use crate::document::inline::parse;
use crate::document::plan::labelled;
use crate::document::{Route, logs};
use crate::domain::interview::path;
use crate::domain::lens::Lens;
use crate::domain::letters::{Need, formal_needs};
use crate::domain::routing::Said;

/// The page.
pub fn page(session: Session, why: Said) -> View {
    let words = session.words;
    let (lens, needs) = formal_needs(&session.case_now());
    let rows = needs.into_iter().map(|need| row(session, lens, need));
    let others = classed("a", "button button--quiet")
        .attr("href", Route::WriteAs(lens).href())
        .text(words.t("write.locked-other"));
    let plan = classed("a", "button button--quiet")
        .attr("href", Route::plan(lens).href())
        .text(words.t("departure.to-plan"));
    classed("div", "flow")
        .child(title(words.t("write.locked")))
        .child(
            classed("p", "lead")
                .children(text(parse(words, words.t("write.locked-lead"))))
                .view(),
        )
        .child(classed("p", "notice").children(text(labelled(words, why))).view())
        .child(classed("ul", "needs flow").children(rows).view())
        .child(
            classed("div", "row")
                .child(plan.view())
                .child(others.view())
                .view(),
        )
        .view()
}

/// One thing that it needs: its name, whether it stands, what it is, and the ways to put it right.
fn row(session: Session, lens: Lens, need: Need) -> View {
    let words = session.words;
    let id = format!("write.needs.{}", need.key);
    let state = words.t(if need.there {
        "write.locked-there"
    } else {
        "write.locked-missing"
    });
    let asked = path(lens.questions(), &session.answers_now())
        .iter()
        .any(|question| question.id == need.question);
    let question = asked.then(|| {
        let route = match lens {
            Lens::Raise => Route::SituationQuestion(need.question.to_owned()),
            other => Route::LensQuestion(other, need.question.to_owned()),
        };
        link(&route, words.t(&format!("question.{}.short", need.question)))
    });
    let log = need
        .log
        .map(|log| link(&Route::Log(log), logs::name(words, log, "title")));
    let ways: Vec<View> = log
        .into_iter()
        .chain(question)
        .map(|way| el("li").child(way).view())
        .collect();
    let ways = if need.there || ways.is_empty() {
        nothing()
    } else {
        classed("ul", "beside").children(ways).view()
    };
    el("li")
        .child(el("strong").text(words.t(&format!("{id}.name"))).view())
        .child(classed("span", "quiet").text(format!(" – {state}")).view())
        .child(
            el("p")
                .children(text(parse(words, words.t(&format!("{id}.text")))))
                .view(),
        )
        .child(ways)
        .view()
}
