//! What the stage ledger says, where it counts before the answers; and the choice whether to keep a record.
//!
//! In: words, a case. Out: blocks for the pages of the plan, the answers and the ledger itself.

use super::inline::parse;
use super::{Block, Doc, logs, plan, question};
use crate::domain::ledger::Formal;
use crate::domain::logs::Log;
use crate::domain::questions::RECORD;
use crate::domain::routing::statements::first as s;
use crate::domain::routing::{Said, StepKind, Who, step};
use crate::domain::situation::Facets;
use crate::domain::{Answers, Lens, Words, case::Case};

/// What the ledger says of what this question asks (`first`, `informal`, and as the other sides are asked the same), in words that
/// fit every side; `None` where it says nothing.
#[must_use]
pub fn says(words: &Words, case: &Case, question: &str) -> Option<&'static str> {
    let stands = case.stands();
    let id = match question {
        "first" | "tried-first" => format!("ledger.first-is.{}", stands.first?.key()),
        "informal" | "tried-informal" => format!("ledger.informal-is.{}", stands.informal?.key()),
        "reached" => return formal(words, stands.formal.filter(|how| *how != Formal::Settled)?),
        _ => return None,
    };
    words.get(&id)
}

fn formal(words: &Words, how: Formal) -> Option<&'static str> {
    words.get(&format!("ledger.formal-is.{}", how.key()))
}

/// The sentence that the ledger goes before the answers; nothing where it says nothing. The plan of the person concerned reads
/// only what the ledger says of a formal request.
#[must_use]
pub fn speaks(words: &Words, case: &Case, lens: Lens) -> Option<Block> {
    let mut said: Vec<String> = Vec::new();
    if lens != Lens::Respond {
        for (question, id) in [("first", "ledger.first"), ("informal", "ledger.informal")] {
            let how = says(words, case, question);
            said.extend(how.map(|how| words.fill(id, &[("how", how)])));
        }
    }
    let how = case.stands().formal.and_then(|how| formal(words, how));
    said.extend(how.map(|how| words.fill("ledger.formal", &[("how", how)])));
    let what = words.joined(&said);
    (!said.is_empty()).then(|| Block::Para(parse(words, &words.fill("ledger.speaks", &[("what", &what)]))))
}

/// The sentence with the choice whether to keep a record; nothing where none was made.
#[must_use]
pub fn choice(words: &Words, answers: &Answers) -> Option<Block> {
    let question = RECORD.first()?;
    let key = answers.one(question.id);
    let known = question.options().contains(&key);
    let says = known.then(|| question::say(words, question, key))?;
    Some(Block::Para(parse(
        words,
        &words.fill("ledger.record.chosen", &[("choice", says)]),
    )))
}

/// Adds to a plan what the case says beside the answers: that the ledger counts, and which record the person chose.
pub fn amend(words: &Words, doc: &mut Doc, case: &Case, lens: Lens) {
    if let Some(chosen) = choice(words, &case.answers) {
        for kind in [StepKind::Records, StepKind::KeepRecord, StepKind::Confirm] {
            let title = words.t(&format!("step.{}.title", kind.key()));
            for at in 0..doc.blocks.len() {
                match &mut doc.blocks[at] {
                    Block::Heading(_, name) if name == title => doc.blocks.insert(at + 1, chosen.clone()),
                    Block::Details(name, blocks) if name == title => blocks.insert(0, chosen.clone()),
                    _ => {}
                }
            }
        }
    }
    // Notices come first (invariant 7); this goes before the first step, behind the short forms.
    let short_forms = plan::short_forms(words, &case.plan(lens));
    let before = doc.blocks.iter().position(|block| *block == short_forms);
    if let Some(says) = speaks(words, case, lens) {
        doc.blocks.insert(before.map_or(0, |at| at + 1), says);
    }
}

/// The three clauses that pull apart, a block each, to stand side by side (1.7, 4.1.1, 4.1.4).
#[must_use]
pub fn record_clauses(words: &Words, facets: &Facets) -> Vec<Block> {
    about_records(facets)
        .iter()
        .take(3)
        .flat_map(|&said| plan::voices(words, &[said]))
        .collect()
}

/// What is left open and what we suggest; and what is written anyway (1.2, 1.8).
#[must_use]
pub fn record_rest(words: &Words, facets: &Facets) -> Vec<Block> {
    let mut said: Vec<Said> = about_records(facets).into_iter().skip(3).collect();
    said.extend([s::RECORDS_OWN, s::WRITE_KEEP]);
    plan::voices(words, &said)
}

/// The e-mail that confirms what was agreed (1.8).
#[must_use]
pub fn record_confirm(words: &Words) -> Vec<Block> {
    plan::voices(
        words,
        &[
            s::CONFIRM_WHY,
            s::CONFIRM_COPIES,
            s::CONFIRM_TELL,
            s::CONFIRM_WORTH,
        ],
    )
}

fn about_records(facets: &Facets) -> Vec<Said> {
    step(StepKind::Records, Who::of(facets)).why
}

/// The page of a log as far as it is the same for everybody: for the clause coverage and the checks of the build.
#[must_use]
pub fn page(words: &Words, log: Log) -> Doc {
    let mut blocks = logs::opening(words, log);
    if log == Log::Steps {
        let facets = Facets::default();
        blocks.extend(record_clauses(words, &facets));
        blocks.extend(record_rest(words, &facets));
        blocks.extend(record_confirm(words));
        blocks.push(Block::Quiet(parse(words, words.t("ledger.record.forget"))));
        blocks.push(Block::Quiet(parse(words, words.t("ledger.again"))));
        blocks.extend(choice_of(words));
    }
    Doc {
        title: logs::name(words, log, "title").to_owned(),
        blocks,
    }
}

/// The choice and its options, as a list.
fn choice_of(words: &Words) -> Vec<Block> {
    RECORD
        .iter()
        .flat_map(|question| {
            let options = question
                .options()
                .iter()
                .map(|option| parse(words, question::say(words, question, option)));
            let why = question::why(words, question).into_iter().map(Block::Para);
            let ask = parse(words, question::ask(words, question));
            why.chain([
                Block::Para(ask),
                Block::Quiet(question::help(words, question)),
                Block::List(options.collect()),
            ])
        })
        .collect()
}
