//! Before it leaves: what, to whom, by which way, what they will learn. Then every way out, read as the other end reads it.

use crate::writing::{begin, body, depart, expect_body};
use journeys::{App, Res, needs};

const KIND: &str = "An e-mail to the person concerned";
const SAID: &str =
    "Zoë, on Tuesday = the 3rd – I was interrupted four times; it took 12 % of the hour & more.";
const LETTER: &str = "Dear Robin Ünal,\n\nI would like to raise something with you directly.\n\n\
    Zoë, on Tuesday = the 3rd – I was interrupted four times; it took 12 % of the hour & more.\n\n.A line that begins with a full stop.\n\n\
    Could we talk?\n\nKind regards,\n\nKim Sample\n";

/// A complete e-mail, at the check.
async fn ready() -> Res<App> {
    let app = begin(KIND).await?;
    app.fill(
        "What I saw or heard",
        &format!("{SAID}\n\n.A line that begins with a full stop."),
    )
    .await?;
    app.fill("What I ask", "Could we talk?").await?;
    app.fill("What happened, in your own words", "Only for me.")
        .await?;
    app.fill("Name of the one who receives it", "Robin Ünal").await?;
    app.fill("Their e-mail address", "robin@example.org").await?;
    app.fill("Your name", "Kim Sample").await?;
    app.fill("Subject", "Tuesday – a word").await?;
    depart(&app).await?;
    expect_body(&app, LETTER).await?;
    Ok(app)
}

/// The value of a header, folded lines joined, encoded words decoded.
fn header(head: &str, name: &str) -> Option<String> {
    let unfolded = head.replace("\r\n ", " ");
    let line = unfolded
        .split("\r\n")
        .find_map(|line| line.strip_prefix(&format!("{name}: ")))?
        .to_owned();
    let mut out = Vec::new();
    for (at, piece) in line.replace("?= =?UTF-8?Q?", "").split("=?UTF-8?Q?").enumerate() {
        match piece.split_once("?=") {
            Some((word, rest)) if at > 0 => {
                out.extend(quoted(&word.replace('_', " ")));
                out.extend(rest.bytes());
            }
            _ => out.extend(piece.bytes()),
        }
    }
    String::from_utf8(out).ok()
}

/// Quoted-printable, decoded.
fn quoted(text: &str) -> Vec<u8> {
    let text = text.replace("=\r\n", "");
    let (mut out, mut rest) = (Vec::new(), text.as_bytes());
    while let Some((first, tail)) = rest.split_first() {
        let hex = tail
            .get(..2)
            .filter(|_| *first == b'=')
            .and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        out.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &tail[2..] } else { tail };
    }
    out
}

#[tokio::test]
async fn the_check_says_what_to_whom_how_and_what_they_learn() -> Res {
    let app = ready().await?;
    app.expect_text("An e-mail to the person concerned. Your free account, the name of this draft")
        .await?;
    app.expect_text("Robin Ünal (The person concerned)").await?;
    app.expect_text("What they will learn Your name: a concern cannot be raised anonymously (4.3.1).")
        .await?;
    for way in [
        "E-mail draft (a file)",
        "Open in the mail program",
        "Copy the text",
        "Plain text (a file)",
        "Print, or save as PDF",
    ] {
        app.expect_text(way).await?;
    }
    app.expect_no_text("Only for me.").await?;
    app.expect_accessible_in_both_themes().await?;
    app.viewport(320, 640).await?;
    app.expect_no_sideways_scroll().await?;
    app.click_text("Change something").await?;
    app.expect_h1(KIND).await?;
    app.close().await
}

#[tokio::test]
async fn the_mail_draft_opens_unsent_and_reads_like_the_sheet() -> Res {
    let app = ready().await?;
    let shown = body(&app).await?;
    app.click_text("E-mail draft (a file)").await?;
    app.expect_text("The file is in your downloads.").await?;
    let file = app.download_text("message-draft.eml").await?;
    let (head, text) = file.split_once("\r\n\r\n").unwrap_or_default();
    app.check(
        file.is_ascii() && !file.replace("\r\n", "").contains(['\r', '\n']),
        "plain ASCII, lines ended by CRLF",
    )
    .await?;
    let said = |name| header(head, name);
    app.check(said("X-Unsent").as_deref() == Some("1"), "a message not yet sent")
        .await?;
    app.check(
        said("To").as_deref() == Some("Robin Ünal <robin@example.org>"),
        &format!("the recipient, but {:?}", said("To")),
    )
    .await?;
    app.check(
        said("Subject").as_deref() == Some("Tuesday – a word"),
        &format!("the subject, but {:?}", said("Subject")),
    )
    .await?;
    app.check(
        said("Cc").is_none() && said("Bcc").is_none() && said("From").is_none(),
        "nobody in copy, and no sender of ours",
    )
    .await?;
    let read = String::from_utf8(quoted(text))?.replace("\r\n", "\n");
    app.check(read == shown, &format!("the body of the sheet, but {read:?}"))
        .await?;
    app.close().await
}

#[tokio::test]
async fn plain_text_and_clipboard_hold_the_letter_alone() -> Res {
    let app = ready().await?;
    app.click_text("Plain text (a file)").await?;
    let file = app.download_text("message-draft.txt").await?;
    let expected = format!("From: Kim Sample\nTo: Robin Ünal\nSubject: Tuesday – a word\n\n{LETTER}");
    app.check(file == expected, &format!("head and letter, but {file:?}"))
        .await?;
    app.click_text("Copy the text").await?;
    app.expect_text("It is on the clipboard.").await?;
    let copied = app.clipboard().await?;
    app.check(
        copied == LETTER,
        &format!("the letter on the clipboard, but {copied:?}"),
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn a_short_letter_opens_in_the_mail_program_and_a_long_one_says_why_not() -> Res {
    let app = ready().await?;
    let link = app
        .js("return document.querySelector('a[href^=\"mailto:\"]')?.href ?? ''")
        .await?;
    let link = link.as_str().unwrap_or_default().to_owned();
    app.check(
        link.starts_with("mailto:robin@example.org?subject="),
        &format!("a link to the recipient, but {link}"),
    )
    .await?;
    let parts = app
        .js(
            "const query = document.querySelector('a[href^=\"mailto:\"]').href.split('?')[1].split('&');
             return query.map(pair => decodeURIComponent(pair.split('=')[1]).replaceAll('\\r\\n', '\\n'))",
        )
        .await?;
    app.check(
        parts[0] == "Tuesday – a word" && parts[1] == LETTER,
        &format!("subject and body, but {parts}"),
    )
    .await?;
    app.click_text("Change something").await?;
    app.fill("What it did", &"I could not go on. ".repeat(120))
        .await?;
    depart(&app).await?;
    app.expect_text("The message is too long for this way:").await?;
    app.expect_text("Take the e-mail draft, or copy the text. Nothing is lost.")
        .await?;
    app.expect_count("a[href^='mailto:']", 0).await?;
    app.close().await
}

#[tokio::test]
async fn paper_holds_the_letter_and_not_the_page_around_it() -> Res {
    needs!(Pdf);
    let app = ready().await?;
    for page in ["the check", "the composer"] {
        let paper = app.printed_text().await?;
        let squeezed = paper.split_whitespace().collect::<Vec<_>>().join(" ");
        let expected = format!("From Kim Sample To Robin Ünal Subject Tuesday – a word {LETTER}");
        let expected = expected.split_whitespace().collect::<Vec<_>>().join(" ");
        app.check(
            squeezed == expected,
            &format!("the letter alone on the paper of {page}, but {squeezed:?}"),
        )
        .await?;
        if page == "the check" {
            app.click_text("Change something").await?;
            app.expect_h1(KIND).await?;
        }
    }
    // What was left open is not on paper: no stand-ins.
    app.fill("Name of the one who receives it", "").await?;
    app.fill("Your name", "").await?;
    let paper = app.printed_text().await?;
    app.check(
        !paper.contains("The person concerned") && !paper.contains("You\n") && !paper.contains("nobody"),
        &format!("no stand-ins, but {paper}"),
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn a_slip_in_the_address_is_said_beside_it_and_costs_nothing() -> Res {
    let app = begin(KIND).await?;
    app.fill("What I ask", "Could we talk?").await?;
    app.type_into("Their e-mail address", "robin@").await?;
    app.expect_no_text("This does not look like one e-mail address.")
        .await?;
    app.key("Tab").await?;
    app.expect_js(
        "the error beside its box, told to screen readers too",
        "const box = document.getElementById('to-address');
         const says = box.getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id)?.textContent ?? '').join(' ');
         return box.getAttribute('aria-invalid') === 'true' && says.includes('does not look like one e-mail address') && box.value === 'robin@'",
    )
    .await?;
    app.expect_accessible().await?;
    app.reload().await?;
    let kept = app.value("Their e-mail address").await?;
    app.check(kept == "robin@", &format!("what was typed, kept, but {kept:?}"))
        .await?;
    depart(&app).await?;
    app.expect_text("This does not look like one address").await?;
    app.click_text("E-mail draft (a file)").await?;
    let file = app.download_text("message-draft.eml").await?;
    app.check(
        !file.contains("To:") && file.contains("Could we talk?"),
        &format!("the letter without an address, but {file:?}"),
    )
    .await?;
    app.expect_count("a[href^='mailto:?']", 1).await?;
    app.close().await
}

#[tokio::test]
async fn an_empty_letter_is_cautioned_and_not_forbidden() -> Res {
    let app = begin(KIND).await?;
    depart(&app).await?;
    app.expect_text("There is nothing in it yet").await?;
    app.click_text("Plain text (a file)").await?;
    app.download("message-draft.txt").await?;
    app.close().await
}

#[tokio::test]
async fn once_it_has_left_there_are_ways_on() -> Res {
    for (name, h1) in [
        ("What was done, and when", "What was done, and when"),
        ("Who was told what", "Who was told what"),
        ("Back to the plan", "Your next step"),
    ] {
        let app = ready().await?;
        app.click_text(name).await?;
        app.expect_h1(h1).await?;
        app.close().await?;
    }
    Ok(())
}

/// What the second pair of eyes still sees stands first, with its sentence and the way to its field; nothing is in the way.
#[tokio::test]
async fn open_hints_are_told_once_more_and_lead_to_their_fields() -> Res {
    let app = begin(KIND).await?;
    app.fill("What I saw or heard", "You always shout. You left.")
        .await?;
    app.fill("What I ask", "Answer me today. You will regret this.")
        .await?;
    depart(&app).await?;
    app.expect_text("Suggestions, never obstacles.").await?;
    app.expect_js(
        "the threat first, in its sentence",
        "const first = document.querySelector('main ul > li > strong').parentElement;
         return first.querySelector('strong').textContent === 'This can be read as a threat'
           && first.querySelector('q').textContent === 'You will regret this.'",
    )
    .await?;
    app.expect_accessible_in_both_themes().await?;
    app.viewport(320, 640).await?;
    app.expect_no_sideways_scroll().await?;
    app.click_text("Go to it on the letter’s page: What I saw or heard")
        .await?;
    app.expect_h1(KIND).await?;
    app.expect_focus("#observed").await?;
    app.check(
        !app.route().await?.contains("observed"),
        "the address names the letter alone",
    )
    .await?;
    depart(&app).await?;
    app.click_text("Plain text (a file)").await?;
    let file = app.download_text("message-draft.txt").await?;
    app.check(file.contains("You will regret this."), "the letter, unchanged")
        .await?;
    app.close().await
}

/// What is open about names and addresses leads to the field on the letter's page.
#[tokio::test]
async fn what_is_not_filled_in_leads_to_its_field() -> Res {
    let app = begin("A request for help to somebody else").await?;
    app.fill("What I saw or heard", "Four interruptions.").await?;
    app.fill("Name of the one who receives it", "Ana Lopez").await?;
    depart(&app).await?;
    app.expect_text("To Ana Lopez Copy").await?;
    app.expect_no_text("Not chosen yet)").await?;
    app.expect_no_text("above the names").await?;
    for (label, field) in [
        ("Who receives it?", "#to-party"),
        ("Their e-mail address", "#to-address"),
        ("Your name", "#from-name"),
    ] {
        app.click_text(&format!("Go to it on the letter’s page: {label}"))
            .await?;
        app.expect_focus(field).await?;
        depart(&app).await?;
    }
    // Any other way back begins at the heading.
    app.click_text("Change something").await?;
    app.expect_focus("main h1").await?;
    app.close().await
}
