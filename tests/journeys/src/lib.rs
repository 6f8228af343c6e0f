//! The journeys' harness: one person, one fresh browser, the release app.
//!
//! What comes in: the built app (`DIST`), the engine (`ENGINE`), Chromium and its driver (`CHROMIUM`, `CHROMEDRIVER`; likewise
//! those of the other engines, see `places`), axe-core (`AXE`); `scripts/test` sets them. What goes out: a green test, or a [`Failure`] that says what was expected, what
//! the page showed, and where the screenshot lies.
//!
//! ```no_run
//! # async fn journey() -> journeys::Res {
//! use journeys::App;
//!
//! let app = App::open().await?;
//! app.click_text("Look at what happened").await?;
//! app.choose("I saw it").await?;
//! app.click_text("Continue").await?;
//! app.expect_h1("Where did it happen?").await?;
//! app.expect_accessible().await?;
//! app.close().await
//! # }
//! ```
//!
//! | file | what it holds |
//! |---|---|
//! | `app` | [`App`]: open, reopen, close, failures |
//! | `act`, `tabs` | what a person does: click, choose, fill, press keys, go back; go between tabs |
//! | `script` | JavaScript in the page |
//! | `see` | what a person sees: expectations that wait until they hold |
//! | `keep` | what stays behind: local storage, downloads, the clipboard |
//! | `case` | a case with everything in it, and letters with everything in them |
//! | [`paper`] | what is printed, sheet by sheet |
//! | `disk` | what a search of the whole profile finds |
//! | `watch` | what nobody should see: requests, console errors, policy violations |
//! | `emulate` | the circumstances: theme, size, a wrong clock, a crash |
//! | `axe`, `tree` | the accessibility checker; what a screen reader is told |
//! | `engine` | [`Engine`]: which browser, what it offers, what is left out and why |
//! | `browser`, `process` | a browser and its driver, started and ended |
//! | `chromium`, `firefox`, `webkit` | what is each engine's own |
//! | `witness` | a script in the page that reports what it sees go wrong |
//! | `preview` | a copy of the words, and the server that shows them as they are written |
//! | `site`, `proxy` | the app's server and the rest of the internet, both writing down who asks |
//! | `wait`, `places` | polling; paths and environment variables |

mod act;
mod app;
mod axe;
mod browser;
mod case;
mod chromium;
mod disk;
mod emulate;
mod engine;
mod failure;
mod firefox;
mod keep;
pub mod paper;
mod places;
mod preview;
mod process;
mod proxy;
mod script;
mod see;
mod site;
mod tabs;
mod tree;
mod wait;
mod watch;
mod webkit;
mod witness;

pub use app::{App, Setup};
pub use disk::Found;
pub use engine::{Ability, Engine};
pub use failure::{Failure, Res};
pub use places::{dist, out, root, single};
pub use preview::Preview;
pub use site::Site;
use wait::held;
pub use wait::until;
