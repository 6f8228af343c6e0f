//! `content/logic/practice-*.toml` -> the text `logic.practice`, a line a card; and every reason why a card cannot be shown.
//!
//! In: the files, and the words of one locale. Out: the text, without cards that cannot be read, and the problems of all cards at
//! once: those of a card alone, those between a card and its words, and what the set as a whole lacks.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::Problem;
use super::read::{Text, Texts};
use crate::domain::pack::PARAGRAPH;
use crate::domain::practice::{KINDS, NONE, SIDES, is_key};
use crate::domain::{Clause, Principle};

/// Where the cards stand, one file a part.
pub const FOLDER: &str = "content/logic";
/// The id of their text.
const ID: &str = "logic.practice";
/// How many cards make a set.
const ENOUGH: usize = 36;
/// In how many cards each principle, each of the clauses 1 to 4 and each side has to be met.
const EACH: usize = 3;
/// How many cards of a kind there are at least.
const OF_KIND: [(&str, usize); 2] = [("grey", 8), ("innocent", 6)];

/// A card as it stands in a file.
struct Found {
    file: String,
    id: String,
    side: String,
    kind: String,
    principles: Vec<String>,
    clauses: Vec<String>,
    options: Vec<String>,
}

/// The cards as a text of the pack. What is wrong with them, [`problems`] says.
#[must_use]
pub fn read(root: &Path) -> Texts {
    let mut texts = Texts::new();
    let lines: Vec<String> = files(root, &mut Vec::new()).iter().map(line).collect();
    if !lines.is_empty() {
        let text = lines.join(&PARAGRAPH.to_string());
        let file = FOLDER.to_owned();
        texts.insert(ID.to_owned(), Text { file, text });
    }
    texts
}

/// `id side kind 3,4 1.3,4.2.2 now,break,write`
fn line(card: &Found) -> String {
    let listed = |list: &[String]| {
        if list.is_empty() {
            NONE.to_owned()
        } else {
            list.join(",")
        }
    };
    let lists = [&card.principles, &card.clauses, &card.options].map(|list| listed(list));
    format!("{} {} {} {}", card.id, card.side, card.kind, lists.join(" "))
}

/// Everything that is wrong with the cards and their words.
#[must_use]
pub fn problems(root: &Path, texts: &Texts, basis: &[String]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let cards = files(root, &mut problems);
    let mut met = BTreeSet::new();
    for card in &cards {
        let mut say = |reason: String| {
            problems.push(Problem {
                file: card.file.clone(),
                reason: format!("card `{}`: {reason}", card.id),
            });
        };
        if !met.insert(card.id.as_str()) {
            say("there is another one with this id".to_owned());
        }
        alone(card, &mut say);
        for part in ["title", "story", "ask"] {
            words(
                texts,
                &format!("practice.card.{}.{part}", card.id),
                basis,
                &mut say,
            );
        }
        for option in &card.options {
            let id = format!("practice.card.{}.option.{option}", card.id);
            words(texts, &format!("{id}.say"), basis, &mut say);
            words(texts, &format!("{id}.answer"), basis, &mut say);
        }
    }
    orphans(&cards, texts, &mut problems);
    set(&cards, &mut problems);
    problems
}

/// What is wrong with a card by itself.
fn alone(card: &Found, say: &mut impl FnMut(String)) {
    if !is_key(&card.id) || card.id == "print" {
        say("an id is made of small letters, digits and dashes, and is not `print`".to_owned());
    }
    if !SIDES.contains(&card.side.as_str()) {
        say(format!(
            "there is no side `{}`, only {}",
            card.side,
            SIDES.join(", ")
        ));
    }
    if !KINDS.contains(&card.kind.as_str()) {
        say(format!(
            "there is no kind `{}`, only {}",
            card.kind,
            KINDS.join(", ")
        ));
    }
    for principle in card.principles.iter().filter(|at| Principle::parse(at).is_none()) {
        say(format!("there is no principle {principle}"));
    }
    for clause in card.clauses.iter().filter(|at| Clause::parse(at).is_none()) {
        say(format!("there is no clause {clause}"));
    }
    if card.principles.is_empty() && card.kind != "process" {
        say("it names no principle, which only a card about the process may do".to_owned());
    }
    if card.clauses.is_empty() {
        say("it names no clause".to_owned());
    }
    let different: BTreeSet<&String> = card.options.iter().collect();
    if !(2..=4).contains(&card.options.len()) || different.len() != card.options.len() {
        say("it has two to four choices, each with a key of its own".to_owned());
    }
    for option in card.options.iter().filter(|key| !is_key(key)) {
        say(format!(
            "the key `{option}` is not made of small letters, digits and dashes"
        ));
    }
}

/// A text of a card: it is there; an answer says whose statement it is, in one paragraph.
fn words(texts: &Texts, id: &str, basis: &[String], say: &mut impl FnMut(String)) {
    let Some(found) = texts.get(id).filter(|found| !found.text.is_empty()) else {
        say(format!("no text has the id `{id}`"));
        return;
    };
    let part = id.rsplit('.').next().unwrap_or_default();
    if part != "story" && found.text.contains(PARAGRAPH) {
        say(format!("`{id}` is one paragraph"));
    }
    let text = found.text.to_lowercase();
    if part == "answer" && !basis.iter().any(|label| text.contains(label.as_str())) {
        say(format!(
            "`{id}` says neither what the text says, nor that it is silent, nor that it is our suggestion"
        ));
    }
}

/// Words of cards and of choices that there are not.
fn orphans(cards: &[Found], texts: &Texts, problems: &mut Vec<Problem>) {
    for (id, text) in texts {
        let Some((card, rest)) = id
            .strip_prefix("practice.card.")
            .and_then(|id| id.split_once('.'))
        else {
            continue;
        };
        let known = cards.iter().find(|one| one.id == card);
        let fits = |one: &Found| match rest.strip_prefix("option.").map(|rest| rest.split_once('.')) {
            Some(Some((option, "say" | "answer"))) => one.options.iter().any(|key| key == option),
            Some(_) => false,
            None => matches!(rest, "title" | "story" | "ask"),
        };
        let reason = match known {
            None => format!("`{id}`: there is no card `{card}` in {FOLDER}"),
            Some(one) if !fits(one) => format!("`{id}`: the card `{card}` in {} has no use for it", one.file),
            Some(_) => continue,
        };
        problems.push(Problem {
            file: text.file.clone(),
            reason,
        });
    }
}

/// What the set as a whole lacks.
fn set(cards: &[Found], problems: &mut Vec<Problem>) {
    let mut least = |what: String, least: usize, fits: &dyn Fn(&Found) -> bool| {
        let count = cards.iter().filter(|card| fits(card)).count();
        if count < least {
            problems.push(Problem {
                file: FOLDER.to_owned(),
                reason: format!("{count} practice cards {what}; at least {least} are needed"),
            });
        }
    };
    least("in all".to_owned(), ENOUGH, &|_| true);
    for principle in Principle::ALL {
        let number = principle.number().to_string();
        least(format!("about principle {number}"), EACH, &|card| {
            card.principles.contains(&number)
        });
    }
    for number in ["1", "2", "3", "4"] {
        least(format!("about clause {number}"), EACH, &|card| {
            card.clauses
                .iter()
                .any(|clause| clause.split('.').next() == Some(number))
        });
    }
    for side in SIDES {
        least(format!("from the side `{side}`"), EACH, &|card| card.side == side);
    }
    for (kind, count) in OF_KIND {
        least(format!("of the kind `{kind}`"), count, &|card| card.kind == kind);
    }
}

/// All cards of all files, in the order of the files.
fn files(root: &Path, problems: &mut Vec<Problem>) -> Vec<Found> {
    let mut names: Vec<String> = fs::read_dir(root.join(FOLDER))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| {
            name.starts_with("practice-") && Path::new(name).extension().is_some_and(|ext| ext == "toml")
        })
        .collect();
    names.sort();
    let mut cards = Vec::new();
    for name in names {
        let file = format!("{FOLDER}/{name}");
        let table = fs::read_to_string(root.join(&file))
            .map_err(|error| error.to_string())
            .and_then(|text| text.parse::<toml::Table>().map_err(|error| error.to_string()));
        let mut say = |reason: String| {
            problems.push(Problem {
                file: file.clone(),
                reason,
            });
        };
        match table {
            Err(reason) => say(reason),
            Ok(table) => match table.get("card").and_then(toml::Value::as_array) {
                Some(rows) if table.len() == 1 => {
                    cards.extend(rows.iter().filter_map(|row| found(&file, row, &mut say)));
                }
                _ => say("a file of cards holds `[[card]]` tables and nothing else".to_owned()),
            },
        }
    }
    cards
}

/// The keys of a card's table.
const KEYS: [&str; 6] = ["id", "side", "kind", "principles", "clauses", "options"];

fn found(file: &str, row: &toml::Value, say: &mut impl FnMut(String)) -> Option<Found> {
    let table = row.as_table()?;
    let [id, side, kind] = ["id", "side", "kind"].map(|key| {
        let text = table.get(key).and_then(toml::Value::as_str);
        text.unwrap_or_default().to_owned()
    });
    for key in table.keys().filter(|key| !KEYS.contains(&key.as_str())) {
        say(format!("card `{id}`: `{key}` means nothing here"));
    }
    let mut list = |key: &str| {
        let items = table.get(key).and_then(toml::Value::as_array);
        if items.is_none() {
            say(format!("card `{id}`: the list `{key}` is missing"));
        }
        let word = |item: &toml::Value| match item {
            toml::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        items.into_iter().flatten().map(word).collect::<Vec<String>>()
    };
    let [principles, clauses, options] = ["principles", "clauses", "options"].map(&mut list);
    let file = file.to_owned();
    Some(Found {
        file,
        id,
        side,
        kind,
        principles,
        clauses,
        options,
    })
}
