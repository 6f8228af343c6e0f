//! The plan of the person concerned: its invariants over every combination of its facets.

use std::collections::HashSet;
use std::sync::OnceLock;

use waymark::domain::lens::{Company, Contact, Reached, RespondFacets, Settled, Side, View};
use waymark::domain::routing::respond::{
    Behind, Concerned, ConcernedNotices, Part, RespondKey, cautions, notices, order, plan, stages, step, stop,
};
use waymark::domain::routing::{
    Basis, Gate, Knowledge, Line, MessageKind, NoticeKind, Party, StageState, Step, StepKind,
};
use waymark::domain::situation::{Capacity, Lawful, Safety, Setting};
use waymark::domain::{Clause, OpenPoint};

use super::helpers::{learns, on, receives, words};

/// Every [`Concerned`].
pub fn concerned() -> impl Iterator<Item = Concerned> {
    Reached::ALL.iter().flat_map(|&reached| {
        Capacity::ALL.iter().flat_map(move |&capacity| {
            Side::ALL.iter().flat_map(move |&side| {
                [false, true].into_iter().map(move |apart| Concerned {
                    reached,
                    capacity,
                    side,
                    apart,
                })
            })
        })
    })
}

/// Every key of the order of steps. Nobody is guarded and yet free to address the other side.
pub fn each_order(mut visit: impl FnMut(RespondKey)) -> usize {
    let mut count = 0;
    for concerned in concerned() {
        for gate in [Gate::Clear, Gate::Guarded, Gate::Danger] {
            if gate != Gate::Clear && !concerned.apart {
                continue;
            }
            for &view in View::ALL {
                for &settled in Settled::ALL {
                    for company in [false, true] {
                        visit(RespondKey {
                            concerned,
                            view,
                            settled,
                            company,
                            gate,
                        });
                        count += 1;
                    }
                }
            }
        }
    }
    count
}

/// Every step that some combination offers, with everything on which it depends.
pub fn reachable() -> &'static [(Concerned, StepKind, Step)] {
    static STEPS: OnceLock<Vec<(Concerned, StepKind, Step)>> = OnceLock::new();
    STEPS.get_or_init(|| {
        let mut met = HashSet::new();
        each_order(|key| met.extend(order(key).into_iter().map(|kind| (key.concerned, kind))));
        met.into_iter()
            .map(|(me, kind)| (me, kind, step(kind, me)))
            .collect()
    })
}

/// Every key of the notices.
pub fn each_notice(mut visit: impl FnMut(&ConcernedNotices)) -> usize {
    let mut count = 0;
    for &reached in Reached::ALL {
        for &capacity in Capacity::ALL {
            for &safety in Safety::ALL {
                for &lawful in Lawful::ALL {
                    for &setting in Setting::ALL {
                        visit(&ConcernedNotices {
                            reached,
                            capacity,
                            safety,
                            lawful,
                            setting,
                        });
                        count += 1;
                    }
                }
            }
        }
    }
    count
}

/// Everything on which stages, cautions and the way to stop depend.
pub fn each_stage(mut visit: impl FnMut(Concerned, Settled)) {
    for me in concerned() {
        for &settled in Settled::ALL {
            visit(me, settled);
        }
    }
}

/// Every combination of the facets.
pub fn each_plan(mut visit: impl FnMut(&RespondFacets)) -> usize {
    // The contact and the company play their part in the order alone; the setting in one notice.
    let mut count = 0;
    for me in concerned() {
        for &view in View::ALL {
            for &settled in Settled::ALL {
                for (contact, company) in [(Contact::Free, Company::No), (Contact::AskedNot, Company::Yes)] {
                    for (safety, lawful) in [
                        (Safety::Safe, Lawful::NoSign),
                        (Safety::Fear, Lawful::Unknown),
                        (Safety::Danger, Lawful::MaybeUnlawful),
                    ] {
                        visit(&RespondFacets {
                            reached: me.reached,
                            capacity: me.capacity,
                            side: me.side,
                            view,
                            settled,
                            contact,
                            company,
                            safety,
                            lawful,
                            setting: Setting::Unknown,
                        });
                        count += 1;
                    }
                }
            }
        }
    }
    count
}

#[test]
fn every_combination_has_a_plan_made_of_its_parts() {
    let keys = each_order(|key| {
        let kinds = order(key);
        let unique: HashSet<_> = kinds.iter().collect();
        assert!(
            !kinds.is_empty() && unique.len() == kinds.len(),
            "{key:?}: {kinds:?}"
        );
    });
    println!(
        "order {keys} keys, steps {}, notices {}",
        reachable().len(),
        each_notice(|_| {})
    );
    let plans = each_plan(|facets| {
        let plan = plan(facets);
        let kinds: Vec<_> = plan.steps.iter().map(|step| step.kind).collect();
        assert_eq!(kinds, order(RespondKey::of(facets)), "{facets:?}");
        assert!(plan.steps.iter().all(|step| !step.why.is_empty()), "{facets:?}");
    });
    println!("{plans} whole plans");
}

/// Invariant 1: the person concerned reads this; nothing is addressed to them, and the other side only in a first step.
#[test]
fn invariant_01_the_other_side_is_addressed_only_where_it_spoke_and_nothing_speaks_against_it() {
    for (me, kind, step) in reachable() {
        assert!(
            !step.recipients.iter().any(|r| r.party == Party::PersonConcerned),
            "{me:?} {kind:?}"
        );
        for recipient in receives(step) {
            match recipient.party {
                Party::WhoRaised => assert!(
                    matches!(me.reached, Reached::Spoken | Reached::Message)
                        && !me.apart
                        && recipient.line == Line::To,
                    "{me:?} {kind:?}"
                ),
                Party::PersonTouched => {
                    assert!(me.reached == Reached::Noticed && !me.apart, "{me:?} {kind:?}");
                }
                Party::RaiserColleagues
                | Party::TheirColleagues
                | Party::GroupList
                | Party::Public
                | Party::Room => {
                    panic!("{me:?} {kind:?} {recipient:?}")
                }
                _ => {}
            }
        }
    }
    each_notice(|key| {
        let leaders = [Party::CommitteeLeadership, Party::GroupLeadership];
        let leader = matches!(
            key.capacity,
            Capacity::Chair
                | Capacity::CommitteeManager
                | Capacity::WgSecretary
                | Capacity::Convenor
                | Capacity::ProjectLeader
        );
        for recipient in notices(key).iter().flat_map(|notice| &notice.parties) {
            assert!(recipient.party != Party::PersonConcerned, "{key:?}");
            assert!(!(leader && leaders.contains(&recipient.party)), "{key:?}");
            assert!(
                !(key.capacity == Capacity::Tpm && recipient.party == Party::Tpm),
                "{key:?}"
            );
        }
    });
}

/// Invariant 2: what goes to another NSB or the TMB goes there from one's own side; the TPM conveys to liaison organizations.
#[test]
fn invariant_02_nothing_goes_to_another_nsb_a_liaison_organization_or_the_tmb_by_oneself() {
    for (me, kind, step) in reachable() {
        for recipient in step.recipients.iter().filter(|r| r.line != Line::DoNotCopy) {
            let far = [
                Party::TheirNsb,
                Party::RaiserNsb,
                Party::LiaisonOrganization,
                Party::Tmb,
            ];
            assert!(!far.contains(&recipient.party), "{me:?} {kind:?} {recipient:?}");
            if recipient.party == Party::OfficeOfCeo {
                assert_eq!(me.reached, Reached::CeoOffice, "{me:?} {kind:?}");
            }
        }
        for onward in &step.onward {
            assert_eq!(onward.by, me.own_side(), "{me:?} {kind:?}");
            for recipient in &onward.recipients {
                assert!(
                    match recipient.party {
                        Party::Tmb => *kind == StepKind::AnswerTmb && me.behind().is_nsb(),
                        Party::RaiserNsb => me.behind().is_nsb(),
                        Party::Tpm => me.behind() == Behind::Liaison,
                        _ => false,
                    },
                    "{me:?} {kind:?} {recipient:?}"
                );
            }
        }
    }
}

/// Invariant 3, from this side: clause 3 opens only when the TMB has it.
#[test]
fn invariant_03_responding_to_the_tmb_and_appealing_belong_to_a_formal_request() {
    each_order(|key| {
        let kinds = order(key);
        let reached = key.concerned.reached;
        assert_eq!(
            kinds.contains(&StepKind::AnswerTmb),
            reached == Reached::Tmb,
            "{key:?}"
        );
        assert_eq!(
            kinds.contains(&StepKind::Appeal),
            reached == Reached::TmbDecision,
            "{key:?}"
        );
    });
    each_stage(|me, settled| {
        let [_, _, formal] = stages(me, settled);
        assert_eq!(
            formal.state != StageState::Locked,
            me.part() == Part::Formal,
            "{me:?}"
        );
    });
}

/// Invariant 4: a TPM who is the person concerned is neither copied nor asked, and is told so.
#[test]
fn invariant_04_the_tpm_is_no_adviser_and_keeps_no_papers_about_themselves() {
    for (me, kind, step) in reachable().iter().filter(|(me, ..)| me.capacity == Capacity::Tpm) {
        assert!(!receives(step).any(|r| r.party == Party::Tpm), "{me:?} {kind:?}");
        assert!(
            !step.knows.iter().any(|knows| knows.party == Party::Tpm),
            "{me:?} {kind:?}"
        );
    }
    each_stage(|me, settled| {
        if me.capacity == Capacity::Tpm && matches!(me.part(), Part::Informal | Part::Formal) {
            let said = cautions(me, settled);
            assert!(
                said.iter()
                    .any(|said| said.basis == Basis::Silent(OpenPoint::TpmConcerned)),
                "{me:?}"
            );
        }
    });
}

/// Invariant 5: what came through the TPM goes back through one's own organization and the TPM.
#[test]
fn invariant_05_a_liaison_answer_goes_back_through_the_tpm() {
    let mut met = 0;
    for (me, kind, step) in reachable() {
        let liaison = me.capacity == Capacity::Liaison || me.side == Side::Liaison;
        if *kind == StepKind::Clarify
            && liaison
            && me.reached == Reached::Liaison
            && me.behind() == Behind::Liaison
        {
            assert!(on(step, Line::To, Party::OwnOrganization), "{me:?}");
            assert!(
                step.onward
                    .iter()
                    .any(|onward| onward.recipients.iter().any(|r| r.party == Party::Tpm))
            );
            met += 1;
        }
    }
    assert!(met > 0);
}

/// Invariant 6: this side never lists what others may weigh, so nothing can be mixed.
#[test]
fn invariant_06_no_option_of_2_1_4_or_2_2_3_is_held_before_the_person_concerned() {
    for (me, kind, step) in reachable() {
        for said in step.said() {
            if let Basis::Says(clauses) = said.basis {
                let listed = clauses.iter().any(|clause| {
                    ["2.1.4", "2.2.3", "3.1."]
                        .iter()
                        .any(|from| clause.number().starts_with(from))
                });
                assert!(!listed, "{me:?} {kind:?} {}", said.text);
            }
        }
    }
}

#[test]
fn invariant_07_danger_and_law_come_first_and_direct_contact_is_not_the_lead() {
    each_notice(|key| {
        let all = notices(key);
        let kind = all[0].kind;
        if key.safety == Safety::Danger {
            assert_eq!(kind, NoticeKind::Danger, "{key:?}");
        } else if key.safety == Safety::Fear {
            assert_eq!(kind, NoticeKind::Fear, "{key:?}");
        } else if key.lawful == Lawful::MaybeUnlawful {
            assert_eq!(kind, NoticeKind::Unlawful, "{key:?}");
            assert_eq!(all[0].parties[0].party, Party::OwnCounsel, "{key:?}");
        }
        assert_eq!(
            all.last().map(|notice| notice.kind),
            Some(NoticeKind::NoFinding),
            "{key:?}"
        );
    });
    each_order(|key| {
        let kinds = order(key);
        if key.gate >= Gate::Guarded {
            assert_eq!(kinds[0], StepKind::AskBeside, "{key:?}");
            assert!(!kinds.iter().any(|kind| kind.is_direct()), "{key:?}");
        }
        if key.company {
            assert!(
                kinds.iter().position(|kind| *kind == StepKind::AskBeside) <= Some(1),
                "{key:?}"
            );
        }
        assert!(kinds.contains(&StepKind::AskBeside), "{key:?}");
    });
}

#[test]
fn invariant_10_every_line_has_a_clause_an_open_point_or_our_label() {
    let fine = |basis: Basis| !matches!(basis, Basis::Says([]));
    for (me, kind, step) in reachable() {
        assert!(step.said().all(|said| fine(said.basis)), "{me:?} {kind:?}");
    }
}

#[test]
fn invariant_11_every_end_offers_a_next_step_and_a_way_to_stop() {
    each_stage(|me, settled| assert!(stop(me, settled).text.starts_with("respond.stop-"), "{me:?}"));
    for (me, kind, step) in reachable() {
        assert!(!step.why.is_empty() && !step.fails.is_empty(), "{me:?} {kind:?}");
    }
}

#[test]
fn invariant_12_whatever_is_sent_leaves_lists_and_the_public_out() {
    for (me, kind, step) in reachable() {
        if !step.recipients.is_empty() {
            assert!(on(step, Line::DoNotCopy, Party::GroupList), "{me:?} {kind:?}");
            assert!(on(step, Line::DoNotCopy, Party::Public), "{me:?} {kind:?}");
        }
    }
}

/// Invariants 14 and 15: a message goes to one side, and its composer is offered only where somebody receives it.
#[test]
fn invariant_15_no_message_is_offered_without_somebody_to_send_it_to() {
    for (me, kind, step) in reachable() {
        if !step.messages.is_empty() {
            assert!(step.on(Line::To).next().is_some(), "{me:?} {kind:?}");
        }
        let raised = step
            .on(Line::To)
            .filter(|party| *party == Party::WhoRaised)
            .count();
        assert!(raised <= 1, "{me:?} {kind:?}");
    }
}

#[test]
fn invariant_16_one_nsb_on_both_sides_writes_to_no_other_nsb() {
    for (me, kind, step) in reachable()
        .iter()
        .filter(|(me, ..)| me.behind() == Behind::SameNsb)
    {
        let all = step.recipients.iter().chain(receives(step));
        for recipient in all {
            assert!(
                !matches!(
                    recipient.party,
                    Party::RaiserNsb | Party::TheirNsb | Party::OwnNsb
                ),
                "{me:?} {kind:?} {recipient:?}"
            );
        }
        for said in step.said() {
            let text = words().t(said.text);
            assert!(!text.contains("turned to yours"), "{me:?} {kind:?}: {text}");
        }
    }
}

/// What must not be missing: no finding, a hearing, no retaliation, reputation, and what not to do now.
#[test]
fn whoever_is_told_of_a_concern_reads_what_it_is_not_and_what_to_leave_alone() {
    each_stage(|me, settled| {
        let said = cautions(me, settled);
        let cites = |clause: Clause| {
            said.iter()
                .any(|said| matches!(said.basis, Basis::Says(clauses) if clauses.contains(&clause)))
        };
        assert!(cites(Clause::C4_2_2), "{me:?}");
        if me.part() != Part::Before {
            for clause in [Clause::C4_2_1, Clause::C4_3_2, Clause::C4_3_4] {
                assert!(cites(clause), "{me:?} {}", clause.number());
            }
            assert!(
                said.iter().any(|said| said.text == "respond.not-delete"),
                "{me:?}"
            );
        }
    });
    each_notice(|key| {
        let all = notices(key);
        let says = &all.last().expect("a notice").says;
        let heard = says
            .iter()
            .any(|said| matches!(said.basis, Basis::Says(clauses) if clauses.contains(&Clause::Intro)));
        assert_eq!(heard, key.reached != Reached::Noticed, "{key:?}");
    });
}

#[test]
fn everybody_who_receives_an_answer_is_said_to_read_it() {
    for (me, kind, step) in reachable() {
        if *kind == StepKind::AskBeside {
            continue;
        }
        for recipient in step.recipients.iter().filter(|r| r.line != Line::DoNotCopy) {
            assert!(
                learns(step, recipient.party, Knowledge::Details),
                "{me:?} {kind:?}"
            );
        }
    }
}

#[test]
fn nothing_known_gives_a_calm_plan() {
    let plan = plan(&RespondFacets::default());
    assert_eq!(plan.steps[0].kind, StepKind::WhichStage);
    assert_eq!(plan.notices.len(), 1);
    assert!(
        plan.steps
            .iter()
            .any(|step| step.messages.contains(&MessageKind::Acknowledge))
    );
}
