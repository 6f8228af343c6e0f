//! The names table: who is who, kept with the situation; a hand-over copy without and with it; a learning copy without names.

use crate::keeping::expect_status;
use crate::keyboard::tab_to;
use journeys::{App, Res};

/// Markup, emoji and a name that is read from right to left.
const WILD: &str = "<b>שרה כהן</b> 👩🏽‍⚖️";

/// A situation with two people in the table, one entry that names both, and one that names nobody.
async fn situation() -> Res<App> {
    let app = App::open_at("#/told").await?;
    for (who, why) in [
        (
            "The TPM",
            "Zoë Müller’s letter, and what <b>שרה כהן</b> 👩🏽‍⚖️ told zoe@example.org",
        ),
        ("The convenor", "To ask for advice"),
    ] {
        app.click("#log-add").await?;
        app.fill("Who was told", who).await?;
        app.fill("Why they need to know", why).await?;
        app.click_text("Keep this entry").await?;
    }
    app.goto("#/names").await?;
    app.expect_h1("Who is who").await?;
    for name in ["Zoë Müller; Zoë", WILD] {
        app.click_text("Add somebody").await?;
        app.fill("Who that is", name).await?;
        app.click_text("Keep this row").await?;
    }
    app.expect_text("Person A is Zoë Müller; Zoë").await?;
    expect_status(&app, "Saved on this device").await?;
    Ok(app)
}

#[tokio::test]
async fn the_table_is_filled_in_with_the_keyboard_and_outlasts_a_reload() -> Res {
    let app = App::open_at("#/names").await?;
    app.expect_text("Nobody is in the table yet.").await?;
    tab_to(&app, "#names-add").await?;
    app.key("Enter").await?;
    app.expect_focus("#names-name").await?;
    app.key("Enter").await?;
    app.expect_text("The name is missing. Type who this is, or leave the row out.")
        .await?;
    app.expect_focus("#names-name[aria-invalid=true]").await?;
    app.insert("Zoë Müller").await?;
    app.expect_no_text("The name is missing.").await?;
    // What is typed is kept before anybody says so.
    app.expect_js(
        "it is kept",
        "return Object.values(localStorage).some(it => it.includes('Zoë Müller'))",
    )
    .await?;
    app.key("Enter").await?;
    app.expect_text("Added.").await?;
    app.expect_focus("#name-0 button").await?;
    app.reload().await?;
    app.expect_text("Person A is Zoë Müller").await?;
    // The next one is offered the next letter; one that is taken is refused in words.
    tab_to(&app, "#names-add").await?;
    app.key("Enter").await?;
    app.check(app.value("Stand-in").await? == "Person B", "the next letter")
        .await?;
    app.fill("Stand-in", "person a").await?;
    app.fill("Who that is", WILD).await?;
    app.click_text("Keep this row").await?;
    app.expect_text("Another row has this stand-in.").await?;
    app.expect_focus("#names-stand-in").await?;
    app.expect_accessible_in_both_themes().await?;
    app.viewport(360, 740).await?;
    app.expect_no_sideways_scroll().await?;
    app.fill("Stand-in", "The chair").await?;
    app.click_text("Keep this row").await?;
    app.expect_text("The chair is <b>שרה כהן</b> 👩🏽‍⚖️").await?;
    app.expect_count("main b", 0).await?;
    app.expect_no_sideways_scroll().await?;
    app.expect_accessible_in_both_themes().await?;
    app.close().await
}

#[tokio::test]
async fn a_row_is_changed_and_removed_and_each_can_be_undone() -> Res {
    let app = situation().await?;
    app.click("#name-0 button").await?;
    app.fill("Who that is", "Somebody else").await?;
    app.click_text("Keep this row").await?;
    app.expect_text("Person A is Somebody else").await?;
    app.click_text("Undo").await?;
    app.expect_text("Person A is Zoë Müller; Zoë").await?;
    app.click("#name-0 button").await?;
    app.fill("Who that is", "Somebody else").await?;
    app.click_text("Leave it as it was").await?;
    app.expect_text("Person A is Zoë Müller; Zoë").await?;
    app.click("#name-0 .row button:last-child").await?;
    app.expect_text("Removed: Person A").await?;
    app.expect_no_text("Zoë Müller").await?;
    app.expect_focus(".undo button").await?;
    app.key("Enter").await?;
    app.expect_text("Person A is Zoë Müller; Zoë").await?;
    expect_status(&app, "Saved on this device").await?;
    app.reload().await?;
    app.expect_count("main .note", 2).await?;
    app.close().await
}

#[tokio::test]
async fn a_hand_over_copy_holds_the_table_only_when_it_is_ticked() -> Res {
    let app = situation().await?;
    app.goto("#/hand-over").await?;
    app.click("details.why summary").await?;
    app.choose("The convenor").await?;
    app.click_text("Download as a file for this guide").await?;
    let file = app.download_text("waymark-handover.json").await?;
    app.check(
        file.contains("The convenor")
            && ["Person A", "Zoë", "שרה", "names\""]
                .iter()
                .all(|row| !file.contains(row)),
        &format!("no row of the table in {file}"),
    )
    .await?;
    let ticked = app.chosen("Who is who (names table)").await?;
    app.check(!ticked, "a tick of its own, off at first").await?;
    app.choose("Who is who (names table)").await?;
    app.expect_accessible_in_both_themes().await?;
    app.click_text("Download as a file for this guide").await?;
    let file = app.download_text("waymark-handover.json").await?;
    app.close().await?;

    let app = App::open_at("#/hand-over/open").await?;
    app.expect_count("#copy-file", 1).await?;
    app.choose_file("#copy-file", "copy.json", &file).await?;
    app.expect_text("Person A: Zoë Müller; Zoë").await?;
    app.expect_text(WILD).await?;
    app.expect_count("main b", 0).await?;
    app.choose("the one who handles it, or helps").await?;
    app.click_text("Keep it as a new situation").await?;
    app.expect_h1("Your answers").await?;
    app.goto("#/names").await?;
    app.expect_text("Person A is Zoë Müller; Zoë").await?;
    app.expect_count("main .note", 2).await?;
    app.close().await
}

#[tokio::test]
async fn a_learning_copy_holds_no_name_and_says_what_was_replaced() -> Res {
    let app = situation().await?;
    app.goto("#/hand-over").await?;
    app.choose("The convenor").await?;
    app.expect_text("No name of the table stands in it.").await?;
    app.choose("The TPM").await?;
    app.choose("Who is who (names table)").await?;
    app.expect_text("Zoë Müller; Zoë: now Person A, 1 ×").await?;
    app.expect_no_text("No name of the table stands in it.").await?;
    app.click("#learning summary").await?;
    app.expect_js(
        "the text as it will be",
        "const shown = document.querySelector('#learning-text').innerText;
         return shown.includes('Person A’s letter, and what Person B told [address left out]') && !shown.includes('Zoë')",
    )
    .await?;
    app.expect_accessible_in_both_themes().await?;
    app.viewport(360, 740).await?;
    app.expect_no_sideways_scroll().await?;
    app.click_text("Download the learning copy").await?;
    let text = app.download_text("waymark-learning.txt").await?;
    app.check(
        text.starts_with("Learning copy, without names")
            && text.contains("Somebody who was there may still recognise it")
            && text.contains("Person A’s letter")
            && ["Zoë", "Müller", "שרה", "example.org", "Who is who"]
                .iter()
                .all(|name| !text.contains(name)),
        &format!("no name in {text}"),
    )
    .await?;
    app.expect_quiet().await?;
    app.close().await
}
