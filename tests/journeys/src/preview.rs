//! A copy of the words, and the server of `scripts/serve --preview` that shows them as they are written. What is written here
//! changes nothing in the checkout.

use crate::process::Process;
use crate::{Failure, Res, places};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A running preview; it ends when dropped.
pub struct Preview {
    folder: tempfile::TempDir,
    pack: PathBuf,
    origin: String,
    _server: Process,
}

impl Preview {
    /// Copies the words and the built app, and serves them.
    pub fn start() -> Res<Self> {
        let folder = tempfile::tempdir()?;
        let (from, project, shown) = (
            places::root().canonicalize()?,
            folder.path().join("project"),
            folder.path().join("shown"),
        );
        std::fs::create_dir_all(project.join("target"))?;
        for same in ["src", "public", "index.html", "target/page.html"] {
            symlink(from.join(same), project.join(same))?;
        }
        copy(&from.join("content"), &project.join("content"))?;
        copy(&places::dist()?, &shown)?;
        let pack = places::pack()?;
        make(&pack, &project, &shown)?;
        let mut node = Command::new("node");
        node.arg(from.join("scripts/static-server.mjs"))
            .args([Path::new("0"), &shown, &pack, &project]);
        let (server, origin) = Process::start(&mut node, |line| {
            let (_, rest) = line.split_once("The guide is at ")?;
            Some(rest.split(' ').next()?.to_owned())
        })?;
        Ok(Self {
            folder,
            pack,
            origin,
            _server: server,
        })
    }

    /// Where it is shown, without a slash at the end.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// A file of the words, such as `words/en/questions.toml`.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join("project/content").join(name)
    }

    /// A file of what is shown, such as `index.html`.
    #[must_use]
    pub fn shown(&self, name: &str) -> PathBuf {
        self.folder.path().join("shown").join(name)
    }

    /// Makes the packs anew, as the server does by itself; a failure says what cannot be packed.
    pub fn make(&self) -> Res {
        let project = self.folder.path().join("project");
        make(&self.pack, &project, &self.shown(""))
    }

    /// Puts other words into a file, as an editor would.
    pub fn reword(&self, name: &str, old: &str, new: &str) -> Res {
        let text = std::fs::read_to_string(self.file(name))?;
        if !text.contains(old) {
            return Err(Failure::new(format!("{name} does not say \"{old}\"")));
        }
        Ok(std::fs::write(self.file(name), text.replacen(old, new, 1))?)
    }
}

fn make(pack: &Path, project: &Path, shown: &Path) -> Res {
    let made = Command::new(pack)
        .arg("preview")
        .args([project, shown])
        .output()?;
    if made.status.success() {
        Ok(())
    } else {
        Err(Failure::new(String::from_utf8_lossy(&made.stderr)))
    }
}

fn copy(from: &Path, to: &Path) -> Res {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &place)?;
        } else {
            std::fs::copy(entry.path(), place)?;
        }
    }
    Ok(())
}
