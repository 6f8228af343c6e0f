//! axe-core finds nothing: on every kind of page, in every state that a page can be in, in the light theme and the dark one.

use crate::states::{PLAIN, each_state};
use journeys::{App, Res};

#[tokio::test]
async fn every_kind_of_page_is_accessible_in_both_themes() -> Res {
    let app = App::open().await?;
    for address in PLAIN {
        app.load(address).await?;
        app.expect_accessible_in_both_themes().await?;
    }
    app.close().await
}

#[tokio::test]
async fn every_state_of_a_page_is_accessible_in_both_themes() -> Res {
    let app = App::open().await?;
    each_state(&app, async |app, state| {
        println!("{state}");
        app.expect_accessible_in_both_themes().await
    })
    .await?;
    app.close().await
}

#[tokio::test]
async fn a_page_that_is_not_accessible_would_be_found() -> Res {
    let app = App::open_at("#/code").await?;
    app.js("document.querySelector('main').append(document.createElement('textarea'))")
        .await?;
    let found = app.axe().await?.join(" ");
    app.check(
        found.contains("label"),
        &format!("a field without a name to be found, not only: {found}"),
    )
    .await?;
    app.close().await
}
