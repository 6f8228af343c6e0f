//! The whole guide as one file: the page with its style, program and words inside, under a policy that lets it contact nobody.
//!
//! In: `index.html`, the style sheets, and a folder with what was built (`waymark.js`, `waymark.wasm` and the files of
//! [`EMBEDDED`]). Out: the page. The app finds an embedded file by its name, which is the id of its element
//! (`browser/files.rs`), and would fetch it otherwise.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::finish::{Place, filled, in_language, with_policy, without_guide};
use super::locales::Locale;
use super::module;
use crate::domain::Words;

/// How a file stands inside the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As it is.
    Text,
    /// As base64.
    Bytes,
}

/// The files that the app asks for by name, besides the packs and the module that seals ([`module`]). One more file is one more line.
pub const EMBEDDED: &[(&str, Form)] = &[(PROGRAM, Form::Bytes)];

/// The name of the file of one locale.
#[must_use]
pub fn name(locale: &Locale, all: &[Locale]) -> String {
    if all.first() == Some(locale) {
        "waymark.html".to_owned()
    } else {
        format!("waymark-{}.html", locale.tag)
    }
}

/// The program; the page starts it by itself.
const PROGRAM: &str = "waymark.wasm";

/// Starts the program from the bytes inside the page. The name is that of wasm-bindgen.
const START: &str = "__wbg_init({ module_or_path: Uint8Array.from(atob(document.getElementById(\"waymark.wasm\").textContent), (byte) => byte.charCodeAt(0)) });\n";

/// Makes the page.
///
/// # Errors
/// A sentence naming the file that is missing, or that cannot stand in a page as it is.
pub fn page(
    root: &Path,
    built: &Path,
    locale: &Locale,
    all: &[Locale],
    words: &'static Words,
) -> Result<String, String> {
    let index = in_language(locale, &without_guide(&read(&root.join("index.html"))?))?;
    let (index, strongbox) = module::in_page(built, &index)?;
    let (page, sheets) = without_links(&index)?;
    let mut style = String::new();
    for sheet in sheets {
        style.push_str(&read(&root.join(sheet))?);
    }
    let page = before(
        &filled(root, words, &page)?,
        "</head>",
        &element("style", "", &style)?,
    )?;
    let script = [module(&read(&built.join("waymark.js"))?)?.as_str(), START].concat();
    let script = element("script", " type=\"module\"", &script)?;
    let page = with_policy(&before(&page, "</body>", &script)?, Place::Alone)?;
    // What is no program needs no hash, and stands before the program that reads it.
    let mut files = String::new();
    let own = ["", "-more"].map(|part| format!("packs/{}{part}.pack", locale.tag));
    let letters = all
        .iter()
        .map(|locale| format!("packs/{}-letters.pack", locale.tag));
    for name in own.into_iter().chain(letters) {
        files.push_str(&embedded(&built.join(&name), &name, Form::Text)?);
    }
    for (name, form) in EMBEDDED {
        files.push_str(&embedded(&built.join(name), name, *form)?);
    }
    files.push_str(&embedded(&built.join(&strongbox), &strongbox, Form::Bytes)?);
    before(&page, &script, &files)
}

/// The page without the links that only a build for a server needs, and the style sheets they name.
fn without_links(index: &str) -> Result<(String, Vec<&str>), String> {
    let mut parts = index.split("<link");
    let mut made = parts.next().unwrap_or_default().to_owned();
    let mut sheets = Vec::new();
    for part in parts {
        let (link, rest) = part.split_once('>').ok_or("index.html: a link without an end")?;
        if link.contains("rel=\"css\"") {
            sheets.push(attribute(link, "href").ok_or("index.html: a style sheet without an address")?);
        }
        let dropped = link.contains("data-trunk") || link.contains("rel=\"preload\"");
        if dropped {
            made.truncate(made.trim_end().len());
            made.push_str(rest);
        } else {
            made.push_str("<link");
            made.push_str(part);
        }
    }
    Ok((made, sheets))
}

fn attribute<'a>(link: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = link.split_once(&format!("{name}=\""))?;
    Some(value.split_once('"')?.0)
}

/// What wasm-bindgen wrote, as a script that nothing imports from.
fn module(script: &str) -> Result<String, String> {
    let (body, exports) = script
        .rsplit_once("\nexport ")
        .ok_or("waymark.js: it exports nothing, so its beginning is unknown")?;
    if !exports.contains("__wbg_init as default") || body.contains("\nimport ") || body.contains("\nexport ")
    {
        return Err("waymark.js: not of the form that wasm-bindgen wrote so far".to_owned());
    }
    Ok(format!("{body}\n"))
}

/// A file as an element of the page that no browser runs.
fn embedded(path: &Path, name: &str, form: Form) -> Result<String, String> {
    let text = match form {
        Form::Text => read(path)?,
        Form::Bytes => {
            STANDARD.encode(std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?)
        }
    };
    element("script", &format!(" type=\"text/plain\" id=\"{name}\""), &text)
}

/// An element whose text the browser takes as it stands; refused where it would not.
fn element(tag: &str, attributes: &str, text: &str) -> Result<String, String> {
    let small = text.to_ascii_lowercase();
    for wrong in ["</script", "</style", "<!--", "\r", "\0"] {
        if small.contains(wrong) {
            return Err(format!("<{tag}{attributes}>: {wrong:?} cannot stand in it"));
        }
    }
    Ok(format!("<{tag}{attributes}>{text}</{tag}>\n"))
}

fn before(page: &str, mark: &str, new: &str) -> Result<String, String> {
    let (head, tail) = page.rsplit_once(mark).ok_or_else(|| {
        format!(
            "index.html: {} is missing",
            mark.lines().next().unwrap_or_default()
        )
    })?;
    Ok([head, new, mark, tail].concat())
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::{EMBEDDED, START, element, module, without_links};

    #[test]
    fn only_what_a_server_needs_is_left_out() {
        let index = "<head>\n<link rel=\"icon\" href=\"i\" />\n<link data-trunk rel=\"css\" href=\"style/a.css\" />\n<link\n  data-trunk\n  rel=\"rust\"\n/>\n<link rel=\"preload\" href=\"p\" />\n</head>";
        let (page, sheets) = without_links(index).unwrap_or_default();
        assert_eq!(page, "<head>\n<link rel=\"icon\" href=\"i\" />\n</head>");
        assert_eq!(sheets, ["style/a.css"]);
    }

    #[test]
    fn a_text_that_would_end_its_element_is_refused() {
        for text in [
            "a</script>",
            "</SCRIPT ",
            "<!-- <script>",
            "</style>",
            "a\rb",
            "a\0b",
        ] {
            assert!(element("script", "", text).is_err(), "{text:?}");
        }
        assert_eq!(
            element("script", " id=\"a\"", "a < b\nc\td"),
            Ok("<script id=\"a\">a < b\nc\td</script>\n".to_owned())
        );
    }

    #[test]
    fn a_module_of_another_form_is_refused() {
        let exports = "export { initSync, __wbg_init as default };\n";
        let well = ["let a;\n", exports].concat();
        assert_eq!(module(&well), Ok("let a;\n".to_owned()));
        for wrong in [
            "let a;",
            "let a;\nexport { a };\n",
            &["let a;\nimport b from 'b';\n", exports].concat(),
        ] {
            assert!(module(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn the_program_is_among_the_files() {
        assert!(
            EMBEDDED
                .iter()
                .any(|(name, _)| START.contains(&format!("(\"{name}\")")))
        );
    }
}
