//! What a letter takes over when it is begun from a plan: its one reader, what is missing by the answers; and that it names its copy.

use std::collections::BTreeSet;

use waymark::domain::Answer;
use waymark::domain::interview::Question;
use waymark::domain::lens::Lens;
use waymark::domain::letters::{Addressee, Draft, begun, kind_words, letter};
use waymark::domain::questions::HANDLE;
use waymark::domain::routing::{Line, MessageKind, Who, route};
use waymark::domain::situation::{Facets, First, Group, Informal, Raiser};

use super::around::{case, raised, ticked};
use super::helpers::{form, leaves, words};
use super::support;

/// Every plan of every side: where it has one reader for a letter, the letter begins with that one.
#[test]
fn a_letter_takes_its_one_reader_from_the_plan() {
    let of_who = Who::all()
        .filter(|who| matches!(who.group, Group::WorkingGroup | Group::Unknown))
        .map(raised);
    let options = |id| {
        let question = HANDLE.iter().find(|question| question.id == id);
        question.map(Question::options).unwrap_or_default()
    };
    let of_desks = options("handler").iter().flat_map(|handler| {
        options("arrived").iter().map(move |arrived| {
            case(&[
                ("handler", handler),
                ("ties", "none"),
                ("arrived", arrived),
                ("capacity", "delegate"),
                ("sides", "other-nsb"),
            ])
        })
    });
    let (mut one, mut several) = (0, 0);
    for case in of_who.chain(of_desks) {
        for lens in Lens::ALL {
            let plan = case.plan(lens);
            let kinds: BTreeSet<MessageKind> = plan
                .steps
                .iter()
                .flat_map(|step| step.messages.iter().copied())
                .collect();
            for kind in kinds.into_iter().filter(|kind| form(*kind).lens() == lens) {
                let steps = plan.steps.iter().filter(|step| step.messages.contains(&kind));
                let readers: BTreeSet<_> = steps.flat_map(|step| step.on(Line::To)).collect();
                let draft = begun(words(), kind, &case);
                let to = form(kind).addressee(&draft);
                if let [reader] = readers.iter().copied().collect::<Vec<_>>()[..] {
                    assert_eq!(to.key(), reader.key(), "{kind:?}");
                    one += 1;
                } else {
                    several += 1;
                }
            }
        }
    }
    println!("{one} letters with one reader, {several} with several or none");
    assert!(one > 1_000);
}

/// What was left open at the question what there is stands in the answer as missing; where nobody looked, nothing does.
#[test]
fn what_is_missing_is_taken_over_from_the_answers() {
    let base = [("handler", "leader"), ("ties", "none"), ("arrived", "member")];
    let made = |there: &[&str]| {
        let mut case = case(&base);
        let there = there.iter().map(|key| (*key).to_owned()).collect();
        case.answers.set("at-hand", Answer::Chosen(there));
        begun(words(), MessageKind::Ack, &case)
    };
    let some = made(&["who", "what", "when", "where", "effect", "papers", "name-agreed"]);
    assert_eq!(
        some.to_party,
        Addressee::WhoRaised,
        "two steps of the plan name the same one"
    );
    let sent = leaves(&letter(words(), &some));
    assert!(
        sent.contains("What I still need:\n– What was tried before, and how it ended.\n– What is hoped for."),
        "{sent}"
    );
    let ticks = |draft: &Draft| {
        let keys = form(MessageKind::Ack).asking("ticks", "gaps").keys();
        keys.filter(|key| draft.ticked("gaps", key)).count()
    };
    assert_eq!(ticks(&some), 2);
    assert_eq!(ticks(&made(&["none"])), 9);
    assert_eq!(ticks(&made(&["unknown"])), 0);
    assert_eq!(ticks(&begun(words(), MessageKind::Ack, &case(&base))), 0);
    // One's own words stand below, under the same label.
    let sent = leaves(&letter(words(), &some.with("missing", "A date.")));
    assert_eq!(sent.matches("What I still need").count(), 1, "{sent}");
    assert!(sent.contains("What is hoped for.\n\nA date."), "{sent}");
}

/// 4.1.4: who is in copy is said in the letter itself, and only then.
#[test]
fn an_answer_names_the_copy_that_it_has() {
    let case = case(&[
        ("handler", "leader"),
        ("ties", "none"),
        ("arrived", "member"),
        ("capacity", "delegate"),
        ("sides", "other-nsb"),
    ]);
    let mut draft = begun(words(), MessageKind::Ack, &case).with("received-date", "4 May");
    assert_eq!(ticked(&draft), [Addressee::Tpm]);
    let says =
        |draft: &Draft| leaves(&letter(words(), draft)).contains("(TPM) receives a copy of this message");
    assert!(says(&draft));
    draft.choose("writer", "tpm");
    assert!(!says(&draft), "the TPM writes it");
    draft.choose("writer", "");
    draft.copy.clear();
    assert!(!says(&draft));
}

/// The plan of somebody without an NSB offers a reminder: it is named for them, too, in every language.
#[test]
fn a_reminder_is_named_for_whoever_has_no_nsb() {
    for raiser in [Raiser::Liaison, Raiser::IsoCs, Raiser::Observer] {
        let plan = route(&Facets {
            raiser,
            first: First::SpokeUnsettled,
            informal: Informal::Pending,
            ..Facets::default()
        });
        let mut offered = plan.steps.iter().flat_map(|step| &step.messages);
        assert!(offered.any(|kind| *kind == MessageKind::Remind), "{raiser:?}");
    }
    for (locale, words) in support::languages() {
        let nsb = words.t("term.nsb.name");
        let button = words.t("plan.write.remind");
        for text in [kind_words(words, MessageKind::Remind).name, button] {
            assert!(!text.contains(nsb), "{}: {text}", locale.tag);
        }
    }
}
