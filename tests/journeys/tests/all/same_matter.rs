//! Another side's questions begun while a situation is open: the same matter, or another one? And what a chair takes along from a card.

use journeys::{Ability, App, Res};

const ASKED: &str = "The same matter, or another one?";

/// Somebody raises a concern and has answered one question; then they come to the questions of the other side.
async fn other_side() -> Res<App> {
    let app = App::open_at("#/situation/raiser").await?;
    for (question, option) in [("stake", "experienced"), ("raiser", "expert")] {
        app.goto(&format!("#/situation/{question}")).await?;
        app.click(&format!("main input[value='{option}']")).await?;
    }
    app.goto("#/for/respond").await?;
    app.click("main a[href='#/respond']").await?;
    app.expect_text(ASKED).await?;
    Ok(app)
}

/// Tab until the focus is on what has this name, then Enter.
async fn press(app: &App, name: &str) -> Res {
    for _ in 0..40 {
        if app.focused().await?.contains(name) {
            return app.key("Enter").await;
        }
        app.key("Tab").await?;
    }
    Err(app.failure(&format!("the focus on \"{name}\"")).await)
}

async fn kept(app: &App, count: usize) -> Res {
    app.goto("#/notes").await?;
    app.expect_h1("My notes").await?;
    app.expect_count(".note", count).await
}

#[tokio::test]
async fn the_same_matter_goes_on_in_the_same_situation() -> Res {
    let app = other_side().await?;
    app.expect_accessible_in_both_themes().await?;
    let before = app.records().await?;
    press(&app, "The same matter").await?;
    app.expect_route("#/respond/reached").await?;
    app.check(app.records().await? == before, "nothing kept by the choice alone")
        .await?;
    app.click("main input[value='spoken']").await?;
    kept(&app, 1).await?;
    app.goto("#/situation/raiser").await?;
    app.check(
        app.js("return document.querySelector('main input[value=expert]').checked")
            .await?
            == true,
        "the answer of before",
    )
    .await?;
    // It is asked once: the situation has answers from this side now.
    app.goto("#/respond").await?;
    app.expect_text("Go on").await?;
    app.expect_no_text(ASKED).await?;
    app.close().await
}

#[tokio::test]
async fn another_matter_begins_a_situation_of_its_own() -> Res {
    let app = other_side().await?;
    let before = app.records().await?;
    press(&app, "Another one").await?;
    app.expect_route("#/respond/reached").await?;
    // Back, before anything is answered: nothing is asked again, and nothing was lost.
    app.back().await?;
    app.expect_route("#/respond").await?;
    app.expect_no_text(ASKED).await?;
    app.click_text("Begin").await?;
    app.expect_route("#/respond/reached").await?;
    app.check(app.records().await? == before, "nothing kept or changed so far")
        .await?;
    app.click("main input[value='spoken']").await?;
    kept(&app, 2).await?;
    let after = app.records().await?;
    app.check(
        before
            .iter()
            .all(|(key, text)| key == "waymark.latest" || after.get(key) == Some(text)),
        "the first situation as it was",
    )
    .await?;
    app.close().await
}

/// Back from the question leads to the page before, and it is asked anew.
#[tokio::test]
async fn whoever_goes_back_is_asked_again() -> Res {
    let app = other_side().await?;
    app.back().await?;
    app.expect_route("#/for/respond").await?;
    app.goto("#/handle").await?;
    app.expect_text(ASKED).await?;
    app.click_text("The same matter").await?;
    app.expect_route("#/handle/handler").await?;
    app.back().await?;
    app.expect_text(ASKED).await?;
    // The side from which it was begun is never asked.
    app.goto("#/situation").await?;
    app.expect_text("Go on").await?;
    app.expect_no_text(ASKED).await?;
    app.close().await
}

#[tokio::test]
async fn cards_of_the_chair_are_copied_and_printed() -> Res {
    for (page, cards, words) in [
        (
            "scripts",
            3,
            "Before we start: the ISO Code of Ethics and Conduct applies to all of us",
        ),
        ("agenda", 5, "ISO Code of Ethics and Conduct: reminder"),
        ("slide", 1, ""),
        ("card", 1, ""),
        ("live", 1, "Pause: “Let us stop here for a moment.”"),
        ("virtual", 1, "The chat is for the text we work on."),
    ] {
        let app = App::open_at(&format!("#/chair/{page}")).await?;
        app.expect_count("main .card", cards).await?;
        app.js("window.print = () => { window.printed = true; }").await?;
        app.click_text("Print, or save as PDF").await?;
        app.expect_js("the page to be printed", "return window.printed === true")
            .await?;
        app.click("main .card + .no-print button").await?;
        app.expect_text("They are on the clipboard.").await?;
        app.expect_accessible().await?;
        if app.offers(Ability::Pdf)? {
            let paper = app.printed_text().await?;
            app.check(!paper.contains("Copy these words"), "no button on paper")
                .await?;
        }
        let copied = app.clipboard().await?;
        app.check(
            copied.contains(words) && !copied.trim().is_empty() && !copied.contains("Copy these words"),
            &format!("the words of the card, but {copied:?}"),
        )
        .await?;
        app.close().await?;
    }
    Ok(())
}
