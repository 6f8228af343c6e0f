//! What the tests of letters share: the words, drafts filled with words that no frame holds, and looking at what leaves.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use waymark::domain::letters::{Addressee, Copied, Draft, Form, Letter, Manner, NAMES, Row};
use waymark::domain::routing::MessageKind;
use waymark::export::text;

pub use crate::support::words;

/// The form of a letter.
pub fn form(kind: MessageKind) -> Form {
    Form::of(words(), kind)
}

/// Every letter.
pub fn forms() -> impl Iterator<Item = Form> {
    MessageKind::ALL.iter().map(|kind| form(*kind))
}

/// What stands in a part in the tests: two paragraphs of words that no frame holds.
pub fn of_part(id: &str) -> String {
    let id = id.replace('-', "");
    format!("Z{id}one.\n\nZ{id}two.")
}

/// What stands in a field in the tests.
pub fn of_field(id: &str) -> String {
    format!("Q{}", id.replace('-', ""))
}

/// The ids of a form's rows with this verb.
pub fn ids(form: Form, verb: &str) -> Vec<&'static str> {
    form.rows().filter(|row| row.verb == verb).map(Row::id).collect()
}

/// A draft of which what the person wrote never stands in it: account and title.
pub fn empty(kind: MessageKind) -> Draft {
    let mut draft = Draft::new(kind).with("account", "Qaccount never leaves");
    "Qtitle never leaves".clone_into(&mut draft.title);
    draft
}

/// Fills in every part, every field and every name, and ticks everything.
pub fn fill(form: Form, draft: &mut Draft) {
    for part in form.parts() {
        draft.set(part, of_part(part));
    }
    for field in ids(form, "field")
        .iter()
        .chain(NAMES)
        .filter(|id| **id != "to-address")
    {
        draft.set(field, of_field(field));
    }
    tick_all(form, draft);
}

/// Ticks everything.
pub fn tick_all(form: Form, draft: &mut Draft) {
    for row in form.rows().filter(|row| row.verb == "ticks") {
        row.keys().for_each(|key| draft.tick(row.id(), key, true));
    }
}

/// Everybody there is, in copy.
pub fn everybody() -> Vec<Copied> {
    let all = Addressee::ALL.iter();
    all.map(|party| Copied {
        party: *party,
        name: format!("Qcopy{}", party.key().replace('-', "")),
        ..Copied::default()
    })
    .collect()
}

/// Each way to choose among what a letter lets one choose, left open included.
pub fn choices(form: Form) -> Vec<Vec<(&'static str, &'static str)>> {
    let mut all = vec![Vec::new()];
    for row in form.rows().filter(|row| row.verb == "choice") {
        let mut more = all.clone();
        for key in row.keys() {
            more.extend(all.iter().map(|chosen: &Vec<_>| {
                let mut chosen = chosen.clone();
                chosen.push((row.id(), key));
                chosen
            }));
        }
        all = more;
    }
    all
}

/// Everything that leaves, as text; not the stand-ins of the preview.
pub fn leaves(letter: &Letter) -> String {
    text::write(words(), letter)
}

/// Every piece of text of ours that may stand in a letter of this kind, the longest first.
fn frames(kind: MessageKind) -> &'static [String] {
    static ONCE: OnceLock<BTreeMap<&str, Vec<String>>> = OnceLock::new();
    let all = ONCE.get_or_init(|| {
        let made = |kind: &MessageKind| {
            let own = format!("letter.{}.", kind.key());
            let group = format!("letter.{}.", form(*kind).group());
            let shared = [
                own.as_str(),
                group.as_str(),
                "letter.frame.",
                "letter.label.",
                "letter.greeting.",
                "letter.closing.",
                "letter.person.",
                "compose.line.",
            ];
            let may = |id: &str| shared.iter().any(|start| id.starts_with(start)) || id.contains(".choice.");
            let mut pieces: Vec<String> = Vec::new();
            for (_, text) in words().iter().filter(|(id, _)| may(id)) {
                let cut = text.split("{$");
                let cut = cut.map(|piece| piece.split_once('}').map_or(piece, |(_, rest)| rest));
                pieces.extend(
                    cut.map(|piece| piece.trim().to_owned())
                        .filter(|piece| piece.len() > 1),
                );
            }
            pieces.sort_by_key(|piece| std::cmp::Reverse(piece.len()));
            pieces.dedup();
            (kind.key(), pieces)
        };
        MessageKind::ALL.iter().map(made).collect()
    });
    &all[kind.key()]
}

/// Takes away what was entered and what the frames say; the rest must be nothing.
pub fn left_over(draft: &Draft, sent: &str) -> String {
    let mut entered: Vec<&str> = draft.texts().map(|(_, text)| text).collect();
    entered.extend(draft.copy.iter().map(|copy| copy.name.as_str()));
    let mut entered: Vec<&str> = entered.iter().flat_map(|text| text.split("\n\n")).collect();
    entered.sort_by_key(|piece| std::cmp::Reverse(piece.len()));
    let mut rest = sent.to_owned();
    for piece in entered
        .into_iter()
        .filter(|piece| !piece.is_empty())
        .chain(frames(draft.kind).iter().map(String::as_str))
    {
        if rest.contains(piece) {
            rest = rest.replace(piece, "");
        }
    }
    rest.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Grammar and layout, which every letter has to get right.
pub fn reads_well(form: Form, draft: &Draft, letter: &Letter, sent: &str) {
    let show = || format!("{:?}\n{sent}", draft.kind);
    let who = words().t("letter.to.person-concerned");
    let stand_in = words().line(words().t("compose.line.to"), who);
    for bad in [
        "  ",
        "{",
        "}",
        "letter.",
        "compose.",
        "[",
        &stand_in,
        "Not chosen",
        "Qaccount",
        "Qtitle",
        "\n\n\n",
        " \n",
        ", ,",
        ",,",
        "..",
    ] {
        assert!(!sent.contains(bad), "{bad:?} in {}", show());
    }
    assert_eq!(letter.is_empty(), draft.is_empty(form), "{}", show());
    let mail = form.manner() == Manner::Mail;
    assert_eq!(!letter.greeting.is_empty(), mail, "{}", show());
    assert_eq!(!letter.subject.is_empty(), mail, "{}", show());
    assert!(!mail || letter.greeting.ends_with(','), "{}", show());
    for para in &letter.paragraphs {
        // One colon closes it, put there by the language of the letter.
        let name = para.label.strip_suffix(':');
        let fits = name.is_some_and(|name| !name.is_empty() && !name.ends_with([':', '.']));
        assert!(para.label.is_empty() || fits, "{}", show());
        for line in para.text.lines() {
            let labelled = line
                .split_once(": ")
                .is_some_and(|(_, value)| value.starts_with('Q'));
            let rule = line == "– – –";
            assert!(
                line.ends_with(['.', '?', ',']) || labelled || rule,
                "{line:?} in {}",
                show()
            );
            let begins = line.trim_start_matches("– ").chars().next().unwrap();
            assert!(begins.is_uppercase() || rule, "{line:?} in {}", show());
        }
    }
    // A label never stands alone, and none twice in a row.
    for pair in letter.paragraphs.windows(2) {
        assert!(
            pair[0].label.is_empty() || pair[0].label != pair[1].label,
            "{}",
            show()
        );
    }
    let names = [
        ("Qfromname", mail),
        ("Qfromrole", mail),
        ("Qtoname", mail),
        ("Qpersonname", form.is_about()),
        ("Qpersonrole", form.is_about()),
    ];
    for (name, may) in names {
        assert!(may || !sent.contains(name), "{name}, invariant 15: {}", show());
    }
    if draft.is_empty(form) {
        assert!(
            letter.paragraphs.is_empty() && !sent.contains("Qperson"),
            "{}",
            show()
        );
    }
}

/// The sentence of ours with this id, as a letter has it.
pub fn said(form: Form, id: &str) -> &'static str {
    let own = [form.kind.key(), form.group(), "frame"];
    own.into_iter()
        .find_map(|of| words().get(&format!("letter.{of}.{id}")))
        .unwrap()
}
