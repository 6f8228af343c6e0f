//! The browser has no room left: it is said at once, nothing typed is lost, and it is kept as soon as there is room.

use crate::keeping::{
    ACCOUNT, EMAIL, OBSERVED, SAVED, answer_stake, draft, expect_not_status, expect_status, expect_stored,
};
use journeys::{App, Res};

const FULL: &str = "There is no room left in this browser’s storage.";
const LONG: &str = "A sentence that is longer than whatever room the browser may still have found somewhere.";

#[tokio::test]
async fn full_in_the_middle_of_writing() -> Res {
    let app = App::open().await?;
    answer_stake(&app, "I saw or heard it").await?;
    draft(&app, "Kept.").await?;
    expect_status(&app, SAVED).await?;
    app.fill_storage().await?;
    app.type_into(ACCOUNT, LONG).await?;
    expect_status(&app, "Not saved").await?;
    expect_status(&app, FULL).await?;
    let text = app.value(ACCOUNT).await?;
    app.check(text == format!("Kept.{LONG}"), "the text to stay on screen")
        .await?;
    // What was kept before is intact.
    expect_stored(&app, "Kept.").await?;

    app.click_text("Download everything you wrote").await?;
    let file = app.download_text("waymark-notes.txt").await?;
    app.check(file.contains(&format!("Kept.{LONG}")), "the draft in the file")
        .await?;
    app.check(file.contains("I saw or heard it"), "the answers in the file")
        .await?;

    // A browser that does not take the file is no silence.
    app.js(
        "globalThis.take = URL.createObjectURL; URL.createObjectURL = () => { throw new TypeError('no') }",
    )
    .await?;
    app.click_text("Download everything you wrote").await?;
    expect_status(&app, "The browser did not take the file.").await?;
    app.js("URL.createObjectURL = globalThis.take").await?;
    app.click_text("Download everything you wrote").await?;
    app.expect_no_text("The browser did not take the file.").await?;

    app.unfill_storage().await?;
    app.type_into(ACCOUNT, " End.").await?;
    expect_status(&app, SAVED).await?;
    expect_stored(&app, &format!("{LONG} End.")).await?;
    app.reload().await?;
    let text = app.value(ACCOUNT).await?;
    app.check(text == format!("Kept.{LONG} End."), "everything after a reload")
        .await?;
    app.close().await
}

#[tokio::test]
async fn what_could_not_be_kept_survives_going_elsewhere_in_the_guide() -> Res {
    let app = App::open().await?;
    app.fill_storage().await?;
    draft(&app, "First draft, not kept.").await?;
    app.fill("Name of this draft", "One").await?;
    expect_status(&app, FULL).await?;
    draft(&app, "Second draft, not kept.").await?;
    app.fill("Name of this draft", "Two").await?;
    answer_stake(&app, "Somebody told me").await?;
    app.click_text("My notes").await?;
    app.expect_count(".note", 3).await?;
    app.expect_text("Not saved: in this tab only.").await?;
    app.expect_accessible().await?;
    app.click_text("One").await?;
    app.expect_h1(EMAIL).await?;
    let text = app.value(ACCOUNT).await?;
    app.check(text == "First draft, not kept.", "the first draft after all that")
        .await?;
    expect_status(&app, "Not saved").await?;

    app.click_text("Download everything you wrote").await?;
    let file = app.download_text("waymark-notes.txt").await?;
    for part in [
        "First draft, not kept.",
        "Second draft, not kept.",
        "Somebody told me",
    ] {
        app.check(file.contains(part), &format!("\"{part}\" in the file"))
            .await?;
    }

    // Room again: the next key keeps all of them.
    app.unfill_storage().await?;
    app.type_into(OBSERVED, "On Tuesday.").await?;
    expect_status(&app, SAVED).await?;
    for part in [
        "First draft, not kept.",
        "Second draft, not kept.",
        "On Tuesday.",
        "told",
    ] {
        expect_stored(&app, part).await?;
    }
    app.click_text("My notes").await?;
    app.expect_count(".note", 3).await?;
    app.expect_no_text("Not saved").await?;
    app.close().await
}

#[tokio::test]
async fn deleting_something_makes_room_for_what_waits() -> Res {
    let app = App::open().await?;
    draft(&app, &"Long. ".repeat(2000)).await?;
    app.fill("Name of this draft", "Long one").await?;
    expect_status(&app, SAVED).await?;
    app.fill_storage().await?;
    draft(&app, "Waits for room.").await?;
    expect_status(&app, FULL).await?;
    app.click_text("My notes").await?;
    app.click_text("Delete: Long one").await?;
    expect_status(&app, SAVED).await?;
    expect_not_status(&app, "Not saved").await?;
    expect_stored(&app, "Waits for room.").await?;
    app.close().await
}

#[tokio::test]
async fn the_warning_fits_a_phone() -> Res {
    let app = App::open().await?;
    app.fill_storage().await?;
    draft(&app, LONG).await?;
    expect_status(&app, FULL).await?;
    app.viewport(320, 640).await?;
    app.expect_no_sideways_scroll().await?;
    let high = app
        .js("return document.querySelector('.status-bar').getBoundingClientRect().height / innerHeight")
        .await?;
    app.check(
        high.as_f64().is_some_and(|part| part < 0.4),
        &format!("a warning that leaves room to write, not {high}"),
    )
    .await?;
    app.expect_accessible_in_both_themes().await?;
    app.close().await
}

/// A phone with its keyboard up, or 400 % zoom: what is being written keeps most of the window, and "Not saved" stays in sight.
#[tokio::test]
async fn in_a_low_window_it_does_not_cover_what_is_being_written() -> Res {
    let app = App::open().await?;
    draft(&app, "Kept.").await?;
    app.fill_storage().await?;
    app.viewport(320, 256).await?;
    app.type_into(ACCOUNT, LONG).await?;
    expect_status(&app, "Not saved").await?;
    app.expect_js(
        "the line below, in sight, and two thirds of the window left to the field",
        "const line = document.querySelector('.status-bar').getBoundingClientRect();
         return line.top >= innerHeight * 2 / 3 && line.top < innerHeight",
    )
    .await?;
    app.unfill_storage().await?;
    app.close().await
}

#[tokio::test]
async fn it_is_said_before_it_hurts_and_what_is_there_can_be_changed() -> Res {
    let app = App::open().await?;
    draft(&app, "Here before.").await?;
    app.fill("Name of this draft", "Before").await?;
    expect_status(&app, SAVED).await?;
    let address = app.route().await?;
    for number in 0..19 {
        let key = format!("waymark.record.big{number}");
        app.js(&format!("localStorage.setItem('{key}', 'x'.repeat(100_000))"))
            .await?;
    }
    app.load(&address).await?;
    expect_status(&app, "More than 70 % of the room").await?;
    app.expect_accessible_in_both_themes().await?;
    for number in 19..24 {
        let key = format!("waymark.record.big{number}");
        app.js(&format!("localStorage.setItem('{key}', 'x'.repeat(100_000))"))
            .await?;
    }
    app.reload().await?;
    expect_status(&app, "More than 90 % of the room").await?;
    app.type_into(ACCOUNT, " And changed.").await?;
    expect_status(&app, SAVED).await?;
    draft(&app, "One too many.").await?;
    expect_status(&app, "nearly used up, so nothing new is kept").await?;
    app.click_text("Download everything you wrote").await?;
    let file = app.download_text("waymark-notes.txt").await?;
    app.check(file.contains("One too many."), "it in the download")
        .await?;
    app.goto("#/notes").await?;
    app.click(".note[aria-label=\"A record that cannot be read\"] .row button:last-child")
        .await?;
    expect_status(&app, SAVED).await?;
    expect_stored(&app, "One too many.").await?;
    app.close().await
}
