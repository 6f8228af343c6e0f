//! Three situations and what comes next: the step, who to write to and who not, and why.

use crate::answering::{DELEGATE, but, expect_before, plan};
use journeys::{App, Res, needs, until};

/// The table of recipients of the leading step, a row a line: line, who, why.
async fn recipients(app: &App) -> Res<Vec<String>> {
    let rows = app
        .js("const title = [...document.querySelectorAll('main h3')].find(h => h.textContent === 'Who to write to, and who not');
             let it = title; while (it && it.tagName !== 'TABLE') it = it.nextElementSibling;
             return [...it.querySelectorAll('tbody tr')].map(row => [...row.cells].map(cell => cell.innerText.trim()).join(' | '))")
        .await?;
    Ok(rows
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|row| row.as_str().map(str::to_owned))
        .collect())
}

async fn expect_recipient(app: &App, line: &str, who: &str) -> Res {
    let rows = recipients(app).await?;
    let wanted = format!("{line} | {who} | ");
    app.check(
        rows.iter().any(|row| row.starts_with(&wanted)),
        &format!("\"{wanted}\" among {rows:#?}"),
    )
    .await
}

/// Every row says why, with a clause, an open point or that it is our suggestion.
async fn expect_reasons(app: &App) -> Res {
    let bare = app
        .js(
            "return [...document.querySelectorAll('table.who tbody tr')].map(row => row.cells[2])
               .filter(why => !why.querySelector('a') && !why.textContent.includes('our suggestion'))
               .map(why => why.parentElement.textContent)",
        )
        .await?;
    app.check(
        bare.as_array().is_some_and(Vec::is_empty),
        &format!("a reason in each row, but {bare} has none"),
    )
    .await
}

async fn lead(app: &App) -> Res<String> {
    Ok(app.texts("main h2").await?.into_iter().next().unwrap_or_default())
}

/// The composer that a button of the plan opens.
async fn expect_composer(app: &App, button: &str, heading: &str) -> Res {
    app.click_text(button).await?;
    app.expect_h1(heading).await?;
    let opened = until(async || Ok(app.route().await?.starts_with("#/write/").then_some(()))).await?;
    app.check(opened.is_some(), "the address of a draft").await?;
    // Back leads to the plan and begins no second draft.
    app.back().await?;
    app.expect_h1("Your next step").await
}

#[tokio::test]
async fn nothing_tried_and_nothing_to_fear_begins_between_the_two() -> Res {
    let app = App::open().await?;
    app.click_text("What can I do next?").await?;
    app.expect_h1("Where things stand").await?;
    plan(&app, DELEGATE).await?;
    app.expect_h1("Your next step").await?;
    app.check(
        lead(&app).await? == "Talk to the person",
        "a talk as the leading step",
    )
    .await?;
    expect_recipient(&app, "To", "The person concerned").await?;
    expect_recipient(
        &app,
        "Leave out",
        "Mailing lists and document stores of the group",
    )
    .await?;
    expect_reasons(&app).await?;
    app.expect_text("Formal request – cannot").await?;
    app.expect_text("Other steps that are open to you").await?;
    expect_composer(&app, "Prepare a talk", "A conversation").await?;
    app.reload().await?;
    app.check(
        lead(&app).await? == "Talk to the person",
        "the same plan after a reload",
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn about_a_convenor_ones_own_nsb_writes_to_the_others() -> Res {
    let app = App::open().await?;
    let said = but(
        DELEGATE,
        &[
            (
                "In which role did the person concerned act?",
                &["Convenor of a working group"],
            ),
            (
                "In which group do those involved work together?",
                &["A working group"],
            ),
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
    app.check(
        lead(&app).await? == "Ask your NSB to take it up",
        "one's own NSB as the leading step",
    )
    .await?;
    expect_recipient(&app, "To", "Your own NSB").await?;
    expect_recipient(&app, "Leave out", "The person concerned").await?;
    let rows = recipients(&app).await?;
    app.check(
        !rows
            .iter()
            .any(|row| row.starts_with("To | The person concerned")),
        "no letter to the person concerned",
    )
    .await?;
    expect_reasons(&app).await?;
    app.expect_text("Your NSB then turns to").await?;
    app.expect_text("You do not write to these yourself.").await?;
    expect_composer(&app, "Draft a request to your NSB", "A request to your NSB").await?;
    app.close().await
}

#[tokio::test]
async fn in_danger_safety_stands_first_and_nobody_is_sent_to_the_person() -> Res {
    let app = App::open().await?;
    let said = but(
        DELEGATE,
        &[
            (
                "Is anyone afraid, under pressure or in danger?",
                &["Yes: there is danger, or there was a threat"],
            ),
            ("Might something about it be against the law?", &["It might be"]),
        ],
    );
    plan(&app, &said).await?;
    app.check(
        lead(&app).await? == "If you are in danger",
        "safety as the first heading",
    )
    .await?;
    expect_before(&app, "If you are in danger", "Ask somebody for help").await?;
    expect_before(&app, "If it may be unlawful", "Ask somebody for help").await?;
    app.expect_text("The local emergency services").await?;
    for direct in [
        "Talk to the person",
        "Write to the person",
        "Have a quiet word in a break",
        "Prepare a talk",
    ] {
        app.expect_no_text(direct).await?;
    }
    expect_recipient(&app, "Leave out", "The person concerned").await?;
    expect_reasons(&app).await?;
    expect_composer(
        &app,
        "Draft a request for help",
        "A request for help to somebody else",
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn without_answers_the_plan_says_so() -> Res {
    let app = App::open_at("#/plan").await?;
    app.expect_text("Nothing is known yet").await?;
    app.close().await
}

#[tokio::test]
async fn the_printed_plan_holds_the_steps_that_are_folded_on_screen() -> Res {
    needs!(Pdf);
    let app = App::open().await?;
    plan(&app, DELEGATE).await?;
    let paper = app
        .printed_text()
        .await?
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    for sentence in [
        "Your next step",
        "Talk to the person",
        "Who to write to, and who not",
        "The person concerned",
        "How to stop",
    ] {
        app.check(paper.contains(sentence), &format!("\"{sentence}\" on paper"))
            .await?;
    }
    app.close().await
}
