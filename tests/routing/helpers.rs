//! The projections, enumerated, and what the tests share.

use std::collections::HashSet;
use std::sync::OnceLock;

use waymark::domain::OpenPoint;
use waymark::domain::routing::{
    CautionKey, Gate, Knowledge, Line, NoticeKey, OrderKey, Party, Plan, Recipient, Scene, StageKey, Step,
    StepKind, Who, order, step,
};
use waymark::domain::situation::{
    Affiliation, Capacity, Comfort, Facets, First, Group, Informal, Lawful, People, Raiser, Recurrence,
    Retaliation, Safety, Setting, Stake,
};

pub use crate::support::words;

/// Open points that only the other lenses meet; an appeal also once a decision stands in the ledger.
pub const OF_OTHERS: [OpenPoint; 6] = [
    OpenPoint::Appeal,
    OpenPoint::ConcernedHelp,
    OpenPoint::ConcernedNoNsb,
    OpenPoint::Hearing,
    OpenPoint::Closing,
    OpenPoint::HandlerConflict,
];

/// Open points that the answers about the Code alone bring into a plan (`tests/routing/plans.rs`).
pub const OF_THE_ASSESSMENT: [OpenPoint; 1] = [OpenPoint::CopyrightChannel];

/// Steps that follow from the ledger alone (`tests/ledger_formal.rs`).
pub const OF_THE_LEDGER: [StepKind; 2] = [StepKind::AtTmb, StepKind::AfterDecision];

/// How many combinations the facets have, as a product of factors.
pub const FACTORS: [(&str, usize); 14] = [
    ("raiser", Raiser::ALL.len()),
    ("stake", Stake::ALL.len()),
    ("capacity", Capacity::ALL.len()),
    ("affiliation", Affiliation::ALL.len()),
    ("group", Group::ALL.len()),
    ("setting", Setting::ALL.len()),
    ("safety", Safety::ALL.len()),
    ("lawful", Lawful::ALL.len()),
    ("comfort", Comfort::ALL.len()),
    ("first", First::ALL.len()),
    ("informal", Informal::ALL.len()),
    ("people", People::ALL.len()),
    ("recurrence", Recurrence::ALL.len()),
    ("retaliation", Retaliation::ALL.len()),
];

/// `Who` without the group, on which order, stages and map do not depend.
pub fn whos() -> impl Iterator<Item = Who> {
    Who::all().filter(|who| who.group == Group::Unknown)
}

/// Every order key.
pub fn each_order(mut visit: impl FnMut(&OrderKey)) -> usize {
    let mut count = 0;
    for who in whos() {
        for gate in Gate::ALL {
            for retaliation in [false, true] {
                for scene in Scene::ALL {
                    for told in [false, true] {
                        for &first in First::ALL {
                            for &informal in Informal::ALL {
                                visit(&OrderKey {
                                    who,
                                    gate,
                                    retaliation,
                                    scene,
                                    told,
                                    first,
                                    informal,
                                });
                                count += 1;
                            }
                        }
                    }
                }
            }
        }
    }
    count
}

/// Every step that some combination of the facets offers, with everything on which it depends.
pub fn reachable() -> &'static [(Who, StepKind, Step)] {
    static STEPS: OnceLock<Vec<(Who, StepKind, Step)>> = OnceLock::new();
    STEPS.get_or_init(|| {
        let mut met = HashSet::new();
        each_order(|key| {
            for kind in order(key) {
                met.insert((key.who, kind));
            }
        });
        let mut steps = Vec::new();
        for (who, kind) in met {
            for &group in Group::ALL {
                let who = Who { group, ..who };
                steps.push((who, kind, step(kind, who)));
            }
        }
        steps
    })
}

/// Every stage key.
pub fn each_stage(mut visit: impl FnMut(&StageKey)) -> usize {
    let mut count = 0;
    for who in whos() {
        for &first in First::ALL {
            for &informal in Informal::ALL {
                visit(&StageKey { who, first, informal });
                count += 1;
            }
        }
    }
    count
}

/// Every notice key.
pub fn each_notice(mut visit: impl FnMut(&NoticeKey)) -> usize {
    let mut count = 0;
    for who in Who::all().filter(|who| who.affiliation == Affiliation::Unknown) {
        for &safety in Safety::ALL {
            for &lawful in Lawful::ALL {
                for &setting in Setting::ALL {
                    for &retaliation in Retaliation::ALL {
                        visit(&NoticeKey {
                            who,
                            safety,
                            lawful,
                            setting,
                            retaliation,
                        });
                        count += 1;
                    }
                }
            }
        }
    }
    count
}

/// Every caution key, for each of the three parts of the cautions over everything on which that part depends:
/// people (who, stake, people), progress (who, first, informal, gate, recurrence), place (setting, group).
pub fn each_caution(mut visit: impl FnMut(&CautionKey)) -> usize {
    let mut count = 0;
    let mut one = |key: CautionKey| {
        visit(&key);
        count += 1;
    };
    let none = CautionKey::of(&Facets::default());
    for who in Who::all() {
        for &stake in Stake::ALL {
            for &people in People::ALL {
                one(CautionKey {
                    who,
                    stake,
                    people,
                    ..none
                });
            }
        }
        for &first in First::ALL {
            for &informal in Informal::ALL {
                for guarded in [false, true] {
                    for &recurrence in Recurrence::ALL {
                        one(CautionKey {
                            who,
                            first,
                            informal,
                            guarded,
                            recurrence,
                            ..none
                        });
                    }
                }
            }
        }
    }
    for &setting in Setting::ALL {
        for &group in Group::ALL {
            one(CautionKey {
                setting,
                who: Who { group, ..none.who },
                ..none
            });
        }
    }
    count
}

/// Whole situations, spread evenly over the whole product: the same ones in each run.
pub fn spread(count: usize) -> impl Iterator<Item = Facets> {
    let mut state: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut pick = move |len: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % len
    };
    (0..count).map(move |_| Facets {
        raiser: Raiser::ALL[pick(Raiser::ALL.len())],
        stake: Stake::ALL[pick(Stake::ALL.len())],
        capacity: Capacity::ALL[pick(Capacity::ALL.len())],
        affiliation: Affiliation::ALL[pick(Affiliation::ALL.len())],
        group: Group::ALL[pick(Group::ALL.len())],
        setting: Setting::ALL[pick(Setting::ALL.len())],
        safety: Safety::ALL[pick(Safety::ALL.len())],
        lawful: Lawful::ALL[pick(Lawful::ALL.len())],
        comfort: Comfort::ALL[pick(Comfort::ALL.len())],
        first: First::ALL[pick(First::ALL.len())],
        informal: Informal::ALL[pick(Informal::ALL.len())],
        people: People::ALL[pick(People::ALL.len())],
        recurrence: Recurrence::ALL[pick(Recurrence::ALL.len())],
        retaliation: Retaliation::ALL[pick(Retaliation::ALL.len())],
    })
}

/// Everybody who receives something in this step, also further on.
pub fn receives(step: &Step) -> impl Iterator<Item = &Recipient> {
    let onward = step.onward.iter().flat_map(|onward| &onward.recipients);
    step.recipients
        .iter()
        .chain(onward)
        .filter(|recipient| recipient.line != Line::DoNotCopy)
}

/// Whether somebody stands on a line of this step.
pub fn on(step: &Step, line: Line, party: Party) -> bool {
    step.on(line).any(|on| on == party)
}

/// Whether somebody will know something after this step.
pub fn learns(step: &Step, party: Party, what: Knowledge) -> bool {
    step.knows
        .iter()
        .any(|knows| knows.party == party && knows.what == what)
}

/// Whether a plan offers this step.
pub fn offers(plan: &Plan, kind: StepKind) -> bool {
    plan.steps.iter().any(|step| step.kind == kind)
}
