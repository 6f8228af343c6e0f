//! LEPTOS: the app. `session` is the only writer; `pages` one file a screen; `parts` know nothing of the domain.

pub mod pages;
pub mod parts;
pub mod session;
pub mod shell;

use leptos::mount::mount_to;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use crate::browser::page;
use crate::domain::Words;

/// Where the words of the guide's one language stand.
const PACK: &str = "packs/en.pack";

/// Loads the words, then shows the app. Without words, or after a panic, a message that stands ready says so.
pub fn start() {
    std::panic::set_hook(Box::new(|_| page::show_fallback("broken")));
    spawn_local(async {
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
    let Some(root) = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"))
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    else {
        page::show_fallback("broken");
        return;
    };
    root.set_text_content(None);
    mount_to(root, move || shell::shell(words)).forget();
}
