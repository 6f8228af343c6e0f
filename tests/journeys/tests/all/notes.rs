//! Somebody looks after what is kept: opens it, renames, duplicates, deletes and brings back, takes it out.

use crate::keeping::{
    ACCOUNT, EMAIL, MEMORY, SAVED, answer_stake, draft, expect_keys, expect_notes, expect_status,
    share_what_is_kept,
};
use journeys::{App, Res, needs};

#[tokio::test]
async fn a_draft_is_there_tomorrow_under_its_new_name() -> Res {
    needs!(Profile);
    let app = App::open().await?;
    draft(&app, "In the corridor, after lunch.").await?;
    app.click_text("My notes").await?;
    app.click_text("Rename").await?;
    app.expect_focus("input").await?;
    app.fill("New name", "Corridor").await?;
    app.click_text("Keep this name").await?;
    expect_notes(&app, &["Corridor"]).await?;
    // Renaming ends where it began.
    app.expect_focus("[aria-label='Rename: Corridor']").await?;
    let app = app.close_and_reopen().await?;
    app.click_text("My notes").await?;
    app.click_text("Corridor").await?;
    app.expect_h1(EMAIL).await?;
    let kept = app.value(ACCOUNT).await?;
    app.check(
        kept == "In the corridor, after lunch.",
        "the account as it was written",
    )
    .await?;
    let name = app.value("Name of this draft").await?;
    app.check(name == "Corridor", "the draft to know its new name")
        .await?;
    // Writing on does not bring the old name back.
    app.type_into(ACCOUNT, " More.").await?;
    app.click_text("My notes").await?;
    expect_notes(&app, &["Corridor"]).await?;
    app.close().await
}

#[tokio::test]
async fn a_name_can_stay_as_it_was() -> Res {
    let app = App::open().await?;
    answer_stake(&app, "I saw or heard it").await?;
    app.click_text("My notes").await?;
    app.click_text("Rename").await?;
    app.fill("New name", "Something else").await?;
    app.click_text("Leave it as it was").await?;
    expect_notes(&app, &["Situation 1"]).await?;
    app.click_text("Rename").await?;
    app.fill("New name", "   ").await?;
    app.key("Enter").await?;
    expect_notes(&app, &["Situation 1"]).await?;
    app.close().await
}

#[tokio::test]
async fn a_copy_goes_its_own_way() -> Res {
    let app = App::open().await?;
    draft(&app, "First wording.").await?;
    app.fill("Name of this draft", "Letter").await?;
    app.click_text("My notes").await?;
    app.click_text("Duplicate").await?;
    expect_notes(&app, &["Letter (copy)", "Letter"]).await?;
    expect_keys(&app, 2).await?;
    app.click_text("Letter (copy)").await?;
    app.fill(ACCOUNT, "Second wording.").await?;
    app.click_text("My notes").await?;
    expect_notes(&app, &["Letter (copy)", "Letter"]).await?;
    app.click_text_in("Letter", "Letter").await?;
    app.expect_h1(EMAIL).await?;
    let kept = app.value(ACCOUNT).await?;
    app.check(kept == "First wording.", "the first draft untouched")
        .await?;
    app.close().await
}

#[tokio::test]
async fn what_was_deleted_can_be_brought_back() -> Res {
    let app = App::open().await?;
    draft(&app, "Not to be lost.").await?;
    app.fill("Name of this draft", "Letter").await?;
    app.click_text("My notes").await?;
    app.click_text("Delete: Letter").await?;
    app.expect_text("Deleted: Letter").await?;
    expect_notes(&app, &[]).await?;
    expect_keys(&app, 0).await?;
    app.expect_focus(".undo button").await?;
    app.key("Enter").await?;
    expect_notes(&app, &["Letter"]).await?;
    app.expect_no_text("Deleted: Letter").await?;
    app.click_text_in("Letter", "Letter").await?;
    app.expect_h1(EMAIL).await?;
    let kept = app.value(ACCOUNT).await?;
    app.check(
        kept == "Not to be lost.",
        "the text of the draft that was brought back",
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn a_deleted_draft_leaves_a_page_that_helps() -> Res {
    let app = App::open().await?;
    draft(&app, "Gone.").await?;
    app.click_text("My notes").await?;
    app.click_text("Delete").await?;
    app.expect_text("Deleted:").await?;
    app.back().await?;
    app.expect_h1("This draft is not here").await?;
    app.expect_no_text("Gone.").await?;
    app.close().await
}

#[tokio::test]
async fn a_record_can_be_taken_out() -> Res {
    let app = App::open().await?;
    draft(&app, "Taken with me: été 🌊").await?;
    app.click_text("My notes").await?;
    app.click_text("Download").await?;
    let file = app.download_text("waymark-record.txt").await?;
    app.check(file.contains("Taken with me: été 🌊"), "the account in the file")
        .await?;
    app.close().await
}

#[tokio::test]
async fn two_situations_have_answers_of_their_own() -> Res {
    let app = App::open().await?;
    answer_stake(&app, "I saw or heard it").await?;
    app.click_text("My notes").await?;
    app.expect_text("These answers are in use now.").await?;
    app.click_text("Begin another situation").await?;
    app.expect_h1("Where things stand").await?;
    answer_stake(&app, "Somebody told me").await?;
    app.click_text("My notes").await?;
    expect_notes(&app, &["Situation 2", "Situation 1"]).await?;
    app.click_text_in("Situation 1", "Situation 1").await?;
    app.expect_h1("Your answers").await?;
    app.expect_text("I saw or heard it").await?;
    app.expect_no_text("Somebody told me").await?;
    app.click_text("My notes").await?;
    app.click_text_in("Situation 2", "Situation 2").await?;
    app.expect_h1("Your answers").await?;
    app.expect_text("Somebody told me").await?;
    app.close().await
}

#[tokio::test]
async fn the_situation_in_use_can_be_deleted_and_brought_back() -> Res {
    let app = App::open().await?;
    answer_stake(&app, "I saw or heard it").await?;
    app.click_text("My notes").await?;
    app.click_text("Delete").await?;
    app.expect_text("Deleted: Situation 1").await?;
    app.goto("#/answers").await?;
    app.expect_text("There are no answers yet.").await?;
    app.back().await?;
    app.click_text("Undo").await?;
    app.click_text("Situation 1").await?;
    app.expect_text("I saw or heard it").await?;
    expect_status(&app, "Saved on this device").await?;
    app.close().await
}

#[tokio::test]
async fn the_list_is_accessible_and_fits_a_phone() -> Res {
    let app = App::open_at("#/notes").await?;
    app.expect_accessible_in_both_themes().await?;
    draft(&app, "A line.").await?;
    app.fill(
        "Name of this draft",
        "Averyveryverylongnamewithoutanyspaceinitthatdoesnotfitanyphoneatall",
    )
    .await?;
    answer_stake(&app, "I saw or heard it").await?;
    app.put_record("waymark.record.damaged", "not a record").await?;
    app.load("#/notes").await?;
    app.expect_count(".note", 3).await?;
    app.click_text("Rename: Situation 1").await?;
    app.expect_accessible_in_both_themes().await?;
    app.viewport(320, 640).await?;
    app.expect_no_sideways_scroll().await?;
    app.close().await
}

#[tokio::test]
async fn the_list_works_by_keyboard_alone() -> Res {
    let app = App::open().await?;
    answer_stake(&app, "I saw or heard it").await?;
    app.goto("#/notes").await?;
    expect_notes(&app, &["Situation 1"]).await?;
    app.expect_focus("h1").await?;
    let mut walked = Vec::new();
    for _ in 0..20 {
        app.key("Tab").await?;
        let focused = app.focused().await?;
        walked.push(focused.clone());
        if focused.contains("Rename: Situation 1") {
            break;
        }
    }
    app.check(
        walked.iter().any(|name| name.contains("\"Situation 1\"")),
        &format!("to open it on the way, but: {walked:?}"),
    )
    .await?;
    app.key("Enter").await?;
    app.expect_focus("input").await?;
    app.key("Control+a").await?;
    app.insert("By keys").await?;
    app.key("Enter").await?;
    expect_notes(&app, &["By keys"]).await?;
    app.expect_focus("[aria-label='Rename: By keys']").await?;
    app.close().await
}

/// A list of thousands is drawn a part at a time; every record of it can be found and reached.
#[tokio::test]
async fn a_long_list_comes_a_part_at_a_time_and_everything_in_it_is_found() -> Res {
    let app = App::open().await?;
    draft(&app, "A line.").await?;
    app.fill("Name of this draft", "Léttre").await?;
    answer_stake(&app, "I saw or heard it").await?;
    app.goto("#/notes").await?;
    app.expect_count("#find-note", 0).await?;
    let records = app.records().await?;
    let case = records.values().find(|text| text.contains("Situation 1"));
    let case = case.cloned().unwrap_or_default();
    for number in 0..70 {
        app.put_record(&format!("waymark.record.more{number}"), &case)
            .await?;
    }
    app.load("#/notes").await?;
    app.expect_count(".note", 30).await?;
    app.expect_accessible_in_both_themes().await?;
    app.click_text("Show more (42 left)").await?;
    app.expect_count(".note", 60).await?;
    // One goes on reading where the new ones begin.
    app.expect_focus(".note:nth-child(31) button").await?;
    app.click_text("Show more (12 left)").await?;
    app.expect_count(".note", 72).await?;
    app.expect_no_text("Show more").await?;
    app.fill("Find by name", "LÉTT").await?;
    expect_notes(&app, &["Léttre"]).await?;
    app.click_text("Rename").await?;
    app.fill("New name", "Corridor").await?;
    app.key("Enter").await?;
    app.expect_text("No record has a name like this.").await?;
    app.fill("Find by name", "").await?;
    app.expect_count(".note", 30).await?;
    app.close().await
}

/// Whoever comes back the next day finds the way back to where they were, on the first page and where letters are chosen.
#[tokio::test]
async fn who_comes_back_is_led_to_where_they_were() -> Res {
    const GO_ON: &str = "Go on where you were";
    let app = App::open().await?;
    app.expect_no_text(GO_ON).await?;
    answer_stake(&app, "I saw or heard it").await?;
    draft(&app, "In the corridor.").await?;
    expect_status(&app, SAVED).await?;
    let address = app.route().await?;
    app.load("#/").await?;
    app.expect_text(GO_ON).await?;
    app.expect_accessible_in_both_themes().await?;
    app.click_text("Your next steps").await?;
    app.expect_route("#/plan").await?;
    app.goto("#/").await?;
    app.click_text("My notes: everything that is kept here").await?;
    app.expect_h1("My notes").await?;
    app.goto("#/").await?;
    app.click("main li a[href^='#/write/']").await?;
    app.expect_route(&address).await?;
    app.goto("#/write").await?;
    app.click_text("Go on with: ").await?;
    app.expect_route(&address).await?;
    // What is in memory only is gone the next day, and on a shared computer nothing says what there is.
    share_what_is_kept(&app).await?;
    expect_status(&app, MEMORY).await?;
    app.goto("#/").await?;
    app.expect_no_text(GO_ON).await?;
    app.close().await
}
