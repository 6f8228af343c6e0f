//! The module that seals and opens files (`strongbox/`): built, made light, and laid beside the packs with its fingerprint in its
//! name. The page says that name (`data-strongbox` in `index.html`), so an app never meets a module of another version.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use super::shorten::cut_panics;
use crate::domain::fingerprint;

/// What stands in `index.html` where the module's name goes.
const MARK: &str = "%strongbox%";
const NAME: &str = "strongbox-";
const TARGET: &str = "wasm32-unknown-unknown";

/// Builds the module into this folder.
///
/// # Errors
/// A sentence saying which step failed.
pub fn make(root: &Path, folder: &Path) -> Result<(), String> {
    let target = root.join("target/strongbox");
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    run(Command::new(cargo)
        .args(["build", "--quiet", "--locked", "--release", "--target", TARGET])
        .arg("--manifest-path")
        .arg(root.join("strongbox/Cargo.toml"))
        .arg("--target-dir")
        .arg(&target))?;
    let built = target.join(TARGET).join("release/strongbox.wasm");
    let (light, _) = cut_panics(&fs::read(&built).map_err(|error| named(&built, &error))?)?;
    let made = optimised(root, &target, light)?;
    let name = format!("{NAME}{}.wasm", &fingerprint::of(&made)[..16]);
    for old in modules(folder) {
        if old.file_name().is_some_and(|old| *old != *name) {
            fs::remove_file(&old).map_err(|error| named(&old, &error))?;
        }
    }
    let path = folder.join(name);
    // An unchanged one keeps its time stamp, so nothing after it is built again.
    if fs::read(&path).is_ok_and(|old| old == made) {
        return Ok(());
    }
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, made))
        .map_err(|error| named(&path, &error))
}

/// The same module after wasm-opt, where that is installed; as it is elsewhere: it works, and is heavier.
fn optimised(root: &Path, target: &Path, module: Vec<u8>) -> Result<Vec<u8>, String> {
    let (from, to) = (target.join("light.wasm"), target.join("small.wasm"));
    fs::write(&from, &module).map_err(|error| named(&from, &error))?;
    let index = root.join("index.html");
    let page = fs::read_to_string(&index).map_err(|error| named(&index, &error))?;
    let options = page
        .split_once("data-wasm-opt-params=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .ok_or("index.html: data-wasm-opt-params is missing")?
        .0;
    let mut wasm_opt = Command::new("wasm-opt");
    wasm_opt
        .args(options.split_ascii_whitespace())
        .arg("-O3")
        .arg("--strip-producers")
        .arg("--strip-target-features");
    match wasm_opt.arg(&from).arg("-o").arg(&to).status() {
        Ok(status) if status.success() => fs::read(&to).map_err(|error| named(&to, &error)),
        Ok(status) => Err(format!("wasm-opt on the strongbox: {status}")),
        Err(_) => Ok(module),
    }
}

/// The page with the module's name in it, and that name: that of the module in the folder `packs` of what was built.
///
/// # Errors
/// A sentence: there is no module, or the page has no place for its name.
pub fn in_page(built: &Path, page: &str) -> Result<(String, String), String> {
    let folder = built.join("packs");
    let path = modules(&folder)
        .pop()
        .ok_or_else(|| format!("{}: no strongbox there", folder.display()))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = format!("packs/{name}");
    if page.contains(MARK) {
        Ok((page.replace(MARK, &name), name))
    } else {
        Err(format!("index.html: the mark {MARK} is missing"))
    }
}

fn modules(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = files.map(|file| file.path());
    files
        .filter(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with(NAME))
        })
        .collect()
}

fn run(command: &mut Command) -> Result<(), String> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{command:?}: {status}")),
        Err(error) => Err(format!("{command:?}: {error}")),
    }
}

fn named(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
