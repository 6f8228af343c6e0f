//! Text -> words with their places, in one pass, for any script. Marks what stands inside quotation marks: what was said
//! by somebody is an observation, not the writer's own word.

use super::vocabulary::Vocabulary;
use crate::domain::alphabet::{self, is_capital, is_ideograph, is_letter, is_letter_or_digit, is_small};

/// Stands inside quotation marks.
pub const QUOTED: u8 = 1;
/// Begins with a capital and goes on in small letters.
pub const CAPITAL: u8 = 2;
/// Two or more capitals and no small letter.
pub const CAPS: u8 = 4;
/// Not a word: a run of exclamation and question marks.
pub const MARKS: u8 = 8;
/// The first word of its sentence.
pub const FIRST: u8 = 16;

/// A word, or a run of marks.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its number in the vocabulary; 0 when no rule knows it.
    pub word: u16,
    /// The number of its sentence.
    pub sentence: u32,
    /// What is known of it.
    pub flags: u8,
}

impl Token {
    /// Whether this flag is set.
    pub const fn is(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }
}

/// Characters that may stand in a word without being seen.
const fn unseen(c: char) -> bool {
    // Among them the vowel signs and the lengthening stroke of Arabic, which one writes or leaves out.
    matches!(c, '\u{ad}' | '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

const fn apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}' | '\u{ff07}')
}

/// Whether a character belongs to a word: letters, digits, and marks that sit on letters.
fn of_word(c: char) -> bool {
    is_letter_or_digit(c) || matches!(c, '\u{300}'..='\u{36f}') || unseen(c)
}

/// Marks that shout when several stand side by side.
const fn shouts(c: char) -> bool {
    matches!(c, '!' | '?' | '\u{ff01}' | '\u{ff1f}' | '\u{61f}')
}

/// Whether a character ends a stretch that a phrase may not cross.
const fn breaks(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | ';'
            | ':'
            | '\n'
            | '('
            | ')'
            | '['
            | ']'
            | '\u{2013}'
            | '\u{2014}'
            | '\u{2026}'
            | '\u{3002}'
            | '\u{ff08}'
            | '\u{ff09}'
            | '\u{ff1a}'
            | '\u{ff1b}'
            | '\u{ff01}'
            | '\u{ff1f}'
            | '\u{61f}'
            | '\u{61b}'
            | '\u{2028}'
            | '\u{2029}'
    )
}

/// The kinds of quotation marks: what may open and what closes.
const QUOTES: [(&str, &str); 7] = [
    ("\u{201c}", "\u{201d}"),
    ("\u{201e}", "\u{201c}\u{201d}"),
    ("\u{ab}", "\u{bb}"),
    ("\u{bb}", "\u{ab}"),
    ("\u{22}", "\u{22}"),
    ("\u{300c}\u{300e}", "\u{300d}\u{300f}"),
    ("\u{2018}\u{27}", "\u{2019}\u{27}"),
];

/// Whether a character is one of [`QUOTES`].
const fn quotes(c: char) -> bool {
    matches!(
        c,
        '\'' | '\u{22}' | '\u{ab}' | '\u{bb}' | '\u{2018}' | '\u{2019}' | '\u{201c}'..='\u{201e}' | '\u{300c}'..='\u{300f}'
    )
}

/// The words of a text.
pub fn tokens(text: &str, vocabulary: &Vocabulary) -> Vec<Token> {
    let mut reader = Reader {
        out: Vec::with_capacity(text.len() / 6 + 4),
        sentence: 0,
        first: true,
        open: [None; 7],
    };
    let mut lower = String::with_capacity(64);
    let mut chars = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((start, c)) = chars.next() {
        if !of_word(c) || unseen(c) {
            let next = chars.peek().map_or(' ', |(_, next)| *next);
            if shouts(c) && shouts(next) {
                let mut end = start + c.len_utf8();
                while let Some((at, mark)) = chars.next_if(|(_, mark)| shouts(*mark)) {
                    end = at + mark.len_utf8();
                }
                reader.push(start, end, 0, MARKS);
            }
            reader.between(before, c, next);
            before = c;
            continue;
        }
        lower.clear();
        let (mut upper, mut small) = (0_u32, 0_u32);
        let capital = is_capital(c);
        let (mut end, mut now) = (start, c);
        // Chinese has no blanks between words: each character is one.
        let alone = is_ideograph(c);
        loop {
            end += now.len_utf8();
            if !unseen(now) {
                upper += u32::from(is_capital(now));
                small += u32::from(is_small(now));
                lower.push(alphabet::small(now));
            }
            before = now;
            let Some((at, next)) = chars.peek().copied() else {
                break;
            };
            if of_word(next) && !alone && !is_ideograph(next) {
                now = next;
                chars.next();
            } else if apostrophe(next) && text[at + next.len_utf8()..].chars().next().is_some_and(is_letter) {
                // The build writes every apostrophe of the phrases so.
                lower.push('\u{2019}');
                chars.next();
                end += next.len_utf8();
                let Some((_, after)) = chars.next() else { break };
                now = after;
            } else {
                break;
            }
        }
        let case = match (capital, upper, small) {
            (true, _, 1..) => CAPITAL,
            (_, 2.., 0) => CAPS,
            _ => 0,
        };
        reader.push(start, end, vocabulary.find(&lower), case);
    }
    reader.out
}

/// What is remembered from word to word.
struct Reader {
    out: Vec<Token>,
    sentence: u32,
    first: bool,
    /// The number of the first word after an opening mark of each kind that is not closed yet.
    open: [Option<usize>; QUOTES.len()],
}

impl Reader {
    fn push(&mut self, start: usize, end: usize, word: u16, flags: u8) {
        let first = if self.first && flags & MARKS == 0 {
            FIRST
        } else {
            0
        };
        self.first &= flags & MARKS != 0;
        self.out.push(Token {
            start,
            end,
            word,
            sentence: self.sentence,
            flags: flags | first,
        });
    }

    /// Looks at a character between words.
    fn between(&mut self, before: char, c: char, next: char) {
        if breaks(c) {
            self.sentence += 1;
            self.first = true;
            if c == '\n' && before == '\n' {
                self.open = [None; QUOTES.len()];
            }
            return;
        }
        if !quotes(c) {
            return;
        }
        for (kind, (opens, closes)) in QUOTES.iter().enumerate() {
            let closing = closes.contains(c) && (kind < 6 || !is_letter_or_digit(next));
            if let (Some(from), true) = (self.open[kind], closing) {
                self.out[from..]
                    .iter_mut()
                    .for_each(|token| token.flags |= QUOTED);
                self.open[kind] = None;
            } else if opens.contains(c)
                && self.open[kind].is_none()
                && (!is_letter_or_digit(before) || is_ideograph(before))
                // French sets its marks off with a space.
                && (!next.is_whitespace() || c == '\u{ab}')
            {
                self.open[kind] = Some(self.out.len());
                self.first = true;
            }
        }
    }
}
