//! The pages that come later: see [`crate::app::later`].

use super::{
    answers, backup, compose, depart, hand_over, interview, language, lock, log, map, names, notes, plan,
    practice, receive, restore, result, search, write,
};
use crate::app::parts::el::{View, nothing};
use crate::app::session::Session;
use crate::document::{Flow, Route};
use crate::domain::Lens;

/// The page of a route. None of them is inlined here: browsers compile a function when it is first called, and whoever opens one page
/// would wait for all. `index.html` tells wasm-opt the same.
pub fn page(session: Session, route: &Route) -> View {
    match route {
        Route::Lens(lens) => interview::start(session, Flow::Lens(*lens)),
        Route::LensQuestion(lens, id) => interview::question(session, Flow::Lens(*lens), id),
        Route::LensPlan(lens) => plan::page(session, *lens),
        Route::Answers => answers::page(session),
        Route::Result => result::page(session),
        Route::Plan => plan::page(session, Lens::Raise),
        Route::Map => map::page(session),
        Route::Write => write::page(session, None),
        Route::WriteAs(side) => write::page(session, Some(*side)),
        Route::Begin(kind) => write::begin(session, kind),
        Route::Draft(id) => compose::page(session, id),
        Route::Depart(id) => depart::page(session, id),
        Route::Log(of) => log::page(session, *of),
        Route::Names => names::page(session),
        Route::HandOver => hand_over::page(session),
        Route::Receive => receive::page(session),
        Route::Language => language::page(session),
        Route::Notes => notes::page(session),
        Route::Lock => lock::page(session),
        Route::Backup => backup::page(session),
        Route::Restore => restore::page(session),
        Route::Practice => practice::page(session),
        Route::Card(id) => practice::card::page(session, id),
        Route::PracticePrint => practice::print::page(session),
        Route::Search => search::page(session),
        // Those that are there from the start.
        _ => nothing(),
    }
}
