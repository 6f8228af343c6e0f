//! The guide without a network: it stands with the server gone, a newer version is offered and never forced, a broken one changes
//! nothing, and whoever wants no trace leaves none.

use std::fs;
use std::path::Path;

use crate::arriving::copy;
use crate::keeping::{EMAIL, MEMORY, SAVED, answer_stake, draft, expect_status};
use journeys::{App, Failure, Res, Setup, dist, needs};
use tempfile::TempDir;

const OFFER: &str = "A new version of this guide is ready.";
const USE_IT: &str = "Use it now";

/// The app from a folder of our own, to put another version into, with all kept that it keeps.
async fn replaceable() -> Res<(TempDir, App)> {
    let folder = tempfile::tempdir()?;
    copy(&dist()?, folder.path(), "no file has this name")?;
    let setup = Setup::default().with_worker().folder(folder.path());
    let app = setup.open().await?;
    expect_worker(&app).await?;
    Ok((folder, app))
}

/// The worker has what it needs. Only then does the page look for another version of it.
async fn expect_worker(app: &App) -> Res {
    let active = journeys::until(async || {
        let active = app.js_async("return !!(await navigator.serviceWorker.getRegistration())?.active");
        Ok((active.await? == true).then_some(()))
    });
    let active = active.await?;
    app.check(active.is_some(), "an active service worker").await
}

/// The same with another version on the server, which the page has noticed.
async fn offered() -> Res<(TempDir, App)> {
    let (folder, app) = replaceable().await?;
    publish(&app, folder.path(), 1).await?;
    app.reload().await?;
    app.expect_text(OFFER).await?;
    Ok((folder, app))
}

/// The caches of this origin.
async fn kept(app: &App) -> Res<Vec<String>> {
    Ok(serde_json::from_value(
        app.js_async("return await caches.keys()").await?,
    )?)
}

async fn expect_kept(app: &App, count: usize) -> Res {
    let there = journeys::until(async || Ok((kept(app).await?.len() == count).then_some(()))).await?;
    app.check(there.is_some(), &format!("{count} caches")).await
}

async fn workers(app: &App) -> Res<u64> {
    let count = app
        .js_async("return (await navigator.serviceWorker.getRegistrations()).length")
        .await?;
    Ok(count.as_u64().unwrap_or_default())
}

async fn expect_no_trace(app: &App) -> Res {
    expect_kept(app, 0).await?;
    app.check(workers(app).await? == 0, "no service worker").await
}

/// Which version the page shows; 0 is the one that was built.
async fn expect_version(app: &App, number: u32) -> Res {
    app.expect_js(
        &format!("version {number}"),
        &format!(
            "return (document.querySelector('meta[name=version]')?.content ?? '0') === '{number}' && !!document.querySelector('#app[data-sealed] h1')"
        ),
    )
    .await
}

/// The sealed page, in this language.
async fn expect_sealed(app: &App, tag: &str) -> Res {
    app.expect_js(
        &format!("the sealed page in {tag}"),
        &format!(
            "return document.documentElement.lang === '{tag}' && !!document.querySelector('#app[data-sealed] h1')"
        ),
    )
    .await
}

/// Puts another version of the guide on the server; gives the page of it.
async fn publish(app: &App, folder: &Path, number: u32) -> Res<String> {
    let page = fs::read_to_string(dist()?.join("index.html"))?;
    let page = page.replacen(
        "<title>",
        &format!("<meta name=\"version\" content=\"{number}\" /><title>"),
        1,
    );
    let hash = app
        .js_async(&format!(
            "const text = new TextEncoder().encode({});
             return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', text))))",
            serde_json::to_string(&page)?
        ))
        .await?;
    let hash = hash.as_str().ok_or_else(|| Failure::new("no hash"))?;
    let worker = fs::read_to_string(dist()?.join("sw.js"))?;
    let (before, after) = worker
        .split_once("\"index.html\":\"")
        .ok_or_else(|| Failure::new("no index.html in sw.js"))?;
    let (_, after) = after
        .split_once('"')
        .ok_or_else(|| Failure::new("no end of the hash"))?;
    let worker = format!("{before}\"index.html\":\"{hash}\"{after}");
    let worker = worker.replacen("const BUILD = \"", &format!("const BUILD = \"{number}-"), 1);
    fs::write(folder.join("index.html"), &page)?;
    fs::write(folder.join("sw.js"), worker)?;
    Ok(page)
}

#[tokio::test]
async fn the_second_visit_needs_no_server() -> Res {
    let mut app = Setup::default().with_worker().open().await?;
    answer_stake(&app, "I saw or heard it").await?;
    expect_status(&app, SAVED).await?;
    app.site.go_away();
    // The browser says so of the one request that is its own: whether there is a new version.
    app.allow("sw.js");
    for address in ["#/", "#/code/3", "#/plan", "#/notes", "#/search"] {
        app.load(address).await?;
        expect_sealed(&app, "en").await?;
    }
    draft(&app, "Written on a train.").await?;
    expect_status(&app, SAVED).await?;
    app.reload().await?;
    app.expect_h1(EMAIL).await?;
    app.click_text("Before it leaves…").await?;
    app.expect_h1("Before it leaves").await?;
    app.close().await
}

#[tokio::test]
async fn each_language_that_was_visited_needs_no_server() -> Res {
    let mut app = Setup::default().with_worker().open().await?;
    let tags = ["es", "fr", "ru", "ar", "zh"];
    for tag in tags {
        app.js(&format!("location.assign('{tag}.html#/')")).await?;
        expect_sealed(&app, tag).await?;
    }
    app.site.go_away();
    app.allow("sw.js");
    for tag in tags {
        app.js(&format!("location.assign('{tag}.html#/code/3')")).await?;
        expect_sealed(&app, tag).await?;
    }
    app.js("location.assign('index.html#/')").await?;
    expect_sealed(&app, "en").await?;
    app.close().await
}

/// Whoever is led from the folder to their language is led there without a server, too.
#[tokio::test]
async fn the_folder_leads_to_the_readers_language_without_a_server() -> Res {
    let mut app = Setup::default().with_worker().page("fr.html").open().await?;
    app.js("localStorage.setItem('waymark.language', 'fr')").await?;
    app.site.go_away();
    app.allow("sw.js");
    app.js("location.assign('./#/code/3')").await?;
    expect_sealed(&app, "fr").await?;
    app.expect_route("#/code/3").await?;
    app.close().await
}

/// A language that was never opened, and the plain pages, are not kept: the page asked for says so, and leads to what is.
#[tokio::test]
async fn what_is_not_kept_says_so_and_leads_to_what_is() -> Res {
    let mut app = Setup::default().with_worker().open().await?;
    app.site.go_away();
    for missing in ["503", "sw.js"] {
        app.allow(missing);
    }
    for (address, tag, title) in [
        (
            "es.html#/code/3",
            "es",
            "Esta página no está guardada en este dispositivo",
        ),
        (
            "guide/ar/code/3.html",
            "ar",
            "هذه الصفحة غير محفوظة على هذا الجهاز",
        ),
        ("guide/en/index.html", "en", "Not kept on this device"),
    ] {
        app.js(&format!("location.assign('{address}')")).await?;
        app.expect_js(
            &format!("{address} is missing"),
            &format!(
                "return document.documentElement.lang === '{tag}' && document.querySelector('h1')?.textContent === '{title}'"
            ),
        )
        .await?;
        app.expect_accessible_in_both_themes().await?;
        app.expect_count("a", 1).await?;
        app.click_text("English").await?;
        expect_sealed(&app, "en").await?;
    }
    app.close().await
}

/// What one reader does not read is not kept.
#[tokio::test]
async fn nothing_but_its_list_is_kept() -> Res {
    let app = Setup::default().with_worker().open().await?;
    let files = app
        .js_async(
            "const [name] = await caches.keys();
             const files = await (await caches.open(name)).keys();
             return files.map(file => file.url.replace(location.origin, '')).sort()",
        )
        .await?;
    let files: Vec<String> = serde_json::from_value(files)?;
    let shapes = [
        ("/", ""),
        ("/later-", ".wasm"),
        ("/manifest.webmanifest", ""),
        ("/packs/ar-letters.pack", ""),
        ("/packs/en-letters.pack", ""),
        ("/packs/en-more.pack", ""),
        ("/packs/en.pack", ""),
        ("/packs/es-letters.pack", ""),
        ("/packs/fr-letters.pack", ""),
        ("/packs/ru-letters.pack", ""),
        ("/packs/strongbox-", ".wasm"),
        ("/packs/zh-letters.pack", ""),
        ("/waymark-", ".js"),
        ("/waymark-", "_bg.wasm"),
    ];
    let fits = files.len() == shapes.len()
        && files
            .iter()
            .zip(shapes)
            .all(|(file, (start, end))| file.starts_with(start) && file.ends_with(end));
    app.check(fits, &format!("these files and no others: {files:?}"))
        .await?;
    app.close().await
}

/// After the seal neither the page nor its worker asks for anything, on a second visit as on a first.
#[tokio::test]
async fn a_second_visit_asks_only_for_the_worker_and_nothing_after_the_seal() -> Res {
    let app = Setup::default().with_worker().open().await?;
    app.forget_requests();
    app.reload().await?;
    expect_sealed(&app, "en").await?;
    let asked = app.site.requests();
    app.check(
        !asked.is_empty() && asked.iter().all(|line| line == "GET /sw.js"),
        &format!("whether there is a new version, and nothing else: {asked:?}"),
    )
    .await?;
    answer_stake(&app, "I saw or heard it").await?;
    draft(&app, "In the corridor.").await?;
    expect_status(&app, SAVED).await?;
    app.goto("#/plan").await?;
    app.expect_h1("Your next step").await?;
    let asked = app.site.requests();
    app.check(
        asked.len() <= 2 && asked.iter().all(|line| line == "GET /sw.js"),
        &format!("nothing but that the browser may ask it once more: {asked:?}"),
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn a_new_version_is_offered_and_taken_when_asked_for() -> Res {
    let (folder, app) = replaceable().await?;
    app.reload().await?;
    publish(&app, folder.path(), 1).await?;
    app.reload().await?;
    expect_version(&app, 0).await?;
    app.expect_text(OFFER).await?;
    app.expect_accessible_in_both_themes().await?;
    // Not while somebody writes.
    draft(&app, "In the corridor.").await?;
    app.expect_no_text(OFFER).await?;
    app.goto("#/code").await?;
    app.expect_text(OFFER).await?;
    // A reload alone changes nothing.
    app.reload().await?;
    expect_version(&app, 0).await?;
    expect_kept(&app, 2).await?;
    app.click_text(USE_IT).await?;
    expect_version(&app, 1).await?;
    app.expect_no_text(OFFER).await?;
    expect_kept(&app, 1).await?;
    app.click_text("My notes").await?;
    app.expect_count(".note", 1).await?;
    app.close().await
}

#[tokio::test]
async fn once_every_tab_is_closed_the_new_version_is_there_without_a_server() -> Res {
    needs!(Profile);
    let (_folder, app) = offered().await?;
    let mut app = app.close_and_reopen().await?;
    expect_version(&app, 1).await?;
    app.site.go_away();
    app.allow("sw.js");
    app.reload().await?;
    expect_version(&app, 1).await?;
    app.close().await
}

#[tokio::test]
async fn in_memory_only_no_new_version_is_offered() -> Res {
    let (_folder, app) = offered().await?;
    app.click_text("This is a shared computer").await?;
    expect_status(&app, MEMORY).await?;
    app.expect_no_text(OFFER).await?;
    expect_no_trace(&app).await?;
    app.close().await
}

#[tokio::test]
async fn a_broken_new_version_changes_nothing_and_the_next_whole_one_is_taken() -> Res {
    let (folder, mut app) = replaceable().await?;
    app.allow("sw.js");
    let page = publish(&app, folder.path(), 1).await?;
    // A file that is not the one that was built.
    fs::write(
        folder.path().join("index.html"),
        page.replacen("</p>", "!</p>", 1),
    )?;
    app.allow("integrity");
    app.reload().await?;
    expect_version(&app, 0).await?;
    app.expect_no_text(OFFER).await?;
    expect_kept(&app, 1).await?;
    // A file that is missing.
    publish(&app, folder.path(), 2).await?;
    fs::remove_file(folder.path().join("packs/fr-letters.pack"))?;
    app.allow("fr-letters.pack");
    app.reload().await?;
    expect_version(&app, 0).await?;
    app.expect_no_text(OFFER).await?;
    expect_kept(&app, 1).await?;
    app.site.go_away();
    app.reload().await?;
    expect_version(&app, 0).await?;
    app.site.come_back()?;
    // Put right.
    copy(&dist()?, folder.path(), "no file has this name")?;
    publish(&app, folder.path(), 3).await?;
    app.reload().await?;
    app.expect_text(OFFER).await?;
    app.click_text(USE_IT).await?;
    expect_version(&app, 3).await?;
    app.close().await
}

#[tokio::test]
async fn the_kill_switch_takes_it_off_and_leaves_what_was_written() -> Res {
    let (folder, app) = replaceable().await?;
    draft(&app, "In the corridor.").await?;
    expect_status(&app, SAVED).await?;
    publish(&app, folder.path(), 1).await?;
    fs::copy(folder.path().join("sw-off.js"), folder.path().join("sw.js"))?;
    app.load("#/").await?;
    expect_no_trace(&app).await?;
    app.reload().await?;
    // From the server, as it is there now.
    expect_version(&app, 1).await?;
    expect_no_trace(&app).await?;
    app.click_text("My notes").await?;
    app.expect_count(".note", 1).await?;
    app.close().await
}

#[tokio::test]
async fn forgetting_everything_leaves_no_copy_of_the_guide() -> Res {
    let app = Setup::default().with_worker().open().await?;
    draft(&app, "In the corridor.").await?;
    app.js_async("await caches.open('of another page')").await?;
    expect_kept(&app, 2).await?;
    app.click_text("My notes").await?;
    app.expect_text("and the copy of the guide itself").await?;
    app.click_text("Forget everything…").await?;
    app.click_text("Yes, forget everything").await?;
    app.expect_text("Everything of this guide is removed from this browser.")
        .await?;
    let left = kept(&app).await?;
    app.check(
        left == ["of another page"] && workers(&app).await? == 0,
        &format!("no worker, and no cache but that of another page: {left:?}"),
    )
    .await?;
    // Whoever comes again is kept a copy for again, a whole one.
    app.reload().await?;
    expect_kept(&app, 2).await?;
    app.close().await
}

#[tokio::test]
async fn on_a_shared_computer_no_copy_stays_and_none_comes() -> Res {
    let app = Setup::default().with_worker().open().await?;
    expect_kept(&app, 1).await?;
    app.click_text("This is a shared computer").await?;
    expect_status(&app, MEMORY).await?;
    expect_no_trace(&app).await?;
    app.reload().await?;
    expect_status(&app, MEMORY).await?;
    expect_no_trace(&app).await?;
    app.close().await
}

#[tokio::test]
async fn it_keeps_to_its_own_folder() -> Res {
    let folder = tempfile::tempdir()?;
    copy(&dist()?, &folder.path().join("guide"), "no file has this name")?;
    fs::write(folder.path().join("other.txt"), "Another page.")?;
    let setup = Setup::default()
        .with_worker()
        .folder(folder.path())
        .page("guide/index.html");
    let mut app = setup.open().await?;
    app.reload().await?;
    app.forget_requests();
    app.open_tab("#/code").await?;
    let asked = app.site.requests();
    app.check(
        asked.iter().all(|line| line == "GET /guide/sw.js"),
        &format!("only the worker: {asked:?}"),
    )
    .await?;
    app.site.go_away();
    app.allow("sw.js");
    // The folder itself, as from a bookmark.
    app.js("location.assign('./#/code/3')").await?;
    expect_sealed(&app, "en").await?;
    app.expect_route("#/code/3").await?;
    app.close().await
}
