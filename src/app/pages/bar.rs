//! What stands over the status line at times: a question, and what is said for a while. It comes with the rest of the guide.

use leptos::prelude::*;

use super::tools::{button, focus_on, quiet_button};
use crate::app::parts::doc::text;
use crate::app::parts::el::{View, classed, el, live, nothing, row};
use crate::app::session::Session;
use crate::browser::{page, unload};
use crate::document::inline::parse;

/// All of it. While something stands in this page alone, the browser asks before it ends.
pub fn bar(session: Session) -> View {
    Effect::new(move |_: Option<()>| {
        session.listed.track();
        session.status.track();
        unload::hold(session.ends_with_page());
    });
    let question = live(move || match session.asks_sharing() {
        Some(from) => untrack(|| before_sharing(session, from)),
        None => nothing(),
    });
    row([question, locking(session), newer(session)])
}

/// What leaves this device when everything goes into memory, and what that means. `from` has the focus again if it stays.
fn before_sharing(session: Session, from: &'static str) -> View {
    let words = session.words;
    let records = words.count("backup.due.records", session.list().len());
    let says = words.fill("keep.shared-ask-text", &[("records", &records)]);
    let lock = if session.is_unlocked() {
        el("p").text(words.t("keep.shared-ask-lock")).view()
    } else {
        nothing()
    };
    let yes = quiet_button(words, "keep.shared-begin", move || {
        session.sharing.set(None);
        session.share_computer(true);
        focus_on("#share".to_owned());
    });
    let no = quiet_button(words, "keep.shared-no", move || {
        session.sharing.set(None);
        focus_on(from.to_owned());
    });
    page::after_paint(|| page::focus("#share-ask"));
    classed("div", "page notice flow")
        .attr("role", "group")
        .attr("aria-labelledby", "share-ask")
        .child(
            el("h2")
                .attr("id", "share-ask")
                .attr("tabindex", "-1")
                .text(words.t("keep.shared-ask"))
                .view(),
        )
        .child(el("p").children(text(parse(words, &says))).view())
        .child(lock)
        .child(classed("div", "row").child(yes).child(no).view())
        .view()
}

/// Said for a while before the page locks by itself.
fn locking(session: Session) -> View {
    live(move || {
        if session.warned.get() {
            classed("p", "page notice")
                .attr("role", "alert")
                .text(session.words.t("status.locking"))
                .view()
        } else {
            nothing()
        }
    })
}

/// A newer version of the guide waits: offered where nothing is lost by it, never taken by itself.
fn newer(session: Session) -> View {
    let offered = Memo::new(move |_| session.may_renew());
    live(move || {
        if !offered.get() {
            return nothing();
        }
        let words = session.words;
        classed("p", "page notice")
            .attr("role", "status")
            .text(words.t("renew.waits"))
            .child(el("span").text(" ").view())
            .child(button(words, "renew.now", move || session.renew()))
            .view()
    })
}
