//! Every statement that a plan can hold: its word id and what it rests on, one line each.
//!
//! A statement rests on the same clauses wherever it is shown; that is why the pairs stand here, in one table per subject,
//! and not where they are used. Words: `content/words/en/route.toml`, `respond.toml` and
//! `handle.toml`.

use super::{Basis, Said, Statement};
use crate::domain::{Clause, OpenPoint};

/// Makes a table of statements: `NAME "route.id" says [clauses];`, `… silent Point;`, `… elsewhere Point;` or `… ours;`.
macro_rules! statements {
    ($($name:ident $id:literal $kind:ident $($on:expr)?;)+) => {
        $(
            #[doc = concat!("`", $id, "`")]
            pub const $name: Said = &Statement { text: $id, basis: super::basis!($kind $($on)?) };
        )+

        /// All statements of this table, for the checks.
        pub const ALL: &[Said] = &[$($name),+];
    };
}
use statements;

/// The bases by their short names.
macro_rules! basis {
    (says $clauses:expr) => {
        Basis::Says(&$clauses)
    };
    (silent $point:expr) => {
        Basis::Silent($point)
    };
    (elsewhere $point:expr) => {
        Basis::Elsewhere($point)
    };
    (ours) => {
        Basis::Suggests
    };
}
use basis;

pub mod beside;
pub mod first;
pub mod handle;
pub mod lines;
pub mod respond;
pub mod second;
pub mod third;

/// Every statement of every table.
pub fn all() -> impl Iterator<Item = Said> {
    [
        first::ALL,
        second::ALL,
        third::ALL,
        lines::ALL,
        beside::ALL,
        respond::ALL,
        handle::ALL,
    ]
    .into_iter()
    .flatten()
    .copied()
}
