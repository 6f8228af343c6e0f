//! The hand-over copy: it holds what was ticked and nothing else, comes back as it went out (here), believes no file (`refused`),
//! shows what goes along before it leaves (`preview`), and is its sender's account for whoever opens it (`received`).

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

#[path = "handover/preview.rs"]
mod preview;
#[path = "handover/received.rs"]
mod received;
#[path = "handover/refused.rs"]
mod refused;
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
