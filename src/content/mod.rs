//! BUILD TIME ONLY (feature `pack`): reads `content/`, checks it against the rules and the screens, makes packs.
//!
//! In: the TOML files and pages of one locale, and the sources (for the ids they use). Out: three packs, or every problem found,
//! each with its file and reason. Nothing of this is in the wasm.

pub mod check;
pub mod coverage;
pub mod finish;
pub mod flow;
pub mod guide;
pub mod letters;
pub mod locales;
pub mod module;
pub mod offline;
mod parity;
pub mod plain;
pub mod practice;
pub mod read;
pub mod reading;
pub mod screens;
pub mod short_forms;
pub mod shorten;
pub mod single;
pub mod split;
pub mod walk;
mod wasm;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::document::page;
use crate::domain::Words;
use crate::domain::pack::PARAGRAPH;

/// A problem that fails the build: where, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, relative to the project.
    pub file: String,
    /// What is wrong, in a sentence for the person who edits the file.
    pub reason: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.file, self.reason)
    }
}

/// The packs of one locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packs {
    /// What is needed until somebody can answer a first question.
    pub first: String,
    /// Everything else, but for the letters.
    pub second: String,
    /// The words of letters, with the phrases that the second pair of eyes looks for in them: enough to write one while the page is in
    /// another language.
    pub letters: String,
}

/// Texts of which the build makes pages: they are in no pack by themselves, unless the app asks for one as well.
const PAGES_ONLY: &[&str] = &[
    "clause.",
    "code.",
    "coverage.",
    "glossary.",
    "guide.",
    "official.",
    "open.",
    "plain.",
    "principle.",
    "process.",
    "promise.",
    "reason.",
    "term.",
    "unknown.",
];

/// The sources whose texts are needed at once: what the first module is made of (`src/app/later.rs`), and the data of it.
const AT_ONCE: &[&str] = &[
    "src/app/languages.rs",
    "src/app/mod.rs",
    "src/app/shell.rs",
    "src/app/session",
    "src/app/parts/",
    "src/app/pages/mod.rs",
    "src/app/pages/held.rs",
    "src/app/pages/interview.rs",
    "src/app/pages/shared.rs",
    "src/browser/",
    "src/document/flow.rs",
    "src/document/home.rs",
    "src/document/inline.rs",
    "src/document/mod.rs",
    "src/document/name.rs",
    "src/document/page.rs",
    "src/document/question.rs",
    "src/domain/interview.rs",
    "src/domain/questions/mod.rs",
    "src/storage/",
];

/// What the second pack holds, although a source or a pattern of those asks for it.
const SECOND: &[&str] = &["page.", "review.", "practice.", "logic.practice."];

/// The files whose texts it holds as well: the lenses of which nothing is there at once, and the lock.
const SECOND_FILES: &[&str] = &["/handle.toml", "/lock.toml", "/respond.toml"];

/// The packs of every locale, in the order in which they are offered, with the pages made from words and the coverage matrix among
/// them.
///
/// `root` is the project's folder. The words are leaked on purpose: the builder and the tests end soon after.
///
/// # Errors
/// Every problem found, when there is at least one.
pub fn build_all(root: &Path) -> Result<Vec<(locales::Locale, Packs)>, Vec<Problem>> {
    let all = locales::all(root)?;
    let mut made = Vec::with_capacity(all.len());
    let mut problems = Vec::new();
    // What is on which screen is the same in every language: the others say what the first one says.
    let mut covered = None;
    for locale in &all {
        match built(root, &locale.tag, &all, &mut covered) {
            Ok(packs) => made.push((locale.clone(), packs)),
            Err(more) => problems.extend(more),
        }
        if covered.is_none() {
            break;
        }
    }
    if problems.is_empty() {
        Ok(made)
    } else {
        Err(problems)
    }
}

/// The packs of one locale, as [`build_all`] makes them.
///
/// # Errors
/// Every problem found, when there is at least one.
pub fn build(root: &Path, locale: &str) -> Result<Packs, Vec<Problem>> {
    built(root, locale, &locales::all(root)?, &mut None)
}

/// Only what is wrong with the words of one locale against the first one: quick, for those who translate.
///
/// # Errors
/// Every problem found, when there is at least one.
pub fn check_words(root: &Path, locale: &str) -> Result<(), Vec<Problem>> {
    let all = locales::all(root)?;
    if !all.iter().any(|one| one.tag == locale) {
        return Err(vec![Problem {
            file: locales::FILE.to_owned(),
            reason: format!("names no language `{locale}`"),
        }]);
    }
    let (texts, written) = texts(root, locale, &all)?;
    let mut problems = differences(root, locale, &all[0].tag)?;
    let whole = with_pages(&texts, &written, locale)?;
    problems.extend(check::words_alone(root, &whole, words(&whole, locale)));
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

/// Which screen cites which clause and principle, as a pack of texts: for [`unchecked`], which does not work it out.
///
/// # Errors
/// A file that cannot be read, or a text that cannot be a page.
pub fn cited(root: &Path) -> Result<String, Vec<Problem>> {
    let all = locales::all(root)?;
    let first = &all[0].tag;
    let texts = coverage::texts(&coverage::matrix(load(root, first)?));
    let texts: BTreeMap<String, String> = texts.into_iter().collect();
    let texts = texts.iter().map(|(id, text)| (id.as_str(), text.as_str()));
    Ok(Words::write(first, texts))
}

/// The packs of one locale as its files stand, unchecked, and its words: for a look at them while they are written.
///
/// `cited` is what [`cited`] made, perhaps of earlier words.
///
/// # Errors
/// A file that cannot be read, or a text that cannot be a page.
pub fn unchecked(
    root: &Path,
    locale: &str,
    cited: &'static str,
) -> Result<(Packs, &'static Words), Vec<Problem>> {
    let (mut texts, written) = texts(root, locale, &locales::all(root)?)?;
    let cited = Words::parse(cited).map_err(|_| {
        vec![Problem {
            file: "(generated)".to_owned(),
            reason: "which screen cites which clause cannot be read".to_owned(),
        }]
    })?;
    for (id, text) in cited.iter() {
        let (file, text) = ("(generated)".to_owned(), text.to_owned());
        texts.insert(id.to_owned(), read::Text { file, text });
    }
    let whole = with_pages(&texts, &written, locale)?;
    Ok((packed(root, locale, &texts, &whole), words(&whole, locale)))
}

/// One locale. `covered` is what the first one found out about all screens, or takes it.
fn built(
    root: &Path,
    locale: &str,
    all: &[locales::Locale],
    covered: &mut Option<coverage::Matrix>,
) -> Result<Packs, Vec<Problem>> {
    let first = all.first().map_or(locale, |first| first.tag.as_str());
    let (mut texts, written) = texts(root, locale, all)?;
    if locale != first {
        let problems = differences(root, locale, first)?;
        if !problems.is_empty() {
            return Err(problems);
        }
    }
    let known = covered.is_some();
    // The matrix cites pages, and its own page shows it: pages are made once without and once with it.
    let matrix = match covered {
        Some(matrix) => matrix,
        None => covered.insert(coverage::matrix(words(
            &with_pages(&texts, &written, locale)?,
            locale,
        ))),
    };
    for (id, text) in coverage::texts(matrix) {
        let file = "(generated)".to_owned();
        texts.insert(id, read::Text { file, text });
    }
    let whole = with_pages(&texts, &written, locale)?;
    let problems = if known {
        check::words_alone(root, &whole, words(&whole, locale))
    } else {
        check::all(root, &whole, words(&whole, locale), matrix)
    };
    if !problems.is_empty() {
        return Err(problems);
    }
    let packs = packed(root, locale, &texts, &whole);
    let problems = if known {
        Vec::new()
    } else {
        check::complete(&packs)
    };
    if problems.is_empty() {
        Ok(packs)
    } else {
        Err(problems)
    }
}

/// The texts of a locale with all pages, in three packs.
fn packed(root: &Path, locale: &str, texts: &read::Texts, whole: &read::Texts) -> Packs {
    let app = check::Used::scan(root, texts, &|file| !file.starts_with("src/content"));
    let asked = app.names();
    let first = check::Used::scan(root, texts, &|file| {
        AT_ONCE.iter().any(|start| file.starts_with(start))
    });
    let at_once = first.names();
    let later = |id: &str, file: &str| {
        SECOND.iter().any(|start| id.starts_with(start))
            || SECOND_FILES.iter().any(|end| file.ends_with(end))
            || !first.asks(&at_once, id)
    };
    // Sentences in which a rule must speak up are for the tests alone.
    let shipped = |id: &str| {
        let pages_only = PAGES_ONLY.iter().any(|start| id.starts_with(start)) && !app.asks(&asked, id);
        let for_tests = id.starts_with("review.") && id.contains(".example.");
        !(pages_only || for_tests)
    };
    let part = |belongs: &dyn Fn(&str, &str) -> bool| {
        let chosen = whole
            .iter()
            .filter(|(id, text)| shipped(id) && belongs(id, &text.file));
        Words::write(locale, chosen.map(|(id, text)| (id.as_str(), text.text.as_str())))
    };
    Packs {
        first: part(&|id, file| !later(id, file)),
        second: part(&|id, file| later(id, file) && !is_of_letters(id)),
        letters: part(&|id, _| is_of_letters(id)),
    }
}

/// The words of one locale, unchecked and in one: for tests that need texts.
///
/// # Errors
/// A file that cannot be read or parsed.
pub fn load(root: &Path, locale: &str) -> Result<&'static Words, Vec<Problem>> {
    let (texts, written) = texts(root, locale, &locales::all(root)?)?;
    Ok(words(&with_pages(&texts, &written, locale)?, locale))
}

/// The texts of a locale, and the pages that are written out.
fn texts(
    root: &Path,
    locale: &str,
    all: &[locales::Locale],
) -> Result<(read::Texts, read::Texts), Vec<Problem>> {
    let mut texts = read::folder(root, &root.join("content/words").join(locale))?;
    texts.extend(letters::read(root)?);
    texts.extend(practice::read(root));
    texts.extend(read::file(root, &root.join("content/logic/phrase.toml"))?);
    texts.extend(locales::texts(all));
    let written = read::pages(root, &root.join("content/pages").join(locale))?;
    Ok((texts, written))
}

/// What differs between a locale and the first one, as their files stand.
fn differences(root: &Path, locale: &str, first: &str) -> Result<Vec<Problem>, Vec<Problem>> {
    let stand = |locale: &str| -> Result<read::Texts, Vec<Problem>> {
        let mut texts = read::folder(root, &root.join("content/words").join(locale))?;
        texts.extend(read::pages(root, &root.join("content/pages").join(locale))?);
        Ok(texts)
    };
    Ok(parity::problems(locale, &stand(locale)?, &stand(first)?))
}

/// Whether a text belongs to the letters: what stands in one, the sentences to choose from, what is looked at twice.
fn is_of_letters(id: &str) -> bool {
    let mut parts = id.split('.');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("letter"), ..) | (Some("compose"), Some("line"), _) => true,
        (Some("compose"), Some(part), Some("choice")) => part != "choice",
        (Some("review"), Some(_), Some(list)) => PHRASES.contains(&list),
        _ => false,
    }
}

/// What the second pair of eyes looks for, in the language of the letter; what it says is in that of the page.
const PHRASES: [&str; 8] = [
    "patterns",
    "unless",
    "titles",
    "particles",
    "starters",
    "not-names",
    "shouted",
    "words",
];

/// The texts with all pages: those in `content/pages/`, and those made from words where no file stands for them.
fn with_pages(texts: &read::Texts, written: &read::Texts, locale: &str) -> Result<read::Texts, Vec<Problem>> {
    let mut all = texts.clone();
    all.extend(written.iter().map(|(id, text)| (id.clone(), text.clone())));
    let words = words(&all, locale);
    let mut problems = Vec::new();
    let made = guide::pages(words);
    for (address, doc) in made
        .into_iter()
        .filter(|(address, _)| !written.contains_key(&page::id(address)))
    {
        let file = format!("(page {address})");
        match write::page(words, &doc) {
            Ok(text) if page::read(words, &text) == doc => {
                all.insert(page::id(&address), read::Text { file, text });
            }
            Ok(_) => problems.push(Problem {
                file,
                reason: "does not read back as it was written".to_owned(),
            }),
            Err(reason) => problems.push(Problem { file, reason }),
        }
    }
    explain(&mut all, words);
    if problems.is_empty() {
        Ok(all)
    } else {
        Err(problems)
    }
}

/// Says at the end of each page, and with the reason of each question, what the abbreviations mean that nothing else there explains.
fn explain(all: &mut read::Texts, words: &Words) {
    let glossary = short_forms::glossary(words);
    for (id, text) in all.iter_mut().filter(|(id, _)| id.starts_with("page.")) {
        // The glossary explains them by itself.
        if id == "page.glossary" {
            continue;
        }
        if let Some(line) = short_forms::line(words, &page::read(words, &text.text), &glossary) {
            text.text.push(PARAGRAPH);
            text.text.push_str("~ ");
            text.text.push_str(&line);
        }
    }
    for (id, line) in short_forms::for_the_app(words, &glossary) {
        if let Some(text) = all.get_mut(&id) {
            text.text.push_str(&line);
        }
    }
}

/// The addresses of all pages.
fn addresses(words: &Words) -> BTreeSet<&'static str> {
    words
        .iter()
        .filter_map(|(id, _)| id.strip_prefix("page."))
        .collect()
}

fn words(texts: &read::Texts, locale: &str) -> &'static Words {
    let pack = Words::write(
        locale,
        texts.iter().map(|(id, text)| (id.as_str(), text.text.as_str())),
    );
    let pack: &'static str = Box::leak(pack.into_boxed_str());
    #[expect(
        clippy::expect_used,
        reason = "written and read back by the same module, at build time"
    )]
    let words = Words::parse(pack).expect("a pack just written can be read");
    Box::leak(Box::new(words))
}
