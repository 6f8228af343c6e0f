//! Nobody learns that somebody was here: from the moment the page stands, it asks nothing of any server, whatever one does.

use crate::answering::{DELEGATE, SHOUTED, assess, plan};
use journeys::{Res, Setup};

#[tokio::test]
async fn a_whole_journey_asks_nothing_of_any_server() -> Res {
    let app = Setup::default().with_worker().open().await?;
    app.forget_requests();

    assess(&app, SHOUTED).await?;
    plan(&app, DELEGATE).await?;
    app.goto("#/map").await?;
    app.expect_count("svg.map", 1).await?;
    for address in [
        "#/code/3",
        "#/process/2.1.3",
        "#/open",
        "#/glossary",
        "#/official",
        "#/coverage",
    ] {
        app.goto(address).await?;
        app.expect_js(
            "the page of this address",
            &format!("return location.hash === {address:?}"),
        )
        .await?;
        app.expect_focus("h1").await?;
    }
    app.goto("#/write").await?;
    app.click_text("An e-mail to the person concerned").await?;
    app.fill("What I saw or heard", "On Tuesday I was interrupted four times.")
        .await?;
    app.fill("Their e-mail address", "robin@example.org").await?;
    app.click_text("Before it leaves…").await?;
    app.expect_h1("Before it leaves").await?;
    app.click_text("Copy the text").await?;
    app.expect_count("[role=status] .notice", 1).await?;
    app.click_text("E-mail draft (a file)").await?;
    let draft = app
        .js("return document.querySelector('.letter__body').textContent")
        .await?;
    app.check(
        draft.as_str().is_some_and(|text| text.contains("four times")),
        "the letter",
    )
    .await?;
    app.click_text("Plain text (a file)").await?;
    app.goto("#/notes").await?;
    app.expect_h1("My notes").await?;

    app.expect_no_requests().await?;
    app.close().await
}

#[tokio::test]
async fn a_page_that_tried_would_be_stopped_and_found_out() -> Res {
    // Not every engine lets a page with a worker be watched.
    let app = Setup::default().open().await?;
    let stopped = app
        .js_async("return await fetch('/packs/en.pack').then(() => 'let through', () => 'stopped')")
        .await?;
    app.check(stopped == "stopped", "the browser itself to forbid it")
        .await?;
    app.expect_complaint("an attempt to be noticed").await?;
    app.allow("en.pack");
    app.close().await
}

#[tokio::test]
async fn the_official_documents_open_only_on_a_click_and_say_so_before() -> Res {
    let app = Setup::default().with_worker().at("#/official").open().await?;
    app.expect_text("This link leaves the guide.").await?;
    app.expect_js(
        "links elsewhere that tell nothing about this page",
        "const links = [...document.querySelectorAll('main a[href^=http]')];
         return links.length > 0 && links.every(a => new URL(a.href).hostname.endsWith('iso.org')
             && a.rel.includes('noreferrer') && a.rel.includes('noopener'))",
    )
    .await?;
    app.expect_quiet().await?;
    app.close().await
}
