//! LEPTOS: the app. `session` is the only writer; `pages` one file a screen; `parts` know nothing of the domain.

#![allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    clippy::needless_pass_by_value,
    reason = "views and events are made once and handed on: by value reads best, and one that nobody mounts is seen at once"
)]

pub mod later;
pub mod pages;
pub mod parts;
pub mod session;
pub mod shell;

use leptos::mount::mount_to;
use leptos::prelude::*;

use crate::browser::tab::Mark;
use crate::browser::{files, journal, page, strongbox, turn};
use crate::domain::Words;
use session::Rest;

/// Where the words of the guide's one language stand: those that are needed at once, and the rest.
const PACK: &str = "packs/en.pack";
const MORE: &str = "packs/en-more.pack";

/// Loads the words, then shows the app. Without words a message that stands ready says so; where anything breaks,
/// `index.html` itself shows one.
pub fn start() {
    // A release says only that it stopped: what reports a panic is taken out of it (`content/shorten.rs`).
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|panic| page::log(&panic.to_string())));
    if page::is_framed() {
        page::show_fallback("framed");
        return;
    }
    // While the words are on their way: whether this tab writes, and the journal.
    let turn = (!Mark::Shared.is_set() && !page::is_from_disk()).then(turn::begin);
    if turn.is_some() {
        page::run(journal::open_early());
    }
    page::run(async {
        match files::text(PACK).await.map(kept).map(Words::parse) {
            Some(Ok(words)) => {
                if let Some(turn) = turn {
                    turn.await;
                }
                show(Box::leak(Box::new(words))).await;
            }
            _ => page::show_fallback("no-words"),
        }
    });
}

/// A text that lasts as long as the program.
fn kept(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// Mounts the app, fetches the second pack, the second module and the one that seals files while people already work, and then lets the browser forbid all connections.
async fn show(words: &'static Words) {
    let Some(root) = page::emptied("app") else {
        page::show_fallback("broken");
        return;
    };
    let rest = RwSignal::new(Rest::Coming);
    // Leptos owns the signals and effects; the nodes are ours.
    mount_to(root.clone(), move || shell::shell(words, rest).mount(&root)).forget();
    let more = files::text(MORE);
    let module = files::strongbox();
    let later = later::load().await;
    let added = more.await.map(|pack| words.add(kept(pack)));
    strongbox::keep(module.await);
    page::seal();
    rest.set(match (added, later) {
        (Some(Ok(())), Some(later)) => Rest::There(later),
        _ => Rest::Lost,
    });
}
