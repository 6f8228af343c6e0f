//! Somebody finds their place on the map: in the picture, in the list, and by keyboard alone.

use crate::answering::{DELEGATE, but, plan};
use journeys::{App, Res, needs};
use std::collections::BTreeMap;

/// Place and state, as a text without case.
type Places = BTreeMap<String, String>;

fn places(pairs: &serde_json::Value) -> Places {
    let text =
        |pair: &serde_json::Value, at: usize| pair[at].as_str().unwrap_or_default().trim().to_lowercase();
    pairs
        .as_array()
        .into_iter()
        .flatten()
        .map(|pair| (text(pair, 0), text(pair, 1)))
        .collect()
}

/// From the picture: what a screen reader says of each place.
async fn drawn(app: &App) -> Res<Places> {
    app.expect_count("svg.map", 1).await?;
    let pairs = app
        .js("return [...document.querySelectorAll('svg.map a')].map(a => {
               const said = css => [...a.querySelectorAll(css)].map(it => it.textContent.trim()).join(' ');
               return [said('tspan:not(.map__clause):not(.map__state)'), said('.map__state')] })")
        .await?;
    Ok(places(&pairs))
}

/// From the list below it.
async fn listed(app: &App) -> Res<Places> {
    let pairs = app
        .js("const name = li => li.textContent.split(' (')[0];
             const marks = [...document.querySelectorAll('.trail__mark')]
               .map(li => [name(li), li.querySelector('span.quiet').textContent.replace(/^ – /, '')]);
             const others = [...document.querySelectorAll('main h3')]
               .flatMap(h3 => [...h3.nextElementSibling.querySelectorAll('li')].map(li => [name(li), h3.textContent]));
             return [...marks, ...others]")
        .await?;
    Ok(places(&pairs))
}

async fn expect_same(app: &App) -> Res<Places> {
    let (drawn, listed) = (drawn(app).await?, listed(app).await?);
    app.check(
        drawn.len() >= 19,
        &format!("all places in the picture, not {}", drawn.len()),
    )
    .await?;
    app.check(
        drawn == listed,
        &format!("one and the same in picture and list, but\n{drawn:#?}\n{listed:#?}"),
    )
    .await?;
    Ok(drawn)
}

#[tokio::test]
async fn picture_and_list_say_the_same_before_and_after_answers() -> Res {
    let app = App::open_at("#/map").await?;
    app.expect_h1("The map of the process").await?;
    expect_same(&app).await?;
    let said = but(
        DELEGATE,
        &[
            (
                "Has anything been tried so far?",
                &["I spoke or wrote to the person, and it is not settled"],
            ),
            ("Has your NSB been asked to help?", &["Not yet"]),
            (
                "Has anything been done to you because a concern was raised?",
                &["No"],
            ),
        ],
    );
    plan(&app, &said).await?;
    app.click_text("See this on the map").await?;
    app.expect_h1("The map of the process").await?;
    let places = expect_same(&app).await?;
    let state = |place: &str| places.get(place).cloned().unwrap_or_default();
    app.check(state("talk or write to the person") == "done", "the talk as done")
        .await?;
    app.check(
        state("your own nsb, or your organization") == "you are here",
        "one's own NSB as \"you are here\"",
    )
    .await?;
    // Only an NSB can ask the TMB, so this place is never this person's.
    let formal = state("an nsb asks the tmb");
    app.check(
        !formal.is_empty() && formal != "open to you" && formal != "you are here",
        &format!("no formal request open, not \"{formal}\""),
    )
    .await?;
    app.expect_count("svg.map [aria-current=step]", 1).await?;
    app.close().await
}

#[tokio::test]
async fn on_a_phone_the_map_begins_where_one_is_from_left_to_right_and_the_other_way() -> Res {
    let app = App::open().await?;
    let asked = ("Has your NSB been asked to help?", &["Yes"][..]);
    plan(&app, &but(DELEGATE, &[asked])).await?;
    app.viewport(360, 740).await?;
    for page in ["#/map", "ar.html#/map"] {
        app.load(page).await?;
        app.expect_count(".map__place--now", 1).await?;
        app.expect_js(
            "the place where one is, inside its frame",
            "const [now, frame] = ['.map__place--now .map__mark', '.wide']
               .map(css => document.querySelector(css).getBoundingClientRect());
             return now.left >= frame.left && now.right <= frame.right",
        )
        .await?;
    }
    app.close().await
}

#[tokio::test]
async fn a_place_opens_its_clause_by_keyboard_and_back_returns() -> Res {
    let app = App::open_at("#/map").await?;
    app.expect_count("svg.map", 1).await?;
    for _ in 0..30 {
        app.key("Tab").await?;
        if app
            .js("return document.activeElement.closest('svg') !== null")
            .await?
            == true
        {
            break;
        }
    }
    app.expect_focus("svg.map a").await?;
    let said = app.focused().await?;
    app.check(
        said.contains("1.1 Ask what lies behind it"),
        &format!("the first place under the focus, not {said}"),
    )
    .await?;
    let outline = app
        .js("return getComputedStyle(document.activeElement).outlineStyle")
        .await?;
    app.check(outline != "none", "a focus that one can see").await?;
    app.key("Enter").await?;
    app.expect_route("#/process/1.1").await?;
    app.expect_focus("h1").await?;
    app.back().await?;
    app.expect_h1("The map of the process").await?;
    app.expect_count("svg.map", 1).await?;
    app.close().await
}

#[tokio::test]
async fn the_map_is_on_paper_too() -> Res {
    needs!(Pdf);
    let app = App::open_at("#/map").await?;
    app.expect_count("svg.map", 1).await?;
    let paper = app.printed_text().await?;
    for part in [
        "The map of the process",
        "First steps",
        "Informal request",
        "Formal request",
        "Beside the path",
    ] {
        app.check(paper.contains(part), &format!("\"{part}\" on paper"))
            .await?;
    }
    app.close().await
}
