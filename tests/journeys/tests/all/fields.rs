//! What is typed stays here: no field on any page is remembered, checked or completed by anybody else; and no text ever becomes
//! part of the page as HTML.

use crate::keeping::{ACCOUNT, draft};
use crate::states::{PLAIN, each_state};
use journeys::{Ability, App, Failure, Res, Setup, dist, single};

/// Fields that do not keep to themselves; an empty text when all do. Without any field on the page: `none`.
const LOOSE: &str =
    "const fields = [...document.querySelectorAll('input, textarea, select, [contenteditable]')];
     const needed = [['autocomplete', 'off'], ['spellcheck', 'false'], ['writingsuggestions', 'false']];
     const loose = fields.filter(it => needed.some(([name, value]) => it.getAttribute(name) !== value));
     return fields.length ? loose.map(it => it.outerHTML.slice(0, 200)).join('; ') : 'none'";

/// All fields of the page as it stands keep to themselves; says how many pages had any.
async fn look(app: &App, page: &str, with_fields: &mut u32) -> Res {
    let loose = app.js(LOOSE).await?;
    match loose.as_str() {
        Some("none") => Ok(()),
        Some("") => {
            *with_fields += 1;
            Ok(())
        }
        other => Err(Failure::new(format!("{page}: {other:?}"))),
    }
}

#[tokio::test]
async fn every_field_on_every_kind_of_page_keeps_to_itself() -> Res {
    let app = App::open().await?;
    let mut met = 0;
    for address in PLAIN {
        app.load(address).await?;
        look(&app, address, &mut met).await?;
        // A form that opens on a press is met as well.
        if app
            .js("const add = document.querySelector('#log-add'); add?.click(); return !!add")
            .await?
            == true
        {
            app.expect_count("#log-form", 1).await?;
            look(&app, &format!("{address} with its form"), &mut met).await?;
        }
    }
    app.check(met >= 12, &format!("a dozen pages with fields, not {met}"))
        .await?;
    app.close().await
}

#[tokio::test]
async fn every_field_in_every_state_keeps_to_itself() -> Res {
    let app = App::open().await?;
    let mut met = 0;
    each_state(&app, async |app, state| look(app, state, &mut met).await).await?;
    app.check(met >= 8, &format!("eight states with fields, not {met}"))
        .await?;
    app.close().await
}

#[tokio::test]
async fn a_field_that_does_not_would_be_found() -> Res {
    let app = App::open_at("#/search").await?;
    let mut met = 0;
    look(&app, "search", &mut met).await?;
    app.js("document.querySelector('main input').removeAttribute('writingsuggestions')")
        .await?;
    let found = look(&app, "search", &mut met).await;
    app.check(found.is_err() && met == 1, "the spoilt field to be found")
        .await?;
    app.close().await
}

#[tokio::test]
async fn spelling_is_checked_in_one_draft_alone_and_only_when_asked_for() -> Res {
    let app = App::open().await?;
    draft(&app, "In the corridor.").await?;
    let address = app.route().await?;
    let all = |value: &str| {
        format!(
            "const boxes = [...document.querySelectorAll('main textarea')];
             return boxes.length > 2 && boxes.every(it => it.getAttribute('spellcheck') === '{value}')"
        )
    };
    app.expect_text("some browsers send what you type to a company")
        .await?;
    app.expect_js("no box to be checked", &all("false")).await?;
    app.choose("Let the browser check my spelling in this draft")
        .await?;
    app.expect_js("every box to be checked", &all("true")).await?;
    app.expect_js(
        "writing aids and memory to stay off, and names unchecked",
        "return [...document.querySelectorAll('main textarea, main input[type=text], main input[type=email]')].every(it =>
           it.getAttribute('writingsuggestions') === 'false' && it.autocomplete === 'off'
           && (it.localName === 'textarea' || it.getAttribute('spellcheck') === 'false'))",
    )
    .await?;
    app.type_into(ACCOUNT, " More.").await?;
    app.unchoose("Let the browser check my spelling in this draft")
        .await?;
    app.expect_js("no box to be checked again", &all("false")).await?;
    app.choose("Let the browser check my spelling in this draft")
        .await?;
    // Another draft, and this one opened anew: off.
    draft(&app, "Another one.").await?;
    app.expect_js("no box of another draft to be checked", &all("false"))
        .await?;
    app.load(&address).await?;
    app.expect_js("no box to be checked the next time", &all("false"))
        .await?;
    let text = app.value(ACCOUNT).await?;
    app.check(text == "In the corridor. More.", "all of what was typed")
        .await?;
    app.close().await
}

#[tokio::test]
async fn nothing_typed_stands_in_an_address_or_a_title() -> Res {
    const WORD: &str = "Quillfeather";
    let app = App::open().await?;
    let mut seen = Vec::new();
    let mut note = async |app: &App| -> Res {
        let both = app.js("return location.href + ' ' + document.title").await?;
        seen.push(both.as_str().unwrap_or_default().to_owned());
        Ok(())
    };
    draft(&app, WORD).await?;
    app.fill("What I saw or heard", WORD).await?;
    app.fill("Their e-mail address", &format!("{WORD}@example.org"))
        .await?;
    note(&app).await?;
    app.click_text("Before it leaves…").await?;
    app.expect_h1("Before it leaves").await?;
    note(&app).await?;
    app.goto("#/search").await?;
    app.fill("What are you looking for?", WORD).await?;
    app.expect_text("Nothing was found").await?;
    note(&app).await?;
    app.goto("#/ledger").await?;
    app.click_text("Note a step").await?;
    app.fill("With whom", WORD).await?;
    note(&app).await?;
    app.goto("#/notes").await?;
    app.expect_h1("My notes").await?;
    app.click(".note .row button").await?;
    app.fill("New name", WORD).await?;
    app.click_text("Keep this name").await?;
    app.expect_text(WORD).await?;
    app.click_text_in(WORD, WORD).await?;
    note(&app).await?;
    app.check(
        seen.len() == 5
            && !seen
                .iter()
                .any(|both| both.to_lowercase().contains("quillfeather")),
        &format!("no word of anybody's in {seen:?}"),
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn no_text_can_become_html() -> Res {
    // Served, the one address of the service worker may be made of a text, and nothing else.
    for (page, types) in [
        (dist()?.join("index.html"), "; trusted-types sw-url\""),
        (single()?.join("waymark.html"), "; trusted-types 'none'\""),
    ] {
        let text = std::fs::read_to_string(&page)?;
        for part in [types, "require-trusted-types-for 'script'"] {
            assert!(text.contains(part), "{part} in {}", page.display());
        }
    }
    // The app runs (every journey looks for violations), and whatever tried would be stopped.
    let app = Setup::default().with_worker().at("#/code/3").open().await?;
    app.expect_count("#app[data-up] main h1", 1).await?;
    if !app.offers(Ability::TrustedTypes)? {
        return app.close().await;
    }
    for way in [
        "document.querySelector('main').innerHTML = '<p>x</p>'",
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<p>x</p>')",
        "trustedTypes.createPolicy('ours', { createHTML: it => it })",
        "trustedTypes.createPolicy('sw-url', { createScriptURL: it => it })",
    ] {
        let stopped = app
            .js(&format!(
                "try {{ {way}; return 'let through' }} catch (error) {{ return error.name }}"
            ))
            .await?;
        app.check(
            stopped == "TypeError",
            &format!("{way} to be stopped, not {stopped}"),
        )
        .await?;
    }
    app.allow("TrustedHTML");
    app.allow("trusted");
    app.allow("Trusted Type");
    app.close().await
}
