//! Everything that somebody typed, as one readable text: the way out when the browser keeps nothing.
//!
//! In: words and what is held. Out: one text with every answer and every field of every draft, in the person's own words.

use super::{logs, names};
use crate::document::Route;
use crate::document::answers::{Interview, Row, answers, of_senders};
use crate::domain::case::Case;
use crate::domain::letters::{
    ACCOUNT, Addressee, Draft, Form, Manner, NAMES, SUBJECT, addressee_name, input_words, kind_words, option,
    part_words, tick,
};
use crate::domain::logs::{Log, Logs};
use crate::domain::questions::{ASSESS, HANDLE, RECORD, RESPOND, SITUATION};
use crate::domain::{Lens, Words, fingerprint, names as table};

/// Name of the file; it says nothing about anybody.
pub const FILE_NAME: &str = "waymark-notes.txt";

/// One record of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// The answers about one situation, and its logs.
    Case(Case),
    /// A message in the making.
    Draft(Box<Draft>),
    /// What was chosen on practice cards: their titles and the sentences.
    Practice(Vec<(&'static str, &'static str)>),
}

/// The text. Each record stands under its name.
#[must_use]
pub fn write(words: &Words, records: &[(String, Held)]) -> String {
    let mut out = String::new();
    for (title, held) in records {
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        lines(&mut out, &["== ", title, " =="]);
        match held {
            Held::Case(given) => case(&mut out, words, given),
            Held::Draft(made) => draft(&mut out, words, made),
            Held::Practice(chosen) => {
                for (title, sentence) in chosen {
                    entry(&mut out, words, title, sentence);
                }
            }
        }
    }
    lines(&mut out, &["\n\n", words.t("fingerprint.foot")]);
    fingerprint::signed(out)
}

/// The lists of questions whose answers a case can hold, with the way to each.
pub const INTERVIEWS: &[Interview<'static>] = &[
    (SITUATION, Route::SituationQuestion),
    (ASSESS, Route::AssessQuestion),
    (RECORD, |_| Route::Log(Log::Steps)),
    (RESPOND, |id| Route::LensQuestion(Lens::Respond, id)),
    (HANDLE, |id| Route::LensQuestion(Lens::Handle, id)),
];

fn case(out: &mut String, words: &Words, given: &Case) {
    let rows = answers(words, INTERVIEWS, &given.answers);
    answered(out, words, &rows.used);
    answered(out, words, &rows.aside);
    let mut texts = senders(words, &given.logs);
    for log in Log::ALL {
        texts.push(logs::write(words, log, given.logs.rows(log)));
    }
    texts.push(names::write(words, table::table(&given.logs)));
    for text in texts {
        if !text.is_empty() {
            lines(out, &["\n", &text]);
        }
    }
}

/// What senders of hand-over copies answered, a text each.
pub(super) fn senders(words: &Words, logs: &Logs) -> Vec<String> {
    let mut all = Vec::new();
    for told in of_senders(words, INTERVIEWS, logs) {
        let mut out = [told.title, "\n", words.t("handover.sender-note"), "\n"].concat();
        answered(&mut out, words, &told.rows);
        all.push(out);
    }
    all
}

fn answered(out: &mut String, words: &Words, rows: &[Row]) {
    for row in rows {
        entry(out, words, row.name, &row.answer.join("\n"));
    }
}

/// A draft: every field that holds a word.
pub(super) fn draft(out: &mut String, words: &Words, draft: &Draft) {
    let form = Form::of(words, draft.kind);
    lines(out, &[kind_words(words, draft.kind).name]);
    let field = |out: &mut String, id: &str| {
        entry(
            out,
            words,
            input_words(words, form, "field", id).label,
            draft.text(id),
        );
    };
    field(out, ACCOUNT);
    for row in form.rows().filter(|row| row.asks()) {
        let id = row.id();
        match row.verb {
            "part" => {
                let given = part_words(words, form, id);
                let chosen = given.choices.iter().find(|(key, _)| *key == draft.choice(id));
                entry(
                    out,
                    words,
                    given.label,
                    chosen.map_or("", |(_, sentence)| sentence),
                );
                entry(out, words, given.label, draft.text(id));
            }
            "field" => field(out, id),
            verb => {
                let label = input_words(words, form, verb, id).label;
                for key in row.keys() {
                    if draft.choice(id) == key {
                        entry(out, words, label, option(words, form, id, key));
                    } else if draft.ticked(id, key) {
                        entry(out, words, label, tick(words, form, id, key));
                    }
                }
            }
        }
    }
    entry(
        out,
        words,
        part_words(words, form, SUBJECT).label,
        draft.text(SUBJECT),
    );
    for one in NAMES {
        field(out, one);
    }
    receivers(out, words, form, draft);
}

/// As what somebody receives it, and who else does: what is chosen, not typed.
fn receivers(out: &mut String, words: &Words, form: Form, draft: &Draft) {
    let to = form.addressee(draft);
    if form.manner() != Manner::Sheet && to != Addressee::Unchosen {
        entry(out, words, words.t("write.to-whom"), addressee_name(words, to));
    }
    let also = form.also(draft);
    for copy in &draft.copy {
        let label = if also.contains(&copy.party) {
            "write.also"
        } else {
            "compose.line.copy"
        };
        let given = [addressee_name(words, copy.party), &copy.name, &copy.address];
        let given: Vec<&str> = given.into_iter().filter(|given| !given.is_empty()).collect();
        entry(out, words, words.t(label), &given.join("\n"));
    }
}

/// A label and what was said.
pub(super) fn entry(out: &mut String, words: &Words, label: &str, text: &str) {
    if !text.trim().is_empty() {
        lines(out, &["\n", &words.labelled(label), "\n", text]);
    }
}

fn lines(out: &mut String, pieces: &[&str]) {
    for piece in pieces {
        out.push_str(piece);
    }
    out.push('\n');
}
