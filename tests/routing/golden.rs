//! The golden table `tests/golden/routing.md`: every routing case, one row per distinct answer, for a lawyer to read and sign.
//!
//! Regenerate it after a change of the rules or of a party's name, and review the difference:
//! `WAYMARK_BLESS=1 cargo test --no-default-features --features pack --test routing golden`

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use waymark::domain::routing::{
    Basis, CautionKey, Gate, Line, NoticeKey, OrderKey, Party, Recipient, Said, Scene, StageKey, Step,
    StepKind, Who, cautions, notices, order, stages,
};
use waymark::domain::situation::{
    Affiliation, Capacity, Facets, First, Group, Informal, Lawful, People, Raiser, Recurrence, Retaliation,
    Safety, Setting, Stake,
};

use super::helpers::{OF_THE_LEDGER, reachable, whos, words};
use super::table::{Axis, at, axis, table};

pub fn title(kind: StepKind) -> String {
    words().t(&format!("step.{}.title", kind.key())).to_owned()
}

pub fn steps(kinds: &[StepKind]) -> Vec<String> {
    let names: Vec<String> = kinds.iter().map(|kind| title(*kind)).collect();
    vec![names[0].clone(), names[1..].join("; ")]
}

pub fn basis(said: Said) -> String {
    match said.basis {
        Basis::Says(clauses) => clauses
            .iter()
            .map(|clause| clause.number())
            .collect::<Vec<_>>()
            .join(", "),
        Basis::Silent(point) => format!("silent: {}", point.key()),
        Basis::Elsewhere(point) => format!("silent, elsewhere: {}", point.key()),
        Basis::Suggests => "suggestion".to_owned(),
    }
}

pub fn parties(recipients: &[Recipient], line: Line) -> String {
    let on = recipients.iter().filter(|recipient| recipient.line == line);
    let names = on.map(|recipient| {
        let name = words().t(&format!("party.{}.name", recipient.party.key()));
        format!("{name} ({})", basis(recipient.why))
    });
    names.collect::<Vec<_>>().join("; ")
}

pub fn then(step: &Step) -> String {
    let ways = step.onward.iter().map(|onward| {
        let by = words().t(&format!("party.{}.name", onward.by.key()));
        let copies = parties(&onward.recipients, Line::Copy);
        let copies = if copies.is_empty() {
            copies
        } else {
            format!("; copy {copies}")
        };
        format!("{by} → {}{copies}", parties(&onward.recipients, Line::To))
    });
    ways.collect::<Vec<_>>().join(". ")
}

/// The clauses and open points of a list of statements, each once.
pub fn bases(said: impl Iterator<Item = Said>, clauses: bool) -> String {
    let mut all = Vec::new();
    for said in said {
        let mut add = |text: String| {
            if !all.contains(&text) {
                all.push(text);
            }
        };
        match said.basis {
            Basis::Says(list) if clauses => list.iter().for_each(|clause| add(clause.number().to_owned())),
            Basis::Silent(point) if !clauses => add(point.key().to_owned()),
            _ => {}
        }
    }
    all.join(", ")
}

pub fn who_axes() -> Vec<Axis> {
    vec![
        axis!("raises", Raiser),
        axis!("concerned acted as", Capacity),
        axis!("belongs to", Affiliation),
    ]
}

pub fn who_at(who: Who) -> Vec<usize> {
    vec![
        at!(Raiser, who.raiser),
        at!(Capacity, who.capacity),
        at!(Affiliation, who.affiliation),
    ]
}

fn first_steps(out: &mut String) {
    out.push_str("## 1. First steps: which, in which order\n\nNothing tried yet, or not known; somebody with an NSB, or without one. ");
    out.push_str("Gate: clear (comfortable, nothing speaks against it), unsure (not said), guarded (not comfortable, fear, a gap in power, perhaps unlawful, retaliation), danger.\n\n");
    let axes = vec![
        Axis {
            name: "gate",
            answers: vec!["clear", "unsure", "guarded", "danger"],
        },
        Axis {
            name: "where",
            answers: vec![
                "openly in a meeting",
                "virtual",
                "in writing",
                "elsewhere or unknown",
            ],
        },
        Axis {
            name: "told by others",
            answers: vec!["no", "yes"],
        },
    ];
    let who = Who {
        raiser: Raiser::Expert,
        capacity: Capacity::Delegate,
        ..Who::default()
    };
    let (first, informal) = (First::NotYet, Informal::NotYet);
    let mut cases = Vec::new();
    for (g, gate) in Gate::ALL.into_iter().enumerate() {
        for (s, scene) in Scene::ALL.into_iter().enumerate() {
            for (t, told) in [false, true].into_iter().enumerate() {
                let key = OrderKey {
                    who,
                    gate,
                    retaliation: false,
                    scene,
                    told,
                    first,
                    informal,
                };
                cases.push((vec![g, s, t], steps(&order(&key))));
            }
        }
    }
    table(out, &axes, &["lead", "also open"], &cases);
}

fn orders(out: &mut String) {
    out.push_str("## 2. Which step comes next, by what was tried\n\nNothing speaks against direct contact. With retaliation, “");
    out.push_str(&title(StepKind::Retaliation));
    out.push_str("” is the second step, or the first when everything else is settled. When direct contact is guarded, the e-mail that confirms an agreement is never the lead; in danger it is not offered.\n\n");
    let mut axes = who_axes();
    axes.extend([axis!("first steps", First), axis!("informal request", Informal)]);
    let mut cases = Vec::new();
    for who in whos() {
        for &first in First::ALL {
            for &informal in Informal::ALL {
                let gate = Gate::Clear;
                let key = OrderKey {
                    who,
                    gate,
                    retaliation: false,
                    scene: Scene::Aside,
                    told: false,
                    first,
                    informal,
                };
                let mut at = who_at(who);
                at.extend([at!(First, first), at!(Informal, informal)]);
                cases.push((at, steps(&order(&key))));
            }
        }
    }
    table(out, &axes, &["lead", "also open"], &cases);
}

/// Steps that follow a request: their table is short.
const LATER: [StepKind; 4] = [
    StepKind::Remind,
    StepKind::NsbRefused,
    StepKind::AskFormal,
    StepKind::Retaliation,
];

fn each_step(out: &mut String) {
    out.push_str("## 3. Each step: clauses, To, Copy, Leave out, and where it goes on\n\nIn brackets what a line rests on: a clause, “silent” with the open point (“elsewhere”: on a situation that is not this one, or not yet; such a point is not counted among the open points), or “suggestion”. Mailing lists, employer, press and social media are left out of every message (4.2.1) and not repeated here. In a working group, its leaders stand beside the committee’s leaders; else the group changes no recipient. In danger or fear, nobody is sent to colleagues of the person concerned (1.5.3).\n\n");
    let axes = who_axes();
    let of_the_answers = |kind: &&StepKind| **kind <= StepKind::LetKnow && !OF_THE_LEDGER.contains(kind);
    for &kind in StepKind::ALL.iter().filter(of_the_answers) {
        writeln!(out, "### {} (`{}`)\n", title(kind), kind.key()).expect("a string");
        let later = LATER.contains(&kind);
        if later {
            out.push_str("Leaves out the same parties as the request itself.\n\n");
        }
        let mut cases = Vec::new();
        for (who, _, step) in reachable()
            .iter()
            .filter(|(who, met, _)| *met == kind && who.group == Group::Unknown)
        {
            let at = who_at(*who);
            let own: Vec<Recipient> = step
                .recipients
                .iter()
                .filter(|r| !matches!(r.party.key(), "group-list" | "public"))
                .copied()
                .collect();
            let clauses = step
                .clauses
                .iter()
                .map(|clause| clause.number())
                .collect::<Vec<_>>()
                .join(", ");
            let to = parties(&own, Line::To);
            let to = if step.one_is_enough {
                format!("one of: {to}")
            } else {
                to
            };
            let mut row = vec![clauses, to, parties(&own, Line::Copy)];
            if !later {
                row.extend([parties(&own, Line::DoNotCopy), then(step)]);
            }
            row.push(bases(step.leads.iter().copied(), true));
            if !later {
                row.push(bases(step.said(), false));
            }
            cases.push((at, row));
        }
        let heads: &[&str] = if later {
            &["clauses", "to", "copy", "may lead to"]
        } else {
            &[
                "clauses",
                "to",
                "copy",
                "leave out",
                "then",
                "may lead to",
                "open points",
            ]
        };
        table(out, &axes, heads, &cases);
    }
}

fn all_notices(out: &mut String) {
    out.push_str("## 4. What must be read first\n\n### Which notices, in which order\n\n");
    let axes = vec![
        axis!("safety", Safety),
        axis!("lawful", Lawful),
        axis!("retaliation", Retaliation),
    ];
    let mut cases = Vec::new();
    for &safety in Safety::ALL {
        for &lawful in Lawful::ALL {
            for &retaliation in Retaliation::ALL {
                let key = NoticeKey::of(&Facets {
                    safety,
                    lawful,
                    retaliation,
                    ..Facets::default()
                });
                let names = notices(&key)
                    .iter()
                    .map(|notice| {
                        words()
                            .t(&format!("notice.{}.title", notice.kind.key()))
                            .to_owned()
                    })
                    .collect::<Vec<_>>();
                cases.push((
                    vec![
                        at!(Safety, safety),
                        at!(Lawful, lawful),
                        at!(Retaliation, retaliation),
                    ],
                    vec![names.join("; ")],
                ));
            }
        }
    }
    table(out, &axes, &["notices"], &cases);
    out.push_str("### The unlawful track beside the path (4.5.1, 4.5.2)\n\n");
    let axes = vec![
        axis!("raises", Raiser),
        axis!("concerned acted as", Capacity),
        axis!("setting", Setting),
    ];
    let mut cases = Vec::new();
    for who in whos().filter(|who| who.affiliation == Affiliation::Unknown) {
        for &setting in Setting::ALL {
            let key = NoticeKey {
                who,
                safety: Safety::Safe,
                lawful: Lawful::MaybeUnlawful,
                setting,
                retaliation: Retaliation::No,
            };
            let notice = &notices(&key)[0];
            let at = vec![
                at!(Raiser, who.raiser),
                at!(Capacity, who.capacity),
                at!(Setting, setting),
            ];
            cases.push((
                at,
                vec![
                    parties(&notice.parties, Line::To),
                    bases(notice.says.iter().copied(), false),
                ],
            ));
        }
    }
    table(out, &axes, &["work with", "open points"], &cases);
}

fn all_stages(out: &mut String) {
    out.push_str("## 5. Where the three stages stand\n\n");
    let axes = vec![
        axis!("raises", Raiser),
        axis!("concerned acted as", Capacity),
        axis!("first steps", First),
        axis!("informal request", Informal),
    ];
    let mut cases = Vec::new();
    for who in whos().filter(|who| who.affiliation == Affiliation::Unknown) {
        for &first in First::ALL {
            for &informal in Informal::ALL {
                let row = stages(&StageKey { who, first, informal })
                    .iter()
                    .map(|stage| format!("{}: {}", stage.state.key(), words().t(stage.note.text)))
                    .collect();
                let at = vec![
                    at!(Raiser, who.raiser),
                    at!(Capacity, who.capacity),
                    at!(First, first),
                    at!(Informal, informal),
                ];
                cases.push((at, row));
            }
        }
    }
    table(out, &axes, &["first", "informal", "formal"], &cases);
}

fn all_cautions(out: &mut String) {
    out.push_str("## 6. Cautions: what each answer adds\n\n| answer | caution | rests on |\n|---|---|---|\n");
    let nothing = cautions(&CautionKey::of(&Facets::default()));
    let mut rows = Vec::new();
    for &said in &nothing {
        rows.push(("always, with nothing known".to_owned(), said));
    }
    let mut add = |name: String, facets: Facets| {
        for said in cautions(&CautionKey::of(&facets)) {
            if !nothing.contains(&said) {
                rows.push((name.clone(), said));
            }
        }
    };
    let none = Facets::default();
    for &stake in Stake::ALL {
        add(format!("stake {}", stake.key()), Facets { stake, ..none });
    }
    for &people in People::ALL {
        add(format!("people {}", people.key()), Facets { people, ..none });
    }
    for &raiser in Raiser::ALL {
        add(format!("raises {}", raiser.key()), Facets { raiser, ..none });
    }
    for &capacity in Capacity::ALL {
        add(
            format!("acted as {}", capacity.key()),
            Facets { capacity, ..none },
        );
    }
    for &recurrence in Recurrence::ALL {
        add(
            format!("recurrence {}", recurrence.key()),
            Facets { recurrence, ..none },
        );
    }
    for &setting in Setting::ALL {
        add(format!("setting {}", setting.key()), Facets { setting, ..none });
    }
    for &group in Group::ALL {
        add(format!("group {}", group.key()), Facets { group, ..none });
    }
    for &first in First::ALL {
        add(format!("first steps {}", first.key()), Facets { first, ..none });
    }
    for &informal in Informal::ALL {
        add(
            format!("informal request {}", informal.key()),
            Facets { informal, ..none },
        );
    }
    add(
        "danger".to_owned(),
        Facets {
            safety: Safety::Danger,
            ..none
        },
    );
    for (answer, said) in rows {
        writeln!(out, "| {answer} | {} | {} |", words().t(said.text), basis(said)).expect("a string");
    }
}

fn made() -> String {
    let mut out = String::from(
        "# Routing: every case\n\nMade by the engine; do not edit. Regenerate and review with\n\
         `WAYMARK_BLESS=1 cargo test --no-default-features --features pack --test routing golden`.\n\n\
         Each row is a distinct answer; a column that is missing plays no part. Short names of facets are those of \
         `src/domain/situation.rs`, of open points those of `src/domain/open.rs`.\n\n",
    );
    first_steps(&mut out);
    orders(&mut out);
    each_step(&mut out);
    all_notices(&mut out);
    all_stages(&mut out);
    all_cautions(&mut out);
    out
}

/// What the table says about the group, so that it needs no column.
#[test]
fn golden_the_group_only_adds_the_leaders_of_a_working_group() {
    let lines = |step: &Step| -> BTreeSet<(Line, Party)> {
        let onward = step.onward.iter().flat_map(|onward| &onward.recipients);
        let all = step
            .recipients
            .iter()
            .chain(onward)
            .map(|recipient| (recipient.line, recipient.party));
        all.filter(|(_, party)| *party != Party::GroupLeadership)
            .collect()
    };
    for (who, kind, step) in reachable() {
        let plain = waymark::domain::routing::step(
            *kind,
            Who {
                group: Group::Unknown,
                ..*who
            },
        );
        assert_eq!(lines(step), lines(&plain), "{who:?} {kind:?}");
        let added = step
            .recipients
            .iter()
            .any(|recipient| recipient.party == Party::GroupLeadership);
        assert!(
            !added || who.group == Group::WorkingGroup || who.capacity == Capacity::WgExpert,
            "{who:?}"
        );
    }
}

#[test]
fn the_golden_table_is_what_the_engine_says() {
    same("tests/golden/routing.md", &made());
}

/// Compares a golden file with what the engine makes, or writes it anew when asked to.
pub fn same(file: &str, now: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("WAYMARK_BLESS").is_some() {
        std::fs::write(&path, now).expect("the golden table can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    if kept == now {
        return;
    }
    let (before, after): (BTreeSet<&str>, BTreeSet<&str>) = (kept.lines().collect(), now.lines().collect());
    let mut diff = String::new();
    for line in kept.lines().filter(|line| !after.contains(line)).take(20) {
        writeln!(diff, "- {line}").expect("a string");
    }
    for line in now.lines().filter(|line| !before.contains(line)).take(20) {
        writeln!(diff, "+ {line}").expect("a string");
    }
    panic!(
        "{file} differs from the engine. If the change is meant, run\n  \
         WAYMARK_BLESS=1 cargo test --no-default-features --features pack --test routing golden\nand review it.\n{diff}"
    );
}
