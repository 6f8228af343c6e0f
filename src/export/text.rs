//! A letter -> plain text, as it will read.

use crate::domain::Words;
use crate::domain::apart::set_apart;
use crate::domain::letters::{Letter, Para};

/// Name of the file; it says nothing about anybody.
pub const FILE_NAME: &str = "message-draft.txt";

/// The whole letter: the lines of its head that were given, then the body.
#[must_use]
pub fn write(words: &Words, letter: &Letter) -> String {
    let mut out = String::new();
    let sent = !letter.greeting.is_empty();
    if sent {
        let copy = letter.copy.join(", ");
        let head = [
            ("compose.line.from", &letter.from),
            ("compose.line.to", &letter.to),
            ("compose.line.copy", &copy),
            ("compose.line.subject", &letter.subject),
        ];
        for (label, value) in head.into_iter().filter(|(_, value)| !value.is_empty()) {
            let label = words.t(label);
            out.push_str(&words.line(label, &set_apart(label, value)));
            out.push('\n');
        }
        out.push('\n');
    }
    out.push_str(&body(letter));
    out
}

/// The body alone, as it goes into an e-mail or on the clipboard: lines end with a line feed, the last one too.
#[must_use]
pub fn body(letter: &Letter) -> String {
    blocks(letter).concat()
}

/// The same block by block, each with the line ends after it.
#[must_use]
pub fn blocks(letter: &Letter) -> Vec<String> {
    let signature = letter.signature.join("\n");
    let mut blocks: Vec<String> = Vec::with_capacity(letter.paragraphs.len() + 3);
    blocks.push(letter.greeting.clone());
    blocks.extend(letter.paragraphs.iter().map(paragraph));
    blocks.push(letter.closing.clone());
    blocks.push(signature);
    blocks.retain(|block| !block.is_empty());
    let last = blocks.len().saturating_sub(1);
    for (at, block) in blocks.iter_mut().enumerate() {
        block.push_str(if at == last { "\n" } else { "\n\n" });
    }
    blocks
}

fn paragraph(para: &Para) -> String {
    if para.label.is_empty() {
        return para.text.clone();
    }
    let mut out = para.label.clone();
    out.push('\n');
    out.push_str(&para.text);
    out
}
