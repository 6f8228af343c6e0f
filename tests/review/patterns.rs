//! The little language of the phrases, on made-up ones: what each sign of it finds, and what it does not.

use super::{Eyes, draft, words};
use waymark::domain::Words;
use waymark::domain::letters::Form;
use waymark::domain::review::rules;

/// Rules with these phrases, and nothing else.
fn made(phrases: &[(&str, &[&str])]) -> Eyes {
    let mut lines: Vec<(String, &str)> = phrases
        .iter()
        .flat_map(|(list, all)| {
            (0..)
                .zip(*all)
                .map(move |(n, one)| (format!("review.{list}.{n}"), *one))
        })
        .collect();
    lines.sort();
    let pack = Words::write("en", lines.iter().map(|(id, text)| (id.as_str(), *text)));
    let words: &'static Words = Box::leak(Box::new(Words::parse(pack.leak()).unwrap()));
    Eyes {
        tag: "en".to_owned(),
        words,
        rules: rules(words),
    }
}

/// What these rules find in a text.
fn found<'t>(eyes: &Eyes, text: &'t str) -> Vec<(&'static str, &'t str)> {
    let draft = draft("observed", text);
    let hints = eyes.rules.part(Form::of(words(), draft.kind), &draft, "observed");
    hints
        .iter()
        .map(|hint| (hint.rule, &text[hint.start..hint.end]))
        .collect()
}

/// Phrases, exceptions, and texts in which what is found stands in brackets.
type Case = (
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
);

const CASES: &[Case] = &[
    // One of several; one that may be missing, also at the beginning.
    (
        &["red|blue? sky", "grey sea"],
        &[],
        &[
            "a [red sky] here",
            "[blue sky]",
            "green [sky]",
            "red, red",
            "[Red, sky]",
            "red. [Sky]",
            "grey. Sea",
            "grey “sea”",
            "“grey” sea",
            "grey green sea",
        ],
    ),
    // Any one word.
    (
        &["so * sad"],
        &[],
        &[
            "[so very sad]",
            "so sad",
            "so very very sad",
            "so. Very sad",
            "so “very” sad",
        ],
    ),
    // Up to eight words, of the same sentence, the nearest beginning.
    (
        &["if you ... i will"],
        &[],
        &[
            "[if you go I will] cry",
            "[if you I will]",
            "[if you 1 2 3 4 5 6 7 8 I will]",
            "x x x x x x x x x x x x x [if you 1 2 3 4 5 6 7 8 I will] x",
            "if you 1 2 3 4 5 6 7 8 9 I will",
            "x x x x x x x x x x x x x if you 1 2 3 4 5 6 7 8 9 I will x",
            "I will if you",
            "if you go. I will",
            "if you, [if you go I will]",
        ],
    ),
    // Two phrases with a gap do not complete each other, nor does a word stand in both halves.
    (
        &["dark night ... night falls", "high noon ... day breaks"],
        &[],
        &[
            "dark night falls",
            "[dark night night falls]",
            "dark night, day breaks",
            "high noon, night falls",
            "[high noon and day breaks]",
        ],
    ),
    // An exception, eight words before or behind, in the same sentence.
    (
        &["idiot"],
        &["not an", "an? animal"],
        &[
            "an [idiot]",
            "not an idiot",
            "an idiot, not an expert",
            "not an 1 2 3 4 5 6 7 idiot",
            "not an 1 2 3 4 5 6 7 8 [idiot]",
            "idiot 1 2 3 4 5 6 7 not an",
            "[idiot] 1 2 3 4 5 6 7 8 not an",
            "x x x idiot 1 2 3 4 5 6 7 animal",
            "Not an apple. That [idiot]",
        ],
    ),
    // What overlaps is one; what only touches is two.
    (
        &["one two", "two three", "four", "one two three five six", "five"],
        &[],
        &[
            "[one two three] [four]",
            "[one two three five six]",
            "[one two] [one two]",
            "[four] [four]",
        ],
    ),
    // The order in which words and phrases were learnt does not matter.
    (
        &["cold war", "peace|war|cold time", "cold snap", "time|snap out"],
        &[],
        &[
            "[war time]",
            "[peace time]",
            "[cold time]",
            "[cold war]",
            "[cold snap]",
            "[snap out]",
            "war snap",
        ],
    ),
    // Where a character is a word, also beside words of letters.
    (
        &["你|您总?是", "iso标准", "标准iec", "是?din坏"],
        &[],
        &[
            "[你总是]，[您是]",
            "总是",
            "用[ISO标准]吧",
            "用[标准IEC]吧",
            "[是DIN坏]",
            "用[DIN坏]",
            "ISO坏",
        ],
    ),
    // The longest word that is known has forty bytes.
    (
        &["удовлетворительности нет"],
        &[],
        &["[удовлетворительности нет]"],
    ),
];

#[test]
fn each_sign_finds_what_it_should() {
    let mut wrong = Vec::new();
    for (patterns, unless, texts) in CASES {
        let eyes = made(&[("always.patterns", patterns), ("always.unless", unless)]);
        for text in *texts {
            let plain = text.replace(['[', ']'], "");
            let wanted: Vec<_> = text
                .split('[')
                .skip(1)
                .map(|piece| ("always", piece.split(']').next().unwrap_or_default()))
                .collect();
            let found = found(&eyes, &plain);
            if found != wanted {
                wrong.push(format!("{patterns:?}: {text}: {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Each rule for itself: no other one takes its words away, its exceptions are its own, and the same words are marked in the order of
/// the rules.
#[test]
fn rules_do_not_meddle_with_each_other() {
    let eyes = made(&[
        ("label-insult.patterns", &["one two", "two three", "nine"]),
        ("always.patterns", &["two", "eight", "nine"]),
        ("always.unless", &["not"]),
    ]);
    for (text, wanted) in [
        (
            "one two three",
            vec![("label-insult", "one two three"), ("always", "two")],
        ),
        (
            "eight and nine",
            vec![("always", "eight"), ("label-insult", "nine"), ("always", "nine")],
        ),
        ("not nine", vec![("label-insult", "nine")]),
    ] {
        assert_eq!(found(&eyes, text), wanted, "{text}");
    }
}
