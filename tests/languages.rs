//! What must hold in every language of the guide: complete packs, letters that hold what was written and nothing unfilled, a second pair
//! of eyes that speaks up where it should and nowhere else.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may fail loudly"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use waymark::content::{self, locales::Locale};
use waymark::domain::letters::{Draft, Form, Manner, composed, part_words};
use waymark::domain::review::{How, RULES, Rules, rule_words, rules};
use waymark::domain::routing::MessageKind;
use waymark::domain::search::index;
use waymark::domain::{OpenPoint, Words};
use waymark::export::text;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn locales() -> Vec<Locale> {
    content::locales::all(root()).unwrap()
}

fn words(locale: &Locale) -> &'static Words {
    content::load(root(), &locale.tag).unwrap()
}

/// Every language with its words, but the first, which the other tests are about.
fn others() -> impl Iterator<Item = (Locale, &'static Words)> {
    locales().into_iter().skip(1).map(|locale| {
        let words = words(&locale);
        (locale, words)
    })
}

fn draft(part: &str, text: &str) -> Draft {
    let kind = match part {
        "tried" => MessageKind::NsbRequest,
        "opening" | "stop" => MessageKind::Talk,
        _ => MessageKind::Email,
    };
    Draft::new(kind).with(part, text)
}

/// The rules that speak up about a text, with what they found.
fn said(ready: &Rules, words: &Words, part: &'static str, text: &str) -> Vec<(&'static str, String)> {
    let draft = draft(part, text);
    let found = ready.part(Form::of(words, draft.kind), &draft, part);
    found.into_iter().map(|hint| (hint.rule, hint.found)).collect()
}

#[test]
fn every_rule_speaks_up_at_the_examples_of_its_language() {
    let mut silent = Vec::new();
    for (locale, words) in others() {
        let ready = rules(words);
        for rule in RULES.iter().filter(|rule| rule.how != How::Whole) {
            let part = if rule.looks_at("observed") {
                "observed"
            } else {
                "ask"
            };
            for example in rule_words(words, rule.key).examples {
                let found = said(&ready, words, part, example);
                if !found.iter().any(|(key, _)| *key == rule.key) {
                    silent.push(format!("{} {}: {example}", locale.tag, rule.key));
                }
            }
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn fair_sentences_of_every_language_raise_nothing() {
    let mut loud = Vec::new();
    for (locale, words) in others() {
        let ready = rules(words);
        let path: PathBuf = root().join(format!("tests/cases-review/{}.toml", locale.tag));
        let table: toml::Table = std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
            .parse()
            .unwrap();
        let mut count = 0;
        for (part, sentences) in table {
            let part: &'static str = part.leak();
            for sentence in sentences.as_array().unwrap() {
                let sentence = sentence.as_str().unwrap();
                let found = said(&ready, words, part, sentence);
                loud.extend(
                    found
                        .into_iter()
                        .map(|hint| (locale.tag.clone(), hint, sentence.to_owned())),
                );
                count += 1;
            }
        }
        assert!(count >= 40, "{}: {count} fair sentences", locale.tag);
    }
    assert!(loud.is_empty(), "{loud:#?}");
}

#[test]
fn our_own_sentences_raise_nothing_in_their_language() {
    let mut loud = Vec::new();
    for (locale, words) in others() {
        let ready = rules(words);
        for kind in MessageKind::ALL {
            let form = Form::of(words, *kind);
            for part in form.parts() {
                let around = part_words(words, form, part);
                for sentence in around.choices.iter().map(|(_, one)| *one).chain([around.example]) {
                    let draft = Draft::new(*kind).with(part, sentence);
                    let found = ready.part(form, &draft, part);
                    loud.extend(
                        found
                            .into_iter()
                            .map(|hint| (locale.tag.clone(), hint.rule, hint.found, sentence)),
                    );
                }
            }
        }
    }
    assert!(loud.is_empty(), "{loud:#?}");
}

/// A draft in which everything that its letter asks was entered, each with a word of its own.
fn full(form: Form) -> (Draft, Vec<String>) {
    let mut draft = Draft::new(form.kind);
    let mut entered = Vec::new();
    let own: Vec<&str> = form.parts().collect();
    for id in own {
        let word = format!("w-{id}-w");
        draft.set(id, word.clone());
        entered.push(word);
    }
    draft.set("to-name", "Q. Recipient".to_owned());
    draft.set("from-name", "W. Riter".to_owned());
    (draft, entered)
}

#[test]
fn a_letter_in_every_language_holds_what_was_written_and_nothing_unfilled() {
    for (locale, words) in others() {
        for kind in MessageKind::ALL {
            // Its form stands in the words of the page, which may be in another language.
            let form = Form::of(words, *kind);
            let (draft, entered) = full(form);
            let letter = composed(words, form, &draft);
            let body = text::body(&letter);
            for word in entered {
                let shown = body.contains(&word);
                let conditional = form.rows().any(|row| !row.when.is_empty());
                assert!(
                    shown || conditional,
                    "{} {}: {word} is lost in\n{body}",
                    locale.tag,
                    kind.key()
                );
            }
            assert!(
                !body.contains('{') && !body.contains('}'),
                "{} {}: {body}",
                locale.tag,
                kind.key()
            );
            if form.manner() == Manner::Mail {
                assert!(
                    !letter.subject.is_empty() && !letter.closing.is_empty(),
                    "{} {}",
                    locale.tag,
                    kind.key()
                );
            }
        }
    }
}

/// The letters of a language can be put together with nothing but their own pack, as the app does while its page is in another one.
#[test]
fn letters_need_their_own_pack_alone() {
    let first = locales().remove(0);
    let page = words(&first);
    for (locale, packs) in content::build_all(root()).unwrap() {
        let pack: &'static str = packs.letters.leak();
        let alone: &'static Words = Box::leak(Box::new(Words::parse(pack).unwrap()));
        let whole = words(&locale);
        for kind in MessageKind::ALL {
            let form = Form::of(page, *kind);
            let (draft, _) = full(form);
            assert_eq!(
                composed(alone, form, &draft),
                composed(whole, form, &draft),
                "{} {}",
                locale.tag,
                kind.key()
            );
        }
    }
}

#[test]
fn words_of_one_language_do_not_stand_in_another() {
    let first = words(&locales()[0]);
    let mut same = BTreeSet::new();
    for (locale, words) in others() {
        for point in OpenPoint::ALL {
            let id = format!("open.{}.case", point.key());
            if words.t(&id) == first.t(&id) {
                same.insert((locale.tag.clone(), id));
            }
        }
        for (id, text) in words
            .iter()
            .filter(|(id, text)| text.len() > 60 && !id.starts_with("logic.") && !id.starts_with("phrase."))
        {
            // Made by the build, addresses of documents, and names in Latin letters, which are the same everywhere.
            let same_by_nature = ["coverage.", "page.coverage", "official.", "review.third-name."];
            let by_nature = same_by_nature.iter().any(|start| id.starts_with(start));
            if !by_nature && first.get(id) == Some(text) {
                same.insert((locale.tag.clone(), id.to_owned()));
            }
        }
    }
    assert!(same.is_empty(), "not translated: {same:#?}");
}

#[test]
fn what_people_type_in_their_language_leads_where_they_want_to_go() {
    for (locale, words) in others() {
        let index = index(words);
        let leads = |typed: &str, wanted: &str| {
            let found: Vec<&str> = index
                .find(typed)
                .iter()
                .map(|found| found.place.address.as_str())
                .collect();
            assert!(
                found.iter().take(3).any(|one| *one == wanted),
                "{} {typed}: {found:?}",
                locale.tag
            );
        };
        leads("2.1.3", "process/2.1.3");
        // Its own titles, as they stand and with the last letter not typed yet.
        for (address, id) in [("notes", "notes.title"), ("map", "map.title")] {
            let title = words.t(id);
            leads(title, address);
            let cut = title.char_indices().last().map_or(0, |(at, _)| at);
            leads(&title[..cut], address);
        }
    }
}
