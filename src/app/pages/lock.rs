//! The lock: what it is and is not, turning it on; and while it is open, locking, its minutes, another passphrase, turning it off.

use leptos::prelude::*;

use super::sealing::{Chosen, secret, show, told};
use super::tools::{button, focus_on, status};
use super::unlock;
use crate::app::parts::doc::{text, title};
use crate::app::parts::el::{View, classed, el, live, live_text, nothing};
use crate::app::session::Session;
use crate::browser::{page as browser, subtle};
use crate::document::inline::{paragraphs, parse};
use crate::domain::phrase::trimmed;
use crate::storage::Phase;

/// The minutes that are offered; 0: never by itself.
const MINUTES: [u32; 9] = [1, 2, 5, 10, 15, 30, 60, 120, 0];

/// The page.
#[inline(never)]
pub fn page(session: Session) -> View {
    if session.is_locked() {
        return unlock::page(session);
    }
    let words = session.words;
    let state = live(move || {
        session.listed.track();
        let says = match session.lock_record().map(|lock| lock.phase) {
            _ if session.in_memory() => "lock.none-memory",
            Some(Phase::On) => "lock.on",
            Some(Phase::TurningOn) => "lock.turning-on",
            Some(Phase::TurningOff) => "lock.turning-off",
            None if subtle::is_there() => "lock.off",
            None => "lock.none-here",
        };
        classed("p", "notice").text(words.t(says)).view()
    });
    let below = live(move || {
        if session.in_memory() || !subtle::is_there() {
            nothing()
        } else if session.is_unlocked() {
            open(session)
        } else {
            off(session)
        }
    });
    classed("div", "flow flow--wide")
        .child(title(words.t("lock.title")))
        .child(classed("p", "lead").text(words.t("lock.lead")).view())
        .child(classed("div", "flow").attr("role", "status").child(state).view())
        .child(below)
        .view()
}

/// The field for the present passphrase.
const OLD: &str = "passphrase-old";

/// Turning it on: what must be known before, then the passphrase.
fn off(session: Session) -> View {
    let words = session.words;
    let said = RwSignal::new(String::new());
    let chosen = Chosen::new(words);
    let care = classed("div", "care flow")
        .child(el("h2").text(words.t("lock.care-title")).view())
        .children(
            paragraphs(words, words.t("lock.care"))
                .into_iter()
                .map(|t| el("p").children(text(t)).view()),
        );
    let what = words.list("lock.what").into_iter();
    let what = what.map(|line| el("li").children(text(parse(words, line))).view());
    let turn_on = move || {
        if chosen.done.get_untracked().is_some() {
            return;
        }
        let Some(passphrase) = chosen.taken() else { return };
        said.set(String::new());
        chosen.done.set(Some(0));
        browser::run(async move {
            match session.turn_lock_on(passphrase, told(chosen.done)).await {
                // What one can do with the lock has taken this form's place; the page begins with how it stands.
                Ok(()) => browser::after_paint(|| browser::focus(super::HEADING)),
                Err(id) if chosen.done.try_set(None).is_none() => said.set(words.problem(id)),
                Err(_) => {}
            }
        });
    };
    classed("div", "flow flow--wide")
        .child(care.view())
        .child(el("h2").text(words.t("lock.what-title")).view())
        .child(el("ul").children(what).view())
        .child(chosen.fields())
        .child(
            classed("div", "row")
                .child(main_button(words.t("lock.turn-on"), turn_on))
                .view(),
        )
        .child(status(words, said))
        .view()
}

fn main_button(name: &str, run: impl FnMut() + 'static) -> View {
    classed("button", "button")
        .attr("type", "button")
        .text(name)
        .on_click(run)
        .view()
}

/// While it is open.
fn open(session: Session) -> View {
    let words = session.words;
    let now = main_button(words.t("lock.now"), move || session.lock_now());
    classed("div", "flow flow--wide")
        .child(classed("div", "row").child(now).view())
        .child(minutes(session))
        .child(el("h2").text(words.t("lock.change-title")).view())
        .child(change(session))
        .child(el("h2").text(words.t("lock.off-title")).view())
        .child(turn_off(session))
        .view()
}

fn minutes(session: Session) -> View {
    let words = session.words;
    let said = RwSignal::new(String::new());
    let now = session.lock_record().map_or(0, |lock| lock.minutes);
    let option = |minutes: u32| {
        let name = match minutes {
            0 => words.t("lock.never").to_owned(),
            _ => words.count("lock.count", minutes as usize),
        };
        el("option")
            .attr("value", minutes.to_string())
            .flag("selected", minutes == now)
            .text(name)
            .view()
    };
    let own = (!MINUTES.contains(&now)).then_some(now);
    let select = el("select")
        .attr("id", "lock-minutes")
        .children(own.into_iter().chain(MINUTES).map(option))
        .on("change", move |event| {
            let minutes = event_target_value(&event).parse().unwrap_or_default();
            said.set(match session.set_minutes(minutes) {
                Ok(()) => words.t("lock.minutes-kept").to_owned(),
                Err(id) => words.problem(id),
            });
        });
    classed("div", "field")
        .child(
            el("label")
                .attr("for", "lock-minutes")
                .text(words.t("lock.minutes"))
                .view(),
        )
        .child(select.view())
        .child(status(words, said))
        .view()
}

fn change(session: Session) -> View {
    let words = session.words;
    let said = RwSignal::new(String::new());
    let old = RwSignal::new(String::new());
    let old_wrong = RwSignal::new(String::new());
    let shown = RwSignal::new(false);
    let chosen = Chosen::new(words);
    let change = move || {
        if chosen.done.get_untracked().is_some() {
            return;
        }
        said.set(String::new());
        old_wrong.set(String::new());
        let complain = move |id| {
            let _ = old_wrong.try_set(words.problem(id));
            browser::after_paint(|| browser::focus_field(OLD));
        };
        let present = trimmed(&old.get_untracked()).to_owned();
        if present.is_empty() {
            complain("error.lock-missing");
            return;
        }
        let Some(new) = chosen.taken() else { return };
        chosen.done.set(Some(0));
        browser::run(async move {
            let done = session.change_passphrase(present, new, told(chosen.done)).await;
            if chosen.done.try_set(None).is_some() {
                return;
            }
            match done {
                Ok(()) => {
                    chosen.empty();
                    said.set(words.t("lock.changed").to_owned());
                }
                Err(id) => complain(id),
            }
        });
    };
    let field = classed("div", "field")
        .child(el("label").attr("for", OLD).text(words.t("lock.old")).view())
        .child(
            secret(OLD, shown, old)
                .live_attr("aria-invalid", move || {
                    (!old_wrong.get().is_empty()).then(|| "true".to_owned())
                })
                .attr("aria-describedby", "passphrase-old-wrong")
                .view(),
        )
        .child(
            classed("p", "field__error")
                .attr("id", "passphrase-old-wrong")
                .child(live_text(move || old_wrong.get()))
                .view(),
        );
    classed("div", "flow")
        .child(el("p").text(words.t("lock.change-text")).view())
        .child(field.view())
        .child(show(words, shown))
        .child(chosen.fields())
        .child(
            classed("div", "row")
                .child(main_button(words.t("lock.change"), change))
                .view(),
        )
        .child(status(words, said))
        .view()
}

/// Turning it off: asks once.
fn turn_off(session: Session) -> View {
    let words = session.words;
    let said = RwSignal::new(String::new());
    let asked = RwSignal::new(false);
    let yes = move || {
        asked.set(false);
        if let Err(id) = session.turn_lock_off() {
            said.set(words.problem(id));
        }
        session.listed.update(|count| *count += 1);
        browser::after_paint(|| browser::focus(super::HEADING));
    };
    let ask = move || {
        let sure = classed("button", "button button--care")
            .attr("type", "button")
            .text(words.t("lock.off-yes"))
            .on_click(yes);
        classed("div", "care flow")
            .child(
                el("h3")
                    .attr("tabindex", "-1")
                    .attr("id", "off-ask")
                    .text(words.t("lock.off-ask"))
                    .view(),
            )
            .child(
                classed("div", "row")
                    .child(sure.view())
                    .child(button(words, "lock.off-no", move || {
                        asked.set(false);
                        focus_on("#turn-off".to_owned());
                    }))
                    .view(),
            )
            .view()
    };
    let begin = move || {
        classed("button", "button button--care")
            .attr("type", "button")
            .attr("id", "turn-off")
            .text(words.t("lock.turn-off"))
            .on_click(move || {
                asked.set(true);
                focus_on("#off-ask".to_owned());
            })
            .view()
    };
    classed("div", "flow")
        .child(el("p").text(words.t("lock.off-text")).view())
        .child(live(move || if asked.get() { ask() } else { begin() }))
        .child(status(words, said))
        .view()
}
