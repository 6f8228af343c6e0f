//! axe-core finds nothing, and everything that one presses is 44 pixels high and wide: on every kind of page, whatever is kept, in every
//! state that a page can be in, in both themes and both directions of writing: all of it, the whole product.

use crate::states::{Kept, PLAIN, each_state, turn_to};
use journeys::{App, Res};

/// The pages that are written from left to right, and from right to left.
const BOTH: [&str; 2] = ["", "ar.html"];

/// Every kind of page in both themes, in the language of this page of `dist/`.
async fn expect_all_accessible(app: &App, page: &str) -> Res {
    if !page.is_empty() {
        app.load(&format!("{page}#/")).await?;
    }
    for address in PLAIN {
        turn_to(app, address).await?;
        app.expect_accessible_in_both_themes().await?;
    }
    Ok(())
}

#[tokio::test]
async fn every_kind_of_page_is_accessible_in_both_themes_and_directions() -> Res {
    let app = App::open().await?;
    for page in BOTH {
        expect_all_accessible(&app, page).await?;
    }
    app.close().await
}

/// Every kind of page with this kept.
async fn expect_accessible_with(kept: Kept) -> Res {
    let app = App::open().await?;
    kept.reach(&app).await?;
    if kept == Kept::Refused {
        // What could not be saved is in this page alone: it can be turned round, not left.
        expect_all_accessible(&app, "").await?;
        app.js("document.documentElement.dir = 'rtl'").await?;
        expect_all_accessible(&app, "").await?;
    } else {
        for page in BOTH {
            expect_all_accessible(&app, page).await?;
        }
    }
    app.close().await
}

#[tokio::test]
async fn with_much_kept_every_kind_of_page_is_accessible() -> Res {
    expect_accessible_with(Kept::Much).await
}

#[tokio::test]
async fn with_no_room_left_every_kind_of_page_is_accessible() -> Res {
    expect_accessible_with(Kept::Refused).await
}

#[tokio::test]
async fn locked_every_kind_of_page_is_accessible() -> Res {
    expect_accessible_with(Kept::Locked).await
}

#[tokio::test]
async fn every_state_of_a_page_is_accessible_in_both_themes_and_directions() -> Res {
    let app = App::open().await?;
    each_state(&app, async |app, state| {
        println!("{state}");
        app.expect_accessible_in_both_themes().await?;
        // The same words from the other side: what stands where follows the direction of the page alone.
        app.js("document.documentElement.dir = 'rtl'").await?;
        app.expect_accessible().await?;
        app.js("document.documentElement.dir = 'ltr'").await?;
        Ok(())
    })
    .await?;
    app.close().await
}

#[tokio::test]
async fn a_page_that_is_not_accessible_would_be_found() -> Res {
    let app = App::open_at("#/code").await?;
    app.js(
        "const field = document.createElement('textarea'), small = document.createElement('button'), pale = document.createElement('p');
         small.textContent = 'Small'; pale.textContent = 'Pale'; pale.style.color = '#666';
         document.querySelector('main').append(field, small, pale)",
    )
    .await?;
    let mut found = app.axe().await?;
    found.extend(app.small_targets().await?);
    let found = found.join("\n");
    for problem in [
        "label (",
        "color-contrast-enhanced (",
        "too small to press: button \"Small\"",
    ] {
        app.check(
            found.contains(problem),
            &format!("{problem} among what is found: {found}"),
        )
        .await?;
    }
    app.close().await
}
