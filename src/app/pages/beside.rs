//! Who receives a message beside the one it is addressed to, with the reasons of the plan. Ticked beforehand is only whom the plan itself
//! has there (`letters::begun`).

use leptos::prelude::*;

use super::compose::Open;
use super::people::{Change, address};
use crate::app::parts::doc::text;
use crate::app::parts::el::{View, classed, el, live, nothing};
use crate::document::inline::parse;
use crate::document::plan;
use crate::domain::letters::{
    Addressee, Copied, FieldWords, address_field, addressee_name, around, reasons, tick_field,
};
use crate::domain::routing::{Line, MessageKind, Recipient};

/// Beside the one who receives it: addressed as well (2.2.2, 4.5), or in copy (1.8, 2.1.3, 4.1.4).
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// Addressed as well.
    Also,
    /// In copy.
    Copy,
}

/// Who else receives it, where the process wants that.
pub fn beside(open: Open, which: Beside) -> View {
    // As keys, of the way and of those on the list: it is made anew only when one of them changes.
    let allowed = Memo::new(move |_| {
        let parties = open.draft.with(|draft| match which {
            Beside::Also => {
                let mut also = open.form.also(draft);
                also.retain(|one| *one != open.form.addressee(draft));
                also
            }
            Beside::Copy => open.form.copied(draft),
        });
        let way = open.draft.with(|draft| draft.choice("via").to_owned());
        parties.into_iter().fold(way, |mut keys, party| {
            keys.push(' ');
            keys.push_str(party.key());
            keys
        })
    });
    let case = open.case();
    live(move || {
        let keys = allowed.get();
        let parties: Vec<Addressee> = keys.split(' ').skip(1).filter_map(Addressee::parse).collect();
        if parties.is_empty() {
            return nothing();
        }
        let words = open.words();
        let reasons = match which {
            Beside::Also => Vec::new(),
            Beside::Copy => {
                let around = open.draft.with_untracked(|draft| around(&case, open.form, draft));
                reasons(&around, &parties)
            }
        };
        let copied = reasons.iter().any(|one| one.line == Line::Copy);
        let (legend, lead) = match which {
            Beside::Also if open.form.kind == MessageKind::NsbLeaders => {
                ("write.also", "write.also-lead-all")
            }
            Beside::Also => ("write.also", "write.also-lead"),
            Beside::Copy if open.form.kind == MessageKind::Confirm => {
                ("write.copies", "write.copies-lead-confirm")
            }
            Beside::Copy if copied => ("write.copies", "write.copies-lead-plan"),
            Beside::Copy => ("write.copies", "write.copies-lead-tpm"),
        };
        let lead = words.t(lead);
        classed("fieldset", "copies flow")
            .child(classed("legend", "field__label").text(words.t(legend)).view())
            .child(classed("p", "quiet").children(text(parse(words, lead))).view())
            .child(why(open, &reasons))
            .child(
                classed("div", "choices")
                    .children(parties.into_iter().map(|party| one_beside(open, party)))
                    .view(),
            )
            .view()
    })
}

/// The reasons of the plan: who is copied, who is left out.
fn why(open: Open, reasons: &[Recipient]) -> View {
    if reasons.is_empty() {
        return nothing();
    }
    let words = open.words();
    let rows = plan::rows(words, reasons).into_iter().map(|row| {
        el("li")
            .text(row.line)
            .text(words.line("", ""))
            .children(text(row.who))
            .text(". ")
            .children(text(row.why))
            .view()
    });
    classed("ul", "quiet").children(rows).view()
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
        .attr("id", tick_field(party))
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
        let id = address_field(party);
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
