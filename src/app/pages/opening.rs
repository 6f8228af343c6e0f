//! Opening a file that may be locked: choose it, type its passphrase, and get what is in it. Used for backups and hand-over copies.

use leptos::prelude::*;

use super::sealing::{complaint, progress, secret, show, told};
use super::tools::status;
use crate::app::parts::el::{View, classed, el, live, nothing};
use crate::browser::{file, page, strongbox};
use crate::domain::Words;
use crate::domain::phrase::trimmed;
use crate::domain::sealing::{MOST_FILE, SealError, is_sealed};

/// The words around the field, and its id.
#[derive(Clone, Copy)]
pub struct Field {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What kind of file it takes.
    pub hint: &'static str,
}

/// The form. `opened` gets the content, and whether it was locked, and gives what to say about it; it also hears when another file
/// was chosen, by `None`.
pub fn form(
    words: &'static Words,
    of: Field,
    said: RwSignal<String>,
    opened: impl Fn(Option<(&[u8], bool)>) -> String + Clone + 'static,
) -> View {
    let locked = RwSignal::new(None::<()>);
    let bytes = StoredValue::new(Vec::<u8>::new());
    let typed = RwSignal::new(String::new());
    let shown = RwSignal::new(false);
    let wrong = RwSignal::new(None);
    let done = RwSignal::new(None::<u32>);
    let read = opened.clone();
    let chosen = move |event| {
        let read = read.clone();
        page::run(async move {
            let file = file::chosen(&event, MOST_FILE).await;
            said.set(read(None));
            locked.set(None);
            match file {
                Err(error) => said.set(words.problem(error.id())),
                Ok(None) => said.set(words.problem(SealError::TooLarge.id())),
                Ok(Some(file)) if is_sealed(&file) => {
                    bytes.set_value(file);
                    locked.set(Some(()));
                    page::after_paint(|| page::focus_field("file-passphrase"));
                }
                Ok(Some(file)) => said.set(read(Some((&file, false)))),
            }
        });
    };
    let open = move || {
        if done.get_untracked().is_some() {
            return;
        }
        let passphrase = trimmed(&typed.get_untracked()).to_owned();
        wrong.set(passphrase.is_empty().then_some("seal.missing"));
        if passphrase.is_empty() {
            page::after_paint(|| page::focus("#passphrase-wrong"));
            return;
        }
        let opened = opened.clone();
        said.set(opened(None));
        done.set(Some(0));
        page::run(async move {
            let made = strongbox::open(&passphrase, &bytes.get_value(), told(done)).await;
            if done.try_set(None).is_some() {
                return;
            }
            said.set(match made {
                Ok(content) => opened(Some((&content, true))),
                Err(error) => words.problem(error.id()),
            });
        });
    };
    let passphrase = live(move || {
        if locked.get().is_none() {
            return nothing();
        }
        let open = open.clone();
        let field = classed("div", "field")
            .child(
                el("label")
                    .attr("for", "file-passphrase")
                    .text(words.t("seal.own"))
                    .view(),
            )
            .child(secret("file-passphrase", shown, typed).view());
        let button = classed("button", "button")
            .attr("type", "submit")
            .text(words.t("seal.open"));
        classed("form", "flow")
            .on("submit", move |event| {
                event.prevent_default();
                open();
            })
            .child(field.view())
            .child(show(words, shown))
            .child(complaint(words, wrong))
            .child(classed("div", "row").child(button.view()).view())
            .view()
    });
    let hint = [of.id, "-hint"].concat();
    let field = el("input")
        .attr("type", "file")
        .attr("id", of.id)
        .attr("aria-describedby", &hint)
        .on("change", chosen);
    classed("div", "flow")
        .child(
            classed("div", "field")
                .child(el("label").attr("for", of.id).text(words.t(of.name)).view())
                .child(
                    classed("span", "quiet")
                        .attr("id", hint)
                        .text(words.t(of.hint))
                        .view(),
                )
                .child(field.view())
                .view(),
        )
        .child(passphrase)
        .child(progress(words, done))
        .child(status(words, said))
        .view()
}
