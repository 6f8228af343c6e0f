//! The golden tables `tests/golden/respond.md` and `tests/golden/handle.md`: every case of the two lenses, for a lawyer to read
//! and sign. Regenerate them as the first one.

use std::fmt::Write;

use waymark::domain::lens::{
    Arrived, FirstTried, Handler, Heard, InformalTried, Items, Outcome, Reached, Settled, Side, View,
};
use waymark::domain::routing::{Gate, Line, StageInfo, Step, StepKind, Way};
use waymark::domain::routing::{handle as handling, respond as responding};
use waymark::domain::situation::{Affiliation, Capacity, Group, Lawful, Safety, Setting};

use super::golden::{bases, basis, parties, same, steps, then, title};
use super::helpers::words;
use super::table::{Axis, at, axis, table};
use super::{handle_keys as handle, respond};

const HEAD: &str = "Made by the engine; do not edit. Regenerate and review with\n\
     `WAYMARK_BLESS=1 cargo test --no-default-features --features pack --test routing golden`.\n\n\
     Each row is a distinct answer; a column that is missing plays no part. Short names are those of `src/domain/lens/` and \
     `src/domain/situation.rs`, of open points those of `src/domain/open.rs`.\n\n";

fn yes_no(name: &'static str) -> Axis {
    Axis {
        name,
        answers: vec!["no", "yes"],
    }
}

fn gates() -> Axis {
    Axis {
        name: "gate",
        answers: vec!["clear", "guarded", "danger"],
    }
}

fn gate_at(gate: Gate) -> usize {
    match gate {
        Gate::Clear | Gate::Unsure => 0,
        Gate::Guarded => 1,
        Gate::Danger => 2,
    }
}

/// The cells of a step: to, copy, leave out, further on, who learns it, clauses, silent on, messages.
fn cells(step: &Step) -> Vec<String> {
    let own: Vec<&str> = step.clauses.iter().map(|clause| clause.number()).collect();
    let letters: Vec<&str> = step.messages.iter().map(|message| message.key()).collect();
    vec![
        parties(&step.recipients, Line::To),
        parties(&step.recipients, Line::Copy),
        parties(&step.recipients, Line::DoNotCopy),
        then(step),
        own.join(", "),
        bases(step.said(), true),
        bases(step.said(), false),
        letters.join(", "),
    ]
}

const CELLS: [&str; 8] = [
    "to",
    "copy",
    "leave out",
    "further on",
    "step under",
    "cites",
    "silent on",
    "letters",
];

fn stage_cells(stages: &[StageInfo; 3]) -> Vec<String> {
    stages
        .iter()
        .map(|stage| {
            format!(
                "{}: {} ({})",
                stage.state.key(),
                words().t(stage.note.text),
                basis(stage.note)
            )
        })
        .collect()
}

/// Each step under its own heading, with its leads and what if it fails, and a table of who receives it.
fn each_step<K: Copy>(
    out: &mut String,
    kinds: impl Iterator<Item = StepKind>,
    all: &[(K, StepKind, Step)],
    axes: &dyn Fn() -> Vec<Axis>,
    place: &dyn Fn(K) -> Vec<usize>,
) {
    for kind in kinds {
        let cases: Vec<(Vec<usize>, Vec<String>)> = all
            .iter()
            .filter(|(_, own, _)| *own == kind)
            .map(|(key, _, step)| (place(*key), cells(step)))
            .collect();
        if cases.is_empty() {
            continue;
        }
        writeln!(out, "### {} (`{}`)\n", title(kind), kind.key()).expect("a string");
        table(out, &axes(), &CELLS, &cases);
    }
}

/// Whether it is settled is not asked before anybody raised it, nor once the TMB has it.
fn asked(reached: Reached, settled: Settled) -> bool {
    settled == Settled::Unknown || !matches!(reached, Reached::Noticed | Reached::Tmb | Reached::TmbDecision)
}

fn respond_table() -> String {
    let mut out = format!("# The person concerned: every case\n\n{HEAD}");
    respond_order(&mut out);
    respond_steps(&mut out);
    respond_notices(&mut out);
    respond_beside(&mut out);
    out
}

fn respond_order(out: &mut String) {
    out.push_str("## 1. Which step comes next\n\n");
    out.push_str("Gate: clear, guarded (fear, perhaps unlawful), danger. Apart: guarded, in danger, or asked to leave the other side alone.\n\n");
    let axes = [
        axis!("reached", Reached),
        yes_no("apart"),
        gates(),
        axis!("view", View),
        axis!("settled", Settled),
        yes_no("wants company"),
    ];
    let mut cases = Vec::new();
    respond::each_order(|key| {
        // Neither the capacity nor the side plays a part; the invariants meet them all.
        if asked(key.concerned.reached, key.settled)
            && key.concerned.capacity == Capacity::Unknown
            && key.concerned.side == Side::Unknown
        {
            let at = vec![
                at!(Reached, key.concerned.reached),
                usize::from(key.concerned.apart),
                gate_at(key.gate),
                at!(View, key.view),
                at!(Settled, key.settled),
                usize::from(key.company),
            ];
            cases.push((at, steps(&responding::order(key))));
        }
    });
    table(out, &axes, &["lead", "also open"], &cases);
}

fn respond_steps(out: &mut String) {
    out.push_str("## 2. Each step: who receives it\n\n");
    let place = |me: responding::Concerned| {
        vec![
            at!(Reached, me.reached),
            at!(Capacity, me.capacity),
            at!(Side, me.side),
            usize::from(me.apart),
        ]
    };
    each_step(
        out,
        StepKind::ALL.iter().copied(),
        respond::reachable(),
        &|| {
            vec![
                axis!("reached", Reached),
                axis!("acted as", Capacity),
                axis!("behind them", Side),
                yes_no("apart"),
            ]
        },
        &place,
    );
}

fn respond_notices(out: &mut String) {
    out.push_str("## 3. What is read first\n\n");
    let mut cases = Vec::new();
    respond::each_notice(|key| {
        let all = responding::notices(key);
        let kinds: Vec<&str> = all.iter().map(|notice| notice.kind.key()).collect();
        let turn = all
            .iter()
            .flat_map(|notice| notice.parties.clone())
            .collect::<Vec<_>>();
        let meaning = all.last().map_or("", |notice| words().t(notice.says[0].text));
        let at = vec![
            at!(Reached, key.reached),
            at!(Capacity, key.capacity),
            at!(Safety, key.safety),
            at!(Lawful, key.lawful),
            at!(Setting, key.setting),
        ];
        cases.push((
            at,
            vec![kinds.join(", "), parties(&turn, Line::To), meaning.to_owned()],
        ));
    });
    // One table for what it is, one for what comes before it.
    let meanings: Vec<_> = cases
        .iter()
        .map(|(at, row)| (at.clone(), vec![row[2].clone()]))
        .collect();
    let grave: Vec<_> = cases
        .into_iter()
        .map(|(at, row)| (at, row[..2].to_vec()))
        .collect();
    let axes = || {
        [
            axis!("reached", Reached),
            axis!("acted as", Capacity),
            axis!("safety", Safety),
            axis!("lawful", Lawful),
            axis!("setting", Setting),
        ]
    };
    table(out, &axes(), &["what it is"], &meanings);
    table(out, &axes(), &["notices", "turn to"], &grave);
}

fn respond_beside(out: &mut String) {
    out.push_str("## 4. Stages, cautions, how to stop\n\n");
    let axes = || {
        [
            axis!("reached", Reached),
            axis!("acted as", Capacity),
            axis!("settled", Settled),
        ]
    };
    let (mut ledger, mut beside) = (Vec::new(), Vec::new());
    respond::each_stage(|me, settled| {
        if asked(me.reached, settled) && me.side == Side::Unknown && !me.apart {
            let at = vec![
                at!(Reached, me.reached),
                at!(Capacity, me.capacity),
                at!(Settled, settled),
            ];
            ledger.push((at.clone(), stage_cells(&responding::stages(me, settled))));
            let cautions: Vec<String> = responding::cautions(me, settled)
                .iter()
                .map(|said| format!("{} ({})", said.text.trim_start_matches("respond."), basis(said)))
                .collect();
            let stop = responding::stop(me, settled);
            beside.push((at, vec![cautions.join("; "), words().t(stop.text).to_owned()]));
        }
    });
    table(
        out,
        &axes(),
        &["first steps", "informal request", "formal request"],
        &ledger,
    );
    table(out, &axes(), &["cautions", "how to stop"], &beside);
}

fn ways() -> Axis {
    Axis {
        name: "about",
        answers: vec![
            "committee level",
            "the same, one NSB on both sides",
            "liaison",
            "convenor, project leader",
            "the same, from a liaison organization",
            "staff",
            "the TPM",
            "the Office of the CEO",
            "a body",
            "a guest",
            "not clear",
        ],
    }
}

fn way_at(matter: handling::Matter) -> usize {
    match matter.way {
        Way::Committee => usize::from(matter.one_nsb),
        Way::Liaison => 2,
        Way::Lead => 3,
        Way::LeadLiaison => 4,
        Way::Staff => 5,
        Way::Tpm => 6,
        Way::CeoOffice => 7,
        Way::Body => 8,
        Way::Guest => 9,
        Way::Unclear => 10,
    }
}

fn handle_table() -> String {
    let mut out = format!("# Whoever handles a concern: every case\n\n{HEAD}");
    handle_order(&mut out);
    handle_steps(&mut out);
    handle_stages(&mut out);
    out
}

fn handle_order(out: &mut String) {
    out.push_str("## 1. Which step comes next\n\n");
    out.push_str(
        "Nothing connects them to either side. If something does, they hand it over and keep the list of who knows what; if they saw it \
         or have not looked yet, the check for conflicts is the lead and all else follows. Gate clear; where somebody may be unsafe, \
         nothing that goes to the person concerned leads, and in danger no approach for somebody else is offered.\n\n",
    );
    let axes = [
        axis!("handler", Handler),
        axis!("arrived", Arrived),
        ways(),
        axis!("first steps", FirstTried),
        axis!("informal request", InformalTried),
        yes_no("all there"),
        axis!("heard", Heard),
        axis!("outcome", Outcome),
    ];
    let mut cases = std::collections::BTreeMap::new();
    handle::each_order(|key| {
        if key.gate == Gate::Clear {
            let at = vec![
                at!(Handler, key.matter.handler),
                at!(Arrived, key.matter.arrived),
                way_at(key.matter),
                at!(FirstTried, key.first),
                at!(InformalTried, key.informal),
                usize::from(key.complete),
                at!(Heard, key.heard),
                at!(Outcome, key.outcome),
            ];
            let row = steps(&handling::order(key));
            cases.insert(at, row);
        }
    });
    // One desk a table: with all in one, no person could read it.
    for (n, &handler) in Handler::ALL.iter().enumerate() {
        writeln!(out, "### `{}`\n", handler.key()).expect("a string");
        let own: Vec<_> = cases
            .iter()
            .filter(|(at, _)| at[0] == n)
            .map(|(at, row)| (at[1..].to_vec(), row.clone()))
            .collect();
        table(out, &axes[1..], &["lead", "also open"], &own);
    }
}

fn handle_steps(out: &mut String) {
    out.push_str("## 2. Each step: who receives it\n\n");
    out.push_str("With nothing of what should be there, so that all that may be missing is listed. In a working group its leaders are added.\n\n");
    let plain: Vec<_> = handle::reachable()
        .iter()
        .filter(|(desk, ..)| desk.group == Group::Unknown)
        .cloned()
        .collect();
    let place = |desk: handling::Desk| {
        vec![
            at!(Handler, desk.handler),
            at!(Arrived, desk.arrived),
            at!(Capacity, desk.capacity),
            at!(Affiliation, desk.affiliation),
        ]
    };
    each_step(
        out,
        StepKind::ALL.iter().copied(),
        &plain,
        &|| {
            vec![
                axis!("handler", Handler),
                axis!("arrived", Arrived),
                axis!("concerned acted as", Capacity),
                axis!("belongs to", Affiliation),
            ]
        },
        &place,
    );

    out.push_str("## 3. What is missing, and why it matters\n\n");
    let check = handling::step(
        StepKind::CheckComplete,
        handling::Desk::default(),
        Items::default(),
    );
    for said in &check.prepare {
        writeln!(out, "- {} ({})", words().t(said.text), basis(said)).expect("a string");
    }
}

fn handle_stages(out: &mut String) {
    out.push_str("\n## 4. Stages\n\n");
    let axes = [
        axis!("handler", Handler),
        axis!("arrived", Arrived),
        ways(),
        axis!("first steps", FirstTried),
        axis!("informal request", InformalTried),
        axis!("outcome", Outcome),
    ];
    let mut cases = Vec::new();
    handle::each_stage(|key| {
        let at = vec![
            at!(Handler, key.matter.handler),
            at!(Arrived, key.matter.arrived),
            way_at(key.matter),
            at!(FirstTried, key.first),
            at!(InformalTried, key.informal),
            at!(Outcome, key.outcome),
        ];
        cases.push((at, stage_cells(&handling::stages(key))));
    });
    table(
        out,
        &axes,
        &["first steps", "informal request", "formal request"],
        &cases,
    );
}

#[test]
fn the_golden_table_of_the_person_concerned_is_what_the_engine_says() {
    same("tests/golden/respond.md", &respond_table());
}

#[test]
fn the_golden_table_of_a_handler_is_what_the_engine_says() {
    same("tests/golden/handle.md", &handle_table());
}
