//! The interviews by name: their questions, their addresses, where each begins and ends.

use super::Route;
use crate::domain::interview::{self, Question};
use crate::domain::questions::{ASSESS, SITUATION};
use crate::domain::{Answers, Lens};

/// One of the interviews.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// The self-assessment.
    Assess,
    /// The facets for the routing.
    Situation,
    /// The facets of another lens.
    Lens(Lens),
}

impl Flow {
    /// Its questions.
    #[must_use]
    pub fn questions(self) -> &'static [Question] {
        match self {
            Self::Assess => ASSESS,
            Self::Situation => SITUATION,
            Self::Lens(lens) => lens.questions(),
        }
    }

    /// The route of one of its questions.
    #[must_use]
    pub fn route(self, id: &str) -> Route {
        match self {
            Self::Assess => Route::AssessQuestion(id.to_owned()),
            Self::Situation => Route::SituationQuestion(id.to_owned()),
            Self::Lens(lens) => Route::LensQuestion(lens, id.to_owned()),
        }
    }

    /// The interview of a lens.
    #[must_use]
    pub const fn of(lens: Lens) -> Self {
        match lens {
            Lens::Raise => Self::Situation,
            Lens::Respond | Lens::Handle => Self::Lens(lens),
        }
    }

    /// Its first page.
    #[must_use]
    pub const fn start(self) -> Route {
        match self {
            Self::Assess => Route::Assess,
            Self::Situation => Route::Situation,
            Self::Lens(lens) => Route::Lens(lens),
        }
    }

    /// Where it ends.
    #[must_use]
    pub const fn end(self) -> Route {
        match self {
            Self::Assess => Route::Result,
            Self::Situation => Route::Plan,
            Self::Lens(lens) => Route::plan(lens),
        }
    }

    /// Ids of its title, its opening, its notes and its end.
    #[must_use]
    pub const fn ids(self) -> [&'static str; 4] {
        match self {
            Self::Assess => [
                "assess.title",
                "interview.assess.lead",
                "interview.assess.notes",
                "interview.assess.end",
            ],
            Self::Lens(Lens::Respond) => [
                "lens.respond.title",
                "lens.respond.lead",
                "lens.respond.notes",
                "lens.respond.end",
            ],
            Self::Lens(Lens::Handle) => [
                "lens.handle.title",
                "lens.handle.lead",
                "lens.handle.notes",
                "lens.handle.end",
            ],
            Self::Situation | Self::Lens(Lens::Raise) => [
                "situation.title",
                "interview.situation.lead",
                "interview.situation.notes",
                "interview.situation.end",
            ],
        }
    }

    /// Where it goes on: the first open question, or the end.
    #[must_use]
    pub fn onward(self, answers: &Answers) -> Route {
        interview::next_open(self.questions(), answers).map_or(self.end(), |next| self.route(next.id))
    }
}
