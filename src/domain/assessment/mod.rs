//! The assessment: which principles the answers touch, what points there, what points elsewhere, what would change it.
//!
//! In: [`Answers`]. Out: an [`Assessment`] of word ids, clauses and principles. No verdict, no score, no order by gravity:
//! the principles stand in the order of the Code, and every fact is shown, for and against.

mod rules;

pub use rules::{CHANGE, CHANGE_GRAVE, GATES, LACKS, READ, RULES, Rule};

use super::answers::Answers;
use super::code::{P3, Principle};
use super::interview::applicable;
use super::process::Clause;
use super::questions::{ASSESS, DETAILS, GRAVE};

/// Something to read before the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gate {
    /// Danger, threat, pressure, fear or a gap in power: nobody has to face the person concerned (1.5).
    Safety,
    /// Something may be unlawful (4.5).
    Unlawful(Place),
}

/// Which clause on unlawful activity speaks of the place where it happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// At a meeting (4.5.1).
    Meeting,
    /// In correspondence between meetings (4.5.2).
    Correspondence,
    /// Social events, social media, virtual meetings, not known: neither clause names them (open point `unlawful`).
    Between,
}

impl Gate {
    /// The id of its heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Safety => "assess.gate.safety.title",
            Self::Unlawful(_) => "assess.gate.unlawful.title",
        }
    }

    /// The ids of what it says, in order.
    #[must_use]
    pub const fn says(self) -> &'static [&'static str] {
        match self {
            Self::Safety => &["assess.gate.safety.first", "assess.gate.safety.others"],
            Self::Unlawful(Place::Meeting) => &["assess.gate.unlawful.may", "assess.gate.unlawful.meeting"],
            Self::Unlawful(Place::Correspondence) => {
                &["assess.gate.unlawful.may", "assess.gate.unlawful.correspondence"]
            }
            Self::Unlawful(Place::Between) => &["assess.gate.unlawful.may", "assess.gate.unlawful.between"],
        }
    }
}

/// How it comes out. All four are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The answers touch at least one principle.
    Touches,
    /// A technical or procedural disagreement, which is settled elsewhere.
    Procedural,
    /// Nothing in the answers matches. That is not the same as no breach: the Code is not exhaustive.
    NoMatch,
    /// Not enough to say.
    NotEnough,
}

impl Outcome {
    /// Its key, in words and cases.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Touches => "touches",
            Self::Procedural => "procedural",
            Self::NoMatch => "no-match",
            Self::NotEnough => "not-enough",
        }
    }
}

/// An answer and the sentence that says it to somebody who never met the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fact {
    /// The question.
    pub question: &'static str,
    /// The option chosen.
    pub option: &'static str,
    /// The id of the sentence.
    pub said: &'static str,
}

/// A principle that the answers touch.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Touch {
    /// Which one.
    pub principle: Principle,
    /// The answers that point this way; never empty.
    pub toward: Vec<Fact>,
    /// The answers that point the other way.
    pub elsewhere: Vec<Fact>,
    /// What would change the picture.
    pub change: Vec<&'static str>,
    /// Clauses to read.
    pub read: &'static [Clause],
}

/// What the answers come to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Assessment {
    /// Come first.
    pub gates: Vec<Gate>,
    /// How it comes out.
    pub outcome: Outcome,
    /// In the order of the Code; empty unless the outcome is [`Outcome::Touches`].
    pub touched: Vec<Touch>,
    /// What the answers say, where no principle is touched.
    pub noted: Vec<Fact>,
    /// From whom the answers come.
    pub known: Option<&'static str>,
    /// What would help to know.
    pub lacks: Vec<&'static str>,
}

/// Reads the answers that apply. Total: any answers give an assessment.
#[must_use]
pub fn assess(answers: &Answers) -> Assessment {
    let kept = applicable(ASSESS, answers);
    let facts: Vec<&Rule> = RULES
        .iter()
        .filter(|rule| kept.chose(rule.question, rule.option))
        .collect();
    let touched: Vec<Touch> = Principle::ALL
        .into_iter()
        .filter_map(|principle| touch(principle, &facts, &kept))
        .collect();
    let outcome = if !touched.is_empty() {
        Outcome::Touches
    } else if facts.iter().any(|rule| rule.procedural) {
        Outcome::Procedural
    } else if nothing_matches(&kept) {
        Outcome::NoMatch
    } else {
        Outcome::NotEnough
    };
    let noted = if touched.is_empty() {
        facts.iter().map(|rule| rule.fact()).collect()
    } else {
        Vec::new()
    };
    Assessment {
        gates: gates(&kept),
        outcome,
        touched,
        noted,
        known: known(&kept),
        lacks: lacks(&kept),
    }
}

/// A principle is touched when at least one fact of itself points there; what only adds weight never opens one.
fn touch(principle: Principle, facts: &[&Rule], kept: &Answers) -> Option<Touch> {
    if !facts.iter().any(|rule| rule.toward.contains(&principle)) {
        return None;
    }
    let pick = |at: fn(&Rule) -> [&'static [Principle]; 2]| {
        let points = facts
            .iter()
            .filter(|rule| at(rule).iter().any(|list| list.contains(&principle)));
        points.map(|rule| rule.fact()).collect::<Vec<_>>()
    };
    let at = usize::from(principle.number()) - 1;
    let grave = principle == P3 && GRAVE.holds(kept);
    let mut change = if grave { CHANGE_GRAVE } else { CHANGE[at] }.to_vec();
    if kept.one("stake") == "told" {
        change.push("assess.change.told");
    }
    if !matches!(kept.one("pointed-out"), "put-right" | "reason" | "went-on") {
        // Someone who is afraid is not sent to ask for reasons (1.1 against 1.5; open point `unsafe`).
        let care = gates(kept).contains(&Gate::Safety);
        change.push(if care {
            "assess.change.their-side-later"
        } else {
            "assess.change.their-side"
        });
    }
    Some(Touch {
        principle,
        toward: pick(|rule| [rule.toward, rule.adds]),
        elsewhere: pick(|rule| [rule.elsewhere, &[]]),
        change,
        read: READ[at],
    })
}

/// Who tells it: the first thing that a reader of the page wants to know.
fn known(kept: &Answers) -> Option<&'static str> {
    match kept.one("stake") {
        "experienced" => Some("assess.known.experienced"),
        "saw" => Some("assess.known.saw"),
        "told" => Some("assess.known.told"),
        _ => None,
    }
}

fn gates(kept: &Answers) -> Vec<Gate> {
    let opened = |gate: &Gate| GATES.iter().any(|row| row.2 == *gate && kept.chose(row.0, row.1));
    let place = match kept.one("setting") {
        "meeting-open" | "meeting-aside" => Place::Meeting,
        "email" | "chat" => Place::Correspondence,
        _ => Place::Between,
    };
    let safety = opened(&Gate::Safety).then_some(Gate::Safety);
    let unlawful = opened(&Gate::Unlawful(Place::Between)).then_some(Gate::Unlawful(place));
    safety.into_iter().chain(unlawful).collect()
}

/// Whether enough was answered to say that nothing matches: every theme question that was asked is answered.
fn nothing_matches(kept: &Answers) -> bool {
    let asked = |id: &&str| {
        ASSESS
            .iter()
            .any(|question| question.id == *id && question.when.holds(kept))
    };
    let known = |id: &str| !matches!(kept.one(id), "" | "unknown");
    kept.chose("nearest", "none") || (known("nearest") && DETAILS.iter().copied().filter(asked).all(known))
}

fn lacks(kept: &Answers) -> Vec<&'static str> {
    let asked = |id: &str| {
        ASSESS
            .iter()
            .any(|question| question.id == id && question.when.holds(kept))
    };
    let open = LACKS
        .iter()
        .filter(|(id, _)| asked(id) && matches!(kept.one(id), "" | "unknown"));
    open.map(|(_, text)| *text).collect()
}
