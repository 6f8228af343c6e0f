//! Putting a letter together: blocks as data, each with its condition; a sentence appears only if its facts were given.

use super::draft::SUBJECT;
use super::form::{Form, Manner, Row};
use super::{Addressee, Copied, Draft, clean, given, labels};
use crate::domain::Words;
use crate::domain::apart::set_apart;

/// One paragraph; on cards and in requests it may carry a short label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Para {
    /// A label of ours, with its colon, or empty.
    pub label: String,
    /// The text; a line feed is a line end the person made, or one of a list.
    pub text: String,
}

/// What leaves, as the recipient will read it, and two labels for the preview alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// Name of the writer, or empty.
    pub from: String,
    /// Names of those addressed, or empty.
    pub to: String,
    /// Names or addresses in copy; empty for every first message.
    pub copy: Vec<String>,
    /// Subject; empty when it is not sent.
    pub subject: String,
    /// Greeting; empty when it is not sent.
    pub greeting: String,
    /// What is said.
    pub paragraphs: Vec<Para>,
    /// Closing; empty when it is not sent.
    pub closing: String,
    /// Name and role, a line each; only what was given.
    pub signature: Vec<String>,
    /// For the preview only: the name, or a stand-in.
    pub from_label: String,
    /// For the preview only: the names, or what they are in the matter where none was given.
    pub to_label: String,
}

impl Letter {
    /// Whether nothing was written yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }
}

/// Puts the letter together (product.md, point 7; invariants 9, 14, 15). Nothing stands in it but what was entered and
/// the frames whose condition holds.
#[must_use]
pub fn letter(words: &Words, draft: &Draft) -> Letter {
    composed(words, Form::of(words, draft.kind), draft)
}

/// The same with the form at hand.
#[must_use]
pub fn composed(words: &Words, form: Form, draft: &Draft) -> Letter {
    let writing = Writing {
        words,
        form,
        draft,
        to: form.addressee(draft),
    };
    let from = clean::line(draft.text("from-name"));
    let mut letter = Letter {
        paragraphs: writing.said(),
        from_label: or(&from, words.t("letter.from.you")),
        ..Letter::default()
    };
    writing.addressed(&mut letter);
    if form.manner() == Manner::Mail {
        let subject = clean::line(draft.text(SUBJECT));
        letter.subject = or(&subject, labels::of_letter(words, form, "subject"));
        letter.copy = shown(draft.copies(form), |copy| {
            or(&clean::line(&copy.name), &clean::line(&copy.address))
        });
        let closing = if from.is_empty() {
            "letter.closing.unsigned"
        } else {
            "letter.closing.signed"
        };
        words.t(closing).clone_into(&mut letter.closing);
        letter.signature.extend((!from.is_empty()).then(|| from.clone()));
        let role = clean::line(draft.text("from-role"));
        letter.signature.extend((!role.is_empty()).then_some(role));
    }
    letter.from = from;
    letter
}

/// A text, or another one in its place.
fn or(text: &str, other: &str) -> String {
    if text.is_empty() { other } else { text }.to_owned()
}

/// Each as it is shown, those of whom nothing is known left out.
fn shown(all: Vec<&Copied>, show: impl Fn(&Copied) -> String) -> Vec<String> {
    let mut out: Vec<String> = all.into_iter().map(show).collect();
    out.retain(|text| !text.is_empty());
    out
}

impl Draft {
    /// Those in copy that this letter allows (1.8, 2.1.3, 4.1.4); the person concerned is never among them (invariant 1).
    #[must_use]
    pub fn copies(&self, form: Form) -> Vec<&Copied> {
        let allowed = form.copied(self);
        self.copy
            .iter()
            .filter(|copy| allowed.contains(&copy.party))
            .collect()
    }

    /// Those addressed beside the first one (2.2.2, 4.5).
    #[must_use]
    pub fn also(&self, form: Form) -> Vec<&Copied> {
        let (allowed, first) = (form.also(self), form.addressee(self));
        let fits = |copy: &&Copied| copy.party != first && allowed.contains(&copy.party);
        self.copy.iter().filter(fits).collect()
    }

    /// Whether nothing that would leave was written: no part, no field, no tick of this letter, nor a choice that says
    /// something by itself.
    #[must_use]
    pub fn is_empty(&self, form: Form) -> bool {
        let to = form.addressee(self);
        !form.rows().any(|row| match row.verb {
            "part" | "field" => given(self.text(row.id())),
            "ticks" => self.ticked(row.id(), "") && row.holds(self, to),
            "counts" => row.args.split(' ').any(|id| !self.choice(id).is_empty()),
            _ => false,
        })
    }
}

/// One letter being put together.
struct Writing<'a> {
    words: &'a Words,
    form: Form,
    draft: &'a Draft,
    to: Addressee,
}

impl Writing<'_> {
    /// The names at its head, and how it greets.
    fn addressed(&self, letter: &mut Letter) {
        let (words, draft) = (self.words, self.draft);
        let name = clean::line(draft.text("to-name"));
        let also = draft.also(self.form);
        if self.form.manner() == Manner::Mail {
            let body = self.to.is_body() || self.form.by() == "nsb-officer";
            letter.greeting = if !also.is_empty() || name.is_empty() && body {
                words.t("letter.greeting.several").to_owned()
            } else if name.is_empty() {
                words.t("letter.greeting.neutral").to_owned()
            } else {
                filled(words.t("letter.greeting.named"), |_| name.clone()).unwrap_or_default()
            };
        }
        let shown_as = |copy: &Copied| or(&clean::line(&copy.name), &clean::line(&copy.address));
        let mut labels = vec![or(&name, labels::addressee(words, self.to))];
        labels.extend(
            also.iter()
                .map(|copy| or(&shown_as(copy), labels::addressee(words, copy.party))),
        );
        letter.to_label = labels.join(", ");
        let mut names = vec![name];
        names.extend(shown(also, shown_as));
        names.retain(|name| !name.is_empty());
        letter.to = names.join(", ");
    }

    fn said(&self) -> Vec<Para> {
        let mut out = Vec::new();
        if self.draft.is_empty(self.form) {
            return out;
        }
        for row in self.form.rows() {
            if row.holds(self.draft, self.to) {
                self.block(row, &mut out);
            }
        }
        out
    }

    fn block(&self, row: Row, out: &mut Vec<Para>) {
        let id = row.id();
        match row.verb {
            "frame" => out.extend(self.frame(id).map(plain)),
            "said" => push(out, "", self.text_of(id)),
            "label" => push(out, &self.labelled(id, 1), self.text_of(id)),
            "after" => {
                let mut texts = self.text_of(id);
                if let Some(first) = texts.first_mut() {
                    let own = self.own(id);
                    *first = format!("{own} {}", set_apart(own, first));
                }
                push(out, "", texts);
            }
            "lines" => out.extend(self.lines(row)),
            "list" => out.extend(self.list(id)),
            "person" => out.extend(self.person()),
            _ => {}
        }
    }

    /// A text of this letter, or else the general one of that name.
    fn own(&self, id: &str) -> &'static str {
        labels::of_letter(self.words, self.form, id)
    }

    /// A sentence of ours, if every fact in it was given.
    fn frame(&self, id: &str) -> Option<String> {
        filled(self.own(id), |field| clean::line(self.draft.text(field)))
    }

    fn label(&self, id: &str, count: usize) -> &'static str {
        labels::letter_label(self.words, self.form, id, count)
    }

    /// The label as it stands over a paragraph, with what closes it in the language of the letter.
    fn labelled(&self, id: &str, count: usize) -> String {
        self.words.labelled(self.label(id, count))
    }

    /// Short texts under their labels, a line each.
    fn lines(&self, row: Row) -> Option<Para> {
        let line = |id: &str| {
            let (label, text) = (self.label(id, 1), clean::line(self.draft.text(id)));
            (!text.is_empty()).then(|| self.words.line(label, &set_apart(label, &text)))
        };
        let lines: Vec<String> = row.args.split(' ').filter_map(line).collect();
        (!lines.is_empty()).then(|| plain(lines.join("\n")))
    }

    /// What was ticked, under a label that knows whether it is one thing or several.
    fn list(&self, id: &str) -> Option<Para> {
        let row = self.form.asking("ticks", id);
        if !row.holds(self.draft, self.to) {
            return None;
        }
        let ticked = row.keys().filter(|key| self.draft.ticked(id, key));
        let items: Vec<String> = ticked
            .map(|key| format!("– {}", labels::tick(self.words, self.form, id, key)))
            .collect();
        (!items.is_empty()).then(|| Para {
            label: self.labelled(id, items.len()),
            text: items.join("\n"),
        })
    }

    /// One paragraph from the sentences about the person concerned; none when nothing was given.
    fn person(&self) -> Option<Para> {
        let sentences = ["letter.person.name", "letter.person.role"];
        let fill = |id| filled(self.words.t(id), |field| clean::line(self.draft.text(field)));
        let said: Vec<String> = sentences.into_iter().filter_map(fill).collect();
        (!said.is_empty()).then(|| plain(said.join(" ")))
    }

    /// The text of a part as paragraphs; where one can choose a sentence, the own words or else the one chosen.
    fn text_of(&self, part: &str) -> Vec<String> {
        let own = clean::paragraphs(self.draft.text(part));
        if !own.is_empty() {
            return own;
        }
        let chosen = labels::ready(self.words, self.form, part, self.draft.choice(part));
        chosen.map(str::to_owned).into_iter().collect()
    }
}

/// The text with its `{$field}` marks filled in; `None` when one of them was not given. What is filled in stays as it is, set apart where
/// it would be read in another order.
fn filled(text: &str, value: impl Fn(&str) -> String) -> Option<String> {
    let mut made = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{$") {
        let (field, tail) = after.split_once('}')?;
        let value = value(field);
        if value.is_empty() {
            return None;
        }
        made.push_str(before);
        made.push_str(&set_apart(text, &value));
        rest = tail;
    }
    made.push_str(rest);
    (!made.is_empty()).then_some(made)
}

fn plain(text: String) -> Para {
    Para {
        label: String::new(),
        text,
    }
}

fn push(out: &mut Vec<Para>, label: &str, texts: Vec<String>) {
    for (at, text) in texts.into_iter().enumerate() {
        let label = if at == 0 { label.to_owned() } else { String::new() };
        out.push(Para { label, text });
    }
}
