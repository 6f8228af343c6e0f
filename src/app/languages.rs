//! The languages: which one the page is in, what letters can be written in, and going from one to another.
//!
//! The page of each language is a file of its own (`index.html`, `fr.html`), so what is drawn first is in it, and no program is needed
//! to read it. The words of letters of every language arrive with the rest and before the seal: a letter can then be written in a
//! language in which the page is not.

use std::cell::RefCell;

use crate::browser::files::File;
use crate::domain::Words;

/// A text that lasts as long as the program.
pub fn lasting(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// The pack of one kind of a language: `""`, `"-more"`, `"-letters"`.
pub fn pack(tag: &str, kind: &str) -> String {
    format!("packs/{tag}{kind}.pack")
}

/// The language tags, in the order in which they are offered.
pub fn tags(words: &Words) -> impl Iterator<Item = &'static str> {
    words.t("language.tags").split(' ')
}

/// What a language calls itself.
pub fn name(words: &Words, tag: &str) -> &'static str {
    words.t(&format!("language.of.{tag}.name"))
}

/// `ltr` or `rtl`.
pub fn direction(words: &Words, tag: &str) -> &'static str {
    words.t(&format!("language.of.{tag}.direction"))
}

/// The file in which the page of a language stands.
pub fn file(words: &Words, tag: &str) -> &'static str {
    words.t(&format!("language.of.{tag}.page"))
}

/// The words of letters of another language: not read before somebody wants them.
enum Letters {
    File(File),
    Words(&'static Words),
}

thread_local! {
    static LETTERS: RefCell<Vec<(&'static str, Letters)>> = const { RefCell::new(Vec::new()) };
}

/// Keeps the words of letters that arrived.
pub fn keep(tag: &'static str, pack: File) {
    LETTERS.with_borrow_mut(|all| all.push((tag, Letters::File(pack))));
}

/// The words of letters in a language; `None` where they did not arrive, or there is no such language.
pub fn letters(page: &'static Words, tag: &str) -> Option<&'static Words> {
    if tag == page.locale() {
        return Some(page);
    }
    LETTERS.with_borrow_mut(|all| {
        let (_, letters) = all.iter_mut().find(|(one, _)| *one == tag)?;
        match letters {
            Letters::Words(words) => Some(*words),
            Letters::File(pack) => {
                let pack = lasting(pack.text()?);
                let words: &'static Words = Box::leak(Box::new(Words::parse(pack).ok()?));
                *letters = Letters::Words(words);
                Some(words)
            }
        }
    })
}
