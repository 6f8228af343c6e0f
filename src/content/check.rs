//! What fails the build: a missing id, an orphan, a dead link, an unknown clause, a question nobody can reach, a clause on no screen.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::Problem;
use super::coverage::Matrix;
use super::read::Texts;
use super::{Packs, addresses, letters, locales, practice, screens, walk};
use crate::document::inline::{self, Inline};
use crate::document::{Route, page};
use crate::domain::letters::kind_from;
use crate::domain::pack::missing;
use crate::domain::{Clause, Principle, Words};

/// The problems that words can have by themselves: for a locale whose ids are held against the first one.
#[must_use]
pub fn words_alone(root: &Path, texts: &Texts, words: &'static Words) -> Vec<Problem> {
    let mut problems = Vec::new();
    marks(texts, words, &mut problems);
    let basis = locales::of(root, words.locale()).map(|locale| locale.basis);
    problems.extend(practice::problems(root, texts, &basis.unwrap_or_default()));
    problems.sort();
    problems
}

/// Every problem of one locale.
#[must_use]
pub fn all(root: &Path, texts: &Texts, words: &'static Words, matrix: &Matrix) -> Vec<Problem> {
    let mut problems = Vec::new();
    let used = Used::scan(root, texts, &|_| true);
    used.missing(texts, &mut problems);
    used.orphans(texts, &mut problems);
    made(words, &mut problems);
    covered(matrix, &mut problems);
    problems.extend(letters::problems(texts));
    problems.extend(words_alone(root, texts, words));
    problems.extend(
        screens::unreachable_questions()
            .into_iter()
            .map(|reason| Problem {
                file: "src/domain/questions".to_owned(),
                reason,
            }),
    );
    problems.sort();
    problems
}

/// The ids that the sources name: whole ones, and patterns whose `{…}` stand for anything.
pub(super) struct Used {
    whole: BTreeSet<(String, String)>,
    patterns: Vec<Vec<String>>,
}

impl Used {
    /// Looks at every string literal that begins with a name space of the content, in the files of `src/` that are to be read.
    pub(super) fn scan(root: &Path, texts: &Texts, reads: &dyn Fn(&str) -> bool) -> Self {
        let spaces: BTreeSet<&str> = texts.keys().filter_map(|id| id.split('.').next()).collect();
        let mut used = Self {
            whole: BTreeSet::new(),
            patterns: Vec::new(),
        };
        let mut folders = vec![root.join("src")];
        while let Some(folder) = folders.pop() {
            for path in fs::read_dir(&folder)
                .into_iter()
                .flatten()
                .flatten()
                .map(|entry| entry.path())
            {
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ext| ext == "rs") {
                    let file = path.strip_prefix(root).unwrap_or(&path).display().to_string();
                    if reads(&file) {
                        let source = fs::read_to_string(&path).unwrap_or_default();
                        used.source(&file, &source, &spaces);
                    }
                }
            }
        }
        let page = fs::read_to_string(root.join("index.html")).unwrap_or_default();
        for mark in page
            .split("{{")
            .skip(1)
            .filter_map(|part| part.split("}}").next())
        {
            used.whole.insert((mark.to_owned(), "index.html".to_owned()));
        }
        used
    }

    fn source(&mut self, file: &str, source: &str, spaces: &BTreeSet<&str>) {
        let code = source.split("#[cfg(test)]").next().unwrap_or(source);
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let parts: Vec<&str> = line.split('"').collect();
            for (before, literal) in parts.chunks_exact(2).map(|pair| (pair[0], pair[1])) {
                let looked_up = ["t(", "list(", "fill("].iter().any(|call| before.ends_with(call));
                let id_like = literal.contains('.')
                    && literal
                        .chars()
                        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-{}_".contains(c))
                    && (looked_up
                        || literal
                            .split('.')
                            .next()
                            .is_some_and(|space| spaces.contains(space)));
                if !id_like || literal.ends_with('.') {
                    continue;
                }
                if literal.contains('{') {
                    self.patterns.push(pieces(literal));
                } else {
                    self.whole.insert((literal.to_owned(), file.to_owned()));
                }
            }
        }
    }

    /// Ids in the sources that the content does not have.
    fn missing(&self, texts: &Texts, problems: &mut Vec<Problem>) {
        for (id, file) in self.whole.iter().filter(|(id, _)| !id.contains(':')) {
            let list = format!("{id}.");
            let there = texts.contains_key(id)
                || texts
                    .range(list.clone()..)
                    .next()
                    .is_some_and(|(next, _)| next.starts_with(&list));
            if !there {
                problems.push(Problem {
                    file: file.clone(),
                    reason: format!("no text has the id `{id}`"),
                });
            }
        }
    }

    /// Texts that nothing uses.
    fn orphans(&self, texts: &Texts, problems: &mut Vec<Problem>) {
        let whole = self.names();
        for (id, text) in texts.iter().filter(|(id, _)| !id.starts_with("page.")) {
            if !self.asks(&whole, id) {
                problems.push(Problem {
                    file: text.file.clone(),
                    reason: format!("nothing uses the text `{id}`: remove it, or use it"),
                });
            }
        }
    }

    /// The ids that stand whole in the sources.
    pub(super) fn names(&self) -> BTreeSet<&str> {
        self.whole.iter().map(|(id, _)| id.as_str()).collect()
    }

    /// Whether the sources ask for this id, by itself, as an item of a list, or by a pattern.
    pub(super) fn asks(&self, whole: &BTreeSet<&str>, id: &str) -> bool {
        let stem = id
            .rsplit_once('.')
            .filter(|(_, last)| last.bytes().all(|b| b.is_ascii_digit()));
        let stem = stem.map_or(id, |(stem, _)| stem);
        // A literal that names a table (`home.assess`) uses what stands in it.
        let table = stem.rsplit_once('.').map_or("", |(table, _)| table);
        let named = [id, stem, table].iter().any(|name| whole.contains(name));
        named
            || self
                .patterns
                .iter()
                .any(|pattern| fits(pattern, id) || fits(pattern, stem))
    }
}

/// `clause.{}.title` -> `clause.`, `.title`.
fn pieces(pattern: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut depth = 0;
    for c in pattern.chars() {
        match c {
            '{' => {
                depth += 1;
                pieces.push(String::new());
            }
            '}' => depth -= 1,
            _ if depth == 0 => {
                if let Some(last) = pieces.last_mut() {
                    last.push(c);
                }
            }
            _ => {}
        }
    }
    pieces
}

/// Whether an id fits a pattern; a placeholder stands for one or more characters.
fn fits(pattern: &[String], id: &str) -> bool {
    let Some((first, rest)) = pattern.split_first() else {
        return false;
    };
    let Some(mut tail) = id.strip_prefix(first.as_str()) else {
        return false;
    };
    for (at, piece) in rest.iter().enumerate() {
        if at + 1 == rest.len() {
            return tail.len() > piece.len() && tail.ends_with(piece.as_str());
        }
        match tail.get(1..).and_then(|from| from.find(piece.as_str())) {
            Some(found) => tail = &tail[1 + found + piece.len()..],
            None => return false,
        }
    }
    tail.is_empty()
}

/// Marks inside texts that lead nowhere.
fn marks(texts: &Texts, words: &'static Words, problems: &mut Vec<Problem>) {
    let pages = addresses(words);
    for (id, text) in texts
        .iter()
        .filter(|(id, _)| !id.starts_with("page.") && !id.starts_with("logic."))
    {
        let unfilled = text.text.replace("{$", "(");
        for piece in inline::paragraphs(words, &unfilled).into_iter().flatten() {
            if let Some(reason) = dead(words, &pages, &piece) {
                problems.push(Problem {
                    file: text.file.clone(),
                    reason: format!("`{id}` {reason}"),
                });
            }
        }
    }
}

fn dead(words: &Words, pages: &BTreeSet<&str>, piece: &Inline) -> Option<String> {
    match piece {
        Inline::Link(Route::Page(address), _) if !pages.contains(address.as_str()) => {
            Some(format!("links to the page `{address}`, which there is not"))
        }
        Inline::Link(Route::Card(card), _) if words.get(&format!("practice.card.{card}.title")).is_none() => {
            Some(format!("links to the practice card `{card}`, which there is not"))
        }
        Inline::Link(Route::Draft(id) | Route::Depart(id), _) => {
            Some(format!("links to the draft `{id}`, which is nobody's"))
        }
        Inline::Link(Route::Begin(kind), _) if kind_from(kind).is_none() => {
            Some(format!("links to the letter `{kind}`, which there is not"))
        }
        Inline::Unknown(mark) => Some(format!(
            "has the mark {{{mark}}}, which names no clause, principle, term, open point or page"
        )),
        Inline::Link(Route::Term(term), _) if words.get(&format!("term.{term}.means")).is_none() => Some(
            format!("links to the term `{term}`, which the glossary does not have"),
        ),
        _ => None,
    }
}

/// Look-ups that found nothing while every screen was made, and dead links on them.
fn made(words: &'static Words, problems: &mut Vec<Problem>) {
    let pages = addresses(words);
    let _ = missing::take();
    let screens = screens::all(words);
    let lost = missing::take();
    problems.extend(lost.into_iter().map(|id| Problem {
        file: format!("content/words/{}", words.locale()),
        reason: format!("no text has the id `{id}`"),
    }));
    for (route, doc) in screens {
        walk::inlines(&doc, &mut |piece| {
            if let Some(reason) = dead(words, &pages, piece) {
                problems.push(Problem {
                    file: route.href(),
                    reason: format!("the screen {reason}"),
                });
            }
        });
    }
}

/// Every clause and every principle is put to use on some screen besides the clause pages, which lead to each other
/// (invariant 13).
fn covered(matrix: &Matrix, problems: &mut Vec<Problem>) {
    let mut lonely = |what: String, own: String, screens: Option<&BTreeSet<String>>| {
        let own_kind = |address: &String| *address == own || address.starts_with("#/process/");
        if screens.is_none_or(|all| all.iter().all(own_kind)) {
            problems.push(Problem {
                file: "coverage".to_owned(),
                reason: format!("no screen leads to {what}"),
            });
        }
    };
    for clause in Clause::ALL {
        let own = Route::clause(*clause).href();
        lonely(
            format!("clause {}", clause.number()),
            own,
            matrix.clauses.get(clause),
        );
    }
    for principle in Principle::ALL {
        let own = Route::principle(principle).href();
        lonely(
            format!("principle {}", principle.number()),
            own,
            matrix.principles.get(&principle),
        );
    }
}

/// What the screens that are there at once ask for in vain when only the first pack is there, and the others in either.
#[must_use]
pub fn complete(packs: &Packs) -> Vec<Problem> {
    let leaked = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
    let Ok(first) = Words::parse(leaked(&packs.first)) else {
        return vec![Problem {
            file: "the first pack".to_owned(),
            reason: "cannot be read back".to_owned(),
        }];
    };
    let first: &'static Words = Box::leak(Box::new(first));
    let _ = missing::take();
    let _ = screens::at_once(first);
    let mut problems: Vec<Problem> = missing::take()
        .into_iter()
        .map(|id| Problem {
            file: "the first pack".to_owned(),
            reason: format!("does not hold the text `{id}`, which a screen needs at once"),
        })
        .collect();
    if first.add(leaked(&packs.second)).is_err() || first.add_letters(leaked(&packs.letters)).is_err() {
        problems.push(Problem {
            file: "the second pack or that of the letters".to_owned(),
            reason: "cannot be read back".to_owned(),
        });
    }
    for address in addresses(first) {
        let _ = page::page(first, address);
    }
    let _ = screens::worked_out(first);
    let _ = screens::of_lenses(first);
    let _ = screens::cards(first);
    problems.extend(missing::take().into_iter().map(|id| Problem {
        file: "the packs".to_owned(),
        reason: format!("do not hold the text `{id}`, which a page needs"),
    }));
    problems
}
