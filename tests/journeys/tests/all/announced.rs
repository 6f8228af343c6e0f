//! What changes without a person going there is said once: not silently, not twice, and by one part of the page.

use crate::keeping::{ACCOUNT, SAVED, draft, expect_status, share_what_is_kept};
use crate::lock;
use crate::writing;
use journeys::{App, Res};

/// From now on, notes what the live regions of the page say: the role and all words of each that changed, once for each change.
const LISTEN: &str = "
    window.said = [];
    const LIVE = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';
    const region = node => (node.nodeType === 1 ? node : node.parentElement)?.closest(LIVE);
    window.listener?.disconnect();
    window.listener = new MutationObserver(changes => {
      const regions = new Set();
      for (const change of changes) {
        regions.add(region(change.target));
        for (const node of change.addedNodes) if (node.nodeType === 1) node.querySelectorAll(LIVE).forEach(it => regions.add(it));
        for (const node of change.addedNodes) regions.add(region(node));
      }
      for (const it of regions) {
        const text = it?.isConnected && it.innerText.replace(/\\s+/g, ' ').trim();
        if (text) window.said.push(`${it.getAttribute('role') ?? 'live'}: ${text}`);
      }
    });
    window.listener.observe(document.body, {subtree: true, childList: true, characterData: true});";

async fn listen(app: &App) -> Res {
    app.js(LISTEN).await?;
    Ok(())
}

/// What was said since, each beginning with one of these, in this order and no more.
async fn expect_said(app: &App, expected: &[&str]) -> Res {
    let count = expected.len();
    app.expect_js(
        &format!("{count} things said"),
        &format!("return window.said.filter(said => said !== 'status: Saving…').length >= {count}"),
    )
    .await?;
    // What would be said a second time would come with the next picture.
    app.js_async("for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame)")
        .await?;
    let mut said: Vec<String> = serde_json::from_value(app.js("return window.said").await?)?;
    // A long text is saved a moment after the key.
    said.retain(|said| said != "status: Saving…");
    let same = said.len() == count
        && said
            .iter()
            .zip(expected)
            .all(|(said, begins)| said.starts_with(begins));
    app.check(same, &format!("{expected:?} said and nothing else, but {said:?}"))
        .await
}

#[tokio::test]
async fn what_is_kept_is_said_once_however_much_is_typed() -> Res {
    let app = App::open().await?;
    draft(&app, "First.").await?;
    expect_status(&app, SAVED).await?;
    listen(&app).await?;
    // Within the minute the sentence stays the same; at its turn it changes once.
    app.type_into(ACCOUNT, " And then some more words.").await?;
    expect_status(&app, SAVED).await?;
    let said = app
        .js("return window.said.filter(it => it.startsWith('status: Saved')).length")
        .await?;
    app.check(
        said.as_u64().is_some_and(|times| times <= 1),
        &format!("one sentence at most for 26 keys, not {said}"),
    )
    .await?;
    listen(&app).await?;
    app.fill_storage().await?;
    app.type_into(ACCOUNT, &" There is no room for this.".repeat(9))
        .await?;
    expect_status(&app, "Not saved").await?;
    expect_said(&app, &["status: Not saved"]).await?;
    app.unfill_storage().await?;
    listen(&app).await?;
    app.type_into(ACCOUNT, ".").await?;
    expect_status(&app, SAVED).await?;
    expect_said(&app, &["status: Saved on this device"]).await?;
    listen(&app).await?;
    share_what_is_kept(&app).await?;
    expect_said(&app, &["status: In memory only"]).await?;
    app.close().await
}

#[tokio::test]
async fn what_is_wrong_and_what_came_of_a_press_is_said_once() -> Res {
    let app = App::open_at("#/assess/setting").await?;
    listen(&app).await?;
    app.click_text("Continue").await?;
    app.expect_count("#problem", 1).await?;
    // The focus goes to the complaint, so that it is read there; a live region would say it a second time.
    app.expect_focus("#problem").await?;
    expect_said(&app, &[]).await?;

    let app = again(app).await?;
    let address = app.route().await?;
    app.goto(&format!("{address}/send")).await?;
    app.expect_h1("Before it leaves").await?;
    expect_status(&app, SAVED).await?;
    listen(&app).await?;
    app.click_text("Copy the text").await?;
    expect_said(&app, &["status: "]).await?;
    app.close().await
}

/// Another person, with a message begun.
async fn again(app: App) -> Res<App> {
    app.close().await?;
    let app = writing::begin("An e-mail to the person concerned").await?;
    app.fill("What I saw or heard", "I was interrupted four times.")
        .await?;
    Ok(app)
}

#[tokio::test]
async fn a_lock_that_is_about_to_close_is_said_once_and_so_is_that_it_closed() -> Res {
    let app = App::open().await?;
    draft(&app, "In the corridor.").await?;
    lock::turn_on(&app).await?;
    app.goto("#/notes").await?;
    app.expect_h1("My notes").await?;
    listen(&app).await?;
    lock::minutes_go_by(&app, 4.8).await?;
    app.expect_text("This page locks in 20 seconds.").await?;
    expect_said(&app, &["alert: This page locks in 20 seconds."]).await?;
    listen(&app).await?;
    lock::minutes_go_by(&app, 0.3).await?;
    app.expect_h1("Locked").await?;
    expect_said(
        &app,
        &["status: Locked: nothing of what you wrote can be read here"],
    )
    .await?;
    app.close().await
}
