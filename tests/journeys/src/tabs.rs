//! Going between tabs, and into a page inside the page.

use crate::{App, Engine, Failure, Res, held};
use std::sync::atomic::Ordering;
use thirtyfour::WindowHandle;

impl App {
    /// Opens a second tab of the same browser at an address of the app, and goes there.
    pub async fn open_tab(&self, address: &str) -> Res {
        self.testimony().await?;
        self.tabs().await?;
        let tab = match self.browser.engine {
            Engine::Chromium | Engine::Firefox => self.browser.session.new_tab().await?,
            // MiniBrowser would not bring the tab to the front, and a page that nobody sees draws nothing.
            Engine::WebKit => self.browser.session.new_window().await?,
        };
        self.browser.session.switch_to_window(tab).await?;
        // The others run such scripts in every tab.
        if self.browser.engine == Engine::Chromium {
            self.prepare().await?;
        }
        self.goto(address).await?;
        self.ready().await
    }

    /// Closes the tab in front; the one of number `index`, of those left, comes to the front.
    pub async fn close_tab(&self, index: usize) -> Res {
        self.testimony().await?;
        self.browser.session.close_window().await?;
        self.to_tab(index).await
    }

    /// Goes to the tab that was opened as number `index`, from 0.
    pub async fn switch_tab(&self, index: usize) -> Res {
        self.testimony().await?;
        self.to_tab(index).await
    }

    async fn to_tab(&self, index: usize) -> Res {
        let tabs = self.tabs().await?;
        let tab = tabs
            .get(index)
            .ok_or_else(|| Failure::new(format!("there is no tab {index}, only {}", tabs.len())))?;
        Ok(self.browser.session.switch_to_window(tab.clone()).await?)
    }

    /// The tabs as they were opened: drivers name them in any order.
    pub(crate) async fn tabs(&self) -> Res<Vec<WindowHandle>> {
        let open = self.browser.session.windows().await?;
        let mut tabs = held(&self.tabs);
        tabs.retain(|tab| open.contains(tab));
        for tab in open {
            if !tabs.contains(&tab) {
                tabs.push(tab);
            }
        }
        Ok(tabs.clone())
    }

    /// Looks into the first page that this one shows inside itself.
    pub async fn enter_frame(&self) -> Res {
        self.framed.store(true, Ordering::Relaxed);
        Ok(self.browser.session.enter_frame(0).await?)
    }
}
