//! The departure check: before anything leaves, what it is, to whom, by which way, what they will learn, what to look at
//! once more. It never blocks.
//!
//! In: a [`Draft`]. Out: a [`Departure`] of word ids under `departure.`.

use super::{Addressee, Draft, Letter, address, clean, copied, letter, spoken};
use crate::domain::Words;
use crate::domain::alphabet::lowercase;
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

/// The ways that fit a kind: what is spoken is not mailed.
#[must_use]
pub const fn ways(kind: MessageKind) -> &'static [Way] {
    if spoken(kind) {
        &[Way::Print, Way::Text, Way::Copy]
    } else {
        &[Way::Eml, Way::Mailto, Way::Copy, Way::Text, Way::Print]
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
    let letter = letter(words, draft);
    Departure {
        learns: learns(draft, &letter),
        cautions: cautions(words, draft, &letter),
        to: draft.addressee(),
        copy: draft.copies().map(|copy| copy.party).collect(),
        ways: ways(draft.kind),
        letter,
    }
}

/// What they will learn, and what they may do with it (3.2, 4.1.3, 4.1.5, 4.2.1, 4.3.1).
fn learns(draft: &Draft, letter: &Letter) -> Vec<&'static str> {
    let mut ids = Vec::new();
    if spoken(draft.kind) {
        ids.push("departure.learns.spoken");
        if draft.kind == MessageKind::Meeting {
            ids.push("departure.learns.room");
        }
    } else {
        ids.push(if letter.from.is_empty() {
            "departure.learns.address"
        } else {
            "departure.learns.name"
        });
    }
    ids.push("departure.learns.words");
    let direct = draft.addressee() == Addressee::PersonConcerned;
    if !direct && !draft.person_name.trim().is_empty() {
        ids.push("departure.learns.person");
    }
    if !spoken(draft.kind) {
        ids.push("departure.learns.forward");
    }
    let tpm = draft.addressee() == Addressee::Tpm || draft.copies().any(|copy| copy.party == Addressee::Tpm);
    if tpm {
        ids.push("departure.learns.tpm");
    }
    let nsb = matches!(
        draft.addressee(),
        Addressee::OwnNsb | Addressee::UninvolvedOfficer
    );
    if nsb && draft.kind == MessageKind::NsbRequest {
        ids.extend(["departure.learns.onward", "departure.learns.response"]);
    }
    ids
}

fn cautions(words: &Words, draft: &Draft, letter: &Letter) -> Vec<Caution> {
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
    if spoken(draft.kind) {
        text_cautions(draft, letter, &mut add);
        return all;
    }
    if draft.addressee() == Addressee::Unchosen {
        add("no-recipient", "");
    }
    match address::parse(&draft.to_address) {
        Ok(None) => add("no-address", ""),
        Ok(Some(_)) => {}
        Err(_) => add("bad-address", &clean::line(&draft.to_address)),
    }
    if letter.from.is_empty() {
        add("no-name", "");
    }
    let known = Known::new(words);
    let copies = draft.copies().map(|copy| copy.address.as_str());
    for typed in std::iter::once(draft.to_address.as_str()).chain(copies) {
        match known.reach(bare(typed)) {
            Reach::Group => add("group-address", &clean::line(typed)),
            Reach::Mailbox => add("shared-mailbox", &clean::line(typed)),
            Reach::One => {}
        }
    }
    for copy in draft
        .copies()
        .filter(|copy| address::parse(&copy.address).is_err())
    {
        add("bad-address", &clean::line(&copy.address));
    }
    if draft.addressee() == Addressee::TheirColleagues {
        add("colleagues", "");
    }
    if matches!(
        draft.addressee(),
        Addressee::CommitteeLeadership | Addressee::GroupLeadership
    ) {
        add("leader", "");
    }
    if !copied(draft.kind).is_empty() && draft.copies().next().is_none() {
        add("no-copies", "");
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
    let own = lowercase(&draft.to_address);
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
