//! The circumstances: theme, size of the window, paper, a crash of the page.

use crate::process::kill_now;
use crate::{Ability, App, Engine, Failure, Res, firefox, held, webkit};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::pin::Pin;
use std::time::Duration;

/// What the browser claims about the person and the screen.
#[derive(Debug, Default, Clone)]
pub(crate) struct Media {
    /// Media features that differ from the usual, by their CSS names.
    pub(crate) features: BTreeMap<&'static str, &'static str>,
    pub(crate) print: bool,
    size: Option<(u32, u32)>,
}

impl App {
    /// The person prefers dark pages.
    pub async fn dark(&self) -> Res {
        self.feature("prefers-color-scheme", "dark").await
    }

    /// The person prefers light pages, as they do at first.
    pub async fn light(&self) -> Res {
        self.feature("prefers-color-scheme", "light").await
    }

    /// The page as it would be on paper; `false` is the screen again.
    pub async fn paper(&self, on: bool) -> Res {
        self.media(|media| media.print = on).await
    }

    /// The person's system chooses the colours (high contrast).
    pub async fn forced_colours(&self) -> Res {
        self.feature("forced-colors", "active").await
    }

    /// The size of the window's inside; 320 is the narrowest that people have.
    pub async fn viewport(&self, width: u32, height: u32) -> Res {
        held(&self.emulated).size = Some((width, height));
        self.viewport_again().await
    }

    /// A page that does not scroll sideways.
    pub async fn expect_no_sideways_scroll(&self) -> Res {
        self.expect_js(
            "a page no wider than the window",
            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth",
        )
        .await
    }

    /// The page's process dies; the browser lives. The person opens the same address in a new tab.
    pub async fn crash_page(&self) -> Res {
        let session = &self.browser.session;
        let address = session.current_url().await?;
        let crash = self.crash().await?;
        // The driver gives up a session whose page dies under it: look elsewhere first.
        let tab = session.new_tab().await?;
        session.switch_to_window(tab).await?;
        crash.await?;
        let first = session.goto(address.as_str()).await;
        match self.browser.engine {
            // It may take the new tab's process down with the other one; the next try gets a new one.
            Engine::Firefox if first.is_err() => session.goto(address.as_str()).await?,
            _ => first?,
        }
        self.ready().await
    }

    /// What makes the page in front die.
    async fn crash(&self) -> Res<Pin<Box<dyn Future<Output = Res>>>> {
        let session = &self.browser.session;
        match self.browser.engine {
            Engine::Chromium => {
                let bidi = session.bidi().await?;
                let here = session.window().await?;
                let cdp = bidi
                    .send_raw("goog:cdp.getSession", json!({"context": here.to_string()}))
                    .await?;
                let crash = json!({"method": "Page.crash", "params": {}, "session": cdp["session"]});
                Ok(Box::pin(async move {
                    // A dead page does not answer: do not wait for it.
                    let _ = tokio::time::timeout(
                        Duration::from_millis(500),
                        bidi.send_raw("goog:cdp.sendCommand", crash),
                    )
                    .await;
                    Ok(())
                }))
            }
            Engine::Firefox => {
                let process = firefox::page_process(session).await?;
                Ok(Box::pin(kill_now(process)))
            }
            Engine::WebKit => Err(self.cannot(Ability::PageCrash)),
        }
    }

    pub(crate) async fn viewport_again(&self) -> Res {
        let size = held(&self.emulated).size;
        match self.browser.engine {
            Engine::Chromium => {
                let (command, size) = match size {
                    Some((width, height)) => (
                        "Emulation.setDeviceMetricsOverride",
                        json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false}),
                    ),
                    None => ("Emulation.clearDeviceMetricsOverride", json!({})),
                };
                self.cdp(command, size).await?;
            }
            Engine::Firefox => {
                let size = size.map(|(width, height)| json!({"width": width, "height": height}));
                let here = self.browser.session.window().await?.to_string();
                let bidi = self.browser.session.bidi().await?;
                bidi.send_raw(
                    "browsingContext.setViewport",
                    json!({"context": here, "viewport": size}),
                )
                .await?;
            }
            Engine::WebKit => {
                if let Some((width, height)) = size {
                    webkit::resize(self, width, height).await?;
                }
            }
        }
        Ok(())
    }

    /// The engine cannot do what is asked of it, and the journey does not say that it needs it.
    pub(crate) fn cannot(&self, ability: Ability) -> Failure {
        let engine = self.browser.engine;
        Failure::new(format!(
            "{ability:?} is asked of {engine}: {}. Let the journey begin with journeys::needs!({ability:?}), or ask App::offers",
            engine.lacks(ability).unwrap_or("it should be there")
        ))
    }

    async fn feature(&self, name: &'static str, value: &'static str) -> Res {
        self.media(|media| {
            media.features.insert(name, value);
        })
        .await
    }

    async fn media(&self, change: impl FnOnce(&mut Media)) -> Res {
        let media = {
            let mut media = held(&self.emulated);
            change(&mut media);
            media.clone()
        };
        match self.browser.engine {
            Engine::Chromium => {}
            Engine::Firefox => return firefox::claim(&self.browser.session, &media).await,
            Engine::WebKit => return webkit::claim(self, &media),
        }
        let features: Vec<Value> = media
            .features
            .iter()
            .map(|(name, value)| json!({"name": name, "value": value}))
            .collect();
        let parameters = json!({"media": if media.print { "print" } else { "" }, "features": features});
        self.cdp("Emulation.setEmulatedMedia", parameters).await?;
        Ok(())
    }
}
