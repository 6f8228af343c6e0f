//! Formal requests in the stage ledger, seen from every side; and a ledger about several people.

use waymark::document;
use waymark::domain::Clause;
use waymark::domain::case::Case;
use waymark::domain::ledger::{ENDS, Formal, Stands};
use waymark::domain::lens::{FirstTried, InformalTried, Lens, Reached};
use waymark::domain::logs::{Log, Row, about};
use waymark::domain::routing::{Line, MessageKind, Party, Plan, Stage, StageState, StepKind};
use waymark::domain::situation::{First, Informal};

#[allow(
    clippy::unwrap_used,
    reason = "a test that cannot read the content has nothing to say"
)]
mod support;

#[path = "support/cases.rs"]
mod cases;
#[path = "support/rows.rs"]
mod made;

use made::row;
use support::words;

fn rows(of: &[(&str, &str, &str)]) -> Vec<Row> {
    of.iter()
        .map(|(what, ended, about)| row(&[("what", what), ("ended", ended), ("about", about)]))
        .collect()
}

fn case(answers: &[(&str, &str)], of: &[(&str, &str, &str)]) -> Case {
    cases::case(answers, rows(of))
}

fn state(plan: &Plan, stage: Stage) -> StageState {
    let mut found = plan.stages.iter().filter(|info| info.stage == stage);
    found.next().map_or(StageState::Locked, |info| info.state)
}

#[test]
fn the_latest_word_on_a_formal_request_counts() {
    use Formal::{Appealed, Decided, Requested, Settled};
    for (given, formal) in [
        (&[][..], None),
        (&[("nsb", "unsettled")], None),
        (&[("formal", "")], Some(Requested)),
        (&[("formal", "waiting"), ("response", "")], Some(Requested)),
        (&[("response", "")], Some(Requested)),
        (&[("formal", ""), ("decision", "")], Some(Decided)),
        (
            &[("formal", ""), ("decision", ""), ("response", "")],
            Some(Decided),
        ),
        (
            &[("decision", "unsettled"), ("appeal", "waiting")],
            Some(Appealed),
        ),
        (&[("appeal", ""), ("decision", "")], Some(Decided)),
        (&[("formal", "settled")], Some(Settled)),
        (&[("formal", ""), ("response", "settled")], Some(Settled)),
        (&[("decision", ""), ("formal", "")], Some(Requested)),
    ] {
        let given: Vec<_> = given.iter().map(|(what, ended)| (*what, *ended, "")).collect();
        assert_eq!(Stands::of(&rows(&given)).formal, formal, "{given:?}");
    }
}

#[test]
fn every_side_sees_where_the_formal_request_stands() {
    for lens in Lens::ALL {
        for (row, wanted) in [
            ("formal", StageState::Now),
            ("decision", StageState::Done),
            ("appeal", StageState::Now),
        ] {
            let plan = case(&[], &[(row, "", "")]).plan(lens);
            assert_eq!(state(&plan, Stage::Formal), wanted, "{lens:?} {row}");
            // Two stages at once are never where one is; none of the earlier ones is locked any more.
            for stage in [Stage::First, Stage::Informal] {
                assert!(
                    matches!(state(&plan, stage), StageState::Done | StageState::Open),
                    "{lens:?} {row} {stage:?}"
                );
            }
            assert!(!plan.steps.is_empty());
        }
    }
    // What the ledger says was tried is done, and not said to be missing.
    for lens in Lens::ALL {
        let rows = [
            ("talk", "unsettled", ""),
            ("nsb", "unsettled", ""),
            ("formal", "", ""),
        ];
        let plan = case(&[], &rows).plan(lens);
        for stage in [Stage::First, Stage::Informal] {
            assert_eq!(state(&plan, stage), StageState::Done, "{lens:?} {stage:?}");
        }
    }
    // The person concerned is told what it means for them.
    let mine = case(&[("reached", "own-nsb")], &[("formal", "", "")]);
    assert_eq!(mine.concerned().reached, Reached::Tmb);
    assert!(
        mine.plan(Lens::Respond)
            .steps
            .iter()
            .any(|step| step.kind == StepKind::AnswerTmb)
    );
    let decided = case(&[("reached", "tmb")], &[("formal", "", ""), ("decision", "", "")]);
    assert!(
        decided
            .plan(Lens::Respond)
            .steps
            .iter()
            .any(|step| step.kind == StepKind::Appeal)
    );
    // Whoever raised it asks where it stands, and no longer for what was done.
    let answers = [
        ("raiser", "expert"),
        ("capacity", "delegate"),
        ("first", "spoke-unsettled"),
        ("informal", "unsettled"),
    ];
    let kinds = |case: &Case| -> Vec<StepKind> {
        case.plan(Lens::Raise)
            .steps
            .iter()
            .map(|step| step.kind)
            .collect()
    };
    assert!(kinds(&case(&answers, &[])).contains(&StepKind::AskFormal));
    let after = kinds(&case(&answers, &[("formal", "", "")]));
    assert!(
        !after.contains(&StepKind::AskFormal) && after.contains(&StepKind::Remind),
        "{after:?}"
    );
}

/// What comes after a formal request leads, and nothing that comes before it is offered (3.1 to 3.3).
#[test]
fn the_plan_follows_a_formal_request_in_the_ledger() {
    use StepKind::{AfterDecision, AskFormal, AskNsb, AtTmb, Formal, NsbWrites, Remind, Speak, Write};
    let before = [AskFormal, Formal, AskNsb, NsbWrites, Speak, Write];
    let tried = [("talk", "unsettled", ""), ("nsb", "unsettled", "")];
    for (raiser, after_request) in [("expert", Remind), ("liaison", Remind), ("nsb-officer", AtTmb)] {
        for (row, lead) in [
            ("formal", after_request),
            ("response", after_request),
            ("decision", AfterDecision),
            ("appeal", after_request),
        ] {
            for earlier in [&tried[..], &[]] {
                let answers = [
                    ("raiser", raiser),
                    ("capacity", "delegate"),
                    ("affiliation", "other-nsb"),
                ];
                let rows = [earlier, &[(row, "", "")]].concat();
                let plan = case(&answers, &rows).plan(Lens::Raise);
                let kinds: Vec<StepKind> = plan.steps.iter().map(|step| step.kind).collect();
                assert_eq!(kinds[0], lead, "{raiser} {row}: {kinds:?}");
                assert!(
                    !kinds.iter().any(|kind| before.contains(kind)),
                    "{raiser} {row}: {kinds:?}"
                );
                let unique = kinds.iter().filter(|kind| **kind == lead).count();
                assert_eq!(unique, 1, "{raiser} {row}: {kinds:?}");
            }
        }
    }
    // Whoever handles it for the NSB that made it, the same; what was settled is left alone.
    let desk = [
        ("handler", "nsb-officer"),
        ("ties", "none"),
        ("arrived", "formal"),
        ("capacity", "delegate"),
        ("sides", "other-nsb"),
    ];
    for (row, ended, wanted) in [
        ("formal", "", Some(AtTmb)),
        ("decision", "", Some(AfterDecision)),
        ("appeal", "", Some(AtTmb)),
    ] {
        let rows = [&tried[..], &[(row, ended, "")]].concat();
        let plan = case(&desk, &rows).plan(Lens::Handle);
        let kinds: Vec<StepKind> = plan.steps.iter().map(|step| step.kind).collect();
        assert_eq!(kinds.first().copied(), wanted, "{row}: {kinds:?}");
        assert!(!kinds.contains(&Formal), "{row}: {kinds:?}");
    }
    // An individual still writes to their own side alone, and the appeal is the clause's (3.3).
    let decided = case(
        &[("raiser", "expert"), ("capacity", "delegate")],
        &[("decision", "", "")],
    );
    let plan = decided.plan(Lens::Raise);
    let lead = &plan.steps[0];
    assert_eq!(lead.on(Line::To).collect::<Vec<_>>(), [Party::OwnNsb]);
    assert!(lead.on(Line::DoNotCopy).any(|party| party == Party::Tmb));
    assert!(lead.clauses.contains(&Clause::C3_3));
    // Where the three stages do not lead, a row changes no step.
    for outside in [
        ("raiser", "outsider"),
        ("capacity", "body"),
        ("capacity", "guest"),
    ] {
        let with = case(&[outside], &[("decision", "", "")]).plan(Lens::Raise);
        let without = case(&[outside], &[]).plan(Lens::Raise);
        assert_eq!(with.steps, without.steps, "{outside:?}");
    }
}

#[test]
fn a_formal_request_in_the_ledger_unlocks_none() {
    for (answers, of) in [
        (&[][..], &[("formal", "", "")][..]),
        (
            &[("raiser", "nsb-officer"), ("handler", "nsb-officer")],
            &[("formal", "", ""), ("decision", "", "")],
        ),
        (
            &[
                ("raiser", "expert"),
                ("handler", "leader"),
                ("first", "spoke-unsettled"),
            ],
            &[
                ("talk", "unsettled", ""),
                ("nsb", "unsettled", ""),
                ("appeal", "", ""),
            ],
        ),
    ] {
        let case = case(answers, of);
        assert!(case.locked(MessageKind::Formal).is_some(), "{answers:?}");
    }
}

#[test]
fn what_was_tried_counts_for_whoever_handles_it() {
    let answers = [
        ("handler", "nsb-officer"),
        ("ties", "none"),
        ("arrived", "formal"),
        ("capacity", "delegate"),
        ("sides", "other-nsb"),
        ("tried-first", "not-yet"),
    ];
    assert!(case(&answers, &[]).locked(MessageKind::Formal).is_some());
    let tried = case(&answers, &[("talk", "unsettled", ""), ("nsb", "unsettled", "")]);
    assert_eq!(
        (tried.handled().first, tried.handled().informal),
        (FirstTried::Spoke, InformalTried::Recorded)
    );
    assert!(tried.locked(MessageKind::Formal).is_none());
    // A request that is still under way, or was settled, is no ground for a formal one (3.1).
    for ended in ["waiting", "settled", "no-answer"] {
        let open = case(&answers, &[("help", "unsettled", ""), ("nsb", ended, "")]);
        assert!(open.locked(MessageKind::Formal).is_some(), "{ended}");
    }
}

#[test]
fn a_ledger_with_1_and_2_opens_the_formal_request_however_it_arrived() {
    let of = [("help-leaders", "unsettled", ""), ("nsb-lead", "unsettled", "")];
    // Where help was asked for, that comes first; the last resort stands behind it.
    let (now, open) = (StageState::Now, StageState::Open);
    for (arrived, formal) in [
        ("member", Some(now)),
        ("liaison", Some(now)),
        ("staff", Some(now)),
        ("convey", Some(now)),
        ("formal", Some(now)),
        ("help", Some(open)),
        // It is about this NSB's own people, or in its hands for others: the request is not its own. Unsaid, nobody can tell.
        ("other-nsb", None),
        ("copy", None),
        ("unknown", None),
    ] {
        let mut answers = vec![
            ("handler", "nsb-officer"),
            ("ties", "none"),
            ("arrived", arrived),
            ("capacity", "convenor"),
            ("sides", "other-nsb"),
        ];
        let made = case(&answers, &of);
        assert_eq!(
            made.locked(MessageKind::Formal).is_none(),
            formal.is_some(),
            "{arrived}"
        );
        let plan = made.plan(Lens::Handle);
        assert_eq!(
            state(&plan, Stage::Formal),
            formal.unwrap_or(StageState::Locked),
            "{arrived}"
        );
        if formal.is_some() {
            assert_eq!(state(&plan, Stage::Informal), StageState::Done, "{arrived}");
            let leads = plan.steps[0].kind == StepKind::Formal;
            assert_eq!(leads, arrived != "help", "{arrived}");
        }
        for (outcome, offers) in [("ended", true), ("agreed", false)] {
            answers.push(("outcome", outcome));
            let made = case(&answers, &of);
            let plan = made.plan(Lens::Handle);
            let offered = plan.steps.iter().any(|step| step.kind == StepKind::Formal);
            let offers = offers && formal.is_some();
            assert_eq!(offered, offers, "{arrived}: {outcome}");
            assert_eq!(
                made.locked(MessageKind::Formal).is_none(),
                offers,
                "{arrived}: {outcome}"
            );
            answers.pop();
        }
    }
}

#[test]
fn each_side_is_told_what_of_the_ledger_counts() {
    let words = words();
    let said =
        |case: &Case, lens| document::ledger::speaks(words, case, lens).map(|block| format!("{block:?}"));
    let early = case(&[], &[("talk", "unsettled", "")]);
    assert!(said(&early, Lens::Raise).is_some() && said(&early, Lens::Handle).is_some());
    // Their plan reads nothing of it.
    assert!(said(&early, Lens::Respond).is_none());
    let late = case(&[], &[("formal", "", "")]);
    for lens in Lens::ALL {
        assert!(said(&late, lens).is_some_and(|said| said.contains("Technical Management Board")));
    }
    for (question, wanted) in [("reached", true), ("tried-first", false), ("first", false)] {
        assert_eq!(
            document::ledger::says(words, &late, question).is_some(),
            wanted,
            "{question}"
        );
    }
    assert!(document::ledger::says(words, &early, "tried-first").is_some());
    // Everything that a ledger can say has its words, and speaks as nobody in particular.
    for step in ["talk", "help", "nsb", "nsb-refused"] {
        for (end, again) in ENDS.iter().flat_map(|end| [(*end, false), (*end, true)]) {
            let before = if again { "settled" } else { "" };
            let told = case(&[], &[(step, before, ""), (step, end, "")]);
            for question in ["first", "informal"] {
                let stands = told.stands();
                let speaks = if question == "first" {
                    stands.first.is_some()
                } else {
                    stands.informal.is_some()
                };
                let said = document::ledger::says(words, &told, question);
                assert_eq!(said.is_some(), speaks, "{step} {end} {question}");
                assert!(!said.is_some_and(|said| said.contains("I ")), "{said:?}");
            }
        }
    }
}

#[test]
fn several_people_in_one_ledger_have_each_their_own_way() {
    let of = [
        ("talk", "settled", "Person A"),
        ("talk", "unsettled", "Person B"),
        ("nsb", "waiting", " Person B "),
        ("help", "", ""),
    ];
    let both = case(&[("first", "not-yet")], &of);
    let labels = about::labels(both.logs.rows(Log::Steps));
    assert_eq!(labels, ["Person A", "Person B"]);
    // Taken together they say nothing: the answers count.
    assert_eq!(both.stands(), Stands::default());
    assert_eq!(both.facets().first, First::NotYet);
    // One at a time they do; nothing of one stands in the way of the other.
    let [a, b] = ["Person A", "Person B"].map(|person| both.about(person));
    assert_eq!(
        (a.stands().first, a.stands().informal),
        (Some(First::SpokeSettled), None)
    );
    assert_eq!(
        (b.stands().first, b.stands().informal),
        (Some(First::SpokeUnsettled), Some(Informal::Pending))
    );
    assert_eq!(a.logs.rows(Log::Steps).len(), 2);
    // What is the same for everybody counts, and so does what names nobody.
    let same = case(
        &[],
        &[
            ("talk", "unsettled", "A"),
            ("message", "unsettled", "B"),
            ("nsb", "waiting", ""),
        ],
    );
    assert_eq!(
        (same.stands().first, same.stands().informal),
        (Some(First::SpokeUnsettled), Some(Informal::Pending))
    );
    // One label alone changes nothing.
    let one = case(&[], &[("talk", "settled", ""), ("talk", "unsettled", "Person A")]);
    assert_eq!(one.stands().first, Some(First::SettledAgain));
}
