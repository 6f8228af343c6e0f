//! What a person does. Things are named as a screen reader would say them: the whole name, or a part of it
//! that no other thing has. Every action waits until its thing is there.

use crate::{App, Engine, Failure, Res};
use serde_json::{Value, json};
use std::sync::atomic::Ordering;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::{Key, WebElement};

const PAGE: &str = include_str!("page.js");

impl App {
    /// Goes to an address of the app, such as `#/code`, as a link would.
    pub async fn goto(&self, address: &str) -> Res {
        self.framed.store(false, Ordering::Relaxed);
        Ok(self.browser.session.goto(self.url(address)).await?)
    }

    /// Loads an address of the app from nothing, as a bookmark would, and waits for its heading.
    pub async fn load(&self, address: &str) -> Res {
        self.begin_to_load(address).await?;
        self.ready().await
    }

    /// Loads the page anew at this address, and does not wait for more than the browser itself does.
    pub async fn begin_to_load(&self, address: &str) -> Res {
        let document = |url: &str| url.split('#').next().unwrap_or_default().to_owned();
        let (here, url) = (self.browser.session.current_url().await?, self.url(address));
        // An engine may load a page anew that is gone to again: the second load would cut the first one off.
        if here.as_str() != url {
            self.browser.session.goto(&url).await?;
        }
        if document(here.as_str()) == document(&url) {
            self.refresh().await?;
        }
        Ok(())
    }

    /// As the browser's own button does. Firefox, told so by its driver, would pass by the service worker.
    async fn refresh(&self) -> Res {
        if self.browser.engine != Engine::Firefox {
            return Ok(self.browser.session.refresh().await?);
        }
        self.js("globalThis.journeysOld = true; location.reload()")
            .await?;
        let fresh = "return document.readyState === 'complete' && !globalThis.journeysOld";
        let anew = crate::until(async || {
            // While one page makes room for the other, there is none to ask.
            let fresh = self.js(fresh).await;
            Ok(fresh.is_ok_and(|fresh| fresh == true).then_some(()))
        });
        let anew = anew.await?;
        self.check(anew.is_some(), "the page anew").await
    }

    /// Reloads the page and waits for its heading.
    pub async fn reload(&self) -> Res {
        self.refresh().await?;
        self.ready().await
    }

    /// The browser's Back.
    pub async fn back(&self) -> Res {
        match self.browser.session.back().await {
            Err(error) if !led_to_nobody(&error) => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// The browser's Forward.
    pub async fn forward(&self) -> Res {
        Ok(self.browser.session.forward().await?)
    }

    /// Clicks the link, button or the like of this name.
    pub async fn click_text(&self, name: &str) -> Res {
        self.click_found("control", name, None).await
    }

    /// The same inside the part of the page with this legend, label or heading: `click_text_in("Your answers", "Change")`.
    pub async fn click_text_in(&self, part: &str, name: &str) -> Res {
        self.click_found("control", name, Some(part)).await
    }

    /// Clicks the first element that matches a CSS selector: for what has no name.
    pub async fn click(&self, css: &str) -> Res {
        self.click_when_possible(&format!("something to click at `{css}`"), async || {
            let found = self.browser.session.find_all(thirtyfour::By::Css(css)).await?;
            Ok(found.into_iter().next().ok_or_else(|| "there is none".to_owned()))
        })
        .await
    }

    /// Clicks twice as fast as a nervous hand does.
    pub async fn double_click_text(&self, name: &str) -> Res {
        let element = self.find("control", name, None).await?;
        self.on(&element, "it.scrollIntoView({block: 'center'})", "")
            .await?;
        Ok(self
            .browser
            .session
            .action_chain()
            .double_click_element(&element)
            .perform()
            .await?)
    }

    /// Chooses the radio button or ticks the box with this label.
    pub async fn choose(&self, label: &str) -> Res {
        self.set_choice(label, None, true).await
    }

    /// The same inside the question with this legend: `choose_in("Where was it?", "In a break")`.
    pub async fn choose_in(&self, part: &str, label: &str) -> Res {
        self.set_choice(label, Some(part), true).await
    }

    /// Takes the tick from the box with this label.
    pub async fn unchoose(&self, label: &str) -> Res {
        self.set_choice(label, None, false).await
    }

    /// Whether the radio button or box with this label is chosen.
    pub async fn chosen(&self, label: &str) -> Res<bool> {
        let element = self.find("choice", label, None).await?;
        is_chosen(&element).await
    }

    /// Puts `text` in place of what the field with this label holds, in one go, as a paste does.
    /// Any text: emoji, right-to-left, a megabyte.
    pub async fn fill(&self, label: &str, text: &str) -> Res {
        let field = self.field(label).await?;
        let kind = field.attr("type").await?.unwrap_or_default();
        if matches!(
            kind.as_str(),
            "date" | "time" | "month" | "week" | "datetime-local" | "color" | "range"
        ) {
            self.on(
                &field,
                "const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
                 set.call(it, given);
                 for (const type of ['input', 'change']) it.dispatchEvent(new Event(type, {bubbles: true}))",
                text,
            )
            .await?;
            return Ok(());
        }
        self.on(
            &field,
            "it.focus(); it.select ? it.select() : getSelection().selectAllChildren(it)",
            "",
        )
        .await?;
        if text.is_empty() {
            return self.key("Delete").await;
        }
        self.insert(text).await
    }

    /// Types `text` at the end of the field with this label, key by key.
    pub async fn type_into(&self, label: &str, text: &str) -> Res {
        let field = self.field(label).await?;
        self.on(
            &field,
            "it.focus(); it.setSelectionRange?.(it.value.length, it.value.length)",
            "",
        )
        .await?;
        Ok(self
            .browser
            .session
            .action_chain()
            .send_keys(text)
            .perform()
            .await?)
    }

    /// Pastes `text` where the cursor is.
    pub async fn insert(&self, text: &str) -> Res {
        if self.browser.engine == Engine::Chromium {
            self.cdp("Input.insertText", json!({"text": text})).await?;
            return Ok(());
        }
        // Such an event is trusted, as that of a person's paste.
        let script = "return document.execCommand('insertText', false, arguments[0])";
        let done = self.browser.session.execute(script, vec![json!(text)]).await?;
        self.check(
            done.json() == &Value::Bool(true),
            "the page to take what is pasted",
        )
        .await
    }

    /// Takes the option with this text in the list with this label.
    pub async fn select(&self, label: &str, option: &str) -> Res {
        let list = self.field(label).await?;
        let done = self
            .on(
                &list,
                "const option = [...it.options].find(o => o.text.trim() === given);
                 if (!option) return false;
                 it.value = option.value;
                 for (const type of ['input', 'change']) it.dispatchEvent(new Event(type, {bubbles: true}));
                 return true",
                option,
            )
            .await?;
        self.check(
            done == true,
            &format!("an option \"{option}\" in the list \"{label}\""),
        )
        .await
    }

    /// Chooses a file of this name with this text in the field that CSS names, which may be drawn as something else; last changed on
    /// 9 March 2026.
    pub async fn choose_file(&self, css: &str, name: &str, text: &str) -> Res {
        let there = format!("return !!document.querySelector('{css}')");
        self.expect_js("a field for a file", &there).await?;
        let (name, text) = (Value::from(name), Value::from(text));
        self.js(&format!(
            "const files = new DataTransfer(); files.items.add(new File([{text}], {name}, {{lastModified: new Date(2026, 2, 9, 12).getTime()}}));
             const field = document.querySelector('{css}'); field.files = files.files;
             field.dispatchEvent(new Event('change', {{bubbles: true}}))"
        ))
        .await?;
        Ok(())
    }

    /// What the field with this label holds.
    pub async fn value(&self, label: &str) -> Res<String> {
        let field = self.field(label).await?;
        let value = self.on(&field, "return it.value ?? it.innerText", "").await?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// Presses and releases keys together: `Tab`, `Shift+Tab`, `Enter`, `Control+a`, `x`.
    pub async fn key(&self, keys: &str) -> Res {
        let keys = keys.split('+').map(key).collect::<Res<Vec<char>>>()?;
        let mut chain = self.browser.session.action_chain();
        for &key in &keys {
            chain = chain.key_down(key);
        }
        for &key in keys.iter().rev() {
            chain = chain.key_up(key);
        }
        Ok(chain.perform().await?)
    }

    async fn field(&self, label: &str) -> Res<WebElement> {
        self.find("field", label, None).await
    }

    async fn set_choice(&self, label: &str, part: Option<&str>, wanted: bool) -> Res {
        let choice = self.find("choice", label, part).await?;
        if is_chosen(&choice).await? == wanted {
            return Ok(());
        }
        // People click the words as often as the box, and the words are always visible.
        self.click_when_possible(&described("choice", label, part), async || {
            match self.look("choice", label, part).await? {
                Ok(choice) => {
                    let words = self.on(&choice, "return it.labels?.[0] ?? it", "").await?;
                    Ok(Ok(WebElement::from_json(
                        words,
                        self.browser.session.handle().clone(),
                    )?))
                }
                Err(why) => Ok(Err(why)),
            }
        })
        .await?;
        let done = crate::until(async || {
            // The page may draw the choice anew.
            let choice = self.look("choice", label, part).await?;
            let Ok(choice) = choice else { return Ok(None) };
            Ok((is_chosen(&choice).await.is_ok_and(|chosen| chosen == wanted)).then_some(()))
        })
        .await?;
        let state = if wanted { "chosen" } else { "not chosen" };
        self.check(
            done.is_some(),
            &format!("\"{label}\" to be {state} after a click"),
        )
        .await
    }

    async fn click_found(&self, kind: &str, name: &str, part: Option<&str>) -> Res {
        let expected = described(kind, name, part);
        self.click_when_possible(&expected, async || self.look(kind, name, part).await)
            .await
    }

    /// Clicks what `look` finds; tries again while it is not there, is being redrawn or lies under something.
    async fn click_when_possible(
        &self,
        expected: &str,
        mut look: impl AsyncFnMut() -> Res<Result<WebElement, String>>,
    ) -> Res {
        let mut reason = String::new();
        let clicked = crate::until(async || {
            match look().await? {
                Err(why) => reason = why,
                Ok(element) if !self.stands_still(&element).await? => "it moves".clone_into(&mut reason),
                Ok(element) => match element.click().await {
                    Ok(()) => return Ok(Some(())),
                    Err(error) if led_to_nobody(&error) => return Ok(Some(())),
                    Err(error) if passing(&error) => {
                        reason = error.to_string();
                        reason.truncate(reason.find("Stacktrace").unwrap_or(reason.len()));
                        // The status line may lie over it: a person scrolls on a little. Gone by now is no matter.
                        let _ = self
                            .on(&element, "it.scrollIntoView({block: 'center'})", "")
                            .await;
                    }
                    Err(error) => return Err(error.into()),
                },
            }
            Ok(None)
        })
        .await?;
        self.check(clicked.is_some(), &format!("{expected} ({reason})"))
            .await
    }

    /// WebKitWebDriver clicks where the element was when it looked; the others look whether it is still there.
    async fn stands_still(&self, element: &WebElement) -> Res<bool> {
        if self.browser.engine != Engine::WebKit {
            return Ok(true);
        }
        let script = "const [it, done] = arguments;
             const place = () => { const {x, y} = it.getBoundingClientRect(); return [x, y, scrollY].join(); };
             if (document.hidden) return done(true);
             it.scrollIntoView({block: 'nearest'});
             const before = place();
             requestAnimationFrame(() => requestAnimationFrame(() => done(it.isConnected && place() === before)))";
        let still = self
            .browser
            .session
            .execute_async(script, vec![element.to_json()?])
            .await;
        // Drawn anew in between.
        Ok(still.is_ok_and(|still| still.json() == &Value::Bool(true)))
    }

    async fn find(&self, kind: &str, name: &str, part: Option<&str>) -> Res<WebElement> {
        let mut reason = String::new();
        let found = crate::until(async || {
            Ok(match self.look(kind, name, part).await? {
                Ok(element) => Some(element),
                Err(why) => {
                    reason = why;
                    None
                }
            })
        })
        .await?;
        match found {
            Some(element) => Ok(element),
            None => Err(self
                .failure(&format!("{} ({reason})", described(kind, name, part)))
                .await),
        }
    }

    /// One look: the element, or why there is none.
    async fn look(&self, kind: &str, name: &str, part: Option<&str>) -> Res<Result<WebElement, String>> {
        let script = format!("{PAGE}\nreturn find(...arguments)");
        let answer = self
            .browser
            .session
            .execute(script, vec![json!(kind), json!(name), json!(part)])
            .await?;
        let (element, why) = (answer.json()[0].clone(), answer.json()[1].as_str());
        Ok(match why {
            Some(why) => Err(why.to_owned()),
            None => Ok(WebElement::from_json(
                element,
                self.browser.session.handle().clone(),
            )?),
        })
    }
}

/// Errors that a moment's patience may cure.
fn passing(error: &thirtyfour::error::WebDriverError) -> bool {
    matches!(
        error.as_inner(),
        WebDriverErrorInner::ElementClickIntercepted(_)
            | WebDriverErrorInner::ElementNotInteractable(_)
            | WebDriverErrorInner::StaleElementReference(_)
    )
}

/// Firefox tells that a click or a step back led where nobody answers, as for all hosts but this machine: that is what is expected.
fn led_to_nobody(error: &thirtyfour::error::WebDriverError) -> bool {
    error.to_string().contains("Reached error page")
}

async fn is_chosen(choice: &WebElement) -> Res<bool> {
    Ok(choice.is_selected().await? || choice.attr("aria-checked").await?.as_deref() == Some("true"))
}

fn described(kind: &str, name: &str, part: Option<&str>) -> String {
    let kind = match kind {
        "control" => "a link or button",
        "choice" => "a choice",
        _ => "a field",
    };
    let place = part
        .map(|part| format!(" in the part \"{part}\""))
        .unwrap_or_default();
    format!("{kind} called \"{name}\"{place}")
}

fn key(name: &str) -> Res<char> {
    let key = match name {
        "Tab" => Key::Tab,
        "Shift" => Key::Shift,
        "Control" => Key::Control,
        "Alt" => Key::Alt,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Space" => Key::Space,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        _ => {
            let mut letters = name.chars();
            return match (letters.next(), letters.next()) {
                (Some(letter), None) => Ok(letter),
                _ => Err(Failure::new(format!("there is no key called \"{name}\""))),
            };
        }
    };
    Ok(key.into())
}
