//! Names, addresses and the subject: everything that comes last in the composer.

use leptos::prelude::*;

use super::compose::Open;
use super::hints;
use crate::app::parts::doc::text;
use crate::app::parts::el::{View, classed, el, live, nothing};
use crate::document::inline::parse;
use crate::domain::letters::{
    Addressee, Copied, Draft, Manner, NAMES, SUBJECT, addressee_name, input_words, parse_address, part_words,
};
use crate::domain::routing::MessageKind;

/// Names and addresses come last.
pub fn names(open: Open) -> View {
    let words = open.words();
    let mail = open.form.manner() == Manner::Mail;
    let mut inner = classed("div", "flow flow--wide")
        .child(el("p").text(words.t("compose.stand-in")).view())
        .child(receiver(open));
    let shown = |id: &&&str| match **id {
        "to-name" => true,
        "person-name" | "person-role" => open.form.is_about(),
        _ => mail,
    };
    for id in NAMES.iter().filter(shown) {
        inner = inner.child(short(open, id));
    }
    if mail {
        inner = inner
            .child(beside(open, Beside::Also))
            .child(beside(open, Beside::Copy))
            .child(subject(open));
    }
    let summary = if mail { "write.names" } else { "write.names-spoken" };
    classed("details", "why")
        .attr("open", "")
        .child(el("summary").text(words.t(summary)).view())
        .child(inner.view())
        .view()
}

/// As what they receive it, where there is a choice. Where the letter names one, the list begins with that one, as the sheet does.
fn receiver(open: Open) -> View {
    let words = open.words();
    let (to, now) = open
        .draft
        .with_untracked(|draft| (open.form.to(draft), open.form.addressee(draft)));
    if to.len() < 2 {
        return nothing();
    }
    let unchosen = (now == Addressee::Unchosen).then_some(now);
    let options = unchosen.into_iter().chain(to);
    let options = options.map(|to| (to.key(), addressee_name(words, to))).collect();
    let list = select("to-party", options, now.key(), move |key| {
        open.edit(|draft| draft.to_party = Addressee::parse(&key).unwrap_or_default());
    });
    classed("div", "field")
        .child(
            el("label")
                .attr("for", "to-party")
                .text(words.t("write.to-whom"))
                .view(),
        )
        .child(list)
        .view()
}

/// The name of the draft in the list of notes: it never leaves, so it stands apart.
pub fn own_name(open: Open) -> View {
    let given = input_words(open.words(), open.form, "field", "title");
    let now = open.draft.with_untracked(|draft| draft.title.clone());
    let now = if now.is_empty() { open.title() } else { now };
    input(given.label, given.hint, "title", open, now, |draft, value| {
        draft.title = value;
    })
}

/// A list to choose one from.
pub fn select(
    id: &str,
    options: Vec<(&'static str, &'static str)>,
    now: &str,
    chosen: impl Fn(String) + 'static,
) -> View {
    let options = options.into_iter().map(|(key, name)| {
        el("option")
            .attr("value", key)
            .flag("selected", key == now)
            .text(name)
            .view()
    });
    el("select")
        .attr("id", id)
        .attr("autocomplete", "off")
        .on("change", move |event| chosen(event_target_value(&event)))
        .children(options)
        .view()
}

/// One line of text with its label and hint.
fn input(
    label: &'static str,
    hint: &'static str,
    id: &'static str,
    open: Open,
    now: String,
    set: impl Fn(&mut Draft, String) + 'static,
) -> View {
    let hint_id = format!("{id}-hint");
    let area = el("input")
        .attr("type", "text")
        .attr("id", id)
        .attr("aria-describedby", hint_id.clone())
        .private()
        .value(now)
        .on("input", move |event| {
            open.edit(|draft| set(draft, event_target_value(&event)));
        });
    classed("div", "field")
        .child(el("label").attr("for", id).text(label).view())
        .child(
            classed("span", "quiet")
                .attr("id", hint_id)
                .children(text(parse(open.words(), hint)))
                .view(),
        )
        .child(area.view())
        .view()
}

/// The subject, and what the second pair of eyes sees in it.
fn subject(open: Open) -> View {
    let given = part_words(open.words(), open.form, SUBJECT);
    let now = open.now(SUBJECT);
    let field = input(given.label, given.hint, SUBJECT, open, now, |draft, value| {
        draft.set(SUBJECT, value);
    });
    classed("div", "flow")
        .child(field)
        .child(hints::for_part(open, SUBJECT))
        .view()
}

/// A short text.
pub fn short(open: Open, id: &'static str) -> View {
    let given = input_words(open.words(), open.form, "field", id);
    let now = open.now(id);
    let set = move |draft: &mut Draft, value: String| draft.set(id, value);
    if id == "to-address" {
        return address(open, given.label, given.hint, id.to_owned(), now, set);
    }
    input(given.label, given.hint, id, open, now, set)
}

/// An e-mail address: checked when the field is left, not while it is being typed.
fn address(
    open: Open,
    label: &'static str,
    hint: &'static str,
    id: String,
    now: String,
    set: impl Fn(&mut Draft, String) + 'static,
) -> View {
    let words = open.words();
    let wrong = RwSignal::new(parse_address(&now).is_err());
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let (described, explained) = (hint_id.clone(), error_id.clone());
    let area = el("input")
        .attr("type", "text")
        .attr("id", id.clone())
        .attr("inputmode", "email")
        .private()
        .value(now)
        .on("input", move |event| {
            open.edit(|draft| set(draft, event_target_value(&event)));
            wrong.set(false);
        })
        .on("blur", move |event| {
            wrong.set(parse_address(&event_target_value(&event)).is_err());
        })
        .live_attr("aria-invalid", move || wrong.get().then(|| "true".to_owned()))
        .live_attr("aria-describedby", move || {
            Some(if wrong.get() {
                format!("{described} {explained}")
            } else {
                described.clone()
            })
        });
    let error = move || {
        if wrong.get() {
            classed("p", "field__error")
                .attr("id", error_id.clone())
                .text(words.t("write.bad-address"))
                .view()
        } else {
            nothing()
        }
    };
    classed("div", "field")
        .child(el("label").attr("for", id).text(label).view())
        .child(
            classed("span", "quiet")
                .attr("id", hint_id)
                .children(text(parse(words, hint)))
                .view(),
        )
        .child(live(error))
        .child(area.view())
        .view()
}

/// Beside the one who receives it: addressed as well (2.2.2, 4.5), or in copy (1.8, 2.1.3, 4.1.4).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    Also,
    Copy,
}

/// Who else receives it, where the process wants that. Nobody does, until the person says so.
fn beside(open: Open, which: Beside) -> View {
    let allowed = Memo::new(move |_| {
        open.draft.with(|draft| match which {
            Beside::Also => {
                let mut also = open.form.also(draft);
                also.retain(|one| *one != open.form.addressee(draft));
                also
            }
            Beside::Copy => open.form.copied(draft),
        })
    });
    live(move || {
        let parties = allowed.get();
        if parties.is_empty() {
            return nothing();
        }
        let words = open.words();
        let (legend, lead) = match which {
            Beside::Also => ("write.also", "write.also-lead"),
            Beside::Copy if open.form.kind == MessageKind::Confirm => {
                ("write.copies", "write.copies-lead-confirm")
            }
            Beside::Copy if parties.contains(&Addressee::OtherLeaders) => {
                ("write.copies", "write.copies-lead")
            }
            Beside::Copy => ("write.copies", "write.copies-lead-tpm"),
        };
        let lead = words.t(lead);
        classed("fieldset", "copies flow")
            .child(classed("legend", "field__label").text(words.t(legend)).view())
            .child(classed("p", "quiet").children(text(parse(words, lead))).view())
            .child(
                classed("div", "choices")
                    .children(parties.into_iter().map(|party| one_beside(open, party)))
                    .view(),
            )
            .view()
    })
}

/// A box for one of them, and their address once it is ticked.
fn one_beside(open: Open, party: Addressee) -> View {
    let words = open.words();
    let ticked = Memo::new(move |_| {
        open.draft
            .with(|draft| draft.copy.iter().any(|copy| copy.party == party))
    });
    let tick = el("input")
        .attr("type", "checkbox")
        .live_checked(move || ticked.get())
        .on("change", move |_| {
            open.edit(|draft| {
                let before = draft.copy.len();
                draft.copy.retain(|copy| copy.party != party);
                if draft.copy.len() == before {
                    draft.copy.push(Copied {
                        party,
                        ..Copied::default()
                    });
                }
            });
        });
    let label = classed("label", "choice")
        .child(tick.view())
        .child(el("span").text(addressee_name(words, party)).view());
    let more = live(move || {
        if !ticked.get() {
            return nothing();
        }
        let now = open.draft.with_untracked(|draft| {
            let copy = draft.copy.iter().find(|copy| copy.party == party);
            copy.map(|copy| copy.address.clone()).unwrap_or_default()
        });
        let id = format!("copy-{}", party.key());
        classed("div", "choice__more")
            .child(address(
                open,
                words.t("write.copy-address"),
                addressee_name(words, party),
                id,
                now,
                move |draft, value| {
                    if let Some(copy) = draft.copy.iter_mut().find(|copy| copy.party == party) {
                        copy.address = value;
                    }
                },
            ))
            .view()
    });
    el("div").child(label.view()).child(more).view()
}
