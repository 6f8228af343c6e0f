//! One file a screen.

use leptos::prelude::*;

use super::parts::doc;
use super::session::Session;
use crate::document::{Route, guide};

/// The page of a route.
pub fn page(session: Session, route: &Route) -> AnyView {
    match route {
        _ => doc::doc(
            session.words,
            guide::page(session.words, route).unwrap_or_default(),
        ),
    }
}
