//! Tests that look inside: each layer by itself, so that a key need not be derived for every one of thousands of files.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may fail loudly"
)]

mod changes;
mod vectors;
