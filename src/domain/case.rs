//! A case: one situation and the answers about it.

use serde::Serialize;

use super::answers::Answers;
use super::kept::kept;

/// What is kept of one situation. Results and plans are worked out from it, never stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Case {
    /// All answers, also those set aside.
    pub answers: Answers,
}

kept!(Case { answers });
