//! The payload of a file of the age format: pieces of 64 KiB, each authenticated with its place and with whether it is the last.

use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce, Tag};

use crate::Refusal;
use crate::header::{FileKey, derived};

const PIECE: usize = 64 * 1024;
const TAG: usize = 16;
const NONCE: usize = 16;

/// Adds the payload to a file.
///
/// # Errors
/// [`Refusal::Damaged`] never comes for these lengths; it stands for what the functions beneath could say.
pub fn write(
    file_key: &FileKey,
    nonce: &[u8; NONCE],
    content: &[u8],
    file: &mut Vec<u8>,
) -> Result<(), Refusal> {
    let cipher = cipher(file_key, nonce)?;
    file.extend_from_slice(nonce);
    // Content of nothing is one empty piece.
    let pieces = content.len().div_ceil(PIECE).max(1);
    for number in 0..pieces {
        let from = number * PIECE;
        let piece = &content[from..content.len().min(from + PIECE)];
        let start = file.len();
        file.extend_from_slice(piece);
        let tag = cipher
            .encrypt_in_place_detached(&place(number, number + 1 == pieces), b"", &mut file[start..])
            .map_err(|_| Refusal::Damaged)?;
        file.extend_from_slice(&tag);
    }
    Ok(())
}

/// The content of a payload.
///
/// # Errors
/// [`Refusal::Damaged`] unless every piece is authentic, in its place, and the last one is there.
pub fn read(file_key: &FileKey, payload: &[u8]) -> Result<Vec<u8>, Refusal> {
    let (nonce, payload) = payload.split_at_checked(NONCE).ok_or(Refusal::Damaged)?;
    let cipher = cipher(file_key, nonce)?;
    let mut content = Vec::with_capacity(payload.len());
    let pieces = payload.len().div_ceil(PIECE + TAG);
    if pieces == 0 {
        return Err(Refusal::Damaged);
    }
    for (number, piece) in payload.chunks(PIECE + TAG).enumerate() {
        let text = piece.len().checked_sub(TAG).ok_or(Refusal::Damaged)?;
        // Only content of nothing has an empty piece.
        if text == 0 && number > 0 {
            return Err(Refusal::Damaged);
        }
        let start = content.len();
        content.extend_from_slice(&piece[..text]);
        cipher
            .decrypt_in_place_detached(
                &place(number, number + 1 == pieces),
                b"",
                &mut content[start..],
                Tag::from_slice(&piece[text..]),
            )
            .map_err(|_| Refusal::Damaged)?;
    }
    Ok(content)
}

fn cipher(file_key: &FileKey, nonce: &[u8]) -> Result<ChaCha20Poly1305, Refusal> {
    Ok(ChaCha20Poly1305::new(
        (&*derived(file_key, nonce, b"payload")?).into(),
    ))
}

/// Where a piece stands, and whether it is the last.
fn place(number: usize, last: bool) -> Nonce {
    let mut nonce = Nonce::default();
    nonce[3..11].copy_from_slice(&(number as u64).to_be_bytes());
    nonce[11] = u8::from(last);
    nonce
}
