//! What each step says to whoever handles a concern, and who receives it.

use super::closing;
use super::copies::{copy_tpm, no_copy_chosen};
use super::{Desk, Way};
use crate::domain::Clause::{
    self, C1, C1_5, C1_5_1, C1_5_2, C1_8, C2_1_1, C2_1_2, C2_1_3, C2_1_4, C2_2_3, C2_3, C4_1_2, C4_2_1, Intro,
};
use crate::domain::lens::{Handler, Item, Items};
use crate::domain::routing::recipients::{NOT_WIDELY, blank, not, to};
use crate::domain::routing::statements::{handle as s, second as options};
use crate::domain::routing::{
    Knowledge, Knows, Line, MessageKind, Party, Recipient, Said, Step, StepKind, knows, officer, outside,
    second, third,
};

/// What one step says, and who receives it. Depends on the desk, and for the check of completeness on what is there.
#[must_use]
pub fn step(kind: StepKind, desk: Desk, items: Items) -> Step {
    let mut step = match kind {
        StepKind::ConflictCheck => closing::conflict_check(),
        StepKind::HandOver => closing::hand_over(desk),
        StepKind::Receipt => receipt(desk),
        StepKind::CheckComplete => check_complete(desk, items),
        StepKind::FirstStepsFirst => first_steps_first(desk),
        StepKind::HelpApproach => help_approach(desk),
        StepKind::RightOfReply => right_of_reply(desk),
        StepKind::Weigh => weigh(desk),
        StepKind::AgreeOutcome => closing::agree_outcome(desk),
        StepKind::Convey => closing::convey(desk),
        StepKind::Retain => closing::retain(),
        StepKind::Corroborate => closing::corroborate(),
        StepKind::InCopy => in_copy(desk.handler),
        StepKind::PointToNsb => point_to_nsb(desk),
        StepKind::NeedToKnow => need_to_know(),
        StepKind::CloseRaiser => closing::close_raiser(desk),
        StepKind::CloseConcerned => closing::close_concerned(desk),
        _ => letter(kind, desk),
    };
    step.knows = known(&step);
    step
}

/// The letters of an officer, as the routing of clauses 2 and 3 has them.
fn letter(kind: StepKind, desk: Desk) -> Step {
    let who = desk.who();
    let mut step = match kind {
        StepKind::NsbWrites => officer::nsb_writes(who),
        StepKind::InsideNsb => officer::inside_nsb(who),
        StepKind::FindRecipient => officer::find_recipient(),
        StepKind::WhichRole => outside::which_role(who),
        StepKind::SectionD => outside::section_d(who),
        StepKind::TellLeaders => outside::tell_leaders(who),
        StepKind::Formal => third::formal(who),
        _ => blank(kind, &[]),
    };
    step.leads = for_those_who_decide(step.leads);
    step.messages = match (kind, who.way()) {
        (StepKind::NsbWrites, Way::Committee) => vec![MessageKind::NsbNsb],
        (StepKind::NsbWrites, Way::Liaison) => vec![MessageKind::NsbTpm],
        (StepKind::NsbWrites, Way::Lead | Way::LeadLiaison) => vec![MessageKind::NsbLeaders],
        (StepKind::NsbWrites, _) => vec![MessageKind::NsbCeo],
        (StepKind::Formal, _) => vec![MessageKind::Formal],
        _ => Vec::new(),
    };
    match kind {
        StepKind::NsbWrites | StepKind::InsideNsb => step.prepare.push(s::CHECK_ADD_NOTHING),
        StepKind::Formal => step.prepare.extend([
            s::FORMAL_STEPS,
            s::FORMAL_INDEX,
            s::FORMAL_REDACT,
            s::FORMAL_PROPORTION,
        ]),
        // An officer does not ask their own NSB: the TPM can tell the role.
        StepKind::WhichRole => step.recipients.retain(|line| line.party != who.own_side()),
        _ => {}
    }
    step
}

/// The options as they read for those who weigh them, not for those who hope for them.
fn for_those_who_decide(said: Vec<Said>) -> Vec<Said> {
    said.into_iter()
        .map(|said| {
            if said == options::OPTIONS_NOT_REMEDIES {
                s::OPTIONS_OPEN
            } else {
                said
            }
        })
        .collect()
}

/// A step of statements only.
pub(super) fn with(
    kind: StepKind,
    clauses: &'static [Clause],
    why: &[Said],
    prepare: &[Said],
    leads: &[Said],
    fails: &[Said],
) -> Step {
    Step {
        why: why.to_vec(),
        prepare: prepare.to_vec(),
        leads: leads.to_vec(),
        fails: fails.to_vec(),
        ..blank(kind, clauses)
    }
}

/// Whoever sent it, with the reason.
pub(super) fn sender(desk: Desk) -> Recipient {
    let party = desk.sender();
    let why = match party {
        Party::WhoRaised => s::TO_RAISER,
        Party::RaiserNsb => s::TO_RAISER_NSB,
        Party::Tpm => s::TO_TPM_SENT,
        _ => s::TO_SENDER,
    };
    to(party, why)
}

/// What is written back to whoever sent it, with the copy that 4.1.4 asks for.
fn written_back(step: &mut Step, desk: Desk) {
    step.recipients = vec![sender(desk)];
    copy_tpm(step, desk);
    no_copy_chosen(step, desk);
    without_the_person(step);
    step.messages.push(MessageKind::Ack);
}

/// The person concerned hears from those who hear them, not from a copy.
fn without_the_person(step: &mut Step) {
    step.recipients.push(not(Party::PersonConcerned, s::NOT_PERSON));
    step.recipients.extend(NOT_WIDELY);
}

fn receipt(desk: Desk) -> Step {
    let mut step = with(
        StepKind::Receipt,
        &[Intro],
        &[s::RECEIPT_WHY, s::RECEIPT_NO_PROMISE],
        &[s::RECEIPT_SAY, s::RECEIPT_SAFE],
        &[s::RECEIPT_LEADS],
        &[s::RECEIPT_FAILS],
    );
    written_back(&mut step, desk);
    step
}

/// What is missing, each with why it matters; nothing that is there is asked for again.
fn check_complete(desk: Desk, items: Items) -> Step {
    let mut step = with(
        StepKind::CheckComplete,
        &[Intro, C4_1_2],
        &[s::CHECK_WHY, s::CHECK_GAP],
        &[],
        &[s::CHECK_LEADS],
        &[s::CHECK_FAILS],
    );
    step.prepare.extend(
        Item::ALL
            .into_iter()
            .filter(|item| !items.has(*item))
            .map(missing),
    );
    if step.prepare.is_empty() {
        step.prepare.push(s::CHECK_ALL_THERE);
    }
    step.prepare.push(s::CHECK_ADD_NOTHING);
    written_back(&mut step, desk);
    step
}

const fn missing(item: Item) -> Said {
    match item {
        Item::Who => s::MISSING_WHO,
        Item::What => s::MISSING_WHAT,
        Item::When => s::MISSING_WHEN,
        Item::Where => s::MISSING_WHERE,
        Item::Effect => s::MISSING_EFFECT,
        Item::Tried => s::MISSING_TRIED,
        Item::Purpose => s::MISSING_PURPOSE,
        Item::Papers => s::MISSING_PAPERS,
        Item::NameAgreed => s::MISSING_NAME,
    }
}

/// 1 before 2; a request for help is a first step (our reading, open point `grave-cases`).
fn first_steps_first(desk: Desk) -> Step {
    let order = desk.who().way().order(s::FIRST_ORDER, s::FIRST_ORDER_INTRO);
    let mut step = with(
        StepKind::FirstStepsFirst,
        &[Intro, C1],
        &[order, s::FIRST_HELP_COUNTS, s::FIRST_NOBODY_MUST],
        &[s::FIRST_ASK, s::FIRST_OFFER],
        &[s::FIRST_LEADS],
        &[s::FIRST_FAILS],
    );
    written_back(&mut step, desk);
    step
}

/// 1.5: in somebody's place, to the person concerned.
fn help_approach(desk: Desk) -> Step {
    let clauses: &'static [Clause] = match desk.handler {
        Handler::Leader => &[C1_5, C1_5_1],
        Handler::Tpm => &[C1_5, C1_5_2],
        _ => &[C1_5],
    };
    let mut step = with(
        StepKind::HelpApproach,
        clauses,
        &[s::APPROACH_WHY, s::APPROACH_HEAR, s::APPROACH_AGREE],
        &[s::APPROACH_PREPARE, s::APPROACH_NAME, s::APPROACH_ONE],
        &[s::APPROACH_LEADS],
        &[s::APPROACH_FAILS],
    );
    step.recipients = vec![to(Party::PersonConcerned, s::TO_PERSON_HELP)];
    no_copy_chosen(&mut step, desk);
    step.recipients.extend(NOT_WIDELY);
    step.messages.push(MessageKind::HelpApproach);
    step
}

/// The person concerned is heard, with no outcome fixed beforehand (notes to the introduction).
fn right_of_reply(desk: Desk) -> Step {
    let mut step = with(
        StepKind::RightOfReply,
        &[Intro],
        &[s::REPLY_WHY, s::REPLY_FORM],
        &[
            s::REPLY_TELL,
            s::REPLY_ALLEGED,
            s::REPLY_COMPANY,
            s::REPLY_NO_CONTACT,
        ],
        &[s::REPLY_LEADS],
        &[s::REPLY_FAILS],
    );
    step.recipients = vec![to(Party::PersonConcerned, s::TO_PERSON_REPLY)];
    copy_tpm(&mut step, desk);
    step.recipients.push(not(Party::WhoRaised, s::NOT_RAISER));
    if desk.handler == Handler::Leader {
        step.why.push(s::REPLY_LEADER);
    }
    step.recipients.extend(NOT_WIDELY);
    step.messages.push(MessageKind::RightOfReply);
    step
}

/// 2.1.4 or 2.2.3 by the capacity, never mixed; nothing listed for staff (2.3).
fn weigh(desk: Desk) -> Step {
    let who = desk.who();
    let (clauses, decide): (&'static [Clause], Said) = match who.way() {
        Way::Lead | Way::LeadLiaison => (&[C2_2_3], s::WEIGH_LEAD),
        Way::Staff | Way::Tpm | Way::CeoOffice => (&[C2_3], s::WEIGH_STAFF),
        Way::Committee if who.same_nsb() => (&[], s::WEIGH_SAME),
        Way::Committee | Way::Liaison => (&[C2_1_4], s::WEIGH_COMMITTEE),
        Way::Body | Way::Guest | Way::Unclear => (&[], s::WEIGH_UNCLEAR),
    };
    let mut step = with(
        StepKind::Weigh,
        clauses,
        &[decide, s::WEIGH_HEARD, s::WEIGH_LIGHT],
        &[s::WEIGH_NOTE, s::WEIGH_REPUTATION],
        &[],
        &[s::WEIGH_FAILS],
    );
    step.leads = for_those_who_decide(second::options(who));
    step
}

/// A copy, and no task: 2.1.3 names the leaders, 1.8 the NSBs; nobody else is in copy by a clause.
fn in_copy(handler: Handler) -> Step {
    let mut step = with(
        StepKind::InCopy,
        &[C4_2_1],
        &[s::COPY_NOT_YOURS],
        &[s::COPY_KEEP],
        &[s::COPY_LEADS],
        &[s::COPY_FAILS],
    );
    match handler {
        Handler::Leader => {
            step.clauses = &[C2_1_3, C4_2_1];
            step.why.insert(0, s::COPY_WHY);
            step.prepare.push(s::COPY_OPEN);
            step.fails = vec![s::COPY_FAILS_LEADER];
        }
        Handler::NsbOfficer => {
            step.clauses = &[C1_8, C4_2_1];
            step.why.insert(0, s::COPY_WHY_NSB);
        }
        _ => {}
    }
    step
}

/// The informal and the formal step belong to an NSB.
fn point_to_nsb(desk: Desk) -> Step {
    let mut step = with(
        StepKind::PointToNsb,
        &[C2_1_1, C2_1_2],
        &[s::POINT_WHY, s::POINT_NO_NSB],
        &[s::POINT_SAY, s::POINT_ROUTE],
        &[s::POINT_LEADS],
        &[s::POINT_FAILS],
    );
    written_back(&mut step, desk);
    step
}

fn need_to_know() -> Step {
    with(
        StepKind::NeedToKnow,
        &[C4_2_1],
        &[s::KNOW_WHY, s::KNOW_RECORD],
        &[s::KNOW_LOG, s::KNOW_ADDRESS, s::KNOW_BOTH],
        &[s::KNOW_LEADS],
        &[s::KNOW_FAILS],
    )
}

/// Who will know what: derived from the recipients and from where it travels on.
fn known(step: &Step) -> Vec<Knows> {
    let mut all: Vec<Knows> = Vec::new();
    let mut add = |party, what, why| {
        if !all.iter().any(|knows| knows.party == party && knows.what == what) {
            all.push(Knows { party, what, why });
        }
    };
    let onward = step.onward.iter().flat_map(|onward| &onward.recipients);
    for recipient in step.recipients.iter().chain(onward) {
        let party = recipient.party;
        if recipient.line == Line::DoNotCopy || party == Party::WhoRaised {
            continue;
        }
        // Whoever sent it knows already what it says.
        if !matches!(party, Party::WhoBrought | Party::RaiserNsb) {
            let name = if party == Party::PersonConcerned {
                s::LEARN_NAME_PERSON
            } else {
                s::LEARN_NAME
            };
            add(party, Knowledge::RaiserName, name);
            add(party, Knowledge::Details, s::LEARN_DETAILS);
        }
        if party == Party::Tpm {
            add(party, Knowledge::MayPassOn, knows::TPM_ASKS);
        }
    }
    match step.kind {
        StepKind::NsbWrites | StepKind::InsideNsb | StepKind::Convey => {
            add(Party::PersonConcerned, Knowledge::Details, knows::HEARD);
        }
        StepKind::Formal => add(Party::PersonConcerned, Knowledge::Details, knows::ANSWERS),
        _ => {}
    }
    all
}
