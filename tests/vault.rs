//! The lock: whatever fails, whenever the browser is killed, everything is there afterwards and opens with the passphrase; and
//! once the lock is said to be on, nothing of it can be read in either store.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    dead_code,
    reason = "helpers of tests may fail loudly; two tests share a world"
)]

#[path = "vault/faults.rs"]
mod faults;
#[path = "vault/page.rs"]
mod page;
#[path = "vault/steps.rs"]
mod steps;
#[path = "journal/world.rs"]
mod world;
