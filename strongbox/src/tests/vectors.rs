//! The age project's own test vectors, which ship with the `age` crate: the right verdict on all of them.
//!
//! Most are made for a key, which this crate refuses by design. So each layer is held against them: armor; the header; and
//! the payload, with the key of the file that each vector tells.

use std::io::Read;
use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use sha2::{Digest, Sha256};

use crate::header::FileKey;
use crate::{Refusal, armor, open, stream};

/// Where the sources of the `age` crate are, as Cargo.lock pins them.
fn folder() -> PathBuf {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args([
            "metadata",
            "--format-version",
            "1",
            "--offline",
            "--locked",
            "--manifest-path",
        ])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let crates = text.split("\"manifest_path\":\"").skip(1);
    let mut paths = crates.filter_map(|rest| rest.split('"').next());
    let manifest = paths
        .find(|path| path.contains("/age-0."))
        .expect("the age crate");
    PathBuf::from(manifest).with_file_name("tests/testdata/testkit")
}

struct Vector {
    name: String,
    expect: String,
    payload: String,
    file_key: Option<[u8; 16]>,
    passphrase: Option<String>,
    armored: bool,
    file: Vec<u8>,
}

fn hex(text: &str) -> Vec<u8> {
    text.as_bytes()
        .chunks(2)
        .map(|two| u8::from_str_radix(std::str::from_utf8(two).unwrap(), 16).unwrap())
        .collect()
}

fn vectors() -> Vec<Vector> {
    let files = fs::read_dir(folder()).unwrap();
    files.map(|file| read(&file.unwrap().path())).collect()
}

fn read(path: &std::path::Path) -> Vector {
    let all = fs::read(path).unwrap();
    let mut rest = &all[..];
    let mut vector = Vector {
        name: path.file_name().unwrap().to_string_lossy().into_owned(),
        expect: String::new(),
        payload: String::new(),
        file_key: None,
        passphrase: None,
        armored: false,
        file: Vec::new(),
    };
    let mut zlib = false;
    loop {
        let end = rest.iter().position(|byte| *byte == b'\n').unwrap();
        let line = std::str::from_utf8(&rest[..end]).unwrap().to_owned();
        rest = &rest[end + 1..];
        let Some((key, value)) = line.split_once(": ") else {
            break;
        };
        match key {
            "expect" => value.clone_into(&mut vector.expect),
            "payload" => value.clone_into(&mut vector.payload),
            "file key" => vector.file_key = hex(value).try_into().ok(),
            "passphrase" => vector.passphrase = Some(value.to_owned()),
            "armored" => vector.armored = true,
            "compressed" => zlib = true,
            _ => {}
        }
    }
    if zlib {
        flate2::read::ZlibDecoder::new(rest)
            .read_to_end(&mut vector.file)
            .unwrap();
    } else {
        vector.file = rest.to_vec();
    }
    vector
}

/// SHA-256 as the vectors write it.
fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

#[test]
fn armor_is_read_where_the_vectors_say_so() {
    let armored: Vec<Vector> = vectors().into_iter().filter(|vector| vector.armored).collect();
    assert!(armored.len() > 25, "only {} vectors with armor", armored.len());
    for vector in armored {
        // What is wrong with `armor_empty` is that nothing stands in it, which the header says.
        let fine = vector.expect != "armor failure";
        let read = if armor::is_armor(&vector.file) {
            armor::read(&vector.file)
        } else {
            Err(Refusal::NotAge)
        };
        assert_eq!(read.is_ok(), fine, "{}: {:?}", vector.name, read.err());
    }
}

#[test]
fn payloads_are_read_where_the_vectors_say_so() {
    let mut held = 0;
    for vector in vectors() {
        let Some(key) = vector.file_key else { continue };
        if !matches!(&*vector.expect, "success" | "payload failure") {
            continue;
        }
        let file = if vector.armored {
            armor::read(&vector.file).unwrap()
        } else {
            vector.file
        };
        let footer = file.windows(5).position(|part| part == b"\n--- ").unwrap() + 1;
        let payload = footer + file[footer..].iter().position(|byte| *byte == b'\n').unwrap() + 1;
        let read = stream::read(&FileKey::new(key), &file[payload..]);
        if vector.expect == "success" {
            assert_eq!(fingerprint(&read.unwrap()), vector.payload, "{}", vector.name);
        } else {
            assert_eq!(read, Err(Refusal::Damaged), "{}", vector.name);
        }
        held += 1;
    }
    assert!(held > 30, "only {held} vectors with a payload");
}

#[test]
fn whole_files_are_opened_where_the_vectors_say_so() {
    let mut opened = 0;
    for vector in vectors() {
        let passphrase = vector.passphrase.clone().unwrap_or_else(|| "password".to_owned());
        let read = open(passphrase.as_bytes(), vector.file);
        match (&*vector.expect, &vector.passphrase) {
            ("success", Some(_)) => {
                opened += 1;
                assert_eq!(fingerprint(&read.unwrap()), vector.payload, "{}", vector.name);
            }
            // Fine, but for a key; or larger than any file of ours.
            ("success", None) => {
                let err = read.unwrap_err();
                assert!(
                    matches!(err, Refusal::OtherKey | Refusal::TooLarge),
                    "{}: {err:?}",
                    vector.name
                );
            }
            ("no match", Some(_)) if vector.name != "scrypt_uppercase" => {
                assert_eq!(read, Err(Refusal::WrongPassphrase), "{}", vector.name);
            }
            _ => assert!(read.is_err(), "{} was opened", vector.name),
        }
    }
    assert!(opened > 0);
}
