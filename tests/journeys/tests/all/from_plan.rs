//! From the answers to the plan to a message: whoever would rather not face the person concerned asks somebody else.

use crate::writing::{depart, expect_line};
use journeys::{App, Res};

/// What is answered; every other question is skipped.
const ANSWERS: &[(&str, &str)] = &[
    ("How do you know of it?", "It was done to me"),
    (
        "What is your own part in ISO’s work?",
        "Delegate or expert of an NSB",
    ),
    (
        "In which role did the person concerned act?",
        "Chair of a committee",
    ),
    ("Whom does the person concerned belong to?", "Another NSB"),
    (
        "In which group do those involved work together?",
        "A committee or subcommittee",
    ),
    ("Is it about one person or several?", "One person"),
    ("Has anything been tried so far?", "Nothing yet"),
    (
        "Would you be willing to speak or write to the person yourself?",
        "No, I would rather have help",
    ),
];

async fn answered() -> Res<App> {
    let app = App::open_at("#/situation").await?;
    app.click_text("Begin").await?;
    let mut given = 0;
    loop {
        let before = app.route().await?;
        let asked = app.h1().await?;
        match ANSWERS.iter().find(|(question, _)| *question == asked) {
            Some((_, option)) => {
                app.choose(option).await?;
                given += 1;
                app.click_text("Continue").await?;
            }
            None if before.starts_with("#/situation/") => app.click_text("Skip this one").await?,
            None => {}
        }
        let moved = format!("return location.hash !== {before:?}");
        app.expect_js("the next question", &moved).await?;
        app.expect_js(
            "its heading",
            &format!("return (document.querySelector('h1')?.textContent.trim() ?? {asked:?}) !== {asked:?}"),
        )
        .await?;
        if app.route().await? == "#/plan" {
            app.check(
                given == ANSWERS.len(),
                &format!("all of the answers asked for, but only {given} were"),
            )
            .await?;
            return Ok(app);
        }
    }
}

#[tokio::test]
async fn a_request_for_help_goes_to_somebody_else_and_never_to_the_person_concerned() -> Res {
    let app = answered().await?;
    app.expect_h1("Your next step").await?;
    app.expect_text("Ask somebody for help").await?;
    app.click_text("Draft a request for help").await?;
    app.expect_h1("A request for help to somebody else").await?;
    let options = app
        .js("return [...document.getElementById('to-party').options].map(option => option.text)")
        .await?;
    let options: Vec<String> = serde_json::from_value(options)?;
    app.check(
        options.len() > 5 && !options.iter().any(|to| to == "The person concerned"),
        &format!("others to choose from, but {options:?}"),
    )
    .await?;
    app.fill("What I saw or heard", "Two comments were closed unheard.")
        .await?;
    app.fill("Name of the person concerned", "Robin Example").await?;
    for to in &options[1..] {
        app.select("Who receives it?", to).await?;
        expect_line(&app, "To", to).await?;
        expect_line(&app, "Copy", "nobody").await?;
    }
    app.select("Who receives it?", "Your head of delegation").await?;
    app.select(
        "Should they speak with the person concerned?",
        "Only after asking me",
    )
    .await?;
    app.fill("Their e-mail address", "sasha@example.org").await?;
    app.expect_text("Please ask me first before you contact the person concerned.")
        .await?;
    depart(&app).await?;
    app.expect_text("To Your head of delegation Copy nobody").await?;
    app.expect_text(
        "The name of the person concerned. The process asks everybody to keep it to those who need to know",
    )
    .await?;
    app.click_text("E-mail draft (a file)").await?;
    let file = app.download_text("message-draft.eml").await?;
    let head = file.split("\r\n\r\n").next().unwrap_or_default();
    app.check(
        head.contains("To: sasha@example.org") && !head.contains("Cc:") && !head.contains("Robin"),
        &format!("the helper alone in the head, but {head}"),
    )
    .await?;
    app.close().await
}

/// 1.5.3: whoever is afraid is not offered those from whom it could reach the person concerned; whom they chose before stays, with the
/// reason to think again.
#[tokio::test]
async fn whoever_is_afraid_is_offered_no_colleague_of_the_person_concerned() -> Res {
    const COLLEAGUE: &str = "A colleague of the person concerned";
    const OFFERED: &str = "return [...document.getElementById('to-party').options].some(option => option.text === 'A colleague of the person concerned')";
    let app = answered().await?;
    app.click_text("Draft a request for help").await?;
    app.expect_js("colleagues among the readers", OFFERED).await?;
    app.select("Who receives it?", COLLEAGUE).await?;
    expect_line(&app, "To", COLLEAGUE).await?;
    let draft = app.route().await?;
    app.goto("#/situation/safety").await?;
    app.choose("Yes: there is pressure, harassment or fear").await?;
    app.goto(&draft).await?;
    app.expect_js("the one who was chosen", OFFERED).await?;
    depart(&app).await?;
    app.expect_text("Ask one person at most, and none of them if you are afraid of the person concerned.")
        .await?;
    app.goto("#/begin/help").await?;
    app.expect_h1("A request for help to somebody else").await?;
    let others = "return document.getElementById('to-party').options.length > 5";
    app.expect_js("others to choose from", others).await?;
    let offered = app.js(OFFERED).await?;
    app.check(offered == false, "no colleague among the readers")
        .await?;
    app.close().await
}

#[tokio::test]
async fn the_kind_that_fits_stands_first_among_the_messages() -> Res {
    let app = answered().await?;
    app.goto("#/write").await?;
    app.expect_h1("A message").await?;
    let kinds = app.texts(".door > a").await?;
    app.check(
        kinds
            .first()
            .is_some_and(|first| first == "A request for help to somebody else"),
        &format!("the request first, but {kinds:?}"),
    )
    .await?;
    app.expect_text("fits your next step").await?;
    app.close().await
}

#[tokio::test]
async fn copies_of_a_request_to_the_nsb_are_chosen_one_by_one() -> Res {
    let app = crate::writing::begin("A request to your NSB").await?;
    app.fill("What I ask", "Please take this up.").await?;
    expect_line(&app, "Copy", "nobody").await?;
    app.choose("The Technical Program Manager (TPM)").await?;
    expect_line(&app, "Copy", "The Technical Program Manager (TPM)").await?;
    app.fill("E-mail address for the copy", "tpm@example.org").await?;
    app.expect_accessible().await?;
    app.reload().await?;
    expect_line(&app, "Copy", "tpm@example.org").await?;
    depart(&app).await?;
    app.expect_text("keeps the papers of a case").await?;
    app.click_text("E-mail draft (a file)").await?;
    let file = app.download_text("message-draft.eml").await?;
    app.check(
        file.contains("Cc: tpm@example.org\r\n"),
        &format!("the TPM in copy, but {file}"),
    )
    .await?;
    app.close().await
}
