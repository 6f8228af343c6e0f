//! Backups: made, tested, brought back in another browser; wrong passphrases, damaged and foreign files; no room; and what is said
//! about it all.

use crate::keeping::{draft, expect_status};
use journeys::{App, Res, Setup, single};

const PASSPHRASE: &str = "correct horse battery staple é";

/// Two situations and nothing else.
async fn kept() -> Res<App> {
    let app = App::open_at("#/assess/stake").await?;
    app.choose("I saw or heard it").await?;
    expect_status(&app, "Saved on this device").await?;
    app.goto("#/ledger").await?;
    app.click_text("Note a step").await?;
    app.select("What was done", "Spoke in person (1.2)").await?;
    app.fill("With whom", "Zoë <i> 🌊").await?;
    app.click_text("Keep this entry").await?;
    Ok(app)
}

/// Makes a backup and gives its file.
async fn backed_up(app: &App) -> Res<String> {
    app.goto("#/backup").await?;
    app.expect_h1("Backup").await?;
    app.fill("Passphrase", PASSPHRASE).await?;
    app.fill("The same passphrase again", PASSPHRASE).await?;
    app.click_text("Make the backup").await?;
    expect_status(app, "Backed up to a file at").await?;
    let name = app
        .js("return document.querySelector('main').innerText.match(/waymark-\\d{4}-\\d\\d-\\d\\d\\.age/)[0]")
        .await?;
    app.download_text(name.as_str().unwrap_or_default()).await
}

async fn open_backup(app: &App, file: &str, passphrase: &str) -> Res {
    app.goto("#/backup/open").await?;
    app.expect_h1("Open or test a backup").await?;
    app.choose_file("#backup-file", "chosen", file).await?;
    app.expect_focus("#file-passphrase").await?;
    app.fill("The passphrase of this file", passphrase).await?;
    app.click_text("Open it").await
}

#[tokio::test]
async fn a_backup_is_opened_again_in_a_browser_that_was_never_here() -> Res {
    let app = kept().await?;
    let file = backed_up(&app).await?;
    app.check(
        file.starts_with("-----BEGIN AGE ENCRYPTED FILE-----\n") && !file.contains("Zoë"),
        &format!("a file in armor, not {file}"),
    )
    .await?;
    app.expect_quiet().await?;
    // The test that it can be opened changes nothing.
    open_backup(&app, &file, PASSPHRASE).await?;
    app.expect_text("There is nothing to bring back.").await?;
    app.close().await?;

    let app = App::open().await?;
    open_backup(&app, &file, &format!("  {PASSPHRASE}\n")).await?;
    app.expect_focus("#backup-holds").await?;
    app.expect_text("Situation 1").await?;
    app.expect_text("Not here now: it would come back.").await?;
    app.check(
        app.records().await?.is_empty(),
        "nothing kept before somebody says so",
    )
    .await?;
    app.expect_accessible_in_both_themes().await?;
    // A backup says nothing of a lock, and here is none.
    app.expect_text("what comes back is kept here without it").await?;
    app.click_text("Bring it back now").await?;
    app.expect_text("Done: 1 came back, 0 replaced.").await?;
    app.expect_focus("main [role=status] > .notice").await?;
    app.expect_text("what comes back is kept here without it").await?;
    app.click_text("turn a lock on here").await?;
    app.expect_h1("A lock for what is kept").await?;
    app.goto("#/ledger").await?;
    app.expect_text("Zoë <i> 🌊").await?;
    app.reload().await?;
    app.expect_text("Zoë <i> 🌊").await?;
    app.close().await
}

#[tokio::test]
async fn what_came_back_from_a_backup_is_not_offered_as_deleted() -> Res {
    let app = kept().await?;
    let file = backed_up(&app).await?;
    app.goto("#/notes").await?;
    app.click_text("Delete").await?;
    app.expect_text("Deleted: Situation 1").await?;
    open_backup(&app, &file, PASSPHRASE).await?;
    app.click_text("Bring it back now").await?;
    app.expect_text("Done: 1 came back, 0 replaced.").await?;
    app.goto("#/notes").await?;
    app.expect_text("Situation 1").await?;
    app.expect_no_text("Deleted: Situation 1").await?;
    app.close().await
}

#[tokio::test]
async fn a_passphrase_is_long_typed_twice_or_made_of_six_words() -> Res {
    let app = kept().await?;
    app.goto("#/backup").await?;
    app.expect_text("Nobody can recover the passphrase").await?;
    app.fill("Passphrase", "too short").await?;
    app.click_text("Make the backup").await?;
    app.expect_text("it needs at least 15 characters").await?;
    app.expect_focus("#passphrase-wrong").await?;
    app.fill("Passphrase", PASSPHRASE).await?;
    app.fill("The same passphrase again", "something else, just as long")
        .await?;
    app.click_text("Make the backup").await?;
    app.expect_text("The two passphrases are not the same.").await?;
    app.expect_js(
        "hidden until somebody shows it",
        "return document.querySelector('#passphrase').type === 'password'",
    )
    .await?;
    app.click_text("Make one of six words").await?;
    app.expect_text("Six words chosen by chance").await?;
    let phrase = app.value("The same passphrase again").await?;
    // On a phone the field is shorter than the phrase: it stands there whole as well.
    app.expect_js(
        "all of it where it can be read",
        &format!("return document.querySelector('.phrase')?.textContent === {phrase:?}"),
    )
    .await?;
    app.check(
        phrase.split('-').count() == 6 && phrase.len() >= 23,
        &format!("six words, not {phrase}"),
    )
    .await?;
    // What somebody types over it is theirs: it is not shown as ours.
    app.fill("Passphrase", PASSPHRASE).await?;
    app.expect_no_text("Six words chosen by chance").await?;
    app.expect_count(".phrase", 0).await?;
    app.fill("Passphrase", &phrase).await?;
    app.expect_text("Six words chosen by chance").await?;
    app.fill("Passphrase", PASSPHRASE).await?;
    app.click_text("Make one of six words").await?;
    app.expect_text("Six words chosen by chance").await?;
    let other = app.value("The same passphrase again").await?;
    app.check(other != phrase, "another one each time").await?;
    app.expect_accessible_in_both_themes().await?;
    app.close().await
}

#[tokio::test]
async fn what_does_not_open_says_why_and_changes_nothing() -> Res {
    let app = kept().await?;
    let file = backed_up(&app).await?;
    let before = app.records().await?;
    open_backup(&app, &file, "another passphrase, as long").await?;
    app.expect_text("The passphrase does not open this file.").await?;
    app.expect_text("Check capitals, spaces and hyphens").await?;
    // The last letters of the payload, and the header.
    let lines: Vec<&str> = file.lines().collect();
    let mut damaged = lines.clone();
    let line = lines[lines.len() - 3];
    let swapped = if line.starts_with('A') { "B" } else { "A" };
    let swapped = [swapped, &line[1..]].concat();
    damaged[lines.len() - 3] = &swapped;
    open_backup(&app, &damaged.join("\n"), PASSPHRASE).await?;
    app.expect_text("This file is damaged: part of it was lost or changed.")
        .await?;
    for (text, says) in [
        (&file[..file.len() / 2], "This file is damaged"),
        ("age-encryption.org/v2\nx", "of a later version of the age format"),
        (
            "age-encryption.org/v1\n-> X25519 AAAA\nAAAA\n--- AAAA\n",
            "locked with a key, not with one passphrase",
        ),
        (
            "age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 22\nAAAA\n--- AAAA\n",
            "more memory than a page should use",
        ),
    ] {
        open_backup(&app, text, PASSPHRASE).await?;
        app.expect_text(says).await?;
        app.expect_count("#backup-holds", 0).await?;
    }
    app.goto("#/backup/open").await?;
    for (text, says) in [
        ("Dear all", "This file is no backup of this guide."),
        (
            "{\"format\":\"waymark-backup\",\"schema\":2}",
            "A newer version of this guide made this backup.",
        ),
        (
            "{\"format\":\"waymark-backup\",\"schema\":1,\"records\":[",
            "something in it was lost or changed",
        ),
        (
            "{\"format\":\"waymark-handover\",\"version\":1}",
            "This is a hand-over copy, not a backup.",
        ),
    ] {
        app.choose_file("#backup-file", "chosen", text).await?;
        app.expect_text(says).await?;
    }
    app.check(app.records().await? == before, "everything as it was")
        .await?;
    app.close().await
}

#[tokio::test]
async fn where_another_version_is_here_the_person_chooses() -> Res {
    let app = kept().await?;
    let file = backed_up(&app).await?;
    app.goto("#/assess/stake").await?;
    app.choose("It was done to me").await?;
    expect_status(&app, "Saved on this device").await?;
    open_backup(&app, &file, PASSPHRASE).await?;
    app.expect_text("Another version is here").await?;
    let both = app.chosen("Keep both").await?;
    app.check(both, "both are kept unless somebody chooses otherwise")
        .await?;
    app.click_text("Bring it back now").await?;
    app.expect_text("Done: 1 came back, 0 replaced.").await?;
    app.goto("#/notes").await?;
    app.expect_text("Situation 1 (from the backup)").await?;
    // Once more, and now the one from the backup takes its place.
    open_backup(&app, &file, PASSPHRASE).await?;
    app.choose("Replace the one here with the one from the backup")
        .await?;
    app.click_text("Bring it back now").await?;
    app.expect_text("Done: 0 came back, 1 replaced.").await?;
    app.goto("#/assess/stake").await?;
    let back = app.chosen("I saw or heard it").await?;
    app.check(back, "the answer of the backup, on screen as well")
        .await?;
    app.close().await
}

/// A long list is drawn a part at a time; what is chosen for all holds for those that are not drawn.
#[tokio::test]
async fn of_many_other_versions_thirty_are_shown_and_one_choice_holds_for_all() -> Res {
    let app = App::open().await?;
    draft(&app, "In the corridor.").await?;
    expect_status(&app, "Saved on this device").await?;
    let copies_of = |from: &str| {
        format!(
            "const from = Object.keys(localStorage).find(key => key.startsWith('waymark.record.') && localStorage[key].includes('{from}'));
             for (let at = 0; at < 40; at += 1) localStorage.setItem(`waymark.record.m${{at}}`, localStorage[from])"
        )
    };
    app.js(&copies_of("corridor")).await?;
    app.reload().await?;
    app.goto("#/backup").await?;
    app.click("details.why summary").await?;
    app.click_text("Download everything as a file for this guide")
        .await?;
    let file = app.download_text(&plain_name(&app).await?).await?;
    draft(&app, "In the meeting room.").await?;
    expect_status(&app, "Saved on this device").await?;
    // Written behind the back of the page, so that no tab reads it anew.
    app.js(&copies_of("meeting room")).await?;
    app.goto("#/backup/open").await?;
    app.choose_file("#backup-file", "chosen", &file).await?;
    app.expect_text("The file is not locked.").await?;
    app.expect_count("#backup-lines li", 30).await?;
    app.expect_text("Show more (11 left)").await?;
    app.expect_count("#backup-choices fieldset", 30).await?;
    app.expect_accessible().await?;
    app.click_text("Replace all of them").await?;
    app.click_text("Show more (10 left)").await?;
    app.expect_count("#backup-choices fieldset", 40).await?;
    app.expect_focus("#backup-choices fieldset:nth-child(31) input")
        .await?;
    app.expect_count("#backup-choices label:nth-child(2) input:checked", 40)
        .await?;
    app.click("#backup-choices fieldset:nth-child(3) label:nth-child(3) input")
        .await?;
    app.click_text("Show more (11 left)").await?;
    app.expect_focus("#backup-lines li:nth-child(31)").await?;
    app.click_text("Bring it back now").await?;
    app.expect_text("Done: 0 came back, 39 replaced.").await?;
    // The same for those that were never drawn.
    app.js(&copies_of("meeting room")).await?;
    app.choose_file("#backup-file", "chosen", &file).await?;
    app.expect_count("#backup-choices fieldset", 30).await?;
    app.click_text("Replace all of them").await?;
    app.click_text("Bring it back now").await?;
    app.expect_text("Done: 0 came back, 40 replaced.").await?;
    app.close().await
}

/// The name that a backup without a lock has today.
async fn plain_name(app: &App) -> Res<String> {
    let name = app.js("const d = new Date(), two = (n) => String(n).padStart(2, '0'); return `waymark-${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}.json`").await?;
    Ok(name.as_str().unwrap_or_default().to_owned())
}

/// Nothing is called handed over that was not.
#[tokio::test]
async fn a_file_that_the_browser_does_not_take_is_not_called_handed_over() -> Res {
    let app = kept().await?;
    app.goto("#/backup").await?;
    app.click("details.why summary").await?;
    app.js(
        "globalThis.take = URL.createObjectURL; URL.createObjectURL = () => { throw new TypeError('no') }",
    )
    .await?;
    for name in [
        "Download everything as readable text",
        "Download everything as a file for this guide",
    ] {
        app.click_text(name).await?;
        app.expect_text("The browser did not take the file. Copy the text instead, or print it.")
            .await?;
    }
    app.js("URL.createObjectURL = globalThis.take").await?;
    app.click_text("Download everything as readable text").await?;
    app.expect_text("The file was handed to your browser. Anyone who has it can read it.")
        .await?;
    app.expect_no_text("The browser did not take the file.").await?;
    app.close().await
}

#[tokio::test]
async fn without_room_everything_stays_as_it_was() -> Res {
    let app = kept().await?;
    let file = backed_up(&app).await?;
    app.close().await?;
    let app = App::open().await?;
    app.js("const own = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) { if (key.startsWith('waymark.record')) throw new DOMException('full', 'QuotaExceededError'); own.call(this, key, text); }").await?;
    open_backup(&app, &file, PASSPHRASE).await?;
    app.click_text("Bring it back now").await?;
    app.expect_text("There is no room left in this browser’s storage.")
        .await?;
    app.expect_text("Nothing was changed: everything is as it was before.")
        .await?;
    app.check(app.records().await?.is_empty(), "nothing half brought back")
        .await?;
    // What was opened is still there, for when there is room.
    app.expect_text("Situation 1").await?;
    app.close().await
}

#[tokio::test]
async fn unlocked_files_come_with_a_warning_and_open_as_well() -> Res {
    let app = kept().await?;
    app.goto("#/backup").await?;
    app.click("details.why summary").await?;
    app.expect_text("anyone who gets hold of one can read everything")
        .await?;
    app.click_text("Download everything as a file for this guide")
        .await?;
    let file = app.download_text(&plain_name(&app).await?).await?;
    app.check(
        file.contains("Zoë") && file.contains("\"waymark-sha256\""),
        "a readable file with its fingerprint",
    )
    .await?;
    app.goto("#/backup/open").await?;
    app.choose_file("#backup-file", "chosen", &file).await?;
    app.expect_text("The file is not locked.").await?;
    app.close().await
}

#[tokio::test]
async fn a_reminder_comes_when_much_is_kept_and_goes_when_asked() -> Res {
    let app = App::open().await?;
    for number in 0..10 {
        app.goto("#/situation").await?;
        app.goto("#/notes").await?;
        app.click_text("Begin another situation").await?;
        app.goto("#/assess/stake").await?;
        app.choose(if number % 2 == 0 {
            "I saw or heard it"
        } else {
            "It was done to me"
        })
        .await?;
        expect_status(&app, "Saved on this device").await?;
    }
    app.goto("#/notes").await?;
    app.expect_text("Time for a backup?").await?;
    app.click_text("Not now").await?;
    app.expect_no_text("Time for a backup?").await?;
    app.reload().await?;
    app.expect_no_text("Time for a backup?").await?;
    app.close().await
}

#[tokio::test]
async fn the_single_file_makes_and_opens_backups_from_disk() -> Res {
    let setup = Setup::default()
        .folder(&single()?)
        .page("waymark.html")
        .from_disk();
    let app = setup.at("#/assess/stake").open().await?;
    app.choose("I saw or heard it").await?;
    let file = backed_up(&app).await?;
    open_backup(&app, &file, PASSPHRASE).await?;
    app.expect_text("There is nothing to bring back.").await?;
    app.expect_no_requests().await?;
    app.close().await
}
