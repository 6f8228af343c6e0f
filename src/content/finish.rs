//! After Trunk: the words, the pre-rendered first page and the content-security policy go into `index.html`.
//!
//! In: the page as Trunk wrote it, with `{{id}}` for words, `{{screen:home}}` for the first page, `{{file:...}}` for the
//! icon, which stands in the page itself: once sealed, the page may load nothing, and browsers ask for icons late. Out: the page as it
//! is served. The hashes are those of the scripts as they stand, so they can never be stale.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use crate::document::{guide, home};
use crate::domain::Words;
use crate::export::html::{doc, escape};

/// Fills in the page.
///
/// # Errors
/// A sentence naming a mark that stands for nothing, or a page without its policy mark.
pub fn index(root: &Path, words: &'static Words, page: &str) -> Result<String, String> {
    let mut made = String::with_capacity(page.len() * 2);
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("{{") {
        let (mark, tail) = after.split_once("}}").ok_or("index.html: a {{ without }}")?;
        made.push_str(before);
        made.push_str(&fill(root, words, mark.trim())?);
        rest = tail;
    }
    made.push_str(rest);
    if !made.contains(POLICY) {
        return Err(format!("index.html: the mark {POLICY} is missing"));
    }
    let policy = policy(&made);
    Ok(made.replace(POLICY, &policy))
}

/// Stands in `index.html` where the policy goes.
const POLICY: &str = "%policy%";

fn fill(root: &Path, words: &Words, mark: &str) -> Result<String, String> {
    if let Some(file) = mark.strip_prefix("file:") {
        let bytes = std::fs::read(root.join(file)).map_err(|error| format!("{file}: {error}"))?;
        return Ok(format!("data:image/svg+xml;base64,{}", STANDARD.encode(bytes)));
    }
    if mark == "screen:home" {
        return Ok(doc(words, &home::home(words)));
    }
    if let Some(route) = mark.strip_prefix("name:") {
        return Ok(escape(&guide::screen_name(
            words,
            &crate::document::Route::parse(route),
        )));
    }
    words
        .get(mark)
        .map(escape)
        .ok_or_else(|| format!("index.html: no text has the id `{mark}`"))
}

/// The strictest policy under which the page runs; inline scripts by their hash.
fn policy(page: &str) -> String {
    let hashes = inline_scripts(page).fold(String::new(), |all, script| {
        all + &format!(" 'sha384-{}'", hash(script))
    });
    [
        "default-src 'none'",
        &format!("script-src 'strict-dynamic' 'wasm-unsafe-eval'{hashes}"),
        "connect-src 'self'",
        "style-src 'self'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    .join("; ")
}

fn inline_scripts(page: &str) -> impl Iterator<Item = &str> {
    page.split("<script").skip(1).filter_map(|part| {
        let (tag, rest) = part.split_once('>')?;
        (!tag.contains("src=")).then(|| rest.split("</script>").next().unwrap_or_default())
    })
}

fn hash(script: &str) -> String {
    STANDARD.encode(Sha384::digest(script.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::{hash, inline_scripts};

    #[test]
    fn inline_scripts_are_found_and_hashed() {
        let page = "<script>a()</script><script type=\"module\" src=\"x.js\"></script><script type=\"module\">b()</script>";
        assert_eq!(inline_scripts(page).collect::<Vec<_>>(), ["a()", "b()"]);
        assert_eq!(
            hash(""),
            "OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"
        );
    }
}
