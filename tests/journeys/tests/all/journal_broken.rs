//! One of the two stores is missing, broken or behind: the app works, says exactly what it can, and puts the other one right.

use crate::keeping::{
    ACCOUNT, EMAIL, SAVED, answer_stake, draft, expect_not_status, expect_notes, expect_status,
    expect_stored, share_what_is_kept,
};
use journeys::{App, Res, Setup, until};

const LEFT: &str = "The browser still holds its second copy of what was kept.";
const ONCE: &str = "but not in its database, which does not answer";

/// Waits until both stores hold the same records.
async fn expect_both_alike(app: &App) -> Res {
    let alike = until(async || {
        let (mut here, mut there) = (app.records().await?, app.journal().await?);
        here.retain(|key, _| key.starts_with("waymark.record."));
        there.retain(|_, text| !text.starts_with("waymark-gone"));
        Ok((here == there && !here.is_empty()).then_some(()))
    })
    .await?;
    app.check(alike.is_some(), "the same records in both stores")
        .await
}

#[tokio::test]
async fn a_browser_that_refuses_the_database_or_never_answers_is_told_truly() -> Res {
    for broken in [
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }",
        "IDBFactory.prototype.open = () => new EventTarget()",
        "Object.defineProperty(window, 'indexedDB', {value: undefined})",
    ] {
        let app = Setup::default().before_load(broken).open().await?;
        draft(&app, "In the corridor.").await?;
        expect_status(&app, ONCE).await?;
        expect_not_status(&app, SAVED).await?;
        expect_stored(&app, "In the corridor.").await?;
        app.reload().await?;
        app.expect_h1(EMAIL).await?;
        app.type_into(ACCOUNT, " On Tuesday.").await?;
        expect_status(&app, ONCE).await?;
        let text = app.value(ACCOUNT).await?;
        app.check(text == "In the corridor. On Tuesday.", "the text after a reload")
            .await?;
        app.expect_accessible_in_both_themes().await?;
        app.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn writing_fails_once_and_is_made_good() -> Res {
    let app = App::open().await?;
    draft(&app, "Before.").await?;
    expect_status(&app, SAVED).await?;
    app.js("const put = IDBObjectStore.prototype.put;
            window.mend = () => { IDBObjectStore.prototype.put = put; };
            IDBObjectStore.prototype.put = () => { throw new DOMException('no', 'UnknownError'); };")
        .await?;
    app.type_into(ACCOUNT, " During.").await?;
    expect_status(&app, ONCE).await?;
    app.js("window.mend()").await?;
    app.type_into(
        ACCOUNT,
        " After, and with some more keys to go by until it is asked again, which may take some.",
    )
    .await?;
    expect_status(&app, SAVED).await?;
    expect_both_alike(&app).await?;
    app.close().await
}

/// Answers of the database are held back until `window.letGo()`.
const SLOW: &str = "const own = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete');
    const held = [];
    window.slow = false;
    window.letGo = () => { window.slow = false; held.splice(0).forEach(run => run()); };
    Object.defineProperty(IDBTransaction.prototype, 'oncomplete', { ...own, set(run) {
      own.set.call(this, (event) => window.slow ? held.push(() => run(event)) : run(event));
    } });";

#[tokio::test]
async fn saved_is_not_said_before_the_database_has_it() -> Res {
    let app = Setup::default().before_load(SLOW).open().await?;
    draft(&app, "Before.").await?;
    expect_status(&app, SAVED).await?;
    for long in ["Short. ", "A sentence that makes it long. "] {
        app.fill(ACCOUNT, &long.repeat(200)).await?;
        expect_status(&app, SAVED).await?;
        app.js("window.slow = true").await?;
        app.type_into(ACCOUNT, " During.").await?;
        expect_status(&app, "Saving").await?;
        expect_not_status(&app, SAVED).await?;
        app.expect_accessible_in_both_themes().await?;
        app.js("window.letGo()").await?;
        expect_status(&app, SAVED).await?;
    }
    app.close().await
}

#[tokio::test]
async fn another_tab_goes_on_only_when_the_database_has_it() -> Res {
    let app = Setup::default().before_load(SLOW).open().await?;
    draft(&app, "Before.").await?;
    expect_status(&app, SAVED).await?;
    let address = app.route().await?;
    app.open_tab(&address).await?;
    app.switch_tab(0).await?;
    app.js("window.slow = true").await?;
    app.type_into(ACCOUNT, " During.").await?;
    app.switch_tab(1).await?;
    app.click("main .button").await?;
    app.expect_text("The other tab was asked to save everything")
        .await?;
    app.switch_tab(0).await?;
    app.expect_h1(EMAIL).await?;
    app.js("window.letGo()").await?;
    app.expect_h1("This guide is open in another tab").await?;
    app.switch_tab(1).await?;
    app.expect_h1(EMAIL).await?;
    let text = app.value(ACCOUNT).await?;
    app.check(text == "Before. During.", "all of it").await?;
    app.close().await
}

#[tokio::test]
async fn the_database_is_deleted_and_filled_again() -> Res {
    let app = App::open().await?;
    draft(&app, "In the corridor.").await?;
    answer_stake(&app, "I saw or heard it").await?;
    expect_status(&app, SAVED).await?;
    app.js_async("await new Promise((yes, no) => { const r = indexedDB.deleteDatabase('waymark'); r.onsuccess = yes; r.onerror = no; r.onblocked = no; })")
        .await?;
    answer_stake(&app, "Somebody told me").await?;
    expect_status(&app, SAVED).await?;
    // All of it, and not only what was changed since.
    expect_both_alike(&app).await?;
    app.reload().await?;
    expect_both_alike(&app).await?;
    app.close().await
}

#[tokio::test]
async fn a_database_that_is_not_removed_is_not_passed_over_in_silence() -> Res {
    let broken = "IDBFactory.prototype.deleteDatabase = () => new EventTarget()";
    let app = Setup::default().before_load(broken).open().await?;
    draft(&app, "In the corridor.").await?;
    expect_status(&app, SAVED).await?;
    app.goto("#/notes").await?;
    app.click_text("Forget everything…").await?;
    app.click_text("Yes, forget everything").await?;
    app.expect_text("The browser did not remove everything.").await?;
    expect_status(&app, LEFT).await?;
    app.expect_accessible_in_both_themes().await?;
    app.click_text("This is a shared computer").await?;
    expect_status(&app, LEFT).await?;
    app.close().await
}

#[tokio::test]
async fn local_storage_is_emptied_and_filled_again() -> Res {
    let app = App::open().await?;
    draft(&app, "In the corridor.").await?;
    app.fill("Name of this draft", "Letter").await?;
    expect_status(&app, SAVED).await?;
    let address = app.route().await?;
    app.clear_records().await?;
    app.reload().await?;
    app.expect_route(&address).await?;
    app.expect_h1(EMAIL).await?;
    let text = app.value(ACCOUNT).await?;
    app.check(text == "In the corridor.", "the text from the journal")
        .await?;
    expect_both_alike(&app).await?;
    app.goto("#/notes").await?;
    expect_notes(&app, &["Letter"]).await?;
    app.close().await
}

#[tokio::test]
async fn a_damaged_record_gives_way_to_the_journal_and_is_shown() -> Res {
    let app = App::open().await?;
    draft(&app, "In the corridor.").await?;
    app.fill("Name of this draft", "Letter").await?;
    expect_status(&app, SAVED).await?;
    let (key, whole) = app.records().await?.into_iter().next().unwrap_or_default();
    let torn = whole.replace("corridor", "corrid");
    app.put_record(&key, &torn).await?;
    app.load("#/notes").await?;
    app.expect_text("A record that cannot be read").await?;
    expect_stored(&app, "In the corridor.").await?;
    let aside = app.record(&format!("{key}2")).await?;
    app.check(aside.as_deref() == Some(&*torn), "the damaged one beside it")
        .await?;
    expect_both_alike(&app).await?;
    app.click_text("Letter").await?;
    app.expect_h1(EMAIL).await?;
    app.close().await
}

#[tokio::test]
async fn forgetting_and_a_shared_computer_leave_no_database() -> Res {
    let none = "return (await indexedDB.databases()).every(one => one.name !== 'waymark')";
    for shared in [false, true] {
        let app = App::open().await?;
        draft(&app, "In the corridor.").await?;
        expect_status(&app, SAVED).await?;
        app.check(!app.journal().await?.is_empty(), "a journal").await?;
        app.goto("#/notes").await?;
        if shared {
            share_what_is_kept(&app).await?;
        } else {
            app.click_text("Forget everything…").await?;
            app.click_text("Yes, forget everything").await?;
            app.expect_text("Everything of this guide is removed from this browser.")
                .await?;
        }
        let gone = until(async || Ok((app.js_async(none).await? == true).then_some(()))).await?;
        app.check(gone.is_some(), "no database").await?;
        draft(&app, "A new day.").await?;
        if shared {
            expect_status(&app, "In memory only").await?;
            app.check(app.journal().await?.is_empty(), "nothing in the journal")
                .await?;
        } else {
            expect_status(&app, SAVED).await?;
            expect_both_alike(&app).await?;
        }
        app.close().await?;
    }
    Ok(())
}
