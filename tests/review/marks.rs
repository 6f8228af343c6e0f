//! What is marked, to the letter: `tests/cases-review/marks.toml`; and where a part, a name or an address makes a difference.

use super::{draft, form, hints, keys, of_draft, of_part, words};
use waymark::domain::letters::{Draft, SUBJECT};
use waymark::domain::review::Hint;
use waymark::domain::review::addresses::{Known, Reach};
use waymark::domain::routing::MessageKind;

/// A text with its marks, `{rule:words}`.
fn marked(text: &str, hints: &[Hint]) -> String {
    let mut made = String::new();
    let mut from = 0;
    for hint in hints {
        let (before, found) = (&text[from..hint.start], &text[hint.start..hint.end]);
        for piece in [before, "{", hint.rule, ":", found, "}"] {
            made.push_str(piece);
        }
        from = hint.end;
    }
    made + &text[from..]
}

/// The same without them.
fn bare(marked: &str) -> String {
    let mut pieces = marked.split('{');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| {
        let (_, words) = piece.split_once(':').unwrap();
        text + &words.replacen('}', "", 1)
    })
}

#[test]
fn marks_stand_exactly_on_what_is_meant() {
    let table: toml::Table = include_str!("../cases-review/marks.toml").parse().unwrap();
    let mut wrong = Vec::new();
    for (part, cases) in &table {
        let part: &'static str = part.clone().leak();
        for case in cases.as_array().unwrap() {
            let case = case.as_str().unwrap();
            let text = bare(case);
            let found = marked(&text, &hints(part, &text));
            if found != case {
                wrong.push((case.to_owned(), found));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Those who write, receive or are copied may stand there, by their last name; nobody else, however much alike.
#[test]
fn only_those_who_belong_there_are_left_alone() {
    let writes = |text: &str| {
        draft("observed", text)
            .with("from-name", "Li Wei")
            .with("to-name", "Maria Lopez")
    };
    for (text, found) in [
        ("I saw Ana Lopez there.", None),
        ("I saw Maria Gomez there.", Some("Maria Gomez")),
        ("Ask wei@other.example.", None),
        // Two letters of a name stand in many addresses.
        ("Ask alice@other.example.", Some("alice@other.example")),
    ] {
        let hints = of_part(&writes(text), "observed");
        assert_eq!(hints.first().map(|hint| hint.found.as_str()), found, "{text}");
    }
}

#[test]
fn an_address_shows_how_many_read_it() {
    let known = Known::new(words());
    for (address, reach) in [
        ("kim@other.example", Reach::One),
        ("kim.wgroup@other.example", Reach::One),
        ("WG3@other.example", Reach::Group),
        ("kim@lists.other.example", Reach::Group),
        ("iso-tc-all@other.example", Reach::Group),
        ("secretariat@other.example", Reach::Mailbox),
        ("kim@secretariat.example", Reach::One),
        ("no address", Reach::One),
    ] {
        assert_eq!(known.reach(address), reach, "{address}");
    }
}

/// A rule that speaks all the time says nothing.
#[test]
fn a_rule_speaks_five_times_at_most() {
    let text = "That idiot left. ".repeat(9);
    assert_eq!(keys("observed", &text), ["label-insult"; 5]);
}

/// Words of two rules: both speak, in the order of the table.
#[test]
fn the_same_words_may_be_meant_by_two_rules() {
    let nothing = Draft::new(MessageKind::Email);
    assert_eq!(of_draft(&nothing), []);
    let found = hints(SUBJECT, "Maria Lopez and that idiot!!");
    let rules: Vec<_> = found.iter().map(|hint| hint.rule).collect();
    assert_eq!(rules, ["third-name", "label-insult", "exclamation"]);
}

/// What becomes long is marked where it does: behind so many words, or eight Chinese characters for five words.
#[test]
fn a_part_is_long_from_a_certain_word_on() {
    let most = form(&draft("observed", "")).long();
    for (unit, fit) in [("word ", most), ("字", most * 8 / 5)] {
        assert_eq!(keys("observed", &unit.repeat(fit)), Vec::<&str>::new(), "{unit}");
        let found = hints("observed", &unit.repeat(fit + 2));
        let places: Vec<_> = found
            .iter()
            .map(|hint| (hint.rule, hint.start, hint.end))
            .collect();
        let at = unit.len() * fit;
        assert_eq!(places, [("long", at, at)], "{unit}");
    }
}

/// Of a long sentence, so much around the words that they can be recognised.
#[test]
fn a_long_sentence_is_shown_around_the_words() {
    let (left, right) = ("é".repeat(300), "ü".repeat(300));
    let text = format!("Before. {left} that idiot {right}. After.");
    let found = &hints("observed", &text)[0];
    let wanted = format!("{} that idiot {}", "é".repeat(114), "ü".repeat(119));
    assert_eq!(found.sentence(&text), wanted);
    assert_eq!(found.found, "idiot");
}
