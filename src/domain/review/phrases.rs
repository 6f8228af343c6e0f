//! Phrase patterns, found in one walk over a text: a word calls up only the patterns that may begin with it.
//!
//! A pattern is words in small letters, a blank between them where the script has one. `a|b` is one of them, `word?` may be missing, `*` is one word
//! whatever it is, and `...` (once) up to eight words of the same sentence. A phrase never crosses the end of a sentence
//! or a quotation mark; commas and dashes in words do not count.

use super::tokens::{QUOTED, Token};
use super::vocabulary::Vocabulary;
use crate::domain::alphabet::is_ideograph;
use crate::domain::sorted::sorted;

/// Words a `...` may stand for, and how near an exception must be.
const NEAR: usize = 8;

/// What a path through the tree means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    /// A rule's phrase.
    Phrase,
    /// A rule's exception.
    Unless,
    /// The first half of a phrase with a gap; its number.
    Head(u16),
    /// The second half.
    Tail(u16),
}

/// A place where a rule's phrase stands, in tokens.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// The rule, by its place in the table.
    pub rule: u8,
    /// Its first token.
    pub from: usize,
    /// Its last token.
    pub to: usize,
}

/// One place of a pattern: the words that fit, as a range of the pool; an empty range is `*`.
#[derive(Clone, Copy, Debug)]
struct Slot {
    from: u32,
    to: u32,
    optional: bool,
}

/// One pattern, or half of one.
#[derive(Clone, Copy, Debug)]
struct Pattern {
    from: u32,
    to: u32,
    rule: u8,
    meaning: Meaning,
}

/// All patterns.
#[derive(Debug, Default)]
pub struct Phrases {
    pool: Vec<u16>,
    slots: Vec<Slot>,
    patterns: Vec<Pattern>,
    /// Which patterns may begin with a word: pairs sorted by word.
    starts: Vec<(u16, u16)>,
    gaps: u16,
}

impl Phrases {
    /// Adds a rule's pattern.
    pub fn add(&mut self, words: &mut Vocabulary, rule: u8, pattern: &'static str) {
        if let Some((head, tail)) = pattern.split_once(" ... ") {
            self.gaps += 1;
            self.path(words, head, rule, Meaning::Head(self.gaps - 1));
            self.path(words, tail, rule, Meaning::Tail(self.gaps - 1));
        } else {
            self.path(words, pattern, rule, Meaning::Phrase);
        }
    }

    /// Adds a rule's exception.
    pub fn except(&mut self, words: &mut Vocabulary, rule: u8, pattern: &'static str) {
        self.path(words, pattern, rule, Meaning::Unless);
    }

    fn path(&mut self, words: &mut Vocabulary, pattern: &'static str, rule: u8, meaning: Meaning) {
        let number = place(self.patterns.len());
        let from = place32(self.slots.len());
        let mut first = true;
        for piece in pattern.split_ascii_whitespace().flat_map(places) {
            let (piece, optional) = piece
                .strip_suffix('?')
                .map_or((piece, false), |piece| (piece, true));
            let start = self.pool.len();
            let fitting = piece.split('|').filter(|word| *word != "*");
            let numbers = fitting.map(|word| words.number(word));
            self.pool.extend(sorted(numbers, |a, b| a > b));
            if first {
                self.starts
                    .extend(self.pool[start..].iter().map(|word| (*word, number)));
            }
            first &= optional;
            self.slots.push(Slot {
                from: place32(start),
                to: place32(self.pool.len()),
                optional,
            });
        }
        self.patterns.push(Pattern {
            from,
            to: place32(self.slots.len()),
            rule,
            meaning,
        });
    }

    /// Closes the collection.
    pub fn close(&mut self) {
        self.starts = sorted(std::mem::take(&mut self.starts), |a, b| a > b);
    }

    /// Every place where a phrase stands and no exception of its rule is near; overlapping ones of a rule as one.
    pub fn find(&self, tokens: &[Token], rules: usize) -> Vec<Hit> {
        let mut found = Found {
            hits: Vec::new(),
            unless: vec![Vec::new(); rules],
            heads: vec![None; self.gaps.into()],
        };
        for (at, token) in tokens
            .iter()
            .enumerate()
            .filter(|(_, token)| token.word != 0 && !token.is(QUOTED))
        {
            let first = self.starts.partition_point(|(word, _)| *word < token.word);
            for (_, number) in self.starts[first..]
                .iter()
                .take_while(|(word, _)| *word == token.word)
            {
                let pattern = self.patterns[usize::from(*number)];
                let slots = &self.slots[pattern.from as usize..pattern.to as usize];
                if let Some(to) = self.fits(slots, tokens, at, token.sentence).filter(|to| *to > at) {
                    found.note(
                        tokens,
                        Hit {
                            rule: pattern.rule,
                            from: at,
                            to: to - 1,
                        },
                        pattern.meaning,
                    );
                }
            }
        }
        let Found { mut hits, unless, .. } = found;
        hits.retain(|hit| !excepted(&unless[usize::from(hit.rule)], tokens, hit));
        hits = sorted(hits, |a, b| (a.rule, a.from, b.to) > (b.rule, b.from, a.to));
        hits.dedup_by(|next, kept| {
            let same = next.rule == kept.rule && next.from <= kept.to;
            if same {
                kept.to = kept.to.max(next.to);
            }
            same
        });
        hits
    }

    /// Where the longest way through these slots ends, one past its last token.
    fn fits(&self, slots: &[Slot], tokens: &[Token], at: usize, sentence: u32) -> Option<usize> {
        let Some((slot, rest)) = slots.split_first() else {
            return Some(at);
        };
        let taken = tokens.get(at).filter(|token| {
            let words = &self.pool[slot.from as usize..slot.to as usize];
            let fits = words.is_empty() || token.word != 0 && words.binary_search(&token.word).is_ok();
            fits && token.sentence == sentence && !token.is(QUOTED)
        });
        let taken = taken.and_then(|_| self.fits(rest, tokens, at + 1, sentence));
        let skipped = if slot.optional {
            self.fits(rest, tokens, at, sentence)
        } else {
            None
        };
        taken.max(skipped)
    }
}

/// The places in a piece of a pattern: one, or one for each character where those are words (`你|您总是` is three).
fn places(piece: &'static str) -> Vec<&'static str> {
    let mut made = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in piece.char_indices() {
        let joined = |c| matches!(c, '|' | '?');
        if let Some(last) = before
            && (is_ideograph(c) || is_ideograph(last))
            && !joined(c)
            && last != '|'
        {
            made.push(&piece[start..at]);
            start = at;
        }
        // After a mark the character before it decides.
        if c != '?' {
            before = Some(c);
        }
    }
    made.push(&piece[start..]);
    made
}

fn place(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

fn place32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// What was met on the way.
struct Found {
    hits: Vec<Hit>,
    unless: Vec<Vec<(usize, usize)>>,
    heads: Vec<Option<Hit>>,
}

impl Found {
    fn note(&mut self, tokens: &[Token], hit: Hit, meaning: Meaning) {
        match meaning {
            Meaning::Phrase => self.hits.push(hit),
            Meaning::Unless => self.unless[usize::from(hit.rule)].push((hit.from, hit.to)),
            Meaning::Head(gap) => self.heads[usize::from(gap)] = Some(hit),
            Meaning::Tail(gap) => {
                let head = self.heads[usize::from(gap)].filter(|head| {
                    tokens[head.to].sentence == tokens[hit.from].sentence
                        && head.to < hit.from
                        && hit.from - head.to <= NEAR + 1
                });
                self.hits.extend(head.map(|head| Hit {
                    from: head.from,
                    ..hit
                }));
            }
        }
    }
}

/// Whether an exception stands near a hit, in the same sentence. The list is sorted by its beginnings.
fn excepted(unless: &[(usize, usize)], tokens: &[Token], hit: &Hit) -> bool {
    let after = unless.partition_point(|(from, _)| *from <= hit.to + NEAR);
    unless[..after]
        .iter()
        .rev()
        .take(4)
        .any(|(from, to)| to + NEAR >= hit.from && tokens[*from].sentence == tokens[hit.from].sentence)
}
