//! The circumstances: theme, size of the window, paper, scripts before the page's own, a crash of the page.

use crate::{App, Res};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::PoisonError;

/// What the browser claims about the person and the screen.
#[derive(Debug, Default, Clone)]
pub(crate) struct Media {
    /// Media features that differ from the usual, by their CSS names.
    features: BTreeMap<&'static str, &'static str>,
    print: bool,
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

    /// The person prefers less motion.
    pub async fn less_motion(&self) -> Res {
        self.feature("prefers-reduced-motion", "reduce").await
    }

    /// The person's system chooses the colours (high contrast).
    pub async fn forced_colours(&self, on: bool) -> Res {
        self.feature("forced-colors", if on { "active" } else { "none" })
            .await
    }

    /// The size of the window's inside; 320 is the narrowest that people have.
    pub async fn viewport(&self, width: u32, height: u32) -> Res {
        self.emulated.lock().unwrap_or_else(PoisonError::into_inner).size = Some((width, height));
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

    /// Runs this JavaScript before the page's own from the next load on.
    pub async fn before_load(&self, script: &str) -> Res {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": script}))
            .await?;
        Ok(())
    }

    /// The page's process dies; the browser lives. The person opens the same address in a new tab.
    pub async fn crash_page(&self) -> Res {
        let session = &self.browser.session;
        let address = session.current_url().await?;
        let bidi = session.bidi().await?;
        let here = session.window().await?;
        let cdp = bidi
            .send_raw("goog:cdp.getSession", json!({"context": here.to_string()}))
            .await?;
        // The driver gives up a session whose page dies under it: look elsewhere first.
        let tab = session.new_tab().await?;
        session.switch_to_window(tab).await?;
        // A dead page does not answer: do not wait for it.
        let crash = json!({"method": "Page.crash", "params": {}, "session": cdp["session"]});
        let _ = tokio::time::timeout(
            std::time::Duration::from_millis(500),
            bidi.send_raw("goog:cdp.sendCommand", crash),
        )
        .await;
        session.goto(address.as_str()).await?;
        self.ready().await
    }

    pub(crate) async fn viewport_again(&self) -> Res {
        let size = self.emulated.lock().unwrap_or_else(PoisonError::into_inner).size;
        match size {
            Some((width, height)) => {
                let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
                self.cdp("Emulation.setDeviceMetricsOverride", size).await?;
            }
            None => {
                self.cdp("Emulation.clearDeviceMetricsOverride", json!({}))
                    .await?;
            }
        }
        Ok(())
    }

    async fn feature(&self, name: &'static str, value: &'static str) -> Res {
        self.media(|media| {
            media.features.insert(name, value);
        })
        .await
    }

    async fn media(&self, change: impl FnOnce(&mut Media)) -> Res {
        let media = {
            let mut media = self.emulated.lock().unwrap_or_else(PoisonError::into_inner);
            change(&mut media);
            media.clone()
        };
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
