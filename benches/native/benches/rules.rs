//! What the rules take without a browser: routing, assessment, packs, search, the second pair of eyes, records of older forms, and
//! the shelf as it grows. `scripts/bench native`; compare the lines of one run with each other.

use std::hint::black_box;
use std::path::Path;
use std::rc::Rc;
use std::sync::OnceLock;

use divan::Bencher;
use waymark::content;
use waymark::domain::case::Case;
use waymark::domain::letters::{Draft, Form};
use waymark::domain::questions::{ASSESS, SITUATION};
use waymark::domain::routing::{self, MessageKind};
use waymark::domain::{Answer, Answers, Lens, Words, assessment, interview, json, review, search};
use waymark::storage::{Keeper, Kind, Memory, Page, Record, Shelf};

fn main() {
    divan::main();
}

/// How many records lie on the shelf.
const SHELVES: [usize; 4] = [10, 100, 1_000, 5_000];

fn words() -> &'static Words {
    static ONCE: OnceLock<&Words> = OnceLock::new();
    ONCE.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        content::load(&root, "en").unwrap_or_else(|_| std::process::exit(1))
    })
}

/// Every question answered by its option with this number, as far as it has one.
fn answers(number: usize) -> Answers {
    let mut made = Answers::default();
    for question in SITUATION.iter().chain(ASSESS) {
        if let interview::Kind::One(options) | interview::Kind::Many(options) = question.kind {
            let option = options[number % options.len()];
            made.set(question.id, Answer::Chosen(vec![option.to_owned()]));
        }
    }
    made
}

/// So many records, as they are kept.
fn shelf(count: usize) -> Rc<Memory> {
    let memory = Rc::new(Memory::default());
    let body = json::write(&Case {
        answers: answers(1),
        ..Case::default()
    })
    .unwrap_or_default();
    if let Ok(mut shelf) = Shelf::open(Rc::clone(&memory) as _) {
        for number in 0..count {
            let title = format!("Situation {number}");
            let _ = shelf.create(&format!("r{number:05}"), Kind::Case, &title, &body, number as u64);
        }
    }
    memory
}

/// An account of so many bytes.
fn draft(bytes: usize) -> Draft {
    let mut draft = Draft::new(MessageKind::Email);
    let account = "On Tuesday I presented comment 14 and was interrupted. ".repeat(bytes / 55 + 1);
    draft.set("observed", account);
    draft
}

mod rules {
    use super::{Bencher, Lens, answers, assessment, black_box, interview, routing};
    use waymark::domain::questions::ASSESS;

    #[divan::bench]
    fn routing_a_plan(bencher: Bencher<'_, '_>) {
        let answers = answers(1);
        bencher.bench_local(|| routing::plan(Lens::Raise, black_box(&answers)));
    }

    #[divan::bench]
    fn assessing(bencher: Bencher<'_, '_>) {
        let answers = answers(1);
        bencher.bench_local(|| assessment::assess(black_box(&answers)));
    }

    #[divan::bench]
    fn path_through_an_interview(bencher: Bencher<'_, '_>) {
        let answers = answers(1);
        bencher.bench_local(|| interview::path(ASSESS, black_box(&answers)).len());
    }
}

mod packs {
    use super::{Bencher, Words, black_box, search, words};

    #[divan::bench]
    fn reading_all_words(bencher: Bencher<'_, '_>) {
        let pack: &'static str = Box::leak(Words::write("en", words().iter()).into_boxed_str());
        bencher.bench_local(|| Words::parse(black_box(pack)).is_ok());
    }

    #[divan::bench]
    fn making_the_index_of_the_search() -> search::Index {
        search::index(words())
    }

    #[divan::bench(args = ["h", "harass", "harassment informal", "nothing of the kind"])]
    fn searching(bencher: Bencher<'_, '_>, typed: &str) {
        let index = search::index(words());
        bencher.bench_local(|| index.find(black_box(typed)).len());
    }
}

mod second_pair_of_eyes {
    use super::{Bencher, Form, black_box, draft, review, words};

    #[divan::bench]
    fn making_the_rules_ready() -> review::Rules {
        review::rules(words())
    }

    #[divan::bench(args = [500, 5_000, 50_000])]
    fn reading_a_letter(bencher: Bencher<'_, '_>, bytes: usize) {
        let (rules, draft) = (review::rules(words()), draft(bytes));
        let form = Form::of(words(), draft.kind);
        bencher.bench_local(|| rules.draft(form, black_box(&draft)).len());
    }
}

mod records {
    use super::{
        Bencher, Case, Keeper, Kind, Page, Rc, Record, SHELVES, Shelf, black_box, draft, json, shelf,
    };

    /// A record of the first form: read, brought to today's form, and its case read.
    #[divan::bench]
    fn reading_one_of_the_first_form(bencher: Bencher<'_, '_>) {
        let text = include_str!("../../../tests/vectors/schema-1-case.txt");
        bencher.bench_local(|| {
            let body = Record::read(black_box(text)).map(|record| record.body);
            json::read::<Case>(&body.unwrap_or_default()).is_ok()
        });
    }

    #[divan::bench(args = [500, 5_000, 50_000])]
    fn writing_and_checking_one(bencher: Bencher<'_, '_>, bytes: usize) {
        let body = json::write(&draft(bytes)).unwrap_or_default();
        let record = Record {
            kind: Kind::Draft,
            seq: 1,
            updated: 1,
            title: String::new(),
            body,
        };
        bencher.bench_local(|| Record::read(&black_box(&record).write()).is_ok());
    }

    #[divan::bench(args = SHELVES)]
    fn opening_a_shelf(bencher: Bencher<'_, '_>, count: usize) {
        let memory = shelf(count);
        bencher.bench_local(|| Shelf::open(Rc::clone(&memory) as _).is_ok());
    }

    #[divan::bench(args = SHELVES)]
    fn listing_it(bencher: Bencher<'_, '_>, count: usize) {
        let opened = Keeper::open(shelf(count) as _);
        bencher.bench_local(|| opened.as_ref().map_or(0, |keeper| keeper.list().len()));
    }

    #[divan::bench(args = SHELVES)]
    fn keeping_a_change(bencher: Bencher<'_, '_>, count: usize) {
        let Ok(mut keeper) = Keeper::open(shelf(count) as _) else {
            return;
        };
        let page = Page {
            id: "r00005",
            kind: Kind::Case,
            title: "Situation 5",
            body: "{}",
            now: 1,
        };
        bencher.bench_local(|| keeper.keep(black_box(page), String::new).is_ok());
    }
}
