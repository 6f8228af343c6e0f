//! What a screen reader is told on the main screens, in English and Arabic: kept as text in `tests/golden/a11y/`, to be read from top to
//! bottom as it would be heard. `WAYMARK_BLESS=1` writes it anew; read the diff.

use crate::answering::{DELEGATE, SHOUTED, assess, but, plan};
use crate::keeping::{OBSERVED, draft};
use crate::lock;
use crate::states::turn_to;
use journeys::{App, Failure, Res, Setup, needs, root};

/// The time of day in the status line changes from run to run, and nothing else.
fn without_time(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let status = line.trim_start().starts_with("status");
        let digit = |c: char| c.is_ascii_digit() || ('\u{660}'..='\u{669}').contains(&c);
        let line: String = line
            .chars()
            .map(|c| if status && digit(c) { '0' } else { c })
            .collect();
        out.push_str(&line);
        out.push('\n');
    }
    out
}

/// The screen as it is now says what is kept under this name; every one that differs is told of at the end.
async fn compare(app: &App, name: &str, differ: &mut Vec<String>) -> Res {
    let folder = root().join("tests/golden/a11y");
    let path = folder.join(format!("{name}.txt"));
    let heard = without_time(&app.spoken_tree().await?);
    if std::env::var_os("WAYMARK_BLESS").is_some() {
        std::fs::create_dir_all(&folder)?;
        std::fs::write(&path, heard)?;
        return Ok(());
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    if kept == heard {
        return Ok(());
    }
    let line = kept
        .lines()
        .zip(heard.lines())
        .find(|(kept, heard)| kept != heard);
    let (was, is) = line.unwrap_or(("(its end)", "(more, or less)"));
    differ.push(format!("{name}: kept {was:?}, heard {is:?}"));
    Ok(())
}

#[tokio::test]
async fn the_main_screens_say_what_they_are_to_a_screen_reader() -> Res {
    needs!(Tree);
    let app = Setup::default().clock("2031-02-03T10:05:06Z").open().await?;
    let mut differ = Vec::new();
    compare(&app, "home.en", &mut differ).await?;
    app.load("ar.html#/").await?;
    compare(&app, "home.ar", &mut differ).await?;
    app.load("#/").await?;

    assess(&app, SHOUTED).await?;
    let address = situation(&app).await?;
    for page in ["", "ar.html"] {
        let tag = if page.is_empty() { "en" } else { "ar" };
        app.load(&format!("{page}#/")).await?;
        for (name, at) in [
            ("question", "#/assess/conduct"),
            ("result", "#/result"),
            ("plan", "#/plan"),
            ("map", "#/map"),
            ("ledger", "#/ledger"),
            ("draft", address.as_str()),
            ("letter", &format!("{address}/send")),
            ("lock", "#/lock"),
        ] {
            turn_to(&app, at).await?;
            compare(&app, &format!("{name}.{tag}"), &mut differ).await?;
        }
    }
    app.load("#/").await?;
    lock::turn_on(&app).await?;
    lock::lock_now(&app).await?;
    turn_to(&app, "#/plan").await?;
    compare(&app, "locked.en", &mut differ).await?;
    app.load("ar.html#/plan").await?;
    compare(&app, "locked.ar", &mut differ).await?;
    app.close().await?;
    if differ.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "what a screen reader is told has changed. If it should have: WAYMARK_BLESS=1 scripts/test journeys -- told, and read the diff.\n  {}",
        differ.join("\n  ")
    )))
}

/// Where things stand, and a message with one sentence in it; its address.
async fn situation(app: &App) -> Res<String> {
    plan(app, &but(SHOUTED, DELEGATE)).await?;
    draft(app, "In the corridor.").await?;
    app.fill(OBSERVED, "I was interrupted four times.").await?;
    app.fill("Their e-mail address", "no address").await?;
    app.key("Tab").await?;
    app.expect_count("[aria-invalid=true]", 1).await?;
    app.route().await
}
