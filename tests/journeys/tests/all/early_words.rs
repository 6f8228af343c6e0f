//! Whoever comes to a page of words by its address reads it before the app is up, and where the app never starts; the app takes its place
//! without a jump.

use crate::arriving::hold;
use crate::early::{expect_no_app, expect_nothing_to_move, held, release};
use journeys::{App, Res, Setup};
use serde_json::Value;

const PRINCIPLE: &str = "#/code/3";
const CLAUSE: &str = "#/process/2.2.2";

/// One of each kind, with every kind of block on them but cards.
const PAGES: [&str; 10] = [
    "code",
    "code/3",
    "process",
    "process/2.1.3",
    "open/wg-expert",
    "glossary",
    "coverage",
    "official",
    "promise/who",
    "for/respond",
];

/// The words are there, alone, in the place of what the app draws.
async fn expect_words(app: &App, address: &str) -> Res {
    app.expect_route(address).await?;
    app.expect_js(
        &format!("the words of {address} alone"),
        "const seen = [...document.querySelectorAll('main h1')].filter(it => it.checkVisibility());
         return seen.length === 1 && !!seen[0].closest('.words.shown')",
    )
    .await
}

/// Where two texts part, and what stands there in each.
fn parts(one: &Value, other: &Value) -> String {
    let [one, other] = [one, other].map(|text| text.as_str().unwrap_or_default());
    let at = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let there = |text: &str| {
        text.chars()
            .skip(at.saturating_sub(40))
            .take(120)
            .collect::<String>()
    };
    format!("not {:?}\nbut {:?}", there(one), there(other))
}

#[tokio::test]
async fn one_reads_and_goes_on_reading_before_the_app_is_up() -> Res {
    let app = held("", CLAUSE).await?;
    expect_words(&app, CLAUSE).await?;
    app.expect_title("2.2.2").await?;
    app.click(".words a[href^='#/glossary/']").await?;
    app.expect_title("Waymark – Words used here").await?;
    app.expect_focus(".words dt").await?;
    app.back().await?;
    expect_words(&app, CLAUSE).await?;
    app.expect_focus(".words h1").await?;
    // From there to what is no page of words, and home.
    app.js("location.hash = '#/'").await?;
    app.expect_count(".words", 0).await?;
    app.expect_title("Waymark").await?;
    app.expect_text("Something happened in standards work").await?;
    app.click("header a[href='#/code']").await?;
    expect_words(&app, "#/code").await?;
    release(&app).await?;
    app.expect_count(".words", 0).await?;
    app.expect_count("main h1", 1).await?;
    app.close().await
}

/// Every word, class and address, so that nothing can move.
#[tokio::test]
async fn what_stands_there_is_what_the_app_draws() -> Res {
    for page in ["", "fr.html", "ru.html", "es.html", "ar.html", "zh.html"] {
        let app = held(page, "#/").await?;
        for address in PAGES {
            app.begin_to_load(&format!("{page}#/{address}")).await?;
            expect_no_app(&app).await?;
            expect_words(&app, &format!("#/{address}")).await?;
            let early = app
                .js("return document.querySelector('.words').innerHTML")
                .await?;
            release(&app).await?;
            app.expect_count(".words", 0).await?;
            let drawn = app
                .js("return document.querySelector('main').innerHTML.replace(/<!--.*?-->/g, '')")
                .await?;
            app.check(
                early == drawn,
                &format!("at {page}#/{address}, {}", parts(&early, &drawn)),
            )
            .await?;
        }
        app.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn nothing_moves_when_the_app_takes_over() -> Res {
    expect_nothing_to_move(&[PRINCIPLE, CLAUSE, "#/coverage"], 120).await
}

/// The app is up before its second pack is there, in which these pages are: the words stay, with what the reader did.
#[tokio::test]
async fn the_words_stay_until_the_apps_own_are_there() -> Res {
    let app = App::open().await?;
    let twice = format!(
        "{} globalThis.begin = release; {}",
        hold("_bg"),
        hold("later-|en-more")
    );
    app.before_load(&twice).await?;
    app.begin_to_load(CLAUSE).await?;
    expect_no_app(&app).await?;
    expect_words(&app, CLAUSE).await?;
    // Seen at every change of the page: the words are never away.
    app.js(
        "const seen = () => [...document.querySelectorAll('main h1')].filter(it => it.checkVisibility()).map(it => it.textContent).join();
         document.querySelector('main .words a').focus();
         globalThis.stood = new Set([seen()]);
         const look = () => { stood.add(seen()); requestAnimationFrame(look); };
         look();
         begin()",
    )
    .await?;
    app.expect_count("#app[data-up] .words", 1).await?;
    expect_words(&app, CLAUSE).await?;
    app.expect_focus(".words a").await?;
    release(&app).await?;
    app.expect_count(".words", 0).await?;
    app.expect_focus("main a").await?;
    let stood = app.js("return [...stood].length").await?;
    app.check(stood == 1, "one heading, always the same").await?;
    app.close().await
}

/// It is read all the same, beneath the sentence that says what is missing.
#[tokio::test]
async fn without_webassembly_the_words_are_there() -> Res {
    let setup = Setup::default().before_load("delete globalThis.WebAssembly");
    let app = setup.page("fr.html").at(CLAUSE).open().await?;
    app.allow("WebAssembly");
    expect_words(&app, CLAUSE).await?;
    app.expect_count("#no-start:not([hidden])", 1).await?;
    app.click(".words a[href^='#/process/']").await?;
    app.expect_count(".words.shown", 1).await?;
    app.expect_accessible_in_both_themes().await?;
    app.close().await
}

/// Neither the server nor the network learns which page is read: whichever it is, the same is asked for.
#[tokio::test]
async fn what_is_asked_for_does_not_tell_which_page_is_read() -> Res {
    let app = held("", "#/").await?;
    let mut all = Vec::new();
    for address in [PRINCIPLE, "#/for/respond", "#/glossary/nsb"] {
        app.forget_requests();
        app.begin_to_load(address).await?;
        expect_no_app(&app).await?;
        expect_words(&app, address).await?;
        app.click(".words a:is([href^='#/process'], [href^='#/code'], [href^='#/glossary'])")
            .await?;
        app.expect_count(".words.shown", 1).await?;
        let mut asked = app.site.requests();
        // Where an address is changed before it is loaded anew, it was read before that, too.
        asked.sort();
        asked.dedup();
        all.push(asked);
    }
    let same = all.iter().all(|asked| *asked == all[0]);
    let one = all[0].iter().filter(|line| line.contains("words/")).count() == 1;
    app.check(same && one, &format!("one file, the same each time: {all:?}"))
        .await?;
    release(&app).await?;
    app.close().await
}

/// Whoever left and could not go sees the first page alone, and for an address that leads nowhere, nothing is asked.
#[tokio::test]
async fn who_left_and_who_asks_for_no_page_see_none() -> Res {
    let app = held("", "#/code/99").await?;
    app.expect_count(".words", 0).await?;
    release(&app).await?;
    app.expect_h1("There is no such page here").await?;
    app.js(&format!(
        "sessionStorage.setItem('waymark.left', '2'); history.replaceState(null, '', '{PRINCIPLE}'); location.reload()"
    ))
    .await?;
    expect_no_app(&app).await?;
    app.expect_js(
        "an empty page",
        "return !document.querySelector('main').innerText.trim()",
    )
    .await?;
    app.close().await
}
