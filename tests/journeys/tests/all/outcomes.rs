//! Each way in which the self-assessment can come out, and what stands before all of them.

use crate::answering::{SHOUTED, Said, assess, but, expect_before};
use journeys::{App, Res};

const NEAREST: &str = "Which of these comes nearest to what happened?";
const SAFETY: &str = "Is anyone afraid, under pressure or in danger?";
const LAWFUL: &str = "Might something about it be against the law?";

async fn assessed(changes: &[Said<'_>]) -> Res<App> {
    let app = App::open().await?;
    assess(&app, &but(SHOUTED, changes)).await?;
    app.expect_h1("What your answers show").await?;
    app.expect_text("This is no finding.").await?;
    Ok(app)
}

#[tokio::test]
async fn what_touches_the_code_names_its_principles_and_the_way_on() -> Res {
    let app = assessed(&[]).await?;
    app.expect_text("comes near to principle 3").await?;
    app.expect_count(".care", 0).await?;
    app.click(".lead a").await?;
    app.expect_route("#/code/3").await?;
    app.back().await?;
    app.expect_h1("What your answers show").await?;
    app.click_text("Find the next step").await?;
    app.expect_h1("Where things stand").await?;
    app.close().await
}

#[tokio::test]
async fn a_lost_vote_is_a_procedural_disagreement_and_no_lesser_matter() -> Res {
    let app = assessed(&[
        (NEAREST, &["I think that the result is wrong"]),
        (
            "What is the disagreement about?",
            &["My side lost a vote or a ballot"],
        ),
        ("Could all sides put their case before the decision?", &["Yes"]),
    ])
    .await?;
    app.expect_text("technical or procedural disagreement").await?;
    app.expect_text("That is no lesser matter.").await?;
    app.expect_text("All sides could put their case before the decision.")
        .await?;
    app.expect_no_text("comes near to").await?;
    app.close().await
}

#[tokio::test]
async fn no_match_is_not_the_same_as_no_breach() -> Res {
    let app = assessed(&[(NEAREST, &["None of these"])]).await?;
    app.expect_text("Nothing in these answers matches").await?;
    app.expect_text("That is not the same as no breach.").await?;
    app.expect_text("You do not need to name a principle to ask for help.")
        .await?;
    app.close().await
}

#[tokio::test]
async fn not_enough_to_say_tells_what_would_help_to_know() -> Res {
    let app = assessed(&[(NEAREST, &["I cannot say yet"])]).await?;
    app.expect_text("There is not enough here to say").await?;
    app.expect_text("What would help to know").await?;
    app.expect_text("You may still ask for help").await?;
    app.close().await
}

#[tokio::test]
async fn nothing_answered_at_all_is_not_enough_either() -> Res {
    let app = App::open_at("#/result").await?;
    app.expect_text("There is not enough here to say").await?;
    app.close().await
}

#[tokio::test]
async fn safety_and_the_law_stand_before_the_result() -> Res {
    let app = assessed(&[
        (SAFETY, &["Yes: there is danger, or there was a threat"]),
        (LAWFUL, &["It might be"]),
    ])
    .await?;
    expect_before(&app, "Your safety first", "It may also be a matter for the law").await?;
    expect_before(
        &app,
        "It may also be a matter for the law",
        "comes near to principle 3",
    )
    .await?;
    app.expect_text("call the local emergency services").await?;
    app.expect_text("Nobody has to face the person concerned.")
        .await?;
    // In a meeting: clause 4.5.1 speaks, and 4.5.2 on correspondence does not.
    let care = app.texts(".care").await?.join(" ");
    app.check(
        care.contains("(clause 4.5.1)") && !care.contains("4.5.2"),
        &format!("only the clause on meetings in: {care}"),
    )
    .await?;
    app.expect_text("Nobody expects you to ask them.").await?;
    app.close().await
}

#[tokio::test]
async fn grave_conduct_is_never_followed_by_a_cold_question() -> Res {
    let app = App::open().await?;
    let said = but(
        SHOUTED,
        &[
            (
                "What was said or done?",
                &["Someone was touched against their will, followed, or kept from leaving"],
            ),
            // Nobody is asked for other explanations: an answer to these is not needed, and they must not come.
            (
                "As you heard it: was it about the work or about the person?",
                &["not asked"],
            ),
            ("Might any of these be part of it?", &["not asked"]),
        ],
    );
    assess(&app, &said).await?;
    app.expect_text("Your safety first").await?;
    app.close().await
}
