//! Somebody looks for a word: from anywhere by a key, with a slip of the keyboard, and what they typed stays on the page.

use std::fs;
use std::path::Path;

use journeys::{App, Res, Setup, dist};

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

/// The connection breaks between the first words and the rest: what people came to do still works.
#[tokio::test]
async fn without_the_pages_to_read_everything_else_works() -> Res {
    let folder = tempfile::tempdir()?;
    copy(&dist()?, folder.path())?;
    fs::remove_file(folder.path().join("packs/en-more.pack"))?;
    let setup = Setup::default().folder(folder.path()).at("#/process/2.1.3");
    let app = setup.open().await?;
    app.allow("en-more.pack");
    app.expect_h1("This part of the guide did not arrive").await?;
    app.goto("#/practice/cut-off").await?;
    app.expect_h1("This part of the guide did not arrive").await?;
    app.expect_title("Waymark – Waymark").await?;
    app.goto("#/begin/email").await?;
    app.fill("What I saw or heard", "On Tuesday I was interrupted four times.")
        .await?;
    app.expect_text("interrupted four times").await?;
    app.close().await
}

fn copy(from: &Path, to: &Path) -> Res {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
