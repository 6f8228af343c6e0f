//! The kinds of message as data: which parts each has, who may receive it, whether it is spoken, whether it has copies.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

use super::{Addressee, Part};
use crate::domain::routing::MessageKind;

/// Every kind with its key in records and in `content/` (`message.<key>`).
pub const KINDS: [(MessageKind, &str); 6] = [
    (MessageKind::Talk, "talk"),
    (MessageKind::Email, "email"),
    (MessageKind::Meeting, "meeting"),
    (MessageKind::Break, "break"),
    (MessageKind::Help, "help"),
    (MessageKind::NsbRequest, "nsb-request"),
];

/// The key of a kind.
#[must_use]
pub const fn kind_key(kind: MessageKind) -> &'static str {
    kind.key()
}

/// The kind with this key.
#[must_use]
pub fn kind_from(key: &str) -> Option<MessageKind> {
    KINDS.iter().find(|(_, own)| *own == key).map(|(kind, _)| *kind)
}

/// The parts of a kind, in the order in which they are asked and read.
#[must_use]
pub const fn parts(kind: MessageKind) -> &'static [Part] {
    use Part::{Ask, Effect, Observed, Opening, Stop, Tried, Unknown};
    match kind {
        MessageKind::Talk => &[Opening, Observed, Effect, Unknown, Ask, Stop],
        MessageKind::Email => &[Observed, Effect, Unknown, Ask],
        MessageKind::Meeting => &[Observed, Ask],
        MessageKind::Break => &[Observed, Effect, Ask],
        MessageKind::Help | MessageKind::NsbRequest => &[Observed, Effect, Unknown, Tried, Ask],
        _ => &[],
    }
}

/// Whether it is said aloud, not sent: no greeting, no subject, no address.
#[must_use]
pub const fn spoken(kind: MessageKind) -> bool {
    matches!(
        kind,
        MessageKind::Talk | MessageKind::Meeting | MessageKind::Break
    )
}

/// Who may receive it. A first message goes to the person concerned alone (1.2); help comes from those whom 1.5 names;
/// an informal request goes to one's own NSB (2.1.1, 2.1.2, 2.2.2, 2.3) and nowhere else.
#[must_use]
pub const fn addressees(kind: MessageKind) -> &'static [Addressee] {
    use Addressee as A;
    match kind {
        MessageKind::Talk | MessageKind::Email | MessageKind::Meeting | MessageKind::Break => {
            &[A::PersonConcerned]
        }
        MessageKind::Help => &[
            A::HeadOfDelegation,
            A::OwnNsb,
            A::UninvolvedOfficer,
            A::CommitteeLeadership,
            A::GroupLeadership,
            A::OtherLeaders,
            A::Tpm,
            A::TheirColleagues,
            A::OwnOrganization,
        ],
        MessageKind::NsbRequest => &[A::OwnNsb, A::UninvolvedOfficer, A::OwnOrganization],
        _ => &[],
    }
}

/// Who may be put in copy. Clauses 2.1.3 and 4.1.4 ask for copies of an informal request; 1.2 and 1.5 name none.
#[must_use]
pub const fn copied(kind: MessageKind) -> &'static [Addressee] {
    use Addressee as A;
    match kind {
        MessageKind::NsbRequest => &[
            A::CommitteeLeadership,
            A::GroupLeadership,
            A::OtherLeaders,
            A::Tpm,
            A::HeadOfDelegation,
        ],
        _ => &[],
    }
}

/// Writes the key of a kind.
///
/// # Errors
/// Those of the serializer.
#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde asks for"
)]
pub fn write_key<S: Serializer>(kind: &MessageKind, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(kind_key(*kind))
}

/// Reads the key of a kind. One from a newer version is an error, so that the record is set aside whole instead of turning
/// into another message.
impl<'de> Deserialize<'de> for MessageKind {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let key = String::deserialize(from)?;
        kind_from(&key).ok_or_else(|| D::Error::custom("unknown kind of message"))
    }
}
