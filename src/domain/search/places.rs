//! What can be found besides pages, letters and practice cards: the screens of the app and the interviews.

use crate::domain::interview::Question;
use crate::domain::questions::{ASSESS, HANDLE, RESPOND, SITUATION};

/// Pages that list everything would be found for everything.
pub const LISTS: [&str; 2] = ["page.coverage", "page.unknown"];

/// Screens of the app: address, id of the name, ids of texts.
pub const SCREENS: [(&str, &str, &[&str]); 26] = [
    ("assess", "assess.title", &["interview.assess.lead"]),
    ("result", "assess.result.title", &["assess.result.finding"]),
    ("situation", "situation.title", &["interview.situation.lead"]),
    ("plan", "plan.title", &["home.plan.text"]),
    ("respond", "lens.respond.find", &["lens.respond.lead"]),
    ("respond/plan", "lens.respond.find-plan", &["lens.respond.lead"]),
    ("handle", "lens.handle.find", &["lens.handle.lead"]),
    ("handle/plan", "lens.handle.find-plan", &["lens.handle.lead"]),
    ("answers", "answers.title", &["answers.lead"]),
    ("map", "map.title", &["map.lead"]),
    (
        "ledger",
        "log.steps.title",
        &[
            "ledger.stages",
            "log.steps.list",
            "log.steps.lead",
            "log.steps.note",
        ],
    ),
    ("told", "log.told.title", &["log.told.lead", "log.told.note"]),
    (
        "papers",
        "log.papers.title",
        &["log.papers.list", "log.papers.lead", "log.papers.note"],
    ),
    ("names", "names.title", &["names.lead", "names.column.name.label"]),
    ("hand-over", "handover.title", &["handover.lead", "handover.care"]),
    (
        "hand-over/open",
        "handover.receive.title",
        &["handover.receive.lead", "handover.receive.care"],
    ),
    ("write", "write.title", &["write.lead"]),
    ("write/respond", "write.find-respond", &["write.group.answer"]),
    ("write/handle", "write.find-handle", &["write.group.officer"]),
    (
        "notes",
        "notes.title",
        &[
            "notes.lead",
            "keep.shared-title",
            "keep.forget-title",
            "keep.forget",
        ],
    ),
    (
        "backup",
        "backup.title",
        &["backup.make", "backup.lead", "backup.why"],
    ),
    (
        "backup/open",
        "backup.open.title",
        &["backup.open-note", "backup.open.lead"],
    ),
    ("lock", "lock.title", &["lock.turn-on", "lock.lead", "lock.off"]),
    ("language", "language.title", &["language.lead"]),
    ("practice", "practice.page.title", &["practice.page.lead"]),
    (
        "practice/print",
        "practice.page.print-title",
        &["practice.page.print-lead"],
    ),
];

/// The interviews: the questions, the address before theirs, the id of the name.
pub const INTERVIEWS: [(&[Question], &str, &str); 4] = [
    (ASSESS, "assess", "assess.title"),
    (SITUATION, "situation", "situation.title"),
    (RESPOND, "respond", "lens.respond.find"),
    (HANDLE, "handle", "lens.handle.find"),
];
