//! One Chromium with a profile of its own, driven through chromedriver. In: how it should be. Out: a session.

use crate::process::{Process, kill_now};
use crate::proxy::Proxy;
use crate::{Failure, Res, places};
use serde_json::{Value, json};
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};

/// A folder that outlives the browser: what a computer keeps when the browser ends.
pub(crate) struct Profile {
    folder: TempDir,
    /// Whether the browser refuses the page any storage.
    storage_blocked: bool,
}

impl Profile {
    pub(crate) fn new(storage_blocked: bool) -> Res<Self> {
        let folder = tempfile::Builder::new().prefix("waymark-").tempdir()?;
        std::fs::create_dir(folder.path().join("downloads"))?;
        Ok(Self {
            folder,
            storage_blocked,
        })
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn downloads(&self) -> PathBuf {
        self.folder.path().join("downloads")
    }
}

/// A running browser. A failed journey drops it: then the driver's process takes the browser with it, and the session
/// is left alone, for saying goodbye would wait a minute for this very thread.
pub(crate) struct Browser {
    pub(crate) session: ManuallyDrop<WebDriver>,
    pub(crate) proxy: Proxy,
    /// Held for its end alone.
    _driver: Process,
}

impl Browser {
    pub(crate) async fn start(profile: &Profile) -> Res<Self> {
        let proxy = Proxy::start()?;
        let (driver, port) = Process::start(
            Command::new(places::chromedriver())
                .arg("--port=0")
                .env("TMPDIR", profile.folder.path())
                .env("DBUS_SESSION_BUS_ADDRESS", "disabled:"),
            |line| {
                line.split_once("started successfully on port ")?
                    .1
                    .trim_end_matches('.')
                    .parse::<u16>()
                    .ok()
            },
        )?;
        // thirtyfour's event connection panics without this; a second call does nothing.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let session = WebDriver::new(
            format!("http://127.0.0.1:{port}"),
            capabilities(profile, proxy.port)?,
        )
        .await
        .map_err(|error| Failure::new(format!("Chromium does not start: {error}")))?;
        Ok(Self {
            session: ManuallyDrop::new(session),
            proxy,
            _driver: driver,
        })
    }

    pub(crate) async fn quit(self) -> Res {
        Ok(ManuallyDrop::into_inner(self.session).quit().await?)
    }

    /// Ends the browser as a crash would. What it had not written to disk yet is lost.
    pub(crate) async fn kill(self) -> Res {
        let id = self
            .session
            .handle()
            .capabilities()
            .get("goog:processID")
            .and_then(Value::as_i64);
        let id = id.and_then(|id| i32::try_from(id).ok());
        kill_now(id.ok_or_else(|| Failure::new("the driver does not say which process its browser is"))?)
            .await?;
        // There is nobody left to say goodbye to.
        drop(self);
        Ok(())
    }
}

fn capabilities(profile: &Profile, proxy: u16) -> Res<Capabilities> {
    let folder = profile.folder.path();
    let arguments = [
        "--headless",
        // Root may not use the sandbox, and containers seldom offer one.
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--no-first-run",
        // The browser's own errands.
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-default-apps",
        "--disable-extensions",
        "--disable-field-trial-config",
        "--disable-features=NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,Translate,AutofillServerCommunication",
        "--metrics-recording-only",
        "--window-size=1280,1024",
        "--force-color-profile=srgb",
        "--lang=en-GB",
        &format!("--user-data-dir={}", folder.join("profile").display()),
    ];
    let mut preferences = json!({
        "download.default_directory": profile.downloads(),
        "download.prompt_for_download": false,
        "intl.accept_languages": "en-GB,en",
    });
    if profile.storage_blocked {
        preferences["profile.default_content_setting_values.cookies"] = json!(2);
    }
    let proxy = format!("127.0.0.1:{proxy}");
    let capabilities = json!({
        "browserName": "chrome",
        "proxy": {"proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy, "noProxy": ["127.0.0.1", "localhost"]},
        "goog:chromeOptions": {"binary": places::chromium(), "args": arguments, "prefs": preferences},
        "goog:loggingPrefs": {"browser": "ALL"},
        "webSocketUrl": true,
        // Otherwise a dialog of the page is closed before the journey can see it.
        "unhandledPromptBehavior": "ignore",
    });
    match capabilities {
        Value::Object(map) => Ok(Capabilities::from(map)),
        _ => Err(Failure::new("capabilities are an object")),
    }
}
