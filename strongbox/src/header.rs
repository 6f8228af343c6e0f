//! The header of a file of the age format: for whom it is, the wrapped key, and the code that authenticates both.

use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::base64;
use crate::{LOG_N_READ, Refusal};

const NAME: &[u8] = b"age-encryption.org/";
const VERSION: &[u8] = b"age-encryption.org/v1\n";
const STANZA: &[u8] = b"-> ";
const FOOTER: &[u8] = b"---";
/// Stands before the salt when a passphrase becomes a key.
const SALT_LABEL: &[u8] = b"age-encryption.org/v1/scrypt";
/// A key that was wrapped: 16 bytes and the code that authenticates them.
const WRAPPED: usize = 32;

/// The key of one file, from which all its other keys come.
pub type FileKey = Zeroizing<[u8; 16]>;

/// A header that is formed as it should be. Whether it is authentic shows once the key is there.
pub struct Header {
    salt: [u8; 16],
    log_n: u8,
    wrapped: [u8; WRAPPED],
    mac: [u8; 32],
    /// How many bytes the code authenticates.
    authenticated: usize,
    /// Where the payload begins.
    pub end: usize,
}

impl Header {
    /// Reads the header at the start of a file.
    ///
    /// # Errors
    /// [`Refusal`]: what it is instead; nothing was worked out yet.
    pub fn read(file: &[u8]) -> Result<Self, Refusal> {
        let mut lines = Lines { file, at: 0 };
        if !file.starts_with(VERSION) {
            return Err(match file.strip_prefix(NAME) {
                Some(rest) if rest.starts_with(b"v") && !rest.starts_with(b"v1\r") => Refusal::NewerFormat,
                Some(_) => Refusal::Damaged,
                None => Refusal::NotAge,
            });
        }
        lines.at = VERSION.len();
        let (salt, log_n) = recipient(lines.next()?)?;
        let body = lines.next()?;
        let footer_at = lines.at;
        let footer = lines.next()?;
        if footer.starts_with(STANZA) {
            return Err(Refusal::OtherKey);
        }
        let mac = footer
            .strip_prefix(FOOTER)
            .and_then(|rest| rest.strip_prefix(b" "));
        Ok(Self {
            salt,
            log_n,
            wrapped: base64::exactly(body).ok_or(Refusal::Damaged)?,
            mac: mac.and_then(base64::exactly).ok_or(Refusal::Damaged)?,
            authenticated: footer_at + FOOTER.len(),
            end: lines.at,
        })
    }

    /// What the passphrase becomes a key with.
    #[must_use]
    pub fn salt(&self) -> Vec<u8> {
        labelled(&self.salt)
    }

    /// How hard that is.
    #[must_use]
    pub fn log_n(&self) -> u8 {
        self.log_n
    }

    /// The key of the file.
    ///
    /// # Errors
    /// [`Refusal::WrongPassphrase`], or [`Refusal::Damaged`] when the passphrase is right and the header is not authentic.
    pub fn unwrap(&self, file: &[u8], key: &[u8; 32]) -> Result<FileKey, Refusal> {
        let mut file_key = FileKey::default();
        let (text, tag) = self.wrapped.split_at(file_key.len());
        file_key.copy_from_slice(text);
        ChaCha20Poly1305::new(key.into())
            .decrypt_in_place_detached(&Nonce::default(), b"", &mut file_key[..], tag.into())
            .map_err(|_| Refusal::WrongPassphrase)?;
        code(&file_key, &file[..self.authenticated])?
            .verify(&self.mac.into())
            .map_err(|_| Refusal::Damaged)?;
        Ok(file_key)
    }
}

/// What a passphrase becomes a key with.
pub fn labelled(salt: &[u8; 16]) -> Vec<u8> {
    [SALT_LABEL, salt].concat()
}

/// Writes a header.
///
/// # Errors
/// [`Refusal::Damaged`] never comes for these lengths; it stands for what the functions beneath could say.
pub fn write(salt: &[u8; 16], log_n: u8, key: &[u8; 32], file_key: &FileKey) -> Result<Vec<u8>, Refusal> {
    let mut wrapped = Zeroizing::new([0; WRAPPED]);
    let (text, tag) = wrapped.split_at_mut(file_key.len());
    text.copy_from_slice(&file_key[..]);
    let code_of_key = ChaCha20Poly1305::new(key.into())
        .encrypt_in_place_detached(&Nonce::default(), b"", text)
        .map_err(|_| Refusal::Damaged)?;
    tag.copy_from_slice(&code_of_key);

    let mut header = VERSION.to_vec();
    header.extend_from_slice(b"-> scrypt ");
    base64::encode(salt, &mut header);
    header.extend_from_slice(&[b' ', b'0' + log_n / 10, b'0' + log_n % 10, b'\n']);
    base64::encode(&wrapped[..], &mut header);
    header.push(b'\n');
    header.extend_from_slice(FOOTER);
    let mac = code(file_key, &header)?.finalize().into_bytes();
    header.push(b' ');
    base64::encode(&mac, &mut header);
    header.push(b'\n');
    Ok(header)
}

/// A key for one purpose, made of the key of the file.
pub fn derived(file_key: &FileKey, salt: &[u8], purpose: &[u8]) -> Result<Zeroizing<[u8; 32]>, Refusal> {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(salt), &file_key[..])
        .expand(purpose, &mut key[..])
        .map_err(|_| Refusal::Damaged)?;
    Ok(key)
}

fn code(file_key: &FileKey, header: &[u8]) -> Result<Hmac<Sha256>, Refusal> {
    let key = derived(file_key, b"", b"header")?;
    let mut code = <Hmac<Sha256> as Mac>::new_from_slice(&key[..]).map_err(|_| Refusal::Damaged)?;
    code.update(header);
    Ok(code)
}

/// Salt and hardness of the one reader there may be.
fn recipient(line: &[u8]) -> Result<([u8; 16], u8), Refusal> {
    let words = line.strip_prefix(STANZA).ok_or(Refusal::Damaged)?;
    let visible = |word: &[u8]| !word.is_empty() && word.iter().all(u8::is_ascii_graphic);
    let words: Vec<&[u8]> = words.split(|byte| *byte == b' ').collect();
    if !words.iter().all(|word| visible(word)) {
        return Err(Refusal::Damaged);
    }
    if words.first() != Some(&&b"scrypt"[..]) {
        return Err(Refusal::OtherKey);
    }
    let [_, salt, hardness] = words[..] else {
        return Err(Refusal::Damaged);
    };
    let salt = base64::exactly(salt).ok_or(Refusal::Damaged)?;
    Ok((salt, log_n(hardness)?))
}

/// A number without sign or leading zero, within what is read.
fn log_n(text: &[u8]) -> Result<u8, Refusal> {
    if text.first() == Some(&b'0') || !text.iter().all(u8::is_ascii_digit) {
        return Err(Refusal::Damaged);
    }
    let number = text.iter().fold(0u8, |number, digit| {
        number.saturating_mul(10).saturating_add(digit - b'0')
    });
    match number {
        _ if LOG_N_READ.contains(&number) => Ok(number),
        _ if number > *LOG_N_READ.end() => Err(Refusal::TooHard),
        _ => Err(Refusal::TooWeak),
    }
}

/// The lines of a header, each with its end.
struct Lines<'f> {
    file: &'f [u8],
    at: usize,
}

impl<'f> Lines<'f> {
    /// The next line. None of ours is long, so a payload is never searched for an end.
    fn next(&mut self) -> Result<&'f [u8], Refusal> {
        const LONGEST: usize = 4096;
        let rest = &self.file[self.at..];
        let end = rest.iter().take(LONGEST).position(|byte| *byte == b'\n');
        let end = end.ok_or(Refusal::Damaged)?;
        self.at += end + 1;
        Ok(&rest[..end])
    }
}
