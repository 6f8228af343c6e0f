//! Choosing what to write: the letters of one side, in groups, the one that fits the next step first.

use std::rc::Rc;

use leptos::prelude::*;

use super::needs;
use crate::app::parts::doc::{alone, text, title};
use crate::app::parts::el::{View, classed, el, live, nothing};
use crate::app::session::Session;
use crate::browser::page;
use crate::document::Route;
use crate::document::inline::parse;
use crate::domain::Words;
use crate::domain::case::Case;
use crate::domain::lens::{HandleFacets, Handler, Lens};
use crate::domain::letters::{Form, begun, kind_from, kind_words, offered, take_over};
use crate::domain::routing::{MessageKind, Said};

/// The page. From which side, is known from the address or else from the case.
#[inline(never)]
pub fn page(session: Session, side: Option<Lens>) -> View {
    let words = session.words;
    let case = session.case_now();
    let known = !session.answers_now().is_empty();
    // Its place in the list: signals of numbers are there already.
    let lens = RwSignal::new(side.unwrap_or(case.lens) as u32);
    let side = move || at(lens.get());
    let safety = Rc::new(case);
    let case = Rc::clone(&safety);
    classed("div", "flow flow--wide")
        .child(title(words.t("write.title")))
        .child(classed("p", "lead").text(words.t("write.lead")).view())
        .children(go_on(session))
        .child(live(move || {
            if known {
                care(words, &safety, side())
            } else {
                nothing()
            }
        }))
        .child(sides(session, lens))
        .child(live(move || letters(session, &case, known, side())))
        .child(live(move || {
            let says = words.t(&format!("write.not-sure.{}", side().key()));
            classed("p", "quiet").children(text(parse(words, says))).view()
        }))
        .view()
}

/// The way back to what was written last.
fn go_on(session: Session) -> Option<View> {
    let draft = session.newest_draft()?;
    let name = session.words.fill_typed("write.go-on", &[("name", &draft.title)]);
    Some(el("p").child(alone(&Route::Draft(draft.id), name)).view())
}

/// The side at this place in the list.
fn at(place: u32) -> Lens {
    let found = Lens::ALL.into_iter().find(|one| *one as u32 == place);
    found.unwrap_or_default()
}

/// From which side one writes: the side of the case, until another one is chosen.
fn sides(session: Session, lens: RwSignal<u32>) -> View {
    let words = session.words;
    let options = Lens::ALL.map(|side| {
        let radio = el("input")
            .attr("type", "radio")
            .attr("name", "lens")
            .live_checked(move || lens.get() == side as u32)
            .on("change", move |_| lens.set(side as u32));
        classed("label", "choice")
            .child(radio.view())
            .child(
                el("span")
                    .text(words.t(&format!("write.lens.{}", side.key())))
                    .view(),
            )
            .view()
    });
    classed("fieldset", "copies flow")
        .child(
            classed("legend", "field__label")
                .text(words.t("write.lens.legend"))
                .view(),
        )
        .child(classed("div", "choices").children(options).view())
        .view()
}

/// The letters of one side under their headings. Where direct contact is not the lead (1.5), the message to somebody else
/// stands first.
fn letters(session: Session, case: &Case, known: bool, lens: Lens) -> View {
    let words = session.words;
    let (who, plan) = (case.who(lens), case.plan(lens));
    // Letters that somebody in another role writes are left out once the role is known.
    let role = HandleFacets::from_answers(&case.answers).handler;
    let mine = |form: Form| role == Handler::Unknown || form.by().is_empty() || form.by() == role.key();
    let suggested = plan.steps.first().and_then(|step| step.messages.first().copied());
    let suggested = suggested.filter(|_| known);
    let all = MessageKind::ALL.iter().map(|kind| Form::of(words, *kind));
    let all: Vec<Form> = all
        .filter(|form| form.lens() == lens && offered(form.kind, who) && mine(*form))
        .collect();
    let mut made = classed("div", "flow flow--wide");
    if let Some(first) = all.iter().find(|form| Some(form.kind) == suggested) {
        let row = door(session, *first, None, words.t("write.suggested"));
        made = made.child(classed("ul", "doors").child(row).view());
    }
    let mut groups: Vec<&str> = Vec::new();
    for form in &all {
        if !groups.contains(&form.group()) {
            groups.push(form.group());
        }
    }
    for group in groups {
        let rest = all
            .iter()
            .filter(|form| form.group() == group && Some(form.kind) != suggested);
        let rows: Vec<View> = rest
            .map(|form| door(session, *form, case.locked(form.kind), ""))
            .collect();
        if !rows.is_empty() {
            made = made
                .child(el("h2").text(words.t(&format!("write.group.{group}"))).view())
                .child(classed("ul", "doors").children(rows).view());
        }
    }
    made.view()
}

/// One letter: its name, what it is, when it fits; or why it cannot be begun yet.
fn door(session: Session, form: Form, locked: Option<Said>, aside: &'static str) -> View {
    let words = session.words;
    let name = kind_words(words, form.kind);
    let head = if locked.is_some() {
        el("strong").text(name.name)
    } else {
        el("a")
            .attr("href", Route::Begin(form.kind.key().to_owned()).href())
            .text(name.name)
    };
    let when = locked.map_or(name.when, |said| words.t(said.text));
    let mut says = el("div")
        .child(el("p").text(name.lead).view())
        .child(classed("p", "quiet").children(text(parse(words, when))).view());
    if locked.is_some() {
        let needs = alone(&Route::Begin(form.kind.key().to_owned()), words.t("write.locked"));
        says = says.child(el("p").child(needs).view());
    }
    classed("li", "door")
        .child(head.view())
        .child(says.view())
        .child(classed("span", "quiet").text(aside).view())
        .view()
}

/// The notices that come before any message (invariant 7), in one line each with the way to read them whole.
fn care(words: &'static Words, case: &Case, lens: Lens) -> View {
    let notices = case.plan(lens).notices;
    let lines: Vec<View> = notices
        .iter()
        .filter(|notice| notice.kind.is_grave())
        .map(|notice| {
            el("p")
                .text(words.t(&format!("notice.{}.title", notice.kind.key())))
                .view()
        })
        .collect();
    if lines.is_empty() {
        return nothing();
    }
    classed("div", "care flow")
        .children(lines)
        .child(
            el("p")
                .child(alone(&Route::plan(lens), words.t("write.read-first")))
                .view(),
        )
        .view()
}

/// Begins a draft, with what its case knows, and makes room for it, so that Back does not begin another one. A formal request whose
/// time has not come is not begun by its address either (invariant 3): what it needs stands there.
#[inline(never)]
pub fn begin(session: Session, kind: &str) -> View {
    let case = session.case_now();
    if let Some(why) = kind_from(kind).and_then(|kind| case.locked(kind)) {
        return needs::page(session, why);
    }
    let route = kind_from(kind).map_or(Route::Write, |kind| {
        let mut draft = begun(session.words, kind, &case);
        draft.case = session.case_id().unwrap_or_default();
        // What the logs say about several people is taken over for one of them at a time, on the page of the letter.
        if case.logs.people().len() < 2 {
            take_over(session.words, &mut draft, &case.logs, "");
        }
        Route::Draft(session.begin_draft(draft))
    });
    page::after_paint(move || page::go_instead(&route.href()));
    classed("p", "quiet").text(session.words.t("write.title")).view()
}
