//! Search: one field, and the places that fit below it as one types.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use leptos::prelude::*;

use crate::app::parts::doc::{link, text, title};
use crate::app::parts::el::{View, classed, el, live, live_text, nothing};
use crate::app::session::Session;
use crate::browser::page;
use crate::document::Route;
use crate::document::inline::{Inline, parse};
use crate::domain::Words;
use crate::domain::search::{Found, Index};

/// A line below a name is cut after so many characters, at the end of a word.
const LINE: usize = 180;

/// The id of its field.
pub const FIELD: &str = "search";

/// The page.
#[inline(never)]
pub fn page(session: Session) -> View {
    let words = session.words;
    let typed = RwSignal::new(String::new());
    let found = RwSignal::new(None::<usize>);
    let made: Rc<RefCell<Index>> = Rc::default();
    let whole = RwSignal::new(false);
    make(words, Rc::downgrade(&made), whole);
    let results = live(move || {
        let typed = typed.get();
        if typed.trim().is_empty() || !whole.get() {
            found.set(None);
            return nothing();
        }
        let made = made.borrow();
        let all = made.find(&typed);
        found.set(Some(all.len()));
        list(words, &all)
    });
    let said = live_text(move || match found.get() {
        None | Some(0) => String::new(),
        Some(count) => words.count("search.count", count),
    });
    let none = live(move || {
        if found.get() == Some(0) {
            el("p")
                .children(text(parse(words, words.t("search.none"))))
                .view()
        } else {
            nothing()
        }
    });
    let field = el("input")
        .attr("id", FIELD)
        .attr("type", "search")
        .attr("enterkeyhint", "search")
        .attr("aria-describedby", "search-hint")
        .on("input", move |event| typed.set(event_target_value(&event)));
    let form = classed("form", "field no-print")
        .attr("role", "search")
        // Enter goes on to the first place; nothing is sent.
        .on("submit", |event| {
            event.prevent_default();
            page::focus(".found a");
        })
        .child(
            el("label")
                .attr("for", FIELD)
                .text(words.t("search.label"))
                .view(),
        )
        .child(
            classed("span", "quiet")
                .attr("id", "search-hint")
                .text(words.t("search.hint"))
                .view(),
        )
        .child(field.view());
    classed("div", "flow")
        .child(title(words.t("search.title")))
        .child(form.view())
        .child(
            classed("div", "quiet")
                .attr("role", "status")
                .child(said)
                .child(none)
                .view(),
        )
        .child(results)
        .view()
}

/// So many bytes of the texts go into the index in one go.
const SLICE: usize = 8192;

/// Makes the index a little at a time, as long as the page is there: whoever types already sees each key, and what fits as soon as all is read.
fn make(words: &'static Words, made: Weak<RefCell<Index>>, whole: RwSignal<bool>) {
    page::run(async move {
        loop {
            page::breathe().await;
            let Some(made) = made.upgrade() else { return };
            if made.borrow_mut().go_on(words, SLICE) {
                let _ = whole.try_set(true);
                return;
            }
        }
    });
}

fn list(words: &'static Words, found: &[Found<'_>]) -> View {
    let rows = found.iter().map(|found| {
        let route = Route::parse(&found.place.address);
        let mut row = el("li").child(link(&route, found.place.title));
        let line = plain(words, found.line);
        if !line.is_empty() {
            row = row.child(classed("p", "quiet").text(line).view());
        }
        row.view()
    });
    classed("ul", "found").children(rows).view()
}

/// A line of a page without its marks, cut to a glance.
fn plain(words: &Words, line: &str) -> String {
    let line = line.trim_start();
    let tagged = [
        "> ",
        "~ ",
        "- ",
        "1. ",
        "says: ",
        "silent: ",
        "suggests: ",
        "## ",
        "### ",
    ];
    let bare = tagged
        .iter()
        .find_map(|tag| line.strip_prefix(tag))
        .unwrap_or(line);
    let mut made = String::new();
    for piece in parse(words, bare.split(" | ").last().unwrap_or(bare)) {
        match piece {
            Inline::Str(text) | Inline::Principle(_, text) | Inline::Link(_, text) => made.push_str(&text),
            Inline::Clause(clause) => made.push_str(clause.number()),
            Inline::Unknown(_) => {}
        }
    }
    if made.chars().count() > LINE {
        let cut: String = made.chars().take(LINE).collect();
        cut.rsplit_once(' ')
            .map_or(cut.as_str(), |(whole, _)| whole)
            .clone_into(&mut made);
        made.push('…');
    }
    made
}
