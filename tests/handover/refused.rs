//! What is no copy of ours, or more than one may be: refused with the reason, and never made.

use super::*;

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
