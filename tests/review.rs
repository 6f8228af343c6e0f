//! The second pair of eyes: every rule speaks up where it should, and fair sentences are left alone.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may fail loudly"
)]

#[path = "review/marks.rs"]
mod marks;
#[path = "review/patterns.rs"]
mod patterns;
mod support;

use std::sync::OnceLock;

use waymark::domain::Words;
use waymark::domain::letters::{Draft, Form, Manner, SUBJECT, letter, part_words, tick};
use waymark::domain::review::{AT_ONCE, Grave, Hint, How, RULES, Rules, gravest_first, rule_words, rules};
use waymark::domain::routing::MessageKind;

/// The second pair of eyes of one language: it reads letters in that language.
struct Eyes {
    tag: String,
    words: &'static Words,
    rules: Rules,
}

impl Eyes {
    fn part(&self, draft: &Draft, part: &'static str) -> Vec<Hint> {
        self.rules.part(Form::of(self.words, draft.kind), draft, part)
    }

    fn hints(&self, part: &'static str, text: &str) -> Vec<Hint> {
        self.part(&draft(part, text), part)
    }
}

/// Those of every language, the first one first.
fn all() -> &'static [Eyes] {
    static ONCE: OnceLock<Vec<Eyes>> = OnceLock::new();
    ONCE.get_or_init(|| {
        let made = support::languages().into_iter().map(|(locale, words)| Eyes {
            tag: locale.tag,
            words,
            rules: rules(words),
        });
        made.collect()
    })
}

fn words() -> &'static Words {
    all()[0].words
}

fn ready() -> &'static Rules {
    &all()[0].rules
}

fn draft(part: &str, text: &str) -> Draft {
    let kind = match part {
        "tried" => MessageKind::NsbRequest,
        "opening" | "stop" => MessageKind::Talk,
        _ => MessageKind::Email,
    };
    Draft::new(kind).with(part, text)
}

fn form(draft: &Draft) -> Form {
    Form::of(words(), draft.kind)
}

fn of_part(draft: &Draft, part: &'static str) -> Vec<Hint> {
    all()[0].part(draft, part)
}

fn of_draft(draft: &Draft) -> Vec<Hint> {
    ready().draft(form(draft), draft)
}

fn hints(part: &'static str, text: &str) -> Vec<Hint> {
    all()[0].hints(part, text)
}

fn keys(part: &'static str, text: &str) -> Vec<&'static str> {
    hints(part, text).iter().map(|hint| hint.rule).collect()
}

#[test]
fn every_rule_speaks_up_at_its_examples() {
    assert!(RULES.len() >= 45, "{}", RULES.len());
    let mut silent = Vec::new();
    for eyes in all() {
        for rule in RULES.iter().filter(|rule| rule.how != How::Whole) {
            for example in rule_words(eyes.words, rule.key).examples {
                let part = if rule.looks_at("observed") {
                    "observed"
                } else {
                    "ask"
                };
                let found = eyes.hints(part, example);
                for hint in &found {
                    assert!(example[hint.start..hint.end].starts_with(&hint.found), "{hint:?}");
                }
                if !found.iter().any(|hint| hint.rule == rule.key) {
                    silent.push(format!("{} {}: {example}", eyes.tag, rule.key));
                }
            }
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn fair_sentences_raise_nothing() {
    let mut loud = Vec::new();
    for eyes in all() {
        let path = format!(
            "{}/tests/cases-review/{}.toml",
            env!("CARGO_MANIFEST_DIR"),
            eyes.tag
        );
        let table: toml::Table = std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{path}: {error}"))
            .parse()
            .unwrap();
        let mut count = 0;
        for (key, sentences) in &table {
            let part: &'static str = key.clone().leak();
            for sentence in sentences.as_array().unwrap() {
                let sentence = sentence.as_str().unwrap();
                let found = eyes.hints(part, sentence).into_iter();
                loud.extend(found.map(|hint| (&eyes.tag, hint.rule, hint.found, sentence.to_owned())));
                count += 1;
            }
        }
        println!("{}: {count} fair sentences", eyes.tag);
        assert!(count >= 45, "{}: {count}", eyes.tag);
    }
    assert!(loud.is_empty(), "{loud:#?}");
}

/// Our own examples, choices, frames and ways to say it pass our own review.
#[test]
fn our_own_words_pass() {
    let mut loud = Vec::new();
    for eyes in all() {
        for kind in MessageKind::ALL {
            let form = Form::of(eyes.words, *kind);
            let mut full = Draft::new(*kind);
            let mut hear = |found: Vec<Hint>, said: &str| {
                loud.extend(
                    found
                        .into_iter()
                        .map(|hint| (&eyes.tag, *kind, hint.rule, hint.found, said.to_owned())),
                );
            };
            for part in form.parts() {
                let around = part_words(eyes.words, form, part);
                let sentences = around.choices.iter().map(|(_, sentence)| *sentence);
                for sentence in sentences.chain([around.example]) {
                    hear(eyes.part(&Draft::new(*kind).with(part, sentence), part), sentence);
                }
                full.set(part, "x".to_owned());
            }
            for row in form.rows().filter(|row| row.verb == "ticks") {
                for key in row.keys() {
                    full.tick(row.id(), key, true);
                    let said = tick(eyes.words, form, row.id(), key);
                    // The options of 2.1.4 and 2.2.3 and the actions of 3.1 stand there with their numbers, as what they are.
                    let numbered = said.ends_with(").") || said.ends_with("）。");
                    if !numbered {
                        hear(eyes.hints("observed", said), said);
                    }
                }
            }
            for para in letter(eyes.words, &full).paragraphs {
                if !para.text.starts_with('–') {
                    hear(eyes.hints("observed", &para.text), &para.text);
                }
            }
        }
    }
    assert!(loud.is_empty(), "{loud:#?}");
}

#[test]
fn every_rule_explains_itself() {
    for rule in RULES {
        let own = rule_words(words(), rule.key);
        assert!(
            own.title.len() < 70 && own.why.len() > 30 && own.try_this.len() > 8 && !own.examples.is_empty(),
            "{}",
            rule.key
        );
        let all = format!("{} {} {}", own.title, own.why, own.try_this).to_lowercase();
        for bad in [
            "breach",
            "your tone",
            "score",
            "offender",
            "must not",
            "forbidden",
            "not allowed to",
        ] {
            assert!(
                !all.contains(bad) || rule.key == "label-role",
                "{bad} in {}",
                rule.key
            );
        }
    }
    let known: Vec<_> = RULES.iter().map(|rule| rule.key).collect();
    for (id, _) in words()
        .iter()
        .filter(|(id, _)| id.starts_with("review.") && id.rsplit('.').next() == Some("title"))
    {
        assert!(
            known.contains(&id.split('.').nth(1).unwrap()),
            "{id} belongs to no rule"
        );
    }
}

/// A quoted insult is an observation; the writer's own word beside it is not.
#[test]
fn what_was_said_by_others_is_left_alone() {
    for quoted in ["“{}”", "\"{}\"", "«{}»", "„{}“", "'{}'", "‘{}’", "「{}」"] {
        let said = quoted.replace("{}", "You idiot, you always lie");
        assert_eq!(
            keys("observed", &format!("He said: {said}. Then he left.")),
            Vec::<&str>::new(),
            "{said}"
        );
        let both = format!("He said: {said}. He is an idiot.");
        assert_eq!(keys("observed", &both), ["label-insult"], "{both}");
    }
    assert_eq!(
        keys("observed", "He said \"nothing new, and you always do it."),
        ["always"],
        "no closing mark"
    );
    assert_eq!(
        keys("observed", "It's the members' list, don't you always see?"),
        ["always"],
        "apostrophes"
    );
}

#[test]
fn exceptions_are_near_and_in_the_same_sentence() {
    assert_eq!(
        keys("observed", "I do not think it was on purpose."),
        Vec::<&str>::new()
    );
    assert_eq!(
        keys("observed", "I do not like tea. It was on purpose."),
        ["motive-purpose"]
    );
    assert_eq!(
        keys("unknown", "You were trying to silence us on purpose."),
        Vec::<&str>::new(),
        "1.1 is for guesses"
    );
    assert_eq!(
        keys("observed", "He asked me to come to my hotel room."),
        Vec::<&str>::new()
    );
    assert!(keys("ask", "Please come to my hotel room.").contains(&"meet-alone"));
}

#[test]
fn names_are_found_with_care() {
    let named = [
        "Maria Lopez saw it.",
        "I told Anna-Maria Smith about it.",
        "Then Mr Okafor left.",
        "Prof. Sato knows.",
        "We met Łucja Żak there.",
    ];
    for text in named {
        assert!(keys("observed", text).contains(&"third-name"), "{text}");
    }
    // The mark is on the name, not on the word that begins the sentence.
    for (text, name) in [
        ("Yesterday Maria Lopez called.", "Maria Lopez"),
        ("Maria Lopez saw it.", "Maria Lopez"),
        ("It was Yesterday Maria Lopez.", "Yesterday Maria Lopez"),
    ] {
        let marked: Vec<&str> = hints("observed", text)
            .iter()
            .map(|hint| &text[hint.start..hint.end])
            .collect();
        assert_eq!(marked, [name], "{text}");
    }
    let fair = [
        "Yesterday Maria called.",
        "The Working Group met in South Africa.",
        "Dear Mr Chair, I disagree.",
        "On Monday ISO Guide 82 was open.",
        "MARIA said so.",
    ];
    for text in fair {
        assert_eq!(keys("observed", text), Vec::<&str>::new(), "{text}");
    }
    let known = draft("observed", "Maria Lopez and Jan van Dijk spoke.")
        .with("to-name", "Maria Lopez")
        .with("from-name", "Jan van Dijk");
    assert_eq!(of_part(&known, "observed"), []);
}

#[test]
fn addresses_in_the_text() {
    assert_eq!(
        keys("observed", "Ask kim@other.example, or wg3@lists.example.org."),
        ["third-address", "group-address"]
    );
    let own = draft("ask", "ines.roth@nsb.example or Kim@other.example")
        .with("from-name", "Ines Roth")
        .with("to-address", "kim@other.example");
    assert_eq!(of_part(&own, "ask"), []);
}

#[test]
fn hidden_letters_and_other_spellings_are_seen() {
    for text in [
        "You al\u{200b}ways do it",
        "YOU ALWAYS do it",
        "you—always do it",
        "You\u{2019}re just so arrogant",
        "You're just so arrogant",
        "He is so-called expert",
    ] {
        assert!(!keys("observed", text).is_empty(), "{text}");
    }
}

#[test]
fn the_subject_is_read_where_there_is_one() {
    for &kind in MessageKind::ALL {
        let draft = Draft::new(kind).with(SUBJECT, "You always do it");
        let read = of_draft(&draft).iter().any(|hint| hint.part == SUBJECT);
        assert_eq!(read, form(&draft).manner() == Manner::Mail, "{kind:?}");
    }
}

#[test]
fn an_empty_ask_and_a_long_part_are_seen() {
    let mut empty = draft("observed", "Something happened.");
    assert_eq!(
        of_draft(&empty)
            .iter()
            .map(|hint| (hint.rule, hint.part))
            .collect::<Vec<_>>(),
        [("empty-ask", "ask")]
    );
    empty.dismissed.insert(of_draft(&empty)[0].key());
    assert_eq!(of_draft(&empty), []);
    assert_eq!(keys("observed", &"word ".repeat(200)), ["long"]);
}

#[test]
fn a_hint_put_aside_stays_aside_and_others_do_not() {
    let mut draft = draft("observed", "You always do it. You never stop.");
    let first = of_part(&draft, "observed");
    assert_eq!(
        first.iter().map(|hint| hint.rule).collect::<Vec<_>>(),
        ["always", "never"]
    );
    draft.dismissed.insert(first[0].key());
    assert_eq!(of_part(&draft, "observed").len(), 1);
}

#[test]
fn the_free_account_is_not_read() {
    let draft = Draft::new(MessageKind::Email).with("account", "You idiot, you always lie!!!");
    assert_eq!(of_draft(&draft), []);
}

/// 1 MB of anything is read in one pass, and the number of hints stays small.
#[test]
fn a_large_paste_costs_little() {
    let units = [
        "On Tuesday you always interrupted me, and Maria Lopez said “stop it” twice. ",
        "you ",
        "\u{ab}",
        "\"a ",
        "@",
        "a@b.c ",
        "!?",
        "If you do not ",
        "你好",
        "שלום ",
        "🙂",
        "\u{200b}",
        "A B ",
        "'",
        "a'",
        "\n",
        "\0",
    ];
    for unit in units {
        let text = unit.repeat(1_000_000 / unit.len());
        let draft = draft("observed", &text);
        // Anything but one pass would not come to an end here.
        let found = of_part(&draft, "observed");
        assert!(
            found.len() <= 5 * RULES.len(),
            "{} hints for {unit:?}",
            found.len()
        );
    }
}

/// Of many hints the gravest few are seen first.
#[test]
fn a_threat_is_shown_before_smaller_things() {
    let text =
        "Mary Smith always shouts. He is a bully and a liar. You will regret this, I will have you fired!!!";
    let found = hints("observed", text);
    let in_text: Vec<_> = found.iter().map(|hint| hint.rule).collect();
    assert_eq!(in_text[..2], ["third-name", "always"]);
    let ordered = gravest_first(found);
    let rules: Vec<_> = ordered.iter().map(|hint| hint.rule).collect();
    assert_eq!(
        rules,
        [
            "threat-warning",
            "threat-career",
            "label-noun",
            "label-noun",
            "always",
            "third-name",
            "exclamation"
        ]
    );
    assert!(
        ordered[..AT_ONCE]
            .iter()
            .all(|hint| hint.grave <= ordered[AT_ONCE].grave)
    );
    // A hint about another text, perhaps a shorter one, shows nothing of this one that is not there.
    assert_eq!(ordered[0].sentence("é"), "");
}

/// What hangs on a rule is in its row, and the rows of the graver groups are those of threats, the law and labels.
#[test]
fn every_rule_says_what_hangs_on_it() {
    let of = |key: &str| RULES.iter().find(|rule| rule.key == key).unwrap().grave;
    let order = [
        "threat-career",
        "legal-crime",
        "label-noun",
        "sanction-resign",
        "mind-think",
        "always",
        "third-name",
        "long",
    ];
    assert!(order.windows(2).all(|pair| of(pair[0]) < of(pair[1])));
    for rule in RULES {
        let threat = rule.key.starts_with("threat-") || ["ultimatum", "revenge"].contains(&rule.key);
        assert!(!threat || rule.grave == Grave::Harm, "{}", rule.key);
    }
}

#[test]
fn a_hint_shows_its_sentence() {
    let text = "I came late. You will regret this, she said nothing! Then it ended.";
    let found = hints("observed", text);
    assert_eq!(found[0].sentence(text), "You will regret this, she said nothing!");
    let long = format!("{} you always {}", "слово ".repeat(80), "слово ".repeat(80));
    let found = hints("observed", &long);
    let shown = found.iter().find(|hint| hint.rule == "always").unwrap();
    let shown = shown.sentence(&long);
    assert!(
        shown.contains("you always") && shown.chars().count() < 260,
        "{shown}"
    );
    let empty = draft("observed", "Something happened.");
    assert_eq!(of_draft(&empty)[0].sentence(""), "");
    for eyes in all() {
        for rule in RULES.iter().filter(|rule| rule.how != How::Whole) {
            for example in rule_words(eyes.words, rule.key).examples {
                for hint in eyes.hints("ask", example) {
                    assert!(hint.sentence(example).contains(&hint.found), "{example}");
                }
            }
        }
    }
}
