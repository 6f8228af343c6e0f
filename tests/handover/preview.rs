//! The copy as text, as it is shown before it leaves.

use super::*;

/// All that a message takes along: as what somebody receives it, who is addressed beside them, who is in copy.
#[test]
fn the_preview_shows_who_receives_a_message() {
    let words = support::words();
    let mut request = Draft::new(MessageKind::NsbLeaders).with("tried", "We talked.");
    request.to_party = Addressee::CommitteeLeadership;
    let beside = |party, address: &str| Copied {
        party,
        name: String::new(),
        address: address.to_owned(),
    };
    request.copy = vec![beside(Addressee::Tpm, "")];
    let mut formal = Draft::new(MessageKind::NsbRequest).with("observed", "Four interruptions.");
    formal.to_party = Addressee::OwnNsb;
    formal.copy = vec![beside(Addressee::Tpm, "tpm@iso.example")];
    let drafts = [("d1".to_owned(), request), ("d2".to_owned(), formal)];
    let copy = handover::copy(&Case::default(), &drafts, |_| true);
    let text = file::inside(words, &copy);
    let called = |one| addressee_name(words, one);
    let tpm = called(Addressee::Tpm);
    for expected in [
        format!("Who receives it?\n{}\n", called(Addressee::CommitteeLeadership)),
        format!("Who else is addressed?\n{tpm}\n"),
        format!("Who receives it?\n{}\n", called(Addressee::OwnNsb)),
        format!("Copy:\n{tpm}\ntpm@iso.example\n"),
    ] {
        assert!(text.contains(&expected), "{expected} in {text}");
    }
}

/// In no language does a colon stand behind a question mark, and each label is closed as that language closes it.
#[test]
fn a_label_that_asks_has_no_colon() {
    let mut case = case();
    for question in questions::ALL.iter().copied().flatten() {
        if let Some(first) = question.options().first() {
            case.answers.choose(question.id, first);
        }
    }
    for (locale, words) in support::languages() {
        let drafts = MessageKind::ALL.iter().map(|kind| {
            let form = Form::of(words, *kind);
            let mut draft = Draft::new(*kind).with("to-name", "A");
            for row in form.rows().filter(|row| row.asks()) {
                draft.set(row.id(), "x".to_owned());
                for key in row.keys() {
                    draft.tick(row.id(), key, true);
                    draft.choose(row.id(), key);
                }
            }
            (kind.key().to_owned(), draft)
        });
        let drafts: Vec<_> = drafts.collect();
        let copy = handover::copy(&case, &drafts, |_| true);
        let text = file::inside(words, &copy).replace(['\u{a0}', ' '], "");
        for mark in ["?", "\u{61f}", "\u{ff1f}"] {
            for colon in [":", "\u{ff1a}"] {
                let both = [mark, colon].concat();
                assert!(!text.contains(&both), "{}: {both}", locale.tag);
            }
        }
        let colon = match locale.tag.as_str() {
            "fr" => "\u{a0}:\n",
            "zh" => "\u{ff1a}\n",
            _ => ":\n",
        };
        assert!(
            file::inside(words, &copy).matches(colon).count() > 50,
            "{}",
            locale.tag
        );
    }
}
