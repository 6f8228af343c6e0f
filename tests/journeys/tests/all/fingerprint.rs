//! Fingerprints: a file is noted, chosen again, changed; a large one is stopped; what we export is checked.

use crate::keeping::{draft, expect_stored};
use journeys::{Ability, App, Res};
use serde_json::Value;

/// The browser's own count, as an oracle.
async fn oracle(app: &App, text: &str) -> Res<String> {
    let digits = app
        .js_async(&format!(
            "const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode({}));
             return [...new Uint8Array(sum)].map(byte => byte.toString(16).padStart(2, '0')).join('')",
            Value::from(text)
        ))
        .await?;
    Ok(digits.as_str().unwrap_or_default().to_owned())
}

async fn noted() -> Res<App> {
    let app = App::open_at("#/papers").await?;
    app.choose_file("#file-check", "minutes.txt", "The minutes.\n")
        .await?;
    app.expect_focus("#file-found").await?;
    app.expect_text("No entry in the index has this fingerprint.")
        .await?;
    app.click_text("Note it as a paper").await?;
    app.fill("What it is", "Minutes of the meeting").await?;
    app.click_text("Keep this entry").await?;
    app.expect_count(".entry", 1).await?;
    Ok(app)
}

#[tokio::test]
async fn a_file_is_noted_and_known_again_until_a_letter_changes() -> Res {
    let app = noted().await?;
    let print = oracle(&app, "The minutes.\n").await?;
    for text in ["minutes.txt", "13", "2026-03-09", &print] {
        app.expect_js(
            &format!("{text} in the entry"),
            &format!("return document.querySelector('.entry').innerText.includes({text:?})"),
        )
        .await?;
    }
    expect_stored(&app, &print).await?;
    // The file itself is nowhere.
    let kept = app
        .records()
        .await?
        .into_values()
        .any(|text| text.contains("The minutes."));
    app.check(!kept, "nothing of the file's text to be kept").await?;
    for (name, text, says) in [
        (
            "renamed.txt",
            "The minutes.\n",
            "The same: “Minutes of the meeting” has this fingerprint.",
        ),
        (
            "minutes.txt",
            "The minutes!\n",
            "Not the same: “Minutes of the meeting” names a file like this one",
        ),
        (
            "other.txt",
            "Something else",
            "No entry in the index has this fingerprint.",
        ),
        (
            "minutes.txt",
            "The minutes.\n",
            "The same: “Minutes of the meeting” has this fingerprint.",
        ),
        ("empty.txt", "", "No entry in the index has this fingerprint."),
    ] {
        app.choose_file("#file-check", name, text).await?;
        app.expect_text(says).await?;
        app.expect_text(&oracle(&app, text).await?).await?;
    }
    app.js("document.querySelectorAll('details').forEach(it => it.open = true)")
        .await?;
    app.expect_text("It does not show who made the file, nor when.")
        .await?;
    app.expect_accessible_in_both_themes().await?;
    for width in [360, 320] {
        app.viewport(width, 740).await?;
        app.expect_no_sideways_scroll().await?;
    }
    // The dossier lists it: on paper and as text.
    app.viewport(1280, 1024).await?;
    if app.offers(Ability::Pdf)? {
        let printed: String = app.printed_text().await?.split_whitespace().collect();
        app.check(printed.contains(&print), "the fingerprint on paper")
            .await?;
    }
    app.click_text("Copy as text").await?;
    app.expect_text("Copied.").await?;
    let copied = app.clipboard().await?;
    app.check(
        copied.contains(&print) && copied.contains("File: minutes.txt"),
        "the fingerprint as text",
    )
    .await?;
    app.expect_quiet().await?;
    app.close().await
}

#[tokio::test]
async fn an_entry_takes_a_fingerprint_later_and_loses_it_again() -> Res {
    let app = App::open_at("#/papers").await?;
    app.click_text("Note a paper").await?;
    app.fill("What it is", "An e-mail").await?;
    app.choose_file("#log-print", "mail.eml", "Dear all").await?;
    let print = oracle(&app, "Dear all").await?;
    app.expect_text(&print).await?;
    app.expect_accessible_in_both_themes().await?;
    app.click_text("Take the fingerprint away").await?;
    app.expect_no_text(&print).await?;
    app.choose_file("#log-print", "mail.eml", "Dear all").await?;
    app.expect_text(&print).await?;
    app.click_text("Keep this entry").await?;
    app.expect_text(&print).await?;
    app.click_text("Change: An e-mail").await?;
    app.choose_file("#log-print", "mail.eml", "Dear all,").await?;
    app.expect_text(&oracle(&app, "Dear all,").await?).await?;
    app.click_text("Leave it as it was").await?;
    app.expect_text(&print).await?;
    app.close().await
}

#[tokio::test]
async fn a_large_file_shows_how_far_it_is_and_can_be_stopped() -> Res {
    let app = App::open_at("#/papers").await?;
    // 64 MiB whose pieces come one by one: the page is looked at in between.
    app.js(
        "const files = new DataTransfer(); files.items.add(new File([new Uint8Array(64 << 20)], 'recording.bin'));
         window.shown = [];
         const slice = Blob.prototype.slice;
         Blob.prototype.slice = function (...given) { window.shown.push(document.querySelector('progress')?.value ?? 0); return slice.apply(this, given); };
         const field = document.querySelector('#file-check'); field.files = files.files;
         field.dispatchEvent(new Event('change', {bubbles: true}))",
    )
    .await?;
    app.expect_text("No entry in the index has this fingerprint.")
        .await?;
    app.expect_text("67108864").await?;
    // SHA-256 of 64 MiB of zeros, by another program.
    app.expect_text("3b6a07d0d404fab4e23b6d34bc6696a6a312dd92821332385e5af7c01c421351")
        .await?;
    app.expect_js(
        "progress from the first piece to the last",
        "return window.shown.length === 64 && window.shown.at(-1) > 90 && window.shown.every((it, at) => !at || it >= window.shown[at - 1])",
    )
    .await?;
    // Now it waits in the middle, until somebody stops it.
    app.js(
        "const files = new DataTransfer(); files.items.add(new File([new Uint8Array(8 << 20)], 'second.bin'));
         const read = Blob.prototype.arrayBuffer; let pieces = 0; window.asked = 0;
         Blob.prototype.arrayBuffer = function () { window.asked += 1; pieces += 1; const all = read.call(this); return pieces < 3 ? all : new Promise(on => { window.goOn = () => on(all); }); };
         const field = document.querySelector('#file-check'); field.files = files.files;
         field.dispatchEvent(new Event('change', {bubbles: true}))",
    )
    .await?;
    app.expect_js("the third piece to be waited for", "return !!window.goOn")
        .await?;
    app.expect_count("progress", 1).await?;
    app.expect_accessible_in_both_themes().await?;
    app.click_text("Stop reading").await?;
    app.expect_text("Stopped. Nothing of the file was kept.").await?;
    app.expect_count("progress", 0).await?;
    app.js("window.goOn()").await?;
    app.js_async("await new Promise(on => setTimeout(() => requestAnimationFrame(on)))")
        .await?;
    app.expect_js("no further piece to be read", "return window.asked === 3")
        .await?;
    app.expect_no_text("second.bin").await?;
    app.close().await
}

#[tokio::test]
async fn what_was_downloaded_here_can_be_checked_here() -> Res {
    let app = noted().await?;
    draft(&app, "In the corridor.").await?;
    app.goto("#/hand-over").await?;
    app.choose("Minutes of the meeting").await?;
    app.click_text("Without a passphrase").await?;
    app.click_text("Download as a file for this guide").await?;
    let json = app.download_text("waymark-handover.json").await?;
    app.click_text("Download as readable text").await?;
    let text = app.download_text("waymark-handover.txt").await?;
    app.goto("#/papers").await?;
    for (name, made) in [("copy.json", &json), ("copy.txt", &text)] {
        app.choose_file("#file-check", name, made).await?;
        app.expect_text("carries its own fingerprint. It fits").await?;
        app.choose_file("#file-check", name, &made.replacen("Minutes", "minutes", 1))
            .await?;
        app.expect_text("and it does not fit: something in the file was changed or lost")
            .await?;
    }
    app.close().await
}
