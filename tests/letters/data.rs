//! What the build refuses in `content/logic/letters.toml`, each with its reason, and that the real file passes.

use std::path::{Path, PathBuf};

use waymark::content::letters::{FILE, problems, read};
use waymark::content::read::folder;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn real() -> String {
    std::fs::read_to_string(root().join(FILE)).unwrap()
}

/// A project with this file in it and nothing else.
fn project(name: &str, letters: &str) -> PathBuf {
    let at = std::env::temp_dir().join(format!("waymark-letters-{}-{name}", std::process::id()));
    let file = at.join(FILE);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, letters).unwrap();
    at
}

/// Everything said about a changed file.
fn said(name: &str, letters: &str) -> Vec<String> {
    let at = project(name, letters);
    let found = match read(&at) {
        Err(problems) => problems,
        Ok(lines) => {
            let mut texts = folder(root(), &root().join("content/words/en")).unwrap();
            texts.extend(lines);
            problems(&texts)
        }
    };
    std::fs::remove_dir_all(&at).unwrap();
    found
        .iter()
        .map(|problem| {
            assert!(
                problem.file == FILE || problem.file.starts_with("content/words/"),
                "{problem}"
            );
            problem.to_string()
        })
        .collect()
}

#[test]
fn the_file_as_it_stands_passes() {
    assert_eq!(said("whole", &real()), Vec::<String>::new());
}

/// What is changed into what, and what the build then says.
const MISTAKES: &[(&str, &str, &str)] = &[
    ("[meeting]\n", "[meetings]\n", "there is no letter `meetings`"),
    ("[meeting]\n", "[meetings]\n", "the letter `meeting` is missing"),
    (
        "[email]\nlens = \"raise\"",
        "[email]\nlens = \"praise\"",
        "[email] has no lens",
    ),
    (
        "[email]\nlens = \"raise\"",
        "[email]\ntone = \"warm\"\nlens = \"raise\"",
        "[email] nothing reads `tone`",
    ),
    (
        "group = \"officer\"\nfor = \"nsb-officer\"\nlong = 900",
        "group = \"officer\"\nlong = 900",
        "[formal] a formal request is an NSB officer’s",
    ),
    (
        "to = [\"tmb\"]",
        "to = [\"tnb\"]",
        "[formal] nobody is called `tnb`",
    ),
    (
        "ask = [\"part observed\", \"part ask\"]",
        "ask = [\"part observed\", \"part weather\", \"part ask\"]",
        "[meeting] no text has the id `compose.weather.meeting.label` or `compose.weather.first.label` or `compose.weather.label`",
    ),
    (
        "\"frame intro\", \"said observed\", \"said ask\"",
        "\"frame intro\", \"said observed\", \"said effect\"",
        "[meeting] `effect` is no part of this letter",
    ),
    (
        "\"frame intro\", \"said observed\", \"said ask\"",
        "\"frame intro\", \"said observed\"",
        "[meeting] asks for `ask`, but nothing in the letter says it",
    ),
    (
        "\"frame intro\", \"said observed\", \"said ask\"",
        "\"frame outro\", \"said observed\", \"said ask\"",
        "[meeting] no text has the id `letter.meeting.outro` or `letter.first.outro` or `letter.frame.outro`",
    ),
    (
        "\"frame intro\", \"said observed\", \"said ask\"",
        "\"frame outro\", \"said observed\", \"said ask\"",
        "no letter uses the text `letter.meeting.intro`",
    ),
    (
        "\"frame intro\", \"said observed\", \"said ask\"",
        "\"person\", \"frame intro\", \"said observed\", \"said ask\"",
        "[meeting] `person` needs `about = true`",
    ),
    (
        "frame ask-first if choice:approach=ask-first",
        "frame ask-first if choice:approach=never",
        "[help] `choice:approach=never` is no condition of this letter",
    ),
    (
        "frame ask-first if choice:approach=ask-first",
        "frame ask-first if weather:fine",
        "[help] `weather:fine` is no condition of this letter",
    ),
    (
        "frame ask-first if choice:approach=ask-first",
        "frame ask-first if choice:approach=please choice:approach=ask-first",
        "[help] nobody can reach",
    ),
    (
        "frame as-tpm if to:tpm",
        "frame as-tpm if to:tpm !to:tpm",
        "[help] nobody can reach `frame as-tpm if to:tpm !to:tpm`",
    ),
    (
        "frame as-tpm if to:tpm",
        "frame as-tpm if to:tmb",
        "[help] nobody called `tmb` stands on the line `to`",
    ),
    (
        "frame as-tpm if to:tpm",
        "fame as-tpm if to:tpm",
        "[help] `fame` is no row",
    ),
    (
        "frame as-tpm if to:tpm",
        "frame as-tpm  if to:tpm",
        "a row is small letters",
    ),
    (
        "frame intro-meeting",
        "frame intro-date",
        "no text has the id `letter.unlawful-meeting.intro-date`",
    ),
    (
        "ask = [\"field meeting\", \"part observed\"",
        "ask = [\"field reference\", \"part observed\"",
        "[unlawful-meeting] `meeting` is no field of this letter",
    ),
];

#[test]
fn each_mistake_is_named_with_its_letter_and_its_reason() {
    let real = real();
    for (at, (from, to, reason)) in MISTAKES.iter().enumerate() {
        assert!(real.contains(from), "{from:?} is not in the file any more");
        let found = said(&at.to_string(), &real.replacen(from, to, 1));
        assert!(
            found.iter().any(|one| one.contains(reason)),
            "{reason}\n{found:#?}"
        );
    }
}

/// Invariants 1 and 2 and clause 4.5.2 cannot be edited away.
#[test]
fn nobody_is_put_within_reach_by_an_edit() {
    let real = real();
    for (letter, line, who) in [
        ("email", "to", "their-nsb"),
        ("nsb-request", "to", "tmb"),
        ("nsb-request", "copy", "person-concerned"),
        ("nsb-request", "copy", "office-of-ceo"),
        ("remind", "to", "liaison-organization"),
        ("help", "to", "iso-cs-counsel"),
        ("confirm", "to", "their-nsb"),
        ("response-tmb", "to", "tmb"),
        ("appeal", "to", "tmb"),
        ("acknowledge", "to", "raiser-nsb"),
        ("nsb-nsb", "to", "tmb"),
        ("nsb-nsb", "copy", "person-concerned"),
        ("nsb-leaders", "also", "person-concerned"),
        ("ack", "to", "nsb-counsel"),
    ] {
        let (before, rest) = real.split_once(&format!("[{letter}]\n")).unwrap();
        let (own, after) = rest.split_once("\n[").unwrap_or((rest, ""));
        let list = format!("{line} = [");
        let changed = own.replacen(&list, &format!("{list}\"{who}\", "), 1);
        assert_ne!(own, changed, "{letter} has no line {line}");
        let found = said(
            &format!("{letter}-{line}"),
            &format!("{before}[{letter}]\n{changed}\n[{after}"),
        );
        let reason = format!("[{letter}] `{who}` cannot stand on the line `{line}`");
        assert!(
            found.iter().any(|one| one.contains(&reason)),
            "{reason}\n{found:#?}"
        );
    }
}
