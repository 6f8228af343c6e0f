//! Keeping: whatever fails, whoever else writes, whatever was stored, nothing that was said to be saved is lost, and
//! nothing that is not ours is touched.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may fail loudly"
)]

#[path = "storage/damage.rs"]
mod damage;
#[path = "storage/faults.rs"]
mod faults;
#[path = "storage/helpers.rs"]
mod helpers;
#[path = "storage/moves.rs"]
mod moves;
#[path = "storage/strange.rs"]
mod strange;
#[path = "storage/tabs.rs"]
mod tabs;
#[path = "storage/vectors.rs"]
mod vectors;
