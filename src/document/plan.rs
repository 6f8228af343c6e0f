//! The plan as a page: what to read first, the step that fits, who to write to and who not, the rest behind a click.
//!
//! In: a [`Plan`] of the routing. Out: a [`Doc`]. Every statement keeps its voice: the text says, the text is silent, our suggestion.

use super::inline::{Inline, Text, parse};
use super::{Block, Doc, Door, Mark, MarkState, Route, Voice, WhoRow};
use crate::domain::routing::{
    Basis, Knowledge, Knows, Line, MessageKind, Notice, NoticeKind, Onward, Party, Plan, Recipient, Said,
    StageInfo, StageState, Step,
};
use crate::domain::{Lens, OpenPoint, Words};

/// The whole plan as one page.
#[must_use]
pub fn plan(words: &Words, plan: &Plan) -> Doc {
    // What must be read first stands first (invariant 7), before the short forms are explained.
    let mut blocks: Vec<Block> = plan
        .notices
        .iter()
        .flat_map(|notice| self::notice(words, notice))
        .collect();
    blocks.push(short_forms(words, plan));
    if let Some((lead, others)) = plan.steps.split_first() {
        blocks.push(Block::Heading(
            2,
            words.t(&format!("step.{}.title", lead.key())).to_owned(),
        ));
        blocks.push(Block::Lead(parse(
            words,
            words.t(&format!("step.{}.lead", lead.key())),
        )));
        blocks.extend(step(words, lead, 3));
        if !others.is_empty() {
            blocks.push(heading(words, 2, "plan.others"));
            blocks.push(Block::Quiet(parse(words, words.t("plan.others-note"))));
            blocks.extend(others.iter().map(|other| folded(words, other)));
        }
    }
    blocks.push(heading(words, 2, "plan.stages"));
    blocks.push(Block::Trail(
        plan.stages.iter().map(|stage| mark(words, stage)).collect(),
    ));
    blocks.push(heading(words, 2, "plan.cautions"));
    blocks.extend(voices(words, &plan.cautions));
    if !plan.open.is_empty() {
        blocks.push(heading(words, 2, "plan.open"));
        blocks.push(Block::Doors(
            plan.open.iter().map(|&point| door(words, point)).collect(),
        ));
    }
    blocks.push(heading(words, 2, "plan.stop"));
    blocks.extend(voices(words, &[plan.stop]));
    blocks.push(Block::Actions(vec![
        (Route::Map, words.t("plan.map").to_owned()),
        (Route::Answers, words.t("plan.change").to_owned()),
    ]));
    Doc {
        title: title(words, plan.lens).to_owned(),
        blocks,
    }
}

/// The short forms that stand on this page, each with its meaning.
pub(super) fn short_forms(words: &Words, plan: &Plan) -> Block {
    let texts = shown(words, plan);
    let forms = [
        ("NSB", "plan.short.nsb"),
        ("TPM", "plan.short.tpm"),
        ("TMB", "plan.short.tmb"),
        ("ISO/CS", "plan.short.iso-cs"),
        ("CEO", "plan.short.office-of-the-ceo"),
        ("IEC", "plan.short.iec"),
    ];
    let mut list = Vec::new();
    for (form, id) in forms {
        // What it is called in this language, or as everywhere.
        let own = words.t(&format!(
            "term.{}.name",
            id.rsplit('.').next().unwrap_or_default()
        ));
        if texts.iter().any(|text| text.contains(form) || text.contains(own)) {
            list.push(words.t(id));
        }
    }
    Block::Quiet(parse(
        words,
        &words.fill("plan.words", &[("list", &words.joined(&list))]),
    ))
}

/// The texts of the plan in which a short form may stand.
fn shown(words: &Words, plan: &Plan) -> Vec<&'static str> {
    let mut ids: Vec<String> = Vec::new();
    let mut lines: Vec<&Recipient> = plan.notices.iter().flat_map(|notice| &notice.parties).collect();
    for step in &plan.steps {
        ids.extend(["title", "lead"].map(|part| format!("step.{}.{part}", step.key())));
        ids.extend(
            step.messages
                .iter()
                .map(|kind| format!("plan.write.{}", kind.key())),
        );
        lines.extend(&step.recipients);
        lines.extend(step.onward.iter().flat_map(|onward| &onward.recipients));
    }
    ids.extend(
        lines
            .iter()
            .map(|line| format!("party.{}.name", line.party.key())),
    );
    for point in &plan.open {
        ids.extend(["title", "case"].map(|part| format!("open.{}.{part}", point.key())));
    }
    let said = plan.said().map(|said| words.t(said.text));
    said.chain(ids.iter().map(|id| words.t(id))).collect()
}

/// The heading of the plan of a lens.
fn title(words: &Words, lens: Lens) -> &'static str {
    match lens {
        Lens::Raise => words.t("plan.title"),
        Lens::Respond => words.t("lens.respond.plan"),
        Lens::Handle => words.t("lens.handle.plan"),
    }
}

/// A notice: heading and statements in the voice of care, and who to turn to.
fn notice(words: &Words, notice: &Notice) -> Vec<Block> {
    let title = words.t(&format!("notice.{}.title", notice.kind.key())).to_owned();
    // What everybody meets is said plainly, without the colour of care.
    match notice.kind {
        NoticeKind::NoAnonymity => {
            let mut blocks = voices(words, &notice.says);
            // A fact about this guide, in none of the three voices.
            blocks.push(Block::Para(parse(words, words.t("plan.here"))));
            return blocks;
        }
        NoticeKind::NoFinding | NoticeKind::BothSides => {
            let mut blocks = vec![Block::Heading(2, title)];
            blocks.extend(voices(words, &notice.says));
            return blocks;
        }
        _ => {}
    }
    let says = notice.says.iter().map(|&said| labelled(words, said)).collect();
    let mut blocks = vec![Block::Care(title, says)];
    if !notice.parties.is_empty() {
        blocks.push(heading(words, 3, "plan.beside-who"));
        blocks.push(Block::Who(rows(words, &notice.parties)));
    }
    blocks.extend(write(words, &beside(notice)));
    blocks
}

/// What the composer can help to write, a button each.
fn write(words: &Words, kinds: &[MessageKind]) -> Option<Block> {
    let label = |kind: &MessageKind| {
        (
            Route::Begin(kind.key().to_owned()),
            words.t(&format!("plan.write.{}", kind.key())).to_owned(),
        )
    };
    (!kinds.is_empty()).then(|| Block::Actions(kinds.iter().map(label).collect()))
}

/// The letters for something unlawful: to those whom 4.5.1 names, to those whom 4.5.2 names, as far as the notice names them.
fn beside(notice: &Notice) -> Vec<MessageKind> {
    let named = |party| notice.parties.iter().any(|line| line.party == party);
    let letters = [
        (Party::Host, MessageKind::UnlawfulMeeting),
        (Party::IsoCsCounsel, MessageKind::UnlawfulWritten),
    ];
    letters
        .into_iter()
        .filter(|(party, _)| notice.kind == NoticeKind::Unlawful && named(*party))
        .map(|(_, kind)| kind)
        .collect()
}

/// What a step says, under headings of this level.
fn step(words: &Words, step: &Step, level: u8) -> Vec<Block> {
    let mut blocks = Vec::new();
    blocks.extend(write(words, &step.messages));
    blocks.push(heading(words, level, "plan.why"));
    blocks.extend(voices(words, &step.why));
    blocks.push(heading(words, level, "plan.who"));
    // Before the names: five lines that say "To" look like five letters.
    if step.one_is_enough && step.on(Line::To).count() > 1 {
        blocks.push(Block::Para(parse(words, words.t("plan.one-is-enough"))));
    }
    if step.recipients.is_empty() {
        blocks.push(Block::Para(parse(words, words.t("plan.nobody"))));
    } else {
        blocks.push(Block::Who(rows(words, &step.recipients)));
    }
    for onward in &step.onward {
        blocks.extend(then(words, onward, level));
    }
    if !step.knows.is_empty() {
        blocks.push(heading(words, level, "plan.knows"));
        blocks.push(Block::Terms(known(words, &step.knows)));
    }
    for (id, said) in [
        ("plan.prepare", &step.prepare),
        ("plan.leads", &step.leads),
        ("plan.fails", &step.fails),
    ] {
        if !said.is_empty() {
            blocks.push(heading(words, level, id));
            blocks.extend(voices(words, said));
        }
    }
    blocks
}

/// Another step, behind a click.
fn folded(words: &Words, other: &Step) -> Block {
    let title = words.t(&format!("step.{}.title", other.key())).to_owned();
    let mut blocks = vec![Block::Para(parse(
        words,
        words.t(&format!("step.{}.lead", other.key())),
    ))];
    blocks.extend(step(words, other, 3));
    Block::Details(title, blocks)
}

/// The rest of the way, which somebody else goes.
fn then(words: &Words, onward: &Onward, level: u8) -> Vec<Block> {
    let id = match onward.by {
        Party::Tpm => "plan.onward-tpm",
        Party::UninvolvedOfficer => "plan.onward-uninvolved-officer",
        Party::OwnOrganization => "plan.onward-own-organization",
        _ => "plan.onward-own-nsb",
    };
    vec![
        heading(words, level, id),
        Block::Who(rows(words, &onward.recipients)),
        Block::Quiet(parse(words, words.t("plan.onward-note"))),
    ]
}

/// Who learns what: one entry for each thing to know, one line for those who learn it for the same reason.
fn known(words: &Words, knows: &[Knows]) -> Vec<(String, String, Vec<Text>)> {
    let mut terms = Vec::new();
    for &what in Knowledge::ALL {
        let mut lines: Vec<(Said, Text)> = Vec::new();
        for knows in knows.iter().filter(|knows| knows.what == what) {
            let name = party(words, knows.party);
            if let Some((_, who)) = lines.iter_mut().find(|(why, _)| *why == knows.why) {
                // What stands between two of a list, and below, behind a label.
                who.push(Inline::Str(words.joined(&["", ""])));
                who.extend(name);
            } else {
                lines.push((knows.why, name));
            }
        }
        let texts: Vec<Text> = lines
            .into_iter()
            .map(|(why, mut who)| {
                who.push(Inline::Str(words.line("", "")));
                who.extend(labelled(words, why));
                who
            })
            .collect();
        if !texts.is_empty() {
            terms.push((
                String::new(),
                words.t(&format!("knowledge.{}", what.key())).to_owned(),
                texts,
            ));
        }
    }
    terms
}

fn heading(words: &Words, level: u8, id: &str) -> Block {
    Block::Heading(level, words.t(id).to_owned())
}

fn party(words: &Words, party: Party) -> Text {
    parse(words, words.t(&format!("party.{}.name", party.key())))
}

/// The lines of the recipients table, each with its reason.
#[must_use]
pub fn rows(words: &Words, recipients: &[Recipient]) -> Vec<WhoRow> {
    recipients
        .iter()
        .map(|recipient| WhoRow {
            line: words.t(&format!("line.{}", recipient.line.key())).to_owned(),
            who: party(words, recipient.party),
            why: labelled(words, recipient.why),
        })
        .collect()
}

/// A statement as running text, with its clauses, its open point or "our suggestion" behind it.
#[must_use]
pub fn labelled(words: &Words, said: Said) -> Text {
    let mut text = parse(words, words.t(said.text));
    let label = |text: &mut Text, inner: Vec<Inline>| {
        text.push(Inline::Str(" (".to_owned()));
        text.extend(inner);
        text.push(Inline::Str(")".to_owned()));
    };
    match said.basis {
        Basis::Says(clauses) => {
            let mut inner = Vec::new();
            for (at, clause) in clauses.iter().enumerate() {
                if at > 0 {
                    inner.push(Inline::Str(", ".to_owned()));
                }
                inner.extend(parse(words, &format!("{{{}}}", clause.number())));
            }
            label(&mut text, inner);
        }
        Basis::Silent(point) => {
            let name = words.t("label.silent").to_owned();
            label(&mut text, vec![Inline::Link(Route::open_point(point), name)]);
        }
        Basis::Suggests => label(
            &mut text,
            vec![Inline::Str(words.t("plan.our-suggestion").to_owned())],
        ),
    }
    text
}

/// Statements in their voices; neighbours of one voice stand together.
pub(super) fn voices(words: &Words, said: &[Said]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for &statement in said {
        let (voice, text) = match statement.basis {
            Basis::Says(_) => (Voice::Says, labelled(words, statement)),
            Basis::Silent(_) => (Voice::Silent, parse(words, words.t(statement.text))),
            Basis::Suggests => (Voice::Suggests, parse(words, words.t(statement.text))),
        };
        match blocks.last_mut() {
            Some(Block::Voice(last, texts)) if *last == voice => texts.push(text),
            _ => blocks.push(Block::Voice(voice, vec![text])),
        }
    }
    blocks
}

/// A stage on the trail: its state, and why.
#[must_use]
pub fn mark(words: &Words, info: &StageInfo) -> Mark {
    let state = match info.state {
        StageState::Done => MarkState::Done,
        StageState::Now => MarkState::Now,
        StageState::Open => MarkState::Open,
        StageState::Locked => MarkState::Locked,
    };
    let name = parse(words, words.t(&format!("stage.{}.name", info.stage.key())));
    Mark {
        state,
        name,
        note: labelled(words, info.note),
    }
}

fn door(words: &Words, point: OpenPoint) -> Door {
    Door {
        route: Route::open_point(point),
        name: words.t(&format!("open.{}.title", point.key())).to_owned(),
        note: parse(words, words.t(&format!("open.{}.case", point.key()))),
        aside: String::new(),
    }
}
