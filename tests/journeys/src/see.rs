//! What a person sees. Every expectation waits until it holds, and fails with what the page showed instead.

use crate::{App, Engine, Res};
use serde_json::{Value, json};
use std::path::PathBuf;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::extensions::addons::firefox::FirefoxTools;

impl App {
    /// There is one heading of the first rank, and it says this.
    pub async fn expect_h1(&self, text: &str) -> Res {
        let script = "const h1 = document.querySelectorAll('h1');
                      return h1.length === 1 && h1[0].textContent.replace(/\\s+/g, ' ').trim() === given";
        self.expect_that(&format!("one h1 that says \"{text}\""), script, text)
            .await
    }

    /// The page shows this text somewhere (white space does not matter).
    pub async fn expect_text(&self, text: &str) -> Res {
        let script =
            "return document.body.innerText.replace(/\\s+/g, ' ').includes(given.replace(/\\s+/g, ' '))";
        self.expect_that(&format!("the text \"{text}\""), script, text)
            .await
    }

    /// The page shows this text nowhere (any more).
    pub async fn expect_no_text(&self, text: &str) -> Res {
        let script =
            "return !document.body.innerText.replace(/\\s+/g, ' ').includes(given.replace(/\\s+/g, ' '))";
        self.expect_that(&format!("the text \"{text}\" to be absent"), script, text)
            .await
    }

    /// The address is this place of the app, such as `#/code`; an empty text is the start.
    pub async fn expect_route(&self, address: &str) -> Res {
        let script = "const plain = hash => hash.replace(/^#?\\/?$/, ''); return plain(location.hash) === plain(given)";
        self.expect_that(&format!("the address {address}"), script, address)
            .await
    }

    /// The title of the window contains this.
    pub async fn expect_title(&self, text: &str) -> Res {
        self.expect_that(
            &format!("a title with \"{text}\""),
            "return document.title.includes(given)",
            text,
        )
        .await
    }

    /// The focus is on what this CSS selector names.
    pub async fn expect_focus(&self, css: &str) -> Res {
        let script = "return !!document.activeElement?.matches(given)";
        self.expect_that(&format!("the focus on `{css}`"), script, css)
            .await
    }

    /// So many visible elements match a CSS selector.
    pub async fn expect_count(&self, css: &str, count: usize) -> Res {
        let script = "const [css, count] = JSON.parse(given);
                      return [...document.querySelectorAll(css)].filter(e => e.checkVisibility()).length === count";
        self.expect_that(
            &format!("{count} of `{css}`"),
            script,
            &json!([css, count]).to_string(),
        )
        .await
    }

    /// JavaScript, a function's body, that comes to be true.
    pub async fn expect_js(&self, expected: &str, body: &str) -> Res {
        self.expect_that(expected, body, "").await
    }

    /// The visible texts of all elements that match a CSS selector.
    pub async fn texts(&self, css: &str) -> Res<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility())
                        .map(e => e.innerText.replace(/\\s+/g, ' ').trim())";
        let texts = self.browser.session.execute(script, vec![json!(css)]).await?;
        Ok(texts.convert()?)
    }

    /// The heading of the first rank.
    pub async fn h1(&self) -> Res<String> {
        Ok(self.texts("h1").await?.join(" | "))
    }

    /// All text that is visible now.
    pub async fn text(&self) -> Res<String> {
        let text = self.js("return document.body.innerText").await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// The part of the address after the origin's slash, such as `#/code`.
    pub async fn route(&self) -> Res<String> {
        let hash = self.js("return location.hash").await?;
        Ok(hash.as_str().unwrap_or_default().to_owned())
    }

    /// What has the focus, as `tag "name"`: for walks by keyboard.
    pub async fn focused(&self) -> Res<String> {
        let script = format!(
            "{}\nconst it = document.activeElement; return `${{it.tagName.toLowerCase()}} \"${{it === document.body ? '' : name(it)}}\"`",
            include_str!("page.js")
        );
        Ok(self.js(&script).await?.as_str().unwrap_or_default().to_owned())
    }

    /// A picture of the window, in `target/journeys/screenshots/NAME.png`.
    pub async fn screenshot(&self, name: &str) -> Res<PathBuf> {
        self.picture("screenshots", name).await
    }

    /// A picture of the whole page, however long.
    pub async fn screenshot_whole(&self, name: &str) -> Res<PathBuf> {
        match self.browser.engine {
            Engine::Chromium => {}
            Engine::Firefox => {
                let tools = FirefoxTools::new(self.browser.session.handle().clone());
                let path = crate::out("screenshots")?.join(format!("{name}.png"));
                std::fs::write(&path, tools.full_screenshot_as_png().await?)?;
                return Ok(path);
            }
            // The window's part alone: WebKitWebDriver takes no other.
            Engine::WebKit => return self.picture("screenshots", name).await,
        }
        let size = self
            .js("return [innerWidth, document.documentElement.scrollHeight]")
            .await?;
        let (width, height) = (size[0].as_u64().unwrap_or(1280), size[1].as_u64().unwrap_or(1024));
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false}),
        )
        .await?;
        let picture = self.picture("screenshots", name).await;
        self.viewport_again().await?;
        picture
    }

    pub(crate) async fn picture(&self, folder: &str, name: &str) -> Res<PathBuf> {
        let path = crate::out(folder)?.join(format!("{name}.png"));
        std::fs::write(&path, self.browser.session.screenshot_as_png().await?)?;
        Ok(path)
    }

    /// What Chromium would have against installing the page: nothing. Other browsers do not say.
    pub async fn expect_installable(&self) -> Res {
        if self.browser.engine != Engine::Chromium {
            return Ok(());
        }
        let errors = self.cdp("Page.getInstallabilityErrors", json!({})).await?;
        self.check(
            errors["installabilityErrors"]
                .as_array()
                .is_some_and(Vec::is_empty),
            &format!("nothing against installing it, but {errors}"),
        )
        .await
    }

    async fn expect_that(&self, expected: &str, body: &str, given: &str) -> Res {
        let script = format!("const [given] = arguments; {body}");
        let mut wrong = None;
        let held = crate::until(async || {
            let answer = self.browser.session.execute(script.clone(), vec![json!(given)]);
            match answer.await {
                Ok(answer) => Ok((answer.json() == &Value::Bool(true)).then_some(())),
                // Between two pages there is not even a root.
                Err(error) if matches!(*error, WebDriverErrorInner::JavascriptError(_)) => {
                    wrong = Some(error.to_string());
                    Ok(None)
                }
                Err(error) => Err(error.into()),
            }
        })
        .await?;
        match (held, wrong) {
            (Some(()), _) => Ok(()),
            (None, None) => Err(self.failure(expected).await),
            (None, Some(wrong)) => Err(self.failure(&format!("{expected}, but {wrong}")).await),
        }
    }
}
