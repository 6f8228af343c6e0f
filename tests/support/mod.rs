//! The words for tests: those of the build itself, so that what is tested is what ships.

#![allow(dead_code, reason = "a test needs the words of one language, or of all")]

use std::path::Path;
use std::sync::OnceLock;

use waymark::content::{self, locales::Locale};
use waymark::domain::Words;

/// All words of the guide in English, read once.
pub fn words() -> &'static Words {
    static ONCE: OnceLock<&Words> = OnceLock::new();
    ONCE.get_or_init(|| content::load(Path::new(env!("CARGO_MANIFEST_DIR")), "en").unwrap())
}

/// Every language with its words, the first one first.
pub fn languages() -> Vec<(Locale, &'static Words)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let all = content::locales::all(root).unwrap();
    let with_words = |locale: Locale| {
        let words = content::load(root, &locale.tag).unwrap();
        (locale, words)
    };
    all.into_iter().map(with_words).collect()
}
