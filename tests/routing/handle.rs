//! The plan of whoever handles a concern: its invariants over every combination of its facets.

use std::collections::HashSet;

use waymark::domain::lens::{
    Arrived, Conflict, FirstTried, HandleFacets, Handler, Heard, InformalTried, Item, Items, Outcome,
};
use waymark::domain::routing::handle::{
    Desk, HandleKey, HandleNotices, Matter, cautions, notices, order, plan, stages, step, stop,
};
use waymark::domain::routing::statements::handle as s;
use waymark::domain::routing::{
    Basis, Gate, Knowledge, Line, MessageKind, NoticeKind, Party, StageState, Step, StepKind, Way,
};
use waymark::domain::situation::{Capacity, Lawful, People, Safety};
use waymark::domain::{Clause, OpenPoint};

use super::handle_keys::{each_caution, each_notice, each_order, each_stage, reachable, spread};
use super::helpers::{learns, on, receives, words};

fn is_lead(desk: Desk) -> bool {
    matches!(desk.who().way(), Way::Lead | Way::LeadLiaison)
}

#[test]
fn every_combination_has_a_plan_made_of_its_parts() {
    let keys = each_order(|key| assert!(!order(key).is_empty(), "{key:?}"));
    println!(
        "order {keys} keys, steps {}, notices {}, stages {}, cautions {}",
        reachable().len(),
        each_notice(|_| {}),
        each_stage(|_| {}),
        each_caution(|_| {})
    );
    for facets in spread(50_000) {
        let plan = plan(&facets);
        let kinds: Vec<_> = plan.steps.iter().map(|step| step.kind).collect();
        assert_eq!(kinds, order(&HandleKey::of(&facets)), "{facets:?}");
        let unique: HashSet<_> = kinds.iter().collect();
        assert_eq!(unique.len(), kinds.len(), "{facets:?}: {kinds:?}");
        assert!(plan.steps.iter().all(|step| !step.why.is_empty()), "{facets:?}");
    }
}

/// Principle 6 before everything: conflicted means handing over, and an open question means asking it first.
#[test]
fn conflicts_are_looked_at_first_and_end_the_handling() {
    for facets in spread(50_000) {
        let key = HandleKey::of(&facets);
        let kinds = order(&key);
        match key.conflict {
            Conflict::Conflicted => assert_eq!(kinds, [StepKind::HandOver, StepKind::NeedToKnow], "{key:?}"),
            Conflict::Unknown | Conflict::Witness => {
                let clear = HandleKey {
                    conflict: Conflict::Clear,
                    ..key
                };
                assert_eq!(kinds[0], StepKind::ConflictCheck, "{key:?}");
                assert_eq!(kinds[1..], order(&clear), "nothing else depends on it: {key:?}");
            }
            Conflict::Clear => assert!(!kinds.contains(&StepKind::ConflictCheck), "{key:?}"),
        }
        let told = notices(&HandleNotices::of(&facets))
            .iter()
            .any(|notice| notice.kind == NoticeKind::Conflict);
        assert_eq!(told, key.conflict == Conflict::Conflicted, "{key:?}");
    }
    let own = HandleFacets {
        handler: Handler::Tpm,
        capacity: Capacity::Tpm,
        conflict: Conflict::Clear,
        ..HandleFacets::default()
    };
    assert_eq!(
        plan(&own).steps[0].kind,
        StepKind::HandOver,
        "the TPM does not handle what is about the TPM"
    );
}

#[test]
fn invariant_01_the_person_concerned_receives_only_letters_written_to_them_and_each_side_its_own() {
    let written = [
        StepKind::HelpApproach,
        StepKind::RightOfReply,
        StepKind::CloseConcerned,
    ];
    for (desk, kind, step) in reachable() {
        for recipient in receives(step).filter(|r| r.party == Party::PersonConcerned) {
            assert!(
                written.contains(kind) && recipient.line == Line::To,
                "{desk:?} {kind:?}"
            );
        }
        if written.contains(kind) {
            assert!(
                !receives(step).any(|r| r.party == Party::WhoRaised),
                "{desk:?} {kind:?}"
            );
            let others = receives(step).filter(|r| (r.line, r.party) != (Line::Copy, Party::Tpm));
            assert_eq!(others.count(), 1, "to nobody else: {desk:?} {kind:?}");
        }
        let leader = desk.who().leader_concerned();
        let led =
            receives(step).any(|r| matches!(r.party, Party::CommitteeLeadership | Party::GroupLeadership));
        assert!(!(leader && led), "{desk:?} {kind:?}");
        let office =
            desk.capacity == Capacity::CeoOffice && receives(step).any(|r| r.party == Party::OfficeOfCeo);
        assert!(!office, "{desk:?} {kind:?}");
    }
    each_notice(|key| {
        for recipient in notices(key).iter().flat_map(|notice| &notice.parties) {
            assert!(recipient.party != Party::PersonConcerned, "{key:?}");
        }
    });
}

/// Invariant 2: NSBs write to NSBs, the TPM to liaison organizations, NSBs to the Office of the CEO and the TMB.
#[test]
fn invariant_02_each_body_is_written_to_by_those_whom_the_clauses_name() {
    for (desk, kind, step) in reachable() {
        for recipient in step.recipients.iter().filter(|r| r.line != Line::DoNotCopy) {
            let by = desk.handler;
            let fine = match recipient.party {
                Party::TheirNsb | Party::OfficeOfCeo | Party::Tmb => by == Handler::NsbOfficer,
                Party::LiaisonOrganization => by == Handler::Tpm && *kind == StepKind::Convey,
                // It wrote first, and hears back from whom it wrote to.
                Party::RaiserNsb => by != Handler::Helper && by != Handler::Unknown,
                _ => true,
            };
            assert!(fine, "{desk:?} {kind:?} {recipient:?}");
        }
    }
}

#[test]
fn invariant_03_clause_3_is_for_an_nsb_officer_with_1_and_2_recorded() {
    let recorded = |desk: Matter, first: FirstTried, informal: InformalTried| {
        desk.handler == Handler::NsbOfficer
            // It came from the side that raises it (2.1.1, 2.1.2, 2.3, 4.1.2): not from another NSB, not as a copy, not unsaid.
            && !matches!(
                desk.arrived,
                Arrived::OtherNsb | Arrived::Copy | Arrived::Unknown
            )
            && matches!(first, FirstTried::Spoke | FirstTried::Helped)
            && informal == InformalTried::Recorded
    };
    let mut met = 0;
    each_order(|key| {
        if order(key).contains(&StepKind::Formal) {
            assert!(recorded(key.matter, key.first, key.informal), "{key:?}");
            met += 1;
        }
    });
    each_stage(|key| {
        let [_, _, formal] = stages(key);
        let way = !matches!(key.matter.way, Way::Body | Way::Guest);
        let open = recorded(key.matter, key.first, key.informal) && way && key.outcome != Outcome::Agreed;
        assert_eq!(formal.state != StageState::Locked, open, "{key:?}");
        // A lock never waits for what is there already.
        let waits = formal.note == s::STAGE_FORMAL_ORDER;
        let there = matches!(key.first, FirstTried::Spoke | FirstTried::Helped)
            && key.informal == InformalTried::Recorded;
        assert!(!(waits && there), "{key:?}");
    });
    assert!(met > 0);
    for (_, kind, step) in reachable() {
        assert!(!receives(step).any(|r| r.party == Party::Tmb) || *kind == StepKind::Formal);
        let formal = step.messages.contains(&MessageKind::Formal);
        assert_eq!(formal, *kind == StepKind::Formal);
    }
}

/// 1 before 2: where nothing was tried, no letter of clause 2 or 3 is offered, and help is.
#[test]
fn first_steps_come_before_letters() {
    each_order(|key| {
        let open = matches!(key.outcome, Outcome::NotYet | Outcome::Broken | Outcome::Unknown);
        if key.first == FirstTried::NotYet
            && open
            && !matches!(key.matter.arrived, Arrived::Help | Arrived::Copy)
        {
            let kinds = order(key);
            let only_told = kinds.contains(&StepKind::InCopy);
            assert!(only_told || kinds.contains(&StepKind::FirstStepsFirst), "{key:?}");
            assert!(
                !kinds.iter().any(|kind| matches!(
                    kind,
                    StepKind::NsbWrites | StepKind::FindRecipient | StepKind::Formal
                )),
                "{key:?}"
            );
        }
    });
}

#[test]
fn invariant_04_staff_through_the_office_of_the_ceo_and_the_tpm_never_about_the_tpm() {
    for (desk, kind, step) in reachable() {
        if *kind == StepKind::NsbWrites && matches!(desk.capacity, Capacity::IsoCs | Capacity::Tpm) {
            assert!(on(step, Line::To, Party::OfficeOfCeo), "{desk:?}");
            assert_eq!(step.messages, [MessageKind::NsbCeo], "{desk:?}");
        }
        if desk.capacity == Capacity::Tpm {
            assert!(
                !receives(step).any(|r| r.party == Party::Tpm),
                "{desk:?} {kind:?}"
            );
            assert!(
                !step.knows.iter().any(|knows| knows.party == Party::Tpm),
                "{desk:?} {kind:?}"
            );
        }
    }
}

#[test]
fn invariant_05_a_liaison_subject_is_reached_through_the_tpm() {
    for (desk, kind, step) in reachable() {
        let to_organization = receives(step).any(|r| r.party == Party::LiaisonOrganization);
        if *kind == StepKind::Convey {
            assert!(to_organization && desk.handler == Handler::Tpm, "{desk:?}");
            assert_eq!(step.messages, [MessageKind::TpmLiaison]);
        } else if to_organization {
            assert!(*kind == StepKind::NsbWrites && step.onward.iter().all(|onward| onward.by == Party::Tpm));
        }
        if *kind == StepKind::NsbWrites && matches!(desk.who().way(), Way::Liaison | Way::LeadLiaison) {
            assert!(on(step, Line::To, Party::Tpm) && !receives(step).any(|r| r.party == Party::TheirNsb));
        }
    }
}

#[test]
fn invariant_06_the_two_lists_of_options_are_never_mixed() {
    let cites = |step: &Step, from: &str| {
        step.said().any(|said| match said.basis {
            Basis::Says(clauses) => clauses.iter().any(|clause| clause.number().starts_with(from)),
            _ => false,
        }) || step
            .clauses
            .iter()
            .any(|clause| clause.number().starts_with(from))
    };
    for (desk, kind, step) in reachable() {
        // Conveying is about the organization's part (2.1.2, 2.1.4), also where the person leads a group.
        if *kind == StepKind::Convey {
            continue;
        }
        if is_lead(*desk) {
            assert!(!cites(step, "2.1.4"), "{desk:?} {kind:?}");
            if *kind == StepKind::Weigh {
                assert!(cites(step, "2.2.3.1") && cites(step, "2.2.3.4"), "{desk:?}");
            }
            if *kind == StepKind::NsbWrites {
                assert_eq!(step.messages, [MessageKind::NsbLeaders], "{desk:?}");
                assert!(
                    on(step, Line::To, Party::OtherLeaders) && on(step, Line::To, Party::Tpm),
                    "{desk:?}"
                );
            }
        } else {
            assert!(!cites(step, "2.2.3"), "{desk:?} {kind:?}");
        }
        if desk.who().way().is_staff() {
            assert!(
                !cites(step, "2.1.4") && !cites(step, "2.2.3"),
                "{desk:?} {kind:?}"
            );
        }
        assert!(
            !step.said().any(|said| said.text == "route.options-not-remedies"),
            "that is said to those who raise a concern: {desk:?} {kind:?}"
        );
    }
}

#[test]
fn invariant_07_danger_and_law_come_first_and_direct_contact_is_not_the_lead() {
    each_notice(|key| {
        let all = notices(key);
        if key.safety == Safety::Danger {
            assert_eq!(all[0].kind, NoticeKind::Danger, "{key:?}");
        } else if key.lawful == Lawful::MaybeUnlawful {
            let at = all.iter().position(|notice| notice.kind == NoticeKind::Unlawful);
            assert_eq!(at, Some(usize::from(key.safety == Safety::Fear)), "{key:?}");
        }
        assert_eq!(
            all.last().map(|notice| notice.kind),
            Some(NoticeKind::BothSides),
            "{key:?}"
        );
    });
    each_order(|key| {
        let kinds = order(key);
        if key.gate >= Gate::Guarded {
            assert!(!kinds[0].is_direct(), "{key:?}");
        }
        if key.gate == Gate::Danger {
            assert!(!kinds.contains(&StepKind::HelpApproach), "{key:?}");
        }
    });
}

/// Nothing is weighed before the person concerned was heard, or is asked to be.
#[test]
fn hearing_comes_before_weighing() {
    each_order(|key| {
        let kinds = order(key);
        let at = |kind| kinds.iter().position(|one| *one == kind);
        if let Some(weigh) = at(StepKind::Weigh)
            && key.heard != Heard::Yes
            && key.gate == Gate::Clear
        {
            assert!(
                at(StepKind::RightOfReply).is_some_and(|hear| hear < weigh),
                "{key:?}"
            );
        }
        if key.heard == Heard::Yes {
            assert!(at(StepKind::RightOfReply).is_none(), "{key:?}");
        }
        assert!(at(StepKind::NeedToKnow).is_some(), "{key:?}");
    });
    for (desk, _, step) in reachable().iter().filter(|(_, kind, _)| *kind == StepKind::Weigh) {
        assert!(
            step.why
                .iter()
                .any(|said| said.basis == Basis::Says(&[Clause::Intro])),
            "{desk:?}"
        );
    }
}

/// What is missing is named, what is there is not asked for again: over every set of items.
#[test]
fn the_check_of_completeness_names_exactly_what_is_missing() {
    for bits in 0..1_u32 << Item::ALL.len() {
        let there = |at: usize| bits & 1 << at != 0;
        let items = (0..Item::ALL.len())
            .filter(|&at| there(at))
            .fold(Items::default(), |items, at| items.with(Item::ALL[at]));
        let step = step(StepKind::CheckComplete, Desk::default(), items);
        let missing = step
            .prepare
            .iter()
            .filter(|said| said.text.starts_with("handle.missing-"))
            .count();
        assert_eq!(missing, Item::ALL.len() - bits.count_ones() as usize, "{items:?}");
        let full = step
            .prepare
            .iter()
            .any(|said| said.text == "handle.check-all-there");
        assert_eq!(full, items == Items::FULL, "{items:?}");
    }
}

#[test]
fn the_tpm_keeps_and_asks_and_decides_nothing() {
    each_order(|key| {
        let kinds = order(key);
        let tpm = key.matter.handler == Handler::Tpm;
        assert_eq!(kinds.contains(&StepKind::Retain), tpm, "{key:?}");
        assert!(
            tpm || !kinds.contains(&StepKind::Corroborate) && !kinds.contains(&StepKind::Convey),
            "{key:?}"
        );
        assert!(!(tpm && kinds.contains(&StepKind::Weigh)), "{key:?}");
    });
}

#[test]
fn invariant_10_every_line_has_a_clause_an_open_point_or_our_label() {
    let fine = |basis: Basis| !matches!(basis, Basis::Says([]));
    for (desk, kind, step) in reachable() {
        assert!(step.said().all(|said| fine(said.basis)), "{desk:?} {kind:?}");
    }
}

#[test]
fn invariant_11_every_end_offers_a_next_step_and_a_way_to_stop() {
    for conflict in Conflict::ALL {
        for &outcome in Outcome::ALL {
            assert!(stop(conflict, outcome).text.starts_with("handle.stop-"));
        }
    }
    for (desk, kind, step) in reachable() {
        assert!(
            !step.why.is_empty() && !step.fails.is_empty(),
            "{desk:?} {kind:?}"
        );
    }
}

#[test]
fn invariant_12_whatever_is_sent_leaves_lists_and_the_public_out() {
    for (desk, kind, step) in reachable() {
        if !step.recipients.is_empty() {
            assert!(on(step, Line::DoNotCopy, Party::GroupList), "{desk:?} {kind:?}");
            assert!(on(step, Line::DoNotCopy, Party::Public), "{desk:?} {kind:?}");
        }
    }
}

#[test]
fn invariant_15_with_several_people_each_plan_speaks_of_one() {
    each_caution(|key| {
        let said = cautions(key)
            .iter()
            .any(|said| said.basis == Basis::Silent(OpenPoint::SeveralPeople));
        let due = key.people == People::Several && key.conflict != Conflict::Conflicted;
        assert_eq!(said, due, "{key:?}");
    });
    for facets in spread(10_000) {
        let of = |people| plan(&HandleFacets { people, ..facets }).steps;
        assert_eq!(
            of(People::One),
            of(People::Several),
            "one path and one letter per person"
        );
    }
}

#[test]
fn invariant_16_one_nsb_on_both_sides_writes_to_no_other_nsb() {
    for (desk, kind, step) in reachable().iter().filter(|(desk, ..)| desk.who().same_nsb()) {
        let mut all = step.recipients.iter().chain(receives(step));
        assert!(
            !all.any(|r| matches!(r.party, Party::TheirNsb | Party::RaiserNsb)),
            "{desk:?} {kind:?}"
        );
        for said in step.said() {
            let text = words().t(said.text);
            assert!(
                !text.contains("NSB of the person concerned"),
                "{desk:?} {kind:?}: {text}"
            );
            assert!(!text.contains("contacts the NSB"), "{desk:?} {kind:?}: {text}");
        }
    }
}

#[test]
fn whoever_learns_of_it_is_named_with_what_they_learn() {
    for (desk, kind, step) in reachable() {
        for recipient in receives(step) {
            let sent_it = matches!(
                recipient.party,
                Party::WhoRaised | Party::RaiserNsb | Party::WhoBrought
            );
            assert!(
                sent_it || learns(step, recipient.party, Knowledge::RaiserName),
                "{desk:?} {kind:?} {recipient:?}"
            );
        }
    }
}

#[test]
fn nothing_known_begins_with_the_check_for_conflicts() {
    let plan = plan(&HandleFacets::default());
    assert_eq!(plan.steps[0].kind, StepKind::ConflictCheck);
    assert!(plan.steps.iter().any(|step| step.kind == StepKind::Receipt));
}

/// 2.1.3 puts leaders in copy and 1.5.1 has them asked for help, 1.8 puts NSBs in copy; for anybody else no clause does either.
#[test]
fn why_somebody_is_in_copy_names_the_clause_of_their_role() {
    for (desk, kind, step) in reachable() {
        if *kind != StepKind::InCopy {
            continue;
        }
        let said: Vec<_> = step.said().collect();
        let leader = desk.handler == Handler::Leader;
        let officer = desk.handler == Handler::NsbOfficer;
        assert_eq!(said.contains(&s::COPY_WHY), leader, "{desk:?}");
        assert_eq!(said.contains(&s::COPY_FAILS_LEADER), leader, "{desk:?}");
        assert_eq!(said.contains(&s::COPY_FAILS), !leader, "{desk:?}");
        assert_eq!(step.clauses.contains(&Clause::C2_1_3), leader, "{desk:?}");
        assert_eq!(said.contains(&s::COPY_WHY_NSB), officer, "{desk:?}");
        assert_eq!(step.clauses.contains(&Clause::C1_8), officer, "{desk:?}");
    }
}
