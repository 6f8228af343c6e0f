//! One file a screen.

pub mod answers;
pub mod aside;
pub mod compose;
pub mod depart;
pub mod hand_over;
pub mod hints;
pub mod interview;
pub mod log;
pub mod log_form;
pub mod log_list;
pub mod map;
pub mod notes;
pub mod people;
pub mod plan;
pub mod receive;
pub mod record;
pub mod result;
pub mod sheet;
pub mod write;

use super::parts::doc;
use super::parts::el::View;
use super::session::Session;
use crate::document::{Route, guide};
use interview::Flow;

/// The page of a route.
pub fn page(session: Session, route: &Route) -> View {
    match route {
        Route::Assess => interview::start(session, Flow::Assess),
        Route::AssessQuestion(id) => interview::question(session, Flow::Assess, id),
        Route::Situation => interview::start(session, Flow::Situation),
        Route::SituationQuestion(id) => interview::question(session, Flow::Situation, id),
        Route::Answers => answers::page(session),
        Route::Result => result::page(session),
        Route::Plan => plan::page(session),
        Route::Map => map::page(session),
        Route::Write => write::page(session),
        Route::Begin(kind) => write::begin(session, kind),
        Route::Draft(id) => compose::page(session, id),
        Route::Depart(id) => depart::page(session, id),
        Route::Log(of) => log::page(session, *of),
        Route::HandOver => hand_over::page(session),
        Route::Receive => receive::page(session),
        Route::Notes => notes::page(session),
        _ => doc::doc(
            session.words,
            guide::page(session.words, route).unwrap_or_default(),
        ),
    }
}
