//! Long lists of what people who try to break pages type, through every field, list, preview, import and export: shown as text,
//! nothing runs, the policy has nothing to stop, and nothing is lost on the way.
//!
//! The strings of `tests/hostile/own.json`; `HOSTILE` names a file with others (`scripts/soak hostile`: 5,000 of them).

use crate::keeping::expect_status;
use journeys::{App, Res, Setup};
use serde_json::Value;
use std::path::PathBuf;

/// Notes what runs and what the policy stops, and finds what text may not become: elements and attributes that act.
const GUARD: &str = r"
  window.ran = [];
  window.stopped = [];
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'eval']) window[name] = (...it) => { window.ran.push(name); };
  addEventListener('securitypolicyviolation', it => window.stopped.push(it.violatedDirective + ' ' + it.blockedURI), true);
  window.acting = () => [...document.body.querySelectorAll('*')].filter(it =>
    ['img', 'iframe', 'frame', 'object', 'embed', 'video', 'audio', 'source', 'base', 'math', 'marquee', 'applet', 'portal', 'foreignobject', 'set',
      'animate', 'xss'].includes(it.localName.toLowerCase())
    || ['script', 'style', 'meta', 'link', 'iframe'].includes(it.localName) && !!it.closest('main')
    || [...it.attributes].some(one => one.name.startsWith('on') || /^\s*(javascript|vbscript|data):/i.test(one.value) && one.name !== 'value' && one.name !== 'aria-label'))
    .map(it => it.outerHTML.slice(0, 200));
  window.harmless = () => {
    const odd = [...window.ran, ...window.stopped, ...window.acting(), ...(window.caught === undefined ? [] : ['caught'])];
    return odd.slice(0, 5).join(' | ');
  };
  // What one can see of a text: without white space, controls, and what turns directions.
  window.seen = text => text.toWellFormed().replace(/[\s\u0085\u0000-\u001f\u007f-\u009f\ufeff\u202a-\u202e\u2066-\u2069]/g, '');
  window.typed = (box, text) => { box.value = text; box.dispatchEvent(new Event('input', { bubbles: true })); };
  window.frame = () => new Promise(go => requestAnimationFrame(() => setTimeout(go)));
";

/// The strings, those that are no text outside a browser among them.
fn strings() -> Res<Vec<Value>> {
    let own = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../hostile/own.json");
    let path = std::env::var_os("HOSTILE").map_or(own, PathBuf::from);
    Ok(serde_json::from_slice(&std::fs::read(path)?)?)
}

async fn open(address: &str) -> Res<App> {
    Setup::default().before_load(GUARD).at(address).open().await
}

/// So many at a time, as a list in JavaScript; half characters with each.
fn list(strings: &[Value]) -> String {
    let list = Value::from(strings.to_vec()).to_string();
    format!("[...{list}, 'half \\ud83d', '\\udc00 half']")
}

async fn expect_harmless(app: &App, at: &str) -> Res {
    let odd = app.js("return window.harmless()").await?;
    app.check(
        odd == "",
        &format!("{at}: nothing to run, to be stopped or to act, but {odd}"),
    )
    .await
}

/// Runs an asynchronous body over these strings, which gives what went wrong, or nothing.
async fn each(app: &App, what: &str, strings: &[Value], body: &str) -> Res {
    let wrong = app
        .js_async(&format!("const strings = {};\n{body}", list(strings)))
        .await?;
    app.check(wrong.is_null() || wrong == "", &format!("{what}, but {wrong}"))
        .await?;
    expect_harmless(app, what).await
}

#[tokio::test]
async fn every_field_of_a_message_takes_it_as_text() -> Res {
    let app = open("#/begin/email").await?;
    app.expect_js(
        "the address of a new draft",
        "return location.hash.startsWith('#/write/')",
    )
    .await?;
    let address = app.route().await?;
    let strings = strings()?;
    for (at, some) in strings.chunks(50).enumerate() {
        each(
            &app,
            "every string on the sheet",
            some,
            "for (const text of strings) {
               const boxes = [...document.querySelectorAll('main textarea, main input')].filter(it => ['textarea', 'text', 'email', 'search'].includes(it.type));
               if (boxes.length < 10) return 'only ' + boxes.length + ' fields';
               for (const box of boxes) window.typed(box, text);
               const wanted = window.seen(text);
               const shown = () => window.seen(document.querySelector('.letter').textContent);
               for (let wait = 0; wait < 100 && !shown().includes(wanted); wait += 1) await window.frame();
               if (!shown().includes(wanted)) return JSON.stringify(text) + ' is not there: ' + shown().slice(0, 300);
               if (window.acting().length) return JSON.stringify(text) + ' became ' + window.acting();
             }",
        )
        .await?;
        // All of them in one box, and the page loaded anew.
        if at % 10 == 0 {
            each(
                &app,
                "all of them in one box",
                some,
                "window.typed(document.querySelector('#account'), strings.join('\\n'))",
            )
            .await?;
            expect_status(&app, "Saved on this device").await?;
            app.load(&address).await?;
            app.expect_js("the draft", "return !!document.querySelector('#account')?.value")
                .await?;
            each(
                &app,
                "all of them after loading anew",
                some,
                "const there = document.querySelector('#account').value;
                 const wanted = strings.join('\\n').toWellFormed().replace(/\\r\\n?/g, '\\n');
                 if (there !== wanted) return there.length + ' characters of ' + wanted.length",
            )
            .await?;
        }
    }
    println!("{} strings in every field of a message", strings.len());
    app.close().await
}

#[tokio::test]
async fn a_search_for_it_is_a_search() -> Res {
    let app = open("#/search").await?;
    let strings = strings()?;
    for some in strings.chunks(200) {
        each(
            &app,
            "every string in the search",
            some,
            "for (const text of strings) {
               window.typed(document.querySelector('main input'), text);
               await window.frame();
             }",
        )
        .await?;
    }
    println!("{} strings in the search", strings.len());
    app.close().await
}

/// A hand-over file with these in every place that holds a text, as the file that somebody chose.
const FILE: &str = "const log = make => strings.map(make);
  const logs = { names: log((it, at) => ({ name: it, 'stand-in': it + ' ' + at })), papers: log(it => ({ what: it, where: it, note: it, file: it, size: it })),
    steps: log(it => ({ with: it, note: it, written: it, when: it })), told: log(it => ({ who: it, about: it, why: it })) };
  const drafts = strings.slice(0, 20).map(it => ({ kind: 'email', title: it, texts: { observed: it, subject: it, 'to-name': it, 'to-address': it } }));
  const text = JSON.stringify({ format: 'waymark-handover', version: 1, note: strings[0], answers: { since: { text: strings.join('\\n') } }, logs, drafts }, (_, it) => typeof it === 'string' ? it.toWellFormed() : it);
  const files = new DataTransfer(); files.items.add(new File([text], strings[1].toWellFormed() + '.json'));
  const field = document.querySelector('#copy-file'); field.files = files.files;
  field.dispatchEvent(new Event('change', { bubbles: true }))";

/// Whether each string can be seen in this part of the page.
fn shown_in(css: &str) -> String {
    format!(
        "const shown = window.seen(document.querySelector('{css}').textContent);
         const gone = strings.filter(it => !shown.includes(window.seen(it)));
         if (gone.length) return gone.length + ' are not there: ' + JSON.stringify(gone.slice(0, 3))"
    )
}

#[tokio::test]
async fn a_copy_full_of_it_is_shown_kept_and_handed_on() -> Res {
    let strings = strings()?;
    // Each time in a browser of its own: all of them together are more than a page may keep.
    for some in strings.chunks(400) {
        let app = open("#/hand-over/open").await?;
        app.expect_js("the page", "return !!document.querySelector('#copy-file')")
            .await?;
        each(&app, "a file to choose", some, FILE).await?;
        app.expect_js(
            "its preview",
            "return document.activeElement?.id === 'copy-preview'",
        )
        .await?;
        each(&app, "every string in the preview", some, &shown_in("main")).await?;
        app.choose("the one who handles it, or helps").await?;
        app.click_text("Keep it as a new situation").await?;
        app.expect_h1("Your answers").await?;
        expect_status(&app, "Saved on this device").await?;
        for anew in [false, true] {
            for address in ["#/ledger", "#/told", "#/papers", "#/names"] {
                app.goto(address).await?;
                app.expect_js(
                    "the list",
                    "return document.querySelectorAll('main li, main .entry').length > 9",
                )
                .await?;
                if anew {
                    app.reload().await?;
                    app.expect_js(
                        "the list again",
                        "return document.querySelectorAll('main li, main .entry').length > 9",
                    )
                    .await?;
                }
                each(
                    &app,
                    &format!("every string in {address}"),
                    some,
                    &shown_in("main"),
                )
                .await?;
            }
        }
        app.goto("#/hand-over").await?;
        app.expect_h1("A hand-over copy").await?;
        app.js("for (const it of [...document.querySelectorAll('main button')].filter(it => it.textContent === 'All of these')) it.click()")
            .await?;
        app.expect_js(
            "a preview",
            "return document.querySelector('main .letter__body')?.textContent.length > 1000",
        )
        .await?;
        each(
            &app,
            "every string in the preview of the copy",
            some,
            &shown_in("main .letter__body"),
        )
        .await?;
        app.click("details.why summary").await?;
        app.click_text("Download as readable text").await?;
        let file = app.download_text("waymark-handover.txt").await?;
        let there = seen(&file);
        for text in some.iter().filter_map(Value::as_str) {
            app.check(there.contains(&seen(text)), &format!("{text:?} in the file"))
                .await?;
        }
        app.close().await?;
    }
    println!("{} strings through a hand-over copy", strings.len());
    Ok(())
}

/// What one can see of a text: without white space, controls, and what turns directions.
fn seen(text: &str) -> String {
    let unseen = |c: &char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().filter(|c| !unseen(c)).collect()
}

/// FNV-1a over the parts with their lengths, as in the first line of a record.
fn checksum(parts: &[&str]) -> u64 {
    let step = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    parts.iter().fold(0xcbf2_9ce4_8422_2325, |sum, part| {
        let sum = (part.len() as u64).to_le_bytes().into_iter().fold(sum, step);
        part.bytes().fold(sum, step)
    })
}

#[tokio::test]
async fn a_list_of_records_called_so_is_a_list() -> Res {
    let app = open("#/notes").await?;
    let strings = strings()?;
    let titles: Vec<String> = strings
        .iter()
        .filter_map(Value::as_str)
        .map(|title| title.replace(['\n', '\r'], " "))
        .collect();
    let records: Vec<(String, String)> = titles
        .iter()
        .enumerate()
        .map(|(at, title)| {
            let (head, body) = ("draft 1 1763784000000", "{\"kind\":\"email\"}");
            let sum = checksum(&[head, title, body]);
            let text = format!("waymark-record 2 {head} {sum:016x}\n{title}\n{body}");
            (format!("waymark.record.hostile{at}"), text)
        })
        .collect();
    for some in records.chunks(500) {
        let some = serde_json::to_string(some)?;
        app.js(&format!(
            "for (const [key, text] of {some}) localStorage.setItem(key, text)"
        ))
        .await?;
    }
    app.reload().await?;
    app.expect_h1("My notes").await?;
    // It comes a part at a time.
    while !app.texts(".notes + button").await?.is_empty() {
        app.click(".notes + button").await?;
    }
    app.expect_count(".note", titles.len()).await?;
    for some in strings.chunks(500) {
        let some = Value::from(some.to_vec());
        let wrong = app
            .js(&format!("const strings = {some}; {}", shown_in("main")))
            .await?;
        app.check(wrong.is_null(), &format!("every title in the list, but {wrong}"))
            .await?;
    }
    expect_harmless(&app, "the list of records").await?;
    println!("{} strings as names of records", titles.len());
    app.close().await
}

#[tokio::test]
async fn what_runs_or_acts_would_be_found() -> Res {
    for (what, found) in [
        (
            "const it = document.createElement('img'); it.alt = ''; document.querySelector('main').append(it)",
            "<img",
        ),
        (
            "const it = document.createElement('a'); it.href = ' javascript:x'; document.querySelector('main').append(it)",
            "<a",
        ),
        ("alert(1)", "alert"),
        ("window.caught = 1", "caught"),
        (
            "document.dispatchEvent(new SecurityPolicyViolationEvent('securitypolicyviolation', { violatedDirective: 'script-src', bubbles: true, blockedURI: 'made up' }))",
            "script-src",
        ),
    ] {
        let app = open("#/search").await?;
        expect_harmless(&app, "before").await?;
        app.js(what).await?;
        let odd = app.js("return window.harmless()").await?;
        app.check(
            odd.as_str().is_some_and(|odd| odd.contains(found)),
            &format!("{what} to be found, not {odd}"),
        )
        .await?;
        // Where the page itself says what its policy refused, it says so of what was made up, too.
        app.allow("made up");
        app.close().await?;
    }
    Ok(())
}
