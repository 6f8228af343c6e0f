//! BUILD TIME ONLY (feature `pack`): reads `content/`, checks it against the rules and the screens, makes packs.
//!
//! In: the TOML files of one locale, and the sources (for the ids they use). Out: a pack, or every problem found, each
//! with its file and reason. Nothing of this is in the wasm.

pub mod check;
pub mod coverage;
pub mod finish;
pub mod read;

use crate::domain::Words;

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

/// The pack of one locale as text, with the coverage matrix in it.
///
/// `root` is the project's folder. The words are leaked on purpose: the builder and the tests end soon after.
///
/// # Errors
/// Every problem found, when there is at least one.
pub fn build(root: &std::path::Path, locale: &str) -> Result<String, Vec<Problem>> {
    let mut texts = read::folder(root, &root.join("content/words").join(locale))?;
    let draft = words(&texts, locale);
    let covered = coverage::matrix(draft);
    for (id, text) in coverage::texts(&covered) {
        texts.insert(
            id,
            read::Text {
                file: "(generated)".to_owned(),
                text,
            },
        );
    }
    let words = words(&texts, locale);
    let problems = check::all(root, &texts, words, &covered);
    if problems.is_empty() {
        // Sentences in which a rule must speak up are for the tests alone.
        texts.retain(|id, _| !(id.starts_with("review.") && id.contains(".example.")));
        Ok(pack(&texts, locale))
    } else {
        Err(problems)
    }
}

/// The words of one locale, unchecked: for tests that need texts.
///
/// # Errors
/// A file that cannot be read or parsed.
pub fn load(root: &std::path::Path, locale: &str) -> Result<&'static Words, Vec<Problem>> {
    let texts = read::folder(root, &root.join("content/words").join(locale))?;
    Ok(words(&texts, locale))
}

fn pack(texts: &read::Texts, locale: &str) -> String {
    Words::write(
        locale,
        texts.iter().map(|(id, text)| (id.as_str(), text.text.as_str())),
    )
}

fn words(texts: &read::Texts, locale: &str) -> &'static Words {
    let pack: &'static str = Box::leak(pack(texts, locale).into_boxed_str());
    #[expect(
        clippy::expect_used,
        reason = "written and read back by the same module, at build time"
    )]
    let words = Words::parse(pack).expect("a pack just written can be read");
    Box::leak(Box::new(words))
}
