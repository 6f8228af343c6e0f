//! Where things are: from environment variables, else where a checkout has them.

use crate::{Failure, Res};
use std::env;
use std::path::{Path, PathBuf};

/// The top of the checkout.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn from_env(name: &str) -> Option<PathBuf> {
    env::var_os(name)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}

/// The built app: `DIST`, else `dist/` of the checkout.
pub fn dist() -> Res<PathBuf> {
    let path = from_env("DIST").unwrap_or_else(|| root().join("dist"));
    if path.join("index.html").is_file() {
        Ok(path)
    } else {
        Err(Failure::new(format!(
            "There is no built app in {}. Build it with: scripts/build",
            path.display()
        )))
    }
}

/// The folder with the guide as one file, `waymark.html`: `SINGLE`, else `single/` of the checkout.
pub fn single() -> Res<PathBuf> {
    let path = from_env("SINGLE").unwrap_or_else(|| root().join("single"));
    if path.join("waymark.html").is_file() {
        Ok(path)
    } else {
        Err(Failure::new(format!(
            "There is no waymark.html in {}. Build it with: scripts/single",
            path.display()
        )))
    }
}

/// The program that makes the packs: `PACK`, else where `scripts/serve --preview` builds it.
pub(crate) fn pack() -> Res<PathBuf> {
    let path = from_env("PACK").unwrap_or_else(|| root().join("target/release/pack"));
    if path.is_file() {
        Ok(path.canonicalize()?)
    } else {
        Err(Failure::new(format!(
            "There is no {}. Build it with: scripts/serve --preview",
            path.display()
        )))
    }
}

/// The accessibility checker's program text, from `AXE`: only `scripts/test` knows which version is ours.
pub(crate) fn axe() -> Res<String> {
    let path = from_env("AXE").ok_or_else(|| {
        Failure::new("AXE does not name axe.min.js. Run the journeys with: scripts/test journeys")
    })?;
    std::fs::read_to_string(&path).map_err(|error| Failure::new(format!("AXE, {}: {error}", path.display())))
}

/// The driver: `CHROMEDRIVER`, else the one on the path.
pub(crate) fn chromedriver() -> PathBuf {
    from_env("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into())
}

/// The browser: `CHROMIUM`, else Debian's.
pub(crate) fn chromium() -> PathBuf {
    from_env("CHROMIUM").unwrap_or_else(|| "/usr/bin/chromium".into())
}

/// Firefox's driver: `GECKODRIVER`, else the one on the path.
pub(crate) fn geckodriver() -> PathBuf {
    from_env("GECKODRIVER").unwrap_or_else(|| "geckodriver".into())
}

/// `FIREFOX`, else Debian's.
pub(crate) fn firefox() -> PathBuf {
    from_env("FIREFOX").unwrap_or_else(|| "/usr/bin/firefox-esr".into())
}

/// WebKitGTK's driver: `WEBKITDRIVER`, else the one on the path.
pub(crate) fn webkit_driver() -> PathBuf {
    from_env("WEBKITDRIVER").unwrap_or_else(|| "WebKitWebDriver".into())
}

/// The browser that comes with WebKitGTK: `MINIBROWSER`, else Debian's.
pub(crate) fn minibrowser() -> PathBuf {
    from_env("MINIBROWSER").unwrap_or_else(|| "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser".into())
}

/// A folder for what the journeys leave behind: `target/journeys/NAME`.
pub fn out(name: &str) -> Res<PathBuf> {
    let path = from_env("JOURNEYS_OUT")
        .unwrap_or_else(|| root().join("target/journeys"))
        .join(name);
    std::fs::create_dir_all(&path)?;
    Ok(path.canonicalize()?)
}
