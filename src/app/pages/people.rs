//! Names, addresses and the subject: everything that comes last in the composer.

use leptos::ev::Event;
use leptos::prelude::*;

use super::beside::{Beside, beside};
use super::compose::Open;
use super::hints;
use super::tools::list;
use crate::app::parts::doc::text;
use crate::app::parts::el::{El, View, classed, el, live, nothing};
use crate::document::inline::parse;
use crate::domain::Words;
use crate::domain::letters::{
    Addressee, Draft, FieldWords, Manner, NAMES, SUBJECT, addressee_name, input_words, parse_address,
    part_words, readers,
};

/// Names and addresses come last.
pub fn names(open: Open) -> View {
    let words = open.words();
    let mail = open.form.manner() == Manner::Mail;
    let mut inner = classed("div", "flow flow--wide")
        .child(
            el("p")
                .children(text(parse(words, words.t("compose.stand-in"))))
                .view(),
        )
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
    let case = open.case();
    let (to, now) = open
        .draft
        .with_untracked(|draft| (readers(&case, open.form, draft), open.form.addressee(draft)));
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
    let frame = classed("div", "field").child(
        el("label")
            .attr("for", id)
            .attr("id", format!("{id}-label"))
            .text(label)
            .view(),
    );
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
    let now = open.draft.with_untracked(|draft| {
        let names = [
            draft.title.clone(),
            open.title(),
            open.session().draft_title(draft),
        ];
        names.into_iter().find(|name| !name.is_empty())
    });
    let now = now.unwrap_or_default();
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
    let chosen = move |key| open.edit(|draft| chosen(draft, key));
    list(id, options, now, Box::new(chosen)).view()
}

/// Takes what stands in a field into the draft.
pub fn changes(open: Open, set: Change) -> impl Fn(Event) {
    move |event| open.edit(|draft| set(draft, event_target_value(&event)))
}

/// One line of text with its label and hint.
pub fn input(open: Open, given: FieldWords, id: &'static str, now: String, set: Change) -> View {
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
pub fn address(open: Open, given: FieldWords, id: String, now: String, set: Change) -> View {
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
