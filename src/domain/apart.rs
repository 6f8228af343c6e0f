//! What people typed, in text that is read from right to left: set apart, so that it stands there in its own order.
//!
//! In: the text around it, and what was typed. Out: the same, between two marks that nobody sees where it needs them. Without them the
//! reference 2026-14 reads 14-2026 after an Arabic word (Unicode, annex 9, rule W2), on paper as well as in a mail program.

use std::borrow::Cow;

/// From here it is read from left to right, whatever stands around it.
const BEGIN: char = '\u{2066}';
/// To here.
const END: char = '\u{2069}';

/// Whether a character is a letter of a script that is written from right to left, by the blocks that hold them.
const fn from_the_right(c: char) -> bool {
    matches!(c, '\u{5be}'..='\u{65f}' | '\u{66d}'..='\u{6ef}' | '\u{6fa}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// What was typed as it goes into a text: set apart where the text is read from right to left and it is not. Of several lines that is
/// the first: the others stand on their own.
#[must_use]
pub fn set_apart<'a>(around: &str, typed: &'a str) -> Cow<'a, str> {
    let end = typed.find('\n').unwrap_or(typed.len());
    let (first, rest) = typed.split_at(end);
    if first.is_empty() || first.contains(from_the_right) || !around.contains(from_the_right) {
        return Cow::Borrowed(typed);
    }
    let mut made = String::with_capacity(typed.len() + 6);
    made.push(BEGIN);
    made.push_str(first);
    made.push(END);
    made.push_str(rest);
    Cow::Owned(made)
}

#[cfg(test)]
mod tests {
    use super::set_apart;

    #[test]
    fn only_what_would_be_turned_is_set_apart() {
        for (around, typed, made) in [
            ("المرجع", "2026-14", "\u{2066}2026-14\u{2069}"),
            ("מספר", "The TPM", "\u{2066}The TPM\u{2069}"),
            ("ملاحظة", "one\nتعليق\n2", "\u{2066}one\u{2069}\nتعليق\n2"),
            ("المرجع", "رقم 2026-14", "رقم 2026-14"),
            ("المرجع", "", ""),
            ("Reference", "2026-14", "2026-14"),
            ("Ссылка", "2026-14", "2026-14"),
            ("编号", "2026-14", "2026-14"),
            ("2026", "2026-14", "2026-14"),
        ] {
            assert_eq!(set_apart(around, typed), made);
        }
    }
}
