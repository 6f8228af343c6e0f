//! What only a browser can show: its storage, its clock, its files and its clipboard, and what it says when it refuses.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may fail loudly"
)]

use std::rc::Rc;

use js_sys::{Function, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use waymark::browser::local::Local;
use waymark::browser::{Refused, clipboard, clock, download, subtle};
use waymark::storage::shelf::forget;
use waymark::storage::{Kind, Saved, Shelf, State, Storage, StorageError};

wasm_bindgen_test_configure!(run_in_browser);

/// The storage itself, past our adapter.
fn raw() -> web_sys::Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

/// An empty storage, and one key of somebody else.
fn begin() {
    raw().clear().unwrap();
    raw().set_item("theirs", "not ours").unwrap();
}

fn end() {
    assert_eq!(raw().get_item("theirs").unwrap().as_deref(), Some("not ours"));
    raw().clear().unwrap();
}

/// Runs a line of JavaScript: the browser's side of a test.
fn js(code: &str) -> JsValue {
    Function::new_no_args(code).call0(&JsValue::NULL).unwrap()
}

/// Puts something of the browser's back when the test is over, also when it failed.
struct Back(&'static str);

impl Drop for Back {
    fn drop(&mut self) {
        js(self.0);
    }
}

fn open() -> Shelf {
    Shelf::open(Rc::new(Local)).unwrap()
}

// ---- storage ---------------------------------------------------------------------------------------------------------

#[wasm_bindgen_test]
fn texts_are_written_read_listed_and_removed() {
    begin();
    assert_eq!(Local.read("waymark.a"), Ok(None));
    for text in [
        "",
        "one",
        "two\nlines",
        "<b>&amp;</b>",
        "🙂 \u{202e}\u{200b} שלום \u{0}",
    ] {
        Local.write("waymark.a", text).unwrap();
        assert_eq!(Local.read("waymark.a").unwrap().as_deref(), Some(text));
        assert_eq!(
            raw().get_item("waymark.a").unwrap().as_deref(),
            Some(text),
            "stored as it is"
        );
    }
    Local.write("waymark.b", "two").unwrap();
    raw().set_item("waymarker.c", "not ours").unwrap();
    let mut keys = Local.keys().unwrap();
    keys.sort();
    assert_eq!(keys, ["waymark.a", "waymark.b"]);
    Local.remove("waymark.a").unwrap();
    Local.remove("waymark.never-there").unwrap();
    assert_eq!(Local.keys().unwrap(), ["waymark.b"]);
    end();
}

#[wasm_bindgen_test]
fn half_a_pair_from_elsewhere_is_damage_not_a_crash() {
    begin();
    js("localStorage.setItem('waymark.record.a', 'waymark-record 1 draft 1 1 0\\n\\ud800\\n{}')");
    js("localStorage.setItem('waymark.record.\\ud800', 'x')");
    let shelf = open();
    assert_eq!(shelf.entry("a").unwrap().state, State::Damaged);
    assert!(shelf.raw("a").unwrap().contains('\u{fffd}'));
    end();
}

#[wasm_bindgen_test]
fn a_full_storage_says_so_and_leaves_the_old_text() {
    begin();
    let mut shelf = open();
    shelf.create("a", Kind::Draft, "A", "kept before", 1).unwrap();
    let old = shelf.raw("a").unwrap();
    // Somebody else fills the rest, ever more finely.
    let (mut size, mut number) = (1 << 20, 0);
    while size > 0 {
        let text = "x".repeat(size);
        while raw().set_item(&format!("their{number}"), &text).is_ok() {
            number += 1;
        }
        size /= 4;
    }
    let long = "and more ".repeat(100);
    assert_eq!(Local.write("waymark.record.a", &long), Err(StorageError::Full));
    assert_eq!(shelf.raw("a"), Some(old.clone()));
    let saved = shelf.save("a", "A", &long, 2, || "b".to_owned());
    assert_eq!(saved, Err(StorageError::Full));
    assert_eq!(
        shelf.create("c", Kind::Case, "C", &long, 2),
        Err(StorageError::Full)
    );
    assert_eq!(shelf.rename("a", &long, 2), Err(StorageError::Full));
    assert_eq!(shelf.raw("a"), Some(old));
    assert_eq!(Local.keys().unwrap(), ["waymark.record.a"]);
    // Once there is room again, it is kept.
    for number in 0..number {
        raw().remove_item(&format!("their{number}")).unwrap();
    }
    let saved = shelf.save("a", "A", &long, 3, || "b".to_owned());
    assert_eq!(saved, Ok(Saved::Here));
    assert_eq!(open().record("a").unwrap().body, long);
    end();
}

#[wasm_bindgen_test]
fn a_shelf_survives_reopening() {
    begin();
    let paste = "1 MB é 会議 🙂 ".repeat(1024 * 1024 / 18);
    let mut shelf = open();
    shelf
        .create("a", Kind::Draft, "Tuesday’s\nmeeting 🙂", "first", 1)
        .unwrap();
    shelf.create("b", Kind::Case, "B", "{}", clock::now()).unwrap();
    assert_eq!(
        shelf.save("a", "Tuesday", &paste, 2, || "c".to_owned()),
        Ok(Saved::Here)
    );
    raw().set_item("waymark.record.odd", "{\"damaged\":1}").unwrap();
    drop(shelf);
    let mut shelf = open();
    assert_eq!(shelf.list().len(), 3);
    assert_eq!(shelf.entry("a").unwrap().title, "Tuesday");
    assert_eq!(shelf.record("a").unwrap().body, paste);
    assert_eq!(shelf.entry("odd").unwrap().state, State::Damaged);
    let deleted = shelf.delete("b").unwrap();
    assert!(open().entry("b").is_none());
    shelf.undelete(&deleted).unwrap();
    assert_eq!(open().record("b").unwrap().body, "{}");
    forget(&Local).unwrap();
    assert!(Local.keys().unwrap().is_empty());
    assert!(open().list().is_empty());
    end();
}

#[wasm_bindgen_test]
fn blocked_storage_is_an_answer() {
    begin();
    {
        let _back =
            Back("Object.defineProperty(window, 'localStorage', window.theirs); delete window.theirs");
        js("window.theirs = Object.getOwnPropertyDescriptor(window, 'localStorage')");
        for blocked in [
            "{ configurable: true, get() { throw new DOMException('no', 'SecurityError') } }",
            "{ configurable: true, value: null }",
            "{ configurable: true, value: undefined }",
        ] {
            js(&format!(
                "Object.defineProperty(window, 'localStorage', {blocked})"
            ));
            assert_eq!(Local.keys(), Err(StorageError::Blocked), "{blocked}");
            assert_eq!(Local.read("waymark.a"), Err(StorageError::Blocked));
            assert_eq!(Local.write("waymark.a", "text"), Err(StorageError::Blocked));
            assert_eq!(Local.remove("waymark.a"), Err(StorageError::Blocked));
            assert_eq!(Shelf::open(Rc::new(Local)).err(), Some(StorageError::Blocked));
            assert_eq!(forget(&Local), Err(StorageError::Blocked));
        }
    }
    assert_eq!(Local.keys(), Ok(Vec::new()));
    end();
}

#[wasm_bindgen_test]
fn storage_that_fails_later_is_an_answer() {
    begin();
    {
        let _back = Back("Object.assign(Storage.prototype, window.theirs); delete window.theirs");
        js("const { getItem, setItem, removeItem } = Storage.prototype; window.theirs = { getItem, setItem, removeItem };
            for (const name in window.theirs) Storage.prototype[name] = () => { throw new DOMException('no', 'InvalidStateError') }");
        assert_eq!(Local.read("waymark.a"), Err(StorageError::Blocked));
        assert_eq!(Local.write("waymark.a", "text"), Err(StorageError::Blocked));
        assert_eq!(Local.remove("waymark.a"), Err(StorageError::Blocked));
        js(
            "Storage.prototype.setItem = () => { throw new DOMException('no', 'NS_ERROR_DOM_QUOTA_REACHED') }",
        );
        assert_eq!(Local.write("waymark.a", "text"), Err(StorageError::Full));
        js("Storage.prototype.setItem = () => { throw 'not even an error' }");
        assert_eq!(Local.write("waymark.a", "text"), Err(StorageError::Blocked));
    }
    end();
}

// ---- clock -----------------------------------------------------------------------------------------------------------

#[wasm_bindgen_test]
fn a_moment_is_that_of_the_devices_own_zone() {
    let at = 1_763_785_663_000;
    let moment = clock::moment(at);
    let said = |part: &str| js(&format!("return String(new Date({at}).get{part}())")).as_string();
    let expected = [
        ("FullYear", moment.year),
        ("Date", moment.day),
        ("Hours", moment.hour),
        ("Minutes", moment.minute),
    ];
    for (part, number) in expected {
        assert_eq!(said(part), Some(number.to_string()), "{part}");
    }
    assert_eq!(moment.month, 11);
    assert_eq!(clock::moment_of(-86_400_000.0).year, 1969);
}

#[wasm_bindgen_test]
fn a_wrong_clock_is_written_somehow() {
    for at in [0, 1, u64::MAX, 8_640_000_000_000_000, 8_640_000_000_000_001] {
        let moment = clock::moment(at);
        assert!(
            (1..=12).contains(&moment.month) && (1..=31).contains(&moment.day),
            "{at}"
        );
        assert_eq!(moment.time().len(), 5, "{at}");
    }
    let _back = Back("Date.now = window.theirs; delete window.theirs");
    js("window.theirs = Date.now");
    for (says, now) in [
        ("-1", 0),
        ("NaN", 0),
        ("0", 0),
        ("1.9", 1),
        ("1e300", u64::MAX),
        ("Infinity", u64::MAX),
    ] {
        js(&format!("Date.now = () => {says}"));
        assert_eq!(clock::now(), now, "{says}");
    }
}

#[wasm_bindgen_test]
fn ids_are_plain_and_do_not_repeat() {
    let ids: std::collections::BTreeSet<String> = (0..10_000).map(|_| clock::fresh_id()).collect();
    assert_eq!(ids.len(), 10_000);
    assert!(
        ids.iter()
            .all(|id| id.len() == 10 && id.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
    );
}

// ---- files and clipboard ---------------------------------------------------------------------------------------------

#[wasm_bindgen_test]
async fn a_file_is_handed_over_as_it_is() {
    let _back = Back(
        "HTMLAnchorElement.prototype.click = window.theirs.click; URL.createObjectURL = window.theirs.make; delete window.theirs",
    );
    js("window.theirs = { click: HTMLAnchorElement.prototype.click, make: URL.createObjectURL };
        URL.createObjectURL = (blob) => { window.theirs.blob = blob; return window.theirs.make.call(URL, blob) };
        HTMLAnchorElement.prototype.click = function () { window.theirs.name = this.download; window.theirs.href = this.href }");
    let text = "what is on screen: <b> é 🙂\r\n";
    download::save("waymark-notes.txt", "text/plain;charset=utf-8", text.as_bytes()).unwrap();
    let theirs = Reflect::get(&web_sys::window().unwrap(), &"theirs".into()).unwrap();
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap();
    assert_eq!(get(&theirs, "name").as_string().unwrap(), "waymark-notes.txt");
    assert!(get(&theirs, "href").as_string().unwrap().starts_with("blob:"));
    let blob = get(&theirs, "blob");
    assert_eq!(
        get(&blob, "type").as_string().unwrap(),
        "text/plain;charset=utf-8"
    );
    let read: js_sys::Promise = js("return window.theirs.blob.text()").into();
    let read = wasm_bindgen_futures::JsFuture::from(read).await.unwrap();
    assert_eq!(read.as_string().unwrap(), text);
}

#[wasm_bindgen_test]
fn a_file_that_is_refused_is_an_answer() {
    let _back = Back("URL.createObjectURL = window.theirs; delete window.theirs");
    js("window.theirs = URL.createObjectURL; URL.createObjectURL = () => { throw new TypeError('no') }");
    let refused = download::save("waymark-notes.txt", "text/plain", b"text").unwrap_err();
    assert_eq!((refused, refused.id()), (Refused::Download, "error.download"));
}

#[wasm_bindgen_test]
async fn a_clipboard_that_is_refused_or_absent_is_an_answer() {
    let _back = Back("delete navigator.clipboard");
    let offer = |clipboard: &str| {
        js(&format!(
            "Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {clipboard} }})"
        ));
    };
    offer("{ writeText: (text) => { window.taken = text; return Promise.resolve() } }");
    assert_eq!(clipboard::write("é 🙂").await, Ok(()));
    assert_eq!(js("return window.taken").as_string().unwrap(), "é 🙂");
    for refused in [
        "{ writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }",
        "undefined",
    ] {
        offer(refused);
        let answer = clipboard::write("text").await.unwrap_err();
        assert_eq!((answer, answer.id()), (Refused::Clipboard, "error.clipboard"));
    }
}

// ---- sealing ---------------------------------------------------------------------------------------------------------

#[wasm_bindgen_test]
async fn what_is_sealed_opens_with_its_own_key_and_tag_alone() {
    assert!(subtle::is_there());
    let bytes = subtle::fresh().unwrap();
    assert!(bytes.len() == 32 && bytes != subtle::fresh().unwrap());
    let key = subtle::key(bytes.clone()).await.unwrap();
    let text = "Words with été, 🌊 and \u{5e9}\u{5dc}\u{5d5}\u{5dd}.\n".repeat(400);
    for text in ["", "a", &text] {
        let sealed = subtle::seal(&key, "waymark.record.a 2 7", text).await.unwrap();
        assert!(sealed.is_ascii() && (text.len() < 9 || !sealed.contains(text)));
        let again = subtle::seal(&key, "waymark.record.a 2 7", text).await.unwrap();
        assert_ne!(sealed, again, "chance in each");
        let opened = async |key, tags: &[&str], sealed: &str| {
            let tags: Vec<String> = tags.iter().map(|&tag| tag.to_owned()).collect();
            subtle::open(key, &tags, sealed).await
        };
        let (own, other) = ("waymark.record.a 2 7", "waymark.record.a 2 8");
        assert_eq!(opened(&key, &[own], &sealed).await.as_deref(), Some(text));
        assert_eq!(opened(&key, &[other, own], &sealed).await.as_deref(), Some(text));
        assert_eq!(opened(&key, &[other], &sealed).await, None);
        let same = subtle::key(bytes.clone()).await.unwrap();
        assert_eq!(opened(&same, &[own], &sealed).await.as_deref(), Some(text));
        let foreign = subtle::key(vec![7; 32]).await.unwrap();
        assert_eq!(opened(&foreign, &[own], &sealed).await, None);
        for broken in [
            "",
            "AAAA",
            "not base64!",
            &sealed[..sealed.len() - 4],
            &format!("AAAA{}", &sealed[4..]),
        ] {
            assert_eq!(opened(&key, &[own], broken).await, None, "{broken}");
        }
    }
    assert!(subtle::key(vec![1; 31]).await.is_none());
}

#[wasm_bindgen_test]
async fn the_browser_does_not_give_the_key_back() {
    let key = subtle::key(vec![7; 32]).await.unwrap();
    let taken = Function::new_with_args("key", "return crypto.subtle.exportKey('raw', key)");
    let taken: js_sys::Promise = taken.call1(&JsValue::NULL, &key).unwrap().into();
    assert!(wasm_bindgen_futures::JsFuture::from(taken).await.is_err());
}
