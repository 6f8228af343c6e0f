//! `content/` -> three checked packs per locale; and the finishing touch on the built pages, one per locale.
//!
//! `pack check ROOT`: only says what is wrong; `pack check ROOT LOCALE`: quickly, with the words of one locale. `pack make ROOT FOLDER`: writes `<locale>.pack`, `<locale>-more.pack` and `<locale>-letters.pack`, and the module that seals files; on any problem nothing is written and every problem is printed
//! with its file and reason. `pack finish ROOT DIST`: fills words, the first page and the security policy into
//! `DIST/index.html`, makes the pages of the other locales from it, writes the guide without the app (`DIST/guide/`), the service worker and the manifest. Trunk's hooks call both. `pack cut-panics WASM OUT`, `pack shorten FOLDER NAME` and `pack join FOLDER NAME LATER`
//! make the app lighter before and after wasm-bindgen, and join its second module to it (`scripts/slim`). `pack single ROOT BUILT OUT`:
//! the whole guide as one file for each locale, in the folder OUT (`scripts/single`). `pack preview ROOT OUT [LOCALE...]`: packs and
//! pages into OUT, a copy of `dist/`, unchecked, with a script that reloads them (`scripts/serve --preview`). `pack graph ROOT OUT`:
//! which answers lead to which question, as pictures (`scripts/flow`). `pack reading ROOT [ROWS]`: how hard every page is to read.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use waymark::content::locales::Locale;
use waymark::content::{self, Problem, offline, plain};
use waymark::domain::Words;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["check", root] => checked(Path::new(root)).map(|_| ()),
        ["check", root, locale] => content::check_words(Path::new(root), locale).map_err(|problems| said(&problems)),
        ["make", root, folder] => make(Path::new(root), Path::new(folder)),
        ["finish", root, dist] => finish(Path::new(root), Path::new(dist)),
        ["finish", root] => match env::var("TRUNK_STAGING_DIR") {
            Ok(dist) => finish(Path::new(root), Path::new(&dist)),
            Err(_) => Err("TRUNK_STAGING_DIR is not set: name the folder".to_owned()),
        },
        ["single", root, built, out] => single(Path::new(root), Path::new(built), Path::new(out)),
        ["preview", root, out, ref tags @ ..] => preview(Path::new(root), Path::new(out), tags),
        ["reading", root] => reading(Path::new(root), 10),
        ["reading", root, rows] => match rows.parse() {
            Ok(rows) => reading(Path::new(root), rows),
            Err(_) => Err(format!("`{rows}` is no number of rows")),
        },
        ["graph", root, out] => graph(Path::new(root), Path::new(out)),
        ["cut-panics", wasm, out] => cut_panics(Path::new(wasm), Path::new(out)),
        ["shorten", folder, name] => shorten(Path::new(folder), name, None),
        ["join", folder, name, later] => shorten(Path::new(folder), name, Some(Path::new(later))),
        _ => Err("usage: pack check ROOT [LOCALE] | make ROOT FOLDER | finish ROOT [DIST] | single ROOT BUILT OUT | preview ROOT OUT [LOCALE...] | graph ROOT OUT | reading ROOT [ROWS] | cut-panics WASM OUT | shorten FOLDER NAME | join FOLDER NAME LATER".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// The packs of every locale.
fn checked(root: &Path) -> Result<Vec<(Locale, content::Packs)>, String> {
    content::build_all(root).map_err(|problems| {
        let (said, count) = (said(&problems), problems.len());
        format!("{said}\ncontent: {count} problems, no pack written")
    })
}

fn locales(root: &Path) -> Result<Vec<Locale>, String> {
    content::locales::all(root).map_err(|problems| said(&problems))
}

fn words(root: &Path, locale: &Locale) -> Result<&'static Words, String> {
    content::load(root, &locale.tag).map_err(|problems| said(&problems))
}

fn said(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

fn make(root: &Path, folder: &Path) -> Result<(), String> {
    for (locale, packs) in checked(root)? {
        write_packs(folder, &locale.tag, packs)?;
    }
    content::module::make(root, folder)
}

fn write_packs(folder: &Path, tag: &str, packs: content::Packs) -> Result<(), String> {
    let parts = [
        ("", packs.first),
        ("-more", packs.second),
        ("-letters", packs.letters),
    ];
    for (part, pack) in parts {
        let path = folder.join(format!("{tag}{part}.pack"));
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

/// What the page of a preview does beside the guide: it waits for word that something was written.
const RELOAD: &str = r#"<script>new EventSource("./preview").onmessage = () => location.reload();</script>"#;

/// The page that all locales share, as it was before its words and its policy: `pack finish` leaves it here.
const UNFINISHED: &str = "target/page.html";

/// Which screen cites which clause, as it was when the preview began.
const CITED: &str = "packs/cited";

/// The packs and the page of these locales, of all where none is named. Each is made by itself, so that none waits for another.
fn preview(root: &Path, out: &Path, tags: &[&str]) -> Result<(), String> {
    let all = locales(root)?;
    let path = root.join(UNFINISHED);
    let page = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let page = page.replacen("</head>", &format!("{RELOAD}</head>"), 1);
    // What shows is what is written, not what a browser kept of a build that was served at the same address.
    copied(root, offline::OFF, &out.join(offline::WORKER))?;
    // Takes longer than all the rest, and hardly ever changes: kept beside what is shown.
    let kept = out.join(CITED);
    let cited: &'static str = if let Ok(text) = fs::read_to_string(&kept) {
        text.leak()
    } else {
        let made = content::cited(root).map_err(|problems| said(&problems))?;
        write(&kept, made.as_bytes())?;
        made.leak()
    };
    let one = |locale: &Locale| -> Result<(), String> {
        let folder = out.join("packs");
        let (packs, words) =
            content::unchecked(root, &locale.tag, cited).map_err(|problems| said(&problems))?;
        write_packs(&folder, &locale.tag, packs)?;
        let made = content::finish::index(root, locale, &all, words, &page)?;
        write(&out.join(locale.page(&all)), made.as_bytes())
    };
    let wanted = |locale: &&Locale| tags.is_empty() || tags.contains(&locale.tag.as_str());
    let done: Vec<Result<(), String>> = std::thread::scope(|scope| {
        let begun: Vec<_> = all
            .iter()
            .filter(wanted)
            .map(|locale| scope.spawn(|| one(locale)))
            .collect();
        let ended = begun.into_iter().map(std::thread::ScopedJoinHandle::join);
        ended
            .map(|done| done.unwrap_or_else(|_| Err("the packs could not be made".to_owned())))
            .collect()
    });
    let problems: Vec<String> = done.into_iter().filter_map(Result::err).collect();
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems.join("\n"))
    }
}

/// The hardest pages of each language, so many of each.
fn reading(root: &Path, rows: usize) -> Result<(), String> {
    for locale in locales(root)? {
        println!("{}", content::reading::table(words(root, &locale)?, rows));
    }
    Ok(())
}

/// A picture for each interview.
fn graph(root: &Path, out: &Path) -> Result<(), String> {
    let all = locales(root)?;
    let words = words(root, &all[0])?;
    fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
    for (name, picture) in content::flow::pictures(words) {
        write(&out.join(name), picture.as_bytes())?;
    }
    Ok(())
}

fn finish(root: &Path, dist: &Path) -> Result<(), String> {
    let all = locales(root)?;
    let path = dist.join("index.html");
    let page = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let page = content::finish::prepared(dist, &page)?;
    write(&root.join(UNFINISHED), page.as_bytes())?;
    let guide = dist.join(plain::FOLDER);
    let mut spoken = Vec::new();
    for locale in &all {
        let words = words(root, locale)?;
        spoken.push((locale, words));
        let made = content::finish::index(root, locale, &all, words, &page)?;
        write(&dist.join(locale.page(&all)), made.as_bytes())?;
        let pack = |part: &str| {
            let path = dist.join(format!("packs/{}{part}.pack", locale.tag));
            fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
        };
        let shipped = plain::shipped(locale, pack("")?, pack("-more")?)?;
        let plain = plain::Plain::new(root, &all, locale, words, shipped)?;
        let whole = dist.join(plain::WHOLE).join(format!("{}.html", locale.tag));
        for (path, made) in plain
            .files()
            .into_iter()
            .map(|(file, made)| (guide.join(file), made))
            .chain([(whole, plain.whole())])
        {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
            }
            write(&path, made.as_bytes())?;
        }
    }
    write(
        &guide.join(plain::STYLE),
        content::finish::style(&page).as_bytes(),
    )?;
    second_module(root, dist)?;
    if let Some((first, words)) = spoken.first() {
        let manifest = offline::manifest(root, words, first)?;
        write(&dist.join(offline::MANIFEST), manifest.as_bytes())?;
    }
    let worker = offline::worker(root, &offline::List::of(dist, &all)?, &spoken)?;
    write(&dist.join(offline::WORKER), worker.as_bytes())?;
    for name in [offline::OFF, offline::TOUCH_ICON] {
        copied(root, name, &dist.join(name))?;
    }
    Ok(())
}

/// A file of `public/`, as it is.
fn copied(root: &Path, name: &str, to: &Path) -> Result<(), String> {
    let from = root.join("public").join(name);
    fs::copy(&from, to).map_err(|error| format!("{}: {error}", from.display()))?;
    Ok(())
}

/// Puts the second module beside the first one, if the app that was built asks for it: Trunk knows of one only.
fn second_module(root: &Path, dist: &Path) -> Result<(), String> {
    let Ok(made) = fs::read_dir(root.join("target/later")) else {
        return Ok(());
    };
    let named = |error: std::io::Error| format!("{}: {error}", dist.display());
    let mut scripts = String::new();
    for file in fs::read_dir(dist).map_err(named)?.flatten() {
        if file.path().extension().is_some_and(|kind| kind == "js") {
            scripts += &fs::read_to_string(file.path()).map_err(named)?;
        }
    }
    for file in made.flatten() {
        if file
            .file_name()
            .to_str()
            .is_some_and(|name| scripts.contains(name))
        {
            fs::copy(file.path(), dist.join(file.file_name())).map_err(named)?;
        }
    }
    Ok(())
}

fn single(root: &Path, built: &Path, out: &Path) -> Result<(), String> {
    let all = locales(root)?;
    for locale in &all {
        let page = content::single::page(root, built, locale, &all, words(root, locale)?)?;
        write(&out.join(content::single::name(locale, &all)), page.as_bytes())?;
    }
    Ok(())
}

fn cut_panics(wasm: &Path, out: &Path) -> Result<(), String> {
    let (made, cut) = content::shorten::cut_panics(&read(wasm)?)?;
    if cut == 0 {
        // A compiler that writes names in another way: the app works, and is heavier.
        eprintln!(
            "{}: no function that reports a panic was found by its name",
            wasm.display()
        );
    }
    write(out, &made)
}

/// Short names between the modules and the JavaScript; the second module, if there is one, is joined to it.
fn shorten(folder: &Path, name: &str, later: Option<&Path>) -> Result<(), String> {
    let wasm = folder.join(format!("{name}_bg.wasm"));
    let js = folder.join(format!("{name}.js"));
    let mut script = String::from_utf8(read(&js)?).map_err(|error| error.to_string())?;
    if later.is_some() {
        script = content::split::join(&script)?;
    }
    let paths: Vec<&Path> = std::iter::once(wasm.as_path()).chain(later).collect();
    let modules = paths
        .iter()
        .map(|path| read(path))
        .collect::<Result<Vec<_>, _>>()?;
    let modules: Vec<&[u8]> = modules.iter().map(Vec::as_slice).collect();
    let (made, script) = content::shorten::names(&modules, &script)?;
    for (path, module) in paths.into_iter().zip(&made) {
        write(path, module)?;
    }
    write(&js, script.as_bytes())
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
