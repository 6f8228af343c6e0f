//! Tables whose rows with the same outcome are joined, so that a person can read every case.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;

/// A row in the making: for each facet the answers for which the outcome holds, as bits, and which outcome.
type Joined = (Vec<u64>, usize);

/// A facet as a column: its name and its answers.
pub struct Axis {
    /// Its heading.
    pub name: &'static str,
    /// Its answers, in the order of the facet.
    pub answers: Vec<&'static str>,
}

macro_rules! axis {
    ($name:literal, $facet:ty) => {
        Axis {
            name: $name,
            answers: <$facet>::ALL.iter().map(|answer| answer.key()).collect(),
        }
    };
}

/// Position of an answer in its list.
macro_rules! at {
    ($facet:ty, $value:expr) => {
        <$facet>::ALL
            .iter()
            .position(|answer| *answer == $value)
            .expect("every answer is in ALL")
    };
}

/// Rows with the same outcome joined, one facet after the other in this order.
fn join(cases: &[Joined], order: &[usize]) -> Vec<Joined> {
    let mut rows = cases.to_vec();
    for &axis in order {
        let mut joined: HashMap<Joined, u64> = HashMap::new();
        for (mut sets, outcome) in rows {
            let own = std::mem::take(&mut sets[axis]);
            *joined.entry((sets, outcome)).or_default() |= own;
        }
        let whole = |((mut sets, outcome), own): (Joined, u64)| {
            sets[axis] = own;
            (sets, outcome)
        };
        rows = joined.into_iter().map(whole).collect();
    }
    rows
}

/// A table with as few rows as joining in one order or another can give.
pub fn table(out: &mut String, axes: &[Axis], heads: &[&str], cases: &[(Vec<usize>, Vec<String>)]) {
    let orders = (0..axes.len()).flat_map(|by| {
        let mut order: Vec<usize> = (0..axes.len()).collect();
        order.rotate_left(by);
        let back = order.iter().rev().copied().collect();
        [order, back]
    });
    // The outcomes by number: comparing their texts again and again would take minutes.
    let outcomes: BTreeSet<&Vec<String>> = cases.iter().map(|(_, row)| row).collect();
    let outcomes: Vec<&Vec<String>> = outcomes.into_iter().collect();
    let number = |row| outcomes.binary_search(&row).expect("every outcome is among them");
    let single: Vec<Joined> = cases
        .iter()
        .map(|(at, row)| (at.iter().map(|n| 1 << n).collect(), number(row)))
        .collect();
    let rows = orders
        .map(|order| join(&single, &order))
        .min_by_key(Vec::len)
        .expect("a table has at least one column");
    let set = |bits: u64| (0..64).filter(|n| bits & (1 << n) != 0).collect();
    let mut rows: Vec<(Vec<BTreeSet<usize>>, &Vec<String>)> = rows
        .into_iter()
        .map(|(sets, outcome)| (sets.into_iter().map(set).collect(), outcomes[outcome]))
        .collect();
    rows.sort();
    // A facet that plays no part in the whole table has no column.
    let shown: Vec<usize> = (0..axes.len())
        .filter(|&axis| {
            rows.iter()
                .any(|(sets, _)| sets[axis].len() < axes[axis].answers.len())
        })
        .collect();
    let names = shown
        .iter()
        .map(|&axis| axes[axis].name)
        .chain(heads.iter().copied());
    let head: Vec<&str> = names.collect();
    writeln!(out, "| {} |\n|{}", head.join(" | "), "---|".repeat(head.len())).expect("a string");
    for (sets, row) in rows {
        let facets = shown.iter().map(|&axis| answers(&axes[axis], &sets[axis]));
        let cells: Vec<String> = facets.chain(row.iter().cloned()).collect();
        writeln!(out, "| {} |", cells.join(" | ")).expect("a string");
    }
    out.push('\n');
}

/// "any", "any but a, b", or the answers.
fn answers(axis: &Axis, set: &BTreeSet<usize>) -> String {
    let name = |n: &usize| axis.answers[*n].to_owned();
    let others: Vec<String> = (0..axis.answers.len())
        .filter(|n| !set.contains(n))
        .map(|n| name(&n))
        .collect();
    if others.is_empty() {
        "any".to_owned()
    } else if axis.answers.len() > 4 && others.len() <= 3 {
        format!("any but {}", others.join(", "))
    } else {
        set.iter().map(name).collect::<Vec<_>>().join(", ")
    }
}

pub(crate) use {at, axis};
