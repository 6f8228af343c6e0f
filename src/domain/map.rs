//! The process map with "you are here": the picture is the rules.
//!
//! In: [`Facets`]. Out: a [`Map`]: places, ways between them, the state of each place, and positions on a small grid that
//! are computed from the ways alone. States come from the same steps and stages that the plan shows; drawing is done elsewhere.

use super::process::Clause;
use super::routing::{
    NoticeKey, NoticeKind, OrderKey, Phase, StageKey, StageState, Standing, StepKind, Way, Who, notices,
    order, stages,
};
use super::situation::{Facets, First, Setting};

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
    /// Every place, in the order of [`Place::ALL`].
    pub spots: Vec<Spot>,
    /// Every way; the same in each situation.
    pub ways: &'static [(Place, Place)],
}

/// The map with "you are here".
#[must_use]
pub fn map(facets: &Facets) -> Map {
    let states = states(facets);
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
            state: states[at],
            row: rows[at],
            column: u8::try_from(before).unwrap_or(u8::MAX),
            of: u8::try_from(of).unwrap_or(u8::MAX),
        });
    }
    Map { spots, ways: WAYS }
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

/// The state of every place, in the order of [`Place::ALL`].
fn states(facets: &Facets) -> Vec<PlaceState> {
    let who = Who::of(facets);
    let phase = Phase::of(facets.first, facets.informal);
    let [_, _, formal] = stages(&StageKey::of(facets));
    let steps = order(&OrderKey::of(facets));
    let outside = who.standing() == Standing::Outsider || matches!(who.way(), Way::Body | Way::Guest);
    let mut states: Vec<PlaceState> = Place::ALL
        .iter()
        .map(|&place| {
            let done = !outside && is_done(place, facets, who, phase);
            match place.part() {
                Part::Beside => PlaceState::Open,
                _ if outside || !on_path(place, who) => PlaceState::NotYours,
                _ if done => PlaceState::Done,
                Part::Formal if place != Place::Tmb => PlaceState::Locked,
                Part::Formal if who.standing() != Standing::Officer => PlaceState::NotYours,
                Part::Formal if formal.state == StageState::Locked => PlaceState::Locked,
                Part::Formal => PlaceState::Open,
                Part::First | Part::Informal => PlaceState::Locked,
            }
        })
        .collect();
    let mut mark = |place: Place, state: PlaceState| states[place as usize] = state;
    for &kind in steps.iter().skip(1).rev() {
        if let Some(place) = place_of(kind, who) {
            mark(place, PlaceState::Open);
        }
    }
    if let Some(place) = steps.first().and_then(|&lead| place_of(lead, who)) {
        mark(place, PlaceState::Now);
    }
    for notice in notices(&NoticeKey::of(facets)) {
        match notice.kind {
            NoticeKind::Retaliation => mark(Place::Retaliation, PlaceState::Now),
            NoticeKind::Unlawful => {
                if !matches!(facets.setting, Setting::Email | Setting::Chat) {
                    mark(Place::UnlawfulMeeting, PlaceState::Now);
                }
                if !matches!(facets.setting, Setting::MeetingOpen | Setting::MeetingAside) {
                    mark(Place::UnlawfulWritten, PlaceState::Now);
                }
            }
            _ => {}
        }
    }
    states
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

/// Whether the answers say that this place was passed.
fn is_done(place: Place, facets: &Facets, who: Who, phase: Phase) -> bool {
    let asked = phase >= Phase::Pending;
    match place {
        Place::Understand => Phase::first_recorded(facets.first),
        Place::Approach => {
            matches!(
                facets.first,
                First::SpokeSettled | First::SpokeUnsettled | First::SettledAgain
            )
        }
        Place::Help => matches!(facets.first, First::HelpSettled | First::HelpUnsettled),
        Place::SettledFirst => facets.first == First::SettledAgain,
        Place::OwnSide => asked || (who.standing() == Standing::Officer && phase >= Phase::Ready),
        Place::RouteNsb | Place::RouteLiaison | Place::RouteLead | Place::RouteStaff => {
            who.way() != Way::Unclear && matches!(phase, Phase::Settled | Phase::Unsettled | Phase::Again)
        }
        Place::SettledInformal => phase == Phase::Again,
        _ => false,
    }
}

/// Where a step takes place.
const fn place_of(kind: StepKind, who: Who) -> Option<Place> {
    let route = match who.way() {
        Way::Committee if who.same_nsb() => Place::OwnSide,
        Way::Committee => Place::RouteNsb,
        Way::Liaison => Place::RouteLiaison,
        Way::Lead | Way::LeadLiaison => Place::RouteLead,
        Way::Staff | Way::Tpm | Way::CeoOffice => Place::RouteStaff,
        Way::Body | Way::Guest | Way::Unclear => Place::OwnSide,
    };
    Some(match kind {
        StepKind::Understand => Place::Understand,
        StepKind::Speak | StepKind::Write => Place::Approach,
        StepKind::Break | StepKind::InMeeting => Place::Meeting,
        StepKind::Help if matches!(who.way(), Way::Guest) => return None,
        StepKind::Help => Place::Help,
        StepKind::Confirm | StepKind::Records => Place::SettledFirst,
        StepKind::AskNsb
        | StepKind::AskOfficer
        | StepKind::AskOrganization
        | StepKind::NsbRefused
        | StepKind::AskFormal => Place::OwnSide,
        StepKind::Remind | StepKind::NsbWrites | StepKind::InsideNsb | StepKind::FindRecipient => route,
        StepKind::WhichRole if matches!(who.way(), Way::Unclear) => Place::OwnSide,
        StepKind::KeepRecord => Place::SettledInformal,
        StepKind::Formal => Place::Tmb,
        StepKind::Retaliation => Place::Retaliation,
        // Outside the three parts, or a step of another lens.
        _ => return None,
    })
}
