//! Routing: from the facets of a situation to the next steps, who to write to and who not.
//!
//! In: [`Facets`](super::situation::Facets). Out: a [`Plan`], made of word ids, clauses and typed parties; no sentence.

use super::open::OpenPoint;
use super::process::Clause;

/// A stage of the process. Clauses 1 and 2 come before 3, with no exception for grave cases (notes to the introduction).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Clause 1.
    First,
    /// Clause 2.
    Informal,
    /// Clause 3.
    Formal,
}

/// How a stage stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StageState {
    /// Done, whatever its result.
    Done,
    /// Where the person is.
    Now,
    /// Could begin, but another one is suggested first.
    Open,
    /// Cannot begin yet, or not by this person; the stage's note says what would unlock it.
    Locked,
}

/// A stage, its state and a word id that says why.
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
    /// Our suggestion.
    Suggests,
}

/// A statement: a word id and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Said {
    /// Id of the text, under `route.`.
    pub text: &'static str,
    /// What it rests on.
    pub basis: Basis,
}

/// Someone who may receive, learn or help. Words: `party.<key>.name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// The person concerned.
    PersonConcerned,
    /// One's own NSB.
    OwnNsb,
    /// An officer of one's own NSB who has no part in it.
    UninvolvedOfficer,
    /// One's head of delegation.
    HeadOfDelegation,
    /// The NSB of the person concerned.
    TheirNsb,
    /// Chair and committee manager (and convenor, project leader) of the committee.
    CommitteeLeadership,
    /// Convenor (and secretary) of the working group.
    GroupLeadership,
    /// Those leaders who are not the person concerned.
    OtherLeaders,
    /// The committee's Technical Program Manager.
    Tpm,
    /// The liaison organization of the person concerned.
    LiaisonOrganization,
    /// One's own organization (liaison organization, ISO/CS, other).
    OwnOrganization,
    /// Other delegates or experts of the NSB or liaison organization of the person concerned (1.5.3).
    TheirColleagues,
    /// The Office of the CEO.
    OfficeOfCeo,
    /// The Technical Management Board.
    Tmb,
    /// The host of the meeting.
    Host,
    /// Local law enforcement.
    LawEnforcement,
    /// The legal counsel of ISO/CS.
    IsoCsCounsel,
    /// The legal counsel of one's employer.
    EmployerCounsel,
    /// The legal counsel of one's NSB or liaison organization.
    NsbCounsel,
    /// Local emergency services.
    EmergencyServices,
    /// Someone the person trusts.
    SomeoneTrusted,
    /// The group's mailing list, reflector, document store.
    GroupList,
    /// Employer, press, social media.
    Public,
}

/// The line on which a recipient stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// Addressed.
    To,
    /// In copy.
    Copy,
    /// Better left out, or not to be written to by this person.
    DoNotCopy,
}

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

/// What someone will know after a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Knowledge {
    /// The name of the person who raises the concern.
    Name,
    /// The details of what happened.
    Details,
    /// May pass it on or ask others (4.1.3, 4.1.5, 3.2).
    MayPassOn,
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

/// What the composer can help to write. Words: `message.<key>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MessageKind {
    /// A talking card for a conversation (1.2, in person).
    Talk,
    /// An e-mail to the person concerned (1.2, in writing).
    Email,
    /// Words to say in the meeting (1.3).
    Meeting,
    /// Words to say in a break (1.3).
    Break,
    /// A request for help to someone else (1.5).
    Help,
    /// An informal request to one's own NSB (2.1, 2.2, 2.3).
    NsbRequest,
}

/// Everything the engine has to say about one possible step. Words: `step.<key>` (`title`, `lead`).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    /// Its key, in words, golden table and cases.
    pub key: &'static str,
    /// The clauses it carries out; empty for a suggestion outside the process.
    pub clauses: &'static [Clause],
    /// Why this step, and how.
    pub why: Vec<Said>,
    /// To, Copy, Do not copy. Empty when nothing is sent.
    pub recipients: Vec<Recipient>,
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

/// Something that must be read before any step: safety, unlawful activity, no anonymity. Words: `notice.<key>` (`title`, `text`).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Notice {
    /// Its key.
    pub key: &'static str,
    /// What it says, in order.
    pub says: Vec<Said>,
    /// Who to turn to, where the text or we name someone.
    pub parties: Vec<Recipient>,
}

/// The whole answer for one person concerned.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Plan {
    /// Come first, the gravest first (invariant 7).
    pub notices: Vec<Notice>,
    /// Where the three stages stand.
    pub stages: [StageInfo; 3],
    /// The first is the lead suggestion; the others are equally open. Never empty (invariant 11).
    pub steps: Vec<Step>,
    /// Cautions that belong to this situation.
    pub cautions: Vec<Said>,
    /// Open points met on this path.
    pub open: Vec<OpenPoint>,
    /// How to stop, or pause, and what remains.
    pub stop: Said,
}
