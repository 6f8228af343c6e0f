//! With thousands of records the first screen does not wait for all of them: the case written last is there at once, the rest is read
//! behind it, and nobody who is quicker than that sees less or loses anything.

use crate::keeping::{SAVED, answer_stake, draft, expect_status};
use journeys::{App, Res};

const MANY: u32 = 1500;

/// A case, and many drafts.
async fn filled() -> Res<App> {
    let app = App::open().await?;
    draft(&app, "In the corridor.").await?;
    expect_status(&app, SAVED).await?;
    answer_stake(&app, "I saw or heard it").await?;
    expect_status(&app, SAVED).await?;
    app.js(&format!(
        "const draft = Object.keys(localStorage).find(key => key.startsWith('waymark.record.') && localStorage[key].includes('corridor'));
         for (let at = 0; at < {MANY}; at += 1) localStorage.setItem(`waymark.record.m${{at}}`, localStorage[draft])"
    ))
    .await?;
    Ok(app)
}

async fn expect_all(app: &App, count: u32) -> Res {
    app.goto("#/notes").await?;
    app.expect_text(&format!("Show more ({} left)", count - 30)).await
}

#[tokio::test]
async fn the_case_written_last_is_there_at_once_and_then_all_the_rest() -> Res {
    let app = filled().await?;
    app.reload().await?;
    app.goto("#/assess/stake").await?;
    app.expect_count("main input[value=saw]:checked", 1).await?;
    expect_all(&app, MANY + 2).await?;
    app.close().await
}

/// The list is asked for before anything else has happened.
#[tokio::test]
async fn who_opens_the_list_at_once_sees_all_of_it() -> Res {
    let app = filled().await?;
    app.load("#/notes").await?;
    expect_all(&app, MANY + 2).await?;
    app.close().await
}

#[tokio::test]
async fn an_answer_changed_at_once_is_kept_in_its_own_case() -> Res {
    let app = filled().await?;
    app.begin_to_load("#/assess/stake").await?;
    app.expect_js(
        "the answer, changed as soon as it is there",
        "const saw = document.querySelector('#app[data-up] input[value=saw]:checked');
         if (saw) document.querySelector('input[value=told]').click();
         return !!saw",
    )
    .await?;
    expect_status(&app, SAVED).await?;
    expect_all(&app, MANY + 2).await?;
    app.load("#/assess/stake").await?;
    app.expect_count("main input[value=told]:checked", 1).await?;
    app.close().await
}

/// The shortcut is nothing that anybody has to rely on.
#[tokio::test]
async fn a_wrong_or_lost_shortcut_costs_nothing_but_time() -> Res {
    let app = filled().await?;
    // An older state of the case, and a shortcut that leads there.
    let latest = app.record("waymark.latest").await?.unwrap_or_default();
    let older = app.record(&format!("waymark.record.{latest}")).await?;
    answer_stake(&app, "Somebody told me").await?;
    expect_status(&app, SAVED).await?;
    app.put_record("waymark.record.older", &older.unwrap_or_default())
        .await?;
    for shortcut in ["older", "gone", "m7", "", "../x"] {
        app.put_record("waymark.latest", shortcut).await?;
        app.load("#/assess/stake").await?;
        app.expect_count("main input[value=told]:checked", 1).await?;
    }
    app.js("localStorage.removeItem('waymark.latest')").await?;
    app.load("#/assess/stake").await?;
    app.expect_count("main input[value=told]:checked", 1).await?;
    // It is right again.
    app.check(
        app.record("waymark.latest").await?.is_some_and(|it| it == latest),
        "the shortcut to the case written last",
    )
    .await?;
    app.close().await
}
