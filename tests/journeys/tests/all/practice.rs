//! Somebody practises: thinks about a card, reads what is said about a choice, comes back another day, prints a set.

use crate::keeping::{MEMORY, SAVED, expect_keys, expect_notes, expect_status, expect_stored};
use crate::keyboard::tab_to;
use journeys::{App, Res, Setup, needs};

const FIRST: &str = "Interrupted four times";
const BREAK: &str = "I wait for the break and speak to the delegate alone.";
const SHOW: &str = "Show the answer";

/// Answers the first card with its second choice.
async fn answer(app: &App) -> Res {
    app.goto("#/practice/cut-off").await?;
    app.expect_h1(FIRST).await?;
    app.choose(BREAK).await?;
    app.click_text(SHOW).await?;
    app.expect_focus("#answer").await
}

/// The list says how many cards it shows and how many of them are answered.
async fn expect_answered(app: &App, answered: usize) -> Res {
    app.expect_text(&format!("answered: {answered}.")).await
}

#[tokio::test]
async fn a_card_by_keyboard_alone_and_on_to_the_next() -> Res {
    let app = App::open_at("#/practice").await?;
    app.expect_h1("Practise with invented cases").await?;
    expect_answered(&app, 0).await?;
    tab_to(&app, "main .button").await?;
    app.key("Enter").await?;
    app.expect_h1(FIRST).await?;
    app.expect_focus("h1").await?;
    app.expect_count("#answer", 0).await?;
    app.expect_no_text("This card was written as").await?;
    // Nothing chosen yet: that is said, and where to go on.
    tab_to(&app, "main button[type=submit]").await?;
    app.key("Enter").await?;
    app.expect_focus("#problem").await?;
    tab_to(&app, ".choice input").await?;
    app.key("Space").await?;
    app.key("Down").await?;
    app.expect_count("#problem", 0).await?;
    tab_to(&app, "main button[type=submit]").await?;
    app.key("Enter").await?;
    app.expect_focus("#answer").await?;
    app.expect_js(
        "the answer where it is read out",
        "const said = document.querySelector('main [role=status] #answer'); return said?.textContent.includes('I wait for the break')",
    )
    .await?;
    app.expect_text("This card was written as").await?;
    expect_status(&app, SAVED).await?;
    app.expect_accessible_in_both_themes().await?;
    // The other answers open by keyboard too, and the next card is another one.
    tab_to(&app, "main details summary").await?;
    app.key("Enter").await?;
    app.expect_count("main details[open]", 1).await?;
    app.click_text("Next card").await?;
    app.expect_js(
        "another card",
        "return location.hash !== '#/practice/cut-off' && !document.getElementById('answer')",
    )
    .await?;
    app.expect_focus("h1").await?;
    app.close().await
}

#[tokio::test]
async fn what_was_chosen_is_there_another_day() -> Res {
    needs!(Profile);
    let app = App::open().await?;
    answer(&app).await?;
    expect_keys(&app, 1).await?;
    let app = app.close_and_reopen().await?;
    app.goto("#/practice").await?;
    app.expect_text(&format!("Your choice: {BREAK}")).await?;
    expect_answered(&app, 1).await?;
    app.click_text(FIRST).await?;
    app.expect_h1(FIRST).await?;
    app.check(app.chosen(BREAK).await?, "the choice as it was")
        .await?;
    app.expect_count("#answer", 1).await?;
    // Another choice takes its place.
    app.choose("I do nothing today, and write down what I remember.")
        .await?;
    app.click_text(SHOW).await?;
    expect_stored(&app, "practice 1 cut-off=leave").await?;
    expect_keys(&app, 1).await?;
    // Going on begins with a card that has no answer.
    app.goto("#/practice").await?;
    app.click_text("Go on").await?;
    app.expect_js(
        "another card",
        "return location.hash.startsWith('#/practice/') && location.hash !== '#/practice/cut-off'",
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn one_side_and_one_principle_on_the_list_in_the_next_card_and_on_paper() -> Res {
    let app = App::open_at("#/practice").await?;
    let count = "return document.querySelectorAll('.found li').length";
    let all = app.js(count).await?.as_u64().unwrap_or_default();
    app.check(all >= 36, &format!("all cards, not {all}")).await?;
    app.select("Whose place you take", "You chair the meeting")
        .await?;
    app.expect_js(
        "the chair's cards alone",
        "const all = [...document.querySelectorAll('.found li')];
         return all.length >= 3 && all.every(it => it.textContent.includes('You chair the meeting'))",
    )
    .await?;
    let few = app.js(count).await?.as_u64().unwrap_or_default();
    app.expect_text(&format!("Cards shown: {few}, answered: 0."))
        .await?;
    app.click_text("Begin with the first card").await?;
    app.expect_text("You chair the meeting").await?;
    app.click("main .choice input").await?;
    app.click_text(SHOW).await?;
    app.click_text("Next card").await?;
    app.expect_text("You chair the meeting").await?;
    app.click_text("All cards").await?;
    app.expect_text(&format!("Cards shown: {few}, answered: 1."))
        .await?;
    app.click_text("A set to print").await?;
    app.expect_h1("Practice cards for a training session").await?;
    let scenes = usize::try_from(few)? * 2;
    app.expect_count(".scene", scenes).await?;
    app.select("Whose place you take", "All sides").await?;
    app.select("Principle", "Law and statutes").await?;
    app.expect_js(
        "other cards",
        "const shown = document.querySelectorAll('.scene').length; return shown >= 6 && shown % 2 === 0",
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn the_printed_set_has_the_answers_on_a_sheet_of_their_own() -> Res {
    needs!(Pdf);
    let app = App::open_at("#/practice/print").await?;
    app.expect_h1("Practice cards for a training session").await?;
    app.expect_accessible_in_both_themes().await?;
    app.select("Whose place you take", "You chair the meeting")
        .await?;
    app.expect_no_text(FIRST).await?;
    let title = app.texts(".scene h3").await?.first().cloned().unwrap_or_default();
    let paper = app.printed_text().await?;
    let sheets: Vec<&str> = paper.split('\u{c}').collect();
    let on = |text: &str| sheets.iter().position(|sheet| sheet.contains(text));
    let (Some(first), Some(answers)) = (on(&title), on("This card was written as")) else {
        return Err(app
            .failure(&format!("scenes and answers on paper, not {paper}"))
            .await);
    };
    app.check(
        first < answers && sheets[answers].trim_start().starts_with("Answers"),
        &format!("the answers to begin a sheet, not {}", sheets[answers]),
    )
    .await?;
    app.check(
        !paper.contains("Whose place you take") && !paper.contains("Print, or save"),
        "nothing of the screen on paper",
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn begun_anew_and_brought_back() -> Res {
    let app = App::open().await?;
    answer(&app).await?;
    app.goto("#/practice").await?;
    app.click_text("Begin anew").await?;
    app.expect_focus(".undo button").await?;
    expect_answered(&app, 0).await?;
    expect_keys(&app, 0).await?;
    app.expect_accessible().await?;
    app.click_text("Undo").await?;
    expect_answered(&app, 1).await?;
    app.expect_text(&format!("Your choice: {BREAK}")).await?;
    expect_keys(&app, 1).await?;
    app.close().await
}

#[tokio::test]
async fn it_stands_in_the_notes_by_its_own_name_and_is_no_situation() -> Res {
    let app = App::open().await?;
    answer(&app).await?;
    app.goto("#/notes").await?;
    expect_notes(&app, &["Practice cards"]).await?;
    app.expect_accessible().await?;
    app.expect_no_text("Rename").await?;
    app.reload().await?;
    app.goto("#/answers").await?;
    app.expect_count("h1", 1).await?;
    app.goto("#/notes").await?;
    app.click_text("Practice cards").await?;
    app.expect_h1("Practise with invented cases").await?;
    app.back().await?;
    app.click_text("Delete: Practice cards").await?;
    expect_notes(&app, &[]).await?;
    app.goto("#/practice").await?;
    expect_answered(&app, 0).await?;
    answer(&app).await?;
    app.goto("#/notes").await?;
    app.click_text("Forget everything…").await?;
    app.click_text("Yes, forget everything").await?;
    expect_keys(&app, 0).await?;
    app.goto("#/practice").await?;
    expect_answered(&app, 0).await?;
    app.close().await
}

#[tokio::test]
async fn on_a_shared_computer_it_is_in_memory_only() -> Res {
    needs!(Profile);
    let app = App::open().await?;
    app.click_text("This is a shared computer").await?;
    answer(&app).await?;
    expect_status(&app, MEMORY).await?;
    expect_keys(&app, 0).await?;
    app.goto("#/practice").await?;
    expect_answered(&app, 1).await?;
    let app = app.close_and_reopen().await?;
    app.goto("#/practice").await?;
    expect_answered(&app, 0).await?;
    app.close().await
}

#[tokio::test]
async fn two_tabs_add_to_each_other() -> Res {
    let app = Setup::default()
        .without_locks()
        .at("#/practice/cut-off")
        .open()
        .await?;
    app.open_tab("#/practice/accent-joke").await?;
    app.click("main .choice input").await?;
    app.click_text(SHOW).await?;
    app.expect_focus("#answer").await?;
    app.switch_tab(0).await?;
    app.choose(BREAK).await?;
    app.click_text(SHOW).await?;
    app.expect_focus("#answer").await?;
    expect_status(&app, SAVED).await?;
    expect_keys(&app, 1).await?;
    app.goto("#/practice").await?;
    expect_answered(&app, 2).await?;
    app.close().await
}

#[tokio::test]
async fn a_damaged_record_is_set_aside_and_the_cards_go_on() -> Res {
    let app = App::open().await?;
    answer(&app).await?;
    expect_status(&app, SAVED).await?;
    let records = app.records().await?;
    let (key, text) = records.into_iter().next().unwrap_or_default();
    let torn = text.replace("cut-off=break", "cut-off=<img src=x onerror=alert(1)>");
    app.put_record(&key, &torn).await?;
    app.load("#/practice").await?;
    expect_answered(&app, 1).await?;
    let left = app.record(&format!("{key}2")).await?;
    app.check(
        left.as_deref() == Some(torn.as_str()),
        "the damaged one as it lay",
    )
    .await?;
    expect_keys(&app, 2).await?;
    app.expect_quiet().await?;
    app.close().await
}
