//! What a screen reader is told: the browser's accessibility tree, as lines that a person can read from top to bottom.
//!
//! A line is a role, its name in quotation marks, and what else is said: level, state, value, description. Running text stands on one
//! line, with its links in angle brackets. What comes out does not change from day to day, so that it can be kept and compared.

use crate::{App, Res};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fmt::Write;

/// Roles that say nothing by themselves: what is in them is said as if they were not there.
const SILENT: [&str; 10] = [
    "none",
    "generic",
    "LabelText",
    "Legend",
    "LayoutTable",
    "SvgRoot",
    "rowgroup",
    "ListMarker",
    "InlineTextBox",
    "LineBreak",
];

/// Roles that stand within a line of running text.
const INLINE: [&str; 6] = ["StaticText", "link", "strong", "emphasis", "superscript", "code"];

/// Roles whose text is their name: it is not said twice.
const NAMED: [&str; 10] = [
    "link",
    "button",
    "heading",
    "radio",
    "checkbox",
    "option",
    "textbox",
    "searchbox",
    "combobox",
    "DisclosureTriangle",
];

/// Properties worth a word, when they are set.
const STATES: [&str; 10] = [
    "level", "checked", "expanded", "pressed", "selected", "invalid", "required", "disabled", "modal", "live",
];

struct Tree {
    nodes: HashMap<String, Value>,
    /// What the page itself says of an element: its attributes by the browser's number for it.
    attributes: HashMap<u64, HashMap<String, String>>,
}

impl App {
    /// The accessibility tree of the page as it is now.
    pub async fn spoken_tree(&self) -> Res<String> {
        self.cdp("Accessibility.enable", json!({})).await?;
        let document = self.cdp("DOM.getDocument", json!({"depth": -1})).await?;
        let answer = self.cdp("Accessibility.getFullAXTree", json!({})).await?;
        self.cdp("Accessibility.disable", json!({})).await?;
        let mut tree = Tree {
            nodes: HashMap::new(),
            attributes: HashMap::new(),
        };
        tree.read_attributes(&document["root"]);
        let nodes = answer["nodes"].as_array().cloned().unwrap_or_default();
        let root = nodes
            .first()
            .and_then(|node| node["nodeId"].as_str())
            .unwrap_or_default()
            .to_owned();
        for node in nodes {
            tree.nodes
                .insert(node["nodeId"].as_str().unwrap_or_default().to_owned(), node);
        }
        let mut out = String::new();
        tree.say(&root, 0, &mut out);
        Ok(out)
    }
}

impl Tree {
    fn read_attributes(&mut self, node: &Value) {
        let pairs = node["attributes"].as_array().cloned().unwrap_or_default();
        let pairs = pairs.chunks_exact(2).filter_map(|pair| {
            let text = |at: usize| pair[at].as_str().map(str::to_owned);
            Some((text(0)?, text(1)?))
        });
        if let Some(id) = node["backendNodeId"].as_u64() {
            self.attributes.insert(id, pairs.collect());
        }
        for child in node["children"].as_array().into_iter().flatten() {
            self.read_attributes(child);
        }
    }

    fn role(&self, id: &str) -> &str {
        let node = &self.nodes[id];
        if node["ignored"] == true {
            return "none";
        }
        node["role"]["value"].as_str().unwrap_or("none")
    }

    fn text(&self, id: &str, what: &str) -> String {
        let text = self.nodes[id][what]["value"].as_str().unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn attribute(&self, id: &str, name: &str) -> Option<&str> {
        let number = self.nodes[id]["backendDOMNodeId"].as_u64()?;
        self.attributes.get(&number)?.get(name).map(String::as_str)
    }

    /// The nodes below one, those that say nothing replaced by what is in them.
    fn children(&self, id: &str) -> Vec<&str> {
        let mut found = Vec::new();
        for child in self.nodes[id]["childIds"].as_array().into_iter().flatten() {
            let Some(child) = child.as_str().filter(|child| self.nodes.contains_key(*child)) else {
                continue;
            };
            // A change of language is heard.
            let silent = SILENT.contains(&self.role(child)) && self.attribute(child, "lang").is_none();
            if silent {
                // The words of a label are the name of its field already.
                let label = self.role(child) == "LabelText";
                found.extend(
                    self.children(child)
                        .into_iter()
                        .filter(|one| !label || self.role(one) != "StaticText"),
                );
            } else {
                found.push(child);
            }
        }
        found
    }

    fn is_inline(&self, id: &str) -> bool {
        INLINE.contains(&self.role(id))
    }

    /// The running text in a node; what stands in a box of its own is set off by a space, as a line would set it off.
    fn running(&self, id: &str) -> String {
        let mut line = String::new();
        for child in self.nodes[id]["childIds"].as_array().into_iter().flatten() {
            let Some(child) = child.as_str().filter(|child| self.nodes.contains_key(*child)) else {
                continue;
            };
            match self.role(child) {
                "StaticText" => {
                    line.push_str(self.nodes[child]["name"]["value"].as_str().unwrap_or_default());
                }
                "link" => {
                    let _ = write!(line, "<{}>", self.text(child, "name"));
                }
                "strong" | "emphasis" | "superscript" | "code" => line.push_str(&self.running(child)),
                "InlineTextBox" | "ListMarker" | "LabelText" => {}
                _ => {
                    let _ = write!(line, " {} ", self.running(child));
                }
            }
        }
        line
    }

    /// What is said of a node beside its role and name.
    fn states(&self, id: &str) -> String {
        let mut said = String::new();
        for property in self.nodes[id]["properties"].as_array().into_iter().flatten() {
            let name = property["name"].as_str().unwrap_or_default();
            let value = &property["value"]["value"];
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let worth = STATES.contains(&name)
                && (name != "level" || self.role(id) == "heading")
                && (name == "expanded" || !matches!(value.as_str(), "false" | "off"));
            if worth {
                let _ = write!(said, " {name}={value}");
            }
        }
        if let Some(current) = self.attribute(id, "aria-current") {
            let _ = write!(said, " current={current}");
        }
        if let Some(language) = self.attribute(id, "lang") {
            let _ = write!(said, " lang={language}");
        }
        let value = self.text(id, "value");
        if !value.is_empty() {
            let _ = write!(said, " value=\"{value}\"");
        }
        let description = self.text(id, "description");
        if !description.is_empty() {
            let _ = write!(said, " (\"{description}\")");
        }
        said
    }

    fn say(&self, id: &str, depth: usize, out: &mut String) {
        let role = self.role(id);
        let children = self.children(id);
        let mut line = format!("{}{role}", "  ".repeat(depth));
        let name = self.text(id, "name");
        if role == "StaticText" && name.is_empty() {
            return;
        }
        if role == "StaticText" {
            line = format!("{}\"{name}\"", "  ".repeat(depth));
        } else if !name.is_empty() {
            let _ = write!(line, " \"{name}\"");
        }
        line.push_str(&self.states(id));
        let leaf = role == "StaticText"
            || NAMED.contains(&role) && children.iter().all(|child| self.is_inline(child));
        if leaf {
            out.push_str(line.trim_end());
            out.push('\n');
            return;
        }
        let links = children.len() > 1 && children.iter().all(|child| self.role(child) == "link");
        if !children.is_empty() && children.iter().all(|child| self.is_inline(child)) && !links {
            let text = self.running(id);
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let _ = write!(line, ": {text}");
            out.push_str(line.trim_end());
            out.push('\n');
            return;
        }
        out.push_str(line.trim_end());
        out.push('\n');
        for child in children {
            self.say(child, depth + 1, out);
        }
    }
}
