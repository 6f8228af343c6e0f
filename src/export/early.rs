//! The first pages of the two interviews as HTML, so that one can begin to answer before the app is up: what each interview is,
//! and its first question, with fields that work by themselves.
//!
//! They are drawn as `app/pages/interview.rs` draws them for somebody of whom nothing is kept; the journeys `early` hold one against the
//! other. Each stands under the address of its screen, and the one that is asked for is shown (`content/early.js`). There is no form:
//! nothing can send itself.

use crate::document::inline::{paragraphs, parse};
use crate::document::{Flow, Route, Text, question};
use crate::domain::interview::{Kind, Question};
use crate::domain::{Answers, Words};

use super::html::{escape, text};

/// Both pages of both interviews.
///
/// # Errors
/// A sentence: the first question is not one of one choice, which is all that can be taken over.
pub fn pages(words: &Words) -> Result<String, String> {
    let mut html = String::new();
    for flow in [Flow::Assess, Flow::Situation] {
        html += &page(&flow.start(), &start(words, flow));
        let question = flow
            .questions()
            .first()
            .ok_or("an interview without a question")?;
        html += &page(&flow.route(question.id), &first(words, flow, question)?);
    }
    Ok(html)
}

fn page(route: &Route, inner: &str) -> String {
    let href = route.href();
    let id = href.trim_start_matches('#');
    format!("<div class=\"early\" id=\"{id}\">{inner}</div>")
}

fn start(words: &Words, flow: Flow) -> String {
    let [name, lead, notes, _] = flow.ids();
    let lead = each("<p class=\"lead\">", &paragraphs(words, words.t(lead)), "</p>");
    let notes: Vec<Text> = words
        .list(notes)
        .into_iter()
        .map(|note| parse(words, note))
        .collect();
    let notes = each("<li>", &notes, "</li>");
    format!(
        "<div class=\"flow flow--wide\"><h1 tabindex=\"-1\">{}</h1>{lead}<ul>{notes}</ul><div class=\"row\"><a class=\"button\" href=\"{}\">{}</a></div><p class=\"quiet\">{}</p></div>",
        escape(words.t(name)),
        flow.onward(&Answers::default()).href(),
        escape(words.t("interview.begin")),
        text(&parse(words, words.t("home.danger")), &Route::href),
    )
}

fn first(words: &Words, flow: Flow, of: &Question) -> Result<String, String> {
    let Kind::One(options) = of.kind else {
        return Err(format!(
            "`{}`: the first question of an interview has to be of one choice",
            of.id
        ));
    };
    let [name, ..] = flow.ids();
    let crumbs = format!(
        "<p class=\"row quiet\"><a class=\"alone\" href=\"{}\">{}</a><span>{}</span><a class=\"alone\" href=\"{}\">{}</a></p>",
        flow.start().href(),
        escape(words.t("interview.back")),
        escape(words.t(name)),
        Route::Answers.href(),
        escape(&words.fill("interview.so-far", &[("count", "0")])),
    );
    let choices = options
        .iter()
        .map(|option| choice(words, of, &flow.route(of.id), option))
        .collect::<String>();
    let why = each("<p>", &question::why(words, of), "</p>");
    Ok(format!(
        "<div class=\"flow flow--wide\">{crumbs}<div class=\"flow flow--wide\"><fieldset class=\"question flow\"><legend><h1 tabindex=\"-1\">{}</h1></legend><p class=\"lead\">{}</p><div class=\"choices\">{choices}</div></fieldset><details class=\"why\"><summary>{}</summary>{why}</details><div class=\"row\"><button class=\"button\" type=\"submit\">{}</button><button class=\"button button--quiet\" type=\"button\">{}</button></div></div><p class=\"quiet\" role=\"status\" data-said=\"{}\"></p></div>",
        escape(question::ask(words, of)),
        text(&question::help(words, of), &Route::href),
        escape(words.t("interview.why")),
        escape(words.t("interview.continue")),
        escape(words.t("interview.skip")),
        escape(words.t("app.coming")),
    ))
}

fn each(begin: &str, lines: &[Text], end: &str) -> String {
    let lines = lines
        .iter()
        .map(|line| [begin, &text(line, &Route::href), end].concat());
    lines.collect()
}

/// The attributes are those that `app/parts/el.rs` gives every field; the name is of this page alone, since both interviews ask the same
/// first. The browser may not tick what was ticked before a reload.
fn choice(words: &Words, of: &Question, route: &Route, option: &str) -> String {
    let more = question::more(words, of, option).map_or_else(String::new, |more| {
        format!("<span class=\"choice__help\">{}</span>", escape(more))
    });
    format!(
        "<label class=\"choice\"><input dir=\"auto\" autocomplete=\"off\" spellcheck=\"false\" writingsuggestions=\"false\" type=\"radio\" name=\"{}\" value=\"{option}\"><span>{}{more}</span></label>",
        route.href(),
        escape(question::say(words, of, option)),
    )
}
