//! The names of screens: in the title of the tab, and in lists of links.

use super::{Route, page};
use crate::domain::Words;

/// The address of the page that helps where an address leads nowhere.
pub const UNKNOWN: &str = "unknown";

/// The name of a screen. A page that the pack does not have (yet) has the guide's own name.
#[must_use]
pub fn screen(words: &Words, route: &Route) -> String {
    let id = match route {
        Route::AssessQuestion(id) | Route::SituationQuestion(id) | Route::LensQuestion(_, id) => {
            &format!("question.{id}.short")
        }
        Route::Page(address) => {
            let title = page::title(words, address).or_else(|| page::title(words, UNKNOWN));
            return title.unwrap_or_else(|| words.t("app.name")).to_owned();
        }
        Route::Term(_) => "glossary.title",
        Route::Assess => "assess.title",
        Route::Result => "assess.result.title",
        Route::Situation => "situation.title",
        Route::Lens(lens) => &format!("lens.{}.title", lens.key()),
        Route::LensPlan(lens) => &format!("lens.{}.plan", lens.key()),
        Route::Answers => "answers.title",
        Route::Plan => "plan.title",
        Route::Map => "map.title",
        Route::Write | Route::Begin(_) | Route::Draft(_) | Route::Depart(_) => "write.title",
        Route::Notes => "notes.title",
        Route::Search => "search.title",
        Route::Home => "home.short",
    };
    words.t(id).to_owned()
}
