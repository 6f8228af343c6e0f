//! What comes out on paper: the page on screen, printed on paper of both sizes, and its text sheet by sheet.

use crate::{Ability, App, Failure, Res};
use std::process::Command;
use thirtyfour::common::print::{PrintPage, PrintParameters};

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl Format {
    /// Both.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// Its name in file names.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    /// In centimetres, as the driver takes it.
    fn page(self) -> PrintPage {
        let (width, height) = match self {
            Self::A4 => (21.0, 29.7),
            Self::Letter => (21.59, 27.94),
        };
        PrintPage { width, height }
    }
}

impl App {
    /// The page as it is printed on paper of this format, as PDF; without backgrounds, as browsers print.
    pub async fn paper_of(&self, format: Format) -> Res<Vec<u8>> {
        if self.browser.engine.lacks(Ability::Pdf).is_some() {
            return Err(self.cannot(Ability::Pdf));
        }
        let parameters = PrintParameters {
            page: format.page(),
            ..PrintParameters::default()
        };
        Ok(self.browser.session.print_page(parameters).await?)
    }

    /// The text on paper without the numbers of the sheets; each sheet ends with a form feed.
    pub async fn printed_text(&self) -> Res<String> {
        let sheets = self.sheets(Format::A4).await?;
        Ok(sheets.into_iter().map(|sheet| sheet.text + "\u{c}").collect())
    }

    /// What stands on each sheet as it is printed on paper of this format.
    pub async fn sheets(&self, format: Format) -> Res<Vec<Sheet>> {
        sheets(&self.paper_of(format).await?)
    }
}

/// One sheet of paper.
#[derive(Debug)]
pub struct Sheet {
    /// Its text, where it stands, without the number.
    pub text: String,
    /// Its last line, if that is a number such as `1 / 2`.
    pub number: Option<(usize, usize)>,
}

/// What stands on each sheet of a PDF.
pub fn sheets(pdf: &[u8]) -> Res<Vec<Sheet>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("page.pdf");
    std::fs::write(&path, pdf)?;
    let output = Command::new("pdftotext")
        .arg("-layout")
        .arg(&path)
        .arg("-")
        .output()
        .map_err(|error| {
            Failure::new(format!(
                "pdftotext does not start ({error}). Install it with: scripts/test journeys"
            ))
        })?;
    let mut text = String::from_utf8(output.stdout)?;
    // Firefox prints letters that are drawn as one as one character.
    for (one, letters) in [("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl")] {
        text = text.replace(one, letters);
    }
    Ok(text.trim_end_matches('\u{c}').split('\u{c}').map(sheet).collect())
}

fn sheet(text: &str) -> Sheet {
    let text = text.trim_end();
    let (before, last) = text.rsplit_once('\n').unwrap_or(("", text));
    // From right to left, marks of direction stand around it.
    let last: String = last.chars().filter(char::is_ascii).collect();
    let number = last
        .split_once('/')
        .and_then(|(at, of)| Some((at.trim().parse().ok()?, of.trim().parse().ok()?)));
    Sheet {
        text: if number.is_some() { before } else { text }.to_owned(),
        number,
    }
}
