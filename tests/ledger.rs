//! The stage ledger: what its rows say about clauses 1 and 2, in every combination, and that nothing else does.

use std::collections::BTreeSet;

use waymark::domain::Answers;
use waymark::domain::case::Case;
use waymark::domain::ledger::{ENDS, KEYS, STEPS, Stands, Weight, step};
use waymark::domain::logs::{Kind, Log, Row, in_order};
use waymark::domain::routing::{Stage, StageState, route};
use waymark::domain::situation::{Capacity, Comfort, Facets, First, Informal, Raiser, Retaliation};

#[path = "support/cases.rs"]
mod cases;
#[path = "support/rows.rs"]
mod made;

use made::row;

fn rows(of: &[(&str, &str)]) -> Vec<Row> {
    of.iter()
        .map(|(what, ended)| row(&[("what", what), ("ended", ended)]))
        .collect()
}

fn case(answers: &[(&str, &str)], of: &[(&str, &str)]) -> Case {
    cases::case(answers, rows(of))
}

/// Every way a row can end, "not said" among them.
fn ends() -> impl Iterator<Item = &'static str> + Clone {
    ENDS.iter().copied().chain([""])
}

/// Named situations: the rows in their order, and what follows for clauses 1 and 2.
type Told = (
    &'static [(&'static str, &'static str)],
    Option<First>,
    Option<Informal>,
);

const TOLD: &[Told] = &[
    (&[], None, None),
    (&[("talk", "")], None, None),
    (&[("understand", "settled")], None, None),
    (&[("talk", "waiting")], Some(First::NotYet), None),
    (&[("message", "no-answer")], Some(First::SpokeUnsettled), None),
    (&[("break", "settled")], Some(First::SpokeSettled), None),
    (&[("help-tpm", "settled")], Some(First::HelpSettled), None),
    (
        &[("in-meeting", "unsettled"), ("help", "waiting")],
        Some(First::SpokeUnsettled),
        None,
    ),
    (
        &[("talk", "unsettled"), ("help-leaders", "unsettled")],
        Some(First::HelpUnsettled),
        None,
    ),
    (
        &[("help", "unsettled"), ("talk", "settled")],
        Some(First::SpokeSettled),
        None,
    ),
    // Settled, and then it happened again: said in one row, or told by two (principle 10).
    (&[("talk", "again")], Some(First::SettledAgain), None),
    (
        &[("talk", "settled"), ("message", "unsettled")],
        Some(First::SettledAgain),
        None,
    ),
    (
        &[("talk", "settled"), ("message", "no-answer")],
        Some(First::SettledAgain),
        None,
    ),
    (
        &[("talk", "settled"), ("message", "waiting")],
        Some(First::NotYet),
        None,
    ),
    (
        &[("talk", "settled"), ("talk", "unsettled"), ("talk", "settled")],
        Some(First::SpokeSettled),
        None,
    ),
    // The e-mail of 1.8 follows a talk: its silence takes nothing back.
    (
        &[("talk", "settled"), ("confirm", "no-answer")],
        Some(First::SpokeSettled),
        None,
    ),
    (
        &[("talk", "settled"), ("confirm", "waiting")],
        Some(First::SpokeSettled),
        None,
    ),
    (
        &[("help", "settled"), ("confirm", "again")],
        Some(First::SettledAgain),
        None,
    ),
    (&[("confirm", "settled")], Some(First::SpokeSettled), None),
    (&[("confirm", "waiting")], None, None),
    // The informal request.
    (&[("nsb", "waiting")], None, Some(Informal::Pending)),
    (&[("nsb-lead", "no-answer")], None, Some(Informal::Pending)),
    (&[("nsb-staff", "unsettled")], None, Some(Informal::Unsettled)),
    (&[("nsb-liaison", "settled")], None, Some(Informal::Settled)),
    (&[("organization", "again")], None, Some(Informal::SettledAgain)),
    (
        &[("nsb", "settled"), ("nsb", "unsettled")],
        None,
        Some(Informal::SettledAgain),
    ),
    (
        &[("nsb", "unsettled"), ("nsb", "waiting")],
        None,
        Some(Informal::Pending),
    ),
    (
        &[("nsb", "waiting"), ("nsb-refused", "")],
        None,
        Some(Informal::NsbRefused),
    ),
    (
        &[("nsb-refused", ""), ("remind", "waiting")],
        None,
        Some(Informal::Pending),
    ),
    (
        &[("nsb", "unsettled"), ("formal", "waiting")],
        None,
        Some(Informal::Unsettled),
    ),
    (
        &[
            ("talk", "unsettled"),
            ("nsb", "waiting"),
            ("other", "settled"),
            ("retaliation", "unsettled"),
        ],
        Some(First::SpokeUnsettled),
        Some(Informal::Pending),
    ),
];

#[test]
fn named_ledgers_say_what_a_lawyer_would_read_in_them() {
    for (given, first, informal) in TOLD {
        let stands = Stands::of(&rows(given));
        assert_eq!((stands.first, stands.informal), (*first, *informal), "{given:?}");
    }
}

#[test]
fn every_sequence_of_two_rows_is_decided_by_its_latest_that_says_how_it_ended() {
    let (mut met, mut count) = (BTreeSet::new(), 0);
    for early in KEYS {
        for early_end in ends() {
            for late in KEYS {
                for late_end in ends() {
                    count += 1;
                    let both = rows(&[(early, early_end), (late, late_end)]);
                    let stands = Stands::of(&both);
                    let [alone_early, alone_late] = [&both[..1], &both[1..]].map(Stands::of);
                    let what = format!("{early} {early_end}, {late} {late_end}: {stands:?}");
                    met.insert((stands.first, stands.informal));
                    // A stage hears only its own rows.
                    let heard = |one: &Row| step(one).filter(|step| step.weight != Weight::Beside);
                    let stage = |one: &Row| heard(one).and_then(|step| step.stage);
                    if stage(&both[0]) != stage(&both[1]) {
                        assert_eq!(stands.first, alone_early.first.or(alone_late.first), "{what}");
                        assert_eq!(
                            stands.informal,
                            alone_early.informal.or(alone_late.informal),
                            "{what}"
                        );
                        assert_eq!(stands.formal, alone_early.formal.or(alone_late.formal), "{what}");
                    }
                    // A row that decides nothing alone changes nothing that another one says; one of clause 3 decides by being there.
                    let says_enough =
                        |one: &Row| one.get("what") == "nsb-refused" || stage(one) == Some(Stage::Formal);
                    if late_end.is_empty() && !says_enough(&both[1]) {
                        assert_eq!(stands, alone_early, "{what}");
                    }
                    if early_end.is_empty() && !says_enough(&both[0]) && late != "confirm" {
                        assert_eq!(stands, alone_late, "{what}");
                    }
                    // "Settled" and "again" always win when they come last.
                    if matches!(late_end, "settled" | "again")
                        && heard(&both[1]).is_some()
                        && stage(&both[1]) == stage(&both[0])
                    {
                        let way = matches!(late, "confirm" | "response");
                        assert!(stands == alone_late || way, "{what}");
                    }
                    // Something is called settled only when the last word of its stage was "settled".
                    let settled = matches!(stands.first, Some(First::SpokeSettled | First::HelpSettled));
                    if settled {
                        let follows = late == "confirm"
                            || stage(&both[1]) != Some(Stage::First)
                            || late == "understand";
                        assert!(late_end == "settled" || late_end.is_empty() || follows, "{what}");
                    }
                    // Broken again needs something that was settled before, or the person's own word.
                    if stands.first == Some(First::SettledAgain) {
                        let words = [early_end, late_end];
                        assert!(words.contains(&"again") || early_end == "settled", "{what}");
                    }
                }
            }
        }
    }
    assert_eq!(count, (27 * 6) * (27 * 6));
    // Every answer that the ledger can give is given; "unknown" and an informal "not yet" never are.
    let firsts: BTreeSet<_> = met.iter().filter_map(|(first, _)| *first).collect();
    let informals: BTreeSet<_> = met.iter().filter_map(|(_, informal)| *informal).collect();
    assert_eq!(firsts.len(), First::ALL.len() - 1);
    assert_eq!(informals.len(), Informal::ALL.len() - 2);
    assert!(!firsts.contains(&First::Unknown) && !informals.contains(&Informal::Unknown));
    assert!(!informals.contains(&Informal::NotYet));
}

#[test]
fn three_rows_keep_the_locks_honest() {
    let some = [
        "understand",
        "talk",
        "help",
        "confirm",
        "nsb",
        "nsb-refused",
        "formal",
        "other",
    ];
    let mut count = 0;
    for raiser in [Raiser::Expert, Raiser::NsbOfficer] {
        for a in some {
            for b in some {
                for c in some {
                    for x in ends() {
                        for y in ends() {
                            for z in ends() {
                                count += 1;
                                let given = [(a, x), (b, y), (c, z)];
                                let stands = Stands::of(&rows(&given));
                                let facets = Facets {
                                    raiser,
                                    capacity: Capacity::Delegate,
                                    first: stands.first.unwrap_or_default(),
                                    informal: stands.informal.unwrap_or_default(),
                                    ..Facets::default()
                                };
                                let plan = route(&facets);
                                let state = |stage| {
                                    plan.stages.iter().find(|info| info.stage == stage).unwrap().state
                                };
                                let reached = !matches!(state(Stage::Formal), StageState::Locked);
                                let recorded = !matches!(facets.first, First::NotYet | First::Unknown);
                                if reached {
                                    assert!(raiser == Raiser::NsbOfficer && recorded, "{given:?}");
                                    assert!(
                                        matches!(
                                            facets.informal,
                                            Informal::Unsettled | Informal::SettledAgain
                                        ),
                                        "{given:?}"
                                    );
                                }
                                if !recorded && facets.informal == Informal::Unknown {
                                    assert_eq!(state(Stage::Informal), StageState::Locked, "{given:?}");
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    println!("{count} ledgers of three rows");
}

#[test]
fn an_empty_ledger_changes_nothing_and_one_that_speaks_wins() {
    let answers = [
        ("raiser", "expert"),
        ("first", "spoke-settled"),
        ("comfort", "yes"),
    ];
    let silent = case(
        &answers,
        &[("talk", ""), ("understand", "settled"), ("other", "settled")],
    );
    assert_eq!(silent.facets(), Facets::from_answers(&silent.answers));
    assert!(!silent.stands().speaks());
    assert_eq!(silent.by_ledger(), silent.answers);

    let speaks = case(&answers, &[("help", "unsettled"), ("nsb", "no-answer")]);
    assert!(speaks.stands().speaks());
    assert_eq!(
        (speaks.facets().first, speaks.facets().informal),
        (First::HelpUnsettled, Informal::Pending)
    );
    assert_eq!(speaks.facets().raiser, Raiser::Expert);
    assert_eq!(
        speaks.answers.one("first"),
        "spoke-settled",
        "the answer itself stays"
    );
    // A request counts even where no first step is in the ledger and the interview would not ask about it.
    let request = case(&[("first", "not-yet")], &[("nsb", "unsettled")]);
    assert_eq!(
        (request.facets().first, request.facets().informal),
        (First::NotYet, Informal::Unsettled)
    );
    // Questions that hang on what was tried follow the ledger too.
    let tried = case(
        &[("first", "not-yet"), ("comfort", "yes"), ("retaliation", "yes")],
        &[("talk", "unsettled")],
    );
    assert_eq!(
        (tried.facets().comfort, tried.facets().retaliation),
        (Comfort::Unknown, Retaliation::Yes)
    );
    assert_eq!(
        Case::default().facets(),
        Facets::from_answers(&Answers::default())
    );
}

#[test]
fn the_order_is_that_of_dates_where_they_can_be_compared() {
    let when = |dates: &[&str]| {
        let rows: Vec<Row> = dates
            .iter()
            .map(|date| {
                let mut row = Row::default();
                row.set("what", "talk");
                row.set("when", date);
                row
            })
            .collect();
        in_order(&rows)
    };
    for (dates, order) in [
        (&[][..], &[][..]),
        (&["", "", ""], &[0, 1, 2]),
        (&["2026-03-09", "2026-01-31", "2025-12-31"], &[2, 1, 0]),
        (&["2026-03-09", "2026-03-09"], &[0, 1]),
        // A month or a year goes before the days in it; white space means nothing.
        (&["2026-03-09", " 2026-03 ", "2026"], &[2, 1, 0]),
        // What cannot be compared stays behind the row entered before it.
        (&["2026-03-09", "the next day", "2026-01-31"], &[2, 0, 1]),
        (&["around Easter", "2026-01-31"], &[0, 1]),
        (
            &[
                "9.3.2026",
                "03/09/2026",
                "2026-3-9",
                "2026-03-09T10:00",
                "2025-01-01",
            ],
            &[0, 1, 2, 3, 4],
        ),
    ] {
        assert_eq!(when(dates), order, "{dates:?}");
    }
    // The latest by date decides, not the latest entered.
    let mut ledger = rows(&[("talk", "settled"), ("talk", "unsettled")]);
    ledger[0].set("when", "2026-03-09");
    ledger[1].set("when", "2026-01-31");
    assert_eq!(Stands::of(&ledger).first, Some(First::SpokeSettled));
}

#[test]
fn columns_and_steps_are_named_once_and_begin_with_what_must_be_given() {
    for log in Log::ALL {
        let ids: BTreeSet<_> = log.columns().iter().map(|column| column.id).collect();
        assert_eq!(ids.len(), log.columns().len(), "{}", log.key());
        assert!(!matches!(log.columns()[0].kind, Kind::Date | Kind::Many(_)));
        assert!(ids.contains("when"), "each log knows when");
    }
    assert_eq!(BTreeSet::from(KEYS).len(), KEYS.len());
    // Clauses in the order of the text within each stage; the stages in their order, what is beside them last.
    let place = |stage: Option<Stage>| stage.map_or(9, |stage| stage as usize);
    assert!(STEPS.iter().map(|step| place(step.stage)).is_sorted());
    for pair in STEPS
        .windows(2)
        .filter(|pair| pair[0].stage == pair[1].stage && pair[0].stage.is_some())
    {
        if let (Some(one), Some(next)) = (pair[0].clauses.first(), pair[1].clauses.first()) {
            assert!(one <= next, "{} {}", pair[0].key, pair[1].key);
        }
    }
    assert!(
        STEPS
            .iter()
            .all(|step| step.stage.is_some() || matches!(step.weight, Weight::Beside | Weight::Asks))
    );
}
