//! Scripts that run in a page before its own. In WebKit, which has no events, one of them is the witness of what goes wrong there.
//!
//! Chromium takes such scripts by its own protocol. WebKit takes none, and Firefox none that can be relied on: there the server writes
//! them into the page, at the top of its head, where the page's policy does not hold yet. That policy stays as it is.

use crate::{App, Engine, Res, Site};
use serde_json::json;

/// WebKit: the witness in every page of this server.
pub(crate) fn stand_in(site: &Site) {
    site.run_first(include_str!("witness.js"));
}

impl App {
    /// Runs this JavaScript before the page's own from the next load on.
    pub async fn before_load(&self, script: &str) -> Res {
        match self.browser.engine {
            Engine::Chromium => {
                self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": script}))
                    .await?;
            }
            // The service worker takes only pages as they were built.
            Engine::Firefox if self.setup.worker => {
                // A function that such a script puts in the place of the page's own may never return. Firefox 140 also complains about itself in every page that such a script runs in.
                self.allow("Error: Permission denied to access property \"length\"");
                let script = json!({"functionDeclaration": format!("() => {{ {script}\n}}")});
                let bidi = self.browser.session.bidi().await?;
                bidi.send_raw("script.addPreloadScript", script).await?;
            }
            // There is no other way here: nothing runs first.
            Engine::WebKit if self.setup.worker => {}
            Engine::Firefox | Engine::WebKit => self.site.run_first(script),
        }
        Ok(())
    }

    /// WebKit: takes what the witness has seen in the page in front.
    pub(crate) async fn testimony(&self) -> Res {
        if self.browser.engine == Engine::WebKit {
            let seen = self
                .js("return (globalThis.journeysWitness ?? []).splice(0)")
                .await?;
            self.watch.note(serde_json::from_value(seen)?);
        }
        Ok(())
    }
}
