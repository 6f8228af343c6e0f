//! LEPTOS: the app. `session` is the only writer; `pages` one file a screen; `parts` know nothing of the domain.

#![allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    clippy::needless_pass_by_value,
    reason = "views and events are made once and handed on: by value reads best, and one that nobody mounts is seen at once"
)]

pub mod arrival;
pub mod languages;
pub mod later;
pub mod pages;
pub mod parts;
pub mod session;
pub mod shell;

use std::rc::Rc;

use leptos::mount::mount_to;
use leptos::prelude::*;

use crate::browser::tab::Mark;
use crate::browser::{files, handing, journal, leave, offline, page, strongbox, turn};
use crate::domain::Words;
use crate::storage::Memory;
use languages::lasting;
use session::Rest;

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
    if leave::goes_on() {
        return;
    }
    // While the words are on their way: whether this tab writes, and the journal.
    let awaited = handing::is_awaited();
    let on_device = || !Mark::Shared.is_set() && !page::is_from_disk();
    let turn = (on_device() && !awaited).then(turn::begin);
    if turn.is_some() {
        page::run(journal::open_early());
    }
    page::run(async move {
        match files::text(&languages::pack(&page::language(), ""))
            .await
            .map(lasting)
            .map(Words::parse)
        {
            Some(Ok(words)) => {
                let handed = handing::from_old_tab(session::language::handed).await;
                if handed.is_some() {
                    // What is handed over was in memory only, and stays there.
                    Mark::Shared.set(true);
                } else if let Some(turn) = turn {
                    turn.await;
                } else if awaited && on_device() {
                    turn::begin().await;
                }
                show(Box::leak(Box::new(words)), handed).await;
            }
            _ => page::show_fallback("no-words"),
        }
    });
}

/// Mounts the app, fetches the second pack, the second module and the one that seals files while people already work, and then lets the browser forbid all connections.
async fn show(words: &'static Words, handed: Option<Rc<Memory>>) {
    let done_early = page::done_early();
    let Some(root) = page::emptied("app") else {
        page::show_fallback("broken");
        return;
    };
    let rest = RwSignal::new(Rest::Coming);
    let newer = RwSignal::new(false);
    // Leptos owns the signals and effects; the nodes are ours.
    mount_to(root.clone(), move || {
        shell::shell(words, rest, newer, handed).mount(&root);
    })
    .forget();
    done_early();
    // All are asked for at once, and waited for in turn.
    let more = files::text(&languages::pack(words.locale(), "-more"));
    let letters: Vec<_> = languages::tags(words)
        .map(|tag| (tag, files::file(&languages::pack(tag, "-letters"))))
        .collect();
    let module = files::strongbox();
    let later = later::load().await;
    let mut added = more.await.is_some_and(|pack| words.add(lasting(pack)).is_ok());
    for (tag, pack) in letters {
        let pack = pack.await;
        if tag == words.locale() {
            let text = pack.and_then(|pack| pack.text());
            added &= text.is_some_and(|text| words.add_letters(lasting(text)).is_ok());
        } else if let Some(pack) = pack {
            languages::keep(tag, pack);
        }
    }
    strongbox::keep(module.await);
    page::seal();
    let came = match (added, later) {
        (true, Some(later)) => {
            handing::confirm();
            Rest::There(later)
        }
        _ => Rest::Lost,
    };
    let whole = matches!(came, Rest::There(_));
    rest.set(came);
    // The page contacts nobody any more; its worker may, until it has what is kept.
    if whole && offline::keep().await {
        newer.set(true);
    }
    page::sealed();
}
