//! The departure check: what to look at, what they will learn; it never blocks.

use waymark::domain::case::Case;
use waymark::domain::letters::{
    Addressee, Copied, Departure, Draft, NAMES, address_field, addressee_name, departure, receivers,
    tick_field,
};
use waymark::domain::pack::missing;
use waymark::domain::review::rules;
use waymark::domain::routing::MessageKind;

use super::helpers::{everybody, form, forms, words};

fn keys(draft: &Draft) -> Vec<&'static str> {
    departure(words(), words(), draft, &Case::default())
        .cautions
        .iter()
        .map(|one| one.key)
        .collect()
}

fn good() -> Draft {
    Draft::new(MessageKind::Email)
        .with("observed", "x")
        .with("from-name", "Ines")
        .with("to-address", "jo@nsb.example")
}

#[test]
fn it_says_what_to_look_at() {
    let empty = Draft::new(MessageKind::Help);
    assert_eq!(keys(&empty), ["empty", "no-helper", "no-address", "no-name"]);
    assert_eq!(keys(&good()), Vec::<&str>::new());
    for group in [
        "wg3@lists.example.org",
        "TC999-members@example.org",
        "all.experts@example.org",
        "x@googlegroups.com",
    ] {
        let draft = good().with("to-address", group);
        assert_eq!(keys(&draft), ["group-address"], "invariant 12: {group}");
    }
    assert_eq!(
        keys(&good().with("to-address", "info@nsb.example")),
        ["shared-mailbox"]
    );
    assert_eq!(
        keys(&good().with("to-address", "a@b.example, c@d.example")),
        ["bad-address"]
    );
    let named = good().with(
        "observed",
        "Write to kim@b.example, Kim@b.example or jo@nsb.example.",
    );
    let found = departure(words(), words(), &named, &Case::default()).cautions;
    assert_eq!(
        (found.len(), found[0].key, found[0].found.as_str()),
        (1, "third-address", "kim@b.example")
    );
}

#[test]
fn copies_are_looked_at_too() {
    let mut request = good();
    request.kind = MessageKind::NsbRequest;
    assert_eq!(keys(&request), ["not-copied"]);
    request.copy = vec![Copied {
        party: Addressee::Tpm,
        name: String::new(),
        address: "tpm-list@iso.example".into(),
    }];
    assert_eq!(
        keys(&request),
        ["group-address", "not-copied"],
        "invariant 12, in copy too; of the leaders nobody is in copy yet"
    );
    let ids = departure(words(), words(), &request, &Case::default()).learns;
    assert!(ids.contains(&"departure.learns.tpm") && !ids.contains(&"departure.learns.nsbs"));
    assert!(ids.contains(&"departure.learns.onward") && ids.contains(&"departure.learns.response"));
    let mut confirm = good().with("outcome", "x");
    confirm.kind = MessageKind::Confirm;
    assert_eq!(keys(&confirm), ["no-copies-confirm"], "1.8");
    let mut leaders = good();
    leaders.kind = MessageKind::NsbLeaders;
    leaders.set("tried", "We talked.".to_owned());
    assert_eq!(keys(&leaders), ["not-all-named"], "2.2.2 names three");
    leaders.copy = vec![Copied {
        party: Addressee::Tpm,
        address: "a b".into(),
        ..Copied::default()
    }];
    assert_eq!(keys(&leaders), ["bad-address"]);
}

/// 4.5.1 names the host, who may be the person concerned: where a guest is, or nobody said as what they acted, it is asked once more.
#[test]
fn a_letter_to_the_host_asks_whether_it_is_about_them() {
    let mut letter = good();
    letter.kind = MessageKind::UnlawfulMeeting;
    letter.to_party = Addressee::Host;
    let asked = |draft: &Draft, capacity: &str| {
        let mut case = Case::default();
        if !capacity.is_empty() {
            case.answers.choose("capacity", capacity);
        }
        let all = departure(words(), words(), draft, &case).cautions;
        all.iter().any(|one| one.key == "host")
    };
    for (capacity, expected) in [
        ("", true),
        ("guest", true),
        ("many-hats", true),
        ("delegate", false),
    ] {
        assert_eq!(asked(&letter, capacity), expected, "{capacity}");
    }
    letter.to_party = Addressee::CommitteeLeadership;
    assert!(!asked(&letter, "guest"), "it does not go to the host");
    letter.copy = vec![Copied {
        party: Addressee::Host,
        ..Copied::default()
    }];
    assert!(asked(&letter, "guest"), "addressed beside the leaders");
}

/// The checklist of a formal request says what is missing; each thing given takes one line away, and none of them blocks.
#[test]
fn a_formal_request_is_held_against_what_it_needs() {
    let mut draft = good();
    draft.kind = MessageKind::Formal;
    draft.set("observed", String::new());
    let missing = |draft: &Draft| {
        keys(draft)
            .into_iter()
            .filter(|key| key.starts_with("missing-"))
            .count()
    };
    let mut left = missing(&draft);
    assert_eq!(left, 7);
    for part in ["observed", "first-steps", "informal", "unable", "view", "papers"] {
        draft.set(part, "x".to_owned());
        left -= 1;
        assert_eq!(missing(&draft), left, "{part}");
    }
    assert_eq!(keys(&draft), ["missing-redacted", "not-copied"]);
    draft.tick("checked", "redacted", true);
    assert_eq!(keys(&draft), ["not-copied"], "4.1.4");
    assert!(
        !departure(words(), words(), &draft, &Case::default())
            .ways
            .is_empty()
    );
}

/// Whoever receives it, on any line, and whatever stands in it: each id has its words.
#[test]
fn everything_it_can_say_has_its_words() {
    let _ = missing::take();
    for form in forms() {
        for to in Addressee::ALL {
            let mut draft = Draft::new(form.kind)
                .with("to-address", "x x")
                .with("person-name", "A");
            draft.to_party = *to;
            for copy in [Vec::new(), everybody()] {
                draft.copy = copy;
                let made = departure(words(), words(), &draft, &Case::default());
                assert!(!made.copy.contains(&Addressee::PersonConcerned));
                for id in made.learns {
                    assert!(!words().t(id).is_empty());
                }
                for caution in made.cautions {
                    let _ = words().t(&format!("departure.caution.{}.title", caution.key));
                    let _ = words().t(&format!("departure.caution.{}.text", caution.key));
                }
                for way in made.ways {
                    let _ = words().t(&format!("departure.way.{}.name", way.key()));
                    let _ = words().t(&format!("departure.way.{}.text", way.key()));
                }
            }
        }
    }
    assert_eq!(missing::take(), std::collections::BTreeSet::new());
}

#[test]
fn what_they_learn_follows_from_who_they_are() {
    let learns = |kind: MessageKind, to: Addressee| {
        let mut draft = Draft::new(kind).with("from-name", "A").with("person-name", "B");
        draft.to_party = to;
        departure(words(), words(), &draft, &Case::default()).learns
    };
    assert!(
        learns(MessageKind::Formal, Addressee::Tmb).contains(&"departure.learns.tmb"),
        "3.2"
    );
    assert!(learns(MessageKind::NsbNsb, Addressee::TheirNsb).contains(&"departure.learns.their-side"));
    assert!(learns(MessageKind::Meeting, Addressee::PersonConcerned).contains(&"departure.learns.room"));
    assert!(learns(MessageKind::Retention, Addressee::CaseFile).contains(&"departure.learns.sheet"));
    let reply = learns(MessageKind::ResponseTmb, Addressee::OwnNsb);
    assert!(
        !reply.contains(&"departure.learns.onward"),
        "that is for whoever raises a concern"
    );
    assert!(!learns(MessageKind::Email, Addressee::PersonConcerned).contains(&"departure.learns.person"));
}

/// What the second pair of eyes still sees comes with the check, the gravest first; an address that it names is not named twice, and
/// nothing is in the way.
#[test]
fn open_hints_come_with_the_check() {
    let mut draft = good()
        .with("observed", "Mary Smith always shouts. Ask kim@b.example.")
        .with("ask", "Answer this. You will regret it.");
    let looked = |draft: &Draft| {
        let found = rules(words()).draft(form(draft.kind), draft);
        departure(words(), words(), draft, &Case::default()).with_hints(found)
    };
    let said = |check: &Departure| {
        let hints = check.hints.iter().map(|hint| (hint.rule, hint.part));
        hints.collect::<Vec<_>>()
    };
    let check = looked(&draft);
    assert_eq!(
        said(&check),
        [
            ("threat-warning", "ask"),
            ("always", "observed"),
            ("third-name", "observed"),
            ("third-address", "observed"),
        ]
    );
    assert_eq!(check.cautions, []);
    assert_eq!(check.ways.len(), 5);
    // What was put aside is not brought up again, an address that stands there is.
    for hint in check.hints {
        draft.dismissed.insert(hint.key());
    }
    let check = looked(&draft);
    assert_eq!(said(&check), []);
    let left = &check.cautions;
    assert_eq!(
        (left.len(), left[0].key, left[0].field.as_str()),
        (1, "third-address", "observed")
    );
}

/// Each caution leads to a field that stands on the letter's page.
#[test]
fn cautions_lead_to_fields_that_are_there() {
    let mut met = std::collections::BTreeSet::new();
    for form in forms() {
        for to in Addressee::ALL {
            let mut draft = Draft::new(form.kind);
            draft.to_party = *to;
            for (copy, address) in [(Vec::new(), ""), (everybody(), "x x")] {
                draft.copy = copy;
                draft.set("to-address", address.to_owned());
                let beside: Vec<_> = [form.also(&draft), form.copied(&draft)].concat();
                for caution in departure(words(), words(), &draft, &Case::default()).cautions {
                    let field = caution.field.as_str();
                    met.insert(caution.key);
                    let there = match field {
                        "" => ["empty", "third-address"].contains(&caution.key),
                        "to-party" => form.to(&draft).len() > 1,
                        _ => {
                            NAMES.contains(&field)
                                || form.rows().any(|row| row.asks() && row.id() == field)
                                || beside.iter().any(|one| tick_field(*one) == field)
                                || beside.iter().any(|one| address_field(*one) == field)
                        }
                    };
                    assert!(there, "{:?} {}: {field}", form.kind, caution.key);
                }
            }
        }
    }
    for key in [
        "no-recipient",
        "no-address",
        "bad-address",
        "no-name",
        "no-copy-address",
        "not-all-named",
    ] {
        assert!(met.contains(key), "{key} was never met");
    }
}

/// Where it is not chosen as what somebody receives it, their name stands alone.
#[test]
fn whoever_receives_it_is_named_as_far_as_that_is_known() {
    let mut draft = Draft::new(MessageKind::Help);
    assert_eq!(receivers(words(), &draft), "Not chosen yet");
    draft.set("to-name", " Ana Lopez ".to_owned());
    assert_eq!(receivers(words(), &draft), "Ana Lopez");
    draft.to_party = Addressee::OwnNsb;
    let called = addressee_name(words(), Addressee::OwnNsb);
    assert_eq!(receivers(words(), &draft), format!("Ana Lopez ({called})"));
    draft.set("to-name", String::new());
    assert_eq!(receivers(words(), &draft), called);
}
