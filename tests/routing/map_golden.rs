//! The golden table `tests/golden/map.md`: how each place of the map stands, for the ways that a concern can take. Regenerate it as
//! the first one.

use waymark::domain::Lens;
use waymark::domain::lens::{Arrived, Reached, Settled, Side};
use waymark::domain::map::{Map, Part, PlaceState, map, of};
use waymark::domain::situation::{
    Affiliation, Capacity, Comfort, Facets, First, Informal, Lawful, Raiser, Retaliation, Setting,
};

use super::golden::same;
use super::table::{Axis, at, axis, table};
use crate::a_case;
use crate::rows::row;

const HEAD: &str = "Made by the engine; do not edit. Regenerate and review with\n\
     `WAYMARK_BLESS=1 cargo test --no-default-features --features pack --test routing golden`.\n\n\
     Each row is a distinct answer; a column that is missing plays no part. Places are named as in `src/domain/map.rs`. What stands in \
     no column is for others to do, or not on this path.\n\n";

/// Whom the concern is about: one of each way through the process.
const ABOUT: [(&str, Capacity, Affiliation); 10] = [
    (
        "delegate of another NSB",
        Capacity::Delegate,
        Affiliation::OtherNsb,
    ),
    (
        "delegate of the same NSB",
        Capacity::Delegate,
        Affiliation::SameNsb,
    ),
    ("liaison representative", Capacity::Liaison, Affiliation::Liaison),
    (
        "convenor of another NSB",
        Capacity::Convenor,
        Affiliation::OtherNsb,
    ),
    (
        "convenor from a liaison organization",
        Capacity::Convenor,
        Affiliation::Liaison,
    ),
    ("ISO/CS staff", Capacity::IsoCs, Affiliation::Unknown),
    ("TPM", Capacity::Tpm, Affiliation::Unknown),
    ("a body", Capacity::Body, Affiliation::Unknown),
    ("a guest", Capacity::Guest, Affiliation::Unknown),
    ("not known", Capacity::Unknown, Affiliation::Unknown),
];

const HEADS: [&str; 4] = ["here", "open as well", "been there", "cannot begin yet"];

fn about() -> Axis {
    Axis {
        name: "about",
        answers: ABOUT.iter().map(|(name, ..)| *name).collect(),
    }
}

/// The places in each of the four states that are shown.
fn cells(map: &Map, beside: bool) -> Vec<String> {
    let states = [
        PlaceState::Now,
        PlaceState::Open,
        PlaceState::Done,
        PlaceState::Locked,
    ];
    let names = |state| {
        let spots = map.spots.iter().filter(|spot| spot.state == state);
        let shown = spots.filter(|spot| beside || spot.place.part() != Part::Beside);
        let names: Vec<&str> = shown.map(|spot| spot.place.key()).collect();
        names.join(", ")
    };
    states.into_iter().map(names).collect()
}

fn tried(first: &[First], informal: &[Informal]) -> Vec<(First, Informal)> {
    let before = first.iter().map(|&first| (first, Informal::NotYet));
    let after = informal.iter().map(|&informal| (First::SpokeUnsettled, informal));
    before.chain(after).collect()
}

fn raise(out: &mut String) {
    out.push_str("## The one who raises it: what was tried\n\n");
    let raisers = [
        Raiser::Expert,
        Raiser::NsbOfficer,
        Raiser::Liaison,
        Raiser::Outsider,
    ];
    let tried = tried(First::ALL, &Informal::ALL[1..]);
    let axes = [
        Axis {
            name: "raises",
            answers: raisers.iter().map(|raiser| raiser.key()).collect(),
        },
        about(),
        Axis {
            name: "first, informal",
            answers: tried
                .iter()
                .map(|(first, informal)| &*format!("{} + {}", first.key(), informal.key()).leak())
                .collect(),
        },
    ];
    let mut cases = Vec::new();
    for (r, &raiser) in raisers.iter().enumerate() {
        for (a, &(_, capacity, affiliation)) in ABOUT.iter().enumerate() {
            for (t, &(first, informal)) in tried.iter().enumerate() {
                let facets = Facets {
                    raiser,
                    capacity,
                    affiliation,
                    first,
                    informal,
                    ..Facets::default()
                };
                cases.push((vec![r, a, t], cells(&map(&facets), false)));
            }
        }
    }
    table(out, &axes, &HEADS, &cases);

    out.push_str("## The one who raises it: where it happened, and how it is to face them\n\n");
    let axes = [
        axis!("where", Setting),
        axis!("comfortable", Comfort),
        axis!("lawful", Lawful),
        axis!("retaliation", Retaliation),
    ];
    let mut cases = Vec::new();
    for &setting in Setting::ALL {
        for &comfort in Comfort::ALL {
            for &lawful in Lawful::ALL {
                for &retaliation in Retaliation::ALL {
                    let facets = Facets {
                        raiser: Raiser::Expert,
                        capacity: Capacity::Delegate,
                        affiliation: Affiliation::OtherNsb,
                        setting,
                        comfort,
                        lawful,
                        retaliation,
                        ..Facets::default()
                    };
                    let at = vec![
                        at!(Setting, setting),
                        at!(Comfort, comfort),
                        at!(Lawful, lawful),
                        at!(Retaliation, retaliation),
                    ];
                    let mut row = cells(&map(&facets), true);
                    row.truncate(2);
                    cases.push((at, row));
                }
            }
        }
    }
    table(out, &axes, &HEADS[..2], &cases);
}

/// The map of a case with these answers, through this lens; the first steps and the informal request on record, or not.
fn seen(lens: Lens, answers: &[(&str, &str)], recorded: bool) -> Map {
    let rows = ["help-leaders", "nsb-lead"].map(|what| row(&[("what", what), ("ended", "unsettled")]));
    let rows = if recorded { rows.to_vec() } else { Vec::new() };
    let mut case = a_case::case(answers, rows);
    case.lens = lens;
    of(&case)
}

fn concerned(out: &mut String) {
    out.push_str("## The person concerned\n\n");
    let axes = [
        axis!("reached", Reached),
        axis!("side", Side),
        axis!("settled", Settled),
    ];
    let mut cases = Vec::new();
    for &reached in Reached::ALL {
        for &side in Side::ALL {
            for &settled in Settled::ALL {
                let answers = [
                    ("reached", reached.key()),
                    ("my-side", side.key()),
                    ("my-settled", settled.key()),
                ];
                let at = vec![at!(Reached, reached), at!(Side, side), at!(Settled, settled)];
                cases.push((at, cells(&seen(Lens::Respond, &answers, false), false)));
            }
        }
    }
    table(out, &axes, &HEADS, &cases);
}

fn handles(out: &mut String) {
    out.push_str("## The one who handles it\n\nOn record: help with first steps and an informal request, both unsettled, stand in the ledger.\n\n");
    let handlers = [
        ("nsb-officer", "none", "nsb-officer"),
        ("nsb-officer", "close", "nsb-officer, connected"),
        ("leader", "none", "leader"),
    ];
    let tried = ["not-yet", "spoke", "helped", "on record"];
    let ended = ["not-yet", "agreed"];
    let axes = [
        Axis {
            name: "handles",
            answers: handlers.map(|(.., name)| name).to_vec(),
        },
        axis!("arrived", Arrived),
        about(),
        Axis {
            name: "tried",
            answers: tried.to_vec(),
        },
        Axis {
            name: "ended",
            answers: ended.to_vec(),
        },
    ];
    let mut cases = Vec::new();
    for (h, (handler, ties, _)) in handlers.into_iter().enumerate() {
        for &arrived in Arrived::ALL {
            for (a, &(_, capacity, affiliation)) in ABOUT.iter().enumerate() {
                for (t, tried) in tried.into_iter().enumerate() {
                    for (e, ended) in ended.into_iter().enumerate() {
                        let answers = [
                            ("handler", handler),
                            ("ties", ties),
                            ("arrived", arrived.key()),
                            ("capacity", capacity.key()),
                            ("sides", affiliation.key()),
                            ("tried-first", tried),
                            ("outcome", ended),
                        ];
                        let map = seen(Lens::Handle, &answers, tried == "on record");
                        cases.push((vec![h, at!(Arrived, arrived), a, t, e], cells(&map, false)));
                    }
                }
            }
        }
    }
    table(out, &axes, &HEADS, &cases);
}

/// What stands in the ledger about a formal request, over whatever the answers say (3.1 to 3.3).
fn formal(out: &mut String) {
    out.push_str("## A formal request in the ledger\n\n");
    let lenses = [
        (
            "raises, nothing tried",
            Lens::Raise,
            &[
                ("raiser", "nsb-officer"),
                ("capacity", "convenor"),
                ("first", "not-yet"),
                ("lawful", "maybe-unlawful"),
            ][..],
        ),
        (
            "raises, asked",
            Lens::Raise,
            &[
                ("raiser", "expert"),
                ("capacity", "delegate"),
                ("first", "spoke-unsettled"),
                ("informal", "pending"),
            ],
        ),
        ("person concerned", Lens::Respond, &[("reached", "own-nsb")]),
        (
            "handles",
            Lens::Handle,
            &[
                ("handler", "nsb-officer"),
                ("ties", "none"),
                ("arrived", "other-nsb"),
                ("capacity", "convenor"),
            ],
        ),
    ];
    let ledgers = [
        ("nothing", &[][..]),
        ("made", &[("formal", "")]),
        ("decided", &[("formal", ""), ("decision", "")]),
        ("appealed", &[("decision", ""), ("appeal", "")]),
        ("settled", &[("formal", "settled")]),
    ];
    let axes = [
        Axis {
            name: "side",
            answers: lenses.map(|(name, ..)| name).to_vec(),
        },
        Axis {
            name: "formal request",
            answers: ledgers.map(|(name, _)| name).to_vec(),
        },
    ];
    let mut cases = Vec::new();
    for (l, (_, lens, answers)) in lenses.into_iter().enumerate() {
        for (f, (_, ledger)) in ledgers.into_iter().enumerate() {
            let rows = ledger
                .iter()
                .map(|(what, ended)| row(&[("what", what), ("ended", ended)]));
            let mut case = a_case::case(answers, rows.collect());
            case.lens = lens;
            cases.push((vec![l, f], cells(&of(&case), true)));
        }
    }
    table(out, &axes, &HEADS, &cases);
}

#[test]
fn the_golden_table_of_the_map_is_what_the_engine_says() {
    let mut out = format!("# The map: how each place stands\n\n{HEAD}");
    raise(&mut out);
    concerned(&mut out);
    handles(&mut out);
    formal(&mut out);
    same("tests/golden/map.md", &out);
}
