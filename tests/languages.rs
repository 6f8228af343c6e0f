//! What must hold in every language of the guide: complete packs, letters that hold what was written and nothing unfilled, a search
//! that leads somewhere. `review.rs` is about the second pair of eyes in each.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may fail loudly"
)]

mod support;

use std::collections::BTreeSet;
use std::path::Path;

use support::languages;
use waymark::content::{self, locales::Locale};
use waymark::domain::letters::{Draft, Form, Manner, NAMES, composed};
use waymark::domain::logs::{Kind, Log, Row};
use waymark::domain::moment::Moment;
use waymark::domain::routing::MessageKind;
use waymark::domain::search::index;
use waymark::domain::{OpenPoint, Words};
use waymark::export::{logs, text};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The first language, in which the page is while a letter is in another one.
fn first() -> &'static Words {
    languages()[0].1
}

/// Every language but the first, which the other tests are about.
fn others() -> impl Iterator<Item = (Locale, &'static Words)> {
    languages().into_iter().skip(1)
}

/// A draft in which everything that its letter asks was entered, each with a word of its own.
fn full(form: Form) -> Draft {
    let mut draft = Draft::new(form.kind);
    for part in form.parts() {
        draft.set(part, written(part));
    }
    draft.set("to-name", "Q. Recipient".to_owned());
    draft.set("from-name", "W. Riter".to_owned());
    draft
}

/// What is written in a part.
fn written(part: &str) -> String {
    format!("w-{part}-w")
}

#[test]
fn a_letter_in_every_language_holds_what_was_written_and_nothing_unfilled() {
    for (locale, words) in others() {
        for kind in MessageKind::ALL {
            // Its form stands in the words of the page, which may be in another language.
            let form = Form::of(words, *kind);
            let draft = full(form);
            let letter = composed(words, form, &draft);
            let body = text::body(&letter);
            for row in form
                .rows()
                .filter(|row| ["said", "label", "after"].contains(&row.verb))
            {
                let stands = row.holds(&draft, form.addressee(&draft));
                assert!(
                    !stands || body.contains(&written(row.id())),
                    "{} {}: {} is lost in\n{body}",
                    locale.tag,
                    kind.key(),
                    row.id()
                );
            }
            assert!(
                !body.contains('{') && !body.contains('}'),
                "{} {}: {body}",
                locale.tag,
                kind.key()
            );
            if form.manner() == Manner::Mail {
                assert!(
                    !letter.subject.is_empty() && !letter.closing.is_empty(),
                    "{} {}",
                    locale.tag,
                    kind.key()
                );
            }
        }
    }
}

/// A value that Unicode would turn: 14-2026 after an Arabic word.
const TURNED: &str = "2026-14";

/// Every place of a text where the value follows a letter that is written from right to left: it stands between marks there. How many.
fn set_apart(tag: &str, text: &str) -> usize {
    let mut seen = 0;
    for line in text.lines() {
        for (at, value) in line.match_indices(TURNED) {
            let (before, after) = (&line[..at], &line[at + value.len()..]);
            if before.contains(|c| matches!(c, '\u{590}'..='\u{8ff}')) {
                let marked = before.ends_with('\u{2066}') && after.starts_with('\u{2069}');
                assert!(marked, "{tag}: {line:?} in\n{text}");
                seen += 1;
            }
        }
        let count = |mark| line.matches(mark).count();
        assert_eq!(count('\u{2066}'), count('\u{2069}'), "{tag}: {line:?}");
    }
    seen
}

#[test]
fn what_was_typed_keeps_its_order_where_it_is_read_from_right_to_left_and_nothing_is_added_elsewhere() {
    for (locale, words) in languages() {
        let mut seen = 0;
        for kind in MessageKind::ALL {
            let form = Form::of(words, *kind);
            let mut draft = Draft::new(*kind);
            let fields = form
                .rows()
                .filter(|row| row.verb == "field")
                .map(waymark::domain::letters::Row::id);
            for id in fields.chain(form.parts()).chain(NAMES.iter().copied()) {
                draft.set(id, TURNED.to_owned());
            }
            for row in form.rows().filter(|row| row.verb == "choice") {
                draft.choose(row.id(), row.keys().next().unwrap());
            }
            let letter = text::write(words, &composed(words, form, &draft));
            seen += set_apart(&locale.tag, &letter);
            let marked = letter.contains(['\u{2066}', '\u{2069}']);
            assert!(!marked || locale.direction == "rtl", "{}: {letter}", locale.tag);
        }
        for log in Log::ALL {
            let mut row = Row::default();
            for column in log.columns() {
                match column.kind {
                    Kind::Line | Kind::Text | Kind::Date => row.set(column.id, TURNED),
                    Kind::One(keys) => row.set(column.id, keys[0]),
                    Kind::Many(_) | Kind::File => {}
                }
            }
            let list = logs::write(words, log, &[row]);
            seen += set_apart(&locale.tag, &list);
            let marked = list.contains(['\u{2066}', '\u{2069}']);
            assert!(!marked || locale.direction == "rtl", "{}: {list}", locale.tag);
        }
        assert_eq!(seen > 20, locale.direction == "rtl", "{}: {seen}", locale.tag);
    }
}

/// The letters of a language can be put together with nothing but their own pack, as the app does while its page is in another one.
#[test]
fn letters_need_their_own_pack_alone() {
    let page = first();
    for (locale, packs) in content::build_all(root()).unwrap() {
        let pack: &'static str = packs.letters.leak();
        let alone: &'static Words = Box::leak(Box::new(Words::parse(pack).unwrap()));
        let whole = content::load(root(), &locale.tag).unwrap();
        for kind in MessageKind::ALL {
            let form = Form::of(page, *kind);
            let draft = full(form);
            assert_eq!(
                composed(alone, form, &draft),
                composed(whole, form, &draft),
                "{} {}",
                locale.tag,
                kind.key()
            );
        }
    }
}

#[test]
fn words_of_one_language_do_not_stand_in_another() {
    let first = first();
    let mut same = BTreeSet::new();
    for (locale, words) in others() {
        for point in OpenPoint::ALL {
            let id = format!("open.{}.case", point.key());
            if words.t(&id) == first.t(&id) {
                same.insert((locale.tag.clone(), id));
            }
        }
        for (id, text) in words
            .iter()
            .filter(|(id, text)| text.len() > 60 && !id.starts_with("logic.") && !id.starts_with("phrase."))
        {
            // Made by the build, addresses of documents, and names in Latin letters, which are the same everywhere.
            let same_by_nature = ["coverage.", "page.coverage", "official.", "review.third-name."];
            let by_nature = same_by_nature.iter().any(|start| id.starts_with(start));
            if !by_nature && first.get(id) == Some(text) {
                same.insert((locale.tag.clone(), id.to_owned()));
            }
        }
    }
    assert!(same.is_empty(), "not translated: {same:#?}");
}

#[test]
fn what_people_type_in_their_language_leads_where_they_want_to_go() {
    let mut lost = Vec::new();
    for (locale, words) in others() {
        let index = index(words);
        let mut leads = |typed: &str, wanted: &str| {
            let found: Vec<&str> = index
                .find(typed)
                .iter()
                .map(|found| found.place.address.as_str())
                .collect();
            if !found.iter().take(3).any(|one| *one == wanted) {
                lost.push(format!("{} {typed}, not {wanted}: {found:?}", locale.tag));
            }
        };
        leads("2.1.3", "process/2.1.3");
        // The tools by their names, and by words that stand nowhere on them.
        for (address, id) in [
            ("backup", "backup.title"),
            ("backup/open", "backup.open.title"),
            ("lock", "lock.title"),
            ("hand-over", "handover.title"),
        ] {
            leads(words.t(id), address);
        }
        for address in ["backup", "lock"] {
            let known = words.t(&format!("find.{address}")).split(' ').next();
            leads(known.unwrap_or_default(), address);
        }
        let (typed, wanted) = match locale.tag.as_str() {
            "fr" => ("intimider", "code/3"),
            "es" => ("intimidado", "code/3"),
            "ru" => ("оскорбляли", "assess"),
            "ar" => ("تنمرهم", "code/3"),
            _ => ("密码", "lock"),
        };
        leads(typed, wanted);
        // Its own titles, as they stand and with the last letter not typed yet.
        for (address, id) in [("notes", "notes.title"), ("map", "map.title")] {
            let title = words.t(id);
            leads(title, address);
            let cut = title.char_indices().last().map_or(0, |(at, _)| at);
            leads(&title[..cut], address);
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn a_day_stands_there_as_people_of_each_language_write_it() {
    let moment = Moment {
        year: 2026,
        month: 3,
        day: 4,
        hour: 9,
        minute: 5,
    };
    assert_eq!(moment.date(), "2026-03-04");
    let expected = [
        ("en", "4 March 2026, 09:05"),
        ("fr", "4 mars 2026 à 09:05"),
        ("ru", "4 марта 2026 г., 09:05"),
        ("es", "4 de marzo de 2026, 09:05"),
        ("ar", "4 مارس 2026، 09:05"),
        ("zh", "2026年3月4日 09:05"),
    ];
    for (locale, words) in languages() {
        let (_, text) = expected.iter().find(|(tag, _)| *tag == locale.tag).unwrap();
        assert_eq!(moment.written(words), *text);
        let months = (1..=12).map(|month| Moment { month, ..moment }.written(words));
        let different = months.collect::<BTreeSet<String>>();
        assert_eq!(different.len(), 12, "{}: the months", locale.tag);
    }
}
