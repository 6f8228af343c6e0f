//! What the journeys about keeping share: writing something, the status line, what stands in "My notes", what is stored.

use journeys::{App, Res};

pub const EMAIL: &str = "An e-mail to the person concerned";
pub const ACCOUNT: &str = "What happened, in your own words";
pub const OBSERVED: &str = "What I saw or heard";
pub const SAVED: &str = "Saved on this device";
pub const MEMORY: &str = "In memory only: gone when this tab closes or reloads";

/// "This is a shared computer", where something is kept: the question first.
pub async fn share_what_is_kept(app: &App) -> Res {
    app.click_text("This is a shared computer").await?;
    app.expect_focus("#share-ask").await?;
    app.click_text("Keep it in memory only").await
}

/// So long that a click is not taken for the second one of a nervous hand.
pub async fn a_moment(app: &App) -> Res {
    app.expect_js(
        "a moment later",
        "return (globalThis.journeysMoment ??= performance.now()) + 600 < performance.now()",
    )
    .await
}

/// Begins an e-mail and writes the free account.
pub async fn draft(app: &App, account: &str) -> Res {
    app.goto("#/begin/email").await?;
    app.expect_h1(EMAIL).await?;
    app.expect_js(
        "the address of the new draft",
        "return location.hash.startsWith('#/write/')",
    )
    .await?;
    app.fill(ACCOUNT, account).await
}

/// Answers the first question about the situation.
pub async fn answer_stake(app: &App, option: &str) -> Res {
    app.goto("#/situation/stake").await?;
    app.expect_h1("How do you know of it?").await?;
    app.choose(option).await
}

/// The status line says this.
pub async fn expect_status(app: &App, says: &str) -> Res {
    let script = format!("return document.getElementById('status')?.innerText.includes({says:?})");
    app.expect_js(&format!("a status line that says \"{says}\""), &script)
        .await
}

/// The status line does not say this.
pub async fn expect_not_status(app: &App, says: &str) -> Res {
    let script = format!("return !document.getElementById('status').innerText.includes({says:?})");
    app.expect_js(&format!("a status line that does not say \"{says}\""), &script)
        .await
}

/// The names in "My notes", from the top; the page has to be open.
pub async fn expect_notes(app: &App, names: &[&str]) -> Res {
    app.expect_h1("My notes").await?;
    let names = serde_json::to_string(names)?;
    let script = format!(
        "const shown = [...document.querySelectorAll('.note > a, .note__name')].map(e => e.innerText.trim());
         return JSON.stringify(shown) === JSON.stringify({names})"
    );
    app.expect_js(&format!("the notes {names}"), &script).await
}

/// The keys of ours in local storage.
pub async fn our_keys(app: &App) -> Res<Vec<String>> {
    Ok(app
        .records()
        .await?
        .into_keys()
        .filter(|key| key.starts_with("waymark."))
        .collect())
}

/// Local storage comes to hold this many keys of ours, beside the shortcut to the case written last.
pub async fn expect_keys(app: &App, count: usize) -> Res {
    let script = format!(
        "return Object.keys(localStorage).filter(key => key.startsWith('waymark.') && key !== 'waymark.latest').length === {count}"
    );
    app.expect_js(&format!("{count} keys of ours in local storage"), &script)
        .await
}

/// Something in local storage comes to contain this text.
pub async fn expect_stored(app: &App, text: &str) -> Res {
    let script = format!("return Object.values(localStorage).some(value => value.includes({text:?}))");
    app.expect_js(&format!("\"{text}\" in local storage"), &script)
        .await
}
