//! `content/` -> two checked packs per locale; and the finishing touch on the built `index.html`.
//!
//! `pack check ROOT`: only says what is wrong. `pack make ROOT FOLDER`: writes `<locale>.pack` and `<locale>-more.pack`; on any problem nothing is written and every problem is printed
//! with its file and reason. `pack finish ROOT DIST`: fills words, the first page and the security policy into
//! `DIST/index.html`. Trunk's hooks call both.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use waymark::content;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["check", root] => checked(Path::new(root)).map(|_| ()),
        ["make", root, folder] => make(Path::new(root), Path::new(folder)),
        ["finish", root, dist] => finish(Path::new(root), Path::new(dist)),
        ["finish", root] => match env::var("TRUNK_STAGING_DIR") {
            Ok(dist) => finish(Path::new(root), Path::new(&dist)),
            Err(_) => Err("TRUNK_STAGING_DIR is not set: name the folder".to_owned()),
        },
        _ => Err("usage: pack check ROOT | pack make ROOT FOLDER | pack finish ROOT [DIST]".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn checked(root: &Path) -> Result<content::Packs, String> {
    content::build(root, "en").map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        format!(
            "{}\ncontent: {} problems, no pack written",
            lines.join("\n"),
            lines.len()
        )
    })
}

fn make(root: &Path, folder: &Path) -> Result<(), String> {
    let packs = checked(root)?;
    for (name, pack) in [("en.pack", packs.first), ("en-more.pack", packs.second)] {
        let path = folder.join(name);
        // An unchanged pack keeps its time stamp, so nothing after it is built again.
        if fs::read_to_string(&path).is_ok_and(|old| old == pack) {
            continue;
        }
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, pack))
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

fn finish(root: &Path, dist: &Path) -> Result<(), String> {
    let words = content::load(root, "en").map_err(|problems| format!("{problems:?}"))?;
    let path = dist.join("index.html");
    let page = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let page = content::finish::index(root, dist, words, &page)?;
    fs::write(&path, page).map_err(|error| format!("{}: {error}", path.display()))
}
