//! Another page shows the guide inside itself: it does not start there, with a server that forbids it and without one.

use journeys::{Ability, App, Res, Setup, dist, single};
use std::path::Path;

/// A page that shows another one inside itself.
fn frame(folder: &Path, inside: &str) -> Res {
    let page = format!(
        "<!doctype html><title>Around</title><link rel=icon href=data:,><h1>Around it</h1><iframe width=600 height=400 src=\"{inside}\"></iframe>"
    );
    Ok(std::fs::write(folder.join("around.html"), page)?)
}

async fn around(folder: &Path, from_disk: bool) -> Res<App> {
    let mut setup = Setup::default().folder(folder).page("around.html");
    if from_disk {
        setup = setup.from_disk();
    }
    setup.open().await
}

#[tokio::test]
async fn the_page_itself_refuses_and_says_why() -> Res {
    let folder = tempfile::tempdir()?;
    std::fs::copy(single()?.join("waymark.html"), folder.path().join("waymark.html"))?;
    frame(folder.path(), "waymark.html#/notes")?;
    let app = around(folder.path(), true).await?;
    app.enter_frame().await?;
    app.expect_text("This guide does not open inside another page")
        .await?;
    app.expect_js(
        "nothing of the guide to be on screen, and nothing to have started",
        "return !document.querySelector('#app[data-up]') && !document.querySelector('#app').checkVisibility()
             && ![...document.querySelectorAll('a, button, input')].some(it => it.checkVisibility())",
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn a_server_that_sends_our_headers_lets_no_page_show_it() -> Res {
    let folder = tempfile::tempdir()?;
    std::fs::copy(dist()?.join("index.html"), folder.path().join("index.html"))?;
    frame(folder.path(), "index.html")?;
    let app = around(folder.path(), false).await?;
    app.enter_frame().await?;
    app.expect_js(
        "nothing of ours in the frame",
        "return !document.querySelector('#app')",
    )
    .await?;
    if app.offers(Ability::Console)? {
        let errors = app.console_errors().await?;
        app.check(
            errors
                .iter()
                .any(|error| error.contains("frame-ancestors") || error.contains("X-Frame-Options")),
            &format!("the browser to refuse it, not {errors:?}"),
        )
        .await?;
    }
    app.allow("index.html");
    app.allow("chrome-error");
    app.allow("frame-ancestors");
    app.close().await
}
