//! Between the compiler and wasm-opt: what the built app carries and nobody needs is taken out of it.
//!
//! [`cut_panics`] makes every function that only reports a panic trap at once, so that wasm-opt drops the reporting: the page
//! itself says that something broke, whatever broke (`index.html`). [`names`] gives short names to what WebAssembly and
//! JavaScript call of each other, and takes comments and indentation out of the JavaScript. Figures: ARCHITECTURE.md.

use std::collections::BTreeMap;

use super::wasm::{
    Bytes, CODE, CUSTOM, EXPORT, IMPORT, Section, count, exports, functions, import, imports, number,
    rebuilt, sections, text,
};

/// Parts of the names of functions that report a panic, and of nothing else; in both ways in which compilers write names.
const PANICS: &[&str] = &[
    "4core9panicking",
    "3std9panicking15panic_with_hook",
    "3std9panicking13panic_handler",
    "rust_begin_unwind",
    "4core4cell22panic_already_borrowed",
    "4core4cell30panic_already_mutably_borrowed",
    "4core6option13unwrap_failed",
    "4core6option13expect_failed",
    "4core6result13unwrap_failed",
    "4core5slice5index16slice_index_fail",
    "4core5slice20copy_from_slice_impl17len_mismatch_fail",
    "4core3str16slice_error_fail",
    "5alloc7raw_vec12handle_error",
    "5alloc7raw_vec17capacity_overflow",
    "13assert_failed",
];

/// The module with every function that only reports a panic cut down to a trap, and how many there were.
///
/// # Errors
/// A sentence saying what is unexpected about the module.
pub fn cut_panics(wasm: &[u8]) -> Result<(Vec<u8>, usize), String> {
    let mut sections = sections(wasm)?;
    // What the linker left for whoever splits the module does not hold any more once code is cut.
    sections.retain(|section| !is_for_linking(section));
    let mut imported = 0;
    let mut named = BTreeMap::new();
    for section in &sections {
        let mut body = Bytes(section.body);
        match section.id {
            IMPORT => imports(&mut body, |_, kind| imported += u32::from(kind == 0))?,
            CUSTOM if body.text()? == "name" => named = functions(&mut body)?,
            _ => {}
        }
    }
    let mut cut = 0;
    let made = rebuilt(&sections, |section| {
        if section.id != CODE {
            return Ok(section.body.to_owned());
        }
        let mut from = Bytes(section.body);
        let count = from.number()?;
        let mut code = number(count);
        for at in 0..count {
            let size = from.number()?;
            let body = from.take(size as usize)?;
            let name = named.get(&(imported + at)).copied().unwrap_or_default();
            if PANICS.iter().any(|part| name.contains(part)) {
                cut += 1;
                // Three bytes long: no locals, `unreachable`, end.
                code.extend([3, 0, 0, 0x0b]);
            } else {
                code.extend(number(size));
                code.extend(body);
            }
        }
        Ok(code)
    })?;
    Ok((made, cut))
}

/// Whether this section tells a linker where addresses stand.
fn is_for_linking(section: &Section) -> bool {
    let name = Bytes(section.body).text().unwrap_or_default();
    section.id == CUSTOM && (name == "linking" || name.starts_with("reloc."))
}

/// The modules and the JavaScript beside them with short names for what they call of each other.
///
/// # Errors
/// A sentence saying what is unexpected about a module.
pub fn names(modules: &[&[u8]], js: &str) -> Result<(Vec<Vec<u8>>, String), String> {
    let mut short = Short::new();
    for module in modules {
        for section in sections(module)? {
            let mut body = Bytes(section.body);
            let mut met = |name| {
                // Names of one word are those that others know.
                let next = format!("${}", short.len());
                if is_long(name) {
                    short.entry(name).or_insert(next);
                }
            };
            match section.id {
                IMPORT => imports(&mut body, |name, _| met(name))?,
                EXPORT => exports(&mut body, |name, _| met(name))?,
                _ => {}
            }
        }
    }
    let made = modules
        .iter()
        .map(|module| renamed(module, &short))
        .collect::<Result<_, _>>()?;
    Ok((made, script(js, &short)))
}

/// Short names by the long ones.
type Short<'w> = BTreeMap<&'w str, String>;

fn new<'n>(short: &'n Short<'_>, name: &'n str) -> &'n str {
    short.get(name).map_or(name, String::as_str)
}

/// The names of functions go as well: nobody asks for them after [`cut_panics`].
fn renamed(module: &[u8], short: &Short<'_>) -> Result<Vec<u8>, String> {
    let mut kept = sections(module)?;
    kept.retain(|section| section.id != CUSTOM || Bytes(section.body).text() != Ok("name"));
    rebuilt(&kept, |section| {
        let mut out = Vec::new();
        let mut body = Bytes(section.body);
        match section.id {
            IMPORT => {
                out.extend(number(body.number()?));
                while !body.0.is_empty() {
                    let module = body.text()?;
                    let name = body.text()?;
                    let rest = body.0;
                    import(&mut body)?;
                    text(&mut out, module);
                    text(&mut out, new(short, name));
                    out.extend(&rest[..rest.len() - body.0.len()]);
                }
            }
            EXPORT => {
                let mut list = Vec::new();
                exports(&mut body, |name, what| list.push((name, what)))?;
                out.extend(number(count(list.len())?));
                for (name, what) in list {
                    text(&mut out, new(short, name));
                    out.extend(what);
                }
            }
            _ => out.extend(section.body),
        }
        Ok(out)
    })
}

fn script(js: &str, short: &Short<'_>) -> String {
    let mut script = String::with_capacity(js.len());
    for line in js.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
        if line.is_empty() {
            continue;
        }
        let mut rest = line;
        while !rest.is_empty() {
            let word = rest.find(|c| !of_name(c)).unwrap_or(rest.len());
            script.push_str(new(short, &rest[..word]));
            let next = rest[word..].find(of_name).map_or(rest.len(), |next| word + next);
            script.push_str(&rest[word..next]);
            rest = &rest[next..];
        }
        script.push('\n');
    }
    script
}

const fn of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

fn is_long(name: &str) -> bool {
    name.len() > 12 && name.contains("__") && name.chars().all(of_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const IMPORTED: &str = "__wbg_setAttribute_0123456789abcdef";
    const EXPORTED: &str = "wasm_bindgen__convert__invoke__h01";

    fn section(id: u8, parts: &[&[u8]]) -> Vec<u8> {
        let body = parts.concat();
        [&[id][..], &number(count(body.len()).unwrap()), &body].concat()
    }

    fn written(name: &str) -> Vec<u8> {
        let mut out = Vec::new();
        text(&mut out, name);
        out
    }

    /// One function that is imported, two that are there: a panic's and another; a memory besides.
    fn module() -> Vec<u8> {
        let import = [written("./glue.js"), written(IMPORTED), vec![0, 0]].concat();
        let exports = [written("memory"), vec![2, 0], written(EXPORTED), vec![0, 2]].concat();
        let code = [[5, 0, 0x41, 7, 0x1a, 0x0b], [5, 0, 0x41, 8, 0x1a, 0x0b]].concat();
        let functions = [
            vec![2, 1],
            written("_RNvNtCsx_4core9panicking9panic_fmt"),
            vec![2],
            written("page"),
        ]
        .concat();
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(IMPORT, &[&[1], &import]),
            section(EXPORT, &[&[2], &exports]),
            section(CODE, &[&[2], &code]),
            section(CUSTOM, &[&written("name"), &section(1, &[&functions])]),
            section(CUSTOM, &[&written("reloc.CODE"), &[3, 0]]),
        ]
        .concat()
    }

    fn holds(bytes: &[u8], part: &[u8]) -> bool {
        bytes.windows(part.len()).any(|window| window == part)
    }

    #[test]
    fn what_only_reports_a_panic_traps_and_the_rest_stays() {
        let (made, cut) = cut_panics(&module()).unwrap();
        assert_eq!(cut, 1);
        assert!(holds(&made, &[2, 3, 0, 0, 0x0b, 5, 0, 0x41, 8, 0x1a, 0x0b]));
        assert!(holds(&made, IMPORTED.as_bytes()));
        assert!(holds(&module(), b"reloc.") && !holds(&made, b"reloc."));
    }

    #[test]
    fn both_sides_know_the_new_names() {
        let js = format!(
            "  // {IMPORTED}\n  {IMPORTED}: function(a) {{ a.memory }},\n\n    wasm.{EXPORTED}(`${{a}}`, {EXPORTED}_2);\n"
        );
        let (made, script) = names(&[&module(), &module()], &js).unwrap();
        assert_eq!(made[0], made[1], "what one module gives the other takes");
        let made = &made[0];
        assert_eq!(
            script,
            format!("$0: function(a) {{ a.memory }},\nwasm.$1(`${{a}}`, {EXPORTED}_2);\n")
        );
        assert!(holds(made, b"\x02$0\0") && holds(made, b"\x02$1\0\x02") && holds(made, b"\x06memory\x02"));
        assert!(!holds(made, b"panicking") && holds(&module(), b"panicking"));
        assert!(!holds(made, IMPORTED.as_bytes()) && !holds(made, EXPORTED.as_bytes()));
    }

    #[test]
    fn a_module_that_is_not_whole_is_an_error() {
        let whole = module();
        assert!(cut_panics(b"<!doctype html>").is_err() && names(&[b""], "").is_err());
        for end in 9..whole.len() {
            // Cut between sections it is whole, and only shorter.
            let cut = &whole[..end];
            if sections(cut).is_err() {
                assert!(cut_panics(cut).is_err() && names(&[cut], "").is_err(), "{end}");
            }
        }
    }
}
