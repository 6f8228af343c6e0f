//! The composer: free account first, then the parts, with the letter beside them as it will be read.

use leptos::prelude::*;

use super::{hints, people, sheet};
use crate::app::parts::doc::{text, title};
use crate::app::parts::el::{View, classed, el};
use crate::app::session::Session;
use crate::browser::page;
use crate::document::Route;
use crate::document::inline::parse;
use crate::domain::Words;
use crate::domain::letters::{
    Draft, Field, Part, account_probes, field_words, kind_words, letter, part_words, parts, spoken,
};
use crate::domain::questions::NO_ANONYMITY;
use crate::domain::review::Hint;
use crate::domain::routing::MessageKind;

/// A draft that is open: its id and its signal. Every change goes through [`Open::edit`], which keeps it at once.
#[derive(Clone, Copy)]
pub struct Open {
    session: Session,
    id: StoredValue<String>,
    /// The draft.
    pub draft: RwSignal<Draft>,
    /// What the second pair of eyes sees in it. Held here and not as a context: a context outlives its page.
    pub hints: RwSignal<Vec<Hint>>,
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
            let title = self.session.title(&copy);
            self.draft.update_untracked(|draft| {
                if !draft.title.is_empty() {
                    draft.title = title;
                }
            });
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

    /// Its name in the list of notes, as it is now.
    pub fn title(self) -> String {
        self.id.with_value(|id| self.session.title(id))
    }
}

/// The page.
pub fn page(session: Session, id: &str) -> View {
    let words = session.words;
    let Some(draft) = session.draft(id) else {
        return gone(session);
    };
    let kind = draft.kind;
    let open = Open {
        session,
        id: StoredValue::new(id.to_owned()),
        draft: RwSignal::new(draft),
        hints: RwSignal::new(Vec::new()),
    };
    let names = kind_words(words, kind);

    let first = classed("div", "notice quiet flow").children(
        crate::document::inline::paragraphs(words, words.t(NO_ANONYMITY))
            .into_iter()
            .map(|t| el("p").children(text(t)).view()),
    );
    let written = classed("div", "flow flow--wide no-print")
        .child(first.view())
        .child(account(open))
        .children(parts(kind).iter().map(|part| part_field(open, kind, *part)))
        .child(hints::about(open));
    let made = Memo::new(move |_| open.draft.with(|draft| letter(words, draft)));
    let copies = Memo::new(move |_| open.draft.with(|draft| sheet::copies(words, draft)));
    // It may scroll, so it can be reached by keyboard.
    let preview = classed("div", "flow two__aside")
        .attr("role", "region")
        .attr("aria-label", words.t("compose.preview"))
        .attr("tabindex", "0")
        .child(classed("h2", "no-print").text(words.t("compose.preview")).view())
        .child(sheet::sheet(words, made, copies, spoken(kind)));
    let depart = classed("button", "button")
        .attr("type", "button")
        .text(words.t("write.leave"))
        .on_click(move || page::go(&Route::Depart(open.id.get_value()).href()));
    let last = classed("div", "flow flow--wide no-print")
        .child(people::names(open, kind))
        .child(people::own_name(open))
        .child(classed("div", "row").child(depart.view()).view());
    hints::watch(open);
    classed("div", "flow flow--wide")
        .child(
            classed("div", "flow no-print")
                .child(title(names.name))
                .child(classed("p", "lead").text(words.t("compose.lead")).view())
                .view(),
        )
        .child(
            // On a phone the sheet comes between what is written and the names; on a wide screen it stands beside both.
            classed("div", "two two--three")
                .child(written.view())
                .child(preview.view())
                .child(last.view())
                .view(),
        )
        .view()
}

/// A draft that is not there: what there is instead.
pub fn gone(session: Session) -> View {
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
fn account(open: Open) -> View {
    let words = open.session.words;
    let given = field_words(words, Field::Account);
    let area = el("textarea")
        .attr("id", "account")
        .attr("rows", "4")
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
        .child(probes(words, "", account_probes(words)))
        .view()
}

/// An example, where there is one, and questions that may help; folded away until they are wanted.
fn probes(words: &'static Words, example: &str, list: Vec<&'static str>) -> View {
    let mut folded = classed("details", "why");
    if example.is_empty() {
        folded = folded.child(el("summary").text(words.t("compose.probe-lead")).view());
    } else {
        let example = format!("{}: “{example}”", words.t("compose.example-lead"));
        folded = folded
            .child(el("summary").text(words.t("compose.help-lead")).view())
            .child(el("p").text(example).view());
    }
    let list = list
        .into_iter()
        .map(|probe| el("li").children(text(parse(words, probe))).view());
    folded.child(el("ul").children(list).view()).view()
}

/// A part: what belongs there, the box, what the second pair of eyes sees in it, and help.
fn part_field(open: Open, kind: MessageKind, part: Part) -> View {
    let words = open.session.words;
    let given = part_words(words, kind, part);
    let hint = format!("{}-hint", part.key());
    let label = format!("{}-label", part.key());
    let own = format!("{}-own", part.key());
    let mut area = el("textarea")
        .attr("id", part.key())
        .attr("rows", "4")
        .attr("aria-describedby", hint.clone())
        .private()
        .value(open.draft.with_untracked(|draft| draft.part(part).to_owned()))
        .on("input", move |event| {
            open.edit(|draft| *draft.part_mut(part) = event_target_value(&event));
        });
    let ready = !given.choices.is_empty();
    let select = format!("{}-choice", part.key());
    let mut field = classed("div", "field")
        .child(
            el("label")
                .attr("for", if ready { select.as_str() } else { part.key() })
                .attr("id", label.clone())
                .text(given.label)
                .view(),
        )
        .child(
            classed("span", "quiet")
                .attr("id", hint)
                .children(text(parse(words, given.hint)))
                .view(),
        );
    if ready {
        // Two fields for one part: the list carries the label, the box both.
        area = area.attr("aria-labelledby", format!("{label} {own}"));
        field = field
            .child(ready_sentence(open, part, &select, given.choices))
            .child(
                classed("span", "quiet")
                    .attr("id", own)
                    .text(words.t("compose.own-words"))
                    .view(),
            );
    }
    field
        .child(area.view())
        .child(hints::for_part(open, part))
        .child(probes(words, given.example, given.probes))
        .view()
}

/// A sentence from a list, or none; own words win.
fn ready_sentence(open: Open, part: Part, id: &str, choices: Vec<(&'static str, &'static str)>) -> View {
    let now = open.draft.with_untracked(|draft| match part {
        Part::Stop => draft.stop.key.clone(),
        _ => draft.opening.key.clone(),
    });
    let none = ("", open.session.words.t("compose.none-chosen"));
    people::select(
        id,
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
