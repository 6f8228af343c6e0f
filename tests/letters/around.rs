//! Letter and plan say the same about who is copied and who is left out: the boxes, what is ticked beforehand, the reasons, the
//! departure check.

use std::collections::BTreeSet;

use waymark::domain::case::Case;
use waymark::domain::lens::Lens;
use waymark::domain::letters::{
    Addressee, Copied, Draft, around, begun, departure, formal_needs, letter, offered, readers, reasons,
};
use waymark::domain::logs::{Log, Logs};
use waymark::domain::routing::{Line, MessageKind, Way, Who};
use waymark::domain::situation::{Affiliation, Capacity, Group, Safety};

use super::helpers::{form, forms, leaves, words};
use super::rows::row;

const LEADERS: [Addressee; 3] = [
    Addressee::CommitteeLeadership,
    Addressee::GroupLeadership,
    Addressee::OtherLeaders,
];

pub fn case(answers: &[(&str, &str)]) -> Case {
    let mut case = Case::default();
    for (question, key) in answers {
        case.answers.choose(question, key);
    }
    case
}

/// A case in which the one who raises it has spoken, and it is not settled.
pub fn raised(who: Who) -> Case {
    case(&[
        ("raiser", who.raiser.key()),
        ("capacity", who.capacity.key()),
        ("affiliation", who.affiliation.key()),
        ("group", who.group.key()),
        ("first", "spoke-unsettled"),
    ])
}

pub fn ticked(draft: &Draft) -> Vec<Addressee> {
    draft.copy.iter().map(|copy| copy.party).collect()
}

fn keys(draft: &Draft, case: &Case) -> Vec<&'static str> {
    let check = departure(words(), words(), draft, case);
    check.cautions.iter().map(|one| one.key).collect()
}

/// Every case, every letter: nobody is offered in copy whom the plan leaves out, everybody is whom it copies, and ticked beforehand are
/// only the TPM where the plan copies them, and those whom 2.2.2 has an NSB address together.
#[test]
fn no_letter_says_otherwise_than_its_plan() {
    let (mut seen, mut with_tpm) = (0, 0);
    for who in Who::all().filter(|who| matches!(who.group, Group::WorkingGroup | Group::Unknown)) {
        let case = raised(who);
        for form in forms().filter(|form| form.lens() == Lens::Raise) {
            let draft = begun(words(), form.kind, &case);
            let around = around(&case, form, &draft);
            let on = |line| {
                let on = around.iter().filter(move |one| one.line == line);
                on.filter_map(|one| Addressee::parse(one.party.key()))
                    .collect::<Vec<_>>()
            };
            let offered = form.copied(&draft);
            for one in on(Line::DoNotCopy) {
                assert!(!offered.contains(&one), "{:?} {one:?} {who:?}", form.kind);
            }
            // The text for one's own NSB goes with the request, which has the copies.
            let copied = if form.kind == MessageKind::NsbDraft {
                Vec::new()
            } else {
                on(Line::Copy)
            };
            for one in &copied {
                assert!(offered.contains(one), "{:?} {one:?} {who:?}", form.kind);
            }
            let tpm = copied.contains(&Addressee::Tpm);
            let clear = case.who(Lens::Raise).way() != Way::Unclear;
            let expected = if tpm && clear {
                vec![Addressee::Tpm]
            } else {
                Vec::new()
            };
            assert_eq!(ticked(&draft), expected, "{:?} {who:?}", form.kind);
            with_tpm += usize::from(tpm);
            seen += 1;
        }
    }
    println!("{seen} letters, {with_tpm} with the TPM in copy");
    assert!(with_tpm > 1_000);
}

/// 2.2.2, 2.3, and within one NSB: the leaders are not asked for, and the reason says why.
#[test]
fn leaders_are_copied_by_2_1_3_alone() {
    for (capacity, affiliation, copied, clause) in [
        ("delegate", "other-nsb", true, "2.1.3"),
        ("convenor", "other-nsb", false, "2.2.2"),
        ("project-leader", "liaison", false, "2.2.2"),
        ("iso-cs", "other-nsb", false, "4.2.1"),
        ("delegate", "same-nsb", false, ""),
        ("convenor", "same-nsb", false, "2.2.2"),
    ] {
        let case = case(&[
            ("raiser", "expert"),
            ("capacity", capacity),
            ("affiliation", affiliation),
            ("first", "spoke-unsettled"),
        ]);
        let form = form(MessageKind::NsbRequest);
        let mut draft = begun(words(), form.kind, &case)
            .with("observed", "Z.")
            .with("from-name", "A")
            .with("to-address", "a@b.example");
        draft.copy[0].address = "tpm@iso.example".into();
        let offered = form.copied(&draft);
        assert_eq!(
            offered.iter().any(|one| LEADERS.contains(one)),
            copied,
            "{capacity} {affiliation}"
        );
        let around = around(&case, form, &draft);
        let said = reasons(&around, &offered);
        let leaders: Vec<_> = said
            .iter()
            .filter(|one| Addressee::parse(one.party.key()).is_some_and(|one| LEADERS.contains(&one)))
            .collect();
        assert!(
            !leaders.is_empty(),
            "the reason stands there: {capacity} {affiliation}"
        );
        for one in &leaders {
            assert_eq!(one.line == Line::Copy, copied, "{capacity} {affiliation}");
            let basis = format!("{:?}", one.why.basis);
            let clause = format!("C{}", clause.replace('.', "_"));
            assert!(clause == "C" || basis.contains(&clause), "{basis}");
        }
        let expected: &[&str] = if copied { &["not-copied"] } else { &[] };
        assert_eq!(keys(&draft, &case), expected, "{capacity} {affiliation}");
        // A draft of before, in which a leader was ticked: they receive nothing where the plan leaves them out.
        draft.copy.push(Copied {
            party: Addressee::OtherLeaders,
            name: "Qleader".into(),
            ..Copied::default()
        });
        assert_eq!(
            letter(words(), &draft).copy.contains(&"Qleader".to_owned()),
            copied
        );
    }
}

/// Without a case, or against it, the way that was chosen in the letter decides.
#[test]
fn the_way_chosen_in_the_letter_decides_about_its_copies() {
    let empty = Case::default();
    let form = form(MessageKind::NsbRequest);
    let mut draft = begun(words(), form.kind, &empty);
    let leaders = |draft: &Draft| {
        let around = around(&empty, form, draft);
        let line = |one: &&_| LEADERS.contains(&Addressee::parse(one_key(one)).unwrap_or_default());
        around.iter().find(line).map(|one| one.line)
    };
    assert_eq!(
        leaders(&draft),
        Some(Line::Copy),
        "not clear yet: 2.1.3, if none of them is concerned"
    );
    for (via, line) in [
        ("nsb", Line::Copy),
        ("liaison", Line::Copy),
        ("leader", Line::DoNotCopy),
        ("leader-same", Line::DoNotCopy),
        ("leader-liaison", Line::DoNotCopy),
        ("staff", Line::DoNotCopy),
        ("inside", Line::DoNotCopy),
    ] {
        draft.choose("via", via);
        assert_eq!(leaders(&draft), Some(line), "{via}");
        let offered = form.copied(&draft);
        assert_eq!(
            offered.contains(&Addressee::OtherLeaders),
            line == Line::Copy,
            "{via}"
        );
    }
}

fn one_key(one: &waymark::domain::routing::Recipient) -> &'static str {
    one.party.key()
}

/// The person concerned answers through their NSB: the TPM is in copy (4.1.4), and whoever raised it hears it another way.
#[test]
fn an_answer_follows_its_plan() {
    let through_nsb = case(&[
        ("reached", "own-nsb"),
        ("my-safety", "safe"),
        ("my-capacity", "delegate"),
        ("my-side", "other-nsb"),
    ]);
    for kind in [
        MessageKind::Acknowledge,
        MessageKind::Clarify,
        MessageKind::PutRight,
    ] {
        let form = form(kind);
        let draft = begun(words(), kind, &through_nsb);
        assert_eq!(form.addressee(&draft), Addressee::OwnNsb, "{kind:?}");
        assert_eq!(ticked(&draft), [Addressee::Tpm], "{kind:?}");
        assert!(!keys(&draft, &through_nsb).contains(&"left-out"), "{kind:?}");
        let mut other = draft.clone();
        other.to_party = Addressee::WhoRaised;
        other.copy.clear();
        let found = keys(&other, &through_nsb);
        assert!(
            found.contains(&"left-out") && found.contains(&"not-copied"),
            "{kind:?} {found:?}"
        );
        // Spoken to directly, one answers directly, and nobody is in copy.
        let spoken = case(&[("reached", "spoken")]);
        let draft = begun(words(), kind, &spoken);
        assert_eq!(form.addressee(&draft), Addressee::WhoRaised, "{kind:?}");
        assert!(
            draft.copy.is_empty() && form.copied(&draft) == [Addressee::Tpm],
            "{kind:?}"
        );
        let found = keys(&draft, &spoken);
        assert!(
            !found.contains(&"left-out") && !found.contains(&"not-copied"),
            "{kind:?} {found:?}"
        );
        // The TPM about whom it is gets no copy of it, and is nobody to ask.
        let tpm = case(&[("reached", "own-nsb"), ("my-capacity", "tpm")]);
        let draft = begun(words(), kind, &tpm);
        assert!(!form.copied(&draft).contains(&Addressee::Tpm) && !form.to(&draft).contains(&Addressee::Tpm));
    }
}

/// 1.5.3: to whom the routing sends nobody in danger or fear, no letter offers to write either; nobody else is missing, and who was
/// chosen before stays there, with the reason to think again.
#[test]
fn in_danger_or_fear_no_letter_offers_colleagues_of_the_person_concerned() {
    let theirs = Addressee::TheirColleagues;
    let (mut offered, mut avoided) = (0, 0);
    // Who raises it changes whom a step names, and no letter's list of readers.
    let of_one = |who: &Who| who.group == Group::Unknown && who.raiser.key() == "expert";
    for who in Who::all().filter(of_one) {
        for safety in Safety::ALL {
            let mut case = raised(who);
            case.answers.choose("safety", safety.key());
            case.answers.choose("first", "not-yet");
            let plan = case.plan(Lens::Raise);
            for form in forms() {
                let draft = begun(words(), form.kind, &case);
                let there = readers(&case, form, &draft);
                let afraid = matches!(safety, Safety::Danger | Safety::Fear);
                let mut expected = form.to(&draft);
                expected.retain(|one| *one != theirs || !afraid);
                assert_eq!(there, expected, "{:?} {safety:?} {who:?}", form.kind);
                let steps = plan
                    .steps
                    .iter()
                    .filter(|step| step.messages.contains(&form.kind));
                let sent = steps.flat_map(|step| step.on(Line::To));
                let mut sent = sent.filter_map(|party| Addressee::parse(party.key()));
                if form.kind == MessageKind::Help && sent.any(|one| one == theirs) {
                    assert!(there.contains(&theirs), "the plan names them: {safety:?} {who:?}");
                }
                let around = around(&case, form, &draft);
                assert!(!afraid || around.iter().all(|one| one.party.key() != theirs.key()));
                offered += usize::from(there.contains(&theirs));
                avoided += form.to(&draft).len() - there.len();
            }
        }
    }
    assert!(offered > 100 && avoided > 100, "{offered} {avoided}");
    let form = form(MessageKind::Help);
    let mut draft = Draft::new(form.kind);
    draft.to_party = theirs;
    let reasons = |safety| {
        let case = case(&[("raiser", "expert"), ("capacity", "delegate"), ("safety", safety)]);
        assert!(readers(&case, form, &draft).contains(&theirs), "{safety}");
        let check = departure(words(), words(), &draft, &case);
        let caution = check.cautions.into_iter().find(|one| one.key == "colleagues");
        caution
            .unwrap()
            .why
            .iter()
            .map(|why| why.text)
            .collect::<Vec<_>>()
    };
    for safety in ["danger", "fear"] {
        assert_eq!(reasons(safety), ["route.to-colleagues"], "{safety}");
    }
    assert_eq!(reasons("safe"), [""; 0]);
}

/// What an answer says fits whoever reads it.
#[test]
fn sentences_of_an_answer_fit_their_reader() {
    let mut view = Draft::new(MessageKind::Clarify).with("view", "Z.");
    let theirs = words().t("letter.clarify.intro");
    for to in form(MessageKind::Clarify).to(&view) {
        view.to_party = to;
        let text = leaves(&letter(words(), &view));
        assert_eq!(
            text.contains(theirs),
            to == Addressee::WhoRaised,
            "{to:?}: {text}"
        );
        assert_eq!(
            text.contains(words().t("letter.clarify.intro-other")),
            to != Addressee::WhoRaised
        );
    }
    let mut heard = Draft::new(MessageKind::Acknowledge);
    heard.to_party = Addressee::OwnNsb;
    heard.tick("like", "listen", true);
    assert!(!leaves(&letter(words(), &heard)).contains("how it was for you"));
}

/// 4.1.4, "at all stages": the TPM can be put in copy, unless the TPM is the person concerned or writes it.
#[test]
fn a_handler_can_copy_the_tpm() {
    for kind in [
        MessageKind::Ack,
        MessageKind::RightOfReply,
        MessageKind::CloseRaiser,
        MessageKind::CloseConcerned,
        MessageKind::Outcome,
    ] {
        let offers = |answers: &[(&str, &str)]| {
            let draft = begun(words(), kind, &case(answers));
            form(kind).copied(&draft).contains(&Addressee::Tpm)
        };
        assert!(offers(&[("handler", "nsb-officer")]), "{kind:?}");
        assert!(!offers(&[("handler", "tpm")]), "{kind:?}");
        assert!(
            !offers(&[
                ("handler", "nsb-officer"),
                ("ties", "none"),
                ("arrived", "member"),
                ("capacity", "tpm")
            ]),
            "{kind:?}"
        );
    }
}

/// 2.2.2: the letter says that it goes to all only when it does, and the check names whoever is missing.
#[test]
fn a_letter_to_the_leaders_says_to_whom_it_goes() {
    let case = case(&[
        ("handler", "nsb-officer"),
        ("ties", "none"),
        ("arrived", "member"),
        ("capacity", "convenor"),
        ("sides", "other-nsb"),
        ("tried-first", "spoke"),
    ]);
    assert_eq!(case.who(Lens::Handle).way(), Way::Lead);
    let mut draft = begun(words(), MessageKind::NsbLeaders, &case).with("tried", "Z.");
    assert_eq!(
        ticked(&draft),
        [Addressee::Tpm, Addressee::TheirNsb],
        "all whom the plan addresses"
    );
    let all = "It goes to the committee leaders";
    assert!(leaves(&letter(words(), &draft)).contains(all));
    assert!(!keys(&draft, &case).contains(&"not-all-named"));
    draft.copy.pop();
    assert!(!leaves(&letter(words(), &draft)).contains(all));
    let check = departure(words(), words(), &draft, &case);
    let missing = check
        .cautions
        .iter()
        .find(|one| one.key == "not-all-named")
        .unwrap();
    assert_eq!(missing.found, words().t("letter.to.their-nsb"));
    for via in ["leader-same", "leader-liaison"] {
        draft.choose("via", via);
        assert!(
            leaves(&letter(words(), &draft)).contains("It goes to"),
            "{via}: both are addressed"
        );
        let mut alone = draft.clone();
        alone.copy.clear();
        assert!(!leaves(&letter(words(), &alone)).contains("It goes to"), "{via}");
    }
}

/// Whoever stands in copy without an address is not on the message that opens.
#[test]
fn a_copy_without_an_address_is_said() {
    let case = raised(Who {
        capacity: Capacity::Delegate,
        affiliation: Affiliation::OtherNsb,
        ..Who::default()
    });
    let mut draft = begun(words(), MessageKind::NsbRequest, &case);
    assert!(keys(&draft, &case).contains(&"no-copy-address"));
    draft.copy[0].address = "tpm@iso.example".into();
    assert!(!keys(&draft, &case).contains(&"no-copy-address"));
}

/// A recipient is chosen by what the letter is: only a request for help is about asking somebody.
#[test]
fn who_is_missing_is_said_as_the_letter_has_it() {
    let empty = Case::default();
    for form in forms() {
        let mut draft = Draft::new(form.kind);
        draft.to_party = Addressee::Unchosen;
        let found = keys(&draft, &empty);
        let helps = matches!(form.kind, MessageKind::Help | MessageKind::AskHelper);
        assert!(!found.contains(&"no-helper") || helps, "{:?}", form.kind);
        assert!(!found.contains(&"no-recipient") || !helps, "{:?}", form.kind);
    }
}

/// What a formal request needs is what the plan waits for (3.1, invariant 3): locked as long as one thing is missing, papers apart.
#[test]
fn the_rows_of_a_locked_request_say_what_opens_it() {
    let mut seen = BTreeSet::new();
    for handler in ["nsb-officer", "tpm", "helper"] {
        for arrived in ["formal", "other-nsb", "copy"] {
            for first in ["not-yet", "spoke", "helped"] {
                for informal in ["not-yet", "recorded"] {
                    for capacity in ["delegate", "body"] {
                        let case = case(&[
                            ("handler", handler),
                            ("ties", "none"),
                            ("arrived", arrived),
                            ("capacity", capacity),
                            ("sides", "other-nsb"),
                            ("tried-first", first),
                            ("tried-informal", informal),
                        ]);
                        let (lens, needs) = formal_needs(&case);
                        assert_eq!(lens, Lens::Handle);
                        let open = needs.iter().all(|need| need.there || need.key == "papers");
                        assert_eq!(case.locked(MessageKind::Formal).is_none(), open, "{needs:?}");
                        seen.insert(open);
                        for need in needs {
                            for what in ["name", "text"] {
                                assert!(words().get(&format!("write.needs.{}.{what}", need.key)).is_some());
                            }
                        }
                    }
                }
            }
        }
    }
    assert_eq!(seen.len(), 2);
    // Papers and steps stand by the logs.
    let mut case = case(&[
        ("raiser", "nsb-officer"),
        ("capacity", "delegate"),
        ("affiliation", "other-nsb"),
    ]);
    let there = |case: &Case| {
        let (lens, needs) = formal_needs(case);
        assert_eq!(lens, Lens::Raise);
        let there = needs.iter().filter(|need| need.there).map(|need| need.key);
        there.collect::<Vec<_>>()
    };
    assert_eq!(there(&case), ["officer", "person"]);
    let mut logs = Logs::default();
    logs.set(
        Log::Steps,
        vec![
            row(&[("what", "talk"), ("ended", "unsettled")]),
            row(&[("what", "nsb"), ("ended", "unsettled")]),
        ],
    );
    logs.set(Log::Papers, vec![row(&[("what", "Minutes")])]);
    case.logs = logs;
    assert_eq!(there(&case), ["officer", "person", "first", "informal", "papers"]);
    assert!(case.locked(MessageKind::Formal).is_none());
    assert!(offered(MessageKind::Formal, case.who(Lens::Handle)));
}
