//! A hand-over copy as text: what its preview shows, and the file for people without this guide.

use super::{everything, logs, names};
use crate::domain::handover::Copy;
use crate::domain::logs::Log;
use crate::domain::{Lens, Words, fingerprint, names as table};

/// Names of the files; they say nothing about anybody.
pub const FILE_NAME: &str = "waymark-handover.json";
/// The locked one.
pub const SEALED_NAME: &str = "waymark-handover.age";
/// The learning copy.
pub const LEARNING_NAME: &str = "waymark-learning.txt";
/// The readable one.
pub const TEXT_NAME: &str = "waymark-handover.txt";

/// Everything that the copy holds; empty when it holds nothing.
#[must_use]
pub fn inside(words: &Words, copy: &Copy) -> String {
    // As whoever opens it will have it: what its sender answered, and then those who handed it to them.
    let mut parts = everything::senders(words, &copy.case(Lens::default()).logs);
    for log in Log::ALL {
        parts.push(logs::write(words, log, copy.logs.rows(log)));
    }
    parts.push(names::write(words, table::table(&copy.logs)));
    for draft in &copy.drafts {
        let mut out = String::new();
        everything::draft(&mut out, words, draft);
        parts.push(out);
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// The readable file.
#[must_use]
pub fn text(words: &Words, copy: &Copy) -> String {
    headed(words, ["handover.text-title", "handover.text-note"], copy)
}

/// A learning copy as a file: what stands in it was replaced before ([`learning`](crate::domain::learning::learning)).
#[must_use]
pub fn learning(words: &Words, copy: &Copy) -> String {
    headed(words, ["learning.text-title", "learning.text-note"], copy)
}

fn headed(words: &Words, head: [&str; 2], copy: &Copy) -> String {
    let head = head.map(|id| words.t(id)).join("\n\n");
    let foot = words.t("fingerprint.foot").to_owned();
    fingerprint::signed([head, inside(words, copy), foot].join("\n\n"))
}
