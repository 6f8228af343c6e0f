//! PURE RULES: the Code, the process, the facets of a situation, and what follows from them.
//!
//! In: typed facts and answers, plain data. Out: typed results that name word ids, clauses and principles.
//! Depends on std, serde and nothing of ours: no DOM, no clock, no storage, no sentence for the user.

pub mod alphabet;
pub mod answers;
pub mod apart;
pub mod assessment;
pub mod backup;
pub mod case;
pub mod code;
pub mod fingerprint;
pub mod handover;
pub mod interview;
pub mod json;
mod kept;
pub mod learning;
pub mod leave;
pub mod ledger;
pub mod lens;
pub mod letters;
pub mod locale;
pub mod logs;
pub mod map;
pub mod moment;
pub mod names;
pub mod open;
pub mod pack;
pub mod phrase;
pub mod practice;
pub mod process;
pub mod questions;
pub mod review;
pub mod routing;
pub mod screen;
pub mod sealing;
pub mod search;
pub mod senders;
pub mod situation;
pub mod sorted;

pub use answers::{Answer, Answers};
pub use code::Principle;
pub use lens::Lens;
pub use open::OpenPoint;
pub use pack::Words;
pub use process::Clause;
