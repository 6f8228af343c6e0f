//! What each step says to the person concerned, and who receives it.

use super::{Behind, Concerned, Part, later};
use crate::domain::Clause::{self, C1_2, C1_4, C1_6, C2_1_1, C2_1_2, C2_2_2, C2_3, C3_2, C3_3, Intro};
use crate::domain::lens::Reached;
use crate::domain::routing::recipients::{NOT_WIDELY, blank, copy, not, onward, to};
use crate::domain::routing::statements::respond as s;
use crate::domain::routing::{Knowledge, Knows, Line, MessageKind, Party, Recipient, Said, Step, StepKind};
use crate::domain::situation::Capacity;

/// What one step says, and who receives it. Depends on [`Concerned`] alone.
#[must_use]
pub fn step(kind: StepKind, me: Concerned) -> Step {
    let mut step = match kind {
        StepKind::Reflect => reflect(),
        StepKind::Repair => repair(),
        StepKind::Listen => listen(me),
        StepKind::WhichStage => which_stage(me),
        StepKind::Acknowledge => acknowledge(me),
        StepKind::Clarify => clarify(me),
        StepKind::PutRight => put_right(me),
        StepKind::AskBeside => ask_beside(me),
        StepKind::KeepOutcome => later::keep_outcome(me),
        StepKind::AnswerTmb => later::answer_tmb(me),
        StepKind::Appeal => later::appeal(me),
        _ => blank(kind, &[]),
    };
    step.knows = knows(&step);
    step
}

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

fn reflect() -> Step {
    with(
        StepKind::Reflect,
        &[Intro],
        &[s::REFLECT_WHY, s::REFLECT_CODE, s::REFLECT_NO_CHARGE],
        &[s::REFLECT_NOTE],
        &[s::REFLECT_LEADS],
        &[s::REFLECT_FAILS],
    )
}

/// "I may have got this wrong": a word to the person, before anybody complains.
fn repair() -> Step {
    let mut step = with(
        StepKind::Repair,
        &[C1_4, C1_6],
        &[s::REPAIR_WHY, s::REPAIR_TALK, s::REPAIR_EFFECT],
        &[s::REPAIR_PREPARE, s::REPAIR_ROOM, s::REPAIR_NO_ANSWER],
        &[s::REPAIR_LEADS],
        &[s::REPAIR_FAILS],
    );
    step.recipients = vec![to(Party::PersonTouched, s::TO_TOUCHED)];
    step.recipients.extend(NOT_WIDELY);
    step.messages.push(MessageKind::Repair);
    step
}

fn listen(me: Concerned) -> Step {
    let heard = if me.part() == Part::Formal {
        s::HEARD_TMB
    } else {
        s::HEARD
    };
    with(
        StepKind::Listen,
        &[Intro],
        &[heard, s::LISTEN_WHY, s::LISTEN_TIME],
        &[s::NOT_NOW, s::LISTEN_NOTE, s::LISTEN_ASK, s::LISTEN_AGREED],
        &[s::LISTEN_LEADS],
        &[s::LISTEN_FAILS],
    )
}

fn which_stage(me: Concerned) -> Step {
    let mut step = with(
        StepKind::WhichStage,
        &[Intro],
        &[s::WHICH_WHY, s::WHICH_HOW],
        &[s::WHICH_ASK],
        &[s::WHICH_LEADS],
        &[s::WHICH_FAILS],
    );
    step.recipients = vec![to(Party::WhoBrought, s::TO_BROUGHT)];
    step.recipients.extend(aside(me));
    step
}

/// Whose message it was, and so who hears back. Nobody when it would be the other person and that is not wise.
fn back(me: Concerned) -> Option<Recipient> {
    Some(match me.reached {
        Reached::Noticed => return None,
        Reached::Spoken | Reached::Message if me.apart => return None,
        Reached::Spoken | Reached::Message => to(Party::WhoRaised, s::TO_RAISED),
        Reached::Helper => to(Party::Helper, s::TO_HELPER),
        Reached::Unknown => to(Party::WhoBrought, s::TO_BROUGHT),
        Reached::CeoOffice => to(Party::OfficeOfCeo, s::TO_CEO_OFFICE),
        Reached::OwnNsb | Reached::Liaison | Reached::Leaders | Reached::Tmb | Reached::TmbDecision => {
            own_line(me, s::TO_OWN_NSB, s::TO_OWN_LIAISON)
        }
    })
}

/// Own NSB, an officer of it with no part in the matter, or the organization that stands behind them.
pub(super) fn own_line(me: Concerned, nsb: Said, liaison: Said) -> Recipient {
    let why = match me.behind() {
        Behind::Nsb => nsb,
        Behind::SameNsb => s::TO_OFFICER_SAME,
        Behind::Officer => s::TO_OFFICER_ME,
        Behind::Liaison => liaison,
        Behind::Staff => s::TO_OWN_STAFF,
        Behind::NoBody => s::TO_OWN_NOBODY,
    };
    to(me.own_side(), why)
}

/// Who is better left out of any answer.
pub(super) fn aside(me: Concerned) -> Vec<Recipient> {
    let mut lines = Vec::new();
    let answered = matches!(me.reached, Reached::Spoken | Reached::Message | Reached::Unknown) && !me.apart;
    if !answered {
        lines.push(not(Party::WhoRaised, s::NOT_RAISED));
    }
    if me.part() == Part::Informal && me.behind().is_nsb() && me.behind() != Behind::SameNsb {
        lines.push(not(Party::RaiserNsb, s::NOT_RAISER_NSB));
    }
    lines.push(not(Party::RaiserColleagues, s::NOT_RAISER_COLLEAGUES));
    lines.extend(NOT_WIDELY);
    lines
}

pub(super) fn tpm_copied(me: Concerned) -> Option<Recipient> {
    let written = matches!(me.part(), Part::Informal | Part::Formal) && me.reached != Reached::CeoOffice;
    (written && !me.is_tpm()).then(|| copy(Party::Tpm, s::COPY_TPM))
}

/// The clauses of the part that it is in.
const fn clauses(reached: Reached) -> &'static [Clause] {
    match reached {
        Reached::Noticed | Reached::Unknown => &[Intro],
        Reached::Spoken | Reached::Message => &[C1_2, C1_4],
        Reached::Helper => &[Clause::C1_5, C1_4],
        Reached::OwnNsb => &[C2_1_1],
        Reached::Liaison => &[C2_1_2],
        Reached::Leaders => &[C2_2_2],
        Reached::CeoOffice => &[C2_3],
        Reached::Tmb => &[C3_2],
        Reached::TmbDecision => &[C3_3],
    }
}

fn answer(step: &mut Step, me: Concerned, message: MessageKind) {
    step.clauses = clauses(me.reached);
    match back(me) {
        Some(line) => {
            step.recipients.push(line);
            step.messages.push(message);
        }
        None => step.why.push(s::THROUGH_SOMEBODY),
    }
    step.recipients.extend(tpm_copied(me));
    step.recipients.extend(aside(me));
}

fn acknowledge(me: Concerned) -> Step {
    let mut step = with(
        StepKind::Acknowledge,
        &[],
        &[s::ACKNOWLEDGE_WHY, s::ACKNOWLEDGE_NOT_YES],
        &[s::ACKNOWLEDGE_SAY],
        &[s::ACKNOWLEDGE_LEADS],
        &[s::ACKNOWLEDGE_FAILS],
    );
    answer(&mut step, me, MessageKind::Acknowledge);
    step
}

fn clarify(me: Concerned) -> Step {
    let mut step = with(
        StepKind::Clarify,
        &[],
        &[s::HEARD, s::CLARIFY_WHY, s::CLARIFY_PURPOSE],
        &[s::CLARIFY_SORT, s::CLARIFY_NO_MOTIVES, s::CLARIFY_READ],
        &[s::CLARIFY_LEADS],
        &[s::CLARIFY_FORM],
    );
    answer(&mut step, me, MessageKind::Clarify);
    if me.part() == Part::Informal {
        step.leads = vec![s::CLARIFY_LEADS_INFORMAL];
        travel(&mut step, me);
    }
    step
}

/// Where an answer travels from one's own side, and what if it does not.
fn travel(step: &mut Step, me: Concerned) {
    match me.behind() {
        Behind::Nsb | Behind::Officer if me.reached != Reached::CeoOffice => {
            step.onward.push(onward(
                me.own_side(),
                vec![to(Party::RaiserNsb, s::TO_RAISER_NSB)],
            ));
        }
        Behind::Liaison if me.reached != Reached::CeoOffice => {
            // The TPM hears of it from the organization, not by a copy as well.
            step.recipients.retain(|line| line.party != Party::Tpm);
            step.onward
                .push(onward(me.own_side(), vec![to(Party::Tpm, s::TO_TPM_BACK)]));
        }
        _ => {}
    }
    step.fails.push(dead_end(me));
}

/// What if one's own side passes nothing on.
pub(super) fn dead_end(me: Concerned) -> Said {
    match me.behind() {
        Behind::Nsb | Behind::SameNsb | Behind::Officer => s::NSB_SILENT,
        Behind::Liaison | Behind::Staff | Behind::NoBody => s::NO_NSB,
    }
}

fn put_right(me: Concerned) -> Step {
    let mut step = with(
        StepKind::PutRight,
        &[],
        &[s::PUT_RIGHT_WHY, s::PUT_RIGHT_NOT_ALL],
        &[s::PUT_RIGHT_SAY, s::PUT_RIGHT_NO_PRICE, s::PUT_RIGHT_LAW],
        &[s::PUT_RIGHT_LEADS],
        &[s::PUT_RIGHT_FAILS],
    );
    answer(&mut step, me, MessageKind::PutRight);
    if me.part() == Part::Informal {
        travel(&mut step, me);
    }
    step
}

/// 1.5 speaks of help for the one who raises a concern only (open point `concerned-help`).
fn ask_beside(me: Concerned) -> Step {
    let mut step = with(
        StepKind::AskBeside,
        &[Intro],
        &[s::BESIDE_TEXT, s::BESIDE_WHY],
        &[s::BESIDE_ASK, s::BESIDE_LITTLE],
        &[s::BESIDE_LEADS],
        &[s::BESIDE_FAILS],
    );
    step.one_is_enough = true;
    if me.behind() == Behind::Nsb {
        step.recipients.push(to(Party::HeadOfDelegation, s::TO_HEAD));
    }
    step.recipients
        .push(own_line(me, s::TO_OWN_NSB_HELP, s::TO_OWN_LIAISON_HELP));
    if me.part() != Part::Before && !me.is_tpm() {
        step.recipients.push(to(Party::Tpm, s::TO_TPM_EXPLAINS));
    }
    step.recipients.push(to(Party::SomeoneTrusted, s::TO_TRUSTED));
    if me.part() != Part::Before {
        step.recipients
            .push(not(Party::RaiserColleagues, s::NOT_RAISER_COLLEAGUES));
    }
    step.recipients.extend(NOT_WIDELY);
    step.messages.push(MessageKind::AskHelper);
    step
}

/// Who will know what: derived from the recipients and from where it travels on.
fn knows(step: &Step) -> Vec<Knows> {
    let mut all = Vec::new();
    let mut add = |party, what, why| {
        if !all
            .iter()
            .any(|knows: &Knows| knows.party == party && knows.what == what)
        {
            all.push(Knows { party, what, why });
        }
    };
    if step.kind == StepKind::AskBeside {
        return all;
    }
    for recipient in step.recipients.iter().filter(|on| on.line != Line::DoNotCopy) {
        add(recipient.party, Knowledge::Details, s::KNOW_ANSWER);
        if recipient.party == Party::Tpm {
            add(Party::Tpm, Knowledge::MayPassOn, s::KNOW_TPM);
        }
    }
    for recipient in step.onward.iter().flat_map(|onward| &onward.recipients) {
        add(recipient.party, Knowledge::Details, s::KNOW_ONWARD);
    }
    if step.kind == StepKind::AnswerTmb {
        add(Party::WhoRaised, Knowledge::Details, s::KNOW_BOTH);
    }
    all
}

/// The one who leads a group cannot lead what is about themselves.
pub(super) const fn leads_a_group(capacity: Capacity) -> bool {
    matches!(
        capacity,
        Capacity::Chair
            | Capacity::CommitteeManager
            | Capacity::WgSecretary
            | Capacity::Convenor
            | Capacity::ProjectLeader
    )
}
