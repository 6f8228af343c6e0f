//! What nobody should see: requests, errors in the console, violations of the page's own policy.
//!
//! Three detectors watch for requests: the app's server, the proxy that stands for all other hosts, and the
//! browser's own report, which WebKit does not give. Each is made to see something before its silence is believed.

use crate::browser::Browser;
use crate::{App, Engine, Failure, Res, Site, held, until, witness};
use futures_util::StreamExt;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};

/// Asked for by the harness itself, to see whether the detectors are alive.
const PROBE: &str = "/journeys-probe";
const ELSEWHERE: &str = "journeys-probe.invalid";

/// The SHA-384 of nothing: Firefox complains about a file that it began to load ahead and broke off as if it had come empty.
const NOTHING: &str = "OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";

/// What the browser reported since the session began.
pub(crate) struct Watch {
    requests: Arc<Mutex<Vec<String>>>,
    console: Arc<Mutex<Vec<String>>>,
    allowed: Mutex<Vec<String>>,
}

impl Watch {
    pub(crate) async fn start(browser: &Browser, site: &Site, worker: bool) -> Res<Self> {
        let watch = Self {
            requests: Arc::default(),
            console: Arc::default(),
            allowed: Mutex::default(),
        };
        match browser.engine {
            Engine::Chromium => watch.listen(browser, &["network.beforeRequestSent"]).await?,
            Engine::Firefox => {
                let events = ["network.beforeRequestSent", "log.entryAdded"];
                watch.listen(browser, &events).await?;
            }
            // A service worker keeps only pages as they were built.
            Engine::WebKit if worker => {}
            Engine::WebKit => witness::stand_in(site),
        }
        Ok(watch)
    }

    /// Notes down what the browser reports of these events.
    async fn listen(&self, browser: &Browser, names: &[&str]) -> Res {
        let bidi = browser.session.bidi().await?;
        let mut events = bidi.subscribe_raw();
        bidi.send_raw("session.subscribe", json!({"events": names}))
            .await?;
        let (requests, console) = (Arc::clone(&self.requests), Arc::clone(&self.console));
        tokio::spawn(async move {
            while let Some(event) = events.next().await {
                let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
                let (list, line) = match event.method.as_str() {
                    "network.beforeRequestSent" => (&requests, text(&event.params["request"]["url"])),
                    "log.entryAdded" if event.params["level"] == "error" => {
                        let said = text(&event.params["text"]);
                        if said.contains(NOTHING) {
                            continue;
                        }
                        (&console, said)
                    }
                    _ => continue,
                };
                // What a page makes itself (data:, blob:) does not leave it.
                if event.method != "network.beforeRequestSent" || line.starts_with("http") {
                    held(list).push(line);
                }
            }
        });
        Ok(())
    }

    /// Adds to what went wrong.
    pub(crate) fn note(&self, lines: Vec<String>) {
        held(&self.console).extend(lines);
    }

    fn requests(&self) -> Vec<String> {
        held(&self.requests).clone()
    }

    fn allows(&self, text: &str) -> bool {
        let allowed = held(&self.allowed);
        allowed.iter().any(|part| text.contains(part))
    }
}

impl App {
    /// This journey means to cause what contains `text`: a request elsewhere, a message in the console.
    pub fn allow(&self, text: &str) {
        held(&self.watch.allowed).push(text.to_owned());
    }

    /// Errors in the console so far, those of the page's policy and of missing files among them.
    pub async fn console_errors(&self) -> Res<Vec<String>> {
        if self.browser.engine == Engine::Chromium {
            let entries = self.browser.session.get_log("browser").await?;
            let severe = entries.into_iter().filter(|entry| entry.level == "SEVERE");
            self.watch.note(
                severe
                    .map(|entry| format!("{}: {}", entry.source.unwrap_or_default(), entry.message))
                    .collect(),
            );
        }
        self.testimony().await?;
        let mut console = held(&self.watch.console).clone();
        // Chromium's console tells of them by itself.
        if self.browser.engine != Engine::Chromium {
            console.extend(self.site.missing());
        }
        Ok(console
            .into_iter()
            .filter(|line| !self.watch.allows(line))
            .collect())
    }

    /// Something in the console that no journey means to cause. Browsers tell of it a moment later.
    pub async fn expect_complaint(&self, what: &str) -> Res {
        let seen = until(async || Ok((!self.console_errors().await?.is_empty()).then_some(()))).await?;
        self.check(seen.is_some(), what).await
    }

    /// Requests to any other origin so far, by the browser's report and by the proxy's.
    #[must_use]
    pub fn requests_elsewhere(&self) -> Vec<String> {
        let home = format!("{}/", self.origin());
        let mut requests: Vec<String> = self
            .watch
            .requests()
            .into_iter()
            .filter(|url| !url.starts_with(&home))
            .collect();
        requests.extend(self.browser.proxy.requests());
        requests.retain(|request| !request.contains(ELSEWHERE) && !self.watch.allows(request));
        requests
    }

    /// No error in the console, no violation of the policy, no request to another origin, all journey long.
    pub async fn expect_quiet(&self) -> Res {
        let errors = self.console_errors().await?;
        self.check(errors.is_empty(), "an empty console").await?;
        let elsewhere = self.requests_elsewhere();
        self.check(
            elsewhere.is_empty(),
            &format!("no request to another origin, but saw {elsewhere:?}"),
        )
        .await
    }

    /// From here on no request is expected: see [`App::expect_no_requests`].
    pub fn forget_requests(&self) {
        self.site.forget();
        self.browser.proxy.forget();
        held(&self.watch.requests).clear();
    }

    /// There was no request at all since [`App::forget_requests`], to no server, by all three detectors.
    ///
    /// Then each detector has to see a request that this method makes: what came before it is in by then, and
    /// a detector that sleeps is found out.
    pub async fn expect_no_requests(&self) -> Res {
        let own = format!("GET {PROBE}");
        let probe = format!("{}{PROBE}", self.site.origin());
        self.probe(&probe).await?;
        self.allow(PROBE);
        self.alive("the app's server", async || self.site.requests().contains(&own))
            .await?;
        if self.browser.engine != Engine::WebKit {
            self.alive("the browser's report", async || {
                self.watch.requests().contains(&probe)
            })
            .await?;
        }
        self.probe_proxy().await?;

        // What comes after the probe belongs to the probe: its tab asks for an icon as well.
        let mut seen: Vec<String> = self
            .site
            .requests()
            .into_iter()
            .take_while(|request| *request != own)
            .collect();
        seen.extend(
            self.watch
                .requests()
                .into_iter()
                .take_while(|request| *request != probe),
        );
        seen.extend(self.browser.proxy.requests());
        seen.retain(|request| !request.contains(ELSEWHERE));
        self.check(seen.is_empty(), &format!("no request, but saw {seen:?}"))
            .await
    }

    async fn probe_proxy(&self) -> Res {
        self.probe(&format!("http://{ELSEWHERE}/")).await?;
        self.allow(ELSEWHERE);
        self.alive("the proxy", async || {
            self.browser
                .proxy
                .requests()
                .iter()
                .any(|line| line.contains(ELSEWHERE))
        })
        .await
    }

    /// A tab of its own asks for this address: no policy of the app holds there.
    async fn probe(&self, url: &str) -> Res {
        let session = &self.browser.session;
        let here = session.window().await?;
        let tab = session.new_tab().await?;
        session.switch_to_window(tab).await?;
        // Nobody is there, so this fails in one way or another.
        let _ = session.goto(url).await;
        session.close_window().await?;
        session.switch_to_window(here).await?;
        self.allow("/favicon.ico");
        self.allow("chrome-error://");
        Ok(())
    }

    async fn alive(&self, detector: &str, mut saw: impl AsyncFnMut() -> bool) -> Res {
        until(async || Ok(saw().await.then_some(())))
            .await?
            .ok_or_else(|| {
                Failure::new(format!(
                    "{detector} did not notice a request that was made: it proves nothing"
                ))
            })
    }
}
