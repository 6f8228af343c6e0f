//! LEPTOS: the app. `session` is the only writer; `pages` one file a screen; `parts` know nothing of the domain.

#![allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    clippy::needless_pass_by_value,
    reason = "views and events are made once and handed on: by value reads best, and one that nobody mounts is seen at once"
)]

pub mod pages;
pub mod parts;
pub mod session;
pub mod shell;

use leptos::mount::mount_to;

use crate::browser::page;
use crate::domain::Words;

/// Where the words of the guide's one language stand.
const PACK: &str = "packs/en.pack";

/// Loads the words, then shows the app. Without words, or after a panic, a message that stands ready says so.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        page::log(&panic.to_string());
        page::show_fallback("broken");
    }));
    page::run(async {
        let pack = page::fetch_text(PACK)
            .await
            .map(|text| &*Box::leak(text.into_boxed_str()));
        match pack.map(Words::parse) {
            Some(Ok(words)) => show(Box::leak(Box::new(words))),
            _ => page::show_fallback("no-words"),
        }
    });
}

fn show(words: &'static Words) {
    let Some(root) = page::emptied("app") else {
        page::show_fallback("broken");
        return;
    };
    // Leptos owns the signals and effects; the nodes are ours.
    mount_to(root.clone(), move || shell::shell(words).mount(&root)).forget();
    page::seal();
}
