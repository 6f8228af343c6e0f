//! Somebody keeps the guide as one file: it runs from a server and from disk, and contacts nobody from its first moment.

use crate::keeping::{OBSERVED, answer_stake, draft, expect_keys, expect_notes, expect_status};
use journeys::{App, Res, Setup, single};

const PAGE: &str = "waymark.html";
const FROM_DISK: &str = "Opened as a file: in memory only, gone when this tab closes or reloads";

fn setup() -> Res<Setup> {
    Ok(Setup::default().folder(&single()?).page(PAGE))
}

/// Answers, writes, reads and searches: what needs every part that stands in the file.
async fn use_all_of_it(app: &App) -> Res {
    answer_stake(app, "I saw or heard it").await?;
    draft(app, "In the corridor.").await?;
    app.fill(OBSERVED, "You always behave like an idiot.").await?;
    app.expect_text("A second pair of eyes").await?;
    app.goto("#/code/3").await?;
    app.expect_focus("main h1").await?;
    app.goto("#/chair/scripts").await?;
    app.expect_focus("main h1").await?;
    app.goto("#/search").await?;
    app.fill("What are you looking for?", "NSB").await?;
    app.expect_text("places found").await
}

#[tokio::test]
async fn from_a_server_it_is_one_request_and_no_other() -> Res {
    let app = setup()?.open().await?;
    let asked = app.site.requests();
    app.check(
        asked == [format!("GET /{PAGE}")],
        &format!("one request, not {asked:?}"),
    )
    .await?;
    app.forget_requests();
    use_all_of_it(&app).await?;
    expect_status(&app, "Saved on this device").await?;
    app.expect_no_requests().await?;
    app.close().await
}

#[tokio::test]
async fn from_disk_everything_works_in_memory_alone_and_it_says_why() -> Res {
    let app = setup()?.from_disk().open().await?;
    app.forget_requests();
    expect_status(&app, FROM_DISK).await?;
    use_all_of_it(&app).await?;
    expect_status(&app, FROM_DISK).await?;
    expect_keys(&app, 0).await?;
    app.click_text("My notes").await?;
    app.expect_count(".note", 2).await?;
    app.expect_text("Other files that are opened on this computer could then read what a page keeps")
        .await?;
    app.expect_no_text("Keep it on this device again").await?;
    app.expect_no_text("Keep it in memory only").await?;
    app.expect_accessible_in_both_themes().await?;
    app.expect_no_requests().await?;
    app.reload().await?;
    expect_status(&app, FROM_DISK).await?;
    expect_notes(&app, &[]).await?;
    app.close().await
}

#[tokio::test]
async fn its_policy_lets_it_contact_nobody_from_the_start() -> Res {
    let app = setup()?.open().await?;
    let policy = app
        .js("return document.querySelector('meta[http-equiv]').content")
        .await?;
    let policy = policy.as_str().unwrap_or_default();
    for part in [
        "default-src 'none'",
        "connect-src 'none'",
        "trusted-types 'none'",
        "require-trusted-types-for 'script'",
        "form-action 'none'",
        "base-uri 'none'",
        "script-src 'wasm-unsafe-eval' 'sha384-",
        "img-src data:;",
    ] {
        app.check(
            policy.contains(part),
            &format!("{part} in the policy, which is {policy}"),
        )
        .await?;
    }
    let stopped = app
        .js_async("return await fetch('/waymark.html').then(() => 'let through', () => 'stopped')")
        .await?;
    app.check(stopped == "stopped", "the browser itself to forbid it")
        .await?;
    app.allow("waymark.html");
    app.close().await
}

#[tokio::test]
async fn a_program_that_somebody_changed_does_not_run() -> Res {
    let folder = tempfile::tempdir()?;
    let text = std::fs::read_to_string(single()?.join(PAGE))?;
    let start = text
        .rfind("__wbg_init({")
        .ok_or_else(|| journeys::Failure::new("no start of the program"))?;
    let changed = format!("{}/**/{}", &text[..start], &text[start..]);
    std::fs::write(folder.path().join(PAGE), changed)?;
    std::fs::write(
        folder.path().join("before.html"),
        "<!doctype html><title>Before</title><link rel=icon href=data:,><h1>Before</h1>",
    )?;
    let app = Setup::default()
        .folder(folder.path())
        .page("before.html")
        .open()
        .await?;
    app.js(&format!("location.href = '{PAGE}'")).await?;
    app.expect_js(
        "the page as it was before its program would have come",
        "return document.readyState === 'complete' && !!document.querySelector('#app:not([data-up])')",
    )
    .await?;
    let errors = app.console_errors().await?;
    app.check(
        errors.iter().any(|error| error.contains("script-src")),
        &format!("the policy to refuse it, not {errors:?}"),
    )
    .await?;
    app.allow("script-src");
    app.close().await
}
