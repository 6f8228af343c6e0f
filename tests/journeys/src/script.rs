//! JavaScript in the page, and commands of Chromium's own protocol.

use crate::{App, Engine, Failure, Res, firefox};
use serde_json::{Value, json};
use std::sync::atomic::Ordering;
use thirtyfour::WebElement;

impl App {
    /// Runs JavaScript in the page: a function's body, its result comes back.
    pub async fn js(&self, body: &str) -> Res<Value> {
        if self.has_sandbox() {
            let function = format!("function () {{ {body}\n}}");
            return firefox::call(&self.browser.session, &function).await;
        }
        Ok(self.browser.session.execute(body, vec![]).await?.json().clone())
    }

    /// The same for an asynchronous function's body.
    pub async fn js_async(&self, body: &str) -> Res<Value> {
        if self.has_sandbox() {
            let function = format!("async function () {{ {body}\n}}");
            return firefox::call(&self.browser.session, &function).await;
        }
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async () => {{ {body} }})().then(value => done([value ?? null, null]), error => done([null, String(error)]))"
        );
        let answer = self
            .browser
            .session
            .execute_async(script, vec![])
            .await?
            .json()
            .clone();
        match answer[1].as_str() {
            Some(error) => Err(Failure::new(format!("the page's JavaScript failed: {error}"))),
            None => Ok(answer[0].clone()),
        }
    }

    /// Firefox runs WebDriver's scripts beside the page, with a global object of their own: what is to be as the page's own
    /// scripts see it needs another way there, which knows whole pages only.
    fn has_sandbox(&self) -> bool {
        self.browser.engine == Engine::Firefox && !self.framed.load(Ordering::Relaxed)
    }

    /// A command of Chromium's own protocol.
    pub(crate) async fn cdp(&self, command: &str, parameters: Value) -> Res<Value> {
        Ok(self.browser.session.cdp().send_raw(command, parameters).await?)
    }

    /// JavaScript on one element: `it` and `given` are the element and the text.
    pub(crate) async fn on(&self, element: &WebElement, body: &str, given: &str) -> Res<Value> {
        let script = format!("const [it, given] = arguments; {body}");
        let arguments = vec![element.to_json()?, json!(given)];
        Ok(self
            .browser
            .session
            .execute(script, arguments)
            .await?
            .json()
            .clone())
    }
}
