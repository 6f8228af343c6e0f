//! A small phone: no page scrolls sideways, at 320 and 360 pixels. Frames marked `.wide` may scroll inside.

use crate::states::{PLAIN, each_state};
use journeys::{App, Failure, Res};

/// Nothing reaches over the right edge; says what does.
async fn expect_to_fit(app: &App, page: &str) -> Res {
    for width in [360, 320] {
        app.viewport(width, 740).await?;
        let over = app
            .js("const root = document.documentElement;
                 if (root.scrollWidth <= root.clientWidth) return null;
                 return [...document.querySelectorAll('body *')]
                   .filter(it => !it.closest('.wide') && it.getBoundingClientRect().right > root.clientWidth + 1)
                   .slice(0, 5).map(it => `${it.tagName}.${it.className}: ${it.textContent.trim().slice(0, 60)}`).join('; ') || 'something'")
            .await?;
        if let Some(over) = over.as_str() {
            return Err(Failure::new(format!(
                "{page}, at {width} px, is too wide: {over}\n{}",
                app.failure("a page that fits").await
            )));
        }
    }
    Ok(())
}

#[tokio::test]
async fn every_kind_of_page_fits_a_small_phone() -> Res {
    let app = App::open().await?;
    for address in PLAIN {
        app.load(address).await?;
        expect_to_fit(&app, address).await?;
    }
    app.close().await
}

#[tokio::test]
async fn the_navigation_of_a_phone_stands_on_one_line_and_can_be_pressed() -> Res {
    let app = App::open().await?;
    for width in [360, 390] {
        app.viewport(width, 740).await?;
        let sizes = app
            .js(
                "return [...document.querySelectorAll('.top__nav a')].map(it => it.getBoundingClientRect())
                 .map(box => [box.top, box.width, box.height])",
            )
            .await?;
        let sizes: Vec<(f64, f64, f64)> = serde_json::from_value(sizes)?;
        let line = sizes.iter().all(|(top, ..)| (top - sizes[0].0).abs() < 1.0);
        let big = sizes.iter().all(|(_, wide, high)| *wide >= 44.0 && *high >= 44.0);
        app.check(
            sizes.len() == 4 && line && big,
            &format!("four links on one line, 44 pixels each way at least, at {width}, but {sizes:?}"),
        )
        .await?;
    }
    app.close().await
}

#[tokio::test]
async fn every_state_of_a_page_fits_a_small_phone() -> Res {
    let app = App::open().await?;
    each_state(&app, async |app, state| {
        expect_to_fit(app, state).await?;
        app.viewport(1280, 1024).await
    })
    .await?;
    app.close().await
}

#[tokio::test]
async fn a_page_that_is_too_wide_would_be_found() -> Res {
    let app = App::open_at("#/code").await?;
    app.js(
        "document.querySelector('main').append('x'.repeat(200)); document.body.style.overflowWrap = 'normal'",
    )
    .await?;
    let found = expect_to_fit(&app, "a spoilt page").await;
    app.check(found.is_err(), "the long word to be found").await?;
    app.close().await
}
