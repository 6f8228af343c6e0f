//! The golden file `tests/golden/letters.md`: every letter once with little and once with everything, for a lawyer to read and sign.
//!
//! Regenerate it after a change of the letters or their words, and review the difference:
//! `WAYMARK_BLESS=1 cargo test --no-default-features --features pack --test letters golden`

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use waymark::domain::letters::{
    Addressee, Draft, Form, Letter, Manner, addressee_name, kind_words, letter, part_words,
};
use waymark::export::text;

use super::helpers::{forms, ids, said, tick_all, words};

/// An example where there is one, else a sentence that shows where it stands.
fn example(form: Form, part: &str) -> String {
    let around = part_words(words(), form, part);
    if around.example.is_empty() {
        format!("({}.)", around.label)
    } else {
        around.example.to_owned()
    }
}

fn least(form: Form) -> Draft {
    let part = form.parts().next().expect("every letter has a part");
    Draft::new(form.kind).with(part, &example(form, part))
}

/// Everything filled in, each choice with its first key.
fn whole(form: Form) -> Draft {
    let mut draft = Draft::new(form.kind);
    for part in form.parts() {
        draft.set(part, example(form, part));
    }
    for (field, value) in [
        ("to-name", "Reader R"),
        ("from-name", "Writer W"),
        ("from-role", "role of the writer"),
        ("person-name", "Person P"),
        ("person-role", "role of Person P"),
    ] {
        draft.set(field, value.to_owned());
    }
    for field in ids(form, "field") {
        let value = match field {
            "reference" => "2026-1",
            "committee" => "ISO/TC 999/WG 3",
            "meeting" => "the meeting of WG 3 on 4 May",
            "follow-up" => "after the meeting in September",
            _ => "4 May",
        };
        draft.set(field, value.to_owned());
    }
    for row in form.rows().filter(|row| row.verb == "choice") {
        draft.choose(row.id(), row.keys().next().expect("a choice has keys"));
    }
    tick_all(form, &mut draft);
    draft
}

fn names(all: &[Addressee]) -> String {
    let all: Vec<&str> = all.iter().map(|one| addressee_name(words(), *one)).collect();
    all.join("; ")
}

fn quote(out: &mut String, letter: &Letter) {
    for line in text::write(words(), letter).lines() {
        writeln!(out, "> {line}").expect("a string");
    }
    out.push('\n');
}

fn one(out: &mut String, form: Form) {
    let kind = form.kind;
    let own = kind_words(words(), kind);
    let empty = Draft::new(kind);
    writeln!(
        out,
        "## {} (`{}`)\n\n{} {}\n",
        own.name,
        kind.key(),
        own.lead,
        own.when
    )
    .expect("a string");
    let by = match form.by() {
        "" => "",
        by => &format!(", written by: {by}"),
    };
    writeln!(out, "- side: {}{by}", form.lens().key()).expect("a string");
    for (line, all) in [
        ("to", form.to(&empty)),
        ("addressed as well", form.also(&whole(form))),
        ("copy", form.copied(&empty)),
    ] {
        if !all.is_empty() {
            writeln!(out, "- {line}: {}", names(&all)).expect("a string");
        }
    }
    if !own.care.is_empty() {
        writeln!(out, "- to be read first: {}", own.care).expect("a string");
    }
    let filled = whole(form);
    let full = letter(words(), &filled);
    out.push_str("\nWith one part:\n\n");
    quote(out, &letter(words(), &least(form)));
    out.push_str("With everything:\n\n");
    quote(out, &full);
    others(out, form, &filled);
}

/// Sentences that stand under other conditions.
fn others(out: &mut String, form: Form, filled: &Draft) {
    let to = form.addressee(filled);
    let mut rows = String::new();
    for row in form
        .rows()
        .filter(|row| row.verb == "frame" && !row.holds(filled, to))
    {
        let says = said(form, row.id());
        let when = row
            .when
            .replace('|', " or ")
            .replace('!', "not ")
            .replace(' ', ", ");
        let when = when.replace(", or, ", " or ").replace("not, ", "not ");
        writeln!(rows, "- {when}: {says}").expect("a string");
    }
    if form.manner() != Manner::Sheet && !rows.is_empty() {
        write!(out, "Other sentences, and when:\n\n{rows}\n").expect("a string");
    }
}

fn made() -> String {
    let mut out = String::from(
        "# Every letter\n\nMade from `content/logic/letters.toml` and `content/words/en/letters.toml`; see `tests/letters/golden.rs`. Each letter \
         first with a single part, then with everything: what the person writes is the example that the composer shows.\n\n",
    );
    for form in forms() {
        one(&mut out, form);
    }
    out
}

#[test]
fn the_golden_letters_are_what_the_composer_makes() {
    same("tests/golden/letters.md", &made());
}

/// Compares a golden file with what is made now, or writes it anew when asked to.
pub fn same(file: &str, now: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("WAYMARK_BLESS").is_some() {
        std::fs::write(&path, now).expect("the golden file can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    if kept == now {
        return;
    }
    let (before, after): (BTreeSet<&str>, BTreeSet<&str>) = (kept.lines().collect(), now.lines().collect());
    let mut diff = String::new();
    for line in kept.lines().filter(|line| !after.contains(line)).take(20) {
        writeln!(diff, "- {line}").expect("a string");
    }
    for line in now.lines().filter(|line| !before.contains(line)).take(20) {
        writeln!(diff, "+ {line}").expect("a string");
    }
    panic!(
        "{file} differs from the letters. If the change is meant, run\n  \
         WAYMARK_BLESS=1 cargo test --no-default-features --features pack --test letters golden\nand review it.\n{diff}"
    );
}
