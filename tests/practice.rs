//! The practice cards: what the build refuses, what a line may hold, which card comes next, and what is kept of it.

use std::fs;
use std::path::{Path, PathBuf};

use waymark::content::{self, practice as build, read};
use waymark::document::{Block, Route, name, practice as pages};
use waymark::domain::practice::{Card, Filter, KINDS, Progress, SIDES, cards, next};
use waymark::domain::{Clause, Principle, Words};
use waymark::storage::{Kind, Record};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[allow(
    clippy::expect_used,
    reason = "a test that cannot read the content has nothing to say"
)]
fn words() -> &'static Words {
    content::load(root(), "en").expect("the content can be read")
}

// ---- the data ------------------------------------------------------------------------------------------------------

/// A copy of the cards and their words in which `from` became `to`, once, in the file of this name.
struct Copy(PathBuf);

#[allow(
    clippy::unwrap_used,
    reason = "a copy that cannot be made or read has nothing to say"
)]
impl Copy {
    fn new(test: &str) -> Self {
        let copy = std::env::temp_dir().join(format!("waymark-practice-{test}-{}", std::process::id()));
        for folder in [build::FOLDER, "content/words/en"] {
            fs::create_dir_all(copy.join(folder)).unwrap();
            for file in fs::read_dir(root().join(folder)).unwrap().flatten() {
                if file.file_name().to_string_lossy().starts_with("practice") {
                    fs::copy(file.path(), copy.join(folder).join(file.file_name())).unwrap();
                }
            }
        }
        Self(copy)
    }

    fn change(&self, file: &str, from: &str, to: &str) {
        let path = self.0.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    }

    fn problems(&self) -> Vec<String> {
        let texts = read::folder(&self.0, &self.0.join("content/words/en")).unwrap();
        let basis = content::locales::all(root()).unwrap().remove(0).basis;
        let problems = build::problems(&self.0, &texts, &basis);
        problems.iter().map(ToString::to_string).collect()
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const LOGIC: &str = "content/logic/practice-1.toml";
const WORDS: &str = "content/words/en/practice-1.toml";

#[test]
fn a_copy_without_a_change_has_no_problem() {
    assert_eq!(Copy::new("whole").problems(), Vec::<String>::new());
}

/// File, what stands in it, what is put in its place, and what the build says then.
const SLIPS: [[&str; 4]; 18] = [
    [
        LOGIC,
        "id = \"cut-off\"",
        "id = \"cut-in\"",
        "practice-1.toml: card `cut-in`: no text has the id `practice.card.cut-in.title`",
    ],
    [
        LOGIC,
        "id = \"cut-off\"",
        "id = \"cut-in\"",
        "words/en/practice-1.toml: `practice.card.cut-off.ask`: there is no card `cut-off`",
    ],
    [
        LOGIC,
        "id = \"accent-joke\"",
        "id = \"cut-off\"",
        "card `cut-off`: there is another one with this id",
    ],
    [
        LOGIC,
        "id = \"cut-off\"",
        "id = \"Cut off\"",
        "card `Cut off`: an id is made of small letters",
    ],
    [
        LOGIC,
        "id = \"cut-off\"",
        "id = \"print\"",
        "card `print`: an id is",
    ],
    [
        LOGIC,
        "side = \"target\"",
        "side = \"friend\"",
        "card `cut-off`: there is no side `friend`, only target, witness",
    ],
    [
        LOGIC,
        "side = \"target\"",
        "sides = \"target\"",
        "card `cut-off`: `sides` means nothing here",
    ],
    [
        LOGIC,
        "kind = \"touches\"",
        "kind = \"breach\"",
        "card `cut-off`: there is no kind `breach`",
    ],
    [
        LOGIC,
        "principles = [3, 4]",
        "principles = [3, 11]",
        "card `cut-off`: there is no principle 11",
    ],
    [
        LOGIC,
        "principles = [3, 4]",
        "principles = []",
        "card `cut-off`: it names no principle",
    ],
    [
        LOGIC,
        "principles = [3, 4]\n",
        "",
        "card `cut-off`: the list `principles` is missing",
    ],
    [
        LOGIC,
        "\"4.2.2\"]",
        "\"4.2.9\"]",
        "card `cut-off`: there is no clause 4.2.9",
    ],
    [
        LOGIC,
        "options = [\"now\"",
        "options = [\"later\"",
        "no text has the id `practice.card.cut-off.option.later.answer`",
    ],
    [
        LOGIC,
        "options = [\"now\"",
        "options = [\"later\"",
        "`practice.card.cut-off.option.now.say`: the card `cut-off` in content/logic/practice-1.toml has no use for it",
    ],
    [
        LOGIC,
        "options = [\"now\", \"break\"",
        "options = [\"now\", \"now\"",
        "two to four choices, each with a key of its own",
    ],
    [LOGIC, "[[card]]", "[card]", "content/logic/practice-1.toml: "],
    [
        WORDS,
        "ask = \"What could you do next?\"",
        "asks = \"What could you do next?\"",
        "`practice.card.cut-off.asks`: the card `cut-off`",
    ],
    [
        WORDS,
        "option.now.answer = \"",
        "option.now.answer = \"Just do it.\"\nnothing = \"",
        "`practice.card.cut-off.option.now.answer` says neither what the text says",
    ],
];

#[test]
fn each_slip_is_named_with_its_file_and_its_reason() {
    for (at, [file, from, to, reason]) in SLIPS.into_iter().enumerate() {
        let copy = Copy::new(&format!("slip{at}"));
        copy.change(file, from, to);
        let problems = copy.problems();
        assert!(
            problems.iter().any(|problem| problem.contains(reason)),
            "{to}: {problems:#?}"
        );
    }
}

#[test]
fn a_set_that_lacks_something_is_refused() {
    let copy = Copy::new("part");
    for file in fs::read_dir(copy.0.join(build::FOLDER)).unwrap().flatten() {
        if !file.path().ends_with("practice-1.toml") {
            fs::remove_file(file.path()).unwrap();
        }
    }
    let text = fs::read_to_string(copy.0.join(LOGIC)).unwrap();
    let all = text.replace("\"grey\"", "\"touches\"");
    fs::write(copy.0.join(LOGIC), all).unwrap();
    let problems = copy.problems().join("\n");
    for lack in [
        "practice cards in all; at least 36 are needed",
        "0 practice cards of the kind `grey`; at least 8",
        "practice cards about clause 3; at least 3",
        "practice cards from the side `tpm`; at least 3",
    ] {
        assert!(problems.contains(lack), "{lack}: {problems}");
    }
}

#[test]
fn no_answer_says_which_choice_is_the_right_one() {
    let never = [
        "that is right",
        "that is wrong",
        "the right choice",
        "the wrong choice",
        "correct",
        "well done",
        "mistake to",
        "the best choice",
        "is a breach",
    ];
    for (id, text) in words().iter().filter(|(id, _)| id.starts_with("practice.")) {
        let text = text.to_lowercase();
        for phrase in never {
            assert!(!text.contains(phrase), "{id}: {phrase}");
        }
    }
}

#[test]
fn every_card_can_be_read_and_shown_whole() {
    let words = words();
    let all = cards(words);
    assert!(all.len() >= 36, "{}", all.len());
    for card in &all {
        assert!(
            SIDES.contains(&card.side) && KINDS.contains(&card.kind),
            "{card:?}"
        );
        assert!(card.options.len() >= 2 && !card.clauses.is_empty(), "{card:?}");
        let doc = pages::card(words, card);
        let steps = doc.blocks.iter().filter_map(|block| match block {
            Block::Steps(items) => Some(items.len()),
            _ => None,
        });
        let (choices, answers) = (card.options.len(), card.options.len());
        assert_eq!(steps.collect::<Vec<_>>(), [choices, answers], "{}", card.id);
        let route = Route::Card(card.id.to_owned());
        assert_eq!(Route::parse(route.href().trim_start_matches('#')), route);
        assert_eq!(name::screen(words, &route), doc.title);
    }
}

// ---- a line, a filter, the next one --------------------------------------------------------------------------------

#[test]
fn a_line_is_read_as_it_was_meant_or_not_at_all() {
    let card = Card::read("cut-off target touches 3,4 1.3,intro now,break").expect("a card");
    assert_eq!((card.id, card.side, card.kind), ("cut-off", "target", "touches"));
    assert_eq!(card.principles, [3, 4].map(|at| Principle::new(at).unwrap()));
    assert_eq!(card.clauses, [Clause::C1_3, Clause::Intro]);
    assert_eq!(card.options, ["now", "break"]);
    let bare = Card::read("appeal concerned process - 3.3 ask,wait").expect("a card");
    assert!(bare.principles.is_empty());
    let strange =
        Card::read("a b c 99,x,-1,3 9.9,1 k,<b>,é").expect("numbers that there are not are left out");
    assert_eq!((strange.principles.len(), strange.clauses.len()), (1, 1));
    assert_eq!(strange.options, ["k"]);
    for line in [
        "",
        "cut-off",
        "cut-off target touches 3 1.3",
        "cut-off target touches 3 1.3 now more",
        "cut-off target touches 3 1.3 -",
        "../etc target touches 3 1.3 now",
        "<b> target touches 3 1.3 now",
    ] {
        assert_eq!(Card::read(line), None, "{line}");
    }
}

#[test]
fn a_set_that_is_not_there_yet_has_no_cards() {
    let first: &'static str = "waymark-pack 1 en\na.b\ttext\n";
    assert!(cards(&Words::parse(first).unwrap()).is_empty());
}

fn three() -> Vec<Card> {
    [
        "a target touches 3 1.3 x,y",
        "b chair grey 4 4.4 x,y",
        "c target process - 2.1 x,y",
    ]
    .into_iter()
    .filter_map(Card::read)
    .collect()
}

#[test]
fn a_filter_shows_one_side_and_one_principle() {
    let shown = |side, principle: Option<u8>| -> Vec<&str> {
        let principle = principle.and_then(Principle::new);
        let filter = Filter { side, principle };
        let all = three().into_iter();
        all.filter(|card| filter.shows(card))
            .map(|card| card.id)
            .collect()
    };
    assert_eq!(shown(None, None), ["a", "b", "c"]);
    assert_eq!(shown(Some("target"), None), ["a", "c"]);
    assert_eq!(shown(None, Some(4)), ["b"]);
    assert_eq!(shown(Some("target"), Some(3)), ["a"]);
    assert!(shown(Some("chair"), Some(3)).is_empty());
}

#[test]
fn the_next_card_is_one_that_is_shown_and_open_and_another() {
    let all = three();
    let every = Filter::default();
    let mut progress = Progress::default();
    let id = |progress: &Progress, filter, after| next(&all, filter, progress, after).map(|card| card.id);
    assert_eq!(id(&progress, every, None), Some("a"));
    assert_eq!(id(&progress, every, Some("a")), Some("b"));
    assert_eq!(id(&progress, every, Some("c")), Some("a"), "it goes round");
    assert_eq!(id(&progress, every, Some("none")), Some("a"));
    let target = Filter {
        side: Some("target"),
        principle: None,
    };
    assert_eq!(id(&progress, target, Some("a")), Some("c"));
    progress.choose("a", "x");
    assert_eq!(id(&progress, every, Some("c")), Some("b"));
    progress.choose("c", "a choice that there is no more");
    assert_eq!(id(&progress, every, Some("b")), Some("c"), "it has no answer now");
    progress.choose("c", "y");
    progress.choose("b", "y");
    assert_eq!(id(&progress, every, None), None);
    progress = Progress::default();
    let chair = Filter {
        side: Some("chair"),
        principle: None,
    };
    assert_eq!(id(&progress, chair, Some("b")), None, "never the same one");
}

// ---- what is kept --------------------------------------------------------------------------------------------------

#[test]
fn progress_comes_back_as_it_was_with_cards_of_other_versions() {
    let mut progress = Progress::default();
    assert_eq!(Progress::read(&progress.write()), Some(Progress::default()));
    for (card, option) in [
        ("cut-off", "now"),
        ("a-card-of-tomorrow", "wait"),
        ("cut-off", "break"),
    ] {
        progress.choose(card, option);
    }
    let text = progress.write();
    assert_eq!(text, "practice 1 a-card-of-tomorrow=wait cut-off=break");
    assert_eq!(Progress::read(&text), Some(progress.clone()));
    let mut other = Progress::read("practice 1 cut-off=now minutes=ask").unwrap();
    other.merge(&progress);
    assert_eq!(
        other.write(),
        "practice 1 a-card-of-tomorrow=wait cut-off=break minutes=ask",
        "the newer one counts, nothing is lost"
    );
    let record = Record {
        kind: Kind::Progress,
        seq: 1,
        updated: 2,
        title: "Practice cards".to_owned(),
        body: text,
    };
    assert_eq!(Record::read(&record.write()), Ok(record));
}

#[test]
fn a_text_that_is_not_ours_is_no_progress() {
    for text in [
        "",
        "practice",
        "practice 2 a=b",
        "practice 1a=b",
        "practice 1 ",
        "practice 1 a",
        "practice 1 a=",
        "practice 1 =b",
        "practice 1 a=b ",
        "practice 1  a=b",
        "practice 1 a=b a=c",
        "practice 1 b=x a=y",
        "practice 1 a=b\n",
        "practice 1 a=<img src=x>",
        "practice 1 A=b",
        "practice 1 a=b=c",
        "practice 1 é=b",
        "{\"a\":\"b\"}",
        "null",
    ] {
        assert_eq!(Progress::read(text), None, "{text:?}");
    }
    // Cut anywhere, it is a shorter one of ours or none; it never breaks.
    let whole = "practice 1 a-card-of-tomorrow=wait cut-off=break";
    for end in 0..whole.len() {
        if let Some(part) = Progress::read(&whole[..end]) {
            assert_eq!(part.write(), whole[..end]);
        }
    }
    let many: Vec<String> = (0..20_000).map(|at| format!("c{at:05}=x")).collect();
    let long = format!("practice 1 {}", many.join(" "));
    assert_eq!(Progress::read(&long).map(|read| read.write()), Some(long));
}
