//! Every case of the routing with every letter that it offers: begun from the case, filled in, sent to everybody it allows.

use waymark::domain::lens::Lens;
use waymark::domain::letters::{Addressee, Draft, Form, Line, begin, letter, locked, offered};
use waymark::domain::routing::{MessageKind, Stage, StageState, Who, route};
use waymark::domain::situation::{Capacity, Facets, First, Group, Informal, Raiser};

use super::helpers::{empty, everybody, fill, form, forms, leaves, words};

const LEADERS: [Addressee; 2] = [Addressee::CommitteeLeadership, Addressee::GroupLeadership];
const FAR: [Addressee; 5] = [
    Addressee::TheirNsb,
    Addressee::RaiserNsb,
    Addressee::LiaisonOrganization,
    Addressee::OfficeOfCeo,
    Addressee::Tmb,
];

fn facets(who: Who) -> Facets {
    Facets {
        raiser: who.raiser,
        capacity: who.capacity,
        affiliation: who.affiliation,
        group: who.group,
        ..Facets::default()
    }
}

/// Every raiser, capacity and affiliation; of the groups, the one that adds readers (working group) and the one that adds none.
fn cases() -> impl Iterator<Item = Who> {
    Who::all().filter(|who| matches!(who.group, Group::WorkingGroup | Group::Unknown))
}

/// Each letter as the case begins it, filled in, with everybody in copy whom it lets in.
fn each(mut look: impl FnMut(Who, Form, &Draft)) -> usize {
    let mut seen = 0;
    for who in cases() {
        let plan = route(&facets(who));
        for form in forms().filter(|form| offered(form.kind, who)) {
            let mut draft = begin(words(), form.kind, who, &plan);
            assert!(
                draft.copy.is_empty() && draft.is_empty(form),
                "nothing is there beforehand: {who:?}"
            );
            fill(form, &mut draft);
            draft.copy = everybody();
            look(who, form, &draft);
            seen += 1;
        }
    }
    seen
}

/// Everybody who can receive this letter, on any line.
fn receivers(form: Form, draft: &Draft) -> Vec<Addressee> {
    let mut all = form.to(draft);
    all.extend(form.also(draft));
    all.extend(form.copied(draft));
    all
}

#[test]
fn invariants_1_and_4_whoever_is_concerned_receives_only_what_is_written_to_them() {
    let seen = each(|who, form, draft| {
        let all = receivers(form, draft);
        let beside = || form.also(draft).into_iter().chain(form.copied(draft));
        assert!(
            !beside().any(|one| one == Addressee::PersonConcerned),
            "{who:?} {:?}",
            form.kind
        );
        if form.lens() == Lens::Respond {
            return;
        }
        let leaders = all.iter().any(|one| LEADERS.contains(one));
        assert!(!(who.leader_concerned() && leaders), "{who:?} {:?}", form.kind);
        let head = who.own_officer_concerned() && who.capacity == Capacity::HeadOfDelegation;
        assert!(
            !(head && all.contains(&Addressee::HeadOfDelegation)),
            "{who:?} {:?}",
            form.kind
        );
        let tpm = who.tpm_concerned() && all.contains(&Addressee::Tpm);
        assert!(!tpm, "{who:?} {:?}", form.kind);
    });
    println!("{seen} letters begun from {} cases", cases().count());
    assert!(seen > 30_000);
}

#[test]
fn invariant_2_an_individual_reaches_no_other_nsb_no_liaison_organization_no_office_of_the_ceo_no_tmb() {
    each(|who, form, draft| {
        if form.lens() == Lens::Handle {
            return;
        }
        let mut all = receivers(form, draft);
        if form.kind == MessageKind::Confirm {
            // Clause 1.8 wants the NSBs concerned in copy.
            assert!(!form.to(draft).contains(&Addressee::TheirNsb));
            all.retain(|one| *one != Addressee::TheirNsb);
        }
        assert!(
            !all.iter().any(|one| FAR.contains(one)),
            "{who:?} {:?} {all:?}",
            form.kind
        );
    });
    let counsel = [
        Addressee::IsoCsCounsel,
        Addressee::EmployerCounsel,
        Addressee::NsbCounsel,
    ];
    for form in forms().filter(|form| form.kind != MessageKind::UnlawfulWritten) {
        let all = receivers(form, &empty(form.kind));
        assert!(
            !all.iter().any(|one| counsel.contains(one)),
            "4.5.2: {:?}",
            form.kind
        );
    }
    // Whatever the data or a record says: the rule stands in the code as well.
    for lens in [Lens::Raise, Lens::Respond] {
        for kind in MessageKind::ALL {
            for line in [Line::To, Line::Copy] {
                for one in FAR {
                    let confirming = *kind == MessageKind::Confirm && line == Line::Copy;
                    let may = confirming && one == Addressee::TheirNsb;
                    assert_eq!(one.within_reach(lens, *kind, line), may, "{kind:?} {one:?}");
                }
            }
        }
    }
}

#[test]
fn a_record_that_names_somebody_else_reaches_nobody_else() {
    for form in forms() {
        for to in Addressee::ALL {
            let mut draft = empty(form.kind);
            draft.to_party = *to;
            let used = form.addressee(&draft);
            assert!(form.to(&draft).contains(&used) || used == Addressee::Unchosen);
        }
    }
    let direct: Vec<&str> = forms()
        .filter(|form| form.to(&empty(form.kind)).contains(&Addressee::PersonConcerned))
        .map(|form| form.kind.key())
        .collect();
    let expected = [
        "talk",
        "email",
        "meeting",
        "break",
        "confirm",
        "withdraw",
        "thanks",
        "help-approach",
        "right-of-reply",
        "outcome",
        "close-concerned",
    ];
    let mut sorted = direct.clone();
    sorted.sort_unstable();
    let mut wanted = expected.to_vec();
    wanted.sort_unstable();
    assert_eq!(
        sorted, wanted,
        "invariant 1: what is written to the person concerned"
    );
}

#[test]
fn invariant_3_a_formal_request_is_an_officers_with_1_and_2_recorded() {
    let tmb: Vec<Form> = forms()
        .filter(|form| receivers(*form, &empty(form.kind)).contains(&Addressee::Tmb))
        .collect();
    assert_eq!(tmb, [form(MessageKind::Formal)]);
    assert_eq!(form(MessageKind::Formal).by(), "nsb-officer");
    for raiser in Raiser::ALL {
        for first in First::ALL {
            for informal in Informal::ALL {
                let plan = route(&Facets {
                    raiser: *raiser,
                    first: *first,
                    informal: *informal,
                    ..Facets::default()
                });
                let stage = plan
                    .stages
                    .iter()
                    .find(|stage| stage.stage == Stage::Formal)
                    .unwrap();
                let why = locked(MessageKind::Formal, &plan);
                assert_eq!(why.is_some(), stage.state == StageState::Locked);
                assert!(why.is_some() || *raiser == Raiser::NsbOfficer);
                assert!(why.is_none_or(|said| !words().t(said.text).is_empty()));
                assert!(locked(MessageKind::NsbRequest, &plan).is_none());
            }
        }
    }
}

#[test]
fn invariants_9_15_and_16_on_every_letter_of_every_case() {
    let banned = [
        "breach",
        "violat",
        "guilty",
        "offender",
        "perpetrator",
        "victim",
        "deadline",
        "within ",
        "days",
        "sanction",
        "punish",
        "misconduct",
        "accus",
        "score",
    ];
    // The sentences in which one NSB turns to another.
    let across: Vec<&str> = [
        "letter.nsb-request.via-nsb",
        "letter.nsb-request.via-leader",
        "letter.nsb-draft.to-nsb",
        "letter.nsb-draft.to-leader",
        "letter.nsb-leaders.to-leader",
        "letter.nsb-nsb.intro",
    ]
    .into_iter()
    .map(|id| words().t(id))
    .collect();
    let mut across_seen = 0;
    each(|who, form, draft| {
        let mut draft = draft.clone();
        for to in form.to(&draft) {
            draft.to_party = to;
            let sent = leaves(&letter(words(), &draft));
            let lower = sent.to_lowercase();
            let verdict = banned.iter().find(|word| lower.contains(**word));
            assert_eq!(verdict, None, "invariant 9: {who:?} {sent}");
            let names_person = sent.contains("Qpersonname");
            assert_eq!(names_person, form.is_about(), "invariant 15: {who:?} {sent}");
            let crosses = across.iter().any(|sentence| sent.contains(*sentence));
            across_seen += usize::from(crosses);
            assert!(!(who.same_nsb() && crosses), "invariant 16: {who:?} {sent}");
            let other_nsb =
                sent.contains("Qcopytheirnsb") || to == Addressee::TheirNsb || to == Addressee::RaiserNsb;
            assert!(
                !(who.same_nsb() && other_nsb),
                "invariant 16: {who:?} {:?} {sent}",
                form.kind
            );
        }
    });
    assert!(across_seen > 100);
}

#[test]
fn an_option_of_one_list_never_stands_beside_one_of_the_other() {
    let mut draft = empty(MessageKind::Outcome);
    let outcome = form(MessageKind::Outcome);
    fill(outcome, &mut draft);
    for (level, says, not) in [
        ("committee", "2.1.4", "2.2.3"),
        ("group", "2.2.3", "2.1.4"),
        ("", "", "clause 2."),
    ] {
        draft.choose("level", level);
        let sent = leaves(&letter(words(), &draft));
        assert!(sent.contains(says), "{sent}");
        assert!(!sent.contains(not), "invariant 6: {sent}");
    }
}
