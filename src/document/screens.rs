//! Every screen that can be made without a person at it: for the coverage matrix, the build's checks and the tests.

use super::{Doc, Reason, Route, guide};
use crate::domain::{Clause, OpenPoint, Principle, Words};

/// All routes of the guide's own pages.
#[must_use]
pub fn guide_routes() -> Vec<Route> {
    let mut routes = vec![
        Route::Home,
        Route::Code,
        Route::Process,
        Route::OpenPoints,
        Route::Glossary(None),
        Route::Coverage,
        Route::Official,
        Route::Promise,
        Route::Unknown,
    ];
    routes.extend(Principle::ALL.map(Route::Principle));
    routes.extend(Clause::ALL.iter().copied().map(Route::Clause));
    routes.extend(OpenPoint::ALL.iter().copied().map(Route::OpenPoint));
    routes.extend(Reason::ALL.map(Route::Reason));
    routes
}

/// Every screen with its address.
#[must_use]
pub fn all(words: &Words) -> Vec<(Route, Doc)> {
    guide_routes()
        .into_iter()
        .filter_map(|route| guide::page(words, &route).map(|doc| (route, doc)))
        .collect()
}

/// Questions that no answers lead to, as sentences for the build.
#[must_use]
pub fn unreachable_questions(_words: &Words) -> Vec<String> {
    Vec::new()
}
