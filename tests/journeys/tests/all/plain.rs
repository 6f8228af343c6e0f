//! Without WebAssembly: nobody stands before a dead end. The page says what is missing and leads to the guide as plain pages, which are as
//! good to read as the app.

use journeys::{App, Res, Setup};

/// The browser has no WebAssembly, as some do for safety's sake. What the app's own loader then says in the console is expected.
async fn without(page: &str, address: &str) -> Res<App> {
    let setup = Setup::default().before_load("delete globalThis.WebAssembly");
    let app = setup.page(page).at(address).open().await?;
    app.allow("WebAssembly");
    Ok(app)
}

#[tokio::test]
async fn without_webassembly_the_first_page_leads_to_the_guide() -> Res {
    let app = without("", "").await?;
    app.expect_text("The app does not start in this browser").await?;
    app.expect_text("the questions, the letters and your notes are missing")
        .await?;
    app.expect_no_text("Something went wrong in this page").await?;
    app.expect_accessible_in_both_themes().await?;
    app.click("#no-start a").await?;
    app.expect_h1("The guide as plain pages").await?;
    app.click("main a[href='code/3.html']").await?;
    app.expect_count("main a[href='../../../index.html#/code/3']", 1)
        .await?;
    app.expect_count("h1", 1).await?;
    app.close().await
}

/// A link to a place in the app does not end there either.
#[tokio::test]
async fn a_link_into_the_app_says_so_too() -> Res {
    let app = without("ar.html", "#/plan").await?;
    app.expect_count("#no-start a[href='guide/ar/index.html']", 1)
        .await?;
    app.expect_no_sideways_scroll().await?;
    app.close().await
}

#[tokio::test]
async fn the_plain_pages_read_well_everywhere() -> Res {
    let app = Setup::default().page("guide/en/index.html").open().await?;
    app.viewport(320, 640).await?;
    for tag in ["en", "ar"] {
        for page in [
            "index",
            "process/2.1.3",
            "code/3",
            "glossary",
            "coverage",
            "chair/card",
            "official",
        ] {
            let address = format!("{}/guide/{tag}/{page}.html", app.site.origin());
            app.js(&format!("location.assign({address:?})")).await?;
            app.expect_js(
                "the page, in its language, with its style",
                &format!(
                    "return location.href === {address:?} && document.readyState === 'complete' && document.documentElement.lang === {tag:?}
                         && [...document.styleSheets].filter(it => it.href).map(it => it.cssRules.length > 0).join() === 'true' && !document.scripts.length"
                ),
            )
            .await?;
            app.expect_count("h1", 1).await?;
            app.expect_no_sideways_scroll().await?;
            app.expect_accessible_in_both_themes().await?;
        }
    }
    app.close().await
}

/// From a plain page into the app, at the same place, in the same language.
#[tokio::test]
async fn a_plain_page_leads_into_the_app_at_the_same_place() -> Res {
    let app = Setup::default()
        .page("guide/fr/process/2.1.3.html")
        .open()
        .await?;
    app.click_text("Ouvrir cette page dans l’application").await?;
    app.expect_js(
        "the page of the app",
        "return document.documentElement.lang === 'fr' && location.hash === '#/process/2.1.3' && !!document.querySelector('#app[data-sealed] main h1')",
    )
    .await?;
    app.close().await
}
