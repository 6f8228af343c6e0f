//! Every parser takes every seed of the fuzzer (`scripts/fuzz`), its own and those of the others, whole, cut off and changed.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

#[path = "fuzz/src/parsers.rs"]
mod parsers;
mod support;

use std::path::{Path, PathBuf};

use support::words;

/// All seeds: where each lies, and its bytes.
fn seeds() -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/seeds");
    let parsers = std::fs::read_dir(folder).unwrap();
    let files = parsers.flat_map(|parser| std::fs::read_dir(parser.unwrap().path()).unwrap());
    let mut seeds: Vec<_> = files
        .map(|file| file.unwrap().path())
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect();
    seeds.sort();
    seeds
}

/// Each parser on these bytes; a panic names the parser and where they come from.
fn feed(from: &Path, bytes: &[u8]) {
    for (name, parser) in parsers::ALL {
        let fed = std::panic::catch_unwind(|| parser(bytes));
        assert!(fed.is_ok(), "{name} did not bear {}: {bytes:?}", from.display());
    }
}

#[test]
fn every_parser_has_seeds() {
    let seeds = seeds();
    for (name, _) in parsers::ALL {
        let own = seeds
            .iter()
            .filter(|(path, _)| path.parent().is_some_and(|at| at.ends_with(name)));
        assert!(own.count() >= 2, "{name}");
    }
}

#[test]
fn every_parser_takes_every_seed() {
    for (path, bytes) in seeds() {
        feed(&path, &bytes);
    }
}

#[test]
fn every_parser_takes_every_seed_cut_off_and_changed() {
    for (path, bytes) in seeds() {
        for part in 1..4 {
            let at = bytes.len() * part / 4;
            feed(&path, &bytes[..at]);
            let mut changed = bytes.clone();
            if let Some(byte) = changed.get_mut(at) {
                *byte ^= 1;
            }
            feed(&path, &changed);
        }
    }
}
