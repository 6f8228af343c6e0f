//! The clause-coverage matrix: which clause and which principle stands on which screen, found by making every screen.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::inline::Inline;
use crate::document::{Route, screens, walk};
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
        if matches!(route, Route::Coverage | Route::Process | Route::Code) {
            continue;
        }
        let address = route.href();
        let mut cite = |inline: &Inline| match inline {
            Inline::Clause(clause) | Inline::Link(Route::Clause(clause), _) => {
                matrix.clauses.entry(*clause).or_default().insert(address.clone());
            }
            Inline::Principle(principle, _) | Inline::Link(Route::Principle(principle), _) => {
                matrix
                    .principles
                    .entry(*principle)
                    .or_default()
                    .insert(address.clone());
            }
            _ => {}
        };
        walk::inlines(&doc, &mut cite);
    }
    matrix
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
