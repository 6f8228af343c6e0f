//! Every address of the app. An address names a screen, never a person or an answer.

use crate::domain::logs::Log;
use crate::domain::{Clause, Lens, OpenPoint, Principle};

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
    /// The first page of the interview of another lens than raising: `#/respond`, `#/handle`.
    Lens(Lens),
    /// One question of that interview.
    LensQuestion(Lens, String),
    /// The next step through that lens.
    LensPlan(Lens),
    /// All answers with a Change link each.
    Answers,
    /// The next step, and who.
    Plan,
    /// The process map with "you are here".
    Map,
    /// Choose what to write.
    Write,
    /// The same, from this side.
    WriteAs(Lens),
    /// Begins a draft of this kind and makes room for it.
    Begin(String),
    /// One draft.
    Draft(String),
    /// The departure check of a draft.
    Depart(String),
    /// One of the logs of the case.
    Log(Log),
    /// The names table of the case: who is who.
    Names,
    /// Makes a hand-over copy.
    HandOver,
    /// Opens a hand-over copy.
    Receive,
    /// The languages of the guide, and going to another one.
    Language,
    /// What is kept on this device.
    Notes,
    /// The lock: turning it on and off, opening it.
    Lock,
    /// Makes a backup of it.
    Backup,
    /// Opens a backup, and brings it back.
    Restore,
    /// The practice cards: all of them.
    Practice,
    /// One practice card.
    Card(String),
    /// The practice cards as a set to print.
    PracticePrint,
    /// Search. What was typed is never in the address.
    Search,
    /// A page that is words alone, by its address: `code/3`, `process/2.1.3`, `for/chair`. Whether there is one, the pack
    /// knows; where there is none, a page that helps is shown.
    Page(String),
    /// The glossary at one term.
    Term(String),
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
    /// A page that is words alone.
    #[must_use]
    pub fn page(address: &str) -> Self {
        Self::Page(address.to_owned())
    }

    /// The next step, through this lens.
    #[must_use]
    pub const fn plan(lens: Lens) -> Self {
        match lens {
            Lens::Raise => Self::Plan,
            Lens::Respond | Lens::Handle => Self::LensPlan(lens),
        }
    }

    /// From which side the question on this screen is asked, if from one.
    #[must_use]
    pub const fn side(&self) -> Option<Lens> {
        match self {
            Self::SituationQuestion(_) => Some(Lens::Raise),
            Self::LensQuestion(lens, _) => Some(*lens),
            _ => None,
        }
    }

    /// Whether what is entered on this screen is kept: then only one tab at a time shows it.
    #[must_use]
    pub const fn writes(&self) -> bool {
        matches!(
            self,
            Self::AssessQuestion(_)
                | Self::SituationQuestion(_)
                | Self::LensQuestion(..)
                | Self::Begin(_)
                | Self::Draft(_)
                | Self::Log(_)
                | Self::Names
                | Self::Receive
                | Self::Restore
                | Self::Card(_)
                | Self::Lock
        )
    }

    /// Whether this screen shows or takes something of what is kept: not while that is locked.
    #[must_use]
    pub const fn is_private(&self) -> bool {
        !matches!(
            self,
            Self::Home | Self::Language | Self::Search | Self::Page(_) | Self::Term(_) | Self::PracticePrint
        )
    }

    /// The page of a principle.
    #[must_use]
    pub fn principle(principle: Principle) -> Self {
        Self::Page(format!("code/{}", principle.number()))
    }

    /// The page of a clause.
    #[must_use]
    pub fn clause(clause: Clause) -> Self {
        Self::Page(format!("process/{}", clause.number()))
    }

    /// The page of an open point.
    #[must_use]
    pub fn open_point(point: OpenPoint) -> Self {
        Self::Page(format!("open/{}", point.key()))
    }

    /// The page for another reason to come.
    #[must_use]
    pub fn reason(reason: Reason) -> Self {
        Self::Page(format!("for/{}", reason.key()))
    }

    /// Reads an address without its leading `#`: `/code/3`. What is no screen of the app is taken for a [`Route::Page`].
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
            ("respond", at, None) => Some(Self::of_lens(Lens::Respond, at)),
            ("handle", at, None) => Some(Self::of_lens(Lens::Handle, at)),
            ("answers", None, None) => Some(Self::Answers),
            ("plan", None, None) => Some(Self::Plan),
            ("map", None, None) => Some(Self::Map),
            ("write", None, None) => Some(Self::Write),
            ("begin", Some(kind), None) => Some(Self::Begin(kind.to_owned())),
            ("write", Some(at), None) => {
                Some(Lens::parse(at).map_or_else(|| Self::Draft(at.to_owned()), Self::WriteAs))
            }
            ("write", Some(id), Some("send")) => Some(Self::Depart(id.to_owned())),
            ("ledger", None, None) => Some(Self::Log(Log::Steps)),
            ("told", None, None) => Some(Self::Log(Log::Told)),
            ("papers", None, None) => Some(Self::Log(Log::Papers)),
            ("names", None, None) => Some(Self::Names),
            ("hand-over", None, None) => Some(Self::HandOver),
            ("hand-over", Some("open"), None) => Some(Self::Receive),
            ("language", None, None) => Some(Self::Language),
            ("notes", None, None) => Some(Self::Notes),
            ("lock", None, None) => Some(Self::Lock),
            ("backup", None, None) => Some(Self::Backup),
            ("backup", Some("open"), None) => Some(Self::Restore),
            ("practice", None, None) => Some(Self::Practice),
            ("practice", Some("print"), None) => Some(Self::PracticePrint),
            ("practice", Some(id), None) => Some(Self::Card(id.to_owned())),
            ("search", None, None) => Some(Self::Search),
            ("glossary", Some(term), None) => Some(Self::Term(term.to_owned())),
            _ => None,
        };
        known.unwrap_or_else(|| Self::Page(path.to_owned()))
    }

    fn of_lens(lens: Lens, at: Option<&str>) -> Self {
        match at {
            None => Self::Lens(lens),
            Some("plan") => Self::LensPlan(lens),
            // Pages of words stand below the same address: what is no question is one of them.
            Some(id) if lens.questions().iter().any(|question| question.id == id) => {
                Self::LensQuestion(lens, id.to_owned())
            }
            Some(id) => Self::Page(format!("{}/{id}", lens.key())),
        }
    }

    /// The address of this screen, with its leading `#`.
    #[must_use]
    pub fn href(&self) -> String {
        match self {
            Self::Home => "#/".to_owned(),
            Self::Assess => "#/assess".to_owned(),
            Self::AssessQuestion(id) => format!("#/assess/{id}"),
            Self::Result => "#/result".to_owned(),
            Self::Situation => "#/situation".to_owned(),
            Self::SituationQuestion(id) => format!("#/situation/{id}"),
            Self::Lens(lens) => format!("#/{}", lens.key()),
            Self::LensQuestion(lens, id) => format!("#/{}/{id}", lens.key()),
            Self::LensPlan(lens) => format!("#/{}/plan", lens.key()),
            Self::Answers => "#/answers".to_owned(),
            Self::Plan => "#/plan".to_owned(),
            Self::Map => "#/map".to_owned(),
            Self::Write => "#/write".to_owned(),
            Self::WriteAs(lens) => format!("#/write/{}", lens.key()),
            Self::Begin(kind) => format!("#/begin/{kind}"),
            Self::Draft(id) => format!("#/write/{id}"),
            Self::Depart(id) => format!("#/write/{id}/send"),
            Self::Log(Log::Steps) => "#/ledger".to_owned(),
            Self::Log(Log::Told) => "#/told".to_owned(),
            Self::Log(Log::Papers) => "#/papers".to_owned(),
            Self::Names => "#/names".to_owned(),
            Self::HandOver => "#/hand-over".to_owned(),
            Self::Receive => "#/hand-over/open".to_owned(),
            Self::Language => "#/language".to_owned(),
            Self::Notes => "#/notes".to_owned(),
            Self::Lock => "#/lock".to_owned(),
            Self::Backup => "#/backup".to_owned(),
            Self::Restore => "#/backup/open".to_owned(),
            Self::Practice => "#/practice".to_owned(),
            Self::Card(id) => format!("#/practice/{id}"),
            Self::PracticePrint => "#/practice/print".to_owned(),
            Self::Search => "#/search".to_owned(),
            Self::Page(address) => format!("#/{address}"),
            Self::Term(term) => format!("#/glossary/{term}"),
        }
    }
}
