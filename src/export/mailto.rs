//! A draft -> a `mailto:` link (RFC 6068), when it is short enough.

use super::{ExportError, addressed, text};
use crate::domain::Words;
use crate::domain::letters::{Draft, Form, composed};

/// Longest link that is offered, in characters. RFC 6068 names no limit, programs have their own: Windows hands a link of
/// at most about 2,080 characters to the mail program, and several mail programs and web mailers cut off near 2,000,
/// silently. A message cut in half is worse than none, so a longer one is refused, with the reason.
pub const LIMIT: usize = 2000;

/// The link.
///
/// # Errors
/// [`ExportError::TooLong`] above [`LIMIT`]; [`ExportError::Address`] when an address field holds something else.
pub fn write(words: &Words, own: &Words, draft: &Draft) -> Result<String, ExportError> {
    let letter = composed(own, Form::of(words, draft.kind), draft);
    let who = addressed(words, draft)?;
    let mut link = String::from("mailto:");
    for (at, (_, address)) in who.to.iter().enumerate() {
        link.push_str(if at == 0 { "" } else { "," });
        percent(&mut link, address);
    }
    link.push('?');
    for (at, (_, address)) in who.copy.iter().enumerate() {
        link.push_str(if at == 0 { "cc=" } else { "%2C" });
        percent(&mut link, address);
    }
    if !who.copy.is_empty() {
        link.push('&');
    }
    link.push_str("subject=");
    percent(&mut link, &letter.subject);
    link.push_str("&body=");
    percent(&mut link, &text::body(&letter));
    if link.len() > LIMIT {
        return Err(ExportError::TooLong {
            length: link.len(),
            limit: LIMIT,
        });
    }
    Ok(link)
}

/// Everything but the unreserved characters and `@` is encoded; a line end is CRLF (RFC 6068, 5).
fn percent(out: &mut String, text: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b'\n' => out.push_str("%0D%0A"),
            b'-' | b'.' | b'_' | b'~' | b'@' => out.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            _ => {
                out.push('%');
                out.push(char::from(DIGITS[usize::from(byte >> 4)]));
                out.push(char::from(DIGITS[usize::from(byte & 15)]));
            }
        }
    }
}
