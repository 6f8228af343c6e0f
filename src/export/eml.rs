//! A draft -> an e-mail file (RFC 5322, MIME) that mail programs open as a message not yet sent (`X-Unsent`).
//!
//! There is no From, Date or Message-ID: the mail program that opens it adds its own. Everything typed reaches a header
//! only as one clean line, plain if it is short and harmless, else as encoded words: no header can be smuggled in.

use super::{ExportError, addressed, text};
use crate::domain::Words;
use crate::domain::letters::{Draft, Form, composed};

/// Name of the file; it says nothing about anybody.
pub const FILE_NAME: &str = "message-draft.eml";
/// Its media type.
pub const MEDIA_TYPE: &str = "message/rfc822";

/// Room for the text inside one encoded word of 75 characters (RFC 2047, 2).
const ENCODED_ROOM: usize = 75 - "=?UTF-8?Q??=".len();
/// Longest encoded line of the body (RFC 2045, 6.7), without the `=` of a soft break.
const LINE_ROOM: usize = 75;

/// The file's text, ASCII throughout, lines ended by CRLF.
///
/// # Errors
/// [`ExportError::Address`] when an address field holds something else than one address.
pub fn write(words: &Words, own: &Words, draft: &Draft) -> Result<String, ExportError> {
    let letter = composed(own, Form::of(words, draft.kind), draft);
    let who = addressed(words, draft)?;
    let mut out = String::from("X-Unsent: 1\r\n");
    mailboxes(&mut out, "To", &who.to);
    mailboxes(&mut out, "Cc", &who.copy);
    out.push_str("Subject: ");
    phrase(&mut out, &letter.subject, |b| b.is_ascii_graphic() || b == b' ');
    out.push_str("\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n");
    out.push_str("Content-Transfer-Encoding: quoted-printable\r\n\r\n");
    quoted_printable(&mut out, &text::body(&letter));
    Ok(out)
}

fn mailboxes(out: &mut String, header: &str, all: &[(String, String)]) {
    for (at, (name, address)) in all.iter().enumerate() {
        if at == 0 {
            out.push_str(header);
            out.push_str(": ");
        } else {
            out.push_str(",\r\n ");
        }
        if name.is_empty() {
            out.push_str(address);
        } else {
            phrase(out, name, |b| b.is_ascii_alphanumeric() || b == b' ' || b == b'-');
            out.push_str("\r\n <");
            out.push_str(address);
            out.push('>');
        }
    }
    if !all.is_empty() {
        out.push_str("\r\n");
    }
}

/// One line of text in a header: as it is when short and plain, else as encoded words, folded.
fn phrase(out: &mut String, text: &str, plain: fn(u8) -> bool) {
    if text.len() <= ENCODED_ROOM && text.bytes().all(plain) && !text.contains("=?") {
        out.push_str(text);
        return;
    }
    let (mut room, mut first) = (0, true);
    for c in text.chars() {
        let mut buffer = [0; 4];
        let bytes = c.encode_utf8(&mut buffer).as_bytes();
        let width = if c.is_ascii_alphanumeric() || c == ' ' {
            1
        } else {
            3 * bytes.len()
        };
        if room < width {
            // The first word shares its line with the header's name.
            out.push_str(if first { "=?UTF-8?Q?" } else { "?=\r\n =?UTF-8?Q?" });
            room = if first {
                ENCODED_ROOM - "Subject: ".len()
            } else {
                ENCODED_ROOM
            };
            first = false;
        }
        room -= width;
        match c {
            ' ' => out.push('_'),
            c if c.is_ascii_alphanumeric() => out.push(c),
            _ => bytes.iter().for_each(|b| hex(out, *b)),
        }
    }
    out.push_str("?=");
}

fn hex(out: &mut String, byte: u8) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    out.push('=');
    out.push(char::from(DIGITS[usize::from(byte >> 4)]));
    out.push(char::from(DIGITS[usize::from(byte & 15)]));
}

/// Quoted-printable, RFC 2045, 6.7. A full stop at the start of a line is encoded too: some mail programs double it.
fn quoted_printable(out: &mut String, text: &str) {
    for line in text.lines() {
        let mut used = 0;
        let bytes = line.as_bytes();
        for (at, byte) in bytes.iter().enumerate() {
            let last = at + 1 == bytes.len();
            let plain = match byte {
                b' ' => !last,
                b'=' => false,
                b'.' => used > 0,
                _ => byte.is_ascii_graphic(),
            };
            let width = if plain { 1 } else { 3 };
            if used + width > LINE_ROOM {
                out.push_str("=\r\n");
                used = 0;
            }
            if plain && !(used == 0 && *byte == b'.') {
                out.push(char::from(*byte));
                used += 1;
            } else {
                hex(out, *byte);
                used += 3;
            }
        }
        out.push_str("\r\n");
    }
}
