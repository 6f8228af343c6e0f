//! Every address of the app. An address names a screen, never a person or an answer.

use crate::domain::logs::Log;
use crate::domain::{Clause, OpenPoint, Principle};

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The three jobs.
    Home,
    /// Self-assessment: its first page.
    Assess,
    /// One question of the self-assessment.
    AssessQuestion(String),
    /// What the self-assessment shows.
    Result,
    /// The facets for routing: its first page.
    Situation,
    /// One question about the situation.
    SituationQuestion(String),
    /// All answers with a Change link each.
    Answers,
    /// The next step, and who.
    Plan,
    /// The process map with "you are here".
    Map,
    /// Choose what to write.
    Write,
    /// Begins a draft of this kind and makes room for it.
    Begin(String),
    /// One draft.
    Draft(String),
    /// The departure check of a draft.
    Depart(String),
    /// One of the logs of the case.
    Log(Log),
    /// Makes a hand-over copy.
    HandOver,
    /// Opens a hand-over copy.
    Receive,
    /// What is kept on this device.
    Notes,
    /// The Code.
    Code,
    /// One principle.
    Principle(Principle),
    /// The process.
    Process,
    /// One clause.
    Clause(Clause),
    /// The open points.
    OpenPoints,
    /// One open point.
    OpenPoint(OpenPoint),
    /// The glossary, perhaps at one term.
    Glossary(Option<String>),
    /// Clause-coverage matrix.
    Coverage,
    /// What this page can and cannot promise.
    Promise,
    /// The official documents.
    Official,
    /// Another reason to be here: `respond`, `handle`, `chair`, `learn`.
    Reason(Reason),
    /// No such screen: a page that helps.
    Unknown,
}

/// The other reasons to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A concern was raised about me.
    Respond,
    /// I must handle one.
    Handle,
    /// I chair a meeting.
    Chair,
    /// I want to learn.
    Learn,
}

impl Reason {
    /// All of them, in the order of the home page.
    pub const ALL: [Self; 4] = [Self::Respond, Self::Handle, Self::Chair, Self::Learn];

    /// The last part of its address and of its word ids.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Respond => "respond",
            Self::Handle => "handle",
            Self::Chair => "chair",
            Self::Learn => "learn",
        }
    }
}

impl Route {
    /// Reads an address without its leading `#`: `/code/3`. Anything unknown is [`Route::Unknown`].
    #[must_use]
    pub fn parse(address: &str) -> Self {
        let path = address.trim_start_matches('/').trim_end_matches('/');
        let mut parts = path.splitn(3, '/');
        let known = match (parts.next().unwrap_or(""), parts.next(), parts.next()) {
            ("", None, None) => Some(Self::Home),
            ("assess", None, None) => Some(Self::Assess),
            ("assess", Some(id), None) => Some(Self::AssessQuestion(id.to_owned())),
            ("result", None, None) => Some(Self::Result),
            ("situation", None, None) => Some(Self::Situation),
            ("situation", Some(id), None) => Some(Self::SituationQuestion(id.to_owned())),
            ("answers", None, None) => Some(Self::Answers),
            ("plan", None, None) => Some(Self::Plan),
            ("map", None, None) => Some(Self::Map),
            ("write", None, None) => Some(Self::Write),
            ("begin", Some(kind), None) => Some(Self::Begin(kind.to_owned())),
            ("write", Some(id), None) => Some(Self::Draft(id.to_owned())),
            ("write", Some(id), Some("send")) => Some(Self::Depart(id.to_owned())),
            ("ledger", None, None) => Some(Self::Log(Log::Steps)),
            ("told", None, None) => Some(Self::Log(Log::Told)),
            ("papers", None, None) => Some(Self::Log(Log::Papers)),
            ("hand-over", None, None) => Some(Self::HandOver),
            ("hand-over", Some("open"), None) => Some(Self::Receive),
            ("notes", None, None) => Some(Self::Notes),
            ("code", None, None) => Some(Self::Code),
            ("code", Some(number), None) => Principle::parse(number).map(Self::Principle),
            ("process", None, None) => Some(Self::Process),
            ("process", Some(number), None) => Clause::parse(number).map(Self::Clause),
            ("open", None, None) => Some(Self::OpenPoints),
            ("open", Some(key), None) => OpenPoint::parse(key).map(Self::OpenPoint),
            ("glossary", None, None) => Some(Self::Glossary(None)),
            ("glossary", Some(term), None) => Some(Self::Glossary(Some(term.to_owned()))),
            ("coverage", None, None) => Some(Self::Coverage),
            ("promise", None, None) => Some(Self::Promise),
            ("official", None, None) => Some(Self::Official),
            ("for", Some(key), None) => Reason::ALL
                .into_iter()
                .find(|reason| reason.key() == key)
                .map(Self::Reason),
            _ => None,
        };
        known.unwrap_or(Self::Unknown)
    }

    /// The address of this screen, with its leading `#`.
    #[must_use]
    pub fn href(&self) -> String {
        match self {
            Self::Home | Self::Unknown => "#/".to_owned(),
            Self::Assess => "#/assess".to_owned(),
            Self::AssessQuestion(id) => format!("#/assess/{id}"),
            Self::Result => "#/result".to_owned(),
            Self::Situation => "#/situation".to_owned(),
            Self::SituationQuestion(id) => format!("#/situation/{id}"),
            Self::Answers => "#/answers".to_owned(),
            Self::Plan => "#/plan".to_owned(),
            Self::Map => "#/map".to_owned(),
            Self::Write => "#/write".to_owned(),
            Self::Begin(kind) => format!("#/begin/{kind}"),
            Self::Draft(id) => format!("#/write/{id}"),
            Self::Depart(id) => format!("#/write/{id}/send"),
            Self::Log(Log::Steps) => "#/ledger".to_owned(),
            Self::Log(Log::Told) => "#/told".to_owned(),
            Self::Log(Log::Papers) => "#/papers".to_owned(),
            Self::HandOver => "#/hand-over".to_owned(),
            Self::Receive => "#/hand-over/open".to_owned(),
            Self::Notes => "#/notes".to_owned(),
            Self::Code => "#/code".to_owned(),
            Self::Principle(principle) => format!("#/code/{}", principle.number()),
            Self::Process => "#/process".to_owned(),
            Self::Clause(clause) => format!("#/process/{}", clause.number()),
            Self::OpenPoints => "#/open".to_owned(),
            Self::OpenPoint(point) => format!("#/open/{}", point.key()),
            Self::Glossary(None) => "#/glossary".to_owned(),
            Self::Glossary(Some(term)) => format!("#/glossary/{term}"),
            Self::Coverage => "#/coverage".to_owned(),
            Self::Promise => "#/promise".to_owned(),
            Self::Official => "#/official".to_owned(),
            Self::Reason(reason) => format!("#/for/{}", reason.key()),
        }
    }
}
