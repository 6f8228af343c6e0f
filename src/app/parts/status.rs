//! The status line: what is kept and where, always true; the way out when nothing can be kept.

use leptos::prelude::*;

use super::el::{El, View, classed, el, live, live_text, nothing};
use crate::app::session::{Rest, Session, Status};
use crate::browser::{clock, page};
use crate::document::Route;
use crate::storage::Room;

/// Whether there is anything to download yet.
fn has_something(session: Session) -> bool {
    session.listed.track();
    session.has_records()
}

fn button(name: &str, run: impl FnMut() + 'static) -> View {
    pressed(name, run).view()
}

fn pressed(name: &str, run: impl FnMut() + 'static) -> El {
    classed("button", "plain")
        .attr("type", "button")
        .text(name)
        .on_click(run)
}

/// Locks at once what is open.
fn lock_now(session: Session) -> View {
    live(move || {
        if session.is_unlocked() {
            button(session.words.t("status.lock-now"), move || session.lock_now())
        } else {
            nothing()
        }
    })
}

/// Into memory only, or back on this device. The choice is not there from disk, and not while it is asked about.
fn shared(session: Session) -> View {
    live(move || {
        let shared = session.shared.get();
        if session.is_locked() || session.asks_sharing().is_some() || (shared && page::is_from_disk()) {
            return nothing();
        }
        let id = if shared {
            "keep.shared-end"
        } else {
            "status.shared"
        };
        pressed(session.words.t(id), move || session.turn_shared("#share"))
            .attr("id", "share")
            .view()
    })
}

/// The way out when nothing can be kept. The browser shows a file that it took; what it refused goes into `refused`.
fn download(session: Session, failed: Memo<bool>, refused: RwSignal<String>) -> View {
    let words = session.words;
    let something = Memo::new(move |_| has_something(session));
    live(move || {
        if !(failed.get() && something.get()) {
            return nothing();
        }
        button(words.t("status.download"), move || {
            let error = session.download_everything().err();
            refused.set(error.map_or_else(String::new, |error| [" ", &words.problem(error.id())].concat()));
        })
    })
}

/// The line below every page.
pub fn line(session: Session) -> View {
    let words = session.words;
    // Each part changes only when its words do, so that a screen reader hears nothing twice.
    let dot = el("span")
        .attr("aria-hidden", "true")
        .live_attr("class", move || {
            let kind = match session.status.get() {
                Status::Memory => " status__dot--memory",
                Status::Failed(_) => " status__dot--failed",
                _ => "",
            };
            Some(format!("status__dot{kind}"))
        });
    let failed = Memo::new(move |_| matches!(session.status.get(), Status::Failed(_)));
    let warning = live_text(move || {
        if failed.get() {
            words.t("status.failed").to_owned()
        } else {
            String::new()
        }
    });
    let elsewhere = Memo::new(move |_| !session.is_writer());
    let sentence = Memo::new(move |_| {
        let time = |at| clock::moment(at).time();
        if elsewhere.get() {
            return words.t("status.elsewhere").to_owned();
        }
        if session.is_locked() && !failed.get() {
            return words.t("status.locked").to_owned();
        }
        match session.status.get() {
            Status::OnDevice => words.t("status.on-device").to_owned(),
            Status::BackedUp(at) => words.fill("status.backed-up", &[("time", &time(at))]),
            Status::Saving => words.t("status.saving").to_owned(),
            Status::Saved(at) => words.fill("status.saved", &[("time", &time(at))]),
            Status::Memory if page::is_from_disk() => words.t("status.from-disk").to_owned(),
            Status::Once(at) => words.fill("status.once", &[("time", &time(at))]),
            Status::Memory => words.t("status.memory").to_owned(),
            Status::Forgotten => words.t("status.forgotten").to_owned(),
            Status::CopyKept(at) => words.fill("status.copy-kept", &[("time", &time(at))]),
            Status::Failed(error) => [". ", &words.problem(error.id())].concat(),
        }
    });
    let room = live_text(move || match session.room.get() {
        Room::Plenty => String::new(),
        Room::Low => format!(" {}", words.t("status.room-low")),
        Room::Out => format!(" {}", words.t("status.room-out")),
    });
    let refused = RwSignal::new(String::new());
    let not_taken = live_text(move || {
        if failed.get() {
            refused.get()
        } else {
            String::new()
        }
    });
    let says = el("span")
        .child(dot.view())
        .child(classed("strong", "status--failed").child(warning).view())
        .child(live_text(move || sentence.get()))
        .child(room)
        .child(not_taken)
        .view();
    let go_on = live(move || {
        // A page that is held back offers it itself.
        if !elsewhere.get() || session.route.with(Route::writes) {
            return nothing();
        }
        button(words.t("turn.continue"), move || session.continue_here())
    });
    let download = download(session, failed, refused);
    let inner = classed("div", "page status")
        .child(
            el("div")
                .attr("id", "status")
                .attr("role", "status")
                .child(says)
                .view(),
        )
        .child(go_on)
        .child(download)
        .child(lock_now(session))
        .child(shared(session));
    classed("div", "status-bar")
        .attr("role", "region")
        .attr("aria-label", words.t("status.label"))
        .child(live(move || match session.rest.get() {
            Rest::There(later) => (later.bar)(session),
            _ => nothing(),
        }))
        .child(inner.view())
        .view()
}
