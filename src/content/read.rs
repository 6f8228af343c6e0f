//! TOML files -> flat ids and texts: tables join with dots, arrays become `.0`, `.1`, a blank line becomes U+2029.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::Problem;
use crate::document::page;
use crate::domain::pack::PARAGRAPH;

/// One text and the file it stands in.
#[derive(Clone, Debug)]
pub struct Text {
    /// The file, relative to the project.
    pub file: String,
    /// The text as it goes into the pack.
    pub text: String,
}

/// All texts of one locale by id.
pub type Texts = BTreeMap<String, Text>;

/// Reads every `.toml` file of a folder; an id may stand in one file only.
///
/// # Errors
/// Files that cannot be read or parsed, ids that stand twice, values that are neither texts nor lists of texts.
pub fn folder(root: &Path, folder: &Path) -> Result<Texts, Vec<Problem>> {
    let mut texts = Texts::new();
    let mut problems = Vec::new();
    let mut files: Vec<_> = match fs::read_dir(folder) {
        Ok(entries) => entries
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .collect(),
        Err(error) => {
            return Err(vec![Problem {
                file: folder.display().to_string(),
                reason: error.to_string(),
            }]);
        }
    };
    files.sort();
    for path in files
        .iter()
        .filter(|path| path.extension().is_some_and(|ext| ext == "toml"))
    {
        add(root, path, &mut texts, &mut problems);
    }
    if problems.is_empty() {
        Ok(texts)
    } else {
        Err(problems)
    }
}

/// Reads one `.toml` file.
///
/// # Errors
/// As [`folder`].
pub fn file(root: &Path, path: &Path) -> Result<Texts, Vec<Problem>> {
    let (mut texts, mut problems) = (Texts::new(), Vec::new());
    add(root, path, &mut texts, &mut problems);
    if problems.is_empty() {
        Ok(texts)
    } else {
        Err(problems)
    }
}

fn add(root: &Path, path: &Path, texts: &mut Texts, problems: &mut Vec<Problem>) {
    let file = path.strip_prefix(root).unwrap_or(path).display().to_string();
    match fs::read_to_string(path)
        .map_err(|error| error.to_string())
        .and_then(|text| parse(&text))
    {
        Ok(table) => flatten(&file, "", &toml::Value::Table(table), texts, problems),
        Err(reason) => problems.push(Problem { file, reason }),
    }
}

/// Reads every `.page` file of a folder and the folders in it: `chair/scripts.page` becomes the text `page.chair/scripts`.
/// A folder that is not there holds no pages.
///
/// # Errors
/// Files that cannot be read, and pages without a title.
pub fn pages(root: &Path, folder: &Path) -> Result<Texts, Vec<Problem>> {
    let mut texts = Texts::new();
    let mut problems = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for path in fs::read_dir(&at)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
        {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ext| ext == "page") {
                let file = path.strip_prefix(root).unwrap_or(&path).display().to_string();
                let address = path.strip_prefix(folder).unwrap_or(&path).with_extension("");
                match fs::read_to_string(&path) {
                    Ok(text) if text.starts_with("# ") => {
                        let text = lines(&text);
                        texts.insert(page::id(&address.display().to_string()), Text { file, text });
                    }
                    Ok(_) => problems.push(Problem {
                        file,
                        reason: "the first line is no title (`# ...`)".to_owned(),
                    }),
                    Err(error) => problems.push(Problem {
                        file,
                        reason: error.to_string(),
                    }),
                }
            }
        }
    }
    if problems.is_empty() {
        Ok(texts)
    } else {
        Err(problems)
    }
}

/// The lines of a page as the pack holds them: empty ones only where they end a list.
fn lines(text: &str) -> String {
    let text = typographic(text);
    let all: Vec<&str> = text.lines().map(str::trim_end).collect();
    let tag = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    let kept = all.iter().enumerate().filter(|(at, line)| {
        let before = all[..*at]
            .iter()
            .rev()
            .find(|line| !line.is_empty() && !line.starts_with(page::INDENT));
        let after = all[*at..].iter().find(|line| !line.is_empty());
        !line.is_empty()
            || matches!((before, after), (Some(before), Some(after)) if tag(before) == tag(after))
    });
    let kept: Vec<&str> = kept.map(|(_, line)| *line).collect();
    kept.join(&PARAGRAPH.to_string())
}

fn parse(text: &str) -> Result<toml::Table, String> {
    text.parse().map_err(|error: toml::de::Error| error.to_string())
}

fn flatten(file: &str, id: &str, value: &toml::Value, texts: &mut Texts, problems: &mut Vec<Problem>) {
    let join = |key: &str| {
        if id.is_empty() {
            key.to_owned()
        } else {
            format!("{id}.{key}")
        }
    };
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                flatten(file, &join(key), value, texts, problems);
            }
        }
        toml::Value::Array(items) => {
            for (at, value) in items.iter().enumerate() {
                flatten(file, &join(&at.to_string()), value, texts, problems);
            }
        }
        toml::Value::String(text) => {
            let text = Text {
                file: file.to_owned(),
                text: normalise(text),
            };
            if let Some(before) = texts.insert(id.to_owned(), text) {
                problems.push(Problem {
                    file: file.to_owned(),
                    reason: format!("the id `{id}` also stands in {}", before.file),
                });
            }
        }
        _ => problems.push(Problem {
            file: file.to_owned(),
            reason: format!("`{id}` is neither a text nor a list of texts"),
        }),
    }
}

/// Paragraphs joined by U+2029, other white space collapsed to one space.
fn normalise(text: &str) -> String {
    let text = typographic(text);
    let paragraphs: Vec<String> = text
        .trim()
        .split("\n\n")
        .map(|paragraph| paragraph.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|paragraph| !paragraph.is_empty())
        .collect();
    paragraphs.join(&PARAGRAPH.to_string())
}

/// A straight apostrophe inside or after a word becomes a typographic one, whoever typed the file. One that closes what another opened
/// stays as it is: `'none'` is what somebody looks for, character by character.
fn typographic(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut opened = false;
    while let Some(c) = chars.next() {
        let after_word = made.chars().next_back().is_some_and(char::is_alphanumeric);
        if c != '\'' {
            made.push(c);
        } else if !after_word {
            opened = true;
            made.push(c);
        } else if opened && !chars.peek().is_some_and(|next| next.is_alphanumeric()) {
            opened = false;
            made.push(c);
        } else {
            made.push('’');
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::typographic;

    #[test]
    fn an_apostrophe_is_typographic_and_a_quotation_in_straight_marks_stays() {
        for (typed, made) in [
            (
                "ISO's process, and the chairs' duty",
                "ISO’s process, and the chairs’ duty",
            ),
            ("connect-src 'none'.", "connect-src 'none'."),
            ("'none' is ISO's word", "'none' is ISO’s word"),
            ("l'élu d'ici", "l’élu d’ici"),
        ] {
            assert_eq!(typographic(typed), made);
        }
    }
}
