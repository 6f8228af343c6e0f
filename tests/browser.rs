//! What only a browser can show: its storage, its clock, its files and its clipboard, and what it says when it refuses.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may fail loudly"
)]

#[path = "browser/storage.rs"]
mod storage;

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use waymark::browser::{Refused, clipboard, clock, download, fields, page, subtle};

wasm_bindgen_test_configure!(run_in_browser);

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

// ---- the page --------------------------------------------------------------------------------------------------------

#[wasm_bindgen_test]
fn a_key_of_which_nobody_says_which_it_is_breaks_nothing() {
    let pressed = Rc::new(Cell::new(0));
    let count = Rc::clone(&pressed);
    page::on_search_key(move || count.set(count.get() + 1));
    let _back = Back("removeEventListener('error', theirs.heard); delete window.theirs");
    js(
        "window.theirs = { broken: 0, heard: () => { theirs.broken += 1 } }; addEventListener('error', theirs.heard)",
    );
    // As what fills in passwords does it.
    js("const field = document.body.appendChild(document.createElement('input'));
        for (const name of ['keydown', 'keyup', 'input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
        field.remove()");
    assert_eq!(js("return theirs.broken").as_f64(), Some(0.0));
    assert_eq!(pressed.get(), 0);
    js("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }))");
    assert_eq!(pressed.get(), 1);
}

/// Counts how often the whole page is asked for its fields.
const COUNT_LOOKS: &str =
    "window.theirs = { looks: 0, all: Document.prototype.querySelectorAll };
    Document.prototype.querySelectorAll = function (what) { theirs.looks += 1; return theirs.all.call(this, what) }";
const COUNT_NO_MORE: &str = "document.querySelector('main').remove();
    Document.prototype.querySelectorAll = theirs.all; delete window.theirs";

fn looks() -> Option<f64> {
    js("return theirs.looks").as_f64()
}

#[wasm_bindgen_test]
fn hundreds_of_fields_are_put_back_after_one_look_at_the_page() {
    js(
        "const main = document.body.appendChild(document.createElement('main'));
        for (let at = 0; at < 600; at += 1) {
            const field = main.appendChild(document.createElement(at % 2 ? 'input' : 'textarea'));
            // Most are called alike.
            if (at % 3 === 0) field.id = `field-${at}`; else field.setAttribute('aria-label', 'Name');
            field.value = `text ${at}`
        }
        const box = main.appendChild(document.createElement('input'));
        box.type = 'checkbox'; box.checked = true;
        main.appendChild(document.createElement('input')).type = 'password'",
    );
    let held = fields::taken_down();
    assert_eq!(held.len(), 601, "all but passphrases");
    js(
        "for (const field of document.querySelectorAll('main input, main textarea')) { field.checked = false; if (field !== document.querySelector('main [type=checkbox]')) field.value = '' }",
    );
    js(COUNT_LOOKS);
    let _back = Back(COUNT_NO_MORE);
    assert!(fields::put_back(&held).is_empty());
    assert_eq!(looks(), Some(1.0));
    let all_back = "return [...document.querySelectorAll('main [id], main [aria-label]')].every((field, at) => field.value === `text ${at}`)
        && document.querySelector('main [type=checkbox]').checked";
    assert!(js(all_back).is_truthy());
    // What is nowhere is given back, however much there is of it.
    js("document.querySelector('main').replaceChildren()");
    assert_eq!(fields::put_back(&held).len(), 600);
    assert_eq!(looks(), Some(3.0), "one of them by this test");
}

#[wasm_bindgen_test]
fn fields_that_come_by_putting_another_one_back_are_found() {
    js("window.draw = () => {
            const main = document.querySelector('main') ?? document.body.appendChild(document.createElement('main'));
            const make = (id) => { const field = document.createElement('input'); field.id = id; return field };
            const box = make('box'), one = make('one'), two = make('two');
            box.type = 'checkbox';
            // One more comes with a tick, and typing into that draws the one behind it anew.
            box.onclick = () => { if (box.checked) { const more = make('more'); more.oninput = () => main.querySelector('#two').replaceWith(make('two')); one.before(more) } };
            main.replaceChildren(box, one, two)
        };
        draw();
        document.querySelector('#box').click();
        for (const id of ['more', 'one', 'two']) document.querySelector(`#${id}`).value = `in ${id}`");
    let held = fields::taken_down();
    assert_eq!(held.len(), 4);
    js("draw()");
    js(COUNT_LOOKS);
    let _back = Back(COUNT_NO_MORE);
    assert!(fields::put_back(&held).is_empty());
    assert_eq!(
        looks(),
        Some(3.0),
        "one more when one came, and one when one was replaced"
    );
    let says = js("return ['more', 'one', 'two'].map(id => document.querySelector(`#${id}`).value).join()");
    assert_eq!(says.as_string().unwrap(), "in more,in one,in two");
    js("delete window.draw");
}

#[wasm_bindgen_test]
fn what_is_said_on_a_page_stands_at_its_beginning_below_the_heading() {
    let _back = Back("document.querySelector('main').remove()");
    for (inside, order) in [
        ("<h1>Name</h1><p>Text</p>", "H1,DIV,P"),
        ("<p>Text</p><div><h1>Name</h1></div>", "DIV,P,DIV"),
        ("", "DIV"),
    ] {
        js(&format!(
            "document.querySelector('main')?.remove();
             document.body.appendChild(document.createElement('main')).innerHTML = '<div>{inside}</div>'"
        ));
        page::note_on_page("A sentence.", &["<b>as it is</b>".to_owned()]);
        let said =
            js("return [...document.querySelector('main > div').children].map(one => one.tagName).join()");
        assert_eq!(said.as_string().unwrap(), order);
        let said = js("return document.querySelector('main [role=status]').textContent");
        assert_eq!(said.as_string().unwrap(), "A sentence.<b>as it is</b>");
    }
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

/// Some browsers read it only when the person has said where to put it.
#[wasm_bindgen_test]
fn a_file_can_be_read_for_a_while_after_it_was_handed_over() {
    let _back = Back(
        "HTMLAnchorElement.prototype.click = theirs.click; URL.revokeObjectURL = theirs.revoke; window.setTimeout = theirs.wait; delete window.theirs",
    );
    js("window.theirs = { click: HTMLAnchorElement.prototype.click, revoke: URL.revokeObjectURL, wait: window.setTimeout, gone: [], waits: [] };
        HTMLAnchorElement.prototype.click = function () { theirs.href = this.href };
        URL.revokeObjectURL = (url) => { theirs.gone.push(url); theirs.revoke.call(URL, url) };
        window.setTimeout = (run, time) => { theirs.waits.push({ run, time }); return 0 }");
    download::save("waymark-notes.txt", "text/plain", b"text").unwrap();
    assert!(
        js("return theirs.gone.length === 0 && theirs.waits.length === 1 && theirs.waits[0].time >= 30000")
            .is_truthy()
    );
    js("theirs.waits[0].run()");
    assert!(js("return theirs.gone.length === 1 && theirs.gone[0] === theirs.href").is_truthy());
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
