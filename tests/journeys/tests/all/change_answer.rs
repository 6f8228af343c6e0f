//! Somebody changes an earlier answer, goes back, skips, hesitates, clicks twice: nothing is lost.

use crate::answering::{SHOUTED, another_page, assess};
use journeys::{App, Res};

const NEAREST: &str = "Which of these comes nearest to what happened?";
const CONDUCT: &str = "What was said or done?";
const ASIDE: &str = "No longer applies; kept, not used";

async fn expect_row(app: &App, name: &str, answer: &str) -> Res {
    app.expect_text(&format!("{name} {answer}")).await
}

async fn change(app: &App, name: &str, question: &str) -> Res {
    app.goto("#/answers").await?;
    app.expect_h1("Your answers").await?;
    app.click_text(&format!("Change: {name}")).await?;
    app.expect_h1(question).await
}

#[tokio::test]
async fn what_no_longer_applies_is_set_aside_and_comes_back() -> Res {
    let app = App::open().await?;
    assess(&app, SHOUTED).await?;

    change(&app, "What comes nearest", NEAREST).await?;
    app.unchoose("How somebody was treated").await?;
    app.choose("None of these").await?;
    app.click_text("Continue").await?;
    another_page(&app, "#/assess/nearest", NEAREST).await?;
    app.goto("#/result").await?;
    app.expect_text("Nothing in these answers matches").await?;
    app.expect_no_text("shouted at").await?;

    app.goto("#/answers").await?;
    app.expect_text(ASIDE).await?;
    // Those that still fit stay where they were; the others stand below, with their words.
    let text = app.text().await?;
    let aside = text.find(ASIDE).unwrap_or_default();
    let below = |part: &str| text.find(part).is_some_and(|at| at > aside);
    app.check(
        below("Someone was shouted at"),
        "the account of what was said among what is set aside",
    )
    .await?;
    app.check(
        !below("In a meeting, in front of others"),
        "the place of it among what is in use",
    )
    .await?;

    change(&app, "What comes nearest", NEAREST).await?;
    app.choose("How somebody was treated").await?;
    app.goto("#/result").await?;
    app.expect_text("Someone was shouted at, insulted or mocked.")
        .await?;
    app.expect_text("The words were about the person, not about the work.")
        .await?;
    app.goto("#/answers").await?;
    app.expect_h1("Your answers").await?;
    app.expect_no_text(ASIDE).await?;
    app.close().await
}

#[tokio::test]
async fn a_changed_answer_leads_on_to_what_is_still_open() -> Res {
    let app = App::open().await?;
    assess(&app, SHOUTED).await?;
    change(&app, "What comes nearest", NEAREST).await?;
    app.choose("Who could speak or take part").await?;
    app.click_text("Continue").await?;
    app.expect_h1("What happened to someone’s chance to take part?")
        .await?;
    app.choose("Comments were dropped without a word").await?;
    app.click_text("Continue").await?;
    app.expect_h1("What your answers show").await?;
    app.expect_text("principle 3 and principle 4").await?;
    app.close().await
}

#[tokio::test]
async fn back_skip_and_not_sure_lose_nothing() -> Res {
    let app = App::open_at("#/assess/stake").await?;
    app.expect_h1("How do you know of it?").await?;
    app.choose("I saw or heard it").await?;
    app.click_text("Continue").await?;
    app.expect_h1("Where did it happen?").await?;
    app.choose("In a break or at a social event").await?;
    // Away without Continue: chosen is kept.
    app.click_text("Back").await?;
    app.expect_h1("How do you know of it?").await?;
    app.check(
        app.chosen("I saw or heard it").await?,
        "the first answer still chosen",
    )
    .await?;
    app.back().await?;
    app.expect_h1("Where did it happen?").await?;
    app.check(
        app.chosen("In a break or at a social event").await?,
        "the second answer still chosen",
    )
    .await?;
    // Skipping an answered question leaves its answer.
    app.click_text("Skip this one").await?;
    app.expect_h1("Is anyone afraid, under pressure or in danger?")
        .await?;
    app.click_text("Skip this one").await?;
    app.expect_h1("Might something about it be against the law?")
        .await?;
    app.choose("I cannot tell").await?;
    app.click_text("Continue").await?;
    app.expect_h1(NEAREST).await?;

    app.goto("#/answers").await?;
    expect_row(&app, "How you know of it", "I saw or heard it").await?;
    expect_row(&app, "Where it happened", "In a break or at a social event").await?;
    expect_row(&app, "Fear, pressure or danger", "Skipped").await?;
    expect_row(&app, "Against the law?", "I cannot tell").await?;
    app.close().await
}

#[tokio::test]
async fn continue_without_a_choice_says_so_beside_the_field() -> Res {
    let app = App::open_at("#/assess/setting").await?;
    app.expect_h1("Where did it happen?").await?;
    app.click_text("Continue").await?;
    app.expect_text("Choose an answer, or skip this one.").await?;
    app.expect_focus("#problem").await?;
    app.expect_count("fieldset #problem", 1).await?;
    app.expect_js(
        "the question to name its complaint",
        "return document.querySelector('fieldset').getAttribute('aria-describedby') === 'problem'",
    )
    .await?;
    app.expect_route("#/assess/setting").await?;
    app.choose("In a virtual meeting").await?;
    app.expect_no_text("Choose an answer, or skip this one.").await?;
    app.click_text("Continue").await?;
    app.expect_route("#/assess/safety").await?;
    app.close().await
}

#[tokio::test]
async fn none_of_these_stands_alone() -> Res {
    let app = App::open_at("#/assess/nearest").await?;
    app.expect_h1(NEAREST).await?;
    app.choose("How somebody was treated").await?;
    app.choose("None of these").await?;
    app.check(
        !app.chosen("How somebody was treated").await?,
        "nothing else chosen beside \"None of these\"",
    )
    .await?;
    app.choose("How somebody was treated").await?;
    app.check(
        !app.chosen("None of these").await?,
        "\"None of these\" gone with the next choice",
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn a_double_click_on_continue_skips_no_question() -> Res {
    let app = App::open_at("#/assess/stake").await?;
    app.expect_h1("How do you know of it?").await?;
    app.choose("It was done to me").await?;
    app.double_click_text("Continue").await?;
    app.expect_h1("Where did it happen?").await?;
    app.goto("#/answers").await?;
    expect_row(&app, "How you know of it", "It was done to me").await?;
    app.expect_no_text("Where it happened").await?;
    app.close().await
}

#[tokio::test]
async fn fast_back_and_forward_end_where_they_should() -> Res {
    let app = App::open().await?;
    assess(&app, SHOUTED).await?;
    app.js("for (let step = 0; step < 6; step += 1) history.back()")
        .await?;
    app.js("for (let step = 0; step < 3; step += 1) history.forward()")
        .await?;
    app.js("history.go(-2); history.go(1)").await?;
    app.js("history.go(1 - history.length)").await?;
    app.expect_js(
        "the heading of the first page",
        "return document.querySelectorAll('h1').length === 1",
    )
    .await?;
    app.goto("#/assess/conduct").await?;
    app.expect_h1(CONDUCT).await?;
    app.check(
        app.chosen("Someone was shouted at, insulted or mocked").await?,
        "the answer still there",
    )
    .await?;
    app.goto("#/result").await?;
    app.expect_text("comes near to principle 3").await?;
    app.close().await
}
