//! The names table and the learning copy: every name of the table goes, nothing else is touched, and what the table is
//! never goes along.

use waymark::domain::Answer;
use waymark::domain::case::Case;
use waymark::domain::fingerprint::{self, Inside};
use waymark::domain::handover::{self, Copy};
use waymark::domain::json;
use waymark::domain::learning::learning;
use waymark::domain::letters::{self, Addressee, Copied, Draft, Form, NAMES};
use waymark::domain::logs::{Kind, Log, Logs, Row};
use waymark::domain::names::{self, Finder, NAME, NamesError, STAND_IN};
use waymark::domain::routing::MessageKind;
use waymark::export::everything::{self, Held};
use waymark::export::handover as file;

#[allow(
    clippy::unwrap_used,
    reason = "a test that cannot read the content has nothing to say"
)]
mod support;
use support::words;

fn table(rows: &[(&str, &str)]) -> Vec<Row> {
    let row = |(stand_in, name): &(&str, &str)| {
        let mut row = Row::default();
        row.set(STAND_IN, stand_in);
        row.set(NAME, name);
        row
    };
    rows.iter().map(row).collect()
}

fn who() -> Vec<Row> {
    table(&[
        ("Person A", "Zoë Müller; Zoë; Ms Müller"),
        ("Person B", "Ann"),
        ("Person C", "Ann Lee"),
        ("Person D", "Lee Jones"),
        ("Person E", "שרה כהן"),
        ("Person F", "王小明"),
        ("Person G", "<b>Bo</b>"),
        ("Person H", "👩🏽‍⚖️ Kim"),
        ("Person I", "James"),
        ("Person J", "Łukasz Żak"),
        ("Person K", "ĐẶNG Văn"),
        ("Person L", "👩🏽‍⚖️"),
    ])
}

#[test]
fn every_name_of_the_table_is_replaced_and_nothing_else_is_touched() {
    for (text, expected) in [
        ("", ""),
        (
            "Nobody here.\n\t“Next!” 会議 🙂",
            "Nobody here.\n\t“Next!” 会議 🙂",
        ),
        ("Zoë Müller spoke.", "Person A spoke."),
        ("zoë müller, ZOË MÜLLER", "Person A, Person A"),
        ("Zoë\u{a0}Müller; Zoë \n  Müller.", "Person A; Person A."),
        ("Ms Müller (Zoë)", "Person A (Person A)"),
        ("Müller alone stays", "Müller alone stays"),
        // Whole words only, with accents that stand apart.
        (
            "Annex, Hanna, annual, Ann2, 2Ann",
            "Annex, Hanna, annual, Ann2, 2Ann",
        ),
        ("Ann\u{308}, Anné", "Ann\u{308}, Anné"),
        ("ann_lee-Ann/Ann.", "Person B_lee-Person B/Person B."),
        // The longest first, also where names overlap: no part of a name is left.
        ("Ann Lee and Ann", "Person C and Person B"),
        ("Ann Lee Jones", "Person C Person D"),
        ("Ann  Lee", "Person C"),
        // Possessives.
        (
            "Ann's, Ann’s, James', James’ and James's",
            "Person B's, Person B’s, Person I', Person I’ and Person I's",
        ),
        (
            "\u{201c}Ann\u{201d} 'Ann' (Ann)",
            "\u{201c}Person B\u{201d} 'Person B' (Person B)",
        ),
        // Other scripts, directions, marks that nobody sees.
        ("אמרה שרה כהן.", "אמרה Person E."),
        ("\u{202b}שרה\u{200f} כהן\u{202c}", "\u{202b}Person E\u{202c}"),
        ("王小明说，我和王小明", "Person F说，我和Person F"),
        ("Ł\u{ad}ukasz Żak, łUKASZ żAK", "Person J, Person J"),
        ("đặng văn", "Person K"),
        // Markup and emoji are text.
        ("<b>Bo</b> and <b>Bob</b>", "Person G and <b>Bob</b>"),
        ("👩🏽‍⚖️ Kim; Kim", "Person H; Kim"),
        ("a 👩🏽‍⚖️ told", "a Person L told"),
        // Two beside each other.
        ("Ann Ann\nZoë,Ann", "Person B Person B\nPerson A,Person B"),
        ("{1.5} {$name} Ann", "{1.5} {$name} Person B"),
    ] {
        assert_eq!(Finder::new(&who()).without_names(text), expected, "{text}");
    }
}

#[test]
fn what_was_found_is_counted_by_row_over_all_texts() {
    let mut finder = Finder::new(&who());
    for text in ["Ann, Zoë and Zoë Müller’s ann", "Ann Lee Jones", "nobody"] {
        let _ = finder.without_names(text);
    }
    assert_eq!(finder.times[..4], [2, 2, 1, 1]);
    assert!(finder.times[4..].iter().all(|times| *times == 0));
}

/// No name of the table is found a second time, in any arrangement of names and what may stand around them.
#[test]
fn nothing_is_left_to_find() {
    let spelled = [
        "Zoë Müller",
        "Zoë",
        "Ann",
        "Ann Lee",
        "Lee Jones",
        "שרה כהן",
        "王小明",
        "James",
    ];
    let around = ["", " ", "'s ", ", ", "\u{200b}", "x", "\n", "说"];
    let mut tried = 0;
    for one in spelled {
        for between in around {
            for other in spelled {
                for after in around {
                    let text = [one, between, other, after].concat();
                    let mut finder = Finder::new(&who());
                    let out = finder.without_names(&text);
                    let mut again = Finder::new(&who());
                    assert_eq!(again.without_names(&out), out, "{text:?}");
                    tried += 1;
                }
            }
        }
    }
    println!("{tried} texts");
}

#[test]
fn addresses_go_and_what_only_looks_like_one_stays() {
    for (text, expected) in [
        ("Write to zoe.mueller@example.org.", "Write to [-]."),
        (
            "<zoe@example.org>, mailto:ann+iso@example.org;",
            "<[-]>, mailto:[-];",
        ),
        ("Zoë (zoe@example.org) said: no", "Zoë ([-]) said: no"),
        ("用户@例子.广告 said", "[-] said"),
        ("a @ b, @home, home@, 3 @ 5", "a @ b, @home, home@, 3 @ 5"),
        ("", ""),
        ("  two\n\nlines ", "  two\n\nlines "),
    ] {
        assert_eq!(names::without_addresses(text, "[-]"), expected, "{text}");
    }
}

#[test]
fn the_next_stand_in_is_the_first_letter_that_is_free() {
    let of = |letters: &[&str]| {
        let rows: Vec<_> = letters.iter().map(|one| (*one, "N")).collect();
        names::next(words(), &table(&rows))
    };
    assert_eq!(of(&[]), "Person A");
    assert_eq!(of(&["Person A", "Person B"]), "Person C");
    assert_eq!(of(&["Person A", " person  b ", "The chair"]), "Person C");
    assert_eq!(of(&["Person A", "Person C"]), "Person B");
    let many: Vec<String> = (b'A'..=b'Z')
        .map(|letter| format!("Person {}", char::from(letter)))
        .collect();
    let mut many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(of(&many), "Person AA");
    many.push("Person AA");
    assert_eq!(of(&many), "Person AB");
}

#[test]
fn a_row_that_does_not_do_says_why_and_what_next() {
    use NamesError::{NameInStandIn, NoName, NoStandIn, SameName, SameStandIn};
    for (rows, expected) in [
        (&[("A", "Zoë")][..], None),
        (&[("A", "Zoë"), ("B", "Zoe")], None),
        (&[("", "Zoë")], Some(NoStandIn)),
        (&[("\u{200b} ", "Zoë")], Some(NoStandIn)),
        (&[("Person A", "Zoë"), ("person  a", "Ann")], Some(SameStandIn)),
        (&[("A", "")], Some(NoName)),
        (&[("A", " ; ;")], Some(NoName)),
        (&[("A", "Zoë"), ("B", "Ann; zoë ")], Some(SameName)),
        (&[("Zoë", "zoë")], Some(NameInStandIn)),
        (&[("Person A", "Zoë"), ("B", "Person")], Some(NameInStandIn)),
    ] {
        let rows = table(rows);
        assert_eq!(names::wrong(&rows, rows.len() - 1), expected, "{rows:?}");
    }
    assert_eq!(names::wrong(&[], 0), None);
    for wrong in [NoStandIn, SameStandIn, NoName, SameName, NameInStandIn] {
        for id in [wrong.id().to_owned(), format!("{}.next", wrong.id())] {
            assert!(words().get(&id).is_some(), "{id}");
        }
    }
}

#[test]
fn it_is_kept_with_the_case_and_older_cases_open_without_it() {
    let read = |name: &str| {
        let path = format!("{}/tests/vectors/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).unwrap_or_default()
    };
    let text = read("case-2-names.json");
    let case: Case = json::read(&text).unwrap_or_default();
    let expected = table(&[("Person A", "Zoë Müller; Zoë"), ("Person B", "<b>שרה</b> 🙂")]);
    assert_eq!(names::table(&case.logs), expected);
    assert_eq!(
        json::write(&case).unwrap_or_default(),
        text,
        "kept again as it was"
    );
    for older in ["schema-1-case.txt", "schema-2-case.txt", "released-2-case.txt"] {
        let record = read(older);
        let body = &record[record.find('{').unwrap_or(record.len())..];
        let case: Case = json::read(body).unwrap_or_default();
        assert!(!case.answers.is_empty(), "{older}");
        assert!(names::table(&case.logs).is_empty(), "{older}");
    }
    // An empty table leaves nothing behind, and rows without a word are no rows.
    let mut logs = Logs::default();
    names::set(&mut logs, vec![Row::default()]);
    assert!(logs.is_empty());
}

/// A case in which every name stands wherever something can be typed.
fn full() -> (Case, Vec<(String, Draft)>) {
    let said = |of: &str| format!("{of}: Zoë Müller’s friend ANN wrote to zoe@example.org");
    let mut case = Case::default();
    case.answers.set("since", Answer::Text(said("since")));
    case.answers.choose("stake", "saw");
    for log in Log::ALL {
        let mut rows = Vec::new();
        for date in ["2026-05-02", "2026-05-01"] {
            let mut row = Row::default();
            for column in log.columns() {
                match column.kind {
                    Kind::One(keys) | Kind::Many(keys) => row.set(column.id, keys[0]),
                    Kind::Date => row.set(column.id, date),
                    Kind::File => row.set(column.id, "mueller.pdf"),
                    Kind::Line | Kind::Text => row.set(column.id, &said(&format!("{} {date}x", column.id))),
                }
            }
            rows.push(row);
        }
        case.logs.set(log, rows);
    }
    names::set(&mut case.logs, who());
    let drafts = MessageKind::ALL.iter().map(|kind| {
        let mut draft = Draft::new(*kind);
        let form = Form::of(words(), *kind);
        let asked = form.rows().filter(|row| ["part", "field"].contains(&row.verb));
        for id in asked
            .map(letters::Row::id)
            .chain(NAMES.iter().copied())
            .chain(["subject", "account"])
        {
            draft.set(id, said(id));
        }
        for id in NAMES {
            draft.set(id, "Unlisted Person".to_owned());
        }
        draft.copy.push(Copied {
            party: Addressee::Tpm,
            name: "Unlisted Person".to_owned(),
            address: "unlisted@example.org".to_owned(),
        });
        (kind.key().to_owned(), draft)
    });
    (case, drafts.collect())
}

#[test]
fn a_learning_copy_holds_no_name_no_address_and_no_table() {
    let (case, drafts) = full();
    let all = handover::copy(&case, &drafts, |_| true);
    let (copy, times) = learning(&all, &who(), "[-]");
    let text = file::learning(words(), &copy);
    assert_eq!(fingerprint::inside(text.as_bytes()), Inside::Same);
    let small = text.to_lowercase();
    for gone in [
        "zoë",
        "müller",
        " ann",
        "unlisted",
        "@",
        "mueller",
        "\nwho is who",
        "2026-05-01\n",
        "2026-05-01:",
    ] {
        let near = small
            .find(gone)
            .map(|at| small[at..].chars().take(60).collect::<String>());
        assert_eq!(near, None, "{gone}");
    }
    let left_out = ["reference", "to-name", "person-role", "talk-date"];
    assert!(
        copy.drafts
            .iter()
            .all(|draft| left_out.iter().all(|id| draft.text(id).is_empty()))
    );
    assert!(text.contains("Person A’s friend Person B wrote to [-]"));
    assert!(text.starts_with(words().t("learning.text-title")));
    assert_eq!(times[0], times[1]);
    assert!(times[0] > 50, "{times:?}");
    assert_eq!(times[2..], vec![0; times.len() - 2]);
    // What was not words of the person stays, and the entries stand in the order that their dates had.
    assert_eq!(copy.answers.one("stake"), "saw");
    for log in Log::ALL {
        let rows = copy.logs.rows(log);
        let noted = |row: &Row| row.iter().any(|(_, text)| text.contains("2026-05-01x"));
        assert_eq!(rows.len(), 2);
        assert!(noted(&rows[0]) && !noted(&rows[1]), "{rows:?}");
    }
}

#[test]
fn without_a_table_a_learning_copy_says_what_was_said() {
    let mut case = Case::default();
    let mut row = Row::default();
    row.set("who", "The convenor");
    row.set("why", "To ask for <b>advice</b> 🙂");
    case.logs.set(Log::Told, vec![row]);
    let all = handover::copy(&case, &[], |_| true);
    let (copy, times) = learning(&all, &[], "[-]");
    assert_eq!((copy, times), (all, Vec::new()));
    assert_eq!(learning(&Copy::default(), &who(), "[-]").0, Copy::default());
}

#[test]
fn everything_that_was_typed_holds_the_table_too() {
    let (case, _) = full();
    let text = everything::write(words(), &[("Situation 1".to_owned(), Held::Case(case))]);
    assert!(
        text.contains("Who is who\n\nPerson A: Zoë Müller; Zoë; Ms Müller\nPerson B: Ann\n"),
        "{text}"
    );
}
