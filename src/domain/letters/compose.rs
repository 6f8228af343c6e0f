//! Putting a letter together: blocks as data, each with its condition; a sentence appears only if its fact was given.

use super::{Addressee, Approach, Choice, Draft, Part, Via, clean, labels, parts, spoken};
use crate::domain::Words;
use crate::domain::routing::MessageKind;

/// One paragraph; on cards and in requests it may carry a short label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Para {
    /// A label of ours, or empty.
    pub label: String,
    /// The text; a line feed is a line end the person made.
    pub text: String,
}

/// What leaves, as the recipient will read it, and two labels for the preview alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// Name of the writer, or empty.
    pub from: String,
    /// Name of the recipient, or empty.
    pub to: String,
    /// Names or addresses in copy; empty for every first message.
    pub copy: Vec<String>,
    /// Subject; empty when spoken.
    pub subject: String,
    /// Greeting; empty when spoken.
    pub greeting: String,
    /// What is said.
    pub paragraphs: Vec<Para>,
    /// Closing; empty when spoken.
    pub closing: String,
    /// Name and role, a line each; only what was given.
    pub signature: Vec<String>,
    /// For the preview only: the name, or a stand-in.
    pub from_label: String,
    /// For the preview only: the name, or a stand-in such as "Person A".
    pub to_label: String,
}

impl Letter {
    /// Whether nothing was written yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }
}

/// When a sentence of ours may stand.
#[derive(Clone, Copy)]
enum When {
    /// At least one part was written.
    Written,
    /// The same, and it goes to one's own organization or not.
    WrittenTo { organization: bool },
    /// The request is written, and the person said so.
    Approach(Approach),
    /// The request is written, and the way is known.
    Via(Via),
}

/// A piece of a letter.
#[derive(Clone, Copy)]
enum Block {
    /// A sentence of ours.
    Frame(&'static str, When),
    /// The person's words, under a label of ours, or none.
    Said(Part, &'static str),
    /// The person's words after a sentence of ours in the same paragraph.
    After(Part, &'static str),
    /// Name and role of the person concerned, as far as given.
    Person,
}

use Block::{After, Frame, Said};

const TALK: &[Block] = &[
    Said(Part::Opening, "letter.talk.opening"),
    Said(Part::Observed, "letter.talk.observed"),
    Said(Part::Effect, "letter.talk.effect"),
    Said(Part::Unknown, "letter.talk.unknown"),
    Said(Part::Ask, "letter.talk.ask"),
    Said(Part::Stop, "letter.talk.stop"),
];

const EMAIL: &[Block] = &[
    Frame("letter.email.intro", When::Written),
    Said(Part::Observed, ""),
    Said(Part::Effect, ""),
    After(Part::Unknown, "letter.email.unknown"),
    Said(Part::Ask, ""),
];

const MEETING: &[Block] = &[
    Frame("letter.meeting.intro", When::Written),
    Said(Part::Observed, ""),
    Said(Part::Ask, ""),
];

const BREAK: &[Block] = &[
    Frame("letter.break.intro", When::Written),
    Said(Part::Observed, ""),
    Said(Part::Effect, ""),
    Said(Part::Ask, ""),
];

const HELP: &[Block] = &[
    Frame("letter.help.intro", When::Written),
    Block::Person,
    Said(Part::Observed, "letter.help.observed"),
    Said(Part::Effect, "letter.help.effect"),
    Said(Part::Unknown, "letter.help.unknown"),
    Said(Part::Tried, "letter.help.tried"),
    Said(Part::Ask, "letter.help.ask"),
    Frame("letter.help.approach", When::Approach(Approach::Please)),
    Frame("letter.help.ask-first", When::Approach(Approach::AskFirst)),
    Frame("letter.need-to-know", When::Written),
];

const NSB_REQUEST: &[Block] = &[
    Frame(
        "letter.nsb-request.intro",
        When::WrittenTo { organization: false },
    ),
    Frame(
        "letter.nsb-request.intro-organization",
        When::WrittenTo { organization: true },
    ),
    Block::Person,
    Said(Part::Observed, "letter.nsb-request.observed"),
    Said(Part::Effect, "letter.nsb-request.effect"),
    Said(Part::Unknown, "letter.nsb-request.unknown"),
    Said(Part::Tried, "letter.nsb-request.tried"),
    Said(Part::Ask, "letter.nsb-request.ask"),
    Frame("letter.nsb-request.via-nsb", When::Via(Via::Nsb)),
    Frame("letter.nsb-request.via-liaison", When::Via(Via::Liaison)),
    Frame("letter.nsb-request.via-group-leader", When::Via(Via::GroupLeader)),
    Frame("letter.nsb-request.via-iso-cs", When::Via(Via::IsoCs)),
    Frame("letter.need-to-know", When::Written),
];

const fn blocks(kind: MessageKind) -> &'static [Block] {
    match kind {
        MessageKind::Talk => TALK,
        MessageKind::Email => EMAIL,
        MessageKind::Meeting => MEETING,
        MessageKind::Break => BREAK,
        MessageKind::Help => HELP,
        MessageKind::NsbRequest => NSB_REQUEST,
        _ => &[],
    }
}

/// Puts the letter together (product.md, point 7; invariants 9, 14, 15). Nothing stands in it but what was entered and
/// the frames whose condition holds.
#[must_use]
pub fn letter(words: &Words, draft: &Draft) -> Letter {
    let name = clean::line(&draft.to_name);
    let from = clean::line(&draft.from_name);
    let (from_label, to_label) = shown(words, draft, &from, &name);
    let mut letter = Letter {
        paragraphs: said(words, draft),
        from_label,
        to_label,
        ..Letter::default()
    };
    if !spoken(draft.kind) {
        let subject = clean::line(&draft.subject);
        letter.subject = if subject.is_empty() {
            words.t(default_subject(draft.kind)).to_owned()
        } else {
            subject
        };
        letter.greeting = if name.is_empty() {
            words.t("letter.greeting.neutral").to_owned()
        } else {
            words.fill("letter.greeting.named", &[("name", &name)])
        };
        letter.copy = copies(draft);
        let closing = if from.is_empty() {
            "letter.closing.unsigned"
        } else {
            "letter.closing.signed"
        };
        words.t(closing).clone_into(&mut letter.closing);
        letter.signature.extend((!from.is_empty()).then(|| from.clone()));
        let role = clean::line(&draft.from_role);
        letter.signature.extend((!role.is_empty()).then_some(role));
    }
    letter.from = from;
    letter.to = name;
    letter
}

/// The names in the preview: those given, else stand-ins that never leave.
fn shown(words: &Words, draft: &Draft, from: &str, name: &str) -> (String, String) {
    let from_label = if from.is_empty() {
        words.t("letter.from.you").to_owned()
    } else {
        from.to_owned()
    };
    let to_label = if name.is_empty() {
        labels::addressee(words, draft.addressee()).to_owned()
    } else {
        name.to_owned()
    };
    (from_label, to_label)
}

const fn default_subject(kind: MessageKind) -> &'static str {
    match kind {
        MessageKind::Help => "letter.help.subject",
        MessageKind::NsbRequest => "letter.nsb-request.subject",
        _ => "letter.email.subject",
    }
}

/// Those in copy, by name or else by address; only for kinds that have copies at all.
fn copies(draft: &Draft) -> Vec<String> {
    draft
        .copies()
        .map(|copy| {
            let name = clean::line(&copy.name);
            if name.is_empty() {
                clean::line(&copy.address)
            } else {
                name
            }
        })
        .filter(|shown| !shown.is_empty())
        .collect()
}

impl Draft {
    /// Those in copy that this kind allows (2.1.3, 4.1.4); the person concerned is never among them (invariant 1).
    pub fn copies(&self) -> impl Iterator<Item = &super::Copied> {
        let allowed = super::copied(self.kind);
        self.copy.iter().filter(|copy| allowed.contains(&copy.party))
    }
}

fn said(words: &Words, draft: &Draft) -> Vec<Para> {
    let written = parts(draft.kind)
        .iter()
        .any(|part| !text_of(words, draft, *part).is_empty());
    let mut out = Vec::new();
    if !written {
        return out;
    }
    for block in blocks(draft.kind) {
        match *block {
            Block::Frame(id, when) if holds(draft, when) => out.push(plain(words.t(id).to_owned())),
            Block::Frame(..) => {}
            Block::Said(part, label) => {
                let label = if label.is_empty() { "" } else { words.t(label) };
                push(&mut out, label, text_of(words, draft, part));
            }
            Block::After(part, id) => {
                let mut texts = text_of(words, draft, part);
                if let Some(first) = texts.first_mut() {
                    *first = format!("{} {first}", words.t(id));
                }
                push(&mut out, "", texts);
            }
            Block::Person => out.extend(person(words, draft)),
        }
    }
    out
}

fn plain(text: String) -> Para {
    Para {
        label: String::new(),
        text,
    }
}

fn push(out: &mut Vec<Para>, label: &str, texts: Vec<String>) {
    for (at, text) in texts.into_iter().enumerate() {
        let label = if at == 0 { label.to_owned() } else { String::new() };
        out.push(Para { label, text });
    }
}

/// One paragraph from the sentences about the person concerned; none when nothing was given.
fn person(words: &Words, draft: &Draft) -> Option<Para> {
    let name = clean::line(&draft.person_name);
    let role = clean::line(&draft.person_role);
    let name = (!name.is_empty()).then(|| words.fill("letter.person.name", &[("name", &name)]));
    let role = (!role.is_empty()).then(|| words.fill("letter.person.role", &[("role", &role)]));
    let sentences: Vec<String> = name.into_iter().chain(role).collect();
    (!sentences.is_empty()).then(|| plain(sentences.join(" ")))
}

fn holds(draft: &Draft, when: When) -> bool {
    match when {
        When::Written => true,
        When::WrittenTo { organization } => (draft.addressee() == Addressee::OwnOrganization) == organization,
        When::Approach(approach) => draft.approach == approach,
        When::Via(via) => draft.via == via && draft.addressee() == Addressee::OwnNsb,
    }
}

/// The text of a part as paragraphs; for the two sentences of a card, the own words or else the one chosen.
fn text_of(words: &Words, draft: &Draft, part: Part) -> Vec<String> {
    let own = clean::paragraphs(draft.part(part));
    let chosen = |choice: &Choice| {
        let sentence = labels::choice(words, part, &choice.key);
        sentence.map(str::to_owned).into_iter().collect()
    };
    match part {
        Part::Opening if own.is_empty() => chosen(&draft.opening),
        Part::Stop if own.is_empty() => chosen(&draft.stop),
        _ => own,
    }
}
