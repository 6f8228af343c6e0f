//! Why a journey failed, in words. In: any error. Out: text that the test runner prints as it stands.

use std::fmt;

/// What every method of the harness returns.
pub type Res<T = ()> = Result<T, Failure>;

/// A failed expectation or a broken tool. `Debug` prints plain text, because that is what the test runner shows.
pub struct Failure(String);

impl Failure {
    /// A failure in these words.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}
