//! Who will know what after a step: derived from its recipients and from where it travels on.

use super::statements::beside as s;
use super::{Knowledge, Knows, Line, Party, Said, Step, StepKind, Who};

/// The TPM keeps papers and may ask others (4.1.3, 4.1.5).
pub(super) const TPM_ASKS: Said = s::KNOW_PASS_TPM;
/// The person concerned is heard (introduction).
pub(super) const HEARD: Said = s::KNOW_DETAILS_HEARD;
/// The person concerned may answer a formal request (3.2).
pub(super) const ANSWERS: Said = s::KNOW_DETAILS_ANSWER;

/// Everybody who will know the name, the details, or may pass it on.
pub(super) fn knows(step: &Step, who: Who) -> Vec<Knows> {
    let mut all = Vec::new();
    let mut add = |party, what, why| {
        let known = all
            .iter()
            .any(|knows: &Knows| knows.party == party && knows.what == what);
        if !known {
            all.push(Knows { party, what, why });
        }
    };
    for recipient in step
        .recipients
        .iter()
        .filter(|recipient| recipient.line != Line::DoNotCopy)
    {
        add(recipient.party, Knowledge::Name, s::KNOW_NAME);
        add(recipient.party, Knowledge::Details, s::KNOW_DETAILS);
    }
    if matches!(step.kind, StepKind::InMeeting) {
        add(Party::Room, Knowledge::Name, s::KNOW_NAME);
        add(Party::Room, Knowledge::Details, s::KNOW_DETAILS_ROOM);
        add(Party::Room, Knowledge::MayPassOn, s::KNOW_PASS_ROOM);
    }
    for recipient in step.onward.iter().flat_map(|onward| &onward.recipients) {
        add(recipient.party, Knowledge::Name, s::KNOW_NAME_ONWARD);
        add(recipient.party, Knowledge::Details, s::KNOW_DETAILS_ONWARD);
    }
    for party in step.on(Line::To).chain(step.on(Line::Copy)) {
        match party {
            Party::PersonConcerned => add(party, Knowledge::MayPassOn, s::KNOW_PASS_PERSON),
            Party::Tpm => add(party, Knowledge::MayPassOn, s::KNOW_PASS_TPM),
            _ if step.kind == StepKind::Help => add(party, Knowledge::MayPassOn, s::KNOW_PASS_HELPER),
            _ if party == who.own_side() && step.kind != StepKind::Confirm => {
                add(party, Knowledge::MayPassOn, s::KNOW_PASS_OWN);
            }
            _ => {}
        }
    }
    if step
        .onward
        .iter()
        .flat_map(|onward| &onward.recipients)
        .any(|recipient| recipient.party == Party::Tpm)
    {
        add(Party::Tpm, Knowledge::MayPassOn, s::KNOW_PASS_TPM);
    }
    match step.kind {
        StepKind::AskNsb | StepKind::AskOfficer | StepKind::NsbWrites | StepKind::InsideNsb => {
            add(Party::PersonConcerned, Knowledge::Details, s::KNOW_DETAILS_HEARD);
        }
        StepKind::Formal => add(Party::PersonConcerned, Knowledge::Details, s::KNOW_DETAILS_ANSWER),
        _ => {}
    }
    all
}
