//! Letters: which characters are letters, and small letters for capitals.
//!
//! Why not those of std: they know every script and bring 25 kB of tables and code. Here is what Latin, Greek, Cyrillic,
//! Armenian and full-width letters need. Other scripts have no capitals, or capitals that hardly anybody types.

/// Small letters as std has them, but for the word-final sigma of Greek and for scripts that are not known here.
#[must_use]
pub fn lowercase(text: &str) -> String {
    let mut small = String::with_capacity(text.len());
    push_lowercase(&mut small, text);
    small
}

/// Adds a text in small letters.
pub fn push_lowercase(to: &mut String, text: &str) {
    for c in text.chars() {
        to.push(small(c));
        // The dotted capital I of Turkish keeps its dot.
        if c == '\u{130}' {
            to.push('\u{307}');
        }
    }
}

/// Capitals and what leads to their small letters, by ranges: first, last, step, distance.
const CAPITALS: &[(u16, u16, u8, i16)] = &[
    (0x41, 0x5a, 1, 32),
    (0xc0, 0xd6, 1, 32),
    (0xd8, 0xde, 1, 32),
    (0x100, 0x12e, 2, 1),
    (0x130, 0x130, 1, -199),
    (0x132, 0x136, 2, 1),
    (0x139, 0x147, 2, 1),
    (0x14a, 0x176, 2, 1),
    (0x178, 0x178, 1, -121),
    (0x179, 0x17d, 2, 1),
    (0x181, 0x181, 1, 210),
    (0x186, 0x186, 1, 206),
    (0x189, 0x18a, 1, 205),
    (0x18f, 0x18f, 1, 202),
    (0x190, 0x190, 1, 203),
    (0x193, 0x193, 1, 205),
    (0x194, 0x194, 1, 207),
    (0x198, 0x198, 1, 1),
    (0x1a0, 0x1a4, 2, 1),
    (0x1af, 0x1af, 1, 1),
    (0x1b2, 0x1b2, 1, 217),
    (0x1b3, 0x1b5, 2, 1),
    (0x1cd, 0x1db, 2, 1),
    (0x1de, 0x1ee, 2, 1),
    (0x1f4, 0x1f4, 1, 1),
    (0x1f8, 0x21e, 2, 1),
    (0x222, 0x232, 2, 1),
    (0x386, 0x386, 1, 38),
    (0x388, 0x38a, 1, 37),
    (0x38c, 0x38c, 1, 64),
    (0x38e, 0x38f, 1, 63),
    (0x391, 0x3a1, 1, 32),
    (0x3a3, 0x3ab, 1, 32),
    (0x400, 0x40f, 1, 80),
    (0x410, 0x42f, 1, 32),
    (0x460, 0x480, 2, 1),
    (0x48a, 0x4be, 2, 1),
    (0x4c0, 0x4c0, 1, 15),
    (0x4c1, 0x4cd, 2, 1),
    (0x4d0, 0x52e, 2, 1),
    (0x531, 0x556, 1, 48),
    (0x1e00, 0x1e94, 2, 1),
    (0x1e9e, 0x1e9e, 1, -7615),
    (0x1ea0, 0x1efe, 2, 1),
    (0xff21, 0xff3a, 1, 32),
];

/// The small letter of a capital; anything else as it is.
#[must_use]
pub fn small(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let Ok(code) = u16::try_from(u32::from(c)) else {
        return c;
    };
    let at = CAPITALS.partition_point(|(_, last, ..)| *last < code);
    match CAPITALS.get(at) {
        Some((first, _, step, distance)) if *first <= code && (code - first) % u16::from(*step) == 0 => {
            char::from_u32(u32::from(code.wrapping_add_signed(*distance))).unwrap_or(c)
        }
        _ => c,
    }
}

/// Whether a character is a capital.
#[must_use]
pub fn is_capital(c: char) -> bool {
    small(c) != c
}

/// Whether a character is a small letter of a script that has capitals.
#[must_use]
pub fn is_small(c: char) -> bool {
    let cased = matches!(c, 'a'..='z' | '\u{aa}' | '\u{b5}' | '\u{ba}' | '\u{df}'..='\u{2af}' | '\u{370}'..='\u{58f}' | '\u{1e00}'..='\u{1fff}' | '\u{ff41}'..='\u{ff5a}');
    cased && is_letter(c) && !is_capital(c)
}

/// Whether a character is a letter or a digit of any script. Decided by the blocks that hold signs, marks and spaces
/// instead; a sign that stands alone among the letters of a rare script counts as one of them.
#[must_use]
pub const fn is_letter_or_digit(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        '\u{aa}' | '\u{b2}' | '\u{b3}' | '\u{b5}' | '\u{b9}' | '\u{ba}' | '\u{bc}'..='\u{be}' => true,
        '\u{80}'..='\u{bf}'
        | '\u{d7}'
        | '\u{f7}'
        | '\u{2c2}'..='\u{2c5}'
        | '\u{2d2}'..='\u{2df}'
        | '\u{300}'..='\u{36f}'
        | '\u{375}'
        | '\u{37e}'
        | '\u{384}'
        | '\u{385}'
        | '\u{387}'
        | '\u{3f6}'
        | '\u{482}'..='\u{489}'
        | '\u{55a}'..='\u{55f}'
        | '\u{589}'..='\u{5cf}'
        | '\u{5f3}'..='\u{60f}'
        | '\u{61b}'..='\u{61f}'
        | '\u{66a}'..='\u{66d}'
        | '\u{6d4}'
        | '\u{964}'
        | '\u{965}'
        | '\u{e3f}'
        | '\u{2000}'..='\u{206f}'
        | '\u{207a}'..='\u{207e}'
        | '\u{208a}'..='\u{208e}'
        | '\u{20a0}'..='\u{20ff}'
        | '\u{2190}'..='\u{245f}'
        | '\u{2500}'..='\u{2775}'
        | '\u{2794}'..='\u{2bff}'
        | '\u{2e00}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{302a}'..='\u{3030}'
        | '\u{3036}'
        | '\u{3037}'
        | '\u{303d}'..='\u{3040}'
        | '\u{3097}'..='\u{309c}'
        | '\u{30a0}'
        | '\u{30fb}'
        | '\u{e000}'..='\u{f8ff}'
        | '\u{fd3e}'
        | '\u{fd3f}'
        | '\u{fe00}'..='\u{fe6f}'
        | '\u{feff}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}'
        | '\u{ff3b}'..='\u{ff40}'
        | '\u{ff5b}'..='\u{ff65}'
        | '\u{ffe0}'..='\u{ffff}'
        | '\u{1f000}'..='\u{1faff}'
        | '\u{e0000}'..='\u{10ffff}' => false,
        _ => true,
    }
}

/// Whether a character is a word by itself, as in Chinese.
#[must_use]
pub const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3fffd}')
}

/// Whether a character is a letter of any script.
#[must_use]
pub const fn is_letter(c: char) -> bool {
    is_letter_or_digit(c)
        && !matches!(c, '0'..='9' | '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{bc}'..='\u{be}' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' | '\u{ff10}'..='\u{ff19}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every character of Latin, Greek (without the polytonic letters), Cyrillic and Armenian, and the full-width letters.
    fn known() -> impl Iterator<Item = char> {
        ('\0'..='\u{24f}')
            .chain('\u{370}'..='\u{58f}')
            .chain('\u{1e00}'..='\u{1eff}')
            .chain('\u{ff01}'..='\u{ff5e}')
            .filter(|c| {
                !matches!(
                    c,
                    '\u{378}' | '\u{379}' | '\u{380}'
                        ..='\u{383}' | '\u{38b}' | '\u{38d}' | '\u{3a2}' | '\u{530}' | '\u{557}' | '\u{558}'
                )
            })
    }

    /// Letters of phonetics, of Coptic and of African alphabets that hardly anybody types; digraphs of one code.
    fn rare(c: char) -> bool {
        matches!(c, '\u{182}'..='\u{1c3}' | '\u{1c4}'..='\u{1cc}' | '\u{1f1}'..='\u{1f7}' | '\u{220}'..='\u{221}' | '\u{23a}'..='\u{24f}' | '\u{370}'..='\u{37f}' | '\u{3cf}'..='\u{3ff}' | '\u{559}')
    }

    fn wrong(chars: impl Iterator<Item = char>, is_right: impl Fn(char) -> bool) -> Vec<String> {
        chars
            .filter(|c| !is_right(*c))
            .map(|c| format!("{c} {:x}", u32::from(c)))
            .collect()
    }

    #[test]
    fn small_letters_are_those_of_std() {
        let wrong = wrong(known().filter(|c| !rare(*c)), |c| {
            lowercase(&c.to_string()) == c.to_lowercase().to_string()
                && is_capital(c) == c.is_uppercase()
                && is_small(c) == c.is_lowercase()
                && is_letter(c) == c.is_alphabetic()
        });
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn letters_and_digits_are_those_of_std() {
        let chars = known()
            .chain('\u{600}'..='\u{657}')
            .chain('\u{659}'..='\u{6d3}')
            .chain('\u{2000}'..='\u{206f}')
            .chain('\u{3000}'..='\u{3096}')
            .chain('\u{30a0}'..='\u{30ff}')
            .chain('\u{4e00}'..='\u{4fff}');
        let wrong = wrong(chars, |c| is_letter_or_digit(c) == c.is_alphanumeric());
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
