//! What is worth a second look before a letter leaves: the hints that are still open, the gravest first, then what the check itself sees.
//! Each leads to its field on the letter's page. Nothing here is in the way.

use super::asked::ticks_id;
use crate::app::arrival::link_to_field;
use crate::app::parts::doc::text;
use crate::app::parts::el::{El, View, classed, el};
use crate::app::session::Session;
use crate::document::Route;
use crate::document::inline::parse;
use crate::document::plan::labelled;
use crate::domain::Words;
use crate::domain::letters::{
    Addressee, Caution, Departure, Draft, Form, NAMES, SUBJECT, address_field, input_words, part_words,
    tick_field,
};
use crate::domain::review::{Hint, rule_words};

/// At most so many hints are told one by one.
const HINTS: usize = 5;

/// The letter that is looked at, and its page.
struct Looked<'a> {
    words: &'static Words,
    draft: &'a Draft,
    form: Form,
    page: Route,
}

/// Everything worth a second look; where there is nothing, that.
pub fn second_look(session: Session, id: &str, draft: &Draft, check: &Departure) -> Vec<View> {
    let words = session.words;
    if check.hints.is_empty() && check.cautions.is_empty() {
        return vec![el("p").text(words.t("departure.clear")).view()];
    }
    let looked = Looked {
        words,
        draft,
        form: Form::of(words, draft.kind),
        page: Route::Draft(id.to_owned()),
    };
    // What one rule sees twice in a sentence is told once.
    let mut told: Vec<&Hint> = Vec::new();
    for hint in &check.hints {
        let text = draft.text(hint.part);
        let same = |one: &&Hint| {
            (one.rule, one.part, one.sentence(text)) == (hint.rule, hint.part, hint.sentence(text))
        };
        if !told.iter().any(same) {
            told.push(hint);
        }
    }
    let hints = told.iter().take(HINTS).map(|hint| looked.hint(hint));
    let more = told.get(HINTS).map(|next| looked.more(next, told.len() - HINTS));
    let cautions = check.cautions.iter().map(|caution| looked.caution(caution));
    let rows = hints.chain(more).chain(cautions);
    let lead = (!check.hints.is_empty()).then(|| classed("p", "quiet").text(words.t("review.lead")).view());
    [el("h2").text(words.t("departure.look")).view()]
        .into_iter()
        .chain(lead)
        .chain([el("ul").children(rows).view()])
        .collect()
}

impl Looked<'_> {
    fn hint(&self, hint: &Hint) -> View {
        let said = rule_words(self.words, hint.rule);
        let sentence = hint.sentence(self.draft.text(hint.part));
        let mut row = el("li").child(el("strong").text(said.title).view());
        if !sentence.is_empty() {
            row = row
                .text(" ")
                .child(el("q").attr("dir", "auto").text(sentence).view());
        }
        let row = row.child(el("p").children(text(parse(self.words, said.why))).view());
        self.leads(row, hint.part).view()
    }

    /// How many hints there are beside those told, and the way to them.
    fn more(&self, next: &Hint, count: usize) -> View {
        let name = self.words.count("review.more", count);
        let link = link_to_field(self.page.clone(), next.part, name);
        el("li").child(link).view()
    }

    fn caution(&self, caution: &Caution) -> View {
        let words = self.words;
        let id = format!("departure.caution.{}", caution.key);
        let mut row = el("li").child(el("strong").text(words.t(&format!("{id}.title"))).view());
        if !caution.found.is_empty() {
            row = row.text(" ").child(el("bdi").text(caution.found.clone()).view());
        }
        let says = text(parse(words, words.t(&format!("{id}.text"))));
        let why = caution.why.iter();
        let row = row
            .child(el("p").children(says).view())
            .children(why.map(|why| el("p").children(text(labelled(words, why))).view()));
        self.leads(row, &caution.field).view()
    }

    /// With a link to the field on the letter's page, where it has one.
    fn leads(&self, row: El, field: &str) -> El {
        let label = self.label(field);
        if label.is_empty() {
            return row;
        }
        let name = self.words.fill("departure.to-field", &[("field", label)]);
        let link = if self.asked(field) == "ticks" {
            link_to_field(self.page.clone(), &ticks_id(field), name)
        } else {
            link_to_field(self.page.clone(), field, name)
        };
        row.child(el("p").child(link).view())
    }

    /// As what the letter asks for it; a part may have the same name as boxes to tick. Empty where it does not.
    fn asked(&self, field: &str) -> &'static str {
        let part = self.form.asking("part", field).verb;
        let mut rows = self.form.rows().filter(|row| row.asks() && row.id() == field);
        if part.is_empty() {
            rows.next().unwrap_or_default().verb
        } else {
            part
        }
    }

    /// What a field is called on the letter's page; empty where there is none.
    fn label(&self, field: &str) -> &'static str {
        let (words, form) = (self.words, self.form);
        let (also, copied) = (form.also(self.draft), form.copied(self.draft));
        let is_one = |id: fn(Addressee) -> String, all: &[Addressee]| all.iter().any(|one| id(*one) == field);
        match self.asked(field) {
            "" => {}
            "part" => return part_words(words, form, field).label,
            verb => return input_words(words, form, verb, field).label,
        }
        if field == "to-party" {
            return words.t("write.to-whom");
        }
        if field == SUBJECT {
            return part_words(words, form, SUBJECT).label;
        }
        if NAMES.contains(&field) {
            return input_words(words, form, "field", field).label;
        }
        if is_one(address_field, &also) || is_one(address_field, &copied) {
            words.t("write.copy-address")
        } else if is_one(tick_field, &also) {
            words.t("write.also")
        } else if is_one(tick_field, &copied) {
            words.t("write.copies")
        } else {
            ""
        }
    }
}
