//! Whatever is typed or pasted is text: shown, kept, never run, never too much.

use crate::writing::{begin, body, depart};
use journeys::{Ability, App, Res};

const PART: &str = "What I saw or heard";
const TITLE: &str = "Name of this draft";

/// One paragraph a line: markup, code, emoji, right-to-left, zero-width and combining characters.
const WILD: &[&str] = &[
    "<script>window.caught = 1</script><img src=x onerror='window.caught = 1'><b>bold</b> &amp; &lt;",
    "\"></textarea><svg onload=window.caught=1> javascript:window.caught=1 {{caught}} ${caught} {$name} {1.5}",
    "👩🏽‍⚖️ 🏳️‍🌈 e\u{301} Z\u{335}\u{321}a\u{334}l\u{336}g\u{338}o",
    "שלום \u{202e}abc\u{202c} مرحبا \u{2067}x\u{2069}",
    "zero\u{200b}width\u{200d}joined\u{2060}here\u{ad}soft",
];

async fn expect_unharmed(app: &App) -> Res {
    app.expect_js(
        "nothing that was typed to have become part of the page",
        "return window.caught === undefined && !document.querySelector('main script, main img, main b, main [onload]')",
    )
    .await
}

async fn expect_value(app: &App, label: &str, expected: &str) -> Res {
    let value = app.value(label).await?;
    let length = value.chars().count();
    app.check(
        value == expected,
        &format!(
            "all {} characters in \"{label}\", but found {length}",
            expected.chars().count()
        ),
    )
    .await
}

#[tokio::test]
async fn markup_and_strange_characters_are_shown_as_text_everywhere() -> Res {
    let app = begin("An e-mail to the person concerned").await?;
    let all = WILD.join("\n\n");
    app.fill(PART, &all).await?;
    app.fill("Name of the one who receives it", WILD[0]).await?;
    app.fill("Your name", WILD[3]).await?;
    app.fill("Subject", WILD[1]).await?;
    app.fill(TITLE, WILD[0]).await?;
    for _ in 0..2 {
        expect_value(&app, PART, &all).await?;
        expect_value(&app, "Subject", WILD[1]).await?;
        let shown = body(&app).await?;
        app.check(
            WILD.iter().all(|line| shown.contains(line)),
            &format!("every line as typed on the sheet, but {shown:?}"),
        )
        .await?;
        expect_unharmed(&app).await?;
        app.reload().await?;
    }
    app.goto("#/notes").await?;
    app.expect_text(WILD[0]).await?;
    expect_unharmed(&app).await?;
    app.back().await?;
    app.expect_h1("An e-mail to the person concerned").await?;
    depart(&app).await?;
    let shown = body(&app).await?;
    app.check(
        WILD.iter().all(|line| shown.contains(line)),
        &format!("every line as typed at the check, but {shown:?}"),
    )
    .await?;
    expect_unharmed(&app).await?;
    app.click_text("E-mail draft (a file)").await?;
    let file = app.download_text("message-draft.eml").await?;
    let lines = file.split("\r\n\r\n").next().unwrap_or_default();
    app.check(
        lines
            .lines()
            .all(|line| line.starts_with(' ') || line.contains(": ")),
        &format!("headers of ours alone, but {lines}"),
    )
    .await?;
    app.viewport(320, 640).await?;
    app.expect_no_sideways_scroll().await?;
    app.close().await
}

#[tokio::test]
async fn half_a_character_breaks_nothing() -> Res {
    let app = begin("An e-mail to the person concerned").await?;
    app.js("const box = document.getElementById('observed');
            box.value = 'before \\ud83d after \\udc00';
            box.dispatchEvent(new Event('input', {bubbles: true}))")
        .await?;
    app.expect_js(
        "the rest of it on the sheet",
        "return document.querySelector('.letter__body')?.textContent.includes('before \u{fffd} after')",
    )
    .await?;
    app.type_into("What I ask", "Could we talk?").await?;
    app.expect_js(
        "the sheet to go on",
        "return document.querySelector('.letter__body')?.textContent.includes('Could we talk?')",
    )
    .await?;
    app.reload().await?;
    app.expect_js(
        "the rest of it after a reload",
        "return document.getElementById('observed')?.value.startsWith('before \u{fffd} after')",
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn a_megabyte_is_kept_and_the_page_stays_usable() -> Res {
    let app = begin("An e-mail to the person concerned").await?;
    let line = if app.offers(Ability::LongLine)? {
        "On Tuesday, <i>while</i> I spoke, 😀 שלום, it happened again; he was an idiot. "
    } else {
        "On Tuesday, <i>while</i> I spoke, 😀 здесь, it happened again; he was an idiot. "
    };
    let much = line.repeat((1 << 20) / line.len() + 1).trim_end().to_owned();
    app.fill(PART, &much).await?;
    expect_value(&app, PART, &much).await?;
    app.type_into("What I ask", "Talk?").await?;
    app.expect_js(
        "the sheet to follow the next key",
        "return document.querySelector('.letter__body')?.textContent.includes('Talk?')",
    )
    .await?;
    let shown = body(&app).await?;
    app.check(shown.contains(&much), "the whole megabyte on the sheet")
        .await?;
    app.expect_text("Saved on this device").await?;
    app.reload().await?;
    expect_value(&app, PART, &much).await?;
    expect_value(&app, "What I ask", "Talk?").await?;
    depart(&app).await?;
    app.expect_text("The message is too long for this way:").await?;
    app.click_text("Plain text (a file)").await?;
    let file = app.download_text("message-draft.txt").await?;
    app.check(file.contains(&much), "the whole megabyte in the file")
        .await?;
    app.close().await
}
