//! A case: one situation and the answers about it.

use serde::{Deserialize, Serialize};

use super::answers::Answers;

/// What is kept of one situation. Results and plans are worked out from it, never stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Case {
    /// All answers, also those set aside.
    pub answers: Answers,
}
