//! The composer: one page for every letter. Free account first, then what the letter asks, with the letter beside it as it will
//! be read; names come last.

use leptos::prelude::*;

use super::{asked, hints, people, taken, tongue};
use crate::app::parts::doc::{text, title};
use crate::app::parts::el::{View, classed, el, live, row};
use crate::app::session::Session;
use crate::browser::page;
use crate::document::Route;
use crate::document::inline::{paragraphs, parse};
use crate::domain::Words;
use crate::domain::case::Case;
use crate::domain::lens::Lens;
use crate::domain::letters::{Draft, Form, Manner, Row, kind_words};
use crate::domain::questions::NO_ANONYMITY;
use crate::domain::review::Hint;

/// Up to so many bytes a draft is kept in the turn of the key itself; a longer one as soon as the key has been drawn.
const AT_ONCE: usize = 4096;

/// A draft that is open: its id and its signal. Every change goes through [`Open::edit`], which keeps it at once.
#[derive(Clone, Copy)]
pub struct Open {
    session: Session,
    id: StoredValue<String>,
    /// Its form.
    pub form: Form,
    /// The draft.
    pub draft: RwSignal<Draft>,
    /// What the second pair of eyes sees in it. Held here and not as a context: a context outlives its page.
    pub hints: RwSignal<Vec<Hint>>,
    /// Whether the browser may check the spelling. Never kept: it is asked for anew each time a draft is opened.
    pub spelling: RwSignal<bool>,
}

impl Open {
    /// Changes the draft and keeps it. Where another tab had changed it too, this one goes on in a copy.
    pub fn edit(self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(change);
        let long = self
            .draft
            .with_untracked(|draft| draft.texts().map(|(_, text)| text.len()).sum::<usize>() > AT_ONCE);
        if long {
            self.session.keep_once_seen(Box::new(move || self.keep()));
        } else {
            self.keep();
        }
    }

    fn keep(self) {
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

    /// What stands in a part or field now, without following it.
    pub fn now(self, id: &str) -> String {
        self.draft.with_untracked(|draft| draft.text(id).to_owned())
    }

    /// The case to which it belongs, as it stands now.
    pub fn case(self) -> Case {
        self.draft.with_untracked(|draft| self.session.case_of(draft))
    }

    /// Whether the conditions of a row hold; followed.
    pub fn holds(self, row: Row) -> Memo<bool> {
        Memo::new(move |_| {
            row.when.is_empty()
                || self
                    .draft
                    .with(|draft| row.holds(draft, self.form.addressee(draft)))
        })
    }

    /// The words of the page.
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
#[inline(never)]
pub fn page(session: Session, id: &str) -> View {
    let words = session.words;
    let Some(draft) = session.draft(id) else {
        return gone(session, id);
    };
    let form = Form::of(words, draft.kind);
    let open = Open {
        session,
        id: StoredValue::new(id.to_owned()),
        form,
        draft: RwSignal::new(draft),
        hints: RwSignal::new(Vec::new()),
        spelling: RwSignal::new(false),
    };
    let anew = RwSignal::new(0);
    let written = classed("div", "flow flow--wide no-print")
        .children(first(open))
        .child(asked::account(open))
        .children(form.takes().then(|| taken::section(open, anew)))
        .child(live(move || {
            anew.track();
            let asked = form.rows().filter(|row| row.asks());
            row(asked.map(|row| asked::input(open, row)))
        }))
        .child(hints::about(open))
        .child(asked::spelling(open));
    // It may scroll, so it can be reached by keyboard.
    let preview = classed("div", "flow two__aside")
        .attr("role", "region")
        .attr("aria-label", words.t("compose.preview"))
        .attr("tabindex", "0")
        .child(classed("h2", "no-print").text(words.t("compose.preview")).view())
        .child(tongue::choice(open))
        .child(tongue::sheets(open));
    hints::watch(open);
    let names = kind_words(words, form.kind);
    let mut head = classed("div", "flow no-print")
        .child(title(names.name))
        .child(classed("p", "lead").text(names.lead).view())
        .child(el("p").text(words.t("compose.lead")).view());
    if !names.care.is_empty() {
        head = head.child(notice(words, "care flow", names.care));
    }
    classed("div", "flow flow--wide")
        .child(head.view())
        .child(
            // On a phone the sheet comes between what is written and the names; on a wide screen it stands beside both.
            classed("div", "two two--three")
                .child(written.view())
                .child(preview.view())
                .child(last(open))
                .view(),
        )
        .view()
}

/// What has to be read before the first box: nobody who raises a concern is anonymous (4.3.1, invariant 8).
fn first(open: Open) -> Option<View> {
    let words = open.words();
    (open.form.lens() == Lens::Raise).then(|| notice(words, "notice quiet flow", words.t(NO_ANONYMITY)))
}

fn notice(words: &'static Words, class: &'static str, says: &'static str) -> View {
    let lines = paragraphs(words, says).into_iter();
    classed("div", class)
        .children(lines.map(|line| el("p").children(text(line)).view()))
        .view()
}

/// Names, the draft's own name, and what one can do with it next.
fn last(open: Open) -> View {
    let words = open.words();
    let depart = classed("button", "button")
        .attr("type", "button")
        .text(words.t("write.leave"))
        .on_click(move || page::go(&Route::Depart(open.id.get_value()).href()));
    let another = classed("button", "button button--quiet")
        .attr("type", "button")
        .attr("aria-describedby", "another-hint")
        .text(words.t("write.another"))
        .on_click(move || {
            open.session.keep_now();
            let other = open
                .draft
                .with_untracked(|draft| draft.for_another(open.form.addressee(draft)));
            page::go(&Route::Draft(open.session.create_draft(&other)).href());
        });
    let mut last = classed("div", "flow flow--wide no-print");
    if open.form.manner() != Manner::Sheet {
        last = last.child(people::names(open));
    }
    last.child(people::own_name(open))
        .child(classed("div", "row").child(depart.view()).view())
        .child(
            classed("div", "flow")
                .child(classed("div", "row").child(another.view()).view())
                .child(
                    classed("p", "quiet")
                        .attr("id", "another-hint")
                        .children(text(parse(words, words.t("write.another-hint"))))
                        .view(),
                )
                .view(),
        )
        .view()
}

/// A draft that is not there, or that lies there damaged: what there is instead.
pub fn gone(session: Session, id: &str) -> View {
    let words = session.words;
    let [name, says] = if session.is_aside(id) {
        ["write.aside", "write.aside-text"]
    } else if session.in_memory() {
        ["write.gone", "write.gone-memory"]
    } else {
        ["write.gone", "write.gone-text"]
    };
    classed("div", "flow")
        .child(title(words.t(name)))
        .child(classed("p", "lead").text(words.t(says)).view())
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
