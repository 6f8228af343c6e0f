//! What is kept is locked with a passphrase: turned on, locked, unlocked, changed, turned off; and nothing typed is lost or can be
//! read on the device meanwhile.

use crate::keeping::{
    ACCOUNT, EMAIL, MEMORY, SAVED, answer_stake, draft, expect_notes, expect_status, share_what_is_kept,
};
use journeys::{App, Res};

pub const PASSPHRASE: &str = "correct horse battery staple é";
const OTHER: &str = "another phrase, quite as long";
const LOCKED: &str = "Locked: nothing of what you wrote can be read here";
const SECRET: &str = "Zebra-canary 🦓 été";

/// A situation and a draft with words that stand nowhere else.
async fn written(app: &App) -> Res {
    answer_stake(app, "I saw or heard it").await?;
    draft(app, SECRET).await?;
    app.fill("Name of this draft", "Giraffe-canary").await?;
    expect_status(app, SAVED).await
}

pub async fn turn_on(app: &App) -> Res {
    app.goto("#/lock").await?;
    app.expect_h1("A lock for what is kept").await?;
    app.fill("Passphrase", PASSPHRASE).await?;
    app.fill("The same passphrase again", PASSPHRASE).await?;
    app.click_text("Turn the lock on").await?;
    app.expect_text("The lock is on. Everything that is kept here is locked")
        .await?;
    // Whoever works by keyboard, or sees a small window, goes on from where it says so.
    app.expect_focus("main h1").await
}

async fn unlock(app: &App, passphrase: &str) -> Res {
    app.expect_h1("Locked").await?;
    app.fill("Your passphrase", passphrase).await?;
    app.click_text("Unlock").await
}

/// By the button in the status line, which is on every page.
pub async fn lock_now(app: &App) -> Res {
    app.click_text_in("What is kept", "Lock now").await?;
    expect_status(app, LOCKED).await
}

/// Neither store holds a word of what was written, or a name.
async fn expect_nothing_readable(app: &App) -> Res {
    let (here, journal) = (app.records().await?, app.journal().await?);
    app.check(!journal.is_empty(), "a journal with rows").await?;
    for (key, text) in here.iter().chain(&journal) {
        let readable = ["canary", "Zebra", "Situation", "experienced", "email", "draft"];
        let found = readable.iter().find(|word| text.contains(**word));
        app.check(
            found.is_none(),
            &format!("nothing readable under {key}, but {found:?} in {text}"),
        )
        .await?;
    }
    Ok(())
}

/// As if that many minutes went by without anybody there.
pub async fn minutes_go_by(app: &App, minutes: f64) -> Res {
    app.js(&format!(
        "window.realNow ??= Date.now.bind(Date); window.skew = (window.skew ?? 0) + {minutes} * 60000;
         Date.now = () => window.realNow() + window.skew; document.dispatchEvent(new Event('visibilitychange', {{bubbles: true}}))"
    ))
    .await?;
    Ok(())
}

#[tokio::test]
async fn turned_on_nothing_on_the_device_can_be_read_and_everything_opens_again() -> Res {
    let app = App::open().await?;
    written(&app).await?;
    app.goto("#/lock").await?;
    app.expect_text("Nobody can recover the passphrase").await?;
    app.expect_text("The lock is off.").await?;
    app.expect_accessible_in_both_themes().await?;
    turn_on(&app).await?;
    expect_nothing_readable(&app).await?;
    app.expect_accessible_in_both_themes().await?;
    app.goto("#/notes").await?;
    expect_notes(&app, &["Giraffe-canary", "Situation 1"]).await?;
    app.click_text("Giraffe-canary").await?;
    app.expect_h1(EMAIL).await?;
    app.type_into(ACCOUNT, " More.").await?;
    expect_status(&app, SAVED).await?;
    expect_nothing_readable(&app).await?;

    app.reload().await?;
    app.expect_h1("Locked").await?;
    expect_status(&app, LOCKED).await?;
    app.expect_no_text("canary").await?;
    app.expect_accessible_in_both_themes().await?;
    unlock(&app, "not the passphrase, surely").await?;
    app.expect_text("This passphrase does not open it.").await?;
    app.expect_focus("#unlock[aria-invalid=true]").await?;
    app.expect_accessible_in_both_themes().await?;
    unlock(&app, &format!(" {PASSPHRASE}\n")).await?;
    app.expect_h1(EMAIL).await?;
    let text = app.value(ACCOUNT).await?;
    app.check(
        text == format!("{SECRET} More."),
        &format!("all of it, not {text:?}"),
    )
    .await?;
    app.type_into(ACCOUNT, " And more.").await?;
    expect_status(&app, SAVED).await?;
    expect_nothing_readable(&app).await?;
    app.goto("#/answers").await?;
    app.expect_text("I saw or heard it").await?;
    app.close().await
}

#[tokio::test]
async fn locked_the_guide_reads_on_and_only_what_is_kept_is_closed() -> Res {
    let app = App::open().await?;
    written(&app).await?;
    turn_on(&app).await?;
    lock_now(&app).await?;
    for address in [
        "#/notes",
        "#/answers",
        "#/situation/stake",
        "#/ledger",
        "#/backup",
        "#/lock",
        "#/practice",
        "#/plan",
    ] {
        app.goto(address).await?;
        app.expect_h1("Locked").await?;
    }
    for address in ["#/process/2.1.3", "#/", "#/search"] {
        app.goto(address).await?;
        app.expect_js(
            "another heading",
            "return document.querySelector('h1').innerText !== 'Locked'",
        )
        .await?;
        expect_status(&app, LOCKED).await?;
    }
    app.expect_no_text("This is a shared computer").await?;
    app.close().await
}

#[tokio::test]
async fn locking_on_demand_loses_no_character() -> Res {
    let app = App::open().await?;
    written(&app).await?;
    turn_on(&app).await?;
    // A row of the ledger, half typed.
    app.goto("#/ledger").await?;
    app.click_text("Note a step").await?;
    app.select("What was done", "Spoke in person (1.2)").await?;
    app.fill("With whom", "Half a na").await?;
    lock_now(&app).await?;
    app.expect_h1("Locked").await?;
    app.expect_focus("main h1").await?;
    app.expect_no_text("Half a na").await?;
    unlock(&app, PASSPHRASE).await?;
    app.expect_text("Half a na").await?;
    // A search, which is kept nowhere.
    app.goto("#/search").await?;
    app.fill("What are you looking for?", "liaison").await?;
    lock_now(&app).await?;
    expect_status(&app, LOCKED).await?;
    app.goto("#/notes").await?;
    unlock(&app, PASSPHRASE).await?;
    expect_notes(&app, &["Situation 1", "Giraffe-canary"]).await?;
    app.goto("#/search").await?;
    app.expect_js(
        "what was searched for",
        "return document.querySelector('main input').value === 'liaison'",
    )
    .await?;
    // A new draft in which nobody wrote, with a name being given to another one.
    app.goto("#/begin/email").await?;
    app.expect_h1(EMAIL).await?;
    lock_now(&app).await?;
    unlock(&app, PASSPHRASE).await?;
    app.expect_h1(EMAIL).await?;
    app.goto("#/notes").await?;
    app.click(".note:first-child .row button").await?;
    app.fill("New name", "Okapi, half a na").await?;
    lock_now(&app).await?;
    app.expect_h1("Locked").await?;
    unlock(&app, PASSPHRASE).await?;
    app.expect_text("This stood in a field that is not open any more.")
        .await?;
    app.expect_text("Okapi, half a na").await?;
    app.expect_js(
        "it is said below the heading, not at the end of a long page",
        "return document.querySelector('main h1 + .notice')?.textContent.includes('Okapi, half a na')",
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn it_locks_by_itself_says_so_before_and_any_key_keeps_it_open() -> Res {
    let app = App::open().await?;
    written(&app).await?;
    turn_on(&app).await?;
    app.goto("#/notes").await?;
    minutes_go_by(&app, 4.8).await?;
    app.expect_text("This page locks in 20 seconds.").await?;
    app.expect_accessible().await?;
    app.key("Shift").await?;
    app.expect_no_text("This page locks in 20 seconds.").await?;
    minutes_go_by(&app, 4.8).await?;
    app.expect_text("This page locks in 20 seconds.").await?;
    minutes_go_by(&app, 0.3).await?;
    app.expect_h1("Locked").await?;
    app.expect_no_text("canary").await?;
    unlock(&app, PASSPHRASE).await?;
    expect_notes(&app, &["Giraffe-canary", "Situation 1"]).await?;
    // The device slept: the first key afterwards does not keep it open.
    app.js("Date.now = () => window.realNow() + window.skew + 3600000")
        .await?;
    app.key("Shift").await?;
    app.expect_h1("Locked").await?;
    unlock(&app, PASSPHRASE).await?;
    expect_notes(&app, &["Giraffe-canary", "Situation 1"]).await?;
    app.goto("#/lock").await?;
    app.select("Lock when nobody has touched anything for", "Never by itself")
        .await?;
    app.expect_text("It is noted.").await?;
    minutes_go_by(&app, 600.0).await?;
    app.goto("#/notes").await?;
    expect_notes(&app, &["Giraffe-canary", "Situation 1"]).await?;
    app.close().await
}

#[tokio::test]
async fn a_page_that_the_browser_kept_whole_comes_back_locked() -> Res {
    let app = App::open().await?;
    written(&app).await?;
    turn_on(&app).await?;
    app.goto("#/notes").await?;
    app.expect_text("Giraffe-canary").await?;
    app.js("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
        .await?;
    app.expect_h1("Locked").await?;
    app.expect_no_text("canary").await?;
    app.close().await
}

#[tokio::test]
async fn after_changing_the_passphrase_the_old_one_opens_nothing() -> Res {
    let app = App::open().await?;
    written(&app).await?;
    turn_on(&app).await?;
    app.fill("Present passphrase", "not the passphrase, surely")
        .await?;
    app.fill("Passphrase", OTHER).await?;
    app.fill("The same passphrase again", OTHER).await?;
    app.click_text("Change it").await?;
    app.expect_text("This passphrase does not open it.").await?;
    app.fill("Present passphrase", PASSPHRASE).await?;
    app.click_text("Change it").await?;
    app.expect_text("From now on only the new one opens what is kept.")
        .await?;
    app.load("#/notes").await?;
    unlock(&app, PASSPHRASE).await?;
    app.expect_text("This passphrase does not open it.").await?;
    unlock(&app, OTHER).await?;
    expect_notes(&app, &["Giraffe-canary", "Situation 1"]).await?;
    app.close().await
}

#[tokio::test]
async fn turned_off_everything_is_as_before() -> Res {
    let app = App::open().await?;
    written(&app).await?;
    turn_on(&app).await?;
    app.click_text("Turn the lock off…").await?;
    app.expect_focus("#off-ask").await?;
    app.click_text("Yes, turn it off").await?;
    app.expect_text("The lock is off.").await?;
    let (here, journal) = (app.records().await?, app.journal().await?);
    app.check(
        !here.contains_key("waymark.lock") && here.values().any(|text| text.contains(SECRET)),
        "plain records and no lock",
    )
    .await?;
    for (key, text) in here.iter().filter(|(key, _)| key.starts_with("waymark.record.")) {
        app.check(
            journal.get(key) == Some(text),
            &format!("the same {key} in the journal"),
        )
        .await?;
    }
    app.load("#/notes").await?;
    expect_notes(&app, &["Giraffe-canary", "Situation 1"]).await?;
    app.close().await
}

#[tokio::test]
async fn a_reload_in_the_middle_of_turning_it_on_loses_nothing() -> Res {
    let app = App::open().await?;
    written(&app).await?;
    // The browser seals the first record and then nothing more.
    app.js(
        "const real = crypto.subtle.encrypt.bind(crypto.subtle); let count = 0;
         crypto.subtle.encrypt = (...given) => (count += 1) > 1 ? new Promise(() => {}) : real(...given)",
    )
    .await?;
    app.goto("#/lock").await?;
    app.fill("Passphrase", PASSPHRASE).await?;
    app.fill("The same passphrase again", PASSPHRASE).await?;
    app.click_text("Turn the lock on").await?;
    app.expect_text("The lock is being turned on.").await?;
    app.expect_js(
        "one record sealed and one plain",
        "const all = Object.entries(localStorage).filter(([key]) => key.startsWith('waymark.record.')).map(([, text]) => text.split(' ')[2]);
         return all.length === 2 && all.filter(kind => kind === 'sealed').length === 1",
    )
    .await?;
    app.load("#/notes").await?;
    app.expect_text("Turning the lock on was interrupted").await?;
    unlock(&app, PASSPHRASE).await?;
    expect_notes(&app, &["Giraffe-canary", "Situation 1"]).await?;
    app.goto("#/lock").await?;
    app.expect_text("The lock is on.").await?;
    expect_nothing_readable(&app).await?;
    app.close().await
}

#[tokio::test]
async fn another_tab_locks_too_and_opens_with_the_passphrase_alone() -> Res {
    let app = App::open().await?;
    written(&app).await?;
    app.open_tab("#/notes").await?;
    app.expect_text("Giraffe-canary").await?;
    app.switch_tab(0).await?;
    turn_on(&app).await?;
    app.switch_tab(1).await?;
    app.expect_h1("This guide is open in another tab").await?;
    app.expect_no_text("canary").await?;
    // On here: the tab that was open closes itself.
    app.click("main .button").await?;
    app.expect_h1("Locked").await?;
    unlock(&app, PASSPHRASE).await?;
    expect_notes(&app, &["Giraffe-canary", "Situation 1"]).await?;
    app.switch_tab(0).await?;
    app.expect_h1("This guide is open in another tab").await?;
    app.expect_no_text("canary").await?;
    // And turned off in one, the other reads again.
    app.switch_tab(1).await?;
    app.goto("#/lock").await?;
    app.click_text("Turn the lock off…").await?;
    app.click_text("Yes, turn it off").await?;
    app.expect_text("The lock is off.").await?;
    app.switch_tab(0).await?;
    app.goto("#/notes").await?;
    expect_notes(&app, &["Giraffe-canary", "Situation 1"]).await?;
    app.close().await
}

#[tokio::test]
async fn a_shared_computer_and_a_backup_work_with_the_lock_open() -> Res {
    let app = App::open().await?;
    written(&app).await?;
    turn_on(&app).await?;
    app.goto("#/backup").await?;
    app.click_text("Without a passphrase").await?;
    app.click_text("Download everything as a file for this guide")
        .await?;
    app.expect_text("Anyone who has it can read it.").await?;
    let file = app
        .js(
            "const now = new Date(), two = (number) => String(number).padStart(2, '0');
             return `waymark-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.json`",
        )
        .await?;
    let backup = app.download_text(file.as_str().unwrap_or_default()).await?;
    app.check(
        backup.contains(SECRET),
        "what was written, readable, in the backup",
    )
    .await?;
    // What comes back is locked with the rest: nothing is said of a missing lock.
    app.goto("#/notes").await?;
    app.click_text("Delete: Giraffe-canary").await?;
    app.goto("#/backup/open").await?;
    app.choose_file("#backup-file", "chosen", &backup).await?;
    app.expect_text("Not here now: it would come back.").await?;
    app.expect_no_text("what comes back is kept here without it")
        .await?;
    app.click_text("Bring it back now").await?;
    app.expect_text("Done: 1 came back, 0 replaced.").await?;
    app.expect_no_text("what comes back is kept here without it")
        .await?;
    // Into memory: nothing is left on the device, not even the lock.
    share_what_is_kept(&app).await?;
    expect_status(&app, MEMORY).await?;
    let (here, journal) = (app.records().await?, app.journal().await?);
    app.check(
        !here
            .keys()
            .any(|key| key.starts_with("waymark.record.") || key == "waymark.lock")
            && journal.is_empty(),
        &format!("nothing left, not {:?}", here.keys()),
    )
    .await?;
    app.goto("#/notes").await?;
    expect_notes(&app, &["Giraffe-canary", "Situation 1"]).await?;
    app.close().await
}

#[tokio::test]
async fn who_lost_the_passphrase_can_forget_everything() -> Res {
    let app = App::open().await?;
    written(&app).await?;
    turn_on(&app).await?;
    app.load("#/notes").await?;
    app.expect_h1("Locked").await?;
    app.click_text("I do not know the passphrase").await?;
    app.click_text("Forget everything…").await?;
    app.click_text("Yes, forget everything").await?;
    expect_notes(&app, &[]).await?;
    let (here, journal) = (app.records().await?, app.journal().await?);
    app.check(
        here.is_empty() && journal.is_empty(),
        &format!("nothing, not {here:?} {journal:?}"),
    )
    .await?;
    written(&app).await?;
    app.reload().await?;
    app.expect_h1(EMAIL).await?;
    app.close().await
}

#[tokio::test]
async fn whoever_forgets_from_the_page_of_the_lock_goes_on_from_its_heading() -> Res {
    let app = App::open().await?;
    written(&app).await?;
    turn_on(&app).await?;
    lock_now(&app).await?;
    app.goto("#/lock").await?;
    app.click_text("I do not know the passphrase").await?;
    app.click_text("Forget everything…").await?;
    app.click_text("Yes, forget everything").await?;
    app.expect_text("The lock is off.").await?;
    app.expect_focus("main h1").await?;
    app.close().await
}

#[tokio::test]
async fn with_the_keyboard_alone_on_a_narrow_screen() -> Res {
    let app = App::open().await?;
    app.viewport(360, 640).await?;
    written(&app).await?;
    app.goto("#/lock").await?;
    app.expect_no_sideways_scroll().await?;
    turn_on(&app).await?;
    app.expect_no_sideways_scroll().await?;
    app.js("[...document.querySelectorAll('.status-bar button')].find(it => it.innerText === 'Lock now').focus()")
        .await?;
    app.key("Enter").await?;
    app.expect_focus("main h1").await?;
    app.expect_no_sideways_scroll().await?;
    app.key("Tab").await?;
    app.expect_focus("#unlock").await?;
    app.insert(PASSPHRASE).await?;
    app.key("Enter").await?;
    app.expect_text("The lock is on.").await?;
    app.expect_focus("main h1").await?;
    app.close().await
}
