//! Ours against other programs of the format, both ways: the `age` crate, and the `age` command where it is installed.
//!
//! `STRONGBOX_COUNT=1000` asks for so many random documents.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests may fail loudly"
)]

mod support;

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::{fs, iter};

use age::secrecy::SecretString;
use support::{Random, count};

const PASSPHRASE: &str = "six plain words are quite enough é";

fn theirs_seals(content: &[u8], log_n: u8, armored: bool) -> Vec<u8> {
    let mut recipient = age::scrypt::Recipient::new(SecretString::from(PASSPHRASE.to_owned()));
    recipient.set_work_factor(log_n);
    let encryptor = age::Encryptor::with_recipients(iter::once(&recipient as &dyn age::Recipient)).unwrap();
    let mut file = Vec::new();
    let format = if armored {
        age::armor::Format::AsciiArmor
    } else {
        age::armor::Format::Binary
    };
    let armor = age::armor::ArmoredWriter::wrap_output(&mut file, format).unwrap();
    let mut writer = encryptor.wrap_output(armor).unwrap();
    writer.write_all(content).unwrap();
    writer.finish().unwrap().finish().unwrap();
    file
}

fn theirs_opens(file: &[u8]) -> Vec<u8> {
    let mut identity = age::scrypt::Identity::new(SecretString::from(PASSPHRASE.to_owned()));
    identity.set_max_work_factor(18);
    let armor = age::armor::ArmoredReader::new(file);
    let decryptor = age::Decryptor::new_buffered(armor).unwrap();
    let mut content = Vec::new();
    let mut reader = decryptor
        .decrypt(iter::once(&identity as &dyn age::Identity))
        .unwrap();
    reader.read_to_end(&mut content).unwrap();
    content
}

#[test]
fn random_documents_are_the_same_for_both() {
    let mut random = Random::new(4);
    let edges = [0, 1, 47, 48, 49, 65_535, 65_536, 65_537, 131_072];
    for number in 0..count(60) {
        let size = edges
            .get(number)
            .copied()
            .unwrap_or_else(|| random.below(150_000));
        let content = random.bytes(size);
        let log_n = 10 + u8::try_from(number % 3).unwrap();
        let ours = strongbox::seal(PASSPHRASE.as_bytes(), content.clone(), log_n, random.entropy()).unwrap();
        assert!(
            theirs_opens(&ours) == content,
            "document {number} of {size} bytes, sealed by us"
        );
        let theirs = theirs_seals(&content, log_n, number % 2 == 0);
        let opened = strongbox::open(PASSPHRASE.as_bytes(), theirs).unwrap();
        assert!(
            opened == content,
            "document {number} of {size} bytes, sealed by them"
        );
    }
}

#[test]
fn a_file_as_the_page_writes_it_is_opened_by_both() {
    let mut random = Random::new(5);
    let file = strongbox::seal(
        PASSPHRASE.as_bytes(),
        b"{}".to_vec(),
        strongbox::LOG_N,
        random.entropy(),
    )
    .unwrap();
    assert_eq!(theirs_opens(&file), b"{}");
    assert_eq!(strongbox::open(PASSPHRASE.as_bytes(), file), Ok(b"{}".to_vec()));
}

#[test]
fn the_derivation_is_scrypt_however_it_is_cut_into_steps() {
    for (log_n, step) in [(10, 1), (10, 7), (11, 1024), (12, 100_000)] {
        let mut theirs = [0; 32];
        let params = scrypt::Params::new(log_n, 8, 1, 32).unwrap();
        scrypt::scrypt(b"pass", b"salt", &params, &mut theirs).unwrap();
        let mut ours = strongbox::Derivation::start(b"pass", b"salt", log_n).unwrap();
        let mut done = 0;
        while !ours.step(step) {
            assert!(ours.done() > done, "it does not go on");
            done = ours.done();
        }
        assert_eq!(ours.done(), ours.steps());
        assert_eq!(*ours.key(), theirs, "log_n {log_n} in steps of {step}");
    }
}

/// Runs the `age` command with a terminal to ask for the passphrase at; `None` where the command or `script` is not installed.
fn command(arguments: &str, answers: usize) -> Option<bool> {
    let installed = |name: &str| Command::new(name).arg("--version").output().is_ok();
    if !installed("age") || !installed("script") {
        println!("skipped: needs the commands age and script (Debian: age, bsdutils)");
        return None;
    }
    let mut child = Command::new("script")
        .args([
            "--quiet",
            "--return",
            "--command",
            &format!("age {arguments}"),
            "/dev/null",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut terminal = child.stdin.take().unwrap();
    for _ in 0..answers {
        terminal.write_all(format!("{PASSPHRASE}\n").as_bytes()).unwrap();
    }
    Some(child.wait().unwrap().success())
}

#[test]
fn the_age_command_opens_ours_and_we_open_its_own() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let at = |name: &str| folder.join(name).display().to_string();
    let mut random = Random::new(6);
    let content = random.bytes(70_000);
    let file = strongbox::seal(
        PASSPHRASE.as_bytes(),
        content.clone(),
        strongbox::LOG_N,
        random.entropy(),
    )
    .unwrap();
    fs::write(at("ours.age"), file).unwrap();
    let Some(opened) = command(&format!("-d -o '{}' '{}'", at("ours"), at("ours.age")), 1) else {
        return;
    };
    assert!(opened, "age does not open our file");
    assert!(fs::read(at("ours")).unwrap() == content);

    let sealed = command(&format!("-p -a -o '{}' '{}'", at("theirs.age"), at("ours")), 2);
    assert_eq!(sealed, Some(true), "age does not seal");
    let theirs = fs::read(at("theirs.age")).unwrap();
    assert!(strongbox::open(PASSPHRASE.as_bytes(), theirs) == Ok(content));
}
