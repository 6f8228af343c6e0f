//! The departure check: what leaves, to whom, by which way, what they will learn; then the ways out.

use leptos::prelude::*;

use super::second_look::second_look;
use super::{compose, sheet, tongue};
use crate::app::parts::doc::{link, text, title};
use crate::app::parts::el::{View, classed, el, live, nothing};
use crate::app::session::Session;
use crate::browser::{Refused, clipboard, download, page, unload};
use crate::document::inline::parse;
use crate::document::{Route, logs};
use crate::domain::letters::{
    Departure, Draft, Form, Way, composed, departure, kind_words, parse_address, receivers,
};
use crate::domain::logs::Log;
use crate::export::{eml, mailto, text as plain};

/// What came of the last way out: a sentence with its next step, and whether it went well.
#[derive(Clone)]
struct Outcome {
    way: Way,
    sentence: String,
    well: bool,
}

/// The page.
#[inline(never)]
pub fn page(session: Session, id: &str) -> View {
    let words = session.words;
    let Some(draft) = session.draft(id) else {
        return compose::gone(session, id);
    };
    let form = Form::of(words, draft.kind);
    let own = session.letter_words(&draft);
    let check =
        departure(words, own, &draft, &session.case_of(&draft)).with_hints(session.review(form, &draft));
    let back = Route::Draft(id.to_owned()).href();
    let letter = check.letter.clone();
    let outcome = RwSignal::new(None::<Outcome>);

    let sendable = without_bad_addresses(&draft);

    let mut left = classed("div", "flow flow--wide no-print");
    left = left
        .child(el("h2").text(words.t("departure.whom")).view())
        .child(facts(session, &draft, &check))
        .children(second_look(session, id, &draft, &check));
    let last = classed("div", "flow flow--wide no-print")
        .child(el("h2").text(words.t("departure.ways")).view())
        .child(ways(session, &sendable, &check, outcome))
        .child(
            classed("p", "quiet")
                .children(text(parse(words, words.t("departure.afterwards"))))
                .view(),
        )
        .child(el("h2").text(words.t("departure.then")).view())
        .child(el("p").text(words.t("departure.then-text")).view())
        .child(onward(session));
    let copies = sheet::copies(own, form, &draft);
    let sheet = sheet::sheet(
        words,
        own,
        form,
        Memo::new(move |_| letter.clone()),
        Memo::new(move |_| copies.clone()),
    );
    let right = classed("div", "flow two__aside")
        .child(classed("h2", "no-print").text(words.t("compose.preview")).view())
        .children(tongue::lost(session, &draft))
        .child(sheet)
        .child(
            classed("div", "row")
                .child(
                    classed("a", "button button--quiet")
                        .attr("href", back)
                        .text(words.t("departure.back"))
                        .view(),
                )
                .view(),
        );
    classed("div", "flow flow--wide")
        .child(
            classed("div", "flow no-print")
                .child(title(words.t("departure.title")))
                .child(classed("p", "lead").text(words.t("departure.lead")).view())
                .child(
                    el("p")
                        .child(el("strong").text(kind_words(words, draft.kind).name).view())
                        .text(". ")
                        .text(words.t("departure.stays"))
                        .view(),
                )
                .view(),
        )
        .child(
            // On a phone the sheet comes before the ways out; on a wide screen it stands beside everything.
            classed("div", "two two--three")
                .child(left.view())
                .child(right.view())
                .child(last.view())
                .view(),
        )
        .view()
}

/// The draft as the mail program can take it: what is not one address is left out, as the caution says.
fn without_bad_addresses(draft: &Draft) -> Draft {
    let mut draft = draft.clone();
    if parse_address(draft.text("to-address")).is_err() {
        draft.set("to-address", String::new());
    }
    for copy in &mut draft.copy {
        if parse_address(&copy.address).is_err() {
            copy.address.clear();
        }
    }
    draft
}

fn facts(session: Session, draft: &Draft, check: &Departure) -> View {
    let words = session.words;
    let form = Form::of(words, draft.kind);
    let to = receivers(words, draft);
    let copy = sheet::copies(words, form, draft).shown;
    let copy = if copy.is_empty() {
        words.t("compose.line.nobody").to_owned()
    } else {
        copy
    };
    let learns = check
        .learns
        .iter()
        .map(|id| el("li").children(text(parse(words, words.t(id)))).view());
    classed("dl", "terms")
        .child(el("dt").text(words.t("compose.line.to")).view())
        .child(el("dd").attr("dir", "auto").text(to).view())
        .child(el("dt").text(words.t("compose.line.copy")).view())
        .child(el("dd").attr("dir", "auto").text(copy).view())
        .child(el("dt").text(words.t("departure.learn")).view())
        .child(el("dd").child(el("ul").children(learns).view()).view())
        .view()
}

fn ways(session: Session, draft: &Draft, check: &Departure, outcome: RwSignal<Option<Outcome>>) -> View {
    let words = session.words;
    let rows = check.ways.iter().enumerate().map(|(at, way)| {
        let id = format!("departure.way.{}", way.key());
        let class = if at == 0 { "button" } else { "button button--quiet" };
        let button = if way == &Way::Mailto {
            mail_link(session, draft, class, &id)
        } else {
            let (way, draft) = (*way, draft.clone());
            classed("button", class)
                .attr("type", "button")
                .text(words.t(&format!("{id}.name")))
                .on_click(move || go(session, way, &draft, outcome))
                .view()
        };
        classed("li", "way")
            .child(classed("div", "row").child(button).view())
            .child(
                classed("p", "quiet")
                    .children(text(parse(words, words.t(&format!("{id}.text")))))
                    .view(),
            )
            .child(said(*way, outcome))
            .view()
    });
    classed("ul", "ways").children(rows).view()
}

/// A link where the mail program will keep the whole letter; else the reason why not.
fn mail_link(session: Session, draft: &Draft, class: &'static str, id: &str) -> View {
    let words = session.words;
    match mailto::write(words, session.letter_words(draft), draft) {
        Ok(address) => classed("a", class)
            .attr("href", address)
            .on_click(unload::calls_mail)
            .text(words.t(&format!("{id}.name")))
            .view(),
        Err(error) => classed("p", "notice")
            .text(format!("{} {}", error.says(words), error.next(words)))
            .view(),
    }
}

fn go(session: Session, way: Way, draft: &Draft, outcome: RwSignal<Option<Outcome>>) {
    let words = session.words;
    let own = session.letter_words(draft);
    let done = move |result: Result<(), Refused>, id: &str| {
        let id = result.map_or_else(|refused| refused.id().to_owned(), |()| id.to_owned());
        let sentence = words.problem(&id);
        outcome.set(Some(Outcome {
            way,
            sentence,
            well: result.is_ok(),
        }));
    };
    match way {
        Way::Copy => {
            let body = plain::body(&composed(own, Form::of(words, draft.kind), draft));
            page::run(async move { done(clipboard::write(&body).await, "departure.done.copied") });
        }
        Way::Eml => match eml::write(words, own, draft) {
            Ok(file) => {
                done(
                    download::save(eml::FILE_NAME, eml::MEDIA_TYPE, file.as_bytes()),
                    "departure.done.saved",
                );
            }
            Err(error) => {
                let sentence = format!("{} {}", error.says(words), error.next(words));
                outcome.set(Some(Outcome {
                    way,
                    sentence,
                    well: false,
                }));
            }
        },
        Way::Text => {
            let file = plain::write(own, &composed(own, Form::of(words, draft.kind), draft));
            let kept = download::save(plain::FILE_NAME, "text/plain;charset=utf-8", file.as_bytes());
            done(kept, "departure.done.saved");
        }
        Way::Print | Way::Mailto => page::print(),
    }
}

/// Where to go once it has left: the ledger, who was told, the plan.
fn onward(session: Session) -> View {
    let words = session.words;
    let log = |log| (Route::Log(log), logs::name(words, log, "title"));
    let plan = Route::plan(session.lens_now());
    let ways = [
        log(Log::Steps),
        log(Log::Told),
        (plan, words.t("departure.to-plan")),
    ];
    let rows = ways.map(|(route, name)| el("li").child(link(&route, name)).view());
    classed("ul", "beside").children(rows).view()
}

/// What came of it, beside the way that was taken, said once to screen readers too.
fn said(way: Way, outcome: RwSignal<Option<Outcome>>) -> View {
    classed("div", "flow")
        .attr("role", "status")
        .child(live(move || match outcome.get() {
            Some(outcome) if outcome.way == way => {
                let class = if outcome.well {
                    "notice"
                } else {
                    "notice status--failed"
                };
                classed("p", class).text(outcome.sentence).view()
            }
            _ => nothing(),
        }))
        .view()
}
