//! Beginning a letter from a case: whether it is offered at all, to whom it goes, and what the case already knows about it.

use super::{Addressee, Draft, Form};
use crate::domain::lens::{Item, Items};
use crate::domain::routing::{Line, MessageKind, Plan, Said, Stage, StageState, Way, Who};
use crate::domain::situation::{Affiliation, Capacity};
use crate::domain::{Answers, Words};

/// Whether a letter can have a place in this case: what an NSB or the TPM writes follows from whom the concern is about
/// (2.1.1, 2.1.2, 2.2.2, 2.3), and no NSB writes to an NSB where both sides belong to one (invariant 16).
#[must_use]
pub fn offered(kind: MessageKind, who: Who) -> bool {
    let way = who.way();
    let liaison = who.affiliation == Affiliation::Liaison;
    let unclear = way == Way::Unclear;
    match kind {
        MessageKind::NsbNsb => !who.same_nsb() && (way == Way::Committee || unclear && !liaison),
        MessageKind::NsbTpm => way == Way::Liaison || unclear && !who.same_nsb(),
        MessageKind::NsbLeaders => matches!(way, Way::Lead | Way::LeadLiaison) || unclear,
        MessageKind::NsbCeo => matches!(way, Way::Staff | Way::Tpm) || unclear,
        MessageKind::TpmLiaison => {
            matches!(way, Way::Liaison | Way::LeadLiaison) || unclear && !who.same_nsb()
        }
        // The keeper of the papers keeps none about themselves (4.1.3).
        MessageKind::Retention | MessageKind::Corroboration => !who.tpm_concerned(),
        _ => true,
    }
}

/// Why a letter cannot be begun yet: a formal request stands under the stage it belongs to (3.1, invariant 3).
#[must_use]
pub fn locked(kind: MessageKind, plan: &Plan) -> Option<Said> {
    if kind != MessageKind::Formal {
        return None;
    }
    let formal = plan.stages.iter().find(|stage| stage.stage == Stage::Formal)?;
    (formal.state == StageState::Locked).then_some(formal.note)
}

/// A draft with what the case knows: who receives it by the plan, by which way it would go on, and whom to leave out.
#[must_use]
pub fn begin(words: &Words, kind: MessageKind, who: Who, plan: &Plan) -> Draft {
    let mut draft = Draft::new(kind);
    let form = Form::of(words, kind);
    draft.choose("subject", subject(who));
    draft.choose("sides", if who.same_nsb() { "same" } else { "" });
    if form.asking("choice", "via").keys().next().is_some() {
        draft.choose("via", via(who));
    }
    if form.asking("choice", "level").keys().next().is_some() {
        draft.choose("level", level(who));
    }
    let allowed = form.to(&draft);
    let steps = plan.steps.iter().filter(|step| step.messages.contains(&kind));
    let named = steps.flat_map(|step| step.on(Line::To));
    let known = named.filter_map(|party| Addressee::parse(party.key()));
    let mut fitting = known.filter(|to| allowed.contains(to));
    // Where one of several is enough, the choice is the person's (1.5). Several steps may name the same one.
    if let Some(one) = fitting.next()
        && fitting.all(|other| other == one)
    {
        draft.to_party = one;
    }
    draft
}

/// Ticks what is missing of a concern by the answers: what was left open at the question what there is, where that was answered.
pub(super) fn tick_gaps(form: Form, draft: &mut Draft, answers: &Answers) {
    let there = Items::of(answers);
    if there == Items::default() && !answers.chose("at-hand", "none") {
        return;
    }
    let missing = Item::ALL.into_iter().filter(|item| !there.has(*item));
    for key in missing.map(Item::key) {
        if form.asking("ticks", "gaps").keys().any(|one| one == key) {
            draft.tick("gaps", key, true);
        }
    }
}

/// Who of those that letters usually name is the person concerned, and therefore left out (invariants 1 and 4).
const fn subject(who: Who) -> &'static str {
    match who.capacity {
        Capacity::Tpm => "tpm",
        Capacity::CeoOffice => "ceo-office",
        Capacity::HeadOfDelegation if who.own_officer_concerned() => "head",
        Capacity::NsbOfficer if who.own_officer_concerned() => "officer",
        _ if who.leader_concerned() => "leader",
        _ => "",
    }
}

/// By which way one's own NSB would take it on; unsaid where the capacity is not known.
pub(super) const fn via(who: Who) -> &'static str {
    match who.way() {
        Way::Committee if who.same_nsb() => "inside",
        Way::Committee => "nsb",
        Way::Liaison => "liaison",
        Way::Lead if who.same_nsb() => "leader-same",
        Way::Lead => "leader",
        Way::LeadLiaison => "leader-liaison",
        Way::Staff | Way::Tpm => "staff",
        Way::CeoOffice | Way::Body | Way::Guest | Way::Unclear => "",
    }
}

/// Which list of options is the one to weigh: 2.1.4 or 2.2.3, never both (invariant 6).
const fn level(who: Who) -> &'static str {
    match who.way() {
        Way::Committee | Way::Liaison => "committee",
        Way::Lead | Way::LeadLiaison => "group",
        _ => "",
    }
}
