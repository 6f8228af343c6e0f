//! The map as a list: the same places, states and ways as the drawing, for screen readers and paper.
//!
//! In: a [`Map`]. Out: a [`Doc`] with one trail for each part of the process.

use super::inline::{Inline, Text, parse};
use super::{Block, Doc, Mark, MarkState, Route};
use crate::domain::Words;
use crate::domain::map::{Map, Part, Place, PlaceState, Spot};

/// The map as a page.
#[must_use]
pub fn map(words: &Words, map: &Map) -> Doc {
    let side = words.t(&format!("case.lens-is.{}", map.lens.key()));
    let mut blocks = vec![
        Block::Lead(parse(words, words.t("map.lead"))),
        Block::Quiet(parse(words, &words.fill("map.side", &[("side", side)]))),
    ];
    let here = map.spots.iter().filter(|spot| spot.state == PlaceState::Now);
    let mut names: Vec<Text> = here
        .map(|spot| vec![Inline::Str(name(words, spot.place).to_owned())])
        .collect();
    if names.is_empty() {
        names.push(parse(words, words.t("map.nowhere")));
    }
    blocks.push(Block::Heading(2, words.t("map.here").to_owned()));
    blocks.push(Block::List(names));
    for part in Part::ALL {
        blocks.push(Block::Heading(
            2,
            words.t(&format!("map.part.{}", part.key())).to_owned(),
        ));
        let (others, yours): (Vec<Spot>, Vec<Spot>) = map
            .spots
            .iter()
            .filter(|spot| spot.place.part() == part)
            .partition(|spot| spot.state == PlaceState::NotYours);
        if !yours.is_empty() {
            blocks.push(Block::Trail(
                yours.iter().map(|spot| mark(words, map, *spot)).collect(),
            ));
        }
        if !others.is_empty() {
            blocks.push(Block::Heading(3, state(words, PlaceState::NotYours).to_owned()));
            blocks.push(Block::List(
                others.iter().map(|spot| title(words, spot.place)).collect(),
            ));
        }
    }
    blocks.push(Block::Actions(vec![
        (Route::plan(map.lens), words.t("map.to-plan").to_owned()),
        (Route::page("process"), words.t("map.to-process").to_owned()),
    ]));
    Doc {
        title: words.t("map.title").to_owned(),
        blocks,
    }
}

/// The name of a place.
#[must_use]
pub fn name(words: &Words, place: Place) -> &'static str {
    words.t(&format!("map.place.{}", place.key()))
}

/// How a place stands, in a word or two.
#[must_use]
pub fn state(words: &Words, state: PlaceState) -> &'static str {
    words.t(&format!("map.state.{}", state.key()))
}

/// Name and clauses of a place.
fn title(words: &Words, place: Place) -> Text {
    let mut title = vec![Inline::Str(format!("{} (", name(words, place)))];
    for (at, &clause) in place.clauses().iter().enumerate() {
        if at > 0 {
            title.push(Inline::Str(", ".to_owned()));
        }
        title.push(Inline::Clause(clause));
    }
    title.push(Inline::Str(")".to_owned()));
    title
}

/// A place as a mark, and below it where it can lead.
fn mark(words: &Words, map: &Map, spot: Spot) -> Mark {
    let state = match spot.state {
        PlaceState::Done => MarkState::Done,
        PlaceState::Now => MarkState::Now,
        PlaceState::Open => MarkState::Open,
        PlaceState::Locked | PlaceState::NotYours => MarkState::Locked,
    };
    let next: Vec<&str> = map
        .ways
        .iter()
        .filter(|(from, _)| *from == spot.place)
        .map(|(_, to)| name(words, *to))
        .collect();
    let note = if next.is_empty() {
        Text::new()
    } else {
        parse(
            words,
            &words.fill("map.leads-to", &[("places", &words.joined(&next))]),
        )
    };
    Mark {
        state,
        name: title(words, spot.place),
        note,
    }
}
