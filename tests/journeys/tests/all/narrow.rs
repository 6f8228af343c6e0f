//! Small windows and large type: no page scrolls sideways and nothing is cut off, at 360 pixels, at 320 (a window of 1280 magnified to
//! 400 %), and with the letters, words, lines and paragraphs as far apart as readers may set them (WCAG 1.4.12); in both directions of
//! writing. Frames marked `.wide` may scroll inside.

use crate::states::{PLAIN, each_state, turn_to};
use journeys::{Ability, App, Res};

/// 1280 × 1024 magnified to 400 %.
const MAGNIFIED: (u32, u32) = (320, 256);

/// What sticks out of the window or is cut off, or nothing. Boxes that are drawn aside for those who listen are meant to be cut.
const CUT: &str = "
    const root = document.documentElement, rtl = getComputedStyle(root).direction === 'rtl';
    const name = it => `${it.tagName}.${it.className}: ${it.textContent.trim().slice(0, 60)}`;
    const aside = it => it.closest('.wide, .skip:not(:focus), [aria-hidden=true]') || getComputedStyle(it).clipPath !== 'none';
    const all = [...document.querySelectorAll('body *')].filter(it => it.checkVisibility() && !aside(it));
    const over = all.filter(it => {
      const box = it.getBoundingClientRect();
      return box.width > 0 && (rtl ? box.left < -1 : box.right > root.clientWidth + 1);
    });
    const hidden = all.filter(it => {
      // WebKit counts what stands in a select to the box around it, too.
      const leaks = [...it.children].some(inner => inner.matches('select') && inner.scrollWidth > inner.clientWidth);
      const style = getComputedStyle(it), box = leaks || it.matches('input, textarea, select, svg, svg *');
      return !box && (style.overflowX !== 'visible' && it.scrollWidth > it.clientWidth + 1
        || ['hidden', 'clip'].includes(style.overflowY) && it.scrollHeight > it.clientHeight + 1);
    });
    const sideways = root.scrollWidth > root.clientWidth ? ['the page scrolls sideways'] : [];
    const found = [...sideways, ...over.slice(0, 5).map(it => 'sticks out: ' + name(it)), ...hidden.slice(0, 5).map(it => 'is cut: ' + name(it))];
    return found.join('; ') || null;";

/// What a reader's own style sheet may set. The page's policy lets no style in; a sheet made by a script is none of the page's.
const SPACED: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
    document.adoptedStyleSheets = [sheet];";

/// Nothing sticks out of the window as it is now, or is cut.
async fn expect_whole(app: &App, page: &str) -> Res {
    let cut = app.js(CUT).await?;
    app.check(cut.is_null(), &format!("{page} to fit, but {cut}"))
        .await
}

/// The same on a phone and magnified, with the type as it is and set apart.
async fn expect_to_fit(app: &App, page: &str) -> Res {
    for (width, height) in [(360, 740), MAGNIFIED] {
        app.viewport(width, height).await?;
        expect_whole(app, &format!("{page}, at {width} px")).await?;
    }
    app.js(SPACED).await?;
    expect_whole(app, &format!("{page}, magnified and with its type set apart")).await?;
    app.js("document.adoptedStyleSheets = []").await?;
    Ok(())
}

#[tokio::test]
async fn every_kind_of_page_fits_a_small_window_in_both_directions() -> Res {
    let app = App::open().await?;
    for page in ["", "ar.html"] {
        app.load(&format!("{page}#/")).await?;
        for address in PLAIN {
            turn_to(&app, address).await?;
            app.js("document.querySelectorAll('details').forEach(it => it.open = true)")
                .await?;
            expect_to_fit(&app, &format!("{page}{address}")).await?;
        }
    }
    app.close().await
}

/// In whichever language: no bar is higher than the others.
#[tokio::test]
async fn the_bar_at_the_top_takes_as_many_lines_in_every_language() -> Res {
    let app = App::open().await?;
    for page in ["", "fr.html", "ru.html", "es.html", "ar.html", "zh.html"] {
        app.load(&format!("{page}#/code")).await?;
        for (width, lines) in [(320, 2), (360, 2), (768, 2), (896, 2), (897, 1), (1280, 1)] {
            app.viewport(width, 740).await?;
            let centres = |css: &str| {
                format!(
                    "new Set([...document.querySelectorAll('{css}')].map(it => it.getBoundingClientRect()).map(box => Math.round((box.top + box.bottom) / 2))).size"
                )
            };
            let seen = app
                .js(&format!(
                    "return [{}, {}]",
                    centres(".top__row > *"),
                    centres(".top__nav a")
                ))
                .await?;
            app.check(
                seen == serde_json::json!([lines, 1]),
                &format!("{lines} lines, one of them for the links, at {width} in {page}, but {seen}"),
            )
            .await?;
        }
    }
    app.close().await
}

#[tokio::test]
async fn the_navigation_of_a_phone_stands_on_one_line_and_can_be_pressed() -> Res {
    let app = App::open().await?;
    for width in [320, 360, 390] {
        app.viewport(width, 740).await?;
        let sizes = app
            .js(
                "return [...document.querySelectorAll('.top__nav a')].map(it => it.getBoundingClientRect())
                 .map(box => [box.top, box.width, box.height])",
            )
            .await?;
        let sizes: Vec<(f64, f64, f64)> = serde_json::from_value(sizes)?;
        let line = sizes.iter().all(|(top, ..)| (top - sizes[0].0).abs() < 1.0);
        let big = sizes.iter().all(|(_, wide, high)| *wide >= 44.0 && *high >= 44.0);
        app.check(
            sizes.len() == 4 && line && big,
            &format!("four links on one line, 44 pixels each way at least, at {width}, but {sizes:?}"),
        )
        .await?;
    }
    app.close().await
}

#[tokio::test]
async fn every_state_of_a_page_fits_a_small_window_in_both_directions() -> Res {
    let app = App::open().await?;
    each_state(&app, async |app, state| {
        expect_to_fit(app, state).await?;
        app.js("document.documentElement.dir = 'rtl'").await?;
        expect_to_fit(app, &format!("{state}, from right to left")).await?;
        app.js("document.documentElement.dir = 'ltr'").await?;
        app.viewport(1280, 1024).await
    })
    .await?;
    app.close().await
}

#[tokio::test]
async fn a_page_that_is_too_wide_or_cut_would_be_found() -> Res {
    let app = App::open_at("#/code").await?;
    app.js(
        "document.querySelector('main').append('x'.repeat(200)); document.body.style.overflowWrap = 'normal'",
    )
    .await?;
    let found = expect_to_fit(&app, "a spoilt page").await;
    app.check(
        found.is_err_and(|why| why.to_string().contains("scrolls sideways")),
        "the long word to be found",
    )
    .await?;
    app.reload().await?;
    app.js("const it = document.querySelector('main p'); it.style.blockSize = '1em'; it.style.overflow = 'hidden'")
        .await?;
    let found = expect_to_fit(&app, "another spoilt page").await;
    app.check(
        found.is_err_and(|why| why.to_string().contains("is cut: P")),
        "the paragraph that is cut to be found",
    )
    .await?;
    app.close().await
}

/// Colours that a person's system chose, and nothing that moves: what is told apart by colour or motion alone would be lost.
#[tokio::test]
async fn forced_colours_keep_every_mark_apart_and_nothing_ever_moves() -> Res {
    let app = App::open().await?;
    for address in PLAIN {
        turn_to(&app, address).await?;
        app.expect_js(
            "nothing that moves by itself",
            "return document.getAnimations().length === 0 && [...document.querySelectorAll('*')].map(it => getComputedStyle(it))
               .every(style => style.animationName === 'none' && style.transitionDuration === '0s' && style.scrollBehavior === 'auto')",
        )
        .await?;
    }
    if !app.offers(Ability::Theme)? {
        return app.close().await;
    }
    app.forced_colours().await?;
    for address in [
        "#/assess/stake",
        "#/map",
        "#/begin/email",
        "#/process",
        "#/open/same-nsb",
    ] {
        turn_to(&app, address).await?;
        // Buttons and fields have an edge, links a line, the three labels their own strokes, the status its dot.
        let flat = app
            .js("const edge = it => { const style = getComputedStyle(it); return style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) >= 1
                     && style.borderTopColor !== getComputedStyle(document.documentElement).backgroundColor; };
                 const line = it => getComputedStyle(it).textDecorationLine.includes('underline') || edge(it);
                 const bare = (css, has) => [...document.querySelectorAll(css)].filter(it => it.checkVisibility() && !has(it))
                     .map(it => `${css} ${it.textContent.slice(0, 30)}`);
                 const stroke = style => it => getComputedStyle(it).borderInlineStartStyle === style;
                 return [...bare('.button, .choice:first-child, .field input, .field textarea, .field select', edge),
                     ...bare('main p a, main li > a, .top__nav a, .foot__links a', line), ...bare('.says', stroke('solid')),
                     ...bare('.silent', stroke('dashed')), ...bare('.suggests', stroke('dotted'))].slice(0, 6).join('; ')")
            .await?;
        app.check(
            flat == "",
            &format!("everything to be told apart without our colours at {address}, but {flat}"),
        )
        .await?;
        app.expect_accessible().await?;
        expect_whole(&app, address).await?;
    }
    app.goto("#/assess/stake").await?;
    app.click(".choice input").await?;
    app.expect_js(
        "what is chosen to have a thicker edge",
        "const width = css => parseFloat(getComputedStyle(document.querySelector(css)).borderInlineStartWidth);
         return width('.choice:has(:checked)') > width('.choice:not(:has(:checked))')",
    )
    .await?;
    app.close().await
}
