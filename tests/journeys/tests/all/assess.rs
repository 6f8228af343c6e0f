//! Somebody looks at what happened, question by question, and reads what the answers touch.

use crate::answering::{SHOUTED, assess, but};
use journeys::{App, Res, needs};

/// Words that judge, weigh or count somebody. The line that this is no finding may say "breached" and "judges".
const VERDICTS: [&str; 12] = [
    "guilty",
    "offender",
    "perpetrator",
    "victim",
    "violated",
    "violation",
    "severity",
    "score",
    "probability",
    "misconduct was",
    "is a breach",
    "you are right",
];

async fn expect_no_verdict(app: &App) -> Res {
    let text = app.text().await?.to_lowercase();
    let found: Vec<_> = VERDICTS.into_iter().filter(|word| text.contains(word)).collect();
    app.check(
        found.is_empty(),
        &format!("no word that judges, but found {found:?}"),
    )
    .await
}

#[tokio::test]
async fn a_typical_person_reaches_a_result_with_reasons_on_both_sides() -> Res {
    let app = App::open().await?;
    app.click_text("Was it within the Code?").await?;
    app.expect_h1("Look at what happened").await?;
    app.expect_text("There is no verdict and no score.").await?;
    let asked = assess(&app, SHOUTED).await?;
    app.check(asked <= 15, &format!("at most 15 questions, not {asked}"))
        .await?;

    app.expect_h1("What your answers show").await?;
    app.expect_text("What you describe comes near to principle 3 of the Code.")
        .await?;
    app.expect_text("It does not mean that the Code was breached")
        .await?;
    app.expect_text("Answers that point this way Someone was shouted at, insulted or mocked.")
        .await?;
    app.expect_text("The words were about the person, not about the work.")
        .await?;
    app.expect_text("Answers that point the other way Haste, tiredness or too much work may play a part.")
        .await?;
    app.expect_text("What would change the picture").await?;
    app.expect_text("Clauses to read with it").await?;
    expect_no_verdict(&app).await?;

    app.reload().await?;
    app.expect_text("What you describe comes near to principle 3 of the Code.")
        .await?;
    app.close().await
}

#[tokio::test]
async fn several_themes_at_once_still_stay_within_fifteen_questions() -> Res {
    let app = App::open().await?;
    let said = but(
        SHOUTED,
        &[
            (
                "Which of these comes nearest to what happened?",
                &[
                    "How somebody was treated",
                    "Who could speak or take part",
                    "How a decision was reached, or what people were told",
                ],
            ),
            (
                "What happened to someone’s chance to take part?",
                &["Comments were dropped without a word"],
            ),
            (
                "What happened around the decision?",
                &["There was a mistake, and it was corrected openly"],
            ),
            (
                "Could all sides put their case before the decision?",
                &["In part"],
            ),
            ("What do you go by?", &["It was said or done openly"]),
        ],
    );
    let asked = assess(&app, &said).await?;
    app.check(asked <= 15, &format!("at most 15 questions, not {asked}"))
        .await?;
    app.expect_text("principle 3 and principle 4").await?;
    expect_no_verdict(&app).await?;
    app.close().await
}

#[tokio::test]
async fn the_printed_result_can_be_read_by_somebody_who_never_met_the_questions() -> Res {
    needs!(Pdf);
    let app = App::open().await?;
    assess(&app, SHOUTED).await?;
    let paper = app
        .printed_text()
        .await?
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    for sentence in [
        "What your answers show",
        "comes near to principle 3",
        "This is no finding.",
        "These answers come from somebody who experienced it.",
        "Principle 3:",
        "Someone was shouted at, insulted or mocked.",
        "It has happened before.",
        "Haste, tiredness or too much work may play a part.",
        "What would change the picture",
        "Waymark is not ISO",
    ] {
        app.check(
            paper.contains(sentence),
            &format!("\"{sentence}\" on paper, not only: {paper}"),
        )
        .await?;
    }
    for control in [
        "Leave now",
        "Print, or save as PDF",
        "This is a shared computer",
        "Skip to the content",
    ] {
        app.check(!paper.contains(control), &format!("no \"{control}\" on paper"))
            .await?;
    }
    app.close().await
}

#[tokio::test]
async fn the_result_is_kept_until_tomorrow() -> Res {
    needs!(Profile);
    let app = App::open().await?;
    assess(&app, SHOUTED).await?;
    let app = app.close_and_reopen().await?;
    app.load("#/result").await?;
    app.expect_text("Someone was shouted at, insulted or mocked.")
        .await?;
    app.close().await
}
