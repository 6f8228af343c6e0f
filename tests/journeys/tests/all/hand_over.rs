//! The hand-over copy: ticked, seen, taken, and opened by somebody else; files that are something else.

use crate::keeping::expect_status;
use journeys::{App, Res};

/// A situation with one answer, two steps and a draft of its own.
async fn situation() -> Res<App> {
    let app = App::open_at("#/assess/stake").await?;
    app.choose("I saw or heard it").await?;
    app.goto("#/ledger").await?;
    for (what, with) in [
        ("Spoke in person (1.2)", "the convenor"),
        ("Sent a reminder", "Zoë <i>"),
    ] {
        app.click_text("Note a step").await?;
        app.select("What was done", what).await?;
        app.fill("With whom", with).await?;
        app.click_text("Keep this entry").await?;
    }
    app.goto("#/answers").await?;
    Ok(app)
}

#[tokio::test]
async fn a_message_written_before_there_was_a_situation_can_go_with_it() -> Res {
    let app = App::open_at("#/begin/email").await?;
    app.fill("What I saw or heard", "Four interruptions.").await?;
    app.goto("#/hand-over").await?;
    app.expect_text("Messages that belong to no situation").await?;
    app.goto("#/assess/stake").await?;
    app.choose("I saw or heard it").await?;
    app.goto("#/hand-over").await?;
    app.expect_text("Messages that belong to no situation").await?;
    app.choose("An e-mail").await?;
    app.expect_js(
        "the message in the preview",
        "return document.querySelector('.letter__body').innerText.includes('Four interruptions.')",
    )
    .await?;
    app.expect_js(
        "who receives it, and no colon behind a question",
        "const shown = document.querySelector('.letter__body').innerText;
         return shown.includes('Who receives it?\\nThe person concerned') && !shown.includes('?:')",
    )
    .await?;
    app.click("details.why summary").await?;
    app.click_text("Download as a file for this guide").await?;
    let file = app.download_text("waymark-handover.json").await?;
    app.check(
        file.contains("Four interruptions."),
        &format!("the message in the file, not {file}"),
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn nothing_is_ticked_until_somebody_ticks_it() -> Res {
    let app = situation().await?;
    app.click_text("Make a hand-over copy").await?;
    app.expect_h1("A hand-over copy").await?;
    app.expect_text("tell the passphrase by another way than the file")
        .await?;
    app.click("details.why summary").await?;
    app.expect_text("These files are not locked").await?;
    app.expect_js(
        "no box ticked",
        "return !document.querySelector('main input:checked')",
    )
    .await?;
    app.click_text("Download as a file for this guide").await?;
    let refused = "return document.querySelector('details.why .notice')?.textContent ?? ''";
    app.expect_js(
        "that nothing is ticked, beside the button",
        &format!("return (() => {{ {refused} }})().startsWith('Nothing is ticked so far')"),
    )
    .await?;
    app.choose("Spoke in person").await?;
    app.expect_no_text("Nothing is ticked so far").await?;
    app.expect_js(
        "a preview of exactly that",
        "const shown = document.querySelector('.letter__body').innerText;
         return shown.includes('the convenor') && !shown.includes('Zoë') && !shown.includes('saw')",
    )
    .await?;
    app.click_text("Download as a file for this guide").await?;
    let file = app.download_text("waymark-handover.json").await?;
    app.check(
        file.starts_with("{\"format\":\"waymark-handover\",\"version\":1,")
            && file.contains("the convenor")
            && !file.contains("Zoë")
            && !file.contains("\"saw\"")
            && !file.contains("Situation 1"),
        &format!("a file with what was ticked alone, not {file}"),
    )
    .await?;
    app.click_text("Download as readable text").await?;
    let text = app.download_text("waymark-handover.txt").await?;
    app.check(
        text.contains("Spoke in person (1.2)\nWith whom: the convenor") && !text.contains("Zoë"),
        &format!("the same as text, not {text}"),
    )
    .await?;
    app.expect_accessible_in_both_themes().await?;
    app.close().await
}

/// A copy that nobody could open is not handed over, with or without a lock.
#[tokio::test]
async fn what_would_be_too_much_to_open_is_said_before() -> Res {
    let app = situation().await?;
    app.goto("#/ledger").await?;
    app.click_text("Note a step").await?;
    app.select("What was done", "Sent a reminder").await?;
    app.fill("With whom", "Long").await?;
    app.js("const field = [...document.querySelectorAll('#log-form :is(input, textarea)')].find(field => field.value === 'Long');
            field.value = 'Long '.repeat(50000); field.dispatchEvent(new Event('input', { bubbles: true }))")
        .await?;
    app.click_text("Keep this entry").await?;
    app.goto("#/hand-over").await?;
    app.js("document.querySelectorAll('main fieldset input[type=checkbox]').forEach(box => box.click())")
        .await?;
    app.fill("Passphrase", "correct horse battery staple").await?;
    app.fill("The same passphrase again", "correct horse battery staple")
        .await?;
    app.click_text("Download the locked file").await?;
    app.expect_text("With all of this the file would be too large to be opened again")
        .await?;
    app.click("details.why summary").await?;
    app.click_text("Download as a file for this guide").await?;
    app.expect_no_text("The file was handed to your browser.").await?;
    app.expect_text("Tick less").await?;
    // As text it can be of any length.
    app.click_text("Download as readable text").await?;
    app.expect_text("The file was handed to your browser.").await?;
    app.js("[...document.querySelectorAll('main fieldset label')].find(label => label.textContent.includes('Long Long')).querySelector('input').click()")
        .await?;
    app.click_text("Download the locked file").await?;
    app.expect_no_text("With all of this").await?;
    app.close().await
}

#[tokio::test]
async fn a_copy_opens_as_a_situation_of_its_own() -> Res {
    let app = situation().await?;
    app.goto("#/hand-over").await?;
    app.click_text_in("Your answers", "All of these").await?;
    app.click_text_in("What was done, and when", "All of these")
        .await?;
    app.click("details.why summary").await?;
    app.click_text("Download as a file for this guide").await?;
    let file = app.download_text("waymark-handover.json").await?;
    app.goto("#/notes").await?;
    app.click_text("Open a hand-over copy").await?;
    app.choose_file("#copy-file", "copy.json", &file).await?;
    app.expect_focus("#copy-preview").await?;
    app.expect_text("Zoë <i>").await?;
    app.expect_count("main .letter i", 0).await?;
    app.click_text("Keep it as a new situation").await?;
    app.expect_text("Choose from which side you look at it.").await?;
    app.choose("the one who handles it, or helps").await?;
    app.expect_accessible_in_both_themes().await?;
    app.click_text("Keep it as a new situation").await?;
    app.expect_h1("Your answers").await?;
    app.expect_text("Answers of whoever handed this over").await?;
    app.expect_text("I saw or heard it").await?;
    let side = app.value("In this situation I am").await?;
    app.check(side == "handle", &format!("the side that was chosen, not {side}"))
        .await?;
    expect_status(&app, "Saved on this device").await?;
    app.goto("#/ledger").await?;
    app.expect_count(".entry", 2).await?;
    app.goto("#/notes").await?;
    app.expect_text("Handed over 2").await?;
    app.expect_text("Situation 1").await?;
    // The one it came from is as it was.
    app.click_text_in("Situation 1", "Situation 1").await?;
    let side = app.value("In this situation I am").await?;
    app.check(side == "raise", &format!("the other one untouched, not {side}"))
        .await?;
    app.close().await
}

/// Somebody from the Central Secretariat raises a concern and is afraid; an officer of an NSB opens the copy.
#[tokio::test]
async fn the_senders_part_and_ties_stay_theirs_and_the_receivers_are_asked() -> Res {
    let app = App::open_at("#/hand-over/open").await?;
    let file = "{\"format\":\"waymark-handover\",\"version\":1,\"answers\":{\"stake\":{\"chosen\":[\"experienced\"]},\
        \"raiser\":{\"chosen\":[\"iso-cs\"]},\"safety\":{\"chosen\":[\"fear\"]},\"comfort\":{\"chosen\":[\"no\"]},\
        \"capacity\":{\"chosen\":[\"convenor\"]},\"handler\":{\"chosen\":[\"tpm\"]},\"ties\":{\"chosen\":[\"none\"]}},\
        \"logs\":{\"steps\":[{\"what\":\"talk\",\"ended\":\"unsettled\"}]}}";
    app.choose_file("#copy-file", "copy.json", file).await?;
    app.expect_text("Answers of whoever handed this over").await?;
    app.choose("the one who handles it, or helps").await?;
    app.click_text("Keep it as a new situation").await?;
    app.expect_h1("Your answers").await?;
    app.expect_js(
        "the facts as answers of one’s own, and all of the sender’s as theirs",
        "const of = at => [...document.querySelectorAll('main table')[at].querySelectorAll('th')].map(it => it.innerText);
         const [own, theirs] = [of(0), of(1)];
         return own.join() === ['Fear, pressure or danger', 'Role of the person concerned'].join() && theirs.length === 7
             && theirs.includes('Ties to either side') && document.querySelectorAll('main table a').length === 2",
    )
    .await?;
    app.expect_text("As the hand-over copy says.").await?;
    app.expect_no_text("What your answers touch").await?;
    app.expect_accessible_in_both_themes().await?;
    app.click_text("I must handle a concern").await?;
    app.expect_h1("I must handle a concern").await?;
    app.click("main .button").await?;
    app.expect_h1("In which role does it reach you?").await?;
    app.choose("I act for an NSB").await?;
    app.click_text("Continue").await?;
    app.expect_h1("What connects you to either side?").await?;
    app.expect_js(
        "no tie of the sender’s ticked",
        "return !document.querySelector('main input:checked')",
    )
    .await?;
    app.choose("Nothing that I know of").await?;
    app.click_text("Continue").await?;
    // Who may be afraid and in which role the person acted came with the copy.
    app.expect_h1("Might something about it be against the law?")
        .await?;
    app.goto("#/handle/plan").await?;
    app.expect_h1("Your next step").await?;
    app.goto("#/ledger").await?;
    app.expect_text("whoever handed this over").await?;
    app.expect_no_text("An e-mail that confirms what was agreed")
        .await?;
    app.click_text("Change").await?;
    app.fill("With whom", "the convenor").await?;
    app.click_text("Keep this entry").await?;
    app.expect_no_text("whoever handed this over").await?;
    app.goto("#/answers").await?;
    app.expect_no_text("This came with a hand-over copy").await?;
    app.expect_text("Answers of whoever handed this over").await?;
    // Handed on, the answers of the first go only if they are ticked.
    app.goto("#/hand-over").await?;
    app.expect_js(
        "nothing of it before",
        "return !document.querySelector('.letter__body').innerText.includes('ISO/CS')",
    )
    .await?;
    app.click_text_in("Handed over to you", "All of these").await?;
    app.expect_js(
        "it is named as what was handed over before",
        "const shown = document.querySelector('.letter__body').innerText;
         return shown.includes('Answers handed over before that') && shown.includes('ISO/CS')",
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn a_locked_copy_opens_in_another_browser_with_its_passphrase() -> Res {
    let app = situation().await?;
    app.goto("#/hand-over").await?;
    app.click_text_in("What was done, and when", "All of these")
        .await?;
    app.fill("Passphrase", "told over the telephone").await?;
    app.fill("The same passphrase again", "told over the telephone")
        .await?;
    app.click_text("Download the locked file").await?;
    app.expect_text("Note who receives it").await?;
    app.expect_js(
        "what to do with the passphrase, said once",
        "return document.body.innerText.split('tell the passphrase by another way').length === 2",
    )
    .await?;
    let file = app.download_text("waymark-handover.age").await?;
    app.check(
        file.starts_with("-----BEGIN AGE ENCRYPTED FILE-----"),
        &format!("a locked file, not {file}"),
    )
    .await?;
    app.close().await?;

    let app = App::open_at("#/hand-over/open").await?;
    app.choose_file("#copy-file", "copy.json", &file).await?;
    app.expect_focus("#file-passphrase").await?;
    app.click_text("Open it").await?;
    app.expect_text("Type the passphrase of the file.").await?;
    app.fill("The passphrase of this file", "told by somebody else")
        .await?;
    app.click_text("Open it").await?;
    app.expect_text("The passphrase does not open this file.").await?;
    app.fill("The passphrase of this file", "told over the telephone")
        .await?;
    app.click_text("Open it").await?;
    app.expect_focus("#copy-preview").await?;
    app.expect_text("Zoë <i>").await?;
    app.expect_accessible_in_both_themes().await?;
    app.choose("the one who handles it, or helps").await?;
    app.click_text("Keep it as a new situation").await?;
    app.goto("#/ledger").await?;
    app.expect_count(".entry", 2).await?;
    app.close().await
}

#[tokio::test]
async fn a_file_that_is_something_else_is_refused_in_words() -> Res {
    let app = App::open_at("#/hand-over/open").await?;
    let deep = "[".repeat(100_000);
    for (text, says) in [
        ("Dear all", "This is not a hand-over copy of this guide."),
        (
            "<script>alert(1)</script>",
            "This is not a hand-over copy of this guide.",
        ),
        (deep.as_str(), "This is not a hand-over copy of this guide."),
        (
            "{\"format\":\"waymark-handover\",\"version\":2}",
            "A newer version of this guide made this file.",
        ),
        (
            "{\"format\":\"waymark-handover\",\"version\":1,\"answers\":[",
            "something in it was lost or changed",
        ),
        (
            "{\"format\":\"waymark-handover\",\"version\":1}",
            "holds nothing that this guide could show",
        ),
        (
            "{\"format\":\"waymark-backup\",\"schema\":1}",
            "This is a backup, not a hand-over copy.",
        ),
    ] {
        app.choose_file("#copy-file", "copy.json", text).await?;
        app.expect_text(says).await?;
        app.expect_count("#copy-preview", 0).await?;
    }
    app.choose_file("#copy-file", "copy.json", &" ".repeat(8 * 1024 * 1024 + 1))
        .await?;
    app.expect_text("more than 8 megabytes").await?;
    app.check(app.records().await?.is_empty(), "nothing kept of any of them")
        .await?;
    app.expect_quiet().await?;
    app.close().await
}

#[tokio::test]
async fn a_copy_that_is_not_wanted_leaves_nothing() -> Res {
    let app = App::open_at("#/hand-over/open").await?;
    app.choose_file(
        "#copy-file",
        "copy.json",
        "{\"format\":\"waymark-handover\",\"version\":1,\"logs\":{\"told\":[{\"who\":\"The TPM\"}]}}",
    )
    .await?;
    app.expect_text("The TPM").await?;
    app.click_text("Do not keep it").await?;
    app.expect_text("It was not kept.").await?;
    app.expect_focus("main [role=status] > .notice").await?;
    app.expect_no_text("The TPM").await?;
    app.check(app.records().await?.is_empty(), "nothing kept").await?;
    app.close().await
}

#[tokio::test]
async fn the_side_can_be_changed_and_stays() -> Res {
    let app = situation().await?;
    app.select("In this situation I am", "the one a concern was raised about")
        .await?;
    expect_status(&app, "Saved on this device").await?;
    app.reload().await?;
    let side = app.value("In this situation I am").await?;
    app.check(
        side == "respond",
        &format!("the side that was chosen, not {side}"),
    )
    .await?;
    app.expect_text("I saw or heard it").await?;
    app.close().await
}
