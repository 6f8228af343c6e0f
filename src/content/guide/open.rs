//! Where the texts are silent: the open points.

use super::{door, heading, items, lead, official, paras};
use crate::document::inline::parse;
use crate::document::{Block, Doc, Route, Voice};
use crate::domain::pack::PARAGRAPH;
use crate::domain::{OpenPoint, Words};

/// The list of open points.
#[must_use]
pub fn open_points(words: &Words) -> Doc {
    let mut blocks = lead(words, "open.lead");
    let doors = OpenPoint::ALL.iter().map(|point| {
        let key = point.key();
        let title = words.t(&format!("open.{key}.title")).to_owned();
        door(
            Route::open_point(*point),
            title,
            parse(words, first(words.t(&format!("open.{key}.case")))),
        )
    });
    blocks.push(Block::Doors(doors.collect()));
    blocks.push(official(words));
    Doc {
        title: words.t("open.title").to_owned(),
        blocks,
    }
}

pub(super) fn first(text: &str) -> &str {
    text.split(PARAGRAPH).next().unwrap_or(text)
}

/// One open point, with the three labels.
#[must_use]
pub fn open_point(words: &Words, point: OpenPoint) -> Doc {
    let key = point.key();
    let mut blocks = lead(words, &format!("open.{key}.case"));
    blocks.push(Block::Voice(
        Voice::Says,
        items(words, &format!("open.{key}.says")),
    ));
    blocks.push(Block::Voice(
        Voice::Silent,
        items(words, &format!("open.{key}.silent")),
    ));
    blocks.push(Block::Voice(
        Voice::Suggests,
        items(words, &format!("open.{key}.suggests")),
    ));
    blocks.push(heading(words, "guide.settles"));
    blocks.extend(paras(words, &format!("open.{key}.settles")));
    blocks.push(Block::Actions(vec![(
        Route::page("open"),
        words.t("guide.all-open").to_owned(),
    )]));
    blocks.push(official(words));
    Doc {
        title: words.t(&format!("open.{key}.title")).to_owned(),
        blocks,
    }
}
