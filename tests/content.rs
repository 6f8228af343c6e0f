//! The words of the guide: what the build refuses, what it makes, and that no sentence slips past the house rules.

use std::collections::BTreeSet;
use std::path::Path;

use waymark::content;
use waymark::content::{screens, walk};
use waymark::document::Route;
use waymark::document::inline::Inline;
use waymark::domain::{Clause, OpenPoint, Principle, Words};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[allow(
    clippy::expect_used,
    reason = "a test that cannot read the content has nothing to say"
)]
fn words() -> &'static Words {
    content::load(root(), "en").expect("the content can be read")
}

fn said(problems: &[content::Problem]) -> String {
    problems
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_content_as_it_stands_makes_a_pack() {
    let packs = content::build(root(), "en").unwrap_or_else(|problems| panic!("{}", said(&problems)));
    let words = Words::parse(Box::leak(packs.first.into_boxed_str())).expect("a pack can be read");
    assert_eq!(words.locale(), "en");
    assert!(!words.whole() && words.get("page.code/3").is_none());
    let more: &'static str = Box::leak(packs.second.into_boxed_str());
    words.add(more).expect("the second pack can be read");
    words.add(more).expect("and again");
    assert!(!words.whole());
    words
        .add_letters(Box::leak(packs.letters.into_boxed_str()))
        .expect("the words of letters can be read");
    assert!(words.whole() && words.get("page.code/3").is_some());
    println!("{} texts", words.iter().count());
}

#[test]
fn a_preview_shows_what_the_build_would_make() {
    let built = content::build(root(), "en").unwrap_or_else(|problems| panic!("{}", said(&problems)));
    let cited = content::cited(root()).unwrap_or_else(|problems| panic!("{}", said(&problems)));
    let (shown, _) = content::unchecked(root(), "en", cited.leak())
        .unwrap_or_else(|problems| panic!("{}", said(&problems)));
    // Not assert_eq: the packs would fill the terminal.
    assert!(shown == built, "a preview differs from what is built");
}

#[test]
fn a_language_that_is_not_listed_is_not_found_right() {
    let problems = content::check_words(root(), "xx").unwrap_err();
    assert!(said(&problems).contains("content/locales.toml: names no language `xx`"));
}

#[test]
fn every_clause_and_principle_is_put_to_use_on_some_screen() {
    let matrix = content::coverage::matrix(words());
    for clause in Clause::ALL {
        let screens = &matrix.clauses[clause];
        assert!(!screens.is_empty(), "{}", clause.number());
    }
    for principle in Principle::ALL {
        assert!(matrix.principles[&principle].len() > 3, "{}", principle.number());
    }
}

#[test]
fn principles_have_what_the_guide_promises() {
    let words = words();
    for principle in Principle::ALL {
        let number = principle.number();
        let count = |list: &str| words.list(&format!("principle.{number}.{list}")).len();
        assert!(count("touches") >= 4, "{number}");
        assert!(count("beyond") >= 2, "{number}");
        assert!(count("ask-yourself") >= 3, "{number}");
        assert!(count("lived") >= 3, "{number}");
        assert!(count("related") >= 1, "{number}");
    }
}

#[test]
fn open_points_carry_all_three_labels() {
    let words = words();
    for point in OpenPoint::ALL {
        for label in ["says", "silent", "suggests"] {
            assert!(
                !words.list(&format!("open.{}.{label}", point.key())).is_empty(),
                "{}",
                point.key()
            );
        }
    }
}

#[test]
fn every_link_on_every_screen_leads_to_a_screen() {
    let words = words();
    let terms: BTreeSet<&str> = words
        .iter()
        .filter_map(|(id, _)| id.strip_prefix("term.")?.strip_suffix(".name"))
        .collect();
    let mut links = 0;
    for (from, doc) in screens::all(words) {
        walk::inlines(&doc, &mut |piece| {
            if let Inline::Link(route, _) = piece {
                links += 1;
                assert_eq!(
                    Route::parse(route.href().trim_start_matches('#')),
                    *route,
                    "on {}",
                    from.href()
                );
                if let Route::Term(term) = route {
                    assert!(terms.contains(term.as_str()), "{term} on {}", from.href());
                }
            }
        });
    }
    println!("{links} links");
    assert!(links > 1000);
}

/// Invariant 9, on every text of the guide: no verdict, score, deadline or promise in our own voice.
#[test]
fn no_text_gives_a_verdict() {
    let never = [
        "you were right",
        "is guilty",
        "are guilty",
        "your score",
        "offender",
        "perpetrator",
        "the victim",
        "will be removed",
        "will be punished",
        "within 30 days",
        "as an anonymous",
        "stay anonymous if",
    ];
    for (id, text) in words().iter().filter(|(id, _)| !id.starts_with("review.")) {
        let text = text.to_lowercase();
        for phrase in never {
            assert!(!text.contains(phrase), "{id}: {phrase}");
        }
    }
}

#[test]
fn a_gap_an_orphan_and_a_dead_link_are_named_with_their_file() {
    let copy = std::env::temp_dir().join(format!("waymark-content-{}", std::process::id()));
    let folder = copy.join("content/words/en");
    std::fs::create_dir_all(&folder).unwrap();
    std::os::unix::fs::symlink(root().join("src"), copy.join("src")).unwrap();
    std::fs::copy(root().join("index.html"), copy.join("index.html")).unwrap();
    std::os::unix::fs::symlink(root().join("content/pages"), copy.join("content/pages")).unwrap();
    // The letters are there, the practice cards are not.
    std::fs::create_dir_all(copy.join("content/logic")).unwrap();
    let letters = "content/logic/letters.toml";
    for file in [letters, "content/logic/phrase.toml", "content/locales.toml"] {
        std::os::unix::fs::symlink(root().join(file), copy.join(file)).unwrap();
    }
    for file in std::fs::read_dir(root().join("content/words/en")).unwrap() {
        let file = file.unwrap();
        let text = std::fs::read_to_string(file.path()).unwrap();
        let text = match file.file_name().to_str() {
            Some("ui.toml") => text
                .replace("leave = \"Leave now\"", "leave-us = \"Leave now\"")
                .replace("{page:glossary|", "{page:write/nobody|"),
            Some("open.toml") => text.replacen("({2.1.3})", "({2.1.33})", 1),
            Some("glossary.toml") => text.replacen("[term.nsb]", "[term.nnsb]", 1),
            _ => text,
        };
        std::fs::write(folder.join(file.file_name()), text).unwrap();
    }
    let problems = said(&content::build(&copy, "en").unwrap_err());
    std::fs::remove_dir_all(&copy).unwrap();
    assert!(problems.contains("no text has the id `app.leave`"), "{problems}");
    assert!(
        problems.contains("ui.toml: nothing uses the text `app.leave-us`"),
        "{problems}"
    );
    assert!(
        problems.contains("open.toml: `open.leader-concerned") && problems.contains("{2.1.33}"),
        "{problems}"
    );
    assert!(problems.contains("links to the draft `nobody`"), "{problems}");
    assert!(problems.contains("{term:nsb}"), "{problems}");
    assert!(problems.contains("0 practice cards in all"), "{problems}");
}
