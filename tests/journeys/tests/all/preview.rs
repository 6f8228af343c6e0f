//! Words as they are written: what changes in `content/` shows in the open page, and a draft outlives it.

use crate::keeping::{ACCOUNT, SAVED, draft, expect_status};
use journeys::{Preview, Res, Setup};
use std::time::{Duration, Instant};

/// What somebody who writes can bear to wait.
const LIMIT: Duration = Duration::from_secs(2);

#[tokio::test]
async fn new_words_show_within_two_seconds_and_a_draft_outlives_them() -> Res {
    let preview = Preview::start()?;
    let app = Setup::default().shown_at(preview.origin()).open().await?;
    draft(&app, "Only my own words.").await?;
    expect_status(&app, SAVED).await?;

    // The label of the box, in a pack that comes later.
    let began = Instant::now();
    preview.reword(
        "words/en/compose.toml",
        ACCOUNT,
        "What happened, as you would say it",
    )?;
    app.expect_js(
        "the new words, and the draft below them",
        "return document.body.innerText.includes('What happened, as you would say it')
             && document.getElementById('account')?.value === 'Only my own words.'",
    )
    .await?;
    let later = began.elapsed();

    // A question, in the first pack.
    app.goto("#/situation/stake").await?;
    app.expect_h1("How do you know of it?").await?;
    let began = Instant::now();
    preview.reword(
        "words/en/questions.toml",
        "How do you know of it?",
        "How did you learn of it?",
    )?;
    app.expect_h1("How did you learn of it?").await?;
    let first = began.elapsed();

    // A quotation mark that is missing, as between two keys: the page stays as it is until the file is whole again.
    let (whole, broken) = ("How did you learn of it?\"", "How did you learn");
    preview.reword("words/en/questions.toml", whole, broken)?;
    app.check(preview.make().is_err(), "words that cannot be packed")
        .await?;
    app.expect_h1("How did you learn of it?").await?;
    preview.reword("words/en/questions.toml", broken, "How do you know about it?\"")?;
    app.expect_h1("How do you know about it?").await?;

    // The page that stands in the HTML before the program does.
    let page = std::fs::read_to_string(preview.shown("index.html"))?;
    app.check(page.contains("EventSource"), "a page that waits for new words")
        .await?;
    println!("from the file to the screen: {later:?} in a draft, {first:?} in a question");
    app.check(
        later < LIMIT && first < LIMIT,
        &format!("new words within {LIMIT:?}, not after {later:?} and {first:?}"),
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn what_is_built_waits_for_nothing() -> Res {
    for entry in std::fs::read_dir(journeys::dist()?)? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "html" || end == "js") {
            assert!(
                !std::fs::read_to_string(&path)?.contains("EventSource"),
                "{} would load itself anew",
                path.display()
            );
        }
    }
    Ok(())
}
