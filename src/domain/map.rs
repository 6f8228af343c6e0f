//! The process map with "you are here": the picture is the rules.
//!
//! In: a case, seen from its side. Out: a [`Map`]: places, ways between them, the state of each place, and positions on a small
//! grid that are computed from the ways alone. States come from the same steps and stages that the plan shows, one file a side;
//! drawing is done elsewhere.

mod handle;
mod raise;
mod respond;

use super::case::Case;
use super::ledger::Formal;
use super::lens::Lens;
use super::process::Clause;
use super::routing::{Way, Who};
use super::situation::{Facets, Lawful, Setting};

/// Makes the places: keys, clauses and the list of all.
macro_rules! places {
    ($($(#[$doc:meta])* $variant:ident $key:literal $group:ident $clauses:expr;)+) => {
        /// A place on the map. Words: `map.place.<key>`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Place { $($(#[$doc])* $variant),+ }

        impl Place {
            /// All of them, from the beginning to the end, those beside the path last.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its key.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }

            /// The part of the map to which it belongs.
            #[must_use]
            pub const fn part(self) -> Part {
                match self { $(Self::$variant => Part::$group),+ }
            }

            /// The clauses that stand behind it, the most important first.
            #[must_use]
            pub const fn clauses(self) -> &'static [Clause] {
                match self { $(Self::$variant => &$clauses),+ }
            }
        }
    };
}

/// A part of the map. Words: `map.part.<key>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Clause 1.
    First,
    /// Clause 2.
    Informal,
    /// Clause 3.
    Formal,
    /// Clause 4: beside the path.
    Beside,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::First, Self::Informal, Self::Formal, Self::Beside];

    /// Its key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Informal => "informal",
            Self::Formal => "formal",
            Self::Beside => "beside",
        }
    }
}

places! {
    /// Ask what lies behind it.
    Understand "understand" First [Clause::C1_1];
    /// Talk or write to the person.
    Approach "approach" First [Clause::C1_2];
    /// In the meeting, or in a break.
    Meeting "meeting" First [Clause::C1_3];
    /// Ask somebody for help.
    Help "help" First [Clause::C1_5];
    /// Settled by the first steps.
    SettledFirst "settled-first" First [Clause::C1_7, Clause::C1_8];
    /// Own NSB, or own organization without one.
    OwnSide "own-side" Informal [Clause::C2];
    /// To the NSB of the person concerned.
    RouteNsb "route-nsb" Informal [Clause::C2_1_1];
    /// Through the TPM to the liaison organization.
    RouteLiaison "route-liaison" Informal [Clause::C2_1_2];
    /// To committee leaders, TPM and NSB.
    RouteLead "route-lead" Informal [Clause::C2_2_2];
    /// To the Office of the CEO.
    RouteStaff "route-staff" Informal [Clause::C2_3];
    /// Options at committee level.
    OptionsCommittee "options-committee" Informal [Clause::C2_1_4];
    /// Options for convenors and project leaders.
    OptionsLead "options-lead" Informal [Clause::C2_2_3];
    /// Settled by the informal request.
    SettledInformal "settled-informal" Informal [Clause::C4_1_1];
    /// The formal request to the TMB.
    Tmb "tmb" Formal [Clause::C3_1];
    /// The person concerned answers.
    Answer "answer" Formal [Clause::C3_2];
    /// Appeal.
    Appeal "appeal" Formal [Clause::C3_3];
    /// Unlawful activity at a meeting.
    UnlawfulMeeting "unlawful-meeting" Beside [Clause::C4_5_1];
    /// Unlawful activity in correspondence.
    UnlawfulWritten "unlawful-written" Beside [Clause::C4_5_2];
    /// Retaliation.
    Retaliation "retaliation" Beside [Clause::C4_3_4];
}

/// The ways from place to place. Those beside the path have none: they run next to it.
pub const WAYS: &[(Place, Place)] = &[
    (Place::Understand, Place::Approach),
    (Place::Understand, Place::Meeting),
    (Place::Understand, Place::Help),
    (Place::Approach, Place::SettledFirst),
    (Place::Meeting, Place::SettledFirst),
    (Place::Help, Place::SettledFirst),
    (Place::Approach, Place::OwnSide),
    (Place::Meeting, Place::OwnSide),
    (Place::Help, Place::OwnSide),
    (Place::OwnSide, Place::RouteNsb),
    (Place::OwnSide, Place::RouteLiaison),
    (Place::OwnSide, Place::RouteLead),
    (Place::OwnSide, Place::RouteStaff),
    (Place::RouteNsb, Place::OptionsCommittee),
    (Place::RouteLiaison, Place::OptionsCommittee),
    (Place::RouteLead, Place::OptionsLead),
    (Place::OptionsCommittee, Place::SettledInformal),
    (Place::OptionsLead, Place::SettledInformal),
    (Place::RouteStaff, Place::SettledInformal),
    (Place::OptionsCommittee, Place::Tmb),
    (Place::OptionsLead, Place::Tmb),
    (Place::RouteStaff, Place::Tmb),
    (Place::Tmb, Place::Answer),
    (Place::Tmb, Place::Appeal),
];

/// How a place stands. Words: `map.state.<key>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceState {
    /// Been there.
    Done,
    /// You are here.
    Now,
    /// Open as well.
    Open,
    /// Cannot begin yet.
    Locked,
    /// For others to do, or not on this path.
    NotYours,
}

impl PlaceState {
    /// Its key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Now => "now",
            Self::Open => "open",
            Self::Locked => "locked",
            Self::NotYours => "not-yours",
        }
    }
}

/// A place with its state and its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spot {
    /// Which place.
    pub place: Place,
    /// How it stands.
    pub state: PlaceState,
    /// The row, 0 at the beginning. Places beside the path have rows of their own, from 0.
    pub row: u8,
    /// Its number in the row, from 0.
    pub column: u8,
    /// How many places stand in the row, for centring.
    pub of: u8,
}

/// The map of one situation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Map {
    /// From which side it is seen.
    pub lens: Lens,
    /// Every place, in the order of [`Place::ALL`].
    pub spots: Vec<Spot>,
    /// Every way; the same in each situation.
    pub ways: &'static [(Place, Place)],
}

/// How each place stands, in the order of [`Place::ALL`].
struct States(Vec<PlaceState>);

impl States {
    fn of(state: impl FnMut(Place) -> PlaceState) -> Self {
        Self(Place::ALL.iter().copied().map(state).collect())
    }

    fn mark(&mut self, place: Place, state: PlaceState) {
        self.0[place as usize] = state;
    }

    /// What may be unlawful, by the setting: 4.5.1, 4.5.2, or both where it falls between them.
    fn unlawful(&mut self, lawful: Lawful, setting: Setting) {
        if lawful != Lawful::MaybeUnlawful {
            return;
        }
        if !matches!(setting, Setting::Email | Setting::Chat) {
            self.mark(Place::UnlawfulMeeting, PlaceState::Now);
        }
        if !matches!(setting, Setting::MeetingOpen | Setting::MeetingAside) {
            self.mark(Place::UnlawfulWritten, PlaceState::Now);
        }
    }

    /// A formal request that stands in the ledger: one is there, and no longer where the answers say.
    fn formal(&mut self, formal: Formal) {
        if formal != Formal::Settled {
            for (state, place) in self.0.iter_mut().zip(Place::ALL) {
                if *state == PlaceState::Now && place.part() != Part::Beside {
                    *state = PlaceState::Open;
                }
            }
        }
        let (tmb, appeal) = match formal {
            Formal::Requested => (PlaceState::Now, PlaceState::Locked),
            Formal::Decided => (PlaceState::Done, PlaceState::Open),
            Formal::Appealed => (PlaceState::Done, PlaceState::Now),
            Formal::Settled => (PlaceState::Done, PlaceState::Locked),
        };
        self.mark(Place::Tmb, tmb);
        self.mark(Place::Appeal, appeal);
    }
}

/// The map with "you are here", for the one who raises a concern.
#[must_use]
pub fn map(facets: &Facets) -> Map {
    placed(Lens::Raise, &raise::states(facets))
}

/// The same for a case, from the side from which it is looked at, and by its ledger where that speaks.
#[must_use]
pub fn of(case: &Case) -> Map {
    let mut states = match case.lens {
        Lens::Raise => raise::states(&case.facets()),
        Lens::Respond => respond::states(&case.concerned()),
        Lens::Handle => handle::states(&case.handled()),
    };
    // The facets of the person concerned hold it already.
    if let Some(formal) = case.stands().formal.filter(|_| case.lens != Lens::Respond) {
        states.formal(formal);
    }
    placed(case.lens, &states)
}

/// Each place with its state and its position.
fn placed(lens: Lens, states: &States) -> Map {
    let rows: Vec<u8> = Place::ALL.iter().map(|&place| row(place)).collect();
    let mut spots: Vec<Spot> = Vec::with_capacity(Place::ALL.len());
    for (at, &place) in Place::ALL.iter().enumerate() {
        let beside = place.part() == Part::Beside;
        let in_row =
            |other: usize| rows[other] == rows[at] && (Place::ALL[other].part() == Part::Beside) == beside;
        let before = (0..at).filter(|&other| in_row(other)).count();
        let of = (0..rows.len()).filter(|&other| in_row(other)).count();
        spots.push(Spot {
            place,
            state: states.0[at],
            row: rows[at],
            column: u8::try_from(before).unwrap_or(u8::MAX),
            of: u8::try_from(of).unwrap_or(u8::MAX),
        });
    }
    Map {
        lens,
        spots,
        ways: WAYS,
    }
}

/// The longest way from the beginning; places beside the path stand one under the other.
fn row(place: Place) -> u8 {
    if place.part() == Part::Beside {
        let before = Place::ALL
            .iter()
            .filter(|other| other.part() == Part::Beside && **other < place)
            .count();
        return u8::try_from(before).unwrap_or(u8::MAX);
    }
    WAYS.iter()
        .filter(|(_, to)| *to == place)
        .map(|(from, _)| row(*from).saturating_add(1))
        .max()
        .unwrap_or(0)
}

/// Whether the route of this person concerned passes here, and whether it is for the one who raises the concern.
const fn on_path(place: Place, who: Who) -> bool {
    let way = who.way();
    match place {
        // Both sides of one NSB: no letter passes between two.
        Place::RouteNsb => matches!(way, Way::Committee | Way::Unclear) && !who.same_nsb(),
        Place::RouteLiaison => matches!(way, Way::Liaison | Way::LeadLiaison | Way::Unclear),
        Place::RouteLead => matches!(way, Way::Lead | Way::LeadLiaison | Way::Unclear),
        Place::RouteStaff => way.is_staff() || matches!(way, Way::Unclear),
        // Options are for NSBs, liaison organizations and committees to weigh; the answer is the other side's.
        Place::OptionsCommittee | Place::OptionsLead | Place::Answer => false,
        _ => true,
    }
}

/// The place where the request goes, by whom it is about (2.1.1, 2.1.2, 2.2.2, 2.3).
const fn route(who: Who) -> Place {
    match who.way() {
        Way::Committee if who.same_nsb() => Place::OwnSide,
        Way::Committee => Place::RouteNsb,
        Way::Liaison => Place::RouteLiaison,
        Way::Lead | Way::LeadLiaison => Place::RouteLead,
        Way::Staff | Way::Tpm | Way::CeoOffice => Place::RouteStaff,
        Way::Body | Way::Guest | Way::Unclear => Place::OwnSide,
    }
}
