//! A second pair of eyes: rules that point at words worth a second look, with the reason and another way to say it.
//!
//! In: a [`Draft`] and the phrases of a locale (`content/words/<locale>/review.toml`). Out: [`Hint`]s: suggestions that can
//! be put aside. It never blocks, never rates, never speaks of tone; the free account is not read at all. One pass over
//! the text that changed; nothing grows with anything else.

pub mod addresses;
mod names;
mod phrases;
mod table;
mod tokens;
mod vocabulary;

pub use table::{Grave, How, RULES, Rule};

use addresses::{Known, Reach};
use phrases::Phrases;
use tokens::{CAPS, MARKS, QUOTED, Token};
use vocabulary::{NOT_NAME, PARTICLE, SHOUT, STARTER, TITLE, Vocabulary};

use super::Words;
use super::alphabet::{is_ideograph, is_letter_or_digit, lowercase};
use super::letters::{Draft, Form, Manner, SUBJECT};
use super::sorted::sorted;

/// At most so many hints of one rule in one part: more would not help.
const PER_RULE: u8 = 5;
/// At most so many characters of the words found are repeated in a hint.
const SHOWN: usize = 80;
/// At most so many characters of a sentence are shown to either side of them.
const AROUND: usize = 120;

/// One suggestion. Words: `review.<rule>` (`title`, `why`, `try`, `example`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The rule's key.
    pub rule: &'static str,
    /// How much hangs on it.
    pub grave: Grave,
    /// The part it is about.
    pub part: &'static str,
    /// Where the words begin in that part, in bytes.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// The words found, shortened if long; empty when it is about the part as a whole.
    pub found: String,
}

impl Hint {
    /// What is kept when it is put aside: the same words are then left alone, others of the rule are not.
    #[must_use]
    pub fn key(&self) -> String {
        let mut key = self.rule.to_owned();
        key.push(':');
        key.push_str(&lowercase(&self.found));
        key
    }

    /// The sentence of this text in which it stands; what is long, only around it. Empty when it is about the text as a whole, or
    /// about another one.
    #[must_use]
    pub fn sentence<'a>(&self, text: &'a str) -> &'a str {
        let (false, Some(before), Some(after)) = (
            self.found.is_empty(),
            text.get(..self.start),
            text.get(self.end..),
        ) else {
            return "";
        };
        let from = before.rfind(ends).map_or(0, |at| next(text, at));
        let to = after
            .find(ends)
            .map_or(text.len(), |at| next(text, self.end + at));
        let first = before[from..].char_indices().rev().take(AROUND).last();
        let last = text[self.end..to].char_indices().take(AROUND).last();
        let from = first.map_or(self.start, |(at, _)| from + at);
        let to = last.map_or(self.end, |(at, _)| next(text, self.end + at));
        text[from..to].trim()
    }
}

/// Whether a character ends a sentence, well enough to show one.
const fn ends(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '\n' | '\u{3002}' | '\u{ff01}' | '\u{ff1f}' | '\u{61f}'
    )
}

/// The place behind the character that stands here.
fn next(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(0, char::len_utf8)
}

/// So many hints of one part are shown at first.
pub const AT_ONCE: usize = 3;

/// The same hints, the gravest first; among those that weigh the same, in their order.
#[must_use]
pub fn gravest_first(hints: Vec<Hint>) -> Vec<Hint> {
    sorted(hints, |a, b| a.grave > b.grave)
}

/// The words around one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleWords {
    /// What it is about, in a few words.
    pub title: &'static str,
    /// Why it is worth a second look.
    pub why: &'static str,
    /// A way to say it.
    pub try_this: &'static str,
    /// Sentences in which it speaks up.
    pub examples: Vec<&'static str>,
}

/// The words for a rule: `review.<key>`.
#[must_use]
pub fn rule_words(words: &Words, key: &str) -> RuleWords {
    RuleWords {
        title: words.t(&format!("review.{key}.title")),
        why: words.t(&format!("review.{key}.why")),
        try_this: words.t(&format!("review.{key}.try")),
        examples: words.list(&format!("review.{key}.example")),
    }
}

/// The rules of one locale, ready for use.
#[derive(Debug)]
pub struct Rules {
    vocabulary: Vocabulary,
    phrases: Phrases,
    known: Known,
}

/// Makes the rules ready; once per locale.
#[must_use]
pub fn rules(words: &Words) -> Rules {
    let mut vocabulary = Vocabulary::default();
    let mut phrases = Phrases::default();
    for (number, rule) in (0_u8..).zip(RULES) {
        if rule.how != How::Phrases {
            continue;
        }
        let key = rule.key;
        for pattern in words.list(&format!("review.{key}.patterns")) {
            phrases.add(&mut vocabulary, number, pattern);
        }
        for at in 0_u8.. {
            let Some(pattern) = words.get(&format!("review.{key}.unless.{at}")) else {
                break;
            };
            phrases.except(&mut vocabulary, number, pattern);
        }
    }
    vocabulary.class(words.list("review.third-name.starters"), STARTER);
    vocabulary.class(words.list("review.third-name.not-names"), NOT_NAME);
    vocabulary.class(words.list("review.third-name.titles"), TITLE);
    vocabulary.class(words.list("review.third-name.particles"), PARTICLE);
    vocabulary.class(words.list("review.all-caps.shouted"), SHOUT);
    phrases.close();
    Rules {
        vocabulary,
        phrases,
        known: Known::new(words),
    }
}

impl Rules {
    /// Everything worth a second look in what would leave; hints put aside are left out.
    #[must_use]
    pub fn draft(&self, form: Form, draft: &Draft) -> Vec<Hint> {
        let subject = (form.manner() == Manner::Mail).then_some(SUBJECT);
        subject
            .into_iter()
            .chain(form.parts())
            .flat_map(|part| self.part(form, draft, part))
            .collect()
    }

    /// The same for one part: what a keystroke in it costs.
    #[must_use]
    pub fn part(&self, form: Form, draft: &Draft, part: &'static str) -> Vec<Hint> {
        let text = draft.text(part);
        let mut hints = Hints {
            draft,
            form,
            part,
            text,
            out: Vec::new(),
            spoke: [0; RULES.len()],
        };
        if text.trim().is_empty() {
            if part == "ask" && !draft.text("observed").trim().is_empty() {
                hints.add("empty-ask", 0, 0);
            }
            return hints.out;
        }
        let tokens = tokens::tokens(text, &self.vocabulary);
        for hit in self.phrases.find(&tokens, RULES.len()) {
            hints.add_rule(usize::from(hit.rule), tokens[hit.from].start, tokens[hit.to].end);
        }
        self.names(&tokens, &mut hints);
        self.addresses(&mut hints);
        self.capitals(&tokens, &mut hints);
        long(&tokens, &mut hints);
        sorted(hints.out, |a, b| (a.start, a.end) > (b.start, b.end))
    }

    fn names(&self, tokens: &[Token], hints: &mut Hints) {
        // In a subject line in which every word has a capital, a capital says nothing.
        if hints.part == SUBJECT
            && tokens
                .iter()
                .all(|token| token.is(tokens::CAPITAL | CAPS) || token.end - token.start == 1)
        {
            return;
        }
        let draft = hints.draft;
        let names = ["from-name", "to-name", "person-name"].map(|id| draft.text(id));
        let copied = draft.copy.iter().map(|copy| copy.name.as_str());
        let known: Vec<String> = names
            .into_iter()
            .chain(copied)
            .flat_map(|name| name.split(|c: char| !is_letter_or_digit(c)))
            .filter(|word| !word.is_empty())
            .take(64)
            .map(lowercase)
            .collect();
        for (from, to) in names::find(hints.text, tokens, &self.vocabulary, &known) {
            hints.add("third-name", tokens[from].start, tokens[to].end);
        }
    }

    fn addresses(&self, hints: &mut Hints) {
        let copied = hints.draft.copy.iter().map(|copy| lowercase(&copy.address));
        let known: Vec<String> = copied
            .chain([lowercase(hints.draft.text("to-address"))])
            .collect();
        let from = lowercase(hints.draft.text("from-name"));
        let own_name: Vec<&str> = from
            .split(|c: char| !is_letter_or_digit(c))
            .filter(|word| word.len() > 2)
            .collect();
        for range in addresses::find(hints.text) {
            let address = &hints.text[range.clone()];
            if self.known.reach(address) == Reach::Group {
                hints.add("group-address", range.start, range.end);
            } else {
                let address = lowercase(address);
                let expected = known.iter().any(|one| one.contains(&address));
                if expected || own_name.iter().any(|word| address.contains(word)) {
                    continue;
                }
                hints.add("third-address", range.start, range.end);
            }
        }
    }

    /// Words in capitals that are shouted: three or more in a row, or one that is no abbreviation; and `!!`.
    fn capitals(&self, tokens: &[Token], hints: &mut Hints) {
        let mut at = 0;
        while at < tokens.len() {
            let run = tokens[at..]
                .iter()
                .take_while(|token| token.is(CAPS) && !token.is(QUOTED))
                .count();
            let shouted = tokens[at..at + run]
                .iter()
                .any(|token| self.vocabulary.is(token.word, SHOUT));
            let letters: usize = tokens[at..at + run]
                .iter()
                .map(|token| token.end - token.start)
                .sum();
            if shouted || run >= 4 && letters >= 20 {
                hints.add("all-caps", tokens[at].start, tokens[at + run - 1].end);
            }
            if run == 0 && tokens[at].is(MARKS) && !tokens[at].is(QUOTED) {
                hints.add("exclamation", tokens[at].start, tokens[at].end);
            }
            at += run.max(1);
        }
    }
}

/// Whether a part has more words than a reader keeps in mind; the place is where it becomes long.
fn long(tokens: &[Token], hints: &mut Hints) {
    let mut room = hints.form.long() * WORD;
    for token in tokens {
        let ideograph = hints.text[token.start..].starts_with(is_ideograph);
        let Some(left) = room.checked_sub(if ideograph { CHARACTER } else { WORD }) else {
            hints.add("long", token.start, token.start);
            return;
        };
        room = left;
    }
}

/// What a word, and a character that is one, count towards the length of a part: eight Chinese characters say what five words say.
const WORD: usize = 8;
const CHARACTER: usize = 5;

/// The hints of one part being collected.
struct Hints<'a> {
    draft: &'a Draft,
    form: Form,
    part: &'static str,
    text: &'a str,
    out: Vec<Hint>,
    /// How often each rule spoke already.
    spoke: [u8; RULES.len()],
}

impl Hints<'_> {
    /// Adds a hint of the rule with this key.
    fn add(&mut self, key: &str, start: usize, end: usize) {
        if let Some(number) = RULES.iter().position(|rule| rule.key == key) {
            self.add_rule(number, start, end);
        }
    }

    /// Adds a hint if its rule looks at this part of this kind, has not spoken too often, and was not put aside.
    fn add_rule(&mut self, number: usize, start: usize, end: usize) {
        let rule = RULES[number];
        if self.spoke[number] >= PER_RULE || !rule.looks_at(self.part) {
            return;
        }
        let found: String = self.text[start..end].chars().take(SHOWN).collect();
        let hint = Hint {
            rule: rule.key,
            grave: rule.grave,
            part: self.part,
            start,
            end,
            found,
        };
        if !self.draft.dismissed.contains(&hint.key()) {
            self.spoke[number] += 1;
            self.out.push(hint);
        }
    }
}
