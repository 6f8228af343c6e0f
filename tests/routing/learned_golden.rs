//! The golden table `tests/golden/learned.md`: who learns what by each step, and the two steps that follow from the ledger alone.
//! Regenerate it as the first one.

use std::fmt::Write;

use waymark::domain::lens::{Arrived, Handler, Reached, Side};
use waymark::domain::routing::{Knowledge, Line, Step, StepKind, Who, step};
use waymark::domain::situation::{Affiliation, Capacity, Group};

use super::golden::{basis, parties, same, title, who_at, who_axes};
use super::helpers::{OF_THE_LEDGER, reachable, whos};
use super::table::{Axis, at, axis, table};
use super::{handle_keys, respond};

const HEAD: &str = "Made by the engine; do not edit. Regenerate and review with\n\
     `WAYMARK_BLESS=1 cargo test --no-default-features --features pack --test routing golden`.\n\n\
     Each row is a distinct answer; a column that is missing plays no part. In brackets what it rests on; short names of parties are those of `src/domain/routing/kind.rs`. In a working group, its \
     leaders stand beside the committee’s.\n\n";

const HEADS: [&str; 3] = ["the name", "the details", "may pass it on, or ask others"];

/// Who learns each of the three, by what it rests on.
fn cells(step: &Step) -> Vec<String> {
    let of = |what| {
        let mut rests: Vec<(String, Vec<&str>)> = Vec::new();
        for one in step.knows.iter().filter(|one| one.what == what) {
            let why = basis(one.why);
            match rests.iter_mut().find(|(on, _)| *on == why) {
                Some((_, parties)) => parties.push(one.party.key()),
                None => rests.push((why, vec![one.party.key()])),
            }
        }
        let rests = rests
            .iter()
            .map(|(why, parties)| format!("{} ({why})", parties.join(", ")));
        rests.collect::<Vec<_>>().join("; ")
    };
    [Knowledge::Name, Knowledge::Details, Knowledge::MayPassOn]
        .map(of)
        .to_vec()
}

/// A table for each step by which anybody learns something.
fn each<K: Copy>(
    out: &mut String,
    all: &[(K, StepKind, Step)],
    axes: &dyn Fn() -> Vec<Axis>,
    at: &dyn Fn(K) -> Vec<usize>,
) {
    for &kind in StepKind::ALL {
        let own = all.iter().filter(|(_, one, _)| *one == kind);
        let cases: Vec<_> = own.map(|(key, _, step)| (at(*key), cells(step))).collect();
        if cases.iter().all(|(_, row)| row.iter().all(String::is_empty)) {
            continue;
        }
        writeln!(out, "### {} (`{}`)\n", title(kind), kind.key()).unwrap();
        table(out, &axes(), &HEADS, &cases);
    }
}

fn made() -> String {
    let mut out = format!("# Who learns what\n\n{HEAD}");

    out.push_str("## The one who raises it\n\n");
    let all: Vec<_> = reachable()
        .iter()
        .filter(|(who, ..)| who.group == Group::Unknown)
        .cloned()
        .collect();
    each(&mut out, &all, &who_axes, &who_at);

    out.push_str("## The person concerned\n\n");
    let axes = || {
        vec![
            axis!("reached", Reached),
            axis!("acted as", Capacity),
            axis!("behind them", Side),
        ]
    };
    each(&mut out, respond::reachable(), &axes, &|me| {
        vec![
            at!(Reached, me.reached),
            at!(Capacity, me.capacity),
            at!(Side, me.side),
        ]
    });

    out.push_str("## The one who handles it\n\n");
    let all: Vec<_> = handle_keys::reachable()
        .iter()
        .filter(|(desk, ..)| desk.group == Group::Unknown)
        .cloned()
        .collect();
    let axes = || {
        vec![
            axis!("handler", Handler),
            axis!("arrived", Arrived),
            axis!("concerned acted as", Capacity),
            axis!("belongs to", Affiliation),
        ]
    };
    each(&mut out, &all, &axes, &|desk| {
        vec![
            at!(Handler, desk.handler),
            at!(Arrived, desk.arrived),
            at!(Capacity, desk.capacity),
            at!(Affiliation, desk.affiliation),
        ]
    });

    out.push_str("# What follows from the ledger alone: a formal request was made, and decided\n\n");
    for kind in OF_THE_LEDGER {
        writeln!(out, "### {} (`{}`)\n", title(kind), kind.key()).unwrap();
        let row = |who: Who| {
            let step = step(kind, who);
            let says: Vec<&str> = step.said().map(|said| said.text).collect();
            let row = vec![
                parties(&step.recipients, Line::To),
                parties(&step.recipients, Line::Copy),
                parties(&step.recipients, Line::DoNotCopy),
                says.join(", "),
            ];
            (who_at(who), row)
        };
        let cases: Vec<_> = whos().map(row).collect();
        table(
            &mut out,
            &who_axes(),
            &["to", "copy", "leave out", "says"],
            &cases,
        );
    }
    out
}

#[test]
fn the_golden_table_of_who_learns_what_is_what_the_engine_says() {
    same("tests/golden/learned.md", &made());
}
