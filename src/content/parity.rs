//! Every language says the same: the ids of the first one, the same values to fill in, the same clauses, terms and pages led to,
//! pages of the same build.
//!
//! In: the texts of two languages as they stand in their files. Out: what differs, as problems that fail the build. What belongs to a
//! language alone is left out: the phrases of the second pair of eyes, the words people search by, and the plurals it has.

use std::collections::BTreeSet;

use super::Problem;
use super::read::Texts;
use crate::document::page::INDENT;
use crate::domain::locale::plural;
use crate::domain::pack::PARAGRAPH;

/// Lists of the second pair of eyes that each language writes for itself.
const OWN_LISTS: [&str; 9] = [
    "patterns",
    "unless",
    "example",
    "words",
    "not-names",
    "starters",
    "titles",
    "particles",
    "shouted",
];

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
    let listed = |name: &str| id.contains(&format!(".{name}."));
    id.starts_with("find.") || id.starts_with("review.") && OWN_LISTS.iter().any(|name| listed(name))
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
