//! How hard the guide is to read: a measured figure for every page of a language, with the formula that is known for it.
//!
//! In: the words of a locale. Out: figures by page. English: the Flesch-Kincaid grade (years of schooling; lower secondary school is
//! 7 to 9). French, Spanish, Russian: LIX (words a sentence, and the percentage of words with more than six letters; up to 30 very
//! easy, to 40 easy, to 50 middling). Arabic and Chinese: the length of a sentence, for want of a formula that is agreed on.
//!
//! What is measured is running text. Headings, labels and addresses are no sentences. A term that is a link to its explanation, the
//! number of a clause and the name of a principle count as one short word each: they are names, explained where they lead.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::screens;
use super::walk::{self, Piece};
use crate::document::inline::{Inline, Text};
use crate::document::{Doc, Route};
use crate::domain::Words;

/// Pages with fewer words than this have no figure: a formula means nothing for a line or two.
pub const LEAST_WORDS: usize = 60;

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formula {
    /// Flesch-Kincaid grade.
    Grade,
    /// LIX.
    Lix,
    /// Words a sentence.
    Words,
    /// Characters a sentence.
    Characters,
}

impl Formula {
    /// That of a language.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        match tag {
            "en" => Self::Grade,
            "ar" => Self::Words,
            "zh" => Self::Characters,
            _ => Self::Lix,
        }
    }

    /// Its name in a table.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Grade => "Flesch-Kincaid grade",
            Self::Lix => "LIX",
            Self::Words => "words a sentence",
            Self::Characters => "characters a sentence",
        }
    }
}

/// What was counted in some text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Sentences.
    pub sentences: usize,
    /// Words; in Chinese, where none are set apart, none.
    pub words: usize,
    /// Syllables, as English counts them.
    pub syllables: usize,
    /// Words of more than six letters.
    pub long: usize,
    /// Chinese characters.
    pub characters: usize,
}

impl Count {
    /// Counts a paragraph.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut count = Self::default();
        for sentence in text.split_inclusive(ends_sentence) {
            let before = count.words + count.characters;
            count.characters += sentence.chars().filter(|c| is_han(*c)).count();
            for word in sentence.split(|c: char| {
                !(c.is_alphanumeric()
                    || "’'-\u{64b}\u{64c}\u{64d}\u{64e}\u{64f}\u{650}\u{651}\u{652}".contains(c))
            }) {
                let letters = word
                    .chars()
                    .filter(|c| c.is_alphanumeric() && !is_han(*c))
                    .count();
                if letters == 0 {
                    continue;
                }
                count.words += 1;
                count.syllables += syllables(word);
                count.long += usize::from(letters > 6);
            }
            count.sentences += usize::from(count.words + count.characters > before);
        }
        count
    }

    fn add(&mut self, other: Self) {
        self.sentences += other.sentences;
        self.words += other.words;
        self.syllables += other.syllables;
        self.long += other.long;
        self.characters += other.characters;
    }

    /// The figure.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
    pub fn figure(&self, formula: Formula) -> f64 {
        let (words, sentences) = (self.words.max(1) as f64, self.sentences.max(1) as f64);
        match formula {
            Formula::Grade => 0.39 * words / sentences + 11.8 * self.syllables as f64 / words - 15.59,
            Formula::Lix => words / sentences + 100.0 * self.long as f64 / words,
            Formula::Words => words / sentences,
            Formula::Characters => self.characters as f64 / sentences,
        }
    }
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '؟' | '。' | '！' | '？')
}

fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

/// The syllables of an English word: groups of vowels, but for a silent ending.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let letters: Vec<char> = word.chars().filter(char::is_ascii_lowercase).collect();
    let vowel = |c: char| "aeiouy".contains(c);
    let groups = letters
        .iter()
        .enumerate()
        .filter(|(at, c)| vowel(**c) && (*at == 0 || !vowel(letters[at - 1])))
        .count();
    let silent = match letters[..] {
        [.., before, 'l', 'e'] if !vowel(before) => false,
        [.., before, 'e', 'd'] => !vowel(before) && before != 't' && before != 'd',
        [.., before, 'e'] => !vowel(before),
        _ => false,
    };
    groups.saturating_sub(usize::from(silent)).max(1)
}

/// Running text as it is read, names that are explained where they lead as one short word.
fn plain(text: &Text) -> String {
    let mut line = String::new();
    for piece in text {
        match piece {
            Inline::Str(part) => line.push_str(part),
            Inline::Clause(_) | Inline::Principle(..) | Inline::Link(Route::Term(_), _) => line.push('x'),
            Inline::Link(_, name) => line.push_str(name),
            Inline::Unknown(_) => {}
        }
    }
    line
}

/// What was counted on every screen, by its address; a screen that answers change is all that it can say, each sentence once.
#[must_use]
pub fn counts(screens: &[(Route, Doc)]) -> BTreeMap<String, Count> {
    let mut said: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (route, doc) in screens {
        let lines = said.entry(route.href()).or_default();
        walk::pieces(doc, &mut |piece| {
            if let Piece::Running(text) = piece {
                lines.insert(plain(text));
            }
        });
    }
    let counted = said.into_iter().map(|(address, lines)| {
        let mut all = Count::default();
        for line in &lines {
            all.add(Count::of(line));
        }
        (address, all)
    });
    counted.collect()
}

/// The figures of the screens of one language: of everything together, and of each page that has one, the hardest first.
#[must_use]
pub fn figures(tag: &str, screens: &[(Route, Doc)]) -> (f64, Vec<(String, f64)>) {
    let formula = Formula::of(tag);
    let mut all = Count::default();
    let mut pages = Vec::new();
    for (address, count) in counts(screens) {
        all.add(count);
        if count.words.max(count.characters) >= LEAST_WORDS {
            pages.push((address, count.figure(formula)));
        }
    }
    pages.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    (all.figure(formula), pages)
}

/// A table of one language: everything, the page in the middle, and the hardest ones.
#[must_use]
pub fn table(words: &Words, rows: usize) -> String {
    let tag = words.locale();
    let (all, pages) = figures(tag, &screens::all(words));
    let middle = pages.get(pages.len() / 2).map_or(0.0, |(_, figure)| *figure);
    let mut out = format!(
        "## {tag}: {}\n\n| page | figure |\n|---|---|\n| all {} together | {all:.1} |\n| the one in the middle | {middle:.1} |\n",
        Formula::of(tag).name(),
        pages.len(),
    );
    for (address, figure) in pages.iter().take(rows) {
        let _ = writeln!(out, "| `{address}` | {figure:.1} |");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_sentences_and_syllables_are_counted_as_a_reader_would() {
        for (word, count) in [
            ("table", 2),
            ("asked", 1),
            ("wanted", 2),
            ("committee", 3),
            ("one", 1),
            ("be", 1),
            ("people", 2),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
        let count = Count::of("Nobody asks. You can wait, and you can come back!");
        assert_eq!((count.sentences, count.words, count.long), (2, 10, 0));
        let count = Count::of("您可以等。也可以再来。");
        assert_eq!((count.sentences, count.words, count.characters), (2, 0, 9));
        assert!(Count::of("").figure(Formula::Grade).is_finite());
    }
}
