//! The words of a text as they are looked for, and how alike two of them are.

use crate::domain::alphabet;

/// Calls `visit` for each word of a text, folded. Numbers keep their dots: 2.1.3 is one word.
pub fn each_word(text: &str, mut visit: impl FnMut(&str)) {
    let mut word = String::new();
    // Whether the character before stands in a pair with this one.
    let mut ends_run = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if alphabet::is_ideograph(c) {
            // No blanks between words: two characters side by side are looked for as one.
            if !word.is_empty() {
                visit(&word);
                word.clear();
            }
            let mut pair = String::from(c);
            if let Some(next) = chars.peek().filter(|next| alphabet::is_ideograph(**next)) {
                pair.push(*next);
            } else if ends_run {
                ends_run = false;
                continue;
            }
            ends_run = pair.len() > c.len_utf8();
            visit(&pair);
            continue;
        }
        let dot = c == '.'
            && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && chars.peek().is_some_and(char::is_ascii_digit);
        if alphabet::is_letter_or_digit(c) || (dot && !word.is_empty()) {
            fold(c, &mut word);
        } else if !word.is_empty() && !matches!(c, '’' | '\'') {
            visit(&word);
            word.clear();
        }
    }
    if !word.is_empty() {
        visit(&word);
    }
}

/// A letter without its accent, small; the letters of Arabic as they are read, whichever way they are written.
fn fold(c: char, word: &mut String) {
    const LATIN: &[u8; 64] = b"aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo*ouuuuypy";
    match c {
        '\u{c0}'..='\u{ff}' => word.push(char::from(LATIN[c as usize - 0xc0])),
        'ё' | 'Ё' => word.push('е'),
        'آ' | 'أ' | 'إ' => word.push('ا'),
        'ى' => word.push('ي'),
        'ة' => word.push('ه'),
        '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}' => {}
        c => word.push(alphabet::small(c)),
    }
}

/// How alike a typed word and a word are: 0 not at all, 8 the same.
pub fn alike(term: &str, word: &str, open: bool) -> u32 {
    if term == word {
        return 8;
    }
    let digits = term.starts_with(|c: char| c.is_ascii_digit());
    let long = term.chars().count();
    if word.starts_with(term) && (open || digits || long >= 4) {
        return if open { 5 } else { 4 };
    }
    let slips = match long {
        _ if digits => 0,
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    };
    if slips == 0 {
        return 0;
    }
    let near = if term.is_ascii() {
        nearly(term.as_bytes(), word.as_bytes(), slips, open)
    } else {
        let letters = |text: &str| text.chars().collect::<Vec<char>>();
        nearly(&letters(term), &letters(word), slips, open)
    };
    if near { 2 } else { 0 }
}

/// Whether a word, or its beginning where it is still being typed, differs by a slip only.
fn nearly<T: PartialEq>(term: &[T], word: &[T], slips: usize, open: bool) -> bool {
    let begun = open && word.len() > term.len();
    within(term, word, slips) || (begun && within(term, &word[..term.len()], 1))
}

/// Whether one becomes the other by at most so many letters left out, put in, changed or swapped with the next.
fn within<T: PartialEq>(one: &[T], other: &[T], slips: usize) -> bool {
    match (one, other) {
        _ if one.len().abs_diff(other.len()) > slips => false,
        ([], []) => true,
        ([a, rest @ ..], [b, tail @ ..]) if a == b => within(rest, tail, slips),
        _ if slips == 0 => false,
        ([a, b, rest @ ..], [c, d, tail @ ..]) if a == d && b == c && within(rest, tail, slips - 1) => true,
        ([_, rest @ ..], [_, tail @ ..]) if within(rest, tail, slips - 1) => true,
        ([_, rest @ ..], _) if within(rest, other, slips - 1) => true,
        (_, [_, tail @ ..]) => within(one, tail, slips - 1),
        _ => false,
    }
}
