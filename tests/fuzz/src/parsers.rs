//! Every parser of Waymark as a function of bytes that anybody may have made, with what must hold of each answer. None may panic,
//! whatever comes. Used by the fuzzer (`main.rs`) and by `tests/seeds.rs`; who includes this brings `super::words`.

use std::rc::Rc;
use std::sync::OnceLock;

use serde::Serialize;
use serde::de::DeserializeOwned;
use strongbox::parsers::{FileKey, Header, read_armor, read_stream, write_armor, write_header, write_stream};
use strongbox::{LOG_N_READ, Refusal};
use waymark::document::{Route, plan, result};
use waymark::domain::case::Case;
use waymark::domain::fingerprint::{Inside, MARK, inside, signed, signed_object};
use waymark::domain::handover::{self, Copy, Part};
use waymark::domain::learning::learning;
use waymark::domain::letters::{
    Draft, Form, clean_line, clean_paragraphs, departure, formal_needs, letter, parse_address, take_over,
};
use waymark::domain::logs::Row;
use waymark::domain::names::{self, Finder};
use waymark::domain::practice::Progress;
use waymark::domain::search::Index;
use waymark::domain::{Answers, Lens, assessment, backup, json, review, search};
use waymark::export::{eml, everything, handover as handed, mailto, text as letter_text};
use waymark::storage::restore::{self, Choice, Last};
use waymark::storage::{
    Gone, Keeper, Kind, LockRecord, Memory, Record, RecordError, Shelf, Storage, migrate,
};

use super::words;

/// Takes bytes, and panics if they break a promise.
pub type Parser = fn(&[u8]);

/// All of them, by name.
pub const ALL: &[(&str, Parser)] = &[
    ("armor", armor),
    ("header", header),
    ("stream", stream),
    ("json", json_like_others),
    ("case", case),
    ("draft", draft),
    ("record", record),
    ("migration", migration),
    ("backup", backed_up),
    ("handover", handed_over),
    ("names", named),
    ("fingerprint", fingerprint),
    ("address", address),
    ("text", text),
];

/// Bytes as text; what is no text is none of ours.
fn utf8(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

/// The first bytes, for choices, and the others.
fn split<const N: usize>(bytes: &[u8]) -> Option<([u8; N], &[u8])> {
    bytes.split_first_chunk().map(|(first, rest)| (*first, rest))
}

/// One file has one armor: what was read is written as it was, but for line ends and for what stands around it.
fn armor(bytes: &[u8]) {
    let Ok(file) = read_armor(bytes) else { return };
    assert!(file.len() <= bytes.len());
    let text = write_armor(&file);
    assert_eq!(read_armor(&text).as_ref(), Ok(&file));
    let given = String::from_utf8_lossy(bytes.trim_ascii()).replace("\r\n", "\n");
    assert_eq!(text.trim_ascii(), given.as_bytes());
}

/// A header is read within the file, and only one that nobody touched gives the key.
fn header(bytes: &[u8]) {
    if let Ok(header) = Header::read(bytes) {
        assert!(header.end <= bytes.len());
        assert!(LOG_N_READ.contains(&header.log_n()));
        assert!(header.unwrap(bytes, &[7; 32]).is_err());
    }
    let Some(([at, change, log_n], rest)) = split::<3>(bytes) else {
        return;
    };
    let mut salt = [1; 16];
    let taken = rest.len().min(16);
    salt[..taken].copy_from_slice(&rest[..taken]);
    let (key, file_key) = ([7; 32], FileKey::new([9; 16]));
    let log_n = LOG_N_READ.start() + log_n % 9;
    let Ok(mut written) = write_header(&salt, log_n, &key, &file_key) else {
        panic!("a header could not be written")
    };
    let opened = |file: &[u8]| {
        let header = Header::read(file)?;
        assert_eq!(header.log_n(), log_n);
        header.unwrap(file, &key)
    };
    assert_eq!(opened(&written).as_deref(), Ok(&*file_key));
    let at = usize::from(at) % written.len();
    if change == 0 {
        written.truncate(at);
    } else {
        written[at] ^= change;
    }
    if let Ok(header) = Header::read(&written) {
        assert!(header.unwrap(&written, &key).is_err());
    }
}

/// Content comes back as it was, from a payload that nobody touched, and from no other.
fn stream(bytes: &[u8]) {
    const PIECE: usize = 64 * 1024 + 16;
    let key = FileKey::new([3; 16]);
    assert!(read_stream(&key, bytes).is_err());
    let Some(([high, low, way, at], rest)) = split::<4>(bytes) else {
        return;
    };
    // Mostly little, since ciphers are slow under a fuzzer; now and then the end of a piece, or three of them.
    let size = match way >> 4 {
        0..=11 => usize::from(low),
        12 => 64 * 1024 - usize::from(low & 3),
        13 => 64 * 1024 + usize::from(low & 3),
        _ => usize::from(u16::from_be_bytes([high, low])) * 3,
    };
    let content: Vec<u8> = match rest {
        [] => vec![0; size],
        _ => rest.iter().copied().cycle().take(size).collect(),
    };
    let mut payload = Vec::new();
    assert_eq!(write_stream(&key, &[5; 16], &content, &mut payload), Ok(()));
    assert_eq!(read_stream(&key, &payload), Ok(content));
    let place = usize::from(at) * payload.len() / 256;
    let mut changed = payload.clone();
    match way & 15 {
        0 => changed.truncate(place),
        1 => changed[place] ^= at | 1,
        2 => changed.extend_from_slice(rest),
        3 => drop(changed.remove(place)),
        4 => changed.insert(place, at),
        5 if changed.len() > 16 + PIECE => drop(changed.drain(16..16 + PIECE)),
        6 if changed.len() > 16 + 2 * PIECE => changed[16..16 + 2 * PIECE].rotate_left(PIECE),
        7 => changed.extend_from_within(16..),
        _ => {}
    }
    if changed != payload {
        assert_eq!(read_stream(&key, &changed), Err(Refusal::Damaged));
    }
}

/// The reader of records against the usual one: what ours takes, that one takes as the same; and what is written, both read.
fn json_like_others(bytes: &[u8]) {
    let Some(text) = utf8(bytes) else { return };
    both::<Case>(text);
    both::<Draft>(text);
    both::<Answers>(text);
}

fn both<T: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug>(text: &str) {
    let usual = serde_json::from_str::<T>(text).ok();
    match (json::read::<T>(text).ok(), usual) {
        (Some(ours), usual) => {
            assert_eq!(Some(&ours), usual.as_ref());
            let written = json::write(&ours).unwrap_or_default();
            assert_eq!(Some(&written), serde_json::to_string(&ours).ok().as_ref());
            assert_eq!(json::read::<T>(&written).ok(), Some(ours));
        }
        (None, Some(usual)) => {
            // Ours reads less deep, and half a character even in what it passes over is a mistake to it.
            let deep = text.matches(['[', '{']).count() > 64;
            assert!(deep || text.contains("\\u"), "{usual:?}");
        }
        (None, None) => {}
    }
}

/// A case that can be read can be kept, shown from every side, and handed over.
fn case(bytes: &[u8]) {
    let Some(text) = utf8(bytes) else { return };
    let Ok(case) = json::read::<Case>(text) else {
        return;
    };
    used(&case);
}

fn used(case: &Case) {
    let written = json::write(case).unwrap_or_default();
    assert_eq!(json::read::<Case>(&written).ok().as_ref(), Some(case));
    for lens in [Lens::Raise, Lens::Respond, Lens::Handle] {
        let _ = plan::plan(words(), &case.plan(lens));
    }
    for person in case.logs.people() {
        let _ = case.about(person).plan(Lens::Handle);
    }
    let _ = result::result(words(), &assessment::assess(&case.answers));
    let _ = formal_needs(case);
    let held = everything::Held::Case(case.clone());
    let all = everything::write(words(), &[("A title".to_owned(), held)]);
    assert_eq!(inside(all.as_bytes()), Inside::Same);
    handed_on(&handover::copy(case, &[], |_: Part<'_>| true));
}

/// A copy goes through its own file unchanged, and can be read by people.
fn handed_on(copy: &Copy) {
    let file = handover::write(copy, "A note.");
    assert_eq!(inside(file.as_bytes()), Inside::Same);
    match handover::read(file.as_bytes()) {
        Ok(read) => assert_eq!(&read, copy),
        Err(error) => assert_eq!(error, handover::HandoverError::TooBig),
    }
    assert_eq!(inside(handed::text(words(), copy).as_bytes()), Inside::Same);
    let (learned, times) = learning(copy, names::table(&copy.logs), "(an address)");
    assert_eq!(times.len(), names::table(&copy.logs).len());
    assert!(names::table(&learned.logs).is_empty());
    let _ = handed::learning(words(), &learned);
}

/// A draft that can be read can be kept, looked at, and sent: nothing typed becomes a header.
fn draft(bytes: &[u8]) {
    let Some(text) = utf8(bytes) else { return };
    let Ok(mut draft) = json::read::<Draft>(text) else {
        return;
    };
    let written = json::write(&draft).unwrap_or_default();
    assert_eq!(json::read::<Draft>(&written).ok().as_ref(), Some(&draft));
    sent(&draft);
    take_over(words(), &mut draft, &Case::default().logs, "");
    let _ = departure(words(), words(), &draft, &Case::default());
}

/// The headers of a message file.
const OURS: &[&str] = &[
    "X-Unsent",
    "To",
    "Cc",
    "Subject",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
];

/// What leaves of a draft, by every way.
pub fn sent(draft: &Draft) {
    let form = Form::of(words(), draft.kind);
    let letter = letter(words(), draft);
    let body = letter_text::write(words(), &letter);
    assert!(!body.contains('\r'));
    for hint in rules().draft(form, draft) {
        assert!(draft.text(hint.part).get(hint.start..hint.end).is_some());
    }
    if let Ok(file) = eml::write(words(), words(), draft) {
        assert!(file.is_ascii());
        assert!(file.lines().all(|line| line.len() <= 998));
        let (head, _) = file.split_once("\r\n\r\n").unwrap_or_default();
        let mut met = Vec::new();
        for line in head.split("\r\n").filter(|line| !line.starts_with(' ')) {
            let name = line.split_once(": ").map_or(line, |(name, _)| name);
            assert!(OURS.contains(&name) && !met.contains(&name), "{line}");
            met.push(name);
        }
    }
    if let Ok(link) = mailto::write(words(), words(), draft) {
        let (to, rest) = link.split_once('?').unwrap_or_default();
        assert!(to.starts_with("mailto:"));
        let pairs: Vec<&str> = rest
            .split('&')
            .map(|pair| pair.split('=').next().unwrap_or_default())
            .collect();
        assert!(
            matches!(pairs[..], ["subject", "body"] | ["cc", "subject", "body"]),
            "{link}"
        );
        assert!(
            link.bytes()
                .all(|byte| byte.is_ascii_graphic() && !b"<>\"\\^`{|}#".contains(&byte)),
            "{link}"
        );
    }
}

fn rules() -> &'static review::Rules {
    static ONCE: OnceLock<review::Rules> = OnceLock::new();
    ONCE.get_or_init(|| review::rules(words()))
}

/// A stored text is read as it was written, or set aside; the list shows it either way.
fn record(bytes: &[u8]) {
    let Some(text) = utf8(bytes) else { return };
    stored(text);
    // The same with a checksum that is right, so that what stands behind it is met as well.
    if let Some((head, rest)) = text.split_once('\n')
        && let Some((title, body)) = rest.split_once('\n')
    {
        let parts: Vec<&str> = head.splitn(3, ' ').collect();
        if let [magic, schema, head] = parts[..] {
            let sum = checksum(&[head, title, body]);
            stored(&format!("{magic} {schema} {head} {sum:016x}\n{title}\n{body}"));
        }
    }
}

/// FNV-1a over the parts with their lengths, written once more.
fn checksum(parts: &[&str]) -> u64 {
    let lengths = parts.iter().flat_map(|part| {
        let length = (part.len() as u64).to_le_bytes();
        length.into_iter().chain(part.bytes())
    });
    lengths.fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn stored(text: &str) {
    match Record::read(text) {
        Ok(record) => {
            assert_eq!(Record::read(&record.write()).as_ref(), Ok(&record));
            assert!(!record.title.contains('\n'));
        }
        Err(RecordError::Newer | RecordError::Damaged) => {}
    }
    if let Some(lock) = LockRecord::read(text) {
        let again = LockRecord::read(&lock.write());
        assert_eq!(again.map(|lock| lock.file), Some(lock.file));
    }
    if let Some(gone) = Gone::read(text) {
        assert_eq!(Gone::read(&gone.write()), Some(gone));
    }
    let last = Last::read(text);
    assert_eq!(Last::read(&last.write()), last);
    if let Some(progress) = Progress::read(text) {
        assert_eq!(Progress::read(&progress.write()), Some(progress));
    }
    let storage = Rc::new(Memory::default());
    assert_eq!(storage.write("waymark.record.a1", text), Ok(()));
    let Ok(shelf) = Shelf::open(storage) else {
        panic!("the list could not be made")
    };
    assert_eq!(shelf.list().len(), 1);
    assert_eq!(shelf.raw("a1").as_deref(), Some(text));
}

/// A body of any version becomes one of today's, and what could be read before can be read afterwards.
fn migration(bytes: &[u8]) {
    let Some(([from, kind], rest)) = split::<2>(bytes) else {
        return;
    };
    let Some(text) = utf8(rest) else { return };
    let kind = [Kind::Case, Kind::Draft, Kind::Progress, Kind::Sealed, Kind::Lock][usize::from(kind) % 5];
    let from = u32::from(from) % (migrate::SCHEMA + 1);
    let body = migrate::migrated(from, kind, text.to_owned());
    assert_eq!(migrate::migrated(migrate::SCHEMA, kind, body.clone()), body);
    match kind {
        Kind::Case => {
            let now = json::read::<Case>(&body);
            assert!(now.is_ok() || json::read::<Case>(text).is_err());
            now.iter().for_each(used);
        }
        Kind::Draft => {
            let now = json::read::<Draft>(&body);
            assert!(now.is_ok() || json::read::<Draft>(text).is_err());
            now.iter().for_each(sent);
        }
        Kind::Progress => {
            let now = Progress::read(&body);
            assert!(now.is_some() || Progress::read(text).is_none());
        }
        Kind::Sealed | Kind::Lock => assert_eq!(body, text),
    }
}

/// A document is refused, or every record in it comes to lie where it belongs, as it was.
fn backed_up(bytes: &[u8]) {
    let Ok(backup) = backup::read(bytes) else { return };
    let again = backup::write(&backup, "A note.");
    assert_eq!(backup::read(again.as_bytes()).as_ref(), Ok(&backup));
    if backup.records.len() > 50 {
        return;
    }
    let Ok(mut keeper) = Keeper::open(Rc::new(Memory::default())) else {
        panic!("nothing can be kept")
    };
    let mut bring = || {
        let _ = restore::lines(&backup, &keeper);
        restore::restore(
            &mut keeper,
            &backup,
            |_| Choice::Leave,
            str::to_owned,
            || "fresh".to_owned(),
        )
    };
    let added = bring().map(|restored| restored.added);
    assert_eq!(added, Ok(backup.records.len()));
    assert_eq!(
        bring().map(|restored| (restored.added, restored.replaced)),
        Ok((0, 0))
    );
    for item in &backup.records {
        assert_eq!(keeper.raw(&item.id).as_ref(), Some(&item.text), "{}", item.id);
    }
}

/// A file from somebody else is refused, or what is shown of it is what is kept of it.
fn handed_over(bytes: &[u8]) {
    let Ok(copy) = handover::read(bytes) else { return };
    handed_on(&copy);
    for draft in &copy.drafts {
        assert!(draft.title.is_empty() && draft.case.is_empty() && draft.text("account").is_empty());
        sent(draft);
    }
    for lens in [Lens::Raise, Lens::Respond, Lens::Handle] {
        used(&copy.case(lens));
    }
}

/// Lines of stand-in and name until an empty one, then a text: with a table in order no name is left in it.
fn named(bytes: &[u8]) {
    let Some(all) = utf8(bytes) else { return };
    let (table, text) = all.split_once("\n\n").unwrap_or((all, all));
    let rows: Vec<Row> = table
        .lines()
        .take(20)
        .map(row)
        .filter(|row| !row.is_empty())
        .collect();
    let mut finder = Finder::new(&rows);
    let out = finder.without_names(text);
    assert_eq!(finder.times.len(), rows.len());
    let in_order = (0..rows.len()).all(|at| names::wrong(&rows, at).is_none());
    if in_order && finder.times.iter().all(|times| *times == 0) {
        assert_eq!(out, text);
    }
    let next = names::next(words(), &rows);
    assert!(!next.is_empty());
    let once = names::without_addresses(text, "(an address)");
    assert_eq!(names::without_addresses(&once, "(an address)"), once);
}

fn row(line: &str) -> Row {
    let (stand_in, name) = line.split_once('=').unwrap_or((line, ""));
    let mut row = Row::default();
    row.set(names::STAND_IN, stand_in);
    row.set(names::NAME, name);
    row
}

/// What was signed is the same, and not the same any more once a byte of it is another one.
fn fingerprint(bytes: &[u8]) {
    let _ = inside(bytes);
    let Some(([high, low, change], rest)) = split::<3>(bytes) else {
        return;
    };
    let Some(text) = utf8(rest) else { return };
    let object =
        signed_object("{\"a\":".to_owned() + &json::write(&text.to_owned()).unwrap_or_default() + "}");
    for made in [signed(text.to_owned()), object] {
        assert_eq!(inside(made.as_bytes()), Inside::Same);
        let end = made.rfind(MARK).unwrap_or(0) + MARK.len();
        let mut changed = made.into_bytes();
        let at = usize::from(u16::from_be_bytes([high, low])) % end;
        changed[at] ^= change;
        assert!(change == 0 || inside(&changed) != Inside::Same);
    }
}

/// An address of a screen leads back to that screen; one of a person is one word that mail programs take, and nothing else.
fn address(bytes: &[u8]) {
    let Some(text) = utf8(bytes) else { return };
    let screen = |href: &str| Route::parse(href.strip_prefix('#').unwrap_or(href));
    let route = screen(text);
    assert_eq!(screen(&route.href()), route, "{text}");
    if let Ok(Some(address)) = parse_address(text) {
        let one = address.as_str();
        assert!(
            one.bytes()
                .all(|byte| byte.is_ascii_graphic() && !b"<>,;:\"()[]\\ ".contains(&byte)),
            "{one}"
        );
        assert_eq!(one.matches('@').count(), 1);
        assert_eq!(
            parse_address(one).map(|one| one.map(|one| one.as_str().to_owned())),
            Ok(Some(one.to_owned()))
        );
        assert!(text.contains(one));
    }
}

/// Text as somebody types it: cleaned once is clean, a place in it is a place in it, and a search finds or does not.
fn text(bytes: &[u8]) {
    let Some(text) = utf8(bytes) else { return };
    let line = clean_line(text);
    assert!(!line.contains(char::is_control) && !line.contains(['\u{2028}', '\u{2029}', '\u{202e}']));
    assert_eq!(clean_line(&line), line);
    let paragraphs = clean_paragraphs(text);
    assert_eq!(clean_paragraphs(&paragraphs.join("\n\n")), paragraphs);
    for place in review::addresses::find(text) {
        assert!(text.get(place).is_some_and(|found| found.contains('@')));
    }
    let mut draft = Draft::default();
    for part in [
        "observed",
        "ask",
        "subject",
        "from-name",
        "to-name",
        "to-address",
        "person-name",
        "person-role",
    ] {
        draft.set(part, text.to_owned());
    }
    sent(&draft);
    let _ = index().find(text);
}

fn index() -> &'static Index {
    static ONCE: OnceLock<Index> = OnceLock::new();
    ONCE.get_or_init(|| search::index(words()))
}
