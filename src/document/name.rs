//! The names of screens: in the title of the tab, and in lists of links.

use super::{Route, page, practice};
use crate::domain::Words;

/// The address of the page that helps where an address leads nowhere.
pub const UNKNOWN: &str = "unknown";

/// The name of a screen. A page that the pack does not have (yet) has the guide's own name.
#[must_use]
pub fn screen(words: &Words, route: &Route) -> String {
    let id = match route {
        Route::AssessQuestion(id) => return named(words, &format!("question.{id}.short"), "assess.title"),
        Route::SituationQuestion(id) => {
            return named(words, &format!("question.{id}.short"), "situation.title");
        }
        Route::Page(address) => {
            let title = page::title(words, address).or_else(|| page::title(words, UNKNOWN));
            return title.unwrap_or_else(|| words.t("app.name")).to_owned();
        }
        // The words of these come with the second pack, too.
        Route::LensQuestion(_, id) => return later(words, &format!("question.{id}.short")),
        Route::Lens(lens) => return later(words, &format!("lens.{}.title", lens.key())),
        Route::LensPlan(lens) => return later(words, &format!("lens.{}.plan", lens.key())),
        // These names come with the second pack.
        Route::Practice | Route::PracticePrint | Route::Card(_) => {
            let own = match route {
                Route::Card(id) => practice::title(words, id).or_else(|| words.get("practice.page.title")),
                _ => words.get("practice.page.title"),
            };
            return own.unwrap_or_else(|| words.t("app.name")).to_owned();
        }
        Route::Term(_) => "glossary.title",
        Route::Assess => "assess.title",
        Route::Result => "assess.result.title",
        Route::Situation => "situation.title",
        Route::Answers => "answers.title",
        Route::Plan => "plan.title",
        Route::Map => "map.title",
        Route::Write | Route::WriteAs(_) | Route::Begin(_) | Route::Draft(_) | Route::Depart(_) => {
            "write.title"
        }
        Route::Language => "language.title",
        Route::Notes => "notes.title",
        Route::Search => "search.title",
        Route::Log(log) => return later(words, &format!("log.{}.title", log.key())),
        Route::Backup => "backup.title",
        Route::Lock => return later(words, "lock.title"),
        Route::Names => return later(words, "names.title"),
        Route::Restore => return later(words, "backup.open.title"),
        Route::HandOver => "handover.title",
        Route::Receive => "handover.receive.title",
        Route::Home => "home.short",
    };
    words.t(id).to_owned()
}

/// The name of a question; of its interview, where the address has a slip in it.
fn named(words: &Words, id: &str, interview: &str) -> String {
    words.get(id).unwrap_or_else(|| words.t(interview)).to_owned()
}

fn later(words: &Words, id: &str) -> String {
    words.get(id).unwrap_or_else(|| words.t("app.name")).to_owned()
}
