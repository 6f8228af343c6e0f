//! Two stores: whatever fails, whenever the browser is killed, what was said to be saved is there afterwards.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may fail loudly"
)]

#[path = "journal/anew.rs"]
mod anew;
#[path = "journal/faults.rs"]
mod faults;
#[path = "journal/meet.rs"]
mod meet;
#[path = "journal/pump.rs"]
mod pump;
#[path = "journal/room.rs"]
mod room;
#[path = "journal/world.rs"]
mod world;
