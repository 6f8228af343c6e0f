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

/// How often the browser asked for the everyday page so far.
fn asked_elsewhere(app: &App) -> usize {
    let requests = app.requests_elsewhere();
    requests
        .iter()
        .filter(|line| line.contains("wikipedia.org"))
        .count()
}

/// No page of the guide is seen, but for the first one where the browser could not go (`WebKit`, which has no network here).
async fn expect_nothing_of_the_guide(app: &App) -> Res {
    app.expect_js(
        "nothing of what was on screen",
        &format!(
            "const h1 = document.querySelector('h1');
             return document.documentElement.hidden || !document.querySelector('#app[data-up]')
                 || (!document.body.innerText.includes('{SECRET}') && (!h1 || h1.innerText.startsWith('Something happened')))"
        ),
    )
    .await
}

#[tokio::test]
async fn back_leads_on_to_the_everyday_page_and_not_to_the_guide() -> Res {
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
    // There is no network here. Chromium and Firefox go all the same; WebKit stays where it is, blank.
    let stays = Engine::chosen()? == Engine::WebKit;
    let mut asked = 0;
    for _ in 0..5 {
        if !stays {
            let more = until(async || Ok((asked_elsewhere(&app) > asked).then_some(()))).await?;
            app.check(
                more.is_some(),
                "the browser to ask for the everyday page once more",
            )
            .await?;
            asked = asked_elsewhere(&app);
        }
        app.back().await?;
        expect_nothing_of_the_guide(&app).await?;
    }
    app.allow("wikipedia.org");
    if stays {
        // Whoever clicks is let in again.
        app.click_text("My notes").await?;
        app.expect_count(".note", 1).await?;
        app.goto(&address).await?;
    } else {
        // Whoever opens the guide by its address is let in again.
        app.load(&address).await?;
    }
    app.expect_h1(EMAIL).await?;
    let text = app.value(ACCOUNT).await?;
    app.check(text == SECRET, "the draft as it was, and nothing lost")
        .await?;
    app.close().await
}

/// An address typed, or typed again, and a reload are no way back: they open the guide.
#[tokio::test]
async fn opened_by_its_address_or_loaded_anew_it_is_the_guide_again() -> Res {
    let app = App::open().await?;
    let fresh = "return sessionStorage.getItem('waymark.left') === null && !document.documentElement.hidden";
    for address in ["#/code", "#/"] {
        app.js("sessionStorage.setItem('waymark.left', '1'); location.replace('about:blank')")
            .await?;
        app.load(address).await?;
        app.expect_route(address).await?;
        app.expect_js("no mark any more", fresh).await?;
        app.js("sessionStorage.setItem('waymark.left', '1')").await?;
        app.reload().await?;
        app.expect_route(address).await?;
        app.expect_js("no mark any more", fresh).await?;
    }
    app.close().await
}

#[tokio::test]
async fn a_page_that_the_browser_kept_whole_shows_nothing_and_goes_on() -> Res {
    let app = writing().await?;
    let shown = app
        .js("sessionStorage.setItem('waymark.left', '1');
             window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
             return [document.documentElement.checkVisibility(), document.title].join()")
        .await?;
    app.check(shown == "false,", &format!("nothing at once, but {shown}"))
        .await?;
    expect_elsewhere(&app).await?;
    app.close().await
}

/// Where there is no way to leave, nobody is locked out, and no address shows what was on screen until somebody clicks.
#[tokio::test]
async fn a_page_that_could_not_go_begins_anew_on_the_first_page() -> Res {
    let app = writing().await?;
    let address = app.route().await?;
    app.js("sessionStorage.setItem('waymark.left', '1'); document.body.textContent = ''; location.hash = '#/code'")
        .await?;
    let first = "return location.hash === '#/' && document.querySelector('#app[data-up] h1')?.innerText.startsWith('Something happened')";
    app.expect_js("the first page", first).await?;
    app.expect_title("Home").await?;
    // Not even what it is called.
    app.expect_no_text("Go on where you were").await?;
    app.goto(&address).await?;
    app.expect_js("the first page", first).await?;
    app.expect_no_text(SECRET).await?;
    app.click_text("My notes").await?;
    app.expect_count(".note", 1).await?;
    app.goto(&address).await?;
    app.expect_h1(EMAIL).await?;
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
