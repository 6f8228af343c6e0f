//! The guide in other languages: going there and back loses nothing, a letter has a language of its own, and what is written from
//! right to left reads from right to left.

use crate::keeping::{ACCOUNT, EMAIL, SAVED, draft, expect_keys, expect_status};
use journeys::{App, Res, Setup};

/// Its name in Russian, as the page about the languages and the head of the page say it.
const RUSSIAN: &str = "Русский";
const ARABIC: &str = "العربية";

/// Goes to the page of another language and waits until it is whole.
async fn go_to(app: &App, name: &str, tag: &str) -> Res {
    // Not by the address: that is the one of the first page.
    app.js("location.hash = '#/language'").await?;
    app.click_text(name).await?;
    arrived(app, tag).await
}

async fn arrived(app: &App, tag: &str) -> Res {
    let whole = format!(
        "return document.documentElement.lang === {tag:?} && !!document.querySelector('#app[data-sealed] h1')"
    );
    app.expect_js("the page in that language", &whole).await
}

#[tokio::test]
async fn going_to_another_language_and_back_loses_nothing() -> Res {
    let app = App::open().await?;
    draft(&app, "Only my own words.").await?;
    expect_status(&app, SAVED).await?;
    let address = app.route().await?;
    // At once after the last key: what was typed goes along.
    app.type_into(ACCOUNT, " And these.").await?;
    go_to(&app, RUSSIAN, "ru").await?;
    app.expect_route(&address).await?;
    app.expect_js(
        "the same words in the box",
        "return document.getElementById('account')?.value === 'Only my own words. And these.'",
    )
    .await?;
    // The letter stays in the language in which it was begun, and stands in that of the page to read along.
    app.expect_js(
        "the letter in both",
        "return [...document.querySelectorAll('.letter')].map(it => it.lang).join() === 'en,ru'",
    )
    .await?;
    go_to(&app, "English", "en").await?;
    app.expect_route(&address).await?;
    app.expect_h1(EMAIL).await?;
    app.close().await
}

#[tokio::test]
async fn a_letter_is_written_in_a_language_that_the_page_is_not_in() -> Res {
    let app = App::open().await?;
    draft(&app, "x").await?;
    app.fill("What I saw or heard", "Я не получил слова.").await?;
    app.select("Language of the message", RUSSIAN).await?;
    app.expect_js(
        "the letter in Russian, and in English below",
        "const [leaves, along] = document.querySelectorAll('.letter');
         return leaves.lang === 'ru' && along.lang === 'en'
             && leaves.innerText.includes('Я не получил слова.') && along.innerText.includes('Я не получил слова.')
             && /Здравствуйте|Уважаем|Добрый/.test(leaves.innerText) && !/Здравствуйте|Уважаем|Добрый/.test(along.innerText)",
    )
    .await?;
    app.expect_accessible_in_both_themes().await?;
    // What leaves is in its language.
    app.click_text("Before it leaves…").await?;
    app.expect_count(".letter[lang=ru]", 1).await?;
    app.click_text("Copy the text").await?;
    let copied = app.clipboard().await?;
    app.check(
        copied.contains("Я не получил слова.") && !copied.contains("Kind regards"),
        "the Russian letter on the clipboard",
    )
    .await?;
    app.reload().await?;
    app.expect_count(".letter[lang=ru]", 1).await?;
    app.close().await
}

/// In memory only, nothing may be put on the device: it goes along to a new tab, and leaves the old one.
#[tokio::test]
async fn in_memory_only_it_goes_on_in_a_new_tab() -> Res {
    let app = App::open().await?;
    app.click_text("Keep it in memory only").await?;
    draft(&app, "For this tab alone.").await?;
    let address = app.route().await?;
    app.goto("#/language").await?;
    app.click_text(RUSSIAN).await?;
    app.expect_text("It goes on in the other tab").await?;
    app.expect_accessible_in_both_themes().await?;
    app.switch_tab(1).await?;
    arrived(&app, "ru").await?;
    app.expect_route(&address).await?;
    app.expect_js(
        "the words in the new tab",
        "return document.getElementById('account')?.value === 'For this tab alone.'",
    )
    .await?;
    expect_keys(&app, 0).await?;
    // Nothing is left where it came from.
    app.switch_tab(0).await?;
    app.goto(&address).await?;
    app.expect_count("#account", 0).await?;
    app.close().await
}

#[tokio::test]
async fn a_browser_that_opens_no_tab_keeps_what_was_written_where_it_is() -> Res {
    let setup = Setup::default().before_load("globalThis.open = () => null");
    let app = setup.open().await?;
    app.click_text("Keep it in memory only").await?;
    draft(&app, "Still here.").await?;
    let address = app.route().await?;
    app.goto("#/language").await?;
    app.click_text(RUSSIAN).await?;
    app.expect_text("No new tab was opened").await?;
    app.goto(&address).await?;
    app.check(
        app.value(ACCOUNT).await? == "Still here.",
        "the words where they were",
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn the_folder_leads_to_the_language_of_the_reader_and_to_the_one_chosen() -> Res {
    let russian = Setup::default()
        .before_load("Object.defineProperty(navigator, 'languages', { get: () => ['ru-RU', 'en'] })");
    let app = russian.open().await?;
    arrived(&app, "ru").await?;
    go_to(&app, "English", "en").await?;
    // The folder again, as from a bookmark: the language chosen stays.
    app.js("location.assign('./')").await?;
    arrived(&app, "en").await?;
    app.js("location.assign('./#/code/3')").await?;
    app.expect_route("#/code/3").await?;
    app.close().await
}

#[tokio::test]
async fn from_right_to_left_nothing_is_cut_or_scrolls_sideways() -> Res {
    let app = Setup::default().page("ar.html").open().await?;
    for (width, height) in [(320, 640), (1280, 800)] {
        app.viewport(width, height).await?;
        for address in [
            "#/",
            "#/code/3",
            "#/process/2.1.3",
            "#/open/same-nsb",
            "#/plan",
            "#/map",
            "#/begin/email",
            "#/language",
            "#/notes",
            "#/assess/conduct",
        ] {
            app.goto(address).await?;
            app.expect_js("a heading", "return !!document.querySelector('main h1')")
                .await?;
            app.expect_no_sideways_scroll().await?;
            app.expect_js(
                "text from right to left",
                "return getComputedStyle(document.querySelector('main h1')).direction === 'rtl'",
            )
            .await?;
            app.expect_accessible_in_both_themes().await?;
        }
    }
    app.close().await
}

#[tokio::test]
async fn every_language_says_what_it_is_and_that_it_is_no_official_text() -> Res {
    let app = App::open().await?;
    go_to(&app, ARABIC, "ar").await?;
    let tags = app
        .js("return [...document.querySelectorAll('link[rel=alternate][hreflang]')].map(it => it.hreflang + ' ' + it.getAttribute('href'))")
        .await?;
    let pages: Vec<String> = serde_json::from_value(tags).unwrap_or_default();
    app.check(pages.len() >= 3, "a link to the page of every language")
        .await?;
    for page in pages {
        let (tag, href) = page.split_once(' ').unwrap_or_default();
        app.js(&format!("location.assign({href:?})")).await?;
        arrived(&app, tag).await?;
        app.expect_accessible_in_both_themes().await?;
        app.goto("#/language").await?;
        app.expect_js(
            "each language in its own words",
            "return [...document.querySelectorAll('main .door [lang]')].length >= 3",
        )
        .await?;
        app.expect_accessible_in_both_themes().await?;
    }
    app.close().await
}
