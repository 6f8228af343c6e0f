//! Tables whose rows with the same outcome are joined, so that a person can read every case.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// A row in the making: for each facet the answers for which the outcome holds.
type Sets = Vec<BTreeSet<usize>>;

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
fn join(cases: &[(Vec<usize>, Vec<String>)], order: &[usize]) -> Vec<(Sets, Vec<String>)> {
    let single = |at: &[usize]| at.iter().map(|n| BTreeSet::from([*n])).collect();
    let mut rows: Vec<(Sets, Vec<String>)> =
        cases.iter().map(|(at, row)| (single(at), row.clone())).collect();
    for &axis in order {
        let mut joined: BTreeMap<(Sets, Vec<String>), BTreeSet<usize>> = BTreeMap::new();
        for (mut sets, row) in rows {
            let own = std::mem::take(&mut sets[axis]);
            joined.entry((sets, row)).or_default().extend(own);
        }
        rows = joined
            .into_iter()
            .map(|((mut sets, row), own)| {
                sets[axis] = own;
                (sets, row)
            })
            .collect();
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
    let mut rows = orders
        .map(|order| join(cases, &order))
        .min_by_key(Vec::len)
        .expect("a table has at least one column");
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
        let cells: Vec<String> = facets.chain(row).collect();
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
