//! Who receives a message beside the one it is addressed to: nobody, until the person says so.

use leptos::prelude::*;

use super::compose::Open;
use super::people::{Change, address};
use crate::app::parts::doc::text;
use crate::app::parts::el::{View, classed, el, live, nothing};
use crate::document::inline::parse;
use crate::domain::letters::{Addressee, Copied, FieldWords, addressee_name};
use crate::domain::routing::MessageKind;

/// Beside the one who receives it: addressed as well (2.2.2, 4.5), or in copy (1.8, 2.1.3, 4.1.4).
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// Addressed as well.
    Also,
    /// In copy.
    Copy,
}

/// Who else receives it, where the process wants that. Nobody does, until the person says so.
pub fn beside(open: Open, which: Beside) -> View {
    // As their keys: the list is made anew only when somebody else is on it.
    let allowed = Memo::new(move |_| {
        let parties = open.draft.with(|draft| match which {
            Beside::Also => {
                let mut also = open.form.also(draft);
                also.retain(|one| *one != open.form.addressee(draft));
                also
            }
            Beside::Copy => open.form.copied(draft),
        });
        parties.into_iter().fold(String::new(), |mut keys, party| {
            keys.push_str(party.key());
            keys.push(' ');
            keys
        })
    });
    live(move || {
        let keys = allowed.get();
        let parties: Vec<Addressee> = keys.split(' ').filter_map(Addressee::parse).collect();
        if parties.is_empty() {
            return nothing();
        }
        let words = open.words();
        let (legend, lead) = match which {
            Beside::Also => ("write.also", "write.also-lead"),
            Beside::Copy if open.form.kind == MessageKind::Confirm => {
                ("write.copies", "write.copies-lead-confirm")
            }
            Beside::Copy if parties.contains(&Addressee::OtherLeaders) => {
                ("write.copies", "write.copies-lead")
            }
            Beside::Copy => ("write.copies", "write.copies-lead-tpm"),
        };
        let lead = words.t(lead);
        classed("fieldset", "copies flow")
            .child(classed("legend", "field__label").text(words.t(legend)).view())
            .child(classed("p", "quiet").children(text(parse(words, lead))).view())
            .child(
                classed("div", "choices")
                    .children(parties.into_iter().map(|party| one_beside(open, party)))
                    .view(),
            )
            .view()
    })
}

/// A box for one of them, and their address once it is ticked.
fn one_beside(open: Open, party: Addressee) -> View {
    let words = open.words();
    let ticked = Memo::new(move |_| {
        open.draft
            .with(|draft| draft.copy.iter().any(|copy| copy.party == party))
    });
    let tick = el("input")
        .attr("type", "checkbox")
        .live_checked(move || ticked.get())
        .on("change", move |_| {
            open.edit(|draft| {
                let before = draft.copy.len();
                draft.copy.retain(|copy| copy.party != party);
                if draft.copy.len() == before {
                    draft.copy.push(Copied {
                        party,
                        ..Copied::default()
                    });
                }
            });
        });
    let label = classed("label", "choice")
        .child(tick.view())
        .child(el("span").text(addressee_name(words, party)).view());
    let more = live(move || {
        if !ticked.get() {
            return nothing();
        }
        let now = open.draft.with_untracked(|draft| {
            let copy = draft.copy.iter().find(|copy| copy.party == party);
            copy.map(|copy| copy.address.clone()).unwrap_or_default()
        });
        let id = format!("copy-{}", party.key());
        let given = FieldWords {
            label: words.t("write.copy-address"),
            hint: addressee_name(words, party),
        };
        let set: Change = Box::new(move |draft, value| {
            if let Some(copy) = draft.copy.iter_mut().find(|copy| copy.party == party) {
                copy.address = value;
            }
        });
        classed("div", "choice__more")
            .child(address(open, given, id, now, set))
            .view()
    });
    el("div").child(label.view()).child(more).view()
}
