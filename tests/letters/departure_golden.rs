//! The golden file `tests/golden/departure.md`: what the check before it leaves says of every letter. Regenerate it as that of the letters.

use std::fmt::Write;

use waymark::domain::case::Case;
use waymark::domain::letters::{Addressee, Copied, Draft, Form, Manner, around, departure};

use waymark::domain::routing::{Line, MessageKind};

use super::golden::same;
use super::helpers::{fill, forms, words};
use crate::a_case;

const HEAD: &str = "# The check before it leaves\n\nMade from `content/logic/letters.toml` by `tests/letters/departure_golden.rs`: for \
    whoever a letter may go to, what they learn and what to look at once more, with the field to which it leads. Nothing is known of the case. \
    “Little”: one part, a wrong address, no name of one's own. “All”: everything is filled in, everybody whom the letter allows is in \
    copy, the first of them at the address of a list. A second table: whom the plan has around the letter.\n\n";

/// Everybody whom the letter allows beside the first one, each with an address.
fn with_everybody(form: Form, draft: &mut Draft) {
    let all = [form.also(draft), form.copied(draft)].concat();
    let mut addresses = std::iter::once("all@lists.example").chain(std::iter::repeat("jo@other.example"));
    for party in all {
        if draft.copy.iter().all(|copy| copy.party != party) {
            draft.copy.push(Copied {
                party,
                address: addresses.next().unwrap_or_default().to_owned(),
                ..Copied::default()
            });
        }
    }
}

fn little(form: Form) -> Draft {
    let part = form.parts().next().unwrap();
    let text = "Ask kim@other.example.";
    Draft::new(form.kind).with(part, text).with("to-address", "a b")
}

fn all(form: Form) -> Draft {
    let mut draft = Draft::new(form.kind);
    fill(form, &mut draft);
    draft.set("to-address", "office@nsb.example".to_owned());
    with_everybody(form, &mut draft);
    draft
}

fn row(draft: &Draft) -> String {
    let made = departure(words(), words(), draft, &Case::default());
    let learns: Vec<&str> = made
        .learns
        .iter()
        .map(|id| id.trim_start_matches("departure.learns."))
        .collect();
    let cautions: Vec<String> = made
        .cautions
        .iter()
        .map(|one| {
            let found = if one.found.is_empty() {
                String::new()
            } else {
                format!(" “{}”", one.found)
            };
            let field = if one.field.is_empty() {
                String::new()
            } else {
                format!(" → {}", one.field)
            };
            format!("{}{found}{field}", one.key)
        })
        .collect();
    format!("{} | {}", learns.join(", "), cautions.join("; "))
}

fn made() -> String {
    let mut out = String::from(HEAD);
    for form in forms() {
        writeln!(
            out,
            "## {}\n\n| what | to | they learn | to look at |\n|---|---|---|---|",
            form.kind.key()
        )
        .unwrap();
        for (what, draft) in [("little", little(form)), ("all", all(form))] {
            let mut rows: Vec<(Vec<&str>, String)> = Vec::new();
            let mut to = form.to(&draft);
            if to.is_empty() {
                to.push(Addressee::Unchosen);
            }
            for party in to {
                let mut draft = draft.clone();
                draft.to_party = party;
                let row = row(&draft);
                match rows.iter_mut().find(|(_, one)| *one == row) {
                    Some((parties, _)) => parties.push(party.key()),
                    None => rows.push((vec![party.key()], row)),
                }
            }
            for (parties, row) in rows {
                writeln!(out, "| {what} | {} | {row} |", parties.join(", ")).unwrap();
            }
        }
        out.push('\n');
        beside(&mut out, form);
    }
    out
}

/// Whom the plan has around a letter: by what the letter says of its way, and by what is known of the case.
fn beside(out: &mut String, form: Form) {
    let mut ways = vec![""];
    ways.extend(form.asking("choice", "via").keys());
    let known = [
        ("nothing", "", ""),
        ("delegate", "delegate", "other-nsb"),
        ("convenor", "convenor", "other-nsb"),
        ("liaison", "liaison", "liaison"),
        ("staff", "iso-cs", "unknown"),
    ];
    let mut rows: Vec<(Vec<String>, String)> = Vec::new();
    for way in ways {
        for (name, capacity, affiliation) in known {
            let mut case = a_case::case(
                &[
                    ("raiser", "expert"),
                    ("handler", "nsb-officer"),
                    ("ties", "none"),
                    ("arrived", "member"),
                ],
                Vec::new(),
            );
            for (question, key) in [
                ("capacity", capacity),
                ("affiliation", affiliation),
                ("sides", affiliation),
            ] {
                if !key.is_empty() {
                    case.answers.choose(question, key);
                }
            }
            let mut draft = Draft::new(form.kind);
            draft.choose("via", way);
            let around = around(&case, form, &draft);
            let on = |line| {
                let on = around.iter().filter(|recipient| recipient.line == line);
                on.map(|recipient| recipient.party.key())
                    .collect::<Vec<_>>()
                    .join(", ")
            };
            let row = [Line::To, Line::Copy, Line::DoNotCopy].map(on).join(" | ");
            let said = if way.is_empty() {
                name.to_owned()
            } else {
                format!("{name} + {way}")
            };
            match rows.iter_mut().find(|(_, one)| *one == row) {
                Some((all, _)) => all.push(said),
                None => rows.push((vec![said], row)),
            }
        }
    }
    if rows.iter().all(|(_, row)| row == " |  | ") {
        return;
    }
    out.push_str(
        "| known of the case + said in the letter | the plan has | in copy | left out |\n|---|---|---|---|\n",
    );
    for (said, row) in rows {
        writeln!(out, "| {} | {row} |", said.join(", ")).unwrap();
    }
    out.push('\n');
}

#[test]
fn the_golden_check_of_every_letter_is_what_it_says() {
    same("tests/golden/departure.md", &made());
}

/// Whoever is ticked without an address is named once, and the first of them is where it leads; a text that names somebody's address
/// leads to where it stands, each address once, twenty at most.
#[test]
fn what_is_missing_leads_to_where_it_can_be_given() {
    for form in forms() {
        let mut draft = all(form);
        let last = draft.copy.last().map(|copy| copy.party);
        draft.copy.iter_mut().for_each(|copy| copy.address.clear());
        let made = departure(words(), words(), &draft, &Case::default());
        let missing: Vec<_> = made
            .cautions
            .iter()
            .filter(|one| one.key == "no-copy-address")
            .collect();
        let expected = usize::from(last.is_some() && form.manner() == Manner::Mail);
        assert_eq!(missing.len(), expected, "{:?}", form.kind);
    }
    let many: Vec<String> = (0..30)
        .map(|n| format!("k{n}@other.example k{n}@Other.example"))
        .collect();
    let many = many.join(" ");
    let draft = Draft::new(MessageKind::Email)
        .with("observed", "nothing")
        .with("effect", &many)
        .with("account", &many);
    let made = departure(words(), words(), &draft, &Case::default());
    let found: Vec<_> = made
        .cautions
        .iter()
        .filter(|one| one.key == "third-address")
        .collect();
    assert_eq!(found.len(), 20);
    assert!(found.iter().all(|one| one.field == "effect"), "{found:?}");
    assert_eq!(found[19].found, "k19@other.example");
}
