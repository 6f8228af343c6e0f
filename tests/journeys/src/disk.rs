//! What lies on the disk: a search of everything that the browser keeps, after it has ended.

use crate::{App, Res};
use std::collections::BTreeMap;
use std::path::Path;

/// Where a word was found: the files, by their paths inside the profile.
pub type Found = BTreeMap<String, Vec<String>>;

impl App {
    /// Ends the browser as closing its window does, and looks for these words in every file of its profile: in UTF-8 and in
    /// UTF-16, in names as well as in contents. Gives the words that were found, and how many files were searched.
    pub async fn close_and_search(self, words: &[String]) -> Res<(Found, usize)> {
        self.keeps_its_profile()?;
        self.expect_quiet().await?;
        let Self { browser, profile, .. } = self;
        browser.quit().await?;
        let (mut found, mut count) = (Found::new(), 0);
        search(profile.folder(), profile.folder(), words, &mut found, &mut count)?;
        Ok((found, count))
    }
}

fn search(root: &Path, folder: &Path, words: &[String], found: &mut Found, count: &mut usize) -> Res {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_symlink() {
            continue;
        }
        let name = path.strip_prefix(root)?.to_string_lossy().into_owned();
        let bytes = if path.is_dir() {
            search(root, &path, words, found, count)?;
            Vec::new()
        } else {
            *count += 1;
            // Sockets of a browser that has ended cannot be read, and hold nothing.
            std::fs::read(&path).unwrap_or_default()
        };
        for word in words {
            let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            if name.contains(word) || holds(&bytes, word.as_bytes()) || holds(&bytes, &wide) {
                found.entry(word.clone()).or_default().push(name.clone());
            }
        }
    }
    Ok(())
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    let Some(first) = word.first() else { return false };
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| byte == first) {
        from += at;
        if bytes[from..].starts_with(word) {
            return true;
        }
        from += 1;
    }
    false
}
