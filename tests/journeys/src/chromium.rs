//! Chromium, driven through chromedriver. In: a profile and the proxy's port. Out: the driver, its port, what to ask it for.

use crate::browser::Profile;
use crate::process::Process;
use crate::{Res, places};
use serde_json::{Value, json};
use std::process::Command;

pub(crate) fn start(profile: &Profile) -> Res<(Process, u16)> {
    Process::start(
        Command::new(places::chromedriver())
            .arg("--port=0")
            .env("TMPDIR", profile.folder())
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:"),
        |line| {
            line.split_once("started successfully on port ")?
                .1
                .trim_end_matches('.')
                .parse::<u16>()
                .ok()
        },
    )
}

pub(crate) fn capabilities(profile: &Profile, proxy: &Value) -> Value {
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
        &format!("--user-data-dir={}", profile.folder().join("profile").display()),
    ];
    let mut preferences = json!({
        "download.default_directory": profile.downloads(),
        "download.prompt_for_download": false,
        "intl.accept_languages": "en-GB,en",
    });
    if profile.storage_blocked {
        preferences["profile.default_content_setting_values.cookies"] = json!(2);
    }
    json!({
        "browserName": "chrome",
        "proxy": proxy,
        "goog:chromeOptions": {"binary": places::chromium(), "args": arguments, "prefs": preferences},
        "goog:loggingPrefs": {"browser": "ALL"},
        "webSocketUrl": true,
    })
}
