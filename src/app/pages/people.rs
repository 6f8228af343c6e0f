//! Names, addresses, the subject and the choices that go with a message: everything that comes last in the composer.

use leptos::prelude::*;

use super::compose::Open;
use super::hints;
use super::sheet::addressee;
use crate::app::parts::doc::text;
use crate::app::parts::el::{View, classed, el, live, nothing};
use crate::document::inline::parse;
use crate::domain::letters::{
    Addressee, Approach, Copied, Draft, Field, Part, Via, addressees, copied, field_words, parse_address,
    part_words, spoken,
};
use crate::domain::routing::MessageKind;

/// Names and addresses come last.
pub fn names(open: Open, kind: MessageKind) -> View {
    let words = open.words();
    let mut inner = classed("div", "flow flow--wide").child(el("p").text(words.t("compose.stand-in")).view());
    let to = addressees(kind);
    if to.len() > 1 {
        // Where the process names one, the list begins with that one, as the sheet does.
        let first = open.draft.with_untracked(Draft::addressee);
        let now = first.key();
        let unchosen = (first == Addressee::Unchosen).then_some(first);
        let options = unchosen.into_iter().chain(to.iter().copied());
        let options = options.map(|to| (to.key(), addressee(words, to))).collect();
        inner = inner.child(listed(
            "to-party",
            words.t("write.to-whom"),
            options,
            now,
            move |key| {
                open.edit(|draft| draft.to_party = Addressee::parse(&key).unwrap_or_default());
            },
        ));
    }
    for field in fields(kind) {
        inner = inner.child(field_of(open, *field));
    }
    if kind == MessageKind::Help {
        let options = [Approach::Unsaid, Approach::Please, Approach::AskFirst];
        let options = options.map(|way| (way.key(), words.t(&format!("write.approach.{}", way.key()))));
        let now = open.draft.with_untracked(|draft| draft.approach.key());
        let label = words.t("write.approach-label");
        inner = inner.child(listed("approach", label, options.to_vec(), now, move |key| {
            open.edit(|draft| draft.approach = Approach::parse(&key).unwrap_or_default());
        }));
    }
    if kind == MessageKind::NsbRequest {
        let options = [Via::Unsaid, Via::Nsb, Via::Liaison, Via::GroupLeader, Via::IsoCs];
        let options = options.map(|way| {
            let key = way.key().replace('.', "-");
            (way.key(), words.t(&format!("write.via.{key}")))
        });
        let now = open.draft.with_untracked(|draft| draft.via.key());
        let label = words.t("write.via-label");
        inner = inner.child(listed("via", label, options.to_vec(), now, move |key| {
            open.edit(|draft| draft.via = Via::parse(&key).unwrap_or_default());
        }));
    }
    if !copied(kind).is_empty() {
        inner = inner.child(copies(open, kind));
    }
    if !spoken(kind) {
        inner = inner.child(subject(open, kind));
    }
    let summary = if spoken(kind) {
        "write.names-spoken"
    } else {
        "write.names"
    };
    classed("details", "why")
        .attr("open", "")
        .child(el("summary").text(words.t(summary)).view())
        .child(inner.view())
        .view()
}

/// The name of the draft in the list of notes: it never leaves, so it stands apart.
pub fn own_name(open: Open) -> View {
    let given = field_words(open.words(), Field::Title);
    let now = open.draft.with_untracked(|draft| draft.title.clone());
    let now = if now.is_empty() { open.title() } else { now };
    input(given.label, given.hint, "title", open, now, |draft, value| {
        draft.title = value;
    })
}

const fn fields(kind: MessageKind) -> &'static [Field] {
    use Field::{FromName, FromRole, PersonName, PersonRole, ToAddress, ToName};
    match kind {
        MessageKind::Talk | MessageKind::Meeting | MessageKind::Break => &[ToName],
        MessageKind::Email => &[ToName, ToAddress, FromName, FromRole],
        MessageKind::Help | MessageKind::NsbRequest => {
            &[ToName, ToAddress, FromName, FromRole, PersonName, PersonRole]
        }
    }
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
        .child(select(id, options, now, chosen))
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
fn subject(open: Open, kind: MessageKind) -> View {
    let given = part_words(open.words(), kind, Part::Subject);
    let now = open.draft.with_untracked(|draft| draft.subject.clone());
    let field = input(given.label, given.hint, "subject", open, now, |draft, value| {
        draft.subject = value;
    });
    classed("div", "flow")
        .child(field)
        .child(hints::for_part(open, Part::Subject))
        .view()
}

fn field_of(open: Open, field: Field) -> View {
    let given = field_words(open.words(), field);
    let now = open.draft.with_untracked(|draft| draft.field(field).to_owned());
    if field == Field::ToAddress {
        return address(
            open,
            given.label,
            given.hint,
            field.key().to_owned(),
            now,
            |draft, value| {
                draft.to_address = value;
            },
        );
    }
    input(
        given.label,
        given.hint,
        field.key(),
        open,
        now,
        move |draft, value| {
            *draft.field_mut(field) = value;
        },
    )
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

/// Who is in copy, where the process wants copies (2.1.3, 4.1.4). Nobody is, until the person says so.
fn copies(open: Open, kind: MessageKind) -> View {
    let words = open.words();
    let rows = copied(kind).iter().map(|party| {
        let party = *party;
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
            .child(el("span").text(addressee(words, party)).view());
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
                    addressee(words, party),
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
    });
    classed("fieldset", "copies flow")
        .child(
            classed("legend", "field__label")
                .text(words.t("write.copies"))
                .view(),
        )
        .child(
            classed("p", "quiet")
                .children(text(parse(words, words.t("write.copies-lead"))))
                .view(),
        )
        .child(classed("div", "choices").children(rows).view())
        .view()
}
