//! The rules as tables: which answer points to which principle, which opens a gate, what would change the picture.
//!
//! One row per answer, so that a lawyer can read them beside the questions. Every sentence id is in `content/`.

use super::{Fact, Gate, Place};
use crate::domain::code::{P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, Principle};
use crate::domain::process::Clause::{
    self, C1_1, C1_3, C1_4, C1_5, C1_6, C1_8, C4_1_2, C4_2_1, C4_2_2, C4_3_3, C4_3_4, C4_5_1, C4_5_2,
};

/// What one answer says about the principles.
pub struct Rule {
    /// The question.
    pub question: &'static str,
    /// The option.
    pub option: &'static str,
    /// The answer as a sentence of its own.
    pub said: &'static str,
    /// It points to these principles.
    pub toward: &'static [Principle],
    /// It adds to these, but alone it opens none of them.
    pub adds: &'static [Principle],
    /// It points away from these.
    pub elsewhere: &'static [Principle],
    /// It is a matter of technique or procedure, which has rules of its own.
    pub procedural: bool,
}

impl Rule {
    pub(super) const fn fact(&self) -> Fact {
        Fact {
            question: self.question,
            option: self.option,
            said: self.said,
        }
    }
}

const fn row(
    (question, option): (&'static str, &'static str),
    said: &'static str,
    toward: &'static [Principle],
    adds: &'static [Principle],
    elsewhere: &'static [Principle],
) -> Rule {
    Rule {
        question,
        option,
        said,
        toward,
        adds,
        elsewhere,
        procedural: false,
    }
}

/// An answer about technique or procedure; it points away from these principles.
const fn procedural(
    (question, option): (&'static str, &'static str),
    said: &'static str,
    elsewhere: &'static [Principle],
) -> Rule {
    Rule {
        question,
        option,
        said,
        toward: &[],
        adds: &[],
        elsewhere,
        procedural: true,
    }
}

/// Answers that may concern any principle.
const ANY: &[Principle] = &Principle::ALL;
/// The principles of the themes about facts that others can look up, where it matters what a person goes by.
const CHECKABLE: &[Principle] = &[P1, P2, P5, P6, P7, P8, P9, P10];

/// Every rule, in the order of the questions. Columns: answer, sentence, points to, adds to, points away from.
#[rustfmt::skip]
pub static RULES: &[Rule] = &[
    row(("safety", "danger"), "assess.said.safety.danger", &[], &[P3], &[]),
    row(("safety", "fear"), "assess.said.safety.fear", &[], &[P3], &[]),
    row(("lawful", "maybe-unlawful"), "assess.said.lawful.maybe-unlawful", &[], &[P1], &[]),
    row(("conduct", "shouted"), "assess.said.conduct.shouted", &[P3], &[], &[]),
    row(("conduct", "belittled"), "assess.said.conduct.belittled", &[P3], &[], &[]),
    row(("conduct", "personal"), "assess.said.conduct.personal", &[P3, P4], &[], &[]),
    row(("conduct", "sexual"), "assess.said.conduct.sexual", &[P3], &[], &[]),
    row(("conduct", "touch"), "assess.said.conduct.touch", &[P3], &[], &[]),
    row(("conduct", "threat"), "assess.said.conduct.threat", &[P3], &[], &[]),
    row(("conduct", "pressure"), "assess.said.conduct.pressure", &[P3], &[], &[]),
    procedural(("conduct", "criticised"), "assess.said.conduct.criticised", &[P3]),
    row(("conduct", "called-to-order"), "assess.said.conduct.called-to-order", &[], &[], &[P3, P4]),
    row(("aimed", "work"), "assess.said.aimed.work", &[], &[], &[P3]),
    row(("aimed", "person"), "assess.said.aimed.person", &[], &[P3], &[]),
    row(("aimed", "both"), "assess.said.aimed.both", &[], &[P3], &[]),
    row(("voice", "cut-off"), "assess.said.voice.cut-off", &[P4], &[P3], &[]),
    row(("voice", "unanswered"), "assess.said.voice.unanswered", &[P4], &[P5], &[]),
    row(("voice", "left-out"), "assess.said.voice.left-out", &[P4], &[], &[]),
    row(("voice", "barrier"), "assess.said.voice.barrier", &[P4], &[], &[]),
    row(("voice", "group-dismissed"), "assess.said.voice.group-dismissed", &[P3, P4], &[], &[]),
    procedural(("voice", "answered"), "assess.said.voice.answered", &[P4]),
    row(("voice", "same-limits"), "assess.said.voice.same-limits", &[], &[], &[P4]),
    procedural(("voice", "too-late"), "assess.said.voice.too-late", &[P4]),
    row(("decision", "record"), "assess.said.decision.record", &[P2], &[], &[]),
    row(("decision", "votes"), "assess.said.decision.votes", &[P1, P2], &[P4], &[]),
    row(("decision", "untrue"), "assess.said.decision.untrue", &[P2], &[P3], &[]),
    row(("decision", "kept-back"), "assess.said.decision.kept-back", &[P2], &[], &[]),
    row(("decision", "spoke-for"), "assess.said.decision.spoke-for", &[P2], &[], &[]),
    row(("decision", "own-side"), "assess.said.decision.own-side", &[P2], &[P6], &[]),
    row(("decision", "undone"), "assess.said.decision.undone", &[P2], &[P10], &[]),
    procedural(("decision", "result"), "assess.said.decision.result", &[P2]),
    procedural(("decision", "reading"), "assess.said.decision.reading", &[P1, P2]),
    row(("decision", "corrected"), "assess.said.decision.corrected", &[], &[], &[P1, P2]),
    row(("role", "stalled"), "assess.said.role.stalled", &[P5], &[], &[]),
    row(("role", "disturbed"), "assess.said.role.disturbed", &[P5], &[P3], &[]),
    row(("role", "alone"), "assess.said.role.alone", &[P5], &[P2], &[]),
    row(("role", "unread"), "assess.said.role.unread", &[P5], &[], &[]),
    row(("role", "undone"), "assess.said.role.undone", &[P5], &[], &[]),
    procedural(("role", "objected"), "assess.said.role.objected", &[P5]),
    row(("role", "said-why"), "assess.said.role.said-why", &[], &[], &[P5]),
    row(("role", "learning"), "assess.said.role.learning", &[], &[], &[P5]),
    row(("interest", "employer"), "assess.said.interest.employer", &[], &[P6], &[]),
    row(("interest", "patent"), "assess.said.interest.patent", &[], &[P6], &[]),
    row(("interest", "tie"), "assess.said.interest.tie", &[], &[P6], &[]),
    row(("interest", "paid"), "assess.said.interest.paid", &[], &[P6], &[]),
    row(("interest", "concern"), "assess.said.interest.concern", &[], &[P6], &[]),
    row(("declared", "no"), "assess.said.declared.no", &[P6], &[P2], &[]),
    row(("declared", "before"), "assess.said.declared.before", &[], &[], &[P6]),
    row(("declared", "later"), "assess.said.declared.later", &[], &[], &[P6]),
    row(("favour", "offered"), "assess.said.favour.offered", &[P9], &[], &[]),
    row(("favour", "accepted"), "assess.said.favour.accepted", &[P9], &[], &[]),
    row(("favour", "condition"), "assess.said.favour.condition", &[P9], &[P3], &[]),
    row(("favour", "hospitality"), "assess.said.favour.hospitality", &[P9], &[], &[]),
    row(("favour", "open-to-all"), "assess.said.favour.open-to-all", &[], &[], &[P9]),
    row(("favour", "small"), "assess.said.favour.small", &[], &[], &[P9]),
    row(("information", "posted"), "assess.said.information.posted", &[P7], &[], &[]),
    row(("information", "passed-on"), "assess.said.information.passed-on", &[P7], &[P8], &[]),
    row(("information", "recorded"), "assess.said.information.recorded", &[P7], &[P1], &[]),
    row(("information", "addresses"), "assess.said.information.addresses", &[P7], &[], &[]),
    row(("information", "told-of-concern"), "assess.said.information.told-of-concern", &[P7], &[P10], &[]),
    row(("information", "entitled"), "assess.said.information.entitled", &[], &[], &[P7]),
    row(("assets", "copies"), "assess.said.assets.copies", &[P8], &[P7], &[]),
    row(("assets", "name"), "assess.said.assets.name", &[P8], &[], &[]),
    row(("assets", "costs"), "assess.said.assets.costs", &[P8], &[], &[]),
    row(("assets", "authority"), "assess.said.assets.authority", &[P8], &[], &[]),
    row(("assets", "password"), "assess.said.assets.password", &[P8], &[P7], &[]),
    row(("assets", "permitted"), "assess.said.assets.permitted", &[], &[], &[P7, P8]),
    row(("rules", "prices"), "assess.said.rules.prices", &[P1], &[], &[]),
    row(("rules", "shut-out"), "assess.said.rules.shut-out", &[P1], &[P2], &[]),
    row(("rules", "set-aside"), "assess.said.rules.set-aside", &[P1], &[], &[]),
    row(("rules", "papers"), "assess.said.rules.papers", &[P1], &[], &[]),
    row(("rules", "secret-recording"), "assess.said.rules.secret-recording", &[P1, P7], &[], &[]),
    row(("rules", "open-agreement"), "assess.said.rules.open-agreement", &[], &[], &[P1]),
    procedural(("rules", "two-readings"), "assess.said.rules.two-readings", &[P1]),
    row(("dispute", "no-answer"), "assess.said.dispute.no-answer", &[P10], &[P5], &[]),
    row(("dispute", "silenced"), "assess.said.dispute.silenced", &[P3, P10], &[], &[]),
    row(("dispute", "made-to-pay"), "assess.said.dispute.made-to-pay", &[P3, P10], &[P4], &[]),
    row(("dispute", "broken"), "assess.said.dispute.broken", &[P10], &[], &[]),
    row(("dispute", "public"), "assess.said.dispute.public", &[P10], &[P7], &[]),
    row(("dispute", "worked-against"), "assess.said.dispute.worked-against", &[P10], &[P2], &[]),
    row(("dispute", "untrue"), "assess.said.dispute.untrue", &[P10], &[P3], &[]),
    procedural(("dispute", "appealed"), "assess.said.dispute.appealed", &[P10]),
    row(("dispute", "sought-help"), "assess.said.dispute.sought-help", &[], &[], &[P10]),
    row(("agreement", "clear"), "assess.said.agreement.clear", &[], &[P10], &[]),
    row(("agreement", "unclear"), "assess.said.agreement.unclear", &[], &[], &[P10]),
    procedural(("disagreement", "technical"), "assess.said.disagreement.technical", &[P2]),
    procedural(("disagreement", "lost"), "assess.said.disagreement.lost", &[P2, P10]),
    procedural(("disagreement", "reading"), "assess.said.disagreement.reading", &[P1, P2]),
    procedural(("disagreement", "comment"), "assess.said.disagreement.comment", &[P4]),
    row(("heard", "no"), "assess.said.heard.no", &[P4], &[P2], &[]),
    row(("heard", "partly"), "assess.said.heard.partly", &[], &[P4], &[]),
    row(("heard", "yes"), "assess.said.heard.yes", &[], &[], &[P2, P4]),
    row(("basis", "written"), "assess.said.basis.written", &[], CHECKABLE, &[]),
    row(("basis", "heard"), "assess.said.basis.heard", &[], CHECKABLE, &[]),
    row(("basis", "concluded"), "assess.said.basis.concluded", &[], &[], CHECKABLE),
    row(("recurrence", "repeated"), "assess.said.recurrence.repeated", &[], &[P3, P4, P5], &[]),
    row(("recurrence", "ongoing"), "assess.said.recurrence.ongoing", &[], &[P3, P4, P5], &[]),
    row(("pointed-out", "put-right"), "assess.said.pointed-out.put-right", &[], &[], ANY),
    row(("pointed-out", "reason"), "assess.said.pointed-out.reason", &[], &[], ANY),
    row(("pointed-out", "went-on"), "assess.said.pointed-out.went-on", &[], ANY, &[]),
    row(("context", "language"), "assess.said.context.language", &[], &[], &[P2, P3, P4]),
    row(("context", "custom"), "assess.said.context.custom", &[], &[], &[P3, P4, P9]),
    row(("context", "haste"), "assess.said.context.haste", &[], &[], &[P1, P2, P3, P4, P5, P7, P8]),
    row(("context", "technical"), "assess.said.context.technical", &[], &[], &[P2, P3, P4, P5]),
    row(("context", "duty"), "assess.said.context.duty", &[], &[], &[P2, P3, P4, P5]),
    row(("context", "rule"), "assess.said.context.rule", &[], &[], &[P1, P2, P4, P5, P7, P8]),
];

/// The place in a row of [`GATES`] is not looked at: it follows from the setting.
const UNLAWFUL: Gate = Gate::Unlawful(Place::Between);

/// The answers that open a gate: safety (1.5; principle 3) and what may be unlawful (4.5; principles 1, 3, 8 and 9 at least).
#[rustfmt::skip]
pub static GATES: &[(&str, &str, Gate)] = &[
    ("safety", "danger", Gate::Safety),
    ("safety", "fear", Gate::Safety),
    ("safety", "power-gap", Gate::Safety),
    ("conduct", "sexual", Gate::Safety),
    ("conduct", "touch", Gate::Safety),
    ("conduct", "threat", Gate::Safety),
    ("conduct", "pressure", Gate::Safety),
    ("dispute", "silenced", Gate::Safety),
    ("lawful", "maybe-unlawful", UNLAWFUL),
    ("conduct", "sexual", UNLAWFUL),
    ("conduct", "touch", UNLAWFUL),
    ("conduct", "threat", UNLAWFUL),
    ("favour", "offered", UNLAWFUL),
    ("favour", "accepted", UNLAWFUL),
    ("favour", "condition", UNLAWFUL),
    ("information", "recorded", UNLAWFUL),
    ("assets", "costs", UNLAWFUL),
    ("rules", "prices", UNLAWFUL),
    ("rules", "shut-out", UNLAWFUL),
    ("rules", "papers", UNLAWFUL),
    ("rules", "secret-recording", UNLAWFUL),
];

/// Per principle: what would make it plainer, and what would make it look different.
#[rustfmt::skip]
pub static CHANGE: [[&str; 2]; 10] = [
    ["assess.change.p1.more", "assess.change.p1.less"],
    ["assess.change.p2.more", "assess.change.p2.less"],
    ["assess.change.p3.more", "assess.change.p3.less"],
    ["assess.change.p4.more", "assess.change.p4.less"],
    ["assess.change.p5.more", "assess.change.p5.less"],
    ["assess.change.p6.more", "assess.change.p6.less"],
    ["assess.change.p7.more", "assess.change.p7.less"],
    ["assess.change.p8.more", "assess.change.p8.less"],
    ["assess.change.p9.more", "assess.change.p9.less"],
    ["assess.change.p10.more", "assess.change.p10.less"],
];

/// The same for principle 3 where somebody was touched or threatened: there is no talk of words meant otherwise.
pub static CHANGE_GRAVE: [&str; 2] = ["assess.change.grave.more", "assess.change.grave.less"];

/// Per principle: clauses to read.
pub static READ: [&[Clause]; 10] = [
    &[C1_1, C4_5_1, C4_5_2],
    &[C1_1, C1_4, C4_3_3],
    &[C1_5, C4_3_4, C4_5_1, C4_5_2],
    &[C1_1, C1_3],
    &[C1_1, C1_6],
    &[C1_1, C4_3_3],
    &[C4_2_1, C4_2_2],
    &[C1_1, C4_1_2],
    &[C1_1, C4_5_1, C4_5_2],
    &[C1_4, C1_8, C4_3_4],
];

/// The questions whose answer would help most, and what to look for.
pub static LACKS: &[(&str, &str)] = &[
    ("nearest", "assess.lacks.nearest"),
    ("conduct", "assess.lacks.conduct"),
    ("voice", "assess.lacks.voice"),
    ("decision", "assess.lacks.decision"),
    ("role", "assess.lacks.role"),
    ("interest", "assess.lacks.interest"),
    ("declared", "assess.lacks.declared"),
    ("favour", "assess.lacks.favour"),
    ("information", "assess.lacks.information"),
    ("assets", "assess.lacks.assets"),
    ("rules", "assess.lacks.rules"),
    ("dispute", "assess.lacks.dispute"),
    ("disagreement", "assess.lacks.disagreement"),
    ("heard", "assess.lacks.heard"),
    ("basis", "assess.lacks.basis"),
    ("pointed-out", "assess.lacks.pointed-out"),
];
