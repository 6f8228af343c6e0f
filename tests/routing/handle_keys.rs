//! The projections of the plan of whoever handles a concern, enumerated.

use std::collections::HashSet;
use std::sync::OnceLock;

use waymark::domain::lens::{
    Arrived, Conflict, FirstTried, HandleFacets, Handler, Heard, InformalTried, Item, Items, Outcome,
};
use waymark::domain::routing::handle::{
    Desk, HandleCautions, HandleKey, HandleNotices, HandleStages, Matter, order, step,
};
use waymark::domain::routing::{Gate, Step, StepKind, Way};
use waymark::domain::situation::{Affiliation, Capacity, Group, Lawful, People, Safety, Setting};

/// Every desk without the group, on which the order does not depend.
pub fn desks() -> impl Iterator<Item = Desk> {
    Handler::ALL.iter().flat_map(|&handler| {
        Arrived::ALL.iter().flat_map(move |&arrived| {
            Capacity::ALL.iter().flat_map(move |&capacity| {
                Affiliation::ALL.iter().map(move |&affiliation| Desk {
                    handler,
                    arrived,
                    capacity,
                    affiliation,
                    group: Group::Unknown,
                })
            })
        })
    })
}

/// Every route, with one NSB on both sides or not.
fn ways() -> impl Iterator<Item = (Way, bool)> {
    let ways = [
        Way::Committee,
        Way::Liaison,
        Way::Lead,
        Way::LeadLiaison,
        Way::Staff,
        Way::Tpm,
        Way::CeoOffice,
        Way::Body,
        Way::Guest,
        Way::Unclear,
    ];
    ways.into_iter()
        .map(|way| (way, false))
        .chain([(Way::Committee, true)])
}

/// Every matter: what the order and the stages read of a desk.
pub fn matters() -> impl Iterator<Item = Matter> {
    Handler::ALL.iter().flat_map(|&handler| {
        Arrived::ALL.iter().flat_map(move |&arrived| {
            ways().map(move |(way, one_nsb)| Matter {
                handler,
                arrived,
                way,
                one_nsb,
            })
        })
    })
}

/// Every key of the order of steps for somebody whom nothing connects; the other three are met in the test about conflicts.
pub fn each_order(mut visit: impl FnMut(&HandleKey)) -> usize {
    let mut count = 0;
    for matter in matters() {
        for &first in FirstTried::ALL {
            for &informal in InformalTried::ALL {
                for &outcome in Outcome::ALL {
                    for &heard in Heard::ALL {
                        for complete in [false, true] {
                            for gate in [Gate::Clear, Gate::Guarded, Gate::Danger] {
                                visit(&HandleKey {
                                    matter,
                                    conflict: Conflict::Clear,
                                    first,
                                    informal,
                                    complete,
                                    heard,
                                    outcome,
                                    gate,
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

/// Every step that some combination offers, with everything on which it depends.
pub fn reachable() -> &'static [(Desk, StepKind, Step)] {
    static STEPS: OnceLock<Vec<(Desk, StepKind, Step)>> = OnceLock::new();
    STEPS.get_or_init(|| {
        let mut met = HashSet::new();
        each_order(|key| met.extend(order(key).into_iter().map(|kind| (key.matter, kind))));
        let mut steps = Vec::new();
        for desk in desks() {
            let kinds = met.iter().filter(|(matter, _)| *matter == desk.matter());
            let kinds = kinds
                .map(|(_, kind)| *kind)
                .chain([StepKind::ConflictCheck, StepKind::HandOver]);
            for kind in kinds {
                for &group in Group::ALL {
                    let desk = Desk { group, ..desk };
                    steps.push((desk, kind, step(kind, desk, Items::default())));
                }
            }
        }
        steps
    })
}

/// Every key of the notices.
pub fn each_notice(mut visit: impl FnMut(&HandleNotices)) -> usize {
    let mut count = 0;
    for &handler in Handler::ALL {
        for &capacity in Capacity::ALL {
            for conflict in Conflict::ALL {
                for &safety in Safety::ALL {
                    for &lawful in Lawful::ALL {
                        for &setting in Setting::ALL {
                            visit(&HandleNotices::of(&HandleFacets {
                                handler,
                                capacity,
                                conflict,
                                safety,
                                lawful,
                                setting,
                                ..HandleFacets::default()
                            }));
                            count += 1;
                        }
                    }
                }
            }
        }
    }
    count
}

/// Every key of the stages.
pub fn each_stage(mut visit: impl FnMut(&HandleStages)) -> usize {
    let mut count = 0;
    for matter in matters() {
        for &first in FirstTried::ALL {
            for &informal in InformalTried::ALL {
                for &outcome in Outcome::ALL {
                    visit(&HandleStages {
                        matter,
                        first,
                        informal,
                        outcome,
                    });
                    count += 1;
                }
            }
        }
    }
    count
}

/// Every key of the cautions.
pub fn each_caution(mut visit: impl FnMut(&HandleCautions)) -> usize {
    let mut count = 0;
    for desk in desks().filter(|desk| desk.affiliation == Affiliation::Unknown) {
        for &group in Group::ALL {
            for conflict in Conflict::ALL {
                for &people in People::ALL {
                    for &outcome in Outcome::ALL {
                        visit(&HandleCautions {
                            desk: Desk { group, ..desk },
                            conflict,
                            people,
                            outcome,
                        });
                        count += 1;
                    }
                }
            }
        }
    }
    count
}

/// Whole situations, spread evenly over the whole product: the same ones in each run.
pub fn spread(count: usize) -> impl Iterator<Item = HandleFacets> {
    let mut state: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut pick = move |len: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % len
    };
    macro_rules! any {
        ($of:ident) => {
            $of::ALL[pick($of::ALL.len())]
        };
    }
    (0..count).map(move |_| HandleFacets {
        handler: any!(Handler),
        conflict: any!(Conflict),
        arrived: any!(Arrived),
        capacity: any!(Capacity),
        affiliation: any!(Affiliation),
        group: any!(Group),
        people: any!(People),
        first: any!(FirstTried),
        informal: any!(InformalTried),
        items: Item::ALL
            .into_iter()
            .filter(|_| pick(3) > 0)
            .fold(Items::default(), Items::with),
        heard: any!(Heard),
        outcome: any!(Outcome),
        safety: any!(Safety),
        lawful: any!(Lawful),
        setting: any!(Setting),
    })
}
