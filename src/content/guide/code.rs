//! The Code and its ten principles.

use super::{door, heading, items, lead, official, paras};
use crate::document::inline::parse;
use crate::document::{Block, Doc, Route};
use crate::domain::{Principle, Words};

/// The Code: what it is, its scope, who acts, who answers, the ten principles.
#[must_use]
pub fn code(words: &Words) -> Doc {
    let mut blocks = lead(words, "code.lead");
    blocks.push(heading(words, "code.list-title"));
    let doors = Principle::ALL.into_iter().map(|principle| {
        let short = words.t(&format!("principle.{}.short", principle.number()));
        door(
            Route::principle(principle),
            numbered(words, principle),
            parse(words, short),
        )
    });
    blocks.push(Block::Doors(doors.collect()));
    blocks.push(heading(words, "guide.scope"));
    blocks.extend(paras(words, "code.scope"));
    blocks.extend(paras(words, "code.where"));
    blocks.push(heading(words, "guide.who-acts"));
    blocks.push(Block::List(items(words, "code.who-acts")));
    blocks.push(heading(words, "guide.answers"));
    blocks.push(Block::List(items(words, "code.answers")));
    blocks.push(heading(words, "guide.adopted"));
    blocks.extend(paras(words, "code.adopted"));
    blocks.extend(paras(words, "code.how-to-read"));
    blocks.push(official(words));
    Doc {
        title: words.t("code.title").to_owned(),
        blocks,
    }
}

pub(super) fn numbered(words: &Words, principle: Principle) -> String {
    let number = principle.number();
    format!("{number}. {}", words.t(&format!("principle.{number}.title")))
}

/// One principle.
#[must_use]
pub fn principle(words: &Words, principle: Principle) -> Doc {
    let number = principle.number();
    let mut blocks = Vec::new();
    let list = |blocks: &mut Vec<Block>, title: &str, id: &str| {
        blocks.push(heading(words, title));
        blocks.push(Block::List(items(words, id)));
    };
    blocks.push(heading(words, "guide.asks"));
    blocks.extend(paras(words, &format!("principle.{number}.asks")));
    list(&mut blocks, "guide.lived", &format!("principle.{number}.lived"));
    list(
        &mut blocks,
        "guide.touches",
        &format!("principle.{number}.touches"),
    );
    blocks.push(Block::Quiet(parse(words, words.t("guide.touches-note"))));
    list(&mut blocks, "guide.beyond", &format!("principle.{number}.beyond"));
    list(
        &mut blocks,
        "guide.ask-yourself",
        &format!("principle.{number}.ask-yourself"),
    );
    list(
        &mut blocks,
        "guide.related",
        &format!("principle.{number}.related"),
    );
    blocks.push(Block::Actions(vec![
        (Route::Assess, words.t("guide.to-assess").to_owned()),
        (Route::page("code"), words.t("guide.all-principles").to_owned()),
    ]));
    blocks.push(official(words));
    Doc {
        title: numbered(words, principle),
        blocks,
    }
}
