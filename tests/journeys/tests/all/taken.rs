//! What is noted in the ledger need not be typed again in a letter; and a letter that was only looked at leaves nothing behind.

use crate::keeping::{EMAIL, expect_notes};
use journeys::{App, Res};

const FIRST: &str = "– 2026-03-09: Spoke in person (the convenor). Not settled";

async fn note(app: &App, what: &str, when: &str, with: &str, about: &str) -> Res {
    app.click_text("Note a step").await?;
    app.select("What was done", what).await?;
    for (label, text) in [("When", when), ("With whom", with), ("About whom", about)] {
        if !text.is_empty() {
            app.fill(label, text).await?;
        }
    }
    app.select("How it ended", "Not settled").await?;
    app.click_text("Keep this entry").await
}

#[tokio::test]
async fn whoever_only_looks_at_a_letter_leaves_nothing_behind() -> Res {
    let app = App::open_at("#/begin/email").await?;
    app.expect_h1(EMAIL).await?;
    app.goto("#/notes").await?;
    expect_notes(&app, &[]).await?;
    // The way back leads to it, as long as the page is there.
    app.back().await?;
    app.expect_h1(EMAIL).await?;
    app.fill("Name of this draft", "Corridor").await?;
    app.goto("#/notes").await?;
    expect_notes(&app, &["Corridor"]).await?;
    app.reload().await?;
    expect_notes(&app, &["Corridor"]).await?;
    app.close().await
}

#[tokio::test]
async fn what_was_noted_is_taken_over_and_what_was_typed_stays() -> Res {
    let app = App::open_at("#/ledger").await?;
    note(&app, "Spoke in person (1.2)", "2026-03-09", "the convenor", "").await?;
    app.goto("#/begin/nsb-request").await?;
    let label = "What was tried, and how it ended";
    let taken = app.value(label).await?;
    app.check(taken == FIRST, &format!("the step as it was noted, but {taken}"))
        .await?;
    app.expect_text("2026-03-09: Spoke in person").await?;
    app.fill(label, "Twice, in the corridor.").await?;
    app.click_text("Take over from the ledger").await?;
    app.expect_text("Added below what you had written.").await?;
    let both = app.value(label).await?;
    app.check(
        both == format!("Twice, in the corridor.\n\n{FIRST}"),
        &format!("both, one below the other, but {both}"),
    )
    .await?;
    app.click_text("Take over from the ledger").await?;
    app.expect_text("Nothing to add").await?;
    app.expect_accessible().await?;
    app.reload().await?;
    app.check(app.value(label).await? == both, "nothing lost").await?;
    app.close().await
}

#[tokio::test]
async fn with_two_people_each_has_a_timeline_and_a_letter_of_their_own() -> Res {
    let app = App::open_at("#/ledger").await?;
    note(
        &app,
        "Spoke in person (1.2)",
        "2026-03-09",
        "the convenor",
        "Person A",
    )
    .await?;
    note(
        &app,
        "Wrote a message (1.2)",
        "2026-03-11",
        "a delegate",
        "Person B",
    )
    .await?;
    app.expect_text("Entries here are about several people.").await?;
    app.expect_count(".entry", 2).await?;
    app.select("About whom", "Person B").await?;
    app.expect_count(".entry", 1).await?;
    app.expect_text("Wrote a message").await?;
    app.expect_no_text("Spoke in person").await?;
    app.expect_accessible().await?;
    app.goto("#/begin/nsb-request").await?;
    let label = "What was tried, and how it ended";
    app.check(app.value(label).await?.is_empty(), "nobody is chosen yet")
        .await?;
    app.select("About whom", "Person B").await?;
    app.click_text("Take over from the ledger").await?;
    let taken = app.value(label).await?;
    app.check(
        taken == "– 2026-03-11: Wrote a message (a delegate). Not settled",
        &format!("what is about that person alone, but {taken}"),
    )
    .await?;
    app.close().await
}
