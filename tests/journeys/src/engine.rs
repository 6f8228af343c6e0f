//! Which browser engine the journeys run in (`ENGINE`: `chromium`, the usual one, `firefox` or `webkit`), and what each of them
//! offers a journey. What an engine has not is declared where it is needed, and written down: no journey is left out in silence.

use crate::{App, Failure, Res, places};
use std::fmt;
use std::fs::OpenOptions;
use std::io::Write;

/// A browser engine that speaks WebDriver.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium with chromedriver.
    Chromium,
    /// Firefox ESR with geckodriver.
    Firefox,
    /// WebKitGTK's `MiniBrowser` with `WebKitWebDriver`, in an X server of its own.
    WebKit,
}

/// What a journey asks of its browser beyond pages, clicks and keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ability {
    /// A profile that is there again after the browser was closed or killed, and can be searched.
    Profile,
    /// The page's process can be made to die.
    PageCrash,
    /// The page can be printed as PDF.
    Pdf,
    /// The page can be seen as it would be on paper.
    PaperView,
    /// What the browser itself writes into its console.
    Console,
    /// The theme can change while the browser runs.
    Theme,
    /// What a screen reader is told can be read as a whole.
    Tree,
    /// What a style sheet puts into the margins of a printed page is there.
    PageMargins,
    /// Text cannot become HTML where the policy says so.
    TrustedTypes,
    /// A line of a megabyte in two directions of writing can be laid out within a minute, in any page.
    LongLine,
}

impl Engine {
    /// The engine that `ENGINE` names.
    pub fn chosen() -> Res<Self> {
        match std::env::var("ENGINE").unwrap_or_default().as_str() {
            "" | "chromium" => Ok(Self::Chromium),
            "firefox" => Ok(Self::Firefox),
            "webkit" => Ok(Self::WebKit),
            other => Err(Failure::new(format!(
                "ENGINE is \"{other}\"; it can be chromium, firefox or webkit"
            ))),
        }
    }

    /// Why a journey cannot have this here; nothing if it can.
    #[must_use]
    pub fn lacks(self, ability: Ability) -> Option<&'static str> {
        match (self, ability) {
            (Self::Firefox, Ability::Tree) => return Some("only Chromium shows its accessibility tree"),
            (Self::Firefox, Ability::TrustedTypes) => return Some("this Firefox has no Trusted Types yet"),
            (Self::Firefox, Ability::LongLine) => {
                return Some(
                    "Firefox lays out a line in two directions in quadratic time, in a page by hand as well",
                );
            }
            (Self::Firefox, Ability::PageMargins) => {
                return Some("this Firefox numbers printed pages by itself and draws no margins of ours");
            }
            (Self::Chromium | Self::Firefox, _) => return None,
            (Self::WebKit, _) => {}
        }
        Some(match ability {
            Ability::Profile => "an automated WebKitGTK keeps nothing on disk",
            Ability::PageCrash => "WebKitWebDriver ends with its page",
            Ability::Pdf | Ability::PageMargins => "WebKitWebDriver cannot print",
            Ability::PaperView => "WebKitWebDriver cannot show a page as it is on paper",
            Ability::Console => "WebKitWebDriver does not show its console",
            Ability::Tree => "only Chromium shows its accessibility tree",
            Ability::Theme => "WebKitGTK takes its theme when it starts",
            Ability::TrustedTypes | Ability::LongLine => return None,
        })
    }

    /// Whether a journey can have this here. If not, the running journey and the reason are written down.
    pub fn offers(self, ability: Ability) -> Res<bool> {
        let Some(why) = self.lacks(ability) else {
            return Ok(true);
        };
        let path = places::out("left-out")?.join(format!("{self}.txt"));
        let mut list = OpenOptions::new().create(true).append(true).open(path)?;
        // In one call: journeys run side by side.
        list.write_all(format!("{why}: {}\n", journey().replace('-', "::")).as_bytes())?;
        Ok(false)
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

impl App {
    /// Whether this part of a journey can be had here. If not, that is written down, and the rest of the journey goes on.
    pub fn offers(&self, ability: Ability) -> Res<bool> {
        self.browser.engine.offers(ability)
    }
}

/// Ends the journey here where the engine cannot do what all of it is about; the run lists it with the reason.
#[macro_export]
macro_rules! needs {
    ($ability:ident) => {
        if !$crate::Engine::chosen()?.offers($crate::Ability::$ability)? {
            return Ok(());
        }
    };
}

/// The name of the running test, fit for a file.
pub(crate) fn journey() -> String {
    std::thread::current()
        .name()
        .unwrap_or("journey")
        .replace("::", "-")
}
