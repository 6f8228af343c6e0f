//! Words for tests, made straight from files in `content/words/en/`: tables to dotted ids, arrays to `.0`, `.1`, a blank
//! line to U+2029, other white space to one space.

use std::collections::BTreeMap;

use waymark::domain::Words;

/// The words of these files.
pub fn words(files: &[&str]) -> &'static Words {
    let mut texts = BTreeMap::new();
    for file in files {
        let path = format!("{}/content/words/en/{file}.toml", env!("CARGO_MANIFEST_DIR"));
        let table: toml::Table = std::fs::read_to_string(&path).unwrap().parse().unwrap();
        flatten("", &toml::Value::Table(table), &mut texts);
    }
    let pack = Words::write("en", texts.iter().map(|(id, text)| (id.as_str(), text.as_str())));
    Box::leak(Box::new(Words::parse(Box::leak(pack.into_boxed_str())).unwrap()))
}

fn flatten(id: &str, value: &toml::Value, texts: &mut BTreeMap<String, String>) {
    let join = |key: &str| {
        if id.is_empty() {
            key.to_owned()
        } else {
            format!("{id}.{key}")
        }
    };
    match value {
        toml::Value::Table(table) => table
            .iter()
            .for_each(|(key, value)| flatten(&join(key), value, texts)),
        toml::Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(at, value)| flatten(&join(&at.to_string()), value, texts));
        }
        toml::Value::String(text) => {
            let paragraphs: Vec<_> = text
                .trim()
                .split("\n\n")
                .map(|paragraph| paragraph.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
                .collect();
            assert!(
                texts.insert(id.to_owned(), paragraphs.join("\u{2029}")).is_none(),
                "{id} stands twice"
            );
        }
        _ => panic!("{id} is not a text"),
    }
}
