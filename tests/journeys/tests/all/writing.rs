//! What the journeys about messages share: beginning one, the sheet of paper, the ways out.

use journeys::{App, Res};

/// Opens the guide where messages begin and chooses a kind by its name.
pub async fn begin(kind: &str) -> Res<App> {
    let app = App::open_at("#/write").await?;
    choose_kind(&app, kind).await?;
    Ok(app)
}

/// Chooses a kind on the page that lists them, and waits for its page.
pub async fn choose_kind(app: &App, kind: &str) -> Res {
    app.click_text(kind).await?;
    app.expect_h1(kind).await?;
    app.expect_count(".letter", 1).await
}

/// The body on the sheet of paper, character by character.
pub async fn body(app: &App) -> Res<String> {
    let text = app
        .js("return document.querySelector('.letter__body')?.textContent ?? ''")
        .await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// Waits until the body on the sheet of paper is exactly this.
pub async fn expect_body(app: &App, expected: &str) -> Res {
    let mut last = String::new();
    let same = journeys::until(async || {
        last = body(app).await?;
        Ok((last == expected).then_some(()))
    })
    .await?;
    app.check(
        same.is_some(),
        &format!("the letter\n{expected:?}\nbut it reads\n{last:?}"),
    )
    .await
}

/// Waits until a line of the sheet's head (From, To, Copy, Subject) says this.
pub async fn expect_line(app: &App, line: &str, says: &str) -> Res {
    let script = format!(
        "const dt = [...document.querySelectorAll('.letter dt')].find(dt => dt.textContent === {line:?});
         return dt?.nextElementSibling.textContent === {says:?}"
    );
    app.expect_js(&format!("{line}: {says}"), &script).await
}

/// Goes to the check before a message leaves.
pub async fn depart(app: &App) -> Res {
    app.click_text("Before it leaves").await?;
    app.expect_h1("Before it leaves").await
}
