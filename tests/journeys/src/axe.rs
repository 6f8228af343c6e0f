//! The accessibility checker, axe-core, and what it does not measure: how large that is which one presses.
//!
//! All rules run: those of WCAG 2.2, level AAA as well as A and AA, and of good practice; of the rules that are still being tried out,
//! all but `focus-order-semantics`, to which a frame that scrolls by keyboard is a mistake. Its `target-size` (24 pixels) is left out for
//! `targets.js` (44): it counts what happens to lie under the status line, from where one scrolls it away.

use crate::{Ability, App, Res, places};

/// Rules that axe-core leaves out unless they are asked for.
const MORE: [&str; 8] = [
    "color-contrast-enhanced",
    "css-orientation-lock",
    "identical-links-same-purpose",
    "label-content-name-mismatch",
    "meta-refresh-no-exceptions",
    "p-as-heading",
    "table-fake-caption",
    "td-has-header",
];

/// The rules that see colours: a theme is nothing but other colours.
const COLOURS: [&str; 3] = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"];

const TARGETS: &str = include_str!("targets.js");

/// Which rules run.
#[derive(Clone, Copy)]
enum Rules {
    All,
    Colours,
}

impl App {
    /// What axe-core finds wrong with the page as it is now: rule, weight, explanation, places.
    pub async fn axe(&self) -> Res<Vec<String>> {
        self.axe_with(Rules::All).await
    }

    async fn axe_with(&self, rules: Rules) -> Res<Vec<String>> {
        if self.js("return typeof axe").await? != "object" {
            self.js(&places::axe()?).await?;
        }
        let which = match rules {
            Rules::All => {
                let more: serde_json::Map<_, _> = MORE
                    .iter()
                    .map(|rule| ((*rule).to_owned(), serde_json::json!({"enabled": true})))
                    .collect();
                serde_json::json!({ "rules": more })
            }
            Rules::Colours => serde_json::json!({ "runOnly": COLOURS }),
        };
        let run = format!(
            "const {{violations}} = await axe.run(document, {{resultTypes: ['violations'], ...{which}}});
             return violations.map(v => `${{v.id}} (${{v.impact}}): ${{v.help}}, at ` + v.nodes.map(n => n.target.join(' ')).join('; '))"
        );
        Ok(serde_json::from_value(self.js_async(&run).await?)?)
    }

    /// What one presses that is smaller than 44 pixels each way, with its size.
    pub async fn small_targets(&self) -> Res<Vec<String>> {
        Ok(serde_json::from_value(self.js(TARGETS).await?)?)
    }

    /// axe-core finds nothing, and everything that one presses is large enough.
    pub async fn expect_accessible(&self) -> Res {
        let mut found = self.axe().await?;
        found.extend(self.small_targets().await?);
        self.expect_none(&found).await
    }

    /// The same, in the light theme and the dark one: there, the colours alone are looked at again.
    pub async fn expect_accessible_in_both_themes(&self) -> Res {
        if !self.offers(Ability::Theme)? {
            return self.expect_accessible().await;
        }
        self.light().await?;
        self.expect_accessible().await?;
        self.dark().await?;
        let found = self.axe_with(Rules::Colours).await;
        let nothing = match &found {
            Ok(found) => self.expect_none(found).await,
            Err(_) => Ok(()),
        };
        self.light().await?;
        found?;
        nothing
    }

    async fn expect_none(&self, found: &[String]) -> Res {
        self.check(
            found.is_empty(),
            &format!(
                "nothing for axe-core to find, and 44 pixels each way, but:\n  {}",
                found.join("\n  ")
            ),
        )
        .await
    }
}
