//! The search over guides of a few made-up pages: what comes first and why, what is a word, and how far a slip may go.

use waymark::domain::Words;
use waymark::domain::search::{Index, index};

/// A page: its address, its title, its paragraphs.
type Page<'a> = (&'a str, &'a str, &'a [&'a str]);

/// Words with these ids and texts.
fn words(mut lines: Vec<(String, String)>) -> &'static Words {
    lines.sort();
    let pack = Words::write("en", lines.iter().map(|(id, text)| (id.as_str(), text.as_str())));
    Box::leak(Box::new(Words::parse(pack.leak()).unwrap()))
}

fn lines(pages: &[Page<'_>]) -> Vec<(String, String)> {
    let page = |(address, title, texts): &Page<'_>| {
        let mut text = format!("# {title}");
        for line in *texts {
            text.push('\u{2029}');
            text.push_str(line);
        }
        (format!("page.{address}"), text)
    };
    pages.iter().map(page).collect()
}

fn guide(pages: &[Page<'_>]) -> Index {
    index(words(lines(pages)))
}

fn found(index: &Index, typed: &str) -> String {
    let found = index.find(typed);
    let addresses: Vec<&str> = found.iter().map(|one| one.place.address.as_str()).collect();
    addresses.join(" ")
}

/// Pages and, for what is typed, the addresses in their order.
type Case<'a> = (&'a str, &'a [Page<'a>], &'a [(&'a str, &'a str)]);

const ORDER: &[Case<'_>] = &[
    (
        "a title says more than a text, and an address is known by itself",
        &[
            ("a", "Zebra", &["horse"]),
            ("b", "Horse", &["zebra"]),
            ("lion", "Cats", &["none"]),
        ],
        &[
            ("horse", "b a"),
            ("zebra", "a b"),
            ("lion", "lion"),
            ("none", "lion"),
        ],
    ),
    (
        "what stands there often comes before what stands there once; else the order of the pages",
        &[
            ("a", "One", &["horse"]),
            ("b", "Two", &["horse", "horse"]),
            ("c", "Three", &["horse"]),
        ],
        &[("horse", "b a c")],
    ),
    (
        "a word that stands everywhere says little",
        &[
            ("a", "Horse", &["zebra"]),
            ("b", "Zebra", &["horse"]),
            ("c", "C", &["horse"]),
            ("d", "D", &["horse"]),
            ("e", "E", &["horse"]),
            ("f", "F", &["horse"]),
            ("g", "G", &["horse"]),
            ("h", "H", &["horse"]),
            ("i", "I", &["horse"]),
            ("j", "J", &["horse"]),
            ("k", "K", &["horse"]),
            ("l", "L", &["horse"]),
            ("m", "M", &["horse"]),
            ("n", "N", &["horse"]),
        ],
        // Twelve at most.
        &[("zebra horse", "b a"), ("horse", "a b c d e f g h i j k l")],
    ),
    (
        "what holds every word comes alone; where nothing does, what holds most",
        &[
            ("a", "One", &["horse"]),
            ("b", "Two", &["zebra", "horse"]),
            ("c", "Three", &["lion"]),
        ],
        &[
            ("horse zebra", "b"),
            ("horse lion", "c a b"),
            ("horse nothing", "a b"),
            ("nothing", ""),
        ],
    ),
    (
        "the word itself in a text before a slip in a title; the beginning of a title before the word in a text",
        &[
            ("a", "Horsa", &["x"]),
            ("b", "Two", &["horse"]),
            ("c", "Lions", &["x"]),
            ("d", "Four", &["lion"]),
        ],
        &[("horse ", "b a"), ("lion", "c d"), ("lion ", "c d")],
    ),
    (
        "the word before one that begins with it",
        &[("a", "One", &["horsefly"]), ("b", "Two", &["horse"])],
        &[("horse ", "b a"), ("horse", "b a")],
    ),
    (
        "only the last word may be in the making",
        &[("a", "One", &["zebra"]), ("b", "Two", &["zebra horse"])],
        &[
            ("hor zebra", "a b"),
            ("zebra hor", "b"),
            ("hor", "b"),
            ("hor ", ""),
        ],
    ),
    (
        "what stands nowhere is shortened to the longest beginning, not below half of it",
        &[
            ("a", "One", &["horsemanship"]),
            ("b", "Two", &["horsemeat"]),
            ("c", "Three", &["horsemanic"]),
            ("d", "Four", &["2.1.3"]),
        ],
        &[
            ("horsemanlike ", "a c"),
            ("horsemexxxx ", "b"),
            ("horsxxxx ", "a b c"),
            ("horsxxxxxx ", ""),
            ("2.1.9", ""),
            ("2.1.34", ""),
        ],
    ),
];

#[test]
fn what_fits_best_comes_first() {
    for (why, pages, cases) in ORDER {
        let index = guide(pages);
        for (typed, wanted) in *cases {
            assert_eq!(found(&index, typed), *wanted, "{why}: {typed}");
        }
    }
}

/// A text, and what finds it and what does not. A blank at the end: the word is whole.
const WORDS: &[(&str, &[&str], &[&str])] = &[
    ("the end. Then", &["end ", "then ", "END"], &["endthen "]),
    ("annex 5", &["5 ", "annex "], &[]),
    (
        "see 2.1.3.",
        &["2.1.3 ", "2.1 ", "2. ", "2.1.3. "],
        &["1.3 ", "3 ", "2.1.4 "],
    ),
    ("v2.1 and 4.x", &["v2 ", "x ", "4 "], &["21 "]),
    (
        "don’t say it’s",
        &["dont ", "don't ", "don’t ", "its "],
        &["don "],
    ),
    ("été Äpfel ёлка", &["ete ", "apfel ", "елка "], &["ata "]),
    ("آمن مدرسة", &["امن ", "مدرسه "], &[]),
    (
        "ISO标准IEC",
        &["iso ", "标准 ", "iec ", "iso标准 "],
        &["isoiec ", "准i "],
    ),
    (
        "公平竞争",
        &["公平 ", "平竞 ", "竞争 ", "公平竞争 ", "公"],
        &["竞公 ", "争"],
    ),
    ("公 平", &["公 ", "平 "], &["公平 "]),
    ("公平 争", &["争 "], &["平 "]),
    // Short words as they stand; from four letters on, what begins so.
    (
        "horse",
        &["horse ", "hors ", "hor", "h"],
        &["hor ", "hoe ", "hoe", "hse "],
    ),
    ("cat", &["cat "], &["car ", "carts ", "ca "]),
    // One slip: swapped, left out, put in, changed.
    (
        "horse",
        &[
            "hosre ", "hrse ", "horrse ", "hprse ", "horsx ", "hose ", "xhorse ",
        ],
        &[],
    ),
    ("horsemanship", &["hprse", "horse "], &["hprse ", "hpsre"]),
    (
        "horse",
        &[],
        &[
            "ohsre ", "hpsxe ", "ohxxx ", "xxrse ", "xhrse ", "oxrse ", "hospe ", "hporsxe ",
        ],
    ),
    (
        "zebras",
        &["zbras ", "zebrass "],
        &["zbrxs ", "zeebrxs ", "ezbrxs ", "zbrsa "],
    ),
    // Two in a word of eight letters and more.
    (
        "harassment",
        &[
            "harasmant ",
            "haarssmnet ",
            "haxassmxnt ",
            "harrassmant ",
            "harasmet ",
        ],
        &["haxassxxnt ", "hxrasmxnt ", "ahrsasmnet "],
    ),
    ("ёлкагород", &["елкагорд ", "елкогорд "], &["олкогорт "]),
];

#[test]
fn a_word_is_found_by_itself_and_by_a_slip() {
    let mut wrong = Vec::new();
    for (text, by, not_by) in WORDS {
        let index = guide(&[("a", "Title", &[text])]);
        wrong.extend(
            by.iter()
                .filter(|typed| found(&index, typed) != "a")
                .map(|typed| (text, typed, "not found")),
        );
        wrong.extend(
            not_by
                .iter()
                .filter(|typed| found(&index, typed) == "a")
                .map(|typed| (text, typed, "found")),
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What is shown is the first paragraph that holds one of the words, or the first of all.
#[test]
fn the_paragraph_that_holds_the_word_is_shown() {
    let index = guide(&[(
        "a",
        "Title",
        &["first one", "then a horse", "and another horse", "a zebra"],
    )]);
    for (typed, line) in [
        ("horse", "then a horse"),
        ("hprse ", "then a horse"),
        ("zebra", "a zebra"),
        ("zebra horse", "then a horse"),
        ("title", "first one"),
    ] {
        assert_eq!(index.find(typed)[0].line, line, "{typed}");
    }
}

/// Letters, cards and questions are found by what is said of them; a page by other words for it, too. Nobody knows the address of a
/// card or of a question.
#[test]
fn each_kind_of_place_has_its_words() {
    let texts = [
        ("find.a", "stallion"),
        ("message.memo.lead", "lead of the letter"),
        ("message.memo.name", "Letter"),
        ("message.memo.when", "whenever"),
        ("page.a", "# Horse\u{2029}mane"),
        ("page.coverage", "# Horse"),
        ("page.unknown", "# Horse"),
        ("practice.card.k7.story", "tale"),
        ("practice.card.k7.title", "Card"),
        ("question.stake.ask", "Whose"),
        ("question.stake.option.none.say", "Nobody"),
        ("notes.title", "Shelf"),
        ("notes.lead", "kept"),
    ];
    let lines = texts.map(|(id, text)| (id.to_owned(), text.to_owned()));
    let index = index(words(lines.to_vec()));
    for (typed, wanted) in [
        ("horse", "a"),
        ("mane", "a"),
        ("stallion", "a"),
        ("letter", "begin/memo"),
        ("whenever", "begin/memo"),
        ("memo ", "begin/memo"),
        ("card", "practice/k7"),
        ("tale", "practice/k7"),
        ("k7", ""),
        ("whose", "assess/stake"),
        ("stake", ""),
        ("shelf", "notes"),
        ("kept", "notes"),
        ("coverage", ""),
    ] {
        assert_eq!(found(&index, typed), wanted, "{typed}");
    }
}

/// However many words there are, each is found, and the list of them grows in time.
#[test]
fn forty_thousand_words_are_found() {
    let text = (0..40_000)
        .map(|n| format!("w{n}x"))
        .collect::<Vec<_>>()
        .join(" ");
    let index = guide(&[("a", "One", &[&text]), ("b", "Two", &["w7x w39999x"])]);
    for (typed, wanted) in [
        ("w7x ", "a b"),
        ("w39999x ", "a b"),
        ("w20000x ", "a"),
        ("zzzz ", ""),
    ] {
        assert_eq!(found(&index, typed), wanted, "{typed}");
    }
}

/// A slice of the work is as long as was asked for, whether it reads pages or the answers of a question.
#[test]
fn a_slice_ends_with_the_text_that_fills_it() {
    let long = "x".repeat(994);
    let pages = ["a", "b", "c", "d", "e", "f"];
    let pages = pages.map(|at| (format!("page.{at}"), long.clone())).to_vec();
    let questions = [
        ("assess.title", "!"),
        ("question.aimed.ask", "?"),
        ("question.aimed.option.work.say", &long),
        ("question.nearest.ask", "?"),
    ];
    let questions = questions
        .map(|(id, text)| (id.to_owned(), text.to_owned()))
        .to_vec();
    for (lines, most, wanted) in [(pages, 994 * 2, 3), (questions, 500, 2)] {
        let words = words(lines);
        let mut index = Index::default();
        let mut count = 1;
        while !index.go_on(words, most) {
            count += 1;
        }
        assert_eq!(count, wanted, "{most}");
    }
}
