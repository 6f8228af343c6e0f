//! How hard the guide is to read, and whether its abbreviations are explained where they stand: held for every page and question, in
//! every language. `pack reading .` prints the figures.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests may fail loudly"
)]

mod support;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use support::languages;
use waymark::content::reading::{Formula, figures};
use waymark::content::{screens, short_forms};
use waymark::document::inline::parse;
use waymark::document::{Block, Doc, Route, logs, question};
use waymark::domain::Words;
use waymark::domain::letters::{Form, part_words};
use waymark::domain::logs::{Kind, Log, PRINT};
use waymark::domain::questions::{ASSESS, HANDLE, RESPOND, SITUATION};
use waymark::domain::routing::MessageKind;

/// The hardest page and everything together may not become harder than this, in each language: figures of today, rounded up. Whoever
/// makes a page easier lowers them. English: lower secondary school ends with grade 9.
const LIMITS: [(&str, f64, f64); 6] = [
    ("en", 9.0, 5.5),
    ("fr", 53.5, 37.0),
    ("es", 52.0, 37.0),
    ("ru", 59.0, 43.0),
    ("ar", 16.0, 9.5),
    ("zh", 33.0, 17.0),
];

/// One language: its tag, its words, every screen.
type Own = (String, &'static Words, Vec<(Route, Doc)>);

/// Every language with its screens, which take a while to make.
fn everything() -> &'static [Own] {
    static ONCE: OnceLock<Vec<Own>> = OnceLock::new();
    ONCE.get_or_init(|| {
        let all = languages().into_iter();
        all.map(|(locale, words)| (locale.tag, words, screens::all(words)))
            .collect()
    })
}

#[test]
fn no_page_is_harder_to_read_than_it_was() {
    let mut harder = Vec::new();
    for (tag, _, screens) in everything() {
        let (_, hardest, together) = LIMITS.iter().find(|(one, ..)| one == tag).unwrap();
        let (all, pages) = figures(tag, screens);
        let name = Formula::of(tag).name();
        assert!(pages.len() > 150, "{tag}: {} pages measured", pages.len());
        if all > *together {
            harder.push(format!("{tag}: everything, {name} {all:.1}, over {together}"));
        }
        // Its running text is two sentences; the rest is names of pages.
        let over = pages
            .iter()
            .filter(|(page, figure)| page != "#/coverage" && figure > hardest);
        harder
            .extend(over.map(|(page, figure)| format!("{tag}: {page}, {name} {figure:.1}, over {hardest}")));
    }
    assert!(harder.is_empty(), "{}", harder.join("\n"));
}

/// Every question with all that stands on its page.
fn questions(words: &Words) -> impl Iterator<Item = (String, Doc)> + use<'_> {
    let all = ASSESS.iter().chain(SITUATION).chain(RESPOND).chain(HANDLE);
    all.map(|asked| {
        let mut blocks = vec![Block::Para(question::help(words, asked))];
        for option in asked.options() {
            let texts = [
                Some(question::say(words, asked, option)),
                question::more(words, asked, option),
            ];
            blocks.extend(
                texts
                    .into_iter()
                    .flatten()
                    .map(|text| Block::Para(parse(words, text))),
            );
        }
        blocks.extend(question::why(words, asked).into_iter().map(Block::Para));
        let title = question::ask(words, asked).to_owned();
        (format!("question {}", asked.id), Doc { title, blocks })
    })
}

#[test]
fn every_abbreviation_is_explained_on_the_page_where_it_stands() {
    let mut unexplained = BTreeSet::new();
    for (tag, words, screens) in everything() {
        let glossary = short_forms::glossary(words);
        let mut look = |page: &str, doc: &Doc| {
            for (short, _) in short_forms::unexplained(words, doc, &glossary) {
                unexplained.insert(format!("{tag} {page}: {short}"));
            }
        };
        // Questions are looked at below, with all that stands on their pages; the glossary explains itself.
        let asked = |route: &Route| {
            matches!(
                route,
                Route::AssessQuestion(_) | Route::SituationQuestion(_) | Route::LensQuestion(..)
            )
        };
        let others = screens
            .iter()
            .filter(|(route, _)| !asked(route) && *route != Route::page("glossary"));
        for (route, doc) in others {
            look(&route.href(), doc);
        }
        for (page, doc) in questions(words) {
            look(&page, &doc);
        }
    }
    let lines: Vec<_> = unexplained.iter().map(String::as_str).collect();
    assert!(
        unexplained.is_empty(),
        "{} places:\n{}",
        unexplained.len(),
        lines.join("\n")
    );
}

/// WCAG 3.3.5: whoever is asked for something finds beside it what it is for and what belongs there.
#[test]
fn whatever_is_asked_has_its_help_beside_it() {
    let mut bare = Vec::new();
    for (tag, words, _) in everything() {
        for asked in ASSESS.iter().chain(SITUATION).chain(RESPOND).chain(HANDLE) {
            let whole = !question::help(words, asked).is_empty() && !question::why(words, asked).is_empty();
            bare.extend((!whole).then(|| format!("{tag}: the question {}", asked.id)));
        }
        for log in Log::ALL {
            // The three that are read off a file are not asked for.
            let asked = log
                .columns()
                .iter()
                .filter(|column| column.kind != Kind::File || column.id == PRINT);
            let bare_ones = asked.filter(|column| logs::hint(words, log, column).is_empty());
            bare.extend(bare_ones.map(|column| format!("{tag}: {} in {}", column.id, log.key())));
        }
        for kind in MessageKind::ALL {
            let form = Form::of(words, *kind);
            let bare_ones = form.parts().filter(|part| {
                let part = part_words(words, form, part);
                part.hint.is_empty() && part.probes.is_empty() && part.example.is_empty()
            });
            bare.extend(bare_ones.map(|part| format!("{tag}: the part {part} of {}", kind.key())));
        }
    }
    assert!(bare.is_empty(), "{}", bare.join("\n"));
}
