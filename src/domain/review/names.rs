//! Full names of people who are neither sender, recipient nor the person concerned (4.2.1), with care.
//!
//! How it is decided: two to four capitalised words side by side (small words such as "van" may stand between), none of
//! which belongs to the words that are no names (months, countries, roles, "Working Group"); a capitalised word that begins
//! a sentence counts only if it is not one of the words that often do. After a title ("Dr", "Ms") one word is enough. What
//! stands in quotation marks is left alone, and a single first name is too: it is never certain.

use super::tokens::{CAPITAL, FIRST, MARKS, QUOTED, Token};
use super::vocabulary::{NOT_NAME, PARTICLE, STARTER, TITLE, Vocabulary};
use crate::domain::alphabet::lowercase;

/// Longest run of words that is looked at as one name.
const LONGEST: usize = 6;

/// The names found, as first and last token. `known` are the words of names that may stand there, in small letters.
pub fn find(text: &str, tokens: &[Token], vocabulary: &Vocabulary, known: &[String]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        if !token.is(CAPITAL) || token.is(QUOTED | MARKS) {
            at += 1;
            continue;
        }
        let titled = vocabulary.is(token.word, TITLE);
        let mut last = at;
        let mut capitals = 1;
        let mut next = at + 1;
        while next < tokens.len()
            && next - at < LONGEST
            && side_by_side(text, tokens, next, titled && next == at + 1)
        {
            if tokens[next].is(CAPITAL) && !tokens[next].is(QUOTED) {
                last = next;
                capitals += 1;
            } else if !vocabulary.is(tokens[next].word, PARTICLE) {
                break;
            }
            next += 1;
        }
        let starts = token.is(FIRST) && vocabulary.is(token.word, STARTER);
        let from = if starts && last > at { at + 1 } else { at };
        let enough = if titled {
            capitals >= 2
        } else {
            capitals - usize::from(starts) >= 2
        };
        let no_name = tokens[from..=last]
            .iter()
            .any(|token| vocabulary.is(token.word, NOT_NAME));
        if enough && !no_name && !is_known(text, &tokens[from..=last], known) {
            found.push((from, last));
        }
        at = last + 1;
    }
    found
}

/// Whether only a blank or a dash (after a title also a full stop) stands before this token.
fn side_by_side(text: &str, tokens: &[Token], at: usize, after_title: bool) -> bool {
    let gap = &text[tokens[at - 1].end..tokens[at].start];
    matches!(gap, " " | "-" | "\u{a0}" | "\u{2010}" | "\u{2011}")
        || after_title && matches!(gap, ". " | ".\u{a0}")
}

/// Whether the last word, or every word, belongs to a name that may stand there.
fn is_known(text: &str, name: &[Token], known: &[String]) -> bool {
    let has = |token: &Token| {
        let word = lowercase(&text[token.start..token.end]);
        known.contains(&word)
    };
    name.last().is_some_and(has)
}
