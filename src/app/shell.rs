//! The frame around every page: skip link, header, main, footer; follows the address.

use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;

use super::parts::doc::{link, text};
use super::parts::el::{View, classed, el, live_page, row};
use super::parts::status;
use super::session::{Rest, Session};
use super::{arrival, languages, pages};
use crate::browser::{leave, page};
use crate::document::inline::parse;
use crate::document::{Route, name};
use crate::domain::Words;
use crate::storage::Memory;

/// The whole app.
pub fn shell(
    words: &'static Words,
    rest: RwSignal<Rest>,
    newer: RwSignal<bool>,
    handed: Option<Rc<Memory>>,
) -> View {
    leave::on_shift();
    page::on_search_key(|| {
        page::go(&Route::Search.href());
        page::focus_field(pages::search::FIELD);
    });
    // After "Leave now", where there is no way to leave, all addresses show the first page, until somebody clicks.
    let asked = |address: &str| {
        if leave::is_gone() {
            Route::Home
        } else {
            Route::parse(address)
        }
    };
    let session = Session::open(words, rest, newer, asked(&page::address()), handed);
    let route = session.route;
    page::on_address(move |address| {
        session.follow_other_tabs();
        session.sharing.set(None);
        let before = route.get_untracked();
        if before != Route::Language {
            session.before.set_value(before);
        }
        route.set(asked(&address));
    });
    Effect::new(move |before: Option<()>| {
        let route = route.get();
        if before.is_some() {
            page::to_top();
            page::after_paint(move || arrival::arrive(&route));
        }
    });
    Effect::new(move |_: Option<()>| {
        // The name of a page of words comes with it.
        rest.track();
        let name = route.with(|route| name::screen(words, route));
        page::set_title(&words.fill("app.title", &[("page", &name)]));
    });
    row([
        classed("a", "skip")
            .attr("href", "#main")
            .on("click", |event| skip(&event))
            .text(words.t("app.skip"))
            .view(),
        header(session),
        classed("main", "page main")
            .attr("id", "main")
            .attr("tabindex", "-1")
            .attr("data-print", words.t("app.on-paper"))
            .child(live_page(move || pages::page(session, &route.get())))
            .view(),
        status::line(session),
        footer(session),
    ])
}

fn skip(event: &ev::Event) {
    // The address holds the screen, so the skip link moves the focus itself.
    event.prevent_default();
    page::focus("#main");
}

fn header(session: Session) -> View {
    let words = session.words;
    let item = |route: Route, id: &'static str| {
        let href = route.href();
        let current = move || (session.route.get() == route).then(|| "page".to_owned());
        el("a")
            .attr("href", href)
            .live_attr("aria-current", current)
            .text(words.t(id))
            .view()
    };
    let nav = classed("nav", "top__nav")
        .attr("aria-label", words.t("app.nav"))
        .children([
            item(Route::page("code"), "nav.code"),
            item(Route::page("process"), "nav.process"),
            item(Route::Notes, "nav.notes"),
            item(Route::Search, "nav.search"),
        ]);
    let leave = classed("button", "button button--leave")
        .attr("type", "button")
        .attr("title", words.t("app.leave-help"))
        .text(words.t("app.leave"))
        .on_click(leave::now);
    let name = classed("a", "top__name")
        .attr("href", "#/")
        .text(words.t("app.name"));
    // In its own language, so that whoever cannot read the page finds it.
    let language = el("a")
        .attr("class", "top__language")
        .attr("href", Route::Language.href())
        .attr("title", words.t("language.title"))
        .text(languages::name(words, words.locale()));
    let row = classed("div", "page top__row")
        .child(name.view())
        .child(nav.view())
        .child(language.view())
        .child(leave.view());
    classed("header", "top").child(row.view()).view()
}

fn footer(session: Session) -> View {
    let words = session.words;
    let links = [
        ("promise", "promise.title"),
        ("open", "open.title"),
        ("glossary", "glossary.title"),
        ("coverage", "coverage.title"),
        ("official", "official.title"),
        ("accessibility", "app.accessibility"),
    ]
    .map(|(address, id)| link(&Route::page(address), words.t(id)));
    let practise = link(&Route::Practice, words.t("app.practise"));
    let backup = link(&Route::Backup, words.t("backup.title"));
    let translated = languages::tags(words).next() != Some(words.locale());
    let unofficial = translated.then(|| classed("p", "quiet").text(words.t("language.unofficial")).view());
    let inner = classed("div", "page flow")
        .child(
            classed("nav", "foot__links")
                .attr("aria-label", words.t("app.footer"))
                .children([practise, backup].into_iter().chain(links))
                .view(),
        )
        .child(classed("p", "quiet").text(words.t("app.not-iso")).view())
        .child(
            classed("p", "quiet")
                .children(text(parse(words, words.t("app.prevails"))))
                .view(),
        )
        .children(unofficial);
    classed("footer", "foot").child(inner.view()).view()
}
