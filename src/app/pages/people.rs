//! Names, addresses and the subject: everything that comes last in the composer.

use leptos::ev::Event;
use leptos::prelude::*;

use super::compose::Open;
use super::hints;
use crate::app::parts::doc::text;
use crate::app::parts::el::{El, View, classed, el, live, nothing};
use crate::document::inline::parse;
use crate::domain::Words;
use crate::domain::letters::{
    Addressee, Copied, Draft, FieldWords, Manner, NAMES, SUBJECT, addressee_name, input_words, parse_address,
    part_words,
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
    let choose: Change = Box::new(|draft, key| draft.to_party = Addressee::parse(&key).unwrap_or_default());
    field(words, "to-party", words.t("write.to-whom"), "")
        .child(select(open, "to-party", options, now.key(), choose))
        .view()
}

/// What a change of a field does to the draft.
pub type Change = Box<dyn Fn(&mut Draft, String)>;

/// The frame of a field: its label, and its hint where there is one.
pub fn field(words: &'static Words, id: &str, label: &str, hint: &str) -> El {
    let frame = classed("div", "field").child(el("label").attr("for", id).text(label).view());
    if hint.is_empty() {
        return frame;
    }
    frame.child(
        classed("span", "quiet")
            .attr("id", hint_id(id))
            .children(text(parse(words, hint)))
            .view(),
    )
}

fn hint_id(id: &str) -> String {
    format!("{id}-hint")
}

/// The name of the draft in the list of notes: it never leaves, so it stands apart.
pub fn own_name(open: Open) -> View {
    let given = input_words(open.words(), open.form, "field", "title");
    let now = open.draft.with_untracked(|draft| draft.title.clone());
    let now = if now.is_empty() { open.title() } else { now };
    input(
        open,
        given,
        "title",
        now,
        Box::new(|draft, value| draft.title = value),
    )
}

/// A list to choose one from, for the draft.
pub fn select(
    open: Open,
    id: &str,
    options: Vec<(&'static str, &'static str)>,
    now: &str,
    chosen: Change,
) -> View {
    list(id, options, now, Box::new(changes(open, chosen)))
}

/// A list to choose one from.
pub fn list(
    id: &str,
    options: Vec<(&'static str, &'static str)>,
    now: &str,
    chosen: Box<dyn Fn(Event)>,
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
        .on("change", chosen)
        .children(options)
        .view()
}

/// Takes what stands in a field into the draft.
pub fn changes(open: Open, set: Change) -> impl Fn(Event) {
    move |event| open.edit(|draft| set(draft, event_target_value(&event)))
}

/// The same with its label.
pub fn listed(
    id: &str,
    label: &'static str,
    options: Vec<(&'static str, &'static str)>,
    now: &str,
    chosen: impl Fn(String) + 'static,
) -> View {
    classed("div", "field")
        .child(el("label").attr("for", id).text(label).view())
        .child(list(
            id,
            options,
            now,
            Box::new(move |event| chosen(event_target_value(&event))),
        ))
        .view()
}

/// One line of text with its label and hint.
fn input(open: Open, given: FieldWords, id: &'static str, now: String, set: Change) -> View {
    let area = el("input")
        .attr("type", "text")
        .attr("id", id)
        .attr("aria-describedby", hint_id(id))
        .value(now)
        .on("input", changes(open, set));
    field(open.words(), id, given.label, given.hint)
        .child(area.view())
        .view()
}

/// The subject, and what the second pair of eyes sees in it.
fn subject(open: Open) -> View {
    let words = part_words(open.words(), open.form, SUBJECT);
    let given = FieldWords {
        label: words.label,
        hint: words.hint,
    };
    let set: Change = Box::new(|draft, value| draft.set(SUBJECT, value));
    classed("div", "flow")
        .child(input(open, given, SUBJECT, open.now(SUBJECT), set))
        .child(hints::for_part(open, SUBJECT))
        .view()
}

/// A short text.
pub fn short(open: Open, id: &'static str) -> View {
    let given = input_words(open.words(), open.form, "field", id);
    let now = open.now(id);
    let set: Change = Box::new(move |draft, value| draft.set(id, value));
    if id == "to-address" {
        address(open, given, id.to_owned(), now, set)
    } else {
        input(open, given, id, now, set)
    }
}

/// An e-mail address: checked when the field is left, not while it is being typed.
fn address(open: Open, given: FieldWords, id: String, now: String, set: Change) -> View {
    let words = open.words();
    let wrong = RwSignal::new(parse_address(&now).is_err());
    let error_id = format!("{id}-error");
    let (described, explained) = (hint_id(&id), error_id.clone());
    let change = changes(open, set);
    let area = el("input")
        .attr("type", "text")
        .attr("id", id.clone())
        .attr("inputmode", "email")
        .value(now)
        .on("input", move |event| {
            change(event);
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
    field(words, &id, given.label, given.hint)
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
    // As their keys: the list is made anew only when somebody else is on it.
    let allowed = Memo::new(move |_| {
        let parties = open.draft.with(|draft| match which {
            Beside::Also => {
                let mut also = open.form.also(draft);
                also.retain(|one| *one != open.form.addressee(draft));
                also
            }
            Beside::Copy => open.form.copied(draft),
        });
        parties.into_iter().fold(String::new(), |mut keys, party| {
            keys.push_str(party.key());
            keys.push(' ');
            keys
        })
    });
    live(move || {
        let keys = allowed.get();
        let parties: Vec<Addressee> = keys.split(' ').filter_map(Addressee::parse).collect();
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
        let given = FieldWords {
            label: words.t("write.copy-address"),
            hint: addressee_name(words, party),
        };
        let set: Change = Box::new(move |draft, value| {
            if let Some(copy) = draft.copy.iter_mut().find(|copy| copy.party == party) {
                copy.address = value;
            }
        });
        classed("div", "choice__more")
            .child(address(open, given, id, now, set))
            .view()
    });
    el("div").child(label.view()).child(more).view()
}
