//! Somebody opens the guide: it stands, it says what it is, and it talks to nobody else.

use journeys::{App, Res};

#[tokio::test]
async fn the_start_page_stands_and_is_quiet() -> Res {
    let app = App::open().await?;
    app.expect_count("h1", 1).await?;
    app.expect_quiet().await?;
    app.close().await
}

#[tokio::test]
async fn nothing_is_asked_of_any_server_once_the_page_stands() -> Res {
    let app = App::open().await?;
    app.forget_requests();
    app.key("Tab").await?;
    app.key("PageDown").await?;
    app.expect_no_requests().await?;
    app.close().await
}

#[tokio::test]
async fn the_start_page_is_accessible_in_both_themes() -> Res {
    let app = App::open().await?;
    app.expect_accessible_in_both_themes().await?;
    app.close().await
}

#[tokio::test]
async fn the_start_page_fits_a_narrow_window() -> Res {
    let app = App::open().await?;
    app.viewport(320, 640).await?;
    app.expect_no_sideways_scroll().await?;
    app.close().await
}

#[tokio::test]
async fn a_page_that_broke_says_so() -> Res {
    let app = App::open().await?;
    app.allow("unreachable");
    app.expect_no_text("Something went wrong in this page").await?;
    // What a panic is to the browser.
    app.js("dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }))")
        .await?;
    app.expect_text("Something went wrong in this page").await?;
    app.close().await
}
