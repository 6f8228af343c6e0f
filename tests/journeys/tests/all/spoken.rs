//! A conversation: a card for the pocket, half a page, that says how to begin and how to stop.

use crate::writing::{begin, depart};
use journeys::{Res, needs};

#[tokio::test]
async fn the_talking_card_fits_on_half_a_page() -> Res {
    needs!(Pdf);
    let app = begin("A conversation").await?;
    app.select(
        "How I begin",
        "Do you have a few minutes? There is something I would like to talk over with you.",
    )
    .await?;
    app.fill(
        "What I saw or heard",
        "On Tuesday, while I presented comment 14, I was interrupted four times and could not finish.",
    )
    .await?;
    app.fill(
        "What it did",
        "The group voted without hearing the second half, and I was unsure whether to speak again.",
    )
    .await?;
    app.fill("What I may not know", "You may have been told to finish by noon.")
        .await?;
    app.fill(
        "What I hope for",
        "Could we agree that speakers finish before questions?",
    )
    .await?;
    app.select(
        "How I stop, if it becomes too much",
        "I need a pause. Let us leave it here for now.",
    )
    .await?;
    depart(&app).await?;
    app.expect_text("Who you are: you say it yourself.").await?;
    let card = app.printed_text().await?;
    app.check(card.matches('\u{c}').count() == 1, "one sheet of paper")
        .await?;
    let said = card.split_whitespace().collect::<Vec<_>>().join(" ");
    app.check(
        said.starts_with("To begin: Do you have a few minutes?"),
        &format!("how to begin, first, but {said}"),
    )
    .await?;
    app.check(
        said.ends_with("To stop: I need a pause. Let us leave it here for now."),
        &format!("how to stop, last, but {said}"),
    )
    .await?;
    // A4 less the margins of the print stylesheet, at 96 dots an inch.
    app.viewport(642, 990).await?;
    app.paper(true).await?;
    let height = app
        .js("return document.querySelector('.letter').getBoundingClientRect().height")
        .await?;
    let height = height.as_f64().unwrap_or(f64::MAX);
    app.check(
        height > 100.0 && height <= 990.0 / 2.0,
        &format!("a card of at most half a page, but it is {height} of 990 high"),
    )
    .await?;
    app.paper(false).await?;
    app.close().await
}

#[tokio::test]
async fn what_is_spoken_is_not_mailed() -> Res {
    let app = begin("Words to say in the meeting").await?;
    app.fill("What just happened", "Two comments were closed unheard.")
        .await?;
    app.expect_count(".letter dt", 0).await?;
    depart(&app).await?;
    app.expect_text("Everybody in the room hears it, and it may stand in the minutes.")
        .await?;
    app.expect_no_text("E-mail draft (a file)").await?;
    app.expect_count("a[href^='mailto:']", 0).await?;
    app.close().await
}
