//! What a copy is for whoever opens it: what its sender says of the matter counts in the receiver's lens, what they say of themselves
//! stays theirs, and nothing of it is lost.

use std::collections::BTreeSet;

use super::*;
use waymark::document::answers::of_senders;
use waymark::domain::interview::{Kind, next_open};
use waymark::domain::lens::{Conflict, HandleFacets, Handler};
use waymark::domain::senders;
use waymark::domain::situation::{Capacity, Facets, Group, Raiser, Safety, Stake};
use waymark::export::everything::{self, Held, INTERVIEWS};

/// Every question about the one who answers it: their part, their ties, what they did, what they have, how they see it.
const OWN: &[&str] = &[
    "stake",
    "raiser",
    "affiliation",
    "belongs",
    "first",
    "comfort",
    "informal",
    "retaliation",
    "since",
    "basis",
    "record",
    "handler",
    "ties",
    "arrived",
    "at-hand",
    "reached",
    "my-safety",
    "my-capacity",
    "my-side",
    "my-view",
    "my-settled",
    "my-contact",
    "my-company",
];

/// Everything is answered, with this option of each question.
fn answered(at: usize) -> Answers {
    let mut answers = Answers::default();
    for question in questions::ALL.iter().copied().flatten() {
        match question.kind {
            Kind::Text => answers.set(question.id, Answer::Text(mark(900 + at))),
            Kind::One(options) | Kind::Many(options) => {
                answers.choose(question.id, options[at % options.len()]);
            }
        }
    }
    answers
}

fn of(answers: Answers) -> Copy {
    Copy {
        answers,
        ..Copy::default()
    }
}

fn every_question() -> BTreeSet<&'static str> {
    let all = questions::ALL.iter().copied().flatten();
    all.map(|one| one.id).collect()
}

/// A new question is about the matter or about the one who answers it: nobody forgets to say which.
#[test]
fn every_question_is_about_the_matter_or_about_the_one_who_answers() {
    let of = |ids: &[&'static str]| ids.iter().copied().collect::<BTreeSet<_>>();
    let matter = of(&[senders::MATTER, questions::DETAILS].concat());
    assert_eq!(matter.len(), senders::MATTER.len() + questions::DETAILS.len());
    assert!(matter.iter().all(|id| senders::is_matter(id)) && matter.is_disjoint(&of(OWN)));
    assert_eq!(
        matter.union(&of(OWN)).copied().collect::<BTreeSet<_>>(),
        every_question()
    );
}

/// From every side to every side, whatever was answered.
#[test]
fn nothing_that_senders_say_of_themselves_becomes_the_receivers_answer() {
    for at in 0..20 {
        let copy = of(answered(at));
        for lens in Lens::ALL {
            let case = copy.case(lens);
            for (id, answer) in case.answers.iter() {
                assert!(!OWN.contains(&id), "{id} in {lens:?}");
                assert_eq!(Some(answer), copy.answers.get(id), "{id}");
                let asked = lens.questions().iter().chain(questions::ASSESS);
                assert!(asked.map(|one| one.id).any(|one| one == id), "{id} in {lens:?}");
            }
            // Their part is what is asked first of all that is open.
            let first = lens.questions().iter().find(|one| OWN.contains(&one.id));
            let open = next_open(lens.questions(), &case.answers);
            assert_eq!(
                open.map(|one| one.id),
                first.map(|one| one.id),
                "{lens:?} of {at}"
            );
        }
    }
}

/// Somebody raises a concern and is afraid; an officer of the NSB opens it.
#[test]
fn an_officer_has_the_facts_and_is_asked_for_their_own_part_and_ties() {
    let mut answers = Answers::default();
    for (id, key) in [
        ("stake", "experienced"),
        ("raiser", "iso-cs"),
        ("safety", "fear"),
        ("capacity", "convenor"),
        ("group", "working-group"),
        ("comfort", "no"),
        ("handler", "tpm"),
        ("ties", "depends"),
    ] {
        answers.choose(id, key);
    }
    let case = of(answers).case(Lens::Handle);
    let handled = case.handled();
    assert_eq!(
        (handled.handler, handled.conflict),
        (Handler::Unknown, Conflict::Unknown)
    );
    assert_eq!(
        (handled.capacity, handled.group, handled.safety),
        (Capacity::Convenor, Group::WorkingGroup, Safety::Fear)
    );
    assert_eq!(handled, HandleFacets::from_answers(&case.answers));
    // Nor are they taken for whoever raised it.
    let facets: Facets = case.facets();
    assert_eq!((facets.raiser, facets.stake), (Raiser::Unknown, Stake::Unknown));
    assert_eq!(case.plan(Lens::Handle).lens, Lens::Handle);
}

#[test]
fn all_that_the_sender_answered_can_be_read_as_theirs() {
    for at in 0..20 {
        let mut answers = answered(at);
        answers.set("ties", Answer::Chosen(Vec::new()));
        let case = of(answers.clone()).case(Lens::Respond);
        let kept: Vec<Answers> = senders::rows(&case.logs).iter().map(senders::answers).collect();
        assert_eq!(kept, [answers]);
    }
    let case = of(answered(0)).case(Lens::Handle);
    let told = of_senders(support::words(), INTERVIEWS, &case.logs);
    let rows: usize = told.iter().map(|told| told.rows.len()).sum();
    assert_eq!(rows, every_question().len());
    let whole = everything::write(support::words(), &[("T".to_owned(), Held::Case(case))]);
    let title = support::words().t("handover.sender");
    assert!(whole.contains(title) && whole.contains(&mark(900)), "{whole}");
}

/// From one to the next: each has their own answers, and whoever sent it last is named as such, even if they answered nothing.
#[test]
fn answers_that_were_handed_over_are_handed_on_only_if_ticked() {
    let first = of(answered(0));
    let second = first.case(Lens::Handle);
    for (ticked, own, expected) in [
        (true, true, vec!["handover.sender", "handover.sender-before"]),
        (true, false, vec!["handover.sender-before"]),
        (false, true, vec!["handover.sender"]),
        (false, false, vec![]),
    ] {
        let copy = handover::copy(&second, &[], |part| match part {
            Part::Sender(at) => at == 0 && ticked,
            Part::Answer(_) => own,
            _ => false,
        });
        assert_eq!(copy.is_empty(), !ticked && !own);
        let text = handover::write(&copy, "");
        assert_eq!(text.contains("\"senders\""), ticked, "{text}");
        assert_eq!(text.contains(&mark(900)), ticked, "{text}");
        let read = handover::read(text.as_bytes());
        assert_eq!(read.as_ref(), Ok(&copy));
        let third = copy.case(Lens::Handle);
        let told = of_senders(support::words(), INTERVIEWS, &third.logs);
        let titles: Vec<&str> = told.iter().map(|told| told.title).collect();
        let expected: Vec<&str> = expected.into_iter().map(|id| support::words().t(id)).collect();
        assert_eq!(titles, expected);
        let shown = file::inside(support::words(), &copy);
        for title in titles {
            assert_eq!(shown.matches(title).count(), 1, "{shown}");
        }
    }
}

#[test]
fn an_entry_of_the_logs_is_the_senders_until_somebody_changes_it() {
    let words = support::words();
    let copy = copied(&parts());
    let case = copy.case(Lens::Handle);
    let by = words.t("log.by-sender");
    for log in Log::ALL {
        for (row, sent) in case.logs.rows(log).iter().zip(copy.logs.rows(log)) {
            let says = |row: &Row| waymark::export::logs::one(words, log, row).contains(by);
            assert!(says(row) && !says(sent));
            let mut changed = row.clone();
            senders::changed(&mut changed);
            assert_eq!(&changed, sent);
        }
    }
    // What is handed on is then from whoever hands it on: the mark stays behind.
    let on = handover::copy(&case, &[], |_| true);
    for log in Log::ALL {
        assert_eq!(on.logs.rows(log), copy.logs.rows(log));
    }
    assert_eq!(case.stands(), self::case().stands());
}

/// A learning copy takes the names out of them as well.
#[test]
fn no_name_stands_in_what_was_handed_over_before() {
    let mut answers = Answers::default();
    answers.set("since", Answer::Text("Since Zoë came.".to_owned()));
    let second = of(answers).case(Lens::Handle);
    let copy = handover::copy(&second, &[], |_| true);
    let mut who = Row::default();
    who.set(names::STAND_IN, "Person A");
    who.set(names::NAME, "Zoë");
    let (made, times) = waymark::domain::learning::learning(&copy, &[who], "");
    let text = file::learning(support::words(), &made);
    assert!(
        text.contains("Since Person A came.") && !text.contains("Zoë"),
        "{text}"
    );
    assert_eq!(times, [1]);
}
