//! Fingerprints (SHA-256): of a file, read piece by piece; and the one that an export of ours carries within itself.
//!
//! A fingerprint shows that two files are the same to the last character. It does not show who made a file, nor when.
//! An export ends with the word [`MARK`] and the fingerprint of everything before that word, so anybody can check it with
//! common tools. This is the only file that knows which library counts.

use sha2::{Digest, Sha256};

/// The word before the fingerprint that a file carries of itself.
pub const MARK: &str = "waymark-sha256";
/// So many bytes at the end of a file hold the mark and the fingerprint.
const TAIL: usize = 128;
/// How many digits a fingerprint has.
const DIGITS: usize = 64;

/// A fingerprint in the making.
#[derive(Clone, Default)]
pub struct Print(Sha256);

impl Print {
    /// Takes the next piece of the file.
    pub fn add(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// The fingerprint, in 64 hexadecimal digits.
    #[must_use]
    pub fn digits(self) -> String {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        let digits = self.0.finalize();
        let pairs = digits
            .iter()
            .flat_map(|byte| [byte >> 4, byte & 15])
            .map(|half| char::from(HEX[usize::from(half)]));
        pairs.collect()
    }
}

/// The fingerprint of a text or of bytes.
#[must_use]
pub fn of(bytes: &[u8]) -> String {
    let mut print = Print::default();
    print.add(bytes);
    print.digits()
}

/// What the fingerprint inside a file says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inside {
    /// It carries none.
    None,
    /// Everything before it is as it was when the file was made.
    Same,
    /// Something before it was changed or lost.
    Changed,
}

/// A text that carries its fingerprint, in a line at its end.
#[must_use]
pub fn signed(mut text: String) -> String {
    text.push_str("\n\n");
    let print = of(text.as_bytes());
    for piece in [MARK, ": ", &print, "\n"] {
        text.push_str(piece);
    }
    text
}

/// A JSON object that carries its fingerprint as its last member.
#[must_use]
pub fn signed_object(mut text: String) -> String {
    if text.pop() != Some('}') {
        return text;
    }
    text.push_str(",\"");
    let print = of(text.as_bytes());
    for piece in [MARK, "\":\"", &print, "\"}"] {
        text.push_str(piece);
    }
    text
}

/// Looks for the fingerprint that a file carries of itself, and whether it is right.
#[must_use]
pub fn inside(bytes: &[u8]) -> Inside {
    let from = bytes.len().saturating_sub(TAIL);
    let mark = MARK.as_bytes();
    let Some(at) = bytes[from..]
        .windows(mark.len())
        .rposition(|window| window == mark)
    else {
        return Inside::None;
    };
    let (before, after) = bytes.split_at(from + at);
    let after = after[mark.len()..].trim_ascii();
    let from = after.iter().take_while(|byte| b"\": ".contains(byte)).count();
    let digits = after[from..].get(..DIGITS);
    // Nothing may stand after it but the end of an object.
    let end = after[from..].get(DIGITS..).unwrap_or_default();
    if digits == Some(of(before).as_bytes()) && matches!(end, b"" | b"\"}") {
        Inside::Same
    } else {
        Inside::Changed
    }
}

#[cfg(test)]
mod tests {
    use super::{Inside, Print, inside, of, signed, signed_object};

    #[test]
    fn known_fingerprints() {
        // From the standard (FIPS 180-2).
        for (text, print) in [
            (
                "",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            ),
            (
                "abc",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            ),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
            ),
        ] {
            assert_eq!(of(text.as_bytes()), print, "{text}");
        }
        assert_eq!(
            of(&vec![b'a'; 1_000_000]),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        );
    }

    #[test]
    fn pieces_count_as_one_file() {
        let bytes: Vec<u8> = (0..5000_u32)
            .map(|at| u8::try_from(at % 251).unwrap_or(0))
            .collect();
        for size in [1, 63, 64, 65, 1000, 5000] {
            let mut print = Print::default();
            bytes.chunks(size).for_each(|piece| print.add(piece));
            assert_eq!(print.digits(), of(&bytes), "in pieces of {size}");
        }
    }

    #[test]
    fn an_export_is_checked_by_the_fingerprint_it_carries() {
        for made in [
            signed("Notes\nÄ 🌊".to_owned()),
            signed(String::new()),
            signed_object("{\"a\":[1]}".to_owned()),
        ] {
            assert_eq!(inside(made.as_bytes()), Inside::Same, "{made}");
            // Any one character less or other, and it is not the same any more, or not one of ours.
            let mut bytes = made.clone().into_bytes();
            for at in 0..bytes.len() {
                let digits_end = made.trim_end_matches(['\n', '"', '}']).len();
                bytes[at] ^= 1;
                assert!(
                    at >= digits_end || inside(&bytes) != Inside::Same,
                    "{made}: byte {at}"
                );
                bytes[at] ^= 1;
                assert!(
                    at >= digits_end || inside(&bytes[..at]) != Inside::Same,
                    "{made}: cut at {at}"
                );
            }
        }
    }

    #[test]
    fn what_is_added_after_it_is_noticed() {
        for (made, added) in [
            (signed("Notes".to_owned()), "And more.\n"),
            (signed_object("{}".to_owned()), " {}"),
        ] {
            let changed = [made.as_str(), added].concat();
            assert_eq!(inside(changed.as_bytes()), Inside::Changed, "{changed}");
            // A line end at the end is no change that anybody made.
            assert_eq!(inside([made.as_str(), "\r\n"].concat().as_bytes()), Inside::Same);
        }
    }

    #[test]
    fn other_files_carry_none() {
        for bytes in [&b""[..], b"a", b"{}", &[0; 400]] {
            assert_eq!(inside(bytes), Inside::None);
        }
        let far = [b"waymark-sha256: ".as_slice(), &[b'a'; 400]].concat();
        assert_eq!(inside(&far), Inside::None);
        assert_eq!(inside(b"waymark-sha256"), Inside::Changed);
    }
}
