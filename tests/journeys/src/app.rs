//! The app as one person meets it: a server, a fresh browser, and the way back after a crash.

use crate::browser::{Browser, Profile};
use crate::engine::journey;
use crate::watch::Watch;
use crate::{Ability, Engine, Failure, Res, Site, places};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;
use thirtyfour::WindowHandle;
use tokio::sync::{Semaphore, SemaphorePermit};

/// More browsers at once make every one of them slow enough to fail.
static BROWSERS: Semaphore = Semaphore::const_new(3);

/// How the app is opened, when not in the usual way.
#[derive(Debug, Default, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a circumstance of its own")]
pub struct Setup {
    folder: Option<PathBuf>,
    page: String,
    from_disk: bool,
    origin: Option<String>,
    address: String,
    scripts: Vec<String>,
    storage_blocked: bool,
    dark: bool,
    pub(crate) worker: bool,
}

impl Setup {
    /// Opens this address first, such as `#/code`.
    #[must_use]
    pub fn at(mut self, address: &str) -> Self {
        address.clone_into(&mut self.address);
        self
    }

    /// The browser refuses the page any storage, from the first moment.
    #[must_use]
    pub fn storage_blocked(mut self) -> Self {
        self.storage_blocked = true;
        self
    }

    /// The browser has service workers. Journeys about something else go without: each is a first visit, at whose end the worker
    /// would take in everything once more.
    #[must_use]
    pub fn with_worker(mut self) -> Self {
        self.worker = true;
        self
    }

    /// The person prefers dark pages.
    #[must_use]
    pub fn dark(mut self) -> Self {
        self.dark = true;
        self
    }

    /// Runs this JavaScript before the page's own, on every load.
    #[must_use]
    pub fn before_load(mut self, script: &str) -> Self {
        self.scripts.push(script.to_owned());
        self
    }

    /// The browser has no locks between tabs, as older ones.
    #[must_use]
    pub fn without_locks(self) -> Self {
        self.before_load("Object.defineProperty(Navigator.prototype, 'locks', {value: undefined})")
    }

    /// The page believes that it is `date`, in the form of `2031-02-03T04:05:06Z`.
    #[must_use]
    pub fn clock(self, date: &str) -> Self {
        self.before_load(&format!(
            "{{ const Real = Date, skew = Real.parse('{date}') - Real.now();
               globalThis.Date = class extends Real {{
                 constructor(...given) {{ given.length ? super(...given) : super(Real.now() + skew); }}
                 static now() {{ return Real.now() + skew; }}
               }}; }}"
        ))
    }

    /// Serves another folder than the built app.
    #[must_use]
    pub fn folder(mut self, folder: &Path) -> Self {
        self.folder = Some(folder.to_owned());
        self
    }

    /// This page of the folder, instead of its first.
    #[must_use]
    pub fn page(mut self, name: &str) -> Self {
        name.clone_into(&mut self.page);
        self
    }

    /// Opens the page as a file, without a server.
    #[must_use]
    pub fn from_disk(mut self) -> Self {
        self.from_disk = true;
        self
    }

    /// The app as another server shows it, such as [`crate::Preview`].
    #[must_use]
    pub fn shown_at(mut self, origin: &str) -> Self {
        self.origin = Some(origin.to_owned());
        self
    }

    /// Starts the server and the browser, and waits until the app shows a heading.
    pub async fn open(self) -> Res<App> {
        let permit = BROWSERS.acquire().await?;
        let folder = match &self.folder {
            Some(folder) => folder.clone(),
            None => places::dist()?,
        };
        let site = Site::start(&folder)?;
        let profile = Profile::new(self.storage_blocked, self.dark)?;
        App::begin(self, site, profile, permit).await
    }
}

/// One person's app. [`App::close`] ends it and makes sure that nothing went wrong unseen.
pub struct App {
    pub(crate) browser: Browser,
    pub(crate) watch: Watch,
    pub(crate) profile: Profile,
    /// The app's server, which writes down every request.
    pub site: Site,
    /// Whether the journey looks into a page inside the page.
    pub(crate) framed: AtomicBool,
    /// In the order in which they were opened, as far as anybody looked.
    pub(crate) tabs: Mutex<Vec<WindowHandle>>,
    pub(crate) emulated: Mutex<crate::emulate::Media>,
    pub(crate) setup: Setup,
    permit: SemaphorePermit<'static>,
}

impl App {
    /// The start page, in a browser that has never been here.
    pub async fn open() -> Res<Self> {
        Setup::default().open().await
    }

    /// The same at another address, such as `#/code/principle-3`.
    pub async fn open_at(address: &str) -> Res<Self> {
        Setup::default().at(address).open().await
    }

    async fn begin(
        setup: Setup,
        site: Site,
        profile: Profile,
        permit: SemaphorePermit<'static>,
    ) -> Res<Self> {
        let browser = Browser::start(&profile).await?;
        let watch = Watch::start(&browser, &site, setup.worker).await?;
        let app = Self {
            browser,
            watch,
            profile,
            site,
            framed: AtomicBool::default(),
            tabs: Mutex::default(),
            emulated: Mutex::default(),
            setup,
            permit,
        };
        app.prepare().await?;
        if app.setup.dark {
            app.dark().await?;
        }
        app.browser.session.goto(app.url(&app.setup.address)).await?;
        app.ready().await?;
        // Before the page opens another one.
        app.tabs().await?;
        Ok(app)
    }

    /// What runs before the page's own scripts runs in this tab too.
    pub(crate) async fn prepare(&self) -> Res {
        if self.browser.engine != Engine::Chromium {
            self.before_load(include_str!("drawn.js")).await?;
        }
        if !self.setup.worker {
            self.before_load(
                "Object.defineProperty(Navigator.prototype, 'serviceWorker', {value: undefined})",
            )
            .await?;
        }
        for script in &self.setup.scripts {
            self.before_load(script).await?;
        }
        Ok(())
    }

    /// Ends the browser, after making sure that the journey was a quiet one: see [`App::expect_quiet`].
    pub async fn close(self) -> Res {
        self.expect_quiet().await?;
        self.browser.quit().await
    }

    /// Ends the browser as closing its window does, and comes back tomorrow: same computer, same profile.
    pub async fn close_and_reopen(self) -> Res<Self> {
        self.keeps_its_profile()?;
        self.expect_quiet().await?;
        let Self {
            browser,
            site,
            profile,
            setup,
            permit,
            ..
        } = self;
        browser.quit().await?;
        Self::begin(setup, site, profile, permit).await
    }

    /// Ends the browser at once (kill -9), and comes back at the setup's address. Browsers write local storage to disk some
    /// seconds after a change (every 5 s at least): what is younger is gone from there.
    pub async fn kill_and_reopen(self) -> Res<Self> {
        self.keeps_its_profile()?;
        let Self {
            browser,
            site,
            profile,
            setup,
            permit,
            ..
        } = self;
        browser.kill().await?;
        Self::begin(setup, site, profile, permit).await
    }

    pub(crate) fn keeps_its_profile(&self) -> Res {
        match self.browser.engine.lacks(Ability::Profile) {
            Some(_) => Err(self.cannot(Ability::Profile)),
            None => Ok(()),
        }
    }

    /// The full address of a place in the app.
    #[must_use]
    pub fn url(&self, address: &str) -> String {
        format!("{}/{}{address}", self.origin(), self.setup.page)
    }

    /// Where the app comes from, without a slash at the end.
    pub(crate) fn origin(&self) -> String {
        match &self.setup.origin {
            Some(origin) => origin.clone(),
            None if self.setup.from_disk => format!("file://{}", self.site.folder().display()),
            None => self.site.origin(),
        }
    }

    /// Waits until the app stands: it shows a heading, not the one that waits in `index.html` for the program, and all words are
    /// there, so that it is sealed.
    pub(crate) async fn ready(&self) -> Res {
        let stands = "return document.readyState === 'complete' && !!document.querySelector('h1')?.textContent.trim()
             && (!document.querySelector('#app:not([data-sealed])') || !!document.querySelector('[role=alert]:not([hidden])'))";
        let ready = crate::until(async || Ok((self.js(stands).await? == true).then_some(()))).await?;
        match ready {
            Some(()) => Ok(()),
            None => Err(self.failure("the app to show a heading").await),
        }
    }

    /// A failure that says what was expected, what the page showed, and where its picture lies.
    pub async fn failure(&self, expected: &str) -> Failure {
        let page = self
            .js(
                "const h1 = [...document.querySelectorAll('h1')].map(h => h.textContent.trim()).join(' | ');
                 const text = (document.querySelector('main') || document.body)?.innerText ?? '';
                 return [location.href, h1, [...text.replace(/\\s+/g, ' ').trim()].slice(0, 300).join('')]",
            )
            .await;
        let shown = match page {
            Ok(page) => {
                let part = |index: usize| page[index].as_str().unwrap_or_default().to_owned();
                format!(
                    "at:       {}\nh1:       {}\ntext:     {}",
                    part(0),
                    part(1),
                    part(2)
                )
            }
            Err(error) => format!("nothing:  the page does not answer ({error})"),
        };
        let console = self.console_errors().await.unwrap_or_default();
        let console = if console.is_empty() {
            String::new()
        } else {
            format!("\nconsole:  {}", console.join("\n          "))
        };
        let picture = match self.picture("failures", &journey()).await {
            Ok(path) => path.display().to_string(),
            Err(error) => format!("none ({error})"),
        };
        Failure::new(format!(
            "expected: {expected}\n{shown}{console}\npicture:  {picture}\n"
        ))
    }

    /// A failure unless `holds`: an assertion of the journey's own, with a picture.
    pub async fn check(&self, holds: bool, expected: &str) -> Res {
        if holds {
            Ok(())
        } else {
            Err(self.failure(expected).await)
        }
    }
}
