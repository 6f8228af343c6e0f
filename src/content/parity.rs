//! Every language says the same: the ids of the first one, the same values to fill in, the same clauses, terms and pages led to,
//! pages of the same build.
//!
//! In: the texts of two languages as they stand in their files. Out: what differs, as problems that fail the build. What belongs to a
//! language alone is left out: the phrases of the second pair of eyes, the words people search by, and the plurals it has.

use std::collections::BTreeSet;

use super::read::Texts;
use super::{PHRASES, Problem};
use crate::document::page::INDENT;
use crate::domain::locale::plural;
use crate::domain::pack::PARAGRAPH;

/// The categories a plural can have.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// What differs between a language and the first one.
#[must_use]
pub fn problems(locale: &str, own: &Texts, first: &Texts) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut say = |file: &str, reason: String| {
        problems.push(Problem {
            file: file.to_owned(),
            reason,
        });
    };
    let plurals = plural_stems(first);
    let is_plural = |id: &str| plurals.iter().any(|stem| category_of(id, stem).is_some());
    let free = |id: &str| is_own(id) || is_plural(id);
    for (id, text) in first.iter().filter(|(id, _)| !free(id)) {
        let Some(mine) = own.get(id) else {
            let file = text.file.replace("/en/", &format!("/{locale}/"));
            say(&file, format!("the text `{id}` is not translated"));
            continue;
        };
        if marks(&text.text) != marks(&mine.text) {
            let differ = |a: &str, b: &str| {
                let (a, b) = (marks(a), marks(b));
                a.difference(&b).cloned().collect::<Vec<_>>().join(", ")
            };
            let (lost, new) = (differ(&text.text, &mine.text), differ(&mine.text, &text.text));
            say(
                &mine.file,
                format!("`{id}`: other marks than in the first language (lost: {lost}; new: {new})"),
            );
        }
        if shape(id, &text.text) != shape(id, &mine.text) {
            say(
                &mine.file,
                format!("`{id}`: other paragraphs or blocks than in the first language"),
            );
        }
    }
    for (id, mine) in own.iter().filter(|(id, _)| !free(id) && !first.contains_key(*id)) {
        say(&mine.file, format!("the first language has no text `{id}`"));
    }
    for stem in plurals {
        let asked: BTreeSet<&str> = (0..=200).map(|count| plural(locale, count)).collect();
        for category in asked {
            if !own.contains_key(&format!("{stem}.{category}")) {
                say(
                    &format!("content/words/{locale}"),
                    format!("the plural `{stem}.{category}` is missing"),
                );
            }
        }
    }
    problems
}

/// Texts with a number in them whose form follows it: `stem.one` and `stem.other`, of which the second holds `{$count}`.
fn plural_stems(first: &Texts) -> Vec<String> {
    let stem = |(id, text): (&String, &super::read::Text)| {
        let stem = id.strip_suffix(".other")?;
        (first.contains_key(&format!("{stem}.one")) && text.text.contains("{$count}"))
            .then(|| stem.to_owned())
    };
    first.iter().filter_map(stem).collect()
}

/// The category of which this is the text, if it is one of that stem.
fn category_of(id: &str, stem: &str) -> Option<&'static str> {
    let last = id.strip_prefix(stem)?.strip_prefix('.')?;
    CATEGORIES.into_iter().find(|category| *category == last)
}

/// Whether each language has its own number of these.
fn is_own(id: &str) -> bool {
    let mut parts = id.split('.');
    match (parts.next(), parts.nth(1)) {
        (Some("find"), _) => true,
        (Some("review"), Some(list)) => list == "example" || PHRASES.contains(&list),
        _ => false,
    }
}

/// The values to fill in and the places led to; the words after a bar belong to the language.
fn marks(text: &str) -> BTreeSet<String> {
    let inner = text.split('{').skip(1).filter_map(|part| part.split_once('}'));
    inner
        .map(|(mark, _)| mark.split('|').next().unwrap_or_default().to_owned())
        .collect()
}

/// How a text is built: its paragraphs; of a page, what each line is and where it leads.
fn shape(id: &str, text: &str) -> Vec<String> {
    let lines = text.split(PARAGRAPH);
    if !id.starts_with("page.") {
        return lines.map(|_| String::new()).collect();
    }
    lines
        .map(|line| {
            let inner = line.trim_start_matches(INDENT);
            let depth = (line.len() - inner.len()) / INDENT.len();
            let tag = inner.split(' ').next().unwrap_or_default();
            let known = [
                "=>",
                "->",
                ">",
                "~",
                "-",
                "1.",
                "#",
                "##",
                "###",
                "says:",
                "silent:",
                "suggests:",
                "care:",
                "details:",
                "card:",
            ];
            let leads =
                matches!(tag, "=>" | "->").then(|| inner.split(['|']).next().unwrap_or_default().trim());
            let tag = if known.contains(&tag) { tag } else { "" };
            format!("{depth} {}", leads.unwrap_or(tag))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::problems;
    use crate::content::read::{Text, Texts};

    fn texts(all: &[(&str, &str)]) -> Texts {
        let text = |text: &str| Text {
            file: "content/words/en/a.toml".to_owned(),
            text: text.to_owned(),
        };
        all.iter()
            .map(|(id, said)| ((*id).to_owned(), text(said)))
            .collect()
    }

    /// What is said of one text that stands so in the first language and otherwise in another one.
    fn said(locale: &str, first: &[(&str, &str)], own: &[(&str, &str)]) -> Vec<String> {
        let found = problems(locale, &texts(own), &texts(first));
        found.into_iter().map(|problem| problem.reason).collect()
    }

    #[test]
    fn a_language_says_no_more_and_no_less_than_the_first() {
        let first = [("a.b", "See {1.5} and {P3}, {$name}.")];
        assert_eq!(
            said(
                "fr",
                &first,
                &[("a.b", "Voir {P3|le principe 3} et {1.5}, {$name}.")]
            ),
            [""; 0]
        );
        for own in [
            &[][..],
            &[("a.b", "Voir {P3}, {$name}.")],
            &[("a.b", "Voir {1.5} et {P3}.")],
            &[("a.b", "Voir {1.5}, {1.6} et {P3}, {$name}.")],
            &[("a.b", "Voir {1.5} et {P3},\u{2029}{$name}.")],
            &[("a.b", "Voir {1.5} et {P3}, {$name}."), ("a.c", "De plus.")],
        ] {
            assert_eq!(said("fr", &first, own).len(), 1, "{own:?}");
        }
    }

    #[test]
    fn a_page_is_built_as_in_the_first_language_and_leads_where_that_leads() {
        let first = [("page.a", "# Title\u{2029}- one\u{2029}=> code/3 | Name | note")];
        assert_eq!(
            said(
                "fr",
                &first,
                &[("page.a", "# Titre\u{2029}- un\u{2029}=> code/3 | Nom | note")]
            ),
            [""; 0]
        );
        for own in [
            "# Titre\u{2029}un\u{2029}=> code/3 | Nom | note",
            "# Titre\u{2029}- un\u{2029}=> code/4 | Nom | note",
            "# Titre\u{2029}- un",
        ] {
            assert_eq!(said("fr", &first, &[("page.a", own)]).len(), 1, "{own}");
        }
    }

    #[test]
    fn each_language_has_its_own_plurals_and_phrases_and_lacks_none() {
        let first = [
            ("a.one", "One."),
            ("a.other", "{$count}."),
            ("review.r.patterns.0", "x"),
        ];
        let own = [
            ("a.one", "{$count}."),
            ("a.few", "{$count}."),
            ("a.many", "{$count}."),
        ];
        assert_eq!(said("ru", &first, &own), [""; 0]);
        assert_eq!(said("ru", &first, &own[1..]).len(), 1);
    }
}
