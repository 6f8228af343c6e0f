//! Base64 as the age format uses it: the standard alphabet, in the one canonical form; without padding in the header, with padding
//! in armor.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Adds the text of these bytes, without padding.
pub fn encode(bytes: &[u8], out: &mut Vec<u8>) {
    for three in bytes.chunks(3) {
        let at = |index: usize| u32::from(three.get(index).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..=three.len() {
            out.push(ALPHABET[(bits >> (18 - 6 * place) & 63) as usize]);
        }
    }
}

/// Adds the bytes of a text without padding; `None` unless it is exactly what [`encode`] makes of some bytes.
pub fn decode(text: &[u8], out: &mut Vec<u8>) -> Option<()> {
    for four in text.chunks(4) {
        let mut bits = 0;
        for place in 0..4 {
            let value = four.get(place).map_or(Some(0), |letter| value(*letter))?;
            bits = bits << 6 | value;
        }
        let bytes = four.len().checked_sub(1).filter(|bytes| *bytes > 0)?;
        let [_, all @ ..] = bits.to_be_bytes();
        // What the text cannot hold must be zero, or two texts would mean the same bytes.
        if all[bytes..].iter().any(|byte| *byte != 0) {
            return None;
        }
        out.extend_from_slice(&all[..bytes]);
    }
    Some(())
}

fn value(letter: u8) -> Option<u32> {
    Some(u32::from(match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    }))
}

/// The bytes of a text without padding that must be so many.
pub fn exactly<const N: usize>(text: &[u8]) -> Option<[u8; N]> {
    let mut bytes = Vec::with_capacity(N);
    decode(text, &mut bytes)?;
    bytes.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::{decode, encode, exactly};

    #[test]
    fn the_examples_of_the_standard_and_nothing_but_the_canonical_form() {
        for (plain, text) in [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg"),
            ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
        ] {
            let mut made = Vec::new();
            encode(plain.as_bytes(), &mut made);
            assert_eq!(made, text.as_bytes());
            let mut read = Vec::new();
            assert!(decode(text.as_bytes(), &mut read).is_some());
            assert_eq!(read, plain.as_bytes());
        }
        for text in [
            "Z", "Zh", "Zm9", "Zm9vY", "Zm9v====", "Zg==", "Zm 9", "Zm9v\n", "Zm-_",
        ] {
            assert!(decode(text.as_bytes(), &mut Vec::new()).is_none(), "{text:?}");
        }
        assert_eq!(exactly::<3>(b"Zm9v"), Some(*b"foo"));
        assert_eq!(exactly::<2>(b"Zm9v"), None);
    }
}
