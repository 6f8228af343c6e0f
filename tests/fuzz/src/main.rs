//! Feeds one parser: the one that the variable PARSER names. Started by scripts/fuzz.

#![no_main]
#![allow(unsafe_code, reason = "what the macro makes for the fuzzer to call")]

mod parsers;

use std::path::Path;
use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use waymark::content;
use waymark::domain::Words;

/// The words of the guide, read once.
pub fn words() -> &'static Words {
    static ONCE: OnceLock<&Words> = OnceLock::new();
    ONCE.get_or_init(|| {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
        content::load(root, "en").expect("the words of the guide")
    })
}

/// The parser that was asked for.
fn parser() -> parsers::Parser {
    static ONCE: OnceLock<parsers::Parser> = OnceLock::new();
    *ONCE.get_or_init(|| {
        let name = std::env::var("PARSER").unwrap_or_default();
        let named = parsers::ALL.iter().find(|(one, _)| *one == name);
        named.expect("PARSER names one of the parsers").1
    })
}

fuzz_target!(
    init: {
        words();
        parser();
    },
    |bytes: &[u8]| parser()(bytes)
);
