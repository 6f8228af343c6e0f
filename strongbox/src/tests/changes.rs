//! Every bit flipped, every cut: none of what comes of it is accepted.

use std::collections::HashMap;

use zeroize::Zeroizing;

use crate::header::Header;
use crate::scrypt::Derivation;
use crate::{Entropy, Refusal, armor, job, seal};

const PASSPHRASE: &[u8] = b"a passphrase";

/// Opens files as [`crate::open`] does, and derives a key only once for the same salt.
#[derive(Default)]
struct Opener(HashMap<Vec<u8>, Zeroizing<[u8; 32]>>);

impl Opener {
    fn open(&mut self, file: &[u8]) -> Result<Vec<u8>, Refusal> {
        let unarmored;
        let file = if armor::is_armor(file) {
            unarmored = armor::read(file)?;
            &unarmored
        } else {
            file
        };
        let header = Header::read(file)?;
        let (salt, log_n) = (header.salt(), header.log_n());
        let named = [&salt[..], &[log_n]].concat();
        let key = self
            .0
            .entry(named)
            .or_insert_with(|| Derivation::start(PASSPHRASE, &salt, log_n).unwrap().key());
        job::content(file, &header, key)
    }
}

/// A file in armor, and bare.
fn sealed(size: usize) -> (Vec<u8>, Vec<u8>) {
    let content = (0..size).map(|at| u8::try_from(at * 7 % 251).unwrap()).collect();
    let armored = seal(PASSPHRASE, content, 10, Entropy::new([3; 48])).unwrap();
    let bare = armor::read(&armored).unwrap();
    assert!(Opener::default().open(&bare).is_ok() && Opener::default().open(&armored).is_ok());
    (armored, bare)
}

fn flipped(file: &[u8]) -> impl Iterator<Item = (usize, Vec<u8>)> {
    (0..file.len() * 8).map(|bit| {
        let mut file = file.to_vec();
        file[bit / 8] ^= 1 << (bit % 8);
        (bit, file)
    })
}

#[test]
fn every_flipped_bit_of_a_backup_of_4_kib_is_refused() {
    let (armored, bare) = sealed(4096);
    let mut opener = Opener::default();
    for (bit, file) in flipped(&bare) {
        assert!(opener.open(&file).is_err(), "bit {bit} of the bare file");
    }
    for (bit, file) in flipped(&armored) {
        // Blanks may stand around armor: the line end after the last line may become another blank.
        let blank = bit / 8 == armored.len() - 1 && file[bit / 8].is_ascii_whitespace();
        assert!(
            opener.open(&file).is_err() || blank,
            "bit {bit} of the armored file"
        );
    }
}

#[test]
fn every_cut_of_a_backup_of_70_000_bytes_is_refused() {
    let (armored, bare) = sealed(70_000);
    let mut opener = Opener::default();
    for end in 0..bare.len() {
        assert!(opener.open(&bare[..end]).is_err(), "{end} bytes of the bare file");
    }
    // Without its last line end, armor is whole.
    for end in 0..armored.len() - 1 {
        assert!(
            opener.open(&armored[..end]).is_err(),
            "{end} bytes of the armored file"
        );
    }
    assert!(opener.open(&[&bare[..], b"\0"].concat()).is_err());
    assert!(opener.open(&[&armored[..], b"-"].concat()).is_err());
}
