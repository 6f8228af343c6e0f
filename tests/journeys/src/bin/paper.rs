//! Prints everything that is printed, from a case with much in it, as somebody looks at it before handing it to a lawyer.
//!
//! Usage: `paper FOLDER [PART-OF-A-NAME...]`, with the built app in `DIST`: one PDF a sheet and a format.

use journeys::paper::{Format, LETTERS, SHEETS};
use journeys::{App, Res};
use std::path::{Path, PathBuf};

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
        app.load_in("en", address).await?;
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
                app.load_in(tag, address).await?;
                print(&app, &folder, &name).await?;
            }
        }
        for kind in letters {
            let name = format!("letter-{kind}-{tag}");
            if wants(&name) {
                app.load_in(tag, "#/write").await?;
                if app.fill_letter(kind).await? {
                    print(&app, &folder, &name).await?;
                }
            }
        }
    }
    app.close().await
}

async fn print(app: &App, folder: &Path, name: &str) -> Res {
    for format in Format::ALL {
        let path = folder.join(format!("{name}-{}.pdf", format.name()));
        std::fs::write(path, app.paper_of(format).await?)?;
    }
    println!("{name}");
    Ok(())
}
