//! The pages that the build makes from words: the Code and its principles, the process and its clauses, open points, glossary,
//! coverage. They go into the pack as lines (`content::write`), so the wasm carries neither them nor this.

use crate::document::inline::{Inline, Text, paragraphs, parse};
use crate::document::name::{self, UNKNOWN};
use crate::document::{Block, Doc, Door, Route, Voice, page};
use crate::domain::pack::PARAGRAPH;
use crate::domain::sorted::sorted;
use crate::domain::{Clause, OpenPoint, Principle, Words};

/// A paragraph for each paragraph of the text with this id.
fn paras(words: &Words, id: &str) -> impl Iterator<Item = Block> {
    paragraphs(words, words.t(id)).into_iter().map(Block::Para)
}

/// The items of the list with this id as running texts.
fn items(words: &Words, id: &str) -> Vec<Text> {
    words
        .list(id)
        .into_iter()
        .map(|item| parse(words, item))
        .collect()
}

fn door(route: Route, name: String, note: Text) -> Door {
    Door {
        route,
        name,
        note,
        aside: String::new(),
    }
}

fn heading(words: &Words, id: &str) -> Block {
    Block::Heading(2, words.t(id).to_owned())
}

/// The opening of a page: its first paragraph large, the others as they are.
fn lead(words: &Words, id: &str) -> Vec<Block> {
    let mut texts = paragraphs(words, words.t(id)).into_iter();
    let first = texts.next().map(Block::Lead);
    first.into_iter().chain(texts.map(Block::Para)).collect()
}

/// The line at the foot of every page of the guide: the official text prevails.
fn official(words: &Words) -> Block {
    Block::Quiet(parse(words, words.t("label.official")))
}

/// The Code: what it is, its scope, who acts, who answers, the ten principles.
#[must_use]
pub fn code(words: &Words) -> Doc {
    let mut blocks = lead(words, "code.lead");
    blocks.push(heading(words, "code.list-title"));
    let doors = Principle::ALL.into_iter().map(|principle| {
        let short = words.t(&format!("principle.{}.short", principle.number()));
        door(
            Route::principle(principle),
            numbered(words, principle),
            parse(words, short),
        )
    });
    blocks.push(Block::Doors(doors.collect()));
    blocks.push(heading(words, "guide.scope"));
    blocks.extend(paras(words, "code.scope"));
    blocks.extend(paras(words, "code.where"));
    blocks.push(heading(words, "guide.who-acts"));
    blocks.push(Block::List(items(words, "code.who-acts")));
    blocks.push(heading(words, "guide.answers"));
    blocks.push(Block::List(items(words, "code.answers")));
    blocks.push(heading(words, "guide.adopted"));
    blocks.extend(paras(words, "code.adopted"));
    blocks.extend(paras(words, "code.how-to-read"));
    blocks.push(official(words));
    Doc {
        title: words.t("code.title").to_owned(),
        blocks,
    }
}

fn numbered(words: &Words, principle: Principle) -> String {
    let number = principle.number();
    format!("{number}. {}", words.t(&format!("principle.{number}.title")))
}

/// One principle.
#[must_use]
pub fn principle(words: &Words, principle: Principle) -> Doc {
    let number = principle.number();
    let mut blocks = Vec::new();
    let list = |blocks: &mut Vec<Block>, title: &str, id: &str| {
        blocks.push(heading(words, title));
        blocks.push(Block::List(items(words, id)));
    };
    blocks.push(heading(words, "guide.asks"));
    blocks.extend(paras(words, &format!("principle.{number}.asks")));
    list(&mut blocks, "guide.lived", &format!("principle.{number}.lived"));
    list(
        &mut blocks,
        "guide.touches",
        &format!("principle.{number}.touches"),
    );
    blocks.push(Block::Quiet(parse(words, words.t("guide.touches-note"))));
    list(&mut blocks, "guide.beyond", &format!("principle.{number}.beyond"));
    list(
        &mut blocks,
        "guide.ask-yourself",
        &format!("principle.{number}.ask-yourself"),
    );
    list(
        &mut blocks,
        "guide.related",
        &format!("principle.{number}.related"),
    );
    blocks.push(Block::Actions(vec![
        (Route::Assess, words.t("guide.to-assess").to_owned()),
        (Route::page("code"), words.t("guide.all-principles").to_owned()),
    ]));
    blocks.push(official(words));
    Doc {
        title: numbered(words, principle),
        blocks,
    }
}

/// The process: what it is and all its clauses.
#[must_use]
pub fn process(words: &Words) -> Doc {
    let mut blocks = lead(words, "process.lead");
    blocks.extend(paras(words, "process.order"));
    blocks.push(Block::Steps(items(words, "process.parts")));
    blocks.push(Block::Actions(vec![
        (Route::Map, words.t("guide.see-map").to_owned()),
        (Route::page("open"), words.t("open.title").to_owned()),
    ]));
    for top in [Clause::Intro, Clause::C1, Clause::C2, Clause::C3, Clause::C4] {
        let name = words.t(&format!("clause.{}.title", top.key()));
        let title = if top == Clause::Intro {
            name.to_owned()
        } else {
            format!("{} {name}", top.number())
        };
        blocks.push(Block::Heading(2, title));
        let under = Clause::ALL
            .iter()
            .copied()
            .filter(|clause| *clause == top || within(*clause, top));
        blocks.push(Block::List(
            under.map(|clause| clause_line(words, clause)).collect(),
        ));
    }
    blocks.extend(paras(words, "process.how-to-read"));
    blocks.push(Block::Quiet(parse(words, words.t("process.official"))));
    Doc {
        title: words.t("process.title").to_owned(),
        blocks,
    }
}

fn within(clause: Clause, top: Clause) -> bool {
    clause
        .parent()
        .is_some_and(|parent| parent == top || within(parent, top))
}

/// "2.1.1 Your NSB asks theirs", the number and the title as one link.
fn clause_line(words: &Words, clause: Clause) -> Text {
    let title = words.t(&format!("clause.{}.title", clause.key()));
    let name = if clause == Clause::Intro {
        title.to_owned()
    } else {
        format!("{} {title}", clause.number())
    };
    vec![Inline::Link(Route::clause(clause), name)]
}

/// One clause.
#[must_use]
pub fn clause(words: &Words, clause: Clause) -> Doc {
    let key = clause.key();
    let name = words.t(&format!("clause.{key}.title"));
    let title = if clause == Clause::Intro {
        name.to_owned()
    } else {
        format!("{} {name}", clause.number())
    };
    let mut blocks = Vec::new();
    if let Some(parent) = clause.parent() {
        let mut line = parse(words, &format!("{} ", words.t("guide.part-of")));
        line.extend(clause_line(words, parent));
        blocks.push(Block::Quiet(line));
    }
    blocks.push(Block::Voice(
        Voice::Says,
        paragraphs(words, words.t(&format!("clause.{key}.plain"))),
    ));
    for (head, id) in [
        ("guide.who", format!("clause.{key}.who")),
        ("guide.asks-of", format!("clause.{key}.asks")),
        ("guide.leads", format!("clause.{key}.leads")),
    ] {
        blocks.push(heading(words, head));
        blocks.extend(paras(words, &id));
    }
    blocks.push(Block::Voice(
        Voice::Silent,
        paragraphs(words, words.t(&format!("clause.{key}.silent"))),
    ));
    let children: Vec<Text> = clause.children().map(|child| clause_line(words, child)).collect();
    if !children.is_empty() {
        blocks.push(heading(words, "guide.under"));
        blocks.push(Block::List(children));
    }
    let screens = screens_of(words, &format!("coverage.clause.{key}"), &Route::clause(clause));
    if !screens.is_empty() {
        blocks.push(Block::Details(
            words.t("guide.cited-on").to_owned(),
            vec![Block::List(screens)],
        ));
    }
    let at = Clause::ALL.iter().position(|other| *other == clause).unwrap_or(0);
    let mut onward = Vec::new();
    if let Some(next) = Clause::ALL.get(at + 1) {
        let title = words.t(&format!("clause.{}.title", next.key()));
        onward.push((
            Route::clause(*next),
            format!("{} {} {title}", words.t("guide.next"), next.number()),
        ));
    }
    onward.push((Route::page("process"), words.t("guide.all-clauses").to_owned()));
    blocks.push(Block::Actions(onward));
    blocks.push(official(words));
    Doc { title, blocks }
}

/// The list of open points.
#[must_use]
pub fn open_points(words: &Words) -> Doc {
    let mut blocks = lead(words, "open.lead");
    let doors = OpenPoint::ALL.iter().map(|point| {
        let key = point.key();
        let title = words.t(&format!("open.{key}.title")).to_owned();
        door(
            Route::open_point(*point),
            title,
            parse(words, first(words.t(&format!("open.{key}.case")))),
        )
    });
    blocks.push(Block::Doors(doors.collect()));
    blocks.push(official(words));
    Doc {
        title: words.t("open.title").to_owned(),
        blocks,
    }
}

fn first(text: &str) -> &str {
    text.split(PARAGRAPH).next().unwrap_or(text)
}

/// One open point, with the three labels.
#[must_use]
pub fn open_point(words: &Words, point: OpenPoint) -> Doc {
    let key = point.key();
    let mut blocks = lead(words, &format!("open.{key}.case"));
    blocks.push(Block::Voice(
        Voice::Says,
        items(words, &format!("open.{key}.says")),
    ));
    blocks.push(Block::Voice(
        Voice::Silent,
        items(words, &format!("open.{key}.silent")),
    ));
    blocks.push(Block::Voice(
        Voice::Suggests,
        items(words, &format!("open.{key}.suggests")),
    ));
    blocks.push(heading(words, "guide.settles"));
    blocks.extend(paras(words, &format!("open.{key}.settles")));
    blocks.push(Block::Actions(vec![(
        Route::page("open"),
        words.t("guide.all-open").to_owned(),
    )]));
    blocks.push(official(words));
    Doc {
        title: words.t(&format!("open.{key}.title")).to_owned(),
        blocks,
    }
}

/// Every abbreviation and role.
#[must_use]
pub fn glossary(words: &Words) -> Doc {
    let mut blocks = lead(words, "glossary.lead");
    let terms: Vec<_> = words
        .iter()
        .filter_map(|(id, name)| {
            id.strip_prefix("term.")?
                .strip_suffix(".name")
                .map(|key| (key, name))
        })
        .map(|(key, name)| {
            let long = words.get(&format!("term.{key}.long")).unwrap_or_default();
            let title = if long.is_empty() {
                name.to_owned()
            } else {
                format!("{name} – {long}")
            };
            (
                key.to_owned(),
                title,
                paragraphs(words, words.t(&format!("term.{key}.means"))),
            )
        })
        .collect();
    let terms = sorted(terms, |(_, a, _), (_, b, _)| a.to_lowercase() > b.to_lowercase());
    blocks.push(Block::Terms(terms));
    blocks.push(official(words));
    Doc {
        title: words.t("glossary.title").to_owned(),
        blocks,
    }
}

/// The clause-coverage matrix.
#[must_use]
pub fn coverage(words: &Words) -> Doc {
    let mut blocks = lead(words, "coverage.lead");
    let head = vec![
        words.t("coverage.what").to_owned(),
        words.t("coverage.screens").to_owned(),
    ];
    let row = |name: Text, id: String, own: &Route| {
        let mut cell = Text::new();
        for screen in screens_of(words, &id, own) {
            if !cell.is_empty() {
                cell.push(Inline::Str(" · ".to_owned()));
            }
            cell.extend(screen);
        }
        vec![name, cell]
    };
    let principles = Principle::ALL.into_iter().map(|principle| {
        let number = principle.number();
        let route = Route::principle(principle);
        let name = vec![Inline::Link(route.clone(), numbered(words, principle))];
        row(name, format!("coverage.principle.{number}"), &route)
    });
    blocks.push(heading(words, "coverage.principles"));
    blocks.push(Block::Table(head.clone(), principles.collect()));
    let clauses = Clause::ALL.iter().map(|clause| {
        let id = format!("coverage.clause.{}", clause.key());
        row(clause_line(words, *clause), id, &Route::clause(*clause))
    });
    blocks.push(heading(words, "coverage.clauses"));
    blocks.push(Block::Table(head, clauses.collect()));
    Doc {
        title: words.t("coverage.title").to_owned(),
        blocks,
    }
}

/// The screens that cite something, from the pack, as links; its own page left out.
fn screens_of(words: &Words, id: &str, own: &Route) -> Vec<Text> {
    // While the pack is being built the matrix does not exist yet, and nothing is missing.
    let addresses = words.get(id).unwrap_or_default();
    let routes = addresses
        .split_ascii_whitespace()
        .map(|href| Route::parse(href.trim_start_matches('#')));
    routes
        .filter(|route| route != own)
        .map(|route| {
            let name = short_name(words, &route);
            vec![Inline::Link(route, name)]
        })
        .collect()
}

/// A short name for a screen, for lists of links.
fn short_name(words: &Words, route: &Route) -> String {
    let Route::Page(address) = route else {
        return name::screen(words, route);
    };
    let (folder, last) = address.split_once('/').unwrap_or((address, ""));
    match (folder, Clause::parse(last)) {
        ("code", _) if !last.is_empty() => words.fill("mark.principle", &[("number", last)]),
        ("process", Some(Clause::Intro)) => words.t("mark.intro").to_owned(),
        ("process", Some(clause)) => clause.number().to_owned(),
        ("open", _) if !last.is_empty() => words.t(&format!("open.{last}.title")).to_owned(),
        _ if page::title(words, address).is_some() => {
            page::title(words, address).unwrap_or_default().to_owned()
        }
        _ => words.t(&format!("{folder}.title")).to_owned(),
    }
}

/// The official documents: links that leave the guide, on a click only.
#[must_use]
pub fn official_documents(words: &Words) -> Doc {
    let mut blocks = lead(words, "official.lead");
    for key in ["code", "process", "directives", "members"] {
        let note = parse(words, words.t(&format!("official.{key}.note")));
        let address = words.t(&format!("official.{key}.address")).to_owned();
        blocks.push(Block::Outside(
            address,
            words.t(&format!("official.{key}.name")).to_owned(),
            note,
        ));
    }
    blocks.push(official(words));
    Doc {
        title: words.t("official.title").to_owned(),
        blocks,
    }
}

/// What this page can and cannot promise.
#[must_use]
pub fn promise(words: &Words) -> Doc {
    let mut blocks = lead(words, "promise.lead");
    for (head, list) in [
        ("promise.can-title", "promise.can"),
        ("promise.cannot-title", "promise.cannot"),
        ("promise.check-title", "promise.check"),
        ("promise.is-not-title", "promise.is-not"),
    ] {
        blocks.push(heading(words, head));
        blocks.push(Block::List(items(words, list)));
    }
    Doc {
        title: words.t("promise.title").to_owned(),
        blocks,
    }
}

/// An address that leads nowhere: what there is instead.
#[must_use]
pub fn unknown(words: &Words) -> Doc {
    let mut blocks = lead(words, "unknown.lead");
    blocks.push(Block::Actions(vec![
        (Route::Home, words.t("unknown.home").to_owned()),
        (Route::Notes, words.t("notes.title").to_owned()),
        (Route::page("process"), words.t("process.title").to_owned()),
    ]));
    Doc {
        title: words.t("unknown.title").to_owned(),
        blocks,
    }
}

/// All of them, with their addresses.
#[must_use]
pub fn pages(words: &Words) -> Vec<(String, Doc)> {
    let mut pages: Vec<(Route, Doc)> = vec![
        (Route::page("code"), code(words)),
        (Route::page("process"), process(words)),
        (Route::page("open"), open_points(words)),
        (Route::page("glossary"), glossary(words)),
        (Route::page("coverage"), coverage(words)),
        (Route::page("official"), official_documents(words)),
        (Route::page("promise"), promise(words)),
        (Route::page(UNKNOWN), unknown(words)),
    ];
    pages.extend(Principle::ALL.map(|at| (Route::principle(at), principle(words, at))));
    pages.extend(
        Clause::ALL
            .iter()
            .map(|at| (Route::clause(*at), clause(words, *at))),
    );
    pages.extend(
        OpenPoint::ALL
            .iter()
            .map(|at| (Route::open_point(*at), open_point(words, *at))),
    );
    let address = |route: Route| match route {
        Route::Page(address) => address,
        other => other.href(),
    };
    pages
        .into_iter()
        .map(|(route, doc)| (address(route), doc))
        .collect()
}
