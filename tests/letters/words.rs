//! The words around letters: complete, and free of what they must never say (invariants 8, 9 and 10).

use std::collections::BTreeSet;

use waymark::domain::letters::Addressee;
use waymark::domain::letters::{
    NAMES, account_probes, addressee_name, input_words, kind_from, kind_words, option, part_words, tick, ways,
};
use waymark::domain::pack::missing;
use waymark::domain::routing::MessageKind;

use super::helpers::{form, forms, words};

/// Invariant 9, on every frame, label, hint and example of ours.
#[test]
fn no_verdict_deadline_or_sanction_in_our_words() {
    let banned = [
        "breach",
        "violat",
        "guilty",
        "offender",
        "perpetrator",
        "victim",
        "deadline",
        "within ",
        "days",
        "sanction",
        "punish",
        "remove",
        "misconduct",
        "accus",
        "score",
    ];
    // The guide's pages speak about the process in its own terms; what helps to write a message, and leaves, does not.
    let ours = [
        "message.",
        "compose.",
        "letter.",
        "departure.",
        "error.",
        "write.",
    ];
    for (id, text) in words()
        .iter()
        .filter(|(id, _)| ours.iter().any(|space| id.starts_with(space)))
    {
        let lower = text.to_lowercase();
        for word in banned {
            assert!(!lower.contains(word), "{word:?} in {id}: {text}");
        }
        assert!(
            !lower.contains("anonym") || lower.contains("4.3.1"),
            "invariant 8, {id}: {text}"
        );
    }
}

/// Invariant 10: each letter says on which clause it rests, or that it is our suggestion.
#[test]
fn every_letter_has_its_clause_or_is_our_suggestion() {
    for kind in MessageKind::ALL {
        let own = kind_words(words(), *kind);
        let basis = own.when.contains("{1") || own.when.contains("{2") || own.when.contains("{3");
        let basis = basis || own.when.contains("{4") || own.when.contains("suggestion");
        assert!(basis, "{kind:?}: {}", own.when);
        assert_eq!(kind_from(kind.key()), Some(*kind));
    }
    assert_eq!(kind_from("to-everybody"), None);
}

#[test]
fn everything_that_is_asked_has_its_words() {
    let _ = missing::take();
    for form in forms() {
        let own = kind_words(words(), form.kind);
        assert!(
            !own.name.is_empty() && !own.lead.is_empty() && own.lead.ends_with('.'),
            "{own:?}"
        );
        for part in form.parts() {
            let around = part_words(words(), form, part);
            assert!(
                !around.label.is_empty() && !around.hint.is_empty(),
                "{:?} {part}",
                form.kind
            );
            assert!(
                !around.example.is_empty() || !around.probes.is_empty(),
                "{:?} {part}: no help",
                form.kind
            );
            let chosen = matches!(part, "opening" | "stop");
            assert_eq!(around.choices.len() >= 3, chosen);
        }
        for row in form.rows().filter(|row| row.asks() && row.verb != "part") {
            let given = input_words(words(), form, row.verb, row.id());
            assert!(!given.label.is_empty(), "{row:?}");
            for key in row.keys() {
                let says = if row.verb == "choice" {
                    option(words(), form, row.id(), key)
                } else {
                    tick(words(), form, row.id(), key)
                };
                assert!(
                    !says.is_empty() && (row.verb == "choice" || says.ends_with(['.', '?'])),
                    "{row:?} {key}"
                );
            }
        }
        assert!(!ways(form).is_empty());
    }
    for field in NAMES {
        assert!(
            !input_words(words(), form(MessageKind::Help), "field", field)
                .hint
                .is_empty()
        );
    }
    for to in Addressee::ALL {
        assert!(!addressee_name(words(), *to).is_empty());
    }
    assert!(account_probes(words()).len() >= 3);
    assert_eq!(missing::take(), BTreeSet::new());
}

/// Abbreviations are explained where they first stand: on the composer's page these are its name, what it is, and what has to be read first.
#[test]
fn abbreviations_are_explained_where_a_letter_is_offered() {
    for kind in MessageKind::ALL {
        let own = kind_words(words(), *kind);
        let all = format!("{} {} {}", own.name, own.lead, own.care);
        for (short, long) in [
            ("NSB", "ational standards bod"),
            ("TPM", "Technical Program Manager"),
            ("TMB", "Technical Management Board"),
        ] {
            assert!(
                !all.contains(short) || all.contains(long),
                "{kind:?}: {short} in {all}"
            );
        }
    }
}
