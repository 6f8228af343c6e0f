//! The clause-coverage matrix: which clause and which principle stands on which screen, found by making every screen.

use std::collections::{BTreeMap, BTreeSet};

use super::{screens, walk};
use crate::document::Route;
use crate::document::inline::Inline;
use crate::domain::{Clause, Principle, Words};

/// For each clause and each principle, the addresses of the screens that cite it.
#[derive(Debug, Default)]
pub struct Matrix {
    /// By clause.
    pub clauses: BTreeMap<Clause, BTreeSet<String>>,
    /// By principle.
    pub principles: BTreeMap<Principle, BTreeSet<String>>,
}

/// Makes every screen that is data and notes what each cites.
#[must_use]
pub fn matrix(words: &'static Words) -> Matrix {
    let mut matrix = Matrix::default();
    for (route, doc) in screens::all(words) {
        // Lists of everything cite everything; they say nothing about where a clause is put to use.
        if matches!(&route, Route::Page(list) if matches!(list.as_str(), "coverage" | "process" | "code")) {
            continue;
        }
        let address = route.href();
        let mut cite = |inline: &Inline| {
            if let Some(clause) = cited_clause(inline) {
                matrix.clauses.entry(clause).or_default().insert(address.clone());
            }
            if let Some(principle) = cited_principle(inline) {
                matrix
                    .principles
                    .entry(principle)
                    .or_default()
                    .insert(address.clone());
            }
        };
        walk::inlines(&doc, &mut cite);
    }
    matrix
}

fn cited_clause(inline: &Inline) -> Option<Clause> {
    match inline {
        Inline::Clause(clause) => Some(*clause),
        Inline::Link(Route::Page(address), _) => Clause::parse(address.strip_prefix("process/")?),
        _ => None,
    }
}

fn cited_principle(inline: &Inline) -> Option<Principle> {
    match inline {
        Inline::Principle(principle, _) => Some(*principle),
        Inline::Link(Route::Page(address), _) => Principle::parse(address.strip_prefix("code/")?),
        _ => None,
    }
}

/// The matrix as texts of the pack: `coverage.clause.<key>` and `coverage.principle.<n>`, addresses with spaces.
#[must_use]
pub fn texts(matrix: &Matrix) -> Vec<(String, String)> {
    let join = |screens: Option<&BTreeSet<String>>| {
        screens
            .map(|all| all.iter().map(String::as_str).collect::<Vec<_>>().join(" "))
            .unwrap_or_default()
    };
    let mut texts = Vec::new();
    for clause in Clause::ALL {
        texts.push((
            format!("coverage.clause.{}", clause.key()),
            join(matrix.clauses.get(clause)),
        ));
    }
    for principle in Principle::ALL {
        let id = format!("coverage.principle.{}", principle.number());
        texts.push((id, join(matrix.principles.get(&principle))));
    }
    texts
}
