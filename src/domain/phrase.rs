//! Passphrases: how long one must be, and six words by chance where somebody wants one made.

/// The fewest characters of a passphrase.
pub const LEAST: usize = 15;
/// The fewest different characters.
const DIFFERENT: usize = 6;
/// How many words are chosen. From a list of 1,296 that is one of 4.7 million million million phrases.
const WORDS: usize = 6;

/// A passphrase as it is used: without blanks around it, which come along when it is pasted.
#[must_use]
pub fn trimmed(typed: &str) -> &str {
    typed.trim()
}

/// Whether it is long enough.
#[must_use]
pub fn is_long_enough(passphrase: &str) -> bool {
    trimmed(passphrase).chars().count() >= LEAST
}

/// Whether it is easy to guess although it is long: made of very few different characters. A person's own words are not judged further.
#[must_use]
pub fn is_simple(passphrase: &str) -> bool {
    let mut met: Vec<char> = Vec::new();
    for c in trimmed(passphrase).chars() {
        if !met.contains(&c) {
            met.push(c);
        }
    }
    met.len() < DIFFERENT
}

/// Six words of a list, joined by hyphens; each word as likely as any other. None where there is no list, or no chance.
#[must_use]
pub fn by_chance(list: &str, mut chance: impl FnMut() -> Option<u32>) -> Option<String> {
    let words: Vec<&str> = list.split_ascii_whitespace().collect();
    let count = u32::try_from(words.len()).ok().filter(|count| *count > 0)?;
    // Numbers beyond the last whole round would make the first words likelier.
    let end = u32::MAX - u32::MAX % count;
    let mut phrase = Vec::with_capacity(WORDS);
    while phrase.len() < WORDS {
        let number = chance()?;
        if number < end {
            phrase.push(words[(number % count) as usize]);
        }
    }
    Some(phrase.join("-"))
}

/// Whether what stands in the field is the phrase that was made, every character of it: only then may it be shown as ours.
#[must_use]
pub fn is_made(made: Option<&str>, typed: &str) -> bool {
    made == Some(typed)
}

#[cfg(test)]
mod tests {
    use super::{by_chance, is_long_enough, is_made, is_simple};

    #[test]
    fn only_the_phrase_itself_is_shown_as_made() {
        let made = Some("ant-bee-cat-dog-eel-fox");
        assert!(is_made(made, "ant-bee-cat-dog-eel-fox"));
        for typed in ["", "ant-bee-cat-dog-eel-fo", "my own words, all of them"] {
            assert!(!is_made(made, typed) && !is_made(None, typed), "{typed}");
        }
    }

    #[test]
    fn fifteen_characters_whatever_they_are() {
        for (typed, enough) in [
            ("", false),
            ("fourteen chars", false),
            ("fifteen  chars!", true),
            ("   fourteen chars   ", false),
            ("密码密码密码密码密码密码密码密", true),
        ] {
            assert_eq!(is_long_enough(typed), enough, "{typed:?}");
        }
    }

    #[test]
    fn a_few_characters_over_and_over_are_easy_to_guess() {
        for (typed, simple) in [
            ("aaaaaaaaaaaaaaaaaaaa", true),
            ("ababab ababab ababab", true),
            ("1231231231231231", true),
            ("abcdeabcdeabcde", true),
            ("abcdefabcdefabc", false),
            ("soccer-table-circle", false),
            ("密码本子河水山石天地人心手足", false),
        ] {
            assert_eq!(is_simple(typed), simple, "{typed:?}");
        }
    }

    #[test]
    fn every_word_is_as_likely_as_any_other() {
        let mut given = [0, 1, 2, 3, u32::MAX, 4, 5].into_iter();
        let phrase = by_chance("ant bee cat", || given.next());
        // The largest number belongs to no whole round of three: it is not used.
        assert_eq!(phrase.as_deref(), Some("ant-bee-cat-ant-bee-cat"));
        assert_eq!(by_chance("ant bee cat", || given.next()), None);
        assert_eq!(by_chance("  ", || Some(1)), None);
        // The last whole round of four ends three before the largest number.
        let mut given = (0..6).map(|at| u32::MAX - 1 - at).chain(0..6);
        let phrase = by_chance("ant bee cat dog", || given.next());
        assert_eq!(phrase.as_deref(), Some("dog-cat-bee-ant-bee-cat"));
    }
}
