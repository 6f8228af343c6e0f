//! The form of a letter, read from its line in the pack: what is asked, who may receive it, which blocks it is made of.
//!
//! `content/logic/letters.toml` says how it is written; the build checks it and makes one text a letter,
//! `logic.letter.<kind>`: rows separated by `;`, each a verb, its words, and perhaps `if` with conditions. It is read row by
//! row where it is needed; nothing is built from it.

use super::addressee::{Addressee, Line};
use super::{Draft, given};
use crate::domain::Words;
use crate::domain::lens::Lens;
use crate::domain::routing::MessageKind;

/// How a letter leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// As a message with a head, a greeting and a closing.
    Mail,
    /// Said aloud: a card to take along.
    Spoken,
    /// A sheet for the file: nobody is addressed.
    Sheet,
}

/// The form of one kind of letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// Which letter.
    pub kind: MessageKind,
    text: &'static str,
}

/// One row of a form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What it is: `part`, `frame`, ...
    pub verb: &'static str,
    /// Its words.
    pub args: &'static str,
    /// Its conditions; every one must hold.
    pub when: &'static str,
}

impl Row {
    /// Reads a row.
    #[must_use]
    pub fn read(text: &'static str) -> Self {
        let (body, when) = text.split_once(" if ").unwrap_or((text, ""));
        let (verb, args) = body.split_once(' ').unwrap_or((body, ""));
        Self { verb, args, when }
    }

    /// Its first word: an id.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.args.split_once(' ').map_or(self.args, |(id, _)| id)
    }

    /// Its words after the first one: keys.
    pub fn keys(self) -> impl Iterator<Item = &'static str> {
        self.args.split(' ').skip(1)
    }

    /// Whether it asks for something: a part, a field, a choice, ticks.
    #[must_use]
    pub fn asks(self) -> bool {
        matches!(self.verb, "part" | "field" | "choice" | "ticks")
    }

    /// Whether its conditions hold for a draft addressed so.
    #[must_use]
    pub fn holds(self, draft: &Draft, to: Addressee) -> bool {
        self.when.is_empty() || self.when.split(' ').all(|any| any_holds(any, draft, to))
    }
}

/// `a|!b`: one of these holds.
fn any_holds(any: &str, draft: &Draft, to: Addressee) -> bool {
    any.split('|').any(|atom| match atom.strip_prefix('!') {
        Some(not) => !atom_holds(not, draft, to),
        None => atom_holds(atom, draft, to),
    })
}

/// The closed vocabulary of conditions.
fn atom_holds(atom: &str, draft: &Draft, to: Addressee) -> bool {
    let (what, of) = atom.split_once(':').unwrap_or((atom, ""));
    let (id, key) = of.split_once('=').unwrap_or((of, ""));
    match what {
        "to" => to.key() == of,
        "choice" => draft.choice(id) == key,
        "given" => given(draft.text(id)),
        "ticked" => draft.ticked(id, key),
        "copied" => draft.copy.iter().any(|copy| copy.party.key() == of),
        _ => false,
    }
}

impl Form {
    /// The form of a kind of letter.
    #[must_use]
    pub fn of(words: &Words, kind: MessageKind) -> Self {
        let key = kind.key();
        Self {
            kind,
            text: words.t(&format!("logic.letter.{key}")),
        }
    }

    /// Its rows, in order.
    pub fn rows(self) -> impl Iterator<Item = Row> {
        self.text.split(';').map(Row::read)
    }

    /// The words of the first row with this verb, or nothing.
    #[must_use]
    pub fn says(self, verb: &str) -> &'static str {
        self.rows().find(|row| row.verb == verb).unwrap_or_default().args
    }

    fn has(self, verb: &str) -> bool {
        self.rows().any(|row| row.verb == verb)
    }

    /// From which side it is written.
    #[must_use]
    pub fn lens(self) -> Lens {
        Lens::parse(self.says("lens")).unwrap_or_default()
    }

    /// Under which heading it is offered: `write.group.<key>`.
    #[must_use]
    pub fn group(self) -> &'static str {
        self.says("group")
    }

    /// Who writes it: `nsb-officer`, `tpm`, `leader`, or empty for anybody on that side.
    #[must_use]
    pub fn by(self) -> &'static str {
        self.says("for")
    }

    /// How it leaves.
    #[must_use]
    pub fn manner(self) -> Manner {
        match self.says("manner") {
            "spoken" => Manner::Spoken,
            "sheet" => Manner::Sheet,
            _ => Manner::Mail,
        }
    }

    /// How many words of one part a reader or listener keeps in mind; our own estimate.
    #[must_use]
    pub fn long(self) -> usize {
        self.says("long").parse().unwrap_or(500)
    }

    /// Whether it tells somebody else about the person concerned, so that their name and role may stand in it.
    #[must_use]
    pub fn is_about(self) -> bool {
        self.has("about")
    }

    /// Whether it takes something over from the logs of its case.
    #[must_use]
    pub fn takes(self) -> bool {
        self.has("takes")
    }

    /// The long texts, in the order in which they are asked.
    pub fn parts(self) -> impl Iterator<Item = &'static str> {
        self.rows().filter(|row| row.verb == "part").map(Row::id)
    }

    /// The row that asks for this.
    #[must_use]
    pub fn asking(self, verb: &str, id: &str) -> Row {
        self.rows()
            .find(|row| row.verb == verb && row.id() == id)
            .unwrap_or_default()
    }

    /// Who stands on the rows of a verb, as far as their conditions hold.
    fn listed(self, verb: &'static str, line: Line, draft: &Draft) -> Vec<Addressee> {
        let lens = self.lens();
        let mut all = Vec::new();
        for row in self.rows().filter(|row| row.verb == verb) {
            if row.holds(draft, Addressee::Unchosen) {
                let keys = row.args.split(' ').filter_map(Addressee::parse);
                all.extend(keys.filter(|one| one.within_reach(lens, self.kind, line)));
            }
        }
        all
    }

    /// Who may receive it, the most usual first.
    #[must_use]
    pub fn to(self, draft: &Draft) -> Vec<Addressee> {
        self.listed("to", Line::To, draft)
    }

    /// Who may be addressed beside the first one (2.2.2, 4.5).
    #[must_use]
    pub fn also(self, draft: &Draft) -> Vec<Addressee> {
        self.listed("also", Line::To, draft)
    }

    /// Who may be put in copy (1.8, 2.1.3, 4.1.4); 1.2 and 1.5 name none. Whom it is addressed to needs no copy.
    #[must_use]
    pub fn copied(self, draft: &Draft) -> Vec<Addressee> {
        let (mut all, to) = (self.listed("copy", Line::Copy, draft), self.addressee(draft));
        all.retain(|one| *one != to);
        all
    }

    /// As what the recipient receives it: what was chosen if the letter allows it, else what goes without saying.
    #[must_use]
    pub fn addressee(self, draft: &Draft) -> Addressee {
        let allowed = self.to(draft);
        match allowed.first() {
            _ if allowed.contains(&draft.to_party) => draft.to_party,
            Some(first) if allowed.len() == 1 || self.has("sure") => *first,
            _ => Addressee::Unchosen,
        }
    }
}
