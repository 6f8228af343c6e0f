//! The harness against a page written for it: what it finds, what it fills, and that its detectors are awake.

use journeys::{Ability, Res, Setup, needs};
use std::path::Path;
use tempfile::TempDir;

const PAGE: &str = r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Try</title><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:"></head>
<body><main><h1>Try me</h1>
<fieldset><legend>First question</legend><label><input type="radio" name="a" value="y"> Yes</label><label><input type="radio" name="a"> No</label></fieldset>
<fieldset><legend>Second question</legend><label><input type="radio" name="b" id="by"> Yes</label><label><input type="checkbox" name="c"> Also</label></fieldset>
<p><label for="words">Your words</label> <textarea id="words"></textarea></p>
<p><label for="day">The day</label> <input id="day" type="date"></p>
<p><label for="kind">Kind</label> <select id="kind"><option>One</option><option>Two</option></select></p>
<p><button id="save">Save <span aria-hidden="true">x</span></button> <button id="copy">Copy</button> <a href="two.txt" download="two.txt">Take it</a></p>
<p id="out"></p></main><script src="try.js"></script></body></html>"#;

const SCRIPT: &str = "
const out = document.getElementById('out'), words = document.getElementById('words');
words.value = (() => { try { return localStorage.getItem('words') ?? '' } catch { return 'blocked' } })();
words.addEventListener('input', () => { try { localStorage.setItem('words', words.value) } catch (e) { out.textContent = e.name } });
document.getElementById('save').onclick = () => setTimeout(() => out.textContent = `Saved ${words.value.length}`, 200);
document.getElementById('copy').onclick = () => navigator.clipboard.writeText(words.value).then(() => out.textContent = 'Copied');
";

fn folder() -> Res<TempDir> {
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("index.html"), PAGE)?;
    std::fs::write(folder.path().join("try.js"), SCRIPT)?;
    std::fs::write(folder.path().join("two.txt"), "two é\n")?;
    Ok(folder)
}

fn setup(folder: &Path) -> Setup {
    Setup::default().folder(folder)
}

#[tokio::test]
async fn a_person_finds_fills_and_takes_things() -> Res {
    let folder = folder()?;
    let app = setup(folder.path()).open().await?;
    app.expect_h1("Try me").await?;
    app.choose_in("Second question", "Yes").await?;
    app.choose("Also").await?;
    app.unchoose("Also").await?;
    assert!(!app.chosen("Also").await?);
    app.choose("No").await?;
    app.fill("Your words", "two 🙂 שלום").await?;
    assert_eq!(app.value("Your words").await?, "two 🙂 שלום");
    app.type_into("Your words", "!").await?;
    assert_eq!(app.record("words").await?.as_deref(), Some("two 🙂 שלום!"));
    app.fill("The day", "2031-02-03").await?;
    assert_eq!(app.value("The day").await?, "2031-02-03");
    app.select("Kind", "Two").await?;
    app.click_text("Copy").await?;
    app.expect_text("Copied").await?;
    assert_eq!(app.clipboard().await?, "two 🙂 שלום!");
    app.fill("Your words", "").await?;
    app.click_text("Save").await?;
    app.expect_text("Saved 0").await?;
    app.click_text("Take it").await?;
    assert_eq!(app.download_text("two.txt").await?, "two é\n");
    if app.offers(Ability::Pdf)? {
        assert!(app.printed_text().await?.contains("First question"));
    }
    app.js("document.getElementById('words').focus()").await?;
    app.key("Shift+Tab").await?;
    app.key("Tab").await?;
    app.expect_focus("#words").await?;
    assert_eq!(app.focused().await?, "textarea \"Your words\"");
    assert!(app.axe().await?.is_empty());
    app.close().await
}

#[tokio::test]
async fn a_failure_says_what_the_page_showed() -> Res {
    let folder = folder()?;
    let app = setup(folder.path()).open().await?;
    let Err(failure) = app.click_text_in("Second question", "Nowhere").await else {
        return Err(journeys::Failure::new("a click on nothing succeeded"));
    };
    let text = failure.to_string();
    for part in [
        "called \"Nowhere\"",
        "\"Second question\"",
        "h1:       Try me",
        "First question",
        "failures/",
    ] {
        assert!(text.contains(part), "{part} is missing in:\n{text}");
    }
    app.close().await
}

#[tokio::test]
async fn silence_is_proven() -> Res {
    let folder = folder()?;
    let app = setup(folder.path()).open().await?;
    app.forget_requests();
    app.expect_no_requests().await?;
    // Now a request of each kind, and each is seen.
    app.forget_requests();
    app.js_async("await fetch('/two.txt')").await?;
    assert!(app.expect_no_requests().await.is_err());
    app.expect_quiet().await.err().map_or(Ok(()), Err)?;
    app.js_async("await fetch('http://leak.example/x').catch(() => 0)")
        .await?;
    app.expect_complaint("the policy's complaint").await?;
    let text = app
        .expect_quiet()
        .await
        .err()
        .map(|failure| failure.to_string())
        .unwrap_or_default();
    assert!(
        text.contains("an empty console") && text.contains("leak.example"),
        "the policy's complaint: {text}"
    );
    app.allow("leak.example");
    app.expect_quiet().await?;
    app.js("setTimeout(() => { throw new Error('oops') })").await?;
    app.expect_complaint("the thrown error in the console").await?;
    app.allow("oops");
    app.close().await
}

#[tokio::test]
async fn circumstances_change() -> Res {
    let folder = folder()?;
    let app = setup(folder.path())
        .dark()
        .clock("2031-02-03T04:05:06Z")
        .open()
        .await?;
    let facts = "return [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('print').matches, new Date().getUTCFullYear()]";
    app.viewport(320, 640).await?;
    assert_eq!(app.js(facts).await?, serde_json::json!([320, true, false, 2031]));
    app.screenshot_whole("harness-narrow").await?;
    if app.offers(Ability::Theme)? && app.offers(Ability::PaperView)? {
        app.light().await?;
        app.paper(true).await?;
        assert_eq!(app.js(facts).await?, serde_json::json!([320, false, true, 2031]));
        app.paper(false).await?;
    }
    app.open_tab("").await?;
    app.switch_tab(0).await?;
    app.close().await
}

#[tokio::test]
async fn storage_fills_and_is_blocked() -> Res {
    let folder = folder()?;
    let app = setup(folder.path()).open().await?;
    app.fill_storage().await?;
    app.fill("Your words", "no room").await?;
    app.expect_text("QuotaExceededError").await?;
    app.unfill_storage().await?;
    app.fill("Your words", "room").await?;
    assert_eq!(app.record("words").await?.as_deref(), Some("room"));
    app.close().await?;

    let app = setup(folder.path()).storage_blocked().open().await?;
    assert_eq!(app.value("Your words").await?, "blocked");
    app.close().await
}

#[tokio::test]
async fn the_page_crashes_and_the_browser_is_closed() -> Res {
    needs!(Profile);
    let folder = folder()?;
    let app = setup(folder.path()).open().await?;
    app.fill("Your words", "kept").await?;
    app.crash_page().await?;
    assert_eq!(app.value("Your words").await?, "kept");
    let app = app.close_and_reopen().await?;
    assert_eq!(app.value("Your words").await?, "kept");
    let app = app.kill_and_reopen().await?;
    assert_eq!(app.value("Your words").await?, "kept");
    app.close().await
}
