//! The guide without a network: which files the service worker keeps, by which hashes, and what the manifest says.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot read the files has nothing to say"
)]

mod support;

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use support::languages;
use waymark::content::offline::{List, TOUCH_ICON, in_page, manifest, worker};
use waymark::content::{self, locales};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder as a build leaves it, with things in it that are nobody's business.
fn built(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("packs")).unwrap();
    std::fs::create_dir_all(folder.join("guide")).unwrap();
    let put = |name: &str| std::fs::write(folder.join(name), name).unwrap();
    let all = locales::all(root()).unwrap();
    for locale in &all {
        put(&locale.page(&all));
        for part in ["", "-more", "-letters"] {
            put(&format!("packs/{}{part}.pack", locale.tag));
        }
    }
    for name in [
        "manifest.webmanifest",
        "waymark-0123456789abcdef.js",
        "waymark-0123456789abcdef_bg.wasm",
        "later-0123456789abcdef.wasm",
        "packs/strongbox-0123456789abcdef.wasm",
        "_headers",
        "sw.js",
        "notes.txt",
        "packs/old.pack",
        "guide/index.html",
        "apple-touch-icon.png",
    ] {
        put(name);
    }
    folder
}

fn list(folder: &Path) -> List {
    List::of(folder, &locales::all(root()).unwrap()).unwrap()
}

fn written(folder: &Path) -> String {
    let all = languages();
    let spoken: Vec<_> = all.iter().map(|(locale, words)| (locale, *words)).collect();
    worker(root(), &list(folder), &spoken).unwrap()
}

#[test]
fn exactly_what_a_reader_needs_is_on_the_list() {
    let list = list(&built("exactly"));
    let mut expected: Vec<String> = [
        "later-0123456789abcdef.wasm",
        "manifest.webmanifest",
        "packs/strongbox-0123456789abcdef.wasm",
        "waymark-0123456789abcdef.js",
        "waymark-0123456789abcdef_bg.wasm",
    ]
    .map(str::to_owned)
    .into();
    let all = locales::all(root()).unwrap();
    for locale in &all {
        expected.push(format!("packs/{}-letters.pack", locale.tag));
        let own: Vec<&String> = list.of[&locale.tag].keys().collect();
        let tag = &locale.tag;
        let mut theirs = vec![format!("packs/{tag}-more.pack"), format!("packs/{tag}.pack")];
        if locale.page(&all) == "index.html" {
            // The folder's page leads everybody to their language.
            expected.push(locale.page(&all));
        } else {
            theirs.push(locale.page(&all));
        }
        theirs.sort();
        assert_eq!(own, theirs.iter().collect::<Vec<_>>());
        assert_eq!(&list.pages[&locale.page(&all)], tag);
    }
    expected.sort();
    let there: Vec<&String> = list.shell.keys().collect();
    assert_eq!(there, expected.iter().collect::<Vec<_>>());
    // Of the text "index.html".
    assert_eq!(
        list.shell["index.html"],
        "DrVHMEZYgFqteI0yDxC/Hyknl7Xm10Wjv2F1hNoBcFE="
    );
}

#[test]
fn every_change_of_a_file_makes_another_worker_and_another_cache() {
    let folder = built("changes");
    let build = |worker: &str| {
        let (_, rest) = worker.split_once("const BUILD = \"").unwrap();
        rest[..16].to_owned()
    };
    let before = written(&folder);
    assert_eq!(before, written(&folder));
    assert!(build(&before).bytes().all(|letter| letter.is_ascii_hexdigit()));
    assert!(!before.contains("%build%"));
    for name in ["fr.html", "packs/zh-more.pack", "later-0123456789abcdef.wasm"] {
        std::fs::write(folder.join(name), "changed").unwrap();
        let after = written(&folder);
        assert_ne!(build(&before), build(&after), "{name}");
        std::fs::write(folder.join(name), name).unwrap();
    }
    // What is not on the list changes nothing.
    std::fs::write(folder.join("notes.txt"), "changed").unwrap();
    assert_eq!(before, written(&folder));
}

#[test]
fn a_build_that_lacks_a_file_is_an_error_that_names_it() {
    for name in [
        "fr.html",
        "packs/ru.pack",
        "packs/ar-letters.pack",
        "manifest.webmanifest",
    ] {
        let folder = built("lacks");
        std::fs::remove_file(folder.join(name)).unwrap();
        let error = List::of(&folder, &locales::all(root()).unwrap()).unwrap_err();
        assert!(error.contains(name), "{error}");
    }
}

#[test]
fn the_manifest_is_json_with_the_name_of_the_guide_and_icons_that_need_no_request() {
    let all = locales::all(root()).unwrap();
    let words = content::load(root(), &all[0].tag).unwrap();
    let text = manifest(root(), words, &all[0]).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(manifest["name"], words.t("app.name"));
    assert_eq!(manifest["start_url"], "./");
    let icons = manifest["icons"].as_array().unwrap();
    let says = |icon: &serde_json::Value, key: &str| icon[key].as_str().unwrap().to_owned();
    let all = icons
        .iter()
        .map(|icon| ["type", "sizes", "purpose"].map(|key| says(icon, key)));
    assert_eq!(
        all.collect::<Vec<_>>(),
        [
            ["image/svg+xml", "any", "any"],
            ["image/svg+xml", "any", "maskable"],
            ["image/png", "192x192", "any"],
            ["image/png", "512x512", "any"],
            ["image/png", "512x512", "maskable"],
        ]
    );
    for icon in icons {
        let (kind, sizes) = (says(icon, "type"), says(icon, "sizes"));
        let src = says(icon, "src");
        let data = src.strip_prefix(&format!("data:{kind};base64,")).unwrap();
        let bytes = STANDARD.decode(data).unwrap();
        if kind == "image/png" {
            let (pixels, see_through) = png(&bytes);
            assert_eq!(sizes, format!("{pixels}x{pixels}"));
            // A launcher puts its own shape around a maskable one, so there is nothing to see through.
            assert_eq!(see_through, says(icon, "purpose") == "any", "{sizes}");
        }
    }
}

/// Apple's devices take the picture as it is: no SVG, and what is transparent they make black.
#[test]
fn the_icon_for_apples_devices_is_a_small_opaque_png() {
    let bytes = std::fs::read(root().join("public").join(TOUCH_ICON)).unwrap();
    assert_eq!(png(&bytes), (180, false));
    // It is named where the pages ask for it.
    let script = std::fs::read_to_string(root().join("src/content/touch_icon.js")).unwrap();
    assert!(script.contains(&format!("href: \"./{TOUCH_ICON}\"")));
    let index = std::fs::read_to_string(root().join("index.html")).unwrap();
    assert!(index.contains("{{beside:src/content/touch_icon.js}}"));
}

/// How many pixels wide and high a PNG is, and whether one can see through it.
fn png(bytes: &[u8]) -> (u32, bool) {
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "not a PNG");
    assert!(bytes.len() < 5_000, "an icon of {} bytes", bytes.len());
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    assert_eq!(number(16), number(20), "not square");
    // The colours stand in a table; how opaque each of them is, in another, if any is not.
    assert_eq!(bytes[25], 3, "not a table of colours");
    (number(16), bytes.windows(4).any(|name| name == b"tRNS"))
}

/// In every language: what is missing, why, and a place for links to what there is.
#[test]
fn what_is_not_kept_is_said_in_every_language() {
    let worker = written(&built("missing"));
    let all = languages();
    for (locale, words) in &all {
        assert!(worker.contains(&format!("\\\"{}\\\" dir=\\\"{}", locale.tag, locale.direction)));
        for id in ["offline.title", "offline.text"] {
            assert!(worker.contains(words.t(id)), "{id} in {}", locale.tag);
        }
    }
    assert_eq!(worker.matches("<ul>%links%</ul>").count(), all.len());
}

/// One prefix of caches and one address of the worker in all three scripts: what one makes the others find.
#[test]
fn page_worker_and_kill_switch_mean_the_same_caches() {
    let off = std::fs::read_to_string(root().join("public/sw-off.js")).unwrap();
    let worker = written(&built("same"));
    let page = in_page(root()).unwrap();
    for script in [&off, &worker] {
        assert!(script.contains("`waymark ${registration.scope} `"));
    }
    assert!(page.contains("`waymark ${scope} `"));
    assert!(page.contains("createScriptURL: () => \"./sw.js\""));
}
