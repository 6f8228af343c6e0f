//! The process map: the picture, and the same as a list below it.

use crate::app::parts::doc::{blocks, title};
use crate::app::parts::el::{View, classed};
use crate::app::session::Session;
use crate::browser::{draw, page};
use crate::document::{map as listed, picture};
use crate::domain::map;

/// The page.
#[inline(never)]
pub fn page(session: Session) -> View {
    let words = session.words;
    let map = map::of(&session.case_now());
    let doc = listed::map(words, &map);
    let shape = picture::picture(words, &map);
    page::after_paint(move || {
        draw::picture("picture", &shape);
        page::to_middle(".map__place--now", ".wide");
    });
    // The picture is wider than a phone: its frame scrolls, by keyboard too, and begins where one is.
    let frame = classed("div", "wide")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", words.t("map.picture"))
        .child(classed("div", "map-frame").attr("id", "picture").view());
    let mut parts = blocks(words, doc.blocks);
    // Below the lead and the line that says from which side it is seen.
    let rest = parts.split_off(2.min(parts.len()));
    classed("div", "flow flow--wide")
        .child(title(doc.title))
        .children(parts)
        .child(frame.view())
        .children(rest)
        .view()
}
