//! The guide is open in two tabs of a browser that has no locks between them: both write, and nothing that is typed in one is
//! lost to the other. What other browsers do: `turns.rs`.

use crate::keeping::{
    ACCOUNT, EMAIL, SAVED, answer_stake, draft, expect_keys, expect_notes, expect_status, expect_stored,
};
use journeys::{App, Res, Setup};

async fn without_locks() -> Res<App> {
    Setup::default().without_locks().open().await
}

/// One draft, open in both tabs; the second is in front.
async fn one_draft_in_both() -> Res<(App, String)> {
    let app = without_locks().await?;
    draft(&app, "Common.").await?;
    app.fill("Name of this draft", "Letter").await?;
    expect_status(&app, SAVED).await?;
    let address = app.route().await?;
    app.open_tab(&address).await?;
    app.expect_h1(EMAIL).await?;
    Ok((app, address))
}

#[tokio::test]
async fn the_same_draft_changed_in_both_tabs_becomes_two() -> Res {
    let (app, address) = one_draft_in_both().await?;
    app.type_into(ACCOUNT, " Second tab.").await?;
    expect_status(&app, SAVED).await?;
    app.expect_route(&address).await?;
    app.switch_tab(0).await?;
    app.type_into(ACCOUNT, " First tab.").await?;
    // Not for one keystroke only: it stays said while one goes on writing.
    expect_status(&app, "both are kept").await?;
    app.expect_js(
        "the address of the copy",
        &format!("return location.hash !== {address:?}"),
    )
    .await?;
    expect_keys(&app, 2).await?;
    expect_stored(&app, "Common. First tab.").await?;
    expect_stored(&app, "Common. Second tab.").await?;
    app.reload().await?;
    let text = app.value(ACCOUNT).await?;
    app.check(text == "Common. First tab.", "the copy at its own address")
        .await?;
    app.click_text("My notes").await?;
    expect_notes(&app, &["Letter (copy)", "Letter"]).await?;
    app.switch_tab(1).await?;
    let text = app.value(ACCOUNT).await?;
    app.check(text == "Common. Second tab.", "the second tab's text")
        .await?;
    app.type_into(ACCOUNT, " And on.").await?;
    expect_stored(&app, "Common. Second tab. And on.").await?;
    expect_keys(&app, 2).await?;
    app.close().await
}

#[tokio::test]
async fn taking_turns_makes_no_copies() -> Res {
    let (app, address) = one_draft_in_both().await?;
    app.goto("#/notes").await?;
    app.switch_tab(0).await?;
    app.type_into(ACCOUNT, " One.").await?;
    app.goto("#/notes").await?;
    app.switch_tab(1).await?;
    expect_stored(&app, "Common. One.").await?;
    app.goto(&address).await?;
    app.expect_h1(EMAIL).await?;
    let text = app.value(ACCOUNT).await?;
    app.check(text == "Common. One.", "what the other tab wrote")
        .await?;
    app.type_into(ACCOUNT, " Two.").await?;
    expect_status(&app, SAVED).await?;
    app.switch_tab(0).await?;
    // A browser tells its tabs in its own time what another one wrote.
    expect_stored(&app, "Common. One. Two.").await?;
    app.goto(&address).await?;
    app.expect_h1(EMAIL).await?;
    app.type_into(ACCOUNT, " Three.").await?;
    expect_stored(&app, "Common. One. Two. Three.").await?;
    expect_keys(&app, 1).await?;
    app.close().await
}

#[tokio::test]
async fn the_same_situation_answered_in_both_tabs_becomes_two() -> Res {
    let app = without_locks().await?;
    answer_stake(&app, "I saw or heard it").await?;
    app.open_tab("#/situation/stake").await?;
    app.expect_h1("How do you know of it?").await?;
    app.switch_tab(0).await?;
    app.choose("Somebody told me").await?;
    app.switch_tab(1).await?;
    app.choose("It was done to me").await?;
    expect_status(&app, "both are kept").await?;
    app.click_text("My notes").await?;
    expect_notes(&app, &["Situation 1 (copy)", "Situation 1"]).await?;
    app.click_text_in("Situation 1", "Situation 1 (copy)").await?;
    app.expect_text("It was done to me").await?;
    app.goto("#/notes").await?;
    app.click_text("Rename: Situation 1 (copy)").await?;
    app.fill("New name", "Mine").await?;
    app.key("Enter").await?;
    app.click_text("Situation 1").await?;
    app.expect_text("Somebody told me").await?;
    app.close().await
}

#[tokio::test]
async fn one_situation_answered_by_turns_stays_one() -> Res {
    let app = without_locks().await?;
    answer_stake(&app, "I saw or heard it").await?;
    app.open_tab("#/answers").await?;
    app.expect_text("I saw or heard it").await?;
    app.goto("#/situation/raiser").await?;
    app.choose("I represent a liaison organization").await?;
    expect_status(&app, SAVED).await?;
    app.switch_tab(0).await?;
    app.goto("#/answers").await?;
    app.expect_text("I represent a liaison organization").await?;
    answer_stake(&app, "Somebody told me").await?;
    expect_status(&app, SAVED).await?;
    expect_keys(&app, 1).await?;
    app.close().await
}

#[tokio::test]
async fn what_is_deleted_in_one_tab_and_written_on_in_the_other_is_kept() -> Res {
    let (app, address) = one_draft_in_both().await?;
    app.goto("#/notes").await?;
    app.click_text("Delete: Letter").await?;
    expect_keys(&app, 0).await?;
    app.switch_tab(0).await?;
    let text = app.value(ACCOUNT).await?;
    app.check(text == "Common.", "the text to stay on screen").await?;
    app.type_into(ACCOUNT, " More.").await?;
    expect_status(&app, SAVED).await?;
    app.expect_route(&address).await?;
    expect_stored(&app, "Common. More.").await?;
    // Bringing the old one back in the other tab does not take away what was written since.
    app.switch_tab(1).await?;
    expect_notes(&app, &["Letter"]).await?;
    app.close().await
}

#[tokio::test]
async fn the_list_follows_the_other_tab() -> Res {
    let app = without_locks().await?;
    app.open_tab("#/notes").await?;
    expect_notes(&app, &[]).await?;
    app.switch_tab(0).await?;
    answer_stake(&app, "I saw or heard it").await?;
    app.switch_tab(1).await?;
    expect_notes(&app, &["Situation 1"]).await?;
    app.close().await
}
