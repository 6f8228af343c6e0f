//! Letters: nothing stands in one that was not entered, apart from the frames whose cause was given (invariants 1, 2, 9,
//! 14, 15, 16).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may fail loudly"
)]

mod support;

use std::sync::OnceLock;

use waymark::domain::Words;
use waymark::domain::json;
use waymark::domain::letters::{
    Addressee, Approach, Copied, Draft, Field, KINDS, Letter, Part, Via, account_probes, addressees, copied,
    departure, field_words, kind_from, kind_key, kind_words, letter, part_words, parts, spoken, ways,
};
use waymark::domain::pack::missing;
use waymark::domain::routing::MessageKind;
use waymark::export::text;

fn words() -> &'static Words {
    static ONCE: OnceLock<&Words> = OnceLock::new();
    ONCE.get_or_init(support::words)
}

/// What each input says in the tests: words that no frame holds.
const PARTS: [(Part, &str); 7] = [
    (Part::Observed, "Zobserved one.\n\nZobserved two."),
    (Part::Effect, "Zeffect."),
    (Part::Unknown, "Zunknown."),
    (Part::Tried, "Ztried."),
    (Part::Ask, "Zask?"),
    (Part::Opening, "Zopening."),
    (Part::Stop, "Zstop."),
];

/// Everything that leaves, as text, and the stand-ins of the preview apart.
fn leaves(letter: &Letter) -> String {
    text::write(words(), letter)
}

/// Every piece of text of ours that may leave, the longest first.
fn frames() -> &'static [String] {
    static ONCE: OnceLock<Vec<String>> = OnceLock::new();
    ONCE.get_or_init(|| {
        let may_leave = |id: &str| {
            id.starts_with("letter.") && !id.starts_with("letter.to.") && !id.starts_with("letter.from.")
                || id.starts_with("compose.line.")
                || id.contains(".choice.")
        };
        let mut all: Vec<String> = Vec::new();
        for (_, text) in words().iter().filter(|(id, _)| may_leave(id)) {
            let cut = text.replace("{$name}", "\u{0}").replace("{$role}", "\u{0}");
            all.extend(
                cut.split('\u{0}')
                    .map(|piece| piece.trim().to_owned())
                    .filter(|piece| piece.len() > 1),
            );
        }
        all.sort_by_key(|piece| std::cmp::Reverse(piece.len()));
        all
    })
}

/// Takes away what was entered and what the frames say; the rest must be nothing.
fn left_over(draft: &Draft, sent: &str) -> String {
    let mut entered: Vec<String> = Part::ALL
        .iter()
        .map(|part| draft.part(*part).to_owned())
        .collect();
    entered.extend(Field::ALL.iter().map(|field| draft.field(*field).to_owned()));
    entered.extend(
        draft
            .copy
            .iter()
            .flat_map(|copy| [copy.name.clone(), copy.address.clone()]),
    );
    let frames = frames();
    let mut rest = sent.to_owned();
    let entered = entered
        .iter()
        .flat_map(|text| text.split("\n\n"))
        .filter(|piece| !piece.is_empty());
    for piece in entered.chain(frames.iter().map(String::as_str)) {
        if rest.contains(piece) {
            rest = rest.replace(piece, "");
        }
    }
    rest.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn draft(kind: MessageKind, parts_mask: u32, fields_mask: u32) -> Draft {
    let mut draft = Draft::new(kind);
    for (at, (part, text)) in PARTS.iter().enumerate() {
        if parts_mask & (1 << at) != 0 {
            (*text).clone_into(draft.part_mut(*part));
        }
    }
    let fields = [
        (Field::ToName, "Qrecipient"),
        (Field::FromName, "Qsender"),
        (Field::FromRole, "Qrole"),
        (Field::PersonName, "Qperson"),
        (Field::PersonRole, "Qcapacity"),
    ];
    for (at, (field, text)) in fields.iter().enumerate() {
        if fields_mask & (1 << at) != 0 {
            (*text).clone_into(draft.field_mut(*field));
        }
    }
    "Qaccount never leaves".clone_into(&mut draft.account);
    "Qtitle never leaves".clone_into(&mut draft.title);
    draft
}

/// Invariant 14, over every kind, every subset of parts and of names, every way and every answer about approaching.
#[test]
fn nothing_leaves_that_was_not_entered() {
    let mut seen = 0;
    for (kind, _) in KINDS {
        for mask in 0..1 << PARTS.len() {
            for names in [0, 1, 2, 4, 8, 16, 24, 31] {
                let mut draft = draft(kind, mask, names);
                for (at, to) in addressees(kind).iter().enumerate() {
                    draft.to_party = *to;
                    draft.via = Via::ALL[(at + mask as usize) % Via::ALL.len()];
                    draft.approach = Approach::ALL[(at + mask as usize / 7) % Approach::ALL.len()];
                    let letter = letter(words(), &draft);
                    let sent = leaves(&letter);
                    assert_eq!(
                        left_over(&draft, &sent),
                        "",
                        "{kind:?} {mask:b} {names:b}\n{sent}"
                    );
                    reads_well(&draft, &letter, &sent);
                    seen += 1;
                }
            }
        }
    }
    println!("{seen} letters");
    assert!(seen > 15_000);
    assert!(missing::take().is_empty());
}

fn reads_well(draft: &Draft, letter: &Letter, sent: &str) {
    let show = format!("{:?}\n{sent}", draft.kind);
    for bad in [
        "  ",
        "{",
        "}",
        "letter.",
        "compose.",
        "[",
        "Person A",
        "Not chosen",
        "Qaccount",
        "Qtitle",
        "\n\n\n",
        " \n",
    ] {
        assert!(!sent.contains(bad), "{bad:?} in {show}");
    }
    assert_eq!(letter.is_empty(), draft.is_empty(), "{show}");
    for (part, text) in PARTS {
        let here = parts(draft.kind).contains(&part) && !draft.part(part).is_empty();
        assert_eq!(
            sent.contains(text.split("\n\n").next().unwrap()),
            here,
            "{part:?} {show}"
        );
    }
    for para in &letter.paragraphs {
        assert!(para.text.ends_with(['.', '?', ',']), "{show}");
        assert!(!para.label.ends_with(':'), "{show}");
    }
    let names = [
        ("Qrecipient", !spoken(draft.kind)),
        ("Qsender", !spoken(draft.kind)),
        ("Qrole", !spoken(draft.kind)),
    ];
    for (name, may) in names {
        assert!(may || !sent.contains(name), "{name} {show}");
    }
    let third = matches!(draft.kind, MessageKind::Help | MessageKind::NsbRequest);
    assert!(third || !sent.contains("Qperson"), "invariant 15: {show}");
    if draft.is_empty() {
        assert!(!sent.contains("Qperson") && !sent.contains("clause"), "{show}");
    }
    assert!(letter.copy.is_empty(), "{show}");
}

#[test]
fn a_frame_stands_only_with_its_cause() {
    let mut email = draft(MessageKind::Email, 0b1, 0);
    let frame = words().t("letter.email.unknown");
    assert!(!leaves(&letter(words(), &email)).contains(frame));
    "It may have been haste.".clone_into(&mut email.unknown);
    assert!(leaves(&letter(words(), &email)).contains(frame));
    let request = draft(MessageKind::NsbRequest, 0b1, 0);
    assert!(!leaves(&letter(words(), &request)).contains("tried"));
    let help = draft(MessageKind::Help, 0b1, 0);
    let sent = leaves(&letter(words(), &help));
    assert!(
        sent.contains("1.5") && sent.contains("4.2.1") && !sent.contains("speak or write"),
        "{sent}"
    );
    let asked = Draft {
        approach: Approach::Please,
        ..help
    };
    assert!(leaves(&letter(words(), &asked)).contains("speak or write to the person concerned"));
}

#[test]
fn the_whole_letter_reads_as_shown() {
    let draft = Draft {
        observed: "On Tuesday, while I presented comment 14, I was interrupted four times.".into(),
        effect: "The group voted without hearing the second half.".into(),
        unknown: "You may have been told to finish by noon.".into(),
        ask: "Could we agree that speakers finish before questions?".into(),
        from_name: "Ines\r\nBcc: all@example.org".into(),
        from_role: "delegate".into(),
        ..Draft::new(MessageKind::Email)
    };
    let expected = "Subject: Something I would like to talk over\n\nHello,\n\nI would like to raise something with you directly.\n\n\
        On Tuesday, while I presented comment 14, I was interrupted four times.\n\n\
        The group voted without hearing the second half.\n\n\
        There may be more to it than I know. You may have been told to finish by noon.\n\n\
        Could we agree that speakers finish before questions?\n\n\
        Kind regards,\n\nInes Bcc: all@example.org\ndelegate\n";
    let made = letter(words(), &draft);
    let sent = leaves(&made);
    assert!(sent.ends_with(expected), "{sent}");
    assert_eq!((made.to.as_str(), made.to_label.as_str()), ("", "Person A"));
}

/// Invariant 2, and the bar against a changed or foreign record: the addressee a kind does not allow is not used.
#[test]
fn an_individual_writes_only_to_whom_the_process_lets_them() {
    for (kind, _) in KINDS {
        for to in Addressee::ALL {
            let draft = Draft {
                to_party: *to,
                ..Draft::new(kind)
            };
            let used = draft.addressee();
            assert!(addressees(kind).contains(&used) || used == Addressee::Unchosen);
            let direct = matches!(
                kind,
                MessageKind::Talk | MessageKind::Email | MessageKind::Meeting | MessageKind::Break
            );
            assert_eq!(
                used == Addressee::PersonConcerned,
                direct,
                "invariant 1: {kind:?} {to:?}"
            );
        }
    }
}

/// No copy is there beforehand, none at all in first messages, and never the person concerned (invariant 1).
#[test]
fn copies_only_where_the_process_wants_them() {
    let copy: Vec<Copied> = Addressee::ALL
        .iter()
        .map(|party| Copied {
            party: *party,
            name: party.key().into(),
            ..Copied::default()
        })
        .collect();
    for (kind, _) in KINDS {
        assert!(letter(words(), &Draft::new(kind)).copy.is_empty());
        let made = letter(
            words(),
            &Draft {
                copy: copy.clone(),
                ..Draft::new(kind)
            },
        );
        assert_eq!(made.copy.len(), copied(kind).len(), "{kind:?}");
        assert!(!made.copy.contains(&"person-concerned".to_owned()));
        assert_eq!(made.copy.is_empty(), kind != MessageKind::NsbRequest);
    }
}

/// Invariant 16: without an explicit way, no sentence has an NSB contact an NSB; an uninvolved officer never gets one.
#[test]
fn the_way_onward_is_named_only_when_known() {
    let base = draft(MessageKind::NsbRequest, 0b1, 0);
    let says = |draft: &Draft| leaves(&letter(words(), draft)).contains("contact the NSB");
    assert!(!says(&base));
    assert!(says(&Draft {
        via: Via::Nsb,
        ..base.clone()
    }));
    assert!(!says(&Draft {
        via: Via::Nsb,
        to_party: Addressee::UninvolvedOfficer,
        ..base
    }));
}

/// Invariant 9, on every frame, label, hint and example of ours.
#[test]
fn no_verdict_deadline_or_sanction_in_our_words() {
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
        "remove",
        "misconduct",
        "accus",
        "score",
    ];
    // The guide's pages speak about the process in its own terms; what helps to write a message, and leaves, does not.
    let ours = ["message.", "compose.", "letter.", "departure.", "error."];
    for (id, text) in words()
        .iter()
        .filter(|(id, _)| ours.iter().any(|space| id.starts_with(space)))
    {
        let lower = text.to_lowercase();
        for word in banned {
            assert!(!lower.contains(word), "{word:?} in {id}: {text}");
        }
    }
}

#[test]
fn every_kind_part_and_field_has_its_words() {
    let _ = missing::take();
    for (kind, key) in KINDS {
        assert_eq!((kind_key(kind), kind_from(key)), (key, Some(kind)));
        let own = kind_words(words(), kind);
        assert!(
            !own.name.is_empty()
                && !own.lead.is_empty()
                && own.when.contains("{1.") | own.when.contains("{2.")
        );
        for part in parts(kind) {
            let around = part_words(words(), kind, *part);
            assert!(!around.probes.is_empty() && !around.example.is_empty() && !around.hint.is_empty());
            let chosen = matches!(part, Part::Opening | Part::Stop);
            assert_eq!(around.choices.len() >= 3, chosen);
        }
        assert!(!ways(kind).is_empty());
    }
    for field in Field::ALL {
        assert!(!field_words(words(), *field).label.is_empty());
    }
    assert!(account_probes(words()).len() >= 3);
    assert_eq!(missing::take(), std::collections::BTreeSet::new());
}

/// Records of other versions load; a damaged choice costs the choice, not the text; a kind from the future is refused.
#[test]
fn records_of_other_versions_load() {
    let old: Draft =
        json::read(r#"{"kind":"help","observed":"x","later":[1],"to_party":"tmb","via":"9"}"#).unwrap();
    assert_eq!(
        (old.kind, old.observed.as_str(), old.to_party, old.via),
        (MessageKind::Help, "x", Addressee::Unchosen, Via::Unsaid)
    );
    assert_eq!(json::read::<Draft>("{}").unwrap(), Draft::default());
    assert!(json::read::<Draft>(r#"{"kind":"to-the-tmb"}"#).is_err());
    for (kind, _) in KINDS {
        let draft = Draft {
            via: Via::GroupLeader,
            approach: Approach::AskFirst,
            ..draft(kind, 127, 31)
        };
        let kept = json::write(&draft).unwrap();
        assert_eq!(json::read::<Draft>(&kept).unwrap(), draft);
    }
}

#[test]
fn the_card_has_the_chosen_sentences_and_own_words_win() {
    let mut card = draft(MessageKind::Talk, 0b10001, 0);
    "minute".clone_into(&mut card.opening.key);
    "no-such-key".clone_into(&mut card.stop.key);
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
    "Own.".clone_into(&mut card.opening.own);
    assert_eq!(letter(words(), &card).paragraphs[0].text, "Own.");
}

#[test]
fn hostile_text_stays_text() {
    let nasty = "<script>\u{0}\u{202e}abc\r\n\r\n\u{feff}\t x\u{2028}y {$name} {1.5}";
    let draft = Draft {
        observed: nasty.into(),
        to_name: "{$name}\u{202e}\nBcc: x".into(),
        ..Draft::new(MessageKind::Email)
    };
    let made = letter(words(), &draft);
    assert_eq!(made.greeting, "Dear {$name} Bcc: x,");
    assert_eq!(made.paragraphs[1].text, "<script>\u{202e}abc");
    assert_eq!(made.paragraphs[2].text, "x\ny {$name} {1.5}");
    let big = Draft {
        observed: "é\n".repeat(400_000),
        ..Draft::new(MessageKind::Email)
    };
    assert_eq!(letter(words(), &big).paragraphs.len(), 2);
}

#[test]
fn the_departure_check_says_what_to_look_at() {
    let keys = |draft: &Draft| {
        departure(words(), draft)
            .cautions
            .iter()
            .map(|one| one.key)
            .collect::<Vec<_>>()
    };
    let empty = Draft::new(MessageKind::Help);
    assert_eq!(keys(&empty), ["empty", "no-recipient", "no-address", "no-name"]);
    let good = Draft {
        observed: "x".into(),
        from_name: "Ines".into(),
        to_address: "jo@nsb.example".into(),
        ..Draft::new(MessageKind::Email)
    };
    assert_eq!(keys(&good), Vec::<&str>::new());
    for group in [
        "wg3@lists.example.org",
        "TC999-members@example.org",
        "all.experts@example.org",
        "x@googlegroups.com",
    ] {
        assert_eq!(
            keys(&Draft {
                to_address: group.into(),
                ..good.clone()
            }),
            ["group-address"],
            "invariant 12: {group}"
        );
    }
    assert_eq!(
        keys(&Draft {
            to_address: "info@nsb.example".into(),
            ..good.clone()
        }),
        ["shared-mailbox"]
    );
    assert_eq!(
        keys(&Draft {
            to_address: "a@b.example, c@d.example".into(),
            ..good.clone()
        }),
        ["bad-address"]
    );
    let named = Draft {
        observed: "Write to kim@b.example, Kim@b.example or jo@nsb.example.".into(),
        ..good.clone()
    };
    let found = departure(words(), &named).cautions;
    assert_eq!(
        (found.len(), found[0].key, found[0].found.as_str()),
        (1, "third-address", "kim@b.example")
    );
    let request = Draft {
        kind: MessageKind::NsbRequest,
        ..good
    };
    assert_eq!(keys(&request), ["no-copies"]);
    let listed = Copied {
        party: Addressee::Tpm,
        name: String::new(),
        address: "tpm-list@iso.example".into(),
    };
    let with_copy = Draft {
        copy: vec![listed],
        ..request
    };
    assert_eq!(keys(&with_copy), ["group-address"], "invariant 12, in copy too");
    let ids = departure(words(), &with_copy).learns;
    assert!(ids.contains(&"departure.learns.tpm") && ids.contains(&"departure.learns.response"));
    let _ = missing::take();
    for key in ids {
        let _ = words().t(key);
    }
    for (kind, _) in KINDS {
        for to in Addressee::ALL {
            let draft = Draft {
                to_party: *to,
                to_address: "x x".into(),
                ..Draft::new(kind)
            };
            let made = departure(words(), &draft);
            made.learns
                .iter()
                .for_each(|id| assert!(!words().t(id).is_empty()));
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
    assert_eq!(missing::take(), std::collections::BTreeSet::new());
}
