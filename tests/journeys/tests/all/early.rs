//! Before the app is up: the first question of an interview is there with the page, can be answered, and the app takes over what was
//! done, without a jump. Whoever kept something sees nothing that the app might have to take back.

use crate::arriving::{copy, hold};
use crate::keeping::draft;
use crate::leave::{AT_ONCE, expect_blank, expect_elsewhere};
use journeys::{App, Res, Setup, dist};
use serde_json::Value;

const QUESTION: &str = "#/assess/stake";
const SAW: &str = "[id='/assess/stake'] input[value=saw]";

/// The page at this address, and no app yet.
pub async fn held(page: &str, address: &str) -> Res<App> {
    let app = App::open().await?;
    app.before_load(&hold("_bg")).await?;
    app.begin_to_load(&format!("{page}{address}")).await?;
    expect_no_app(&app).await?;
    Ok(app)
}

pub async fn expect_no_app(app: &App) -> Res {
    app.expect_js(
        "a page without the app",
        "return document.readyState === 'complete' && !!globalThis.release && !document.querySelector('[data-up]')",
    )
    .await
}

pub async fn release(app: &App) -> Res {
    app.js("release()").await?;
    app.expect_js(
        "the app",
        "return !!document.querySelector('#app[data-sealed] h1')",
    )
    .await
}

/// Where everything stands that is seen in the page itself, to the pixel, and how far it is scrolled.
async fn places(app: &App) -> Res<Vec<Value>> {
    let found = app.js(
        "const seen = [...document.querySelectorAll('.top *, main *')].filter(it => it.checkVisibility() && !it.matches('.early, form, .skip, [role=status]'));
         const rows = seen.filter(it => it.children.length === 0 && it.getBoundingClientRect().width > 0).map(it => {
             const box = it.getBoundingClientRect();
             return [it.tagName, it.textContent.slice(0, 20), ...[box.x, box.y, box.width, box.height].map(Math.round)].join(' ');
         });
         return [scrollY, ...rows]",
    );
    Ok(found.await?.as_array().cloned().unwrap_or_default())
}

#[tokio::test]
async fn an_answer_given_before_the_app_is_up_is_taken_over() -> Res {
    let app = held("", QUESTION).await?;
    app.expect_count("main h1", 1).await?;
    app.click(SAW).await?;
    app.expect_focus(SAW).await?;
    release(&app).await?;
    app.expect_text("Saved on this device").await?;
    app.expect_count("main input:checked", 1).await?;
    app.expect_focus("main input[value=saw]:checked").await?;
    app.click_text("Continue").await?;
    app.expect_route("#/assess/setting").await?;
    // It is kept, as any other answer is.
    app.begin_to_load(QUESTION).await?;
    release(&app).await?;
    app.expect_count("main input[value=saw]:checked", 1).await?;
    app.close().await
}

#[tokio::test]
async fn who_goes_on_before_the_app_is_up_is_told_and_goes_on_with_it() -> Res {
    let app = held("", "#/situation/stake").await?;
    app.click("[id='/situation/stake'] input[value=experienced]")
        .await?;
    app.click("[id='/situation/stake'] button[type=submit]").await?;
    app.expect_text("One moment: this page is on its way").await?;
    app.expect_route("#/situation/stake").await?;
    release(&app).await?;
    app.expect_route("#/situation/setting").await?;
    app.expect_focus("main h1").await?;
    app.close().await
}

#[tokio::test]
async fn who_goes_on_without_an_answer_is_asked_for_one_or_may_skip() -> Res {
    let app = held("", QUESTION).await?;
    app.click("[id='/assess/stake'] button[type=submit]").await?;
    release(&app).await?;
    app.expect_count("#problem", 1).await?;
    app.expect_route(QUESTION).await?;
    app.js("localStorage.clear()").await?;
    app.begin_to_load(QUESTION).await?;
    expect_no_app(&app).await?;
    app.click("[id='/assess/stake'] button[type=button]").await?;
    release(&app).await?;
    app.expect_route("#/assess/setting").await?;
    app.close().await
}

/// From the first page to the first question by links alone.
#[tokio::test]
async fn one_walks_from_the_first_page_to_a_question_and_back() -> Res {
    let app = held("", "#/").await?;
    for (link, address) in [
        ("main > .flow a[href='#/assess']", "#/assess"),
        ("[id='/assess'] a.button", QUESTION),
        ("[id='/assess/stake'] a[href='#/assess']", "#/assess"),
    ] {
        app.click(link).await?;
        app.expect_route(address).await?;
        app.expect_count("main h1", 1).await?;
    }
    app.back().await?;
    app.expect_count("main h1", 1).await?;
    app.click(SAW).await?;
    release(&app).await?;
    app.expect_count("main input[value=saw]:checked", 1).await?;
    app.close().await
}

/// Nothing moves at these addresses when the app takes over, scrolled down so far: on a phone and on a desk, from left to right and from right
/// to left.
pub async fn expect_nothing_to_move(addresses: &[&str], down: u32) -> Res {
    for page in ["", "ar.html"] {
        let app = held(page, "#/").await?;
        for width in [360, 1280] {
            app.viewport(width, 640).await?;
            for address in addresses {
                app.begin_to_load(&format!("{page}{address}")).await?;
                expect_no_app(&app).await?;
                app.expect_js(
                    "one page",
                    "return [...document.querySelectorAll('main h1')].filter(it => it.checkVisibility()).length === 1",
                )
                .await?;
                app.js(&format!("scrollTo(0, {down})")).await?;
                let before = places(&app).await?;
                release(&app).await?;
                let after = places(&app).await?;
                // The app may add to the end of the page.
                app.check(
                    after.starts_with(&before) && before.len() > 8,
                    &format!("at {page}{address} and {width} px, not {before:?}\nbut after {after:?}"),
                )
                .await?;
            }
        }
        app.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn nothing_moves_when_the_app_takes_over() -> Res {
    expect_nothing_to_move(
        &["#/", "#/assess", QUESTION, "#/situation", "#/situation/stake"],
        40,
    )
    .await
}

/// Word for word, in every language.
#[tokio::test]
async fn what_stands_there_is_what_the_app_draws() -> Res {
    const DRAWN: &str = "const copy = given.cloneNode(true);
        copy.querySelectorAll('[role=status]').forEach(it => it.remove());
        copy.querySelectorAll('*').forEach(it => ['aria-describedby', 'novalidate', 'name'].forEach(name => it.removeAttribute(name)));
        return copy.innerHTML.replace(/<(\\/?)form/g, '<$1div').replace(/<!--.*?-->/g, '');";
    for page in ["", "fr.html", "ru.html", "es.html", "ar.html", "zh.html"] {
        let app = held(page, "#/").await?;
        for address in ["/assess", "/assess/stake", "/situation", "/situation/stake"] {
            app.begin_to_load(&format!("{page}#{address}")).await?;
            expect_no_app(&app).await?;
            let early = app
                .js(&format!(
                    "const given = document.getElementById('{address}'); {DRAWN}"
                ))
                .await?;
            release(&app).await?;
            let drawn = app
                .js(&format!("const given = document.querySelector('main'); {DRAWN}"))
                .await?;
            app.check(
                early == drawn,
                &format!("at {page}#{address}, not {early}\nbut {drawn}"),
            )
            .await?;
        }
        app.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn who_kept_something_sees_no_question_that_seems_unanswered() -> Res {
    let app = App::open().await?;
    draft(&app, "In the corridor.").await?;
    app.expect_text("Saved on this device").await?;
    app.before_load(&hold("_bg")).await?;
    app.begin_to_load(QUESTION).await?;
    expect_no_app(&app).await?;
    app.expect_js(
        "an empty page",
        "return !document.querySelector('main').innerText.trim()",
    )
    .await?;
    release(&app).await?;
    app.expect_count("main h1", 1).await?;
    app.close().await
}

/// Where the browser allows no storage, nothing can be kept: everybody begins anew.
#[tokio::test]
async fn without_storage_the_question_is_there_too() -> Res {
    let app = Setup::default().storage_blocked().open().await?;
    app.before_load(&hold("_bg")).await?;
    app.begin_to_load(QUESTION).await?;
    expect_no_app(&app).await?;
    app.click(SAW).await?;
    release(&app).await?;
    app.expect_count("main input[value=saw]:checked", 1).await?;
    app.expect_text("Not saved").await?;
    app.close().await
}

#[tokio::test]
async fn one_can_leave_before_the_app_is_up() -> Res {
    let app = held("", QUESTION).await?;
    app.click(SAW).await?;
    let shown = app
        .js(&format!(
            "document.querySelector('.button--leave').click(); {AT_ONCE}"
        ))
        .await?;
    expect_blank(&app, &shown).await?;
    expect_elsewhere(&app).await?;
    app.close().await
}

/// Another tab of the guide writes, and nothing is kept yet: the question comes once this tab goes on, with its answer.
#[tokio::test]
async fn an_answer_waits_until_this_tab_goes_on() -> Res {
    let at_once = format!(
        "new MutationObserver(() => {{
             const it = document.querySelector(\"{SAW}\");
             if (it && !it.checked) it.click();
         }}).observe(document, {{ childList: true, subtree: true }})"
    );
    let app = Setup::default().before_load(&at_once).open().await?;
    app.open_tab(QUESTION).await?;
    app.expect_count("main input", 0).await?;
    app.click_text("Continue here").await?;
    app.expect_count("main input[value=saw]:checked", 1).await?;
    app.expect_text("Saved on this device").await?;
    app.close().await
}

#[tokio::test]
async fn shift_three_times_leaves_before_the_app_is_up_and_capitals_do_not() -> Res {
    let app = held("", QUESTION).await?;
    for capital in ["Shift+a", "Shift+b", "Shift+c"] {
        app.key(capital).await?;
    }
    app.expect_count("[id='/assess/stake'] input", 4).await?;
    for _ in 0..3 {
        app.key("Shift").await?;
    }
    expect_elsewhere(&app).await?;
    app.close().await
}

/// Nothing could take over what is done there.
#[tokio::test]
async fn without_its_words_the_page_says_so_and_asks_nothing() -> Res {
    let folder = tempfile::tempdir()?;
    copy(&dist()?, folder.path(), "en.pack")?;
    let setup = Setup::default().folder(folder.path()).at(QUESTION);
    let app = setup.open().await?;
    app.allow("en.pack");
    app.expect_count(".early", 0).await?;
    app.expect_count("body > #no-words:first-child", 1).await?;
    app.close().await
}
