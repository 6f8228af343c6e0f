//! The guide comes in two parts: what one needs to answer a first question, and the rest while people already work. The second part
//! comes late, or the connection breaks before it is there: what came works, and the rest is not passed over in silence.

use std::fs;
use std::path::Path;

use crate::routes::questions;
use journeys::{App, Engine, Res, Setup, dist};

const COMING: &str = "One moment: this page is on its way";
const LOST: &str = "This part of the guide did not arrive";

/// Lets the files with this in their names (a regular expression) come only when the journey says `release()`.
pub fn hold(files: &str) -> String {
    format!(
        "{{ const real = fetch, opened = new Promise(open => globalThis.release = open);
            globalThis.fetch = async (...asked) => {{
                if (/{files}/.test(asked[0]?.url ?? asked[0])) await opened;
                return real(...asked);
            }}; }}"
    )
}

/// The app as it is built, without those of its files whose names hold this.
async fn without(part: &str, address: &str) -> Res<App> {
    let folder = tempfile::tempdir()?;
    copy(&dist()?, folder.path(), part)?;
    let setup = Setup::default().folder(folder.path()).at(address);
    let app = setup.open().await?;
    app.allow(part);
    Ok(app)
}

pub fn copy(from: &Path, to: &Path, without: &str) -> Res {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (name, target) = (entry.file_name(), to.join(entry.file_name()));
        if entry.path().is_dir() {
            copy(&entry.path(), &target, without)?;
        } else if !name.to_string_lossy().contains(without) {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The app with its second part held back, at this address.
async fn held(address: &str) -> Res<App> {
    let app = App::open().await?;
    app.before_load(&hold("later-|en-more")).await?;
    app.begin_to_load(address).await?;
    app.expect_js(
        "a page that waits",
        "return !!globalThis.release && !!document.querySelector('#app[data-up] h1')",
    )
    .await?;
    Ok(app)
}

/// Every other browser would ask the server for it at each visit.
#[tokio::test]
async fn the_icon_for_apples_devices_is_named_to_them_alone() -> Res {
    const NAMED: &str = "[...document.querySelectorAll('link[rel=apple-touch-icon]')].map(icon => icon.href)";
    let app = App::open().await?;
    let named = app.js(&format!("return {NAMED}")).await?;
    app.check(named == serde_json::json!([]), "no icon to ask for")
        .await?;
    // By this they are known.
    app.before_load("Object.defineProperty(Navigator.prototype, 'standalone', { value: false })")
        .await?;
    app.reload().await?;
    app.expect_js(
        "the icon beside the page",
        &format!("return {NAMED}.join() === new URL('./apple-touch-icon.png', location.href).href"),
    )
    .await?;
    app.check(dist()?.join("apple-touch-icon.png").is_file(), "it to lie there")
        .await?;
    app.close().await
}

/// What a browser takes from the manifest is enough to install the guide, though the page is sealed and asks for no picture.
#[tokio::test]
async fn the_guide_can_be_installed_with_an_icon_and_without_a_request() -> Res {
    let app = Setup::default().with_worker().open().await?;
    app.expect_count("#app[data-sealed]", 1).await?;
    app.expect_installable().await?;
    let asked = app.site.requests();
    app.check(
        !asked.iter().any(|line| line.contains("icon")),
        &format!("no icon asked for, but {asked:?}"),
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn what_is_asked_of_the_server_is_these_files_and_nothing_after() -> Res {
    let app = Setup::default().with_worker().open().await?;
    let mut asked: Vec<String> = app.site.requests();
    // The service worker comes last. What it then asks for is among the files of the guide (`offline`).
    let worker = asked.iter().position(|line| line == "GET /sw.js");
    app.check(worker.is_some(), "the service worker").await?;
    asked.truncate(worker.unwrap_or_default());
    // Firefox and WebKit look at the manifest only when somebody installs the guide.
    asked.retain(|line| line != "GET /manifest.webmanifest");
    asked.sort();
    // WebKit makes no use of what a page loads ahead for `fetch`, and asks for the same again.
    if Engine::chosen()? == Engine::WebKit {
        asked.dedup();
    }
    let shapes = [
        ("GET /", ""),
        ("GET /later-", ".wasm"),
        ("GET /packs/ar-letters.pack", ""),
        ("GET /packs/en-letters.pack", ""),
        ("GET /packs/en-more.pack", ""),
        ("GET /packs/en.pack", ""),
        ("GET /packs/es-letters.pack", ""),
        ("GET /packs/fr-letters.pack", ""),
        ("GET /packs/ru-letters.pack", ""),
        ("GET /packs/strongbox-", ".wasm"),
        ("GET /packs/zh-letters.pack", ""),
        ("GET /waymark-", ".js"),
        ("GET /waymark-", "_bg.wasm"),
    ];
    let fits = asked.len() == shapes.len()
        && asked
            .iter()
            .zip(shapes)
            .all(|(line, (start, end))| line.starts_with(start) && line.ends_with(end));
    app.check(fits, &format!("these requests and no others: {asked:?}"))
        .await?;
    app.forget_requests();
    for (address, heading) in [
        ("#/plan", "Your next step"),
        ("#/notes", "My notes"),
        ("#/search", "Search"),
    ] {
        app.goto(address).await?;
        app.expect_h1(heading).await?;
    }
    app.expect_no_requests().await?;
    app.close().await
}

/// A bookmark of a page of the second part, on a slow line.
#[tokio::test]
async fn a_page_that_is_on_its_way_says_so_and_then_stands() -> Res {
    let app = held("#/plan").await?;
    app.expect_h1(COMING).await?;
    app.expect_title("Waymark – Your next step").await?;
    app.expect_count("#app[data-sealed]", 0).await?;
    app.js("release()").await?;
    app.expect_h1("Your next step").await?;
    app.expect_count("#app[data-sealed]", 1).await?;
    app.close().await
}

/// Who follows a link before the page is there goes on reading at its beginning.
#[tokio::test]
async fn the_focus_goes_from_the_line_that_waits_to_the_page() -> Res {
    let app = held("#/").await?;
    app.click_text("My notes").await?;
    app.expect_h1(COMING).await?;
    app.expect_focus("h1").await?;
    app.js("release()").await?;
    app.expect_h1("My notes").await?;
    app.expect_focus("h1").await?;
    app.close().await
}

/// Nobody who begins to answer has to wait for the rest, and no word is missing.
#[tokio::test]
async fn one_answers_before_the_rest_is_there() -> Res {
    let app = held("#/").await?;
    app.expect_text("Something happened in standards work").await?;
    let met = questions(&app, "assess", "#/result").await?;
    app.check(met.len() >= 20, &format!("all questions, not {met:?}"))
        .await?;
    app.expect_h1(COMING).await?;
    for address in met {
        app.goto(&address).await?;
        app.expect_route(&address).await?;
        app.expect_js(
            &format!("no word missing at {address}"),
            "return [...document.querySelectorAll('h1, legend, label, button, summary, a, .lead, .status')]
                 .every(it => it.textContent.trim().length > 1)",
        )
        .await?;
    }
    app.js("release()").await?;
    app.goto("#/result").await?;
    app.expect_no_text(COMING).await?;
    app.expect_count("h1", 1).await?;
    app.close().await
}

/// Either half of the second part is of no use without the other.
async fn lost(part: &str) -> Res {
    let app = without(part, "#/plan").await?;
    app.expect_h1(LOST).await?;
    app.expect_text("Load the page again when you are connected.")
        .await?;
    for address in ["#/practice/cut-off", "#/begin/email", "#/notes", "#/search"] {
        app.goto(address).await?;
        app.expect_route(address).await?;
        app.expect_h1(LOST).await?;
    }
    app.goto("#/situation/capacity").await?;
    app.choose("Delegate to a committee").await?;
    app.expect_text("Saved on this device").await?;
    // It is sealed all the same.
    app.expect_count("#app[data-sealed]", 1).await?;
    app.close().await
}

#[tokio::test]
async fn without_the_second_module_one_can_answer_and_the_rest_says_what_to_do() -> Res {
    lost("later-").await
}

#[tokio::test]
async fn without_the_second_pack_one_can_answer_and_the_rest_says_what_to_do() -> Res {
    lost("en-more.pack").await
}

/// Two misfortunes at once: what was typed can still be taken along.
#[tokio::test]
async fn without_storage_and_without_the_rest_one_takes_the_answers_along() -> Res {
    let folder = tempfile::tempdir()?;
    copy(&dist()?, folder.path(), "later-")?;
    let setup = Setup::default()
        .folder(folder.path())
        .storage_blocked()
        .at("#/situation/since");
    let app = setup.open().await?;
    app.allow("later-");
    app.goto("#/situation/capacity").await?;
    app.choose("Delegate to a committee").await?;
    app.click_text("Download everything you wrote").await?;
    let file = app.download_text("waymark-notes.txt").await?;
    app.check(
        file.contains("capacity") && file.contains("delegate"),
        &format!("the answer in {file}"),
    )
    .await?;
    app.close().await
}
