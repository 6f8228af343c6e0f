//! The accessibility checker, axe-core, with all its rules of WCAG and of good practice.

use crate::{Ability, App, Res, places};

const RUN: &str = "const {violations} = await axe.run(document, {resultTypes: ['violations']});
    return violations.map(v => `${v.id} (${v.impact}): ${v.help}, at ` + v.nodes.map(n => n.target.join(' ')).join('; '))";

impl App {
    /// What axe-core finds wrong with the page as it is now: rule, weight, explanation, places.
    pub async fn axe(&self) -> Res<Vec<String>> {
        if self.js("return typeof axe").await? != "object" {
            self.js(&places::axe()?).await?;
        }
        Ok(serde_json::from_value(self.js_async(RUN).await?)?)
    }

    /// axe-core finds nothing.
    pub async fn expect_accessible(&self) -> Res {
        let found = self.axe().await?;
        self.check(
            found.is_empty(),
            &format!("nothing for axe-core to find, but:\n  {}", found.join("\n  ")),
        )
        .await
    }

    /// axe-core finds nothing in the light theme nor in the dark one.
    pub async fn expect_accessible_in_both_themes(&self) -> Res {
        if !self.offers(Ability::Theme)? {
            return self.expect_accessible().await;
        }
        self.light().await?;
        self.expect_accessible().await?;
        self.dark().await?;
        let found = self.expect_accessible().await;
        self.light().await?;
        found
    }
}
