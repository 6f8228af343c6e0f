//! What stands in the ledger is known to the plan: a step that was taken leads no more, what is open comes into view.

use std::collections::BTreeSet;

use waymark::document::inline::Inline;
use waymark::document::{self, Block, Doc, Voice};
use waymark::domain::case::Case;
use waymark::domain::lens::Lens;
use waymark::domain::logs::{Log, Row};
use waymark::domain::routing::statements::{beside, first, handle as h, second};
use waymark::domain::routing::{
    Course, Gate, Noted, Plan, Said, StepKind, handle, noted_in_ledger, respond as responding, route,
};
use waymark::domain::situation::Facets;
use waymark::domain::{ledger, open::OpenPoint};

use super::a_case::case;
use super::helpers::{spread, words};
use super::rows::row;
use super::{handle_keys, respond};

const EXPERT: &[(&str, &str)] = &[
    ("raiser", "expert"),
    ("capacity", "delegate"),
    ("affiliation", "other-nsb"),
    ("setting", "meeting-aside"),
    ("safety", "safe"),
    ("comfort", "yes"),
    ("first", "not-yet"),
];
const AFRAID: &[(&str, &str)] = &[
    ("raiser", "expert"),
    ("capacity", "delegate"),
    ("safety", "fear"),
    ("first", "not-yet"),
];
const IN_DANGER: &[(&str, &str)] = &[("raiser", "expert"), ("safety", "danger"), ("first", "not-yet")];
const OFFICER: &[(&str, &str)] = &[
    ("handler", "nsb-officer"),
    ("arrived", "member"),
    ("capacity", "delegate"),
    ("sides", "other-nsb"),
    ("ties", "none"),
    ("tried-first", "spoke"),
];
const THEIR_NSB: &[(&str, &str)] = &[
    ("handler", "nsb-officer"),
    ("arrived", "other-nsb"),
    ("capacity", "delegate"),
    ("sides", "other-nsb"),
    ("ties", "none"),
    ("tried-first", "spoke"),
];

/// A situation, its ledger (what, how it ended), and what follows: the lead, what was taken, how each row goes on, what is said
/// there.
struct Told {
    lens: Lens,
    answers: &'static [(&'static str, &'static str)],
    rows: &'static [(&'static str, &'static str)],
    lead: StepKind,
    taken: &'static [StepKind],
    noted: &'static [(&'static str, Course)],
    says: &'static [Said],
    silent: &'static [Said],
}

const NOTHING: Told = Told {
    lens: Lens::Raise,
    answers: EXPERT,
    rows: &[],
    lead: StepKind::Speak,
    taken: &[],
    noted: &[],
    says: &[],
    silent: &[],
};

const TOLD: &[Told] = &[
    NOTHING,
    // One approach is as good as another; while its answer is awaited, others come into view (1.5), and no further approach.
    Told {
        rows: &[("message", "waiting")],
        lead: StepKind::Help,
        taken: &[StepKind::Speak, StepKind::Write],
        noted: &[("message", Course::Waiting)],
        says: &[
            beside::NOTED_TIME,
            beside::NOTED_END,
            first::APPROACH_FAILS_HELP,
            first::APPROACH_FAILS_INFORMAL,
        ],
        ..NOTHING
    },
    Told {
        rows: &[("message", "")],
        lead: StepKind::Help,
        taken: &[StepKind::Speak, StepKind::Write],
        noted: &[("message", Course::Unsaid)],
        says: &[beside::NOTED_TIME, beside::NOTED_END],
        silent: &[first::APPROACH_FAILS_HELP],
        ..NOTHING
    },
    Told {
        rows: &[("help-tpm", "waiting")],
        lead: StepKind::Understand,
        taken: &[StepKind::Help],
        noted: &[("help-tpm", Course::Waiting)],
        says: &[first::HELP_FAILS, first::APPROACH_FAILS_INFORMAL],
        ..NOTHING
    },
    // What asks for no answer is done; nobody waits.
    Told {
        rows: &[("understand", "")],
        lead: StepKind::Speak,
        taken: &[StepKind::Understand],
        noted: &[("understand", Course::Done)],
        silent: &[beside::NOTED_TIME],
        ..NOTHING
    },
    // The latest attempt stands for those before it, and what has ended for what went before it.
    Told {
        rows: &[("message", ""), ("talk", "waiting")],
        lead: StepKind::Help,
        taken: &[StepKind::Speak, StepKind::Write],
        noted: &[("talk", Course::Waiting)],
        ..NOTHING
    },
    Told {
        rows: &[("talk", "waiting"), ("help", "settled")],
        lead: StepKind::KeepRecord,
        ..NOTHING
    },
    Told {
        rows: &[("message", "waiting"), ("withdrawn", "")],
        ..NOTHING
    },
    Told {
        rows: &[("talk", "settled"), ("confirm", "")],
        lead: StepKind::Records,
        taken: &[StepKind::Confirm],
        noted: &[("confirm", Course::Done)],
        ..NOTHING
    },
    Told {
        rows: &[
            ("talk", "settled"),
            ("confirm", ""),
            ("talk", "unsettled"),
            ("talk", "settled"),
        ],
        lead: StepKind::Confirm,
        ..NOTHING
    },
    // An informal request: asking where it stands is what comes next, until that was done as well.
    Told {
        rows: &[("talk", "unsettled"), ("nsb", "waiting")],
        lead: StepKind::Remind,
        noted: &[("nsb", Course::Waiting)],
        says: &[beside::NOTED_TIME],
        ..NOTHING
    },
    Told {
        rows: &[("talk", "unsettled"), ("nsb", "no-answer")],
        lead: StepKind::Remind,
        noted: &[("nsb", Course::NoAnswer)],
        ..NOTHING
    },
    Told {
        rows: &[("talk", "unsettled"), ("nsb", "waiting"), ("remind", "waiting")],
        lead: StepKind::Help,
        taken: &[StepKind::Remind],
        noted: &[("remind", Course::Waiting)],
        says: &[second::REMIND_NO_WAY_PAST],
        ..NOTHING
    },
    Told {
        rows: &[("talk", "unsettled"), ("nsb", "")],
        lead: StepKind::Help,
        taken: &[StepKind::AskNsb],
        noted: &[("nsb", Course::Unsaid)],
        ..NOTHING
    },
    Told {
        rows: &[("talk", "unsettled"), ("help", "waiting")],
        lead: StepKind::AskNsb,
        taken: &[StepKind::Help],
        noted: &[("help", Course::Waiting)],
        ..NOTHING
    },
    // Again: the earlier request is over, so it leads anew.
    Told {
        rows: &[("talk", "unsettled"), ("nsb", "again")],
        lead: StepKind::AskNsb,
        ..NOTHING
    },
    // An old first step that nobody noted the end of is over once a request stands there.
    Told {
        rows: &[("talk", "waiting"), ("nsb", "settled")],
        lead: StepKind::KeepRecord,
        ..NOTHING
    },
    // Invariant 7: nobody is sent to the person concerned because the steps before were taken.
    Told {
        answers: AFRAID,
        rows: &[("help", "waiting"), ("understand", "")],
        lead: StepKind::Understand,
        taken: &[StepKind::Help, StepKind::Understand],
        noted: &[("help", Course::Waiting), ("understand", Course::Done)],
        ..NOTHING
    },
    Told {
        answers: IN_DANGER,
        rows: &[("help", "waiting")],
        lead: StepKind::Help,
        taken: &[StepKind::Help],
        noted: &[("help", Course::Waiting)],
        ..NOTHING
    },
    // Whoever handles it.
    Told {
        lens: Lens::Handle,
        answers: OFFICER,
        rows: &[("nsb", "waiting")],
        lead: StepKind::NeedToKnow,
        taken: &[StepKind::NsbWrites],
        noted: &[("nsb", Course::Waiting)],
        says: &[beside::NOTED_TIME, second::FAILS_OTHER_SIDE],
        ..NOTHING
    },
    Told {
        lens: Lens::Handle,
        answers: OFFICER,
        rows: &[("receipt", "")],
        lead: StepKind::NsbWrites,
        taken: &[StepKind::Receipt, StepKind::CheckComplete],
        noted: &[("receipt", Course::Done)],
        ..NOTHING
    },
    Told {
        lens: Lens::Handle,
        answers: THEIR_NSB,
        rows: &[("receipt", "")],
        lead: StepKind::RightOfReply,
        taken: &[StepKind::Receipt, StepKind::CheckComplete],
        noted: &[("receipt", Course::Done)],
        ..NOTHING
    },
    // Nothing is weighed before the answer is there. To them, the request is what arrived, not what they wait for.
    Told {
        lens: Lens::Handle,
        answers: THEIR_NSB,
        rows: &[("nsb", "waiting"), ("receipt", ""), ("hearing", "waiting")],
        lead: StepKind::NeedToKnow,
        taken: &[StepKind::Receipt, StepKind::CheckComplete, StepKind::RightOfReply],
        noted: &[("receipt", Course::Done), ("hearing", Course::Waiting)],
        says: &[h::REPLY_FAILS],
        ..NOTHING
    },
    Told {
        lens: Lens::Respond,
        answers: &[("reached", "message"), ("my-view", "agree")],
        rows: &[("message", "waiting")],
        lead: StepKind::PutRight,
        ..NOTHING
    },
];

fn of(told: &Told) -> Case {
    let rows = told.rows.iter();
    let rows = rows.map(|(what, ended)| row(&[("what", what), ("ended", ended)]));
    case(told.answers, rows.collect())
}

#[test]
fn what_was_noted_leads_no_more_and_says_what_the_text_says_of_waiting() {
    for told in TOLD {
        let plan = of(told).plan(told.lens);
        let what = format!("{:?} {:?}: {:?}", told.lens, told.rows, kinds(&plan));
        assert_eq!(plan.steps[0].kind, told.lead, "{what}");
        let taken: BTreeSet<StepKind> = kinds(&plan)
            .into_iter()
            .filter(|kind| plan.taken(*kind))
            .collect();
        assert_eq!(taken, told.taken.iter().copied().collect(), "{what}");
        let noted: Vec<_> = plan
            .noted
            .iter()
            .map(|noted| (noted.what, noted.course))
            .collect();
        assert_eq!(noted, told.noted, "{what}");
        let says: Vec<Said> = plan.noted.iter().flat_map(Noted::said).collect();
        for said in told.says {
            assert!(says.contains(said), "{what} {}", said.text);
        }
        for said in told.silent {
            assert!(!says.contains(said), "{what} {}", said.text);
        }
    }
}

fn kinds(plan: &Plan) -> Vec<StepKind> {
    plan.steps.iter().map(|step| step.kind).collect()
}

/// Every plan through every lens, with one and with two rows of every kind.
#[test]
fn noting_takes_no_step_away_and_sends_nobody_to_face_anybody() {
    let ends = ledger::ENDS.iter().copied().chain([""]);
    let all: Vec<Row> = ends
        .flat_map(|ended| ledger::KEYS.map(|what| row(&[("what", what), ("ended", ended)])))
        .collect();
    let gate = |facets: &Facets| Gate::of(facets.safety, facets.lawful, facets.comfort, facets.retaliation);
    let raised = spread(150).map(|facets| (route(&facets), gate(&facets) >= Gate::Guarded));
    let handled = handle_keys::spread(80).map(|facets| handle::plan(&facets));
    let mut concerned = Vec::new();
    respond::each_plan(|facets| {
        if concerned.len() < 60 {
            concerned.push(responding::plan(facets));
        }
    });
    let others = handled.chain(concerned).map(|plan| {
        let grave = plan.notices.iter().any(|notice| notice.kind.is_grave());
        (plan, grave)
    });
    let mut moved = 0;
    for (at, (plan, guarded)) in raised.chain(others).enumerate() {
        for (first, row) in all.iter().enumerate() {
            let other = &all[(first * 7 + at) % all.len()];
            for rows in [&[row.clone()][..], &[other.clone(), row.clone()][..]] {
                let mut with = plan.clone();
                noted_in_ledger(&mut with, rows);
                let sorted = |plan: &Plan| kinds(plan).into_iter().collect::<BTreeSet<_>>();
                assert_eq!(sorted(&plan), sorted(&with));
                assert_eq!(plan.steps.len(), with.steps.len());
                let lead = with.steps[0].kind;
                moved += usize::from(lead != plan.steps[0].kind);
                // Invariant 7 holds whatever was noted; a plan that begins with what was taken has no lead.
                assert!(!(guarded && lead.is_direct()), "{rows:?} {:?}", kinds(&with));
                let waits = with
                    .noted
                    .iter()
                    .any(|noted| noted.course != Course::Done && !noted.steps.is_empty());
                assert!(!(waits && lead.is_direct() && !with.taken(lead)), "{rows:?}");
                // Every way of waiting says that no time is set, and how one goes on.
                for noted in &with.noted {
                    if noted.course != Course::Done {
                        assert_eq!(noted.says, [beside::NOTED_TIME, beside::NOTED_END]);
                        assert!(with.open().contains(&OpenPoint::NoDeadline));
                    }
                }
            }
        }
    }
    assert!(moved > 1_000, "{moved}");
}

/// With several people concerned a step was taken when it was taken with each of them.
#[test]
fn one_message_of_two_leaves_the_other_to_write() {
    let about = |what: &str, who: &str| row(&[("what", what), ("ended", "waiting"), ("about", who)]);
    let told = |rows: Vec<Row>| case(EXPERT, rows).plan(Lens::Raise);
    let one = told(vec![about("message", "A"), about("help", "B")]);
    assert_eq!(one.steps[0].kind, StepKind::Speak);
    assert_eq!(one.noted.len(), 2, "both are told");
    let both = told(vec![about("message", "A"), about("message", "B")]);
    assert_eq!(both.steps[0].kind, StepKind::Help);
    let whom: Vec<&str> = both.noted.iter().map(|noted| noted.about.as_str()).collect();
    assert_eq!(whom, ["A", "B"]);
    let everybody = told(vec![
        about("message", ""),
        about("understand", "A"),
        about("understand", "B"),
    ]);
    assert_eq!(
        everybody
            .noted
            .iter()
            .filter(|noted| noted.what == "message")
            .count(),
        1
    );
}

fn page(case: &Case, lens: Lens) -> Doc {
    let mut doc = document::plan::plan(words(), &case.plan(lens));
    document::ledger::amend(words(), &mut doc, case, lens);
    doc
}

fn at(doc: &Doc, title: &str) -> usize {
    let is = |block: &Block| matches!(block, Block::Heading(2, name) if name == title);
    doc.blocks
        .iter()
        .position(is)
        .unwrap_or_else(|| panic!("no heading {title:?}"))
}

/// The page: what was noted stands before what is next, in the person's own words; the step itself says it too.
#[test]
fn the_page_says_it_before_the_next_step_and_at_the_step() {
    let given = [
        ("what", "message"),
        ("when", "9 March {P3}"),
        ("ended", "waiting"),
    ];
    let case = case(EXPERT, vec![row(&given)]);
    let doc = page(&case, Lens::Raise);
    let waits = at(&doc, words().t("plan.noted.waiting"));
    let lead = at(&doc, words().t("step.help.title"));
    let taken = at(&doc, words().t("plan.noted.taken"));
    assert!(waits < lead && lead < taken);
    let Block::Lead(said) = &doc.blocks[waits + 1] else {
        panic!("the row as a sentence: {:?}", doc.blocks[waits + 1]);
    };
    // What was typed is no mark of ours.
    assert_eq!(
        said.last(),
        Some(&Inline::Str(": Wrote a message (9 March {P3})".to_owned()))
    );
    assert!(
        said.iter()
            .any(|piece| matches!(piece, Inline::Link(route, _) if route.href() == "#/ledger"))
    );
    let voices: Vec<Voice> = doc.blocks[waits..lead]
        .iter()
        .filter_map(|block| match block {
            Block::Voice(voice, _) => Some(*voice),
            _ => None,
        })
        .collect();
    assert_eq!(voices, [Voice::Silent, Voice::Suggests, Voice::Says]);
    let folded: Vec<&str> = doc.blocks[taken..]
        .iter()
        .filter_map(|block| match block {
            Block::Details(name, blocks) => {
                assert_eq!(blocks[0], Block::Para(said.clone()));
                Some(name.as_str())
            }
            _ => None,
        })
        .collect();
    assert_eq!(
        folded,
        [words().t("step.speak.title"), words().t("step.write.title")]
    );
    // Nothing noted: nothing of it on the page.
    let none = page(&Case::default(), Lens::Raise);
    let text = format!("{:?}", none.blocks);
    for id in ["plan.noted.waiting", "plan.noted.taken", "route.noted-time"] {
        assert!(!text.contains(words().t(id)), "{id}");
    }
}

/// Nothing else is open then; the page waits with the person, and what they can say stands below.
#[test]
fn in_danger_there_is_no_lead_while_help_is_awaited() {
    let mut case = case(IN_DANGER, Vec::new());
    case.logs
        .set(Log::Steps, vec![row(&[("what", "help"), ("ended", "waiting")])]);
    let doc = page(&case, Lens::Raise);
    let heads: Vec<&str> = doc
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading(2, name) => Some(name.as_str()),
            _ => None,
        })
        .collect();
    assert!(heads.contains(&words().t("plan.noted.waiting")));
    assert!(!heads.contains(&words().t("step.help.title")) && !heads.contains(&words().t("plan.others")));
}
