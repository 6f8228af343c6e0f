//! The browser's own storage: what is written is there, and what it says when it is full, blocked or somebody else's.

use std::rc::Rc;

use wasm_bindgen_test::wasm_bindgen_test;
use waymark::browser::clock;
use waymark::browser::local::Local;
use waymark::storage::shelf::forget;
use waymark::storage::{Kind, Saved, Shelf, State, Storage, StorageError};

use super::{Back, js};

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

fn open() -> Shelf {
    Shelf::open(Rc::new(Local)).unwrap()
}

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
    assert_eq!(
        shelf.save("a", &long, "kept before", 2, || "b".to_owned()),
        Err(StorageError::Full)
    );
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
