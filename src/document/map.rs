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
    let mut blocks = vec![Block::Lead(parse(words, words.t("map.lead")))];
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
        let spots = map.spots.iter().filter(|spot| spot.place.part() == part);
        blocks.push(Block::Trail(spots.map(|spot| mark(words, map, *spot)).collect()));
    }
    blocks.push(Block::Actions(vec![
        (Route::Plan, words.t("map.to-plan").to_owned()),
        (Route::Process, words.t("map.to-process").to_owned()),
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

/// A place: name and clauses, and below its state and where it can lead.
fn mark(words: &Words, map: &Map, spot: Spot) -> Mark {
    let state = match spot.state {
        PlaceState::Done => MarkState::Done,
        PlaceState::Now => MarkState::Now,
        PlaceState::Open => MarkState::Open,
        PlaceState::Locked | PlaceState::NotYours => MarkState::Locked,
    };
    let mut title = vec![Inline::Str(format!("{} (", name(words, spot.place)))];
    for (at, &clause) in spot.place.clauses().iter().enumerate() {
        if at > 0 {
            title.push(Inline::Str(", ".to_owned()));
        }
        title.push(Inline::Clause(clause));
    }
    title.push(Inline::Str(")".to_owned()));
    let mut note = parse(words, words.t(&format!("map.state.{}", spot.state.key())));
    let next: Vec<&str> = map
        .ways
        .iter()
        .filter(|(from, _)| *from == spot.place)
        .map(|(_, to)| name(words, *to))
        .collect();
    if !next.is_empty() {
        let leads = words.fill("map.leads-to", &[("places", &next.join("; "))]);
        note.push(Inline::Str(" ".to_owned()));
        note.extend(parse(words, &leads));
    }
    Mark {
        state,
        name: title,
        note,
    }
}
