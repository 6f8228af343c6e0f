//! Prints everything that is printed, from a case with much in it, as somebody looks at it before handing it to a lawyer.
//!
//! Usage: `paper FOLDER [PART-OF-A-NAME...]`, with the built app in `DIST`: one PDF a sheet and a format.

use journeys::paper::Format;
use journeys::{App, Res};
use std::path::{Path, PathBuf};

/// What is printed of a case: a name for the file, and where it stands.
const SHEETS: [(&str, &str); 37] = [
    ("result", "#/result"),
    ("answers", "#/answers"),
    ("plan", "#/plan"),
    ("map", "#/map"),
    ("ledger", "#/ledger"),
    ("told", "#/told"),
    ("papers", "#/papers"),
    ("names", "#/names"),
    ("respond-plan", "#/respond/plan"),
    ("handle-plan", "#/handle/plan"),
    ("training", "#/practice/print"),
    ("practice-card", "#/practice/cut-off"),
    ("chair-scripts", "#/chair/scripts"),
    ("chair-card", "#/chair/card"),
    ("chair-live", "#/chair/live"),
    ("chair-slide", "#/chair/slide"),
    ("chair-agenda", "#/chair/agenda"),
    ("chair-virtual", "#/chair/virtual"),
    ("handle-complete", "#/handle/complete"),
    ("handle-conflict", "#/handle/conflict"),
    ("handle-hearing", "#/handle/hearing"),
    ("handle-options", "#/handle/options"),
    ("handle-formal", "#/handle/formal"),
    ("handle-redact", "#/handle/redact"),
    ("handle-officer", "#/handle/officer"),
    ("handle-tpm", "#/handle/tpm"),
    ("handle-leader", "#/handle/leader"),
    ("respond-heard", "#/respond/heard"),
    ("respond-not-now", "#/respond/not-now"),
    ("code-3", "#/code/3"),
    ("process-2.1.3", "#/process/2.1.3"),
    ("process", "#/process"),
    ("open-same-nsb", "#/open/same-nsb"),
    ("glossary", "#/glossary"),
    ("coverage", "#/coverage"),
    ("promise-who", "#/promise/who"),
    ("official", "#/official"),
];

/// Every kind of letter, by its key.
const LETTERS: [&str; 36] = [
    "talk",
    "email",
    "meeting",
    "break",
    "help",
    "confirm",
    "thanks",
    "nsb-request",
    "nsb-draft",
    "remind",
    "nsb-refused",
    "withdraw",
    "retaliation",
    "unlawful-meeting",
    "unlawful-written",
    "acknowledge",
    "clarify",
    "put-right",
    "ask-helper",
    "repair",
    "response-tmb",
    "appeal",
    "ack",
    "help-approach",
    "right-of-reply",
    "outcome",
    "close-raiser",
    "close-concerned",
    "nsb-nsb",
    "nsb-tpm",
    "nsb-leaders",
    "nsb-ceo",
    "formal",
    "tpm-liaison",
    "retention",
    "corroboration",
];

/// What is looked at in other languages too.
const ABROAD: [&str; 8] = [
    "result",
    "plan",
    "map",
    "ledger",
    "names",
    "papers",
    "training",
    "chair-live",
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Res {
    let mut given = std::env::args().skip(1);
    let folder = PathBuf::from(given.next().unwrap_or_else(|| "target/paper".to_owned()));
    let wanted: Vec<String> = given.collect();
    let wants = |name: &str| wanted.is_empty() || wanted.iter().any(|part| name.contains(part.as_str()));
    std::fs::create_dir_all(&folder)?;

    let app = App::open().await?;
    app.fill_case().await?;
    for (name, address) in SHEETS.into_iter().filter(|(name, _)| wants(name)) {
        load(&app, address).await?;
        print(&app, &folder, name).await?;
    }
    for kind in LETTERS {
        let name = format!("letter-{kind}");
        if !wants(&name) {
            continue;
        }
        if app.fill_letter(kind).await? {
            print(&app, &folder, &name).await?;
        } else {
            println!("{name}: cannot begin yet");
        }
    }
    if wants("letter-two-languages") && app.fill_letter("email").await? {
        app.js("const list = document.getElementById('language'); list.value = 'ru'; list.dispatchEvent(new Event('change', {bubbles: true}))")
            .await?;
        app.expect_count(".letter[lang=ru]", 1).await?;
        print(&app, &folder, "letter-two-languages").await?;
    }
    let letters = ["email", "formal"];
    for tag in ["fr", "es", "ru", "ar", "zh"] {
        for (name, address) in SHEETS.into_iter().filter(|(name, _)| ABROAD.contains(name)) {
            let name = format!("{name}-{tag}");
            if wants(&name) {
                load(&app, &format!("{tag}.html{address}")).await?;
                print(&app, &folder, &name).await?;
            }
        }
        for kind in letters {
            let name = format!("letter-{kind}-{tag}");
            if wants(&name) {
                app.load(&format!("{tag}.html#/write")).await?;
                if app.fill_letter(kind).await? {
                    print(&app, &folder, &name).await?;
                }
            }
        }
    }
    app.close().await
}

/// Goes there, and waits for what is drawn once the page is up: the picture of the map.
async fn load(app: &App, address: &str) -> Res {
    app.load(address).await?;
    if address.ends_with("#/map") {
        app.expect_count(".map-frame svg", 1).await?;
    }
    Ok(())
}

async fn print(app: &App, folder: &Path, name: &str) -> Res {
    for format in Format::ALL {
        let path = folder.join(format!("{name}-{}.pdf", format.name()));
        std::fs::write(path, app.paper_of(format).await?)?;
    }
    println!("{name}");
    Ok(())
}
