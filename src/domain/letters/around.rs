//! Who receives a letter, who is copied and who is better left out, as the step of the routing has it to which the letter belongs.
//!
//! In: the case, the draft. Out: lines of the recipients table, each with its reason. The hints of the composer, the boxes ticked
//! beforehand and the departure check all read them, so that plan and letter cannot contradict each other.

use super::begin::{begin, tick_gaps, via};
use super::{Addressee, Copied, Draft, Form};
use crate::domain::Words;
use crate::domain::case::Case;
use crate::domain::lens::{HandleFacets, Handler, Lens};
use crate::domain::routing::handle::{self, Desk};
use crate::domain::routing::respond::{self, Concerned};
use crate::domain::routing::{self, Basis, Line, MessageKind, Recipient, Step, StepKind, Way, Who};
use crate::domain::situation::{Affiliation, Capacity, Facets};

/// The lines of the step that offers this letter: of the plan's own if it has one, else of the first there is. Empty where no step does.
#[must_use]
pub fn around(case: &Case, form: Form, draft: &Draft) -> Vec<Recipient> {
    let lens = form.lens();
    let who = clear(case.who(lens), form, draft);
    let handled = case.handled();
    let desk = Desk {
        capacity: who.capacity,
        affiliation: who.affiliation,
        ..Desk::of(&handled)
    };
    let me = Concerned::of(&case.concerned());
    if form.kind == MessageKind::NsbRequest {
        let facets = Facets {
            capacity: who.capacity,
            affiliation: who.affiliation,
            ..case.facets()
        };
        return routing::copies(form.kind, who, &routing::route(&facets));
    }
    let step = |kind: StepKind| match lens {
        Lens::Raise => {
            let mut step = routing::step(kind, who);
            routing::leave_out(&mut step, case.facets().safety);
            step
        }
        Lens::Respond => respond::step(kind, me),
        Lens::Handle => handle::step(kind, desk, handled.items),
    };
    let offers = |step: &Step| step.messages.contains(&form.kind);
    let plan = case.plan(lens);
    let planned = plan
        .steps
        .iter()
        .filter(|step| offers(step))
        .map(|step| step.kind);
    let found = planned
        .chain(StepKind::ALL.iter().copied())
        .map(step)
        .find(offers);
    found.map(|step| step.recipients).unwrap_or_default()
}

/// Who may receive a letter in this case: those of its form, without those whom the routing avoids in danger and fear. One who was chosen
/// before stays on the list until another is; the departure check says why to think again.
#[must_use]
pub fn readers(case: &Case, form: Form, draft: &Draft) -> Vec<Addressee> {
    let avoided = avoided(case, form);
    let mut all = form.to(draft);
    all.retain(|one| Some(*one) != avoided || *one == draft.to_party);
    all
}

/// Whom the routing avoids in this case, where the letter is one of whoever raises the concern.
pub(super) fn avoided(case: &Case, form: Form) -> Option<Addressee> {
    if form.lens() != Lens::Raise {
        return None;
    }
    routing::avoided(case.facets().safety).and_then(|party| Addressee::parse(party.key()))
}

/// Who acts and about whom; where the letter says by which way it goes and the case does not, or says something else, as the letter has it.
fn clear(who: Who, form: Form, draft: &Draft) -> Who {
    let asks = form.asking("choice", "via").keys().next().is_some();
    let chosen = draft.choice("via");
    let way = match form.kind {
        MessageKind::NsbNsb => "nsb",
        MessageKind::NsbTpm | MessageKind::TpmLiaison => "liaison",
        MessageKind::NsbCeo => "staff",
        MessageKind::NsbLeaders if chosen.is_empty() => "leader",
        _ => chosen,
    };
    let said = if asks {
        chosen != via(who)
    } else {
        who.way() == Way::Unclear
    };
    let (capacity, affiliation) = match way {
        _ if !said => return who,
        "nsb" => (Capacity::Delegate, Affiliation::OtherNsb),
        "inside" => (Capacity::Delegate, Affiliation::SameNsb),
        "liaison" => (Capacity::Liaison, Affiliation::Liaison),
        "leader" => (Capacity::Convenor, Affiliation::OtherNsb),
        "leader-same" => (Capacity::Convenor, Affiliation::SameNsb),
        "leader-liaison" => (Capacity::Convenor, Affiliation::Liaison),
        "staff" => (Capacity::IsoCs, Affiliation::Unknown),
        _ if asks => (Capacity::Unknown, Affiliation::Unknown),
        _ => return who,
    };
    Who {
        capacity,
        affiliation,
        ..who
    }
}

/// Those on one line whom a letter knows.
pub(super) fn on(around: &[Recipient], line: Line) -> impl Iterator<Item = (Addressee, &Recipient)> {
    let on = around.iter().filter(move |recipient| recipient.line == line);
    on.filter_map(|recipient| Some((Addressee::parse(recipient.party.key())?, recipient)))
}

/// A draft with what its case knows. Ticked beforehand are only the TPM, where the plan copies them (4.1.4), and those whom 2.2.2 has
/// an NSB address together.
#[must_use]
pub fn begun(words: &Words, kind: MessageKind, case: &Case) -> Draft {
    let form = Form::of(words, kind);
    let lens = form.lens();
    let mut draft = begin(words, kind, case.who(lens), &case.plan(lens));
    if lens == Lens::Respond && Concerned::of(&case.concerned()).is_tpm() {
        draft.choose("subject", Addressee::Tpm.key());
    }
    if lens == Lens::Handle && HandleFacets::from_answers(&case.answers).handler == Handler::Tpm {
        draft.choose("writer", Addressee::Tpm.key());
    }
    tick_gaps(form, &mut draft, &case.answers);
    let around = around(case, form, &draft);
    let copied = form.copied(&draft);
    // What is no more than our suggestion, as long as nobody has said whom it is about, is for the person to tick.
    let tpm = on(&around, Line::Copy).filter(|(one, recipient)| {
        *one == Addressee::Tpm && copied.contains(one) && recipient.why.basis != Basis::Suggests
    });
    let also = form.also(&draft);
    let together = on(&around, Line::To).filter(|(one, _)| also.contains(one));
    let ticked: Vec<Addressee> = tpm.chain(together).map(|(one, _)| one).collect();
    draft.copy.extend(ticked.into_iter().map(|party| Copied {
        party,
        ..Copied::default()
    }));
    draft
}

/// The reasons that stand beside the boxes of those in copy: why somebody is copied whom the letter offers, and why somebody is left out
/// whom one might think of.
#[must_use]
pub fn reasons(around: &[Recipient], allowed: &[Addressee]) -> Vec<Recipient> {
    let thought_of = |one: Addressee| {
        matches!(
            one,
            Addressee::CommitteeLeadership
                | Addressee::GroupLeadership
                | Addressee::OtherLeaders
                | Addressee::Tpm
                | Addressee::HeadOfDelegation
                | Addressee::WhoRaised
        )
    };
    let copied = on(around, Line::Copy).filter(|(one, _)| allowed.contains(one));
    let left_out = on(around, Line::DoNotCopy).filter(|(one, _)| thought_of(*one));
    copied.chain(left_out).map(|(_, recipient)| *recipient).collect()
}
