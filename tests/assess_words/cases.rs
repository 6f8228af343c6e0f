//! The named cases of the assessment: `tests/cases-assessment/*.toml`.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use waymark::domain::interview::Kind;
use waymark::domain::questions::ASSESS;
use waymark::domain::{Answer, Answers};

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

/// A story, the answers its person gives, and what the assessment shows.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub name: String,
    pub story: String,
    pub answers: BTreeMap<String, OneOrMany>,
    pub outcome: String,
    pub touched: Vec<u8>,
    pub gates: Vec<String>,
    /// The principles with at least one answer that points the other way, where the case is about that.
    #[serde(default)]
    pub elsewhere: Vec<u8>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl Case {
    /// The answers, every key checked.
    pub fn given(&self) -> Answers {
        let mut given = Answers::default();
        for (id, keys) in &self.answers {
            let question = ASSESS.iter().find(|question| question.id == id).unwrap();
            let keys = match keys {
                OneOrMany::One(key) => vec![key.clone()],
                OneOrMany::Many(keys) => keys.clone(),
            };
            for key in &keys {
                assert!(
                    question.options().contains(&key.as_str()),
                    "{}: `{id}` has no `{key}`",
                    self.name
                );
            }
            assert_eq!(
                matches!(question.kind, Kind::Many(_)),
                matches!(self.answers[id], OneOrMany::Many(_))
            );
            given.set(id, Answer::Chosen(keys));
        }
        given
    }
}

/// All of them, file by file.
pub fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases-assessment");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
        .iter()
        .flat_map(|path| {
            toml::from_str::<Cases>(&std::fs::read_to_string(path).unwrap())
                .unwrap()
                .case
        })
        .collect()
}
