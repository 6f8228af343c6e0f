//! Routing: from the facets of a situation to the next steps, who to write to and who not.
//!
//! In: the answers, read through one [`Lens`]: as the one who raises a concern ([`Facets`]), as the one it is about
//! ([`respond`]), as the one who must handle it ([`handle`]). Out: a [`Plan`], made of word ids, clauses and typed parties; no
//! sentence.
//!
//! The types carry the proof: each part of a plan is a function of a small projection of the facets ([`Who`] for what a
//! step says and who receives it, [`OrderKey`] for which steps stand in which order, [`StageKey`], [`NoticeKey`],
//! [`CautionKey`]). To enumerate each projection fully is therefore to enumerate every combination of the facets. Danger and fear
//! alone reach into a step: they take colleagues of the person concerned out of it, and add nothing.

mod cautions;
mod copies;
mod first;
pub mod handle;
mod kind;
mod knows;
mod later;
mod ledger;
mod noted;
mod notices;
mod officer;
mod order;
mod outside;
mod recipients;
pub mod respond;
mod second;
mod stages;
pub mod statements;
mod third;
mod who;

pub use cautions::{CautionKey, cautions};
pub use copies::copies;
pub use first::{about_copyright, avoided, leave_out};
pub use kind::{Knowledge, Line, MessageKind, NoticeKind, Party, Stage, StageState, StepKind};
pub use ledger::formal_in_ledger;
pub use noted::{Course, Noted, noted_in_ledger};
pub use notices::{NoticeKey, notices};
pub use order::{Gate, OrderKey, Phase, Scene, order};
pub use stages::{StageKey, stages, stop};
pub use who::{Standing, Way, Who};

use super::answers::Answers;
use super::lens::{HandleFacets, Lens, RespondFacets};
use super::open::OpenPoint;
use super::process::Clause;
use super::situation::Facets;

/// A stage, its state and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StageInfo {
    /// Which stage.
    pub stage: Stage,
    /// How it stands.
    pub state: StageState,
    /// Why it stands so, or what would unlock it and what one can do instead.
    pub note: Said,
}

/// What a statement rests on. Every line that is shown has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The text says.
    Says(&'static [Clause]),
    /// The text is silent or pulls apart; the open point's page tells more.
    Silent(OpenPoint),
    /// The same on a situation that is not this one, or not yet: what may come, or what holds for somebody else. The statement leads
    /// to the point's page; the plan does not count it among the points that this case meets.
    Elsewhere(OpenPoint),
    /// Our suggestion.
    Suggests,
}

impl Basis {
    /// The open point to whose page it leads.
    #[must_use]
    pub const fn point(self) -> Option<OpenPoint> {
        match self {
            Self::Silent(point) | Self::Elsewhere(point) => Some(point),
            Self::Says(_) | Self::Suggests => None,
        }
    }
}

/// A statement: a word id and what it rests on.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Statement {
    /// Id of the text, under `route.`, `respond.` or `handle.`.
    pub text: &'static str,
    /// What it rests on.
    pub basis: Basis,
}

/// A row of the tables of [`statements`]. Plans point at rows instead of copying them.
pub type Said = &'static Statement;

/// One line of the recipients table: who, on which line, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Recipient {
    /// The line.
    pub line: Line,
    /// Who.
    pub party: Party,
    /// Why, with its clause or "our suggestion" (invariant 10).
    pub why: Said,
}

/// Whom someone else then turns to: the rest of the way, which the person who raises the concern does not write to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Onward {
    /// Who carries it on.
    pub by: Party,
    /// To whom, and who is copied.
    pub recipients: Vec<Recipient>,
}

/// Who will know what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Knows {
    /// Who.
    pub party: Party,
    /// What.
    pub what: Knowledge,
    /// Why, with its clause.
    pub why: Said,
}

/// Everything the engine has to say about one possible step. Words: `step.<key>` (`title`, `lead`).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    /// Which step.
    pub kind: StepKind,
    /// The clauses it carries out; empty for a suggestion outside the process.
    pub clauses: &'static [Clause],
    /// Why this step, and how.
    pub why: Vec<Said>,
    /// To, Copy, Do not copy. Empty when nothing is sent.
    pub recipients: Vec<Recipient>,
    /// The lines "To" are a choice; one of them is enough (1.5).
    pub one_is_enough: bool,
    /// Whom they then turn to, one after the other.
    pub onward: Vec<Onward>,
    /// Who will know what.
    pub knows: Vec<Knows>,
    /// What to prepare.
    pub prepare: Vec<Said>,
    /// What it may lead to; never a promise.
    pub leads: Vec<Said>,
    /// What if it fails: the next way, or an honest dead end with what remains.
    pub fails: Vec<Said>,
    /// What the composer can help to write for it, the most fitting first.
    pub messages: Vec<MessageKind>,
}

impl Step {
    /// Its key, in words, golden table and cases.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        self.kind.key()
    }

    /// The parties on one line.
    pub fn on(&self, line: Line) -> impl Iterator<Item = Party> {
        self.recipients
            .iter()
            .filter(move |recipient| recipient.line == line)
            .map(|recipient| recipient.party)
    }

    /// Every statement of this step.
    pub fn said(&self) -> impl Iterator<Item = Said> {
        let onward = self.onward.iter().flat_map(|onward| &onward.recipients);
        let lines = self
            .recipients
            .iter()
            .chain(onward)
            .map(|recipient| recipient.why);
        self.why
            .iter()
            .copied()
            .chain(lines)
            .chain(self.knows.iter().map(|knows| knows.why))
            .chain(self.prepare.iter().copied())
            .chain(self.leads.iter().copied())
            .chain(self.fails.iter().copied())
    }
}

/// Something that must be read before any step: safety, unlawful activity, no anonymity. Words: `notice.<key>.title`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Notice {
    /// Which notice.
    pub kind: NoticeKind,
    /// What it says, in order.
    pub says: Vec<Said>,
    /// Who to turn to, where the text or we name someone.
    pub parties: Vec<Recipient>,
}

/// The whole answer for one person concerned.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Plan {
    /// From which side it is seen.
    pub lens: Lens,
    /// Come first, the gravest first (invariant 7).
    pub notices: Vec<Notice>,
    /// Where the three stages stand.
    pub stages: [StageInfo; 3],
    /// The first is the lead suggestion; the others are equally open. Those that the ledger says were taken come last. Never empty
    /// (invariant 11).
    pub steps: Vec<Step>,
    /// What the ledger says was done about these steps, in the order of time.
    pub noted: Vec<Noted>,
    /// Cautions that belong to this situation.
    pub cautions: Vec<Said>,
    /// How to stop, or pause, and what remains.
    pub stop: Said,
}

impl Plan {
    /// Every statement of the plan, in the order in which a reader meets them.
    pub fn said(&self) -> impl Iterator<Item = Said> {
        let notices = self.notices.iter().flat_map(|notice| {
            notice
                .says
                .iter()
                .copied()
                .chain(notice.parties.iter().map(|recipient| recipient.why))
        });
        notices
            .chain(self.noted.iter().flat_map(Noted::said))
            .chain(self.steps.iter().flat_map(Step::said))
            .chain(self.cautions.iter().copied())
            .chain(self.stages.iter().map(|stage| stage.note))
            .chain([self.stop])
    }

    /// The open points that this case meets, each once, in the order in which the plan meets them: those on which a statement about it
    /// rests, not those it names for what may come.
    #[must_use]
    pub fn open(&self) -> Vec<OpenPoint> {
        let mut open = Vec::new();
        for said in self.said() {
            if let Basis::Silent(point) = said.basis
                && !open.contains(&point)
            {
                open.push(point);
            }
        }
        open
    }

    /// Whether the ledger says that this step was taken.
    #[must_use]
    pub fn taken(&self, kind: StepKind) -> bool {
        self.noted.iter().any(|noted| noted.steps.contains(&kind))
    }
}

/// The plan that the answers make, through this lens. Total: no answer at all has a plan too.
#[must_use]
pub fn plan(lens: Lens, answers: &Answers) -> Plan {
    match lens {
        Lens::Raise => route(&Facets::from_answers(answers)),
        Lens::Respond => respond::plan(&RespondFacets::from_answers(answers)),
        Lens::Handle => handle::plan(&HandleFacets::from_answers(answers)),
    }
}

/// The plan for one person concerned, for the one who raises the concern. Total: every combination of the facets, all unknown included, has an answer.
#[must_use]
pub fn route(facets: &Facets) -> Plan {
    let who = Who::of(facets);
    let stage_key = StageKey::of(facets);
    let mut steps: Vec<Step> = order(&OrderKey::of(facets))
        .into_iter()
        .map(|kind| step(kind, who))
        .collect();
    for step in &mut steps {
        leave_out(step, facets.safety);
    }
    Plan {
        lens: Lens::Raise,
        notices: notices(&NoticeKey::of(facets)),
        stages: stages(&stage_key),
        steps,
        noted: Vec::new(),
        cautions: cautions(&CautionKey::of(facets)),
        stop: stop(&stage_key),
    }
}

/// What one step says, and who receives it. Depends on [`Who`] alone.
#[must_use]
pub fn step(kind: StepKind, who: Who) -> Step {
    let mut step = match kind {
        StepKind::Understand => first::understand(),
        StepKind::Speak => first::speak(who),
        StepKind::Write => first::write(who),
        StepKind::Break => first::in_break(who),
        StepKind::InMeeting => first::in_meeting(who),
        StepKind::Help => first::help(who),
        StepKind::Confirm => first::confirm(who),
        StepKind::Records => first::records(who),
        StepKind::AskNsb | StepKind::AskOfficer => second::ask_nsb(kind, who),
        StepKind::AskOrganization => second::ask_organization(who),
        StepKind::NsbWrites => officer::nsb_writes(who),
        StepKind::InsideNsb => officer::inside_nsb(who),
        StepKind::FindRecipient => officer::find_recipient(),
        StepKind::WhichRole => outside::which_role(who),
        StepKind::Remind => later::remind(who),
        StepKind::NsbRefused => later::nsb_refused(who),
        StepKind::KeepRecord => later::keep_record(who),
        StepKind::AskFormal => third::ask_formal(who),
        StepKind::Formal => third::formal(who),
        StepKind::AtTmb => third::at_tmb(who),
        StepKind::AfterDecision => third::after_decision(who),
        StepKind::Retaliation => third::retaliation(who),
        StepKind::SectionD => outside::section_d(who),
        StepKind::TellLeaders => outside::tell_leaders(who),
        StepKind::AskTpm => outside::ask_tpm(who),
        StepKind::LetKnow => outside::let_know(who),
        // Steps of the other lenses: `respond::step` and `handle::step` make them.
        _ => recipients::blank(kind, &[]),
    };
    step.knows = knows::knows(&step, who);
    step
}
