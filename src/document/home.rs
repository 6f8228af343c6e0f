//! The first page: the three jobs and the other reasons to come.

use super::inline::{Inline, parse};
use super::{Block, Doc, Door, Reason, Route};
use crate::domain::Words;

/// The page.
#[must_use]
pub fn home(words: &Words) -> Doc {
    let jobs = [
        (
            Route::Assess,
            ["home.assess.name", "home.assess.text", "home.assess.time"],
        ),
        (
            Route::Write,
            ["home.write.name", "home.write.text", "home.write.time"],
        ),
        (
            Route::Situation,
            ["home.plan.name", "home.plan.text", "home.plan.time"],
        ),
    ];
    let doors = jobs.map(|(route, [name, text, time])| Door {
        route,
        name: words.t(name).to_owned(),
        note: parse(words, words.t(text)),
        aside: words.t(time).to_owned(),
    });
    let others = Reason::ALL.map(|reason| {
        let title = words.t(&format!("reason.{}.title", reason.key())).to_owned();
        vec![Inline::Link(Route::reason(reason), title)]
    });
    Doc {
        title: words.t("home.title").to_owned(),
        blocks: vec![
            Block::Lead(parse(words, words.t("home.lead"))),
            Block::Doors(Vec::from(doors)),
            Block::Heading(2, words.t("home.other-title").to_owned()),
            Block::List(Vec::from(others)),
            Block::Quiet(parse(words, words.t("home.danger"))),
            Block::Quiet(parse(words, words.t("home.device"))),
        ],
    }
}
