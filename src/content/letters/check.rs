//! Holds every letter against the words and against itself: unknown parts, fields, conditions and addressees, missing and unused
//! words, a frame that nobody can reach, something asked that goes nowhere.

use std::collections::BTreeSet;

use super::FILE;
use crate::content::Problem;
use crate::content::read::Texts;
use crate::domain::Words;
use crate::domain::lens::Lens;
use crate::domain::letters::{Addressee, Draft, Form, Line, Manner, NAMES, Row, SUBJECT};
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
            (Some("letter"), Some(of), _) => kinds.contains(of) || ["frame", "label"].contains(&of),
            (Some("message"), Some(of), _) => !kinds.contains(of),
            (Some("compose"), _, Some(_)) => {
                !id.starts_with("compose.line.") && !id.starts_with("compose.account.")
            }
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
                let stem = format!("compose.choice.{id}");
                let key = self.form.kind.key();
                for option in row.keys() {
                    self.need(&[
                        format!("{stem}.{key}.option.{option}"),
                        format!("{stem}.option.{option}"),
                    ]);
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
        for id in ids {
            self.note(id);
        }
        let list = |id: &String| self.texts.contains_key(&format!("{id}.0"));
        if !ids.iter().any(|id| self.texts.contains_key(id) || list(id)) {
            self.wrong(format!("no text has the id `{}`", ids.join("` or `")));
        }
    }

    fn note(&mut self, id: &str) {
        self.used.insert(id.to_owned());
    }

    /// The words of a part.
    fn asked_words(&mut self, part: &str, needed: &[&str]) {
        let key = self.form.kind.key();
        for what in ["label", "hint", "example", "probe"] {
            let ids = [
                format!("compose.{part}.{key}.{what}"),
                format!("compose.{part}.{what}"),
            ];
            if needed.contains(&what) {
                self.need(&ids);
            }
            for id in &ids {
                self.note(id);
            }
        }
    }

    fn input_words(&mut self, space: &str, id: &str) {
        let key = self.form.kind.key();
        let stem = format!("compose.{space}.{id}");
        self.need(&[format!("{stem}.{key}.label"), format!("{stem}.label")]);
        for hint in [format!("{stem}.{key}.hint"), format!("{stem}.hint")] {
            self.note(&hint);
        }
    }

    fn frame(&mut self, id: &str) {
        let key = self.form.kind.key();
        let ids = [format!("letter.{key}.{id}"), format!("letter.frame.{id}")];
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
        let key = self.form.kind.key();
        let stems = [format!("letter.{key}.label.{id}"), format!("letter.label.{id}")];
        let there = |id: &str| self.texts.contains_key(id);
        let good = stems
            .iter()
            .any(|stem| there(stem) || there(&format!("{stem}.one")) && there(&format!("{stem}.other")));
        if !good {
            self.wrong(format!("no label has the id `{}` or `{}`", stems[0], stems[1]));
        }
        for stem in &stems {
            self.note(stem);
        }
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

    fn conditions(&mut self, row: Row) {
        if row.when.is_empty() {
            return;
        }
        for atom in row
            .when
            .split([' ', '|'])
            .map(|atom| atom.trim_start_matches('!'))
        {
            let (what, of) = atom.split_once(':').unwrap_or((atom, ""));
            let (id, key) = of.split_once('=').unwrap_or((of, ""));
            let subject = ["tpm", "leader", "head", "officer"];
            match what {
                "to" => self.receives("to", of),
                "copied" => self.receives("copy", of),
                "choice" if id == "subject" && subject.contains(&key) => {}
                "choice" if self.keys_of(&["choice", "ready"], id).contains(&key) => {}
                "given" => self.known(&["part", "field"], id),
                "ticked" if key.is_empty() => self.known(&["ticks"], id),
                "ticked" if self.keys_of(&["ticks"], id).contains(&key) => {}
                _ => self.wrong(format!("`{atom}` is no condition of this letter")),
            }
        }
        if !self.reachable(row) {
            self.wrong(format!(
                "nobody can reach `{} {} if {}`",
                row.verb, row.args, row.when
            ));
        }
    }

    fn receives(&mut self, verb: &str, key: &str) {
        let rows = self.rows.iter().filter(|row| row.verb == verb);
        if !rows.flat_map(|row| row.args.split(' ')).any(|one| one == key) {
            self.wrong(format!(
                "nobody called `{key}` stands on the line `{verb}` of this letter"
            ));
        }
    }

    /// Whether some draft makes the conditions hold: tried with every addressee and with each choice, text and tick that they name.
    fn reachable(&self, row: Row) -> bool {
        let mut drafts = vec![Draft::new(self.form.kind)];
        for atom in row
            .when
            .split([' ', '|'])
            .map(|atom| atom.trim_start_matches('!'))
        {
            let (what, of) = atom.split_once(':').unwrap_or((atom, ""));
            let (id, key) = of.split_once('=').unwrap_or((of, ""));
            let more: Vec<Draft> = drafts
                .iter()
                .cloned()
                .map(|mut draft| {
                    match what {
                        "choice" => draft.choose(id, key),
                        "given" => draft.set(id, "x".to_owned()),
                        "ticked" => {
                            let first = self.keys_of(&["ticks"], id).first().copied().unwrap_or_default();
                            draft.tick(id, if key.is_empty() { first } else { key }, true);
                        }
                        "copied" => draft.copy.extend(Addressee::parse(of).map(|party| {
                            crate::domain::letters::Copied {
                                party,
                                ..Default::default()
                            }
                        })),
                        _ => {}
                    }
                    draft
                })
                .collect();
            drafts.extend(more);
        }
        drafts.iter().any(|draft| {
            let mut to = self.form.to(draft);
            to.push(self.form.addressee(draft));
            to.into_iter().any(|to| row.holds(draft, to))
        })
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
