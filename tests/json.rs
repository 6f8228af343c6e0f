//! JSON as records hold it: the same as the usual reader and writer, to the byte.

#![allow(clippy::unwrap_used, reason = "tests")]

use serde::{Deserialize, Serialize};
use waymark::domain::json;
use waymark::domain::letters::{Copied, Draft};
use waymark::domain::{Answer, Answers};

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
struct Texts(Vec<String>);

/// Every character that JSON treats in a way of its own, and some that it does not.
fn characters() -> String {
    ('\0'..='\u{ff}')
        .chain("€\u{2028}\u{d7ff}\u{e000}\u{ffff}𝄞\u{10ffff}".chars())
        .collect()
}

#[test]
fn what_is_written_is_what_others_write() {
    let mut draft = Draft::default();
    draft.set("observed", characters());
    draft.copy = vec![Copied::default(), Copied::default()];
    draft.dismissed.insert("long:".to_owned());
    assert_eq!(
        json::write(&draft).unwrap(),
        serde_json::to_string(&draft).unwrap()
    );
    let mut answers = Answers::default();
    answers.set("text", Answer::Text(characters()));
    answers.set("none", Answer::Chosen(Vec::new()));
    answers.choose("one", "key");
    assert_eq!(
        json::write(&answers).unwrap(),
        serde_json::to_string(&answers).unwrap()
    );
    for number in [0, 7, 10, 99, 1_000_000, u64::MAX] {
        assert_eq!(json::write(&number).unwrap(), number.to_string());
        assert_eq!(json::read::<u64>(&number.to_string()).unwrap(), number);
    }
}

#[test]
fn what_is_read_is_what_others_read() {
    let texts = Texts(vec![String::new(), characters(), characters()]);
    assert_eq!(json::read::<Texts>(&json::write(&texts).unwrap()).unwrap(), texts);
    let inside = [
        r#""plain""#,
        r#""\u0041\n\t\r\b\f\/\\\"""#,
        r#""\ud834\udd1e""#,
        r#""\ud834""#,
        r#""\udd1e\ud834""#,
        r#""\ud834\u0041""#,
        r#""\ud834abdd1e""#,
        r#""\ud834\ndd1e""#,
        r#""\ud834édd1e""#,
        r#""\ud834\ud834""#,
        r#""\udd1e\udd1e""#,
        r#""\udc00\udc00""#,
        r#""\ud800\udc00\udbff\udfff\ud7ff\ue000""#,
        r#""\u00g0""#,
        r#""\u00""#,
        r#""\x""#,
        "\"\n\"",
        "\"open",
        "1",
        "null",
        "",
        r#""a" "b""#,
        r#""a",,"b""#,
        r#""a","#,
        r#" "a" , "b" "#,
        r#""a";"b""#,
        "[\"a\"]",
        "\u{a0}\"a\"",
        "\"a\"\u{feff}",
    ];
    for inside in inside {
        for (before, after) in [
            ("[", "]"),
            ("\n[ ", " ]\t"),
            ("[", ""),
            ("", "]"),
            ("[", "] x"),
            ("[", "]\u{0}x"),
            ("[[", "]]"),
            ("{", "}"),
        ] {
            let text = format!("{before}{inside}{after}");
            let usual = serde_json::from_str::<Texts>(&text).ok();
            assert_eq!(json::read::<Texts>(&text).ok(), usual, "{text}");
        }
    }
}

#[test]
fn what_is_not_known_is_passed_over_only_if_it_is_json() {
    let values = [
        "1",
        "-1",
        "0",
        "01",
        "-",
        "1.5",
        "1.",
        ".5",
        "1e9",
        "1E-9",
        "1e",
        "-0.0e+0",
        "+1",
        "1x",
        "true",
        "false",
        "null",
        "nul",
        "truer",
        "[]",
        "[1]",
        "[1,]",
        "[,]",
        "[1 2]",
        "{}",
        r#"{"a":1}"#,
        r#"{"a":1,}"#,
        r#"{"a"}"#,
        "{a:1}",
        r#"{"a":{"b":[[{}]]}}"#,
        "",
        "]",
        "}",
        "\"\u{1}\"",
        "'a'",
        "[[[[]]]",
        "NaN",
    ];
    for value in values {
        for text in [
            format!(r#"{{"later":{value}}}"#),
            format!(r#"{{"later" : {value} , "observed":"x"}}"#),
            format!(r#"{{"observed":"x","later":{value}"#),
        ] {
            let usual = serde_json::from_str::<Draft>(&text).ok();
            assert_eq!(json::read::<Draft>(&text).ok(), usual, "{text}");
        }
    }
    let answers = [
        r#"{"a":{"chosen":["x"]}}"#,
        r#"{"a":{"chosen":"x"}}"#,
        r#"{"a":{"text":"x","chosen":[]}}"#,
        r#"{"a":{}}"#,
        r#"{"a":{"text":1}}"#,
        r#"{"a":{"text":"x"},"a":{"text":"y"}}"#,
        "[]",
        "null",
    ];
    for text in answers {
        assert_eq!(
            json::read::<Answers>(text).ok(),
            serde_json::from_str(text).ok(),
            "{text}"
        );
    }
}

/// Sixty-four levels, whatever they are; what stands side by side goes no deeper.
#[test]
fn so_deep_and_no_deeper() {
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        for (levels, is_read) in [(1, true), (62, true), (63, false)] {
            let inside = format!("{}[]{}", open.repeat(levels), close.repeat(levels));
            let text = format!(r#"{{"later":{inside},"observed":"x"}}"#);
            assert_eq!(json::read::<Draft>(&text).is_ok(), is_read, "{levels} {open}");
        }
        let beside = vec![format!("{open}[]{close}"); 200].join(",");
        let text = format!(r#"{{"later":[{beside}],"observed":"x"}}"#);
        assert_eq!(
            json::read::<Draft>(&text).unwrap().text("observed"),
            "x",
            "{open}"
        );
    }
}

#[test]
fn no_depth_brings_it_down() {
    for open in ["[", r#"{"a":"#] {
        assert!(json::read::<Draft>(&format!(r#"{{"later":{}"#, open.repeat(1_000_000))).is_err());
    }
}
