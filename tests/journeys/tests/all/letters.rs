//! The letters of every side: chosen by group, what they ask, to whom they go, and what they leave out.

use crate::writing::{body, choose_kind, depart, expect_body, expect_line};
use journeys::{App, Res};

/// The list of letters, from this side.
async fn side(name: &str) -> Res<App> {
    let app = App::open_at("#/write").await?;
    app.expect_h1("A message").await?;
    app.choose(name).await?;
    Ok(app)
}

#[tokio::test]
async fn each_side_has_its_letters_in_groups() -> Res {
    let app = side("A concern was raised about me").await?;
    app.expect_text("Saying that you have heard it").await?;
    app.expect_no_text("A request to your NSB").await?;
    app.expect_accessible_in_both_themes().await?;
    app.choose("I must handle one").await?;
    app.expect_text("An officer writes for an NSB").await?;
    app.expect_text("From TPM to a liaison organization").await?;
    // A formal request stands there with the reason why it cannot begin, and is no link.
    app.expect_text("A formal request to the TMB").await?;
    app.expect_js(
        "the formal request to be no link",
        "return ![...document.querySelectorAll('.door > a')].some(a => a.textContent.includes('formal request'))",
    )
    .await?;
    app.viewport(320, 640).await?;
    app.expect_no_sideways_scroll().await?;
    app.close().await
}

/// "Build the request" before its time: what is missing, and where each is put right; with everything on record it begins.
#[tokio::test]
async fn a_formal_request_says_what_it_needs_until_it_can_begin() -> Res {
    let app = App::open_at("#/handle/formal").await?;
    app.click_text("Build the request").await?;
    app.expect_h1("What a formal request needs first").await?;
    let missing = "An informal request on record (clause 2) – missing";
    app.expect_text(missing).await?;
    app.expect_text("An officer of an NSB makes it – missing").await?;
    app.expect_accessible_in_both_themes().await?;
    app.viewport(320, 640).await?;
    app.expect_no_sideways_scroll().await?;
    app.click(".needs a[href='#/ledger']").await?;
    app.expect_route("#/ledger").await?;
    app.back().await?;
    app.expect_h1("What a formal request needs first").await?;
    app.click(".needs a[href='#/handle/handler']").await?;
    for (question, option) in [
        ("handler", "nsb-officer"),
        ("ties", "none"),
        ("arrived", "formal"),
        ("tried-first", "spoke"),
    ] {
        app.goto(&format!("#/handle/{question}")).await?;
        app.click(&format!("input[value='{option}']")).await?;
    }
    app.goto("#/begin/formal").await?;
    app.expect_text("An officer of an NSB makes it – stands").await?;
    app.expect_text(missing).await?;
    app.click(".needs a[href='#/handle/tried-informal']").await?;
    app.click("input[value='recorded']").await?;
    app.goto("#/begin/formal").await?;
    app.expect_h1("A formal request to the TMB").await?;
    app.close().await
}

/// What the plan says about copies stands beside the boxes, is ticked beforehand where it names the TPM, and is checked at the end.
#[tokio::test]
async fn an_answer_through_the_nsb_copies_the_tpm_and_not_the_one_who_raised_it() -> Res {
    let app = App::open_at("#/respond/reached").await?;
    app.click("input[value='own-nsb']").await?;
    app.goto("#/begin/clarify").await?;
    app.expect_h1("Your view, and your questions").await?;
    expect_line(&app, "To", "Your NSB").await?;
    expect_line(&app, "Copy", "The Technical Program Manager (TPM)").await?;
    app.expect_text("The TPM is copied at every stage. (4.1.4)")
        .await?;
    app.expect_accessible().await?;
    app.fill("How I saw it", "I had been asked to finish by noon.")
        .await?;
    app.expect_text("A concern was raised about me.").await?;
    app.select("Who receives it?", "The person who raised it").await?;
    app.expect_text("I would like to tell you how I saw it").await?;
    depart(&app).await?;
    app.expect_text("It goes to somebody whom the plan leaves out: The person who raised it")
        .await?;
    app.expect_text("A message from you may feel like pressure now.")
        .await?;
    app.expect_accessible().await?;
    app.close().await
}

#[tokio::test]
async fn three_are_addressed_together_and_not_the_other_nsb_where_it_is_ones_own() -> Res {
    let app = side("I must handle one").await?;
    choose_kind(&app, "From NSB to leaders, TPM and NSB").await?;
    app.expect_text("Is your NSB, or are you, connected to either side")
        .await?;
    app.select(
        "Where does the convenor or project leader belong?",
        "To another NSB",
    )
    .await?;
    app.fill("What is alleged", "They were interrupted four times.")
        .await?;
    app.choose("The Technical Program Manager (TPM)").await?;
    app.choose("The NSB of the person concerned").await?;
    expect_line(
        &app,
        "To",
        "A committee leader who has no part in it, The Technical Program Manager (TPM), The NSB of the person concerned",
    )
    .await?;
    app.expect_accessible_in_both_themes().await?;
    app.select(
        "Where does the convenor or project leader belong?",
        "To our own NSB",
    )
    .await?;
    expect_line(
        &app,
        "To",
        "A committee leader who has no part in it, The Technical Program Manager (TPM)",
    )
    .await?;
    app.expect_text("The person concerned belongs to our NSB.")
        .await?;
    depart(&app).await?;
    app.expect_text("It does not say what was tried before").await?;
    app.close().await
}

#[tokio::test]
async fn the_two_lists_of_options_never_stand_together() -> Res {
    let app = side("I must handle one").await?;
    choose_kind(&app, "What was agreed, and when we ask again").await?;
    app.expect_no_text("No new term in the role").await?;
    app.select(
        "Which list of options is the one to weigh?",
        "Committee level, liaison representatives (2.1.4)",
    )
    .await?;
    app.choose("Training on how to conduct oneself in ISO committees (2.1.4.1).")
        .await?;
    let one = "Dear colleagues";
    let text = body(&app).await?;
    app.check(
        !text.contains(one)
            && text.contains("The option chosen by those responsible (clause 2.1.4):\n– Training"),
        &format!("one option under its label, but {text}"),
    )
    .await?;
    app.select(
        "Which list of options is the one to weigh?",
        "Convenors and project leaders (2.2.3)",
    )
    .await?;
    app.expect_text("No new term in the role").await?;
    expect_body(&app, "Nothing is written yet. What you write appears here.").await?;
    app.close().await
}

#[tokio::test]
async fn the_same_letter_for_another_person_begins_without_the_first_one() -> Res {
    let app = App::open_at("#/write").await?;
    choose_kind(&app, "A request to your NSB").await?;
    app.fill("What I saw or heard", "Robin interrupted me.").await?;
    app.fill("What I ask", "Please take this up.").await?;
    app.fill("Name of the person concerned", "Robin Example").await?;
    app.fill("Your name", "Kim Sample").await?;
    app.click_text("The same letter for another person").await?;
    app.expect_js(
        "another draft with nobody named in it",
        "return document.getElementById('person-name')?.value === ''",
    )
    .await?;
    let text = body(&app).await?;
    app.check(
        text.contains("Please take this up.") && text.contains("Kim Sample") && !text.contains("Robin"),
        &format!("the request without the first person, but {text}"),
    )
    .await?;
    app.click_text("My notes").await?;
    app.expect_count(".note", 2).await?;
    app.close().await
}

#[tokio::test]
async fn a_sheet_for_the_file_is_printed_and_never_mailed() -> Res {
    let app = side("I must handle one").await?;
    choose_kind(&app, "A sheet of what is kept").await?;
    app.expect_count(".letter dt", 0).await?;
    app.expect_count("#to-address", 0).await?;
    app.fill("Reference", "2026-1").await?;
    app.fill("Where the papers are", "In the restricted folder.")
        .await?;
    expect_body(
        &app,
        "What is kept of this matter (clause 4.1.3 of ISO’s process).\n\nReference: 2026-1\n\nWhere they are:\nIn the restricted folder.\n\n\
         Kept by the committee’s TPM, for those who need to know (clauses 4.1.3 and 4.2.1).\n",
    )
    .await?;
    depart(&app).await?;
    app.expect_no_text("E-mail draft (a file)").await?;
    app.close().await
}

/// A long letter is kept once its key is on screen: by the time anybody can see it, it is there.
#[tokio::test]
async fn a_long_letter_is_kept_as_it_is_seen_and_when_the_page_is_left() -> Res {
    let app = App::open_at("#/write").await?;
    choose_kind(&app, "An e-mail to the person concerned").await?;
    app.js("const area = document.getElementById('observed');
         area.value = 'On Tuesday I presented comment 14. '.repeat(1500);
         area.dispatchEvent(new Event('input', {bubbles: true}))")
        .await?;
    app.type_into("What I ask", "Could we talk?").await?;
    app.expect_js(
        "the last key in what is kept",
        "return Object.values(localStorage).some(text => text.includes('Could we talk?') && text.length > 50000)",
    )
    .await?;
    // A key, and in the same turn the page goes.
    app.js("const area = document.getElementById('ask');
         area.value += ' Soon?';
         area.dispatchEvent(new Event('input', {bubbles: true}));
         globalThis.before = true;
         location.reload()")
        .await?;
    app.expect_js(
        "every character after the reload",
        "return !globalThis.before && document.getElementById('ask')?.value === 'Could we talk? Soon?'",
    )
    .await?;
    app.js("const area = document.getElementById('ask');
         area.value += ' Please.';
         area.dispatchEvent(new Event('input', {bubbles: true}));
         location.hash = '#/notes'")
        .await?;
    app.expect_h1("My notes").await?;
    app.click(".note > a").await?;
    app.expect_js(
        "every character after another screen",
        "return document.getElementById('ask')?.value === 'Could we talk? Soon? Please.'",
    )
    .await?;
    app.close().await
}
