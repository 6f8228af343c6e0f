//! The composer: free account first, then the parts, with the letter beside them as it will be read.

use leptos::prelude::*;

use super::hints;
use crate::app::parts::doc::{text, title};
use crate::app::parts::el::{classed, el, live, live_text};
use crate::app::session::Session;
use crate::browser::page;
use crate::document::Route;
use crate::document::inline::parse;
use crate::domain::Words;
use crate::domain::letters::{
    Addressee, Approach, Draft, Field, Letter, Part, Via, account_probes, addressees, field_words,
    kind_words, letter, parse_address, part_words, parts, spoken,
};
use crate::domain::questions::NO_ANONYMITY;
use crate::domain::routing::MessageKind;
use crate::export;

/// A draft that is open: its id and its signal. Every change goes through [`Open::edit`], which keeps it at once.
#[derive(Clone, Copy)]
pub struct Open {
    session: Session,
    id: StoredValue<String>,
    /// The draft.
    pub draft: RwSignal<Draft>,
}

impl Open {
    /// Changes the draft and keeps it. Where another tab had changed it too, this one goes on in a copy.
    pub fn edit(self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(change);
        let id = self.id.get_value();
        if let Some(copy) = self
            .draft
            .with_untracked(|draft| self.session.keep_draft(&id, draft))
        {
            page::rename_address(&Route::Draft(copy.clone()).href());
            self.id.set_value(copy);
        }
    }

    /// The words of the language chosen.
    pub fn words(self) -> &'static Words {
        self.session.words
    }

    /// The session.
    pub fn session(self) -> Session {
        self.session
    }
}

/// The page.
pub fn page(session: Session, id: &str) -> AnyView {
    let words = session.words;
    let Some(draft) = session.draft(id) else {
        return gone(session);
    };
    let kind = draft.kind;
    let open = Open {
        session,
        id: StoredValue::new(id.to_owned()),
        draft: RwSignal::new(draft),
    };
    let names = kind_words(words, kind);

    let first = classed("div", "notice flow").children(
        crate::document::inline::paragraphs(words, words.t(NO_ANONYMITY))
            .into_iter()
            .map(|t| el("p").children(text(t)).view()),
    );
    let mut left = classed("div", "flow flow--wide")
        .child(first.view())
        .child(account(open));
    for part in parts(kind) {
        left = left
            .child(part_field(open, kind, *part))
            .child(hints::for_part(open, *part));
    }
    left = left.child(hints::about(open)).child(people(open, kind));

    let depart = classed("button", "button")
        .attr("type", "button")
        .text(words.t("write.leave"))
        .on_click(move || page::go(&Route::Depart(open.id.get_value()).href()));
    let right = classed("div", "flow two__aside")
        .child(el("h2").text(words.t("compose.preview")).view())
        .child(preview(open))
        .child(classed("div", "row").child(depart.view()).view());
    hints::watch(open);
    classed("div", "flow flow--wide")
        .child(title(names.name))
        .child(classed("p", "lead").text(words.t("compose.lead")).view())
        .child(
            classed("div", "two")
                .child(left.view())
                .child(right.view())
                .view(),
        )
        .view()
}

/// A draft that is not there: what there is instead.
pub fn gone(session: Session) -> AnyView {
    let words = session.words;
    classed("div", "flow")
        .child(title(words.t("write.gone")))
        .child(classed("p", "lead").text(words.t("write.gone-text")).view())
        .child(
            classed("div", "row")
                .child(
                    classed("a", "button")
                        .attr("href", "#/notes")
                        .text(words.t("notes.title"))
                        .view(),
                )
                .child(
                    classed("a", "button button--quiet")
                        .attr("href", "#/write")
                        .text(words.t("write.title"))
                        .view(),
                )
                .view(),
        )
        .view()
}

/// The free account: first, optional, never part of the message.
fn account(open: Open) -> AnyView {
    let words = open.session.words;
    let given = field_words(words, Field::Account);
    let area = el("textarea")
        .attr("id", "account")
        .attr("rows", "5")
        .attr("aria-describedby", "account-hint")
        .private()
        .value(open.draft.with_untracked(|draft| draft.account.clone()))
        .on("input", move |event| {
            open.edit(|draft| draft.account = event_target_value(&event));
        });
    classed("div", "field")
        .child(el("label").attr("for", "account").text(given.label).view())
        .child(
            classed("span", "quiet")
                .attr("id", "account-hint")
                .text(words.t("compose.free-first"))
                .view(),
        )
        .child(area.view())
        .child(probes(open, account_probes(words)))
        .view()
}

fn probes(open: Open, list: Vec<&'static str>) -> AnyView {
    let words = open.session.words;
    classed("details", "why")
        .child(el("summary").text(words.t("compose.probe-lead")).view())
        .child(
            el("ul")
                .children(
                    list.into_iter()
                        .map(|probe| el("li").children(text(parse(words, probe))).view()),
                )
                .view(),
        )
        .view()
}

fn part_field(open: Open, kind: MessageKind, part: Part) -> AnyView {
    let words = open.session.words;
    let given = part_words(words, kind, part);
    let hint = format!("{}-hint", part.key());
    let mut field = classed("div", "field")
        .child(el("label").attr("for", part.key()).text(given.label).view())
        .child(
            classed("span", "quiet")
                .attr("id", hint.clone())
                .children(text(parse(words, given.hint)))
                .view(),
        );
    if !given.choices.is_empty() {
        field = field.child(choice(open, part, given.label, given.choices));
    }
    let area = el("textarea")
        .attr("id", part.key())
        .attr("rows", "4")
        .attr("aria-describedby", hint)
        .private()
        .value(open.draft.with_untracked(|draft| draft.part(part).to_owned()))
        .on("input", move |event| {
            open.edit(|draft| *draft.part_mut(part) = event_target_value(&event));
        });
    let example = classed("p", "quiet").text(format!(
        "{}: “{}”",
        words.t("compose.example-lead"),
        given.example
    ));
    field
        .child(area.view())
        .child(example.view())
        .child(probes(open, given.probes))
        .view()
}

/// A sentence from a list, or none; own words win.
fn choice(
    open: Open,
    part: Part,
    label: &'static str,
    choices: Vec<(&'static str, &'static str)>,
) -> AnyView {
    let words = open.session.words;
    let chosen = move |draft: &Draft| match part {
        Part::Stop => draft.stop.key.clone(),
        _ => draft.opening.key.clone(),
    };
    let now = open.draft.with_untracked(chosen);
    let none = ("", words.t("compose.none-chosen"));
    select(
        label,
        std::iter::once(none).chain(choices).collect(),
        &now,
        move |key| {
            open.edit(|draft| match part {
                Part::Stop => draft.stop.key = key,
                _ => draft.opening.key = key,
            });
        },
    )
}

/// A list to choose one from.
fn select(
    label: &'static str,
    options: Vec<(&'static str, &'static str)>,
    now: &str,
    chosen: impl Fn(String) + 'static,
) -> AnyView {
    let options = options.into_iter().map(|(key, name)| {
        el("option")
            .attr("value", key)
            .flag("selected", key == now)
            .text(name)
            .view()
    });
    el("select")
        .attr("aria-label", label)
        .attr("autocomplete", "off")
        .on("change", move |event| chosen(event_target_value(&event)))
        .children(options)
        .view()
}

/// Names and addresses come last.
fn people(open: Open, kind: MessageKind) -> AnyView {
    let words = open.session.words;
    let mut inner = classed("div", "flow flow--wide").child(el("p").text(words.t("compose.stand-in")).view());
    let to = addressees(kind);
    if to.len() > 1 {
        let now = open.draft.with_untracked(|draft| draft.to_party.key());
        let options = std::iter::once(Addressee::Unchosen).chain(to.iter().copied());
        let options = options
            .map(|to| (to.key(), words.t(&format!("letter.to.{}", to.key()))))
            .collect();
        let field = select(words.t("write.to-whom"), options, now, move |key| {
            open.edit(|draft| draft.to_party = Addressee::parse(&key).unwrap_or_default());
        });
        inner = inner.child(labelled(words.t("write.to-whom"), field));
    }
    for field in fields(kind) {
        inner = inner.child(short_field(open, *field));
    }
    if kind == MessageKind::Help {
        let options = [Approach::Unsaid, Approach::Please, Approach::AskFirst];
        let options = options.map(|way| (way.key(), words.t(&format!("write.approach.{}", way.key()))));
        let now = open.draft.with_untracked(|draft| draft.approach.key());
        let field = select(
            words.t("write.approach-label"),
            options.to_vec(),
            now,
            move |key| {
                open.edit(|draft| draft.approach = Approach::parse(&key).unwrap_or_default());
            },
        );
        inner = inner.child(labelled(words.t("write.approach-label"), field));
    }
    if kind == MessageKind::NsbRequest {
        let options = [Via::Unsaid, Via::Nsb, Via::Liaison, Via::GroupLeader, Via::IsoCs];
        let options = options.map(|way| {
            (
                way.key(),
                words.t(&format!("write.via.{}", way.key().replace('.', "-"))),
            )
        });
        let now = open.draft.with_untracked(|draft| draft.via.key());
        let field = select(words.t("write.via-label"), options.to_vec(), now, move |key| {
            open.edit(|draft| draft.via = Via::parse(&key).unwrap_or_default());
        });
        inner = inner.child(labelled(words.t("write.via-label"), field));
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

fn labelled(label: &'static str, field: AnyView) -> AnyView {
    classed("div", "field")
        .child(classed("span", "field__label").text(label).view())
        .child(field)
        .view()
}

const fn fields(kind: MessageKind) -> &'static [Field] {
    use Field::{FromName, FromRole, PersonName, PersonRole, Title, ToAddress, ToName};
    match kind {
        MessageKind::Talk | MessageKind::Meeting | MessageKind::Break => &[ToName, Title],
        MessageKind::Email => &[ToName, ToAddress, FromName, FromRole, Title],
        MessageKind::Help | MessageKind::NsbRequest => &[
            ToName, ToAddress, FromName, FromRole, PersonName, PersonRole, Title,
        ],
    }
}

fn short_field(open: Open, field: Field) -> AnyView {
    let words = open.session.words;
    let given = field_words(words, field);
    let id = field.key();
    let hint = format!("{id}-hint");
    let address = field == Field::ToAddress;
    let wrong = RwSignal::new(false);
    let mut input = el("input")
        .attr("type", "text")
        .attr("id", id)
        .private()
        .value(open.draft.with_untracked(|draft| draft.field(field).to_owned()))
        .on("input", move |event| {
            open.edit(|draft| *draft.field_mut(field) = event_target_value(&event));
            wrong.set(false);
        });
    if address {
        // Checked when the field is left, not while it is being typed.
        input = input
            .attr("inputmode", "email")
            .on("blur", move |event| {
                wrong.set(parse_address(&event_target_value(&event)).is_err());
            })
            .live_attr("aria-invalid", move || wrong.get().then(|| "true".to_owned()));
    }
    let error = move || {
        if wrong.get() {
            classed("p", "field__error")
                .attr("id", "to-address-error")
                .text(words.t("write.bad-address"))
                .view()
        } else {
            ().into_any()
        }
    };
    let described = hint.clone();
    let input = input.live_attr("aria-describedby", move || {
        Some(if wrong.get() {
            format!("{described} to-address-error")
        } else {
            described.clone()
        })
    });
    classed("div", "field")
        .child(el("label").attr("for", id).text(given.label).view())
        .child(
            classed("span", "quiet")
                .attr("id", hint)
                .children(text(parse(words, given.hint)))
                .view(),
        )
        .child(live(error))
        .child(input.view())
        .view()
}

/// The letter as it will be read. One text node holds the body, so a keystroke changes one node.
fn preview(open: Open) -> AnyView {
    let made = Memo::new(move |_| open.draft.with(|draft| letter(open.session.words, draft)));
    sheet(
        open.session.words,
        made,
        spoken(open.draft.with_untracked(|draft| draft.kind)),
    )
}

/// The sheet of paper: head and body.
pub fn sheet(words: &'static Words, made: Memo<Letter>, spoken: bool) -> AnyView {
    let mut sheet = classed("div", "letter");
    if !spoken {
        sheet = sheet.child(head(words, made));
    }
    let body = live_text(move || {
        made.with(|letter| {
            if letter.is_empty() {
                words.t("compose.preview-empty").to_owned()
            } else {
                export::text::body(letter)
            }
        })
    });
    sheet
        .child(
            classed("div", "letter__body")
                .attr("dir", "auto")
                .child(body)
                .view(),
        )
        .view()
}

fn head(words: &'static Words, made: Memo<Letter>) -> AnyView {
    let line = |id: &'static str, value: fn(&Letter) -> String| {
        let value = live_text(move || {
            let value = made.with(value);
            if value.is_empty() {
                words.t("compose.line.nobody").to_owned()
            } else {
                value
            }
        });
        [
            el("dt").text(words.t(id)).view(),
            el("dd").attr("dir", "auto").child(value).view(),
        ]
    };
    el("dl")
        .children(line("compose.line.from", |letter| letter.from_label.clone()))
        .children(line("compose.line.to", |letter| letter.to_label.clone()))
        .children(line("compose.line.copy", |letter| letter.copy.join(", ")))
        .children(line("compose.line.subject", |letter| letter.subject.clone()))
        .view()
}
