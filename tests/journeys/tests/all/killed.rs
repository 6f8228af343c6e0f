//! The whole browser is killed while somebody types: what was shown as saved is there afterwards.
//!
//! How often is in `KILLS`; `scripts/soak kill` sets it.

use crate::keeping::{ACCOUNT, EMAIL, SAVED, draft, expect_status};
use journeys::{App, Failure, Res, until};

/// Types on by itself, and remembers what was in the box when the line, as it was drawn, said that it is saved.
const TYPES: &str = "const box = document.querySelector('textarea');
    const put = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set;
    window.shown = '';
    let count = 0;
    setInterval(() => {
      count += 1;
      put.call(box, `${box.value} ${count}`);
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, 15);
    (function look() {
      requestAnimationFrame(look);
      if (document.getElementById('status').innerText.includes('Saved on this device')) window.shown = box.value;
    })();";

fn times() -> u64 {
    let set = std::env::var("KILLS").ok().and_then(|times| times.parse().ok());
    set.unwrap_or(2)
}

/// Between `least` and three times as many, the same in every run.
fn some(round: u64, least: u64) -> u64 {
    let mixed = (round + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33;
    least + mixed % (2 * least)
}

/// What was typed: the beginning, and then numbers without a gap.
fn is_whole(text: &str) -> bool {
    let mut words = text.split(' ');
    words.next() == Some("Begun.") && words.enumerate().all(|(at, word)| word == (at + 1).to_string())
}

#[tokio::test]
async fn nothing_shown_as_saved_is_lost() -> Res {
    for round in 0..times() {
        let app = App::open().await?;
        draft(&app, "Begun.").await?;
        expect_status(&app, SAVED).await?;
        let address = app.route().await?;
        app.js(TYPES).await?;
        let enough = some(round, 60);
        let shown = until(async || {
            let shown = app.js("return window.shown").await?;
            let shown = shown.as_str().unwrap_or_default().to_owned();
            let count = u64::try_from(shown.split(' ').count())?;
            Ok((count > enough).then_some(shown))
        })
        .await?
        .ok_or_else(|| Failure::new("nothing was shown as saved"))?;
        let app = app.kill_and_reopen().await?;
        app.goto(&address).await?;
        app.expect_h1(EMAIL).await?;
        let there = app.value(ACCOUNT).await?;
        app.check(
            there.starts_with(&shown) && is_whole(&there),
            &format!("round {round}: all of {shown:?}, but found {there:?}"),
        )
        .await?;
        println!(
            "kill {round}: {} characters shown as saved, {} there",
            shown.len(),
            there.len()
        );
        app.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_was_deleted_does_not_come_back() -> Res {
    let app = App::open().await?;
    draft(&app, "To be deleted.").await?;
    app.fill("Name of this draft", "Gone").await?;
    expect_status(&app, SAVED).await?;
    draft(&app, "To stay.").await?;
    app.fill("Name of this draft", "Stays").await?;
    expect_status(&app, SAVED).await?;
    app.goto("#/notes").await?;
    app.click_text("Delete: Gone").await?;
    app.expect_text("Bring it back").await?;
    expect_status(&app, SAVED).await?;
    let app = app.kill_and_reopen().await?;
    app.goto("#/notes").await?;
    crate::keeping::expect_notes(&app, &["Stays"]).await?;
    app.close().await
}

#[tokio::test]
async fn what_was_brought_back_stays() -> Res {
    let app = App::open().await?;
    draft(&app, "To be deleted.").await?;
    app.fill("Name of this draft", "Gone").await?;
    app.goto("#/notes").await?;
    app.click_text("Delete: Gone").await?;
    app.click_text("Bring it back").await?;
    app.expect_count(".note", 1).await?;
    expect_status(&app, SAVED).await?;
    let app = app.kill_and_reopen().await?;
    app.goto("#/notes").await?;
    crate::keeping::expect_notes(&app, &["Gone"]).await?;
    app.close().await
}
