//! The departure check: before anything leaves, what it is, to whom, by which way, what they will learn, what to look at
//! once more. It never blocks.
//!
//! In: a [`Draft`], its case, whose plan says who is copied and who is left out, and the hints that are open. Out: a [`Departure`] of
//! word ids under `departure.`, each caution with the field of the letter's page where it can be changed.

use super::around::{around, avoided, on};
use super::{ACCOUNT, Addressee, Draft, Form, Letter, Manner, address, clean, composed, given, labels};
use crate::domain::Words;
use crate::domain::alphabet::lowercase;
use crate::domain::case::Case;
use crate::domain::lens::Lens;
use crate::domain::review::addresses::{self, Known, Reach};
use crate::domain::review::{Hint, gravest_first};
use crate::domain::routing::statements::lines;
use crate::domain::routing::{self, Line, MessageKind, Recipient, Said};

/// The field for the address of whoever receives it.
const TO_ADDRESS: &str = "to-address";

/// The id, on the letter's page, of the field for the address of somebody in copy or addressed as well.
#[must_use]
pub fn address_field(party: Addressee) -> String {
    ["copy-", party.key()].concat()
}

/// The same of the box that has them there.
#[must_use]
pub fn tick_field(party: Addressee) -> String {
    ["tick-", party.key()].concat()
}

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
    /// The field on the letter's page where it can be changed, by its id, or empty.
    pub field: String,
    /// The reasons, as the plan has them.
    pub why: Vec<Said>,
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
    /// What the second pair of eyes still sees in it, the gravest first.
    pub hints: Vec<Hint>,
}

impl Departure {
    /// The same with the hints that are open: an address that one of them names is not named a second time.
    #[must_use]
    pub fn with_hints(mut self, hints: Vec<Hint>) -> Self {
        let seen = |found: &str| {
            let found = lowercase(found);
            hints.iter().any(|hint| lowercase(&hint.found) == found)
        };
        self.cautions
            .retain(|caution| caution.key != "third-address" || !seen(&caution.found));
        self.hints = gravest_first(hints);
        self
    }
}

/// Who receives it, as far as that is known: by name and as what; as what alone; by name alone where that is not chosen yet.
#[must_use]
pub fn receivers(words: &Words, draft: &Draft) -> String {
    let form = Form::of(words, draft.kind);
    let to = form.addressee(draft);
    let called = labels::addressee(words, to);
    let first = match draft.text("to-name").trim() {
        "" => called.to_owned(),
        name if to == Addressee::Unchosen => name.to_owned(),
        name => format!("{name} ({called})"),
    };
    let also = draft.also(form);
    let also = also
        .iter()
        .map(|copy| labels::addressee(words, copy.party).to_owned());
    let all: Vec<String> = std::iter::once(first).chain(also).collect();
    all.join(", ")
}

/// Makes the check: what it says in the words of the page, the letter in its own.
#[must_use]
pub fn departure(words: &Words, own: &Words, draft: &Draft, case: &Case) -> Departure {
    let form = Form::of(words, draft.kind);
    let letter = composed(own, form, draft);
    Departure {
        learns: learns(draft, form, &letter),
        cautions: cautions(words, draft, form, &letter, case),
        to: form.addressee(draft),
        copy: draft.copies(form).iter().map(|copy| copy.party).collect(),
        ways: ways(form),
        letter,
        hints: Vec::new(),
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

fn cautions(words: &Words, draft: &Draft, form: Form, letter: &Letter, case: &Case) -> Vec<Caution> {
    let mut all = Vec::new();
    let mut add = |key, found: &str, field: &str| {
        all.push(Caution {
            key,
            found: found.to_owned(),
            field: field.to_owned(),
            why: Vec::new(),
        });
    };
    if letter.is_empty() {
        add("empty", "", "");
    }
    if form.manner() != Manner::Mail {
        text_cautions(draft, letter, &mut add);
        return all;
    }
    let to = form.addressee(draft);
    if to == Addressee::Unchosen {
        let asks = matches!(draft.kind, MessageKind::Help | MessageKind::AskHelper);
        add(if asks { "no-helper" } else { "no-recipient" }, "", "to-party");
    }
    match address::parse(draft.text(TO_ADDRESS)) {
        Ok(None) => add("no-address", "", TO_ADDRESS),
        Ok(Some(_)) => {}
        Err(_) => add("bad-address", &clean::line(draft.text(TO_ADDRESS)), TO_ADDRESS),
    }
    if letter.from.is_empty() {
        let raises = form.lens() == Lens::Raise;
        add(if raises { "no-name" } else { "no-name-below" }, "", "from-name");
    }
    beside(words, draft, form, case, &mut add);
    if to == Addressee::TheirColleagues {
        add("colleagues", "", "to-party");
    }
    for row in form.rows().filter(|row| row.verb == "needs") {
        let there = |key: &str| match key.split_once('=') {
            Some((id, key)) => draft.ticked(id, key),
            None => given(draft.text(key)),
        };
        if !row.keys().any(there) {
            let first = row.keys().next().unwrap_or_default();
            add(row.id(), "", first.split_once('=').map_or(first, |(id, _)| id));
        }
    }
    text_cautions(draft, letter, &mut add);
    // Chosen before anybody said that they are afraid, or in danger.
    if avoided(case, form) == Some(to)
        && let Some(caution) = all.iter_mut().find(|caution| caution.key == "colleagues")
    {
        caution.why.push(lines::TO_COLLEAGUES);
    }
    all.extend(by_the_plan(words, draft, form, &around(case, form, draft)));
    all
}

/// The addresses of everybody who receives it, and who stands beside the first one.
fn beside(
    words: &Words,
    draft: &Draft,
    form: Form,
    case: &Case,
    add: &mut impl FnMut(&'static str, &str, &str),
) {
    let to = form.addressee(draft);
    let (copies, also) = (draft.copies(form), draft.also(form));
    let others = || also.iter().chain(&copies);
    let known = Known::new(words);
    let first = std::iter::once((TO_ADDRESS.to_owned(), draft.text(TO_ADDRESS)));
    let beside = others().map(|copy| (address_field(copy.party), copy.address.as_str()));
    for (field, typed) in first.chain(beside) {
        match known.reach(bare(typed)) {
            Reach::Group => add("group-address", &clean::line(typed), &field),
            Reach::Mailbox => add("shared-mailbox", &clean::line(typed), &field),
            Reach::One => {}
        }
    }
    for copy in others().filter(|copy| address::parse(&copy.address).is_err()) {
        add(
            "bad-address",
            &clean::line(&copy.address),
            &address_field(copy.party),
        );
    }
    // Whoever is ticked without an address is not yet on the message that the mail program gets.
    let unaddressed: Vec<Addressee> = others()
        .filter(|copy| !given(&copy.address))
        .map(|copy| copy.party)
        .collect();
    if let Some(first) = unaddressed.first() {
        add(
            "no-copy-address",
            &names(words, &unaddressed),
            &address_field(*first),
        );
    }
    let leaders = [Addressee::CommitteeLeadership, Addressee::GroupLeadership];
    if leaders.contains(&to) || also.iter().any(|copy| leaders.contains(&copy.party)) {
        add("leader", "", "to-party");
    }
    let reached = |one: &Addressee| *one == to || also.iter().any(|copy| copy.party == *one);
    // A guest may be the host, and so may somebody of whom nobody said as what they acted.
    let who = case.who(form.lens());
    if reached(&Addressee::Host) && matches!(who.way(), routing::Way::Guest | routing::Way::Unclear) {
        add("host", "", "to-party");
    }
    let mut missing = form.also(draft);
    missing.retain(|one| !reached(one));
    let box_of_first = missing.first().map(|one| tick_field(*one)).unwrap_or_default();
    match draft.kind {
        // 2.2.2 has them addressed together; of those whom 4.5.1 and 4.5.2 name, one is a beginning.
        MessageKind::NsbLeaders if !missing.is_empty() => {
            add("not-all-named", &names(words, &missing), &box_of_first);
        }
        MessageKind::NsbLeaders => {}
        _ if !missing.is_empty() && also.is_empty() => add("not-all", "", &box_of_first),
        _ => {}
    }
    if draft.kind == MessageKind::Confirm && copies.is_empty() && !form.copied(draft).is_empty() {
        let field = form.copied(draft).first().map(|one| tick_field(*one));
        add("no-copies-confirm", "", &field.unwrap_or_default());
    }
}

/// Where the letter does not go as the plan has it: somebody is not copied whom the plan copies, or receives it whom the plan leaves out.
fn by_the_plan(words: &Words, draft: &Draft, form: Form, around: &[Recipient]) -> Vec<Caution> {
    let mut receive: Vec<Addressee> = vec![form.addressee(draft)];
    receive.extend(draft.also(form).iter().map(|copy| copy.party));
    receive.extend(draft.copies(form).iter().map(|copy| copy.party));
    let allowed = form.copied(draft);
    let caution = |key, of: Vec<(Addressee, &Recipient)>| {
        let mut why: Vec<Said> = of.iter().map(|(_, recipient)| recipient.why).collect();
        why.dedup();
        let who: Vec<Addressee> = of.iter().map(|(one, _)| *one).collect();
        (!who.is_empty()).then(|| Caution {
            key,
            found: names(words, &who),
            field: match who[0] {
                one if one == form.addressee(draft) => "to-party".to_owned(),
                one => tick_field(one),
            },
            why,
        })
    };
    // What is written to the person concerned is written to them alone.
    let left_out = on(around, Line::DoNotCopy)
        .filter(|(one, _)| *one != Addressee::PersonConcerned && receive.contains(one));
    let leads = |one: &Addressee| {
        let leaders = [
            Addressee::OtherLeaders,
            Addressee::CommitteeLeadership,
            Addressee::GroupLeadership,
        ];
        leaders.contains(one)
    };
    // Which leaders have no part in it, whoever writes knows better than the plan.
    let stands_for = |one: Addressee| {
        receive.contains(&one)
            || one == Addressee::OtherLeaders && receive.iter().any(leads)
            || leads(&one) && receive.contains(&Addressee::OtherLeaders)
    };
    let not_copied = on(around, Line::Copy).filter(|(one, _)| {
        // 1.8 has a sentence of its own.
        draft.kind != MessageKind::Confirm && allowed.contains(one) && !stands_for(*one)
    });
    let cautions = [
        caution("left-out", left_out.collect()),
        caution("not-copied", not_copied.collect()),
    ];
    cautions.into_iter().flatten().collect()
}

/// Their names, one after the other.
fn names(words: &Words, who: &[Addressee]) -> String {
    let names: Vec<&str> = who.iter().map(|one| labels::addressee(words, *one)).collect();
    words.joined(&names)
}

/// The address inside `Name <address>`, or the text itself.
fn bare(typed: &str) -> &str {
    addresses::find(typed)
        .first()
        .map_or(typed, |range| &typed[range.clone()])
}

/// Addresses of other people inside the text (4.2.1). The same one is named once.
fn text_cautions(draft: &Draft, letter: &Letter, add: &mut impl FnMut(&'static str, &str, &str)) {
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
                let holds = |(id, text): &(&str, &str)| *id != ACCOUNT && text.contains(found);
                let field = draft.texts().find(holds).map_or("", |(id, _)| id);
                add("third-address", found, field);
                named.push(lower);
            }
        }
    }
}
