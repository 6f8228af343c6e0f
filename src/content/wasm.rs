//! Reads and writes as much of a WebAssembly module as [`super::shorten`] needs: its sections, and the names in some of them.

use std::collections::BTreeMap;

pub(super) const CUSTOM: u8 = 0;
pub(super) const IMPORT: u8 = 2;
pub(super) const EXPORT: u8 = 7;
pub(super) const CODE: u8 = 10;

/// A section: its number and what stands in it.
pub(super) struct Section<'w> {
    pub(super) id: u8,
    pub(super) body: &'w [u8],
}

pub(super) fn sections(wasm: &[u8]) -> Result<Vec<Section<'_>>, String> {
    let mut rest = Bytes(
        wasm.strip_prefix(b"\0asm\x01\0\0\0")
            .ok_or("this is not WebAssembly")?,
    );
    let mut sections = Vec::new();
    while !rest.0.is_empty() {
        let id = rest.byte()?;
        let size = rest.number()?;
        let body = rest.take(size as usize)?;
        sections.push(Section { id, body });
    }
    Ok(sections)
}

pub(super) fn rebuilt<'w>(
    sections: &[Section<'w>],
    mut new: impl FnMut(&Section<'w>) -> Result<Vec<u8>, String>,
) -> Result<Vec<u8>, String> {
    let mut made = b"\0asm\x01\0\0\0".to_vec();
    for section in sections {
        let body = new(section)?;
        made.push(section.id);
        made.extend(number(count(body.len())?));
        made.extend(body);
    }
    Ok(made)
}

/// Calls `met` with the name and the kind of every import.
pub(super) fn imports<'w>(body: &mut Bytes<'w>, mut met: impl FnMut(&'w str, u8)) -> Result<(), String> {
    for _ in 0..body.number()? {
        body.text()?;
        let name = body.text()?;
        met(name, import(body)?);
    }
    Ok(())
}

/// Steps over what follows the name of an import; says its kind.
pub(super) fn import(body: &mut Bytes) -> Result<u8, String> {
    let kind = body.byte()?;
    match kind {
        0 => drop(body.number()?),
        1 | 2 => {
            if kind == 1 {
                body.byte()?;
            }
            let limits = body.byte()?;
            body.number()?;
            if limits & 1 == 1 {
                body.number()?;
            }
        }
        3 => drop(body.take(2)?),
        4 => {
            body.byte()?;
            body.number()?;
        }
        _ => return Err(format!("an import of an unknown kind, {kind}")),
    }
    Ok(kind)
}

/// Calls `met` with the name of every export and the bytes that say what it is.
pub(super) fn exports<'w>(
    body: &mut Bytes<'w>,
    mut met: impl FnMut(&'w str, &'w [u8]),
) -> Result<(), String> {
    for _ in 0..body.number()? {
        let name = body.text()?;
        let from = body.0;
        body.byte()?;
        body.number()?;
        met(name, &from[..from.len() - body.0.len()]);
    }
    Ok(())
}

/// The names of functions by their numbers, as far as the module says.
pub(super) fn functions<'w>(body: &mut Bytes<'w>) -> Result<BTreeMap<u32, &'w str>, String> {
    let mut names = BTreeMap::new();
    while !body.0.is_empty() {
        let kind = body.byte()?;
        let size = body.number()?;
        let mut part = Bytes(body.take(size as usize)?);
        if kind == 1 {
            for _ in 0..part.number()? {
                names.insert(part.number()?, part.text()?);
            }
        }
    }
    Ok(names)
}

/// Bytes being read.
pub(super) struct Bytes<'w>(pub(super) &'w [u8]);

impl<'w> Bytes<'w> {
    pub(super) fn take(&mut self, size: usize) -> Result<&'w [u8], String> {
        let (taken, rest) = self.0.split_at_checked(size).ok_or("the module ends too early")?;
        self.0 = rest;
        Ok(taken)
    }

    pub(super) fn byte(&mut self) -> Result<u8, String> {
        Ok(self.take(1)?[0])
    }

    /// A number as WebAssembly writes it: seven bits a byte.
    pub(super) fn number(&mut self) -> Result<u32, String> {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err("a number is too long".to_owned())
    }

    pub(super) fn text(&mut self) -> Result<&'w str, String> {
        let size = self.number()?;
        std::str::from_utf8(self.take(size as usize)?).map_err(|error| error.to_string())
    }
}

pub(super) fn number(mut number: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let [low, ..] = number.to_le_bytes();
        number >>= 7;
        if number == 0 {
            bytes.push(low & 0x7f);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

pub(super) fn text(out: &mut Vec<u8>, text: &str) {
    out.extend(number(u32::try_from(text.len()).unwrap_or(u32::MAX)));
    out.extend(text.as_bytes());
}

pub(super) fn count(number: usize) -> Result<u32, String> {
    u32::try_from(number).map_err(|error| error.to_string())
}
