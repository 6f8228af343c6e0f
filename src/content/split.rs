//! How the second module of WebAssembly comes: the JavaScript that fetches it and joins it to the first.
//!
//! The tool that splits (`scripts/slim/wasm-bindgen`) writes a script of its own beside the app's; this one does the same in three
//! lines, inside the app's. The second module takes from the first its memory, its table of functions and its stack.

/// The file of the second module, until the build knows its hash.
pub const LATER: &str = "later.wasm";

/// The import that stands in the place of the loader.
const IMPORT: &str = "import * as ";
const FROM: &str = " from \"./__wasm_split.js\"";

/// The app's JavaScript with the loader in it.
///
/// # Errors
/// A sentence, where the JavaScript does not look as wasm-bindgen writes it.
pub fn join(js: &str) -> Result<String, String> {
    let unknown = || {
        format!(
            "the JavaScript has no `{IMPORT}...{FROM}`: nothing was split, or wasm-bindgen writes otherwise now"
        )
    };
    let (before, after) = js.split_once(FROM).ok_or_else(unknown)?;
    let (before, name) = before.rsplit_once(IMPORT).ok_or_else(unknown)?;
    if !js.contains("async function __wbg_load(") {
        return Err("the JavaScript has no `__wbg_load`, which loads a module".to_owned());
    }
    // It tells the app by the function that the app gave; the table of functions holds it.
    let loader = format!(
        "const {name} = {{ __wasm_split_load_later: async (told, by) => {{
            let there = 1;
            try {{ await __wbg_load(await fetch(new URL('{LATER}', import.meta.url)), {{ __wasm_split: wasm }}); }}
            catch (error) {{ console.error(error); there = 0; }}
            wasm.__indirect_function_table.get(told)(by, there);
        }} }};"
    );
    Ok(format!("{before}{loader}{after}"))
}

#[cfg(test)]
mod tests {
    use super::join;

    const WRITTEN: &str = "import * as import1 from \"./__wasm_split.js\"\n\nfunction imports() { return { \"./__wasm_split.js\": import1 }; }\nasync function __wbg_load(module, imports) {}\n";

    #[test]
    fn the_loader_stands_where_the_import_stood() {
        let joined = join(WRITTEN).unwrap();
        assert!(
            joined.starts_with("const import1 = { __wasm_split_load_later: "),
            "{joined}"
        );
        assert!(joined.contains("return { \"./__wasm_split.js\": import1 }") && !joined.contains("import *"));
    }

    #[test]
    fn what_was_not_split_is_an_error() {
        assert!(join("function imports() {}").is_err());
        assert!(join(&WRITTEN.replace("__wbg_load", "load")).is_err());
    }
}
