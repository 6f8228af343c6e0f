//! Holds every letter against the words and against itself: unknown parts, fields, conditions and addressees, missing and unused
//! words, a frame that nobody can reach, something asked that goes nowhere.

mod conditions;

use std::collections::BTreeSet;

use super::FILE;
use crate::content::Problem;
use crate::content::read::Texts;
use crate::domain::Words;
use crate::domain::lens::Lens;
use crate::domain::letters::{Addressee, Form, Line, Manner, NAMES, Row, SOURCES, SUBJECT};
use crate::domain::routing::MessageKind;

/// Everything that is wrong.
pub fn all(texts: &Texts) -> Vec<Problem> {
    let mut used = BTreeSet::new();
    let mut problems = Vec::new();
    let lines = texts.iter().filter(|(id, _)| id.starts_with("logic.letter."));
    let pack = Words::write("en", lines.map(|(id, text)| (id.as_str(), text.text.as_str())));
    let Ok(words) = Words::parse(Box::leak(pack.into_boxed_str())) else {
        return vec![problem(FILE, "cannot be read back".to_owned())];
    };
    for kind in MessageKind::ALL {
        let form = Form::of(&words, *kind);
        let mut letter = Checking {
            form,
            rows: form.rows().collect(),
            texts,
            used: &mut used,
            found: Vec::new(),
        };
        letter.check();
        let key = kind.key();
        problems.extend(
            letter
                .found
                .into_iter()
                .map(|reason| problem(FILE, format!("[{key}] {reason}"))),
        );
    }
    unused(texts, &used, &mut problems);
    problems
}

fn problem(file: &str, reason: String) -> Problem {
    Problem {
        file: file.to_owned(),
        reason,
    }
}

/// Words of letters, and of what is asked, that no letter uses.
fn unused(texts: &Texts, used: &BTreeSet<String>, problems: &mut Vec<Problem>) {
    let kinds: BTreeSet<&str> = MessageKind::ALL.iter().map(|kind| kind.key()).collect();
    for (id, text) in texts {
        let mut names = id.split('.');
        let ours = match (names.next(), names.next(), names.next()) {
            (Some("letter"), Some(of), _) => ![
                "to",
                "from",
                "greeting",
                "closing",
                "person",
                "labelled",
                "line",
                "line-asked",
                "between",
            ]
            .contains(&of),
            (Some("message"), Some(of), _) => !kinds.contains(of),
            (Some("compose"), _, Some(_)) => !["compose.line.", "compose.account.", "compose.language."]
                .iter()
                .any(|start| id.starts_with(start)),
            _ => false,
        };
        let stem = id.rsplit_once('.').map_or("", |(stem, _)| stem);
        if ours && !used.contains(id) && !used.contains(stem) {
            problems.push(problem(&text.file, format!("no letter uses the text `{id}`")));
        }
    }
}

/// One letter under the check.
struct Checking<'a> {
    form: Form,
    rows: Vec<Row>,
    texts: &'a Texts,
    used: &'a mut BTreeSet<String>,
    found: Vec<String>,
}

impl Checking<'_> {
    fn wrong(&mut self, reason: String) {
        self.found.push(reason);
    }

    fn check(&mut self) {
        let key = self.form.kind.key();
        for what in ["name", "lead", "when"] {
            self.need(&[format!("message.{key}.{what}")]);
        }
        self.note(&format!("message.{key}.care"));
        self.head();
        for row in self.rows.clone() {
            self.row(row);
        }
        self.goes_somewhere();
        if self.form.manner() == Manner::Mail {
            self.frame("subject");
            self.asked_words(SUBJECT, &["label", "hint"]);
        }
        for name in NAMES.iter().chain(&["title", "account"]) {
            self.input_words("field", name);
        }
    }

    /// Lens, group, who writes it, how it leaves, and who receives it.
    fn head(&mut self) {
        let form = self.form;
        if Lens::parse(form.says("lens")).is_none() {
            self.wrong("has no lens".to_owned());
        }
        self.need(&[format!("write.group.{}", form.group())]);
        if !["", "nsb-officer", "tpm", "leader"].contains(&form.by()) {
            self.wrong(format!("`{}`: nobody writes letters as that", form.by()));
        }
        if !["", "mail", "spoken", "sheet"].contains(&form.says("manner")) {
            self.wrong(format!("`{}` is no manner", form.says("manner")));
        }
        if !self.rows.iter().any(|row| row.verb == "to") {
            self.wrong("is addressed to nobody".to_owned());
        }
        if !self.rows.iter().any(|row| row.verb == "part") {
            self.wrong("asks for no part".to_owned());
        }
        let officer = form.by() == "nsb-officer";
        if form.kind == MessageKind::Formal && !officer {
            self.wrong("a formal request is an NSB officer’s (3.1)".to_owned());
        }
    }

    fn row(&mut self, row: Row) {
        let id = row.id();
        match row.verb {
            "lens" | "group" | "for" | "manner" | "long" | "about" | "sure" => {}
            "to" | "also" | "copy" => self.receivers(row),
            "needs" => {
                for what in ["title", "text"] {
                    self.need(&[format!("departure.caution.{id}.{what}")]);
                }
                for key in row.keys() {
                    match key.split_once('=') {
                        Some((ticks, key)) if self.keys_of(&["ticks"], ticks).contains(&key) => {}
                        Some(_) => self.wrong(format!("needs `{key}`, which is no tick of this letter")),
                        None => self.known(&["part", "field"], key),
                    }
                }
            }
            "takes" => {
                self.known(&["part", "field"], id);
                let mut sources = row.keys();
                if !sources.next().is_some_and(|source| SOURCES.contains(&source)) || sources.next().is_some()
                {
                    self.wrong(format!("takes `{id}` from something that is no source"));
                }
            }
            "counts" => {
                for id in row.args.split(' ') {
                    if self.keys_of(&["choice", "ready"], id).is_empty() {
                        self.wrong(format!("counts `{id}`, which is no choice"));
                    }
                }
            }
            "part" => self.asked_words(id, &["label", "hint"]),
            "ready" => {
                self.known(&["part"], id);
                for key in row.keys() {
                    self.need(&[format!("compose.{id}.choice.{key}")]);
                }
            }
            "field" => self.input_words("field", id),
            "choice" => {
                self.input_words("choice", id);
                for option in row.keys() {
                    let ids = self.asked(&format!("choice.{id}"), &format!("option.{option}"));
                    self.need(&ids);
                }
            }
            "ticks" => {
                self.input_words("ticks", id);
                for key in row.keys() {
                    self.frame(&format!("tick.{id}.{key}"));
                }
            }
            "frame" => self.frame(id),
            "said" => self.known(&["part"], id),
            "after" => {
                self.known(&["part"], id);
                self.frame(id);
            }
            "label" => {
                self.known(&["part"], id);
                self.label(id);
            }
            "lines" => {
                for id in row.args.split(' ') {
                    self.known(&["field"], id);
                    self.label(id);
                }
            }
            "list" => {
                self.known(&["ticks"], id);
                self.label(id);
            }
            "person" if self.form.is_about() => {}
            "person" => self.wrong("`person` needs `about = true`".to_owned()),
            verb => self.wrong(format!("`{verb}` is no row")),
        }
        self.conditions(row);
    }

    /// Invariants 1 and 2, and 4.5.2: nobody whom such a letter cannot reach.
    fn receivers(&mut self, row: Row) {
        let line = if row.verb == "copy" { Line::Copy } else { Line::To };
        for key in row.args.split(' ') {
            match Addressee::parse(key) {
                None => self.wrong(format!("nobody is called `{key}`")),
                Some(one) => {
                    let by_one = self.form.lens() == Lens::Handle || one != Addressee::PersonConcerned;
                    let beside = row.verb == "also" && one == Addressee::PersonConcerned;
                    if !one.within_reach(self.form.lens(), self.form.kind, line) || beside && by_one {
                        self.wrong(format!(
                            "`{key}` cannot stand on the line `{}` of this letter",
                            row.verb
                        ));
                    }
                    self.need(&[format!("letter.to.{key}")]);
                }
            }
        }
        if row.when.contains("to:") || row.when.contains("copied:") {
            self.wrong(format!(
                "`{}`: who receives it cannot follow from who receives it",
                row.when
            ));
        }
    }

    /// One of these ids must be there; all of them count as used.
    fn need(&mut self, ids: &[String]) {
        self.note_all(ids);
        let list = |id: &String| self.texts.contains_key(&format!("{id}.0"));
        if !ids.iter().any(|id| self.texts.contains_key(id) || list(id)) {
            self.wrong(format!("no text has the id `{}`", ids.join("` or `")));
        }
    }

    fn note(&mut self, id: &str) {
        self.used.insert(id.to_owned());
    }

    fn note_all(&mut self, ids: &[String]) {
        self.used.extend(ids.iter().cloned());
    }

    /// The ids under which a text is looked for: the letter's own, the group's, the general one.
    fn tried(&self, before: &str, after: &str, general: String) -> Vec<String> {
        let (kind, group) = (self.form.kind.key(), self.form.group());
        vec![
            format!("{before}.{kind}.{after}"),
            format!("{before}.{group}.{after}"),
            general,
        ]
    }

    /// What the composer says about something that is asked.
    fn asked(&self, stem: &str, what: &str) -> Vec<String> {
        let stem = format!("compose.{stem}");
        let general = format!("{stem}.{what}");
        self.tried(&stem, what, general)
    }

    /// The words of a part.
    fn asked_words(&mut self, part: &str, needed: &[&str]) {
        for what in ["label", "hint", "example", "probe"] {
            let ids = self.asked(part, what);
            if needed.contains(&what) {
                self.need(&ids);
            }
            self.note_all(&ids);
        }
    }

    fn input_words(&mut self, space: &str, id: &str) {
        let stem = format!("{space}.{id}");
        let labels = self.asked(&stem, "label");
        self.need(&labels);
        let hints = self.asked(&stem, "hint");
        self.note_all(&hints);
    }

    fn frame(&mut self, id: &str) {
        let ids = self.tried("letter", id, format!("letter.frame.{id}"));
        let found = ids.iter().find_map(|id| self.texts.get(id));
        let text = found.map_or("", |text| text.text.as_str()).to_owned();
        self.need(&ids);
        for field in text.split("{$").skip(1).filter_map(|rest| rest.split('}').next()) {
            if !NAMES.contains(&field) {
                self.known(&["field"], field);
            }
        }
    }

    fn label(&mut self, id: &str) {
        let stems = self.tried("letter", &format!("label.{id}"), format!("letter.label.{id}"));
        let there = |id: &str| self.texts.contains_key(id);
        let counted = |stem: &String| there(&format!("{stem}.one")) && there(&format!("{stem}.other"));
        if !stems.iter().any(|stem| there(stem) || counted(stem)) {
            self.wrong(format!("no label has the id `{}` or `{}`", stems[0], stems[2]));
        }
        self.note_all(&stems);
    }

    /// The keys of the rows with this id.
    fn keys_of(&self, verbs: &[&str], id: &str) -> Vec<&'static str> {
        let rows = self.rows.iter();
        rows.filter(|row| verbs.contains(&row.verb) && row.id() == id)
            .flat_map(|row| row.keys())
            .collect()
    }

    fn known(&mut self, verbs: &[&str], id: &str) {
        let known = self
            .rows
            .iter()
            .any(|row| verbs.contains(&row.verb) && row.id() == id);
        if !known {
            self.wrong(format!("`{id}` is no {} of this letter", verbs.join(" or ")));
        }
    }

    /// Whatever is asked stands in the letter, or decides about something in it.
    fn goes_somewhere(&mut self) {
        let key = self.form.kind.key();
        let frames = self.rows.iter().filter(|row| row.verb == "frame");
        let said: Vec<&str> = frames
            .filter_map(|row| {
                let own = self.texts.get(&format!("letter.{key}.{}", row.id()));
                own.map(|text| text.text.as_str())
            })
            .collect();
        let mut lost = Vec::new();
        for row in self.rows.iter().filter(|row| row.asks()) {
            let id = row.id();
            let shown = self.rows.iter().any(|other| {
                let block = matches!(other.verb, "said" | "label" | "after" | "lines" | "list");
                block && other.args.split(' ').any(|one| one == id)
            });
            let named = said.iter().any(|text| text.contains(&format!("{{${id}}}")));
            let asked = [format!(":{id}"), format!(":{id}=")];
            let decides = self.rows.iter().any(|other| {
                let mut atoms = other.when.split([' ', '|']);
                atoms.any(|atom| atom.ends_with(&asked[0]) || atom.contains(&asked[1]))
            });
            if !shown && !named && !decides {
                lost.push(format!("asks for `{id}`, but nothing in the letter says it"));
            }
        }
        self.found.extend(lost);
    }
}
