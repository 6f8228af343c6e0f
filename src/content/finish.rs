//! After Trunk: the words, the pre-rendered first page and the content-security policy go into `index.html`.
//!
//! In: the page as Trunk wrote it, with `{{id}}` for words, `{{screen:home}}` for the first page, `{{screen:early}}` for those of the
//! interviews, `{{script:...}}` for a script that stands in the page, `{{beside:...}}` for one that needs files beside the page,
//! `{{file:...}}` for the icon, which stands in the page itself: once sealed, the page may load nothing, and browsers ask for icons late.
//! Out: the page as it is served. The hashes are those of the scripts as they stand, so they can never be stale.

use std::collections::BTreeSet;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use super::locales::Locale;
use super::{addresses, module, offline, plain};
use crate::document::name::UNKNOWN;
use crate::document::{Route, home};
use crate::domain::Words;
use crate::export::early;
use crate::export::html::{doc, escape};

/// What all locales share, put into the page: the module that seals files is named, and the style stands in it.
///
/// # Errors
/// A sentence naming what is missing.
pub fn prepared(dist: &Path, page: &str) -> Result<String, String> {
    let (page, _) = module::in_page(dist, page)?;
    style_inside(dist, &page)
}

/// The page of one locale.
///
/// # Errors
/// A sentence naming a mark that stands for nothing, or a page without its policy mark.
pub fn index(
    root: &Path,
    locale: &Locale,
    all: &[Locale],
    words: &'static Words,
    page: &str,
) -> Result<String, String> {
    let guide = format!(
        "<a class=\"alone\" href=\"{}/{}/{}.html\">{}</a>",
        plain::FOLDER,
        locale.tag,
        plain::INDEX,
        escape(words.t("plain.read"))
    );
    let page = in_language(locale, page)?.replace(GUIDE, &guide);
    let page = filled(root, words, &page)?;
    let manifest = format!(
        "</title>\n    <link rel=\"manifest\" href=\"./{}\" />{}",
        offline::MANIFEST,
        elsewhere(all)
    );
    let page = page.replacen("</title>", &manifest, 1);
    let page = page.replacen("</script>", &format!("\n{}</script>", offline::in_page(root)?), 1);
    let page = match all.first() {
        Some(first) if first == locale && all.len() > 1 => page.replacen(
            "<script>",
            &format!("<script>{}</script>\n    <script>", chosen(root, all)?),
            1,
        ),
        _ => page,
    };
    with_policy(&page, Place::Served)
}

/// The page with its language, its direction and its words named.
pub(super) fn in_language(locale: &Locale, page: &str) -> Result<String, String> {
    const AS_WRITTEN: &str = "<html lang=\"en\" dir=\"ltr\">";
    if !page.contains(AS_WRITTEN) {
        return Err(format!("index.html: it does not begin with {AS_WRITTEN}"));
    }
    let begin = format!("<html lang=\"{}\" dir=\"{}\">", locale.tag, locale.direction);
    Ok(page
        .replacen(AS_WRITTEN, &begin, 1)
        .replace("packs/en.pack", &format!("packs/{}.pack", locale.tag)))
}

/// Where the page is in the other languages, for search engines.
fn elsewhere(all: &[Locale]) -> String {
    let link = |locale: &Locale| {
        format!(
            "\n    <link rel=\"alternate\" hreflang=\"{}\" href=\"./{}\" />",
            locale.tag,
            locale.page(all)
        )
    };
    if all.len() > 1 {
        all.iter().map(link).collect()
    } else {
        String::new()
    }
}

/// The script that leads to the language of the reader, on the page that a server shows for the folder.
fn chosen(root: &Path, all: &[Locale]) -> Result<String, String> {
    const FILE: &str = "src/content/language.js";
    let tags: Vec<String> = all.iter().map(|locale| format!("\"{}\"", locale.tag)).collect();
    Ok(script(root, FILE)?.replacen("[]", &format!("[{}]", tags.join(", ")), 1))
}

/// A script of ours without what only its authors read: comments and indents.
pub(super) fn script(root: &Path, file: &str) -> Result<String, String> {
    let text = std::fs::read_to_string(root.join(file)).map_err(|error| format!("{file}: {error}"))?;
    let code = text.lines().map(str::trim);
    let code: Vec<&str> = code.filter(|line| !line.starts_with("//")).collect();
    Ok(code.join("\n"))
}

/// The page with every mark filled in.
pub(super) fn filled(root: &Path, words: &'static Words, page: &str) -> Result<String, String> {
    let mut made = String::with_capacity(page.len() * 2);
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("{{") {
        let (mark, tail) = after.split_once("}}").ok_or("index.html: a {{ without }}")?;
        made.push_str(before);
        made.push_str(&fill(root, words, mark.trim())?);
        rest = tail;
    }
    made.push_str(rest);
    Ok(made)
}

/// Where a page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Beside its files, on a server: it asks that one server for them, until it is sealed.
    Served,
    /// In one file, with everything inside.
    Alone,
}

/// The page with its policy: what its scripts may load, and whom it may contact.
pub(super) fn with_policy(page: &str, place: Place) -> Result<String, String> {
    if page.contains(POLICY) {
        Ok(page.replace(POLICY, &policy(page, place)))
    } else {
        Err(format!("index.html: the mark {POLICY} is missing"))
    }
}

/// The style sheets inside the page, in their order: the first paint then needs one request. Their files are removed.
fn style_inside(dist: &Path, page: &str) -> Result<String, String> {
    const LINK: &str = "<link rel=\"stylesheet\" href=\"";
    let mut parts = page.split(LINK);
    let mut made = parts.next().unwrap_or_default().to_owned();
    let mut style = String::new();
    for part in parts {
        let (href, rest) = part
            .split_once('"')
            .ok_or("index.html: a style sheet without an address")?;
        let (_, rest) = rest.split_once('>').ok_or("index.html: a link without an end")?;
        let file = dist.join(href.trim_start_matches("./"));
        let named = |error: std::io::Error| format!("{}: {error}", file.display());
        style.push_str(&std::fs::read_to_string(&file).map_err(named)?);
        std::fs::remove_file(&file).map_err(named)?;
        made.push_str(rest);
    }
    if style.is_empty() {
        Ok(made)
    } else {
        let style = bare(&style);
        Ok(made.replacen("</head>", &format!("<style>{style}</style></head>"), 1))
    }
}

/// A style sheet without what only its authors read: comments and indents.
fn bare(style: &str) -> String {
    let mut made = String::with_capacity(style.len());
    for part in style.split("/*").enumerate() {
        let code = match part {
            (0, code) => code,
            (_, comment) => comment.split_once("*/").map_or("", |(_, code)| code),
        };
        made.push_str(code);
    }
    let lines = made.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// What stands in the page's style sheets, once they stand in the page: for the pages beside it.
#[must_use]
pub fn style(page: &str) -> String {
    inside(page, "style").collect()
}

/// The page without the lines that lead to the plain pages: the single file has none beside it.
pub(super) fn without_guide(page: &str) -> String {
    let leads = |line: &&str| [GUIDE, BESIDE].iter().any(|mark| line.contains(mark));
    let lines = page.split_inclusive('\n').filter(|line| !leads(line));
    lines.collect()
}

/// What the addresses of pages of words begin with, as a choice in a regular expression. Where an interview begins with the same, they
/// wait for the app.
fn parts(words: &Words) -> String {
    let first = |address: &'static str| address.split_once('/').map_or(address, |(first, _)| first);
    let parts: BTreeSet<&str> = addresses(words).into_iter().map(first).collect();
    let alone = |part: &&str| {
        let below = Route::parse(&format!("/{part}/below"));
        *part != UNKNOWN && matches!(below, Route::Page(_) | Route::Term(_))
    };
    parts.into_iter().filter(alone).collect::<Vec<_>>().join("|")
}

/// Begins the mark of a script that needs files beside the page, in a line of its own.
const BESIDE: &str = "{{beside:";

/// Stands in `index.html` where a link leads to the plain pages, in a line of its own.
const GUIDE: &str = "%guide%";

/// Stands in `index.html` where the policy goes.
const POLICY: &str = "%policy%";

fn fill(root: &Path, words: &Words, mark: &str) -> Result<String, String> {
    if let Some(file) = mark.strip_prefix("file:") {
        return filled_file(root, file);
    }
    if let Some(file) = mark.strip_prefix("script:") {
        return script(root, file);
    }
    if let Some(file) = mark.strip_prefix("beside:") {
        return Ok(script(root, file)?.replacen("%parts%", &parts(words), 1));
    }
    if mark == "screen:home" {
        return Ok(doc(words, &home::home(words)));
    }
    if mark == "screen:early" {
        return early::pages(words);
    }
    if mark == "language" {
        let own = format!("language.of.{}.name", words.locale());
        return Ok(escape(words.t(&own)));
    }
    words
        .get(mark)
        .map(escape)
        .ok_or_else(|| format!("index.html: no text has the id `{mark}`"))
}

/// A picture as it stands in a page.
pub(super) fn filled_file(root: &Path, file: &str) -> Result<String, String> {
    let bytes = std::fs::read(root.join(file)).map_err(|error| format!("{file}: {error}"))?;
    Ok(format!("data:image/svg+xml;base64,{}", STANDARD.encode(bytes)))
}

/// The strictest policy under which the page runs; inline scripts by their hash.
fn policy(page: &str, place: Place) -> String {
    let hashes = |tag| {
        inside(page, tag).fold(String::new(), |all, text| {
            all + &format!(" 'sha384-{}'", hash(text))
        })
    };
    let (scripts, styles) = (hashes("script"), hashes("style"));
    let (loads, contacts, pictures, more, types) = match place {
        // What the page's own scripts load is trusted with them. The one picture is the icon that Apple's devices ask for, before the seal
        // (`touch_icon.js`). The one address of the service worker is the one thing that may be made
        // of a text.
        Place::Served => (
            "'strict-dynamic' ",
            "'self'",
            "'self' ",
            "worker-src 'self'; manifest-src 'self'; ",
            "sw-url",
        ),
        Place::Alone => ("", "'none'", "", "", "'none'"),
    };
    [
        "default-src 'none'",
        &format!("script-src {loads}'wasm-unsafe-eval'{scripts}"),
        &format!("connect-src {contacts}"),
        &format!("style-src{styles}"),
        &format!("img-src {pictures}data:"),
        &format!("{more}base-uri 'none'"),
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        &format!("trusted-types {types}"),
    ]
    .join("; ")
}

/// What stands inside each element of this name, those with a `src` left out.
fn inside<'p>(page: &'p str, tag: &str) -> impl Iterator<Item = &'p str> {
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let parts: Vec<&str> = page.split(open.as_str()).skip(1).collect();
    parts.into_iter().filter_map(move |part| {
        let (attributes, rest) = part.split_once('>')?;
        (!attributes.contains("src=")).then(|| rest.split(close.as_str()).next().unwrap_or_default())
    })
}

/// As a policy names a script or a style that stands in the page.
pub(super) fn hash(script: &str) -> String {
    STANDARD.encode(Sha384::digest(script.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::{bare, hash, inside};

    #[test]
    fn comments_and_indents_of_style_sheets_stay_behind() {
        let style = "/* One. */\n@layer a {\n  /* It's\n     two. */\n  p { /* three */ color: red;\n    margin: 0;\n  }\n}\n";
        assert_eq!(bare(style), "@layer a {\np {  color: red;\nmargin: 0;\n}\n}");
        assert_eq!(bare("p {} /* never closed"), "p {}");
    }

    #[test]
    fn inline_scripts_are_found_and_hashed() {
        let page = "<script>a()</script><script type=\"module\" src=\"x.js\"></script><script type=\"module\">b()</script>";
        assert_eq!(inside(page, "script").collect::<Vec<_>>(), ["a()", "b()"]);
        assert_eq!(
            hash(""),
            "OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"
        );
    }
}
