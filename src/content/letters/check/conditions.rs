//! The conditions of a row: each is one of the closed vocabulary, names what the letter has, and can hold for somebody.

use super::Checking;
use crate::domain::letters::{Addressee, Copied, Draft, Row};

impl Checking<'_> {
    /// Every condition of a row.
    pub(super) fn conditions(&mut self, row: Row) {
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
            let subject = ["tpm", "leader", "head", "officer", "ceo-office"];
            match what {
                "to" => self.receives(&["to"], of),
                "copied" => self.receives(&["copy", "also"], of),
                "choice" if id == "subject" && subject.contains(&key) => {}
                "choice" if id == "sides" && key == "same" => {}
                "choice" if id == "writer" && key == "tpm" => {}
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

    fn receives(&mut self, verbs: &[&str], key: &str) {
        let rows = self.rows.iter().filter(|row| verbs.contains(&row.verb));
        if !rows.flat_map(|row| row.args.split(' ')).any(|one| one == key) {
            let verbs = verbs.join("` or `");
            self.wrong(format!(
                "nobody called `{key}` stands on the line `{verbs}` of this letter"
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
                        "copied" => draft.copy.extend(Addressee::parse(of).map(|party| Copied {
                            party,
                            ..Default::default()
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
}
