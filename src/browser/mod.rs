//! THE ONLY ROOM with web-sys and js-sys: one file per side effect, everything that can fail says so.

pub mod activity;
pub mod clipboard;
pub mod clock;
pub mod dom;
pub mod download;
pub mod draw;
pub mod fields;
pub mod file;
pub mod files;
pub mod handing;
pub mod journal;
pub mod leave;
pub mod local;
pub mod offline;
pub mod page;
pub mod strongbox;
pub mod subtle;
pub mod tab;
pub mod turn;
pub mod unload;

/// What a browser may refuse besides storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It did not take the file.
    Download,
    /// It did not allow the clipboard.
    Clipboard,
    /// It could not read the file.
    File,
}

impl Refused {
    /// The id of its sentence in `content/`; the next step is under `<id>.next`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Download => "error.download",
            Self::Clipboard => "error.clipboard",
            Self::File => "error.file-unreadable",
        }
    }
}
