//! What the guide says that nobody can read rests on tests that exist: the page, the table in `docs/promises.md`, the sources.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot read the files has nothing to say"
)]

use std::collections::BTreeSet;
use std::path::Path;

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The cells of each row of the table.
fn rows(table: &str) -> Vec<Vec<String>> {
    let rows = table.lines().filter(|line| line.starts_with("| ")).skip(1);
    rows.map(|line| {
        line.trim_matches('|')
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect()
    })
    .collect()
}

/// The names between backticks that name a test: `file::test`.
fn tests(text: &str) -> Vec<(String, String)> {
    let names = text.split('`').skip(1).step_by(2);
    names
        .filter_map(|name| name.split_once("::"))
        .map(|(file, test)| (file.to_owned(), test.to_owned()))
        .collect()
}

#[test]
fn everybody_on_the_page_is_in_the_table_and_every_cannot_is_shown() {
    let page = read("content/pages/en/promise/who.page");
    let on_page: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    assert!(on_page.len() >= 9, "{on_page:?}");
    for part in page.split("\n## ").skip(1) {
        assert!(
            part.contains("\n- Can: ") && part.contains("\n- Cannot: "),
            "{part}"
        );
    }
    let rows = rows(&read("docs/promises.md"));
    let mut who = String::new();
    let mut in_table = Vec::new();
    for row in &rows {
        let [name, cannot, shown] = &row[..] else {
            panic!("three cells: {row:?}");
        };
        if !name.is_empty() {
            who.clone_from(name);
            in_table.push(who.clone());
        }
        let none = cannot.contains("none is promised");
        assert!(
            none == shown.is_empty()
                && (none || !tests(shown).is_empty() || shown.contains("the browser's own")),
            "{who}: {cannot}"
        );
    }
    assert_eq!(in_table, on_page);
}

#[test]
fn every_test_that_is_named_exists() {
    // Both say what is held by which test, for readers of the source.
    for (document, least) in [("docs/promises.md", 20), ("docs/accessibility.md", 15)] {
        let named: BTreeSet<(String, String)> = tests(&rows(&read(document)).concat().join(" "))
            .into_iter()
            .collect();
        assert!(named.len() > least, "{named:?}");
        for (file, test) in named {
            exists(document, &file, &test);
        }
    }
}

fn exists(document: &str, file: &str, test: &str) {
    let there = [
        format!("tests/journeys/tests/all/{file}.rs"),
        format!("tests/{file}.rs"),
    ]
    .iter()
    .map(|path| Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
    .filter_map(|path| std::fs::read_to_string(path).ok())
    .any(|source| source.contains(&format!("fn {test}()")));
    assert!(there, "{file}::{test} is named in {document} and is nowhere");
}

/// What the page says to its other tabs and to the worker goes through channels that reach this origin alone; nothing is said to
/// other windows, and nothing that they say is heard.
#[test]
fn nothing_is_said_to_other_windows() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut said = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
        {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = std::fs::read_to_string(&path).unwrap_or_default();
            for name in [".postMessage(", ".post_message("] {
                said.extend(source.match_indices(name).map(|(at, _)| {
                    let before = source[..at].rsplit(|c: char| !c.is_alphanumeric()).next();
                    before.unwrap_or_default().to_owned()
                }));
            }
            let hears =
                source.contains("addEventListener(\"message\"") || source.contains("\"message\", listener");
            assert!(
                !hears || path.ends_with("offline/worker.js"),
                "{}",
                path.display()
            );
        }
    }
    let known = ["answers", "channel", "installing", "port", "waiting", "worker"];
    assert_eq!(said.iter().map(String::as_str).collect::<Vec<_>>(), known);
    let page = read("index.html");
    assert!(!page.contains("postMessage") && !page.contains("document.domain"));
}
