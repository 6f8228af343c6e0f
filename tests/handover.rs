//! The hand-over copy: it holds what was ticked and nothing else, comes back as it went out, and believes no file.

use waymark::domain::case::Case;
use waymark::domain::fingerprint::{self, Inside};
use waymark::domain::handover::{self, Copy, HandoverError, MOST_BYTES, Part};
use waymark::domain::lens::Lens;
use waymark::domain::letters::{ACCOUNT, Addressee, Copied, Draft, Form, addressee_name};
use waymark::domain::logs::{Log, Row};
use waymark::domain::names;
use waymark::domain::questions;
use waymark::domain::routing::MessageKind;
use waymark::domain::{Answer, Answers};
use waymark::export::handover as file;

#[allow(
    clippy::unwrap_used,
    reason = "a test that cannot read the content has nothing to say"
)]
mod support;

/// A word that stands in one place only.
fn mark(at: usize) -> String {
    format!("Mark{at:03}x")
}

fn row(log: Log, at: usize) -> Row {
    let mut row = Row::default();
    for (place, column) in log.columns().iter().enumerate() {
        use waymark::domain::logs::Kind::{Date, File, Line, Many, One, Text};
        match column.kind {
            Line | Text | Date | File => row.set(column.id, &mark(at + place)),
            One(keys) | Many(keys) => row.set(column.id, keys[0]),
        }
    }
    row
}

fn drafts() -> Vec<(String, Draft)> {
    [400, 420]
        .into_iter()
        .map(|at| {
            let mut draft = Draft::new(MessageKind::Email);
            "k3m9x2p7qa".clone_into(&mut draft.case);
            "OwnName".clone_into(&mut draft.title);
            draft.set(ACCOUNT, "OwnAccount".to_owned());
            draft.set("to-name", mark(at));
            draft.set("observed", mark(at + 1));
            draft.dismissed.insert("OwnHint".to_owned());
            (format!("d{at}"), draft)
        })
        .collect()
}

fn case() -> Case {
    let mut case = Case {
        lens: Lens::Respond,
        ..Case::default()
    };
    case.answers.choose("stake", "saw");
    case.answers.choose("first", "spoke-unsettled");
    case.answers.choose("record", "own");
    case.answers.set("since", Answer::Text(mark(1)));
    for (place, log) in Log::ALL.into_iter().enumerate() {
        let rows = (0..3).map(|at| row(log, 100 * (place + 1) + 30 * at)).collect();
        case.logs.set(log, rows);
    }
    let who = |at: usize| {
        let mut row = Row::default();
        row.set(names::STAND_IN, &mark(at));
        row.set(names::NAME, &mark(at + 1));
        row
    };
    names::set(&mut case.logs, vec![who(450), who(460)]);
    case
}

/// Every part that can be ticked.
fn parts() -> Vec<Part<'static>> {
    let answers = ["stake", "first", "record", "since"].map(Part::Answer);
    let rows = Log::ALL
        .into_iter()
        .flat_map(|log| (0..3).map(move |at| Part::Row(log, at)));
    let drafts = ["d400", "d420"].map(Part::Draft);
    answers
        .into_iter()
        .chain(rows)
        .chain(drafts)
        .chain([Part::Names])
        .collect()
}

fn copied(ticked: &[Part<'_>]) -> Copy {
    handover::copy(&case(), &drafts(), |part| ticked.contains(&part))
}

#[test]
fn nothing_ticked_is_nothing() {
    let copy = copied(&[]);
    assert!(copy.is_empty());
    assert_eq!(copy, Copy::default());
}

#[test]
fn each_part_alone_comes_with_its_own_words_and_nobody_elses() {
    let whole = handover::write(&copied(&parts()), "");
    let marks: Vec<String> = (0..500).map(mark).filter(|mark| whole.contains(mark)).collect();
    let mut met = Vec::new();
    for part in parts() {
        let copy = copied(&[part]);
        assert!(!copy.is_empty(), "{part:?}");
        let text = handover::write(&copy, "note");
        met.extend(marks.iter().filter(|mark| text.contains(*mark)).cloned());
        let others = parts()
            .into_iter()
            .filter(|other| *other != part)
            .collect::<Vec<_>>();
        let rest = handover::write(&copied(&others), "note");
        let both = marks
            .iter()
            .find(|mark| text.contains(*mark) && rest.contains(*mark));
        assert_eq!(both, None, "{part:?}");
    }
    met.sort();
    assert_eq!(met, marks, "each mark came with one part, once");
}

#[test]
fn what_never_leaves_is_in_no_copy() {
    let text = handover::write(&copied(&parts()), "note");
    for stays in [
        "OwnName",
        "OwnAccount",
        "OwnHint",
        "k3m9x2p7qa",
        "d400",
        "respond",
    ] {
        assert!(!text.contains(stays), "{stays} in {text}");
    }
}

/// Over the bytes of every file that can leave: as data and as text.
#[test]
fn no_row_of_the_names_table_leaves_unless_it_is_ticked() {
    let rows = [450, 451, 460, 461].map(mark);
    let whole = support::words();
    let out = |copy: &Copy| {
        [
            handover::write(copy, "note"),
            file::text(whole, copy),
            file::inside(whole, copy),
        ]
    };
    let all: Vec<_> = parts().into_iter().filter(|part| *part != Part::Names).collect();
    for ticked in (0..=all.len()).flat_map(|end| [all[..end].to_vec(), all[end..].to_vec()]) {
        for text in out(&copied(&ticked)) {
            assert!(!rows.iter().any(|row| text.contains(row)), "{text}");
            assert!(!text.contains("\"names\""), "{text}");
        }
    }
    for text in out(&copied(&[Part::Names])) {
        assert!(rows.iter().all(|row| text.contains(row)), "{text}");
    }
}

#[test]
fn every_choice_of_parts_comes_back_as_it_went_out() {
    let all = parts();
    for seed in 0..(1_u32 << 10) {
        let chosen: Vec<_> = all
            .iter()
            .enumerate()
            .filter(|(at, _)| seed.wrapping_mul(2_654_435_761) >> (at % 16 + 8) & 1 == 1)
            .map(|(_, part)| *part)
            .collect();
        let copy = copied(&chosen);
        let text = handover::write(&copy, "A note: “plain” words\n{\"format\":\"other\"}");
        assert_eq!(handover::read(text.as_bytes()), Ok(copy.clone()));
        for lens in Lens::ALL {
            let made = copy.case(lens);
            assert_eq!(
                (made.lens, &made.answers, &made.logs),
                (lens, &copy.answers, &copy.logs)
            );
        }
    }
}

#[test]
fn the_form_of_a_file_is_fixed() {
    let mut case = Case::default();
    case.answers.choose("stake", "saw");
    let mut row = Row::default();
    row.set("who", "<b>Zoë</b> 🙂");
    row.set("what", "name details");
    case.logs.set(Log::Told, vec![row]);
    let copy = handover::copy(&case, &[], |_| true);
    let text = handover::write(&copy, "What this is.");
    assert_eq!(
        text,
        "{\"format\":\"waymark-handover\",\"version\":1,\"note\":\"What this is.\",\
         \"answers\":{\"stake\":{\"chosen\":[\"saw\"]}},\
         \"logs\":{\"told\":[{\"what\":\"name details\",\"who\":\"<b>Zoë</b> 🙂\"}]},\"drafts\":[],\"waymark-sha256\":\"@\"}"
            .replace('@', &fingerprint::of(&text.as_bytes()[..text.find("waymark-sha256").unwrap_or(0)]))
    );
    assert_eq!(fingerprint::inside(text.as_bytes()), Inside::Same);
    // An editor may have put a mark at its beginning, spaces and line ends.
    let edited = format!("\u{feff}{}\r\n", text.replace(",\"version\"", ",\n  \"version\""));
    assert_eq!(handover::read(edited.as_bytes()), Ok(copy));
}

fn file(inner: &str) -> String {
    format!("{{\"format\":\"waymark-handover\",\"version\":1,{inner}}}")
}

#[test]
#[allow(clippy::too_many_lines, reason = "a table")]
fn a_file_that_is_not_as_ours_is_refused_with_the_reason() {
    use HandoverError::{Damaged, Newer, NotOurs, TooBig};
    let deep = |open: &str, close: &str, times| {
        file(&format!(
            "\"note\":{}1{}",
            open.repeat(times),
            close.repeat(times)
        ))
    };
    let rows = |count: usize| {
        file(&format!(
            "\"logs\":{{\"told\":[{}]}}",
            ["{\"who\":\"A\"}"; 1].repeat(count).join(",")
        ))
    };
    let keys = |count: usize| {
        let all: Vec<String> = (0..count)
            .rev()
            .map(|at| format!("\"q{at}\":{{\"text\":\"\"}}"))
            .collect();
        file(&format!("\"answers\":{{{}}}", all.join(",")))
    };
    let whole = handover::write(&copied(&parts()), "note");
    let cases: Vec<(&str, String, HandoverError)> = vec![
        ("nothing", String::new(), NotOurs),
        ("words", "Dear all,".to_owned(), NotOurs),
        (
            "a web page",
            "<!doctype html><script>alert(1)</script>".to_owned(),
            NotOurs,
        ),
        ("a list", "[]".to_owned(), NotOurs),
        ("null", "null".to_owned(), NotOurs),
        ("another object", "{}".to_owned(), NotOurs),
        (
            "another format",
            "{\"format\":\"other\",\"version\":1}".to_owned(),
            NotOurs,
        ),
        ("a format that is a number", "{\"format\":1}".to_owned(), NotOurs),
        (
            "a record of ours",
            "waymark-record 2 case 1 1 0123456789abcdef\nA\n{}".to_owned(),
            NotOurs,
        ),
        (
            "newer",
            file("\"drafts\":\"another shape\"").replace(":1,", ":2,"),
            Newer,
        ),
        (
            "much newer",
            file("\"answers\":{}").replace(":1,", ":18446744073709551615,"),
            Newer,
        ),
        (
            "no version",
            "{\"format\":\"waymark-handover\"}".to_owned(),
            Damaged,
        ),
        (
            "a version in words",
            file("\"note\":\"\"").replace(":1,", ":\"1\","),
            Damaged,
        ),
        (
            "a negative version",
            file("\"note\":\"\"").replace(":1,", ":-1,"),
            Damaged,
        ),
        (
            "a broken version",
            file("\"note\":\"\"").replace(":1,", ":1.5,"),
            Damaged,
        ),
        ("cut off", whole[..whole.len() / 2].to_owned(), Damaged),
        ("something behind it", format!("{whole}{{}}"), Damaged),
        ("answers that are a list", file("\"answers\":[]"), Damaged),
        (
            "answers that are numbers",
            file("\"answers\":{\"stake\":1}"),
            Damaged,
        ),
        (
            "an answer of both kinds",
            file("\"answers\":{\"stake\":{\"text\":\"a\",\"chosen\":[]}}"),
            Damaged,
        ),
        (
            "a row that is a text",
            file("\"logs\":{\"told\":[\"row\"]}"),
            Damaged,
        ),
        (
            "a row of numbers",
            file("\"logs\":{\"told\":[{\"who\":1}]}"),
            Damaged,
        ),
        ("drafts that are a text", file("\"drafts\":\"<b>\""), Damaged),
        ("a draft that is null", file("\"drafts\":[null]"), Damaged),
        (
            "half a pair",
            file("\"answers\":{\"since\":{\"text\":\"\\ud800\"}}"),
            Damaged,
        ),
        ("a field twice", file("\"answers\":{},\"answers\":{}"), Damaged),
        ("the format twice", file("\"format\":\"other\""), Damaged),
        (
            "a question twice",
            file("\"answers\":{\"since\":{\"text\":\"a\"},\"since\":{\"text\":\"b\"}}"),
            Damaged,
        ),
        (
            "a column twice",
            file("\"logs\":{\"told\":[{\"who\":\"a\",\"who\":\"b\"}]}"),
            Damaged,
        ),
        ("a log twice", file("\"logs\":{\"told\":[],\"told\":[]}"), Damaged),
        (
            "a part of a draft twice",
            file("\"drafts\":[{\"ask\":\"a\",\"ask\":\"b\"}]"),
            Damaged,
        ),
        (
            "answers nested deep",
            file(&format!(
                "\"answers\":{{\"a\":{}",
                "{\"chosen\":[".repeat(100_000)
            )),
            Damaged,
        ),
        ("more keys than anybody answers", keys(100_000), Damaged),
        ("more rows than anybody writes", rows(1001), TooBig),
        (
            "more names than anybody writes",
            rows(1001).replace("told", "names"),
            TooBig,
        ),
        (
            "a text without end",
            file(&format!(
                "\"answers\":{{\"since\":{{\"text\":\"{}\"}}}}",
                "a".repeat(1_000_000)
            )),
            TooBig,
        ),
        ("larger than any copy", " ".repeat(MOST_BYTES + 1), TooBig),
    ];
    for (name, text, error) in &cases {
        assert_eq!(handover::read(text.as_bytes()).as_ref(), Err(error), "{name}");
    }
    assert_eq!(handover::read(&[0xff, 0xfe, 0x00]), Err(NotOurs));
    // Deep nesting is refused without harm, even where nothing is expected.
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let read = handover::read(deep(open, close, 200_000).as_bytes());
        assert!(read.is_err());
    }
    println!("{} files refused", cases.len());
}

/// Whatever is handed over as a file can be opened: what is more than the reader takes is refused before, and a little less is not.
#[test]
fn what_could_not_be_opened_is_not_made() {
    let with = |rows: usize, text: usize| {
        let mut case = case();
        let mut row = Row::default();
        row.set("who", &"a".repeat(text));
        case.logs.set(Log::Told, vec![row; rows]);
        let ticked = (0..rows).map(|at| Part::Row(Log::Told, at)).collect::<Vec<_>>();
        handover::copy(&case, &[], |part| ticked.contains(&part))
    };
    for (rows, text, fits) in [
        (1, 1, true),
        (1, 200_000, true),
        (1, 200_001, false),
        (1000, 10, true),
        (1001, 10, false),
        (40, 199_000, true),
        // Each of them would do, and all together are larger than any file that is read.
        (45, 199_000, false),
    ] {
        let copy = with(rows, text);
        let made = handover::made(&copy, "note");
        assert_eq!(made.is_ok(), fits, "{rows} rows of {text}");
        let opened = handover::read(handover::write(&copy, "note").as_bytes());
        assert_eq!(opened.is_ok(), fits, "{rows} rows of {text}");
        match made {
            Ok(text) => assert_eq!(handover::read(text.as_bytes()), Ok(copy)),
            Err(error) => assert_eq!(error, HandoverError::TooMuch),
        }
    }
}

#[test]
fn no_changed_byte_breaks_the_reader() {
    let whole = handover::write(&copied(&parts()), "note");
    for at in 0..whole.len() {
        for byte in [b'"', b'{', b'\\', 0, 0xff] {
            let mut bytes = whole.clone().into_bytes();
            bytes[at] = byte;
            let _ = handover::read(&bytes);
        }
        let _ = handover::read(&whole.as_bytes()[..at]);
    }
}

#[test]
fn what_this_guide_would_not_show_is_left_out() {
    let text = file(
        "\"note\":\"<img src=x onerror=alert(1)>\",\"lens\":\"handle\",\"title\":\"T\",\
         \"answers\":{\"stake\":{\"chosen\":[\"saw\",\"<b>\"]},\"raiser\":{\"chosen\":[\"<script>\"]},\"setting\":{\"text\":\"a\"},\
         \"hidden\":{\"text\":\"H\"},\"since\":{\"text\":\"<b>since</b>\"}},\
         \"logs\":{\"told\":[{\"who\":\"<i>Zoë</i>\",\"what\":\"name H\",\"hidden\":\"H\"},{\"hidden\":\"H\"}],\"secret\":[{\"a\":\"H\"}],\"names\":[{\"name\":\"<i>N</i>\",\"hidden\":\"H\"},{\"hidden\":\"H\"}],\
         \"steps\":[{\"what\":\"H\",\"ended\":\"again\"}]},\
         \"drafts\":[{\"account\":\"H\",\"title\":\"H\",\"case\":\"H\",\"hidden\":{\"H\":[1]},\"ask\":\"<u>ask</u>\"}]",
    );
    let copy = handover::read(text.as_bytes()).unwrap();
    let mut answers = Answers::default();
    answers.choose("stake", "saw");
    answers.set("since", Answer::Text("<b>since</b>".to_owned()));
    assert_eq!(copy.answers, answers);
    assert_eq!(copy.logs.rows(Log::Told).len(), 1);
    assert_eq!(
        copy.logs.rows(Log::Told)[0].get("who"),
        "<i>Zoë</i>",
        "text stays text"
    );
    assert_eq!(
        copy.logs.rows(Log::Steps)[0].iter().collect::<Vec<_>>(),
        [("ended", "again")]
    );
    let rows = names::table(&copy.logs).iter().flat_map(Row::iter);
    assert_eq!(rows.collect::<Vec<_>>(), [("name", "<i>N</i>")]);
    assert_eq!(copy.drafts[0].text("ask"), "<u>ask</u>");
    let again = handover::write(&copy, "");
    assert!(!again.contains("\"H\"") && !again.contains("hidden"), "{again}");
}

/// All that a message takes along: as what somebody receives it, who is addressed beside them, who is in copy.
#[test]
fn the_preview_shows_who_receives_a_message() {
    let words = support::words();
    let mut request = Draft::new(MessageKind::NsbLeaders).with("tried", "We talked.");
    request.to_party = Addressee::CommitteeLeadership;
    let beside = |party, address: &str| Copied {
        party,
        name: String::new(),
        address: address.to_owned(),
    };
    request.copy = vec![beside(Addressee::Tpm, "")];
    let mut formal = Draft::new(MessageKind::NsbRequest).with("observed", "Four interruptions.");
    formal.to_party = Addressee::OwnNsb;
    formal.copy = vec![beside(Addressee::Tpm, "tpm@iso.example")];
    let drafts = [("d1".to_owned(), request), ("d2".to_owned(), formal)];
    let copy = handover::copy(&Case::default(), &drafts, |_| true);
    let text = file::inside(words, &copy);
    let called = |one| addressee_name(words, one);
    let tpm = called(Addressee::Tpm);
    for expected in [
        format!("Who receives it?\n{}\n", called(Addressee::CommitteeLeadership)),
        format!("Who else is addressed?\n{tpm}\n"),
        format!("Who receives it?\n{}\n", called(Addressee::OwnNsb)),
        format!("Copy:\n{tpm}\ntpm@iso.example\n"),
    ] {
        assert!(text.contains(&expected), "{expected} in {text}");
    }
}

/// In no language does a colon stand behind a question mark, and each label is closed as that language closes it.
#[test]
fn a_label_that_asks_has_no_colon() {
    let mut case = case();
    for question in questions::ALL.iter().copied().flatten() {
        if let Some(first) = question.options().first() {
            case.answers.choose(question.id, first);
        }
    }
    for (locale, words) in support::languages() {
        let drafts = MessageKind::ALL.iter().map(|kind| {
            let form = Form::of(words, *kind);
            let mut draft = Draft::new(*kind).with("to-name", "A");
            for row in form.rows().filter(|row| row.asks()) {
                draft.set(row.id(), "x".to_owned());
                for key in row.keys() {
                    draft.tick(row.id(), key, true);
                    draft.choose(row.id(), key);
                }
            }
            (kind.key().to_owned(), draft)
        });
        let drafts: Vec<_> = drafts.collect();
        let copy = handover::copy(&case, &drafts, |_| true);
        let text = file::inside(words, &copy).replace(['\u{a0}', ' '], "");
        for mark in ["?", "\u{61f}", "\u{ff1f}"] {
            for colon in [":", "\u{ff1a}"] {
                let both = [mark, colon].concat();
                assert!(!text.contains(&both), "{}: {both}", locale.tag);
            }
        }
        let colon = match locale.tag.as_str() {
            "fr" => "\u{a0}:\n",
            "zh" => "\u{ff1a}\n",
            _ => ":\n",
        };
        assert!(
            file::inside(words, &copy).matches(colon).count() > 50,
            "{}",
            locale.tag
        );
    }
}
