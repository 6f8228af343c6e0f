//! What the tests of keeping share: a storage with company, bodies of real size, and looking at all of it.

use std::collections::BTreeMap;
use std::rc::Rc;

use waymark::domain::Answer;
use waymark::domain::case::Case;
use waymark::domain::json;
use waymark::domain::lens::Lens;
use waymark::domain::letters::{Addressee, Copied, Draft};
use waymark::domain::logs::{Log, Row};
use waymark::domain::routing::MessageKind;
use waymark::storage::{Kind, Memory, Record, Saved, Shelf, State, Storage, StorageError};

/// Keys of others on the same origin. Each looks a little like ours.
pub const FOREIGN: &[(&str, &str)] = &[
    ("theme", "dark"),
    ("waymark", "not ours"),
    ("Waymark.record.a", "not ours"),
    ("waymarker.record.a", "{\"theirs\":true}"),
    (" waymark.record.a", "not ours"),
    ("app/waymark.record.a", ""),
];

/// A storage that others use too.
pub fn with_company() -> Rc<Memory> {
    let storage = Memory::default();
    for (key, text) in FOREIGN {
        storage.write(key, text).unwrap();
    }
    Rc::new(storage)
}

/// Fails if a key of others was touched.
pub fn company_is_untouched(storage: &dyn Storage) {
    for (key, text) in FOREIGN {
        assert_eq!(
            storage.read(key).unwrap().as_deref(),
            Some(*text),
            "{key} is not ours"
        );
    }
}

/// Every key of ours and its text.
pub fn texts(storage: &dyn Storage) -> BTreeMap<String, String> {
    let keys = storage.keys().unwrap();
    keys.into_iter()
        .map(|key| {
            let text = storage.read(&key).unwrap().unwrap();
            (key, text)
        })
        .collect()
}

/// What is kept, apart from counts and times: kind, title and body of good records, the text of the others.
pub fn contents(storage: &dyn Storage) -> BTreeMap<String, String> {
    texts(storage)
        .into_iter()
        .map(|(key, text)| match Record::read(&text) {
            Ok(record) => (key, format!("{:?}|{}|{}", record.kind, record.title, record.body)),
            Err(error) => (key, format!("{error:?}|{text}")),
        })
        .collect()
}

/// The list as people see it.
pub fn listed(shelf: &Shelf) -> Vec<(String, Option<Kind>, String, State)> {
    let mut list: Vec<_> = shelf
        .list()
        .into_iter()
        .map(|entry| (entry.id.clone(), entry.kind, entry.title.clone(), entry.state))
        .collect();
    list.sort_by(|a, b| a.0.cmp(&b.0));
    list
}

/// Gives a record another name, as the list of notes does: it is read anew, then kept under the new one.
pub fn rename(shelf: &mut Shelf, id: &str, title: &str, now: u64) -> Result<(), StorageError> {
    shelf.reread(id);
    let record = shelf.record(id).ok_or(StorageError::ReadOnly)?;
    let saved = shelf.save(id, title, &record.body, now, || unreachable!("just read"))?;
    assert_eq!(saved, Saved::Here);
    Ok(())
}

/// The key of a record.
pub fn key(id: &str) -> String {
    format!("waymark.record.{id}")
}

/// A shelf over this storage.
pub fn open(storage: &Rc<Memory>) -> Shelf {
    Shelf::open(Rc::clone(storage) as Rc<dyn Storage>).unwrap()
}

/// A shelf over an empty storage of its own.
pub fn fresh() -> (Rc<Memory>, Shelf) {
    let storage = with_company();
    let shelf = open(&storage);
    (storage, shelf)
}

/// For saves that must not need another id.
pub fn no_copy() -> String {
    panic!("a copy was made where none was needed")
}

/// Answers as an interview leaves them.
pub fn case() -> Case {
    let mut case = Case::default();
    for (question, options) in [
        ("stake", &["experienced"][..]),
        ("setting", &["meeting", "chat"]),
        ("safety", &["safe"]),
        ("lawful", &["unknown"]),
        ("nearest", &["treatment", "voice"]),
        ("conduct", &["belittled", "criticised"]),
        ("aimed", &["both"]),
        ("voice", &["cut-off", "unanswered"]),
        ("recurrence", &[]),
    ] {
        let options = options.iter().map(|&option| option.to_owned()).collect();
        case.answers.set(question, Answer::Chosen(options));
    }
    case.answers.set(
        "since",
        Answer::Text("On Tuesday, in the second hour, my comment was read out in a mocking voice. “Next!” – 会議 🙂\nI said nothing.".to_owned()),
    );
    case
}

/// The same with what was done about it, as the ledger leaves it.
pub fn case_with_logs() -> Case {
    let row = |columns: &[(&str, &str)]| {
        let mut row = Row::default();
        for (column, text) in columns {
            row.set(column, text);
        }
        row
    };
    let mut case = case();
    case.lens = Lens::Handle;
    case.logs.set(
        Log::Steps,
        vec![
            row(&[
                ("what", "talk"),
                ("when", "2026-03-09"),
                ("with", "Zoë Å."),
                ("ended", "unsettled"),
            ]),
            row(&[
                ("what", "nsb"),
                ("when", "vor Ostern"),
                ("note", "“Next!” – 会議 🙂\nTwo lines."),
            ]),
        ],
    );
    case.logs.set(
        Log::Told,
        vec![row(&[
            ("who", "Head of delegation"),
            ("what", "name details"),
            ("why", "1.5"),
        ])],
    );
    case.logs.set(
        Log::Papers,
        vec![row(&[
            ("what", "E-mail"),
            ("where", "Inbox"),
            ("confidential", "yes"),
        ])],
    );
    case
}

/// A draft of the size people write.
pub fn draft() -> Draft {
    let sentence =
        "In the meeting on Tuesday I began to explain our comment on the scope, and was cut off twice. ";
    let mut draft = Draft::new(MessageKind::NsbRequest);
    "Tuesday’s meeting".clone_into(&mut draft.title);
    "k3m9x2p7qa".clone_into(&mut draft.case);
    draft.to_party = Addressee::OwnNsb;
    draft.set("to-name", "Zoë Ångström".to_owned());
    draft.set("to-address", "standards@nsb.example".to_owned());
    draft.copy = vec![Copied {
        party: Addressee::Tpm,
        name: "A. Manager".to_owned(),
        address: "tpm@office.example".to_owned(),
    }];
    draft.set("from-name", "Łucja Nowak".to_owned());
    draft.set("person-role", "convenor".to_owned());
    draft.set("account", sentence.repeat(12));
    draft.set("observed", format!("{sentence}\n\n{}", sentence.repeat(5)));
    draft.set("effect", "I stopped speaking for the rest of the day.".to_owned());
    draft.set(
        "unknown",
        "Whether time was short. \u{5e9}\u{5dc}\u{5d5}\u{5dd} 👩‍💻".to_owned(),
    );
    draft.set("tried", sentence.repeat(3));
    draft.set(
        "ask",
        "Could we talk about it before the next meeting?".to_owned(),
    );
    draft.dismissed.insert("always/observed".to_owned());
    draft
}

/// The body of a record.
pub fn body(of: &impl serde::Serialize) -> String {
    json::write(of).unwrap()
}

/// The same numbers in every run.
pub struct Seeded(pub u64);

impl Seeded {
    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }
}
