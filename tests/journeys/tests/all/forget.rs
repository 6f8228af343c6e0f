//! Somebody wants no trace left: it asks once, removes every key of ours, and nothing comes back by itself.

use crate::keeping::{
    ACCOUNT, EMAIL, MEMORY, answer_stake, draft, expect_keys, expect_notes, expect_status, our_keys,
};
use journeys::{App, Res};

async fn forget(app: &App) -> Res {
    app.click_text("Forget everything…").await?;
    app.expect_text("Forget everything? This cannot be undone.")
        .await?;
    app.click_text("Yes, forget everything").await?;
    app.expect_text("Everything of this guide is removed from this browser.")
        .await
}

#[tokio::test]
async fn it_asks_once_and_leaves_no_key_of_ours() -> Res {
    let app = App::open().await?;
    answer_stake(&app, "I saw or heard it").await?;
    draft(&app, "In the corridor.").await?;
    app.put_record("waymark.record.torn", "half a rec").await?;
    app.put_record("waymark.some-setting", "of another version")
        .await?;
    app.put_record("theirs", "stays").await?;
    app.put_record("waymarkets", "stays").await?;
    app.load("#/notes").await?;
    app.expect_count(".note", 3).await?;
    forget(&app).await?;
    expect_notes(&app, &[]).await?;
    let left: Vec<String> = app.records().await?.into_keys().collect();
    app.check(
        left == ["theirs", "waymarkets"],
        &format!("only the keys of others, but {left:?}"),
    )
    .await?;
    app.expect_text("Downloads, sent mail, copies, prints and the browser’s history are out of its reach.")
        .await?;
    app.goto("#/answers").await?;
    app.expect_text("There are no answers yet.").await?;
    app.reload().await?;
    app.expect_text("There are no answers yet.").await?;
    let keys = our_keys(&app).await?;
    app.check(keys.is_empty(), "no key of ours after a reload")
        .await?;
    app.close().await
}

#[tokio::test]
async fn the_question_says_what_it_cannot_reach_and_no_is_no() -> Res {
    let app = App::open().await?;
    draft(&app, "In the corridor.").await?;
    app.click_text("My notes").await?;
    app.click_text("Forget everything…").await?;
    app.expect_focus("#forget-ask").await?;
    app.expect_text("It cannot reach what you downloaded, printed, copied or sent")
        .await?;
    app.expect_accessible_in_both_themes().await?;
    app.click_text("No, keep it").await?;
    app.expect_no_text("This cannot be undone").await?;
    app.expect_focus("#forget").await?;
    app.expect_count(".note", 1).await?;
    expect_keys(&app, 1).await?;
    app.close().await
}

#[tokio::test]
async fn nothing_can_be_brought_back() -> Res {
    let app = App::open().await?;
    draft(&app, "In the corridor.").await?;
    let address = app.route().await?;
    app.click_text("My notes").await?;
    app.click_text("Duplicate").await?;
    app.expect_count(".note", 2).await?;
    app.click_text_in("(copy)", "Delete").await?;
    app.expect_text("Undo").await?;
    forget(&app).await?;
    app.expect_no_text("Undo").await?;
    app.goto(&address).await?;
    app.expect_h1("This draft is not here").await?;
    app.expect_no_text("In the corridor.").await?;
    expect_keys(&app, 0).await?;
    app.close().await
}

#[tokio::test]
async fn an_open_draft_in_another_tab_is_forgotten_too() -> Res {
    let app = App::open().await?;
    draft(&app, "In the corridor.").await?;
    app.open_tab("#/notes").await?;
    app.expect_count(".note", 1).await?;
    forget(&app).await?;
    app.switch_tab(0).await?;
    app.expect_h1("This draft is not here").await?;
    app.expect_no_text("In the corridor.").await?;
    expect_status(&app, "Everything was forgotten, in another tab").await?;
    // Going on begins with an empty page.
    draft(&app, "A new day.").await?;
    expect_keys(&app, 1).await?;
    let stored = app
        .records()
        .await?
        .into_values()
        .any(|text| text.contains("corridor"));
    app.check(!stored, "nothing of the old text in the storage")
        .await?;
    app.close().await
}

#[tokio::test]
async fn open_answers_in_another_tab_are_forgotten_too() -> Res {
    let app = App::open().await?;
    answer_stake(&app, "I saw or heard it").await?;
    app.open_tab("#/notes").await?;
    forget(&app).await?;
    app.switch_tab(0).await?;
    app.expect_js(
        "no answer on screen",
        "return !document.querySelector('input:checked')",
    )
    .await?;
    app.goto("#/situation/raiser").await?;
    app.choose("I represent a liaison organization").await?;
    app.goto("#/answers").await?;
    app.expect_no_text("I saw or heard it").await?;
    app.close().await
}

#[tokio::test]
async fn memory_is_forgotten_too() -> Res {
    let app = App::open().await?;
    app.click_text("This is a shared computer").await?;
    draft(&app, "In the corridor.").await?;
    app.click_text("My notes").await?;
    app.expect_count(".note", 1).await?;
    forget(&app).await?;
    expect_notes(&app, &[]).await?;
    expect_status(&app, MEMORY).await?;
    app.back().await?;
    app.expect_h1("This draft is not here").await?;
    app.expect_no_text("In the corridor.").await?;
    app.expect_count(&format!("textarea[aria-label='{ACCOUNT}']"), 0)
        .await?;
    app.expect_js(
        "no draft",
        &format!("return document.querySelector('h1').innerText !== {EMAIL:?}"),
    )
    .await?;
    app.close().await
}
