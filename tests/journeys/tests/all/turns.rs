//! The guide is open in several tabs: one writes, the others read, and any of them can go on.
//!
//! How many edits four tabs make is in `EDITS`; `scripts/soak tabs` sets it.

use crate::keeping::{
    ACCOUNT, EMAIL, SAVED, answer_stake, draft, expect_keys, expect_notes, expect_status, expect_stored,
};
use journeys::{App, Res, Setup, until};

const HELD: &str = "This guide is open in another tab";
const ELSEWHERE: &str = "Open in another tab, which saves";

/// One draft, written in the first tab; the second, at the same address, is in front.
async fn one_draft_in_two_tabs() -> Res<(App, String)> {
    let app = App::open().await?;
    draft(&app, "Common.").await?;
    app.fill("Name of this draft", "Letter").await?;
    expect_status(&app, SAVED).await?;
    let address = app.route().await?;
    app.open_tab(&address).await?;
    app.expect_h1(HELD).await?;
    Ok((app, address))
}

async fn go_on(app: &App) -> Res {
    app.click("main .button").await?;
    app.expect_h1(EMAIL).await
}

#[tokio::test]
async fn the_other_tab_goes_on_where_this_one_was() -> Res {
    let (app, address) = one_draft_in_two_tabs().await?;
    expect_status(&app, ELSEWHERE).await?;
    app.expect_accessible_in_both_themes().await?;
    // The last key in the first tab, and at once on in the second.
    app.switch_tab(0).await?;
    let long = " A long account, sentence after sentence.".repeat(120);
    app.fill(ACCOUNT, &format!("Common.{long}")).await?;
    app.type_into(ACCOUNT, " One.").await?;
    app.switch_tab(1).await?;
    go_on(&app).await?;
    app.expect_route(&address).await?;
    app.type_into(ACCOUNT, " Two.").await?;
    expect_status(&app, SAVED).await?;
    app.switch_tab(0).await?;
    app.expect_h1(HELD).await?;
    go_on(&app).await?;
    app.type_into(ACCOUNT, " Three.").await?;
    expect_stored(&app, &format!("Common.{long} One. Two. Three.")).await?;
    expect_keys(&app, 1).await?;
    app.close().await
}

#[tokio::test]
async fn reading_works_in_both_and_only_what_writes_is_held_back() -> Res {
    let (app, _) = one_draft_in_two_tabs().await?;
    for address in [
        "#/begin/email",
        "#/situation/stake",
        "#/ledger",
        "#/practice/cut-off",
        "#/names",
        "#/hand-over/open",
    ] {
        app.goto(address).await?;
        app.expect_h1(HELD).await?;
    }
    app.goto("#/process/2.1.3").await?;
    app.expect_no_text(HELD).await?;
    app.goto("#/notes").await?;
    expect_notes(&app, &["Letter"]).await?;
    app.expect_no_text("Rename").await?;
    app.expect_text("Download").await?;
    app.viewport(320, 640).await?;
    app.expect_no_sideways_scroll().await?;
    // From the status line too, and then everything is there.
    app.click(".status-bar button").await?;
    app.expect_text("Rename").await?;
    app.close().await
}

#[tokio::test]
async fn when_the_writing_tab_closes_the_other_goes_on_by_itself() -> Res {
    let (app, _) = one_draft_in_two_tabs().await?;
    app.switch_tab(0).await?;
    app.type_into(ACCOUNT, " One.").await?;
    app.close_tab(0).await?;
    app.expect_h1(EMAIL).await?;
    let text = app.value(ACCOUNT).await?;
    app.check(text == "Common. One.", "what the other tab wrote")
        .await?;
    app.type_into(ACCOUNT, " Two.").await?;
    expect_status(&app, SAVED).await?;
    expect_stored(&app, "Common. One. Two.").await?;
    app.close().await
}

#[tokio::test]
async fn a_tab_that_does_not_answer_is_overruled_and_loses_nothing() -> Res {
    let (app, _) = one_draft_in_two_tabs().await?;
    app.switch_tab(0).await?;
    // It cannot say anything any more.
    app.js("BroadcastChannel.prototype.postMessage = () => {}")
        .await?;
    app.type_into(ACCOUNT, " One.").await?;
    app.switch_tab(1).await?;
    app.click("main .button").await?;
    app.expect_text("If nothing happens, look into the other tab first")
        .await?;
    app.expect_accessible().await?;
    app.click_text("Continue without it").await?;
    app.expect_h1(EMAIL).await?;
    let text = app.value(ACCOUNT).await?;
    app.check(text == "Common. One.", "what was kept").await?;
    app.type_into(ACCOUNT, " Two.").await?;
    expect_status(&app, SAVED).await?;
    app.switch_tab(0).await?;
    app.expect_h1(HELD).await?;
    expect_keys(&app, 1).await?;
    app.close().await
}

#[tokio::test]
async fn the_list_and_the_answers_follow() -> Res {
    let app = App::open().await?;
    app.open_tab("#/notes").await?;
    expect_notes(&app, &[]).await?;
    app.switch_tab(0).await?;
    answer_stake(&app, "I saw or heard it").await?;
    app.switch_tab(1).await?;
    expect_notes(&app, &["Situation 1"]).await?;
    app.goto("#/situation/stake").await?;
    app.click("main .button").await?;
    app.choose("Somebody told me").await?;
    expect_status(&app, SAVED).await?;
    expect_keys(&app, 1).await?;
    app.close().await
}

/// The answers can be read in any tab; from which side one looks at them is kept, so it is chosen where that is possible.
#[tokio::test]
async fn the_side_is_chosen_in_the_tab_that_writes() -> Res {
    let app = App::open().await?;
    answer_stake(&app, "I saw or heard it").await?;
    app.open_tab("#/answers").await?;
    expect_status(&app, ELSEWHERE).await?;
    app.expect_count("#lens:disabled", 1).await?;
    app.click(".status-bar button").await?;
    app.expect_count("#lens:not(:disabled)", 1).await?;
    app.select("In this situation I am", "the one who handles it, or helps")
        .await?;
    expect_status(&app, SAVED).await?;
    app.switch_tab(0).await?;
    app.goto("#/answers").await?;
    app.expect_count("#lens:disabled", 1).await?;
    let side = app.value("In this situation I am").await?;
    app.check(side == "handle", "the side that was chosen in the other tab")
        .await?;
    app.close().await
}

#[tokio::test]
async fn a_browser_that_says_nothing_about_its_locks_keeps_nobody_waiting() -> Res {
    let silent = "LockManager.prototype.request = () => new Promise(() => {})";
    let app = Setup::default().before_load(silent).open().await?;
    draft(&app, "In the corridor.").await?;
    expect_stored(&app, "In the corridor.").await?;
    app.reload().await?;
    app.expect_h1(EMAIL).await?;
    app.close().await
}

/// Local storage as a tab sees it to which the browser has not yet told what another one wrote: as it was when `hide` was set.
const BEHIND: &str = "const { getItem, setItem } = Storage.prototype;
    window.hide = {};
    Storage.prototype.getItem = function (key) { return key in window.hide ? window.hide[key] : getItem.call(this, key); };
    Storage.prototype.setItem = function (key, text) { delete window.hide[key]; setItem.call(this, key, text); };
    // Its database takes its time, and the page has the patience.
    const own = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete'), held = [], later = setTimeout;
    window.letGo = () => { window.slow = false; held.splice(0).forEach(run => run()); };
    Object.defineProperty(IDBTransaction.prototype, 'oncomplete', { ...own, set(run) {
      own.set.call(this, (event) => window.slow ? held.push(() => run(event)) : run(event));
    } });
    window.setTimeout = (run, time) => time === 2000 ? 0 : later(run, time);";

#[tokio::test]
async fn what_the_other_tab_wrote_last_is_there_even_if_local_storage_is_behind() -> Res {
    let app = Setup::default().before_load(BEHIND).open().await?;
    draft(&app, "Common.").await?;
    expect_status(&app, SAVED).await?;
    let address = app.route().await?;
    app.open_tab(&address).await?;
    app.expect_h1(HELD).await?;
    app.js("window.hide = { ...localStorage }; window.slow = true")
        .await?;
    app.switch_tab(0).await?;
    app.type_into(ACCOUNT, " One.").await?;
    expect_status(&app, SAVED).await?;
    app.switch_tab(1).await?;
    app.click("main .button").await?;
    app.switch_tab(0).await?;
    app.expect_h1(HELD).await?;
    app.switch_tab(1).await?;
    // It waited for the lock before it took it: then it is in both lists.
    let taken = "const all = await navigator.locks.query();
         return all.pending.some(it => it.clientId === all.held[0]?.clientId)";
    let taken = until(async || Ok((app.js_async(taken).await? == true).then_some(()))).await?;
    app.check(taken.is_some(), "the lock to have changed hands")
        .await?;
    app.expect_h1(HELD).await?;
    app.js("window.letGo()").await?;
    app.expect_h1(EMAIL).await?;
    app.expect_focus("main h1").await?;
    let text = app.value(ACCOUNT).await?;
    app.check(text == "Common. One.", "what the other tab wrote last")
        .await?;
    app.type_into(ACCOUNT, " Two.").await?;
    expect_stored(&app, "Common. One. Two.").await?;
    expect_keys(&app, 1).await?;
    app.close().await
}

/// As when somebody comes Back to a page that the browser had put away whole.
const BACK: &str = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";

#[tokio::test]
async fn a_page_that_was_put_away_and_comes_back_asks_for_its_turn_again() -> Res {
    let app = App::open().await?;
    draft(&app, "Common.").await?;
    expect_status(&app, SAVED).await?;
    app.js(BACK).await?;
    app.expect_h1(EMAIL).await?;
    app.type_into(ACCOUNT, " More.").await?;
    expect_stored(&app, "Common. More.").await?;
    expect_status(&app, SAVED).await?;
    expect_keys(&app, 1).await?;
    app.close().await
}

#[tokio::test]
async fn a_page_that_comes_back_shows_what_was_written_meanwhile() -> Res {
    let app = Setup::default().without_locks().open().await?;
    draft(&app, "Common.").await?;
    expect_status(&app, SAVED).await?;
    let address = app.route().await?;
    // Nothing of another tab reaches a page that was put away.
    app.js("addEventListener('storage', (event) => event.stopImmediatePropagation(), true)")
        .await?;
    app.open_tab(&address).await?;
    app.type_into(ACCOUNT, " Meanwhile.").await?;
    expect_status(&app, SAVED).await?;
    app.switch_tab(0).await?;
    app.js(BACK).await?;
    app.expect_js(
        "the other tab's text",
        "return document.querySelector('textarea')?.value === 'Common. Meanwhile.'",
    )
    .await?;
    app.type_into(ACCOUNT, " And on.").await?;
    expect_stored(&app, "Common. Meanwhile. And on.").await?;
    expect_keys(&app, 1).await?;
    app.close().await
}

/// Goes on here if another tab writes, adds a word, and waits until it is saved.
fn edit(word: &str) -> String {
    format!(
        "const until = async (holds) => {{ for (let at = 0; at < 3000; at += 1) {{ const it = holds(); if (it) return it;
           await new Promise(next => setTimeout(next, 5)); }} throw new Error('no end: ' + document.querySelector('main').innerText.slice(0, 80)); }};
         const box = await until(() => document.querySelector('textarea') ?? ([...document.querySelectorAll('main .button')].find(it => it.innerText === 'Continue here')?.click(), null));
         Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(box, `${{box.value}} {word}`);
         box.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
         await until(() => document.getElementById('status').innerText.includes('Saved on this device'));"
    )
}

#[tokio::test]
async fn two_tabs_take_turns_and_no_edit_is_lost_or_doubled() -> Res {
    take_turns(2, 40).await
}

#[tokio::test]
async fn four_tabs_take_turns_and_no_edit_is_lost_or_doubled() -> Res {
    take_turns(4, 80).await
}

async fn take_turns(tabs: usize, usually: usize) -> Res {
    let edits = std::env::var("EDITS").ok().and_then(|edits| edits.parse().ok());
    let edits: usize = edits.unwrap_or(usually);
    let (app, address) = one_draft_in_two_tabs().await?;
    for _ in 2..tabs {
        app.open_tab(&address).await?;
    }
    let mut expected = "Common.".to_owned();
    for number in 0..edits {
        // Each goes on after each of the others, and sometimes after itself.
        app.switch_tab((number / tabs + number * 3) % tabs).await?;
        app.js_async(&edit(&format!("{number}"))).await?;
        expected = format!("{expected} {number}");
    }
    let text = app.value(ACCOUNT).await?;
    let records = app.records().await?;
    app.check(
        text == expected,
        &format!(
            "every edit once, but found {text:?}, and {} records: {records:?}",
            records.len()
        ),
    )
    .await?;
    expect_keys(&app, 1).await?;
    let (here, there) = (app.records().await?, app.journal().await?);
    app.check(here == there, "the same in the journal").await?;
    println!("{edits} edits in {tabs} tabs: each there once, in order, in both stores");
    app.close().await
}

#[tokio::test]
async fn a_new_situation_stays_new_when_the_tab_gets_its_turn_back() -> Res {
    let app = App::open().await?;
    answer_stake(&app, "I saw or heard it").await?;
    expect_status(&app, SAVED).await?;
    app.goto("#/notes").await?;
    app.click_text("Begin another situation").await?;
    app.open_tab("#/notes").await?;
    app.click(".status-bar button").await?;
    app.expect_text("Rename").await?;
    app.switch_tab(0).await?;
    expect_status(&app, ELSEWHERE).await?;
    app.click(".status-bar button").await?;
    app.goto("#/situation/stake").await?;
    app.expect_count("main input[type=radio]", 4).await?;
    app.expect_count("main input:checked", 0).await?;
    answer_stake(&app, "It was done to me").await?;
    app.goto("#/notes").await?;
    app.expect_count(".note", 2).await?;
    app.close().await
}
