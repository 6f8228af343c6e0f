//! The result of the assessment as a page: readable without having met the questions, printable.
//!
//! In: words and an [`Assessment`]. Out: a [`Doc`]. What must be read first stands first; facts for and against have the
//! same form; the line that this is no finding is always there.

use super::inline::{self, Text};
use super::{Block, Doc, Door, Route};
use crate::domain::Words;
use crate::domain::assessment::{Assessment, Fact, Gate, Outcome, Touch};

/// The page of the result.
#[must_use]
pub fn result(words: &Words, assessment: &Assessment) -> Doc {
    let mut blocks: Vec<Block> = assessment
        .gates
        .iter()
        .map(|gate| Block::Care(words.t(gate.title()).to_owned(), all(words, gate.says())))
        .collect();
    let outcome = assessment.outcome.key();
    let principles = assessment
        .touched
        .iter()
        .map(|touch| format!("{{P{}}}", touch.principle.number()));
    let lead = words.fill(
        &format!("assess.outcome.{outcome}.lead"),
        &[("principles", &list(words, principles.collect()))],
    );
    blocks.push(Block::Lead(inline::parse(words, &lead)));
    blocks.extend(paras(words, words.t(&format!("assess.outcome.{outcome}.says"))));
    blocks.push(Block::Quiet(one(words, "assess.result.finding")));
    blocks.extend(assessment.known.map(|known| Block::Quiet(one(words, known))));
    for touch in &assessment.touched {
        touched(words, touch, &mut blocks);
    }
    if !assessment.noted.is_empty() {
        blocks.push(heading(words, 2, "assess.result.noted"));
        blocks.push(Block::List(facts(words, &assessment.noted)));
    }
    if assessment.outcome == Outcome::NotEnough && !assessment.lacks.is_empty() {
        blocks.push(heading(words, 2, "assess.result.lacks"));
        blocks.push(Block::List(all(words, &assessment.lacks)));
    }
    blocks.push(heading(words, 2, "assess.result.next"));
    blocks.push(Block::Doors(doors(words, assessment)));
    blocks.push(Block::Quiet(one(words, "assess.result.prevails")));
    Doc {
        title: words.t("assess.result.title").to_owned(),
        blocks,
    }
}

fn touched(words: &Words, touch: &Touch, blocks: &mut Vec<Block>) {
    let number = touch.principle.number().to_string();
    let short = words.t(&format!("principle.{number}.short"));
    let name = words.fill(
        "assess.result.principle",
        &[("number", &number), ("short", short)],
    );
    blocks.push(Block::Heading(2, name));
    blocks.extend(paras(words, words.t(&format!("assess.asks.p{number}"))));
    blocks.push(heading(words, 3, "assess.result.toward"));
    blocks.push(Block::List(facts(words, &touch.toward)));
    blocks.push(heading(words, 3, "assess.result.elsewhere"));
    blocks.push(if touch.elsewhere.is_empty() {
        Block::Para(one(words, "assess.result.elsewhere-none"))
    } else {
        Block::List(facts(words, &touch.elsewhere))
    });
    blocks.push(heading(words, 3, "assess.result.change"));
    blocks.push(Block::List(all(words, &touch.change)));
    let marks = touch.read.iter().map(|clause| format!("{{{}}}", clause.number()));
    let clauses = list(words, marks.collect());
    let read = words.fill("assess.result.read", &[("clauses", &clauses)]);
    blocks.push(Block::Quiet(inline::parse(words, &read)));
}

/// "principle 3, principle 4 and principle 10", as marks that become links.
fn list(words: &Words, marks: Vec<String>) -> String {
    let end = marks.len().saturating_sub(1);
    let mut list = String::new();
    for (at, mark) in marks.into_iter().enumerate() {
        list = match at {
            0 => mark,
            _ if at == end => words.fill("assess.result.and", &[("list", &list), ("next", &mark)]),
            _ => words.fill("assess.result.comma", &[("list", &list), ("next", &mark)]),
        };
    }
    list
}

/// The ways on. Every outcome has some, and the way to one's answers is always there (invariant 11).
fn doors(words: &Words, assessment: &Assessment) -> Vec<Door> {
    let door = |route: Route, name: &str, note: &str| Door {
        route,
        name: words.t(name).to_owned(),
        note: one(words, note),
        aside: String::new(),
    };
    let situation = door(
        Route::Situation,
        "assess.result.door.situation",
        "assess.result.door.situation-note",
    );
    // Where there is fear, the words offered first are those for asking others (1.5).
    let care = assessment.gates.contains(&Gate::Safety);
    let note = if care {
        "assess.result.door.write-care-note"
    } else {
        "assess.result.door.write-note"
    };
    let write = door(Route::Write, "assess.result.door.write", note);
    let open = door(
        Route::page("open"),
        "assess.result.door.open",
        "assess.result.door.open-note",
    );
    let code = door(
        Route::page("code"),
        "assess.result.door.code",
        "assess.result.door.code-note",
    );
    let process = door(
        Route::page("process"),
        "assess.result.door.process",
        "assess.result.door.process-note",
    );
    let answers = door(
        Route::Answers,
        "assess.result.door.answers",
        "assess.result.door.answers-note",
    );
    match assessment.outcome {
        Outcome::Touches => vec![situation, write, open, answers],
        Outcome::Procedural => vec![answers, process, situation, open],
        Outcome::NoMatch => vec![answers, code, situation, write, open],
        // Whoever handles a concern may never have been asked what happened.
        Outcome::NotEnough => {
            let assess = door(
                Route::Assess,
                "assess.result.door.assess",
                "assess.result.door.assess-note",
            );
            vec![assess, answers, code, situation, write, open]
        }
    }
}

fn heading(words: &Words, level: u8, id: &str) -> Block {
    Block::Heading(level, words.t(id).to_owned())
}

fn one(words: &Words, id: &str) -> Text {
    inline::parse(words, words.t(id))
}

fn all(words: &Words, ids: &[&str]) -> Vec<Text> {
    ids.iter().map(|id| one(words, id)).collect()
}

fn facts(words: &Words, facts: &[Fact]) -> Vec<Text> {
    facts.iter().map(|fact| one(words, fact.said)).collect()
}

fn paras(words: &Words, text: &str) -> impl Iterator<Item = Block> {
    inline::paragraphs(words, text).into_iter().map(Block::Para)
}
