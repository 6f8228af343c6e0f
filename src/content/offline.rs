//! The guide without a network: the service worker with the list of its files (`offline/worker.js`), the page's side of it
//! (`offline/page.js`), and the manifest by which a browser installs it.
//!
//! In: what was built. Out: `sw.js` and `manifest.webmanifest`. Each build has a cache of its own, named by a hash of the list and of
//! the worker itself; each file stands in the list with its SHA-256, so a copy is kept only if it is the one that was built.
//!
//! A reader keeps what a page in their language loads anyway, and nothing besides: other languages once they are opened, and the plain pages
//! never, since whoever has a worker has the app. Where such a page is asked for without a network, one in that language says so.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::finish::{hash, script};
use super::locales::Locale;
use crate::domain::{Words, fingerprint, json};
use crate::export::html::escape;

/// Names and their SHA-256 in base64.
type Files = BTreeMap<String, String>;

/// What the worker keeps.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct List {
    /// What every reader needs: the page of the folder, the code, the words of letters in all languages, the manifest.
    pub shell: Files,
    /// What a reader of one language needs besides, by its tag.
    pub of: BTreeMap<String, Files>,
    /// The tag of each page.
    pub pages: BTreeMap<String, String>,
}

impl List {
    /// The list of what was built: by their names, and nothing else that lies there.
    ///
    /// # Errors
    /// A sentence naming a file that cannot be read, or that no build lacks.
    pub fn of(dist: &Path, all: &[Locale]) -> Result<Self, String> {
        let mut list = Self::default();
        let mut names: BTreeSet<String> = [MANIFEST.to_owned()].into();
        for locale in all {
            let (tag, page) = (&locale.tag, locale.page(all));
            names.insert(format!("packs/{tag}-letters.pack"));
            let mut own = vec![format!("packs/{tag}.pack"), format!("packs/{tag}-more.pack")];
            if all.first() == Some(locale) {
                names.insert(page.clone());
            } else {
                own.push(page.clone());
            }
            list.pages.insert(page, tag.clone());
            let own = own.into_iter().map(|name| hashed(dist, name));
            list.of.insert(tag.clone(), own.collect::<Result<_, _>>()?);
        }
        let code = code(dist)?;
        for kind in [".js", ".wasm"] {
            if !code.iter().any(|name| name.ends_with(kind)) {
                return Err(format!("{}: no {kind} there", dist.display()));
            }
        }
        names.extend(code);
        let shell = names.into_iter().map(|name| hashed(dist, name));
        list.shell = shell.collect::<Result<_, _>>()?;
        Ok(list)
    }
}

/// The program, its second module and the module that seals files.
fn code(dist: &Path) -> Result<Vec<String>, String> {
    let mut code = Vec::new();
    for (folder, starts) in [("", ["waymark-", "later-"]), ("packs/", ["strongbox-"; 2])] {
        let path = dist.join(folder);
        let named = |error: std::io::Error| format!("{}: {error}", path.display());
        for file in std::fs::read_dir(&path).map_err(named)? {
            let name = file.map_err(named)?.file_name().to_string_lossy().into_owned();
            let is_code = Path::new(&name)
                .extension()
                .is_some_and(|kind| kind == "js" || kind == "wasm");
            if is_code && starts.iter().any(|start| name.starts_with(start)) {
                code.push(format!("{folder}{name}"));
            }
        }
    }
    Ok(code)
}

fn hashed(dist: &Path, name: String) -> Result<(String, String), String> {
    let bytes = std::fs::read(dist.join(&name)).map_err(|error| format!("{name}: {error}"))?;
    Ok((name, STANDARD.encode(Sha256::digest(bytes))))
}

/// The worker with its list, and with what each language calls itself and says of a page that is not kept.
///
/// # Errors
/// A sentence: the source has no place for one of its lists.
pub fn worker(root: &Path, list: &List, all: &[(&Locale, &Words)]) -> Result<String, String> {
    let mut made = source(root, "worker")?;
    let names: Files = all
        .iter()
        .map(|(locale, _)| (locale.tag.clone(), escape(&locale.name)))
        .collect();
    let missing: Files = all
        .iter()
        .map(|(locale, words)| (locale.tag.clone(), missing(locale, words)))
        .collect();
    for (mark, text) in [
        ("SHELL = {}", written("SHELL", &list.shell)?),
        ("OF = {}", written("OF", &list.of)?),
        ("PAGES = {}", written("PAGES", &list.pages)?),
        ("NAMES = {}", written("NAMES", &names)?),
        ("MISSING = {}", written("MISSING", &missing)?),
    ] {
        if !made.contains(mark) {
            return Err(format!("{FOLDER}/worker.js: `{mark}` is missing"));
        }
        made = made.replacen(mark, &text, 1);
    }
    let build = fingerprint::of(made.as_bytes());
    Ok(made.replacen("%build%", &build[..16], 1))
}

/// The page that stands in for one that is not kept. The worker puts links to those that are in the place of its mark.
fn missing(locale: &Locale, words: &Words) -> String {
    // Colours are said, so that a check can tell them.
    const STYLE: &str = "html{background:#fff;color:#1d2021}a{display:inline-block;padding:.5rem;color:#0a5350}main{max-width:34rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.6 system-ui,sans-serif}@media(prefers-color-scheme:dark){html{background:#15191a;color:#e8eaea}a{color:#8fd5cf}}";
    let t = |id: &str| escape(words.t(id));
    [
        "<!doctype html>".to_owned(),
        format!("<html lang=\"{}\" dir=\"{}\">", locale.tag, locale.direction),
        "<meta charset=\"utf-8\">".to_owned(),
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'sha384-{}'\">", hash(STYLE)),
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">".to_owned(),
        "<meta name=\"color-scheme\" content=\"light dark\">".to_owned(),
        format!("<title>{}</title><link rel=\"icon\" href=\"data:,\"><style>{STYLE}</style>", t("app.name")),
        format!("<main><h1>{}</h1><p>{}</p><p>{}</p><ul>%links%</ul></main>", t("offline.title"), t("offline.text"), t("offline.kept")),
    ]
    .concat()
}

fn written(name: &str, what: &impl Serialize) -> Result<String, String> {
    let text = json::write(what).map_err(|error| error.to_string())?;
    Ok(format!("{name} = {text}"))
}

/// The page's side of it, without comments.
///
/// # Errors
/// A sentence: the source cannot be read.
pub fn in_page(root: &Path) -> Result<String, String> {
    source(root, "page")
}

/// Where the sources are.
const FOLDER: &str = "src/content/offline";

fn source(root: &Path, name: &str) -> Result<String, String> {
    script(root, &format!("{FOLDER}/{name}.js"))
}

/// The name of the worker, as the pages register it.
pub const WORKER: &str = "sw.js";

/// The kill switch: what is served under the name of the worker to take it off every device again.
pub const OFF: &str = "sw-off.js";

/// The name of the manifest, as the pages link it.
pub const MANIFEST: &str = "manifest.webmanifest";

#[derive(Serialize)]
struct Manifest<'a> {
    name: &'a str,
    short_name: &'a str,
    description: &'a str,
    lang: &'a str,
    dir: &'a str,
    start_url: &'static str,
    scope: &'static str,
    display: &'static str,
    background_color: &'static str,
    theme_color: &'static str,
    icons: Vec<Icon>,
}

#[derive(Serialize)]
struct Icon {
    src: String,
    sizes: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
}

/// What the manifest names, the more special behind: its file in `public/`, how many pixels wide and high it is (none: as many as
/// one likes), and what for. Launchers cut a maskable one to their own shape: what matters stays within its inner 80 %.
const ICONS: [(&str, Option<&str>, &str); 5] = [
    ("icon.svg", None, "any"),
    ("icon-maskable.svg", None, "maskable"),
    ("icon-192.png", Some("192x192"), "any"),
    ("icon-512.png", Some("512x512"), "any"),
    ("icon-maskable-512.png", Some("512x512"), "maskable"),
];

/// The icon on the first screen of Apple's devices, beside the pages under the name by which these look for it. In `public/`.
pub const TOUCH_ICON: &str = "apple-touch-icon.png";

/// The manifest, with the icons inside it: a browser asks for icons late, when the page is sealed, and the page's policy holds for it.
///
/// # Errors
/// A sentence: an icon is missing.
pub fn manifest(root: &Path, words: &Words, locale: &Locale) -> Result<String, String> {
    let icon = |(file, pixels, purpose): (&str, Option<&'static str>, &'static str)| {
        let path = format!("public/{file}");
        let bytes = std::fs::read(root.join(&path)).map_err(|error| format!("{path}: {error}"))?;
        let kind = if pixels.is_some() {
            "image/png"
        } else {
            "image/svg+xml"
        };
        Ok(Icon {
            src: format!("data:{kind};base64,{}", STANDARD.encode(bytes)),
            sizes: pixels.unwrap_or("any"),
            kind,
            purpose,
        })
    };
    let name = words.t("app.name");
    let manifest = Manifest {
        name,
        short_name: name,
        description: words.t("app.description"),
        lang: &locale.tag,
        dir: &locale.direction,
        start_url: "./",
        scope: "./",
        display: "standalone",
        background_color: "#ffffff",
        theme_color: "#0a5350",
        icons: ICONS.into_iter().map(icon).collect::<Result<_, String>>()?,
    };
    json::write(&manifest).map_err(|error| error.to_string())
}
