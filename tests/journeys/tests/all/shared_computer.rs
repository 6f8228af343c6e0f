//! Somebody writes on a computer that others use: nothing stays on it.

use crate::keeping::{
    ACCOUNT, EMAIL, MEMORY, OBSERVED, SAVED, a_moment, answer_stake, draft, expect_keys, expect_notes,
    expect_status, our_keys, share_what_is_kept,
};
use journeys::{App, Res, needs};

#[tokio::test]
async fn chosen_first_nothing_is_ever_written_and_everything_works() -> Res {
    let app = App::open().await?;
    app.click_text("This is a shared computer").await?;
    expect_status(&app, MEMORY).await?;
    answer_stake(&app, "I saw or heard it").await?;
    draft(&app, "In the corridor.").await?;
    app.fill(OBSERVED, "He spoke over me.").await?;
    app.expect_text("He spoke over me.").await?;
    expect_status(&app, MEMORY).await?;
    expect_keys(&app, 0).await?;
    app.click_text("My notes").await?;
    app.expect_text("Everything here is in memory only").await?;
    app.expect_count(".note", 2).await?;
    app.click_text("Duplicate: Situation 1").await?;
    app.click_text("Delete: Situation 1 (copy)").await?;
    app.click_text("Undo").await?;
    app.expect_count(".note", 3).await?;
    app.back().await?;
    app.expect_h1(EMAIL).await?;
    let text = app.value(ACCOUNT).await?;
    app.check(text == "In the corridor.", "the account after going back")
        .await?;
    expect_keys(&app, 0).await?;
    app.close().await
}

#[tokio::test]
async fn the_first_page_offers_it_and_takes_it_back() -> Res {
    let app = App::open().await?;
    app.expect_text("Do others use this computer?").await?;
    app.click_text("Keep it in memory only").await?;
    expect_status(&app, MEMORY).await?;
    app.expect_text("You chose to keep everything in memory only.")
        .await?;
    app.expect_accessible_in_both_themes().await?;
    draft(&app, "In the corridor.").await?;
    expect_keys(&app, 0).await?;
    app.goto("#/").await?;
    a_moment(&app).await?;
    app.click("#share-here").await?;
    expect_status(&app, SAVED).await?;
    expect_keys(&app, 1).await?;
    app.close().await
}

#[tokio::test]
async fn everything_is_gone_after_closing() -> Res {
    needs!(Profile);
    let app = App::open().await?;
    app.click_text("This is a shared computer").await?;
    draft(&app, "In the corridor.").await?;
    expect_status(&app, MEMORY).await?;
    let app = app.close_and_reopen().await?;
    expect_keys(&app, 0).await?;
    app.click_text("My notes").await?;
    expect_notes(&app, &[]).await?;
    app.close().await
}

#[tokio::test]
async fn a_reload_does_not_undo_the_choice() -> Res {
    let app = App::open().await?;
    app.click_text("This is a shared computer").await?;
    expect_status(&app, MEMORY).await?;
    app.reload().await?;
    expect_status(&app, MEMORY).await?;
    draft(&app, "After the reload.").await?;
    expect_status(&app, MEMORY).await?;
    expect_keys(&app, 0).await?;
    app.close().await
}

#[tokio::test]
async fn chosen_later_everything_moves_into_the_tab_and_back_without_loss() -> Res {
    let app = App::open().await?;
    answer_stake(&app, "Somebody told me").await?;
    draft(&app, "Words with été, 🌊 and \u{5e9}\u{5dc}\u{5d5}\u{5dd}.").await?;
    app.put_record("waymark.record.torn", "half a rec").await?;
    app.put_record("of-another-page", "theirs").await?;
    app.load("#/notes").await?;
    app.expect_count(".note", 3).await?;
    let before = app.records().await?;

    app.click_text("Keep it in memory only").await?;
    app.expect_focus("#share-ask").await?;
    app.expect_text("What is kept on this device (3 records)").await?;
    app.click_text("Keep it in memory only").await?;
    expect_status(&app, MEMORY).await?;
    let left = app.records().await?;
    app.check(
        left.len() == 1 && left.contains_key("of-another-page"),
        "only the key of another page to be left",
    )
    .await?;
    app.expect_count(".note", 3).await?;

    app.click("#share-here").await?;
    expect_status(&app, SAVED).await?;
    let after = app.records().await?;
    app.check(before == after, "every record back, character by character")
        .await?;
    app.close().await
}

#[tokio::test]
async fn what_is_being_written_goes_on_in_memory() -> Res {
    let app = App::open().await?;
    draft(&app, "Before.").await?;
    expect_keys(&app, 1).await?;
    share_what_is_kept(&app).await?;
    expect_status(&app, MEMORY).await?;
    app.type_into(ACCOUNT, " After.").await?;
    expect_status(&app, MEMORY).await?;
    let keys = our_keys(&app).await?;
    app.check(keys.is_empty(), &format!("no key of ours, but {keys:?}"))
        .await?;
    app.click_text("My notes").await?;
    app.back().await?;
    app.expect_h1(EMAIL).await?;
    let text = app.value(ACCOUNT).await?;
    app.check(text == "Before. After.", "all of the account").await?;
    app.close().await
}

#[tokio::test]
async fn another_tab_goes_into_memory_as_well() -> Res {
    let app = App::open().await?;
    draft(&app, "In the first tab.").await?;
    app.open_tab("#/begin/email").await?;
    app.click_text("Continue here").await?;
    app.expect_h1(EMAIL).await?;
    app.fill(ACCOUNT, "In the second tab.").await?;
    app.switch_tab(0).await?;
    share_what_is_kept(&app).await?;
    app.switch_tab(1).await?;
    expect_status(&app, MEMORY).await?;
    app.type_into(ACCOUNT, " More.").await?;
    expect_status(&app, MEMORY).await?;
    expect_keys(&app, 0).await?;
    let text = app.value(ACCOUNT).await?;
    app.check(text == "In the second tab. More.", "what the second tab shows")
        .await?;
    app.close().await
}

/// A tab that was opened since then has turned the lock on.
#[tokio::test]
async fn beside_a_lock_nothing_is_kept_as_it_is() -> Res {
    let app = App::open().await?;
    app.click_text("This is a shared computer").await?;
    draft(&app, "In the corridor.").await?;
    expect_status(&app, MEMORY).await?;
    app.open_tab("#/").await?;
    answer_stake(&app, "I saw or heard it").await?;
    crate::lock::turn_on(&app).await?;
    app.switch_tab(0).await?;
    app.click("#share").await?;
    app.expect_text("What is kept on this device is locked, so nothing was put beside it.")
        .await?;
    for (key, text) in app.records().await? {
        app.check(
            !text.contains("corridor"),
            &format!("nothing readable under {key}"),
        )
        .await?;
    }
    app.goto("#/notes").await?;
    app.expect_count(".note", 1).await?;
    app.close().await
}

/// Whether the browser would ask before this page ends. What a script makes up tells no more than that.
async fn expect_asks(app: &App, asks: bool) -> Res {
    app.expect_js(
        "whether the browser asks before this page ends",
        &format!(
            "const ends = new Event('beforeunload', {{cancelable: true}});
             dispatchEvent(ends);
             return ends.defaultPrevented === {asks}"
        ),
    )
    .await
}

#[tokio::test]
async fn where_something_is_kept_it_is_asked_first_and_may_stay() -> Res {
    let app = App::open().await?;
    draft(&app, "In the corridor.").await?;
    expect_status(&app, SAVED).await?;
    let before = app.records().await?;
    app.click_text("This is a shared computer").await?;
    app.expect_focus("#share-ask").await?;
    app.expect_text("What is kept on this device (1 record)").await?;
    app.expect_accessible_in_both_themes().await?;
    app.click_text("Leave it as it is").await?;
    app.expect_count("#share-ask", 0).await?;
    app.expect_focus("#share").await?;
    expect_status(&app, SAVED).await?;
    let after = app.records().await?;
    app.check(before == after, "all that was kept, untouched").await?;
    // Going elsewhere is no answer.
    app.click_text("This is a shared computer").await?;
    app.click_text("make a backup").await?;
    app.expect_h1("Backup").await?;
    app.expect_count("#share-ask", 0).await?;
    expect_status(&app, SAVED).await?;
    share_what_is_kept(&app).await?;
    expect_status(&app, MEMORY).await?;
    app.expect_focus("#share").await?;
    expect_keys(&app, 0).await?;
    // The line offers the way back.
    app.click("#share").await?;
    expect_status(&app, SAVED).await?;
    expect_keys(&app, 1).await?;
    app.close().await
}

#[tokio::test]
async fn a_nervous_hand_does_not_undo_the_choice() -> Res {
    let app = App::open().await?;
    app.double_click_text("This is a shared computer").await?;
    expect_status(&app, MEMORY).await?;
    app.close().await
}

#[tokio::test]
async fn the_browser_asks_only_before_what_is_in_memory_only_ends() -> Res {
    let app = App::open().await?;
    expect_asks(&app, false).await?;
    app.click_text("This is a shared computer").await?;
    expect_status(&app, MEMORY).await?;
    expect_asks(&app, false).await?;
    draft(&app, "In the corridor.").await?;
    expect_asks(&app, true).await?;
    let address = app.route().await?;
    // Whoever leaves at once is not asked.
    let shown = app
        .js("const ends = new Event('beforeunload', {cancelable: true});
             addEventListener('beforeunload', event => event.preventDefault(), {once: true});
             document.body.textContent = '';
             const plain = new Event('beforeunload', {cancelable: true});
             dispatchEvent(plain);
             dispatchEvent(ends);
             return [plain.defaultPrevented, ends.defaultPrevented].join()")
        .await?;
    app.check(
        shown == "true,false",
        &format!("no question over a blank page, but {shown}"),
    )
    .await?;
    // Truly elsewhere: a blank page that stays is one that was left.
    app.js("location.replace('about:blank')").await?;
    app.load("#/notes").await?;
    expect_asks(&app, false).await?;
    // What a reload took is named as the first reason.
    app.load(&address).await?;
    app.expect_h1("This draft is not here").await?;
    app.expect_text("This tab keeps things in memory only, and a reload empties it")
        .await?;
    app.close().await
}

#[tokio::test]
async fn what_is_kept_on_the_device_ends_without_a_question() -> Res {
    let app = App::open().await?;
    draft(&app, "In the corridor.").await?;
    expect_status(&app, SAVED).await?;
    expect_asks(&app, false).await?;
    share_what_is_kept(&app).await?;
    expect_status(&app, MEMORY).await?;
    expect_asks(&app, true).await?;
    app.click("#share").await?;
    expect_status(&app, SAVED).await?;
    expect_asks(&app, false).await?;
    app.close().await
}
