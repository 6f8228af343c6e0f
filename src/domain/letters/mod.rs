//! Letters: what a person writes for one message, kept as a record, and what leaves when it is put together.
//!
//! In: a [`Draft`] (the person's own words, by part) and [`Words`](super::Words) (the few sentences that connect them).
//! Out: a [`Letter`], made of what was entered and of frames from `content/words/<locale>/letters.toml`; nothing else.

mod address;
mod clean;
mod compose;
mod departure;
mod keyed;
mod kinds;
mod labels;

pub use address::{Address, AddressError, parse as parse_address};
pub use clean::{line as clean_line, paragraphs as clean_paragraphs};
pub use compose::{Letter, Para, letter};
pub use departure::{Caution, Departure, Way, departure, ways};
pub use kinds::{KINDS, addressees, copied, kind_from, kind_key, parts, spoken};
pub use labels::{
    FieldWords, KindWords, PartWords, account_probes, choice, field_words, kind_words, part_words,
};

use keyed::keyed;
use serde::{Deserialize, Serialize};

use super::kept::kept;

use super::routing::{MessageKind, Party};

keyed! {
    /// A part of a message that the person fills in. Words: `compose.<key>`.
    Part {
        /// What was seen or heard: the act, not the person (1.2).
        Observed "observed",
        /// What it did.
        Effect "effect",
        /// What the writer may not know (1.1).
        Unknown "unknown",
        /// What was tried, and how it ended (1.5, 2.1).
        Tried "tried",
        /// What is asked (1.4).
        Ask "ask",
        /// The sentence that opens a conversation.
        Opening "opening",
        /// The sentence that ends it when it becomes too much.
        Stop "stop",
        /// The subject line.
        Subject "subject",
    }
}

keyed! {
    /// A short field beside the parts. Words: `compose.field.<key>`.
    Field {
        /// The draft's own name in the list of notes; never leaves.
        Title "title",
        /// Name of the one who receives it.
        ToName "to-name",
        /// Their e-mail address.
        ToAddress "to-address",
        /// Name of the writer; a concern cannot be anonymous (4.3.1).
        FromName "from-name",
        /// Role of the writer, if they want it there.
        FromRole "from-role",
        /// Name of the person concerned, in messages to somebody else.
        PersonName "person-name",
        /// Their role.
        PersonRole "person-role",
        /// The free account; never leaves.
        Account "account",
    }
}

keyed! {
    /// Who may receive what an individual writes. Other NSBs, a liaison organization, the Office of the CEO and the
    /// TMB cannot be chosen at all (2.1.1, 2.1.2, 2.3, 3.1). Words: `letter.to.<key>`.
    Addressee {
        /// Not chosen yet.
        Unchosen "unchosen",
        /// The person concerned (1.2).
        PersonConcerned "person-concerned",
        /// One's own NSB (1.5, 2.1.1, 2.2.2, 2.3).
        OwnNsb "own-nsb",
        /// An officer of one's own NSB who has no part in it.
        UninvolvedOfficer "uninvolved-officer",
        /// One's head of delegation (1.5).
        HeadOfDelegation "head-of-delegation",
        /// Committee leadership (1.5.1).
        CommitteeLeadership "committee-leadership",
        /// Working group leadership (1.5.1).
        GroupLeadership "group-leadership",
        /// Those leaders who are not the person concerned (1.5.1).
        OtherLeaders "other-leaders",
        /// The committee's Technical Program Manager (1.5.2).
        Tpm "tpm",
        /// Colleagues of the person concerned (1.5.3).
        TheirColleagues "their-colleagues",
        /// One's own organization, where there is no NSB.
        OwnOrganization "own-organization",
    }
}

impl Addressee {
    /// The same as a [`Party`] of the routing; `None` when nobody is chosen.
    #[must_use]
    pub const fn party(self) -> Option<Party> {
        Some(match self {
            Self::Unchosen => return None,
            Self::PersonConcerned => Party::PersonConcerned,
            Self::OwnNsb => Party::OwnNsb,
            Self::UninvolvedOfficer => Party::UninvolvedOfficer,
            Self::HeadOfDelegation => Party::HeadOfDelegation,
            Self::CommitteeLeadership => Party::CommitteeLeadership,
            Self::GroupLeadership => Party::GroupLeadership,
            Self::OtherLeaders => Party::OtherLeaders,
            Self::Tpm => Party::Tpm,
            Self::TheirColleagues => Party::TheirColleagues,
            Self::OwnOrganization => Party::OwnOrganization,
        })
    }
}

keyed! {
    /// Whether the helper is asked to approach the person concerned (1.5).
    Approach {
        /// Nothing is said about it.
        Unsaid "unsaid",
        /// Please do.
        Please "please",
        /// Please not without asking first.
        AskFirst "ask-first",
    }
}

keyed! {
    /// By which sub-clause one's own NSB would take it further. Leave it unsaid when both belong to the same NSB.
    Via {
        /// Nothing is said about it.
        Unsaid "unsaid",
        /// To the NSB of the person concerned (2.1.1).
        Nsb "2.1.1",
        /// To the TPM, for a liaison organization (2.1.2).
        Liaison "2.1.2",
        /// To committee leaders, the TPM and the NSB of a convenor or project leader (2.2.2).
        GroupLeader "2.2.2",
        /// To the Office of the CEO, for ISO/CS staff (2.3).
        IsoCs "2.3",
    }
}

/// A sentence chosen from a list, or one's own words, which win. Words: `compose.<part>.choice.<key>`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// Key of the sentence chosen, or empty.
    pub key: String,
    /// Own words.
    pub own: String,
}

/// Someone in copy. Only where the process wants copies (2.1.3, 4.1.4); empty until the person adds one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Copied {
    /// As what they are copied.
    pub party: Addressee,
    /// Their name, if given.
    pub name: String,
    /// Their address, if given.
    pub address: String,
}

/// Keys, each once, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Keys(Vec<String>);

impl Keys {
    /// Adds one.
    pub fn insert(&mut self, key: String) {
        if let Err(at) = self.0.binary_search(&key) {
            self.0.insert(at, key);
        }
    }

    /// Whether it is among them.
    #[must_use]
    pub fn contains(&self, key: &String) -> bool {
        self.0.contains(key)
    }
}

/// One message in the making, as it is kept. Every field has a default and unknown ones are ignored, so that records
/// of other versions load.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Draft {
    /// Its own name in the list of notes; never leaves.
    pub title: String,
    /// What it is.
    #[serde(serialize_with = "kinds::write_key")]
    pub kind: MessageKind,
    /// The case it belongs to, or empty.
    pub case: String,
    /// As what the recipient receives it.
    pub to_party: Addressee,
    /// Name of the recipient.
    pub to_name: String,
    /// Address of the recipient.
    pub to_address: String,
    /// In copy; ignored for kinds that have no copies.
    pub copy: Vec<Copied>,
    /// Name of the writer.
    pub from_name: String,
    /// Role of the writer, optional.
    pub from_role: String,
    /// Name of the person concerned, for messages to somebody else.
    pub person_name: String,
    /// Their role.
    pub person_role: String,
    /// Subject in own words; empty: a neutral one.
    pub subject: String,
    /// The free account, written first; it stays here and is never sent.
    pub account: String,
    /// What was observed.
    pub observed: String,
    /// Its effect.
    pub effect: String,
    /// What the writer may not know (1.1).
    pub unknown: String,
    /// What was tried, and how it ended.
    pub tried: String,
    /// What is asked.
    pub ask: String,
    /// Talking card: how to begin.
    pub opening: Choice,
    /// Talking card: how to stop.
    pub stop: Choice,
    /// Whether the helper should approach the person concerned.
    pub approach: Approach,
    /// By which sub-clause the NSB would take it further.
    pub via: Via,
    /// Hints that were put aside ([`Hint::key`](super::review::Hint::key)).
    pub dismissed: Keys,
}

kept!(Choice { key, own });
kept!(Copied { party, name, address });
kept!(Draft {
    title,
    kind,
    case,
    to_party,
    to_name,
    to_address,
    copy,
    from_name,
    from_role,
    person_name,
    person_role,
    subject,
    account,
    observed,
    effect,
    unknown,
    tried,
    ask,
    opening,
    stop,
    approach,
    via,
    dismissed,
});

impl Default for Draft {
    fn default() -> Self {
        Self::new(MessageKind::Email)
    }
}

impl Draft {
    /// An empty draft of this kind.
    #[must_use]
    pub fn new(kind: MessageKind) -> Self {
        Self {
            kind,
            title: String::new(),
            case: String::new(),
            to_party: Addressee::default(),
            to_name: String::new(),
            to_address: String::new(),
            copy: Vec::new(),
            from_name: String::new(),
            from_role: String::new(),
            person_name: String::new(),
            person_role: String::new(),
            subject: String::new(),
            account: String::new(),
            observed: String::new(),
            effect: String::new(),
            unknown: String::new(),
            tried: String::new(),
            ask: String::new(),
            opening: Choice::default(),
            stop: Choice::default(),
            approach: Approach::default(),
            via: Via::default(),
            dismissed: Keys::default(),
        }
    }

    /// The own words in this part.
    #[must_use]
    pub fn part(&self, part: Part) -> &str {
        match part {
            Part::Observed => &self.observed,
            Part::Effect => &self.effect,
            Part::Unknown => &self.unknown,
            Part::Tried => &self.tried,
            Part::Ask => &self.ask,
            Part::Opening => &self.opening.own,
            Part::Stop => &self.stop.own,
            Part::Subject => &self.subject,
        }
    }

    /// The same, to be changed.
    pub fn part_mut(&mut self, part: Part) -> &mut String {
        match part {
            Part::Observed => &mut self.observed,
            Part::Effect => &mut self.effect,
            Part::Unknown => &mut self.unknown,
            Part::Tried => &mut self.tried,
            Part::Ask => &mut self.ask,
            Part::Opening => &mut self.opening.own,
            Part::Stop => &mut self.stop.own,
            Part::Subject => &mut self.subject,
        }
    }

    /// What stands in this field.
    #[must_use]
    pub fn field(&self, field: Field) -> &str {
        match field {
            Field::Title => &self.title,
            Field::ToName => &self.to_name,
            Field::ToAddress => &self.to_address,
            Field::FromName => &self.from_name,
            Field::FromRole => &self.from_role,
            Field::PersonName => &self.person_name,
            Field::PersonRole => &self.person_role,
            Field::Account => &self.account,
        }
    }

    /// The same, to be changed.
    pub fn field_mut(&mut self, field: Field) -> &mut String {
        match field {
            Field::Title => &mut self.title,
            Field::ToName => &mut self.to_name,
            Field::ToAddress => &mut self.to_address,
            Field::FromName => &mut self.from_name,
            Field::FromRole => &mut self.from_role,
            Field::PersonName => &mut self.person_name,
            Field::PersonRole => &mut self.person_role,
            Field::Account => &mut self.account,
        }
    }

    /// As what the recipient receives it: what was chosen if this kind allows it, else what goes without
    /// saying: the person concerned for a first message (1.2), the own NSB for a request (2.1.1), nobody for help (1.5).
    #[must_use]
    pub fn addressee(&self) -> Addressee {
        let allowed = addressees(self.kind);
        match allowed {
            [only] => *only,
            _ if allowed.contains(&self.to_party) => self.to_party,
            _ if self.kind == MessageKind::NsbRequest => Addressee::OwnNsb,
            _ => Addressee::Unchosen,
        }
    }

    /// Whether no part that would leave holds a word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        parts(self.kind)
            .iter()
            .all(|part| self.part(*part).trim().is_empty())
    }
}
