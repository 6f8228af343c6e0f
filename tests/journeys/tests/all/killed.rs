//! The whole browser is killed, or its page crashes, while somebody types: what was shown as saved is there afterwards.
//!
//! How often is in `KILLS` and `CRASHES`; `scripts/soak` sets them.

use crate::keeping::{ACCOUNT, EMAIL, SAVED, draft, expect_status};
use journeys::{App, Failure, Res, Setup, needs, until};
use std::time::{SystemTime, UNIX_EPOCH};

const ONCE: &str = "Saved in this browser";

/// Types on by itself, as people do with a pause now and then, in which the line says what is saved; and remembers what stood in
/// the box when a frame began, if the line says `says` once that is drawn: by then the app has said what it knows.
fn types(says: &str) -> String {
    format!(
        "const box = document.querySelector('textarea');
         const put = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set;
         window.shown = '';
         window.times = [];
         let count = 0;
         setInterval(() => {{
           if (count % 20 === 19 && window.shown !== box.value) return;
           count += 1;
           window.times[count] = Date.now();
           put.call(box, `${{box.value}} ${{count}}`);
           box.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
         }}, 15);
         (function look() {{
           requestAnimationFrame(look);
           const value = box.value;
           setTimeout(() => {{ if (document.getElementById('status').innerText.includes('{says}')) window.shown = value; }});
         }})();"
    )
}

fn times(variable: &str, usually: u64) -> u64 {
    let set = std::env::var(variable).ok().and_then(|times| times.parse().ok());
    set.unwrap_or(usually)
}

/// Between `least` and three times as many.
fn some(least: u64) -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    least + u64::from(now.subsec_micros()) % (2 * least)
}

/// What was typed: the beginning, and then numbers without a gap.
fn is_whole(text: &str) -> bool {
    let mut words = text.split(' ');
    words.next() == Some("Begun.") && words.enumerate().all(|(at, word)| word == (at + 1).to_string())
}

/// Begins a draft and types until at least so many numbers were shown as saved; gives what was, when each number was typed,
/// and the draft's address.
async fn type_until_saved(app: &App, says: &str, enough: u64) -> Res<(String, Vec<u64>, String)> {
    draft(app, "Begun.").await?;
    expect_status(app, says).await?;
    let address = app.route().await?;
    app.js(&types(says)).await?;
    let (shown, times) = until(async || {
        let both = app.js("return [window.shown, window.times]").await?;
        let shown = both[0].as_str().unwrap_or_default().to_owned();
        let times = both[1].as_array().into_iter().flatten();
        let times: Vec<u64> = times.map(|time| time.as_u64().unwrap_or_default()).collect();
        let count = u64::try_from(shown.split(' ').count())?;
        Ok((count > enough).then_some((shown, times)))
    })
    .await?
    .ok_or_else(|| Failure::new("nothing was shown as saved"))?;
    Ok((shown, times, address))
}

/// All of what was shown is there, as soon as the journal is read; gives what is there.
async fn expect_all(app: &App, shown: &str) -> Res<String> {
    let mut there = String::new();
    let all = until(async || {
        there = app.value(ACCOUNT).await?;
        Ok((there.starts_with(shown) && is_whole(&there)).then_some(()))
    })
    .await?;
    app.check(all.is_some(), &format!("all of {shown:?}, but found {there:?}"))
        .await?;
    Ok(there)
}

#[tokio::test]
async fn nothing_shown_as_saved_is_lost() -> Res {
    needs!(Profile);
    let times = times("KILLS", 2);
    for round in 0..times {
        let app = App::open().await?;
        let (shown, _, address) = type_until_saved(&app, SAVED, some(60)).await?;
        let app = app.kill_and_reopen().await?;
        app.goto(&address).await?;
        app.expect_h1(EMAIL).await?;
        let there = expect_all(&app, &shown).await?;
        println!(
            "kill {round}: {} characters shown as saved, {} there",
            shown.len(),
            there.len()
        );
        app.close().await?;
    }
    println!("killed {times} times: 0 characters lost of what was shown as saved");
    Ok(())
}

/// What the two stores are measured against: the same without the database, where the line does not say "Saved on this device".
#[tokio::test]
#[ignore = "an anchor to compare with: scripts/soak anchor"]
async fn local_storage_alone_loses_the_last_seconds() -> Res {
    needs!(Profile);
    let (times, mut worst) = (times("KILLS", 2), 0);
    for round in 0..times {
        let broken = "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }";
        let app = Setup::default().before_load(broken).open().await?;
        let (shown, typed, address) = type_until_saved(&app, ONCE, some(200)).await?;
        let app = app.kill_and_reopen().await?;
        app.goto(&address).await?;
        let there = app
            .js("return document.querySelector('textarea')?.value ?? ''")
            .await?;
        let there = there.as_str().unwrap_or_default().to_owned();
        app.check(there.is_empty() || is_whole(&there), "no gap").await?;
        let time = |text: &str| {
            let number = text.rsplit(' ').next().and_then(|word| word.parse().ok());
            typed
                .get(number.unwrap_or(1))
                .or(typed.get(1))
                .copied()
                .unwrap_or_default()
        };
        let lost = time(&shown).saturating_sub(time(&there));
        worst = worst.max(lost);
        println!(
            "anchor {round}: {} characters shown as kept, {} there: the last {lost} ms lost",
            shown.len(),
            there.len()
        );
        app.close().await?;
    }
    println!("anchor, killed {times} times with local storage alone: at worst the last {worst} ms lost");
    Ok(())
}

#[tokio::test]
async fn a_crashed_page_loses_nothing_shown_as_saved() -> Res {
    needs!(PageCrash);
    let times = times("CRASHES", 2);
    let mut app = App::open().await?;
    for round in 0..times {
        // Dead tabs pile up: a new browser now and then.
        if round > 0 && round % 10 == 0 {
            app.close().await?;
            app = App::open().await?;
        }
        let (shown, _, address) = type_until_saved(&app, SAVED, some(30)).await?;
        app.crash_page().await?;
        app.goto(&address).await?;
        app.expect_h1(EMAIL).await?;
        let there = expect_all(&app, &shown).await?;
        println!(
            "crash {round}: {} characters shown as saved, {} there",
            shown.len(),
            there.len()
        );
    }
    println!("crashed {times} times: 0 characters lost of what was shown as saved");
    app.close().await
}

#[tokio::test]
async fn what_was_deleted_does_not_come_back() -> Res {
    needs!(Profile);
    let app = App::open().await?;
    draft(&app, "To be deleted.").await?;
    app.fill("Name of this draft", "Gone").await?;
    expect_status(&app, SAVED).await?;
    draft(&app, "To stay.").await?;
    app.fill("Name of this draft", "Stays").await?;
    expect_status(&app, SAVED).await?;
    app.goto("#/notes").await?;
    app.click_text("Delete: Gone").await?;
    app.expect_text("Undo").await?;
    expect_status(&app, SAVED).await?;
    let app = app.kill_and_reopen().await?;
    app.goto("#/notes").await?;
    crate::keeping::expect_notes(&app, &["Stays"]).await?;
    app.close().await
}

#[tokio::test]
async fn what_was_brought_back_stays() -> Res {
    needs!(Profile);
    let app = App::open().await?;
    draft(&app, "To be deleted.").await?;
    app.fill("Name of this draft", "Gone").await?;
    app.goto("#/notes").await?;
    app.click_text("Delete: Gone").await?;
    app.click_text("Undo").await?;
    app.expect_count(".note", 1).await?;
    expect_status(&app, SAVED).await?;
    let app = app.kill_and_reopen().await?;
    app.goto("#/notes").await?;
    crate::keeping::expect_notes(&app, &["Gone"]).await?;
    app.close().await
}
