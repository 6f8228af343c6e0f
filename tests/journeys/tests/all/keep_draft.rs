//! Somebody writes, something comes between, and every character is found again.

use crate::writing::{begin, depart, expect_body};
use journeys::{App, Res, needs};

const PART: &str = "What I saw or heard";
const TYPED: &str = "On Tuesday I was interrupted four times.";
const LETTER: &str = "Hello,\n\nI would like to raise something with you directly.\n\nOn Tuesday I was interrupted four times.\n\nKind regards\n";

/// A draft with one part, typed key by key.
async fn typed() -> Res<App> {
    let app = begin("An e-mail to the person concerned").await?;
    app.type_into(PART, TYPED).await?;
    Ok(app)
}

/// The draft is in the list under its kind, and opens with every character.
async fn find_it(app: &App) -> Res {
    app.click_text("My notes").await?;
    app.expect_h1("My notes").await?;
    app.expect_count(".note", 1).await?;
    app.click(".note > a").await?;
    app.expect_h1("An e-mail to the person concerned").await?;
    let value = app.value(PART).await?;
    app.check(
        value == TYPED,
        &format!("every character of {TYPED:?} in its box, but found {value:?}"),
    )
    .await?;
    expect_body(app, LETTER).await
}

#[tokio::test]
async fn a_reload_loses_nothing() -> Res {
    let app = typed().await?;
    app.reload().await?;
    expect_body(&app, LETTER).await?;
    find_it(&app).await?;
    app.close().await
}

#[tokio::test]
async fn back_and_forward_lose_nothing_and_begin_nothing_new() -> Res {
    let app = typed().await?;
    app.back().await?;
    app.expect_h1("A message").await?;
    app.forward().await?;
    expect_body(&app, LETTER).await?;
    app.type_into(PART, " Again.").await?;
    app.back().await?;
    app.back().await?;
    app.forward().await?;
    app.forward().await?;
    app.expect_h1("An e-mail to the person concerned").await?;
    let value = app.value(PART).await?;
    app.check(
        value == format!("{TYPED} Again."),
        &format!("all that was typed, but found {value:?}"),
    )
    .await?;
    app.goto("#/notes").await?;
    app.expect_count(".note", 1).await?;
    app.close().await
}

#[tokio::test]
async fn the_browser_is_closed_and_the_draft_is_sent_the_next_day() -> Res {
    needs!(Profile);
    let app = typed().await?.close_and_reopen().await?;
    find_it(&app).await?;
    depart(&app).await?;
    app.click_text("Plain text (a file)").await?;
    let file = app.download_text("message-draft.txt").await?;
    app.check(
        file.ends_with(LETTER),
        &format!("the letter in the file, but it holds {file:?}"),
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn the_tab_dies_right_after_the_last_key() -> Res {
    needs!(PageCrash);
    let app = typed().await?;
    app.crash_page().await?;
    expect_body(&app, LETTER).await?;
    find_it(&app).await?;
    app.close().await
}

#[tokio::test]
async fn the_draft_gets_a_name_of_its_own() -> Res {
    let app = typed().await?;
    app.fill("Name of this draft", "About Tuesday").await?;
    expect_body(&app, LETTER).await?;
    app.click_text("My notes").await?;
    app.click(".note > a").await?;
    app.expect_h1("An e-mail to the person concerned").await?;
    let name = app.value("Name of this draft").await?;
    app.check(
        name == "About Tuesday",
        &format!("the name in its box, but found {name:?}"),
    )
    .await?;
    // Without a name of its own it keeps the last one.
    app.fill("Name of this draft", "").await?;
    app.click_text("My notes").await?;
    app.expect_text("About Tuesday").await?;
    app.close().await
}
