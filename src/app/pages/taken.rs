//! What a letter takes over from the logs of its case: said, and done again when asked. It adds below what was typed.

use leptos::prelude::*;

use super::compose::Open;
use super::tools::{listed, quiet_button, status};
use crate::app::parts::doc::text;
use crate::app::parts::el::{View, classed};
use crate::document::inline::parse;
use crate::domain::letters::take_over;

/// The sentence, whose entries where there are several people, and the button. `anew` rises when the fields are to be drawn anew.
pub fn section(open: Open, anew: RwSignal<u32>) -> View {
    let words = open.words();
    let said = RwSignal::new(String::new());
    let person = RwSignal::new(String::new());
    let logs = open.case().logs;
    let people = logs.people();
    let mut made = classed("div", "flow").child(
        classed("p", "quiet")
            .children(text(parse(words, words.t("take-over.lead"))))
            .view(),
    );
    if let [first, _, ..] = people[..] {
        person.set(first.to_owned());
        let all = people.iter().map(|name| (*name, *name)).collect();
        let chosen = Box::new(move |name| person.set(name));
        made = made.child(listed("taken-person", words.t("take-over.about"), all, first, chosen).view());
    }
    let take = move || {
        let mut draft = open.draft.get_untracked();
        let added = take_over(words, &mut draft, &logs, &person.get_untracked());
        if added {
            open.edit(move |now| *now = draft);
            anew.update(|count| *count += 1);
        }
        let id = if added { "take-over.done" } else { "take-over.none" };
        said.set(words.t(id).to_owned());
    };
    made.child(
        classed("div", "row")
            .child(quiet_button(words, "take-over.do", take))
            .view(),
    )
    .child(status(words, said))
    .view()
}
