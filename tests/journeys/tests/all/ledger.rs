//! The stage ledger and the other logs: noting, changing, removing and bringing back; what follows for the stages; paper and text.

use crate::answering::{DELEGATE, expect_before, plan};
use crate::keeping::expect_status;
use journeys::{Ability, App, Res, Setup, needs};

/// Notes a step, choosing and typing as a person does.
async fn note(app: &App, what: &str, when: &str, ended: &str) -> Res {
    app.click_text("Note a step").await?;
    app.select("What was done", what).await?;
    if !when.is_empty() {
        app.fill("When", when).await?;
    }
    if !ended.is_empty() {
        app.select("How it ended", ended).await?;
    }
    app.click_text("Keep this entry").await
}

async fn expect_entries(app: &App, heads: &[&str]) -> Res {
    app.expect_js(
        &format!("the entries {heads:?}"),
        &format!(
            "return JSON.stringify([...document.querySelectorAll('.entry h3')].map(it => it.innerText.trim())) === JSON.stringify({heads:?})"
        ),
    )
    .await
}

/// How the three stages stand, as it is said in words.
async fn expect_stages(app: &App, states: [&str; 3]) -> Res {
    app.expect_js(
        &format!("the stages {states:?}"),
        &format!(
            "const at = [...document.querySelectorAll('.stages .trail__mark')].map(it => it.innerText);
             return at.length === 3 && {states:?}.every((state, i) => at[i].includes(state))"
        ),
    )
    .await
}

#[tokio::test]
async fn the_stages_follow_what_is_noted_and_dates_order_it() -> Res {
    let app = App::open_at("#/ledger").await?;
    app.expect_text("Nothing is noted yet.").await?;
    expect_stages(&app, ["you are here", "cannot begin yet", "cannot begin yet"]).await?;
    app.expect_text("By your answers so far.").await?;
    note(&app, "Spoke in person (1.2)", "2026-03-09", "Not settled").await?;
    expect_stages(&app, ["done", "you are here", "cannot begin yet"]).await?;
    expect_status(&app, "Saved on this device").await?;
    app.expect_focus("#entry-0 button").await?;
    note(
        &app,
        "Informal request: one NSB to another (2.1.1)",
        "2026-03-20",
        "Waiting for an answer",
    )
    .await?;
    note(
        &app,
        "Tried to understand what lay behind it (1.1)",
        "2026-03-01",
        "",
    )
    .await?;
    expect_entries(
        &app,
        &[
            "Tried to understand what lay behind it 1.1",
            "Spoke in person 1.2",
            "Informal request: one NSB to another 2.1.1",
        ],
    )
    .await?;
    app.expect_text("informal request: made, and waiting").await?;
    // The plan and the answers say that the ledger counts.
    app.click_text("The next step").await?;
    app.expect_text("It goes before your answers").await?;
    app.goto("#/answers").await?;
    app.expect_text("It goes before your answers").await?;
    // Nothing is lost by a reload.
    app.load("#/ledger").await?;
    app.expect_count(".entry", 3).await?;
    app.expect_quiet().await?;
    app.close().await
}

/// What was noted leads no more: the plan says since when one waits, what the text says of that, and what is open now.
#[tokio::test]
async fn the_plan_knows_what_was_noted_and_what_is_waited_for() -> Res {
    let app = App::open().await?;
    plan(&app, DELEGATE).await?;
    let lead = "return document.querySelector('main h2').textContent";
    app.expect_js(
        "a talk as the leading step",
        &format!("{lead} === 'Talk to the person'"),
    )
    .await?;
    app.goto("#/ledger").await?;
    note(
        &app,
        "Wrote a message (1.2)",
        "2026-03-09",
        "Waiting for an answer",
    )
    .await?;
    app.click_text("The next step").await?;
    app.expect_js(
        "what is waited for, first",
        &format!("{lead} === 'You wait for an answer'"),
    )
    .await?;
    for said in [
        "Wrote a message (2026-03-09)",
        "No clause says how long to wait",
        "What if no answer comes",
        "others can support you",
    ] {
        expect_before(&app, said, "Ask somebody for help").await?;
    }
    expect_before(&app, "Ask somebody for help", "Noted already").await?;
    app.expect_accessible_in_both_themes().await?;
    app.viewport(320, 640).await?;
    app.expect_no_sideways_scroll().await?;
    if app.offers(Ability::Pdf)? {
        let paper = app.printed_text().await?;
        let paper = paper.split_whitespace().collect::<Vec<_>>().join(" ");
        for said in [
            "You wait for an answer",
            "Wrote a message (2026-03-09)",
            "Noted already",
        ] {
            app.check(paper.contains(said), &format!("\"{said}\" on paper, in: {paper}"))
                .await?;
        }
    }
    // Once it is said how it ended, the plan goes on by that.
    app.goto("#/ledger").await?;
    app.click_text("Change: 2026-03-09: Wrote a message").await?;
    app.select("How it ended", "Not settled").await?;
    app.click_text("Keep this entry").await?;
    app.click_text("The next step").await?;
    app.expect_js(
        "one's own NSB",
        &format!("{lead} === 'Ask your NSB to take it up'"),
    )
    .await?;
    app.expect_no_text("You wait for an answer").await?;
    app.close().await
}

/// The same for an officer who has written to another NSB.
#[tokio::test]
async fn an_officer_who_has_written_is_not_told_to_write_again() -> Res {
    let app = App::open().await?;
    for (question, option) in [
        ("handler", "nsb-officer"),
        ("ties", "none"),
        ("arrived", "member"),
        ("capacity", "delegate"),
        ("sides", "other-nsb"),
        ("tried-first", "spoke"),
    ] {
        app.goto(&format!("#/handle/{question}")).await?;
        app.click(&format!("input[value='{option}']")).await?;
    }
    app.goto("#/ledger").await?;
    note(
        &app,
        "Informal request: one NSB to another (2.1.1)",
        "2026-03-20",
        "Waiting for an answer",
    )
    .await?;
    app.goto("#/handle/plan").await?;
    expect_before(&app, "You wait for an answer", "Keep a list of who knows what").await?;
    expect_before(
        &app,
        "your NSB may turn to the TMB",
        "Keep a list of who knows what",
    )
    .await?;
    expect_before(&app, "Noted already", "Write for your NSB").await?;
    app.close().await
}

#[tokio::test]
async fn an_entry_can_be_changed_removed_and_brought_back() -> Res {
    let app = App::open_at("#/ledger").await?;
    note(
        &app,
        "Wrote a message (1.2)",
        "just after Easter",
        "No answer came",
    )
    .await?;
    app.expect_text("Added.").await?;
    app.click_text("Change: just after Easter: Wrote a message")
        .await?;
    app.select("How it ended", "Settled").await?;
    app.click_text("Keep this entry").await?;
    app.expect_text("Changed.").await?;
    expect_stages(&app, ["done", "cannot begin yet", "cannot begin yet"]).await?;
    app.click_text("Undo").await?;
    expect_stages(&app, ["done", "you are here", "cannot begin yet"]).await?;
    app.click_text("Remove: just after Easter: Wrote a message")
        .await?;
    app.expect_count(".entry", 0).await?;
    app.expect_focus(".undo button").await?;
    app.key("Enter").await?;
    expect_entries(&app, &["Wrote a message 1.2"]).await?;
    // A form that is left as it was changes nothing, whatever was typed meanwhile.
    app.click_text("Change: just after Easter: Wrote a message")
        .await?;
    app.fill("With whom", "somebody else").await?;
    app.click_text("Leave it as it was").await?;
    app.expect_no_text("somebody else").await?;
    app.click_text("Note a step").await?;
    app.fill("Note", "not meant").await?;
    app.click_text("Leave it out").await?;
    app.expect_no_text("not meant").await?;
    app.expect_count(".entry", 1).await?;
    app.close().await
}

#[tokio::test]
async fn only_the_first_field_is_needed_and_what_is_typed_is_kept_at_once() -> Res {
    needs!(PageCrash);
    let app = App::open_at("#/told").await?;
    app.click_text("Note somebody").await?;
    app.expect_text("does not allow anyone to stay anonymous").await?;
    app.fill("Why they need to know", "to be copied").await?;
    app.click_text("Keep this entry").await?;
    app.expect_text("Say who was told; the rest can stay empty.")
        .await?;
    app.expect_focus("[aria-invalid='true']").await?;
    app.expect_accessible_in_both_themes().await?;
    // The page crashes before "Keep": what was typed is there.
    app.crash_page().await?;
    app.load("#/told").await?;
    app.expect_text("Not said yet").await?;
    app.expect_text("to be copied").await?;
    app.click_text("Change: Not said yet").await?;
    app.fill("Who was told", "The TPM <b>").await?;
    app.choose("They may pass it on, or ask others").await?;
    app.choose("What happened").await?;
    app.click_text("Keep this entry").await?;
    app.expect_text("The TPM <b>").await?;
    app.expect_text("What happened; They may pass it on, or ask others")
        .await?;
    app.expect_count("main b", 0).await?;
    app.close().await
}

#[tokio::test]
async fn by_keyboard_alone() -> Res {
    let app = App::open_at("#/papers").await?;
    app.expect_h1("Which papers there are").await?;
    app.js("document.querySelector('#log-add').focus()").await?;
    app.key("Enter").await?;
    app.expect_focus("#log-what").await?;
    app.insert("Minutes of the meeting").await?;
    app.key("Tab").await?;
    app.insert("2026-03-09").await?;
    app.key("Enter").await?;
    app.expect_focus("#entry-0 button").await?;
    expect_entries(&app, &["Minutes of the meeting"]).await?;
    app.key("Tab").await?;
    app.key("Enter").await?;
    app.expect_focus(".undo button").await?;
    app.key("Enter").await?;
    app.expect_focus("#log-add").await?;
    expect_entries(&app, &["Minutes of the meeting"]).await?;
    app.close().await
}

#[tokio::test]
async fn the_choice_of_a_record_is_kept_and_shown_in_the_plan() -> Res {
    let app = App::open_at("#/ledger").await?;
    note(&app, "Spoke in a break of the meeting (1.3)", "", "Settled").await?;
    for clause in ["1.7", "4.1.1", "4.1.4"] {
        app.expect_js(
            &format!("{clause} beside the others"),
            &format!("return [...document.querySelectorAll('.side .clause')].some(it => it.textContent === {clause:?})"),
        )
        .await?;
    }
    app.choose("I keep a dated note of my own.").await?;
    app.goto("#/plan").await?;
    app.expect_text("Your choice: I keep a dated note of my own.")
        .await?;
    app.goto("#/answers").await?;
    app.click_text("Change: Keeping a record").await?;
    app.expect_route("#/ledger").await?;
    let kept = app.chosen("I keep a dated note of my own.").await?;
    app.check(kept, "the choice to stand as it was").await?;
    app.close().await
}

#[tokio::test]
async fn it_prints_and_copies_what_was_noted() -> Res {
    let app = App::open_at("#/ledger").await?;
    note(
        &app,
        "Spoke in person (1.2)",
        "2026-03-09",
        "Settled, and then it happened again",
    )
    .await?;
    if app.offers(Ability::Pdf)? {
        let printed = app.printed_text().await?;
        for word in [
            "2026-03-09",
            "Spoke in person",
            "Settled, and then it happened again",
            "Informal request",
        ] {
            app.check(
                printed.contains(word),
                &format!("\"{word}\" on paper, in: {printed}"),
            )
            .await?;
        }
        for word in [
            "Note a step",
            "Remove",
            "Which record do you want to keep?",
            "Undo",
        ] {
            app.check(!printed.contains(word), &format!("no \"{word}\" on paper"))
                .await?;
        }
    }
    app.click_text("Copy as text").await?;
    app.expect_text("Copied.").await?;
    let copied = app.clipboard().await?;
    app.check(
        copied
            .contains("2026-03-09: Spoke in person (1.2)\nHow it ended: Settled, and then it happened again"),
        &format!("the entry as text, in: {copied}"),
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn it_is_accessible_and_fits_a_phone_full_and_open() -> Res {
    let app = App::open().await?;
    for address in [
        "#/ledger",
        "#/told",
        "#/papers",
        "#/hand-over",
        "#/hand-over/open",
    ] {
        app.load(address).await?;
        app.expect_accessible_in_both_themes().await?;
    }
    app.goto("#/ledger").await?;
    note(
        &app,
        "Asked an NSB or a head of delegation for help (1.5)",
        "Averylongdatewithoutanyspacethatdoesnotfitaphone",
        "Settled",
    )
    .await?;
    note(&app, "Something else", "", "").await?;
    app.expect_accessible_in_both_themes().await?;
    app.click_text("Note a step").await?;
    app.expect_accessible_in_both_themes().await?;
    app.viewport(320, 640).await?;
    app.expect_no_sideways_scroll().await?;
    app.click_text("Leave it out").await?;
    app.expect_no_sideways_scroll().await?;
    app.close().await
}

#[tokio::test]
async fn another_tab_does_not_take_away_what_is_being_noted() -> Res {
    let app = Setup::default().without_locks().at("#/ledger").open().await?;
    note(&app, "Spoke in person (1.2)", "", "Settled").await?;
    app.open_tab("#/ledger").await?;
    app.expect_count(".entry", 1).await?;
    app.click_text("Note a step").await?;
    app.fill("With whom", "the chair").await?;
    app.switch_tab(0).await?;
    // What the other tab was typing is kept already, so this one goes on in a copy.
    note(&app, "Wrote a message (1.2)", "", "").await?;
    app.expect_text("both are kept").await?;
    app.switch_tab(1).await?;
    let typed = app.value("With whom").await?;
    app.check(typed == "the chair", "what was being typed").await?;
    app.select("What was done", "Something else").await?;
    app.click_text("Keep this entry").await?;
    app.expect_count(".entry", 2).await?;
    app.close().await
}
