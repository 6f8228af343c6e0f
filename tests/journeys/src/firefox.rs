//! Firefox, driven through geckodriver. What Chromium's own protocol does there, Firefox's preferences and its privileged side
//! do here. In: a profile and the proxy's port. Out: the driver, its port, what to ask it for.

use crate::browser::Profile;
use crate::emulate::Media;
use crate::process::Process;
use crate::{Failure, Res, places};
use serde_json::{Value, json};
use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;
use std::sync::Arc;
use thirtyfour::WebDriver;
use thirtyfour::common::command::{Command as Order, ExtensionCommand};

pub(crate) fn start(profile: &Profile) -> Res<(Process, u16)> {
    // Firefox wants to be told where its events are to be had.
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    Process::start(
        Command::new(places::geckodriver())
            .args(["--port=0", "--allow-system-access"])
            .arg(format!("--websocket-port={free}"))
            .arg("--profile-root")
            .arg(profile.folder())
            .env("TMPDIR", profile.folder())
            .env("HOME", profile.folder())
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:"),
        |line| {
            line.split_once("Listening on 127.0.0.1:")?
                .1
                .trim()
                .parse::<u16>()
                .ok()
        },
    )
}

pub(crate) fn capabilities(profile: &Profile, proxy: &Value) -> Res<Value> {
    let folder = profile.folder().join("profile");
    std::fs::create_dir_all(&folder)?;
    let mut preferences = json!({
        "browser.download.folderList": 2,
        "browser.download.dir": profile.downloads(),
        "browser.download.useDownloadDir": true,
        "browser.download.alwaysOpenPanel": false,
        "intl.accept_languages": "en-GB,en",
        // Whether the machine that runs the tests likes it dark is no matter.
        THEME: 1,
    });
    if profile.storage_blocked {
        // "Block all cookies", which takes all storage along.
        preferences["network.cookie.cookieBehavior"] = json!(2);
    }
    Ok(json!({
        "browserName": "firefox",
        "proxy": proxy,
        "moz:firefoxOptions": {
            "binary": places::firefox(),
            "args": ["-headless", "--width=1280", "--height=1024", "-profile", folder],
            "prefs": preferences,
        },
        "webSocketUrl": true,
    }))
}

/// 0 is dark, 1 is light.
const THEME: &str = "layout.css.prefers-color-scheme.content-override";

/// What the browser claims about the person and the screen.
pub(crate) async fn claim(session: &WebDriver, media: &Media) -> Res {
    let is = |feature: &str, value: &str| media.features.get(feature) == Some(&value);
    let claims = json!({
        "theme": i32::from(!is("prefers-color-scheme", "dark")),
        // 2: the person's colours instead of the page's.
        "colours": if is("forced-colors", "active") { 2 } else { 0 },
        "paper": if media.print { "print" } else { "" },
    });
    let script = format!(
        "const [claims] = arguments;
         Services.prefs.setIntPref('{THEME}', claims.theme);
         Services.prefs.setIntPref('browser.display.document_color_use', claims.colours);
         gBrowser.selectedBrowser.browsingContext.mediumOverride = claims.paper;"
    );
    privileged(session, &script, claims).await?;
    Ok(())
}

/// The process in which the page in front runs.
pub(crate) async fn page_process(session: &WebDriver) -> Res<i32> {
    // geckodriver has Firefox end when a page's process dies; people's Firefox lives on.
    let script = "Services.env.set('MOZ_CRASHREPORTER_SHUTDOWN', '');
                  return gBrowser.selectedBrowser.browsingContext.currentWindowGlobal.osPid";
    let id = privileged(session, script, Value::Null).await?;
    let id = id.as_i64().and_then(|id| i32::try_from(id).ok());
    id.ok_or_else(|| Failure::new("Firefox does not say in which process its page runs"))
}

/// Calls a function as the page's own scripts would; its result comes back.
pub(crate) async fn call(session: &WebDriver, function: &str) -> Res<Value> {
    // What it gives, or what went wrong, as one text: WebDriver has a form of its own for each kind of value.
    let function = format!(
        "() => {{
           const good = (value) => JSON.stringify([value ?? null, null]), bad = (error) => JSON.stringify([null, String(error)]);
           try {{
             const value = ({function})();
             return typeof value?.then === 'function' ? value.then(good, bad) : good(value);
           }} catch (error) {{ return bad(error); }}
         }}"
    );
    let page = session.window().await?.to_string();
    let asked = json!({"functionDeclaration": function, "awaitPromise": true, "target": {"context": page}});
    let answer = session
        .bidi()
        .await?
        .send_raw("script.callFunction", asked)
        .await?;
    let text = answer["result"]["value"].as_str().unwrap_or_default();
    let [value, error]: [Value; 2] = serde_json::from_str(text)
        .map_err(|_| Failure::new(format!("the page's JavaScript gave no answer: {answer}")))?;
    match error.as_str() {
        Some(error) => Err(Failure::new(format!("the page's JavaScript failed: {error}"))),
        None => Ok(value),
    }
}

/// JavaScript with the rights of the browser itself.
async fn privileged(session: &WebDriver, script: &str, given: Value) -> Res<Value> {
    let into = async |place: &'static str| {
        let order = Order::ExtensionCommand(Box::new(Context(place)));
        session.handle().cmd(order).await
    };
    into("chrome").await?;
    let answer = session.execute(script, vec![given]).await;
    into("content").await?;
    Ok(answer?.json().clone())
}

/// Whose JavaScript comes next: the page's (`content`) or the browser's own (`chrome`).
#[derive(Debug)]
struct Context(&'static str);

impl ExtensionCommand for Context {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({"context": self.0}))
    }

    fn method(&self) -> http::Method {
        http::Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        "/moz/context".into()
    }
}
