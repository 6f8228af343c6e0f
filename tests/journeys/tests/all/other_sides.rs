//! The two other people in it: the one it is about, and the one who must handle it. From the first page to the next step.

use crate::answering::{Said, another_page, answer_all, expect_before};
use journeys::{App, Res, needs};

/// A letter has come through one's own NSB, and it is partly so.
const CONCERNED: &[Said<'static>] = &[
    ("How did it reach you?", &["Through my NSB"]),
    (
        "Are you safe, and is everybody else?",
        &["Yes, I see no reason for worry"],
    ),
    (
        "Might something about it be against the law?",
        &["I see no sign of that"],
    ),
    ("In which role were you then?", &["Delegate to a committee"]),
    (
        "Who stands behind you in this work?",
        &["another one than theirs"],
    ),
    ("How do you see it?", &["Partly so"]),
    ("Is it settled?", &["Not yet"]),
    ("Would you like somebody beside you?", &["No, not now"]),
];

/// From the page for this reader to the end of the questions.
async fn through(app: &App, reason: &str, lens: &str, said: &[Said<'_>]) -> Res<usize> {
    app.goto(&format!("#/for/{reason}")).await?;
    app.click(&format!("main a[href='#/{lens}']")).await?;
    app.expect_route(&format!("#/{lens}")).await?;
    let heading = app.h1().await?;
    app.click("main .button").await?;
    another_page(app, &format!("#/{lens}"), &heading).await?;
    answer_all(app, &format!("#/{lens}/plan"), said).await
}

/// The page for this reader leads to letters of their side, before and after the questions; the case knows its side.
#[tokio::test]
async fn from_the_first_page_to_a_reply_and_to_the_ledger_of_that_side() -> Res {
    let app = App::open_at("#/for/respond").await?;
    app.click_text("Write a reply").await?;
    app.expect_h1("A message").await?;
    app.check(
        app.chosen("A concern was raised about me").await?,
        "the side of this reader",
    )
    .await?;
    app.expect_no_text("A request to your NSB").await?;
    through(&app, "respond", "respond", CONCERNED).await?;
    app.click("main a[href='#/respond/not-now']").await?;
    app.expect_h1("What not to do now").await?;
    app.goto("#/write").await?;
    app.check(
        app.chosen("A concern was raised about me").await?,
        "the side of the case",
    )
    .await?;
    app.goto("#/ledger").await?;
    app.click(".stages a[href='#/respond/plan']").await?;
    app.expect_h1("Your next step").await?;
    app.expect_text("It is not a finding").await?;
    app.close().await
}

/// Danger that was answered from this side stands before the letters of this side, and leads to this side's plan.
#[tokio::test]
async fn danger_stands_before_the_letters_of_either_side() -> Res {
    for (lens, question, option) in [("respond", "my-safety", "danger"), ("handle", "safety", "danger")] {
        let app = App::open_at(&format!("#/{lens}/{question}")).await?;
        if lens == "handle" {
            app.goto("#/handle/handler").await?;
            app.click("input[value='nsb-officer']").await?;
            app.goto("#/handle/ties").await?;
            app.click("input[value='none']").await?;
            app.goto("#/handle/safety").await?;
        }
        app.click(&format!("input[value='{option}']")).await?;
        app.goto("#/write").await?;
        app.click(&format!("main .care a[href='#/{lens}/plan']")).await?;
        app.expect_count("main .care", 1).await?;
        app.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn whoever_it_is_about_reads_what_it_is_not_and_how_to_answer() -> Res {
    let app = App::open().await?;
    let count = through(&app, "respond", "respond", CONCERNED).await?;
    app.check(count <= 9, &format!("a few questions, not {count}"))
        .await?;
    app.expect_h1("Your next step").await?;
    expect_before(&app, "It is not a finding", "Say how you see it").await?;
    app.expect_text("The NSB of the person who raised it").await?;
    app.expect_text("Delete nothing").await?;
    app.expect_text("Formal request – cannot").await?;
    app.reload().await?;
    app.expect_text("Say how you see it").await?;
    app.goto("#/answers").await?;
    app.expect_text("Partly so").await?;
    app.click("main a[href='#/respond/my-view']").await?;
    app.expect_h1("How do you see it?").await?;
    app.close().await
}

#[tokio::test]
async fn whoever_is_tied_to_one_side_hands_it_over_before_any_detail() -> Res {
    let app = App::open().await?;
    let said: &[Said<'_>] = &[
        ("In which role does it reach you?", &["I act for an NSB"]),
        (
            "What connects you to either side?",
            &["I depend on one of them, or they on me"],
        ),
        (
            "Is anyone afraid, under pressure or in danger?",
            &["No, I see no reason for worry"],
        ),
        (
            "Might something about it be against the law?",
            &["I see no sign of that"],
        ),
    ];
    let count = through(&app, "handle", "handle", said).await?;
    app.check(
        count == 4,
        &format!("nothing about the case, but {count} questions"),
    )
    .await?;
    expect_before(&app, "This is not yours to handle", "Hand it over").await?;
    app.expect_text("An officer of your NSB who has no part in it")
        .await?;
    app.close().await
}

#[tokio::test]
async fn the_live_card_stands_on_paper_whole_and_the_card_for_the_table_alone() -> Res {
    needs!(Pdf);
    let app = App::open_at("#/chair/live").await?;
    let paper = app.printed_text().await?;
    for part in [
        "Danger first",
        "In the room",
        "In the break",
        "It may be unlawful",
        "The minutes",
        "Afterwards",
    ] {
        app.check(paper.contains(part), &format!("\"{part}\" on paper"))
            .await?;
    }
    app.goto("#/chair/card").await?;
    app.expect_h1("A card for the table").await?;
    let paper = app.printed_text().await?;
    app.check(paper.contains("Something troubles you?"), "the card on paper")
        .await?;
    app.check(
        !paper.contains("A card for the table"),
        "nothing of the page around it",
    )
    .await?;
    app.close().await
}

/// The first letter of whoever handles it: to the one whom the plan names, with what is missing, and it names its copy.
#[tokio::test]
async fn the_answer_that_it_arrived_knows_its_reader_what_is_missing_and_its_copy() -> Res {
    let app = App::open_at("#/handle/handler").await?;
    for (question, value) in [
        ("handler", "leader"),
        ("ties", "none"),
        ("arrived", "member"),
        ("capacity", "delegate"),
        ("sides", "other-nsb"),
        ("at-hand", "what"),
    ] {
        app.goto(&format!("#/handle/{question}")).await?;
        app.click(&format!("input[value='{value}']")).await?;
    }
    app.goto("#/begin/ack").await?;
    app.expect_h1("It has arrived").await?;
    let to = app.value("Who receives it?").await?;
    app.check(
        to == "who-raised",
        &format!("the one whom the plan names, not {to}"),
    )
    .await?;
    for says in [
        "– What was tried before, and how it ended.",
        "– What is hoped for.",
        "The Technical Program Manager (TPM) receives a copy of this message",
    ] {
        app.expect_text(says).await?;
    }
    app.expect_js(
        "nothing asked for that is there",
        "return !document.querySelector('.letter__body').textContent.includes('What was seen or heard')",
    )
    .await?;
    app.unchoose("What is hoped for.").await?;
    app.expect_no_text("– What is hoped for.").await?;
    app.click("#tick-tpm").await?;
    app.expect_no_text("receives a copy of this message").await?;
    app.expect_accessible_in_both_themes().await?;
    app.close().await
}
