//! Files that were changed, cut off, or made by somebody with bad intentions: none is accepted, and none costs work first.
//!
//! `STRONGBOX_COUNT=100000` asks for so many random changes.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may fail loudly"
)]

mod support;

use strongbox::{Job, MOST_CONTENT, MOST_FILE, Refusal, open, seal};
use support::{Random, count};

const PASSPHRASE: &[u8] = b"a passphrase";

fn sealed(size: usize) -> (Vec<u8>, Vec<u8>) {
    let mut random = Random::new(9);
    let content = random.bytes(size);
    (
        seal(PASSPHRASE, content.clone(), 10, random.entropy()).unwrap(),
        content,
    )
}

/// The bare file that the armor holds, by another reader.
fn bare(file: &[u8]) -> Vec<u8> {
    let mut bare = Vec::new();
    std::io::Read::read_to_end(&mut age::armor::ArmoredReader::new(file), &mut bare).unwrap();
    bare
}

#[test]
fn what_would_cost_too_much_is_refused_before_any_work() {
    let header = |recipient: &str| format!("age-encryption.org/v1\n{recipient}\n").into_bytes();
    let salt = "AAAAAAAAAAAAAAAAAAAAAA";
    let rest = format!("{}\n--- {}\n{}", "A".repeat(43), "A".repeat(43), "x".repeat(40));
    for (recipient, refusal) in [
        (format!("-> scrypt {salt} 19"), Refusal::TooHard),
        (format!("-> scrypt {salt} 23"), Refusal::TooHard),
        (
            format!("-> scrypt {salt} 99999999999999999999999999"),
            Refusal::TooHard,
        ),
        (format!("-> scrypt {salt} 9"), Refusal::TooWeak),
        (format!("-> scrypt {salt} 1"), Refusal::TooWeak),
        (format!("-> scrypt {salt} 0"), Refusal::Damaged),
        (format!("-> scrypt {salt} 017"), Refusal::Damaged),
        (format!("-> scrypt {salt} +17"), Refusal::Damaged),
        (format!("-> scrypt {salt} "), Refusal::Damaged),
        (format!("-> scrypt {salt} 17 "), Refusal::Damaged),
        (format!("-> scrypt {salt}"), Refusal::Damaged),
        (format!("-> scrypt {salt}A 17"), Refusal::Damaged),
        (format!("-> Scrypt {salt} 17"), Refusal::OtherKey),
        (format!("-> X25519 {salt}"), Refusal::OtherKey),
        ("-> ".to_owned(), Refusal::Damaged),
        ("->scrypt".to_owned(), Refusal::Damaged),
    ] {
        let file = [header(&recipient), rest.clone().into_bytes()].concat();
        assert_eq!(Job::open(PASSPHRASE, file).err(), Some(refusal), "{recipient}");
    }
    let twice = format!("{}\n-> scrypt {salt} 17\n{rest}", "A".repeat(43));
    let file = [header(&format!("-> scrypt {salt} 17")), twice.into_bytes()].concat();
    assert_eq!(Job::open(PASSPHRASE, file).err(), Some(Refusal::OtherKey));

    for (file, refusal) in [
        (vec![b'x'; MOST_FILE + 1], Refusal::TooLarge),
        (Vec::new(), Refusal::NotAge),
        (b"hello".to_vec(), Refusal::NotAge),
        (b"{\"format\":\"waymark-handover\"}".to_vec(), Refusal::NotAge),
        (b"age-encryption.org/v2\n".to_vec(), Refusal::NewerFormat),
        (b"age-encryption.org/v1\r\n".to_vec(), Refusal::Damaged),
        (b"age-encryption.org/v1\n".to_vec(), Refusal::Damaged),
    ] {
        assert_eq!(Job::open(PASSPHRASE, file).err(), Some(refusal));
    }
    let mut random = Random::new(2);
    let large = Job::seal(PASSPHRASE, vec![0; MOST_CONTENT + 1], 10, random.entropy());
    assert_eq!(large.err(), Some(Refusal::TooLarge));
    let most = seal(PASSPHRASE, vec![0; MOST_CONTENT], 10, random.entropy()).unwrap();
    assert!(
        most.len() <= MOST_FILE,
        "{} bytes could not be opened again",
        most.len()
    );
}

#[test]
fn another_passphrase_is_told_from_damage() {
    let (file, _) = sealed(100);
    assert_eq!(open(b"another", file.clone()), Err(Refusal::WrongPassphrase));
    let mut damaged = bare(&file);
    *damaged.last_mut().unwrap() ^= 1;
    assert_eq!(open(PASSPHRASE, damaged), Err(Refusal::Damaged));
}

#[test]
fn copied_text_with_blank_lines_around_it_or_from_windows_is_opened() {
    let (file, content) = sealed(100);
    let text = String::from_utf8(file).unwrap();
    for text in [
        text.replace('\n', "\r\n"),
        format!("\n\n  {text}\n \n"),
        text.trim_end().to_owned(),
    ] {
        assert_eq!(open(PASSPHRASE, text.into_bytes()), Ok(content.clone()));
    }
}

#[test]
fn random_changes_break_nothing() {
    let (file, content) = sealed(300);
    let mut random = Random::new(11);
    for _ in 0..count(300) {
        let mut changed = if random.below(2) == 0 {
            file.clone()
        } else {
            bare(&file)
        };
        for _ in 0..=random.below(6) {
            let at = random.below(changed.len());
            match random.below(4) {
                0 => changed[at] = random.bytes(1)[0],
                1 => drop(changed.remove(at)),
                2 => changed.insert(at, b"\n\r -=A0>"[random.below(8)]),
                _ => changed.truncate(at + 1),
            }
        }
        if let Ok(opened) = open(PASSPHRASE, changed) {
            assert_eq!(opened, content);
        }
    }
}
