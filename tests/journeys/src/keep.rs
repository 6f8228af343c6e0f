//! What stays behind: records in local storage, downloaded files, the clipboard.

use crate::{App, Engine, Res};
use serde_json::json;
use std::collections::BTreeMap;

impl App {
    /// All records in local storage.
    pub async fn records(&self) -> Res<BTreeMap<String, String>> {
        let records = self
            .browser
            .session
            .execute("return {...localStorage}", vec![])
            .await?;
        Ok(records.convert()?)
    }

    /// One record in local storage.
    pub async fn record(&self, key: &str) -> Res<Option<String>> {
        Ok(self.records().await?.remove(key))
    }

    /// Puts a record into local storage, behind the app's back.
    pub async fn put_record(&self, key: &str, value: &str) -> Res {
        let arguments = vec![json!(key), json!(value)];
        self.browser
            .session
            .execute("localStorage.setItem(...arguments)", arguments)
            .await?;
        Ok(())
    }

    /// Every row of the journal; none where there is no database.
    pub async fn journal(&self) -> Res<BTreeMap<String, String>> {
        let rows = self
            .js_async(
                "if (!(await indexedDB.databases()).some(one => one.name === 'waymark')) return {};
                 const answer = (request) => new Promise((yes, no) => { request.onsuccess = () => yes(request.result); request.onerror = no; });
                 const database = await answer(indexedDB.open('waymark'));
                 database.onversionchange = () => database.close();
                 const store = database.transaction('records').objectStore('records');
                 const [keys, texts] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
                 database.close();
                 return Object.fromEntries(keys.map((key, at) => [key, texts[at]]));",
            )
            .await?;
        Ok(serde_json::from_value(rows)?)
    }

    /// Empties local storage, behind the app's back.
    pub async fn clear_records(&self) -> Res {
        self.js("localStorage.clear()").await?;
        Ok(())
    }

    /// Fills local storage to the last character with records called `filler-...`.
    pub async fn fill_storage(&self) -> Res {
        self.js("let size = 1 << 20, count = 0;
                 while (size >= 1) {
                   try { localStorage.setItem(`filler-${count}`, 'x'.repeat(size)); count += 1; }
                   catch { size = Math.floor(size / 2); }
                 }
                 try { for (;;) { localStorage.setItem(`f${count}`, ''); count += 1; } } catch {}")
            .await?;
        Ok(())
    }

    /// Makes room again.
    pub async fn unfill_storage(&self) -> Res {
        self.js("for (const key of Object.keys(localStorage)) if (/^(filler-|f\\d)/.test(key)) localStorage.removeItem(key)").await?;
        Ok(())
    }

    /// Waits until a download of this name is complete, takes it out of the folder and gives its bytes.
    pub async fn download(&self, name: &str) -> Res<Vec<u8>> {
        let (folder, path) = (self.profile.downloads(), self.profile.downloads().join(name));
        // Browsers write to another name and rename at the end; an empty file of the name holds its place.
        let bytes =
            crate::until(async || Ok(std::fs::read(&path).ok().filter(|bytes| !bytes.is_empty()))).await?;
        if let Some(bytes) = bytes {
            std::fs::remove_file(path)?;
            return Ok(bytes);
        }
        let there: Vec<String> = std::fs::read_dir(folder)?
            .flatten()
            .map(|file| file.file_name().to_string_lossy().into_owned())
            .collect();
        Err(self
            .failure(&format!("a download called {name} (there are: {there:?})"))
            .await)
    }

    /// A download as text.
    pub async fn download_text(&self, name: &str) -> Res<String> {
        Ok(String::from_utf8(self.download(name).await?)?)
    }

    /// What is on the clipboard: pasted into an empty tab, where no policy of the app stands in the way.
    pub async fn clipboard(&self) -> Res<String> {
        let session = &self.browser.session;
        let here = session.window().await?;
        let tab = session.new_tab().await?;
        session.switch_to_window(tab).await?;
        self.js("document.body.append(document.createElement('textarea')); document.body.firstChild.focus()")
            .await?;
        if self.browser.engine == Engine::Chromium {
            let paste = json!({"type": "keyDown", "key": "v", "code": "KeyV", "modifiers": 2, "windowsVirtualKeyCode": 86, "commands": ["paste"]});
            self.cdp("Input.dispatchKeyEvent", paste).await?;
        } else {
            self.key("Control+v").await?;
            self.expect_js(
                "something on the clipboard",
                "return document.body.firstChild.value !== ''",
            )
            .await?;
        }
        let text = self.js("return document.body.firstChild.value").await?;
        session.close_window().await?;
        session.switch_to_window(here).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }
}
