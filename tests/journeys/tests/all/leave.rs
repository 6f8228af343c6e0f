//! Somebody comes in, and the person leaves at once: the screen is blank, and Back does not bring it up again.

use crate::keeping::{ACCOUNT, EMAIL, draft, expect_stored};
use journeys::{App, Engine, Res, until};
use serde_json::Value;

const SECRET: &str = "He spoke over me in the corridor.";

/// A draft on screen.
async fn writing() -> Res<App> {
    let app = App::open().await?;
    draft(&app, SECRET).await?;
    Ok(app)
}

/// What the page shows the instant after it was left, before any other page can have come.
pub const AT_ONCE: &str =
    "return JSON.stringify([document.body.childNodes.length, document.title, document.body.innerText])";

/// What [`AT_ONCE`] gave is an empty page.
pub async fn expect_blank(app: &App, shown: &Value) -> Res {
    app.check(
        shown == "[0,\"\",\"\"]",
        &format!("an empty page at once, but {shown}"),
    )
    .await
}

/// The browser asks for the everyday page, which cannot be reached from here.
pub async fn expect_elsewhere(app: &App) -> Res {
    let asked = until(async || {
        Ok(app
            .requests_elsewhere()
            .iter()
            .any(|line| line.contains("wikipedia.org"))
            .then_some(()))
    })
    .await?;
    app.allow("wikipedia.org");
    app.check(asked.is_some(), "the browser to ask for the everyday page")
        .await
}

#[tokio::test]
async fn the_button_blanks_the_screen_before_anything_else() -> Res {
    let app = writing().await?;
    let shown = app.js(&format!("[...document.querySelectorAll('button')].find(b => b.textContent === 'Leave now').click(); {AT_ONCE}")).await?;
    expect_blank(&app, &shown).await?;
    expect_elsewhere(&app).await?;
    app.close().await
}

#[tokio::test]
async fn shift_three_times_leaves_from_inside_a_field() -> Res {
    let app = writing().await?;
    app.click("#account").await?;
    for _ in 0..3 {
        app.key("Shift").await?;
    }
    expect_elsewhere(&app).await?;
    app.close().await
}

#[tokio::test]
async fn shift_three_times_blanks_the_screen_in_the_same_instant() -> Res {
    let app = writing().await?;
    let script = format!(
        "for (let tap = 0; tap < 3; tap += 1)
           for (const type of ['keydown', 'keyup'])
             document.body.dispatchEvent(new KeyboardEvent(type, {{key: 'Shift', shiftKey: type === 'keydown', bubbles: true}}));
         {AT_ONCE}"
    );
    let shown = app.js(&script).await?;
    expect_blank(&app, &shown).await?;
    expect_elsewhere(&app).await?;
    app.close().await
}

#[tokio::test]
async fn typing_capitals_does_not_leave() -> Res {
    let app = writing().await?;
    app.type_into(ACCOUNT, " ISO TPM NSB").await?;
    for _ in 0..2 {
        app.key("Shift").await?;
    }
    app.key("a").await?;
    app.key("Shift").await?;
    app.key("Escape").await?;
    app.key("Escape").await?;
    app.key("Escape").await?;
    app.expect_h1(EMAIL).await?;
    let text = app.value(ACCOUNT).await?;
    app.check(text == format!("{SECRET} ISO TPM NSBa"), "all of what was typed")
        .await?;
    app.close().await
}

#[tokio::test]
async fn back_shows_the_first_page_and_not_what_was_on_screen() -> Res {
    let app = writing().await?;
    expect_stored(&app, SECRET).await?;
    let address = app.route().await?;
    // The same draft also stands earlier in the history.
    app.goto("#/notes").await?;
    app.expect_h1("My notes").await?;
    app.goto(&address).await?;
    app.expect_h1(EMAIL).await?;
    app.goto("#/papers").await?;
    app.expect_h1("Which papers there are").await?;
    app.goto(&address).await?;
    app.expect_h1(EMAIL).await?;
    app.goto("#/answers").await?;
    app.expect_h1("Your answers").await?;
    app.click_text("Leave now").await?;
    expect_elsewhere(&app).await?;
    for _ in 0..5 {
        app.back().await?;
        app.expect_js("the first page", "return location.hash === '#/' && document.querySelector('h1')?.innerText.startsWith('Something happened')").await?;
        app.expect_no_text(SECRET).await?;
        app.expect_title("Home").await?;
    }
    // Whoever clicks is let in again, and nothing was lost.
    app.click_text("My notes").await?;
    app.expect_count(".note", 1).await?;
    app.goto(&address).await?;
    app.expect_h1(EMAIL).await?;
    let text = app.value(ACCOUNT).await?;
    app.check(text == SECRET, "the draft as it was").await?;
    app.close().await
}

#[tokio::test]
async fn a_page_that_the_browser_kept_whole_comes_back_blank_and_loads_anew() -> Res {
    let app = writing().await?;
    app.js("window.journeysSame = true").await?;
    let shown = app
        .js(&format!(
            "for (let tap = 0; tap < 3; tap += 1)
               for (const type of ['keydown', 'keyup'])
                 document.body.dispatchEvent(new KeyboardEvent(type, {{key: 'Shift', bubbles: true}}));
             document.body.textContent = 'kept by the browser';
             window.dispatchEvent(new PageTransitionEvent('pageshow', {{persisted: true}}));
             {AT_ONCE}"
        ))
        .await?;
    expect_blank(&app, &shown).await?;
    app.expect_js("another page", "return !window.journeysSame")
        .await?;
    // WebKit gives up asking for the everyday page when the page is told to load anew meanwhile.
    if Engine::chosen()? != Engine::WebKit {
        expect_elsewhere(&app).await?;
    }
    app.close().await
}

#[tokio::test]
async fn what_it_cannot_hide_is_said() -> Res {
    let app = App::open().await?;
    app.expect_js(
        "a help text at the button",
        "return document.querySelector('.button--leave').title.includes('Shift three times')",
    )
    .await?;
    app.goto("#/promise").await?;
    app.expect_text(
        "Leaving quickly hides the page; it does not undo the visit. It stays in the browser’s history",
    )
    .await?;
    app.close().await
}
