//! What stands beside the steps of the person concerned: notices, stages, cautions, how to stop.

use super::steps::leads_a_group;
use super::{Behind, Concerned, Part};
use crate::domain::lens::{Reached, RespondFacets, Settled};
use crate::domain::routing::notices::unlawful;
use crate::domain::routing::recipients::to;
use crate::domain::routing::statements::{beside, respond as s};
use crate::domain::routing::{Notice, NoticeKey, NoticeKind, Party, Said, Stage, StageInfo, StageState, Who};
use crate::domain::situation::{Capacity, Lawful, Retaliation, Safety, Setting};

/// The projection of the facets on which the notices depend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ConcernedNotices {
    /// How it reached them.
    pub reached: Reached,
    /// In which capacity they acted.
    pub capacity: Capacity,
    /// Whether they are safe.
    pub safety: Safety,
    /// Whether it may be unlawful.
    pub lawful: Lawful,
    /// Where it happened.
    pub setting: Setting,
}

impl ConcernedNotices {
    /// The projection of a whole situation.
    #[must_use]
    pub const fn of(facets: &RespondFacets) -> Self {
        Self {
            reached: facets.reached,
            capacity: facets.capacity,
            safety: facets.safety,
            lawful: facets.lawful,
            setting: facets.setting,
        }
    }
}

/// The notices, the gravest first; at the end, for everybody, which step it is and that it is no finding.
#[must_use]
pub fn notices(key: &ConcernedNotices) -> Vec<Notice> {
    let mut all = Vec::with_capacity(3);
    match key.safety {
        Safety::Danger => all.push(Notice {
            kind: NoticeKind::Danger,
            says: vec![s::DANGER_FIRST, s::DANGER_WAIT],
            parties: vec![
                to(Party::EmergencyServices, beside::BESIDE_EMERGENCY),
                to(Party::SomeoneTrusted, beside::BESIDE_TRUSTED),
            ],
        }),
        Safety::Fear => all.push(Notice {
            kind: NoticeKind::Fear,
            says: vec![s::FEAR_SAYS, s::FEAR_HARASSED],
            parties: vec![to(Party::SomeoneTrusted, beside::BESIDE_TRUSTED)],
        }),
        _ => {}
    }
    if key.lawful == Lawful::MaybeUnlawful {
        let mut notice = unlawful(NoticeKey {
            who: Who {
                capacity: key.capacity,
                ..Who::default()
            },
            safety: key.safety,
            lawful: key.lawful,
            setting: key.setting,
            retaliation: Retaliation::Unknown,
        });
        notice.says.insert(0, s::LAW_FIRST);
        notice.parties.insert(0, to(Party::OwnCounsel, s::TO_OWN_COUNSEL));
        all.push(notice);
    }
    let mut says = vec![meaning(key.reached)];
    if key.reached == Reached::Noticed {
        says.push(s::FEELINGS_BEFORE);
    } else {
        says.extend([s::NO_FINDING, s::FEELINGS, s::NOT_NOW]);
    }
    all.push(Notice {
        kind: NoticeKind::NoFinding,
        says,
        parties: Vec::new(),
    });
    all
}

/// Which step it is.
const fn meaning(reached: Reached) -> Said {
    match reached {
        Reached::Noticed => s::MEANING_NOTICED,
        Reached::Spoken | Reached::Message => s::MEANING_FIRST,
        Reached::Helper => s::MEANING_HELPER,
        Reached::OwnNsb => s::MEANING_NSB,
        Reached::Liaison => s::MEANING_LIAISON,
        Reached::Leaders => s::MEANING_LEADERS,
        Reached::CeoOffice => s::MEANING_STAFF,
        Reached::Tmb => s::MEANING_TMB,
        Reached::TmbDecision => s::MEANING_DECISION,
        Reached::Unknown => s::MEANING_UNKNOWN,
    }
}

/// Where the three stages stand, seen from the person concerned.
#[must_use]
pub fn stages(me: Concerned, settled: Settled) -> [StageInfo; 3] {
    use StageState::{Done, Locked, Now, Open};
    let quiet = settled == Settled::Yes;
    let [first, informal, formal] = match me.part() {
        Part::Before => [
            (Open, s::STAGE_NONE),
            (Locked, s::STAGE_AFTER),
            (Locked, s::STAGE_LAST),
        ],
        Part::First | Part::Unknown if quiet => [
            (Done, s::STAGE_SETTLED),
            (Locked, s::STAGE_NOT_NEEDED),
            (Locked, s::STAGE_NOT_NEEDED),
        ],
        Part::First => [
            (Now, s::STAGE_FIRST),
            (Locked, s::STAGE_AFTER),
            (Locked, s::STAGE_LAST),
        ],
        Part::Informal if quiet => [
            (Done, s::STAGE_CAME_BEFORE),
            (Done, s::STAGE_SETTLED),
            (Locked, s::STAGE_NOT_NEEDED),
        ],
        Part::Informal => [
            (Done, s::STAGE_CAME_BEFORE),
            (Now, s::STAGE_INFORMAL),
            (Locked, s::STAGE_LAST),
        ],
        Part::Formal => [
            (Done, s::STAGE_CAME_BEFORE),
            (Done, s::STAGE_CAME_BEFORE),
            if me.reached == Reached::TmbDecision {
                (Done, s::STAGE_DECIDED)
            } else {
                (Now, s::STAGE_FORMAL)
            },
        ],
        Part::Unknown => [
            (Now, s::STAGE_ASK),
            (Locked, s::STAGE_AFTER),
            (Locked, s::STAGE_LAST),
        ],
    };
    [
        (Stage::First, first),
        (Stage::Informal, informal),
        (Stage::Formal, formal),
    ]
    .map(|(stage, (state, note))| StageInfo { stage, state, note })
}

/// What not to do now, what to keep in mind, and who may know.
#[must_use]
pub fn cautions(me: Concerned, settled: Settled) -> Vec<Said> {
    let before = me.part() == Part::Before;
    let mut all = Vec::with_capacity(10);
    if settled == Settled::Again {
        all.extend([s::AGAIN_TEXT, s::AGAIN_KEEP]);
    }
    if !before {
        all.extend([
            s::NOT_RETALIATE,
            s::NOT_RETALIATE_HOW,
            s::NOT_CAMPAIGN,
            s::NOT_AROUND,
            s::NOT_GUESS,
        ]);
    }
    all.push(s::NOT_DELETE);
    if leads_a_group(me.capacity) {
        all.push(s::NOT_CHAIR);
    }
    match me.part() {
        Part::Informal | Part::Formal if me.is_tpm() => all.push(s::PAPERS_NOT_MINE),
        Part::Informal if me.reached == Reached::CeoOffice => all.push(s::WHO_KNOWS_STAFF),
        Part::Formal if me.behind() == Behind::Staff => all.push(s::WHO_KNOWS_STAFF),
        Part::Informal | Part::Formal => {
            let lead = matches!(me.capacity, Capacity::Convenor | Capacity::ProjectLeader);
            let told = if lead || me.reached == Reached::Leaders {
                s::WHO_KNOWS_LEAD
            } else {
                s::WHO_KNOWS
            };
            all.extend([told, s::WHO_KNOWS_OTHERS]);
        }
        Part::Before | Part::First | Part::Unknown => {}
    }
    all.push(s::REPUTATION);
    if !before && settled != Settled::Yes {
        all.push(s::NO_TIME_LIMIT);
    }
    if !before {
        all.push(s::CLOSING);
    }
    all
}

/// How to pause or stop, and what remains (invariant 11).
#[must_use]
pub fn stop(me: Concerned, settled: Settled) -> Said {
    match me.part() {
        Part::Before => s::STOP_BEFORE,
        Part::First | Part::Informal | Part::Unknown if settled == Settled::Yes => s::STOP_SETTLED,
        Part::First | Part::Unknown => s::STOP_FIRST,
        Part::Informal => s::STOP_INFORMAL,
        Part::Formal if me.reached == Reached::TmbDecision => s::STOP_DECISION,
        Part::Formal => s::STOP_FORMAL,
    }
}
