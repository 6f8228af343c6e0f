//! What stands beside the answers of a case: from which side one looks at it, its logs, the hand-over copy.

use super::tools::list;
use crate::app::parts::doc::link;
use crate::app::parts::el::{View, classed, el};
use crate::app::session::Session;
use crate::document::{Flow, Route, logs};
use crate::domain::Words;
use crate::domain::lens::Lens;
use crate::domain::logs::Log;

/// The three sides, with their names.
pub fn lenses(words: &'static Words) -> Vec<(&'static str, &'static str)> {
    let name = |lens: Lens| words.t(&format!("case.lens-is.{}", lens.key()));
    Lens::ALL.map(|lens| (lens.key(), name(lens))).to_vec()
}

/// The quiet switch: who am I in this situation?
pub fn lens(session: Session) -> View {
    let words = session.words;
    let now = session.case_now().lens.key();
    let chosen = move |key: String| session.set_lens(Lens::parse(&key).unwrap_or_default());
    // The page can be read in any tab; where another one writes, nothing would be kept, as the status line says.
    let choice = list("lens", lenses(words), now, Box::new(chosen))
        .live_attr("disabled", move || (!session.is_writer()).then(String::new));
    classed("div", "field no-print")
        .child(el("label").attr("for", "lens").text(words.t("case.lens")).view())
        .child(choice.view())
        .child(classed("p", "quiet").text(words.t("case.lens-note")).view())
        .view()
}

/// A sentence, and the way to the questions of this side.
pub fn begin(words: &'static Words, side: Lens, says: &str) -> View {
    let [name, ..] = Flow::of(side).ids();
    classed("p", "notice")
        .text(words.t(says))
        .text(" ")
        .child(
            el("a")
                .attr("href", Flow::of(side).start().href())
                .text(words.t(name))
                .view(),
        )
        .view()
}

/// Links to the logs and to the answers.
pub fn links(session: Session) -> View {
    let words = session.words;
    let logs = Log::ALL.map(|log| (Route::Log(log), logs::name(words, log, "title")));
    let others = [
        (Route::Names, words.t("names.title")),
        (Route::Answers, words.t("answers.title")),
        (Route::HandOver, words.t("handover.make")),
    ];
    let here = session.route_now();
    let items = logs.into_iter().chain(others).filter(|(route, _)| *route != here);
    classed("ul", "beside")
        .children(items.map(|(route, name)| el("li").child(link(&route, name)).view()))
        .view()
}

/// A question with radio buttons.
pub fn radios(
    ask: &str,
    name: &'static str,
    options: Vec<(&'static str, &'static str)>,
    now: &str,
    chosen: impl Fn(&'static str) + Copy + 'static,
) -> View {
    let rows = options.into_iter().map(|(key, says)| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", name)
            .attr("value", key)
            .flag("checked", key == now)
            .on("change", move |_| chosen(key));
        classed("label", "choice")
            .child(input.view())
            .child(el("span").text(says).view())
            .view()
    });
    classed("fieldset", "copies flow")
        .child(classed("legend", "field__label").text(ask).view())
        .child(classed("div", "choices").children(rows).view())
        .view()
}
