//! Makes the two pictures of the README: the first page wide and light, the next step on a phone in the dark.
//!
//! Usage: `screenshots FOLDER`, with the built app in `DIST`.

use std::path::PathBuf;

use journeys::{App, Res};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Res {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "docs".to_owned()));
    let app = App::open().await?;
    app.viewport(1280, 800).await?;
    std::fs::copy(app.screenshot("home").await?, folder.join("home.png"))?;

    for (question, answer) in [
        ("stake", "It was done to me"),
        ("setting", "In a meeting, in front of others"),
        ("safety", "Yes: there is pressure, harassment or fear"),
        ("raiser", "Delegate or expert of an NSB"),
    ] {
        app.goto(&format!("#/situation/{question}")).await?;
        app.choose(answer).await?;
    }
    app.viewport(390, 844).await?;
    app.dark().await?;
    app.goto("#/plan").await?;
    app.expect_count("h1", 1).await?;
    std::fs::copy(app.screenshot("plan-dark").await?, folder.join("plan-dark.png"))?;
    app.close().await
}
