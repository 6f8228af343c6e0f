//! The guide without the app: every page of words as plain HTML in every language, whole, without a script, and with no link that leads
//! nowhere.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may fail loudly"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use waymark::content::plain::{self, Plain};
use waymark::content::{self, locales::Locale};
use waymark::document::inline::{Inline, Text};
use waymark::document::{Block, Doc, Route};
use waymark::domain::Words;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// One language: its words, and its pages by their addresses, as data and as files.
struct Own {
    locale: Locale,
    words: &'static Words,
    docs: BTreeMap<String, Doc>,
    files: BTreeMap<String, String>,
}

fn everything() -> &'static [Own] {
    static ONCE: OnceLock<Vec<Own>> = OnceLock::new();
    ONCE.get_or_init(|| {
        let built = content::build_all(root()).unwrap();
        let all: Vec<Locale> = built.iter().map(|(locale, _)| locale.clone()).collect();
        built
            .into_iter()
            .map(|(locale, packs)| {
                let words = content::load(root(), &locale.tag).unwrap();
                let shipped = plain::shipped(&locale, packs.first, packs.second).unwrap();
                let made = Plain::new(root(), &all, &locale, words, shipped).unwrap();
                let docs = made.docs().map(|(address, doc)| (address.to_owned(), doc));
                let (docs, files) = (docs.collect(), made.files().into_iter().collect());
                Own {
                    locale,
                    words,
                    docs,
                    files,
                }
            })
            .collect()
    })
}

fn every_file() -> impl Iterator<Item = (&'static Own, &'static str, &'static str)> {
    everything().iter().flat_map(|own| {
        let files = own.files.iter();
        files.map(move |(name, html)| (own, name.as_str(), html.as_str()))
    })
}

/// The values of an attribute, in their order.
fn values<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let mark = format!(" {name}=\"");
    let parts = html.split(mark.as_str()).skip(1);
    parts.filter_map(|part| part.split('"').next()).collect()
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    text.replace("&quot;", "\"").replace("&amp;", "&")
}

/// What a text browser shows: no tags, one blank between words.
fn seen(html: &str) -> String {
    let body = html.split_once("<main").unwrap().1.split_once('>').unwrap().1;
    let body = body.split_once("</main>").unwrap().0;
    let mut text = String::new();
    for part in body.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
        text.push(' ');
    }
    one_blank(&unescaped(&text))
}

fn one_blank(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Everything that a page says, in its order.
fn words_of(doc: &Doc) -> Vec<String> {
    let mut said = vec![doc.title.clone()];
    blocks(&doc.blocks, &mut said);
    said.iter()
        .map(|text| one_blank(text))
        .filter(|text| !text.is_empty())
        .collect()
}

fn blocks(all: &[Block], said: &mut Vec<String>) {
    for block in all {
        match block {
            Block::Lead(text) | Block::Para(text) | Block::Quiet(text) => running(text, said),
            Block::Heading(_, name) => said.push(name.clone()),
            Block::List(texts) | Block::Steps(texts) | Block::Voice(_, texts) => each(texts, said),
            Block::Care(name, texts) => {
                said.push(name.clone());
                each(texts, said);
            }
            Block::Terms(terms) => {
                for (_, name, texts) in terms {
                    said.push(name.clone());
                    each(texts, said);
                }
            }
            Block::Doors(doors) => {
                for door in doors {
                    said.push(door.name.clone());
                    running(&door.note, said);
                    said.push(door.aside.clone());
                }
            }
            Block::Actions(actions) => said.extend(actions.iter().map(|(_, name)| name.clone())),
            Block::Outside(_, name, note) => {
                said.push(name.clone());
                running(note, said);
            }
            Block::Details(name, inner) | Block::Card(name, inner) => {
                said.push(name.clone());
                blocks(inner, said);
            }
            Block::Table(head, rows) => {
                said.extend(head.iter().cloned());
                for row in rows {
                    each(row, said);
                }
            }
            Block::Who(_) | Block::Trail(_) => panic!("a page of words has none"),
        }
    }
}

fn each(texts: &[Text], said: &mut Vec<String>) {
    for text in texts {
        running(text, said);
    }
}

fn running(text: &Text, said: &mut Vec<String>) {
    for piece in text {
        said.push(match piece {
            Inline::Str(text) | Inline::Principle(_, text) | Inline::Link(_, text) => text.clone(),
            Inline::Clause(clause) => clause.number().to_owned(),
            Inline::Unknown(mark) => panic!("{mark}"),
        });
    }
}

#[test]
fn every_page_of_words_stands_in_every_language_with_every_word() {
    let first: Vec<&String> = everything()[0].docs.keys().collect();
    for address in [
        "code/3",
        "process/2.1.3",
        "glossary",
        "open/same-nsb",
        "coverage",
        "promise",
        "official",
        "accessibility",
    ] {
        assert!(first.iter().any(|one| *one == address), "{address}");
    }
    for own in everything() {
        let tag = &own.locale.tag;
        assert_eq!(first, own.docs.keys().collect::<Vec<_>>(), "{tag}");
        // All that the build has pages for, but the one for an address that leads nowhere.
        let written = own.words.iter().filter_map(|(id, _)| id.strip_prefix("page."));
        for address in written.filter(|address| *address != "unknown") {
            let doc = &own.docs[address];
            let seen = seen(&own.files[&format!("{tag}/{address}.html")]);
            let mut rest = seen.as_str();
            for said in words_of(doc) {
                let (_, after) = rest.split_once(said.as_str()).unwrap_or_else(|| {
                    panic!("{tag}/{address}: {said:?} is not where it should be in\n{rest}")
                });
                rest = after;
            }
        }
        assert_eq!(own.files.len(), own.docs.len() + 1, "{tag}");
    }
}

/// What stands only in the packs: the matrix says of every clause where it stands.
#[test]
fn the_page_on_coverage_is_not_empty() {
    for own in everything() {
        let html = &own.files[&format!("{}/coverage.html", own.locale.tag)];
        assert!(values(html, "href").len() > 100, "{}", own.locale.tag);
    }
}

#[test]
fn every_link_leads_to_a_file_or_to_a_screen_of_the_app() {
    let all: Vec<Locale> = everything().iter().map(|own| own.locale.clone()).collect();
    let files: BTreeMap<&str, &str> = every_file().map(|(_, name, html)| (name, html)).collect();
    let pages: BTreeSet<String> = all
        .iter()
        .map(|locale| format!("../{}", locale.page(&all)))
        .collect();
    let mut to_app = 0;
    for (own, name, html) in every_file() {
        for href in values(html, "href") {
            if let Some(rest) = href.strip_prefix("data:") {
                assert!(rest.starts_with("image/svg+xml"), "{name}");
                continue;
            }
            if let Some(rest) = href.strip_prefix("https://") {
                assert!(name.ends_with("/official.html"), "{name}: {rest}");
                continue;
            }
            // Nothing that depends on where the guide is put.
            assert!(!href.contains(':') && !href.starts_with('/'), "{name}: {href}");
            let href = unescaped(href);
            let (path, place) = href.split_once('#').unwrap_or((&href, ""));
            let target = if path.is_empty() {
                name.to_owned()
            } else {
                resolved(name, path)
            };
            if pages.contains(&target) {
                assert_eq!(
                    target,
                    format!("../{}", own.locale.page(&all)),
                    "{name}: {href}: another language"
                );
                let route = Route::parse(place);
                assert_eq!(route.href(), format!("#{place}"), "{name}: {href}");
                if let Route::Page(address) = &route {
                    let back = format!("{}/{address}.html", own.locale.tag);
                    assert_eq!(back, name, "{href}: a page of words is here as well");
                }
                to_app += 1;
            } else if target == plain::STYLE {
                assert_eq!(place, "", "{name}");
            } else {
                let there = files.get(target.as_str());
                let there =
                    there.unwrap_or_else(|| panic!("{name}: {href} leads to {target}, which there is not"));
                assert!(
                    place.is_empty() || there.contains(&format!(" id=\"{place}\"")),
                    "{name}: {href}"
                );
            }
        }
    }
    assert!(to_app > 100, "{to_app}");
}

/// A path as a browser reads it, from the folder `guide/`.
fn resolved(from: &str, path: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." if parts.last().is_some_and(|last| *last != "..") => drop(parts.pop()),
            other => parts.push(other),
        }
    }
    parts.join("/")
}

#[test]
fn no_page_runs_anything_or_keeps_search_engines_out() {
    for (_, name, html) in every_file() {
        for never in [
            "<script",
            "<iframe",
            "<form",
            "<style",
            "javascript:",
            " style=",
            "noindex",
            "{{",
            "%guide%",
        ] {
            assert!(!html.contains(never), "{name}: {never}");
        }
        let handlers = html.split('<').filter_map(|part| part.split_once('>'));
        for (tag, _) in handlers {
            // What stands between quotation marks is a value.
            let acts = tag.split('"').step_by(2).any(|outside| outside.contains(" on"));
            assert!(!acts, "{name}: {tag}");
        }
        let policy = format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\" />",
            plain::POLICY
        );
        assert!(
            html.contains(&policy) && !plain::POLICY.contains("script"),
            "{name}"
        );
        assert!(plain::POLICY.starts_with("default-src 'none'"));
    }
}

#[test]
fn each_says_what_it_is_and_where_it_is_in_the_other_languages() {
    let tags: Vec<&str> = everything().iter().map(|own| own.locale.tag.as_str()).collect();
    let mut titles = BTreeSet::new();
    for (own, name, html) in every_file() {
        let Own { locale, words, .. } = own;
        let begin = format!(
            "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">",
            locale.tag, locale.direction
        );
        assert!(html.starts_with(&begin), "{name}");
        let title = html
            .split_once("<title>")
            .unwrap()
            .1
            .split_once("</title>")
            .unwrap()
            .0;
        assert!(
            titles.insert((locale.tag.clone(), title.to_owned())),
            "{name}: {title} twice"
        );
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        let ids = values(html, "id");
        assert_eq!(
            ids.len(),
            ids.iter().collect::<BTreeSet<_>>().len(),
            "{name}: an id twice"
        );
        let canonical = html.split_once("<link rel=\"canonical\" href=\"").unwrap().1;
        assert_eq!(resolved(name, canonical.split_once('"').unwrap().0), name);
        let (_, address) = name.split_once('/').unwrap();
        for tag in &tags {
            let link = html
                .split_once(&format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\""))
                .unwrap()
                .1;
            let other = resolved(name, link.split_once('"').unwrap().0);
            assert_eq!(other, format!("{tag}/{address}"));
        }
        // What is missing here, who speaks, and which text prevails.
        let mut lines = vec!["plain.missing", "app.not-iso"];
        if locale.tag != tags[0] {
            lines.push("language.unofficial");
        }
        let text = unescaped(html);
        for id in lines {
            assert!(text.contains(words.t(id)), "{name}: {id}");
        }
        assert!(
            text.contains(words.t("app.prevails").split('{').next().unwrap()),
            "{name}"
        );
    }
}

#[test]
fn the_list_of_all_pages_lists_all_pages() {
    for own in everything() {
        let tag = &own.locale.tag;
        let html = &own.files[&format!("{tag}/index.html")];
        let main = html
            .split_once("<main")
            .unwrap()
            .1
            .split_once("</main>")
            .unwrap()
            .0;
        let links: Vec<&str> = values(main, "href")
            .into_iter()
            .filter(|href| !href.starts_with(".."))
            .collect();
        let expected: BTreeSet<String> = own.docs.keys().map(|address| format!("{address}.html")).collect();
        assert_eq!(links.len(), expected.len(), "{tag}");
        assert!(links.iter().all(|link| expected.contains(*link)), "{tag}");
    }
}
