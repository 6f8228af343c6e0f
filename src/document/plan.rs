//! The plan as a page: what to read first, the step that fits, who to write to and who not, the rest behind a click.
//!
//! In: a [`Plan`] of the routing. Out: a [`Doc`]. Every statement keeps its voice: the text says, the text is silent, our suggestion.

use super::inline::{Inline, Text, parse};
use super::{Block, Doc, Door, Mark, MarkState, Route, Voice, WhoRow};
use crate::domain::apart::set_apart;
use crate::domain::routing::{
    Basis, Course, Knowledge, Knows, Line, MessageKind, Noted, Notice, NoticeKind, Onward, Party, Plan,
    Recipient, Said, StageInfo, StageState, Step,
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
    for noted in &plan.noted {
        under_way(words, noted, &mut blocks);
    }
    let mut rest: &[Step] = &plan.steps;
    // Where what was taken stands first, nothing else leads.
    if let [lead, others @ ..] = rest
        && !plan.taken(lead.kind)
    {
        rest = others;
        blocks.push(Block::Heading(
            2,
            words.t(&format!("step.{}.title", lead.key())).to_owned(),
        ));
        blocks.push(Block::Lead(parse(
            words,
            words.t(&format!("step.{}.lead", lead.key())),
        )));
        blocks.extend(step(words, lead, 3));
    }
    for taken in [false, true] {
        let mut begun = false;
        for step in rest.iter().filter(|step| plan.taken(step.kind) == taken) {
            if !begun && taken {
                blocks.push(heading(words, 2, "plan.noted.taken"));
            } else if !begun {
                blocks.push(heading(words, 2, "plan.others"));
                blocks.push(Block::Quiet(parse(words, words.t("plan.others-note"))));
            }
            begun = true;
            blocks.push(folded(words, plan, step));
        }
    }
    blocks.push(heading(words, 2, "plan.stages"));
    blocks.push(Block::Trail(
        plan.stages.iter().map(|stage| mark(words, stage)).collect(),
    ));
    blocks.push(heading(words, 2, "plan.cautions"));
    blocks.extend(voices(words, &plan.cautions));
    let open = plan.open();
    if !open.is_empty() {
        blocks.push(heading(words, 2, "plan.open"));
        blocks.push(Block::Doors(
            open.iter().map(|&point| door(words, point)).collect(),
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

/// Something that was noted and has no end yet: what it is, what the text says of waiting, and what if no answer comes. What is done
/// and asks for no answer stands with its step alone.
fn under_way(words: &Words, noted: &Noted, blocks: &mut Vec<Block>) {
    let title = match noted.course {
        Course::Waiting => "plan.noted.waiting",
        Course::NoAnswer => "plan.noted.no-answer",
        Course::Unsaid => "plan.noted.unsaid",
        Course::Done => return,
    };
    blocks.push(heading(words, 2, title));
    blocks.push(Block::Lead(said(words, noted)));
    blocks.extend(voices(words, &noted.says));
    if !noted.fails.is_empty() {
        blocks.push(heading(words, 3, "plan.noted.fails"));
        blocks.extend(voices(words, &noted.fails));
    }
}

/// The id of what a row says was done.
fn row_is(noted: &Noted) -> String {
    format!("log.steps.column.what.option.{}", noted.what)
}

/// The row of the ledger in one sentence. What was typed in it is no mark of ours.
fn said(words: &Words, noted: &Noted) -> Text {
    let is = words.t(&row_is(noted));
    let mut what = is.to_owned();
    for typed in [&noted.when, &noted.about] {
        if !typed.is_empty() {
            for piece in [" (", &set_apart(is, typed), ")"] {
                what.push_str(piece);
            }
        }
    }
    let mut text = parse(words, words.t("plan.noted.said"));
    text.push(Inline::Str(words.line("", &what)));
    text
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
    for point in plan.open() {
        ids.extend(["title", "case"].map(|part| of_point(point, part)));
    }
    for point in voiced(plan).into_iter().filter_map(|said| said.basis.point()) {
        ids.push(of_point(point, "title"));
    }
    for noted in &plan.noted {
        ids.push(row_is(noted));
    }
    let said = plan.said().map(|said| words.t(said.text));
    said.chain(ids.iter().map(|id| words.t(id))).collect()
}

/// The statements that stand under their label, and so name the open point on which they rest.
fn voiced(plan: &Plan) -> Vec<Said> {
    let mut all = plan.cautions.clone();
    all.push(plan.stop);
    for notice in plan.notices.iter().filter(|notice| is_plain(notice.kind)) {
        all.extend_from_slice(&notice.says);
    }
    for noted in &plan.noted {
        all.extend_from_slice(&noted.says);
        all.extend_from_slice(&noted.fails);
    }
    for step in &plan.steps {
        for said in [&step.why, &step.prepare, &step.leads, &step.fails] {
            all.extend_from_slice(said);
        }
    }
    all
}

/// What everybody meets is said plainly, without the colour of care.
const fn is_plain(kind: NoticeKind) -> bool {
    matches!(
        kind,
        NoticeKind::NoAnonymity | NoticeKind::NoFinding | NoticeKind::BothSides
    )
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
    if is_plain(notice.kind) {
        let mut blocks = voices(words, &notice.says);
        if notice.kind == NoticeKind::NoAnonymity {
            // A fact about this guide, in none of the three voices.
            blocks.push(Block::Para(parse(words, words.t("plan.here"))));
        } else {
            blocks.insert(0, Block::Heading(2, title));
        }
        return blocks;
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
fn folded(words: &Words, plan: &Plan, other: &Step) -> Block {
    let title = words.t(&format!("step.{}.title", other.key())).to_owned();
    let noted = plan
        .noted
        .iter()
        .filter(|noted| noted.steps.contains(&other.kind));
    let mut blocks: Vec<Block> = noted.map(|noted| Block::Para(said(words, noted))).collect();
    blocks.push(Block::Para(parse(
        words,
        words.t(&format!("step.{}.lead", other.key())),
    )));
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
    match said.basis {
        Basis::Says(clauses) => {
            let mut inner = Vec::new();
            for (at, clause) in clauses.iter().enumerate() {
                if at > 0 {
                    inner.push(Inline::Str(", ".to_owned()));
                }
                inner.extend(parse(words, &format!("{{{}}}", clause.number())));
            }
            bracketed(&mut text, inner);
        }
        Basis::Silent(point) | Basis::Elsewhere(point) => {
            let name = words.t("label.silent").to_owned();
            bracketed(&mut text, vec![Inline::Link(Route::open_point(point), name)]);
        }
        Basis::Suggests => bracketed(
            &mut text,
            vec![Inline::Str(words.t("plan.our-suggestion").to_owned())],
        ),
    }
    text
}

/// Puts what a statement rests on behind it.
fn bracketed(text: &mut Text, inner: Vec<Inline>) {
    text.push(Inline::Str(" (".to_owned()));
    text.extend(inner);
    text.push(Inline::Str(")".to_owned()));
}

/// Statements in their voices; neighbours of one voice stand together.
pub(super) fn voices(words: &Words, said: &[Said]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for &statement in said {
        let (voice, text) = match statement.basis {
            Basis::Says(_) => (Voice::Says, labelled(words, statement)),
            Basis::Silent(point) | Basis::Elsewhere(point) => {
                // As the pages of words do it: the point in brackets, where others have their clause.
                let name = words.t(&of_point(point, "title")).to_owned();
                let mut text = parse(words, words.t(statement.text));
                bracketed(&mut text, vec![Inline::Link(Route::open_point(point), name)]);
                (Voice::Silent, text)
            }
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

/// The id of a text of an open point.
fn of_point(point: OpenPoint, part: &str) -> String {
    format!("open.{}.{part}", point.key())
}

fn door(words: &Words, point: OpenPoint) -> Door {
    Door {
        route: Route::open_point(point),
        name: words.t(&of_point(point, "title")).to_owned(),
        note: parse(words, words.t(&of_point(point, "case"))),
        aside: String::new(),
    }
}
