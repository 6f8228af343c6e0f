//! A word that stands nowhere else is typed into every field; afterwards the whole disk of the browser is searched for them.
//!
//! Without a passphrase "forget everything" cannot reach what the browser has not overwritten: that is counted and printed, as it
//! is; `docs/reliability.md` has the figures. In memory only, and with the lock on from the beginning, there is nothing to find.

use crate::keeping::{MEMORY, answer_stake, draft, expect_keys, expect_status};
use journeys::{App, Engine, Res, Setup, needs};

/// Pages with fields, and what opens more of them.
const PAGES: [(&str, &str); 13] = [
    ("#/begin/email", "main"),
    ("#/begin/nsb-request", "main"),
    ("#/assess/conduct", "main"),
    ("#/ledger", "#log-add"),
    ("#/told", "#log-add"),
    ("#/papers", "#log-add"),
    ("#/names", "#names-add"),
    ("#/hand-over", "main"),
    ("#/hand-over/open", "main"),
    ("#/backup", "main"),
    ("#/backup/open", "main"),
    ("#/search", "main"),
    ("#/notes", ".note .row button"),
];

/// How many fields there are for a word, each marked with its number.
const MARK: &str = "const fields = [...document.querySelectorAll('main textarea, main input')].filter(it =>
      it.offsetParent && !it.readOnly && !it.disabled && ['textarea', 'text', 'email', 'search', 'password', 'url', 'tel'].includes(it.type));
    fields.forEach((it, at) => it.setAttribute('data-canary', at));
    return fields.length";

/// Letters alone, so that no program takes it for a number or an address.
fn word(page: usize, field: usize) -> String {
    let letter = |number: usize| char::from(b'a' + u8::try_from(number % 26).unwrap_or(0));
    format!("quxzv{}{}wimbrel", letter(page), letter(field))
}

/// Types a word into every field of every page; gives the words.
async fn type_everywhere(app: &App) -> Res<Vec<String>> {
    let mut words = Vec::new();
    for (page, (address, opens)) in PAGES.into_iter().enumerate() {
        app.goto(address).await?;
        app.expect_js("a page", "return !!document.querySelector('main h1')?.innerText")
            .await?;
        app.js(&format!(
            "const it = document.querySelector('{opens}'); if (it?.localName === 'button') it.click()"
        ))
        .await?;
        let count = app.js(MARK).await?.as_u64().unwrap_or_default();
        for field in 0..usize::try_from(count)? {
            let word = word(page, field);
            let there = app
                .js(&format!(
                    "const it = document.querySelector('[data-canary=\"{field}\"]'); it?.focus(); return document.activeElement === it"
                ))
                .await?;
            // A page that was drawn anew after a key has lost the marks.
            if there != true {
                app.js(MARK).await?;
                app.js(&format!(
                    "document.querySelector('[data-canary=\"{field}\"]')?.focus()"
                ))
                .await?;
            }
            app.insert(&word).await?;
            words.push(word);
        }
        // Where there is something to press, it is pressed: what was typed is kept.
        app.js("document.querySelector('#log-form button.button, .note form button')?.click()")
            .await?;
    }
    app.check(words.len() >= 25, &format!("many fields, not {}", words.len()))
        .await?;
    Ok(words)
}

/// Says what was found; gives how many of the words.
fn tell(what: &str, words: &[String], (found, files): &(journeys::Found, usize)) -> usize {
    println!(
        "{what}: {} of {} words found on the disk, in {files} files searched",
        found.len(),
        words.len()
    );
    let mut places: Vec<&str> = found
        .values()
        .flatten()
        .map(|path| path.rsplit_once('/').map_or(path.as_str(), |(folder, _)| folder))
        .collect();
    places.sort_unstable();
    places.dedup();
    for place in places {
        println!("{what}:   in {place}");
    }
    found.len()
}

#[tokio::test]
async fn in_memory_only_not_one_word_reaches_the_disk() -> Res {
    needs!(Profile);
    let app = Setup::default().with_worker().open().await?;
    app.click_text("This is a shared computer").await?;
    expect_status(&app, MEMORY).await?;
    answer_stake(&app, "I saw or heard it").await?;
    let words = type_everywhere(&app).await?;
    expect_keys(&app, 0).await?;
    let searched = app.close_and_search(&words).await?;
    let count = tell("canary, in memory only", &words, &searched);
    assert_eq!(count, 0, "nothing on the disk, but {:?}", searched.0);
    Ok(())
}

#[tokio::test]
async fn what_is_kept_is_found_so_that_the_search_is_no_blind_one() -> Res {
    needs!(Profile);
    let app = Setup::default().with_worker().open().await?;
    answer_stake(&app, "I saw or heard it").await?;
    draft(&app, "In the corridor.").await?;
    let words = type_everywhere(&app).await?;
    let searched = app.close_and_search(&words).await?;
    let count = tell("canary, kept on this device", &words, &searched);
    // Firefox packs what it keeps, so that of most words only parts are there.
    let most = match Engine::chosen()? {
        Engine::Firefox => 0,
        Engine::Chromium | Engine::WebKit => words.len() / 3,
    };
    assert!(count > most, "what is kept is on the disk: {count}");
    Ok(())
}

#[tokio::test]
async fn with_the_lock_on_not_one_word_reaches_the_disk() -> Res {
    needs!(Profile);
    let app = Setup::default().with_worker().open().await?;
    crate::lock::turn_on(&app).await?;
    answer_stake(&app, "I saw or heard it").await?;
    draft(&app, "In the corridor.").await?;
    let words = type_everywhere(&app).await?;
    let searched = app.close_and_search(&words).await?;
    let count = tell("canary, with the lock on", &words, &searched);
    assert_eq!(count, 0, "nothing on the disk, but {:?}", searched.0);
    Ok(())
}

/// No promise is made: without a passphrase, remains may be found. What was not kept must not be there.
#[tokio::test]
async fn what_is_found_after_forgetting_is_told_as_it_is() -> Res {
    needs!(Profile);
    let app = Setup::default().with_worker().open().await?;
    answer_stake(&app, "I saw or heard it").await?;
    let words = type_everywhere(&app).await?;
    app.goto("#/notes").await?;
    app.click_text("Forget everything…").await?;
    app.click_text("Yes, forget everything").await?;
    app.expect_text("Everything of this guide is removed from this browser.")
        .await?;
    expect_keys(&app, 0).await?;
    let searched = app.close_and_search(&words).await?;
    tell(
        "canary, after forgetting, without a passphrase",
        &words,
        &searched,
    );
    // Nothing but our own two stores had it.
    for path in searched.0.values().flatten() {
        assert!(
            path.contains("Local Storage") || path.contains("IndexedDB"),
            "a word in {path}"
        );
    }
    Ok(())
}
