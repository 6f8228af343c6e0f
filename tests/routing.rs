//! The routing: its sixteen invariants over every combination of the facets, its golden table, its named cases, its map.
//!
//! Each part of a plan is a function of a small projection of the facets (`Who`, `OrderKey`, …). Enumerating each
//! projection fully is enumerating every combination: the types leave nothing else for a part to depend on.
#![cfg(feature = "pack")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests may fail loudly"
)]

#[path = "support/cases.rs"]
mod a_case;
#[path = "routing/cases.rs"]
mod cases;
#[path = "routing/copies.rs"]
mod copies;
#[path = "routing/golden.rs"]
mod golden;
#[path = "routing/handle.rs"]
mod handle;
#[path = "routing/handle_keys.rs"]
mod handle_keys;
#[path = "routing/helpers.rs"]
mod helpers;
#[path = "routing/invariants.rs"]
mod invariants;
#[path = "routing/learned_golden.rs"]
mod learned_golden;
#[path = "routing/lens_cases.rs"]
mod lens_cases;
#[path = "routing/lens_golden.rs"]
mod lens_golden;
#[path = "routing/lenses.rs"]
mod lenses;
#[path = "routing/map.rs"]
mod map;
#[path = "routing/map_golden.rs"]
mod map_golden;
#[path = "routing/noted.rs"]
mod noted;
#[path = "routing/open.rs"]
mod open;
#[path = "routing/plans.rs"]
mod plans;
#[path = "routing/respond.rs"]
mod respond;
#[path = "support/rows.rs"]
mod rows;
mod support;
#[path = "routing/table.rs"]
mod table;
#[path = "routing/words.rs"]
mod words;
