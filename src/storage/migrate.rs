//! From each form of the records to the next: pure steps, one row each, kept for ever like the fixtures in `tests/vectors/`.
//!
//! In: a body as a version once wrote it. Out: the body as today's version reads it. A row is never changed; a new form adds
//! one, and a fixture of each kind.

use super::Kind;

/// The form that is written today: of the record and of the bodies in it.
pub const SCHEMA: u32 = 2;

/// A step: the form it begins at, and what becomes of a body.
type Step = (u32, fn(Kind, String) -> String);

/// Every step, the oldest first.
const STEPS: &[Step] = &[(1, logs_and_lens)];

/// 2: cases have logs and a lens, which version 1 would lose on writing. Both may be missing, so a body of version 1 is one of
/// version 2 as it stands.
fn logs_and_lens(_: Kind, body: String) -> String {
    body
}

/// A body of this form, taken through every step that is left.
#[must_use]
pub fn migrated(from: u32, kind: Kind, body: String) -> String {
    let steps = STEPS.iter().filter(|(at, _)| *at >= from);
    steps.fold(body, |body, (_, step)| step(kind, body))
}

/// The forms that a step begins at, for the test that none is missing.
#[must_use]
pub fn begins() -> Vec<u32> {
    STEPS.iter().map(|(at, _)| *at).collect()
}
