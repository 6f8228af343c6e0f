//! The headers that a host should send, in the forms that common static hosts read: all made from `scripts/headers.json`.
//!
//! `WAYMARK_BLESS=1 cargo test --no-default-features --features pack --test hosting` writes `docs/hosting/` anew.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot read the files has nothing to say"
)]

use std::fmt::Write as _;
use std::path::Path;

/// What never changes, since its name holds a hash of what is in it; everything else is asked for anew.
const FOREVER: &str = "public, max-age=31536000, immutable";
/// What is asked for anew each time: the service worker above all, by which the next version is noticed.
const ANEW: &str = "no-cache";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn headers() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(root().join("scripts/headers.json")).unwrap();
    let table: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&text).unwrap();
    table
        .into_iter()
        .map(|(name, value)| (name, value.as_str().unwrap().to_owned()))
        .collect()
}

fn headers_file() -> String {
    let mut out = "# Netlify, Cloudflare Pages: put this file into the folder that is served, under the name _headers.\n/*\n".to_owned();
    for (name, value) in headers() {
        writeln!(out, "  {name}: {value}").unwrap();
    }
    write!(
        out,
        "/waymark-*\n  Cache-Control: {FOREVER}\n/sw.js\n  Cache-Control: {ANEW}\n"
    )
    .unwrap();
    out
}

fn htaccess() -> String {
    let mut out = "# Apache (with mod_headers): put this file into the folder that is served, under the name .htaccess.\n\
         AddType application/wasm .wasm\nAddType text/plain .pack\nAddCharset utf-8 .pack\nAddType application/manifest+json .webmanifest\n"
        .to_owned();
    for (name, value) in headers() {
        writeln!(out, "Header always set {name} \"{value}\"").unwrap();
    }
    write!(
        out,
        "Header set Cache-Control \"{ANEW}\"\n<FilesMatch \"^waymark-[0-9a-f]+(_bg)?\\.(js|wasm)$\">\n  Header set Cache-Control \"{FOREVER}\"\n</FilesMatch>\n"
    )
    .unwrap();
    out
}

fn nginx() -> String {
    let mut out = "# nginx: include this in the server block. An add_header in a location of your own would drop all of these there.\n".to_owned();
    for (name, value) in headers() {
        writeln!(out, "add_header {name} \"{value}\" always;").unwrap();
    }
    out.push_str("expires -1;\nlocation ~ /waymark-[0-9a-f]+(_bg)?\\.(js|wasm)$ {\n  expires max;\n}\n");
    out
}

fn vercel() -> String {
    let pair = |name: &str, value: &str| serde_json::json!({"key": name, "value": value});
    let all: Vec<_> = headers().iter().map(|(name, value)| pair(name, value)).collect();
    let made = serde_json::json!({"headers": [
        {"source": "/(.*)", "headers": all},
        {"source": "/waymark-(.*)", "headers": [pair("Cache-Control", FOREVER)]},
        {"source": "/sw.js", "headers": [pair("Cache-Control", ANEW)]},
    ]});
    serde_json::to_string_pretty(&made).unwrap() + "\n"
}

#[test]
fn every_host_is_told_the_same() {
    for (name, made) in [
        ("_headers", headers_file()),
        ("htaccess", htaccess()),
        ("nginx.conf", nginx()),
        ("vercel.json", vercel()),
    ] {
        let path = root().join("docs/hosting").join(name);
        if std::env::var_os("WAYMARK_BLESS").is_some() {
            std::fs::write(&path, &made).unwrap();
        }
        let there = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            there == made,
            "{} is not what scripts/headers.json says: WAYMARK_BLESS=1 writes it anew",
            path.display()
        );
        for (header, value) in headers() {
            assert!(
                made.contains(&header) && made.contains(&value),
                "{header} in {name}"
            );
        }
    }
}

#[test]
fn no_value_breaks_out_of_its_quotes() {
    for (name, value) in headers() {
        let plain = |text: &str| {
            !text.is_empty()
                && text
                    .bytes()
                    .all(|b| (b' '..=b'~').contains(&b) && b != b'"' && b != b'\\')
        };
        assert!(
            plain(&name) && plain(&value) && !name.contains([' ', ':']),
            "{name}: {value}"
        );
    }
}

#[test]
fn nobody_may_show_it_inside_another_page() {
    let all = headers();
    let says = |name: &str, value: &str| all.iter().any(|one| one.0 == name && one.1.contains(value));
    assert!(says("X-Frame-Options", "DENY") && says("Content-Security-Policy", "frame-ancestors 'none'"));
    assert!(says("Referrer-Policy", "no-referrer") && says("X-Content-Type-Options", "nosniff"));
}
