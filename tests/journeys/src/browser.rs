//! One browser with a profile of its own, driven through its engine's driver. In: how it should be. Out: a session.

use crate::process::{Process, kill_now};
use crate::proxy::Proxy;
use crate::{Engine, Failure, Res, chromium, firefox, webkit};
use serde_json::{Value, json};
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};

/// A folder that outlives the browser: what a computer keeps when the browser ends.
pub(crate) struct Profile {
    folder: TempDir,
    /// Whether the browser refuses the page any storage.
    pub(crate) storage_blocked: bool,
    /// Whether the person prefers dark pages when the browser starts.
    pub(crate) dark: bool,
}

impl Profile {
    pub(crate) fn new(storage_blocked: bool, dark: bool) -> Res<Self> {
        let folder = tempfile::Builder::new().prefix("waymark-").tempdir()?;
        std::fs::create_dir(folder.path().join("downloads"))?;
        Ok(Self {
            folder,
            storage_blocked,
            dark,
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
    pub(crate) engine: Engine,
    pub(crate) session: ManuallyDrop<WebDriver>,
    pub(crate) proxy: Proxy,
    /// Held for their end alone: the driver, and what it needs to run.
    _processes: Vec<Process>,
}

impl Browser {
    pub(crate) async fn start(profile: &Profile) -> Res<Self> {
        let engine = Engine::chosen()?;
        let proxy = Proxy::start()?;
        let address = format!("127.0.0.1:{}", proxy.port);
        let through = json!({"proxyType": "manual", "httpProxy": address, "sslProxy": address, "noProxy": ["127.0.0.1", "localhost"]});
        let (processes, port, mut wanted) = match engine {
            Engine::Chromium => {
                let (driver, port) = chromium::start(profile)?;
                (vec![driver], port, chromium::capabilities(profile, &through))
            }
            Engine::Firefox => {
                let (driver, port) = firefox::start(profile)?;
                (vec![driver], port, firefox::capabilities(profile, &through)?)
            }
            Engine::WebKit => {
                let (screen, display) = webkit::screen()?;
                let (driver, port) = webkit::start(profile, &display).await?;
                (
                    vec![driver, screen],
                    port,
                    webkit::capabilities(profile, &address),
                )
            }
        };
        // Otherwise a dialog of the page is closed before the journey can see it.
        wanted["unhandledPromptBehavior"] = json!("ignore");
        let Value::Object(wanted) = wanted else {
            return Err(Failure::new("capabilities are an object"));
        };
        // thirtyfour's event connection panics without this; a second call does nothing.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let session = WebDriver::new(format!("http://127.0.0.1:{port}"), Capabilities::from(wanted))
            .await
            .map_err(|error| Failure::new(format!("{engine} does not start: {error}")))?;
        if engine == Engine::WebKit {
            // The others are told when they start.
            session.set_window_rect(0, 0, 1280, 1024).await?;
        }
        Ok(Self {
            engine,
            session: ManuallyDrop::new(session),
            proxy,
            _processes: processes,
        })
    }

    pub(crate) async fn quit(self) -> Res {
        Ok(ManuallyDrop::into_inner(self.session).quit().await?)
    }

    /// Ends the browser as a crash would. What it had not written to disk yet is lost.
    pub(crate) async fn kill(self) -> Res {
        let capabilities = self.session.handle().capabilities();
        let id = ["goog:processID", "moz:processID"]
            .into_iter()
            .find_map(|name| capabilities.get(name).and_then(Value::as_i64));
        let id = id.and_then(|id| i32::try_from(id).ok());
        kill_now(id.ok_or_else(|| Failure::new("the driver does not say which process its browser is"))?)
            .await?;
        // There is nobody left to say goodbye to.
        drop(self);
        Ok(())
    }
}
