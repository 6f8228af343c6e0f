//! What a letter asks: long texts, short ones, one of several, any of several; each with its label and its help.

use leptos::prelude::*;

use super::compose::Open;
use super::{hints, people};
use crate::app::parts::doc::text;
use crate::app::parts::el::{El, View, classed, el, live, nothing};
use crate::document::inline::parse;
use crate::domain::Words;
use crate::domain::letters::{ACCOUNT, Row, account_probes, input_words, option, part_words, tick};

/// One row of the form; it stands only while its conditions hold.
pub fn input(open: Open, row: Row) -> View {
    if row.when.is_empty() {
        return made(open, row);
    }
    let holds = open.holds(row);
    live(move || if holds.get() { made(open, row) } else { nothing() })
}

fn made(open: Open, row: Row) -> View {
    match row.verb {
        "part" => part(open, row.id()),
        "field" => people::short(open, row.id()),
        "choice" => choice(open, row),
        _ => ticks(open, row),
    }
}

/// The free account: first, optional, never part of the message.
pub fn account(open: Open) -> View {
    let words = open.words();
    let label = input_words(words, open.form, "field", ACCOUNT).label;
    people::field(words, ACCOUNT, label, words.t("compose.free-first"))
        .child(area(open, ACCOUNT).view())
        .child(probes(words, ACCOUNT, "", account_probes(words)))
        .view()
}

/// A box for a long text that is kept with every key.
fn area(open: Open, id: &'static str) -> El {
    let set: people::Change = Box::new(move |draft, value| draft.set(id, value));
    el("textarea")
        .attr("id", id)
        .attr("rows", "4")
        .attr("aria-describedby", format!("{id}-hint"))
        .live_attr("spellcheck", move || Some(open.spelling.get().to_string()))
        .value(open.now(id))
        .on("input", people::changes(open, set))
}

/// The browser's own spell-check: off, and on for this draft alone while it is open, if somebody asks for it.
pub fn spelling(open: Open) -> View {
    let words = open.words();
    let tick_box = el("input")
        .attr("type", "checkbox")
        .attr("id", "spelling")
        .attr("aria-describedby", "spelling-hint")
        .on("change", move |event| {
            open.spelling.set(event_target_checked(&event));
        });
    let hint = classed("p", "quiet")
        .attr("id", "spelling-hint")
        .children(text(parse(words, words.t("compose.spelling-hint"))));
    classed("div", "flow")
        .child(
            classed("div", "choices")
                .child(
                    classed("label", "choice")
                        .child(tick_box.view())
                        .child(el("span").text(words.t("compose.spelling")).view())
                        .view(),
                )
                .view(),
        )
        .child(hint.view())
        .view()
}

/// An example, where there is one, and questions that may help; folded away until they are wanted.
fn probes(words: &'static Words, id: &str, example: &str, list: Vec<&'static str>) -> View {
    if example.is_empty() && list.is_empty() {
        return nothing();
    }
    let mut folded = classed("details", "why");
    // Heard by itself, it says which part it helps with.
    let summary = |lead| {
        let more = format!("{id}-more");
        el("summary")
            .attr("id", &more)
            .attr("aria-labelledby", format!("{more} {id}-label"))
            .text(words.t(lead))
            .view()
    };
    if example.is_empty() {
        folded = folded.child(summary("compose.probe-lead"));
    } else {
        let lead = if list.is_empty() {
            "compose.example-only"
        } else {
            "compose.help-lead"
        };
        // The browser knows the quotation marks of each language.
        folded = folded.child(summary(lead)).child(
            el("p")
                .text(words.labelled(words.t("compose.example-lead")))
                .text(" ")
                .child(el("q").text(example).view())
                .view(),
        );
    }
    if list.is_empty() {
        return folded.view();
    }
    let list = list
        .into_iter()
        .map(|probe| el("li").children(text(parse(words, probe))).view());
    folded.child(el("ul").children(list).view()).view()
}

/// A part: what belongs there, the box, what the second pair of eyes sees in it, and help.
fn part(open: Open, id: &'static str) -> View {
    let words = open.words();
    let given = part_words(words, open.form, id);
    let (label, own) = (format!("{id}-label"), format!("{id}-own"));
    let mut area = area(open, id);
    let ready = !given.choices.is_empty();
    let select = format!("{id}-choice");
    let mut field = classed("div", "field")
        .child(
            el("label")
                .attr("for", if ready { select.as_str() } else { id })
                .attr("id", label.clone())
                .text(given.label)
                .view(),
        )
        .child(
            classed("span", "quiet")
                .attr("id", format!("{id}-hint"))
                .children(text(parse(words, given.hint)))
                .view(),
        );
    if ready {
        // Two fields for one part: the list carries the label, the box both.
        area = area.attr("aria-labelledby", format!("{label} {own}"));
        let none = ("", words.t("compose.none-chosen"));
        let options = std::iter::once(none).chain(given.choices).collect();
        field = field.child(selected(open, id, &select, options)).child(
            classed("span", "quiet")
                .attr("id", own)
                .text(words.t("compose.own-words"))
                .view(),
        );
    }
    field
        .child(area.view())
        .child(hints::for_part(open, id))
        .child(probes(words, id, given.example, given.probes))
        .view()
}

/// A list to choose one from, kept as the choice with this id.
fn selected(open: Open, id: &'static str, field: &str, options: Vec<(&'static str, &'static str)>) -> View {
    let now = open.draft.with_untracked(|draft| draft.choice(id).to_owned());
    let choose: people::Change = Box::new(move |draft, key| draft.choose(id, &key));
    people::select(open, field, options, &now, choose)
}

/// One of several, or left open.
fn choice(open: Open, row: Row) -> View {
    let (words, form, id) = (open.words(), open.form, row.id());
    let given = input_words(words, form, "choice", id);
    let unsaid = ("", words.t("write.unsaid"));
    let options = row.keys().map(|key| (key, option(words, form, id, key)));
    let options = std::iter::once(unsaid).chain(options).collect();
    people::field(words, id, given.label, given.hint)
        .child(selected(open, id, id, options))
        .view()
}

/// The id of the first box of several; a part may have the same name.
pub fn ticks_id(id: &str) -> String {
    ["ticks-", id].concat()
}

/// Any of several.
fn ticks(open: Open, row: Row) -> View {
    let (words, form, id) = (open.words(), open.form, row.id());
    let given = input_words(words, form, "ticks", id);
    let rows = row.keys().enumerate().map(|(at, key)| {
        let now = open.draft.with_untracked(|draft| draft.ticked(id, key));
        let mut tick_box = el("input").attr("type", "checkbox");
        if at == 0 {
            tick_box = tick_box.attr("id", ticks_id(id));
        }
        let tick_box = tick_box.flag("checked", now).on("change", move |event| {
            open.edit(|draft| draft.tick(id, key, event_target_checked(&event)));
        });
        classed("label", "choice")
            .child(tick_box.view())
            .child(el("span").text(tick(words, form, id, key)).view())
            .view()
    });
    let mut made =
        classed("fieldset", "copies flow").child(classed("legend", "field__label").text(given.label).view());
    if !given.hint.is_empty() {
        made = made.child(
            classed("p", "quiet")
                .children(text(parse(words, given.hint)))
                .view(),
        );
    }
    made.child(classed("div", "choices").children(rows).view()).view()
}
