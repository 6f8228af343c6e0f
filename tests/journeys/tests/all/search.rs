//! Somebody looks for a word: from anywhere by a key, with a slip of the keyboard, and what they typed stays on the page.

use journeys::{App, Res};

#[tokio::test]
async fn from_anywhere_by_keyboard_with_a_slip_to_the_page() -> Res {
    let app = App::open_at("#/code/3").await?;
    app.key("/").await?;
    app.expect_focus("#search").await?;
    app.type_into("What are you looking for?", "retaliaton").await?;
    app.expect_text("places found").await?;
    app.expect_js(
        "the clause among the first",
        "return [...document.querySelectorAll('.found a')].slice(0, 6).some(a => a.getAttribute('href') === '#/process/4.3.4')",
    )
    .await?;
    app.key("Enter").await?;
    app.expect_focus(".found a").await?;
    app.key("Enter").await?;
    app.expect_focus("h1").await?;
    app.expect_js(
        "no word of it in the address or the title",
        "return !(location.href + document.title).includes('retaliaton')",
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn the_key_goes_into_a_field_when_one_is_being_filled() -> Res {
    let app = App::open_at("#/begin/email").await?;
    app.type_into("What I saw or heard", "1/2").await?;
    app.check(
        app.value("What I saw or heard").await? == "1/2",
        "the stroke in the field",
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn nothing_found_helps_on_and_hostile_text_is_text() -> Res {
    let app = App::open_at("#/search").await?;
    app.fill("What are you looking for?", "zzqqxxyy").await?;
    app.expect_text("Nothing was found").await?;
    app.expect_count(".found a", 0).await?;
    app.fill("What are you looking for?", "<img src=x onerror=alert(1)>")
        .await?;
    app.expect_count("main img", 0).await?;
    app.fill("What are you looking for?", "2.1.3").await?;
    app.expect_js(
        "the clause first",
        "return document.querySelector('.found a')?.getAttribute('href') === '#/process/2.1.3'",
    )
    .await?;
    app.expect_quiet().await?;
    app.close().await
}
