//! The status line: what is kept and where, always true; the way out when nothing can be kept.

use leptos::prelude::*;

use super::el::{classed, el, live};
use crate::app::session::{Session, Status};
use crate::browser::clock;

/// Whether there is anything to download yet.
fn has_something(session: Session) -> bool {
    session.listed.track();
    !session.list().is_empty()
}

/// The line below every page.
pub fn line(session: Session) -> AnyView {
    let words = session.words;
    let says = live(move || {
        let status = session.status.get();
        let time = |at| clock::time_of_day(words.locale(), at);
        let (dot, sentence) = match status {
            Status::OnDevice => ("", words.t("status.on-device").to_owned()),
            Status::Saved(at) => ("", words.fill("status.saved", &[("time", &time(at))])),
            Status::Memory => (" status__dot--memory", words.t("status.memory").to_owned()),
            Status::Forgotten => ("", words.t("status.forgotten").to_owned()),
            Status::CopyKept(at) => ("", words.fill("status.copy-kept", &[("time", &time(at))])),
            Status::Failed(error) => {
                let id = error.id();
                let says = format!(". {} {}", words.t(id), words.t(&format!("{id}.next")));
                (" status__dot--failed", says)
            }
        };
        let dot = classed("span", &format!("status__dot{dot}"))
            .attr("aria-hidden", "true")
            .view();
        let mut says = el("span").child(dot);
        if matches!(status, Status::Failed(_)) {
            says = says.child(
                classed("strong", "status--failed")
                    .text(words.t("status.failed"))
                    .view(),
            );
        }
        says.text(sentence).view()
    });
    let download = live(move || match session.status.get() {
        Status::Failed(_) if has_something(session) => classed("button", "plain")
            .attr("type", "button")
            .text(words.t("status.download"))
            .on_click(move || session.download_everything())
            .view(),
        _ => ().into_any(),
    });
    let shared = live(move || {
        if session.shared.get() {
            return ().into_any();
        }
        classed("button", "plain")
            .attr("type", "button")
            .text(words.t("status.shared"))
            .on_click(move || session.share_computer(true))
            .view()
    });
    let inner = classed("div", "page status")
        .child(
            el("div")
                .attr("id", "status")
                .attr("role", "status")
                .child(says)
                .view(),
        )
        .child(download)
        .child(shared);
    classed("div", "status-bar")
        .attr("role", "region")
        .attr("aria-label", words.t("status.label"))
        .child(inner.view())
        .view()
}
