//! The departure check: what leaves, to whom, by which way, what they will learn; then the ways out.

use leptos::prelude::*;

use super::compose;
use crate::app::parts::doc::{text, title};
use crate::app::parts::el::{classed, el, live};
use crate::app::session::Session;
use crate::browser::{clipboard, download, page};
use crate::document::Route;
use crate::document::inline::parse;
use crate::domain::letters::{Departure, Draft, Way, departure, kind_words, spoken};
use crate::export::{eml, mailto, text as plain};

/// What the last way out said: an id under `error.` or `departure.done.`, and whether it went well.
#[derive(Clone, Copy)]
struct Outcome {
    id: &'static str,
    well: bool,
}

/// The page.
pub fn page(session: Session, id: &str) -> AnyView {
    let words = session.words;
    let Some(draft) = session.draft(id) else { return compose::gone(session) };
    let check = departure(words, &draft);
    let back = Route::Draft(id.to_owned()).href();
    let outcome = RwSignal::new(None::<Outcome>);

    let mut left = classed("div", "flow flow--wide");
    left = left.child(el("h2").text(words.t("departure.what")).view()).child(facts(session, &draft, &check));
    if !check.cautions.is_empty() {
        left = left.child(el("h2").text(words.t("departure.look-again")).view()).child(cautions(session, &check));
    }
    left = left
        .child(el("h2").text(words.t("departure.ways")).view())
        .child(ways(session, &draft, &check, outcome))
        .child(said(session, outcome));
    let sheet = compose::sheet(words, &check.letter, spoken(draft.kind));
    let right = classed("div", "flow two__aside")
        .child(el("h2").text(words.t("compose.preview")).view())
        .child(sheet)
        .child(
            classed("div", "row")
                .child(classed("a", "button button--quiet").attr("href", back).text(words.t("departure.back")).view())
                .view(),
        );
    classed("div", "flow flow--wide")
        .child(title(words.t("departure.title")))
        .child(classed("p", "lead").text(kind_words(words, draft.kind).name).view())
        .child(classed("div", "two").child(left.view()).child(right.view()).view())
        .view()
}

fn facts(session: Session, draft: &Draft, check: &Departure) -> AnyView {
    let words = session.words;
    let to = words.t(&format!("letter.to.{}", check.to.key())).to_owned();
    let to = if draft.to_name.trim().is_empty() { to } else { format!("{} ({to})", draft.to_name.trim()) };
    let copy = if check.letter.copy.is_empty() {
        words.t("compose.line.nobody").to_owned()
    } else {
        check.letter.copy.join(", ")
    };
    let learns = check.learns.iter().map(|id| el("li").children(text(parse(words, words.t(id)))).view());
    classed("dl", "terms")
        .child(el("dt").text(words.t("compose.line.to")).view())
        .child(el("dd").attr("dir", "auto").text(to).view())
        .child(el("dt").text(words.t("compose.line.copy")).view())
        .child(el("dd").attr("dir", "auto").text(copy).view())
        .child(el("dt").text(words.t("departure.learn")).view())
        .child(el("dd").child(el("ul").children(learns).view()).view())
        .view()
}

fn cautions(session: Session, check: &Departure) -> AnyView {
    let words = session.words;
    let rows = check.cautions.iter().map(|caution| {
        let id = format!("departure.caution.{}", caution.key);
        let mut row = el("li").child(el("strong").text(words.t(&format!("{id}.title"))).view());
        if !caution.found.is_empty() {
            row = row.text(" ").child(el("bdi").text(caution.found.clone()).view());
        }
        row.child(el("p").children(text(parse(words, words.t(&format!("{id}.text"))))).view()).view()
    });
    el("ul").children(rows).view()
}

fn ways(session: Session, draft: &Draft, check: &Departure, outcome: RwSignal<Option<Outcome>>) -> AnyView {
    let words = session.words;
    let rows = check.ways.iter().enumerate().map(|(at, way)| {
        let id = format!("departure.way.{}", way.key());
        let class = if at == 0 { "button" } else { "button button--quiet" };
        let button = match way {
            Way::Mailto => mail_link(session, draft, check, class, &id),
            _ => {
                let (way, letter, address) = (*way, check.letter.clone(), draft.to_address.clone());
                classed("button", class)
                    .attr("type", "button")
                    .text(words.t(&format!("{id}.name")))
                    .on_click(move || go(session, way, &letter, &address, outcome))
                    .view()
            }
        };
        el("li")
            .child(classed("div", "row").child(button).view())
            .child(classed("p", "quiet").children(text(parse(words, words.t(&format!("{id}.text"))))).view())
            .view()
    });
    classed("ul", "ways").children(rows).view()
}

/// A link where the mail program will keep the whole letter; else the reason why not.
fn mail_link(session: Session, draft: &Draft, check: &Departure, class: &'static str, id: &str) -> AnyView {
    let words = session.words;
    match mailto::write(&check.letter, &draft.to_address) {
        Ok(address) => classed("a", class).attr("href", address).text(words.t(&format!("{id}.name"))).view(),
        Err(error) => classed("p", "notice").text(error.said(words)).view(),
    }
}

fn go(session: Session, way: Way, letter: &crate::domain::letters::Letter, to: &str, outcome: RwSignal<Option<Outcome>>) {
    let words = session.words;
    let done = move |result: Result<(), &'static str>, well: &'static str| {
        outcome.set(Some(match result {
            Ok(()) => Outcome { id: well, well: true },
            Err(id) => Outcome { id, well: false },
        }));
    };
    match way {
        Way::Copy => {
            let body = plain::body(letter);
            page::run(async move {
                let result = clipboard::write(&body).await.map_err(|error| error.id());
                done(result, "departure.done.copied");
            });
        }
        Way::Eml => {
            let result = eml::write(letter, to).map_err(|error| error.id()).and_then(|bytes| {
                download::save(eml::FILE_NAME, "message/rfc822", bytes.as_bytes()).map_err(|error| error.id())
            });
            done(result, "departure.done.saved");
        }
        Way::Text => {
            let file = plain::write(words, letter);
            let result = download::save(plain::FILE_NAME, "text/plain;charset=utf-8", file.as_bytes());
            done(result.map_err(|error| error.id()), "departure.done.saved");
        }
        Way::Print | Way::Mailto => page::print(),
    }
}

/// What came of it, said once to screen readers too.
fn said(session: Session, outcome: RwSignal<Option<Outcome>>) -> AnyView {
    let words = session.words;
    classed("div", "flow")
        .attr("role", "status")
        .child(live(move || match outcome.get() {
            None => ().into_any(),
            Some(outcome) => {
                let next = words.t(&format!("{}.next", outcome.id));
                let class = if outcome.well { "notice" } else { "notice status--failed" };
                classed("p", class).text(format!("{} {next}", words.t(outcome.id))).view()
            }
        }))
        .view()
}
