//! Practice: invented scenes from every side of the table, and which of them somebody has thought about.
//!
//! In: the words of a locale, whose second pack holds the cards as one text, a card a line (see [`Card::read`]). Out: cards, those
//! that a filter shows, the next one to look at, and a [`Progress`] as text. Nothing is scored: an answer is a choice, and what
//! the texts say about it stands with the choice in the words.

use super::pack::PARAGRAPH;
use super::sorted::Sorted;
use super::{Clause, Principle, Words};

/// Whose place one takes in a scene, in the order in which they are offered. Their words: `practice.page.side.<key>`.
pub const SIDES: [&str; 7] = [
    "target",
    "witness",
    "concerned",
    "handler",
    "chair",
    "leader",
    "tpm",
];

/// What a scene was written as. Their words: `practice.page.kind.<key>`.
pub const KINDS: [&str; 4] = ["touches", "grey", "innocent", "process"];

/// Stands for an empty list in a line.
pub const NONE: &str = "-";

/// One card. Its words stand under `practice.card.<id>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its id, which stands in its address.
    pub id: &'static str,
    /// One of [`SIDES`].
    pub side: &'static str,
    /// One of [`KINDS`].
    pub kind: &'static str,
    /// The principles that it was written about; none where it is about the steps of the process.
    pub principles: Vec<Principle>,
    /// The clauses that it was written about.
    pub clauses: Vec<Clause>,
    /// The keys of its choices, in their order.
    pub options: Vec<&'static str>,
}

impl Card {
    /// Reads one line: `id side kind 3,4 1.3,4.2.2 now,break,write`. Numbers that there are not are left out.
    #[must_use]
    pub fn read(line: &'static str) -> Option<Self> {
        let mut parts = line.split(' ');
        let mut part = || parts.next();
        let card = Self {
            id: part()?,
            side: part()?,
            kind: part()?,
            principles: part()?.split(',').filter_map(Principle::parse).collect(),
            clauses: part()?.split(',').filter_map(Clause::parse).collect(),
            options: part()?.split(',').filter(|key| is_key(key)).collect(),
        };
        (part().is_none() && is_key(card.id) && !card.options.is_empty()).then_some(card)
    }
}

/// All cards, in the order in which they were written; none while the second pack is not there.
#[must_use]
pub fn cards(words: &Words) -> Vec<Card> {
    let lines = words.get("logic.practice").unwrap_or_default();
    lines.split(PARAGRAPH).filter_map(Card::read).collect()
}

/// Which cards are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// From one side only.
    pub side: Option<&'static str>,
    /// About one principle only.
    pub principle: Option<Principle>,
}

impl Filter {
    /// Whether it shows this card.
    #[must_use]
    pub fn shows(self, card: &Card) -> bool {
        self.side.is_none_or(|side| side == card.side)
            && self
                .principle
                .is_none_or(|principle| card.principles.contains(&principle))
    }
}

/// The first card shown that has no answer yet, beginning behind the one `after` and going round; never that one itself.
#[must_use]
pub fn next<'c>(
    cards: &'c [Card],
    filter: Filter,
    progress: &Progress,
    after: Option<&str>,
) -> Option<&'c Card> {
    let at = cards.iter().position(|card| Some(card.id) == after);
    let (before, behind) = cards.split_at(at.map_or(0, |at| at + 1));
    behind
        .iter()
        .chain(before)
        .find(|card| Some(card.id) != after && filter.shows(card) && progress.answer(card).is_none())
}

/// What was chosen last, card by card. Cards that this version does not have are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress(Sorted<String>);

/// How its text begins: what it is, and the version of the form.
const FORM: &str = "practice 1";

impl Progress {
    /// Reads the text of [`Progress::write`]; `None` for any other, so that it is left as it lies.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut read = Self::default();
        let mut last = "";
        let mut rest = text.strip_prefix(FORM)?;
        while !rest.is_empty() {
            let pairs = rest.strip_prefix(' ')?;
            let (pair, _) = pairs.split_once(' ').unwrap_or((pairs, ""));
            let (card, option) = pair.split_once('=')?;
            if !is_key(card) || !is_key(option) || card <= last {
                return None;
            }
            read.choose(card, option);
            last = card;
            rest = &pairs[pair.len()..];
        }
        Some(read)
    }

    /// The text that is kept: `practice 1 cut-off=now minutes=ask`, in the order of the ids.
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = FORM.to_owned();
        for (card, option) in self.0.iter() {
            for piece in [" ", card, "=", option] {
                text.push_str(piece);
            }
        }
        text
    }

    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().len() == 0
    }

    /// Notes a choice in place of the one before.
    pub fn choose(&mut self, card: &str, option: &str) {
        self.0.insert(card.to_owned(), option.to_owned());
    }

    /// What was chosen on this card; nothing where the card does not have that choice any more.
    #[must_use]
    pub fn answer(&self, card: &Card) -> Option<&'static str> {
        let chosen = self.0.get(card.id)?;
        card.options.iter().copied().find(|option| option == chosen)
    }

    /// Adds what `newer` holds, which counts where both have an answer.
    pub fn merge(&mut self, newer: &Self) {
        for (card, option) in newer.0.iter() {
            self.choose(card, option);
        }
    }
}

/// Small letters, digits and dashes: what ids and keys are made of.
#[must_use]
pub fn is_key(word: &str) -> bool {
    let of_key = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !word.is_empty() && word != NONE && word.bytes().all(of_key)
}
