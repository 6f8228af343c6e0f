//! The session: what is open now. The only writer of everything kept.

use leptos::prelude::*;

use crate::document::Route;
use crate::domain::Words;

/// Handed to every page through the context.
#[derive(Clone, Copy)]
pub struct Session {
    /// The words of the language chosen.
    pub words: &'static Words,
    /// The screen shown.
    pub route: RwSignal<Route>,
}
