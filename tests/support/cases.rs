//! Cases for tests.

use waymark::domain::case::Case;
use waymark::domain::logs::{Log, Row};

/// A case with these answers and this ledger, seen by the one who raises it.
pub fn case(answers: &[(&str, &str)], ledger: Vec<Row>) -> Case {
    let mut case = Case::default();
    for (question, option) in answers {
        case.answers.choose(question, option);
    }
    case.logs.set(Log::Steps, ledger);
    case
}
