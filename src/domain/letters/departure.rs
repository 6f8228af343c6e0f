//! The departure check: before anything leaves, what it is, to whom, by which way, what they will learn, what to look at
//! once more. It never blocks.
//!
//! In: a [`Draft`]. Out: a [`Departure`] of word ids under `departure.`.

use super::{Addressee, Draft, Form, Letter, Manner, address, clean, composed, given};
use crate::domain::Words;
use crate::domain::alphabet::lowercase;
use crate::domain::lens::Lens;
use crate::domain::review::addresses::{self, Known, Reach};
use crate::domain::routing::MessageKind;

/// A way out. Words: `departure.way.<key>` (`name`, `text`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The clipboard.
    Copy,
    /// A file that opens as an unsent message.
    Eml,
    /// A link that opens the mail program; only under the length that mail programs keep.
    Mailto,
    /// A plain text file.
    Text,
    /// Paper, or PDF.
    Print,
}

impl Way {
    /// Its key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::Eml => "eml",
            Self::Mailto => "mailto",
            Self::Text => "text",
            Self::Print => "print",
        }
    }
}

/// The ways that fit: what is spoken, and what is for the file, is not mailed.
#[must_use]
pub fn ways(form: Form) -> &'static [Way] {
    if form.manner() == Manner::Mail {
        &[Way::Eml, Way::Mailto, Way::Copy, Way::Text, Way::Print]
    } else {
        &[Way::Print, Way::Text, Way::Copy]
    }
}

/// Something to look at before it leaves. Words: `departure.caution.<key>` (`title`, `text`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caution {
    /// Its key.
    pub key: &'static str,
    /// The words it is about, or empty.
    pub found: String,
}

/// The whole check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Departure {
    /// What leaves.
    pub letter: Letter,
    /// As what the recipient receives it.
    pub to: Addressee,
    /// Those in copy.
    pub copy: Vec<Addressee>,
    /// The ways that fit.
    pub ways: &'static [Way],
    /// What they will learn: ids under `departure.learns.`.
    pub learns: Vec<&'static str>,
    /// What to look at once more.
    pub cautions: Vec<Caution>,
}

/// Makes the check.
#[must_use]
pub fn departure(words: &Words, draft: &Draft) -> Departure {
    let form = Form::of(words, draft.kind);
    let letter = composed(words, form, draft);
    Departure {
        learns: learns(draft, form, &letter),
        cautions: cautions(words, draft, form, &letter),
        to: form.addressee(draft),
        copy: draft.copies(form).iter().map(|copy| copy.party).collect(),
        ways: ways(form),
        letter,
    }
}

/// What they will learn, and what they may do with it (3.2, 4.1.3, 4.1.5, 4.2.1, 4.3.1).
fn learns(draft: &Draft, form: Form, letter: &Letter) -> Vec<&'static str> {
    let mut ids = Vec::new();
    let to = form.addressee(draft);
    let mail = form.manner() == Manner::Mail;
    match form.manner() {
        Manner::Mail if letter.from.is_empty() => ids.push("departure.learns.address"),
        Manner::Mail if form.lens() == Lens::Raise => ids.push("departure.learns.name"),
        Manner::Mail => ids.push("departure.learns.writer"),
        Manner::Spoken => ids.push("departure.learns.spoken"),
        Manner::Sheet => ids.push("departure.learns.sheet"),
    }
    if draft.kind == MessageKind::Meeting {
        ids.push("departure.learns.room");
    }
    ids.push("departure.learns.words");
    if form.is_about() && given(draft.text("person-name")) {
        ids.push("departure.learns.person");
    }
    if mail {
        ids.push("departure.learns.forward");
    }
    let copied = |party| {
        draft
            .copies(form)
            .iter()
            .chain(&draft.also(form))
            .any(|copy| copy.party == party)
    };
    if to == Addressee::Tpm || copied(Addressee::Tpm) {
        ids.push("departure.learns.tpm");
    }
    if draft.kind == MessageKind::Confirm && !draft.copies(form).is_empty() {
        ids.push("departure.learns.nsbs");
    }
    let nsb = matches!(to, Addressee::OwnNsb | Addressee::UninvolvedOfficer);
    if nsb && form.is_about() && form.lens() == Lens::Raise && draft.kind != MessageKind::Help {
        ids.extend(["departure.learns.onward", "departure.learns.response"]);
    }
    match to {
        Addressee::Tmb => ids.push("departure.learns.tmb"),
        Addressee::TheirNsb | Addressee::LiaisonOrganization => ids.push("departure.learns.their-side"),
        _ => {}
    }
    ids
}

fn cautions(words: &Words, draft: &Draft, form: Form, letter: &Letter) -> Vec<Caution> {
    let mut all = Vec::new();
    let mut add = |key, found: &str| {
        all.push(Caution {
            key,
            found: found.to_owned(),
        });
    };
    if letter.is_empty() {
        add("empty", "");
    }
    if form.manner() != Manner::Mail {
        text_cautions(draft, letter, &mut add);
        return all;
    }
    let to = form.addressee(draft);
    if to == Addressee::Unchosen {
        add("no-recipient", "");
    }
    match address::parse(draft.text("to-address")) {
        Ok(None) => add("no-address", ""),
        Ok(Some(_)) => {}
        Err(_) => add("bad-address", &clean::line(draft.text("to-address"))),
    }
    if letter.from.is_empty() {
        let raises = form.lens() == Lens::Raise;
        add(if raises { "no-name" } else { "no-name-below" }, "");
    }
    let (copies, also) = (draft.copies(form), draft.also(form));
    let others = || also.iter().chain(&copies).map(|copy| copy.address.as_str());
    let known = Known::new(words);
    for typed in std::iter::once(draft.text("to-address")).chain(others()) {
        match known.reach(bare(typed)) {
            Reach::Group => add("group-address", &clean::line(typed)),
            Reach::Mailbox => add("shared-mailbox", &clean::line(typed)),
            Reach::One => {}
        }
    }
    for typed in others().filter(|typed| address::parse(typed).is_err()) {
        add("bad-address", &clean::line(typed));
    }
    if to == Addressee::TheirColleagues {
        add("colleagues", "");
    }
    let leaders = [Addressee::CommitteeLeadership, Addressee::GroupLeadership];
    if leaders.contains(&to) || also.iter().any(|copy| leaders.contains(&copy.party)) {
        add("leader", "");
    }
    let allowed = form.copied(draft);
    if copies.is_empty() && !allowed.is_empty() {
        let leaders = allowed.contains(&Addressee::OtherLeaders);
        match draft.kind {
            MessageKind::Confirm => add("no-copies-confirm", ""),
            _ => add(if leaders { "no-copies" } else { "no-copies-tpm" }, ""),
        }
    }
    if !form.also(draft).is_empty() && also.is_empty() {
        add("not-all", "");
    }
    for row in form.rows().filter(|row| row.verb == "needs") {
        let there = |key: &str| match key.split_once('=') {
            Some((id, key)) => draft.ticked(id, key),
            None => given(draft.text(key)),
        };
        if !row.keys().any(there) {
            add(row.id(), "");
        }
    }
    text_cautions(draft, letter, &mut add);
    all
}

/// The address inside `Name <address>`, or the text itself.
fn bare(typed: &str) -> &str {
    addresses::find(typed)
        .first()
        .map_or(typed, |range| &typed[range.clone()])
}

/// Addresses of other people inside the text (4.2.1). The same one is named once.
fn text_cautions(draft: &Draft, letter: &Letter, add: &mut impl FnMut(&'static str, &str)) {
    let mut named: Vec<String> = Vec::new();
    let own = lowercase(draft.text("to-address"));
    for text in letter
        .paragraphs
        .iter()
        .map(|para| para.text.as_str())
        .chain([letter.subject.as_str()])
    {
        for range in addresses::find(text) {
            let found = &text[range];
            let lower = lowercase(found);
            if !own.contains(&lower) && named.len() < 20 && !named.contains(&lower) {
                add("third-address", found);
                named.push(lower);
            }
        }
    }
}
