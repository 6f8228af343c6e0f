//! The languages of the guide (`content/locales.toml`), and what every pack says about each of them.

use std::path::Path;

use serde::Deserialize;

use super::Problem;
use super::read::{Text, Texts};

/// Where they stand.
pub(super) const FILE: &str = "content/locales.toml";

/// A language of the guide.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Locale {
    /// Its language tag (BCP 47), which is the name of its folders.
    pub tag: String,
    /// What it calls itself.
    pub name: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// How an answer says whose statement it is, in small letters: the text says, the text is silent, our suggestion.
    pub basis: Vec<String>,
}

impl Locale {
    /// The name of its page in `dist/`. The first language is what a server shows for the folder.
    #[must_use]
    pub fn page(&self, all: &[Self]) -> String {
        if all.first() == Some(self) {
            "index.html".to_owned()
        } else {
            format!("{}.html", self.tag)
        }
    }
}

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    language: Vec<Locale>,
}

/// All of them, in the order in which they are offered.
///
/// # Errors
/// A file that cannot be read, or that lacks something, or says what is not known.
pub fn all(root: &Path) -> Result<Vec<Locale>, Vec<Problem>> {
    let problem = |reason: String| {
        vec![Problem {
            file: FILE.to_owned(),
            reason,
        }]
    };
    let text = std::fs::read_to_string(root.join(FILE)).map_err(|error| problem(error.to_string()))?;
    let file: File = toml::from_str(&text).map_err(|error| problem(error.to_string()))?;
    for locale in &file.language {
        if !["ltr", "rtl"].contains(&locale.direction.as_str()) {
            return Err(problem(format!("`{}`: a direction is ltr or rtl", locale.tag)));
        }
    }
    if file.language.is_empty() {
        return Err(problem("names no language".to_owned()));
    }
    Ok(file.language)
}

/// The one with this tag.
#[must_use]
pub fn of(root: &Path, tag: &str) -> Option<Locale> {
    all(root).ok()?.into_iter().find(|locale| locale.tag == tag)
}

/// What the packs say about them: `language.tags`, and for each its name, its direction and its page.
#[must_use]
pub fn texts(all: &[Locale]) -> Texts {
    let mut texts = Texts::new();
    let mut add = |id: String, text: &str| {
        let (file, text) = (FILE.to_owned(), text.to_owned());
        texts.insert(id, Text { file, text });
    };
    let tags: Vec<&str> = all.iter().map(|locale| locale.tag.as_str()).collect();
    add("language.tags".to_owned(), &tags.join(" "));
    for locale in all {
        let tag = &locale.tag;
        add(format!("language.of.{tag}.name"), &locale.name);
        add(format!("language.of.{tag}.direction"), &locale.direction);
        add(format!("language.of.{tag}.page"), &locale.page(all));
    }
    texts
}
