//! Somebody who uses no mouse: the skip link, the focus on a new page, each of the three jobs from the first page to its end, a focus
//! that one can see.

use crate::answering::another_page;
use crate::keeping::EMAIL;
use journeys::{App, Res};

/// Presses Tab until the focus is on what this CSS selector names.
pub async fn tab_to(app: &App, css: &str) -> Res {
    for _ in 0..60 {
        if app
            .js(&format!("return !!document.activeElement?.matches({css:?})"))
            .await?
            == true
        {
            return Ok(());
        }
        app.key("Tab").await?;
    }
    Err(app.failure(&format!("`{css}` within 60 steps of Tab")).await)
}

/// The same by what it is called.
async fn tab_to_named(app: &App, name: &str) -> Res {
    for _ in 0..80 {
        if app.focused().await?.contains(name) {
            return Ok(());
        }
        app.key("Tab").await?;
    }
    Err(app.failure(&format!("\"{name}\" within 80 steps of Tab")).await)
}

/// The thing under the focus has an outline, or the part that is drawn for it has; and it is inside the window.
async fn expect_visible_focus(app: &App) -> Res {
    let seen = app
        .js("const it = document.activeElement, drawn = it.closest('.choice') ?? it;
             const style = getComputedStyle(drawn), box = drawn.getBoundingClientRect();
             const bar = document.querySelector('.status-bar').getBoundingClientRect();
             const hidden = !it.closest('.status-bar') && box.top >= bar.top && box.bottom <= bar.bottom;
             return [style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2, !hidden && box.bottom > 0 && box.top < innerHeight]")
        .await?;
    let name = app.focused().await?;
    app.check(seen[0] == true, &format!("an outline around {name}"))
        .await?;
    app.check(
        seen[1] == true,
        &format!("{name} in sight, not under the status line"),
    )
    .await
}

#[tokio::test]
async fn the_skip_link_leads_past_the_header() -> Res {
    let app = App::open_at("#/code").await?;
    app.key("Tab").await?;
    app.expect_focus("a.skip").await?;
    app.expect_js(
        "the skip link in sight",
        "return document.querySelector('.skip').getBoundingClientRect().top >= 0",
    )
    .await?;
    app.key("Enter").await?;
    app.expect_focus("#main").await?;
    app.expect_route("#/code").await?;
    app.key("Tab").await?;
    app.expect_focus("main a").await?;
    app.close().await
}

#[tokio::test]
async fn a_new_page_is_read_from_its_heading() -> Res {
    let app = App::open().await?;
    tab_to(&app, "main .door a").await?;
    app.key("Enter").await?;
    app.expect_h1("Look at what happened").await?;
    app.expect_focus("h1").await?;
    app.expect_title("Look at what happened").await?;
    app.back().await?;
    app.expect_h1("Something happened in standards work, and you want to do right by it.")
        .await?;
    app.expect_focus("h1").await?;
    app.goto("#/glossary/nsb").await?;
    app.expect_focus("#term-nsb").await?;
    app.close().await
}

/// From the first page through the door of this number, as one who has no mouse.
async fn enter(app: &App, door: usize, heading: &str) -> Res {
    tab_to(
        app,
        &format!("main .doors:first-of-type .door:nth-child({door}) a"),
    )
    .await?;
    expect_visible_focus(app).await?;
    app.key("Enter").await?;
    app.expect_h1(heading).await?;
    app.expect_focus("h1").await
}

/// Answers an interview of at most so many screens to its end: in a group of radio buttons the arrows move, in a list of boxes they do not.
async fn answer(app: &App, questions: &str, end: &str, most: usize) -> Res {
    tab_to(app, "main .button").await?;
    app.key("Enter").await?;
    let mut asked = 0;
    while app.route().await? != end {
        let (route, heading) = (app.route().await?, app.h1().await?);
        if route.starts_with(questions) {
            let choices = app.js("return !!document.querySelector('.choice input')").await? == true;
            if choices {
                tab_to(app, ".choice input").await?;
                expect_visible_focus(app).await?;
                app.key("Space").await?;
                app.expect_count(".choice :checked", 1).await?;
                if asked % 2 == 0 {
                    app.key("Down").await?;
                }
            } else {
                tab_to(app, "main textarea").await?;
                app.insert("Since spring.").await?;
            }
            tab_to(app, "main button[type=submit]").await?;
            expect_visible_focus(app).await?;
            app.key("Enter").await?;
        }
        another_page(app, &route, &heading).await?;
        app.expect_focus("h1").await?;
        asked += 1;
        app.check(asked <= most, "an end of the questions").await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_happened_can_be_looked_at_by_keyboard_alone() -> Res {
    let app = App::open().await?;
    enter(&app, 1, "Look at what happened").await?;
    answer(&app, "#/assess/", "#/result", 20).await?;
    app.expect_h1("What your answers show").await?;
    app.close().await
}

#[tokio::test]
async fn a_first_message_can_be_written_and_taken_along_by_keyboard_alone() -> Res {
    let app = App::open().await?;
    enter(&app, 2, "A message").await?;
    tab_to(&app, "main a[href='#/begin/email']").await?;
    app.key("Enter").await?;
    app.expect_h1(EMAIL).await?;
    app.expect_focus("h1").await?;
    for (field, text) in [
        ("#account", "In the corridor."),
        ("#observed", "I was interrupted four times."),
    ] {
        tab_to(&app, field).await?;
        expect_visible_focus(&app).await?;
        app.insert(text).await?;
    }
    app.expect_js(
        "the sentence in the letter",
        "return document.querySelector('.letter').innerText.includes('I was interrupted four times.')",
    )
    .await?;
    tab_to_named(&app, "Before it leaves").await?;
    expect_visible_focus(&app).await?;
    app.key("Enter").await?;
    app.expect_h1("Before it leaves").await?;
    app.expect_focus("h1").await?;
    tab_to_named(&app, "Copy the text").await?;
    expect_visible_focus(&app).await?;
    app.key("Enter").await?;
    app.expect_js(
        "what came of it, said where it was asked for",
        "return [...document.querySelectorAll('main [role=status]')].some(it => it.innerText.trim())",
    )
    .await?;
    let copied = app.clipboard().await?;
    app.check(
        copied.contains("I was interrupted four times.") && !copied.contains("In the corridor."),
        &format!("the letter on the clipboard, without the account, not {copied}"),
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn the_next_step_and_whom_to_write_to_can_be_found_by_keyboard_alone() -> Res {
    let app = App::open().await?;
    enter(&app, 3, "Where things stand").await?;
    answer(&app, "#/situation/", "#/plan", 24).await?;
    app.expect_h1("Your next step").await?;
    // Who is written to, then the whole way as a picture, place by place.
    app.expect_js(
        "who is written to, and why",
        "return document.querySelectorAll('main table.who td').length >= 2",
    )
    .await?;
    tab_to(&app, "main a[href='#/map']").await?;
    app.key("Enter").await?;
    app.expect_count("svg.map", 1).await?;
    app.expect_focus("h1").await?;
    tab_to(&app, "svg.map a, svg.map [tabindex='0']").await?;
    app.key("Enter").await?;
    app.expect_js("what that place is", "return location.hash !== '#/map'")
        .await?;
    app.expect_focus("h1").await?;
    app.close().await
}

#[tokio::test]
async fn every_stop_of_tab_can_be_seen() -> Res {
    let app = App::open().await?;
    app.viewport(1280, 700).await?;
    for address in [
        "#/",
        "#/assess/safety",
        "#/plan",
        "#/code",
        "#/notes",
        "#/coverage",
    ] {
        app.load(address).await?;
        let mut last = String::new();
        for _ in 0..40 {
            app.key("Tab").await?;
            let now = app.focused().await?;
            if now.starts_with("body") {
                break;
            }
            if now != last {
                // A page that had to be drawn first is scrolled by the next frame.
                app.js_async("await new Promise(requestAnimationFrame)").await?;
                expect_visible_focus(&app).await?;
            }
            last = now;
        }
        app.check(
            !last.is_empty(),
            &format!("something to reach by Tab at {address}"),
        )
        .await?;
    }
    app.close().await
}
