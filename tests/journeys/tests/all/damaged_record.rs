//! Something in the storage is not as we left it: it is set aside, shown, can be taken out, and harms nothing.

use crate::keeping::{ACCOUNT, EMAIL, SAVED, draft, expect_status};
use journeys::{App, Res};

const TORN: &str = "waymark.record.torn";
const FOREIGN: &str = "waymark.record.foreign";
const NEWER: &str = "waymark.record.newer";
const FROM_TOMORROW: &str =
    "waymark-record 3 draft 1 1763784000000 0123456789abcdef zstd\nA title\n\u{1}\u{2}";

/// A draft of ours, then the same with one letter changed, a stranger's text, and a record from a newer version.
async fn open() -> Res<App> {
    let app = App::open().await?;
    draft(&app, "A whole account.").await?;
    app.fill("Name of this draft", "Whole").await?;
    let records = app.records().await?;
    let whole = records.values().next().cloned().unwrap_or_default();
    app.put_record(TORN, &whole.replace("A whole account.", "A hole account."))
        .await?;
    app.put_record(FOREIGN, "<img src=x onerror=alert(1)>").await?;
    app.put_record(NEWER, FROM_TOMORROW).await?;
    app.put_record("theirs", "waymark.record.").await?;
    app.load("#/notes").await?;
    app.expect_count(".note", 4).await?;
    Ok(app)
}

#[tokio::test]
async fn they_are_shown_and_the_rest_works() -> Res {
    let app = open().await?;
    let before = app.records().await?;
    app.expect_text("A record from a newer version of this guide")
        .await?;
    let texts = app.texts(".note strong").await?;
    let damaged = texts
        .iter()
        .filter(|text| text.as_str() == "A record that cannot be read")
        .count();
    app.check(
        damaged == 2,
        &format!("two records that cannot be read, but {texts:?}"),
    )
    .await?;
    app.expect_no_text("A hole account.").await?;
    app.expect_accessible().await?;
    app.click_text("Whole").await?;
    app.expect_h1(EMAIL).await?;
    app.type_into(ACCOUNT, " And more.").await?;
    expect_status(&app, SAVED).await?;
    let after = app.records().await?;
    for key in [TORN, FOREIGN, NEWER, "theirs"] {
        app.check(before.get(key) == after.get(key), &format!("{key} untouched"))
            .await?;
    }
    app.close().await
}

#[tokio::test]
async fn their_address_leads_to_a_page_that_helps() -> Res {
    let app = open().await?;
    let before = app.records().await?;
    for id in ["torn", "foreign", "newer", "../../etc", "%F0%9F%8C%8A"] {
        app.goto(&format!("#/write/{id}")).await?;
        app.expect_count("h1", 1).await?;
        app.expect_no_text("A hole account.").await?;
        app.expect_count("textarea", 0).await?;
        if ["torn", "foreign", "newer"].contains(&id) {
            app.expect_h1("This draft is set aside").await?;
        }
    }
    app.goto("#/write/torn").await?;
    app.expect_text("Nothing of it was deleted.").await?;
    app.click("main a.button[href='#/notes']").await?;
    app.expect_count(".note", 4).await?;
    let after = app.records().await?;
    app.check(before == after, "nothing to be written by looking")
        .await?;
    app.close().await
}

#[tokio::test]
async fn each_can_be_taken_out_as_it_lies() -> Res {
    let app = open().await?;
    app.click_text("Download: A record from a newer version of this guide")
        .await?;
    let file = app.download_text("waymark-record.txt").await?;
    app.check(file == FROM_TOMORROW, "the newer record, character by character")
        .await?;
    app.close().await
}

#[tokio::test]
async fn each_can_be_deleted_and_brought_back() -> Res {
    let app = open().await?;
    app.click_text("Delete: A record from a newer version of this guide")
        .await?;
    app.expect_count(".note", 3).await?;
    let gone = app.record(NEWER).await?;
    app.check(gone.is_none(), "the newer record to be deleted")
        .await?;
    app.expect_text("Deleted: A record from a newer version of this guide")
        .await?;
    app.click_text("Undo").await?;
    app.expect_count(".note", 4).await?;
    let back = app.record(NEWER).await?;
    app.check(
        back.as_deref() == Some(FROM_TOMORROW),
        "the newer record, character by character",
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn one_that_is_damaged_while_it_is_open_is_kept_beside_what_is_typed() -> Res {
    let app = App::open().await?;
    draft(&app, "A whole account.").await?;
    let records = app.records().await?;
    let key = records.keys().next().cloned().unwrap_or_default();
    app.put_record(&key, "torn").await?;
    app.type_into(ACCOUNT, " And more.").await?;
    expect_status(&app, "both are kept").await?;
    let torn = app.record(&key).await?;
    app.check(
        torn.as_deref() == Some("torn"),
        "the damaged record to lie as it lay",
    )
    .await?;
    app.reload().await?;
    let text = app.value(ACCOUNT).await?;
    app.check(
        text == "A whole account. And more.",
        "the copy at the new address, after a reload",
    )
    .await?;
    app.close().await
}
