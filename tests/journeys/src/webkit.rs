//! WebKitGTK's MiniBrowser, driven through WebKitWebDriver in an X server of its own: it has no way to run without a screen.
//! In: a profile and the proxy's address. Out: the screen, the driver, its port, what to ask it for.

use crate::browser::Profile;
use crate::emulate::Media;
use crate::process::Process;
use crate::{Ability, App, Failure, Res, places};
use serde_json::{Value, json};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::Command;

/// An X server that nobody sees, and its name.
pub(crate) fn screen() -> Res<(Process, String)> {
    let mut server = Command::new("Xvfb");
    server.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1400x1200x24",
        "-nolisten",
        "tcp",
    ]);
    Process::start(&mut server, |line| {
        line.trim().parse::<u32>().ok().map(|number| format!(":{number}"))
    })
}

/// The browser's own buttons would keep its window from being as narrow as a phone.
const SMALL_BUTTONS: &str = "button, entry, toolbar, headerbar, toolitem, menubutton, image, box, label, window, notebook, tab, header
{ min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; border-spacing: 0; font-size: 1px; }";

pub(crate) async fn start(profile: &Profile, display: &str) -> Res<(Process, u16)> {
    let settings = profile.folder().join("settings");
    std::fs::create_dir_all(settings.join("gtk-3.0"))?;
    std::fs::write(settings.join("gtk-3.0/gtk.css"), SMALL_BUTTONS)?;
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    let driver = Process::silent(
        Command::new(places::webkit_driver())
            .arg(format!("--port={port}"))
            .env("DISPLAY", display)
            .env_remove("WAYLAND_DISPLAY")
            .env("TMPDIR", profile.folder())
            // Downloads land in it.
            .env("HOME", profile.downloads())
            .env("XDG_CONFIG_HOME", settings)
            .env("XDG_RUNTIME_DIR", profile.folder())
            .env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1")
            .env_remove("LC_ALL")
            .env("LANG", "en_GB.UTF-8")
            // Otherwise every browser starts a bus and a service for screen readers that nobody ends.
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env("NO_AT_BRIDGE", "1")
            .env("GTK_A11Y", "none"),
    )?;
    crate::until(async || Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok()))
        .await?
        .ok_or_else(|| Failure::new("WebKitWebDriver started, but never answered"))?;
    Ok((driver, port))
}

pub(crate) fn capabilities(profile: &Profile, proxy: &str) -> Value {
    let mut arguments = vec![
        "--automation".to_owned(),
        format!("--proxy=http://{proxy}"),
        "--ignore-host=127.0.0.1".to_owned(),
        "--ignore-host=localhost".to_owned(),
    ];
    if profile.storage_blocked {
        arguments.push("--enable-html5-local-storage=false".to_owned());
        arguments.push("--enable-html5-database=false".to_owned());
    }
    if profile.dark {
        arguments.push("--dark-mode".to_owned());
    }
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": {"binary": places::minibrowser(), "args": arguments},
    })
}

/// Makes the window so large that its inside has this size.
pub(crate) async fn resize(app: &App, width: u32, height: u32) -> Res {
    let session = &app.browser.session;
    let inside = app.js("return [innerWidth, innerHeight]").await?;
    let outside = session.get_window_rect().await?;
    let grow = |want: u32, inside: &Value, outside: i64| {
        u32::try_from(outside + i64::from(want) - inside.as_i64().unwrap_or(outside))
    };
    let width = grow(width, &inside[0], outside.width)?;
    let height = grow(height, &inside[1], outside.height)?;
    Ok(session.set_window_rect(0, 0, width, height).await?)
}

/// What the browser is to claim about the person and the screen has to be what it claimed from the start.
pub(crate) fn claim(app: &App, media: &Media) -> Res {
    if media.print {
        return Err(app.cannot(Ability::PaperView));
    }
    let dark = media.features.get("prefers-color-scheme") == Some(&"dark");
    let other = media.features.keys().any(|name| *name != "prefers-color-scheme");
    if other || dark != app.profile.dark {
        return Err(app.cannot(Ability::Theme));
    }
    Ok(())
}
