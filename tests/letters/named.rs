//! Single letters as they read, and what a hostile or damaged record makes of them.

use waymark::domain::letters::{Addressee, Copied, Draft, letter};
use waymark::domain::routing::MessageKind;

use super::helpers::{everybody, form, forms, leaves, words};

fn sent(draft: &Draft) -> String {
    leaves(&letter(words(), draft))
}

#[test]
fn the_whole_letter_reads_as_shown() {
    let draft = Draft::new(MessageKind::Email)
        .with(
            "observed",
            "On Tuesday, while I presented comment 14, I was interrupted four times.",
        )
        .with("effect", "The group voted without hearing the second half.")
        .with("unknown", "You may have been told to finish by noon.")
        .with("ask", "Could we agree that speakers finish before questions?")
        .with("from-name", "Ines\r\nBcc: all@example.org")
        .with("from-role", "delegate");
    let expected = "Subject: Something I would like to talk over\n\nHello,\n\nI would like to raise something with you directly.\n\n\
        On Tuesday, while I presented comment 14, I was interrupted four times.\n\n\
        The group voted without hearing the second half.\n\n\
        There may be more to it than I know. You may have been told to finish by noon.\n\n\
        Could we agree that speakers finish before questions?\n\n\
        Kind regards,\n\nInes Bcc: all@example.org\ndelegate\n";
    let made = letter(words(), &draft);
    let text = leaves(&made);
    assert!(text.ends_with(expected), "{text}");
    assert_eq!(
        (made.to.as_str(), made.to_label.as_str()),
        ("", "The person concerned")
    );
}

#[test]
fn a_frame_stands_only_with_its_cause() {
    let email = Draft::new(MessageKind::Email).with("observed", "Z.");
    let frame = words().t("letter.email.unknown");
    assert!(!sent(&email).contains(frame));
    assert!(sent(&email.with("unknown", "It may have been haste.")).contains(frame));
    assert!(!sent(&Draft::new(MessageKind::NsbRequest).with("observed", "Z.")).contains("tried"));
    let mut help = Draft::new(MessageKind::Help).with("observed", "Z.");
    let text = sent(&help);
    assert!(
        text.contains("1.5") && text.contains("4.2.1") && !text.contains("speak or write"),
        "{text}"
    );
    help.choose("approach", "please");
    assert!(sent(&help).contains("speak or write to the person concerned"));
    // The TPM keeps papers and may make enquiries: said to the TPM, and to nobody else.
    assert!(!sent(&help).contains("4.1.5"));
    help.to_party = Addressee::Tpm;
    assert!(sent(&help).contains("4.1.5"));
}

/// Whoever has no NSB writes to their own organization, and not of "our NSB".
#[test]
fn a_refusal_is_told_to_the_one_who_was_asked() {
    let mut draft = Draft::new(MessageKind::NsbRefused);
    for answer in ["declined", "silent"] {
        draft.choose("answer", answer);
        for (to, expected) in [
            (Addressee::OwnNsb, "I asked our NSB to take up a concern."),
            (
                Addressee::UninvolvedOfficer,
                "I asked our NSB to take up a concern.",
            ),
            (
                Addressee::OwnOrganization,
                "I asked our organization to take up a concern.",
            ),
            (Addressee::Tpm, "I asked for a concern to be taken up."),
        ] {
            draft.to_party = to;
            let text = sent(&draft);
            assert!(text.contains(expected), "{to:?}: {text}");
            assert_eq!(text.matches("a concern").count(), 1, "{to:?}: {text}");
            let own = matches!(to, Addressee::OwnNsb | Addressee::UninvolvedOfficer);
            assert!(own || !text.contains("our NSB"), "{to:?}: {text}");
        }
    }
}

/// Clause 1.8: the outcome as both sides see it, and the copies named in the letter itself once they are there.
#[test]
fn a_confirming_e_mail_says_who_is_in_copy() {
    let mut draft = Draft::new(MessageKind::Confirm)
        .with("talk-date", "4 May")
        .with("outcome", "Questions wait until the end.")
        .with("view", "You had not noticed.");
    let text = sent(&draft);
    assert!(
        text.contains("Thank you for talking with me on 4 May.")
            && text.contains("How you saw it, as you told me"),
        "{text}"
    );
    assert!(!text.contains("1.8") && !text.contains("Copy:"), "{text}");
    draft.copy = [Addressee::OwnNsb, Addressee::TheirNsb]
        .map(|party| Copied {
            party,
            name: "Qcopy".into(),
            ..Copied::default()
        })
        .to_vec();
    let text = sent(&draft);
    assert!(
        text.contains("as clause 1.8") && text.contains("Copy: Qcopy, Qcopy"),
        "{text}"
    );
}

/// Clause 3.1: what the TMB may do stands there as its discretion, never as what is asked.
#[test]
fn a_formal_request_demands_no_action() {
    let mut draft = Draft::new(MessageKind::Formal).with("ask", "We ask the TMB to look at it.");
    assert!(!sent(&draft).contains("discretion"));
    draft.tick("may", "observer", true);
    let one = sent(&draft);
    assert!(
        one.contains("on this action:") && one.contains("for the TMB alone"),
        "{one}"
    );
    draft.tick("may", "removal", true);
    let two = sent(&draft);
    assert!(two.contains("one or more of these actions:"), "{two}");
    let may = two.find("at its discretion").unwrap();
    assert!(
        two.find("What we ask").unwrap() < may,
        "what is asked is not what may follow: {two}"
    );
    for exact in [
        "for one year at least (3.1.1)",
        "for one year, an NSB",
        "(3.1.5)",
        "right to respond through their NSB",
    ] {
        assert!(two.contains(exact), "{exact}: {two}");
    }
}

/// Clause 4.3.4 leaves two ways open; the letter says one of them only if it was chosen.
#[test]
fn retaliation_is_the_same_case_or_a_new_one_by_choice() {
    let mut draft = Draft::new(MessageKind::Retaliation).with("observed", "Z.");
    let says = |draft: &Draft| {
        let text = sent(draft);
        (text.contains("in the same case"), text.contains("as a new case"))
    };
    assert_eq!(says(&draft), (false, false));
    draft.choose("place", "same");
    assert_eq!(says(&draft), (true, false));
    draft.choose("place", "new");
    assert_eq!(says(&draft), (false, true));
}

#[test]
fn a_withdrawal_needs_no_reason() {
    let mut draft = Draft::new(MessageKind::Withdraw);
    assert!(letter(words(), &draft).is_empty());
    draft.choose("what", "request");
    assert!(sent(&draft).contains("I take back my request.\n"));
    let dated = draft.with("request-date", "4 May");
    let text = sent(&dated);
    assert!(
        text.contains("my request of 4 May.") && !text.contains("my request.\n"),
        "{text}"
    );
}

/// None at all in first messages, and never the person concerned (invariant 1). What is ticked beforehand: `around.rs`.
#[test]
fn copies_only_where_the_process_wants_them() {
    for form in forms() {
        assert!(letter(words(), &Draft::new(form.kind)).copy.is_empty());
        let mut draft = Draft::new(form.kind);
        draft.copy = everybody();
        let made = letter(words(), &draft);
        assert_eq!(made.copy.len(), form.copied(&draft).len(), "{:?}", form.kind);
        assert!(!made.copy.contains(&"Qcopypersonconcerned".to_owned()));
    }
    let copied: Vec<&str> = forms()
        .filter(|form| !form.copied(&Draft::new(form.kind)).is_empty())
        .map(|form| form.kind.key())
        .collect();
    assert_eq!(
        copied,
        [
            "nsb-request",
            "confirm",
            "remind",
            "retaliation",
            "acknowledge",
            "clarify",
            "put-right",
            "response-tmb",
            "appeal",
            "ack",
            "nsb-nsb",
            "nsb-tpm",
            "nsb-ceo",
            "tpm-liaison",
            "right-of-reply",
            "outcome",
            "formal",
            "close-raiser",
            "close-concerned"
        ]
    );
}

/// Invariant 16: without an explicit way, no sentence has an NSB contact an NSB; an uninvolved officer never gets one.
#[test]
fn the_way_onward_is_named_only_when_known() {
    let mut draft = Draft::new(MessageKind::NsbRequest).with("observed", "Z.");
    let says = |draft: &Draft| sent(draft).contains("contact the NSB");
    assert!(!says(&draft));
    draft.choose("via", "nsb");
    assert!(says(&draft));
    draft.to_party = Addressee::UninvolvedOfficer;
    assert!(!says(&draft));
}

#[test]
fn the_card_has_the_chosen_sentences_and_own_words_win() {
    let mut card = Draft::new(MessageKind::Talk)
        .with("observed", "One.\n\nTwo.")
        .with("ask", "Three?");
    card.choose("opening", "minute");
    card.choose("stop", "no-such-key");
    let made = letter(words(), &card);
    assert_eq!(
        made.paragraphs[0].text,
        words().t("compose.opening.choice.minute")
    );
    assert_eq!(
        made.paragraphs.len(),
        4,
        "the part with two paragraphs, and no stop sentence: {made:?}"
    );
    let own = card.with("opening", "Own.");
    assert_eq!(letter(words(), &own).paragraphs[0].text, "Own.");
}

#[test]
fn hostile_text_stays_text() {
    let nasty = "<script>\u{0}\u{202e}abc\r\n\r\n\u{feff}\t x\u{2028}y {$name} {1.5}";
    let draft = Draft::new(MessageKind::Email)
        .with("observed", nasty)
        .with("to-name", "{$name}\u{202e}\nBcc: x");
    let made = letter(words(), &draft);
    assert_eq!(made.greeting, "Dear {$name} Bcc: x,");
    assert_eq!(made.paragraphs[1].text, "<script>\u{202e}abc");
    assert_eq!(made.paragraphs[2].text, "x\ny {$name} {1.5}");
    // What is filled into a sentence is not looked at again.
    let about = Draft::new(MessageKind::Help)
        .with("observed", "Z.")
        .with("person-name", "{$person-role}")
        .with("person-role", "chair; part x if y");
    assert!(sent(&about).contains("is {$person-role}. Their role, as far as known: chair; part x if y."));
    let big = Draft::new(MessageKind::Email).with("observed", &"é\n".repeat(400_000));
    assert_eq!(letter(words(), &big).paragraphs.len(), 2);
}

/// A choice or tick that there is not makes no sentence, and costs nothing else.
#[test]
fn a_damaged_choice_costs_the_choice() {
    for form in forms() {
        let part = form.parts().next().unwrap();
        let plain = Draft::new(form.kind).with(part, "Z.");
        let mut odd = plain.clone();
        for id in [
            "via", "level", "approach", "place", "state", "what", "answer", "step", "subject",
        ] {
            odd.choose(id, "moon");
        }
        odd.tick("enclosed", "moon", true);
        odd.tick("moon", "moon", true);
        assert_eq!(sent(&odd), sent(&plain), "{:?}", form.kind);
    }
    assert!(
        form(MessageKind::Outcome)
            .asking("ticks", "committee")
            .keys()
            .count()
            == 4
    );
}
