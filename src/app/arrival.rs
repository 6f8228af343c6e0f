//! Where the focus goes when a page opens: the heading, the glossary's term, or the field to which somebody was led.

use std::cell::RefCell;

use super::pages;
use super::parts::el::{View, classed};
use crate::browser::page;
use crate::document::Route;

thread_local! {
    /// The page that a link leads to, and the id of the field there.
    static AIM: RefCell<Option<(Route, String)>> = const { RefCell::new(None) };
}

/// A link to a field on another page. The address holds only the page.
pub fn link_to_field(route: Route, field: &str, name: impl AsRef<str>) -> View {
    let (href, field) = (route.href(), field.to_owned());
    classed("a", "alone")
        .attr("href", href)
        .text(name)
        .on_click(move || AIM.set(Some((route.clone(), field.clone()))))
        .view()
}

/// Puts the focus where reading begins, or into the field.
pub fn arrive(route: &Route) {
    if let Some((to, field)) = AIM.take()
        && to == *route
    {
        let field = ["#", &field].concat();
        page::focus(&field);
        if page::has_focus(&field) {
            return;
        }
    }
    if let Route::Term(term) = route
        && page::focus_id(&format!("term-{term}"))
    {
        return;
    }
    if *route == Route::Search {
        page::focus_field(pages::search::FIELD);
        return;
    }
    page::focus("main h1");
}
