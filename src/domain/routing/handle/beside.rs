//! What stands beside the steps of whoever handles a concern: notices, stages, cautions, how to stop.

use super::{Desk, Matter, conflict, formal_ready};
use crate::domain::lens::{Arrived, Conflict, FirstTried, HandleFacets, Handler, InformalTried, Outcome};
use crate::domain::routing::notices::unlawful;
use crate::domain::routing::recipients::to;
use crate::domain::routing::second::leader_concerned;
use crate::domain::routing::statements::{beside, handle as s};
use crate::domain::routing::{Notice, NoticeKey, NoticeKind, Party, Said, Stage, StageInfo, StageState, Way};
use crate::domain::situation::{Affiliation, Capacity, Group, Lawful, People, Retaliation, Safety, Setting};

/// The projection of the facets on which the notices depend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HandleNotices {
    /// The role, the capacity and the group; what arrived and the affiliation are always unknown here.
    pub desk: Desk,
    /// What connects them to either side.
    pub conflict: Conflict,
    /// Whether anybody is in danger or afraid.
    pub safety: Safety,
    /// Whether it may be unlawful.
    pub lawful: Lawful,
    /// Where it happened.
    pub setting: Setting,
}

impl HandleNotices {
    /// The projection of a whole situation.
    #[must_use]
    pub const fn of(facets: &HandleFacets) -> Self {
        Self {
            desk: Desk {
                handler: facets.handler,
                arrived: Arrived::Unknown,
                capacity: facets.capacity,
                affiliation: Affiliation::Unknown,
                group: facets.group,
            },
            conflict: conflict(facets),
            safety: facets.safety,
            lawful: facets.lawful,
            setting: facets.setting,
        }
    }
}

/// The notices, the gravest first; at the end, for everybody, that both sides are to be heard.
#[must_use]
pub fn notices(key: &HandleNotices) -> Vec<Notice> {
    let mut all = Vec::with_capacity(4);
    let plain = |kind, says: Vec<Said>| Notice {
        kind,
        says,
        parties: Vec::new(),
    };
    match key.safety {
        Safety::Danger => all.push(Notice {
            kind: NoticeKind::Danger,
            says: vec![s::DANGER_FIRST, s::DANGER_NO_MEETING],
            parties: vec![to(Party::EmergencyServices, beside::BESIDE_EMERGENCY)],
        }),
        Safety::Fear => all.push(plain(NoticeKind::Fear, vec![s::FEAR_SAYS, beside::FEAR_CODE])),
        _ => {}
    }
    if key.lawful == Lawful::MaybeUnlawful {
        all.push(unlawful(NoticeKey {
            who: key.desk.who(),
            safety: key.safety,
            lawful: key.lawful,
            setting: key.setting,
            retaliation: Retaliation::Unknown,
        }));
    }
    if key.safety == Safety::PowerGap {
        all.push(plain(NoticeKind::PowerGap, vec![s::POWER_SAYS]));
    }
    if key.conflict == Conflict::Conflicted {
        let mut says = vec![s::CONFLICT_HAND_OVER];
        if key.desk.own_office() {
            says.push(s::CONFLICT_OFFICE);
        }
        all.push(plain(NoticeKind::Conflict, says));
    }
    all.push(plain(
        NoticeKind::BothSides,
        vec![s::BOTH_HEARD, s::BOTH_NOT_KNOW],
    ));
    all
}

/// The projection of the facets on which the stages depend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HandleStages {
    /// Who handles what.
    pub matter: Matter,
    /// First steps.
    pub first: FirstTried,
    /// Informal request.
    pub informal: InformalTried,
    /// How it ended.
    pub outcome: Outcome,
}

impl HandleStages {
    /// The projection of a whole situation.
    #[must_use]
    pub const fn of(facets: &HandleFacets) -> Self {
        Self {
            matter: Desk::of(facets).matter(),
            first: facets.first,
            informal: facets.informal,
            outcome: facets.outcome,
        }
    }
}

/// Where each stage stands. The formal one is open only to an officer of an NSB, with 1 and 2 recorded (invariant 3).
#[must_use]
pub fn stages(key: &HandleStages) -> [StageInfo; 3] {
    use StageState::{Done, Locked, Now, Open};
    let outside = match key.matter.way {
        Way::Body => Some(beside::STAGE_NOT_BODY),
        Way::Guest => Some(beside::STAGE_NOT_GUEST),
        _ => None,
    };
    let tried = matches!(key.first, FirstTried::Spoke | FirstTried::Helped);
    let first = match (key.matter.arrived, key.first) {
        (Arrived::Help, _) => (Now, s::STAGE_HELP),
        (_, FirstTried::NotYet) => (Now, s::STAGE_FIRST_MISSING),
        (_, FirstTried::Unknown) => (Open, s::STAGE_FIRST_CHECK),
        _ => (Done, s::STAGE_FIRST_DONE),
    };
    let informal = match key.matter.arrived {
        Arrived::Help => (Locked, s::STAGE_AFTER_FIRST),
        _ if key.first == FirstTried::NotYet => (Locked, s::STAGE_AFTER_FIRST),
        Arrived::Unknown => (Locked, s::STAGE_ASK),
        Arrived::Formal if tried && key.informal == InformalTried::Recorded => (Done, s::STAGE_INFORMAL_DONE),
        _ => (Now, s::STAGE_INFORMAL_NOW),
    };
    let formal = if formal_ready(key.matter, key.first, key.informal) {
        if key.matter.way.is_staff() {
            (Open, beside::STAGE_FORMAL_STAFF)
        } else {
            (Now, s::STAGE_FORMAL_NOW)
        }
    } else if key.matter.handler == Handler::NsbOfficer {
        (Locked, s::STAGE_FORMAL_ORDER)
    } else {
        (Locked, s::STAGE_FORMAL_NSB)
    };
    let mut all = [first, informal, formal];
    if let Some(note) = outside {
        all = [(Locked, note); 3];
    } else if key.outcome == Outcome::Agreed {
        // What was under way is done; what would come next is not needed.
        for stage in &mut all {
            *stage = match stage.0 {
                Now => (Done, s::STAGE_AGREED),
                Locked => (Locked, s::STAGE_NOT_NEEDED),
                Done | Open => *stage,
            };
        }
    }
    let [first, informal, formal] = all;
    [
        (Stage::First, first),
        (Stage::Informal, informal),
        (Stage::Formal, formal),
    ]
    .map(|(stage, (state, note))| StageInfo { stage, state, note })
}

/// The projection of the facets on which the cautions depend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HandleCautions {
    /// Who handles what; the affiliation plays no part and is always unknown here.
    pub desk: Desk,
    /// What connects them to either side.
    pub conflict: Conflict,
    /// One person or several.
    pub people: People,
    /// How it ended.
    pub outcome: Outcome,
}

impl HandleCautions {
    /// The projection of a whole situation.
    #[must_use]
    pub const fn of(facets: &HandleFacets) -> Self {
        Self {
            desk: Desk {
                affiliation: Affiliation::Unknown,
                ..Desk::of(facets)
            },
            conflict: conflict(facets),
            people: facets.people,
            outcome: facets.outcome,
        }
    }
}

/// What to keep in mind, the most particular first.
#[must_use]
pub fn cautions(key: &HandleCautions) -> Vec<Said> {
    let mut all = Vec::with_capacity(12);
    if key.conflict == Conflict::Conflicted {
        all.extend([s::NEED_TO_KNOW, s::PROTECT]);
        return all;
    }
    if key.people == People::Several {
        all.push(beside::CAUTION_SEVERAL);
    }
    if key.outcome == Outcome::Broken {
        all.extend([s::BROKEN, s::BROKEN_AGREEMENT]);
    }
    if key.desk.arrived == Arrived::Liaison {
        all.push(s::NO_NSB);
    }
    if key.desk.who().leader_concerned() {
        all.push(leader_concerned(key.desk.who().way()));
    }
    match key.desk.capacity {
        Capacity::CommitteeManager | Capacity::IsoCs | Capacity::WgSecretary => {
            all.extend([beside::CAUTION_SECRETARIAT, beside::CAUTION_SHARED_MAIL]);
        }
        Capacity::Tpm => all.push(s::TPM_CONCERNED),
        Capacity::ManyHats => all.push(beside::CAUTION_MANY_HATS),
        _ => {}
    }
    if matches!(key.desk.group, Group::Joint | Group::AdHoc) {
        all.push(beside::CAUTION_JOINT);
    }
    if key.conflict == Conflict::Clear {
        all.push(s::CONFLICT_LATER);
    }
    all.extend([
        s::NO_PROMISE,
        s::NEED_TO_KNOW,
        s::REPUTATION,
        s::PROTECT,
        s::PURPOSE,
        s::DISPUTE,
        s::RECORDS,
        s::NO_TIME_LIMIT,
    ]);
    all
}

/// How to pause or stop, and what remains (invariant 11).
#[must_use]
pub const fn stop(conflict: Conflict, outcome: Outcome) -> Said {
    match (conflict, outcome) {
        (Conflict::Conflicted, _) => s::STOP_CONFLICT,
        (_, Outcome::Agreed | Outcome::Ended) => s::STOP_CLOSED,
        _ => s::STOP_OPEN,
    }
}
