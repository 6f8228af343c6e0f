//! What must be read before any step: danger, fear, power, unlawful activity (4.5), retaliation, no anonymity (4.3.1).

use super::recipients::to;
use super::statements::beside as s;
use super::{Notice, NoticeKind, Party, Recipient, Said, Standing, Way, Who};
use crate::domain::situation::{Affiliation, Facets, Lawful, Raiser, Retaliation, Safety, Setting};

/// The projection of the facets on which the notices depend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NoticeKey {
    /// Who and about whom; the affiliation plays no part and is always unknown here.
    pub who: Who,
    /// How safe it is.
    pub safety: Safety,
    /// Whether it may be unlawful.
    pub lawful: Lawful,
    /// Where it happened.
    pub setting: Setting,
    /// Retaliation.
    pub retaliation: Retaliation,
}

impl NoticeKey {
    /// The projection of a whole situation.
    #[must_use]
    pub const fn of(facets: &Facets) -> Self {
        let who = Who::of(facets);
        Self {
            who: Who {
                affiliation: Affiliation::Unknown,
                ..who
            },
            safety: facets.safety,
            lawful: facets.lawful,
            setting: facets.setting,
            retaliation: facets.retaliation,
        }
    }
}

/// The notices, the gravest first.
#[must_use]
pub fn notices(key: &NoticeKey) -> Vec<Notice> {
    let mut all = Vec::with_capacity(4);
    match key.safety {
        Safety::Danger => all.push(Notice {
            kind: NoticeKind::Danger,
            says: vec![s::DANGER_FIRST, s::DANGER_NOBODY, s::FEAR_TEXT, s::DANGER_LATER],
            parties: vec![
                to(Party::EmergencyServices, s::BESIDE_EMERGENCY),
                to(Party::SomeoneTrusted, s::BESIDE_TRUSTED),
            ],
        }),
        Safety::Fear => all.push(Notice {
            kind: NoticeKind::Fear,
            says: vec![s::FEAR_SAYS, s::FEAR_TEXT, s::FEAR_CODE],
            parties: vec![to(Party::SomeoneTrusted, s::BESIDE_TRUSTED)],
        }),
        _ => {}
    }
    if key.lawful == Lawful::MaybeUnlawful {
        all.push(unlawful(*key));
    }
    if key.safety == Safety::PowerGap {
        all.push(Notice {
            kind: NoticeKind::PowerGap,
            says: vec![s::POWER_SAYS, s::FEAR_TEXT],
            parties: Vec::new(),
        });
    }
    if key.retaliation == Retaliation::Yes {
        let mut says = vec![s::RETALIATION_NOTICE];
        // Somebody outside the work has no step about it.
        if key.who.standing() != Standing::Outsider {
            says.push(s::RETALIATION_NOTICE_HELP);
        }
        all.push(Notice {
            kind: NoticeKind::Retaliation,
            says,
            parties: Vec::new(),
        });
    }
    all.push(Notice {
        kind: NoticeKind::NoAnonymity,
        says: vec![s::ANONYMITY_NO],
        parties: Vec::new(),
    });
    all
}

/// Which of 4.5.1 and 4.5.2 a setting belongs to; both where it falls between.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    Meeting,
    Written,
    Both,
}

const fn beside(setting: Setting) -> Beside {
    match setting {
        Setting::MeetingOpen | Setting::MeetingAside => Beside::Meeting,
        Setting::Email | Setting::Chat => Beside::Written,
        Setting::Social | Setting::Virtual | Setting::SocialMedia | Setting::Unknown => Beside::Both,
    }
}

/// The unlawful track: beside the path, never a short cut.
pub(super) fn unlawful(key: NoticeKey) -> Notice {
    let track = beside(key.setting);
    let written = if key.who.tpm_concerned() {
        s::UNLAWFUL_WRITTEN_TPM
    } else {
        s::UNLAWFUL_WRITTEN
    };
    let mut says = match track {
        Beside::Meeting => vec![s::UNLAWFUL_MEETING],
        Beside::Written => vec![written],
        Beside::Both => vec![s::UNLAWFUL_BETWEEN, s::UNLAWFUL_MEETING, written],
    };
    if track != Beside::Meeting {
        says.push(s::UNLAWFUL_EMPLOYER);
    }
    says.extend([s::UNLAWFUL_BESIDE, s::UNLAWFUL_CODE, s::UNLAWFUL_NO_ADVICE]);
    let mut parties: Vec<Recipient> = leaders(key.who, track);
    if track != Beside::Written {
        parties.push(to(Party::Host, host(key.who)));
        parties.push(to(Party::LawEnforcement, s::BESIDE_POLICE));
    }
    if track != Beside::Meeting {
        parties.extend(correspondence(key.who));
    }
    Notice {
        kind: NoticeKind::Unlawful,
        says,
        parties,
    }
}

/// The host, who may be the person concerned where a guest is (open point `guest`), or where nobody said as what they acted.
const fn host(who: Who) -> Said {
    match who.way() {
        Way::Guest => s::BESIDE_HOST_GUEST,
        Way::Unclear => s::BESIDE_HOST_UNCLEAR,
        _ => s::BESIDE_HOST,
    }
}

fn leaders(who: Who, track: Beside) -> Vec<Recipient> {
    let why: Said = if who.leader_concerned() {
        s::BESIDE_OTHERS
    } else if who.way() == Way::Unclear || who.raiser == Raiser::Leader {
        s::BESIDE_OTHERS_UNCLEAR
    } else {
        match track {
            Beside::Meeting => s::BESIDE_LEADERS_MEETING,
            Beside::Written => s::BESIDE_LEADERS_WRITTEN,
            Beside::Both => s::BESIDE_LEADERS_BOTH,
        }
    };
    who.leaders().iter().map(|&party| to(party, why)).collect()
}

/// 4.5.2: the TPM unless concerned, and the lawyers that exist for this person.
fn correspondence(who: Who) -> Vec<Recipient> {
    let mut parties = Vec::new();
    if !who.tpm_concerned() {
        parties.push(to(Party::Tpm, s::BESIDE_TPM));
    }
    parties.push(to(Party::IsoCsCounsel, s::BESIDE_ISO_CS));
    parties.push(to(Party::EmployerCounsel, s::BESIDE_EMPLOYER));
    if matches!(who.standing(), Standing::Nsb | Standing::Officer) || who.raiser == Raiser::Liaison {
        parties.push(to(Party::NsbCounsel, s::BESIDE_NSB));
    }
    parties
}
