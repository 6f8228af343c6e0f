//! Letters: nothing stands in one that was not entered, apart from the frames whose cause was given (invariants 1, 2, 3, 4, 9,
//! 10, 14, 15, 16), over every letter, every subset of its parts and every case of the routing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may fail loudly"
)]

#[path = "support/cases.rs"]
mod a_case;
#[path = "letters/around.rs"]
mod around;
#[path = "letters/begin.rs"]
mod begin;
#[path = "letters/cases.rs"]
mod cases;
#[path = "letters/data.rs"]
mod data;
#[path = "letters/departure.rs"]
mod departure;
#[path = "letters/departure_golden.rs"]
mod departure_golden;
#[path = "letters/from_plan.rs"]
mod from_plan;
#[path = "letters/golden.rs"]
mod golden;
#[path = "letters/helpers.rs"]
mod helpers;
#[path = "letters/named.rs"]
mod named;
#[path = "letters/nothing_added.rs"]
mod nothing_added;
#[path = "support/rows.rs"]
mod rows;
mod support;
#[path = "letters/taken.rs"]
mod taken;
#[path = "letters/words.rs"]
mod words;
