//! What a letter knows from its case, and the same letter for another person.

use waymark::domain::case::Case;
use waymark::domain::lens::Lens;
use waymark::domain::letters::{Addressee, Draft, begin, letter, offered};
use waymark::domain::pack::missing;
use waymark::domain::routing::{Line, MessageKind, StepKind, Who, route, step};
use waymark::domain::situation::{Affiliation, Capacity, Facets, First, Group, Raiser};

use super::helpers::{empty, fill, form, leaves, words};

fn begun(kind: MessageKind, raiser: Raiser, capacity: Capacity, affiliation: Affiliation) -> Draft {
    let facets = Facets {
        raiser,
        capacity,
        affiliation,
        first: First::SpokeUnsettled,
        ..Facets::default()
    };
    begin(words(), kind, Who::of(&facets), &route(&facets))
}

#[test]
fn the_way_and_the_reader_come_from_the_plan() {
    use Affiliation::{Liaison, OtherNsb, SameNsb};
    use MessageKind::NsbRequest;
    for (capacity, affiliation, via, to) in [
        (Capacity::Delegate, OtherNsb, "nsb", Addressee::OwnNsb),
        (Capacity::Chair, SameNsb, "inside", Addressee::UninvolvedOfficer),
        (Capacity::Convenor, OtherNsb, "leader", Addressee::OwnNsb),
        (
            Capacity::Convenor,
            SameNsb,
            "leader-same",
            Addressee::UninvolvedOfficer,
        ),
        (
            Capacity::ProjectLeader,
            Liaison,
            "leader-liaison",
            Addressee::OwnNsb,
        ),
        (Capacity::Liaison, Liaison, "liaison", Addressee::OwnNsb),
        (Capacity::IsoCs, OtherNsb, "staff", Addressee::OwnNsb),
        (Capacity::Tpm, OtherNsb, "staff", Addressee::OwnNsb),
        (Capacity::Unknown, OtherNsb, "", Addressee::OwnNsb),
    ] {
        let draft = begun(NsbRequest, Raiser::Expert, capacity, affiliation);
        let used = form(NsbRequest).addressee(&draft);
        assert_eq!(
            (draft.choice("via"), used),
            (via, to),
            "{capacity:?} {affiliation:?}"
        );
        let sent = leaves(&letter(words(), &draft.with("observed", "Z.")));
        assert_eq!(
            sent.contains("Clause 2.") || sent.contains("Both sides belong"),
            !via.is_empty(),
            "{sent}"
        );
    }
    // Several may help, and one is enough: the choice is the person's.
    let help = begun(MessageKind::Help, Raiser::Expert, Capacity::Delegate, OtherNsb);
    assert_eq!(form(MessageKind::Help).addressee(&help), Addressee::Unchosen);
}

#[test]
fn what_an_nsb_writes_follows_from_the_role() {
    use MessageKind::{NsbCeo, NsbLeaders, NsbNsb, NsbTpm, TpmLiaison};
    let letters = [NsbNsb, NsbTpm, NsbLeaders, NsbCeo, TpmLiaison];
    for (capacity, affiliation, expected) in [
        (Capacity::Delegate, Affiliation::OtherNsb, &[NsbNsb][..]),
        (Capacity::Delegate, Affiliation::SameNsb, &[]),
        (Capacity::Liaison, Affiliation::Liaison, &[NsbTpm, TpmLiaison]),
        (Capacity::Convenor, Affiliation::OtherNsb, &[NsbLeaders]),
        (Capacity::Convenor, Affiliation::SameNsb, &[NsbLeaders]),
        (
            Capacity::Convenor,
            Affiliation::Liaison,
            &[NsbLeaders, TpmLiaison],
        ),
        (Capacity::IsoCs, Affiliation::Unknown, &[NsbCeo]),
        (Capacity::Tpm, Affiliation::Unknown, &[NsbCeo]),
        (Capacity::Unknown, Affiliation::Unknown, &letters),
        (Capacity::Unknown, Affiliation::SameNsb, &[NsbLeaders, NsbCeo]),
    ] {
        let who = Who {
            capacity,
            affiliation,
            ..Who::default()
        };
        let found: Vec<MessageKind> = letters.into_iter().filter(|kind| offered(*kind, who)).collect();
        assert_eq!(found, expected, "{capacity:?} {affiliation:?}");
    }
}

/// Invariant 15: what goes on into the letter about another person names the first one nowhere.
#[test]
fn the_same_letter_for_another_person_names_nobody_of_before() {
    for kind in MessageKind::ALL {
        let form = form(*kind);
        let mut draft = empty(*kind);
        fill(form, &mut draft);
        for to in form.to(&draft) {
            draft.to_party = to;
            let to_them = matches!(to, Addressee::PersonConcerned | Addressee::PersonTouched);
            let mut first = draft
                .clone()
                .with("person-name", "Robin Ünal")
                .with("to-name", if to_them { "Robin Ünal" } else { "Kim Reader" })
                .with(
                    "to-address",
                    if to_them {
                        "r.unal@b.example"
                    } else {
                        "kim@b.example"
                    },
                );
            let parts: Vec<&str> = form.parts().collect();
            first.set(parts[0], "Then ROBIN spoke.".to_owned());
            let other = first.for_another(to);
            let all = serde_json::to_string(&other).unwrap().to_lowercase();
            assert!(
                !all.contains("robin") && !all.contains("ünal") && !all.contains("r.unal"),
                "{all}"
            );
            assert!(
                !all.contains("qtitle") && other.text("person-role").is_empty(),
                "{all}"
            );
            assert_eq!(other.text("to-name"), if to_them { "" } else { "Kim Reader" });
            assert_eq!(other.text("from-name"), "Qfromname");
            for part in &parts[1..] {
                assert_eq!(other.text(part), first.text(part), "what names nobody goes along");
            }
            assert!(other.copy.is_empty() && other.to_party == to);
        }
    }
    assert!(missing::take().is_empty());
}

/// However short a name is, and with or without spaces: a text that names the first person stays behind, another one goes along.
#[test]
fn short_names_stay_behind_as_well() {
    let to = Addressee::PersonConcerned;
    for (name, text, stays) in [
        ("王伟", "会上王伟打断了我们。", true),
        ("王小明", "后来小明离开了。", true),
        ("王伟", "会上有人打断了我们。", false),
        ("李", "李说话很大声。", true),
        ("민수", "그때 민수가 말했다.", true),
        ("Li Wu", "Then Wu spoke.", true),
        ("Li Wu", "LI did not answer.", true),
        ("li wu", "Li did not answer.", true),
        ("Li Wu", "We left the list as it was.", false),
        ("Bo", "It was Bo's turn.", true),
        ("Bo", "The board was about to vote.", false),
        ("Ян", "Затем Ян ушёл.", true),
        ("Иванов", "Об этом говорили с Ивановым.", true),
        ("علي", "ثم تكلم وعلي غائب.", true),
        ("Ana de la Cruz", "Lo dijo en la reunión de marzo.", false),
        ("Ana de la Cruz", "Ana de la Cruz lo dijo.", true),
        ("Ana de la Cruz", "Lo dijo la señora CRUZ.", true),
    ] {
        let first = Draft::new(MessageKind::Email)
            .with("person-name", name)
            .with("observed", text);
        let other = first.for_another(to);
        assert_eq!(other.text("observed").is_empty(), stays, "{name}: {text}");
        assert!(other.text("person-name").is_empty());
    }
    let first = Draft::new(MessageKind::Email)
        .with("to-address", "li.wu@board.it")
        .with("observed", "It was Wu.")
        .with("effect", "It was about the board.")
        .with("ask", "Write to LI.WU@board.it, please.");
    let other = first.for_another(to);
    let left = ["observed", "effect", "ask"].map(|id| !other.text(id).is_empty());
    assert_eq!(
        left,
        [false, true, false],
        "an address names somebody by what is their own in it"
    );
}

/// The one case through each lens: who acts, what is offered, and when a formal request may begin (invariant 3).
#[test]
fn a_case_knows_who_acts_through_each_lens() {
    let mut case = Case::default();
    for (question, answer) in [
        ("raiser", "nsb-officer"),
        ("capacity", "delegate"),
        ("affiliation", "other-nsb"),
        ("first", "spoke-unsettled"),
    ] {
        case.answers.choose(question, answer);
    }
    assert_eq!(case.who(Lens::Raise).raiser, Raiser::NsbOfficer);
    assert_eq!(
        case.who(Lens::Handle).capacity,
        Capacity::Delegate,
        "a fact that both lenses share"
    );
    assert_eq!(case.who(Lens::Respond), Who::default());
    assert!(
        case.locked(MessageKind::Formal).is_some(),
        "clause 2 comes before clause 3"
    );
    case.answers.choose("informal", "unsettled");
    assert!(case.locked(MessageKind::Formal).is_none());
    case.answers.choose("raiser", "expert");
    assert!(case.locked(MessageKind::Formal).is_some(), "only an NSB");
    // What its officer writes is begun with what the plan knows.
    case.answers.choose("raiser", "nsb-officer");
    case.answers.choose("handler", "nsb-officer");
    let draft = begin(
        words(),
        MessageKind::NsbNsb,
        case.who(Lens::Handle),
        &case.plan(Lens::Handle),
    );
    assert_eq!(form(MessageKind::NsbNsb).addressee(&draft), Addressee::TheirNsb);
}

/// Each letter of the raising side that belongs to a step is offered by that step, and by the notice that names its readers.
#[test]
fn plans_offer_their_letters() {
    let mut offered_by_plans = std::collections::BTreeSet::new();
    let plan = route(&Facets::default());
    for who in Who::all().filter(|who| who.group == Group::Unknown) {
        for kind in StepKind::ALL {
            let found = step(*kind, who);
            for message in &found.messages {
                offered_by_plans.insert(message.key());
                let form = form(*message);
                let named: Vec<Addressee> = found
                    .on(Line::To)
                    .filter_map(|party| Addressee::parse(party.key()))
                    .collect();
                let draft = begin(words(), *message, who, &plan);
                let allowed = form.to(&draft);
                let fits = named.is_empty() || named.iter().any(|to| allowed.contains(to));
                assert!(
                    fits || *message == MessageKind::Meeting,
                    "{who:?} {kind:?} {message:?}: {named:?} {allowed:?}"
                );
                assert!(offered(*message, who), "{who:?} {kind:?} {message:?}");
            }
        }
    }
    for expected in [
        "talk",
        "email",
        "meeting",
        "break",
        "help",
        "confirm",
        "nsb-request",
        "nsb-draft",
        "remind",
        "nsb-refused",
        "retaliation",
        "nsb-nsb",
        "nsb-tpm",
        "nsb-leaders",
        "nsb-ceo",
        "formal",
    ] {
        assert!(offered_by_plans.contains(expected), "no step offers {expected}");
    }
}
