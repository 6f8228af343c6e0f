//! The sixteen invariants of the design (`routing.md`), by number, over every combination of the facets.

use std::collections::BTreeSet;

use waymark::domain::open::OpenPoint;
use waymark::domain::process::Clause;
use waymark::domain::routing::{
    Basis, Gate, Knowledge, Line, NoticeKind, OrderKey, Party, Stage, StageState, Step, StepKind, Way, Who,
    cautions, notices, order, route, stages, step, stop,
};
use waymark::domain::situation::{
    Affiliation, Capacity, Comfort, Facets, First, Informal, Lawful, People, Raiser, Retaliation, Safety,
};

use super::helpers::{
    FACTORS, each_caution, each_notice, each_order, each_stage, learns, on, reachable, receives, spread,
};

const LEADERS: [Capacity; 5] = [
    Capacity::Chair,
    Capacity::CommitteeManager,
    Capacity::WgSecretary,
    Capacity::Convenor,
    Capacity::ProjectLeader,
];

#[test]
fn every_combination_is_enumerated() {
    let product: usize = FACTORS.iter().map(|(_, count)| count).product();
    let factors: Vec<String> = FACTORS
        .iter()
        .map(|(name, count)| format!("{name} {count}"))
        .collect();
    println!("{product} combinations = {}", factors.join(" x "));
    println!("proved through the projections on which the parts of a plan depend:");
    println!(
        "  order of steps: {} keys",
        each_order(|key| assert!(!order(key).is_empty()))
    );
    println!(
        "  steps with recipients: {} (each step offered to each raiser, capacity, affiliation, group)",
        reachable().len()
    );
    println!("  stages: {}", each_stage(|_| {}));
    println!("  notices: {}", each_notice(|_| {}));
    println!("  cautions: {}", each_caution(|_| {}));
    assert_eq!(product, 8 * 4 * 17 * 4 * 5 * 8 * 5 * 3 * 3 * 7 * 7 * 3 * 4 * 3);
}

#[test]
fn the_gate_reads_danger_and_law_from_every_combination() {
    for &safety in Safety::ALL {
        for &lawful in Lawful::ALL {
            for &comfort in Comfort::ALL {
                for &retaliation in Retaliation::ALL {
                    let gate = Gate::of(safety, lawful, comfort, retaliation);
                    let careful = matches!(safety, Safety::Danger | Safety::Fear | Safety::PowerGap)
                        || lawful == Lawful::MaybeUnlawful
                        || comfort == Comfort::No
                        || retaliation == Retaliation::Yes;
                    assert_eq!(
                        careful,
                        gate >= Gate::Guarded,
                        "{safety:?} {lawful:?} {comfort:?} {retaliation:?}"
                    );
                    assert_eq!(gate == Gate::Danger, safety == Safety::Danger);
                }
            }
        }
    }
}

#[test]
fn a_plan_is_made_of_its_parts_and_nothing_else() {
    for facets in spread(200_000) {
        let plan = route(&facets);
        let kinds: Vec<_> = plan.steps.iter().map(|step| step.kind).collect();
        assert_eq!(kinds, order(&OrderKey::of(&facets)), "{facets:?}");
        assert_eq!(route(&facets), plan, "the same answers give the same plan");
        let unique: BTreeSet<_> = kinds.iter().collect();
        assert_eq!(unique.len(), kinds.len(), "a step is offered once: {kinds:?}");
    }
}

#[test]
fn invariant_01_the_person_concerned_receives_only_messages_written_to_them() {
    for (who, kind, step) in reachable() {
        for recipient in receives(step) {
            if recipient.party == Party::PersonConcerned {
                assert!(kind.is_direct() && recipient.line == Line::To, "{who:?} {kind:?}");
            }
        }
        let leader_in_copy = [Party::CommitteeLeadership, Party::GroupLeadership]
            .iter()
            .any(|&party| receives(step).any(|r| r.party == party));
        assert!(
            !(LEADERS.contains(&who.capacity) && leader_in_copy),
            "leadership without the leader: {who:?} {kind:?}"
        );
        let head = who.capacity == Capacity::HeadOfDelegation
            && matches!(who.affiliation, Affiliation::SameNsb | Affiliation::Unknown);
        assert!(
            !(head && receives(step).any(|r| r.party == Party::HeadOfDelegation)),
            "{who:?} {kind:?}"
        );
        let office = who.capacity == Capacity::CeoOffice;
        assert!(
            !(office && receives(step).any(|r| r.party == Party::OfficeOfCeo)),
            "{who:?} {kind:?}"
        );
    }
    each_notice(|key| {
        for recipient in notices(key).iter().flat_map(|notice| &notice.parties) {
            let leaders = matches!(
                recipient.party,
                Party::CommitteeLeadership | Party::GroupLeadership
            );
            assert!(recipient.party != Party::PersonConcerned, "{key:?}");
            assert!(!(LEADERS.contains(&key.who.capacity) && leaders), "{key:?}");
            // A guest may be the host: then 4.5.1 does not simply name them.
            let may_be_host = matches!(key.who.way(), Way::Guest | Way::Unclear);
            let named = recipient.party == Party::Host && matches!(recipient.why.basis, Basis::Says(_));
            assert!(!(may_be_host && named), "{key:?}");
        }
    });
}

#[test]
fn invariant_02_no_individual_writes_to_another_nsb_a_liaison_organization_the_office_of_the_ceo_or_the_tmb()
{
    let far = [
        Party::TheirNsb,
        Party::LiaisonOrganization,
        Party::OfficeOfCeo,
        Party::Tmb,
    ];
    for (who, kind, step) in reachable() {
        if who.raiser == Raiser::NsbOfficer {
            continue;
        }
        for recipient in &step.recipients {
            // Clause 1.8 alone puts "the relevant NSBs" in copy of an e-mail to the person concerned.
            let confirming = *kind == StepKind::Confirm
                && recipient.line == Line::Copy
                && recipient.party == Party::TheirNsb;
            if recipient.line != Line::DoNotCopy && !confirming {
                assert!(!far.contains(&recipient.party), "{who:?} {kind:?} {recipient:?}");
            }
        }
    }
}

#[test]
fn invariant_03_clause_3_is_for_an_nsb_officer_with_1_and_2_recorded() {
    let recorded = |first: First, informal: Informal| {
        !matches!(first, First::NotYet | First::Unknown)
            && matches!(informal, Informal::Unsettled | Informal::SettledAgain)
    };
    each_order(|key| {
        if order(key).contains(&StepKind::Formal) {
            assert!(
                key.who.raiser == Raiser::NsbOfficer && recorded(key.first, key.informal),
                "{key:?}"
            );
        }
    });
    each_stage(|key| {
        let [_, _, formal] = stages(key);
        assert_eq!(formal.stage, Stage::Formal);
        if formal.state != StageState::Locked {
            assert!(
                key.who.raiser == Raiser::NsbOfficer && recorded(key.first, key.informal),
                "{key:?}"
            );
        }
    });
    for (_, kind, step) in reachable() {
        let formal_clause = step.clauses.iter().any(|clause| clause.number().starts_with('3'));
        assert_eq!(formal_clause, *kind == StepKind::Formal, "{kind:?}");
        assert!(!receives(step).any(|r| r.party == Party::Tmb) || *kind == StepKind::Formal);
    }
}

#[test]
fn invariant_04_staff_through_the_office_of_the_ceo_and_the_tpm_never_about_the_tpm() {
    for (who, kind, step) in reachable() {
        if matches!(who.capacity, Capacity::IsoCs | Capacity::Tpm) {
            let office = receives(step).any(|r| r.party == Party::OfficeOfCeo);
            if matches!(
                kind,
                StepKind::AskNsb | StepKind::AskOfficer | StepKind::NsbWrites
            ) {
                assert!(office, "{who:?} {kind:?}");
            }
        }
        if who.capacity == Capacity::Tpm {
            assert!(!receives(step).any(|r| r.party == Party::Tpm), "{who:?} {kind:?}");
            assert!(
                !step.knows.iter().any(|knows| knows.party == Party::Tpm),
                "{who:?} {kind:?}"
            );
        }
    }
    each_notice(|key| {
        if key.who.capacity == Capacity::Tpm {
            let parties = notices(key);
            assert!(
                !parties
                    .iter()
                    .flat_map(|notice| &notice.parties)
                    .any(|r| r.party == Party::Tpm),
                "{key:?}"
            );
        }
    });
}

#[test]
fn invariant_05_a_liaison_subject_is_reached_through_the_tpm() {
    let individual = [
        Capacity::Delegate,
        Capacity::WgExpert,
        Capacity::Chair,
        Capacity::WgSecretary,
        Capacity::Convenor,
        Capacity::ProjectLeader,
        Capacity::HeadOfDelegation,
    ];
    for (who, kind, step) in reachable() {
        let liaison = who.capacity == Capacity::Liaison
            || (who.affiliation == Affiliation::Liaison && individual.contains(&who.capacity));
        for onward in &step.onward {
            if onward
                .recipients
                .iter()
                .any(|r| r.party == Party::LiaisonOrganization)
            {
                assert_eq!(onward.by, Party::Tpm, "{who:?} {kind:?}");
            }
        }
        if liaison
            && matches!(
                kind,
                StepKind::AskNsb | StepKind::AskOfficer | StepKind::NsbWrites
            )
        {
            assert!(
                step.onward.iter().any(|onward| onward.by == Party::Tpm),
                "{who:?} {kind:?}"
            );
            assert!(
                !receives(step).any(|r| r.party == Party::TheirNsb),
                "{who:?} {kind:?}"
            );
        }
        assert!(
            !on(step, Line::To, Party::LiaisonOrganization)
                && !on(step, Line::Copy, Party::LiaisonOrganization)
        );
    }
}

#[test]
fn invariant_06_convenors_and_project_leaders_have_2_2_2_and_2_2_3_never_2_1_4() {
    let cites = |step: &waymark::domain::routing::Step, from: &str| {
        step.said().any(|said| match said.basis {
            Basis::Says(clauses) => clauses.iter().any(|clause| clause.number().starts_with(from)),
            _ => false,
        })
    };
    for (who, kind, step) in reachable() {
        let leads = matches!(who.capacity, Capacity::Convenor | Capacity::ProjectLeader);
        if leads {
            assert!(!cites(step, "2.1.4"), "{who:?} {kind:?}");
            if matches!(
                kind,
                StepKind::AskNsb | StepKind::AskOfficer | StepKind::NsbWrites
            ) {
                assert!(cites(step, "2.2.3.4"), "{who:?} {kind:?}");
                let addressed = |party| receives(step).any(|r| r.line == Line::To && r.party == party);
                assert!(
                    addressed(Party::OtherLeaders) && addressed(Party::Tpm),
                    "{who:?} {kind:?}"
                );
                let their =
                    who.affiliation == Affiliation::OtherNsb || who.affiliation == Affiliation::Unknown;
                assert_eq!(addressed(Party::TheirNsb), their, "{who:?} {kind:?}");
                assert!(step.clauses.contains(&Clause::C2_2_2));
            }
        } else {
            assert!(!cites(step, "2.2.3"), "{who:?} {kind:?}");
        }
    }
}

#[test]
fn invariant_07_danger_and_law_come_first_and_direct_contact_is_not_the_lead() {
    each_notice(|key| {
        let all = notices(key);
        if key.safety == Safety::Danger {
            assert_eq!(all[0].kind, NoticeKind::Danger, "{key:?}");
        } else if key.lawful == Lawful::MaybeUnlawful {
            let unlawful = all.iter().position(|notice| notice.kind == NoticeKind::Unlawful);
            let before = usize::from(key.safety == Safety::Fear);
            assert_eq!(unlawful, Some(before), "{key:?}");
        }
    });
    each_order(|key| {
        let steps = order(key);
        if key.gate >= Gate::Guarded {
            assert!(!steps[0].is_direct(), "{key:?}");
        }
        if key.gate == Gate::Danger {
            assert!(!steps.iter().any(|kind| kind.is_direct()), "{key:?}");
        }
    });
}

/// In danger or fear nobody is sent to colleagues of the person concerned (1.5.3); nothing else in a step depends on it.
#[test]
fn invariant_07_in_danger_or_fear_no_colleague_of_the_person_concerned_is_asked() {
    let colleagues = |step: &Step| {
        receives(step).any(|one| one.party == Party::TheirColleagues)
            || step.knows.iter().any(|one| one.party == Party::TheirColleagues)
            || step.clauses.contains(&Clause::C1_5_3)
    };
    let (mut taken, mut left) = (0, 0);
    for facets in spread(100_000) {
        let afraid = matches!(facets.safety, Safety::Danger | Safety::Fear);
        for made in route(&facets).steps {
            let whole = step(made.kind, Who::of(&facets));
            if afraid && colleagues(&whole) {
                assert!(!colleagues(&made), "{facets:?}");
                assert!(on(&made, Line::To, Party::Tpm), "others remain: {facets:?}");
                let lines = |step: &Step| step.recipients.len() + step.knows.len();
                // Their line, and that they know the name, the details, and may pass it on.
                assert_eq!(lines(&made) + 4, lines(&whole), "{facets:?}");
                taken += 1;
            } else {
                assert_eq!(made, whole, "{facets:?}");
                left += usize::from(colleagues(&made));
            }
        }
    }
    assert!(taken > 0 && left > 0, "{taken} {left}");
}

#[test]
fn invariant_08_no_anonymity_is_said_in_every_plan() {
    each_notice(|key| {
        assert_eq!(
            notices(key).last().map(|notice| notice.kind),
            Some(NoticeKind::NoAnonymity),
            "{key:?}"
        );
    });
    for (who, kind, step) in reachable() {
        for recipient in step
            .recipients
            .iter()
            .filter(|recipient| recipient.line != Line::DoNotCopy)
        {
            assert!(
                learns(step, recipient.party, Knowledge::Name),
                "who reads it knows the name: {who:?} {kind:?}"
            );
        }
    }
}

#[test]
fn invariant_10_every_recipient_has_a_clause_or_a_label() {
    let clause = |basis: Basis| !matches!(basis, Basis::Says([]));
    for (who, kind, step) in reachable() {
        assert!(step.said().all(|said| clause(said.basis)), "{who:?} {kind:?}");
    }
    each_notice(|key| {
        let all = notices(key);
        assert!(
            all.iter()
                .flat_map(|notice| &notice.parties)
                .all(|r| clause(r.why.basis)),
            "{key:?}"
        );
    });
}

#[test]
fn invariant_11_every_end_offers_a_next_step_and_a_way_to_stop() {
    each_order(|key| assert!(!order(key).is_empty(), "{key:?}"));
    each_stage(|key| assert!(stop(key).text.starts_with("route.stop-"), "{key:?}"));
    for (who, kind, step) in reachable() {
        assert!(
            !step.why.is_empty() && !step.fails.is_empty(),
            "what if it fails: {who:?} {kind:?}"
        );
    }
}

#[test]
fn invariant_12_group_addresses_never_pass_silently() {
    for (who, kind, step) in reachable() {
        if !step.recipients.is_empty() {
            assert!(on(step, Line::DoNotCopy, Party::GroupList), "{who:?} {kind:?}");
        }
        assert!(
            !receives(step).any(|r| matches!(r.party, Party::GroupList | Party::Public)),
            "{who:?} {kind:?}"
        );
    }
}

#[test]
fn invariant_13_every_clause_is_cited_by_a_plan_or_named_here() {
    let mut cited = BTreeSet::new();
    let mut cite = |basis: Basis| {
        if let Basis::Says(clauses) = basis {
            cited.extend(clauses.iter().copied());
        }
    };
    for (_, _, step) in reachable() {
        step.said().for_each(|said| cite(said.basis));
        step.clauses
            .chunks(1)
            .for_each(|clause| cite(Basis::Says(clause)));
    }
    each_notice(|key| {
        for notice in notices(key) {
            notice.says.iter().for_each(|said| cite(said.basis));
            notice
                .parties
                .iter()
                .for_each(|recipient| cite(recipient.why.basis));
        }
    });
    each_caution(|key| cautions(key).iter().for_each(|said| cite(said.basis)));
    each_stage(|key| stages(key).iter().for_each(|stage| cite(stage.note.basis)));
    let missing: Vec<&str> = Clause::ALL
        .iter()
        .filter(|clause| !cited.contains(clause))
        .map(|clause| clause.number())
        .collect();
    // Headings, and 4.4 (the agenda item), which is a chair's matter and no step of a case.
    assert_eq!(missing, ["1", "4", "4.1", "4.2", "4.3", "4.4", "4.5"]);
}

#[test]
fn invariant_15_with_several_people_each_plan_speaks_of_one() {
    each_caution(|key| {
        let said = cautions(key)
            .iter()
            .any(|said| said.basis == Basis::Silent(OpenPoint::SeveralPeople));
        assert_eq!(said, key.people == People::Several, "{key:?}");
    });
    for facets in spread(20_000) {
        let one = route(&Facets {
            people: People::One,
            ..facets
        });
        let several = route(&Facets {
            people: People::Several,
            ..facets
        });
        assert_eq!(one.steps, several.steps, "one path and one message per person");
    }
}

#[test]
fn invariant_16_one_nsb_on_both_sides_writes_to_no_other_nsb() {
    let words = super::helpers::words();
    for (who, kind, step) in reachable() {
        if who.affiliation != Affiliation::SameNsb {
            continue;
        }
        assert!(
            !step
                .recipients
                .iter()
                .chain(receives(step))
                .any(|r| r.party == Party::TheirNsb),
            "{who:?} {kind:?}"
        );
        assert!(
            !step.knows.iter().any(|knows| knows.party == Party::TheirNsb),
            "{who:?} {kind:?}"
        );
        for said in step.said() {
            let text = words.t(said.text);
            assert!(
                !text.contains("NSB of the person concerned"),
                "{who:?} {kind:?}: {text}"
            );
            assert!(!text.contains("contacts the NSB"), "{who:?} {kind:?}: {text}");
        }
    }
}
