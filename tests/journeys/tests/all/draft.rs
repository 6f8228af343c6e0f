//! Somebody chooses how to say it and fills in the parts: the sheet beside them shows what was typed, and nothing else.

use crate::writing::{begin, choose_kind, expect_body, expect_line};
use journeys::{App, Res};

const NOTHING: &str = "Nothing is written yet. What you write appears here.";

/// A kind by its name, its parts with what is typed there, and the whole letter that comes of it.
type Case = (
    &'static str,
    &'static [(&'static str, &'static str)],
    &'static str,
);

const CASES: &[Case] = &[
    (
        "A conversation",
        &[
            (
                "How I begin Or in your own words",
                "Thank you for taking a moment.",
            ),
            ("What I saw or heard", "On Tuesday I was interrupted four times."),
            ("What it did", "I could not finish."),
            ("What I may not know", "You may have been short of time."),
            ("What I hope for", "Could we agree that speakers finish?"),
            (
                "How I stop, if it becomes too much Or in your own words",
                "I would like to stop here.",
            ),
        ],
        "To begin:\nThank you for taking a moment.\n\n\
         What I saw or heard:\nOn Tuesday I was interrupted four times.\n\n\
         What it did:\nI could not finish.\n\n\
         What I may not know:\nYou may have been short of time.\n\n\
         What I hope for:\nCould we agree that speakers finish?\n\n\
         To stop:\nI would like to stop here.\n",
    ),
    (
        "An e-mail to the person concerned",
        &[
            ("What I saw or heard", "On Tuesday I was interrupted four times."),
            ("What it did", "I could not finish."),
            ("What I may not know", "You may have been short of time."),
            ("What I ask", "Could we agree that speakers finish?"),
        ],
        "Hello,\n\nI would like to raise something with you directly.\n\n\
         On Tuesday I was interrupted four times.\n\nI could not finish.\n\n\
         There may be more to it than I know. You may have been short of time.\n\n\
         Could we agree that speakers finish?\n\nKind regards\n",
    ),
    (
        "Words to say in the meeting",
        &[
            ("What just happened", "Two comments were closed unheard."),
            ("What I ask", "Could we go back to them?"),
        ],
        "May I say a word about how we are working together?\n\n\
         Two comments were closed unheard.\n\nCould we go back to them?\n",
    ),
    (
        "Words to say in a break",
        &[
            ("What I noticed", "I was cut off twice."),
            ("What it did", "I lost my thread."),
            ("What I ask", "Could I finish after the break?"),
        ],
        "May I have a quiet word with you?\n\nI was cut off twice.\n\nI lost my thread.\n\n\
         Could I finish after the break?\n",
    ),
    (
        "A request for help to somebody else",
        &[
            ("What I saw or heard", "Two comments were closed unheard."),
            ("What it did", "Nobody spoke again."),
            ("What I may not know", "There may have been an agreement."),
            ("What was tried, and how it ended", "Nothing yet."),
            ("What I ask", "Could we speak on the telephone?"),
        ],
        "Hello,\n\nI am writing to ask for your support with something that, as I see it, may touch the ISO Code of \
         Ethics and Conduct. Clause 1.5 of ISO’s process for such concerns provides for this.\n\n\
         What happened, as far as I know:\nTwo comments were closed unheard.\n\n\
         What it did:\nNobody spoke again.\n\nWhat I may not know:\nThere may have been an agreement.\n\n\
         What has been tried so far:\nNothing yet.\n\nWhat I ask:\nCould we speak on the telephone?\n\n\
         Please share this only with people who need it in order to help (clause 4.2.1).\n\nKind regards\n",
    ),
    (
        "A request to your NSB",
        &[
            ("What I saw or heard", "Two comments were closed unheard."),
            ("What I ask", "Please let me know whether you can take this up."),
        ],
        "Hello,\n\nI am asking you, as my NSB, to take up a concern that, as I see it, may touch the ISO Code of \
         Ethics and Conduct. This is an informal request under clause 2 of ISO’s process for such concerns.\n\n\
         What happened, as far as I know:\nTwo comments were closed unheard.\n\n\
         What I ask:\nPlease let me know whether you can take this up.\n\n\
         Please share this only with people who need it in order to help (clause 4.2.1).\n\nKind regards\n",
    ),
];

#[tokio::test]
async fn each_kind_shows_exactly_what_was_typed_and_nothing_before() -> Res {
    let app = App::open().await?;
    for (kind, parts, whole) in CASES {
        app.goto("#/write").await?;
        choose_kind(&app, kind).await?;
        expect_body(&app, NOTHING).await?;
        for (part, text) in *parts {
            app.fill(part, text).await?;
        }
        expect_body(&app, whole).await?;
        // Taking every word back takes every sentence back.
        for (part, _) in *parts {
            app.fill(part, "").await?;
        }
        expect_body(&app, NOTHING).await?;
    }
    app.close().await
}

#[tokio::test]
async fn one_part_alone_brings_no_sentence_of_another() -> Res {
    let app = begin("An e-mail to the person concerned").await?;
    app.type_into("What I ask", "Could we talk?").await?;
    expect_body(
        &app,
        "Hello,\n\nI would like to raise something with you directly.\n\nCould we talk?\n\nKind regards\n",
    )
    .await?;
    // The free account is never part of it.
    app.fill("What happened, in your own words", "It was dreadful.")
        .await?;
    app.fill(
        "What I saw or heard",
        "Two lines\nof one paragraph.\n\nAnd a second.",
    )
    .await?;
    expect_body(
        &app,
        "Hello,\n\nI would like to raise something with you directly.\n\nTwo lines\nof one paragraph.\n\nAnd a second.\n\n\
         Could we talk?\n\nKind regards\n",
    )
    .await?;
    app.close().await
}

#[tokio::test]
async fn names_come_last_and_stand_ins_until_then() -> Res {
    let app = begin("An e-mail to the person concerned").await?;
    app.fill("What I ask", "Could we talk?").await?;
    app.expect_js(
        "the names to stand after every part",
        "const boxes = [...document.querySelectorAll('main textarea')], names = [...document.querySelectorAll('main input')];
         return names.length > 0 && names.every(name => boxes.every(box => box.compareDocumentPosition(name) & 4))",
    )
    .await?;
    expect_line(&app, "From", "You").await?;
    expect_line(&app, "To", "The person concerned").await?;
    expect_line(&app, "Copy", "nobody").await?;
    expect_line(&app, "Subject", "Something I would like to talk over").await?;
    app.fill("Name of the one who receives it", "Robin Example")
        .await?;
    app.fill("Your name", "Kim Sample").await?;
    app.fill("Your role", "delegate").await?;
    app.fill("Subject", "Tuesday").await?;
    expect_line(&app, "From", "Kim Sample").await?;
    expect_line(&app, "To", "Robin Example").await?;
    expect_line(&app, "Subject", "Tuesday").await?;
    expect_body(
        &app,
        "Dear Robin Example,\n\nI would like to raise something with you directly.\n\nCould we talk?\n\nKind regards,\n\n\
         Kim Sample\ndelegate\n",
    )
    .await?;
    app.fill("Name of the one who receives it", "").await?;
    expect_line(&app, "To", "The person concerned").await?;
    app.close().await
}

#[tokio::test]
async fn a_ready_sentence_gives_way_to_ones_own() -> Res {
    let app = begin("A conversation").await?;
    app.select(
        "How I stop, if it becomes too much",
        "I need a pause. Let us leave it here for now.",
    )
    .await?;
    expect_body(&app, "To stop:\nI need a pause. Let us leave it here for now.\n").await?;
    app.fill(
        "How I stop, if it becomes too much Or in your own words",
        "Enough for today.",
    )
    .await?;
    expect_body(&app, "To stop:\nEnough for today.\n").await?;
    app.expect_accessible_in_both_themes().await?;
    app.close().await
}

/// Goes to the one question of the interviews that is answered in one's own words.
async fn ask_since(app: &App) -> Res {
    app.goto("#/situation/recurrence").await?;
    app.expect_h1("Did it happen once, or more often?").await?;
    app.choose("It is going on now").await?;
    app.goto("#/situation/first").await?;
    app.expect_h1("Has anything been tried so far?").await?;
    app.choose("I spoke or wrote to the person, and it is not settled")
        .await?;
    app.goto("#/situation/since").await?;
    app.expect_h1("Since when has it been going on?").await
}

#[tokio::test]
async fn nobody_is_anonymous_is_said_before_the_first_box() -> Res {
    let app = App::open().await?;
    let before = "const text = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
         let note = null;
         while (text.nextNode()) if (text.currentNode.data.includes('does not allow anyone to stay anonymous')) { note = text.currentNode; break; }
         const box = document.querySelector('main textarea, main input:not([type=radio], [type=checkbox])');
         return !!note && !!box && !!(note.compareDocumentPosition(box) & 4) && note.parentElement.checkVisibility()";
    for kind in CASES.iter().map(|(kind, ..)| kind) {
        app.goto("#/write").await?;
        choose_kind(&app, kind).await?;
        app.expect_js(
            &format!("the note on anonymity before the first box of \"{kind}\""),
            before,
        )
        .await?;
    }
    ask_since(&app).await?;
    app.expect_js("the note on anonymity before the box about time", before)
        .await?;
    app.close().await
}

#[tokio::test]
async fn no_box_on_any_page_is_remembered_or_checked_elsewhere() -> Res {
    let hygiene = "const boxes = [...document.querySelectorAll('textarea, input:not([type=radio], [type=checkbox]), [contenteditable]')];
         const says = (box, name, value) => box.getAttribute(name) === value;
         return boxes.length > 0 && boxes.every(box => says(box, 'autocomplete', 'off') && says(box, 'spellcheck', 'false')
           && says(box, 'writingsuggestions', 'false'))
           && [...document.querySelectorAll('select')].every(list => says(list, 'autocomplete', 'off'))";
    let app = App::open().await?;
    for kind in CASES.iter().map(|(kind, ..)| kind) {
        app.goto("#/write").await?;
        choose_kind(&app, kind).await?;
        app.expect_js(&format!("every box of \"{kind}\" to keep to itself"), hygiene)
            .await?;
    }
    ask_since(&app).await?;
    app.expect_js("the box about time to keep to itself", hygiene)
        .await?;
    app.goto("#/notes").await?;
    app.expect_h1("My notes").await?;
    app.click(".note .row button").await?;
    app.expect_js("the box for a new name to keep to itself", hygiene)
        .await?;
    app.close().await
}
