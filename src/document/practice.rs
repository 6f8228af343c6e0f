//! Practice cards as blocks: a whole card for the build's checks, and its parts for the screen and for the printed set.

use super::inline::{Text, paragraphs, parse};
use super::{Block, Doc};
use crate::domain::Words;
use crate::domain::practice::Card;

/// The title of the card with this id, if there is one.
#[must_use]
pub fn title(words: &Words, id: &str) -> Option<&'static str> {
    words.get(&format!("practice.card.{id}.title"))
}

/// What happens.
#[must_use]
pub fn story(words: &Words, card: &Card) -> Vec<Block> {
    let story = words.t(&format!("practice.card.{}.story", card.id));
    paragraphs(words, story).into_iter().map(Block::Para).collect()
}

/// What is asked.
#[must_use]
pub fn ask(words: &Words, card: &Card) -> &'static str {
    words.t(&format!("practice.card.{}.ask", card.id))
}

/// A choice in a sentence.
#[must_use]
pub fn say(words: &Words, card: &Card, option: &str) -> &'static str {
    words.t(&format!("practice.card.{}.option.{option}.say", card.id))
}

/// What the texts say about a choice, where they are silent, and what we would suggest.
#[must_use]
pub fn answer(words: &Words, card: &Card, option: &str) -> Text {
    parse(
        words,
        words.t(&format!("practice.card.{}.option.{option}.answer", card.id)),
    )
}

/// Whose place one takes.
#[must_use]
pub fn side(words: &Words, side: &str) -> &'static str {
    words.t(&format!("practice.page.side.{side}"))
}

/// What the scene was written as and about: for after the answer.
#[must_use]
pub fn about(words: &Words, card: &Card) -> Block {
    let principles = card.principles.iter().map(|at| format!("{{P{}}}", at.number()));
    let clauses = card.clauses.iter().map(|at| format!("{{{}}}", at.number()));
    let marks: Vec<String> = principles.chain(clauses).collect();
    let kind = words.t(&format!("practice.page.kind.{}", card.kind));
    let about = words.fill(
        "practice.page.about",
        &[("kind", kind), ("marks", &marks.join(", "))],
    );
    Block::Quiet(parse(words, &about))
}

/// A scene of the printed set: what happens, what is asked, the choices by number.
#[must_use]
pub fn scene(words: &Words, card: &Card) -> Vec<Block> {
    let mut blocks = vec![Block::Quiet(parse(words, side(words, card.side)))];
    blocks.extend(story(words, card));
    blocks.push(Block::Lead(parse(words, ask(words, card))));
    let choices = card.options.iter();
    blocks.push(Block::Steps(
        choices
            .map(|option| parse(words, say(words, card, option)))
            .collect(),
    ));
    blocks
}

/// The answers of the printed set, under the numbers of the choices.
#[must_use]
pub fn answers(words: &Words, card: &Card) -> Vec<Block> {
    let answers = card.options.iter().map(|option| answer(words, card, option));
    vec![Block::Steps(answers.collect()), about(words, card)]
}

/// A whole card, as the build sees it.
#[must_use]
pub fn card(words: &Words, card: &Card) -> Doc {
    let mut blocks = scene(words, card);
    blocks.extend(answers(words, card));
    Doc {
        title: title(words, card.id).unwrap_or_default().to_owned(),
        blocks,
    }
}
