//! Choosing what to write: the kinds of message, the one that fits the next step first.

use crate::app::parts::doc::{text, title};
use crate::app::parts::el::{View, classed, el};
use crate::app::session::Session;
use crate::browser::page;
use crate::document::Route;
use crate::document::inline::parse;
use crate::domain::letters::{Draft, KINDS, kind_from, kind_words};
use crate::domain::routing::{MessageKind, Notice, NoticeKind, route};

/// The page.
pub fn page(session: Session) -> View {
    let words = session.words;
    let plan = route(&session.facets_now());
    let grave: Vec<Notice> = plan
        .notices
        .iter()
        .filter(|notice| notice.kind != NoticeKind::NoAnonymity)
        .cloned()
        .collect();
    let suggested = plan.steps.first().and_then(|step| step.messages.first().copied());
    let known = !session.answers_now().is_empty();
    // Where direct contact is not the lead (1.5), the message to somebody else stands first.
    let mut kinds: Vec<MessageKind> = KINDS.iter().map(|(kind, _)| *kind).collect();
    if known && let Some(first) = suggested {
        kinds.retain(|kind| *kind != first);
        kinds.insert(0, first);
    }
    let rows = kinds.into_iter().map(|kind| {
        let name = kind_words(words, kind);
        let begin = el("a")
            .attr("href", Route::Begin(kind.key().to_owned()).href())
            .text(name.name);
        let aside = if known && suggested == Some(kind) {
            words.t("write.suggested")
        } else {
            ""
        };
        classed("li", "door")
            .child(begin.view())
            .child(
                el("div")
                    .child(el("p").text(name.lead).view())
                    .child(
                        classed("p", "quiet")
                            .children(text(parse(words, name.when)))
                            .view(),
                    )
                    .view(),
            )
            .child(classed("span", "quiet").text(aside).view())
            .view()
    });
    let mut made = classed("div", "flow flow--wide")
        .child(title(words.t("write.title")))
        .child(classed("p", "lead").text(words.t("write.lead")).view());
    if known && !grave.is_empty() {
        made = made.child(care(session, &grave));
    }
    made.child(classed("ul", "doors").children(rows).view())
        .child(
            classed("p", "quiet")
                .children(text(parse(words, words.t("write.not-sure"))))
                .view(),
        )
        .view()
}

/// The notices that come before any message (invariant 7), in one line each with the way to read them whole.
fn care(session: Session, notices: &[Notice]) -> View {
    let words = session.words;
    let lines = notices.iter().map(|notice| {
        el("p")
            .text(words.t(&format!("notice.{}.title", notice.kind.key())))
            .view()
    });
    classed("div", "care flow")
        .children(lines)
        .child(
            el("p")
                .child(
                    el("a")
                        .attr("href", Route::Plan.href())
                        .text(words.t("write.read-first"))
                        .view(),
                )
                .view(),
        )
        .view()
}

/// Begins a draft and makes room for it, so that Back does not begin another one.
pub fn begin(session: Session, kind: &str) -> View {
    let route = kind_from(kind).map_or(Route::Write, |kind| {
        let mut draft = Draft::new(kind);
        draft.case = session.case_id().unwrap_or_default();
        Route::Draft(session.create_draft(&draft))
    });
    page::after_paint(move || page::go_instead(&route.href()));
    classed("p", "quiet").text(session.words.t("write.title")).view()
}
