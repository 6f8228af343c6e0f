//! The browser allows the page no storage from the first moment: everything works, and nobody is told a lie.

use crate::keeping::{
    ACCOUNT, EMAIL, OBSERVED, a_moment, answer_stake, draft, expect_not_status, expect_status,
};
use journeys::{App, Res, Setup};

const BLOCKED: &str = "This browser allows the page no storage.";

async fn open() -> Res<App> {
    Setup::default().storage_blocked().open().await
}

#[tokio::test]
async fn the_page_stands_and_says_so_before_anything_is_typed() -> Res {
    let app = open().await?;
    app.expect_count("h1", 1).await?;
    expect_status(&app, BLOCKED).await?;
    expect_not_status(&app, "Saved").await?;
    app.expect_accessible_in_both_themes().await?;
    app.close().await
}

#[tokio::test]
async fn everything_works_in_memory_and_the_status_stays_true() -> Res {
    let app = open().await?;
    answer_stake(&app, "I saw or heard it").await?;
    expect_status(&app, BLOCKED).await?;
    draft(&app, "In the corridor.").await?;
    app.fill(OBSERVED, "He spoke over me.").await?;
    app.expect_text("He spoke over me.").await?;
    expect_status(&app, BLOCKED).await?;
    expect_not_status(&app, "Saved on").await?;
    app.click_text("My notes").await?;
    app.expect_count(".note", 2).await?;
    app.expect_text("Not saved: in this tab only.").await?;
    app.click_text("Duplicate: Situation 1").await?;
    app.click_text("Delete: Situation 1 (copy)").await?;
    app.click_text("Undo").await?;
    app.expect_count(".note", 3).await?;
    app.back().await?;
    app.expect_h1(EMAIL).await?;
    let text = app.value(ACCOUNT).await?;
    app.check(text == "In the corridor.", "the account after going back")
        .await?;
    app.goto("#/answers").await?;
    app.expect_text("I saw or heard it").await?;
    app.close().await
}

#[tokio::test]
async fn everything_can_be_downloaded() -> Res {
    let app = open().await?;
    answer_stake(&app, "I saw or heard it").await?;
    draft(&app, "First account.").await?;
    draft(&app, "Second account.").await?;
    app.click_text("Download everything you wrote").await?;
    let file = app.download_text("waymark-notes.txt").await?;
    for part in ["First account.", "Second account.", "I saw or heard it"] {
        app.check(file.contains(part), &format!("\"{part}\" in the file"))
            .await?;
    }
    app.close().await
}

#[tokio::test]
async fn memory_can_be_chosen_and_forgetting_works() -> Res {
    let app = open().await?;
    draft(&app, "In the corridor.").await?;
    app.click_text("This is a shared computer").await?;
    expect_status(&app, "In memory only").await?;
    app.click_text("My notes").await?;
    app.expect_count(".note", 1).await?;
    a_moment(&app).await?;
    app.click("#share-here").await?;
    expect_status(&app, BLOCKED).await?;
    app.expect_count(".note", 1).await?;
    app.click_text("Forget everything…").await?;
    app.click_text("Yes, forget everything").await?;
    app.expect_count(".note", 0).await?;
    app.expect_text("Everything of this guide is removed").await?;
    app.close().await
}
