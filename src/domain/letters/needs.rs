//! What a formal request needs before it can be begun (3.1, invariant 3): what stands and what is missing, and where it is put right.
//!
//! In: the case. Out: rows by key, words under `write.needs.<key>`. The plan locks and opens the request; these rows say why.

use crate::domain::case::Case;
use crate::domain::lens::{Arrived, FirstTried, Handler, InformalTried, Lens};
use crate::domain::logs::{Log, Row};
use crate::domain::routing::{Phase, Way};
use crate::domain::situation::{Informal, Raiser};

/// One thing that a formal request needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// Its key in the words.
    pub key: &'static str,
    /// Whether it stands.
    pub there: bool,
    /// The question that asks for it, in the interview of that side; empty where none does.
    pub question: &'static str,
    /// The log in which it is put down.
    pub log: Option<Log>,
}

const fn need(key: &'static str, there: bool, question: &'static str, log: Option<Log>) -> Need {
    Need {
        key,
        there,
        question,
        log,
    }
}

/// From which side it would be made, and what it needs: who makes it, clauses 1 and 2 on record, the papers.
#[must_use]
pub fn formal_needs(case: &Case) -> (Lens, Vec<Need>) {
    let (raised, handled) = (case.facets(), case.handled());
    let steps = Some(Log::Steps);
    let goes = |row: &Row| row.get("goes") != "no";
    let papers = case.logs.rows(Log::Papers).iter().any(goes);
    let papers = need("papers", papers, "", Some(Log::Papers));
    if raised.raiser == Raiser::NsbOfficer && handled.handler != Handler::NsbOfficer {
        let informal = matches!(raised.informal, Informal::Unsettled | Informal::SettledAgain);
        let rows = vec![
            need("officer", true, "raiser", None),
            need("person", person(case.who(Lens::Raise).way()), "capacity", None),
            need("first", Phase::first_recorded(raised.first), "first", steps),
            need("informal", informal, "informal", steps),
            papers,
        ];
        return (Lens::Raise, rows);
    }
    let ours = !matches!(
        handled.arrived,
        Arrived::OtherNsb | Arrived::Staff | Arrived::Convey | Arrived::Copy
    );
    let first = matches!(handled.first, FirstTried::Spoke | FirstTried::Helped);
    let informal = handled.informal == InformalTried::Recorded;
    let rows = vec![
        need("officer", handled.handler == Handler::NsbOfficer, "handler", None),
        need("ours", ours, "arrived", None),
        need("person", person(case.who(Lens::Handle).way()), "capacity", None),
        need("first", first, "tried-first", steps),
        need("informal", informal, "tried-informal", steps),
        papers,
    ];
    (Lens::Handle, rows)
}

/// Whether the process has a way for whom the concern is about; for a body and for a guest it has none.
const fn person(way: Way) -> bool {
    !matches!(way, Way::Body | Way::Guest)
}
