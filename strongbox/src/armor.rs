//! ASCII armor: a file of the age format as lines of text, which survive mail and copying.

use crate::Refusal;
use crate::base64;

const BEGIN: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";
const END: &[u8] = b"-----END AGE ENCRYPTED FILE-----";
/// Letters in a full line, and the bytes they stand for.
const LINE: usize = 64;
const LINE_BYTES: usize = 48;

/// The text of a file.
#[must_use]
pub fn write(file: &[u8]) -> Vec<u8> {
    let lines = file.len() / LINE_BYTES + 1;
    let mut text = Vec::with_capacity(BEGIN.len() + END.len() + 2 + lines * (LINE + 1));
    text.extend_from_slice(BEGIN);
    text.push(b'\n');
    for line in file.chunks(LINE_BYTES) {
        base64::encode(line, &mut text);
        let short = (3 - line.len() % 3) % 3;
        text.extend_from_slice(&b"=="[..short]);
        text.push(b'\n');
    }
    text.extend_from_slice(END);
    text.push(b'\n');
    text
}

/// Whether this is armor at all: it may stand between blanks and empty lines, as it does when it was copied.
pub fn is_armor(text: &[u8]) -> bool {
    text.trim_ascii_start().starts_with(BEGIN)
}

/// The file that a text stands for.
///
/// # Errors
/// [`Refusal::Damaged`] unless every line is exactly as the format demands.
pub fn read(text: &[u8]) -> Result<Vec<u8>, Refusal> {
    let text = text.trim_ascii();
    // A text that was cut off is refused at once.
    if !text.ends_with(END) {
        return Err(Refusal::Damaged);
    }
    let mut lines = text.split(|byte| *byte == b'\n');
    let mut line = || lines.next().map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    if line() != Some(BEGIN) {
        return Err(Refusal::Damaged);
    }
    let mut file = Vec::with_capacity(text.len() / (LINE + 1) * LINE_BYTES + LINE_BYTES);
    let mut full = true;
    loop {
        let line = line().ok_or(Refusal::Damaged)?;
        if line == END {
            break;
        }
        // Only the last line may be short, and none may be empty.
        if !full || line.is_empty() || line.len() > LINE {
            return Err(Refusal::Damaged);
        }
        let (letters, padded) = unpadded(line).ok_or(Refusal::Damaged)?;
        base64::decode(letters, &mut file).ok_or(Refusal::Damaged)?;
        full = line.len() == LINE && !padded;
    }
    if lines.next().is_none() {
        Ok(file)
    } else {
        Err(Refusal::Damaged)
    }
}

/// A line without its padding, and whether it had any; `None` when there is too much or too little of it.
fn unpadded(line: &[u8]) -> Option<(&[u8], bool)> {
    if !line.len().is_multiple_of(4) {
        return None;
    }
    let bare = line
        .strip_suffix(b"==")
        .or_else(|| line.strip_suffix(b"="))
        .unwrap_or(line);
    Some((bare, bare.len() < line.len()))
}
