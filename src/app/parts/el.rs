//! A small element builder in front of Leptos: every element of the app has the same Rust type.
//!
//! Why: each differently typed element compiles its own copy of the rendering code. One type for all keeps the wasm small
//! (measured in ARCHITECTURE.md). It also never takes the path through `innerHTML` that Trusted Types forbid.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;

/// An element in the making.
pub struct El {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// Begins an element.
pub fn el(tag: &'static str) -> El {
    El {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

/// Begins an element with a class.
pub fn classed(tag: &'static str, class: &str) -> El {
    el(tag).attr("class", class)
}

/// A text as a view.
pub fn text(text: impl Into<String>) -> AnyView {
    text.into().into_any()
}

/// A view that is made anew whenever a signal that it reads changes.
pub fn live(make: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let make: Box<dyn Fn() -> AnyView + Send> = Box::new(make);
    make.into_any()
}

/// A text that follows its signals.
pub fn live_text(make: impl Fn() -> String + Send + 'static) -> AnyView {
    let make: Box<dyn Fn() -> String + Send> = Box::new(make);
    make.into_any()
}

impl El {
    /// Sets an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let value: String = value.into();
        self.attributes
            .push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// Sets an attribute that follows its signals; `None` removes it.
    pub fn live_attr(
        mut self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> Self {
        let value: Box<dyn Fn() -> Option<String> + Send> = Box::new(value);
        self.attributes
            .push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// Sets an attribute without a value when the condition holds.
    pub fn flag(self, name: &'static str, set: bool) -> Self {
        if set { self.attr(name, "") } else { self }
    }

    /// Sets the value of a field once, as a property.
    pub fn value(mut self, value: String) -> Self {
        self.attributes.push(prop("value", value).into_any_attr());
        self
    }

    /// Sets the value of a field that follows its signals.
    pub fn live_value(mut self, value: impl Fn() -> String + Send + 'static) -> Self {
        let value: Box<dyn Fn() -> String + Send> = Box::new(value);
        self.attributes.push(prop("value", value).into_any_attr());
        self
    }

    /// Ticks a box or a radio button as its signals say.
    pub fn live_checked(mut self, checked: impl Fn() -> bool + Send + 'static) -> Self {
        let checked: Box<dyn Fn() -> bool + Send> = Box::new(checked);
        self.attributes.push(prop("checked", checked).into_any_attr());
        self
    }

    /// Keeps the browser from remembering, checking or sending what is typed here (every field has this).
    pub fn private(self) -> Self {
        self.attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("writingsuggestions", "false")
            .attr("autocapitalize", "sentences")
    }

    /// Listens to an event by its name.
    pub fn on(mut self, name: &'static str, run: impl FnMut(ev::Event) + 'static) -> Self {
        let run: Box<dyn FnMut(ev::Event)> = Box::new(run);
        self.attributes
            .push(on(ev::Custom::new(name), run).into_any_attr());
        self
    }

    /// Runs on a click.
    pub fn on_click(self, mut run: impl FnMut() + 'static) -> Self {
        self.on("click", move |_| run())
    }

    /// Adds a child.
    pub fn child(mut self, child: impl IntoAny) -> Self {
        self.children.push(child.into_any());
        self
    }

    /// Adds a text.
    pub fn text(self, content: impl Into<String>) -> Self {
        self.child(text(content))
    }

    /// Adds children.
    pub fn children(mut self, children: impl IntoIterator<Item = AnyView>) -> Self {
        self.children.extend(children);
        self
    }

    /// The finished element.
    pub fn view(self) -> AnyView {
        custom(self.tag)
            .child(self.children)
            .add_any_attr(self.attributes)
            .into_any()
    }
}
