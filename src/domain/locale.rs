//! What a language tag says about form: which plural a number takes.
//!
//! The categories are those of Unicode CLDR for whole numbers; a language that is not named here has one form, `other`.

/// The plural category of a number: `zero`, `one`, `two`, `few`, `many` or `other`, the last part of a word's id.
#[must_use]
pub const fn plural(locale: &str, count: usize) -> &'static str {
    let (tens, units) = (count % 100, count % 10);
    match locale.as_bytes() {
        b"en" | b"es" if count == 1 => "one",
        b"fr" if count < 2 => "one",
        b"ru" => match units {
            1 if tens != 11 => "one",
            2..=4 if tens < 12 || tens > 14 => "few",
            _ => "many",
        },
        b"ar" => match count {
            0 => "zero",
            1 => "one",
            2 => "two",
            _ if tens >= 3 && tens <= 10 => "few",
            _ if tens >= 11 => "many",
            _ => "other",
        },
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::plural;

    #[test]
    fn numbers_take_the_forms_of_their_language() {
        let of = |locale, counts: &[usize]| {
            counts
                .iter()
                .map(|count| plural(locale, *count))
                .collect::<Vec<_>>()
        };
        assert_eq!(of("en", &[0, 1, 2, 21]), ["other", "one", "other", "other"]);
        assert_eq!(of("fr", &[0, 1, 2]), ["one", "one", "other"]);
        assert_eq!(
            of("ru", &[1, 2, 5, 11, 12, 14, 21, 22, 100, 111, 112, 1001]),
            [
                "one", "few", "many", "many", "many", "many", "one", "few", "many", "many", "many", "one"
            ]
        );
        assert_eq!(
            of("ar", &[0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111]),
            [
                "zero", "one", "two", "few", "few", "many", "many", "other", "other", "few", "many"
            ]
        );
        assert_eq!(of("zh", &[0, 1, 2]), ["other", "other", "other"]);
    }
}
