//! The device's clock is wrong, or runs back: nothing breaks, and what was written last comes first.

use crate::keeping::{EMAIL, SAVED, answer_stake, draft, expect_notes, expect_status};
use journeys::{App, Res, Setup};

/// A draft of this name.
async fn named(app: &App, name: &str) -> Res {
    draft(app, name).await?;
    app.fill("Name of this draft", name).await?;
    expect_status(app, SAVED).await
}

async fn works_at(date: &str) -> Res {
    let app = Setup::default().clock(date).open().await?;
    named(&app, "First").await?;
    app.reload().await?;
    app.expect_h1(EMAIL).await?;
    answer_stake(&app, "I saw or heard it").await?;
    app.goto("#/notes").await?;
    app.expect_count(".note", 2).await?;
    app.expect_no_text("NaN").await?;
    app.expect_no_text("Invalid").await?;
    app.click_text("Delete: First").await?;
    app.click_text("Undo").await?;
    app.expect_count(".note", 2).await?;
    app.close().await
}

#[tokio::test]
async fn in_1970() -> Res {
    works_at("1970-01-01T00:00:01Z").await
}

#[tokio::test]
async fn before_1970() -> Res {
    works_at("1969-07-20T20:17:00Z").await
}

#[tokio::test]
async fn in_2099() -> Res {
    works_at("2099-12-31T23:59:00Z").await
}

#[tokio::test]
async fn a_clock_that_was_set_right_leaves_what_was_written_last_on_top() -> Res {
    // `then` makes up the clock anew on every load, from what the test last said.
    let app = Setup::default()
        .before_load(
            "{ const Real = Date, skew = () => Number(sessionStorage.getItem('journeys-skew') ?? 0);
               globalThis.Date = class extends Real {
                 constructor(...given) { given.length ? super(...given) : super(Real.now() + skew()); }
                 static now() { return Real.now() + skew(); }
               }; }",
        )
        .open()
        .await?;
    let year = 365.25 * 24.0 * 3_600_000.0;
    named(&app, "Today").await?;
    app.js(&format!(
        "sessionStorage.setItem('journeys-skew', {})",
        70.0 * year
    ))
    .await?;
    named(&app, "Far ahead").await?;
    app.goto("#/notes").await?;
    expect_notes(&app, &["Far ahead", "Today"]).await?;
    app.js("sessionStorage.setItem('journeys-skew', 1000)").await?;
    named(&app, "Right again").await?;
    app.load("#/notes").await?;
    expect_notes(&app, &["Right again", "Today", "Far ahead"]).await?;
    app.click_text("Far ahead").await?;
    app.expect_h1(EMAIL).await?;
    app.type_into("What happened, in your own words", " More.")
        .await?;
    app.load("#/notes").await?;
    expect_notes(&app, &["Far ahead", "Right again", "Today"]).await?;
    app.close().await
}

#[tokio::test]
async fn the_situation_in_use_is_the_one_written_last_by_a_clock_that_runs_back() -> Res {
    let app = Setup::default().clock("2099-01-01T00:00:00Z").open().await?;
    answer_stake(&app, "I saw or heard it").await?;
    expect_status(&app, SAVED).await?;
    // A second script on top sets the clock of the next load back by a hundred years.
    app.before_load(
        "{ const Ahead = Date; globalThis.Date = class extends Ahead {
        constructor(...given) { given.length ? super(...given) : super(Ahead.now() - 3.15e12); }
        static now() { return Ahead.now() - 3.15e12; } }; }",
    )
    .await?;
    app.load("#/notes").await?;
    app.click_text("Begin another situation").await?;
    answer_stake(&app, "Somebody told me").await?;
    expect_status(&app, SAVED).await?;
    app.load("#/answers").await?;
    app.expect_text("Somebody told me").await?;
    app.close().await
}
