//! Locking a file: the passphrase that somebody chooses, the work on it, and the file that comes of it.

use leptos::prelude::*;

use super::tools::quiet_button;
use crate::app::parts::doc::text;
use crate::app::parts::el::{View, classed, el, live, nothing, row};
use crate::browser::{download, page, strongbox};
use crate::document::inline::paragraphs;
use crate::domain::Words;
use crate::domain::phrase::{by_chance, is_long_enough, is_made, is_simple, trimmed};
use crate::domain::sealing::SealError;

/// What such a file is to the browser: bytes, to be kept as they are.
const MIME: &str = "application/octet-stream";

/// A passphrase being chosen, and the work on it.
#[derive(Clone, Copy)]
pub struct Chosen {
    words: &'static Words,
    typed: RwSignal<String>,
    again: RwSignal<String>,
    shown: RwSignal<bool>,
    /// What is wrong with it.
    wrong: RwSignal<Option<&'static str>>,
    /// How many thousandths of the work are done.
    pub done: RwSignal<Option<u32>>,
    /// The phrase that was made by chance last.
    made: RwSignal<Option<String>>,
    /// Rises when the fields are to be drawn anew.
    drawn: RwSignal<u32>,
}

impl Chosen {
    /// None yet.
    pub fn new(words: &'static Words) -> Self {
        Self {
            words,
            typed: RwSignal::new(String::new()),
            again: RwSignal::new(String::new()),
            shown: RwSignal::new(false),
            wrong: RwSignal::new(None),
            done: RwSignal::new(None),
            made: RwSignal::new(None),
            drawn: RwSignal::new(0),
        }
    }

    /// What must be known before, and the fields.
    pub fn view(self) -> View {
        let words = self.words;
        let care = paragraphs(words, words.t("seal.care"));
        let care = classed("div", "care flow")
            .child(el("h3").text(words.t("seal.care-title")).view())
            .children(care.into_iter().map(|t| el("p").children(text(t)).view()));
        classed("div", "flow")
            .child(care.view())
            .child(self.fields())
            .view()
    }

    /// The fields alone, with what suggests a phrase, what is wrong and how far the work is.
    pub fn fields(self) -> View {
        let words = self.words;
        let suggest = quiet_button(words, "seal.suggest", move || {
            // Without chance that nobody can guess, no word is suggested.
            let Some(phrase) = by_chance(words.t("phrase.words"), strongbox::number_by_chance) else {
                self.wrong.set(Some(SealError::Absent.id()));
                return;
            };
            self.typed.set(phrase.clone());
            self.again.set(phrase.clone());
            self.made.set(Some(phrase));
            self.shown.set(true);
            self.wrong.set(None);
            self.drawn.update(|count| *count += 1);
        });
        let fields = live(move || {
            self.drawn.track();
            classed("div", "flow")
                .child(self.field("passphrase", "seal.passphrase", self.typed))
                .child(self.field("passphrase-again", "seal.again", self.again))
                .view()
        });
        // What somebody types themselves is never shown as ours.
        let suggested = Memo::new(move |_| is_made(self.made.read().as_deref(), &self.typed.read()));
        let told = live(move || {
            let Some(made) = self.made.get().filter(|_| suggested.get()) else {
                return nothing();
            };
            let says = el("p").text(words.t("seal.suggested")).view();
            // On a phone the field is shorter than the phrase: here all of it can be read.
            let phrase = self.shown.get().then(|| {
                classed("p", "phrase")
                    .attr("dir", "ltr")
                    .attr("lang", "en")
                    .attr("translate", "no")
                    .text(&made)
                    .view()
            });
            row([says].into_iter().chain(phrase))
        });
        classed("div", "flow")
            .child(classed("div", "row").child(suggest).view())
            .child(classed("div", "flow").attr("role", "status").child(told).view())
            .child(fields)
            .child(show(words, self.shown))
            .child(complaint(words, self.wrong))
            .child(progress(words, self.done))
            .view()
    }

    fn field(self, id: &'static str, name: &'static str, typed: RwSignal<String>) -> View {
        let words = self.words;
        let hint = [id, "-hint"].concat();
        let first = id == "passphrase";
        let mut frame = classed("div", "field").child(el("label").attr("for", id).text(words.t(name)).view());
        if first {
            frame = frame.child(
                classed("span", "quiet")
                    .attr("id", &hint)
                    .text(words.t("seal.passphrase-hint"))
                    .view(),
            );
        }
        let mut field = secret(id, self.shown, typed);
        if first {
            field = field.attr("aria-describedby", hint);
        }
        frame.child(field.view()).view()
    }

    /// The passphrase, once it is long enough and typed twice alike; otherwise what is wrong is said.
    pub fn taken(self) -> Option<String> {
        let typed = self.typed.get_untracked();
        let wrong = if !is_long_enough(&typed) {
            Some("seal.short")
        } else if is_simple(&typed) {
            Some("seal.simple")
        } else if trimmed(&typed) != trimmed(&self.again.get_untracked()) {
            Some("seal.differ")
        } else {
            None
        };
        self.wrong.set(wrong);
        if wrong.is_some() {
            page::after_paint(|| page::focus("#passphrase-wrong"));
            return None;
        }
        Some(trimmed(&typed).to_owned())
    }

    /// Nothing is typed any more.
    pub fn empty(self) {
        self.typed.set(String::new());
        self.again.set(String::new());
        self.made.set(None);
        self.drawn.update(|count| *count += 1);
    }

    /// Locks this content with the passphrase and hands the file to the browser; `then` hears what came of it, in words if it
    /// failed.
    pub fn save(
        self,
        name: String,
        content: impl FnOnce() -> String,
        then: impl Fn(Result<String, String>) + 'static,
    ) {
        if self.done.get_untracked().is_some() {
            return;
        }
        let Some(passphrase) = self.taken() else { return };
        let (words, content) = (self.words, content());
        self.done.set(Some(0));
        page::run(async move {
            let sealed = strongbox::seal(&passphrase, content.as_bytes(), told(self.done)).await;
            // Whoever left the page meanwhile wants nothing of it any more.
            if self.done.try_set(None).is_some() {
                return;
            }
            let saved = match sealed {
                Err(error) => Err(words.problem(error.id())),
                Ok(file) => download::save(&name, MIME, &file).map_err(|error| words.problem(error.id())),
            };
            if saved.is_ok() {
                self.empty();
            }
            then(saved.map(|()| name));
        });
    }
}

/// Who hears how far the work is, and says whether it is still wanted.
pub fn told(done: RwSignal<Option<u32>>) -> impl Fn(u32) -> bool {
    move |thousandths| done.try_set(Some(thousandths)).is_none()
}

/// A field for a passphrase.
pub fn secret(id: &'static str, shown: RwSignal<bool>, typed: RwSignal<String>) -> crate::app::parts::el::El {
    el("input")
        .attr("id", id)
        .attr("autocapitalize", "none")
        // Never taken down with what else stands on a page.
        .attr("data-secret", "")
        .live_attr("type", move || {
            Some(if shown.get() { "text" } else { "password" }.to_owned())
        })
        .value(typed.get_untracked())
        .on("input", move |event| typed.set(event_target_value(&event)))
}

/// The box that shows what is typed.
pub fn show(words: &'static Words, shown: RwSignal<bool>) -> View {
    let input = el("input")
        .attr("type", "checkbox")
        .live_checked(move || shown.get())
        .on("change", move |event| shown.set(event_target_checked(&event)));
    let label = classed("label", "choice")
        .child(input.view())
        .child(el("span").text(words.t("seal.show")).view());
    // By itself it is the first of its kind and the last.
    classed("div", "choices").child(label.view()).view()
}

/// What is wrong with what was typed.
pub fn complaint(words: &'static Words, wrong: RwSignal<Option<&'static str>>) -> View {
    live(move || {
        wrong.get().map_or_else(nothing, |id| {
            classed("p", "field__error")
                .attr("id", "passphrase-wrong")
                .attr("tabindex", "-1")
                .text(words.t(id))
                .view()
        })
    })
}

/// How far the work is. The sentence is said once; the bar follows.
pub fn progress(words: &'static Words, done: RwSignal<Option<u32>>) -> View {
    let working = Memo::new(move |_| done.get().is_some());
    let bar = move || {
        if !working.get() {
            return nothing();
        }
        let bar = el("progress")
            .attr("max", "1000")
            .attr("aria-label", words.t("seal.progress"))
            .live_attr("value", move || done.get().map(|done| done.to_string()));
        classed("div", "flow")
            .child(el("p").text(words.t("seal.working")).view())
            .child(bar.view())
            .view()
    };
    classed("div", "flow")
        .attr("role", "status")
        .child(live(bar))
        .view()
}
