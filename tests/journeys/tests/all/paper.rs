//! What is printed is handed to somebody: every kind of paper, on A4 and on Letter, says which sheet of how many it is and which
//! clauses it rests on, and holds nothing of the screen. `docs/paper.md` says what was looked at with eyes.

use journeys::paper::{Format, Sheet};
use journeys::{App, Res, needs};

/// What stands on the screen only.
const SCREEN: [&str; 18] = [
    "Skip to the content",
    "Leave now",
    "Print, or save as PDF",
    "Copy as text",
    "This is a shared computer",
    "Saved on this device",
    "My notes",
    "Undo",
    "Remove",
    "Change",
    "Back to: ",
    "Look from another side",
    "See the process as a map",
    "What you can do next",
    "Beside this page",
    "This link leaves the guide",
    "Note a step",
    "Before it leaves",
];

/// The note at the end of everything that is not a letter.
const NOTE: &str = "Waymark is not ISO, is not endorsed by ISO and gives no legal advice.";

/// Every sheet has its number and is worth its paper; there are at most so many.
async fn expect_sheets(app: &App, name: &str, most: usize, sheets: &[Sheet]) -> Res {
    let count = sheets.len();
    app.check(
        count <= most,
        &format!("{name}: at most {most} sheets, not {count}"),
    )
    .await?;
    for (at, sheet) in sheets.iter().enumerate() {
        app.check(
            sheet.number == Some((at + 1, count)),
            &format!("{name}: {} / {count} at the foot, not {sheet:?}", at + 1),
        )
        .await?;
        let text = sheet.text.trim();
        app.check(
            text.chars().count() > 20 && !text.starts_with("Waymark"),
            &format!("{name}: something to read on sheet {}, not {sheet:?}", at + 1),
        )
        .await?;
    }
    Ok(())
}

/// All the text in one line.
fn squeezed(sheets: &[Sheet]) -> String {
    let words: Vec<&str> = sheets
        .iter()
        .flat_map(|sheet| sheet.text.split_whitespace())
        .collect();
    words.join(" ")
}

/// On both sizes of paper: sheets with their numbers, these parts, and nothing of the screen, nor of `without`.
async fn expect_paper(app: &App, what: &str, most: usize, parts: &[&str], without: &[&str]) -> Res {
    for format in Format::ALL {
        let name = format!("{what} on {}", format.name());
        let sheets = app.sheets(format).await?;
        expect_sheets(app, &name, most, &sheets).await?;
        let text = squeezed(&sheets);
        for part in parts {
            app.check(
                text.contains(part),
                &format!("{name}: \"{part}\" on paper, in: {text}"),
            )
            .await?;
        }
        for word in SCREEN.iter().chain(without) {
            app.check(
                !text.contains(word),
                &format!("{name}: no \"{word}\" on paper, in: {text}"),
            )
            .await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn every_paper_of_a_case_says_which_sheet_it_is_and_which_clauses_it_rests_on() -> Res {
    needs!(PageMargins);
    let app = App::open().await?;
    app.fill_case().await?;
    let papers: [(&str, usize, &[&str]); 10] = [
        ("#/result", 4, &["Principle 3", "4.5.1"]),
        ("#/answers", 3, &["Convenor of a working group"]),
        // With the steps that are folded on screen.
        (
            "#/plan",
            10,
            &[
                "(4.1.4)",
                "No one who reports in good faith",
                "Tell those who can act",
                "(4.3.2, 4.3.4)",
            ],
        ),
        (
            "#/map",
            4,
            &[
                "2.2.3",
                "4.3.4",
                "An NSB asks the TMB (3.1)",
                "NSB – national standards body",
            ],
        ),
        (
            "#/ledger",
            3,
            &["Informal request: one NSB to another 2.1.1", "just after Easter"],
        ),
        ("#/told", 2, &["The Technical Program Manager"]),
        (
            "#/papers",
            2,
            &[
                "Minutes of the meeting of 3 March, item 5",
                "ISO-TC999-SC9-WG14_N0214",
            ],
        ),
        ("#/names", 1, &["Person A is Robin Example; Robin"]),
        ("#/respond/plan", 12, &["(4.2.1)"]),
        ("#/handle/plan", 10, &["(4.1.3"]),
    ];
    for (address, most, parts) in papers {
        app.load(address).await?;
        let parts = [parts, &[NOTE, "Numbers such as 1.5.1 are clauses"]].concat();
        expect_paper(&app, address, most, &parts, &[]).await?;
    }
    app.close().await
}

#[tokio::test]
async fn cards_and_the_training_set_say_which_sheet_they_are_and_where_they_come_from() -> Res {
    needs!(PageMargins);
    let app = App::open().await?;
    for (address, most, part) in [
        ("#/chair/card", 1, "(1.5, 1.5.1, 1.5.2)"),
        ("#/chair/slide", 1, "(4.4)"),
        ("#/chair/scripts", 3, "(4.4)"),
        ("#/chair/live", 3, "(4.5.1)"),
        ("#/practice/cut-off", 1, "1.5.1"),
        ("#/practice/print", 60, "(2.1.4.1, 2.2.3.1)"),
        ("#/handle/complete", 2, "(4.1.1)"),
    ] {
        app.load(address).await?;
        expect_paper(&app, address, most, &[part, NOTE], &[]).await?;
    }
    app.close().await
}

#[tokio::test]
async fn a_letter_has_its_number_and_its_clauses_and_nothing_of_this_guide() -> Res {
    needs!(PageMargins);
    let app = App::open().await?;
    for (kind, most, part) in [
        ("talk", 1, "To begin:"),
        ("email", 1, "Could we agree that speakers finish"),
        ("nsb-request", 2, "clause 2 of ISO’s process"),
        ("retention", 1, "clauses 4.1.3 and 4.2.1"),
    ] {
        app.check(app.fill_letter(kind).await?, &format!("{kind} to begin"))
            .await?;
        expect_paper(&app, kind, most, &[part], &["Waymark"]).await?;
    }
    app.close().await
}

/// What somebody is to the writer ("your NSB") stands on the screen for a name that was not given, and is nothing to whoever gets the letter.
#[tokio::test]
async fn a_letter_names_in_copy_only_those_whom_the_writer_named() -> Res {
    needs!(PageMargins);
    let app = App::open().await?;
    app.check(app.fill_letter("confirm").await?, "confirm to begin")
        .await?;
    app.expect_text("Your NSB").await?;
    expect_paper(
        &app,
        "confirm",
        1,
        &["Our talk"],
        &["Your NSB", "no part in it", "Copy"],
    )
    .await?;
    app.close().await
}

/// The longest page: nothing of its foot is cut off, nor stands alone on a sheet.
#[tokio::test]
async fn the_foot_of_a_long_page_is_whole_on_every_sheet() -> Res {
    needs!(PageMargins);
    let app = App::open().await?;
    app.load("#/coverage").await?;
    for format in Format::ALL {
        let name = format!("the coverage on {}", format.name());
        let sheets = app.sheets(format).await?;
        expect_sheets(&app, &name, 20, &sheets).await?;
        for sheet in sheets {
            let text = squeezed(std::slice::from_ref(&sheet));
            let foot = text.split_once(NOTE).is_some_and(|(before, foot)| {
                before.chars().count() > 60 && foot.ends_with("prevail (iso.org).")
            });
            app.check(foot, &format!("{name}: its foot, whole, not {text}"))
                .await?;
        }
    }
    app.close().await
}

#[tokio::test]
async fn in_every_language_each_sheet_has_its_number() -> Res {
    needs!(PageMargins);
    let app = App::open().await?;
    for tag in ["fr", "es", "ru", "ar", "zh"] {
        app.load(&format!("{tag}.html#/chair/live")).await?;
        for format in Format::ALL {
            let name = format!("the live card in {tag} on {}", format.name());
            let sheets = app.sheets(format).await?;
            let count = sheets.len();
            // In a line that is read from right to left the first number stands at the right.
            let numbered = sheets.iter().enumerate().all(|(at, sheet)| {
                sheet.number == Some((at + 1, count)) || tag == "ar" && sheet.number == Some((count, at + 1))
            });
            app.check(
                numbered && count <= 3,
                &format!("{name}: a number on each of at most 3 sheets, not {sheets:?}"),
            )
            .await?;
            app.check(
                squeezed(&sheets).contains("4.5.1"),
                &format!("{name}: its clause"),
            )
            .await?;
        }
    }
    app.close().await
}
